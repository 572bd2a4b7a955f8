"""What is chosen where both changed the same: both texts below each other, and an own text whose place is gone."""

from __future__ import annotations

from typing import Any

import pytest

from handboek.edition.decide import _joined, _placed
from handboek.edition.entries import Row
from handboek.edition.units import BODY
from handboek.model.edition import Change


@pytest.mark.parametrize(
    ("own", "now", "both"),
    [
        ("Van ons.", "Van de basis.", "Van ons.\nVan de basis."),
        (" Van ons.\n", "Van de basis.\n", "Van ons.\nVan de basis."),
        ("Van ons.\nEn meer.", "Van de basis.", "Van ons.\nEn meer.\n\nVan de basis."),
        ("Van ons.", "Van de basis.\nEn meer.", "Van ons.\n\nVan de basis.\nEn meer."),
        ("Hetzelfde.", "Hetzelfde. ", "Hetzelfde."),
        (["a", "b"], ["b", "c"], ["a", "b", "c"]),
        ([], ["c"], ["c"]),
        ({"title": "Ons", "why": "Zo."}, {"title": "Basis", "why": "Zo."}, {"title": "Ons\nBasis", "why": "Zo."}),
        ({"title": "Ons"}, {"more": "Basis"}, {"title": "Ons"}),
        ("Van ons.", None, "Van ons."),
        ("Van ons.", ["a"], "Van ons."),
        (3, 4, 3),
    ],
)
def test_both_stand_below_each_other_the_own_one_first(own: Any, now: Any, both: Any):
    assert _joined(own, now) == both


def test_two_paragraphs_stay_two():
    assert _joined("Van ons.", "Van de basis.", paragraphs=True) == "Van ons.\n\nVan de basis."


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ({"veld": "goal", "was": "a", "erna": ["b", "c"], "achter": "z"}, {"was": "z", "erna": ["b", "c"]}),
        ({"veld": "goal", "was": "a", "ervoor": ["b"], "achter": "z", "voor": "y"}, {"was": "z", "erna": ["b"]}),
        ({"veld": "goal", "was": "a", "wordt": "b", "achter": "z"}, {"was": "z", "erna": ["b"]}),
        ({"veld": "goal", "was": "a", "wordt": "b", "voor": "y"}, {"was": "y", "ervoor": ["b"]}),
        ({"veld": "goal", "was": "a", "wordt": "b", "achter": "", "voor": "y"}, {"was": "y", "ervoor": ["b"]}),
        ({"veld": "goal", "was": "a", "wordt": "b", "achter": ""}, {"erna": ["b"]}),
        ({"veld": "goal", "was": "a", "wordt": "b"}, {"wordt": "b"}),
    ],
)
def test_an_own_text_goes_where_its_place_was(told: Row, row: Row):
    carried = _placed(told, Change.model_validate(told))
    assert (carried.row, carried.state) == ({"veld": "goal", **row}, "gekozen")


@pytest.mark.parametrize(
    "told",
    [
        {"veld": BODY, "was": "a", "wordt": "b", "achter": ""},
        {"veld": BODY, "was": "a", "wordt": "b"},
        {"veld": "questions.ask", "was": "a", "wordt": "b"},
        {"veld": "goal", "was": "a", "erna": ["b"]},
        {"veld": "goal", "was": "a", "ervoor": ["b"]},
    ],
)
def test_where_nothing_is_left_around_it_stays_and_is_told(told: Row):
    carried = _placed(told, Change.model_validate(told))
    assert (carried.row, carried.state) == (told, "kan niet")
    assert "handboek edition change" in carried.why
