"""Numbers of several parts in a text, on a page as on paper: days, times and telephone numbers, each kept in one piece."""

from __future__ import annotations

import re

from markupsafe import Markup

OPEN, CLOSE = "\u2066", "\u2069"
"""The marks around what is read from left to right, whatever stands around it; nobody sees them."""
HARD_SPACE = "\xa0"
"""A space at which no line ends."""

NUMBERS = re.compile(
    r"<(?:[^<>\"]|\"[^\"]*\")*+>|&#?\w++;"  # a tag, and a sign that is written as its number
    r"|(?P<number>\+\d++(?:[ \xa0-]\d++)*+|(?<!\d)\(?\d++(?:(?:[-–:/.]| [-–] | ?\(|\) ?|[ \xa0])\d++)++)"
)
"""A number of several parts, or from one to another; or what looks like one and is none."""


def whole_numbers(html: str, direction: str = "ltr") -> Markup:
    """HTML of a text in which each number of several parts stays one: no line ends at its spaces.

    Where letters run to the left its parts would change places, so there it stands between marks.
    """
    before, after = (OPEN, CLOSE) if direction == "rtl" else ("", "")

    def whole(match: re.Match[str]) -> str:
        number = match["number"]
        return f"{before}{number.replace(' ', HARD_SPACE)}{after}" if number else match[0]

    return Markup(NUMBERS.sub(whole, str(html)))
