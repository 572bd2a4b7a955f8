"""An old text of a file beside a new one: which value of the old is which of the new, also where it moved or was rewritten.

Points of a list are paired in four rounds: those that are the same, those with the same id, those that are for half the
same or more, and what is left by its place: as many as came for as many as went, in their order. What was paired with
nothing is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from handboek.blocks import blocks
from handboek.document import Document, Loc
from handboek.edition.units import BODY, PARAGRAPH, digest, field_of, name_of

ALIKE = 0.5
"""How much of two texts must be the same to take the one for the other."""
IDS = ("id", "slug", "key", "from")
"""Fields by which a point is the same one whatever it says."""


@dataclass(frozen=True)
class Aligned:
    """Where each value of the old document stands in the new one."""

    ways: Mapping[Loc, Loc]
    """What is gone lacks."""
    doubtful: frozenset[Loc]
    """Points that cannot be told from others: of equal ones there are more or fewer now."""
    guessed: frozenset[Loc]
    """Points of the new document of which only the place says which they are: they may as well be another."""


def align(old: Document, new: Document, block_fields: frozenset[str] = frozenset()) -> Aligned:
    """What of `old` is what of `new`; `block_fields` hold paragraphs."""
    made = _Pairing(block_fields)
    made.values(old.data, new.data, (), ())
    made.paragraphs(old.body, new.body, (BODY,), (BODY,))
    return Aligned(made.ways, frozenset(made.doubtful), frozenset(made.guessed))


@dataclass
class _Pairing:
    """What is found on the way through two texts; the fields are those of `Aligned`."""

    fields: frozenset[str]
    ways: dict[Loc, Loc] = field(default_factory=dict)
    doubtful: set[Loc] = field(default_factory=set)
    guessed: set[Loc] = field(default_factory=set)

    def values(self, old: Any, new: Any, there: Loc, here: Loc) -> None:
        self.ways[there] = here
        if isinstance(old, dict) and isinstance(new, dict):
            for key in old:
                if key in new:
                    self.values(old[key], new[key], (*there, key), (*here, key))
        elif isinstance(old, list) and isinstance(new, list):
            for one, other in self._points(old, new, there, here):
                self.values(old[one], new[other], (*there, one), (*here, other))
        elif isinstance(old, str) and isinstance(new, str):
            if field_of(there) in self.fields:
                self.paragraphs(old, new, there, here)
        # A text may get a source, or lose it: then it stands one step further down, or up.
        elif isinstance(old, str) and isinstance(new, dict) and (named := name_of(new)):
            if not isinstance(here[-1], int):
                self.ways[there] = (*here, named[0])
        elif isinstance(old, dict) and isinstance(new, str) and (named := name_of(old)):
            self.ways[*there, named[0]] = here

    def paragraphs(self, old: str, new: str, there: Loc, here: Loc) -> None:
        there, here = (*there, PARAGRAPH), (*here, PARAGRAPH)
        for one, other in self._points(
            [one.text for one in blocks(old)], [one.text for one in blocks(new)], there, here
        ):
            self.ways[*there, one] = (*here, other)

    def _points(self, old: Sequence[Any], new: Sequence[Any], there: Loc, here: Loc) -> Iterable[tuple[int, int]]:
        """The points of two lists in pairs, by their numbers."""
        found, doubtful = _equal(old, new)
        _same_id(old, new, found)
        _alike(old, new, found)
        guessed = _left(old, new, found)
        self.doubtful.update((*there, index) for index in doubtful)
        self.guessed.update((*here, index) for index in guessed.values())
        return (found | guessed).items()


def _equal(old: Sequence[Any], new: Sequence[Any]) -> tuple[dict[int, int], set[int]]:
    """Points that say the same; of several equal ones the first is the first."""
    ours, theirs = _by_digest(old), _by_digest(new)
    found: dict[int, int] = {}
    doubtful: set[int] = set()
    for hash_, places in ours.items():
        others = theirs.get(hash_, [])
        found.update(zip(places, others, strict=False))
        if others and len(places) > 1 and len(places) != len(others):
            doubtful.update(places)
    return found, doubtful


def _by_digest(points: Sequence[Any]) -> dict[str, list[int]]:
    found = defaultdict(list)
    for index, point in enumerate(points):
        found[digest(point)].append(index)
    return found


def _same_id(old: Sequence[Any], new: Sequence[Any], found: dict[int, int]) -> None:
    ours, theirs = _by_id(old), _by_id(new)
    taken = set(found.values())
    for id_, index in ours.items():
        other = theirs.get(id_)
        if index not in found and other is not None and other not in taken:
            found[index] = other


def _by_id(points: Sequence[Any]) -> dict[tuple[str, str], int]:
    """The points that have an id which no other has."""
    said = [_id(point) for point in points]
    return {id_: index for index, id_ in enumerate(said) if id_ and said.count(id_) == 1}


def _id(point: Any) -> tuple[str, str] | None:
    if not isinstance(point, dict):
        return None
    return next(((key, point[key]) for key in IDS if isinstance(point.get(key), str)), None)


def _alike(old: Sequence[Any], new: Sequence[Any], found: dict[int, int]) -> None:
    """Points that are alike, those that are so most before the others."""
    ours, theirs = _free(old, found), _free(new, found.values())
    pairs = sorted(
        (-alike, abs(index - other), index, other)
        for index in ours
        for other in theirs
        if (alike := likeness(_words(old[index]), _words(new[other]))) >= ALIKE
    )
    taken = set(found.values())
    for _, _, index, other in pairs:
        if index not in found and other not in taken:
            found[index] = other
            taken.add(other)


def _free(points: Sequence[Any], taken: Any) -> list[int]:
    used = set(taken)
    return [index for index in range(len(points)) if index not in used]


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def _words(value: Any) -> str:
    """All that a value says; what a text with a source says is its text."""
    if isinstance(value, dict):
        return " ".join(_words(one) for key, one in value.items() if key != "source")
    if isinstance(value, list):
        return " ".join(map(_words, value))
    return "" if value is None else " ".join(str(value).split())


def _left(old: Sequence[Any], new: Sequence[Any], found: Mapping[int, int]) -> dict[int, int]:
    """The points that are left, by their place between two that were paired."""
    made: dict[int, int] = {}
    taken = set(found.values())
    ends = [(-1, -1), *sorted(found.items()), (len(old), len(new))]
    for (before, first), (behind, last) in pairwise(ends):
        ours = list(range(before + 1, behind))
        theirs = [other for other in range(first + 1, last) if other not in taken]
        made |= _in_order(old, new, ours, theirs)
    return made


def _in_order(old: Sequence[Any], new: Sequence[Any], ours: list[int], theirs: list[int]) -> dict[int, int]:
    """As many points as points, each with the next; of more or fewer only those of which all but the text is the same."""
    if len(ours) == len(theirs):
        return dict(zip(ours, theirs, strict=True))
    frames, others = [_frame(old[index]) for index in ours], [_frame(new[other]) for other in theirs]
    return {
        index: theirs[others.index(frame)]
        for index, frame in zip(ours, frames, strict=True)
        if frames.count(frame) == others.count(frame) == 1
    }


def _frame(point: Any) -> str:
    """What a point has beside the text by which it is called."""
    named = name_of(point) if isinstance(point, dict) else None
    return digest({key: one for key, one in point.items() if key != named[0]}) if named else ""
