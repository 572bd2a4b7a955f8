"""A base is rewritten at random below an edition; who rewrote it knows what clashes, and the update has to find just that."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest

from conftest import ROOT
from handboek.document import Document
from handboek.edition import changes, entries, merge
from handboek.edition.read import applied, read_changes
from handboek.edition.units import PARAGRAPH, Unit, folded, name_of, units
from handboek.load import kind_of, read
from handboek.model.edition import Change
from handboek.parse import parse
from handboek.patched import Patched
from rewriting import BODY, Leaf, Rewriter, data_of, everything, renewed, tree_of

DEBUG=False
CHANGES, EDITS, PIECES = 40, 300, 14
SAME = 8
"""So many of the edits are of texts that the edition changed."""
RENAMED = ("tools/guides/", "tools/worksheets/", "tools/messages/", "docs/lessen/")
SAID = parse("editie.yml", b"naam: Proef\norganisatie: Proef\n")


@pytest.fixture(scope="module")
def content() -> dict[str, Document]:
    """The real content, as far as it is read as data."""
    return read(ROOT)


@dataclass
class Own:
    """A change of the edition, with the objects that it is about."""

    path: str
    row: dict[str, Any]
    change: Change
    unit: Unit
    target: Any
    """The text or point in the tree."""
    before: Any
    """What it said."""

    @property
    def name(self) -> tuple[str, str]:
        return self.path, json.dumps(self.row["wordt"] if "wordt" in self.row else [self.row.get("erna"), self.row["was"]])


def node_at(tree: Any, loc: tuple[str | int, ...]) -> Any:
    if PARAGRAPH in loc:
        return tree[BODY][loc[-1]]
    for part in loc:
        tree = tree[part]
    return tree


def own_changes(content: dict[str, Document], writer: Rewriter, chance: random.Random) -> list[Own]:
    """Changes of every sort, no two of them about the same."""
    fit = [path for path, document in content.items() if document.node and (kind := kind_of(path)) and not kind.many]
    listed = ["phases/sources.yml", "phases/terms.yml", "phases/er-is-iets.yml"]
    paths = [*chance.sample([path for path in fit if path.startswith(RENAMED)], PIECES - 5), *listed]
    paths += chance.sample([path for path in fit if path.startswith("phases/")], 2)
    found: list[Own] = []
    used: set[int] = set()
    while len(found) < CHANGES:
        path = chance.choice(paths)
        document = content[path]
        there = units(document)
        unit = chance.choice([one for one in there if one.text.count(" ") >= 2 and one.loc[-1] not in ("key", "id")])
        target = node_at(writer.pieces[path].tree, unit.loc)
        held = {id(one) for one in everything(target)}
        if held & used:
            continue
        row = row_for(unit, len(found), chance)
        nth = [one.loc for one in there if one.field == unit.field and one.folded == unit.folded]
        row |= {"nummer": str(nth.index(unit.loc) + 1)} if len(nth) > 1 else {}
        change = Change.model_validate(row)
        sure = changes.find(change, there, document.data)
        if isinstance(sure, str) or sure.unit != unit:
            continue
        row["hash"] = sure.hash
        used |= held
        found.append(Own(path, row, Change.model_validate(row), unit, target, data_of(target)))
    return found


def row_for(unit: Unit, number: int, chance: random.Random) -> dict[str, Any]:
    said = {"veld": unit.field, "was": unit.text.strip()}
    how = chance.random()
    if unit.point and how < 0.15:
        return said | {"weg": "ja"}
    if unit.point and how < 0.3 and not isinstance(unit.value, dict):
        return said | {"ervoor" if how < 0.2 else "erna": [f"Van ons is dit punt {number}."]}
    texts = [key for key, one in unit.value.items() if isinstance(one, str) and " " in one] if isinstance(unit.value, dict) else []
    if len(texts) > 1 and how < 0.6:
        return said | {"wordt": {texts[-1]: f"Van ons is dit veld {number}."}, "bron": "blijft"}
    return said | {"wordt": f"Van ons is deze tekst {number}.", "bron": "blijft"}


def files(own: list[Own], content: dict[str, Document]) -> dict[str, Document]:
    found = {}
    for path in dict.fromkeys(one.path for one in own):
        text = entries.whole(path, [one.row for one in own if one.path == path])
        found[path] = parse(path, text.encode())
    return found


def named(own: Own) -> Leaf | None:
    """The text by which a target is called."""
    if isinstance(own.target, Leaf):
        return own.target
    name = name_of(own.before)
    assert name
    found: Leaf | None = own.target.get(name[0])
    return found


def outcome(own: Own, there: set[int]) -> str:
    """What happened to the target of a change: `gone`, `changed` or nothing, as the objects know it."""
    if id(own.target) not in there:
        return "gone"
    now = data_of(own.target)
    if own.change.out:
        return "changed" if now != own.before else ""
    if own.change.before or own.change.after:
        return ""
    if isinstance(own.change.new, dict):
        return "changed" if any(now.get(key) != own.before.get(key) for key in own.change.new) else ""
    leaf = named(own)
    was = own.before if isinstance(own.before, str) else own.before[name_of(own.before)[0]]  # type: ignore[index]
    return "changed" if leaf is None or leaf.text != was else ""


def rows_of(texts: dict[str, str]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (path, row)
        for path, text in texts.items()
        for row in (parse(path, text.encode()).data.get("verandert") or [])
    ]


@dataclass
class Run:
    content: dict[str, Document]
    new: dict[str, Document]
    own: list[Own]
    files: dict[str, Document]
    writer: Rewriter
    there: set[int]


def run(content: dict[str, Document], seed: int) -> Run:
    chance = random.Random(seed)
    writer = Rewriter.of(content, chance)
    own = own_changes(content, writer, chance)
    mine = list(dict.fromkeys(one.path for one in own))
    every = [path for path, one in writer.pieces.items() if kind_of(path) and path != "phases/redirects.yml" and path != "phases/method.yml"]
    renamed = chance.sample([path for path in mine if path.startswith(RENAMED)], 2)
    for path in [*renamed, *chance.sample([one for one in every if one.startswith(RENAMED) and one not in mine], 3)]:
        writer.rename(path)
    for one in chance.sample(own, SAME):
        if leaf := named(one):
            writer.do(writer.pieces[one.path], partial(writer.edit, leaf))
    for number in range(EDITS - 5 - SAME):
        writer.change(mine if number % 2 else every)
    new = writer.documents(content)
    there = {id(node) for one in writer.pieces.values() for node in everything(one.tree)}
    return Run(content, new, own, files(own, content), writer, there)


def found_by(own: Own, merged: merge.Merged, moved: dict[str, str]) -> dict[str, Any] | None:
    """The row of a change after the update; nothing where it fell away."""
    path = moved.get(own.path, own.path)
    for other, row in rows_of(dict(merged.texts)):
        if other == path and mark(row) == mark(own.row):
            return row
    return None


def mark(row: dict[str, Any]) -> str:
    """By what a change of the test is known again: the number in its own text, or the text that it leaves out."""
    if row.get("weg"):
        return f"weg {folded(row['was'])} {row['hash']}"
    said = json.dumps([row.get(name) for name in ("wordt", "ervoor", "erna")])
    return said[said.index("Van ons") :].partition(".")[0]


@dataclass
class Counted:
    clashes: int = 0
    missed: int = 0
    false: int = 0
    other: int = 0
    quiet: int = 0
    rewritten: int = 0


def counted(one: Run, merged: merge.Merged) -> Counted:
    told = Counted()
    for own in one.own:
        if DEBUG: print(own.path, own.row, outcome(own, one.there), found_by(own, merged, dict(merged.moved)))
        what = outcome(own, one.there)
        row = found_by(own, merged, dict(merged.moved))
        reported = row is not None and "nu" in row
        if what == "gone" and own.change.out:
            told.quiet += 1
            told.false += reported and row is not None and row["nu"] != ""
        elif what:
            told.clashes += 1
            if not reported:
                told.missed += 1
                continue
            assert row
            leaf = named(own)
            if what == "changed" and leaf is not None:
                shown = row["nu"] if isinstance(row["nu"], str) else str(name_of(row["nu"])[1])  # type: ignore[index]
                inside = {id(part) for part in everything(own.target)}
                if folded(shown) != folded(leaf.text):
                    if inside & one.writer.rewritten:
                        told.rewritten += 1
                    else:
                        told.other += 1
        else:
            told.quiet += 1
            told.false += reported
    return told


SEEDS = [pytest.param(seed, marks=[pytest.mark.hard] if seed > 4 else []) for seed in range(1, 61)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_clash_is_told_and_nothing_else(content: dict[str, Document], seed: int):
    one = run(content, seed)
    merged = merge.merged(one.content, one.new, one.files, SAID)
    told = counted(one, merged)
    assert told.clashes > 3
    assert told.missed == 0
    assert told.other == 0
    assert told.false == 0
