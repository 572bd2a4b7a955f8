"""What an edition changes in the pieces of its base: each change looked up in the base, and made into edits of its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handboek.document import Document, Loc
from handboek.edition.entries import APART
from handboek.edition.splice import Op
from handboek.edition.units import BODY, PARAGRAPH, Unit, digest, folded, name_of
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.model.edition import Change
from handboek.model.introspect import fields_of, sections
from handboek.model.kind import Kind
from handboek.model.text import OWN, Model, Sourced, Statement
from handboek.origin import Changed
from handboek.patched import Spot
from handboek.wording import nearest, shown

KEEPS, NONE = "blijft", "geen"
"""What a change says of the source of a statement: that it says this too, or that nothing does."""


@dataclass(frozen=True)
class Found:
    """A change, and what of the base it is about."""

    change: Change
    unit: Unit | None
    """Nothing where it adds to a list, or fills a field that the base leaves open."""
    loc: Loc
    hash: str
    """Of what it stands in for, as the base says it now."""


def block_fields(kind: Kind | None) -> frozenset[str]:
    """The fields of a kind that hold paragraphs."""
    if kind is None:
        return frozenset()
    named = {
        field.key for field in fields_of(kind.model).values() if field.shape.words and field.shape.words.block
    } - set(sections(kind.model))
    return frozenset({f"{kind.many}.{name}" for name in named} if kind.many else named)


def find(change: Change, there: tuple[Unit, ...], data: Mapping[str, Any]) -> Found | str:
    """What a change is about; or why that cannot be told, in Dutch."""
    words = sought(change)
    if words is None:
        return _open(change, data)
    same = [unit for unit in there if unit.field == change.field and unit.folded == words]
    if change.nth and change.nth <= len(same):
        same = [same[change.nth - 1]]
    if len(same) == 1:
        unit = same[0]
        return Found(change, unit, unit.loc, digest(stands_for(change, unit)))
    if same:
        return f"Deze tekst staat {len(same)} keer in `{change.field}`. Zet `nummer: 1` erbij voor de eerste, of het getal dat je bedoelt."
    inside = [unit for unit in there if unit.folded == words and unit.field == f"{change.field}.text"]
    if len(inside) == 1:  # a statement is called by the field that holds it, also where it has a source
        return Found(change, inside[0], inside[0].loc, digest(stands_for(change, inside[0])))
    elsewhere = sorted({unit.field for unit in there if unit.folded == words})
    if elsewhere:
        return f"Deze tekst staat niet in `{change.field}`, wel in `{elsewhere[0]}`. Verbeter `veld`."
    near = nearest(words, [unit.folded[:80] for unit in there if unit.field == change.field])
    more = f" Bedoelde je: {shown(near)}" if near else ""
    return f"Deze tekst staat niet in de basis.{more} Neem hem letterlijk over, of laat `handboek edition change` dat doen."


def sought(change: Change) -> str | None:
    """The text by which the base calls what a change is about: the old one, or that of a newer base with which it clashes."""
    if isinstance(change.now, dict) and (named := name_of(change.now)):
        return folded(named[1])
    said = change.now if isinstance(change.now, str) and change.now else change.old
    return None if said is None else folded(said)


def gone(change: Change) -> bool:
    """Whether what a change is about was taken out of the base: then its place is to be chosen anew."""
    return isinstance(change.now, str) and not change.now


def stands_for(change: Change, unit: Unit) -> Any:
    """What of a unit a change stands in for: its words, only the fields that it names, or all of it."""
    if change.out:
        return unit.value
    if isinstance(change.new, dict) and isinstance(unit.value, dict):
        return {key: unit.value.get(key) for key in sorted(change.new)}
    return unit.text


def _open(change: Change, data: Mapping[str, Any]) -> Found | str:
    loc: Loc = tuple(change.field.split("."))
    value: Any = data
    for part in loc:
        value = value.get(part) if isinstance(value, dict) else ...
    if change.after and (value is None or isinstance(value, list)):
        return Found(change, None, loc, digest(None))
    # What the base filled in since then is replaced where somebody saw that: it clashes, or its hash is known.
    if change.new is not None and (value is None or change.now is not None or change.hash == digest(value)):
        return Found(change, None, loc, digest(value))
    return f"Schrijf bij `was` welke tekst van `{change.field}` je bedoelt."


def ops(found: Found, base: Entry | None, spot: Spot) -> list[Op]:
    """What is done to the data of the base for a change. `base` is the piece in it, where one could be read."""
    change, loc = found.change, found.loc
    if found.unit is None:
        if change.after:
            there = found.change.field and _there(base, loc)
            added = [_own(base, (*loc, 0), value) for value in change.after]
            return [Op(loc, "append" if there else "set", added, spot)]
        return [Op(loc, "replace" if _there(base, loc) else "set", change.new, spot)]
    if change.out:
        return [Op(loc, "remove", None, spot)]
    if change.before or change.after:
        added = [_own(base, loc, value) for value in change.before or change.after]
        return [Op(loc, "before" if change.before else "after", added, spot)]
    return _replaced(found, base, spot)


def _there(base: Entry | None, loc: Loc) -> bool:
    value: Any = base.document.data if base else {}
    for part in loc:
        value = value.get(part) if isinstance(value, dict) else None
    return bool(value)


def _replaced(found: Found, base: Entry | None, spot: Spot) -> list[Op]:
    change, unit = found.change, found.unit
    assert unit is not None
    if isinstance(change.new, dict) and isinstance(unit.value, dict):
        made = [
            Op((*unit.loc, key), "replace" if unit.value.get(key) is not None else "set", value, spot)
            for key, value in change.new.items()
        ]
        words = name_of(unit.value)
        sourced = bool(words and words[0] in change.new) or "source" in change.new
        return [
            *made,
            *(_sources(change, base, unit.loc, unit.value, spot) if sourced and "source" not in change.new else []),
        ]
    if isinstance(unit.value, dict):
        words = name_of(unit.value)
        assert words is not None
        return [
            Op((*unit.loc, words[0]), "replace", change.new, spot),
            *_sources(change, base, unit.loc, unit.value, spot),
        ]
    holder = unit.loc[:-1]
    if _is_statement(base, unit.loc):
        return [Op(unit.loc, "replace", {"text": change.new, "source": _keys(change, ())}, spot)]
    around = base.document.value(holder) if base else None
    more = _sources(change, base, holder, around, spot) if isinstance(around, dict) and unit.loc[-1] != "source" else []
    return [Op(unit.loc, "replace", change.new, spot), *more]


def _sources(change: Change, base: Entry | None, loc: Loc, value: Mapping[str, Any], spot: Spot) -> list[Op]:
    """The sources of a statement whose words were changed."""
    if not isinstance(_model(base, loc), Sourced):
        return []
    there = value.get("source")
    keys = _keys(change, _listed(there))
    return [Op((*loc, "source"), "replace" if there else "set", keys, spot)]


def _keys(change: Change, there: Any) -> list[str]:
    kept = list(there) if change.source in (None, KEEPS) else [] if change.source == NONE else [change.source]
    return [*kept, OWN]


def _own(base: Entry | None, beside: Loc, value: Any) -> Any:
    """A point that comes beside another one: where that can carry a source, this one says that its words are the edition's."""
    model = _model(base, beside)
    if isinstance(value, str) and isinstance(model, Statement):
        return {"text": value, "source": [OWN]}
    if isinstance(value, dict) and isinstance(model, Sourced):
        return {**value, "source": [*_listed(value.get("source")), OWN]}
    return value


