"""The form for a new lesson: it says what the check says, and its file is a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from served import served, visited

from conftest import Site, searched
from handboek import checks, markdown
from handboek.build import build
from handboek.content import open_handbook
from handboek.model.practice import Lesson
from handboek.project import Project
from handboek.render import lesson_form

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
KLEIN = HERE.parent / "methods" / "klein"
CASES: dict[str, Any] = yaml.safe_load((HERE / "cases.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def form(browser: Any, small: Site) -> Iterator[Any]:
    """The form of the small method, open in a browser."""
    with served(small.folder) as address, visited(browser, address) as page:
        page.clock.install()  # what waits for somebody to stop typing, need not be waited for here
        page.goto(f"{address}lessen/toevoegen/")
        yield page
        assert page.problems == []


def said_by_form(form: Any, field: str, value: str) -> str:
    form.fill(f"#les-{field}", value)
    form.dispatch_event(f"#les-{field}", "focusout")
    form.clock.run_for(300)
    return str(form.inner_text(f"#les-{field}-say"))


SHORTER = {"date": "De dag waarop de les is opgeschreven.", "tools": "De hulpmiddelen waar de les bij hoort."}
"""The help of fields whose model also says how to type them in a file, which is no help in a form."""


def test_the_form_asks_for_every_field_of_the_model():
    assert lesson_form.fields().keys() | set(lesson_form.FILLED_IN) == Lesson.model_fields.keys()
    for name, field in lesson_form.fields().items():
        assert field.help == SHORTER.get(name, Lesson.model_fields[name].description)
    assert lesson_form.fields()["title"].longest == 70
    assert lesson_form.fields()["phases"].least == 1
    assert lesson_form.fields()["experience"].choices == ("eigen ervaring", "bron")


def test_what_is_wrong_stands_under_the_field(form: Any):
    """What it says is tried without a browser, in `test_lesson_logic.py`."""
    assert "Hier staat een telefoonnummer" in said_by_form(form, "did", "Bel 06-12345678.")
    assert form.get_attribute("#les-did", "aria-invalid") == "true"
    assert "moet nog komen" in said_by_form(form, "date", "2062-01-31")
    assert "is leeg. Vul het in." in said_by_form(form, "title", "")
    form.fill("#les-date", "2026-11-01")
    assert said_by_form(form, "did", "") == "Onder Wat we deden staat niets. Schrijf eronder wat hier hoort."


def test_a_text_in_order_gets_no_remark(form: Any):
    for name, value in (("title", "Bel eerst aan"), ("situation", "Niemand zei iets."), ("place", "Nijmegen")):
        assert said_by_form(form, name, value) == ""


def test_the_preview_looks_like_the_page(form: Any):
    def plain(html: str) -> str:
        return (
            re.sub(r'\s*\n\s*| (?:id|href)="[^"]*"', lambda found: "" if "=" in found[0] else " ", html)
            .replace("> <", "><")
            .strip()
        )

    for field in ("did", "taught", "holds"):
        form.fill(f"#les-{field}", "")
    for text in CASES["markdown"]:
        form.fill("#les-situation", text)
        form.clock.run_for(400)
        html = form.locator("[data-lesson-preview]").inner_html().split("</h3>")[1]
        assert plain(html) == plain(str(markdown.block(text, shift=1)).replace("&quot;", '"')), text


def test_nothing_is_sent_or_saved_while_something_is_wrong(form: Any):
    form.fill("#les-situation", "Bel 06-12345678.")
    downloads: list[str] = []
    form.on("download", lambda download: downloads.append(download.suggested_filename))
    form.click("[data-lesson-save]")
    wrong = form.locator("[data-lesson-wrong]")
    assert "De les is nog niet klaar" in wrong.inner_text()
    assert "telefoonnummer" in wrong.inner_text()
    assert form.evaluate("document.activeElement.hasAttribute('data-lesson-wrong')")
    form.clock.run_for(200)
    assert downloads == []


def fill_in(page: Any) -> None:
    page.fill("#les-title", 'Bel "eerst" aan: ook bij één dichte deur')
    page.fill("#les-summary", "Wie twee keer belt, treft vaker iemand.")
    page.fill("#les-situation", "Veel deuren bleven dicht.\r\nOok overdag.")
    page.fill("#les-did", "- We belden twee keer.\n- We kwamen **'s avonds** terug.")
    page.fill("#les-taught", "Zie ook [het rondje](/fasen/kijken/rondje-lopen/).")
    page.fill("#les-holds", "### Wel\n\nIn een flat: altijd.")
    page.fill("#les-place", "De buurt: midden")
    page.fill("#les-date", "2026-11-01")
    page.check('input[name="experience"][value="bron"]')
    page.click('[data-field="source"] summary')
    page.check('input[name="source"][value="boekje"]')
    page.check('input[name="phases"][value="kijken"]')
    page.click('[data-field="tools"] summary')
    page.check('input[name="tools"][value="gesprekken/praatje"]')


@pytest.mark.usefixtures("stocked")
def test_from_the_form_to_the_site(browser: Any, project: Project, tmp_path: Path):
    """Filled in, saved, put in its folder: the check is clean and the lesson is on its page, in list, search and feed."""
    build(project, tmp_path / "site")
    with served(tmp_path / "site") as address, visited(browser, address, accept_downloads=True) as page:
        page.goto(f"{address}lessen/toevoegen/")
        fill_in(page)
        page.wait_for_timeout(400)
        page.reload()
        assert "Je concept van de vorige keer" in page.inner_text("[data-lesson-draft]")
        assert page.input_value("#les-place") == "De buurt: midden"
        assert page.is_checked('input[name="source"][value="boekje"]')
        with page.expect_download() as download:
            page.click("[data-lesson-save]")
        name = download.value.suggested_filename
        download.value.save_as(project.root / "docs" / "lessen" / name)
        mail = page.get_attribute("[data-lesson-mail]", "href")
        pull = page.get_attribute("[data-lesson-pull]", "href")
        assert not page.is_visible("[data-lesson-long]")
        page.fill("#les-did", "We belden twee keer. " * 400)
        page.wait_for_timeout(400)
        assert page.is_visible("[data-lesson-long]")  # said before the link is followed: then the page is gone
        assert "value=" not in page.get_attribute("[data-lesson-pull]", "href")
        page.click("[data-lesson-clear]")
        assert page.input_value("#les-title") == ""
        page.reload()
        assert page.input_value("#les-title") == ""
        assert page.problems == []
    assert name == "bel-eerst-aan-ook-bij-een-dichte-deur.md"
    text = (project.root / "docs" / "lessen" / name).read_text(encoding="utf-8")
    assert mail.startswith("mailto:redactie@handboek.example?subject=Les%20voor%20het%20handboek")
    assert name in mail
    asked = parse_qs(urlsplit(pull).query)
    assert pull.startswith("https://git.test/handboek/new/main/docs/lessen?")
    assert asked == {"filename": [name], "value": [text]}

    handbook = open_handbook(project.root)
    assert checks.run(handbook) == []
    lesson = handbook.get("lesson", name.removesuffix(".md"))
    assert lesson.data.title == 'Bel "eerst" aan: ook bij één dichte deur'
    assert lesson.data.place == "De buurt: midden"
    assert lesson.data.situation == "Veel deuren bleven dicht.\nOok overdag."
    assert lesson.names == (("phase", "kijken"), ("guide", "praatje"), ("source", "boekje"))
    build(project, tmp_path / "site")
    site = tmp_path / "site"
    page_html = (site / lesson.address / "index.html").read_text(encoding="utf-8")
    assert "We kwamen <strong>'s avonds</strong> terug." in page_html
    assert lesson.slug in (site / "lessen" / "index.html").read_text(encoding="utf-8")
    assert lesson.address in searched(site)
    assert f"https://handboek.test/handboek/{lesson.address}" in (site / "lessen.xml").read_text(encoding="utf-8")


def test_without_a_script_the_form_says_where_to_write(browser: Any, form: Any):
    with visited(browser, form.url, java_script_enabled=False) as page:
        page.goto(form.url)
        assert page.is_visible("[data-lesson-without]")
        assert not page.is_visible("[data-lesson-form]")
        assert page.get_attribute("[data-lesson-without] a", "href") == "mailto:redactie@handboek.example"
