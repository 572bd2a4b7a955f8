"""A workshop in the room: what is left for each part when one takes longer, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from handboek.handbook import Handbook
from scripts import Logic, logic

MINUTE = 60_000
BEGUN = 1_800_000_000_000


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic("lib/dates.js", "lib/counts.js", "logic/session.js", "logic/running.js") as page:
        yield page


def parts(*lengths: tuple[int, int, int]) -> list[dict[str, Any]]:
    """Parts with their usual and their least minutes, and in which order they are given up."""
    return [
        {"id": f"deel-{number}", "title": f"Deel {number}", "minutes": usual, "least": least, "drop": drop}
        for number, (usual, least, drop) in enumerate(lengths, 1)
    ]


PLAYED = """([parts, room, played]) => {
    const state = Running.fresh();
    let now = 1_800_000_000_000;
    Running.begin(state, parts, now, now + room * 60_000);
    const given = [];
    for (const [waits, more, drops] of played) {
        given.push(state.given / 60_000);
        now += waits * 60_000;
        if (more) Running.extend(state, now - waits * 60_000, more);
        for (const id of drops ?? []) Running.drop(state, parts, id);
        Running.goOn(state, parts, now);
    }
    const { part, coming, late, behind, drops, sign } = Running.standing(state, parts, now);
    return { given, next: state.given / 60_000, state, at: part?.id ?? '', coming: coming.map((one) => one.minutes),
        late, behind, drops: drops.map(({ id }) => id), sign, over: now - state.ends };
}"""
"""Each step is how many minutes a part took, how many were asked for, and what was left out."""


def played(page: Logic, of: list[dict[str, Any]], room: int, *steps: list[Any]) -> Any:
    return page.evaluate(PLAYED, [of, room, list(steps)])


@pytest.mark.parametrize(
    ("room", "lengths"),
    [
        (60, [20, 30, 10]),  # enough
        (90, [20, 30, 10]),  # more than enough: no part grows
        (48, [15, 23, 10]),  # a pause keeps its length, the others give the same share
        (35, [10, 15, 10]),
        (10, [10, 15, 10]),  # too little: the least of each
    ],
)
def test_what_is_left_is_shared_and_no_part_gets_less_than_its_least(page: Logic, room: int, lengths: list[int]):
    of = parts((20, 10, 0), (30, 15, 0), (10, 10, 0))
    found = page.evaluate("([parts, room]) => Running.share(parts, room)", [of, room * MINUTE])
    assert found == lengths
    if 35 <= room <= 60:
        assert sum(found) == room


@pytest.mark.parametrize("late", [3, 9, 18])
def test_a_delay_is_made_up_by_the_parts_after_it_and_it_ends_on_time(page: Logic, late: int):
    of = parts((10, 5, 0), (20, 10, 0), (15, 15, 0), (30, 15, 0), (15, 10, 0))
    found = played(page, of, 90, [10 + late])
    assert found["late"] == 0
    lengths = [found["next"], *found["coming"]]
    assert 10 + late + sum(lengths) == 90
    assert all(length >= one["least"] for length, one in zip(lengths, of[1:], strict=True))
    assert lengths[1] == 15, "a pause is a pause"
    found = played(page, of, 90, [10 + late], *([length] for length in lengths))
    assert found["over"] == 0
    assert found["state"]["ended"] == BEGUN + 90 * MINUTE


def test_three_delays_one_after_the_other(page: Logic):
    of = parts((10, 5, 0), (20, 10, 0), (15, 15, 0), (30, 10, 0), (15, 10, 0))
    steps: list[list[Any]] = []
    for delay in (4, 6, 0, 2):
        now = played(page, of, 90, *steps)
        steps.append([now["next"] + delay])
    end = played(page, of, 90, *steps)
    assert end["next"] >= of[-1]["least"]
    assert played(page, of, 90, *steps, [end["next"]])["over"] == 0


def test_five_minutes_more_are_taken_from_what_comes(page: Logic):
    of = parts((10, 5, 0), (20, 10, 0), (30, 15, 0))
    found = played(page, of, 60, [15, 5])
    assert sum([found["next"], *found["coming"]]) == 45
    assert found["state"]["took"] == [{"id": "deel-1", "took": 15 * MINUTE}]


def test_who_is_early_has_time_left_and_no_part_grows(page: Logic):
    found = played(page, parts((10, 5, 0), (20, 10, 0), (30, 15, 0)), 60, [4])
    assert [found["next"], *found["coming"]] == [20, 30]
    assert found["behind"] == -6


def test_when_even_the_least_is_too_long_it_says_what_to_leave_out(page: Logic):
    of = parts((10, 10, 0), (20, 20, 2), (30, 30, 0), (15, 15, 1), (15, 15, 3))
    found = played(page, of, 90, [30])
    assert (found["late"], found["drops"]) == (20, ["deel-4", "deel-5"]), "as the script gives them up"
    found = played(page, of, 90, [30, 0, ["deel-4"]])
    assert found["coming"] == [30, 15]
    assert found["late"] == 5
    found = played(page, of, 90, [30, 0, ["deel-4", "deel-5", "deel-1"]])
    assert found["late"] == 0
    assert found["state"]["out"] == ["deel-4", "deel-5"], "what is on or was, is not left out"


@pytest.mark.parametrize(
    ("passed", "sign"), [(0, ""), (15, ""), (16, "nearly"), (19, "off"), (20, "over"), (24, "over")]
)
def test_a_sign_comes_when_a_fifth_and_a_twentieth_is_left(page: Logic, passed: int, sign: str):
    of = parts((20, 10, 0), (10, 10, 0))
    code = f"""(parts) => {{
        const state = Running.fresh();
        Running.begin(state, parts, {BEGUN}, {BEGUN + 30 * MINUTE});
        return Running.standing(state, parts, {BEGUN + passed * MINUTE}).sign;
    }}"""
    assert page.evaluate(code, of) == sign


def test_what_took_how_long_is_told(page: Logic):
    of = parts((10, 10, 0), (20, 10, 1), (30, 20, 0))
    state = played(page, of, 60, [12, 0, ["deel-2"]], [26])["state"]
    rows = page.evaluate("([state, parts]) => Running.report(state, parts)", [state, of])
    assert rows == [
        ["Deel 1", "10", "12", "+2"],
        ["Deel 2", "20", "", "weggelaten"],
        ["Deel 3", "30", "26", "−4"],
    ]


@pytest.mark.parametrize("kept", [None, 3, [], {"begun": "nu", "out": "alles", "took": [3, {}], "notes": 7, "at": {}}])
def test_what_was_kept_and_is_none_of_ours_is_a_session_that_did_not_begin(page: Logic, kept: Any):
    fresh = page.evaluate("() => Running.fresh()")
    assert page.evaluate("(kept) => Running.read(kept)", kept) == fresh
    assert page.evaluate("() => Running.read(Running.fresh())") == fresh


def test_each_script_of_this_method_can_be_played(page: Logic, handbook: Handbook):
    """Each part in its usual time ends in the usual time; nothing is given up then."""
    for script in handbook.of("script"):
        of = parts(*((part.minutes, part.minutes, 0) for part in script.data.parts))
        found = played(page, of, script.data.minutes, *([part["minutes"]] for part in of))
        assert found["over"] == 0, script.slug


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        ("19:40", "21:30"),  # ten minutes late: it ends as planned
        ("19:20", "21:30"),  # early
        ("14:00", "16:00"),  # at another time of the day: its usual minutes
    ],
)
def test_the_end_that_was_planned_is_proposed(page: Logic, now: str, ends: str):
    code = """([now, ends]) => {
        const at = (time) => Dates.next(time, new Date(2026, 10, 30).getTime() - 1);
        return [Running.proposed("19:30", "21:30", 120, at(now)), at(ends)];
    }"""
    proposed, expected = page.evaluate(code, [now, ends])
    assert proposed == expected


@pytest.mark.parametrize("late", [0, 4])
def test_who_ends_too_late_reads_what_helps(page: Logic, late: int):
    said = page.evaluate("late => Running.pace({ behind: late, late, drops: [] })", late)
    assert ("zeg hoe laat het wordt" in said) == bool(late)
