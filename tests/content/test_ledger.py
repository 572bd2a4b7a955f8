"""The facts of the sources stand in the handbook: at the place that the ledger says, with their source and status."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import editorial
import pytest

from conftest import ROOT
from handboek.basis import sourced
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.introspect import walk
from handboek.model.practice import Status
from handboek.model.text import Words
from handboek.render.renderer import Renderer

FACTS = editorial.facts()
ARTICLES = ("mdsa", "sr", "portaal", "oslo", "koenen")


@pytest.fixture(scope="module")
def renderer(handbook: Handbook) -> Renderer:
    return Renderer(handbook, ROOT / "overrides")


def statements(piece: Piece):
    """Each statement of a piece: its own words, the sources that it carries and its status, where it has one."""
    for item in sourced(piece.data):
        words = " ".join(plain(leaf.value) for leaf in walk(item) if isinstance(leaf.marker, Words))
        yield flat(words), item.source, getattr(item, "status", None)


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def shown(renderer: Renderer, piece: Piece) -> str:
    """What a reader sees of a piece on its page."""
    if not piece.kind.page:
        html = renderer.index(piece.kind.folder).html
    elif piece.type == "method":
        html = renderer.page(piece).html
    else:
        html = str(renderer.body(piece).html)
    return flat(re.sub(r"<[^>]+>", "", html).replace("&#39;", "'").replace("&#34;", '"'))


def found(handbook: Handbook, fact) -> Piece:
    piece = handbook.get("method", "method") if fact["at"] == "method" else handbook.at(fact["at"])
    assert piece is not None, fact["at"]
    return piece


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact['source']}: {fact['fact']}")
def test_a_fact_stands_at_its_place_with_its_source(handbook: Handbook, renderer: Renderer, fact):
    piece = found(handbook, fact)
    if piece.type == "source":
        assert piece.slug == fact["source"]
        said = [(shown(renderer, piece), (piece.slug,), None)]
    else:
        said = list(statements(piece))
    holding = [
        status
        for words, sources, status in said
        if fact["source"] in sources and all(word in words for word in fact["words"])
    ]
    assert holding, f"no statement of {fact['at']} cites {fact['source']} and holds {fact['words']}"
    if piece.type == "example":
        assert {None, fact["status"]} & set(holding), f"{fact['at']} says {holding}"
    text = shown(renderer, piece)
    for word in fact["words"]:
        assert word in text, word


def test_a_plan_or_an_opinion_is_never_shown_as_done():
    assert {fact["status"] for fact in FACTS} == set(get_args(Status))


def test_the_ledger_is_long_enough(handbook: Handbook):
    assert len(FACTS) >= 100
    assert len({fact["fact"] for fact in FACTS}) == len(FACTS)
    per_source = Counter(fact["source"] for fact in FACTS)
    for article in ARTICLES:
        assert per_source[article] >= 12, article
    assert set(per_source) == {source.slug for source in handbook.of("source")}
