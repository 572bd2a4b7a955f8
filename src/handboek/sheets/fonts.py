"""The letters of sheets that are bound: each sheet brings the glyphs that it uses; a binding needs each glyph once.

WeasyPrint keeps the numbers of glyphs in what it takes out of a font, so parts of one face can be laid over each other
and what stands on the pages stays as it is. Where two fonts of one name differ in a glyph that both have, they stay two.
"""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped]
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


COMPOSED = b"\xff\xff"
"""How the outline of a glyph begins that is put together from others."""


@dataclass
class _Face:
    """What fonts have of a face: of each glyph its outline, its widths and what it says; no glyph twice.

    A font file in memory takes a hundred times what it takes on disk, so of the files only those stay that are written from.
    """

    name: str
    fonts: list[Any]
    base: TTFont
    """The file with the most glyphs, of those the first: all others are added to it."""
    outlines: dict[int, bytes]
    widths: dict[int, Any]
    says: dict[int, str]
    composed: dict[int, TTFont]
    """The glyphs that are put together from others, with the first file that has them."""
    own: set[int]
    """Those of them that the base has itself."""
    metrics: dict[int, tuple[int, int]]
    """What a file says of the width and the left side of a glyph."""
    largest: dict[str, int]
    box: tuple[int, int, int, int]
    """Left, bottom, right and top of all glyphs, in units of the file."""

    def takes(self, other: _Face) -> bool:
        """Whether the two can be one font: what both have is the same."""
        if self.name != other.name or self.base["head"].unitsPerEm != other.base["head"].unitsPerEm:
            return False
        known: tuple[tuple[dict[int, Any], dict[int, Any]], ...] = (
            (self.outlines, other.outlines), (self.widths, other.widths), (self.says, other.says)
        )  # fmt: skip
        return all(mine[key] == its[key] for mine, its in known for key in mine.keys() & its.keys())

    def add(self, other: _Face) -> None:
        self.fonts += other.fonts
        if other.base["maxp"].numGlyphs > self.base["maxp"].numGlyphs:
            self.base, self.own = other.base, other.own
        self.outlines |= other.outlines
        self.widths |= other.widths
        self.says |= other.says
        self.composed |= {glyph: file for glyph, file in other.composed.items() if glyph not in self.composed}
        self.metrics |= other.metrics
        self.largest = {key: max(most, other.largest[key]) for key, most in self.largest.items()}
        (left, bottom, right, top), its = self.box, other.box
        self.box = min(left, its[0]), min(bottom, its[1]), max(right, its[2]), max(top, its[3])


def join(pages: Sequence[Any]) -> None:
    """Let the fonts of these pages that are parts of one face be one font."""
    faces: list[_Face] = []
    joined: dict[tuple[int, int], _Face] = {}
    for fonts, name in _places(pages):
        font = fonts[name]
        if font.objgen not in joined:
            one = _read(font)
            face = next((face for face in faces if face.takes(one)), None)
            if face:
                face.add(one)
            else:
                faces.append(face := one)
            joined[font.objgen] = face
        fonts[name] = joined[font.objgen].fonts[0]
    for face in faces:
        if len(face.fonts) > 1:
            _write(face)


