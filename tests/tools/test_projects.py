"""Projects in a browser: two tabs at once, a file that is read twice, a name that is taken, a device without room."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_site import reader

from conftest import until

pytestmark = pytest.mark.slow

KEY = "handboek:/handboek/"
KEPT = f"Object.values(ProjectStore.read(localStorage.getItem('{KEY}')).state.projects)"
STEP = "fasen/kijken/rondje-lopen/"


@pytest.fixture
def device(browser: Any) -> Any:
    with reader(browser, accept_downloads=True) as device:
        yield device


def projects(device: Any, klein: str) -> Any:
    page = device.new_page()
    page.goto(f"{klein}mijn-projecten/")
    return page


def add(page: Any, name: str) -> None:
    page.locator("#nieuw-project").fill(name)
    page.locator("#nieuw-project").press("Enter")


def names(page: Any) -> list[str]:
    return page.locator(".project-name input").evaluate_all("all => all.map(one => one.value)")  # type: ignore[no-any-return]


def current(page: Any) -> str:
    return page.locator(".project.current .project-name input").input_value()  # type: ignore[no-any-return]


def said(page: Any) -> str:
    return page.locator("[data-projects-said]").inner_text()  # type: ignore[no-any-return]


def export(page: Any, name: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Exporteer: {name}", exact=True).click()
    file = folder / f"{name}.json"
    download.value.save_as(file)
    return file


def test_two_tabs_that_tick_at_the_same_time_lose_no_tick(device: Any, klein: str):
    """Faster than a browser tells one tab what another wrote."""
    tabs = [device.new_page() for _ in range(3)]
    for tab in tabs:
        tab.goto(f"{klein}{STEP}")
    for tab in tabs:
        until(tab, "typeof Projects !== 'undefined'")
    tabs[0].evaluate("Projects.edit(() => {})")  # a project to tick in
    for tab in tabs[1:]:
        until(tab, "Projects.store.value.current !== ''")
    for number, tab in enumerate(tabs):
        tab.evaluate(
            """who => { window.work = (async () => {
            for (let number = 0; number < 100; number += 1) {
                Projects.edit(({ ticks }) => { ticks[`${who}#${number}`] = '2026-11-30'; });
                await new Promise(done => setTimeout(done, Math.random() * 8));
            }
        })(); }""",
            number,
        )
    for tab in tabs:
        tab.evaluate("() => work")
    count = f"Object.keys({KEPT}[0].ticks).length"
    for tab in tabs:
        until(tab, f"{count} === 300")
        until(tab, "Object.keys(Projects.project().ticks).length === 300")


def test_a_device_that_was_full_keeps_all_when_there_is_room(device: Any, klein: str):
    one, other = device.new_page(), device.new_page()
    for page in (one, other):
        page.goto(f"{klein}{STEP}")
    boxes = [page.locator(".checklist input") for page in (one, other)]
    assert boxes[0].count() >= 2
    one.evaluate("""() => {
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };
        window.room = () => { Storage.prototype.setItem = set; };
    }""")
    boxes[0].nth(0).check()
    assert "geen ruimte" in one.locator("[data-notice]").first.inner_text()
    assert "Alleen op dit apparaat" not in one.locator("body").inner_text()
    one.evaluate("() => room()")
    boxes[1].nth(1).check()
    until(one, f"Object.keys({KEPT}[0].ticks).length === 2")
    until(one, "document.querySelectorAll('.checklist input:checked').length === 2")
    assert one.locator("[data-notice]").first.is_hidden()
    one.reload()
    assert boxes[0].evaluate_all("all => all.filter(box => box.checked).length") == 2


def test_a_name_that_is_being_typed_survives_another_tab(device: Any, klein: str):
    page = projects(device, klein)
    add(page, "Nigerdreef")
    other = device.new_page()
    other.goto(f"{klein}{STEP}")
    field = page.locator(".project-name input")
    field.click()
    page.keyboard.press("End")
    page.keyboard.type(" Noord")
    other.locator(".checklist input").first.check()
    until(page, "Object.keys(Projects.project().ticks).length === 1")
    assert field.input_value() == "Nigerdreef Noord"
    page.keyboard.type("west")
    page.keyboard.press("Enter")
    until(other, "document.querySelector('#project option').textContent === 'Nigerdreef Noordwest'")


def test_two_projects_do_not_bear_one_name_unnoticed(device: Any, klein: str):
    page = projects(device, klein)
    add(page, "Nigerdreef")
    add(page, "nigerdreef ")
    assert "Er is al een project dat nigerdreef heet." in said(page)
    assert names(page) == ["Nigerdreef", "nigerdreef (2)"]
    add(page, "Oslostraat")
    field = page.locator(".project-name input").nth(2)
    field.fill("NIGERDREEF")
    field.press("Enter")
    assert "Dit project heet nu NIGERDREEF (3)." in said(page)
    field = page.locator(".project-name input").nth(0)
    field.fill("  ")
    field.press("Enter")
    assert "heeft een naam nodig" in said(page)
    assert names(page)[0] == "Nigerdreef"


def test_the_same_file_twice_changes_nothing_and_says_so(device: Any, klein: str, tmp_path: Path):
    page = projects(device, klein)
    add(page, "Nigerdreef")
    file = export(page, "Nigerdreef", tmp_path)
    before = page.evaluate(f"localStorage.getItem('{KEY}')")
    for _ in range(2):
        page.locator("[data-import]").set_input_files(file)
        page.get_by_text("Nigerdreef staat er al, precies zo. Daar is niets veranderd.").wait_for()
    assert names(page) == ["Nigerdreef"]
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == before


def test_a_file_of_a_colleague_does_not_switch_what_is_worked_on(device: Any, klein: str, tmp_path: Path):
    page = projects(device, klein)
    add(page, "Van mij")
    file = tmp_path / "ander.json"
    ander = {
        "format": "handboek-projecten",
        "version": 2,
        "projects": [{"name": "Van een collega", "ticks": {"a#b": ""}}],
    }
    file.write_text(json.dumps(ander), encoding="utf-8")
    page.locator("[data-import]").set_input_files(file)
    page.get_by_text("1 project gelezen: Van een collega. Je werkt nog aan Van mij.").wait_for()
    assert current(page) == "Van mij"
    page.get_by_role("button", name="Werk aan Van een collega").click()
    assert current(page) == "Van een collega"


@pytest.mark.parametrize("answer", ["Voeg samen", "Vervang", "Zet ernaast", "Laat zo"])
def test_a_project_that_is_here_and_differs_is_asked_about(device: Any, klein: str, tmp_path: Path, answer: str):
    page = projects(device, klein)
    add(page, "Nigerdreef")
    file = export(page, "Nigerdreef", tmp_path)
    page.locator("details[data-phase] summary").first.click()
    page.locator(".checklist input").first.check()
    add(page, "Ander")
    page.locator("[data-import]").set_input_files(file)
    page.get_by_text(
        f"Nigerdreef staat er al, en is in {file.name} niet hetzelfde: hier staat 1 vinkje dat in het bestand niet staat."
    ).wait_for()
    assert names(page) == ["Nigerdreef", "Ander"]
    assert current(page) == "Ander"
    assert page.evaluate("document.activeElement.ariaLabel") == "Voeg samen: Nigerdreef"
    page.get_by_role("button", name=f"{answer}: Nigerdreef").click()
    assert page.locator("[data-import-ask]").is_hidden()
    assert current(page) == "Ander"
    ticks = "Object.fromEntries(Object.values(Projects.store.value.projects).map(one => [one.name, Object.keys(one.ticks).length]))"
    assert (
        page.evaluate(ticks)
        == {
            "Voeg samen": {"Nigerdreef": 1, "Ander": 0},
            "Vervang": {"Nigerdreef": 0, "Ander": 0},
            "Zet ernaast": {"Nigerdreef": 1, "Ander": 0, "Nigerdreef (2)": 0},
            "Laat zo": {"Nigerdreef": 1, "Ander": 0},
        }[answer]
    )
    if answer == "Vervang":
        page.get_by_role("button", name="Zet terug").click()
        assert page.evaluate(ticks) == {"Nigerdreef": 1, "Ander": 0}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"x" * 5_200_000, "te groot: 5,2 MB"),
        (json.dumps({"format": "handboek-projecten", "version": 2, "projects": [{"meter": [{"name": str(n)} for n in range(20_000)]}]}).encode(), "te veel straten"),
        (b"\xff\xfe\x00PNG", "geen bestand met projecten"),
        ("naam\tvinkjes\r\nNigerdreef\t3\r\n".encode("utf-16"), "geen bestand met projecten"),
        (b"", "geen bestand met projecten"),
    ],
    ids=["large", "parts", "picture", "excel", "empty"],
)  # fmt: skip
def test_a_file_that_cannot_be_is_refused_and_the_page_goes_on(
    device: Any, klein: str, tmp_path: Path, content: bytes, words: str
):
    page = projects(device, klein)
    add(page, "Nigerdreef")
    before = page.evaluate(f"localStorage.getItem('{KEY}')")
    file = tmp_path / "bestand.json"
    file.write_bytes(content)
    page.locator("[data-import]").set_input_files(file)
    page.get_by_text(words).wait_for()
    assert said(page).endswith("Er is niets veranderd.")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == before
    add(page, "Oslostraat")
    assert names(page) == ["Nigerdreef", "Oslostraat"]


def test_wiping_takes_what_was_kept_before_too(device: Any, klein: str):
    page = projects(device, klein)
    old = json.dumps({"version": 2, "current": "a", "projects": {"a": {"name": "Van vroeger", "ticks": {"x#y": "1"}}}})
    page.evaluate("text => { localStorage.clear(); localStorage.setItem('handboek', text); }", old)
    page.reload()
    assert names(page) == ["Van vroeger"]
    page.get_by_role("button", name="Wis alles van dit apparaat").click()
    assert "Van vroeger" not in page.evaluate("JSON.stringify(localStorage)")
    page.get_by_role("button", name="Zet terug").click()
    assert names(page) == ["Van vroeger"]
    page.reload()
    assert names(page) == ["Van vroeger"]


def test_a_calendar_file_of_a_hostile_name_is_valid(device: Any, klein: str, tmp_path: Path):
    import ics

    page = projects(device, klein)
    add(page, "A, b; c\\ 🏘️ " + "ü" * 90)
    page.clock.set_fixed_time("2026-11-30T12:00:00")
    page.goto(f"{klein}terugteller/")
    page.locator("#start").fill("2031-02-28")
    with page.expect_download() as download:
        page.get_by_role("button", name="agenda").click()
    download.value.save_as(tmp_path / "plan.ics")
    events = ics.read((tmp_path / "plan.ics").read_bytes())
    assert events[-1]["DTSTART"] == "20310228"
    assert events[-1]["SUMMARY"].startswith("A, b; c\\ 🏘️ üüü")


def test_a_tick_that_is_faster_than_its_script_is_not_lost(device: Any, klein: str):
    page = device.new_page()
    page.route("**/own-projects.js", lambda route: route.abort())
    page.goto(f"{klein}{STEP}")
    page.locator(".checklist input").nth(1).check()
    page.unroute("**/own-projects.js")
    page.goto(f"{klein}mijn-projecten/")
    until(page, "Object.keys(Projects.project().ticks).length === 1")
    page.goto(f"{klein}{STEP}")
    until(page, "document.querySelectorAll('.checklist input:checked').length === 1")


def test_who_only_looks_in_fetches_no_projects(device: Any, klein: str):
    page = device.new_page()
    page.set_viewport_size({"width": 1280, "height": 200})
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{klein}{STEP}")
    page.wait_for_load_state("networkidle")
    assert not [one for one in asked if "own-projects" in one]
    page.locator(".checklist input").first.scroll_into_view_if_needed()
    until(page, "typeof Projects !== 'undefined'")


@pytest.mark.parametrize("name", ["Jan de Vries, BSN 111222333", "Bel 06-12345678"])
def test_the_name_of_a_part_is_refused_where_it_points_at_a_person(browser: Any, klein: str, name: str):
    with reader(browser) as device:
        page = device.new_page()
        page.goto(f"{klein}wie-doet-mee/")
        page.locator("[data-meter-add]").click()
        page.locator("#deel-0").fill("Noord")
        page.locator("#deel-0").press("Tab")
        page.locator("#deel-0").fill(name)
        page.locator("#deel-0").press("Tab")
        assert page.locator("#deel-0").input_value() == "Noord"
        assert "De oude naam is gebleven." in page.locator("#deel-0-fout").inner_text()
        assert name not in page.evaluate("JSON.stringify(ProjectStore.kept(Projects.store.value))")
