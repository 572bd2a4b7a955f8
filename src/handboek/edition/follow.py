"""What an edition says of pieces that have another name in a newer base: it follows, as the base itself does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handboek import renamed
from handboek.document import Document, Loc
from handboek.edition import places
from handboek.edition.entries import LIST
from handboek.edition.splice import Op, edits
from handboek.load import Documents, entries, is_text, kind_of, slug_of
from handboek.model.introspect import fields_of
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE
from handboek.model.text import Refers
from handboek.parse import parse
from handboek.patched import Patched


@dataclass(frozen=True)
class Move:
    """A piece, or a part of a page, that has another address now."""

    old: str
    new: str
    """Without slashes around it."""
    type: str = ""
    """The type of a piece whose slug changed too; nothing for a part of a page."""
    slug: str = ""
    now: str = ""


def moves(old: Documents, new: Documents) -> tuple[Move, ...]:
    """What has another name in the new base, as its redirects say and those of the old one did not."""
    there, here = places.addresses(old), places.addresses(new)
    found = []
    for one, now in places.moved(old, new).items():
        kind = kind_of(there[one]) if one in there and now in here else None
        if kind and kind_of(here[now]) is kind:
            found.append(Move(one, now, kind.type, slug_of(kind, there[one]), slug_of(kind, here[now])))
        else:
            found.append(Move(one, now))
    return tuple(found)


def followed(document: Document, move: Move) -> Document:
    """A document of an edition, or of the base, with the new name in it; the same one where it does not name the piece."""
    text = document.text
    if move.type and document.node and (ops := list(_ops(document, move))):
        text = Patched.of("", text).with_(edits(document, ops)).text
    text = renamed.addresses(text, move.old, move.new)
    if move.type:
        text = renamed.mentions(text, move.type, move.slug, move.now, cited=BY_TYPE[move.type].cited)
    if text == document.text:
        return document
    return parse(document.path, text.encode(), front=not is_text(document.path) or LIST in document.data)


def _ops(document: Document, move: Move) -> Iterator[Op]:
    """What refers to the piece by its slug, in a piece or in changes to one."""
    for loc in _in_changes(document, move) if LIST in document.data else _in_piece(document, move):
        yield Op(loc, "replace", move.now)


def _in_piece(document: Document, move: Move) -> Iterator[Loc]:
    for entry in entries({document.path: document})[0]:
        for leaf in entry.leaves:
            if isinstance(leaf.marker, Refers) and leaf.marker.kind == move.type and leaf.value == move.slug:
                loc = (*entry.loc, *leaf.loc)  # one that stands alone for a list has no number in the file
                yield loc if isinstance(document.value(loc), str) else loc[:-1]


def _in_changes(document: Document, move: Move) -> Iterator[Loc]:
    """Of a field it is known to what it refers, or to what something in it does."""
    kind, rows = kind_of(document.path), document.data[LIST]
    for index, row in enumerate(rows if kind and isinstance(rows, list) else ()):
        if kind and isinstance(row, dict) and move.type in _types(kind, str(row.get("veld", ""))):
            yield from (loc for loc, said in _strings(row, (LIST, index)) if said == move.slug)


def _types(kind: Kind, field: str) -> set[str]:
    """The types to which a field of a piece, or what stands in it, refers."""
    first, *rest = field.split(".")
    model: Any = kind.model
    if kind.many == first and rest:
        first = rest[0]
    found = next((one for one in fields_of(model).values() if one.key == first), None)
    return set(_below(found.shape)) if found else set()


def _below(shape: Any) -> Iterator[str]:
    if shape.refers:
        yield shape.refers.kind
    if shape.item:
        yield from _below(shape.item)
    for model in shape.own:
        for one in fields_of(model).values():
            yield from _below(one.shape)


def _strings(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(inner, (*loc, key))
