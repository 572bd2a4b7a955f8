"""The pictures of a workshop as shapes of a slide, from the data that its sheets are drawn from. Nothing is told by colour alone.

A shape is numbers and words only; `deck` draws it. All measures are in inches on the slide.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.layouts import MeterSheet, RingSheet
from handboek.office.font_metrics import LINE, ending, lines, width
from handboek.office.slides.slide_master import BOTTOM, LEFT, RIGHT, TOP
from handboek.render import pictures
from handboek.sheets import draw
from handboek.sheets.sheet import shape

POINTS = 72
LEGEND = 9.35
"""Where the names of rings stand."""
LABEL = 20
"""The smallest letters in a picture, in points."""


@dataclass(frozen=True)
class Shape:
    """A shape in a picture, with its words where it has any."""

    kind: Literal["rect", "oval", "line", "arrow", "words"]
    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    """A colour of the theme, or `#rrggbb`; nothing where one looks through it."""
    line: float = 0
    """How thick its edge is, in points."""
    dashed: bool = False
    text: str = ""
    size: float = LABEL
    bold: bool = False
    colour: str = "tx1"
    align: Literal["l", "ctr", "r"] = "l"


@dataclass(frozen=True)
class Picture:
    """Shapes that are one picture, with what they show in words for who does not see it."""

    title: str
    told: str
    shapes: tuple[Shape, ...]


def picture_of(book: Handbook, sheet: Piece) -> Picture | None:
    """The picture that a sheet on the table has; nothing where it has none."""
    return DRAWN[shape(sheet)](book, sheet) if shape(sheet) in DRAWN else None


def _phases(book: Handbook, sheet: Piece) -> Picture | None:
    """When each phase runs, as on the page with the phases."""
    phases = [phase for phase in book.of("phase") if phase.data.span]
    if sheet.data.sheet.shows != "fasen" or not phases:
        return None
    first = min(phase.data.span.first for phase in phases)
    last = max(phase.data.span.last for phase in phases)
    names = [f"{phase.data.number} {plain(phase.data.name)}" for phase in phases]
    left, top = LEFT + max(width(name, LABEL, bold=True) for name in names) / POINTS + 0.3, TOP + 0.45
    step = min(0.62, (BOTTOM - 0.45 - top) / len(phases))
    month = (RIGHT - left) / max(1, last - first)
    bottom = top + step * len(phases)
    shapes = []
    for at in range(first + -first % 6, last + 1, 6):
        x = left + month * (at - first)
        shapes.append(Shape("line", x, top, 0, bottom - top, line=0.75 if at else 2.5))
        words = pictures.tick(at)
        shapes.append(Shape("words", x - 0.6, top - 0.42, 1.2, 0.38, text=words, align="ctr"))
    for number, phase in enumerate(phases):
        span, y = phase.data.span, top + step * number
        shapes.append(Shape("words", LEFT, y, left - LEFT - 0.1, step, text=names[number], bold=True))
        x, wide = left + month * (span.first - first), month * (span.last - span.first)
        kind: Literal["arrow", "rect"] = "arrow" if span.open_end else "rect"
        shapes.append(Shape(kind, x, y + step * 0.16, wide, step * 0.68, fill=phase.data.colour))
    zero = f"Maand 0: {plain(book.method.words.timeline.zero)}. Een balk met een punt loopt door."
    shapes.append(Shape("words", LEFT, BOTTOM - 0.38, RIGHT - LEFT, 0.38, text=zero))
    return Picture("De fasen in maanden", pictures.timeline_told(book), tuple(shapes))


def _rings(book: Handbook, sheet: Piece) -> Picture:
    """Rings around a middle: each has a number, and what it is called stands beside the drawing."""
    data: RingSheet = sheet.data.sheet
    radius = (BOTTOM - TOP) / 2 - 0.2
    x0, y0 = LEFT + 4.05, (TOP + BOTTOM) / 2
    lies = draw.rings(data, radius)
    shapes = []
    for n, r in enumerate(reversed(lies.radii)):
        shapes.append(Shape("oval", x0 - r, y0 - r, 2 * r, 2 * r, "bg1", 1.5, dashed=not n and len(lies.radii) > 1))
    for x, y in lies.spokes:
        shapes.append(_between(x0 + x * lies.centre, y0 + y * lies.centre, x0 + x * radius, y0 + y * radius))
    r = lies.centre
    shapes.append(
        Shape("oval", x0 - r, y0 - r, 2 * r, 2 * r, "accent1", text="1", bold=True, colour="bg1", align="ctr")
    )
    named = [data.centre, *data.rings]
    edges = [0, lies.centre, *lies.radii]
    for n in range(2, len(named) + 1):
        y, half = y0 - (edges[n - 1] + edges[n]) / 2, 0.24
        shapes.append(Shape("oval", x0 - half, y - half, 2 * half, 2 * half, "accent1", text=str(n), bold=True, colour="bg1", align="ctr"))  # fmt: skip
    wide = 1.75
    for spot in lies.sectors:
        high = len(lines(plain(spot.text), LABEL, wide * POINTS)) * LABEL * LINE / POINTS + 0.02
        y = min(max(y0 + spot.y * 1.06 - high / 2, TOP - 0.1), BOTTOM - high)
        near = min(abs(y - y0), abs(y + high - y0)) if (y - y0) * (y + high - y0) > 0 else 0
        aside = max(radius**2 - near**2, 0) ** 0.5 + 0.15  # beside the outer ring, as far as the words are high
        x = x0 + (aside if spot.x > 0 else -aside - wide)
        shapes.append(Shape("words", x, y, wide, high, text=plain(spot.text), align="l" if spot.x > 0 else "r"))
    told = [ending(f"{n} {plain(text)}") for n, text in enumerate(named, 1)]
    step = min(0.95, (BOTTOM - TOP) / len(told))
    beside = RIGHT - LEGEND
    fits = all(len(lines(text, 24, beside * POINTS, bold=True)) * 24 * LINE / POINTS <= step for text in told)
    for n, text in enumerate(told):
        y = y0 + (n - len(told) / 2) * step
        shapes.append(Shape("words", LEGEND, y, beside, step, text=text, size=24 if fits else LABEL, bold=True))
    said = f"Een midden met {len(data.rings)} ringen, verdeeld in {len(data.sectors)} delen. Van binnen naar buiten: {'; '.join(map(plain, named))}. De delen: {'; '.join(map(plain, data.sectors))}."
    return Picture(plain(sheet.title), said, tuple(shapes))


def _between(x1: float, y1: float, x2: float, y2: float) -> Shape:
    return Shape("line", x1, y1, x2 - x1, y2 - y1, line=0.75)


def _meter(book: Handbook, sheet: Piece) -> Picture:
    """A bar of twenty boxes with a thick line at the threshold."""
    data: MeterSheet = sheet.data.sheet
    y, high, wide = TOP + 1.3, 1.0, RIGHT - LEFT
    at = LEFT + wide * data.threshold / 100
    shapes = [Shape("rect", LEFT, y, wide, high, "bg1", 2)]
    shapes += [Shape("rect", at, y, RIGHT - at, high, "accent2", 0)] if data.threshold < 100 else []
    shapes += [Shape("line", LEFT + wide * n / 20, y, 0, high, line=0.75) for n in range(1, 20)]
    shapes += [Shape("rect", LEFT, y, wide, high, "", 2), Shape("line", at, y - 0.3, 0, high + 0.6, line=5)]
    shapes.append(Shape("words", at - 1, y - 0.95, 2, 0.6, text=f"{data.threshold}%", size=32, bold=True, align="ctr"))
    shapes.append(Shape("words", LEFT, y + high + 0.1, 1.5, 0.45, text="0%", size=24))
    shapes.append(Shape("words", RIGHT - 1.5, y + high + 0.1, 1.5, 0.45, text="100%", size=24, align="r"))
    shapes.append(Shape("words", LEFT, y + high + 0.85, wide, 0.9, text=plain(data.silence), size=24))
    told = f"Balk van 0 tot 100 procent van de {plain(data.unit)}, in twintig vakken, met een dikke streep bij {data.threshold} procent."
    return Picture(plain(sheet.title), told, tuple(shapes))


DRAWN: dict[str, Callable[[Handbook, Piece], Picture | None]] = {"poster": _phases, "ringen": _rings, "meter": _meter}
"""The pictures by how their sheet looks."""
