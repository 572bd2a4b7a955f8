"""How much a text may ask of what reads it, looked at before any parser does.

Beyond these a parser of Markdown grows slow, ends in an error, or passes over what is too deep without a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 40_000
"""The most characters of a text of Markdown."""
DEEPEST = 8
"""The most lists and quotations in one another; a parser passes over what is deeper than ten."""
RUN = 30
"""The most openings in a row of what has to be closed."""

OPENINGS = re.compile(rf"(?:(?:!?\[|\]\(|<|[*_~`]{{1,3}}(?=[^\W_])|&#?)[^\S\n]*+(?:\w[^\S\n]*+)?){{{RUN}}}")
"""Openings in a row, each with at most a letter behind it. Spaces that were taken are kept: a row that is just too short
would else be cut up in all ways that there are."""
CONTAINERS = re.compile(r"^(?:[ \t]*+(?:>|[-+*](?=[ \t])|\d{1,9}+[.)](?=[ \t])))++", re.MULTILINE)
"""The signs of lists and quotations with which a line begins. Each is kept once taken, so that a long row costs no memory."""
SIGN = re.compile(r">|[-+*]|\d{1,9}[.)]")
RULE = re.compile(r"^[ \t]*([-*])(?:[ \t]*\1)+[ \t]*$", re.MULTILINE)
"""A line across the page, which is made of the same signs."""


@dataclass(frozen=True)
class Beyond:
    """Where a text asks too much, and what to say of it."""

    start: int
    what: str
    helps: str


def beyond(text: str) -> Beyond | None:
    """The first place where a text is too long, too deep or too full of openings; linear in its length."""
    if len(text) > LONGEST:
        what = f"Deze tekst is te lang: {len(text)} tekens, en er passen er {LONGEST}."
        return Beyond(LONGEST, what, "Verdeel hem over meer stukken.")
    if found := OPENINGS.search(text):
        what = "Hier staan heel veel tekens achter elkaar die iets openen, zoals `[`, `*` of `<`."
        return Beyond(found.start(), what, "Haal weg wat er niet hoort.")
    for found in CONTAINERS.finditer(text):
        indent = len(found[0].expandtabs(4)) - len(found[0].expandtabs(4).lstrip())
        if indent // 2 + len(SIGN.findall(found[0])) > DEEPEST and not RULE.match(text, found.start()):
            what = f"Hier staan meer dan {DEEPEST} lijsten of citaten in elkaar."
            return Beyond(found.start(), what, "Maak de tekst vlakker, of verdeel haar over alinea's.")
    return None
