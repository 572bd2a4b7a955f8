"""The planner: months back from the start of the works, what runs at the same time, and the calendar file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import ics
import pytest

from scripts import PROJECTS, Logic, logic

PHASES = [
    {
        "slug": "kijken",
        "name": "Kijken",
        "number": "1",
        "first": -18,
        "last": -13,
        "open": False,
        "busy": False,
        "summary": "Kijk; eerst, goed.",
        "address": "https://voorbeeld.nl/fasen/kijken/",
    },
    {
        "slug": "doen",
        "name": "Doen, en laten; zo",
        "number": "2",
        "first": -3,
        "last": 2,
        "open": True,
        "busy": True,
        "summary": "Doe het.",
        "address": "https://voorbeeld.nl/fasen/doen/",
    },
]


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic(*PROJECTS, "logic/calendar.js", "logic/plan.js") as page:
        yield page


def plan(start: str, **other: Any) -> dict[str, Any]:
    return {"start": start, "spans": {}, "busy": {}, **other}


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
def test_months_are_counted_on_the_calendar(page: Logic, day: str, months: int, expected: str):
    assert page.evaluate("([day, months]) => Dates.addMonths(day, months)", [day, months]) == expected


@pytest.mark.parametrize("day", ["", "2028-02-30", "2028-13-01", "28-03-06", "morgen", "2028-3-6"])
def test_what_is_no_day_is_refused(page: Logic, day: str):
    assert page.evaluate("day => Dates.isDay(day)", day) is False


def test_phases_get_their_days_and_changes_count(page: Logic):
    found = page.evaluate(
        "([plan, phases]) => Plan.phasesOf(plan, phases)", [plan("2028-03-06", spans={"kijken": [-12, -20]}), PHASES]
    )
    assert [(one["from"], one["to"]) for one in found] == [("2027-03-06", "2027-03-06"), ("2027-12-06", "2028-05-06")]


def test_without_a_start_there_are_no_days(page: Logic):
    found = page.evaluate("([plan, phases]) => Plan.phasesOf(plan, phases)", [plan(""), PHASES])
    assert {one["from"] for one in found} == {""}


def test_too_many_at_once_is_found_to_the_month(page: Logic):
    found = page.evaluate(
        """([starts, phases, limit]) => Plan.tooMany(
            Object.entries(starts).map(([name, plan]) => ({ name, months: Plan.busyMonths(plan, phases) })), limit
        ).map(({ from, to, names }) => [Dates.monthInWords(from), Dates.monthInWords(to), names])""",
        [{"A": plan("2028-03-06"), "B": plan("2028-06-20"), "C": plan("2031-01-01")}, PHASES, 1],
    )
    # A is intensive December 2027 to April 2028, B March to July 2028
    assert found == [["maart 2028", "april 2028", ["A", "B"]]]


def test_with_room_for_two_nothing_is_too_many(page: Logic):
    found = page.evaluate(
        """([starts, phases]) => Plan.tooMany(
            Object.entries(starts).map(([name, plan]) => ({ name, months: Plan.busyMonths(plan, phases) })), 2)""",
        [{"A": plan("2028-03-06"), "B": plan("2028-06-20")}, PHASES],
    )
    assert found == []


def test_the_calendar_file_is_one_that_calendars_read(page: Logic):
    name = "Ñigerdreef; een heel lange naam, met komma's " * 2
    text = page.evaluate(
        "([name, plan, phases]) => Plan.calendar('p1', name, plan, phases, new Date('2026-11-24T10:00:00Z'), WORDS.planner)",
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
    assert re.sub(r"\\([;,\\])", r"\1", summary) == f"SUMMARY:{name.strip()}: fase 2, Doen, en laten; zo"
    assert "DTSTAMP:20261124T100000Z" in unfolded


# Days that can be, and what is said of them

TODAY = "2026-11-30"


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2026-11-30", ""),
        ("2016-11-30", ""),
        ("2041-11-30", ""),
        ("2028-02-29", ""),
        ("", "Vul in wanneer"),
        ("0002-09-01", "Maak de datum af"),
        ("0020-09-01", "Maak de datum af"),
        ("0202-09-01", "Maak de datum af"),
        ("0001-01-01", "Maak de datum af"),
        ("2027-02-29", "Maak de datum af"),
        ("onzin", "Maak de datum af"),
        ("2016-11-29", "tussen 30 november 2016 en 30 november 2041"),
        ("2041-12-01", "tussen 30 november 2016 en 30 november 2041"),
        ("1927-09-01", "tussen"),
        ("9999-12-31", "tussen"),
        ("12027-09-01", "vier cijfers"),
    ],
)
def test_a_start_that_cannot_be_gives_no_plan_and_says_why(page: Logic, start: str, words: str):
    said = page.evaluate("([start, today]) => Plan.trouble(start, today, WORDS.planner.asks)", [start, TODAY])
    assert words in said
    assert bool(said) == bool(words)


def test_a_date_of_which_a_part_is_typed_is_none(page: Logic):
    assert "Maak de datum af" in page.evaluate("today => Plan.trouble('', today, WORDS.planner.asks, true)", TODAY)


def test_the_limits_of_a_leap_day_are_days(page: Logic):
    assert page.evaluate("Plan.limits('2028-02-29')") == ["2018-02-28", "2043-02-28"]


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2028-06-01", "Begin op 1 december 2026 met fase 1, Kijken. De werkzaamheden starten op 1 juni 2028."),
        ("2027-09-01", "De werkzaamheden starten op 1 september 2027. Dan had fase 1, Kijken op 1 maart 2026 moeten"),
        ("2026-11-30", "De werkzaamheden starten vandaag. Dan had fase 1, Kijken op 30 mei 2025 moeten"),
        ("2026-11-29", "De werkzaamheden zijn gestart op 29 november 2026. Dan had fase 1"),
        ("2028-05-30", "Begin op 30 november 2026 met fase 1"),
    ],
)
def test_the_day_that_is_over_is_the_one_that_is_named(page: Logic, start: str, words: str):
    said = page.evaluate(
        "([plan, phases, today]) => Plan.sentence(plan, Plan.phasesOf(plan, phases), today, WORDS.planner)",
        [plan(start), PHASES, TODAY],
    )
    assert said.startswith(words)
    assert ("al geweest" in said) == words.startswith("De werkzaamheden")


HOSTILE = [
    "Nigerdreef",
    "Een naam\nmet regels\r\nen nog een\ren een laatste",
    "BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT",
    'Komma, punt; dubbel: "aanhaling" en \\ schuin',
    "Eindigt op \\",
    "\\n is geen regel",
    "x" * 500,
    "é" * 500,
    "🏘️" * 120,
    "👩‍👩‍👧‍👦" * 40,
    "ab🏠" * 30,
    "\x00\x07\x1b[31m\x7f\x85rood",
    "\ud83c los",
    "شارع النور",
    "  ",
    "\t\ttab",
]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:24])
@pytest.mark.parametrize("id_", ["p1", "a\r\nBEGIN:VALARM", "é;,"], ids=["plain", "lines", "signs"])
def test_every_calendar_file_is_valid(page: Logic, name: str, id_: str):
    phases = [*PHASES, {**PHASES[0], "slug": "naam", "name": name}]
    text = page.evaluate(
        "([id, name, plan, phases]) => Plan.calendar(id, name, plan, phases, new Date('2026-11-24T10:00:00Z'), WORDS.planner)",
        [id_, name, plan("2028-02-29"), phases],
    )
    events = ics.read(text.encode("utf-8"))
    assert [event["DTSTART"] for event in events] == ["20260829", "20271129", "20260829", "20280229"]
    words = re.sub(r"\r\n?", "\n", name)
    words = re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "", words)
    assert events[-1]["SUMMARY"] == f"{words}: start van de werkzaamheden"
    assert events[2]["SUMMARY"] == f"{words}: fase 1, {words}"


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b"\r\n", b"\n"),
        (b"DTSTAMP:20261124T100000Z\r\n", b""),
        (b"SUMMARY:A", b"SUMMARY:A, b"),
        (b"20280306\r\n", b"99991332\r\n"),
        (b"UID:start", b"UID:kijken"),
        (b"DTEND;VALUE=DATE:20280307", b"DTEND;VALUE=DATE:20280306"),
        (b"TRIGGER:-P14D\r\n", b""),
        (b"END:VALARM\r\n", b""),
        (b"URL:https", b"URL:java script"),
        (b"SUMMARY:A", b"SUMMARY:" + 80 * b"A"),
        (b"TRANSP", b"UID:x\r\nTRANSP"),
        (b"END:VCALENDAR\r\n", b""),
    ],
)
def test_the_reader_of_calendars_is_strict(page: Logic, good: bytes, bad: bytes):
    content = page.evaluate(
        "([plan, phases]) => Plan.calendar('p1', 'A', plan, phases, new Date('2026-11-24T10:00:00Z'), WORDS.planner)",
        [plan("2028-03-06"), PHASES],
    ).encode()
    assert len(ics.read(content)) == 3
    assert good in content
    with pytest.raises(ValueError):
        ics.read(content.replace(good, bad))


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:24])
def test_a_second_reader_finds_the_same_entries(page: Logic, name: str):
    """`icalendar` was written by others: what it finds is what calendars find."""
    import icalendar

    text = page.evaluate(
        "([name, plan, phases]) => Plan.calendar('p1', name, plan, phases, new Date('2026-11-24T10:00:00Z'), WORDS.planner)",
        [name, plan("2028-02-29"), PHASES],
    )
    ours = ics.read(text.encode("utf-8"))
    theirs = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert [one["SUMMARY"].strip() for one in ours] == [str(one["SUMMARY"]).strip() for one in theirs]
    assert [(one.start.strftime("%Y%m%d"), one.end.strftime("%Y%m%d")) for one in theirs] == [
        (one["DTSTART"], one["DTEND"]) for one in ours
    ]
    assert [str(one["URL"]) for one in theirs[:2]] == [phase["address"] for phase in PHASES]
    assert str(theirs[0]["DESCRIPTION"]) == "Kijk; eerst, goed."
    assert str(theirs[1]["DESCRIPTION"]) == "Doe het.\nDeze fase loopt daarna door."
    alarms = [alarm["TRIGGER"].dt for one in theirs for alarm in one.walk("VALARM")]
    assert alarms == [datetime.timedelta(days=-14)] * 3


def test_a_point_with_a_day_and_a_role_stands_in_the_calendar_until_it_is_ticked(page: Logic):
    text = page.evaluate(
        """() => {
        const project = ProjectShape.empty('Nigerdreef');
        project.tasks = {
            'a/#1': { who: 'opbouwwerker', day: '2026-12-24' }, 'a/#2': { who: 'buurtteam', day: '' },
            'a/#3': { who: '', day: '2026-12-01' }, 'a/#4': { who: '', day: '2026-12-31' },
        };
        project.ticks['a/#4'] = '2026-11-30';
        const point = key => ({ words: `Doe ${key}`, address: 'https://voorbeeld.nl/a/' });
        return Plan.taskCalendar('p', project, point, new Date('2026-11-24T10:00:00Z'));
    }"""
    )
    events = ics.read(text.encode())
    assert [(one["SUMMARY"], one["DTSTART"], one["DTEND"], one["ALARM"]) for one in events] == [
        ("Nigerdreef: Doe a/#3", "20261201", "20261202", "-P3D"),
        ("Nigerdreef: Doe a/#1", "20261224", "20261225", "-P3D"),
    ]
    assert events[1]["DESCRIPTION"] == "Doet: opbouwwerker"
    assert events[1]["URL"] == "https://voorbeeld.nl/a/"


# What should be so today, and what fits


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2030-01-01", ["nog geen fase", "Daarna begint fase 1, Kijken, op 1 juli 2028"]),
        ("2028-05-30", ["hoort te lopen: fase 1, Kijken.", "Daarna begint fase 2"]),
        ("2027-06-30", ["nog geen fase", "Al klaar hoort te zijn: fase 1, Kijken.", "Daarna begint fase 2"]),
        ("2026-12-30", ["hoort te lopen: fase 2", "Al klaar hoort te zijn: fase 1"]),
        ("2020-01-01", ["hoort te lopen: fase 2", "Al klaar hoort te zijn: fase 1"]),
    ],
)
def test_what_should_run_today_is_told(page: Logic, start: str, words: list[str]):
    said = page.evaluate(
        "([plan, phases, today]) => Plan.nowInWords(Plan.phasesOf(plan, phases), today)", [plan(start), PHASES, TODAY]
    )
    assert len(said) == len(words)
    assert all(part in line for part, line in zip(words, said, strict=True)), said


@pytest.mark.parametrize(
    ("start", "months"),
    [
        ("2026-11-30", 0),
        ("2026-12-30", 1),
        ("2027-11-30", 12),
        ("2026-10-30", -1),
        ("2027-02-28", 3),
        ("2026-12-15", 0.5),
        ("2026-11-15", -0.48),
    ],
)
def test_months_until_a_day(page: Logic, start: str, months: float):
    found = page.evaluate("([today, start]) => Plan.monthsUntil(today, start)", [TODAY, start])
    assert found == pytest.approx(months, abs=0.02)


SHORT = [
    {"title": "Bellen", "address": "b/", "below": 12, "instead": None, "risk": "x"},
    {"title": "Meten", "address": "m/", "below": 4, "instead": None, "risk": "y"},
]


@pytest.mark.parametrize(
    ("start", "out", "spans"),
    [
        ("2029-01-01", None, None),
        ("2028-05-30", None, None),
        ("2028-05-29", [], {"kijken": [-17, -12], "doen": [-2, 2]}),
        ("2027-08-30", ["Bellen"], {"kijken": [-9, -6], "doen": [-1, 2]}),
        ("2027-01-30", ["Bellen", "Meten"], {"kijken": [-2, -1], "doen": [0, 2]}),
        ("2026-12-01", ["Bellen", "Meten"], {"kijken": [0, 0], "doen": [0, 2]}),
    ],
)
def test_what_fits_in_the_months_that_are_left(page: Logic, start: str, out: Any, spans: Any):
    found = page.evaluate(
        "([phases, today, start, short]) => Plan.fitted(phases, today, start, { ...WORDS.planner, short })",
        [PHASES, TODAY, start, SHORT],
    )
    if out is None:
        assert found is None
        return
    assert [one["title"] for one in found["out"]] == out
    assert len(found["kept"]) == 2 - len(out)
    assert found["spans"] == spans
    assert min(first for first, _ in found["spans"].values()) >= -found["left"], "it begins before today"


def test_the_first_day_on_which_there_is_room(page: Logic):
    found = page.evaluate(
        """([plan, phases]) => {
        const busy = Plan.busyMonths(plan, phases);
        return [[], [busy], [busy, busy]].map(others => [1, 2].map(limit => Plan.firstFree(plan, phases, others, limit)));
    }""",
        [plan("2028-03-06"), PHASES],
    )
    assert found == [["2028-03-06"] * 2, ["2028-08-06", "2028-03-06"], ["2028-08-06", "2028-08-06"]]


def test_what_is_over_stands_in_no_calendar(page: Logic):
    """Two readers find the same: what runs and what comes, each with an end, a text, an address and a reminder."""
    import icalendar

    asked = "([start, made, phases]) => Plan.calendar('p1', 'A', { start, spans: {}, busy: {} }, phases, new Date(made), WORDS.planner, 'https://voorbeeld.test/plan/')"
    everything = page.evaluate(asked, ["2028-03-06", "2026-01-01T12:00:00Z", PHASES])
    later = page.evaluate(asked, ["2028-03-06", "2028-02-01T12:00:00Z", PHASES])
    done = page.evaluate(asked, ["2028-03-06", "2030-01-01T12:00:00Z", PHASES])
    counts = []
    for text in (everything, later, done):
        ours = ics.read(text.encode())
        theirs = icalendar.Calendar.from_ical(text).walk("VEVENT")
        assert [one["UID"] for one in ours] == [str(one["UID"]) for one in theirs]
        assert all({"DTEND", "DESCRIPTION", "URL", "ALARM"} <= one.keys() for one in ours)
        assert all(one.end > one.start and len(one.walk("VALARM")) == 1 for one in theirs)
        counts.append(len(ours))
    running = [phase for phase in PHASES if phase["open"]]
    assert counts == [3, 2, len(running)]


def test_what_should_have_been_done_is_marked_and_stands_today(page: Logic):
    project = {
        "name": "A",
        "ticks": {"c#1": "2026-11-01"},
        "tasks": {
            "a#1": {"who": "rol", "day": "2026-11-20"},
            "b#1": {"who": "", "day": "2026-12-24"},
            "c#1": {"who": "", "day": "2026-11-01"},
        },
    }
    text = page.evaluate(
        "(project) => Plan.taskCalendar('p1', project, (key) => ({ words: key, address: 'https://voorbeeld.test/' }), new Date('2026-11-30T12:00:00Z'))",
        project,
    )
    late, coming = ics.read(text.encode())
    assert (late["DTSTART"], late["SUMMARY"]) == ("20261130", "A: a#1 (te laat)")
    assert late["DESCRIPTION"] == "Zou af zijn op 20 november 2026.\nDoet: rol"
    assert "ALARM" not in late
    assert (coming["DTSTART"], coming["ALARM"]) == ("20261224", "-P3D")


@pytest.mark.parametrize(
    ("start", "today", "weeks"),
    [
        ("2028-06-01", "2026-11-30", 87),  # from the begin, 1 December 2026, to 1 August 2028
        ("2027-08-30", "2026-11-30", 48),  # begun before: from today
        ("2026-02-01", "2026-11-30", 0),
        ("", "2026-11-30", 0),
    ],
)
def test_how_many_weeks_a_plan_still_takes(page: Logic, start: str, today: str, weeks: int):
    plan = {"start": start, "spans": {}, "busy": {}}
    said = page.evaluate("([plan, phases, today]) => Plan.weeksLeft(plan, phases, today)", [plan, PHASES, today])
    assert said == weeks
