"""The theory of change as a picture: boxes in columns, arrows from each column to the next. Nothing is told by colour.

The same drawing serves screen and paper: what it looks like stands in attributes, which a style sheet may overrule.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from markupsafe import Markup

from handboek import theory
from handboek.handbook import Handbook
from handboek.markdown import plain
from handboek.model.theory import Arrow, Theory


@dataclass(frozen=True)
class Room:
    """How large the drawing is; all in its own units."""

    width: float
    column: float
    """How wide a box is."""
    letter: float
    gap: float
    """How far boxes stand from each other at least, in letters."""

    @property
    def pad(self) -> float:
        return self.letter * 0.6

    @property
    def line(self) -> float:
        return self.letter * 1.22

    @property
    def fits(self) -> int:
        """How many letters stand beside each other in a box."""
        return int((self.column - 2 * self.pad) / (self.letter * WIDE))


WIDE = 0.53
"""How wide a letter is for its height, at most."""
SCREEN = Room(width=720, column=108, letter=12.5, gap=0.9)
"""In pixels, beside the margin of a page."""
PAPER = Room(width=378, column=54, letter=3.6, gap=0.55)
"""In millimetres, on an A3 that lies."""

STROKES = {"onderzoek": (0.24, ""), "bron": (0.1, ""), "aanname": (0.1, "0.5 0.28")}
"""By what an arrow rests on: how thick its line is and how it is broken, in letters."""
PLACES = tuple(sorted((place / 50 for place in range(7, 44)), key=lambda place: abs(place - 0.5)))
"""Where along an arrow its number may stand, the middle first."""


@dataclass(frozen=True)
class Box:
    """A box where it lies."""

    lines: list[str]
    x: float
    y: float
    height: float


@dataclass(frozen=True)
class Line:
    """An arrow where it runs."""

    number: int
    arrow: Arrow
    x1: float
    y1: float
    x2: float
    y2: float

    def at(self, t: float) -> tuple[float, float]:
        """A point of it, from 0 at its begin to 1 at its end."""
        middle = (self.x1 + self.x2) / 2
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x = sum(part * at for part, at in zip(parts, (self.x1, middle, middle, self.x2), strict=True))
        y = sum(part * at for part, at in zip(parts, (self.y1, self.y1, self.y2, self.y2), strict=True))
        return x, y


def picture(handbook: Handbook, data: Theory, room: Room) -> Markup:
    """The drawing, with what it shows in one sentence for who does not see it."""
    columns = theory.columns(data)
    heads = [textwrap.wrap(column.head, room.fits, break_long_words=False) for column in columns]
    top = max(map(len, heads)) * room.line + room.pad
    boxes, bottom = _boxes(columns, room, top)
    step = _step(columns, room)
    parts = [
        _text((column * step + room.column / 2, (row + 0.85) * room.line), words, room, "head", "middle")
        for column, lines in enumerate(heads)
        for row, words in enumerate(lines)
    ]
    lines = list(_lines(data, boxes, room))
    parts += [_path(line, theory.rests_on(handbook, line.arrow), room) for line in lines]
    parts += [_drawn(box, room) for box in boxes.values()]
    parts += [_tag(line.number, x, y, room) for line, x, y in _tags(lines, room)]
    parts += _legend(room, bottom + 1.8 * room.letter)
    edge = room.letter * 0.1
    told = f"{', '.join(f'{column.head.lower()} ({len(column.boxes)})' for column in columns)}"
    title = f"Vakken in {len(columns)} kolommen: {told}. {len(lines)} genummerde pijlen lopen van elke kolom naar de volgende."
    head = Markup(
        '<svg class="picture theory" viewBox="{:g} 0 {:g} {:g}" role="img" aria-label="{}"><title>{}</title>'
    ).format(-edge, room.width + 2 * edge, round(bottom + 2.2 * room.letter, 1), title, title)
    return head + Markup("".join(parts)) + Markup("</svg>")


def _step(columns: list[theory.Column], room: Room) -> float:
    """How far one column stands from the next."""
    return (room.width - room.column) / max(len(columns) - 1, 1)


def _boxes(columns: list[theory.Column], room: Room, top: float) -> tuple[dict[str, Box], float]:
    """Each box by its id, spread over the height of the highest column; and where that ends."""
    told = [
        [textwrap.wrap(plain(one.title), room.fits, break_long_words=False) for one in each.boxes] for each in columns
    ]
    heights = [[len(lines) * room.line + 1.5 * room.pad for lines in column] for column in told]
    high = max(sum(column) + room.gap * room.letter * (len(column) - 1) for column in heights)
    boxes = {}
    for number, column in enumerate(columns):
        free = (high - sum(heights[number])) / len(column.boxes)
        y = top + free / 2
        for one, lines, height in zip(column.boxes, told[number], heights[number], strict=True):
            boxes[one.id] = Box(lines, number * _step(columns, room), y, height)
            y += height + free
    return boxes, top + high


def _lines(data: Theory, boxes: dict[str, Box], room: Room) -> Iterator[Line]:
    """Each arrow from the right of a box to the left of another; several beside each other keep the order of their ends."""
    arrows = theory.numbered(data)
    leaving, arriving = defaultdict(list), defaultdict(list)
    for _, one in arrows:
        leaving[one.from_].append((boxes[one.to].y, one.to))
        arriving[one.to].append((boxes[one.from_].y, one.from_))

    def port(box: Box, ends: list[tuple[float, str]], other: str) -> float:
        place = [id_ for _, id_ in sorted(ends, key=itemgetter(0))].index(other)
        return box.y + box.height * (place + 1) / (len(ends) + 1)

    for number, one in arrows:
        start, end = boxes[one.from_], boxes[one.to]
        y1, y2 = port(start, leaving[one.from_], one.to), port(end, arriving[one.to], one.from_)
        yield Line(number, one, start.x + room.column, y1, end.x - room.letter * 0.15, y2)


def _tags(lines: list[Line], room: Room) -> Iterator[tuple[Line, float, float]]:
    """Where the number of each arrow stands: where no other is near, as far as that goes."""
    taken: list[tuple[float, float]] = []
    for line in lines:
        spots = [line.at(t) for t in PLACES]

        def near(spot: tuple[float, float]) -> float:
            return min(((spot[0] - x) ** 2 + (spot[1] - y) ** 2 for x, y in taken), default=1e9)

        apart = (1.35 * room.letter) ** 2
        x, y = next((spot for spot in spots if near(spot) >= apart), max(spots, key=near))
        taken.append((x, y))
        yield line, x, y


def _path(line: Line, rests: theory.Rests, room: Room) -> str:
    middle, head = (line.x1 + line.x2) / 2, room.letter * 0.55
    end = line.x2 - head * 0.8
    curve = (
        f"M{line.x1:.1f} {line.y1:.1f}C{middle:.1f} {line.y1:.1f} {middle:.1f} {line.y2:.1f} {end:.1f} {line.y2:.1f}"
    )
    tip = f"M{line.x2 - head:.1f} {line.y2 - head / 2:.1f}L{line.x2:.1f} {line.y2:.1f}L{line.x2 - head:.1f} {line.y2 + head / 2:.1f}z"
    return _stroke(curve, rests, room) + f'<path class="tip" d="{tip}" fill="#000"/>'


def _stroke(curve: str, rests: theory.Rests, room: Room) -> str:
    thick, broken = STROKES[rests]
    dashes = " ".join(f"{float(part) * room.letter:.2f}" for part in broken.split())
    extra = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path class="way" d="{curve}" fill="none" stroke="#000" stroke-width="{thick * room.letter:.2f}"{extra}/>'


def _drawn(box: Box, room: Room) -> str:
    rect = (
        f'<rect class="node" x="{box.x:.1f}" y="{box.y:.1f}" width="{room.column:.1f}" height="{box.height:.1f}" '
        f'rx="{room.letter * 0.25:.1f}" fill="#fff" stroke="#000" stroke-width="{room.letter * 0.08:.2f}"/>'
    )
    y = box.y + 0.75 * room.pad + 0.92 * room.letter
    return rect + "".join(
        _text((box.x + room.pad, y + row * room.line), words, room, "name") for row, words in enumerate(box.lines)
    )


def _text(at: tuple[float, float], words: str, room: Room, css: str, anchor: str = "start") -> str:
    """Words in bold; a word that is wider than its box is pushed together until it fits."""
    wide = Markup(' textLength="{:.1f}" lengthAdjust="spacingAndGlyphs"').format(room.column - 2 * room.pad)
    return str(
        Markup('<text x="{:.1f}" y="{:.1f}" class="{}" text-anchor="{}" font-family="Atkinson" font-size="{}" font-weight="700"{}>{}</text>').format(
            *at, css, anchor, room.letter, wide if len(words) > room.fits else "", words
        )
    )  # fmt: skip


def _tag(number: int, x: float, y: float, room: Room) -> str:
    size = room.letter * 0.82
    ring = f'<circle class="spot" cx="{x:.1f}" cy="{y:.1f}" r="{size * 0.78:.1f}" fill="#fff" stroke="#000" stroke-width="{room.letter * 0.05:.2f}"/>'
    words = f'<text x="{x:.1f}" y="{y + size * 0.35:.1f}" class="count" text-anchor="middle" font-family="Atkinson" font-size="{size:.2f}" font-weight="700">{number}</text>'
    return ring + words


def _legend(room: Room, y: float) -> Iterator[str]:
    """What the three kinds of line mean."""
    x = 0.0
    for rests, words in theory.RESTS.items():
        yield _stroke(f"M{x:.1f} {y - 0.3 * room.letter:.1f}h{3 * room.letter:.1f}", rests, room)  # type: ignore[arg-type]
        yield str(
            Markup('<text x="{:.1f}" y="{:.1f}" class="legend" font-family="Atkinson" font-size="{}">{}</text>').format(
                x + 3.6 * room.letter, y, room.letter, words
            )
        )
        x += (5.6 + len(words) * WIDE) * room.letter
