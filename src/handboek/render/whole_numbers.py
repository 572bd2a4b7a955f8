"""Numbers of several parts in a text: days, hours, amounts and telephone numbers, each kept in one piece on page and paper.

What is one number is said here (`NUMBERS`), for pages, paper, Word and mail; what somebody types in a browser is looked at by
the same pattern in `logic/message.js`, and one table of cases holds both (`tests/unit/test_whole_numbers.py`).
"""

from __future__ import annotations

import re

from markupsafe import Markup

from handboek.dutch import MONTHS

OPEN, CLOSE = "\u2066", "\u2069"
"""The marks around what is read from left to right, whatever stands around it; nobody sees them."""
APART = "\u2068"
"""The same before what has a direction of its own, whatever that is."""
HARD_SPACE = "\xa0"
"""A space at which no line ends."""

NUMBERS = re.compile(
    r"<(?P<other>svg|title|textarea|option|script|style)\b[^<]*+(?:(?!</(?P=other)>)<[^<]*+)*+"  # no text of the page
    r"|<(?:[^<>\"]|\"[^\"]*\")*+>|&#?\w++;"  # a tag, and a sign that is written as its number
    r"|(?P<number>€[ \xa0]?\d++(?:[.,]\d++)*+(?:,-)?"
    r"|\+\d++(?:[ \xa0-]\d++)*+"
    r"|(?<!\d)\(?\d++(?:(?:[-–:/.,]|[ \xa0][-–][ \xa0]|[ \xa0]?\(|\)[ \xa0]?|[ \xa0])\d++)++(?:[ \xa0]uur\b)?"
    rf"|(?<![\w.,])\d{{1,2}}[ \xa0](?:uur|(?:{'|'.join(MONTHS)})(?:[ \xa0]\d{{4}}(?!\w))?)\b)"
)
"""A number of several parts, or from one to another, with what it counts; or what looks like one and is none."""


def whole_numbers(html: str, direction: str = "ltr") -> Markup:
    """HTML of a text in which each number of several parts stays one: no line ends at its spaces.

    Where letters run to the left its parts would change places, so there it stands between marks.
    """
    before, after = (OPEN, CLOSE) if direction == "rtl" else ("", "")

    def whole(match: re.Match[str]) -> str:
        number = match["number"]
        return f"{before}{number.replace(' ', HARD_SPACE)}{after}" if number else match[0]

    return Markup(NUMBERS.sub(whole, str(html)))


def unbroken(html: str) -> Markup:
    """HTML of a page in which no line ends inside a number: a browser ends one behind the hyphen of `026-123 45 67` too."""
    return Markup(
        NUMBERS.sub(lambda match: f'<span class="whole">{match[0]}</span>' if match["number"] else match[0], str(html))
    )
