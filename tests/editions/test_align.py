"""Which point of an old text is which of the new one."""

from __future__ import annotations

import pytest

from handboek.edition.align import Aligned, align
from handboek.edition.places import addresses, moved, moved_addresses
from handboek.edition.units import BODY, PARAGRAPH, name_of
from handboek.parse import parse

PATH = "tools/guides/praatje.yml"


def points(old: str, new: str) -> tuple[dict[int, int], Aligned]:
    """The points of two lists in pairs, each list written in flow."""
    found = align(parse(PATH, f"steps: {old}\n".encode()), parse(PATH, f"steps: {new}\n".encode()))
    return {loc[-1]: way[-1] for loc, way in found.ways.items() if len(loc) == 2}, found


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("[aan, bel, luister]", "[luister, aan, bel]", {0: 1, 1: 2, 2: 0}),
        ("[{id: een, text: Bel aan}]", "[{id: twee, text: Bel aan}, {id: een, text: Luister goed}]", {0: 1}),
        ("[{id: een, text: Bel}, {id: een, text: Zwijg}]", "[{id: een, text: Xxxxxx}]", {}),
        ("[abcd]", "[wxyz, abzz]", {0: 1}),
        ("[abcd]", "[wxyz, azzz]", {}),
        ("[abcdef, abcdzz]", "[abcdez, q, r]", {0: 0}),
        ("[een, qqqq, twee]", "[een, zzzz, twee]", {0: 0, 1: 1, 2: 2}),
        ("[een, qqqq, twee]", "[een, zzzz, yyyy, twee]", {0: 0, 2: 3}),
        ("[qqqq, een]", "[een, zzzz]", {1: 0}),
        ("[een, qqqq]", "[een, zzzz]", {0: 0, 1: 1}),
        ("[]", "[een]", {}),
        ("[een]", "[]", {}),
    ],
    ids=[
        "what is the same goes first, wherever it stands",
        "the id goes before what is alike",
        "an id that two points have says nothing",
        "half the same is alike",
        "less than half is not",
        "of two that are alike the most alike goes, and the other not with it",
        "what is left goes by its place",
        "more came than went: nobody says which",
        "not past a point that was paired",
        "the last by its place",
        "from nothing",
        "to nothing",
    ],
)
def test_a_point_is_paired(old: str, new: str, pairs: dict[int, int]):
    assert points(old, new)[0] == pairs


@pytest.mark.parametrize(
    ("old", "new", "doubtful"),
    [
        ("[bel, bel]", "[bel]", {0, 1}),
        ("[bel, bel]", "[bel, bel, bel]", {0, 1}),
        ("[bel, bel]", "[bel, bel]", set()),
        ("[bel]", "[bel, bel]", set()),
        ("[bel, bel]", "[zwijg]", set()),
    ],
)
def test_equal_points_are_in_doubt_where_their_number_changed(old: str, new: str, doubtful: set[int]):
    assert points(old, new)[1].doubtful == {("steps", index) for index in doubtful}


def test_only_what_was_paired_by_its_place_is_guessed_and_is_told_by_its_new_place():
    assert points("[qqqq, een]", "[een, zzzz]")[1].guessed == set()
    assert points("[een, qqqq, twee]", "[nieuw, een, zzzz, twee]")[1].guessed == {("steps", 2)}


def test_a_text_that_gets_a_source_or_loses_it_is_the_same_text():
    bare, sourced = parse(PATH, b"goal: Bel aan\n"), parse(PATH, b"goal: {text: Bel aan, source: bron}\n")
    assert align(bare, sourced).ways["goal",] == ("goal", "text")
    assert align(sourced, bare).ways["goal", "text"] == ("goal",)


def test_paragraphs_are_paired_in_the_text_and_in_the_fields_that_hold_them():
    old, new = (
        parse("docs/lessen/groet.md", f"---\nmore: {said}\n---\n{below}".encode())
        for said, below in (('"Een.\\n\\nTwee."', "Aan.\n\nBel.\n"), ('"Twee.\\n\\nEen."', "Bel.\n\nAan.\n"))
    )
    ways = align(old, new, frozenset({"more"})).ways
    assert ways[BODY, PARAGRAPH, 0] == (BODY, PARAGRAPH, 1)
    assert ways["more", PARAGRAPH, 0] == ("more", PARAGRAPH, 1)
    assert ("more", PARAGRAPH, 0) not in align(old, new).ways


@pytest.mark.parametrize(
    ("point", "named"),
    [
        ({"note": "Let op", "title": "Bel", "text": "Luister"}, ("text", "Luister")),
        ({"id": "een", "note": "Let op"}, ("note", "Let op")),
        ({"id": "een"}, ("id", "een")),
        ({"text": " ", "note": "Let op"}, ("note", "Let op")),
        ({"minutes": 5}, None),
    ],
)
def test_a_point_is_called_by_what_people_call_it(point: dict[str, object], named: tuple[str, str] | None):
    assert name_of(point) == named


def redirects(*rows: tuple[str, str]) -> dict:
    text = "redirects:\n" + "".join(f"  - {{from: {one}, to: {other}}}\n" for one, other in rows)
    return {"phases/redirects.yml": parse("phases/redirects.yml", text.encode())}


def test_a_chain_of_redirects_is_followed_to_its_end_and_a_ring_is_left():
    assert moved({}, redirects(("c", "d"), ("a", "b"), ("b", "c"))) == {"a": "d", "b": "d", "c": "d"}
    assert list(moved({}, redirects(("c", "d"), ("a", "b")))) == ["a", "c"]
    assert moved({}, redirects(("a", "b"), ("b", "a"))) == {"a": "a", "b": "b"}
    assert moved(redirects(("a", "b")), redirects(("a", "b"), ("b", "c"))) == {"b": "c"}


def test_a_piece_is_followed_to_where_it_stands_now():
    def guide(name: str) -> dict:
        path = f"tools/guides/{name}.yml"
        return {path: parse(path, b"title: Praatje\n")}

    (old,), (new,) = addresses(guide("oud")), addresses(guide("nieuw"))
    middle = old.replace("oud", "midden")
    assert moved_addresses(guide("oud"), guide("nieuw") | redirects((old, middle), (middle, new))) == {old: new}
    assert moved_addresses(guide("oud"), guide("nieuw") | redirects((old, middle))) == {}
    assert moved_addresses(guide("oud"), guide("oud") | redirects((old, new))) == {}
    assert moved_addresses(guide("oud"), redirects((old, middle), (middle, old))) == {}
