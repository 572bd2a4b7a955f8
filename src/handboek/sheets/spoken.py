"""What the letters of a PDF say: what is copied from it, searched in it and read out.

WeasyPrint writes down of each glyph the piece of text where it first saw it. Where several glyphs stand for one letter
all but one say nothing, and a glyph for two letters that run to the left comes back the other way round. So where that
happens the font itself is asked: its table of characters, and what it puts in the place of what.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import pydyf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from weasyprint.text.fonts import get_hb_object_data

from handboek.sheets.tree import by_reference

ROW = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
"""A glyph and what it says, as WeasyPrint writes it."""
ONE, LIGATURE = 1, 4
"""The kinds of substitution that tell what a glyph stands for."""
LEFTWARD = {"R", "AL"}
TWO_IN_ONE = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFEF5, 0xFEFD)}
"""Lam with an alef: one character for both, since readers turn two letters of one glyph round."""


def mend(document: Any, pdf: Any) -> None:
    """Let the glyphs of each font that WeasyPrint is not sure about say what the font itself says."""
    objects = by_reference(pdf)
    faces = {font.name: font for font in document.fonts.values()}
    for thing in list(pdf.objects):
        if isinstance(thing, pydyf.Dictionary) and thing.get("Subtype") == "/Type0":
            rows = objects[thing["ToUnicode"]].stream
            if any(map(_unsure, _said(rows))):
                known = of_font(get_hb_object_data(faces[thing["BaseFont"]].hb_face))
                rows[:] = [_row(row, known) for row in rows]


def _said(rows: Iterable[bytes]) -> Iterator[str]:
    yield from (bytes.fromhex(match[2].decode()).decode("utf-16-be") for match in map(ROW.fullmatch, rows) if match)


def _unsure(said: str) -> bool:
    return not said or _leftward(said)


def _leftward(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in LEFTWARD for sign in text)


def _row(row: bytes, known: dict[int, tuple[str, ...]]) -> bytes:
    """A row of the table with what the font says; where it says more than one thing, the one that WeasyPrint saw."""
    match = ROW.fullmatch(row)
    if not match or not (says := known.get(int(match[1], 16))):
        return row
    said = next(_said([row]))
    seen = said if said in says and (len(said) == 1 or not _leftward(said)) else says[0]
    return b"<%b> <%b>" % (match[1], seen.encode("utf-16-be").hex().encode())


@lru_cache(maxsize=16)
def of_font(content: bytes) -> dict[int, tuple[str, ...]]:
    """What each glyph of a font file can stand for, the shortest first: characters, and what is put in the place of those."""
    file = TTFont(io.BytesIO(content), lazy=True)
    says: dict[str, set[str]] = defaultdict(set)
    for code, glyph in file.getBestCmap().items():
        plain = unicodedata.normalize("NFKC", chr(code))
        says[glyph].add(chr(code) if len(plain) > 1 and _leftward(plain) else plain)
    steps = list(_steps(file))
    before = -1
    while before != (before := sum(map(len, says.values()))):
        for parts, made in steps:
            texts = [""]
            for part in parts:
                texts = [text + more for text in texts for more in sorted(says[part])]
            says[made] |= {TWO_IN_ONE.get(text, text) for text in texts}
    return {
        file.getGlyphID(glyph): tuple(sorted(texts, key=lambda text: (len(text), text)))
        for glyph, texts in says.items()
        if texts
    }


def _steps(file: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """The glyphs that a font takes together, and what it puts in their place."""
    lookups = file["GSUB"].table.LookupList.Lookup if "GSUB" in file else ()
    for table in (table for lookup in lookups for table in lookup.SubTable):
        table = getattr(table, "ExtSubTable", table)  # noqa: PLW2901
        if table.LookupType == ONE:
            yield from (((glyph,), made) for glyph, made in table.mapping.items())
        elif table.LookupType == LIGATURE:
            for first, ligatures in table.ligatures.items():
                yield from (((first, *one.Component), one.LigGlyph) for one in ligatures)
