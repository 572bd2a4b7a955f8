"""Decks of cards: which cards, and where each lies on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from handboek.handbook import Handbook, Piece
from handboek.model.layouts import DeckSheet

WIDTH, HEIGHT = 95.0, 69.25
"""A card in millimetres: eight fill an A4 with a margin of 10 mm, in two columns of four."""
MARGIN = 10.0
COLUMNS, ROWS = 2, 4


@dataclass(frozen=True)
class Card:
    """A card to print."""

    kind: str
    """What it is; stands small on both sides."""
    front: str
    hint: str = ""
    """A line under the front."""
    back: str = ""
    back_head: str = ""
    phase: Piece | None = None
    made_up: bool = False

    @property
    def length(self) -> Literal["short", "middle", "long"]:
        """How much the front says, and so how large it can be set."""
        return "short" if len(self.front) <= 60 else "middle" if len(self.front) <= 100 else "long"


@dataclass(frozen=True)
class Placed:
    """A card in its place; millimetres from the upper left corner of the paper."""

    card: Card
    side: Literal["front", "back"]
    left: float
    top: float


def deck(sheet: DeckSheet, book: Handbook) -> list[Card]:
    """The cards of a deck: its own, or one for each question of each guide.

    A card has room for one question to go on with and one thing to listen for: the first of each. The guide's own
    sheet has them all.
    """
    if sheet.drawn_from == "kaarten":
        return [Card(card.kind, card.front, back=card.back or "", made_up=sheet.made_up) for card in sheet.cards]
    return [
        Card(
            guide.title,
            ask.text,
            hint=ask.follow_ups[0],
            back=ask.listen_for[0],
            back_head="Luister naar",
            phase=book.phase_of(guide),
        )
        for guide in book.of("guide")
        for ask in guide.data.questions
    ]


def duplex(cards: list[Card]) -> Iterator[list[Placed]]:
    """Pages of fronts and backs by turns; backs lie mirrored, for paper that turns on its long edge."""
    for start in range(0, len(cards), COLUMNS * ROWS):
        batch = cards[start : start + COLUMNS * ROWS]
        yield [_place(card, "front", n % COLUMNS, n // COLUMNS) for n, card in enumerate(batch)]
        yield [_place(card, "back", COLUMNS - 1 - n % COLUMNS, n // COLUMNS) for n, card in enumerate(batch)]


def folded(cards: list[Card]) -> Iterator[list[Placed]]:
    """Pages for printers with one side: front and back of a card side by side, to fold and glue."""
    for start in range(0, len(cards), ROWS):
        batch = cards[start : start + ROWS]
        yield [_place(card, side, column, row) for row, card in enumerate(batch) for column, side in SIDES]


SIDES: tuple[tuple[int, Literal["front", "back"]], ...] = ((0, "front"), (1, "back"))


def _place(card: Card, side: Literal["front", "back"], column: int, row: int) -> Placed:
    return Placed(card, side, MARGIN + column * WIDTH, MARGIN + row * HEIGHT)
