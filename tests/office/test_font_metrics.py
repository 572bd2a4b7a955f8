"""What fits on a line of a slide."""

from __future__ import annotations

import pytest

from handboek.office.font_metrics import LONG, WIDEST, ending, lines, width
from handboek.office.pictures import measure, shape


def test_a_line_is_as_wide_as_its_letters():
    assert width("am", 10) == pytest.approx(5.56 + 8.33)
    assert width("am", 10, bold=True) == pytest.approx(5.56 + 8.89)
    assert width("語", 10) == pytest.approx(WIDEST / 100)
    assert width("", 10) == 0


@pytest.mark.parametrize(
    ("room", "broken"),
    [
        (22.24, ["aaaa"]),
        (22.23, ["aaa", "a"]),
        (11.12, ["aa", "aa"]),
    ],
)
def test_a_word_that_just_fits_stays_whole(room: float, broken: list[str]):
    assert lines("aaaa", 10, room) == broken


def test_a_word_begins_a_line_where_it_no_longer_fits():
    both = width("aa aa", 10)
    assert lines("aa aa", 10, both) == ["aa aa"]
    assert lines("aa aa", 10, both - 0.01) == ["aa", "aa"]
    assert lines("aa aaaa b", 10, width("aa", 10)) == ["aa", "aa", "aa", "b"]
    assert lines("mm", 10, width("mm", 10)) == ["mm"]
    assert lines("mm", 10, width("mm", 10), bold=True) == ["m", "m"]
    assert lines("", 10, 5) == [""]


def test_the_last_two_words_stay_together_unless_they_are_long():
    assert ending("Bel nu aan") == "Bel nu\N{NO-BREAK SPACE}aan"
    assert ending("Bel") == "Bel"
    last = "a" * (LONG - 3)
    assert ending(f"Bel nu {last}") == f"Bel nu\N{NO-BREAK SPACE}{last}"
    assert ending(f"Bel nu {last}a") == f"Bel nu {last}a"


def test_a_drawing_is_as_wide_as_its_box_says():
    svg = '<svg viewBox="-1 2.5 30 12">'
    assert (shape(svg), measure(svg)) == (2.5, 30)
    assert (shape("<svg>"), measure("<svg>")) == (1, 0)