def _listed(keys: Any) -> list[str]:
    """The keys of sources as a list, however somebody wrote them."""
    return list(keys) if isinstance(keys, list) else [keys] if keys else []


def needs_source(found: Found, base: Entry | None) -> bool:
    """Whether a change is of words that rest on a source, so that it must say what becomes of that."""
    change, unit = found.change, found.unit
    if unit is None or change.new is None or change.source:
        return False
    if isinstance(change.new, dict) and isinstance(unit.value, dict):
        words = name_of(unit.value)
        loc = unit.loc if words and words[0] in change.new and "source" not in change.new else None
    else:
        loc = unit.loc if isinstance(unit.value, dict) else unit.loc[:-1]
    model = _model(base, loc) if loc is not None and PARAGRAPH not in loc else None
    return isinstance(model, Sourced) and bool(model.source)


def told(found: Found, path: str, slug: str, spot: Spot) -> Changed:
    """A change to the piece `slug` in a file as a reader is told of it; `spot` is where the edition says it."""
    change = found.change
    was = "" if found.unit is None or change.before or change.after else found.unit.text
    new = change.before or change.after or ((change.new,) if change.new is not None else ())
    stood = str(found.unit.value) if was and found.unit else ""
    return Changed(path, change.field, was, "\n\n".join(map(_said, new)), slug, spot, stood)


def _said(value: Any) -> str:
    if isinstance(value, dict):
        words = name_of(value)
        return words[1] if words else ""
    return str(value)


def _model(base: Entry | None, loc: Loc) -> Any:
    """What the models make of a value; nothing where the piece could not be read."""
    value: Any = base.model if base else None
    for part in loc[len(base.loc) :] if base else ():
        if value is None or part == BODY:
            return None
        if isinstance(part, int):
            value = value[part] if isinstance(value, tuple) and part < len(value) else None
        else:
            fields = fields_of(type(value)) if isinstance(value, Model) else {}
            named = next((field.name for field in fields.values() if part in (field.key, field.name)), None)
            value = getattr(value, named) if named else None
    return value


def _is_statement(base: Entry | None, loc: Loc) -> bool:
    """Whether a plain text may as well be a text with a source."""
    return PARAGRAPH not in loc and loc[:1] != (BODY,) and isinstance(_model(base, loc), Statement)


def problem(document: Document, index: int, code: str, what: str, helps: str = "") -> Finding:
    """What is wrong with a change, at its place."""
    place = document.place(("verandert", index))
    return Finding(document.path, place.line, place.column, code, what, helps, width=place.width)


def unchanged(change: Change) -> bool:
    """Whether a change says what the base says: it was opened, and not written yet."""
    return isinstance(change.new, str) and change.old is not None and folded(change.new) == folded(change.old)


def clashes(change: Change) -> bool:
    """Whether a change waits for an answer."""
    return change.now is not None


def unmerged(change: Change) -> bool:
    """Whether two texts were put below each other and nobody made one of them yet: the base's still stands there as a whole."""
    if change.choice != "beide" or change.now is not None:
        return False
    said = change.new if isinstance(change.new, str) else ""
    return not said or change.old is None or folded(change.old) in folded(said)


def on_one_line(change: Change) -> Change:
    """A change as it is said while two texts in it wait to be made one: a text of one line stays one, so that all can be seen."""
    if change.choice != "beide":
        return change
    return change.model_copy(update={"new": _on_one_line(change.new)})


def _on_one_line(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _on_one_line(one) for key, one in value.items()}
    return value.replace("\n", " ") if isinstance(value, str) and APART.match(value.strip()) else value


def each(document: Document) -> Iterator[int]:
    """The number of each change in a file."""
    rows = document.data.get("verandert")
    yield from range(len(rows) if isinstance(rows, list) else 0)
