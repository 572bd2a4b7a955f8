"""The list of lessons: narrowed down in a browser, whole without a script; and the life of a lesson."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from served import served, visited

from conftest import URL, Site, searched, stock
from handboek.build import build
from handboek.project import Project

pytestmark = pytest.mark.slow

KLEIN = Path(__file__).parents[1] / "methods" / "klein"
ONE = (KLEIN / "docs/lessen/groet-eerst.md").read_text(encoding="utf-8")
OTHERS = {
    "oud": (("date: 2026-11-01", "date: 2021-05-01"), ("phases: [kijken]", "phases: [doen]\nplace: Nijmegen")),
    "bevestigd": (
        ("date: 2026-11-01", "date: 2021-05-01\nstill_valid: 2026-10-01"),
        ("experience: bron\nsource: boekje", "experience: eigen ervaring"),
    ),
    "concept": (("status: gepubliceerd", "status: concept"),),
}


@pytest.fixture(scope="module")
def lessons(small: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    import shutil

    folder = tmp_path_factory.mktemp("lessen")
    shutil.copytree(KLEIN, folder / "project")
    for name, changes in OTHERS.items():
        text = ONE.replace("title: Groet eerst", f"title: Les {name}")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (folder / "project/docs/lessen" / f"{name}.md").write_text(text, encoding="utf-8")
    build(stock(Project(folder / "project", URL, "https://git.test/handboek"), small), folder / "site")
    with served(folder / "site") as address:
        yield folder / "site", address


def titles(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("[data-lessons] > li:visible .card-title a").all_inner_texts()]


def test_narrowed_down_and_kept_in_the_address(browser: Any, lessons: tuple[Path, str]):
    with visited(browser, lessons[1]) as page:
        page.goto(f"{lessons[1]}lessen/")
        assert sorted(titles(page)) == ["Groet eerst", "Les bevestigd", "Les oud"]
        assert page.inner_text("[data-lesson-count]") == "3 lessen"
        page.select_option("select[name=fase]", "doen")
        assert titles(page) == ["Les oud"]
        assert page.inner_text("[data-lesson-count]") == "1 van de 3 lessen"
        assert page.url.endswith("/lessen/?fase=doen")
        page.select_option("select[name=herkomst]", "eigen ervaring")
        assert titles(page) == []
        assert "Kies ruimer" in page.inner_text("[data-lesson-count]")
        page.go_back()
        assert titles(page) == ["Les oud"]
        page.goto(f"{lessons[1]}lessen/?rol=buurvrouw&plaats=Nijmegen")
        assert titles(page) == ["Les oud"]
        assert page.input_value("select[name=plaats]") == "Nijmegen"
        page.goto(f"{lessons[1]}lessen/?fase=bestaat-niet")
        assert len(titles(page)) == 3
        assert page.problems == []


def test_without_a_script_every_lesson_is_there(browser: Any, lessons: tuple[Path, str]):
    with visited(browser, lessons[1], java_script_enabled=False) as page:
        page.goto(f"{lessons[1]}lessen/")
        assert len(titles(page)) == 3
        assert not page.is_visible("[data-lesson-filter]")


def test_an_old_lesson_asks_whether_it_still_holds(browser: Any, lessons: tuple[Path, str]):
    with visited(browser, lessons[1]) as page:
        page.goto(f"{lessons[1]}lessen/oud/")
        assert page.inner_text("article [data-confirmed]") == "Nog geldig? Deze les is van 2021."
        for name in ("bevestigd", "groet-eerst"):
            page.goto(f"{lessons[1]}lessen/{name}/")
            assert not page.is_visible("article [data-confirmed]")
        page.goto(f"{lessons[1]}lessen/")
        assert page.locator("[data-confirmed]:visible").count() == 1


def test_a_concept_is_nowhere_on_the_site(lessons: tuple[Path, str]):
    site = lessons[0]
    assert not (site / "lessen/concept").exists()
    for file in ("lessen/index.html", "lessen.xml", "handboek.json", "sitemap.xml"):
        assert "concept/" not in (site / file).read_text(encoding="utf-8"), file
    assert "concept/" not in searched(site)
    for page in site.rglob("index.html"):
        assert "lessen/concept" not in page.read_text(encoding="utf-8"), page


def test_steps_and_tools_show_their_lessons(lessons: tuple[Path, str]):
    for page in ("fasen/kijken/rondje-lopen", "gesprekken/praatje", "rollen/buurvrouw"):
        assert "lessen/groet-eerst/" in (lessons[0] / page / "index.html").read_text(encoding="utf-8"), page
