"""The self-scan: what answers add up to, what to work on first, and the table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest

from scripts import Logic, logic

CRITERIA = [
    {"key": "a", "phase": "Kijken", "moments": ["voor"], "statement": 'Zegt "ja"; en meer'},
    {"key": "b", "phase": "Kijken", "moments": ["voor", "na"], "statement": "B"},
    {"key": "c", "phase": "Doen", "moments": ["tijdens"], "statement": "C"},
    {"key": "d", "phase": "Doen", "moments": ["voor"], "statement": "D"},
]
SCAN = {"voor": {"a": "deels", "b": "nee", "d": "onzin", "weg": "ja"}, "na": {"b": "ja"}}


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic("lib/tables.js", "logic/scan.js") as page:
        yield page


def test_each_phase_adds_up_for_one_moment(page: Logic):
    found = page.evaluate("([all, scan]) => [...Scan.totals(all, scan, 'voor')]", [CRITERIA, SCAN])
    none = {"ja": 0, "deels": 0, "nee": 0, "onbekend": 0, "open": 0}
    assert found == [
        ["Kijken", {**none, "deels": 1, "nee": 1, "all": 2}],
        ["Doen", {**none, "open": 1, "all": 1}],
    ]
    assert page.evaluate("total => Scan.inWords(total)", found[0][1]) == "1 deels, 1 nee"


def test_what_is_not_so_comes_first(page: Logic):
    found = page.evaluate(
        "([all, scan]) => Scan.next(all, scan, 'voor').map(one => one.criterion.key)", [CRITERIA, SCAN]
    )
    assert found == ["b", "a"]
    assert page.evaluate("([all, scan]) => Scan.next(all, scan, 'na')", [CRITERIA, SCAN]) == []


def test_the_table_reads_back(page: Logic):
    text = page.evaluate("([all, scan]) => Scan.table(all, scan, ['voor', 'tijdens', 'na'])", [CRITERIA, SCAN])
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == ["fase", "criterium", "moment", "antwoord"]
    assert rows[1] == ["Kijken", 'Zegt "ja"; en meer', "voor", "deels"]
    assert [row[2] for row in rows[1:]] == ["voor", "voor", "voor", "tijdens", "na"]