def _places(pages: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Where the pages name a font."""
    for page in pages:
        fonts = page.get("/Resources", {}).get("/Font", {})
        yield from ((fonts, name) for name in sorted(fonts.keys()))


def _read(font: Any) -> _Face:
    below = font.DescendantFonts[0]
    content = io.BytesIO(below.FontDescriptor.FontFile2.read_bytes())
    file = TTFont(content, lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    at, drawn = file["loca"].locations, file.reader["glyf"]
    says = spoken(font)
    composed = {
        glyph: file
        for glyph, (start, end) in enumerate(itertools.pairwise(at))
        if glyph in says and drawn[start : min(end, start + 2)] == COMPOSED
    }
    outlines = {
        glyph: _simple(file, glyph) if glyph in composed else drawn[start:end]
        for glyph, (start, end) in enumerate(itertools.pairwise(at))
        if glyph in says and start < end
    }
    widths = {
        int(below.W[place]) + more: width
        for place in range(0, len(below.W), 2)
        for more, width in enumerate(below.W[place + 1])
    }
    sides = file["hmtx"].metrics
    return _Face(
        name=str(font.BaseFont).partition("+")[2],
        fonts=[font],
        base=file,
        outlines=outlines,
        widths=widths,
        says=says,
        composed=composed,
        own=set(composed),
        metrics={glyph: sides[name] for glyph, name in enumerate(file.getGlyphOrder()) if any(sides[name])},
        largest={key: getattr(file["maxp"], key) for key in LARGEST},
        box=(file["head"].xMin, file["head"].yMin, file["head"].xMax, file["head"].yMax),
    )


def _simple(file: TTFont, glyph: int) -> bytes:
    """What a glyph that is put together from others looks like: those have other numbers in another part of the face."""
    glyphs, name = file.getGlyphSet(), file.getGlyphName(glyph)
    parts, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
    glyphs[name].draw(parts)
    parts.replay(pen)
    made: bytes = pen.glyph().compile(file["glyf"])
    return made


def _compose(base: TTFont, file: TTFont, glyph: int) -> None:
    """Give a font a glyph that another part of its face puts together, with the glyphs that it is put together from."""
    name = file.getGlyphName(glyph)
    made = deepcopy(file["glyf"][name])
    for part in made.components:
        own = f"{name}.{part.glyphName}"
        base["glyf"][own] = deepcopy(file["glyf"][part.glyphName])
        base["hmtx"].metrics[own] = file["hmtx"].metrics[part.glyphName]
        part.glyphName = own
    base["glyf"][base.getGlyphName(glyph)] = made


def _write(face: _Face) -> None:
    """Let the first font of a face have all that is known of it."""
    font = face.fonts[0]
    below = font.DescendantFonts[0]
    below.FontDescriptor.FontFile2.write(_file(face))
    boxes = [[float(side) for side in one.DescendantFonts[0].FontDescriptor.FontBBox] for one in face.fonts]
    left, bottom, right, top = zip(*boxes, strict=True)
    below.FontDescriptor.FontBBox = Array([min(left), min(bottom), max(right), max(top)])
    below.W = _runs(face.widths)
    font.ToUnicode.write(_table(font.ToUnicode.read_bytes(), face.says))


def _file(face: _Face) -> bytes:
    """A font file with all glyphs of a face."""
    base = face.base
    names, outlines = base.getGlyphOrder(), base["glyf"].glyphs
    for glyph, outline in face.outlines.items():
        if glyph not in face.composed:
            outlines[names[glyph]] = Glyph(outline)
    for glyph, file in face.composed.items():
        if glyph not in face.own:
            _compose(base, file, glyph)
    base["hmtx"].metrics |= {names[glyph]: sides for glyph, sides in face.metrics.items()}
    for key, most in face.largest.items():
        setattr(base["maxp"], key, most)
    base["head"].xMin, base["head"].yMin, base["head"].xMax, base["head"].yMax = face.box
    made = io.BytesIO()
    base.save(made)
    return made.getvalue()


def _runs(widths: dict[int, Any]) -> Any:
    """Widths as a font lists them: a number, and the widths of the glyphs from there on."""
    rows: list[tuple[int, list[Any]]] = []
    for glyph in sorted(widths):
        if glyph - 1 in widths:
            rows[-1][1].append(widths[glyph])
        else:
            rows.append((glyph, [widths[glyph]]))
    return Array([part for glyph, row in rows for part in (glyph, Array(row))])


def _table(table: bytes, says: dict[int, str]) -> bytes:
    """The same table with what these glyphs say."""
    rows = [b"<%04x> <%b>" % (glyph, says[glyph].encode("utf-16-be").hex().encode()) for glyph in sorted(says)]
    blocks = [rows[at : at + TOGETHER] for at in range(0, len(rows), TOGETHER)]
    said = b"\n".join(b"%d beginbfchar\n%b\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    return SAID.sub(lambda _: said, table, count=1)
