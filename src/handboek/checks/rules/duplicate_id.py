"""Binnen een bestand heeft elk punt een eigen `id`.

Vinkjes, kaarten en links hangen aan de `id` van een punt. Staat dezelfde `id` er twee keer, dan vinkt iemand twee
punten tegelijk af.

Goed:

    # tools/messages/briefje.yml
    blanks: [{id: dag, label: dag}, {id: tijd, label: tijd}]
    body: Ik kom op {dag} om {tijd}.

Fout:

    # tools/messages/briefje.yml
    blanks: [{id: dag, label: dag}, {id: dag, label: tijd}]
    body: Ik kom op {dag}.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from handboek.checks.passages import finding_at
from handboek.document import Loc
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "dubbele-id"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each item whose id an earlier item of the same piece has."""
    for piece in handbook.pieces.values():
        if piece.kind.many:
            continue
        first: dict[str, Loc] = {}
        for loc, id_ in _all_ids(piece.entry):
            other = first.setdefault(id_, loc)
            if other is not loc:
                what = f"De id `{id_}` staat ook op regel {piece.place(other).line}."
                yield finding_at(piece, loc, what, "Geef dit punt een eigen korte naam.")


@lru_cache(maxsize=20_000)
def _all_ids(entry: Entry) -> tuple[tuple[Loc, str], ...]:
    return tuple(_ids(entry.model)) if entry.model else ()


def _ids(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name == "id":
            yield (*loc, name), value
        for index, inner in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            if isinstance(inner, BaseModel):
                yield from _ids(inner, (*loc, name) if index is None else (*loc, name, index))
