"""What somebody most likely meant is guessed where it is near, and nothing is where it is not."""

from __future__ import annotations

import pytest

from handboek.wording import nearest, nearest_in

ADDRESSES = ("werkbladen/lijstje", "werkbladen/zakkaarten", "gesprekken/gesloten-deur", "berichten/aankondiging")
TEXTS = ("Kijk niet langs de bewoner naar binnen.", "organisatie", "Ga zitten als iemand dat vraagt.")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("werkbladen/lijst", "werkbladen/lijstje"),
        ("berichten/aankondigng", "berichten/aankondiging"),
        ("bericht/aankondiging", "berichten/aankondiging"),
        ("gesprekken/deur", "gesprekken/gesloten-deur"),
        ("werkbladen/onzin", None),
        ("werkbladen/wc", None),
        ("wc", None),
    ],
)
def test_a_folder_that_two_names_share_makes_them_not_alike(said: str, meant: str | None):
    assert nearest(said, ADDRESSES) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("kijk niet langs de bewonr", TEXTS[0]),
        ("zitten als iemnd", TEXTS[2]),
        ("gaan praten", None),
        ("wc onzin", None),
        ("organisaties", TEXTS[1]),
    ],
)
def test_words_are_sought_in_texts_and_not_as_a_whole_text(said: str, meant: str | None):
    assert nearest_in(said, TEXTS) == meant
