"""The planner: months back from the start of the works, what runs at the same time, and the calendar file."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from scripts import empty_page

pytestmark = pytest.mark.slow

PHASES = [
    {"slug": "kijken", "name": "Kijken", "number": "1", "first": -18, "last": -13, "open": False, "busy": False},
    {"slug": "doen", "name": "Doen, en laten; zo", "number": "2", "first": -3, "last": 2, "open": False, "busy": True},
]


@pytest.fixture(scope="module")
def page(browser: Any) -> Any:
    page = empty_page(browser, "plan.js")
    yield page
    page.close()


def plan(start: str, **other: Any) -> dict[str, Any]:
    return {"start": start, "spans": {}, "busy": None, **other}


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2028-03-06", -18, "2026-09-06"),
        ("2028-03-31", -1, "2028-02-29"),
        ("2027-03-31", -1, "2027-02-28"),
        ("2028-01-15", -1, "2027-12-15"),
        ("2028-12-31", 2, "2029-02-28"),
        ("2028-03-06", 0, "2028-03-06"),
        ("2028-05-31", -120, "2018-05-31"),
    ],
)
def test_months_are_counted_on_the_calendar(page: Any, day: str, months: int, expected: str):
    assert page.evaluate("([day, months]) => Plan.addMonths(day, months)", [day, months]) == expected


@pytest.mark.parametrize("day", ["", "2028-02-30", "2028-13-01", "28-03-06", "morgen", "2028-3-6"])
def test_what_is_no_day_is_refused(page: Any, day: str):
    assert page.evaluate("day => Plan.isDay(day)", day) is False


def test_phases_get_their_days_and_changes_count(page: Any):
    found = page.evaluate(
        "([plan, phases]) => Plan.phasesOf(plan, phases)", [plan("2028-03-06", spans={"kijken": [-12, -20]}), PHASES]
    )
    assert [(one["from"], one["to"]) for one in found] == [("2027-03-06", "2027-03-06"), ("2027-12-06", "2028-05-06")]


def test_without_a_start_there_are_no_days(page: Any):
    found = page.evaluate("([plan, phases]) => Plan.phasesOf(plan, phases)", [plan(""), PHASES])
    assert {one["from"] for one in found} == {""}


def test_too_many_at_once_is_found_to_the_month(page: Any):
    found = page.evaluate(
        """([starts, phases, limit]) => Plan.tooMany(
            Object.entries(starts).map(([name, plan]) => ({ name, months: Plan.busyMonths(plan, phases) })), limit
        ).map(({ from, to, names }) => [Plan.monthInWords(from), Plan.monthInWords(to), names])""",
        [{"A": plan("2028-03-06"), "B": plan("2028-06-20"), "C": plan("2031-01-01")}, PHASES, 1],
    )
    # A is intensive December 2027 to April 2028, B March to July 2028
    assert found == [["maart 2028", "april 2028", ["A", "B"]]]


def test_with_room_for_two_nothing_is_too_many(page: Any):
    found = page.evaluate(
        """([starts, phases]) => Plan.tooMany(
            Object.entries(starts).map(([name, plan]) => ({ name, months: Plan.busyMonths(plan, phases) })), 2)""",
        [{"A": plan("2028-03-06"), "B": plan("2028-06-20")}, PHASES],
    )
    assert found == []


def test_the_calendar_file_is_one_that_calendars_read(page: Any):
    name = "Ñigerdreef; een heel lange naam, met komma's " * 2
    text = page.evaluate(
        "([name, plan, phases]) => Plan.calendar('p1', name, plan, phases, new Date('2026-11-24T10:00:00Z'))",
        [name.strip(), plan("2028-03-06"), PHASES],
    )
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert not any("\n" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = text.replace("\r\n ", "").split("\r\n")
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == 3
    days = [datetime.datetime.strptime(line[-8:], "%Y%m%d").date() for line in unfolded if line.startswith("DTSTART")]
    assert days == [datetime.date(2026, 9, 6), datetime.date(2027, 12, 6), datetime.date(2028, 3, 6)]
    assert len({line for line in unfolded if line.startswith("UID:")}) == 3
    summary = next(line for line in unfolded if line.startswith("SUMMARY:") and "fase 2" in line)
    assert re.sub(r"\\([;,\\])", r"\1", summary) == f"SUMMARY:{name.strip()}: begin fase 2, Doen, en laten; zo"
    assert "DTSTAMP:20261124T100000Z" in unfolded
