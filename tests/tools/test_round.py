"""The round along doors: names of doors, what is left to do, promises, and the table that comes out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest

from scripts import PROJECTS, Logic, logic

SCRIPTS = (*PROJECTS, "lib/tables.js", "logic/round.js")


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic(*SCRIPTS) as page:
        yield page


def spot(
    *outcomes: str, dayparts: tuple[str, ...] = (), part: str = "A", name: str = "1", vows: Any = ()
) -> dict[str, Any]:
    parts = dayparts or ("ochtend", "middag", "avond", "weekend")
    tries = [
        {"outcome": outcome, "daypart": parts[index % len(parts)], "day": f"2026-11-{index + 1:02}"}
        for index, outcome in enumerate(outcomes)
    ]
    return {"part": part, "name": name, "tries": tries, "vows": list(vows)}


@pytest.mark.parametrize(
    ("typed", "step", "names"),
    [
        ("1-3", 1, ["1", "2", "3"]),
        ("1-7", 2, ["1", "3", "5", "7"]),
        ("2 t/m 6", 2, ["2", "4", "6"]),
        ("12A, 12B", 1, ["12A", "12B"]),
        ("D-01 t/m D-03", 1, ["D-01", "D-02", "D-03"]),
        ("9-11, 20", 1, ["9", "10", "11", "20"]),
        ("5, 5", 1, ["5"]),
    ],
)
def test_doors_are_named_as_somebody_types_them(page: Logic, typed: str, step: int, names: list[str]):
    assert page.evaluate("([typed, step]) => Round.named(typed, step)", [typed, step]) == {"names": names, "wrong": ""}


@pytest.mark.parametrize("typed", ["", " , ", "9-2", "1-9999"])
def test_what_names_no_doors_is_said(page: Logic, typed: str):
    found = page.evaluate("(typed) => Round.named(typed)", typed)
    assert found["names"] == [] and found["wrong"]


def test_a_door_that_two_colleagues_write_down_is_one_door(page: Logic):
    """Its name of its own follows from what it is called; a door that was called so before keeps that name to itself."""

    def fresh(round_: dict[str, Any], part: str, names: list[str]) -> dict[str, Any]:
        return dict(page.evaluate("([round, part, names]) => Round.fresh(round, part, names)", [round_, part, names]))

    mine, theirs = fresh({}, "A", ["1", "2"]), fresh({"x": spot(name="9")}, "a", ["2", "3"])
    shared = mine.keys() & theirs.keys()
    assert [mine[one]["name"] for one in shared] == ["2"]
    assert len(mine | theirs) == 3
    assert fresh(mine, "a ", ["1", "2"]) == {}
    (first, _) = mine
    renamed = mine | {first: spot(part="A", name="1a")}
    (again,) = fresh(renamed, "A", ["1"])
    assert again not in renamed
    assert len(fresh({}, "A", ["12a", "12A"])) == 1


@pytest.mark.parametrize(
    ("moment", "daypart"),
    [
        ("2026-11-30T09:00", "ochtend"),
        ("2026-11-30T12:00", "middag"),
        ("2026-11-30T16:59", "middag"),
        ("2026-11-30T17:00", "avond"),
        ("2026-11-28T11:00", "weekend"),
        ("2026-11-29T20:00", "weekend"),
    ],
)
def test_the_part_of_the_day_comes_from_the_clock(page: Logic, moment: str, daypart: str):
    assert page.evaluate("(moment) => Round.daypart(new Date(moment), WORDS.round)", moment) == daypart


@pytest.mark.parametrize(
    ("outcomes", "done", "said"),
    [
        ((), False, "Nog niet geprobeerd."),
        (("gesproken",), True, "Klaar."),
        (("wil-niet",), True, "Klaar."),
        (("dicht",), False, "middag, avond, weekend"),
        (("dicht", "dicht", "twijfelt"), False, "weekend"),
        (("dicht", "dicht", "dicht", "dicht"), True, "Stop hier"),
        (("gesproken", "dicht"), False, "avond, weekend"),
        (("dicht", "dicht", "dicht", "afspraak"), False, "Zet de dag bij wat je beloofde."),
        (("dicht", "dicht", "dicht", "afspraak", "dicht"), True, "Stop hier"),
    ],
)
def test_what_to_do_at_a_door_follows_from_how_it_ended(page: Logic, outcomes: tuple[str, ...], done: bool, said: str):
    asked = "(spot) => [Round.done(spot, WORDS.round), Round.next(spot, WORDS.round)]"
    found = page.evaluate(asked, spot(*outcomes))
    assert found[0] is done
    assert said in found[1]


def test_parts_are_counted_and_doors_stand_in_the_order_of_their_numbers(page: Logic):
    round_ = {
        "a": spot("gesproken", name="10"),
        "b": spot("dicht", name="2"),
        "c": spot(name="9"),
        "d": spot(part="B"),
    }
    first, second = page.evaluate("(round) => Round.parts(round, WORDS.round)", round_)
    assert [one["name"] for _, one in first["spots"]] == ["2", "9", "10"]
    assert (first["done"], first["untried"], first["outcomes"]["dicht"]) == (1, 1, 1)
    assert second["part"] == "B"


def vow(day: str, kept: str = "", *, id: str = "1", what: str = "bellen") -> dict[str, Any]:
    return {"id": id, "what": what, "by": "ik", "day": day, "kept": kept}


def test_promises_are_late_today_or_later_and_what_was_kept_is_gone(page: Logic):
    round_ = {
        "a": spot(vows=[vow("2026-11-29"), vow("2026-12-02", id="2")]),
        "b": spot(vows=[vow("2026-11-30")]),
        "c": spot(vows=[vow("2026-12-01")]),
        "d": spot(vows=[vow("2026-11-20", "2026-11-20")]),
        "e": spot(),
    }
    found = page.evaluate("(round) => Round.vows(round, '2026-11-30')", round_)
    assert {name: [(one["id"], one["vow"]["id"]) for one in entries] for name, entries in found.items()} == {
        "late": [("a", "1")],
        "today": [("b", "1")],
        "later": [("c", "1"), ("a", "2")],
    }


def test_the_table_can_be_read_and_no_cell_is_a_formula(page: Logic):
    round_ = {"a": spot("dicht", name="=1+1", vows=[vow("2026-12-01", what='@"x"; y')])}
    rows = list(
        csv.reader(
            io.StringIO(
                page.evaluate("(round) => Round.table(round, WORDS.round, { device: '', labels: {} })", round_)
            ),
            delimiter=";",
        )
    )
    assert rows[0][:3] == ["portiek", "deur", "Poging 1"]
    assert rows[1][1] == "'=1+1"
    assert rows[1][2] == "2026-11-01 ochtend: dicht"
    assert '\'@"x"; y' in rows[1]


def test_each_promise_at_a_door_has_its_columns(page: Logic):
    round_ = {
        "a": spot(
            "afspraak", vows=[vow("2026-12-01", what="lek melden"), vow("2026-12-02", "2026-12-01", what="brief")]
        ),
        "b": spot(name="2"),
    }
    rows = list(
        csv.DictReader(
            io.StringIO(
                page.evaluate("(round) => Round.table(round, WORDS.round, { device: '', labels: {} })", round_)
            ),
            delimiter=";",
        )
    )
    assert [rows[0][name] for name in ("Beloofd", "Dag", "Gedaan op")] == ["lek melden", "2026-12-01", ""]
    assert [rows[0][f"{name} (2)"] for name in ("Beloofd", "Dag", "Gedaan op")] == ["brief", "2026-12-02", "2026-12-01"]
    assert {rows[1][name] for name in rows[1] if name.startswith("Beloofd")} == {""}


def test_the_meter_gets_a_row_for_each_part_that_it_has_not_and_loses_none(page: Logic):
    rows = [{"name": "A", "tenants": 9, "yes": 5, "no": 1}, {"name": "", "tenants": None, "yes": None, "no": None}]
    round_ = {"a": spot(name="1"), "b": spot(part="B", name="1"), "c": spot(part="B", name="2")}
    fed = page.evaluate("([rows, round]) => Round.fed(rows, Round.parts(round, WORDS.round))", [rows, round_])
    assert fed[0] == rows[0]
    assert len(fed) == 2
    assert fed[1] | {"name": "B", "tenants": 2, "yes": None, "no": None} == fed[1]
    again = page.evaluate("([rows, round]) => Round.fed(rows, Round.parts(round, WORDS.round))", [fed, round_])
    assert again == fed


def test_a_part_of_the_day_is_called_best_only_where_enough_tries_tell(page: Logic):
    few = {str(index): spot("gesproken") for index in range(9)}
    many = {str(index): spot("dicht", "gesproken") for index in range(6)}
    assert page.evaluate("(round) => Round.best(round, WORDS.round)", few) == ""
    assert page.evaluate("(round) => Round.best(round, WORDS.round)", many) == "middag"


def test_what_was_kept_before_there_was_a_round_is_read_and_a_damaged_round_is_set_aside(page: Logic):
    read = "(kept) => { const { state, notice } = ProjectStore.read(JSON.stringify(kept)); return [notice, Object.values(state.projects)]; }"
    old = {"version": 2, "current": "p", "limit": 1, "projects": {"p": {"name": "Flat", "ticks": {"x": "2026-01-01"}}}}
    notice, projects = page.evaluate(read, old)
    assert notice == "" and projects[0]["round"] == {} and projects[0]["ticks"] == {"x": "2026-01-01"}
    damaged = {"version": 3, "projects": {"p": {"name": "Flat", "round": {"a": {"part": 3}}}}}
    assert page.evaluate(read, damaged)[0] == "damaged"
