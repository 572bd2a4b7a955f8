"""How many sheets of which paper: one table of cases for Python and the browser, and what every ready pack comes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from conftest import ROOT
from handboek import paper
from scripts import Logic, logic

TABLE = yaml.safe_load((ROOT / "tests/tools/paper.yml").read_text(encoding="utf-8"))
CASES = TABLE["needs"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Logic]:
    with logic("lib/counts.js", "logic/paper.js") as page:
        yield page


@pytest.mark.parametrize("case", CASES, ids=[case["said"] for case in CASES])
def test_the_table_is_what_both_count(browser: Logic, case: dict[str, Any]):
    needs = paper.needed(case["parts"])
    assert [[one.paper, one.sheets, one.cards] for one in needs] == case["needs"]
    assert paper.said(needs) == case["said"]
    there = browser.evaluate("parts => Paper.needed(parts)", case["parts"])
    assert [[one["paper"], one["sheets"], one["cards"]] for one in there] == case["needs"]
    assert browser.evaluate("parts => Paper.said(Paper.needed(parts))", case["parts"]) == case["said"]


def test_on_one_side_front_and_back_lie_beside_each_other(browser: Logic):
    parts = [("A4", 3, 2), ("A6", 2, 20), ("A6", 1, 8)]
    needs = paper.needed(parts, one_side=True)
    assert [(one.paper, one.sheets, one.cards) for one in needs] == [("A4", 6, 0), ("A6", 12, 28)]
    there = browser.evaluate("parts => Paper.needed(parts, true)", [list(one) for one in parts])
    assert [(one["paper"], one["sheets"], one["cards"]) for one in there] == [("A4", 6, 0), ("A6", 12, 28)]


@pytest.mark.parametrize("case", TABLE["jobs"], ids=[str(case["parts"]) for case in TABLE["jobs"]])
def test_how_each_paper_is_printed(browser: Logic, case: dict[str, Any]):
    parts, one_side, within = case["parts"], case.get("one_side", False), case.get("within", {})
    spans = {name: tuple(span) for name, span in within.items()}
    jobs = [list(job) for job in paper.jobs([tuple(part) for part in parts], one_side=one_side, within=spans)]
    assert [how for _, how in jobs] == case["how"]
    assert browser.evaluate("asked => Paper.jobs(...asked)", [parts, one_side, within]) == jobs


@pytest.mark.parametrize("case", TABLE["spans"], ids=[str(case["pages"]) for case in TABLE["spans"]])
def test_where_each_paper_lies_in_a_file(browser: Logic, case: dict[str, Any]):
    assert {name: list(span) for name, span in paper.spans(case["pages"]).items()} == case["spans"]
    assert browser.evaluate("pages => Paper.spans(pages)", case["pages"]) == case["spans"]


@pytest.mark.parametrize("case", TABLE["laid"], ids=[str(case["parts"]) for case in TABLE["laid"]])
def test_what_lies_where_on_a_sheet(browser: Logic, case: dict[str, Any]):
    parts, one_side = [tuple(part) for part in case["parts"]], case.get("one_side", False)
    pages = [
        [list(place) if place else None for place in page]
        for page in paper.laid(parts, case["across"], case["down"], one_side=one_side)
    ]
    assert pages == case["pages"]
    asked = [case["parts"], case["across"], case["down"], one_side]
    assert browser.evaluate("asked => Paper.laid(...asked)", asked) == pages


def test_a_page_says_its_paper():
    assert [paper.named(*size) for size in ((595.3, 841.9), (841.9, 595.3), (841.9, 1190.6), (297.6, 419.5))] == [
        "A4",
        "A4",
        "A3",
        "A6",
    ]
