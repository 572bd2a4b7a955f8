"""What is an edition's own, carried from an old base to a new one; pure: from texts to texts, and what there is to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from handboek.document import Document
from handboek.edition import carry, changes, decide, follow, places
from handboek.edition.align import align
from handboek.edition.carry import Answer, Base, Carried
from handboek.edition.entries import LIST, Row, rewritten
from handboek.edition.follow import Move
from handboek.edition.read import read_changes
from handboek.edition.splice import Op, edits
from handboek.load import Documents, kind_of
from handboek.model.edition import Change
from handboek.patched import Patched, Spot


@dataclass(frozen=True)
class Told:
    """What became of a change, with where it stands now."""

    path: str
    field: str
    carried: Carried


@dataclass(frozen=True)
class Merged:
    """What an edition looks like on a new base."""

    texts: Mapping[str, str]
    """Every file of its own that holds text, by its path from `eigen/`."""
    moved: Mapping[str, str]
    """The paths that changed, old and new."""
    told: tuple[Told, ...]
    homeless: tuple[str, ...] = ()
    """Files with changes to a piece that the base no longer has."""
    twice: tuple[str, ...] = ()
    """Pieces of its own at a path where the base has one too, now."""
    settings: str = ""
    """The text of the file that says whose edition it is."""
    left_out: tuple[tuple[str, str], ...] = field(default=())
    """What was left out and has another name now, or none."""
    followed: tuple[tuple[str, Move], ...] = ()
    """What has another name in the base, with the file of the edition that says so now."""

    def of(self, *states: str) -> list[Told]:
        return [one for one in self.told if one.carried.state in states]


def merged(old: Documents, new: Documents, own: Documents, said: Document, answer: Answer | None = None) -> Merged:
    """An edition on the new base; with an answer each clash is decided at once, else it waits in its file.

    `own` has the edition's files by their path from `eigen/`, those with changes read as data; `said` is its `editie.yml`.
    """
    renamed = follow.moves(old, new)
    moved, folders = places.moved_paths(old, new), places.moved_folders(old, new)
    texts: dict[str, str] = {}
    ways: dict[str, str] = {}
    told: list[Told] = []
    homeless = []
    followed: list[tuple[str, Move]] = []
    for path, document in own.items():
        target = moved.get(path) or (places.within(path, folders) if path not in new else path)
        if target in texts or (target != path and target in own):
            target = path
        if target != path:
            ways[path] = target
        here, was, base = replace(document, path=target), old.get(path), new.get(target)
        changes_it = LIST in document.data and document.node is not None
        for one in renamed:
            if changes_it and base and follow.followed(base, one) is not base:
                continue  # the base itself still says the old name here
            was = follow.followed(was, one) if was and changes_it else was
            before, here = here, follow.followed(here, one)
            followed += [(target, one)] if here is not before else []
        if not changes_it:
            texts[target] = here.text
            continue
        if base is None:
            homeless.append(target)
            text, said_of = _homeless(here, was, answer)
        else:
            text, said_of = _carried(here, was, base, answer)
        told += said_of
        if text:
            texts[target] = text
    twice = tuple(path for path in own if LIST not in own[path].data and path in new and path not in old and _one(path))
    settings, left_out = _settings(said, old, new)
    return Merged(texts, ways, tuple(told), tuple(homeless), twice, settings, tuple(left_out), tuple(followed))


def _one(path: str) -> bool:
    kind = kind_of(path)
    return bool(kind) and not (kind and kind.many)


def _changes(document: Document) -> list[tuple[int, Row, Change]]:
    """The changes of a file that can be read, each with its number and as it stands there."""
    found, _ = read_changes(document)
    if found is None:
        return []
    return [(index, document.data[LIST][index], change) for index, change in enumerate(found.changes)]


def _carried(here: Document, was: Document | None, now: Document, answer: Answer | None) -> tuple[str, list[Told]]:
    """A file of changes on the new base."""
    rows: dict[int, Row | None] = {}
    told = []
    old, new = Base(was or now), Base(now)
    aligned = align(old.document, now, changes.block_fields(kind_of(now.path)))
    for index, said, change in _changes(here):
        if change.now is not None and change.choice:  # answered since the last time
            done = decide.decided(said, change, old, change.choice)
            told.append(Told(here.path, change.field, done))
            if done.state == "gekozen" and done.row is None:
                rows[index] = None
                continue
            said, change = (done.row, _read(done.row)) if done.row is not None else (said, change)  # noqa: PLW2901
        done = carry.carried(said, change, old, new, aligned)
        if done.state == "botst" and answer and done.row is not None:
            told.append(Told(here.path, change.field, done))
            done = decide.decided(done.row, _read(done.row), new, answer)
        if done.row != here.data[LIST][index]:
            rows[index] = done.row
        told.append(Told(here.path, change.field, done))
    return rewritten(here, rows) if rows else here.text, told


def _read(row: Row) -> Change:
    return Change.model_validate(row)


def _homeless(here: Document, was: Document | None, answer: Answer | None) -> tuple[str, list[Told]]:
    """Changes to a piece that is gone from the base: they stay, each waiting for an answer; or the piece becomes their own."""
    rows: dict[int, Row | None] = {}
    told = []
    for index, said, change in _changes(here):
        state = Carried({**said, "nu": ""}, "botst", change.old or "", "", carry.own_text(change))
        rows[index] = state.row
        told.append(Told(here.path, change.field, state))
    if answer == "basis":
        return "", told
    if answer and was is not None:
        return adopted(here, was), told
    return rewritten(here, rows), told


def adopted(here: Document, was: Document) -> str:
    """The piece as the edition had it, all of it, for when the base no longer has it."""
    base = Base(was)
    todo: list[Op] = []
    for _, _, change in _changes(here):
        found = base.find(change.model_copy(update={"now": None}))
        if not isinstance(found, str):
            todo += changes.ops(found, None, Spot(here.path, 1))
    return Patched.of(was.path, was.text).with_(edits(was, todo)).text


def resolved(base: Documents, own: Documents, answer: Answer | None = None, earlier: Documents | None = None) -> Merged:
    """An edition in which each clash that has an answer, or all with this one, is decided; `earlier` is the base before."""
    texts: dict[str, str] = {}
    told: list[Told] = []
    homeless = []
    for path, document in own.items():
        texts[path] = document.text
        if LIST not in document.data or document.node is None:
            continue
        if path not in base:
            text, said_of = _decided_homeless(document, (earlier or {}).get(path), answer)
            homeless += [path] if LIST in text[:20] else []
        else:
            text, said_of = _decided(document, Base(base[path]), answer)
        told += said_of
        texts[path] = text
        if not text:
            del texts[path]
    return Merged(texts, {}, tuple(told), tuple(homeless))


def _decided(document: Document, base: Base, answer: Answer | None) -> tuple[str, list[Told]]:
    rows: dict[int, Row | None] = {}
    told = []
    for index, said, change in _changes(document):
        if not changes.clashes(change):
            continue
        chosen = answer or change.choice
        done = (
            decide.decided(said, change, base, chosen)
            if chosen
            else Carried(said, "botst", change.old or "", carry.shown(change.now), carry.own_text(change))
        )
        if done.row != said:
            rows[index] = done.row
        told.append(Told(document.path, change.field, done))
    return rewritten(document, rows) if rows else document.text, told


def _decided_homeless(document: Document, was: Document | None, answer: Answer | None) -> tuple[str, list[Told]]:
    """What becomes of changes to a piece that is gone: all of them need the same answer."""
    there = _changes(document)
    chosen = {answer or change.choice for _, _, change in there}
    waits = [
        Told(document.path, change.field, Carried(said, "botst", change.old or "", "", carry.own_text(change)))
        for _, said, change in there
    ]
    if chosen == {"basis"}:
        return "", [replace(one, carried=replace(one.carried, state="gekozen", row=None)) for one in waits]
    if chosen and chosen <= {"eigen", "beide"} and was is not None:
        return adopted(document, was), [replace(one, carried=replace(one.carried, state="gekozen")) for one in waits]
    return document.text, waits


def _settings(said: Document, old: Documents, new: Documents) -> tuple[str, list[tuple[str, str]]]:
    """The text of `editie.yml` with what is left out under the name that it has now; and what changed, or is gone."""
    there = said.data.get("weg")
    if not isinstance(there, dict):
        return said.text, []
    moves = places.moved_addresses(old, new)
    here, before = places.addresses(new), places.addresses(old)
    ops: list[Op] = []
    told: list[tuple[str, str]] = []
    for name, loc, value in _left_out(there):
        one = value if name == "stukken" else _phase(value, before)
        if one not in before or one in here:
            continue
        now = moves.get(one, "")
        told.append((value, now if name == "stukken" else PurePosixPath(now).name if now else ""))
        if now:
            ops.append(Op(loc, "replace", told[-1][1]))
    return Patched.of(said.path, said.text).with_(edits(said, ops)).text if ops else said.text, told


def _left_out(there: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    for name in ("fasen", "stukken"):
        values: Sequence[Any] | str = there.get(name) or ()
        if isinstance(values, str):
            yield name, ("weg", name), values
        else:
            yield from ((name, ("weg", name, index), one) for index, one in enumerate(values) if isinstance(one, str))


def _phase(slug: str, before: Mapping[str, str]) -> str:
    """The address of the piece with a folder of its own that has this name."""
    folders = {kind.type for kind in places.FOLDERS}
    return next(
        (
            one
            for one, path in before.items()
            if (kind := kind_of(path)) and kind.type in folders and PurePosixPath(one).name == slug
        ),
        "",
    )
