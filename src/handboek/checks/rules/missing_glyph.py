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
from functools import cache

from handboek.checks.passages import Passage
from handboek.checks.rules.hidden_character import without_form
from handboek.checks.rules.mixed_script import strange
from handboek.dutch import listed
from handboek.finding import Finding
from handboek.model.languages import FOREIGN
from handboek.resources import FONTS

CODE = "letterteken"
SEVERITY = "error"

KNOWN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100)))) | set("\n\t…–—‘’“”€·•")
"""Characters that every house font has, so that the fonts stay closed for most texts; a test holds this to them."""
SHOWN = 4
"""So many are named at most; the others are counted."""
WORDS = {"→": "een woord als `dan` of `naar`", "✓": "`ja`", "☐": "niets", "≥": "`minstens`", "≤": "`hoogstens`"}


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for a text with characters that a house font lacks, at the first of them.

    A text in another language brings its own letters; one that no font has stops the sheet itself.
    """
    foreign = passage.foreign or passage.entry.kind.type in FOREIGN
    signs = () if foreign else _missing(passage.value)
    if not signs:
        return
    shown = signs if len(signs) <= SHOWN else signs[: SHOWN - 1]
    more = [f"nog {len(signs) - len(shown)} andere"] if len(signs) > len(shown) else []
    named = listed([*map(_named, shown), *more])
    what = f"Het teken {named} zit" if len(signs) == 1 else f"De tekens {named} zitten"
    known = [f"{WORDS[sign]}{f' voor `{sign}`' if len(signs) > 1 else ''}" for sign in signs if sign in WORDS]
    helps = f"Gebruik {listed(known)}{'' if len(signs) > 1 else ' in plaats ervan'}." if known else ""
    if len(known) < len(signs):
        rest = "de andere" if known else "ze" if len(signs) > 1 else "het"
        helps = f"{helps} Schrijf {rest} met een woord of een gewoon teken."
    soft = passage.entry.kind.paper in ("", "named")  # a browser finds another font
    yield passage.say(f"{what} niet in de letters van het handboek.", helps.strip(), words=signs[0], soft=soft)


def _named(sign: str) -> str:
    name = f"U+{ord(sign):04X}"
    return f"`{sign}` ({name})" if unicodedata.category(sign)[0] in "LNPS" else name


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
