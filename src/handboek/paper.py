"""What comes out of a printer: which page where, and how many sheets of which paper, for parts with so many pages and copies.

`Paper` in `overrides/site/assets/logic/paper.js` counts the same in a browser; `tests/tools/paper.yml` holds both to one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from handboek import dutch

WIDTHS = {210: "A4", 297: "A3", 148: "A5", 105: "A6"}
"""Each paper by its short side in millimetres, in the order in which they are printed."""
ON_A4 = {"A6": 4, "A5": 2}
"""How many of a small paper lie on an A4."""


@dataclass(frozen=True)
class Need:
    """So many sheets of a paper."""

    paper: str
    sheets: int
    """Sheets that go into the printer: of A4 for what is smaller, with several on each."""
    cards: int = 0
    """How many are cut out of them."""
    backs: bool = False
    """Whether any of them has something on its back."""


def named(width: float, height: float) -> str:
    """The paper of a page of this size in points; A4 for what is none."""
    short = min(width, height) * 25.4 / 72
    return next((name for side, name in WIDTHS.items() if abs(short - side) < 2), "A4")


def needed(parts: Iterable[tuple[str, int, int]], *, one_side: bool = False) -> list[Need]:
    """What parts need, each with its paper (`A4-liggend`), pages and copies; each copy begins on a sheet of its own.

    On `one_side`, front and back of a small sheet lie beside each other, to fold and glue.
    """
    parts = [(paper.partition("-")[0], pages, copies) for paper, pages, copies in parts]
    found = []
    for name in WIDTHS.values():
        own = [(pages, copies) for paper, pages, copies in parts if paper == name]
        leaves = sum(-(-pages // 2) * copies for pages, copies in own)
        places = sum(pages * copies for pages, copies in own) if one_side else leaves
        if own:
            cards, backs = leaves if name in ON_A4 else 0, any(pages > 1 for pages, _ in own)
            found.append(Need(name, -(-places // ON_A4.get(name, 1)), cards, backs))
    return found


class Count(NamedTuple):
    """A part as far as its place in a binding follows from it."""

    pages: int
    copies: int = 1
    front: bool = False
    paper: str = "A4"


@dataclass(frozen=True)
class Place:
    """A page of a binding: which page of which part, or a blank one behind that part."""

    part: int
    page: int | None
    number: int
    copy: int = 1

    @property
    def label(self) -> str:
        """What a reader's program calls it: its number, and of a copy which one, so that no two pages are called the same."""
        return f"{self.number}({self.copy})" if self.copy > 1 else str(self.number)


def order(parts: Sequence[Count]) -> list[Place]:
    """The pages of a binding of parts with so many pages and copies on this paper, and perhaps beginning on a front side.

    What is on A4 comes first, then each other paper: each can be printed by itself. Where another part, copy or paper
    begins on a front side, the one before ends with a blank back; small or large paper of which nothing has a back has
    none. Everybody's copy has the same numbers.
    """
    places: list[Place] = []
    number = 0
    grouped = [[at for at, part in enumerate(parts) if part.paper == name] for name in WIDTHS.values()]
    groups = [group for group in grouped if group]
    for group in groups:
        backs = parts[group[0]].paper == "A4" or any(parts[at].pages > 1 for at in group)
        sides = 0
        for part, following in zip(group, [*group[1:], None], strict=True):
            pages, copies, front, _ = parts[part]
            fronted = group is not groups[-1] if following is None else parts[following].front
            each = pages + (pages % 2 if backs and front and copies > 1 else 0)
            sides += each * copies
            blank = sides % 2 if backs and fronted else 0
            sides += blank
            for copy in range(1, copies + 1):
                own = [*range(pages), *([None] * (each - pages))]
                places += [Place(part, page, number + at, copy) for at, page in enumerate(own, 1)]
            places += [Place(part, None, number + each + 1)] * blank
            number += each + blank
    return places[:-1] if places and places[-1].page is None else places


Side = tuple[int, int] | None
"""A page of a part, both from 0; nothing where a side is blank."""


