"""Where a browser keeps nothing: what is said of it, a copy as a file, and that file opened again, on the page of a tool."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from small_site import reader
from test_projects import projects
from test_team import read_in

from conftest import until

pytestmark = pytest.mark.slow

EVERYWHERE = ("localStorage", "sessionStorage")
METER, PLANNER, STEP = "wie-doet-mee/", "terugteller/", "fasen/kijken/rondje-lopen/"
TENANTS = "Projects.project().meter[0].tenants"


def fill(page: Any, number: str) -> None:
    page.locator("#tenants-0").fill(number)
    page.locator("#tenants-0").blur()


def copy(page: Any, folder: Path) -> Path:
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar een kopie als bestand").click()
    file = folder / given.value.suggested_filename
    given.value.save_as(file)
    return file


def open_copy(page: Any, file: Path) -> str:
    said = page.locator("[data-copy-said]")
    before = said.inner_text()
    page.locator("#open-kopie").set_input_files(file)
    until(page, f"document.querySelector('[data-copy-said]').textContent.trim() !== {json.dumps(before.strip())}")
    return said.inner_text()  # type: ignore[no-any-return]


def leave(page: Any) -> list[str]:
    """Follow a link; what the browser asks first is answered with staying."""
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("document.querySelector('a[href*=\"mijn-projecten\"]').click()")
    page.wait_for_timeout(500)
    return asked


@pytest.mark.parametrize("refused", [("localStorage",), EVERYWHERE], ids=["device", "all"])
def test_a_browser_that_keeps_nothing_says_so_once_and_gives_a_copy(
    browser: Any, klein: str, tmp_path: Path, refused: tuple[str, ...]
):
    with reader(browser, accept_downloads=True, refused=refused) as device:
        page = device.new_page()
        page.goto(klein + METER)
        shown = page.locator("main").inner_text()
        assert len(re.findall("mag niets bewaren|laat niets bewaren", shown)) == 1
        assert "lleen op dit apparaat" not in shown
        assert page.locator("[data-copy-save]").is_hidden(), "there is nothing to copy yet"
        fill(page, "24")
        file = copy(page, tmp_path)
        assert re.fullmatch(r"mijn-project-wie-doet-mee-\d{4}-\d\d-\d\d\.json", file.name)
    with reader(browser) as device:
        other = projects(device, klein)
        read_in(other, file)
        assert other.evaluate(TENANTS) == 24


def test_a_copy_is_opened_where_nothing_is_kept_and_goes_on(browser: Any, klein: str, tmp_path: Path):
    """From one visit to the next, over the pages of two tools: what was done there is all in the last copy."""
    with reader(browser, accept_downloads=True, refused=EVERYWHERE) as device:
        page = device.new_page()
        page.goto(klein + METER)
        fill(page, "24")
        first = copy(page, tmp_path)
        page.goto(klein + PLANNER)
        assert open_copy(page, first) == "Mijn project is geopend. Bewaar een nieuwe kopie voor je weggaat."
        page.locator("#start").fill("2031-02-28")
        page.locator("#start").blur()
        second = copy(page, tmp_path)
        assert "terugteller" in second.name
        page.goto(klein + METER)
        fill(page, "12")
        assert "Wat je hier al deed" not in open_copy(page, second), "it is one project by its name"
        assert page.evaluate("Projects.project().plan.start") == "2031-02-28"
        assert page.locator("#project option").count() == 1
        page.goto(klein + STEP)
        open_copy(page, second)
        page.locator(".checklist input").first.check()
        third = copy(page, tmp_path)
        assert "rondje-lopen" in third.name
    with reader(browser) as device:
        other = projects(device, klein)
        read_in(other, third)
        assert other.evaluate("[Projects.project().meter[0].tenants, Projects.project().plan.start]") == [
            24,
            "2031-02-28",
        ]
        assert other.evaluate("Object.keys(Projects.project().ticks).length") == 1


def test_a_copy_of_another_project_stands_beside_what_was_done_here(browser: Any, klein: str, tmp_path: Path):
    with reader(browser, accept_downloads=True, refused=EVERYWHERE) as device:
        page = projects(device, klein)
        page.locator("#nieuw-project").fill("Nigerdreef")
        page.locator("#nieuw-project").press("Enter")
        with page.expect_download() as given:
            page.get_by_role("button", name="Exporteer: Nigerdreef").click()
        given.value.save_as(tmp_path / "nigerdreef.json")
        page.goto(klein + METER)
        fill(page, "24")
        said = open_copy(page, tmp_path / "nigerdreef.json")
        assert said.startswith("Nigerdreef is geopend. Wat je hier al deed, staat bij Mijn project.")
        assert sorted(page.locator("#project option").all_inner_texts()) == ["Mijn project", "Nigerdreef"]
        page.locator("#project").select_option("Mijn project")
        assert page.locator("#tenants-0").input_value() == "24"
        file = copy(page, tmp_path)
    with reader(browser) as device:
        other = projects(device, klein)
        read_in(other, file)
        assert sorted(other.evaluate("Object.values(Projects.store.value.projects).map(({ name }) => name)")) == [
            "Mijn project",
            "Nigerdreef",
        ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{}", "geen bestand met projecten"),
        ("x" * 2_100_000, "te groot"),
        ('{"format": "handboek-projecten", "version": 99}', "een andere uitgave"),
    ],
)
def test_what_is_no_copy_is_refused_and_what_was_done_stays(
    browser: Any, klein: str, tmp_path: Path, text: str, words: str
):
    with reader(browser, refused=EVERYWHERE) as device:
        page = device.new_page()
        page.goto(klein + METER)
        fill(page, "24")
        file = tmp_path / "vreemd.json"
        file.write_text(text, encoding="utf-8")
        said = open_copy(page, file)
        assert words in said and said.endswith("Er is niets veranderd.")
        assert page.evaluate(TENANTS) == 24


def test_what_is_personal_in_a_copy_is_left_out(browser: Any, klein: str, tmp_path: Path):
    with reader(browser, accept_downloads=True, refused=EVERYWHERE) as device:
        page = device.new_page()
        page.goto(klein + METER)
        fill(page, "24")
        file = copy(page, tmp_path)
        file.write_text(file.read_text("utf-8").replace("Mijn project", "Bel 06-12345678"), encoding="utf-8")
        page.goto(klein + PLANNER)
        said = open_copy(page, file)
        assert "Weggelaten: 1 tekst met een gegeven van een mens." in said
        assert "12345678" not in page.locator("main").inner_text()


@pytest.mark.parametrize("where", [METER, STEP, "mijn-projecten/"])
def test_who_leaves_with_what_no_file_has_is_asked_first(browser: Any, klein: str, tmp_path: Path, where: str):
    """And not before anything was done, not after a copy, and never where it is kept."""
    with reader(browser, accept_downloads=True, refused=EVERYWHERE) as device:
        page = device.new_page()
        page.goto(klein + where)
        page.locator("h1").click()
        assert leave(page) == []
        page.goto(klein + where)
        if where == METER:
            fill(page, "24")
        elif where == STEP:
            page.locator(".checklist input").first.check()
            until(page, "typeof Projects !== 'undefined' && Projects.store.value.current !== ''")
        else:
            page.locator("#nieuw-project").fill("Nigerdreef")
            page.locator("#nieuw-project").press("Enter")
        assert leave(page) == ["beforeunload"]
        assert page.url == klein + where
        if where == "mijn-projecten/":
            with page.expect_download():
                page.get_by_role("button", name="Exporteer: Nigerdreef").click()
        else:
            copy(page, tmp_path)
        assert leave(page) == []
    with reader(browser) as device:
        page = device.new_page()
        page.goto(klein + METER)
        fill(page, "24")
        assert page.locator("[data-copy]").is_hidden()
        assert leave(page) == []


def test_a_device_without_room_asks_too_and_its_copy_has_all(browser: Any, klein: str, tmp_path: Path):
    full = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    with reader(browser, accept_downloads=True, script=full) as device:
        page = device.new_page()
        page.goto(klein + METER)
        fill(page, "24")
        assert page.locator("[data-copy-open]").is_hidden(), "there is no room for what it would bring"
        assert leave(page) == ["beforeunload"]
        file = copy(page, tmp_path)
        assert leave(page) == []
    assert "row-tenants" in file.read_text("utf-8")
