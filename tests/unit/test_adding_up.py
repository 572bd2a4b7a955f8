"""Sums and names: hours, copies, clocks, numbers in Dutch, addresses and anchors."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from handboek import dutch, hours, workshop
from handboek.anchors import anchor, reserved
from handboek.headings import Headings
from handboek.model.workshop import Group

GROUP = Group(least=4, most=30, usual=9, per_group=4)


@pytest.mark.parametrize(
    ("per", "usual", "for_20"),
    [("persoon", 9, 20), ("tweetal", 5, 10), ("groep", 3, 5), ("tafel", 3, 5), ("trainer", 1, 1), ("zaal", 1, 1)],
)
def test_how_many_copies_a_group_needs(per: str, usual: int, for_20: int):
    sheet: Any = SimpleNamespace(per=per, number=1)
    assert workshop.copies(GROUP, sheet) == usual
    assert workshop.copies(GROUP, sheet, 20) == for_20
    assert workshop.copies(GROUP, SimpleNamespace(per=per, number=3), 20) == 3 * for_20  # type: ignore[arg-type]


def test_who_has_a_sheet_keeps_it():
    def row(*sheets: tuple[str, str, int]) -> Any:
        laid = [SimpleNamespace(piece=p, form="blad", per=per, number=n) for p, per, n in sheets]
        return SimpleNamespace(part=SimpleNamespace(sheets=laid))

    rows = [row(("a", "tweetal", 1), ("b", "zaal", 2)), row(("a", "persoon", 1)), row(("b", "zaal", 1))]
    for people in (9, 20):
        held: Any = SimpleNamespace(group=GROUP, people=people, rows=rows)
        found = [(one.piece, one.per, one.copies) for one in workshop.packing(held)]
        assert found == [("a", "persoon", people), ("b", "zaal", 2)]


def effort(minutes: tuple[int, int], times: int = 1, people: int = 1) -> Any:
    time = f"{minutes[0]}-{minutes[1]} minuten"
    return SimpleNamespace(minutes=minutes, times=times, people=people, time=time, per="x", what="Bellen", outside=None)


def row(number: int, one: Any) -> hours.Row:
    return hours.Row(SimpleNamespace(phases=("kijken", "doen")), one, SimpleNamespace(one="woning"), number)  # type: ignore[arg-type]


def test_the_hours_of_a_row_are_whole_hours():
    assert row(96, effort((30, 45), people=2)).hours == (96, 144)
    assert row(1, effort((29, 30))).hours == (0, 1)
    assert row(2, effort((15, 45), times=3)).hours == (2, 5)


def test_how_the_hours_of_a_row_come_about():
    assert row(96, effort((30, 45), people=2)).sum == "96 × 30 tot 45 minuten × 2 mensen"
    assert row(1, effort((30, 45), times=2)).sum == "2 keer × 30 tot 45 minuten"
    assert row(2000, effort((30, 45))).sum == "2.000 × 30 tot 45 minuten"


def test_rows_add_up_and_belong_to_the_first_phase_of_their_step():
    rows = (row(2, effort((30, 60))), row(4, effort((30, 60))))
    count = hours.Count(rows, (), (), ())
    assert count.hours == (3, 6)
    assert count.of(SimpleNamespace(slug="kijken")) == rows  # type: ignore[arg-type]
    assert count.of(SimpleNamespace(slug="doen")) == ()  # type: ignore[arg-type]
    assert replace(count, rows=()).hours == (0, 0)


def amounts(**known: Any) -> Any:
    pieces = {slug: SimpleNamespace(data=SimpleNamespace(**data)) for slug, data in known.items()}
    return SimpleNamespace(get=lambda type_, slug: pieces.get(slug))


def test_an_amount_is_its_own_number_or_a_part_of_another():
    book = amounts(
        woning={"of": None, "number": 96, "times": 1, "by": 1},
        vijfde={"of": "woning", "number": None, "times": 1, "by": 5},
        rond={"of": "vierkant", "number": None, "times": 1, "by": 1},
        vierkant={"of": "rond", "number": None, "times": 1, "by": 1},
        leeg={"of": None, "number": None, "times": 1, "by": 1},
    )
    assert [hours.how_many(book, slug) for slug in ("woning", "vijfde", "rond", "leeg", "weg")] == [96, 19, 0, 0, 0]


@pytest.mark.parametrize(
    ("value", "exact", "about"),
    [
        (0, "0", "0"),
        (99.4, "99", "99"),
        (100, "100", "100"),
        (2529, "2.529", "2.500"),
        (2550.1, "2.550", "2.600"),
        (123, "123", "120"),
    ],
)
def test_numbers_as_people_say_them(value: float, exact: str, about: str):
    assert (hours.number(value), hours.about(value)) == (exact, about)


def test_from_little_to_much():
    assert hours.span(2529, 3311) == "2.500 tot 3.300"
    assert hours.span(101, 102) == "100"
    assert hours.span(101, 102, hours.number) == "101 tot 102"


@pytest.mark.parametrize(
    ("text", "expected"), [("Één kop!", "een-kop"), ("--a  b--", "a-b"), ("日本", "kop"), ("", "kop"), ("A1", "a1")]
)
def test_an_anchor(text: str, expected: str):
    assert anchor(text) == expected


def test_a_heading_that_stands_twice_has_an_anchor_of_its_own():
    headings = Headings()
    given = [headings.add(2, text) for text in ("Kop", "Kop", "Kop", "Ander")]
    assert len(set(given)) == 4
    assert given[0] == "kop"
    assert given[3] == "ander"
    assert (headings.found[0].id, headings.found[0].level) == ("kop", 2)


def test_what_windows_keeps_and_how_things_are_counted():
    assert reserved("con.md")
    assert not reserved("contact.md")
    assert dutch.count(1, "plek", "plekken") == "1 plek"
    assert dutch.count(2, "plek", "plekken") == "2 plekken"
    assert dutch.count(0, "plek", "plekken") == "0 plekken"


def test_what_a_part_costs_is_said_per_amount_where_there_are_more():
    book = amounts(x={"number": 96, "one": "woning"}, alleen={"number": 1, "one": "project"})
    each = effort((30, 45), times=2, people=3)
    assert hours.told(book, each) == "2 keer 30 tot 45 minuten per woning, met 3 mensen"
    once = effort((30, 45))
    once.per = "alleen"
    assert hours.told(book, once) == "30 tot 45 minuten"
