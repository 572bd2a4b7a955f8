"""No mark without its statement in the ledger: what a mark stands behind was read against its source, as it now reads.

`marks.txt` holds a line for each statement with a mark: its sources, where it stands, a hash of its words and the first
of them. A statement that is new or differs fails here: read it beside its source first, then let
`READ=write pytest tests/content/test_marks.py` write the line. `says.yml` holds what each source speaks of.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

import editorial
import pytest
from pydantic import BaseModel

from handboek.basis import sourced
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.introspect import walk
from handboek.model.text import CITED, Sourced, Words

LEDGER = editorial.FOLDER / "marks.txt"
SAYS = editorial.says()
FIGURES = {source: {str(figure) for figure in figures} for source, figures in SAYS["figures"].items()}
NAMES = sorted({name for names in SAYS["names"].values() for name in names}, key=len, reverse=True)
NAME = re.compile(rf"\b(?:{'|'.join(map(re.escape, NAMES))})\b")
COUNTED = [
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "honderd",
]
FIGURE = re.compile(rf"\b(?:\d[\d.]*\d|\d|{'|'.join(COUNTED)})\b")
COVERS = {
    "Arrow": "why",
    "Ask": "text",
    "Criterion": "statement",
    "Element": "asks",
    "Part": "trainer",
    "Pitfall": "then",
    "Response": "do",
    "Term": "definition",
}
"""Where a mark stands behind one part of what is said, and the rest is ours; as `Zo gebruik je dit handboek` tells it."""


@dataclass(frozen=True)
class Marked:
    """What a mark stands behind."""

    address: str
    sources: tuple[str, ...]
    kind: str
    text: str

    @property
    def line(self) -> str:
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:8]
        return f"{'+'.join(self.sources)} {self.address} {digest} {' '.join(self.text.split()[:7])}"


def marked(handbook: Handbook) -> Iterator[Marked]:
    """Every statement with a mark, and every stretch of running text up to its mark."""
    for piece in handbook.pieces.values():
        if piece.type == "source":
            continue
        address = piece.address.strip("/") or "home"
        for item in sourced(piece.data):
            if item.source:
                covers = COVERS.get(type(item).__name__)
                texts = [leaf.value for leaf in walk(item) if isinstance(leaf.marker, Words)]
                said = getattr(item, covers) if covers else " ".join(texts)
                yield Marked(address, tuple(item.source), type(item).__name__, plain(" ".join(said.split())))
        for text in prose(piece):
            for paragraph in text.split("\n\n"):
                start = 0
                for mark in CITED.finditer(paragraph):
                    said = " ".join(paragraph[start : mark.start()].split())
                    yield Marked(address, (mark[1],), "prose", plain(said))
                    start = mark.end() if said else start


def prose(piece: Piece) -> Iterator[str]:
    return (leaf.value for leaf in piece.leaves() if isinstance(leaf.marker, Words) and leaf.marker.block)


@pytest.fixture(scope="module")
def statements(handbook: Handbook) -> list[Marked]:
    return list(marked(handbook))


def test_each_mark_has_its_statement_in_the_ledger(statements: list[Marked]):
    lines = sorted({statement.line for statement in statements})
    if os.environ.get("READ") == "write":
        LEDGER.write_text("\n".join(lines) + "\n", encoding="utf-8")
    read = editorial.marks()
    assert sorted(set(lines) - set(read)) == [], "read these beside their sources"
    assert sorted(set(read) - set(lines)) == [], "these say nothing any more"


def test_a_statement_names_no_place_that_none_of_its_sources_speaks_of(statements: list[Marked]):
    wrong = []
    for statement in statements:
        known = {name for source in statement.sources for name in SAYS["names"].get(source, NAMES)}
        wrong += [
            (statement.address, name, statement.text) for name in NAME.findall(statement.text) if name not in known
        ]
    assert wrong == []


def test_a_statement_gives_no_figure_that_none_of_its_sources_gives(statements: list[Marked]):
    """The minutes and hours of a workshop are ours, and a lesson says itself what the editors add."""
    wrong = []
    for statement in statements:
        if statement.kind in ("Part", "Lesson") or not set(statement.sources) <= set(FIGURES):
            continue
        known = set().union(*(FIGURES[source] for source in statement.sources), SAYS["own"].get(statement.address, ()))
        wrong += [
            (statement.address, one, statement.text) for one in FIGURE.findall(statement.text) if one not in known
        ]
    assert wrong == []


def unmarked(model: BaseModel, loc: tuple[str, ...] = ()) -> Iterator[str]:
    """The words of each statement that has no source; what is unknown is said of all sources together."""
    if isinstance(model, Sourced) and not model.source and "unknown" not in loc:
        yield " ".join(value for name in type(model).model_fields if isinstance(value := getattr(model, name), str))
    for name in type(model).model_fields:
        value = getattr(model, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, BaseModel):
                yield from unmarked(inner, (*loc, name))


def test_what_is_told_of_a_place_carries_a_mark(handbook: Handbook):
    """Statements, and the paragraphs of phases and examples; a link to a page about the place tells nothing of it."""
    bare = [
        (piece.address, text)
        for piece in handbook.pieces.values()
        if piece.type != "source"
        for text in unmarked(piece.data)
        if NAME.search(text)
    ]
    for piece in (*handbook.of("phase"), *handbook.of("example")):
        for text in prose(piece):
            for paragraph in text.split("\n\n"):
                told = re.sub(r"\[[^\]^]*\]\([^)]*\)", "", paragraph)
                bare += [(piece.address, paragraph)] if NAME.search(told) and not CITED.search(paragraph) else []
    assert bare == []
