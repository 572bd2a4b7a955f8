"""What `handboek queries` makes of what the search found: which place is right, what is enough, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import KLEIN
from handboek.content import open_handbook
from handboek.search import table
from handboek.search.table import Outcome, Query


def outcome(*found: str, answers: tuple[str, ...] = ("goed/",)) -> Outcome:
    return Outcome(Query("wie belt", "vraag", answers), found)


RIGHT = outcome("goed/")
THIRD = outcome("a/", "b/", "goed/")
FOURTH = outcome("a/", "b/", "c/", "goed/")
NOWHERE = outcome()


def test_at_which_place_the_first_right_answer_stands():
    assert [one.rank for one in (RIGHT, THIRD, FOURTH, NOWHERE)] == [1, 3, 4, None]
    assert outcome("a/", "ook/", "goed/", answers=("goed/", "ook/")).rank == 2
    assert [one.within(3) for one in (RIGHT, THIRD, FOURTH, NOWHERE)] == [True, True, False, False]


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([], True),
        ([RIGHT] * 16 + [THIRD] * 4, True),
        ([RIGHT] * 15 + [THIRD] * 5, False),
        ([RIGHT] * 19 + [NOWHERE], True),
        ([RIGHT] * 18 + [NOWHERE] * 2, False),
    ],
)
def test_enough_is_right_in_the_first_three_and_most_of_them_first(outcomes: list[Outcome], expected: bool):
    assert table.enough(outcomes) is expected


def test_each_query_that_falls_short_is_told_with_what_it_found():
    assert list(table.told([RIGHT, THIRD, FOURTH, outcome(answers=("goed/", "ook/"))])) == [
        "wie belt: goed/ op plaats 4",
        "  wel: a/, b/, c/",
        "wie belt: goed/ of ook/ niet gevonden",
        "  wel: niets",
        "2 van 4 zoekvragen goed bij de eerste 3: 50% (doel 95%).",
        "1 van 4 zoekvragen goed op de eerste plaats: 25% (doel 80%).",
    ]
    assert list(table.told([RIGHT, RIGHT, NOWHERE]))[-1].endswith(": 66,7% (doel 80%).")
    assert list(table.told([])) == []


def test_what_a_query_finds_is_shown_best_first():
    hits = [
        {"title": "Een", "place": "een/", "score": 12.34, "line": "Waarom."},
        {"title": "Twee", "place": "twee/", "score": 1, "line": ""},
    ]
    assert list(table.shown("x", hits)) == [
        "x:",
        "  1. Een (een/, 12.3)",
        "     Waarom.",
        "  2. Twee (twee/, 1.0)",
        "     ",
    ]
    assert list(table.shown("x", [])) == ["x: niets gevonden."]


def test_an_answer_is_a_piece_or_a_list(tmp_path: Path):
    book, file = open_handbook(KLEIN), tmp_path / "t.yml"

    def read(answers: str) -> list[Query]:
        file.write_text(f"queries:\n  - {{query: wie belt, kind: vraag, answers: [{answers}]}}\n", encoding="utf-8")
        return table.read(file, book).queries

    assert read("guide/praatje, list/werkbladen") == [
        Query("wie belt", "vraag", ("gesprekken/praatje/", "werkbladen/"))
    ]
    for unknown in ("guide/weg", "list/weg", "list/praatje"):
        with pytest.raises(ValueError, match=f"Er is geen stuk {unknown}"):
            read(unknown)
    file.write_text("queries: veel\n", encoding="utf-8")
    with pytest.raises(ValueError, match="lijst `queries`"):
        table.read(file, book)


def test_what_no_query_finds_is_proposed_with_the_words_that_have_no_other():
    book = open_handbook(KLEIN)
    every = [table.place(book, piece) for piece in book.offered.pieces.values()]
    said = list(table.proposed(book, [outcome(*every[at : at + 3]) for at in range(0, len(every), 3)]))
    assert not any("Geen zoekvraag" in line for line in said)
    said = list(table.proposed(book, []))
    assert "  Een praatje (gesprekken/praatje/)" in said
    assert any("nog geen zoekwoord" in line for line in said)
    assert not any("meer dan 2 stukken" in line for line in said)
    assert "geen ander woord" in said[-2]
