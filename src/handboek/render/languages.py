"""What a text in another language needs around it and in it, on a page as on paper: how it is marked, and its numbers.

Which letters a language has follows from its `lang`: `print/languages.css` and `site/assets/languages.css`.
"""

from __future__ import annotations

import re

from markupsafe import Markup

OPEN, CLOSE = "\u2066", "\u2069"
"""The marks around what is read from left to right, whatever stands around it; nobody sees them."""
HARD_SPACE = "\xa0"
"""A space at which no line ends."""

NUMBERS = re.compile(
    r"<(?:[^<>\"]|\"[^\"]*\")*+>|&#?\w+;"  # a tag, and a sign that is written as its number
    r"|(?P<number>\+\d+(?:[ \xa0-]\d+)*|\(?\d+(?:(?:[-–:/.]| [-–] | ?\(|\) ?|[ \xa0])\d+)+)"
)
"""Numbers of several parts: days, times and telephone numbers, and from one to another."""


def attributes(language: str, direction: str) -> Markup:
    """The attributes of an element whose text is in a language: `direction` is `ltr` or `rtl`."""
    return Markup(' lang="{}" dir="{}"').format(language, direction)


def whole_numbers(html: str, direction: str = "ltr") -> Markup:
    """HTML of a text in which each number of several parts stays one: no line ends at its spaces.

    Where letters run to the left its parts would change places, so there it stands between marks.
    """
    before, after = (OPEN, CLOSE) if direction == "rtl" else ("", "")

    def whole(match: re.Match[str]) -> str:
        number = match["number"]
        return f"{before}{number.replace(' ', HARD_SPACE)}{after}" if number else match[0]

    return Markup(NUMBERS.sub(whole, str(html)))
