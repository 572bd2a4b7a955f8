"""A table of queries with the pieces that answer them, run with the very script that the site uses."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from handboek.handbook import Handbook
from handboek.markdown import plain
from handboek.parse import read_file
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.search.documents import LIST, data, headings, named, place, synonyms, typed
from handboek.search.parts import parts, running, scripts

ENGINE = ("site/assets/logic/search-rows.js", "site/assets/logic/search-engine.js")
"""The scripts of the search itself."""

LONG = re.compile(r"[^\W\d_]{6,}")
"""A word that says enough to have another word beside it."""

FEW = 2
"""At so many pieces a search word still chooses between them."""

GOALS = {3: 0.95, 1: 0.8}
"""Which part of the queries must be right within so many places, where a table does not say so itself."""


@dataclass(frozen=True)
class Query:
    """What somebody types, and the addresses that answer."""

    text: str
    kind: str
    answers: tuple[str, ...]
    absent: bool = False
    """Whether the handbook has no answer: `answers` are then what comes nearest, and no goal counts it."""


@dataclass(frozen=True)
class Outcome:
    """What the search found for a query."""

    query: Query
    found: tuple[str, ...]
    """Addresses, best first."""

    @property
    def rank(self) -> int | None:
        """At which place the first right answer stands, from 1; a page answers with each of its parts."""
        right = set(self.query.answers)
        found = ({address, address.partition("#")[0]} for address in self.found)
        return next((place for place, one in enumerate(found, 1) if one & right), None)

    def within(self, places: int) -> bool:
        return self.rank is not None and self.rank <= places


@dataclass(frozen=True)
class Engine:
    """The site's search, outside a browser."""

    context: MiniRacer

    def find(self, text: str, most: int = 10) -> list[dict[str, Any]]:
        """The best documents for a query: address, title, kind, score, the line that shows why and where it stands."""
        answer = self.context.eval(f"answer({json.dumps(text)}, {most})")
        found: list[dict[str, Any]] = json.loads(str(answer))
        return found


@dataclass(frozen=True)
class Table:
    """Queries, and which part of them must be right within so many places."""

    queries: list[Query]
    goals: dict[int, float]


@contextmanager
def engine(project: Project, handbook: Handbook) -> Iterator[Engine]:
    """The search over a handbook, for as long as it is needed."""
    made = scripts(parts(project.templates, data(Renderer(handbook, project.templates))))
    with running(project.templates, *ENGINE) as context:
        context.eval("globalThis.handboekSearch = { parts: {} };")
        for script in made.values():
            context.eval(script)
        context.eval("const search = new HandboekSearch(handboekSearch.begin, handboekSearch.parts);")
        context.eval(
            "const answer = (text, most) => JSON.stringify(search.find(text).slice(0, most).map((hit) => {"
            "const { title, address, place, line } = search.show(hit);"
            "const said = (pieces) => pieces.map((piece) => piece.text).join('');"
            "return { address, title: said(title), kind: hit.kind, score: hit.score, place, line: said(line) }; }));"
        )
        yield Engine(context)


def read(path: Path, handbook: Handbook) -> Table:
    """A table of queries. Raises `OSError` where it is missing and `ValueError` for an answer that is no piece."""
    document = read_file(path.parent, path.name)
    rows = document.data.get("queries")
    if not isinstance(rows, list):
        raise ValueError("Hier hoort een lijst `queries` te staan.")
    return Table(
        [_query(handbook, row) for row in rows],
        {int(places): float(least) for places, least in document.data.get("goals", GOALS).items()},
    )


def _query(handbook: Handbook, row: dict[str, Any]) -> Query:
    absent = "near" in row
    answers = tuple(_address(handbook, one) for one in row["near" if absent else "answers"])
    return Query(row["query"], row["kind"], answers, absent)


def run(engine: Engine, queries: Iterable[Query]) -> list[Outcome]:
    """What the search finds for each query."""
    return [Outcome(query, tuple(hit["address"] for hit in engine.find(query.text))) for query in queries]


def share(outcomes: list[Outcome], places: int) -> float:
    """Which part of the queries with an answer has a right one within so many places."""
    asked = answered(outcomes)
    return sum(outcome.within(places) for outcome in asked) / len(asked) if asked else 1