def spans(pages: Iterable[str]) -> dict[str, Span]:
    """Of each paper its first and last page, counted from 1, in a file with pages on these papers."""
    found: dict[str, Span] = {}
    for at, name in enumerate(pages, 1):
        found[name] = (found.get(name, (at, at))[0], at)
    return found


def laid(parts: Sequence[tuple[int, int]], across: int, down: int, *, one_side: bool = False) -> list[list[Side]]:
    """What lies where on each page of a sheet, from the top left: a part with its page, from 0; nothing where it is blank.

    `parts` are pages and copies. Backs lie behind their fronts, or beside them on `one_side` and where there are none.
    """
    cards: list[tuple[Side, Side]] = []
    for part, (pages, copies) in enumerate(parts):
        own = [((part, at), (part, at + 1) if at + 1 < pages else None) for at in range(0, pages, 2)]
        cards += own * copies
    each = across * down
    if one_side or not any(back for _, back in cards):
        sides: list[Side] = [side for card in cards for side in card if side]
        return [sides[at : at + each] for at in range(0, len(sides), each)]
    found: list[list[Side]] = []
    for at in range(0, len(cards), each):
        fronts, backs = zip(*cards[at : at + each], strict=True)
        backs += (None,) * (each - len(backs))
        found += [
            list(fronts),
            [side for row in range(0, each, across) for side in reversed(backs[row : row + across])],
        ]
    return found


HOW = {
    "A3": ("Eigen opdracht, op A3, op twee kanten.", "Eigen opdracht, op A3, op één kant."),
    "A4": ("Op twee kanten, over de lange kant.", "Op één kant."),
    "A5": ("Twee op een vel A4, op twee kanten; snijd ze los.", "Twee op een vel A4, op één kant; snijd ze los."),
    "A6": ("Vier op een vel A4, op twee kanten; snijd ze los.", "Vier op een vel A4, op één kant; snijd ze los."),
}
"""How each paper is printed: on two sides, or on one."""
FOLD = "Heeft een kaartje een achterkant, vouw het dan en plak het dicht."
"""What is done with backs that lie beside their fronts."""


WITHIN = "Bladzijde {} van dit bestand."
"""Where a job stands, that is a part of a file."""
ON_ITS_OWN = (
    "Op papier van {}, op twee kanten. Heb je dat niet, maak dan op de website printopdrachten van deze werkmap."
)
"""How small cards with a back are printed from such a file: a printer that lays several on a sheet lays no back behind its front."""

Span = tuple[int, int]
"""The first and the last page of a job in a file, counted from 1."""


def jobs(
    parts: Iterable[tuple[str, int, int]], *, one_side: bool = False, within: Mapping[str, Span] = MappingProxyType({})
) -> list[tuple[str, str]]:
    """What to print, a job for each paper: how much of what, and how: on one side where nothing has a back.

    `within` says of each paper where it stands, where all is one file.
    """
    needs = needed(parts, one_side=one_side)
    return [(said([need]), _how(need, within.get(need.paper), one_side=one_side)) for need in needs]


def _how(need: Need, span: Span | None, *, one_side: bool) -> str:
    where = [WITHIN.format("–".join(map(str, dict.fromkeys(span))))] if span else []
    if span and need.backs and not one_side and need.paper in ON_A4:
        return " ".join([*where, ON_ITS_OWN.format(need.paper)])
    fold = one_side and need.backs and need.paper in ON_A4
    return " ".join([*where, HOW[need.paper][one_side or not need.backs], *([FOLD] if fold else [])])


def said(needs: Sequence[Need]) -> str:
    """Needs in a sentence: 34 vellen A4, 1 vel A3 en 6 vellen A4 met 24 kaartjes van A6."""
    return dutch.listed([_said(need) for need in needs])


def _said(need: Need) -> str:
    if not need.cards:
        return f"{dutch.count(need.sheets, 'vel', 'vellen')} {need.paper}"
    cards = dutch.count(need.cards, "kaartje", "kaartjes")
    return f"{dutch.count(need.sheets, 'vel', 'vellen')} A4 met {cards} van {need.paper}"
