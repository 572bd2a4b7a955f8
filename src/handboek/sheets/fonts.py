"""The letters of sheets that are bound: each sheet brings the glyphs that it uses; a binding needs each glyph once.

WeasyPrint keeps the numbers of glyphs in what it takes out of a font, so parts of one face can be laid over each other
and what stands on the pages stays as it is.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array

SAYS = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
"""A glyph and what it says, in the table of a font."""
SAID = re.compile(rb"\d+ beginbfchar.*endbfchar", re.DOTALL)
TOGETHER = 100
"""How many of these stand in a block, at the most."""
LARGEST = (
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentElements",
    "maxComponentDepth",
)
"""What a font says of its largest glyph."""


def spoken(font: Any) -> dict[int, str]:
    """What each glyph of a font says."""
    said = SAYS.findall(font.ToUnicode.read_bytes())
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in said}


def join(pages: Sequence[Any]) -> None:
    """Let the fonts of these pages that are parts of one face be one font."""
    faces: dict[str, list[Any]] = {}
    used = {(font := fonts[name]).objgen: (fonts, name, font) for fonts, name in _places(pages)}
    for _, _, font in used.values():
        faces.setdefault(_face(font), []).append(font)
    joined = {face: _joined(several) for face, several in faces.items()}
    for fonts, name in _places(pages):
        fonts[name] = joined[_face(fonts[name])]


def _places(pages: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Where the pages name a font."""
    for page in pages:
        fonts = page.get("/Resources", {}).get("/Font", {})
        yield from ((fonts, name) for name in sorted(fonts.keys()))


def _face(font: Any) -> str:
    return str(font.BaseFont).partition("+")[2]


def _joined(several: Sequence[Any]) -> Any:
    """One font with all glyphs of these."""
    first = several[0]
    if len(several) > 1:
        below = [font.DescendantFonts[0] for font in several]
        descriptor = below[0].FontDescriptor
        descriptor.FontFile2.write(_letters([one.FontDescriptor.FontFile2.read_bytes() for one in below]))
        boxes = [[float(side) for side in one.FontDescriptor.FontBBox] for one in below]
        descriptor.FontBBox = Array(
            [
                *(min(side) for side in list(zip(*boxes, strict=True))[:2]),
                *(max(side) for side in list(zip(*boxes, strict=True))[2:]),
            ]
        )
        below[0].W = _widths(below)
        says = {glyph: text for font in reversed(several) for glyph, text in spoken(font).items()}
        first.ToUnicode.write(_table(first.ToUnicode.read_bytes(), says))
    return first


def _letters(files: Sequence[bytes]) -> bytes:
    """A font file with the glyphs of all of these."""
    fonts = [TTFont(io.BytesIO(file), lazy=True, recalcBBoxes=False, recalcTimestamp=False) for file in files]
    base = max(fonts, key=lambda font: font["maxp"].numGlyphs)
    names, outlines, metrics = base.getGlyphOrder(), base["glyf"].glyphs, base["hmtx"].metrics
    for font in fonts:
        at, drawn, own = font["loca"].locations, font.reader["glyf"], font["hmtx"].metrics
        for number, name in enumerate(font.getGlyphOrder()):
            if at[number] < at[number + 1]:
                outlines[names[number]] = Glyph(drawn[at[number] : at[number + 1]])
            if own[name][0]:
                metrics[names[number]] = own[name]
        for key in LARGEST:
            setattr(base["maxp"], key, max(getattr(base["maxp"], key), getattr(font["maxp"], key)))
    for key, most in (("xMin", min), ("yMin", min), ("xMax", max), ("yMax", max)):
        setattr(base["head"], key, most(getattr(font["head"], key) for font in fonts))
    made = io.BytesIO()
    base.save(made)
    return made.getvalue()


def _widths(several: Sequence[Any]) -> Any:
    """The widths of the glyphs of these, as one list: a number, and the widths of the glyphs from there on."""
    wide: dict[int, Any] = {}
    for font in several:
        for at in range(0, len(font.W), 2):
            wide |= {int(font.W[at]) + more: width for more, width in enumerate(font.W[at + 1])}
    rows: list[Any] = []
    for glyph in sorted(wide):
        if glyph - 1 in wide:
            rows[-1].append(wide[glyph])
        else:
            rows += [glyph, [wide[glyph]]]
    return Array([Array(row) if isinstance(row, list) else row for row in rows])


def _table(table: bytes, says: dict[int, str]) -> bytes:
    """The same table with what these glyphs say."""
    rows = [b"<%04x> <%b>" % (glyph, says[glyph].encode("utf-16-be").hex().encode()) for glyph in sorted(says)]
    blocks = [rows[at : at + TOGETHER] for at in range(0, len(rows), TOGETHER)]
    said = b"\n".join(b"%d beginbfchar\n%b\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    return SAID.sub(lambda _: said, table, count=1)
