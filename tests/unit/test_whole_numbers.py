"""Numbers that stay in one piece, and what the glyphs of a font say."""

from __future__ import annotations

import sys

import pytest

from conftest import ROOT
from handboek.render.whole_numbers import unbroken, whole_numbers
from handboek.sheets.spoken import of_font

sys.path.append(str(ROOT / "tests/tools"))
from scripts import logic

SCRIPTS = ROOT / "overrides/fonts/scripts"


WHOLE = [
    "14:00",
    "14:00–16:30",
    "10.00 – 16.30",
    "14.00 uur",
    "9 uur",
    "06-12 34 56 78",
    "026-123 45 67",
    "026-1234567",
    "(010) 123 45 67",
    "+31 6 12345678",
    "+31612345678",
    "8-12-2026",
    "9/2027",
    "8 december",
    "8 december 2026",
    "€ 12",
    "€ 1.250,00",
    "2,5",
]
NO_NUMBER = ["Kamer 3. 4 mensen", "70% van 5", "in 2027", "3 meisjes", "A12 uur", "x", "€"]


@pytest.mark.parametrize("number", WHOLE)
def test_a_number_of_parts_stays_one(number: str):
    whole = number.replace(" ", "\xa0")
    assert whole_numbers(f"<p>x {number}، y</p>", "rtl") == f"<p>x \u2066{whole}\u2069، y</p>"
    assert whole_numbers(f"<p>x {number}, y</p>") == f"<p>x {whole}, y</p>"
    assert unbroken(f"<p>x {number}, y</p>") == f'<p>x <span class="whole">{number}</span>, y</p>'
    assert unbroken(whole_numbers(f"<p>{number}</p>")) == f'<p><span class="whole">{whole}</span></p>'


@pytest.mark.parametrize(
    "html",
    [
        *NO_NUMBER,
        '<p style="margin: 1-2 3">x</p>',
        "&#39;45 x",
        "<b>2</b> 3",
        "<svg><title>QR 1-2</title><path d='M1 2'/></svg>",
        "<textarea>8-12</textarea>",
    ],
)
def test_what_is_no_such_number_stays_as_it_is(html: str):
    assert whole_numbers(html, "rtl") == html
    assert unbroken(html) == html


def test_what_is_typed_in_a_browser_is_looked_at_alike():
    with logic("lib/dates.js", "logic/message.js") as scripts:
        for number in WHOLE:
            assert scripts.evaluate("Message.numbered", f"x {number}, y") == ["x ", number, ", y"]
        for text in NO_NUMBER:
            assert scripts.evaluate("Message.numbered", text) == [text]


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
