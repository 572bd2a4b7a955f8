"""A plan in a browser: today, what fits when the start is near, who does what by when, and what a calendar gets of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import ics
import pytest
from small_site import reader
from test_projects import add, projects

pytestmark = pytest.mark.slow

TODAY = "2026-11-30T12:00:00"


@pytest.fixture
def device(browser: Any) -> Any:
    with reader(browser, accept_downloads=True) as device:
        yield device


def planned(device: Any, klein: str, start: str) -> Any:
    page = device.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto(f"{klein}terugteller/")
    page.locator("#start").fill(start)
    page.locator("[data-month]").nth(0).fill("-8")
    page.locator("[data-month]").nth(1).fill("-2")
    return page


def test_today_is_a_line_and_what_should_run_is_said(device: Any, klein: str):
    page = planned(device, klein, "2027-06-10")
    assert page.locator("[data-plan-picture] .today").count() == 1
    assert page.locator("[data-plan-now] li").first.inner_text().startswith("Vandaag hoort te lopen:")
    page.locator("#start").fill("2036-12-10")
    assert page.locator("[data-plan-picture] .today").count() == 0
    assert "nog geen fase" in page.locator("[data-plan-now] li").first.inner_text()


def test_a_point_gets_a_role_and_a_day_and_stands_in_the_calendar(device: Any, klein: str, tmp_path: Path):
    page = projects(device, klein)
    page.clock.set_fixed_time(TODAY)
    page.reload()
    add(page, "Samen")
    assert page.locator("[data-tasks]").is_hidden()
    page.locator("details[data-phase] summary").first.click()
    point = page.locator(".checklist > li").first
    point.get_by_role("button").click()
    point.locator("select").select_option(index=1)
    point.locator("input[type=date]").fill("2026-12-24")
    role = point.locator("select option:checked").inner_text()
    point.get_by_role("button", name="Klaar").click()
    assert point.get_by_role("button").inner_text() == f"{role}, uiterlijk 24 december 2026"
    page.reload()
    item = page.locator(".tasks li").first.inner_text()
    assert item.startswith(f"24 december 2026, {role}: ")
    with page.expect_download() as download:
        page.locator("[data-tasks-calendar]").click()
    download.value.save_as(tmp_path / "punten.ics")
    (event,) = ics.read((tmp_path / "punten.ics").read_bytes())
    assert event["DTSTART"] == "20261224"
    assert event["DESCRIPTION"] == f"Doet: {role}"
    assert event["URL"].startswith(klein)
    page.locator("details[data-phase] summary").first.click()
    page.locator(".checklist input.tick").first.check()
    assert page.locator("[data-tasks]").is_hidden(), "what is done need not be done"


def test_a_start_that_is_past_says_what_should_run_and_what_was_missed(device: Any, klein: str):
    """What is over and not ticked is named, with where it stands, until it is ticked."""
    page = planned(device, klein, "2026-11-20")
    told = page.locator("[data-plan-now]")
    assert "op 20 november 2026" in page.locator("[data-plan-said]").inner_text()
    lines = told.locator("li").all_inner_texts()
    over = next(line for line in lines if line.startswith("Al klaar hoort te zijn:"))
    missed = next(line for line in lines if line.startswith("Nog niet afgevinkt: "))
    assert missed.removeprefix("Nog niet afgevinkt: ").partition(", ")[0] in over
    assert page.locator("[data-plan-short]").is_hidden(), "there are no months to fit it in"
    assert page.locator("[data-plan-picture] .today").count() == 1
    open_, all_ = (int(number) for number in re.findall(r"(\d+) van (\d+) punt", missed)[0])
    assert open_ == all_ > 0
    keys = str(page.locator("[data-phase]").first.get_attribute("data-phase-points")).split()
    page.evaluate(
        "(keys) => Projects.edit(({ ticks }) => keys.forEach((key) => { ticks[key] = '2026-11-01'; }))", keys[:-1]
    )
    assert "1 van " in told.inner_text()
    page.evaluate("(keys) => Projects.edit(({ ticks }) => keys.forEach((key) => { ticks[key] = '2026-11-01'; }))", keys)
    assert "Nog niet afgevinkt" not in told.inner_text()


def test_months_that_were_changed_come_back(device: Any, klein: str):
    page = planned(device, klein, "2027-03-10")
    spans = "JSON.stringify(Projects.project().plan.spans)"
    page.locator("[data-month]").nth(1).blur()
    typed = page.evaluate(spans)
    assert "[-8,-2]" in typed
    page.locator("[data-plan-reset]").click()
    assert page.evaluate(spans) == "{}"
    page.locator("[data-plan-undo]").get_by_role("button", name="Zet terug").click()
    assert page.evaluate(spans) == typed
    assert page.locator("[data-month]").nth(0).input_value() == "-8"
