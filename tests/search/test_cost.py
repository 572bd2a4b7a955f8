"""The search fetches little: what opens it, and of the index the parts that a question needs."""

from __future__ import annotations

from pathlib import Path

import cost

from conftest import ROOT
from handboek.handbook import Handbook
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.search import table

TABLES = Path(__file__).parent


def test_what_is_fetched_until_the_first_answer_is_light(handbook: Handbook):
    renderer = Renderer(handbook, open_project(ROOT).templates)
    queries = [query.text for path in TABLES.glob("*.yml") for query in table.read(path, handbook).queries]
    weights = sorted(cost.weights(renderer, queries).values())
    assert len(weights) > 150
    assert weights[len(weights) // 2] < 90_000
    assert weights[-1] < 120_000
