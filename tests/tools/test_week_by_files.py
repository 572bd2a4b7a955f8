"""A week of two colleagues who pass files: all tools, three exchanges both ways, one file twice, an old one late, one clash."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_site import reader
from test_projects import add, export, projects, said
from test_team import call, read_in, tick, ticked

pytestmark = [pytest.mark.slow, pytest.mark.hard]

TASK = "([key, who, day]) => Projects.edit((mine) => { mine.tasks[key] = { who, day }; })"
ROW = "([id, name, tenants, yes]) => Projects.edit((mine) => { mine.meter = [...mine.meter.filter((one) => one.id !== id), { id, at: mine.meter.length, name, tenants, yes, no: 0 }]; })"
START = "(day) => Projects.edit((mine) => { mine.plan.start = day; })"
HOURS = "([key, number]) => Projects.edit((mine) => { mine.estimate.amounts[key] = number; })"
VOW = """([id, what, day]) => Projects.edit((mine) => {
    (mine.round.s1 ??= { part: 'Noord', name: '12', tries: [], vows: [] }).vows.push({ id, what, by: 'ik', day, kept: '' });
})"""
KEEP = "([id, day]) => Projects.edit((mine) => { mine.round.s1.vows.find((one) => one.id === id).kept = day; })"
WHOLE = "JSON.stringify(Projects.project())"


def on(day: str, *pages: Any) -> None:
    for page in pages:
        page.clock.set_fixed_time(f"2026-{day}T09:00:00")


def merge(page: Any, file: Path) -> tuple[str, str]:
    """What is told before it is put together, and after."""
    read_in(page, file)
    before = page.locator("[data-import-ask]").inner_text()
    page.get_by_role("button", name="Voeg samen: Samen").click()
    return before, page.locator("[data-news]").inner_text()


def test_nothing_is_lost_and_what_changed_is_told(browser: Any, klein: str, tmp_path: Path):
    with reader(browser, accept_downloads=True) as a, reader(browser, accept_downloads=True) as b:
        on("11-30", a, b)  # before a page is there: the theme's own clock does not bear one that changes under it
        one, other = projects(a, klein), projects(b, klein)
        call(one, "Laptop Noord")
        call(other, "Laptop Zuid")
        key = one.locator("[data-checklist]").first.get_attribute("data-checklist")
        point = f"{key}#{one.locator('[data-item]').first.get_attribute('data-item')}"
        # monday: one begins
        add(one, "Samen")
        tick(one, 0)
        one.evaluate(ROW, ["p1", "Portiek 1", 12, 3])
        one.evaluate(VOW, ["v1", "Bel over de steiger", "2026-12-04"])
        old = export(one, "Samen", tmp_path).rename(tmp_path / "maandag.json")
        read_in(other, old)
        assert ticked(other) == 1
        # tuesday: both work
        on("12-01", a, b)
        one.evaluate(TASK, [point, "opbouwwerker", "2026-12-10"])
        one.evaluate(HOURS, ["huizen", 96])
        other.evaluate(ROW, ["p2", "Portiek 2", 8, 5])
        other.evaluate(START, "2027-09-01")
        other.evaluate(VOW, ["v2", "Kijk naar de drempel", "2026-12-08"])
        tick(other, 1)
        first = export(other, "Samen", tmp_path).rename(tmp_path / "dinsdag.json")
        before, after = merge(one, first)
        for told in (before, after):
            assert "Laptop Zuid" in told and "1 vinkje gezet" in told
            assert "geen dag → 1 september 2027" in told
        assert "dinsdag.json" in before
        before, after = merge(other, export(one, "Samen", tmp_path))
        assert "niemand → " in before and "geen dag → 10 december 2026" in after
        assert one.evaluate(WHOLE) == other.evaluate(WHOLE)
        # wednesday: the same field on one day, by both; who is asked hears both
        on("12-02", a, b)
        one.evaluate(ROW, ["p1", "Portiek 1", 12, 7])
        other.evaluate(ROW, ["p1", "Portiek 1", 12, 9])
        one.evaluate(KEEP, ["v1", "2026-12-02"])
        mine, theirs = (
            export(one, "Samen", tmp_path).rename(tmp_path / "a.json"),
            export(other, "Samen", tmp_path).rename(tmp_path / "b.json"),
        )
        read_in(one, theirs)
        # by keyboard alone: the first answer has the focus
        assert one.evaluate("document.activeElement.ariaLabel") == "Voeg samen: Samen"
        one.keyboard.press("Enter")
        assert one.evaluate("document.activeElement !== document.body"), "the keyboard goes on from somewhere"
        merge(other, mine)
        assert one.evaluate(WHOLE) == other.evaluate(WHOLE)
        yes = one.evaluate("Projects.project().meter.find(({ id }) => id === 'p1').yes")
        assert yes in (7, 9)
        told = (one if yes == 9 else other).locator("[data-news]").inner_text()
        assert ("7 → 9" if yes == 9 else "9 → 7") in told
        # thursday: an old file late, and one for the second time
        on("12-03", a, b)
        whole = one.evaluate(WHOLE)
        for file in (old, first, theirs, theirs):
            read_in(one, file)
            if not one.locator("[data-import-ask]").is_hidden():
                one.get_by_role("button", name="Voeg samen: Samen").click()
                assert "Er veranderde niets" in said(one)
            assert one.evaluate(WHOLE) == whole
        # friday: one takes the news back, and the other gets that too
        tick(other, 2)
        other.evaluate(START, "2027-10-01")
        one.locator("[data-news]").get_by_role("button", name="Gezien: Samen").click()
        _, after = merge(one, export(other, "Samen", tmp_path))
        assert "1 september 2027 → 1 oktober 2027" in after
        one.locator("[data-news]").get_by_role("button", name="Zet terug: Samen").click()
        merge(other, export(one, "Samen", tmp_path))
        assert one.evaluate(WHOLE) == other.evaluate(WHOLE)
        assert other.evaluate("Projects.project().plan.start") == "2027-09-01"
        assert ticked(other) == 2
        project = other.evaluate("Projects.project()")
        assert sorted(row["id"] for row in project["meter"]) == ["p1", "p2"]
        assert sorted(vow["id"] for vow in project["round"]["s1"]["vows"]) == ["v1", "v2"]
        assert [vow["kept"] for vow in project["round"]["s1"]["vows"] if vow["id"] == "v1"] == ["2026-12-02"]
        assert project["tasks"][point] == {"who": "opbouwwerker", "day": "2026-12-10"}
        assert project["estimate"]["amounts"] == {"huizen": 96}
