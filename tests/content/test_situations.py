"""What a conversation says of trouble stands on the screen where somebody looks for it, and nowhere else."""

from __future__ import annotations

import re

import pytest

from conftest import real
from handboek.handbook import Handbook

ABOUT = {
    "boos": r"boos",
    "tranen": r"huil|te kwaad|verdriet|geëmotioneerd",
    "dood-willen": r"dood te zijn",
    "kind": r"kind",
    "taal": r"Nederlands|niet volgen",
    "geweld": r"geweld|geschreeuw|dreig|angst|bang|niet dat een ander dat weet|bepaalt wat|adres geheim",
    "verward": r"in de war",
}
"""What a response or signal is about that a situation takes over, by the situation."""
APART = {
    # an answer that is no trouble
    *("alleen-technisch", "een-praat", "geen-gesprek", "geen-tijd", "geen-zin", "huisgenoot", "iemand-anders"),
    *("kom-binnen", "liever-niet", "logeren-kost", "nee", "nee-tegen-voorstel", "niemand-binnen", "niemand-thuis"),
    *("niemand-wil", "renovatie", "stil", "stoppen", "te-druk", "twijfelt", "van-wie", "vergoeding", "vol-huis"),
    *("vraag-huur", "vraag-over-geld", "vraag-renovatie", "vraagt-om-hulp", "waarom-nu", "wat-doet-nee", "weg-moeten"),
    *("weigering", "weigert", "wil-blijven", "wil-niet", "wil-niet-in-groep", "wil-niet-praten", "wil-niets-doen"),
    *("alles-fout", "filmt", "huur-of-huisgenoot", "klacht-over-bouwer"),
    # somebody else hears it: the conversation stops by itself
    *("meeluisteren", "niet-vrij"),
    # money: it cannot wait, but nobody is in danger
    *("geldzorgen", "schulden"),
    # a crime: say nothing, go on, and tell it the same day
    *("criminaliteit", "misdaad", "naam-genoemd", "noemt-dader", "verdachte-situatie"),
    # a letterbox that is full: the same day; who sees somebody lie calls at once
    "zorgen-om-leven",
    # who hardly understands a proposal: another page than somebody who is confused
    "overziet-niet",
}
"""What has no screen, and why."""


def said(handbook: Handbook) -> dict[tuple[str, str], str]:
    """What each conversation says can happen, by its name and its conversation."""
    return {
        (one.id, guide.slug): getattr(one, "when", None) or one.sign
        for guide in handbook.of("guide")
        for one in (*guide.data.responses, *guide.data.signals)
    }


def told(handbook: Handbook) -> dict[str, str]:
    """The situation of what conversations say, by the name it has there."""
    return {name: piece.slug for piece in handbook.of("situation") for name in piece.data.told_as}


def test_what_a_situation_names_stands_in_a_conversation(handbook: Handbook):
    names = {name for name, _ in said(handbook)}
    assert told(handbook).keys() <= names
    assert sum(len(piece.data.told_as) for piece in handbook.of("situation")) == len(told(handbook)), "named once"


def test_whatever_a_conversation_tells_has_a_screen_or_a_reason_for_none(handbook: Handbook):
    names = {name for name, _ in said(handbook)}
    assert names - told(handbook).keys() - APART == set()
    assert APART - names == set(), "gone from the conversations"
    assert told(handbook).keys() & APART == set()


@pytest.mark.parametrize("situation", sorted(set(told(real()).values())))
def test_the_words_of_a_conversation_are_about_the_situation_that_shows_them(handbook: Handbook, situation: str):
    about = {place: words for place, words in said(handbook).items() if told(handbook).get(place[0]) == situation}
    assert about
    assert {place: words for place, words in about.items() if not re.search(ABOUT[situation], words, re.I)} == {}


def test_a_conversation_tells_of_a_situation_once(handbook: Handbook):
    for guide in handbook.of("guide"):
        ways = [
            told(handbook)[one.id] for one in (*guide.data.responses, *guide.data.signals) if one.id in told(handbook)
        ]
        assert len(ways) == len(set(ways)), guide.slug
