"""One change of an edition, carried from an old base to a new one.

What is given and what comes out is the change as it stands in its file: nothing is decided that does not stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from handboek.document import Document, Loc
from handboek.edition import changes
from handboek.edition.align import Aligned
from handboek.edition.entries import Row
from handboek.edition.units import BODY, PARAGRAPH, Unit, digest, folded, name_of, units
from handboek.load import kind_of
from handboek.model.edition import Change

Answer = Literal["eigen", "basis", "beide"]
"""What somebody wants of a clash: their own text, that of the base, or both to make one of."""
State = Literal["blijft", "bij", "leeg", "gelijk", "botst", "los", "bron", "gekozen", "kan niet"]
"""What became of a change: it stays as it is; its place was brought up to date; it said nothing; the base says it too now;
both changed the same; its place was lost before; its source is to be looked at again; decided; cannot be decided that way."""


@dataclass(frozen=True)
class Base:
    """A piece of a base, and all in it that can be changed by itself."""

    document: Document

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        return units(self.document, block_fields=changes.block_fields(kind_of(self.document.path)))

    @cached_property
    def at(self) -> Mapping[Loc, Unit]:
        """The unit at each place; a text of one paragraph is found as the text too."""
        there = {unit.loc: unit for unit in self.units}
        alone = {loc[:-2]: unit for loc, unit in there.items() if loc[-2:] == (PARAGRAPH, 0)}
        return alone | there

    def find(self, change: Change) -> changes.Found | str:
        return changes.find(change, self.units, self.document.data)

    def nth(self, unit: Unit) -> int:
        """Which of the equal texts in its field a unit is, from 1; 0 where there is only one."""
        same = [one.loc for one in self.units if one.field == unit.field and one.folded == unit.folded]
        return same.index(unit.loc) + 1 if len(same) > 1 else 0


@dataclass(frozen=True)
class Carried:
    """What becomes of a change, and the texts that there are to tell of it."""

    row: Row | None
    """As it stands in the file from now on; nothing where it falls away."""
    state: State
    old: str = ""
    now: str = ""
    own: str = ""
    why: str = field(default="", compare=False)


def carried(said: Row, change: Change, old: Base, new: Base, aligned: Aligned) -> Carried:
    """A change to a piece of the old base as a change to that piece in the new one."""
    if changes.unchanged(change) and change.now is None:
        return Carried(None, "leeg")
    if changes.gone(change):
        return _back(said, change, old, new, aligned)
    found = old.find(change)
    if isinstance(found, str):
        return Carried(said, "los", own=own_text(change), why=found)
    if found.unit is None:
        return _open(said, change, new)
    loc = aligned.ways.get(found.unit.loc)
    unit = new.at.get(loc) if loc is not None else None
    if unit is None or (unit.loc in aligned.guessed and (change.before or change.after)):
        # What stands beside a text shows no text of the base to compare: of a guess nobody would hear.
        return _gone(said, change, found.unit, new, aligned)
    before = changes.stands_for(change, found.unit)
    after = changes.stands_for(change, unit)
    stood = change.hash if change.now is not None and change.hash else digest(before)
    if change.before or change.after:
        return _beside(said, change, unit, new)
    if _agrees(change, unit):
        return Carried(None, "gelijk", found.unit.text, unit.text, own_text(change))
    asked = change.source == changes.KEEPS and _source(old, found.unit) != _source(new, unit)
    # No citation stays by itself: where the base has another source, somebody says anew what becomes of it.
    cited = {name: value for name, value in said.items() if name != "bron"} if asked else said
    if digest(after) == stood and found.unit.loc not in aligned.doubtful:
        kept = at_home(cited, unit, new, digest(after))
        if asked:
            why = "de bron van deze tekst is in de basis veranderd. Zeg opnieuw wat ermee gebeurt, bij `bron`."
            return Carried(kept, "bron", unit.text, unit.text, own_text(change), why)
        return Carried(kept, "blijft" if kept == dict(said) else "bij")
    return _clash(cited, change, found.unit, unit, new)


ORDER = ("veld", "was", "nummer", "nu", "achter", "voor", "wordt", "ervoor", "erna", "weg", "bron", "hash", "kies")
WAITS = ("nu", "nummer", "kies", "achter", "voor")
"""The fields that tell of a place, or of a clash: they are said anew."""


def row(said: Row, **now: Any) -> dict[str, Any]:
    """A change with these fields in the place of what it said of its place, or of a clash."""
    made = {name: value for name, value in said.items() if name not in WAITS} | now
    return {name: made[name] for name in sorted(made, key=lambda one: ORDER.index(one) if one in ORDER else len(ORDER))}


def at_home(said: Row, unit: Unit, base: Base, hash_: str) -> dict[str, Any]:
    """The change with the text of its place as the base has it, and no trace of a clash but that two texts wait to be one."""
    now = _place(said, unit, base) | {"hash": hash_}
    if folded(str(said.get("was") or "")) != unit.folded:
        now["was"] = unit.text.strip()
    if said.get("kies") == "beide":
        now["kies"] = "beide"
    return row(said, **now)


def _place(said: Row, unit: Unit, base: Base) -> dict[str, str]:
    """In which field a unit stands, where that is another now, and which of its equal texts it is."""
    moved = unit.field not in (said.get("veld"), f"{said.get('veld')}.text")
    number = base.nth(unit)
    return ({"veld": unit.field} if moved else {}) | ({"nummer": str(number)} if number else {})


def _beside(said: Row, change: Change, unit: Unit, new: Base) -> Carried:
    """What is added before or behind a text stands in for nothing: it only goes along."""
    there = {digest(one.value) for one in new.units if one.field == unit.field}
    if all(digest(value) in there for value in (*change.before, *change.after)):
        return Carried(None, "gelijk", "", own_text(change), own_text(change))
    kept = at_home(said, unit, new, digest(changes.stands_for(change, unit)))
    return Carried(kept, "blijft" if kept == dict(said) else "bij")


def _agrees(change: Change, unit: Unit) -> bool:
    """Whether the new base says what the edition made of the old."""
    if isinstance(change.new, dict):
        there = unit.value if isinstance(unit.value, dict) else {}
        return all(digest(there.get(key)) == digest(value) for key, value in change.new.items())
    return isinstance(change.new, str) and folded(change.new) == unit.folded


def _clash(said: Row, change: Change, was: Unit, unit: Unit, new: Base) -> Carried:
    """Both changed the same: the text of the new base comes beside the other two."""
    before = changes.stands_for(change, was)
    now: Any = unit.text.strip()
    if change.now is not None and digest(was.value) == digest(unit.value):
        now = said["nu"]
    elif was.folded == unit.folded and isinstance(unit.value, dict) and isinstance(was.value, dict):
        named = name_of(unit.value)
        keys = before if isinstance(change.new, dict) else unit.value
        differ = {key: unit.value.get(key) for key in keys if digest(unit.value.get(key)) != digest(was.value.get(key))}
        now = {**({named[0]: named[1]} if named else {}), **differ}
    stood = said.get("hash") if change.now is not None and said.get("hash") else digest(before)
    kept = row(said, nu=now, hash=stood, **_place(said, unit, new))
    return Carried(kept, "botst", change.old or was.text, shown(now), own_text(change))


def _gone(said: Row, change: Change, was: Unit, new: Base, aligned: Aligned) -> Carried:
    """The new base no longer has what a change is about."""
    if change.out and not _news(was, new, aligned):
        return Carried(None, "gelijk", was.text)
    now: dict[str, Any] = {"nu": "", "hash": change.hash or digest(changes.stands_for(change, was))}
    if was.point and not change.out:
        now |= _neighbour(was, new, aligned)
        now |= {"wordt": _whole(change, was)} if change.new is not None else {}
    return Carried(row(said, **now), "botst", change.old or was.text, "", own_text(change))


def _news(was: Unit, new: Base, aligned: Aligned) -> bool:
    """Whether the list of a point that is gone has one that was not there before: that may be it, in other words altogether."""
    list_ = _list_of(was, aligned)
    paired = set(aligned.ways.values())
    return any(
        unit.point and unit.loc[:-1] == list_ and (unit.loc not in paired or unit.loc in aligned.guessed)
        for unit in new.units
    )


def _list_of(was: Unit, aligned: Aligned) -> Loc | None:
    """Where the list of a point stands now."""
    above = was.loc[:-1]
    if above[-1:] != (PARAGRAPH,):
        return aligned.ways.get(above)
    text = above[:-1] if above[:-1] == (BODY,) else aligned.ways.get(above[:-1])
    return None if text is None else (*text, PARAGRAPH)


def _whole(change: Change, was: Unit) -> Any:
    """A point as the edition has it, all of it: of the base nothing is left to stand around it."""
    named = name_of(was.value) if isinstance(was.value, dict) else None
    if not named:
        return change.new
    if isinstance(change.new, dict):
        return {**was.value, **change.new}
    kept = {key: value for key, value in was.value.items() if key != "source" or change.source == changes.KEEPS}
    if change.source not in (None, changes.KEEPS, changes.NONE):
        kept["source"] = change.source
    return {**kept, named[0]: change.new}


def _neighbour(was: Unit, new: Base, aligned: Aligned) -> dict[str, str]:
    """Behind which text of the new base a point stood, or before which; empty where only its list is left."""
    *above, index = was.loc
    around = [(f"{name}", (*above, other)) for name, others in _around(int(index), was, aligned) for other in others]
    for name, loc in around:
        unit = new.at.get(aligned.ways.get(loc, ("",)))
        if unit and unit.point and unit.field == was.field and not new.nth(unit):
            return {name: unit.text.strip()}
    plain = not any(isinstance(part, int) for part in above) and PARAGRAPH not in above
    return {"achter": ""} if plain else {}


def _around(index: int, was: Unit, aligned: Aligned) -> Iterator[tuple[str, list[int]]]:
    same = [loc[-1] for loc in aligned.ways if loc[:-1] == was.loc[:-1] and len(loc) == len(was.loc)]
    numbers = sorted(one for one in same if isinstance(one, int))
    yield "achter", [one for one in reversed(numbers) if one < index]
    yield "voor", [one for one in numbers if one > index]


def _back(said: Row, change: Change, old: Base, new: Base, aligned: Aligned) -> Carried:
    """A change whose place was gone: it stays as it is, or its place is back.

    What says the same, and stood there already while the place was gone, is another: of equal texts one was taken out.
    """
    found = new.find(change.model_copy(update={"now": None}))
    there = {aligned.ways.get(unit.loc) for unit in old.units if change.old and unit.folded == folded(change.old)}
    if isinstance(found, str) or found.unit is None or found.hash != change.hash or found.unit.loc in there:
        return Carried(said, "botst", change.old or "", "", own_text(change))
    return Carried(at_home(said, found.unit, new, found.hash), "bij")


def _open(said: Row, change: Change, new: Base) -> Carried:
    """A field that the base left open, or a list to which something is added."""
    value = new.document.value(tuple(change.field.split(".")))
    own = own_text(change)
    if change.after and (value is None or isinstance(value, list)):
        there = {digest(one) for one in value or ()}
        agreed = all(digest(one) in there for one in change.after)
        return Carried(None, "gelijk", "", own, own) if agreed else Carried(said, "blijft")
    if not change.after and (value is None or change.hash == digest(value)):
        kept = row(said, hash=digest(value))
        return Carried(kept, "blijft" if kept == dict(said) else "bij")
    if not change.after and digest(change.new) == digest(value):
        return Carried(None, "gelijk", "", shown(value), own)
    return Carried(row(said, nu=value), "botst", "", shown(value), own)


def _source(base: Base, unit: Unit) -> Any:
    """On what the statement rests in which a text stands."""
    around = unit.value if isinstance(unit.value, dict) else base.document.value(unit.loc[:-1])
    return around.get("source") if isinstance(around, dict) else None


def own_text(change: Change) -> str:
    if change.out:
        return ""
    values = change.before or change.after or ((change.new,) if change.new is not None else ())
    return "\n\n".join(map(shown, values))


def shown(value: Any) -> str:
    """A value for who reads of it: a text as it is, of other fields each with its name."""
    if isinstance(value, dict):
        return "\n".join(f"{key}: {shown(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(shown, value))
    return "" if value is None else str(value)
