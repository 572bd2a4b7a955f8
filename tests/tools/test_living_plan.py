"""A plan in a browser: today, what fits when the start is near, who does what by when, and what a calendar gets of it."""

from __future__ import annotations

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
