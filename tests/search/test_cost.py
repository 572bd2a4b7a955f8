"""The search fetches little: what opens it, and of the index the parts that a question needs."""

from __future__ import annotations

from pathlib import Path

import cost
import pytest

from conftest import ROOT
from handboek.handbook import Handbook
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.search import documents, parts, table

TABLES = Path(__file__).parent


def test_what_a_part_tells_of_a_query_stands_above_the_results(handbook: Handbook):
    """The words of a query are never sent, but which parts come in tells how they begin."""
    templates = open_project(ROOT).templates
    made = parts.parts(templates, documents.data(Renderer(handbook, templates)))
    begins = made["begin"]["words"]
    assert begins == sorted(begins) and len(begins) > 20
    script = (templates / "site/assets/pages/search.js").read_text(encoding="utf-8")
    assert "met welke letters je woorden beginnen" in script


@pytest.mark.parametrize("nth", [5, pytest.param(1, marks=pytest.mark.hard)])
def test_what_is_fetched_until_the_first_answer_is_light(handbook: Handbook, nth: int):
    """Of each fifth query, and in the long tests of all."""
    renderer = Renderer(handbook, open_project(ROOT).templates)
    queries = [query.text for path in TABLES.glob("*.yml") for query in table.read(path, handbook).queries]
    assert len(queries) > 150
    weights = sorted(cost.weights(renderer, queries[::nth]).values())
    assert weights[len(weights) // 2] < 90_000
    assert weights[-1] < 120_000
