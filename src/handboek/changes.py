"""What was withdrawn or corrected: for the page that lists it, the feed, and what leaves it out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from handboek.handbook import Handbook, Piece

WITHDRAWN, CORRECTED = "ingetrokken", "gecorrigeerd"


@dataclass(frozen=True)
class Change:
    """That something was wrong with a piece, and what came of it."""

    piece: Piece
    kind: str
    """`WITHDRAWN` or `CORRECTED`."""
    date: datetime.date
    said: str
    """Why, or what was wrong and is right now."""
    instead: str = ""
    """The address of what somebody uses now."""
    nth: int = 0
    """How many corrections of its piece on the same day stand before it."""


def changes(handbook: Handbook) -> tuple[Change, ...]:
    """Everything that was withdrawn or corrected, the newest first; what stands in the preview only is nobody's business."""
    found = []
    for piece in handbook.pieces.values():
        if piece.draft or piece.kind.below:  # a translation goes with its piece
            continue
        if gone := piece.withdrawn:
            found.append(Change(piece, WITHDRAWN, gone.date, gone.reason, gone.instead or ""))
        days = [one.date for one in piece.corrected]
        found += [
            Change(piece, CORRECTED, one.date, one.what, nth=days[:index].count(one.date))
            for index, one in enumerate(piece.corrected)
        ]
    return tuple(sorted(found, key=lambda change: change.date, reverse=True))
