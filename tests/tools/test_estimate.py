"""The estimate: what the script counts is what the handbook counts, and one's own numbers change it as they should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from conftest import real
from handboek import hours
from scripts import Logic, logic

NOTHING: dict[str, Any] = {"amounts": {}, "without": {}}
FIGURES = (
    "mensen-per-week",
    "bezoekuren-per-week",
    "uren",
    "woning",
    "uurprijs",
    "uren-per-woning",
    "uren-per-week",
    "uren-maal-uurprijs",
    "uren-maal-uurprijs-per-woning",
    "uren-maal-uurprijs-als-deel-van-bouwsom",
    "uren-maal-uurprijs-per-hulpadres",
)


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic("lib/dates.js", "logic/estimate.js") as page:
        yield page


def count(page: Logic, state: dict[str, Any]) -> Any:
    return page.evaluate("state => Estimate.count(WORDS.estimate, state)", state)


def test_the_example_is_that_of_the_handbook(page: Logic):
    found = count(page, NOTHING)
    counted = hours.counted(real())
    assert [tuple(row["hours"]) for row in found["rows"]] == [row.hours for row in counted.rows]
    assert tuple(found["hours"]) == counted.hours
    assert found["numbers"] == {one.slug: hours.how_many(real(), one.slug) for one in real().of("amount")}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_that_of_the_handbook(page: Logic, name: str):
    said = page.evaluate(
        "([state, name]) => Estimate.figure(Estimate.count(WORDS.estimate, state), name)", [NOTHING, name]
    )
    assert said == hours.figure(real(), name)


@pytest.mark.parametrize("name", ["", "onzin", "uren-per-onzin", "constructor", "uren-maal-"])
def test_what_is_no_figure_is_nothing(page: Logic, name: str):
    assert page.evaluate("([s, n]) => Estimate.figure(Estimate.count(WORDS.estimate, s), n)", [NOTHING, name]) == ""


@pytest.mark.parametrize("value", [0, 0.5, 1.5, 2.5, 9.49, 99.5, 100, 104.9, 105, 115, 125, 999, 1050, 12345, 250000.5])
def test_numbers_read_as_in_the_handbook(page: Logic, value: float):
    assert page.evaluate("value => [Estimate.number(value), Estimate.about(value)]", value) == [
        hours.number(value),
        hours.about(value),
    ]


def test_twice_the_homes_is_twice_what_is_counted_by_the_home_and_no_more(page: Logic):
    one, two = (count(page, {"amounts": {"woning": homes}, "without": {}}) for homes in (96, 192))
    rows = page.evaluate("WORDS.estimate.rows")
    for row, before, after in zip(rows, one["rows"], two["rows"], strict=True):
        if row["per"] == "woning":
            assert after["hours"] == pytest.approx([2 * each for each in before["hours"]], abs=1)
        if row["per"] == "maand":
            assert after["hours"] == before["hours"]
    assert one["hours"][1] < two["hours"][1] < 2 * one["hours"][1]
    assert two["visitors"][0] >= one["visitors"][0]


def test_half_the_months_is_half_the_weeks(page: Logic):
    found = count(page, {"amounts": {"maand": 12}, "without": {}})["numbers"]
    assert [found[one] for one in ("week", "week-vooraf", "maand-tot-oplevering", "maand-erna")] == [52, 26, 9, 3]


def test_a_part_that_is_left_out_does_not_count(page: Logic):
    rows = page.evaluate("WORDS.estimate.rows")
    everything = count(page, NOTHING)
    without = count(page, {"amounts": {}, "without": {rows[0]["id"]: True}})
    low, high = everything["rows"][0]["hours"]
    assert without["hours"] == [everything["hours"][0] - low, everything["hours"][1] - high]
    nothing = count(page, {"amounts": {}, "without": {row["id"]: True for row in rows}})
    assert nothing["hours"] == [0, 0]
    assert nothing["visitors"] == [0, 0]


def test_each_part_has_a_name_of_its_own(page: Logic):
    ids = [row["id"] for row in page.evaluate("WORDS.estimate.rows")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("start", "weeks"), [("2027-08-30", 39), ("2026-12-02", 1), ("2026-11-30", None), ("2025-01-01", None), ("", None)]
)
def test_the_weeks_before_the_work_are_those_of_the_plan_where_it_is_still_to_begin(
    page: Logic, start: str, weeks: int | None
):
    known = page.evaluate("start => Estimate.planned(WORDS.estimate, { start }, '2026-11-30')", start)
    assert known == ({"week-vooraf": weeks} if weeks else {})
    own = {"amounts": {"maand": 9}, "without": {}}
    found = page.evaluate("([own, known]) => Estimate.count(WORDS.estimate, own, known)", [own, known])
    assert found["numbers"]["week-vooraf"] == (weeks or 20)
    assert found["numbers"]["week"] == 39, "what the team works is another thing"


def test_who_goes_by_two_is_never_one(page: Logic):
    few = {"amounts": {"woning": 8, "maand": 24}, "without": {}}
    found = count(page, few)
    assert found["together"] == 2 and found["visitors"] == [2, 2]
    assert found["visiting"][1] < page.evaluate("WORDS.estimate.visit_hours"), "the hours of one would do"
    assert page.evaluate("[1, 2, 3, 9].map(Estimate.together)") == [
        "",
        ", met zijn tweeën",
        ", met zijn drieën",
        ", met zijn 9",
    ]
    alone = {row["id"]: True for row in page.evaluate("WORDS.estimate.rows") if row["people"] > 1}
    assert count(page, {**few, "without": alone})["visitors"][0] == 1
