"""What the handbook rests on: counted by phase, and by source the statements that lean on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from handboek.basis import sourced
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.introspect import walk
from handboek.model.text import Statement, Words

BULLET = re.compile(r"^\s*(?:[-*]|\d+\.) +")
LONG = 300
"""What is longer is told by its first words, which say what it is about."""


@dataclass(frozen=True)
class Rest:
    """What a phase rests on."""

    sourced: int
    """Statements with a source, in the phase, its steps and its criteria."""
    editorial: int
    sources: tuple[Piece, ...]
    unknown: tuple[Statement, ...]


def rests_on(handbook: Handbook, phase: Piece) -> Rest:
    """Count what is sourced and what is editorial in a phase, and gather what is unknown."""
    parts = (phase, *handbook.steps(phase), *handbook.criteria(phase))
    said = [bool(item.source) for part in parts for item in sourced(part.data)]
    keys = dict.fromkeys(key for part in parts for key in part.sources)
    unknown = tuple(text for part in parts for text in getattr(part.data, "unknown", ()))
    return Rest(sum(said), len(said) - sum(said), handbook.some("source", tuple(keys)), unknown)


def resting(handbook: Handbook, source: Piece) -> Iterator[tuple[Piece, tuple[str, ...]]]:
    """Each piece that leans on a source, with its statements that do; of a page that is written by hand, the lines."""
    for piece in handbook.citing(source.key):
        if not (piece.kind.page or piece.kind.paper == "list"):
            continue  # words that lead to it in the search lean on nothing
        items = (item for item in sourced(piece.data) if source.slug in item.source)
        yield piece, tuple(map(_told, items))
    for page in (piece for piece in handbook.pieces.values() if piece.kind.written and not piece.draft):
        lines = (page.entry.prose.body if page.entry.prose else "").splitlines()
        if found := tuple(plain(BULLET.sub("", line)) for line in lines if f"](/{source.address})" in line):
            yield page, found


def _told(item: BaseModel) -> str:
    words = [leaf.value for leaf in walk(item) if isinstance(leaf.marker, Words)]
    whole = " ".join(words)
    return whole if len(whole) <= LONG else words[0]
