"""Numbers that stay in one piece, and what the glyphs of a font say."""

from __future__ import annotations

import pytest

from conftest import ROOT
from handboek.render.whole_numbers import whole_numbers
from handboek.sheets.spoken import of_font

SCRIPTS = ROOT / "overrides/fonts/scripts"


@pytest.mark.parametrize(
    "number",
    [
        "14:00",
        "14:00–16:30",
        "10.00 – 16.30",
        "06-12 34 56 78",
        "(010) 123 45 67",
        "+31 6 12345678",
        "+31612345678",
        "8-12-2026",
        "9/2027",
    ],
)
def test_a_number_of_parts_stays_one(number: str):
    whole = number.replace(" ", "\xa0")
    assert whole_numbers(f"<p>x {number}، y</p>", "rtl") == f"<p>x \u2066{whole}\u2069، y</p>"
    assert whole_numbers(f"<p>x {number}, y</p>") == f"<p>x {whole}, y</p>"


@pytest.mark.parametrize(
    "html", ['<p style="margin: 1-2 3">x</p>', "&#39;45 x", "70% van 5", "Kamer 3. 4 mensen", "<b>2</b> 3"]
)
def test_what_is_no_such_number_stays_as_it_is(html: str):
    assert whole_numbers(html, "rtl") == html


def test_what_glyphs_say_follows_from_the_font():
    says = of_font((SCRIPTS / "vazirmatn-400-normal.ttf").read_bytes()).values()
    first = {texts[0] for texts in says}
    assert {"ب", "ي", "ك", "\ufefb", "\ufef7"} <= first  # letters in all their forms, and lam with an alef as one
    assert "\u0644\u0627" not in first
    assert not any("\ufe80" <= text <= "\ufef4" for text in first)  # a form of a letter says the letter
    assert sum(text == "\u064a" for text, *_ in says) > 3


def test_a_font_without_substitutions_says_its_characters():
    says = of_font((ROOT / "overrides/fonts/bricolage-grotesque-700-normal.ttf").read_bytes())
    assert ("a",) in says.values()
