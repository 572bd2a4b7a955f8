"""Soft hyphens: in long words, at a syllable, and never in what is no text."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from handboek.render.hyphens import LEAST, LONG, SOFT, hyphenated


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gespreksleidraad", "gespreks-lei-draad"),
        ("Samenwerkingsafspraken maken", "Samen-wer-kings-af-spraken maken"),
        ("renovatie", "renovatie"),
        ("Bewonerscommissie of huurdersorganisatie", "Bewo-ners-com-missie of huur-ders-or-ga-ni-satie"),
    ],
)
def test_a_long_word_may_end_a_line_at_a_syllable(text: str, said: str):
    assert hyphenated(text).replace(SOFT, "-") == said
    assert hyphenated(text).replace(SOFT, "") == text
    assert all(
        min(map(len, (one.split(SOFT)[0], one.split(SOFT)[-1]))) >= LEAST
        for one in hyphenated(text).split()
        if SOFT in one
    )


def test_what_is_no_text_stays():
    link = Markup(
        '<a href="/werkbladen/samenwerkingsafspraken/" title="samenwerkingsafspraken">&nonbreakingspace; kort</a>'
    )
    assert hyphenated(link) == link
    assert len("nonbreakingspace") > LONG


def test_a_plain_text_shows_its_signs():
    assert hyphenated("<b>gespreksleidraad</b>") == f"&lt;b&gt;gespreks{SOFT}lei{SOFT}draad&lt;/b&gt;"
