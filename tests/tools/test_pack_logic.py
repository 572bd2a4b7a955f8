"""The reader's own pack: what it may hold, how it stands in a link, and how many copies a group gets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from scripts import Logic, logic

PACK = {
    "title": "Voor maandag",
    "people": 7,
    "perGroup": 4,
    "items": [
        {"piece": "werkbladen/lijstje", "copies": 1, "per": ""},
        {"piece": "berichten/briefje", "copies": 2, "per": "persoon"},
        {"piece": "gesprekken/praatje", "copies": 1, "per": "tweetal"},
        {"piece": "draaiboeken/avond", "copies": 3, "per": ""},
        {"piece": "werkbladen/kaart/zak", "copies": 1, "per": "groep"},
    ],
}
EMPTY: dict[str, Any] = {"title": "", "people": 0, "perGroup": 4, "items": []}


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic("logic/copies.js", "logic/pack.js") as page:
        yield page


def test_a_pack_reads_back_from_its_link(page: Logic):
    link = page.evaluate("pack => Pack.toLink(pack)", PACK)
    assert link == {
        "stukken": "werkbladen/lijstje,berichten/briefje:2p,gesprekken/praatje:1t,draaiboeken/avond:3,werkbladen/kaart/zak:1g",
        "titel": "Voor maandag",
        "mensen": "7",
        "groepjes": "4",
    }
    assert page.evaluate("link => Pack.fromLink(link)", link) == PACK
    assert page.evaluate(
        "pack => Pack.toLink(pack)", {**PACK, "title": "", "people": 0, "items": PACK["items"][:2]}
    ).keys() == {"stukken"}


@pytest.mark.parametrize(("per", "copies"), [("", 2), ("persoon", 14), ("tweetal", 8), ("groep", 6)])
def test_a_group_gets_copies_by_its_size(page: Logic, per: str, copies: int):
    item = {"piece": "a", "copies": 2, "per": per}
    assert page.evaluate("item => Pack.copies(item, {people: 7, perGroup: 3})", item) == copies
    assert page.evaluate("item => Pack.copies(item, {people: 0, perGroup: 3})", item) == 2, "nobody counted yet"


@pytest.mark.parametrize("text", [None, "", "{", "[]", "3", "null", '"x"', '{"items": {}}', '{"items": [3, null, {}]}'])
def test_what_is_no_pack_is_an_empty_one(page: Logic, text: str | None):
    assert page.evaluate("text => Pack.read(text)", text) == EMPTY


def test_a_pack_holds_what_may_be_in_it(page: Logic):
    items = [
        {"piece": "a", "copies": "4", "per": "dorp"},
        {"piece": "a", "copies": 9},
        {"piece": "../b"},
        {"piece": "B"},
        {"piece": "c", "copies": 1000, "per": "persoon"},
        {"piece": "d", "copies": -1},
        *({"piece": f"e{number}"} for number in range(80)),
    ]
    found = page.evaluate("pack => Pack.clean(pack)", {"title": "x" * 90, "people": 900, "items": items})
    assert (found["title"], found["people"], len(found["items"])) == ("x" * 70, 200, page.evaluate("Pack.MOST"))
    assert found["items"][:4] == [
        {"piece": "a", "copies": 4, "per": ""},
        {"piece": "c", "copies": 99, "per": "persoon"},
        {"piece": "d", "copies": 1, "per": ""},
        {"piece": "e0", "copies": 1, "per": ""},
    ]
