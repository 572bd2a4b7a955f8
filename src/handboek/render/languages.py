"""What a text in another language needs around it and in it, on a page as on paper: how it is marked, and its numbers.

Which letters a language has follows from its `lang`: `print/languages.css` and `site/assets/languages.css`.
"""

from __future__ import annotations

import re

from markupsafe import Markup

OPEN, CLOSE = "\u2066", "\u2069"
"""The marks around what is read from left to right, whatever stands around it; nobody sees them."""

NUMBERS = re.compile(
    r"<(?:[^<>\"]|\"[^\"]*\")*+>|&#?\w+;"  # a tag, and a sign by its number
    r"|(?P<number>\+\d+(?:[ \xa0-]\d+)*|\(?\d+(?:(?:[-–:/.]| [-–] | ?\(|\) ?|[ \xa0])\d+)+)"
)
"""Numbers that fall apart where letters run to the left: days, times, telephone numbers, from one to another."""


def attributes(language: str, direction: str) -> Markup:
    """The attributes of an element whose text is in a language: `direction` is `ltr` or `rtl`."""
    return Markup(' lang="{}" dir="{}"').format(language, direction)


def isolated(html: str) -> Markup:
    """HTML of a text that runs to the left, with each number that has parts between marks: `14:00–16:30` stays that."""
    return Markup(NUMBERS.sub(lambda match: f"{OPEN}{match[0]}{CLOSE}" if match["number"] else match[0], str(html)))
