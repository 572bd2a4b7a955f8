"""Days, numbers and lists as people say them in Dutch."""

from __future__ import annotations

import pytest

from handboek import dutch


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "1 kB"), (1499, "1 kB"), (1501, "2 kB"), (999_999, "1000 kB"), (1_000_000, "1,0 MB"), (12_340_000, "12,3 MB")],
)
def test_how_large_a_file_is(number: int, said: str):
    assert dutch.size(number) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0 minuten"),
        (1, "1 minuut"),
        (59, "59 minuten"),
        (60, "1 uur"),
        (61, "1 uur 1 minuut"),
        (150, "2 uur 30 minuten"),
    ],
)
def test_how_long_something_takes(value: int, said: str):
    assert dutch.minutes(value) == said


def test_one_and_many():
    assert [dutch.count(number, "blad", "bladen") for number in (0, 1, 2)] == ["0 bladen", "1 blad", "2 bladen"]
    assert [dutch.needed(least) for least in (1, 4)] == ["er is er minstens één nodig", "er zijn er minstens 4 nodig"]


def test_a_list_of_words():
    assert [dutch.listed(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a en b", "a, b en c"]
