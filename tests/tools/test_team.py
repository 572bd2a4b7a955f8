"""Colleagues with a browser of their own: files that pass between them, and a folder that each of them can open."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small_site import reader
from test_projects import add, export, names, projects, said

from conftest import until

pytestmark = pytest.mark.slow

FOLDER = """
window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Team', { create: true });
"""
"""In the place of the question for a folder, which only a person can answer: the private file system of the browser."""

READ = """async () => {
    const folder = await window.showDirectoryPicker();
    const files = {};
    for await (const entry of folder.values()) files[entry.name] = await (await entry.getFile()).text();
    return files;
}"""
WRITE = """async (files) => {
    const folder = await window.showDirectoryPicker();
    for (const [name, text] of Object.entries(files)) {
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
    }
}"""


@pytest.fixture
def colleagues(browser: Any) -> Iterator[tuple[Any, Any]]:
    with (
        reader(browser, accept_downloads=True, script=FOLDER) as one,
        reader(browser, accept_downloads=True, script=FOLDER) as other,
    ):
        yield one, other


def read_in(page: Any, *files: Path) -> None:
    page.evaluate("() => { document.querySelector('[data-projects-said]').textContent = ''; }")
    page.locator("[data-import]").set_input_files(list(files))
    until(page, "document.querySelector('[data-projects-said]').textContent !== ''")


def tick(page: Any, number: int) -> None:
    phase = page.locator("details[data-phase]").first
    if phase.get_attribute("open") is None:
        phase.locator("summary").click()
    page.locator(".checklist input").nth(number).check()


def ticked(page: Any) -> int:
    return page.locator(".checklist input:checked").count()  # type: ignore[no-any-return]


def call(page: Any, name: str) -> None:
    page.locator("#apparaat").fill(name)
    page.locator("#apparaat").press("Enter")


def in_folder(page: Any, project: str) -> None:
    page.get_by_role("button", name=f"Zet in een projectmap: {project}").click()
    page.get_by_text("De map Team is bij.").wait_for()


def up_to_date(page: Any) -> None:
    page.evaluate("() => { document.querySelector('[data-projects-said]').textContent = ''; }")
    page.get_by_role("button", name="Werk bij: Team").click()
    until(page, "document.querySelector('[data-projects-said]').textContent.startsWith('De map Team is bij.')")


def test_a_file_goes_there_and_back_and_both_have_everything(colleagues: Any, klein: str, tmp_path: Path):
    one, other = (projects(device, klein) for device in colleagues)
    call(one, "Laptop Noord")
    add(one, "Samen")
    tick(one, 0)
    read_in(other, export(one, "Samen", tmp_path))
    assert names(other) == ["Samen"]
    assert ticked(other) == 1
    call(other, "Laptop Zuid")
    tick(other, 1)
    tick(one, 2)
    back = export(other, "Samen", tmp_path)
    read_in(one, back)
    one.get_by_role("button", name="Voeg samen: Samen").click()
    assert ticked(one) == 3
    assert names(one) == ["Samen"], "it is known by what it is, not by its name"
    news = one.locator("[data-news]").inner_text()
    assert "Laptop Zuid: 1 vinkje gezet" in news
    before = one.evaluate("JSON.stringify(ProjectStore.kept(Projects.store.value))")
    one.locator("[data-import]").set_input_files(back)
    until(one, "document.querySelector('[data-import-ask]').hidden === false")
    one.get_by_role("button", name="Voeg samen: Samen").click()
    assert "Er veranderde niets" in said(one)
    assert one.evaluate("JSON.stringify(ProjectStore.kept(Projects.store.value))") == before


def test_a_folder_holds_a_file_of_each_and_reading_it_is_enough(colleagues: Any, klein: str):
    one, other = (projects(device, klein) for device in colleagues)
    add(one, "Van mij alleen")
    add(one, "Samen")
    tick(one, 0)
    in_folder(one, "Samen")
    files = one.evaluate(READ)
    assert len(files) == 1
    assert "Van mij alleen" not in json.dumps(files), "only what was put there"
    other.evaluate(WRITE, files)
    other.get_by_role("button", name="Open een projectmap").click()
    other.get_by_text("De map Team is bij. Wat er nieuw is, staat hieronder.").wait_for()
    assert names(other) == ["Samen"]
    tick(other, 1)
    up_to_date(other)
    files = other.evaluate(READ)
    assert len(files) == 2
    one.evaluate(WRITE, files)
    up_to_date(one)
    assert ticked(one) == 2
    assert "1 vinkje gezet" in one.locator("[data-news]").inner_text()
    up_to_date(one)
    assert "Er is niets nieuws." in said(one)


def test_a_folder_comes_back_with_the_page_and_what_is_new_too(colleagues: Any, klein: str):
    one, other = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    in_folder(one, "Samen")
    other.evaluate(WRITE, one.evaluate(READ))
    other.get_by_role("button", name="Open een projectmap").click()
    other.get_by_text("De map Team is bij.").wait_for()
    tick(other, 0)
    up_to_date(other)
    one.evaluate(WRITE, other.evaluate(READ))
    one.reload()
    one.get_by_role("button", name="Werk bij: Team").wait_for()
    until(one, "document.querySelectorAll('.checklist input:checked').length === 1")


def test_a_file_that_a_disk_broke_is_named_and_the_rest_is_read(colleagues: Any, klein: str):
    one, _ = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    one.evaluate(WRITE, {"apparaat-kapot.projecten.json": "{half"})
    in_folder(one, "Samen")
    assert "Niet te lezen, en overgeslagen: apparaat-kapot.projecten.json." in said(one)


def test_what_one_deletes_is_gone_at_the_other_and_can_come_back(colleagues: Any, klein: str, tmp_path: Path):
    one, other = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    tick(one, 0)
    in_folder(one, "Samen")
    other.evaluate(WRITE, one.evaluate(READ))
    other.get_by_role("button", name="Open een projectmap").click()
    other.get_by_text("De map Team is bij.").wait_for()
    other.get_by_role("button", name="Wis: Samen").click()
    up_to_date(other)
    one.evaluate(WRITE, other.evaluate(READ))
    up_to_date(one)
    assert names(one) == []
    assert "het project gewist" in one.locator("[data-news]").inner_text()
    one.locator("[data-gone]").get_by_role("button", name="Zet terug: Samen").click()
    assert names(one) == ["Samen"]
    assert ticked(one) == 1


def test_what_is_personal_is_refused_and_nothing_leaves(colleagues: Any, klein: str):
    one, _ = (projects(device, klein) for device in colleagues)
    add(one, "Bel 06-12345678")
    assert names(one) == []
    assert "telefoonnummer" in said(one)
    add(one, "Samen")
    one.evaluate("Projects.edit((mine) => { mine.name = 'Mail naar jan@voorbeeld.nl'; })")
    one.get_by_role("button", name="Exporteer: Mail").click()
    assert "Dit gaat niet mee: “Mail naar jan@voorbeeld.nl”, de naam van het project." in said(one)
    one.get_by_role("button", name="Zet in een projectmap: Mail").click()
    until(one, "document.querySelector('[data-projects-said]').textContent.includes('gaat niet mee')")
    assert one.evaluate(READ) == {}


def edited(file: Path, old: str, new: str) -> Path:
    """The file as somebody changed it by hand."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    changed = file.with_name(f"met-de-hand-{file.name}")
    changed.write_text(text.replace(old, new), encoding="utf-8")
    return changed


