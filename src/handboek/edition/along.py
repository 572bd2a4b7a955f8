"""What of a piece goes along when something else is left out: by what its model asks, the same for every kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from handboek.document import Loc
from handboek.edition.splice import Op
from handboek.entry import Entry
from handboek.model.introspect import Field, Shape, fields_of
from handboek.model.text import Beside, Refers, several
from handboek.patched import Spot


@dataclass(frozen=True)
class Gone:
    """What is left out, each with the place where somebody says so."""

    pieces: Mapping[tuple[str, str], Spot]
    """By type and slug."""
    addresses: Mapping[str, Spot]
    """By address without slashes around it; those of lists that have nothing to show any more too."""

    def why(self, refers: Refers, value: str) -> Spot | None:
        """Where it is said that what a reference leads to is left out; nothing where it is still there."""
        if refers.kind in ("address", "list"):
            return self.at(value)
        return self.pieces.get((refers.kind, value))

    def at(self, address: str) -> Spot | None:
        """The same of an address, also of a part of a page."""
        return self.addresses.get(address) or self.addresses.get(address.partition("/#")[0])


def whys(entry: Entry, gone: Gone) -> list[Spot]:
    """Where it is said that what a piece refers to is left out."""
    return [why for refers, value in _references(entry) if (why := gone.why(refers, value))]


def _references(entry: Entry) -> Iterator[tuple[Refers, str]]:
    return ((leaf.marker, leaf.value) for leaf in entry.leaves if isinstance(leaf.marker, Refers))


def along(entry: Entry, gone: Gone) -> list[Op] | None:
    """What to take out of a piece of which something is gone; nothing where all of it goes along.

    A reference that may be absent falls alone; with one that must be there falls what holds it: a row of a list, or the
    piece. So does a piece that belongs to phases of which none is left. Below any other least nothing is decided here:
    the check says what is missing.
    """
    belongs = [gone.why(*one) for one in _references(entry) if one[0].kind in entry.kind.phases_from]
    if entry.model is None or (belongs and all(belongs)):
        return None
    ids: frozenset[str] = frozenset()
    while True:
        look = _Look(entry, gone, ids)
        ops: list[Op] = []
        if look.model(entry.model, entry.loc, ops):
            return None
        more = ids | _orphans(entry.model, entry.loc, {op.loc for op in ops})
        if more == ids:
            return ops
        ids = more


@dataclass(frozen=True)
class _Look:
    entry: Entry
    gone: Gone
    ids: frozenset[str]
    """What falls in the piece itself, as something that others name."""

    def model(self, model: BaseModel, loc: Loc, ops: list[Op]) -> bool:
        """Whether it goes along; what goes alone is added to `ops`."""
        if getattr(model, "id", None) in self.ids:
            return True
        fallen = [
            self._field(getattr(model, name), field, (*loc, field.key), ops)
            for name, field in fields_of(type(model)).items()
        ]
        return any(fallen)

    def _field(self, value: Any, field: Field, loc: Loc, ops: list[Op]) -> bool:
        """Whether what holds this field goes along."""
        if isinstance(value, tuple) and field.shape.item:
            return self._list(value, field.shape, loc, ops)
        inner: list[Op] = []
        if not self._falls(value, field.shape, loc, inner):
            ops += inner
            return False
        if field.needed and not isinstance(value, BaseModel):
            return True
        ops += inner if field.needed else [Op(loc, "remove")]
        return False

    def _list(self, rows: tuple[Any, ...], shape: Shape, loc: Loc, ops: list[Op]) -> bool:
        assert shape.item is not None
        left: list[Op] = []
        fallen = []
        for index, row in enumerate(rows):
            inner: list[Op] = []
            if self._falls(row, shape.item, (*loc, index), inner):
                fallen.append(index)
            else:
                left += inner
        in_row = any(isinstance(part, int) for part in loc[len(self.entry.loc) :])
        if fallen and len(fallen) == len(rows) and shape.fewest and (shape.item.refers or in_row):
            return True
        alone = any(getattr(mark, "func", None) is several for mark in shape.marks)
        if fallen and alone and not isinstance(self.entry.document.value(loc), list):
            ops.append(Op(loc, "remove"))
        else:
            ops += [*left, *(Op((*loc, index), "remove") for index in fallen)]
        return False

    def _falls(self, value: Any, shape: Shape, loc: Loc, ops: list[Op]) -> bool:
        if isinstance(value, BaseModel):
            return self.model(value, loc, ops)
        if not isinstance(value, str):
            return False
        if shape.mark(Beside):
            return value in self.ids
        return bool(shape.refers and self.gone.why(shape.refers, value))


def _orphans(model: BaseModel, loc: Loc, out: set[Loc]) -> set[str]:
    """Ids in a piece that fall with what is taken out: their own row does, or nothing leads to them any more that did."""
    if not out:
        return set()
    fallen: set[str] = set()
    named: set[str] = set()
    held: set[str] = set()
    left: set[str] = set()
    for inner, here in _models(model, loc):
        is_out = any(here[:depth] in out for depth in range(len(here) + 1))
        if is_out:
            fallen.add(getattr(inner, "id", ""))
        for name, field in fields_of(type(inner)).items():
            value = getattr(inner, name)
            if beside := (field.shape.item or field.shape).mark(Beside):
                values = set(value if isinstance(value, tuple) else (value,))
                named |= values
                held |= values if beside.holds else set()
                left |= values if beside.holds and not is_out else set()
    return (named & fallen) | (held - left)


def _models(model: BaseModel, loc: Loc) -> Iterator[tuple[BaseModel, Loc]]:
    """A model and every model within it, each with the way to it."""
    yield model, loc
    for name, field in fields_of(type(model)).items():
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _models(value, (*loc, field.key))
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, BaseModel):
                    yield from _models(one, (*loc, field.key, index))