def answered(outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes of queries to which the handbook has an answer."""
    return [outcome for outcome in outcomes if not outcome.query.absent]


def enough(outcomes: list[Outcome], goals: dict[int, float] = GOALS) -> bool:
    """Whether the search reaches what it must reach."""
    return all(share(outcomes, places) >= least for places, least in goals.items())


def told(outcomes: list[Outcome], goals: dict[int, float] = GOALS) -> Iterator[str]:
    """The outcome in Dutch: each query that falls short with what it found instead, then the score."""
    asked = answered(outcomes)
    for outcome in asked:
        if not outcome.within(3):
            place = f"op plaats {outcome.rank}" if outcome.rank else "niet gevonden"
            yield f"{outcome.query.text}: {' of '.join(outcome.query.answers)} {place}"
            yield f"  wel: {', '.join(outcome.found[:3]) or 'niets'}"
    for places, least in goals.items() if asked else ():
        where = "op de eerste plaats" if places == 1 else f"bij de eerste {places}"
        right = sum(outcome.within(places) for outcome in asked)
        yield f"{right} van {len(asked)} zoekvragen goed {where}: {_percent(share(outcomes, places))} (doel {_percent(least)})."
    if absent := [outcome for outcome in outcomes if outcome.query.absent]:
        near = sum(outcome.within(3) for outcome in absent)
        yield f"{near} van {len(absent)} zoekvragen zonder antwoord leiden naar wat het dichtst in de buurt komt."


def proposed(handbook: Handbook, outcomes: list[Outcome]) -> Iterator[str]:
    """What the table and the words for who searches do not cover yet, in Dutch: pieces, and words of their titles and headings."""
    found = {address for outcome in outcomes for address in outcome.found[:3]}
    pieces = [piece for piece in handbook.offered.pieces.values() if piece.kind.exported and piece.kind.weight >= 1]
    left = [piece for piece in pieces if place(handbook, piece) not in found]
    if left:
        yield f"Geen zoekvraag van de tabel vindt deze {len(left)} stukken bij de eerste drie:"
        yield from (f"  {piece.title} ({piece.address})" for piece in left)
    asked = [
        (phrase, at)
        for group in handbook.of("words")
        if not group.data.absent
        for phrase in group.data.everyday
        for at in group.data.at
    ]
    led = {at for _, at in asked}
    if none := [piece for piece in pieces if place(handbook, piece).strip("/") not in led and not named(piece)]:
        yield f"Bij deze {len(none)} stukken staat nog geen zoekwoord:"
        yield from (f"  {piece.title} ({piece.address})" for piece in none)
    if wide := sorted(phrase for phrase, times in Counter(phrase for phrase, _ in set(asked)).items() if times > FEW):
        yield f"Deze zoekwoorden staan bij meer dan {FEW} stukken, en kiezen dus niet:"
        yield f"  {', '.join(wide)}"
    phrases = [phrase for group in synonyms(handbook) for phrase in (*group["from"], *group["to"])]
    phrases += [phrase for group in handbook.of("words") for phrase in group.data.everyday]
    known = " ".join(phrases).lower()
    said = [line for piece in pieces for line in (plain(piece.title), *headings(piece))]
    words = {word for line in said for word in LONG.findall(typed(line).lower())}
    if bare := sorted(word for word in words if word not in known):
        yield "Deze woorden uit titels en koppen hebben geen ander woord in de begrippen of de zoekwoorden:"
        yield f"  {', '.join(bare)}"


def shown(text: str, hits: list[dict[str, Any]]) -> Iterator[str]:
    """What a query finds, best first, with the line that shows why."""
    yield f"{text}:" if hits else f"{text}: niets gevonden."
    for rank, hit in enumerate(hits, 1):
        yield f"  {rank}. {hit['title']} ({hit['place']}, {hit['score']:.1f})"
        yield f"     {hit['line']}"


def _percent(part: float) -> str:
    return f"{100 * part:.1f}%".replace(".", ",").replace(",0%", "%")


def _address(handbook: Handbook, answer: str) -> str:
    """The address of an answer, which is written as `kind/slug`; a list is `list/folder`."""
    kind, _, slug = answer.partition("/")
    if kind == LIST and slug in handbook.lists:
        return f"{slug}/"
    piece = handbook.get(kind, slug)
    if piece is None:
        raise ValueError(f"Er is geen stuk {answer}.")
    return place(handbook, piece)
