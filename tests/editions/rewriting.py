"""Somebody who rewrites a handbook at random, and knows of each text and point what became of it: they move as objects."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from handboek.blocks import blocks
from handboek.document import Document
from handboek.edition.changes import block_fields
from handboek.load import is_text, kind_of
from handboek.parse import parse

BODY = "¶"
"""Where the paragraphs of a file of Markdown stand in its tree."""
OTHER = (
    "Kijk eerst wie er al bezig is met dit blok, en vraag of je mee mag lopen op een doordeweekse dag.",
    "Zonder sleutel geen bezoek: regel die ruim voor je komt, en laat weten wanneer hij terug is.",
    "Een lijst die niemand bijhoudt, is na drie weken een lijst die niemand gelooft.",
    "Plan een half uur extra voor koffie; daar hoor je wat op geen formulier past.",
    "Twee mensen tekenen voor wat is beloofd, en wie vertrekt draagt dat over aan een ander.",
    "Op zaterdag zijn er andere buren thuis dan op dinsdag, dus ga op allebei de dagen.",
)


@dataclass(eq=False)
class Leaf:
    """A text that keeps being the same one while it is rewritten."""

    text: str
    behind: str = ""
    """What stands between this paragraph and the next."""


class Paragraphs(list[Leaf]):
    """A text of several paragraphs, which come, go and move as the points of a list do."""

    lead = ""
    """What stands before the first paragraph."""


@dataclass
class Piece:
    """A file as a tree of objects."""

    path: str
    tree: dict[str, Any]
    touched: bool = False


@dataclass
class Rewriter:
    """A handbook as trees of objects, and who changes it."""

    chance: random.Random
    pieces: dict[str, Piece]
    rewritten: set[int] = field(default_factory=set)
    """Texts that say something else altogether: nobody who compares could know that they are the same one."""

    @staticmethod
    def of(documents: dict[str, Document], chance: random.Random) -> Rewriter:
        return Rewriter(chance, {path: piece(document) for path, document in documents.items() if document.node})

    def documents(self, old: dict[str, Document]) -> dict[str, Document]:
        """The handbook as it reads now."""
        there = {path: document for path, document in old.items() if not document.node}
        for name, one in self.pieces.items():
            there[one.path] = written(one) if one.touched or one.path != name else old[name]
        return there

    def change(self, paths: list[str]) -> None:
        """One change somewhere in one of these files."""
        one = self.pieces[self.chance.choice(paths)]
        do = self.chance.choices((self._edit, self._move, self._add, self._remove), (5, 2, 2, 2))[0]
        self.do(one, lambda: do(one))

    def do(self, one: Piece, do: Callable[[], object]) -> None:
        """Do this to a file, where it can be read as it was meant afterwards: a paragraph may swallow its neighbour."""
        before = snapshot(one) if any(paragraphs(one.tree)) else None
        do()
        one.touched = True
        if before and not readable(one):
            restore(before)

    def rename(self, path: str) -> None:
        """A piece gets another name, with a redirect from its old address."""
        one = self.pieces[path]
        folder, _, name = one.path.rpartition("/")
        stem, _, end = name.partition(".")
        one.path = f"{folder}/{stem}-anders.{end}"
        address = {"guides": "gesprekken", "worksheets": "werkbladen", "messages": "berichten", "lessen": "lessen"}
        where = address[folder.rpartition("/")[2]]
        row = {"from": Leaf(f"{where}/{stem}"), "to": Leaf(f"{where}/{stem}-anders")}
        redirects = self.pieces["phases/redirects.yml"]
        redirects.tree["redirects"].append(row)
        redirects.touched = True

    def _edit(self, one: Piece) -> None:
        self.edit(self.chance.choice(list(texts(one.tree))))

    def edit(self, leaf: Leaf) -> None:
        """A text says something a little, or altogether, else."""
        words = leaf.text.split(" ")
        how = self.chance.random()
        if how < 0.1:
            leaf.text = self.chance.choice(OTHER)
            self.rewritten.add(id(leaf))
        elif how < 0.4:
            leaf.text = f"{leaf.text} {self.chance.choice(OTHER)}" if len(leaf.text) > 90 else f"{leaf.text} nu"
        elif how < 0.7 and len(words) > 4:
            words[self.chance.randrange(len(words))] = "steeds"
            leaf.text = " ".join(words)
        elif len(words) > 5:
            at = self.chance.randrange(1, len(words) - 1)
            leaf.text = " ".join((*words[:at], *words[at + 1 :]))

    def _list(self, one: Piece, least: int) -> list[Any] | None:
        there = [found for found in lists(one.tree) if len(found) >= least]
        return self.chance.choice(there) if there else None

    def _move(self, one: Piece) -> None:
        if there := self._list(one, 2):
            there.insert(self.chance.randrange(len(there)), there.pop(self.chance.randrange(len(there))))

    def _add(self, one: Piece) -> None:
        if there := self._list(one, 1):
            like = self.chance.choice(there)
            new = renewed(like, f"{self.chance.choice(OTHER)} {self.chance.randrange(10_000)}")
            there.insert(self.chance.randrange(len(there) + 1), new)

    def _remove(self, one: Piece) -> None:
        if there := self._list(one, 2):
            there.pop(self.chance.randrange(len(there)))


def piece(document: Document) -> Piece:
    tree = tree_of(document.data)
    for name in block_fields(kind_of(document.path)) & tree.keys():
        tree[name] = split(document.data[name])
    tree[BODY] = split(document.body)
    return Piece(document.path, tree)


def split(text: str) -> Paragraphs:
    """A text as its paragraphs."""
    found = blocks(text)
    made = Paragraphs()
    made.lead = text[: found[0].start] if found else text
    for one, other in zip(found, [*found[1:], None], strict=False):
        made.append(Leaf(one.text, text[one.end : other.start if other else len(text)]))
    return made


def joined(there: Paragraphs) -> str:
    """The text of paragraphs."""
    return there.lead + "".join(leaf.text + (leaf.behind if "\n" in leaf.behind else "\n\n") for leaf in there)


def tree_of(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: tree_of(one) for key, one in value.items()}
    if isinstance(value, list):
        return [tree_of(one) for one in value]
    return Leaf(value) if isinstance(value, str) else value


def data_of(node: Any) -> Any:
    if isinstance(node, Paragraphs):
        return joined(node)
    if isinstance(node, dict):
        return {key: data_of(one) for key, one in node.items() if key != BODY}
    if isinstance(node, list):
        return [data_of(one) for one in node]
    return node.text if isinstance(node, Leaf) else node


def written(one: Piece) -> Document:
    text = yaml.safe_dump(data_of(one.tree), allow_unicode=True, sort_keys=False, width=120)
    if one.path.endswith(".md") and not is_text(one.path):
        text = f"---\n{text}---\n{joined(one.tree[BODY])}"
    return parse(one.path, text.encode())


def readable(one: Piece) -> bool:
    """Whether the texts of a file still hold the paragraphs that its tree has."""
    return all(
        [block.text for block in blocks(joined(there))] == [leaf.text for leaf in there]
        for there in paragraphs(one.tree)
    )


def paragraphs(tree: dict[str, Any]) -> Iterator[Paragraphs]:
    """The texts of a piece that have any."""
    return (one for one in tree.values() if isinstance(one, Paragraphs) and one)


def snapshot(one: Piece) -> Any:
    """The shape of a tree, to go back to with the same objects in it."""

    def walk(node: Any) -> Any:
        if isinstance(node, dict):
            return (node, {key: walk(value) for key, value in node.items()})
        if isinstance(node, list):
            return (node, [walk(value) for value in node])
        return (node, node.text if isinstance(node, Leaf) else node)

    return walk(one.tree)


def restore(before: Any) -> None:
    def walk(shot: Any) -> Any:
        node, was = shot
        if isinstance(node, dict):
            node.clear()
            node.update({key: walk(value) for key, value in was.items()})
        elif isinstance(node, list):
            node[:] = [walk(value) for value in was]
        elif isinstance(node, Leaf):
            node.text = was
        return node

    walk(before)


def texts(node: Any, key: str = "") -> Iterator[Leaf]:
    """The texts that somebody may rewrite: sentences, and no names by which a program knows a point."""
    if isinstance(node, Leaf):
        if node.text.count(" ") >= 2 and key not in ("id", "slug", "key", "from", "to", "at"):
            yield node
    elif isinstance(node, dict | list):
        for name, one in node.items() if isinstance(node, dict) else ((key, one) for one in node):
            yield from texts(one, name)


def lists(node: Any) -> Iterator[list[Any]]:
    if isinstance(node, dict | list):
        if isinstance(node, list) and node:
            yield node
        for one in node.values() if isinstance(node, dict) else node:
            yield from lists(one)


def renewed(node: Any, text: str) -> Any:
    """A new point of the same make, that says something else."""
    if isinstance(node, Leaf):
        return Leaf(text if node.text.count(" ") >= 2 else f"{node.text}-{text[-4:].strip()}", node.behind or "\n\n")
    if isinstance(node, dict):
        return {key: renewed(one, text) for key, one in node.items()}
    return [renewed(one, text) for one in node] if isinstance(node, list) else node


def everything(node: Any) -> Iterator[Any]:
    """A tree and all in it."""
    yield node
    if isinstance(node, dict | list):
        for one in node.values() if isinstance(node, dict) else node:
            yield from everything(one)
