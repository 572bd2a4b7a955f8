"""Elk teken bestaat in de letters van het handboek.

De letters van het handboek kennen niet elk teken. Een pijl of een plaatje (emoji) wordt op papier een leeg vakje, of
ziet er op elke computer anders uit. Op een blad is dat een fout, op een bladzijde een waarschuwing.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen, zó dat je elkaar groet.

Fout:

    # tools/guides/praatje.yml
    goal: Eerst groeten → dan praten.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from handboek.checks.ander_schrift import strange
from handboek.checks.spot import passages
from handboek.checks.verborgen_teken import without_form
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.resources import FONTS

CODE = "letterteken"
SEVERITY = "error"

KNOWN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100)))) | set("\n\t…–—‘’“”€·•")
"""Characters that every house font has, so that the fonts stay closed for most texts; a test holds this to them."""
ON_SCREEN = {
    "lesson",
    "example",
    "page",
    "redirect",
    "goal",
    "start",
    "element",
    "words",
    "houseword",
    "amount",
    "number",
}
"""Types that are on no sheet and in no pack; a browser finds another font."""
WORDS = {"→": "een woord als `dan` of `naar`", "✓": "`ja`", "☐": "niets", "≥": "`minstens`", "≤": "`hoogstens`"}


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each character of a text that a house font lacks."""
    for passage in passages(handbook):
        for sign in _missing(passage.value):
            name = f"U+{ord(sign):04X}"
            shown = f"`{sign}` ({name})" if unicodedata.category(sign)[0] in "LNPS" else name
            helps = (
                f"Gebruik {WORDS[sign]} in plaats ervan."
                if sign in WORDS
                else "Schrijf het met een woord of een gewoon teken."
            )
            soft = passage.entry.kind.type in ON_SCREEN
            yield passage.say(
                f"Het teken {shown} zit niet in de letters van het handboek.", helps, words=sign, soft=soft
            )


@lru_cache(maxsize=20_000)
def _missing(text: str) -> tuple[str, ...]:
    """The signs of a text that a house font lacks, without those of which another rule says more."""
    missing = [sign for sign in dict.fromkeys(text) if sign not in KNOWN and sign not in in_fonts()]
    said = "".join(word for _, word, _ in strange(text)) if missing else ""
    return tuple(sign for sign in missing if not without_form(sign) and sign not in said)


@cache
def lacking() -> str:
    """The signs that a house font lacks as a pattern that Python and a browser both know."""
    there = {ord(sign) for sign in KNOWN | in_fonts() if ord(sign) <= 0xFFFF}
    starts = sorted(code for code in there if code - 1 not in there)
    ends = sorted(code for code in there if code + 1 not in there)
    ranges = "".join(rf"\u{start:04x}-\u{end:04x}" for start, end in zip(starts, ends, strict=True))
    return rf"[\ud800-\udbff][\udc00-\udfff]|[^{ranges}]"


@cache
def in_fonts() -> frozenset[str]:
    """The characters that all house fonts have."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415  (seldom needed, slow to load)

    fonts = sorted(FONTS.glob("*.ttf"))
    return frozenset(map(chr, set.intersection(*(set(TTFont(font, lazy=True).getBestCmap()) for font in fonts))))
