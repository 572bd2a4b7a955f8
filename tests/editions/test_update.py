"""A base is rewritten at random below an edition; who rewrote it knows what clashes, and the update has to find just that."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

import pytest
from rewriting import BODY, Leaf, Paragraphs, Rewriter, data_of, everything, lists, piece

from conftest import ROOT
from handboek.document import Document
from handboek.edition import changes, entries, merge
from handboek.edition.read import applied
from handboek.edition.units import BODY as PROSE
from handboek.edition.units import PARAGRAPH, Unit, folded, name_of, units
from handboek.load import kind_of, read
from handboek.model.edition import Change
from handboek.parse import parse
from handboek.patched import Patched

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
    rests: Any
    """The sources that it rested on."""

    @property
    def name(self) -> tuple[str, str]:
        return self.path, json.dumps(
            self.row["wordt"] if "wordt" in self.row else [self.row.get("erna"), self.row["was"]]
        )


def node_at(tree: Any, loc: tuple[str | int, ...]) -> Any:
    for part in loc:
        tree = tree if part == PARAGRAPH else tree[BODY if part == PROSE else part]
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
        there = units(document, block_fields=changes.block_fields(kind_of(path)))
        unit = chance.choice([one for one in there if one.text.count(" ") >= 2 and one.loc[-1] not in ("key", "id")])
        target = node_at(writer.pieces[path].tree, unit.loc)
        held = {id(one) for one in everything(target)}
        if held & used or isinstance(target, Paragraphs):
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
        rests = sources(writer.pieces[path].tree, target)
        found.append(Own(path, row, Change.model_validate(row), unit, target, data_of(target), rests))
    return found


def sources(tree: Any, target: Any) -> Any:
    """What a point rests on, or the statement that a text is of."""
    holders = (
        one for one in everything(tree) if isinstance(one, dict) and any(inner is target for inner in one.values())
    )
    holder = target if isinstance(target, dict) else next(holders, {})
    return data_of(holder.get("source"))


def row_for(unit: Unit, number: int, chance: random.Random) -> dict[str, Any]:
    said = {"veld": unit.field, "was": unit.text.strip()}
    how = chance.random()
    if unit.point and how < 0.15:
        return said | {"weg": "ja"}
    if unit.point and how < 0.3 and not isinstance(unit.value, dict):
        return said | {"ervoor" if how < 0.2 else "erna": [f"Van ons is dit punt {number}."]}
    texts = (
        [key for key, one in unit.value.items() if isinstance(one, str) and " " in one]
        if isinstance(unit.value, dict)
        else []
    )
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
    name = name_of(data_of(own.target))
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
        (path, row) for path, text in texts.items() for row in (parse(path, text.encode()).data.get("verandert") or [])
    ]


@dataclass
class Run:
    content: dict[str, Document]
    new: dict[str, Document]
    own: list[Own]
    files: dict[str, Document]
    writer: Rewriter
    there: set[int]


def run(content: dict[str, Document], seed: int, *, alone: bool = False) -> Run:
    chance = random.Random(seed)
    writer = Rewriter.of(content, chance)
    own = own_changes(content, writer, chance)
    mine = list(dict.fromkeys(one.path for one in own))
    every = [
        path
        for path, one in writer.pieces.items()
        if kind_of(path) and path not in ("phases/redirects.yml", "phases/method.yml")
    ]
    renamed = chance.sample([path for path in mine if path.startswith(RENAMED)], 2)
    for path in [*renamed, *chance.sample([one for one in every if one.startswith(RENAMED) and one not in mine], 3)]:
        writer.rename(path)
    every = [path for path in every if path not in mine] if alone else every
    mine = every if alone else mine
    for one in chance.sample(own, 0 if alone else SAME):
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
    """Told as a clash, and none."""
    other: int = 0
    """Clashes with the text of another place."""
    quiet: int = 0
    rewritten: int = 0
    """Clashes with a text that was rewritten altogether, and so is told as gone."""

    def plus(self, other: Counted) -> Counted:
        return Counted(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def counted(one: Run, merged: merge.Merged) -> Counted:
    told = Counted()
    for own in one.own:
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


SEEDS = [pytest.param(range(1, 5)), pytest.param(range(5, 61), marks=pytest.mark.hard)]


@pytest.mark.parametrize("seeds", SEEDS, ids=["few", "many"])
def test_every_clash_is_told_with_its_three_texts(content: dict[str, Document], seeds: range):
    total = Counted()
    for seed in seeds:
        one = run(content, seed)
        total = total.plus(counted(one, merge.merged(one.content, one.new, one.files, SAID)))
    print(total)
    assert total.clashes > 8 * len(seeds)
    assert total.missed == 0
    assert total.other == 0, "a clash shows the text of another place"
    assert total.rewritten <= max(2, 0.02 * total.clashes), "two in a hundred; of so few seeds, two"
    assert total.false <= 0.01 * total.clashes


ANSWERED = [(seed, answer) for seed in range(1, 41) for answer in ("eigen", "basis", "beide")]


@pytest.mark.parametrize(
    ("seed", "answer"),
    [pytest.param(*one, marks=[pytest.mark.hard] if one[0] > 2 else []) for one in ANSWERED],
)
def test_the_result_is_what_was_chosen_to_the_letter(content: dict[str, Document], seed: int, answer: Any):
    one = run(content, seed)
    merged = merge.merged(one.content, one.new, one.files, SAID, answer)
    expected, loose, asked = chosen(one, answer, merged)
    for path, text in merged.texts.items():
        own = parse(path, text.encode())
        edits, _, findings = applied(one.new[path], own, one.new)
        rows = {own.place(("verandert", index)).line: row for index, row in enumerate(own.data["verandert"])}
        # Where the base rests a text on other sources now, nobody but a person may say whether they bear the own text.
        assert not [row for row in rows.values() if mark(row) in asked and "bron" in row]
        unclear = [one for one in findings if one.code != "botsing"]
        assert all("rust in de basis op een bron" in one.text for one in unclear), unclear
        assert {mark(rows[one.line]) for one in unclear} <= asked
        made = parse(path, Patched.of(path, one.new[path].text).with_(edits).text.encode())
        assert not made.problems or made.node, made.problems
        assert plain(piece(made).tree, loose[path]) == plain(expected[path], ())
        for said in loose[path]:
            assert made.text.count(f"{said}.") == 1
    for path in expected.keys() - merged.texts.keys():
        assert plain(piece(one.new[path]).tree, ()) == plain(expected[path], ())


def chosen(
    one: Run, answer: str, merged: merge.Merged
) -> tuple[dict[str, Any], dict[str, tuple[str, ...]], frozenset[str]]:
    """The trees of the new base with what was chosen done to them; own texts of which only the list is known; and the
    changes of which the base has other sources now, that are to be asked about.

    What was taken out may be told with what came in its place: then the answer is about that.
    """
    waits = {mark(told.carried.row) for told in merged.of("kan niet") if told.carried.row}
    shown = {mark(told.carried.row): told.carried.row["nu"] for told in merged.of("botst") if told.carried.row}
    fields_told = {mark(told.carried.row): told.carried.row["veld"] for told in merged.of("botst") if told.carried.row}
    loose: dict[str, tuple[str, ...]] = {}
    trees = {}
    asked = set()
    for own in one.own:
        piece = one.writer.pieces[own.path]
        trees[piece.path] = piece.tree
        loose.setdefault(piece.path, ())
        what = outcome(own, one.there)
        if what == "gone" and (now := shown.get(mark(own.row))):
            text = now if isinstance(now, str) else name_of(now)[1]  # type: ignore[index]
            own.target = called(piece.tree, fields_told[mark(own.row)], text)
            what = "changed"
        if what != "gone" and shown.get(mark(own.row)) == "":
            what = "gone"  # what it stands in for, or stands beside, was rewritten altogether
        if what == "gone":
            if not own.change.out and answer != "basis" and mark(own.row) not in waits:
                loose[piece.path] += (mark(own.row),)
        elif not (what == "changed" and answer == "basis"):
            if own.change.source and sources(piece.tree, own.target) != own.rests:
                asked.add(mark(own.row))
            put(own, piece.tree, both=what == "changed" and answer == "beide")
    return trees, loose, frozenset(asked)


def called(tree: Any, field: str, text: str) -> Any:
    """The text or point of this field that goes by these words; the fields of one point may say the same."""
    for name, node in placed(tree):
        said = data_of(node)
        said = name_of(said) if isinstance(said, dict) else ("", said)
        if name in (field, f"{field}.text") and said and isinstance(said[1], str) and folded(said[1]) == folded(text):
            return node
    raise LookupError(field, text)


def placed(node: Any, field: str = "") -> Iterator[tuple[str, Any]]:
    """A tree and all in it, each with the field that holds it as people write it."""
    yield field, node
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from placed(inner, f"{field}.{PROSE if key == BODY else key}".removeprefix("."))
    elif isinstance(node, list):
        for inner in node:
            yield from placed(inner, field)


def put(own: Own, tree: Any, *, both: bool) -> None:
    """Do a change to the objects themselves."""
    change, target = own.change, own.target
    if change.out or change.before or change.after:
        list_, index = next((there, i) for there in lists(tree) for i, inner in enumerate(there) if inner is target)
        if change.out:
            del list_[index]
        at = index if change.before else index + 1
        list_[at:at] = [Leaf(text) for text in (*change.before, *change.after)]
    elif isinstance(change.new, dict):
        for key, text in change.new.items():
            was = target.get(key)
            same = not was or (isinstance(own.before, dict) and was.text == own.before.get(key))
            target[key] = Leaf(text if not both or same else below(text, was.text))
    else:
        leaf = named(own)
        assert leaf
        leaf.text = below(change.new, leaf.text, paragraphs=PARAGRAPH in own.unit.loc) if both else change.new


def below(own: str, text: str, *, paragraphs: bool = False) -> str:
    """Both texts: of several lines, also in one field of a point, the one below the other."""
    between = "\n\n" if paragraphs or "\n" in text.strip() else " "
    return f"{own}{between}{text.strip()}"


def plain(node: Any, without: tuple[str, ...]) -> Any:
    """What a tree says, without the keys of sources, what is empty, and the points that begin with these words."""
    if isinstance(node, Leaf):
        return node.text.strip()
    if isinstance(node, Paragraphs):
        return "\n\n".join(leaf.text for leaf in node if not _begins(leaf.text, without))
    if isinstance(node, list):
        there = (plain(one, without) for one in node)
        return [said for said in there if said not in (None, [], {}) and not _begins(said, without)]
    if isinstance(node, dict):
        said = {key: plain(one, without) for key, one in node.items() if key != "source"}
        said = {key: one for key, one in said.items() if one not in (None, [], {}, "")}
        return said["text"] if set(said) == {"text"} else said
    return node


def _begins(said: Any, words: tuple[str, ...]) -> bool:
    texts = said.values() if isinstance(said, dict) else [said]
    return any(isinstance(text, str) and text.startswith(f"{one}.") for text in texts for one in words)


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.hard) for seed in range(2, 20))])
def test_updating_twice_changes_nothing(content: dict[str, Document], seed: int):
    one = run(content, seed)
    first = merge.merged(one.content, one.new, one.files, SAID)
    own = {path: parse(path, text.encode()) for path, text in first.texts.items()}
    again = merge.merged(one.new, one.new, own, SAID)
    assert dict(again.texts) == dict(first.texts)
    assert {(told.path, mark(told.carried.row)) for told in first.of("botst") if told.carried.row} == {
        (told.path, mark(told.carried.row)) for told in again.of("botst") if told.carried.row
    }


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.hard) for seed in range(2, 20))])
def test_a_base_that_leaves_the_edition_alone_needs_no_hand(content: dict[str, Document], seed: int):
    """All that is rewritten lies elsewhere, and pieces that the edition changes only get another name."""
    one = run(content, seed, alone=True)
    merged = merge.merged(one.content, one.new, one.files, SAID)
    assert not merged.of("botst", "bron", "los", "kan niet")
    assert len(rows_of(dict(merged.texts))) == CHANGES
