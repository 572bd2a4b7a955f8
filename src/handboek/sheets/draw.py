"""The geometry of what is drawn rather than set: rings, bars, tiles. Numbers only; the templates draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from handboek.handbook import Piece
from handboek.model.blocks import Blocks
from handboek.model.layouts import Bar, Box, CalendarSheet, CanvasSheet, PosterSheet, RingSheet
from handboek.model.tools import Worksheet


@dataclass(frozen=True)
class Spot:
    """A label with its place, from the middle of the drawing."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Rings:
    """A ring map, in millimetres from its middle."""

    centre: float
    """Radius of the middle."""
    radii: list[float]
    """Radius of each ring, from the inside out."""
    spokes: list[tuple[float, float]]
    """Direction of each line between two sectors, as a point on the unit circle."""
    rings: list[Spot]
    sectors: list[Spot]


def rings(sheet: RingSheet, radius: float) -> Rings:
    """The rings with their labels on the upper half of the vertical axis, and the sectors with theirs on the rim."""
    centre = radius * (0.30 if len(sheet.rings) < 3 else 0.22)
    band = (radius - centre) / len(sheet.rings)
    radii = [centre + band * (n + 1) for n in range(len(sheet.rings))]
    turn = 2 * pi / len(sheet.sectors)
    return Rings(
        centre,
        radii,
        [(sin(turn * n), -cos(turn * n)) for n in range(len(sheet.sectors))],
        [Spot(text, 0, -r + min(7, band / 2)) for text, r in zip(sheet.rings, radii, strict=True)],
        [
            Spot(text, radius * sin(turn * (n + 0.5)), -radius * cos(turn * (n + 0.5)))
            for n, text in enumerate(sheet.sectors)
        ],
    )


@dataclass(frozen=True)
class Span:
    """A run of boxes in a row of a calendar; empty where no bar lies."""

    first: int
    length: int
    bar: Bar | None = None


def example_rows(sheet: CalendarSheet) -> Iterator[tuple[str, list[Span]]]:
    """The rows of the made-up example, each with its name: bars that overlap get a row of their own."""
    lanes: list[list[Bar]] = []
    for bar in sorted(sheet.example, key=lambda bar: (bar.row, bar.first)):
        free = [lane for lane in lanes if lane[0].row == bar.row and lane[-1].last < bar.first]
        free[0].append(bar) if free else lanes.append([bar])
    for lane in lanes:
        row = lane[0].row
        name = sheet.rows[row - 1] if row <= len(sheet.rows) else ""
        yield name, list(_spans(lane, len(sheet.periods)))


def _spans(bars: list[Bar], periods: int) -> Iterator[Span]:
    at = 1
    for bar in bars:
        last = min(bar.last, periods)
        yield from (Span(n, 1) for n in range(at, bar.first))
        yield Span(bar.first, last - bar.first + 1, bar)
        at = last + 1
    yield from (Span(n, 1) for n in range(at, periods + 1))


def overlaps(sheet: CalendarSheet) -> list[int]:
    """How many bars of the example lie in each period."""
    count = Counter(n for bar in sheet.example for n in range(bar.first, bar.last + 1))
    return [count[n] for n in range(1, len(sheet.periods) + 1)]


def canvas_rows(sheet: CanvasSheet) -> list[list[Box]]:
    """The boxes row by row, as many as fit beside each other."""
    rows: list[list[Box]] = [[]]
    for box in sheet.boxes:
        if rows[-1] and sum(one.width for one in rows[-1]) + box.width > sheet.columns:
            rows.append([])
        rows[-1].append(box)
    return rows


ROOM = {"A4": (252, 90), "A4-liggend": (168, 135), "A5": (165, 70)}
"""By paper: the millimetres between the margins, and how many letters of an instruction fit on a line."""


