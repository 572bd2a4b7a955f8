"""What a made-up comparison adds up to, on answers that can be counted on fingers."""

from __future__ import annotations

import pytest

from handboek.comparison import compared, percent, points
from handboek.model.measuring import Comparison

DATA = {
    "title": "twee straten",
    "summary": "Zo tel je.",
    "question": "groeten",
    "counts": [1],
    "called": "die groet",
    "crowds": [
        # four of eight answered twice, two of them began to greet; who left greeted nobody
        {
            "name": "A",
            "joined": True,
            "asked": 8,
            "moved": 1,
            "both": ["2-1", "2-1", "1-1", "2-2"],
            "first_only": [2, 2],
        },
        {
            "name": "B",
            "joined": False,
            "asked": 4,
            "moved": 0,
            "both": ["1-1", "2-2", "2-1", "1-2"],
            "second_only": [1],
        },
    ],
}


@pytest.fixture
def result():
    return compared(Comparison.model_validate(DATA))


def test_who_answered_is_counted_for_each_group(result):
    assert (result.joined.answered, result.other.answered) == (6, 4)
    assert (result.joined.response, result.other.response) == (6 / 8, 1)
    assert (result.joined.kept, result.other.kept) == (4 / 6, 1)


def test_a_change_is_that_of_people_who_answered_twice(result):
    assert (result.joined.before, result.joined.after) == (0.25, 0.75)
    assert result.joined.change == 0.5
    assert result.other.change == 0
    assert result.difference == 0.5
    assert (result.joined.lost, result.other.lost) == (0, None)


def test_who_counts_everybody_finds_another_difference(result):
    assert result.joined.loose == pytest.approx(3 / 4 - 1 / 6)
    assert result.other.loose == pytest.approx(3 / 5 - 2 / 4)
    assert result.loose == pytest.approx(3 / 4 - 1 / 6 - 3 / 5 + 2 / 4)
    assert result.loose != pytest.approx(result.difference)


def test_the_margin_is_that_of_the_difference_of_two_means(result):
    # changes of A: 1, 1, 0, 0, a variance of 1/3; of B: 0, 0, 1, -1, a variance of 2/3
    error = 1.96 * (1 / 3 / 4 + 2 / 3 / 4) ** 0.5
    assert result.margin == pytest.approx((0.5 - error, 0.5 + error))
    assert result.chance


def test_a_difference_that_is_no_chance_says_so():
    crowds = [
        {"name": "A", "joined": True, "asked": 40, "moved": 0, "both": ["2-1"] * 19 + ["2-2"]},
        {"name": "B", "joined": False, "asked": 40, "moved": 0, "both": ["2-2"] * 19 + ["2-1"]},
    ]
    assert not compared(Comparison.model_validate({**DATA, "crowds": crowds})).chance


def test_a_change_has_its_sign():
    assert [points(part) for part in (-0.124, 0, 0.031)] == ["−12", "0", "+3"]
    assert percent(0.4390) == "44"