def test_what_is_personal_in_a_file_is_left_out_and_all_else_is_read(colleagues: Any, klein: str, tmp_path: Path):
    """A page lets nobody type it, but a file is a text that anybody can change; so is one in a folder."""
    one, other = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    tick(one, 0)
    one.evaluate(
        "Projects.edit((mine) => { mine.meter = [{ id: 'r1', at: 0, name: 'Noord', tenants: 30, yes: 12, no: 0 }]; })"
    )
    file = edited(export(one, "Samen", tmp_path), "Noord", "Bel 06-12345678")
    read_in(other, file)
    told = said(other)
    assert "Uit met-de-hand-Samen.json is weggelaten: “Bel 06-12345678”, de naam van een " in told
    assert "in Samen." in told and "telefoonnummer" in told and "1 project gelezen: Samen." in told
    kept = other.evaluate("Projects.project().meter")
    assert [(row["name"], row["tenants"], row["yes"]) for row in kept] == [("(weggelaten)", 30, 12)]
    assert ticked(other) == 1
    assert "12345678" not in other.evaluate("JSON.stringify(localStorage)")
    text = file.read_text(encoding="utf-8")
    other.evaluate(WRITE, {"apparaat-zelf.projecten.json": text.replace("Samen", "mail jan@voorbeeld.nl")})
    in_folder(other, "Samen")
    assert "Uit apparaat-zelf.projecten.json is weggelaten: “mail jan@voorbeeld.nl”, de naam van het project." in said(
        other
    )
    assert "12345678" not in json.dumps(
        other.evaluate(READ)[f"apparaat-{other.evaluate('Projects.store.value.device')}.projecten.json"]
    )


