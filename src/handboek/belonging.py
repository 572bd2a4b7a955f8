"""Which phases a piece belongs to, by what names it, and its place among the others of its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from handboek import dutch
from handboek.load import slug_of
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE, KINDS

ORDER = {kind.type: place for place, kind in enumerate(KINDS)}


def belongs_to(kind: Kind, path: str) -> str:
    """The slug of the piece in whose folder a file is; nothing for a kind that stands by itself."""
    if not kind.within:
        return ""
    above = BY_TYPE[kind.within]
    *folders, file = PurePosixPath(above.files).parts
    return slug_of(above, "/".join((*PurePosixPath(path).parts[: len(folders)], file)))


def phases_of(
    pieces: Mapping[tuple[str, str], Any], numbers: Mapping[str, int]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Which phases use each piece: through the steps that name it, and through what those pieces name."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, piece in pieces.items():
        if piece.type == "phase":
            found[key].add(piece.slug)
        found[key] |= {belongs_to(piece.kind, piece.path)} & numbers.keys()
    inside = [piece for piece in pieces.values() if piece.type == "phase" or piece.kind.within]
    further = [piece for piece in pieces.values() if piece.kind.passes_on]
    for piece in (*inside, *further):
        for other in piece.names if not piece.withdrawn else ():
            if BY_TYPE[other[0]].used:
                found[other] |= found[piece.key]
    for key, piece in pieces.items():
        for other in piece.names:
            if other[0] in piece.kind.phases_from:
                found[key] |= found[other]
    return {key: tuple(sorted(slugs, key=lambda slug: numbers[slug])) for key, slugs in found.items()}


def order(
    piece: Any, numbers: Mapping[str, int], used_by: Mapping[tuple[str, str], tuple[str, ...]]
) -> tuple[Any, ...]:
    """Kinds as in their table; inside a kind as its row says."""
    kind = ORDER[piece.type]
    if piece.kind.order == "newest":
        return (kind, -piece.data.date.toordinal(), piece.slug)
    if piece.kind.order == "title":
        return (kind, 0, dutch.order(piece.title))
    phases = used_by.get(piece.key, ())
    number = numbers[phases[0]] if phases else 99
    return (kind, number, piece.entry.loc[-1] if piece.entry.loc else 0, dutch.order(piece.title))
