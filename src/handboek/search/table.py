"""A table of queries with the pieces that answer them, run with the very script that the site uses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from handboek.document import read_file
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.render.page import lists
from handboek.search.documents import data

SCRIPTS = ("vendor/minisearch.js", "vendor/stemmer-nl.js", "search-engine.js")
"""The scripts of the search itself, by their name among the site's assets."""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the addresses that answer."""

    text: str
    kind: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What the search found for a query."""

    query: Query
    found: tuple[str, ...]
    """Addresses, best first."""

    @property
    def rank(self) -> int | None:
        """At which place the first right answer stands, from 1."""
        return next((place for place, address in enumerate(self.found, 1) if address in self.query.answers), None)

    def within(self, places: int) -> bool:
        return self.rank is not None and self.rank <= places


@dataclass(frozen=True)
class Engine:
    """The site's search, outside a browser."""

    context: MiniRacer

    def find(self, text: str, most: int = 10) -> list[dict[str, Any]]:
        """The best documents for a query: address, title, kind, score and the line that shows why."""
        answer = self.context.eval(f"answer({json.dumps(text)}, {most})")
        found: list[dict[str, Any]] = json.loads(str(answer))
        return found


@contextmanager
def engine(project: Project, handbook: Handbook) -> Iterator[Engine]:
    """The search over a handbook, for as long as it is needed."""
    assets = project.templates / "site" / "assets"
    with MiniRacer() as context:
        for name in SCRIPTS:
            context.eval((assets / name).read_text(encoding="utf-8"))
        context.eval(f"const search = new HandboekSearch({json.dumps(data(handbook))});")
        context.eval(
            "const answer = (text, most) => JSON.stringify(search.find(text).slice(0, most).map((hit) => ({"
            "address: hit.document.address, title: hit.document.title, kind: hit.document.kind, score: hit.score,"
            "line: search.line(hit).map((piece) => piece.text).join('')})));"
        )
        yield Engine(context)


def read(path: Path, handbook: Handbook) -> list[Query]:
    """The queries of a table; raises `ValueError` for an answer that is no piece."""
    rows = read_file(path.parent, path.name).data.get("queries", [])
    return [Query(row["query"], row["kind"], tuple(_address(handbook, one) for one in row["answers"])) for row in rows]


def run(engine: Engine, queries: Iterable[Query]) -> list[Outcome]:
    """What the search finds for each query."""
    return [Outcome(query, tuple(hit["address"] for hit in engine.find(query.text))) for query in queries]


def _address(handbook: Handbook, answer: str) -> str:
    """The address of an answer, which is written as `kind/slug`; a list is `list/folder`."""
    kind, _, slug = answer.partition("/")
    if kind == "list" and slug in lists(handbook):
        return f"{slug}/"
    piece = handbook.get(kind, slug)
    if piece is None:
        raise ValueError(f"Er is geen {answer}.")
    return piece.address