def test_all_is_all_what_was_deleted_too(colleagues: Any, klein: str, tmp_path: Path):
    """A colleague who reads it hears that a project was deleted, and decides."""
    one, other = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    tick(one, 0)
    read_in(other, export(one, "Samen", tmp_path))
    one.get_by_role("button", name="Wis: Samen").click()
    with one.expect_download() as given:
        one.get_by_role("button", name="Exporteer alles").click()
    file = tmp_path / "alles.json"
    given.value.save_as(file)
    read_in(other, file)
    assert "in alles.json is het gewist" in other.locator("[data-import-ask]").inner_text()
    other.get_by_role("button", name="Voeg samen: Samen").click()
    assert names(other) == []
    assert "het project gewist" in other.locator("[data-news]").inner_text()
    other.locator("[data-news]").get_by_role("button", name="Zet terug").click()
    assert names(other) == ["Samen"]
    assert ticked(other) == 1
    one.locator("[data-gone]").get_by_role("button", name="Haal van dit apparaat").click()
    read_in(one, file)
    assert "Samen is een gewist project. Kijk bij Gewist." in said(one)
    read_in(one, file)
    assert "Samen is een gewist project. Kijk bij Gewist." in said(one)


def test_two_projects_of_one_name_become_one(colleagues: Any, klein: str, tmp_path: Path):
    """Each colleague had made the project before they spoke about it."""
    one, other = (projects(device, klein) for device in colleagues)
    for number, page in enumerate((one, other)):
        add(page, "Samen")
        tick(page, number)
    read_in(one, export(other, "Samen", tmp_path))
    one.get_by_role("button", name="Voeg samen: Samen").click()
    assert names(one) == ["Samen"]
    assert ticked(one) == 2
    tick(other, 2)
    read_in(one, export(other, "Samen", tmp_path))
    one.get_by_role("button", name="Voeg samen: Samen").click()
    assert names(one) == ["Samen"]
    assert ticked(one) == 3
    read_in(other, export(one, "Samen", tmp_path))
    other.get_by_role("button", name="Voeg samen: Samen").click()
    assert names(other) == ["Samen"]
    assert ticked(other) == 3


def test_a_week_of_two_colleagues(colleagues: Any, klein: str):
    """Each does something every day, and the folder goes to and fro: nothing is lost, and both read who did what on which day."""
    for device in colleagues:  # before a page is there: the theme's own clock does not bear one that changes under it
        device.clock.set_fixed_time("2026-11-30T09:00:00")
    one, other = (projects(device, klein) for device in colleagues)
    for page, name in ((one, "Laptop Noord"), (other, "Laptop Zuid")):
        page.reload()
        call(page, name)
    add(one, "Samen")
    in_folder(one, "Samen")
    other.evaluate(WRITE, one.evaluate(READ))
    other.get_by_role("button", name="Open een projectmap").click()
    other.get_by_text("De map Team is bij.").wait_for()
    days = ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"]
    for number, day in enumerate(days):
        mine, theirs = (one, other) if number % 2 == 0 else (other, one)
        for page in (mine, theirs):
            page.clock.set_fixed_time(f"{day}T09:00:00")
        tick(mine, number)
        theirs.evaluate(
            "(number) => Projects.edit((mine) => { mine.tasks[`a#${number}`] = { who: 'rol', day: '2026-12-24' }; })",
            number,
        )
        for page, to in ((mine, theirs), (theirs, mine), (mine, theirs)):
            up_to_date(page)
            to.evaluate(WRITE, page.evaluate(READ))
    up_to_date(theirs)
    for page in (one, other):
        assert ticked(page) == 5
        assert page.evaluate("Object.keys(Projects.project().tasks).length") == 5
        page.locator(".project-days summary").click()
        told = page.locator(".project-days li").all_inner_texts()
        ticks = [line for line in told if "1 vinkje gezet" in line]
        assert [line.split(" december")[0] for line in ticks[:4]] == ["4", "3", "2", "1"]
        assert ["Noord" in line for line in ticks] == [True, False, True, False, True]
    assert one.evaluate("JSON.stringify(Projects.store.value.projects)") == other.evaluate(
        "JSON.stringify(Projects.store.value.projects)"
    )


def test_what_was_merged_is_told_and_can_be_put_back(colleagues: Any, klein: str, tmp_path: Path):
    """The newest day counts; who takes it back does so for colleagues too."""
    one, other = (projects(device, klein) for device in colleagues)
    count = "(yes) => Projects.edit((mine) => { mine.meter = [{ id: 'r1', at: 0, name: 'Noord', tenants: 30, yes, no: 0 }]; })"
    for page in (one, other):
        page.clock.set_fixed_time("2026-12-01T09:00:00")
        page.reload()
    add(one, "Samen")
    one.evaluate(count, 12)
    read_in(other, export(one, "Samen", tmp_path))
    call(other, "Laptop Zuid")
    other.clock.set_fixed_time("2026-12-04T09:00:00")
    other.evaluate(count, 21)
    one.evaluate(count, 13)
    read_in(one, export(other, "Samen", tmp_path))
    one.get_by_role("button", name="Voeg samen: Samen").click()
    news = one.locator("[data-news]").inner_text()
    assert "4 december 2026, Laptop Zuid: Noord, " in news
    assert "13 → 21" in news
    one.reload()
    assert "13 → 21" in one.locator("[data-news]").inner_text(), "it stays until somebody says to have seen it"
    one.get_by_role("button", name="Zet terug").click()
    assert said(one).startswith("Teruggezet.")
    assert one.locator("[data-news]").is_hidden()
    yes = "Projects.project().meter[0].yes"
    assert one.evaluate(yes) == 13
    read_in(other, export(one, "Samen", tmp_path))
    other.get_by_role("button", name="Voeg samen: Samen").click()
    assert other.evaluate(yes) == 13


