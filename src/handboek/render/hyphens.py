"""Where a long word may end a line: soft hyphens in what stands in large letters, or in a narrow box.

Few browsers know where a Dutch word can be broken, and what is larger than its place they break at any letter. So the places
stand in the text, where the style sheet lets them count on narrow screens alone.
"""

from __future__ import annotations

import re

import pyphen
from markupsafe import Markup, escape

LONG = 12
"""From how many letters on a word may not fit: a shorter one does on a small telephone, with letters twice as large."""
LEAST = 4
"""How many letters stay together before and behind."""
SOFT = "\N{SOFT HYPHEN}"
APART = re.compile(rf"<[^<>]*>|&#?\w+;|([^\W\d_]{{{LONG},}})")
"""A tag, a sign that is written by its name, or a long word."""

_DUTCH = pyphen.Pyphen(lang="nl_NL", left=LEAST, right=LEAST)


def hyphenated(text: str) -> Markup:
    """A text, or HTML where it is marked as such, in which each long word has soft hyphens."""
    return Markup(APART.sub(lambda match: _DUTCH.inserted(match[0], SOFT) if match[1] else match[0], str(escape(text))))