def canvas_height(worksheet: Worksheet, paper: str) -> float:
    """How many millimetres the boxes of a canvas may share: what head, instruction and questions leave of the page."""
    height, letters = ROOM.get(paper, ROOM["A4-liggend"] if paper.endswith("liggend") else ROOM["A4"])
    sheet: Blocks = worksheet.sheet
    told = [worksheet.summary, *(said.text for said in sheet.instruction)]
    text = sum(2 + 5.2 * (1 + len(line) // letters) for line in told)
    asked = sum(14 + 9 * question.lines for question in sheet.writing)
    return max(height - 32 - text - asked, 60)


@dataclass(frozen=True)
class Poster:
    """How the boxes of a poster lie, and how large its type is, so that it fills one A3 and fits on it."""

    columns: int
    height: float
    """Of a row of boxes, in millimetres."""
    headline: float
    """Type in points, as the three below."""
    heading: float
    text: float
    footer: float


POSTER_TYPE = ((30.0, 20.0), (25.0, 17.0), (20.0, 15.0), (17.0, 13.0))
"""Heading and text of a poster's boxes, from large to small."""
MARKER_LINE = 14.0


def in_a_row(phases: Sequence[Piece]) -> bool:
    """Whether the numbers of phases follow one another. Where an edition leaves some out, they jump: on a wall that looks wrong."""
    numbers = sorted(phase.data.number for phase in phases)
    return all(other - one == 1 for one, other in pairwise(numbers))


def poster(worksheet: Worksheet, wide: bool) -> Poster:
    """The largest type with which the boxes fit, and the height that each row of boxes may take."""
    sheet = worksheet.sheet
    assert isinstance(sheet, PosterSheet)
    number = max(len(sheet.entries), 1)
    columns = min(number, 4 if number > 6 else 3 if number != 4 else 2) if wide else min(number, 2)
    rows = -(-number // columns)
    width = (380 if wide else 257) / columns - 18
    told = [f"{worksheet.title} {worksheet.summary}", *(said.text for said in sheet.instruction)]
    headline = 58 if len(sheet.headline) <= 40 else 40
    footer = 26 if len(sheet.foot) <= 80 else 18
    used = 8 + _set(sheet.headline, headline, 380 if wide else 257) + 12
    used += sum(_set(text, 12, 380 if wide else 257, 1.35) + 1 for text in told)
    used += _set(sheet.foot, footer, 380 if wide else 257) + 12
    used += sum(14 + 9 * question.lines for question in sheet.writing)
    room = ((243 if wide else 364) - used) / rows - 8
    for heading, text in POSTER_TYPE:
        need = max(
            (
                14
                + _set(panel.heading, heading, width)
                + _set(panel.text or "", text, width, 1.4)
                + MARKER_LINE * panel.lines
                for panel in sheet.entries
            ),
            default=0,
        )
        if need <= room:
            break
    return Poster(columns, round(room, 1), headline, heading, text, footer)


def _set(text: str, points: float, width: float, leading: float = 1.15) -> float:
    """About how high a text stands, in millimetres; a little more than it will be."""
    size = points * 25.4 / 72
    return -(-len(text) // max(int(width / (size * 0.56)), 1)) * size * leading


@dataclass(frozen=True)
class Tile:
    """One A4 of a poster that is put together from four; millimetres on the enlarged poster."""

    name: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Tiles:
    """A poster on four A4."""

    scale: float
    overlap: float
    tiles: list[Tile]


OVERLAP = 6.0
"""How much of its neighbour each A4 shows as well, so that nothing is lost where they are glued."""
BORDER = 10.0
"""What many printers leave white."""


def tiles(wide: bool) -> Tiles:
    """An A3 enlarged until its four quarters fill an A4 each."""
    width, height = (420.0, 297.0) if wide else (297.0, 420.0)
    page_width, page_height = (297.0, 210.0) if wide else (210.0, 297.0)
    scale = min(
        (page_width - 2 * BORDER - OVERLAP / 2) / (width / 2), (page_height - 2 * BORDER - OVERLAP / 2) / (height / 2)
    )
    half_width, half_height = width * scale / 2, height * scale / 2
    return Tiles(
        scale,
        OVERLAP,
        [
            Tile(
                f"{'boven' if row == 0 else 'onder'} {'links' if column == 0 else 'rechts'}",
                column * (half_width - OVERLAP / 2),
                row * (half_height - OVERLAP / 2),
                half_width + OVERLAP / 2,
                half_height + OVERLAP / 2,
            )
            for row in (0, 1)
            for column in (0, 1)
        ],
    )
