"""What of a workshop is for participants: when each part is, what lies on the table, and what is asked."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import KLEIN
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.session import Session, Wish, session
from handboek.workshop import read_on, turns


@pytest.fixture(scope="module")
def klein() -> Handbook:
    return open_handbook(KLEIN)


def held(book: Handbook, wish: Wish | None = None, **first: Any) -> Session:
    """A session of the small method's script with its first part changed."""
    data = book.pieces["script", "ochtend"].data
    parts = [{**one, **(first if not n else {})} for n, one in enumerate(data.model_dump()["parts"])]
    return session(type(data).model_validate({**data.model_dump(), "parts": parts}), wish)


def test_a_part_is_so_long_or_from_then_to_then(klein: Handbook):
    assert [turn.when for turn in turns(klein, held(klein))][:3] == ["10 minuten", "10 minuten", "20 minuten"]
    late = [turn.when for turn in turns(klein, held(klein, Wish(begins="23:45")), clock=True)]
    assert late == ["23:45–23:55", "23:55–0:05", "0:05–0:25", "0:25–0:35", "0:35–0:45"]


def test_what_the_trainer_has_does_not_lie_on_the_table(klein: Handbook):
    sheets = [
        {"piece": "werkbladen/lijstje", "per": "trainer", "number": 1},
        {"piece": "werkbladen/tabelletje", "per": "tafel", "number": 2},
        {"piece": "werkbladen/bestaat-niet", "per": "tafel", "number": 1},
    ]
    first, second, *_ = turns(klein, held(klein, Wish(9), sheets=sheets))
    assert [(one.piece.slug, one.each, one.copies) for one in first.laid] == [("tabelletje", "twee per tafel", 6)]
    assert [one.piece.slug for one in first.own] == ["lijstje"]
    assert [one.piece.slug for one in read_on([first, first, second])] == ["tabelletje", "lijstje"]


def test_a_title_is_a_question_where_it_asks_one(klein: Handbook):
    asks = [next(turns(klein, held(klein, **first))).asks for first in ({}, {"title": "Wie doet wat?"})]
    assert asks == [0, 1]
    both = held(klein, title="Wie doet wat?", questions=["Waarom?", "Wanneer?"])
    assert next(turns(klein, both)).asks == 2
