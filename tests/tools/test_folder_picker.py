"""The question for a folder as a browser asks it, answered by a script: refused, closed, gone, a folder with strange files in it.

The system's own window cannot be driven without a person; all that a page sees of it can (`showDirectoryPicker`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from small_site import reader
from test_projects import add, names, projects, said
from test_team import READ, WRITE, tick, ticked, up_to_date

from conftest import until

pytestmark = pytest.mark.slow

PICKER = """
window.answer = 'Team';
window.asked = [];
window.showDirectoryPicker = async (how) => {
    window.asked.push(how);
    if (window.answer === 'close') throw new DOMException('', 'AbortError');
    if (window.answer === 'refuse') throw new DOMException('', 'SecurityError');
    return (await navigator.storage.getDirectory()).getDirectoryHandle(window.answer, { create: true });
};
"""
"""In the place of the window of the system: it gives a folder of the browser's private file system, or what a person can do instead."""


@pytest.fixture
def colleagues(browser: Any) -> Iterator[tuple[Any, Any]]:
    with reader(browser, script=PICKER) as one, reader(browser, script=PICKER) as other:
        yield one, other


def choose(page: Any, answer: str, words: str) -> None:
    page.evaluate(
        "answer => { window.answer = answer; document.querySelector('[data-projects-said]').textContent = ''; }", answer
    )
    page.get_by_role("button", name="Open een projectmap").click()
    until(page, f"document.querySelector('[data-projects-said]').textContent.includes({json.dumps(words)})")


def test_a_window_that_is_closed_or_refused_changes_nothing(colleagues: Any, klein: str):
    one, _ = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    before = said(one)
    one.evaluate("window.answer = 'close'")
    one.get_by_role("button", name="Zet in een projectmap: Samen").click()
    until(one, "window.asked.length === 1")
    assert one.evaluate("window.asked[0].mode") == "readwrite"
    assert said(one) == before, "who closes it knows that"
    choose(one, "refuse", "Dat lukte niet: de map is niet te openen")
    assert names(one) == ["Samen"]
    assert one.locator("[data-folders] li").count() == 0
    choose(one, "Team", "De map Team is bij.")
    assert one.locator("[data-folders] li").count() == 1
    choose(one, "Team", "De map Team is bij.")
    assert one.locator("[data-folders] li").count() == 1, "it is the same folder"


def test_permission_that_was_taken_back_is_asked_again_and_nothing_is_read_till_then(colleagues: Any, klein: str):
    one, other = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    one.get_by_role("button", name="Zet in een projectmap: Samen").click()
    one.get_by_text("De map Team is bij.").wait_for()
    other.evaluate(WRITE, one.evaluate(READ))
    choose(other, "Team", "De map Team is bij.")
    tick(other, 0)
    up_to_date(other)
    one.evaluate(WRITE, other.evaluate(READ))
    one.context.add_init_script(
        "FileSystemDirectoryHandle.prototype.queryPermission = async () => 'prompt';"
        "FileSystemDirectoryHandle.prototype.requestPermission = async () => window.may ?? 'denied';"
    )
    one.reload()
    one.get_by_role("button", name="Werk bij: Team").click()
    one.get_by_text("De browser mag niet in deze map. Kies Werk bij, en sta het toe.").wait_for()
    assert ticked(one) == 0
    one.evaluate("window.may = 'granted'")
    up_to_date(one)
    assert ticked(one) == 1


def test_a_folder_that_went_away_is_pointed_at_again_and_all_is_there(colleagues: Any, klein: str):
    one, _ = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    one.get_by_role("button", name="Zet in een projectmap: Samen").click()
    one.get_by_text("De map Team is bij.").wait_for()
    tick(one, 0)
    one.evaluate("async () => (await navigator.storage.getDirectory()).removeEntry('Team', { recursive: true })")
    one.get_by_role("button", name="Werk bij: Team").click()
    one.get_by_text("De map staat niet meer waar ze stond.").wait_for()
    one.get_by_role("button", name="Laat los: Team").click()
    one.get_by_text("De map Team is losgelaten.").wait_for()
    one.evaluate("window.answer = 'Elders'")
    one.get_by_role("button", name="Zet in een projectmap: Samen").click()
    one.get_by_text("De map Elders is bij.").wait_for()
    assert "tick" in json.dumps(one.evaluate(READ))


def test_strange_files_in_a_folder_stay_as_they_are_and_what_seems_ours_is_named(colleagues: Any, klein: str):
    one, _ = (projects(device, klein) for device in colleagues)
    add(one, "Samen")
    strange = {
        "notulen.docx": "PK",
        "begroting.json": '{"a": 1}',
        "apparaat-vreemd.projecten.json": '{"format": "iets anders"}',
        "apparaat-later.projecten.json": '{"format": "handboek-projecten", "version": 99}',
    }
    one.evaluate(WRITE, strange)
    one.evaluate(
        "async () => (await window.showDirectoryPicker()).getDirectoryHandle('map.projecten.json', { create: true })"
    )
    one.get_by_role("button", name="Zet in een projectmap: Samen").click()
    one.get_by_text("De map Team is bij.").wait_for()
    told = said(one)
    assert "apparaat-vreemd.projecten.json" in told and "apparaat-later.projecten.json" in told
    assert "notulen" not in told and "begroting" not in told and "map.projecten" not in told
    there = one.evaluate(
        """async () => {
        const found = {};
        for await (const entry of (await window.showDirectoryPicker()).values())
            if (entry.kind === 'file') found[entry.name] = await (await entry.getFile()).text();
        return found;
    }"""
    )
    assert {name: there[name] for name in strange} == strange
    assert len(there) == len(strange) + 1