def test_a_newer_file_after_an_older_one_took_its_place_loses_nothing(colleagues: Any, klein: str, tmp_path: Path):
    one, _ = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    count = "(yes) => Projects.edit((mine) => { mine.meter = [{ id: 'r1', at: 0, name: 'Noord', tenants: 30, yes, no: 0 }]; })"
    yes = "Object.values(Projects.store.value.projects).map(({ meter }) => meter[0].yes)"
    one.evaluate(count, 12)
    old = export(one, "Samen", tmp_path).rename(tmp_path / "oud.json")
    one.evaluate(count, 21)
    new = export(one, "Samen", tmp_path)
    read_in(one, old)
    asked = one.locator("[data-import-ask]")
    assert "Ook Vervang en Zet terug tellen als een verandering." in asked.inner_text()
    one.get_by_role("button", name="Vervang: Samen").click()
    assert one.evaluate(yes) == [12]
    read_in(one, new)
    assert "Voeg je samen, dan verandert hier niets" in asked.inner_text()
    one.get_by_role("button", name="Zet ernaast: Samen").click()
    assert one.evaluate(yes) == [12, 21]


REFUSE = """how => {
    FileSystemDirectoryHandle.prototype.queryPermission = async () => 'prompt';
    FileSystemDirectoryHandle.prototype.requestPermission = async () => how;
}"""


def ask_for(page: Any, words: str) -> None:
    page.get_by_role("button", name="Werk bij: Team").click()
    until(page, f"document.querySelector('[data-projects-said]').textContent.includes({json.dumps(words)})")


def test_what_goes_wrong_with_a_folder_is_said_and_nothing_is_lost(colleagues: Any, klein: str):
    one, _ = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    in_folder(one, "Samen")
    tick(one, 0)
    one.evaluate(REFUSE, "denied")
    ask_for(one, "De browser mag niet in deze map. Kies Werk bij, en sta het toe.")
    one.evaluate(REFUSE, "granted")
    one.evaluate("() => { FileSystemFileHandle.prototype.was = FileSystemFileHandle.prototype.createWritable; }")
    full = "() => { FileSystemFileHandle.prototype.createWritable = async () => { throw new DOMException('', 'QuotaExceededError'); }; }"
    one.evaluate(full)
    ask_for(one, "de map is niet te openen, of er is geen ruimte. Er is niets verloren.")
    one.evaluate("() => { FileSystemFileHandle.prototype.createWritable = FileSystemFileHandle.prototype.was; }")
    own = f"apparaat-{one.evaluate('Projects.store.value.device')}.projecten.json"
    one.evaluate(WRITE, {own: '{"format": "handboek-pro'})
    up_to_date(one)
    assert "Niet te lezen" not in said(one)
    assert "tick" in one.evaluate(READ)[own]
    one.evaluate("async () => (await navigator.storage.getDirectory()).removeEntry('Team', { recursive: true })")
    ask_for(one, "De map staat niet meer waar ze stond.")
    assert ticked(one) == 1
    one.get_by_role("button", name="Laat los: Team").click()
    one.get_by_text("De map Team is losgelaten.").wait_for()
    in_folder(one, "Samen")
    assert list(one.evaluate(READ)) == [own]


def test_two_devices_that_write_at_the_same_time_lose_nothing(colleagues: Any, klein: str):
    """A profile that was copied to another machine has the same file: who writes there has read it first."""
    one, other = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    in_folder(one, "Samen")
    other.evaluate(WRITE, one.evaluate(READ))
    other.evaluate(
        "text => localStorage.setItem('handboek:/handboek/', text)",
        one.evaluate("localStorage.getItem('handboek:/handboek/')"),
    )
    other.reload()
    in_folder(other, "Samen")
    tick(one, 0)
    tick(other, 1)
    up_to_date(one)
    mine = one.evaluate(READ)
    up_to_date(other)
    one.evaluate(WRITE, other.evaluate(READ))  # the shared disk keeps the last
    other.evaluate(WRITE, mine)
    for page in (one, other):
        up_to_date(page)
        assert len(page.evaluate(READ)) == 1
    other.evaluate(WRITE, one.evaluate(READ))
    up_to_date(other)
    assert ticked(one) == ticked(other) == 2
