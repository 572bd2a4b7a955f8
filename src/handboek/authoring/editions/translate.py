"""A translation that comes in for an edition: a piece of its own, or changes to the one that its base has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from handboek.document import Document
from handboek.edition import changes, entries
from handboek.edition.carry import Base
from handboek.edition.read import read_changes
from handboek.edition.units import digest
from handboek.handbook import Piece
from handboek.model.edition import Change
from handboek.model.translation import Translated, Translation
from handboek.origin import Origin
from handboek.resources import BASE, OWN
from handboek.system.arguments import WrongUse
from handboek.translations import matched


def changed(origin: Origin, piece: Piece, path: str, now: Translation) -> tuple[str, str] | None:
    """The file with the changes to a translation of the base, and its text; nothing where that is the edition's own.

    Its text is empty where the base says all of it too. Raises `WrongUse` where a clash in that file waits for an answer.
    """
    base, own = origin.files.get(f"{BASE}/{path}"), origin.files.get(f"{OWN}/{path}")
    if base is None:
        return None
    try:
        was = Translation.model_validate(base.data)
    except ValidationError as error:
        raise WrongUse(f"`{BASE}/{path}` kan niet worden gelezen. Kijk met `handboek check` waarom.") from error
    there = read_changes(own)[0] if own else None
    if there and any(changes.clashes(one) for one in there.changes):
        raise WrongUse(f"In `{OWN}/{path}` wacht een botsing. Kies eerst, en draai `handboek edition resolve`.")
    rows = list(_rows(base, piece, was, now))
    return f"{OWN}/{path}", entries.whole(path, rows) if rows else ""


def _rows(document: Document, piece: Piece, was: Translation, now: Translation) -> Iterator[entries.Row]:
    base = Base(document)
    number = {id(one): index for index, one in enumerate(was.texts)}
    wanted = {one.at: one for one in now.texts}
    there = matched(piece, was)
    more = [wanted[match.unit.at] for match in there if match.given is None and match.unit.at in wanted]
    for match in there:
        said = wanted.get(match.unit.at)
        if said and match.given and (differs := _differs(match.given, said, moves=bool(more))):
            unit = base.at["texts", number[id(match.given)]]
            row = {"veld": unit.field, "was": unit.text.strip(), "wordt": differs}
            nth = base.nth(unit)
            hash_ = digest(changes.stands_for(Change.model_validate(row), unit))
            yield row | ({"nummer": str(nth)} if nth else {}) | {"hash": hash_}
    yield from _added("texts", more)
    yield from _added("reviews", [one for one in now.reviews if one not in was.reviews])


def _differs(was: Translated, now: Translated, *, moves: bool) -> dict[str, Any]:
    """The fields in which a text differs; its place only where another came, for else it is found by its Dutch."""
    before, after = (one.model_dump(mode="json", exclude=None if moves else {"at"}) for one in (was, now))
    return {name: value for name, value in after.items() if value is not None and value != before[name]}


def _added(field: str, values: Sequence[Any]) -> Iterator[entries.Row]:
    if values:
        yield {"veld": field, "erna": [one.model_dump(mode="json", exclude_defaults=True) for one in values]}
