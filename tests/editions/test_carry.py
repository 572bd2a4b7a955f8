"""Single changes of an edition, carried over a small change of the base: what random rewriting found once."""

from __future__ import annotations

from typing import Any

import pytest

from handboek.blocks import blocks
from handboek.edition import entries, merge
from handboek.edition.read import applied
from handboek.parse import parse
from handboek.patched import Patched

SAID = parse("editie.yml", b"naam: Proef\norganisatie: Proef\n")
LESSON = "docs/lessen/proef.md"
POINTS = "phases/er-is-iets.yml"


def updated(path: str, old: str, new: str, text: str) -> tuple[str, list[dict[str, Any]]]:
    """The text of a file of changes after an update, and the changes in it."""
    before, after, own = (parse(path, one.encode()) for one in (old, new, text))
    said = merge.merged({path: before}, {path: after}, {path: own}, SAID).texts.get(path, "")
    return said, parse(path, said.encode()).data.get("verandert", [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Een.\n\nTwee.\n\nDrie.\n", "Een.\n\nVan ons.\n\nDrie.\n"),
        ("- Een.\n- Twee.\n- Drie.\n", "- Een.\n- Van ons.\n- Drie.\n"),
    ],
)
@pytest.mark.parametrize("side", ["ervoor", "erna"])
def test_a_paragraph_goes_and_another_comes_beside_it(body: str, expected: str, side: str):
    listed = "- " if body.startswith("-") else ""
    base = parse(LESSON, f"---\ntitle: Proef\n---\n\n{body}".encode())
    rows = [
        {"veld": "tekst", "was": f"{listed}Twee.", "weg": "ja"},
        {"veld": "tekst", "was": f"{listed}Twee.", side: [f"{listed}Van ons."]},
    ]
    edits, _, findings = applied(base, parse(LESSON, entries.whole(LESSON, rows).encode()), {LESSON: base})
    assert not findings
    assert Patched.of(LESSON, base.text).with_(edits).text.endswith(f"\n\n{expected}")


def test_an_equal_text_elsewhere_is_no_place_that_came_back():
    one, other = "- avoid:\n  - Beloof niets.\n  - Wacht niet.\n", "- avoid:\n  - Beloof niets.\n  - Ga niet weg.\n"
    old = f"situations:\n{one}{other}"
    new = old.replace("  - Beloof niets.\n", "", 1)
    row = {"veld": "situations.avoid", "was": "Beloof niets.", "nummer": "1", "wordt": "Van ons.", "bron": "blijft"}
    text, rows = updated(POINTS, old, new, entries.whole(POINTS, [row]))
    assert rows[0]["nu"] == ""
    assert updated(POINTS, new, new, text)[0] == text
    text, rows = updated(POINTS, new.replace("Beloof niets.", "Beloof maar."), new, text)
    assert "nu" not in rows[0], "a text that the base took back stands there again"


def test_a_text_beside_one_that_is_gone_is_asked_about():
    old, new = (
        f"situations:\n- avoid:\n  - Wacht niet.\n  - {one}\n  - Ga niet weg.\n"
        for one in ("Beloof niets.", "Zoek een tolk.")
    )
    row = {"veld": "situations.avoid", "was": "Beloof niets.", "erna": ["Van ons."]}
    _, rows = updated(POINTS, old, new, entries.whole(POINTS, [row]))
    assert rows[0]["nu"] == ""
    assert rows[0]["achter"] == "Wacht niet."


def test_no_citation_stays_where_a_clash_has_another_source():
    base = "tip:\n  text: {}\n  source: {}\n"
    old, new = base.format("Bel eerst even aan.", "sr"), base.format("Bel eerst even op.", "portaal")
    row = {"veld": "tip.text", "was": "Bel eerst even aan.", "wordt": "Van ons.", "bron": "blijft"}
    _, rows = updated(POINTS, old, new, entries.whole(POINTS, [row]))
    assert rows[0]["nu"] == "Bel eerst even op."
    assert "bron" not in rows[0]
    _, rows = updated(POINTS, old, new.replace("portaal", "sr"), entries.whole(POINTS, [row]))
    assert rows[0]["bron"] == "blijft"


def test_two_changes_of_one_text_are_told():
    base = parse(LESSON, b"---\ntitle: Een praatje\n---\nTekst.\n")
    row = "  - {veld: title, was: Een praatje, wordt: %s}\n"
    own = parse(LESSON, f"---\nverandert:\n{row % 'Een gesprekje'}{row % 'Een babbel'}---\n".encode())
    done, told, findings = applied(base, own, {LESSON: base})
    assert (done, told) == ([], [])
    assert ["dezelfde plek" in one.text for one in findings] == [True]


LETTER = "tools/messages/proef.yml"


def letter(*paragraphs: str) -> str:
    """A letter with these paragraphs."""
    lines = "\n\n".join(paragraphs).split("\n")
    return "title: Proef\nbody: |\n" + "".join(f"  {line}".rstrip() + "\n" for line in lines)


OLD = ("Wij komen langs.", "Op dinsdag is er koffie.", "Bel ons gerust.")


@pytest.mark.parametrize(
    ("row", "new", "now"),
    [
        pytest.param({"was": OLD[1], "wordt": "X."}, ("Nieuw.", *OLD), None, id="one comes before"),
        pytest.param({"was": OLD[1], "wordt": "X."}, (*OLD[1:], OLD[0]), None, id="another moves"),
        pytest.param({"was": OLD[1], "wordt": "X."}, (OLD[1],), None, id="alone left"),
        pytest.param({"was": OLD[1], "wordt": "X."}, (OLD[0], "Op dinsdag is er thee.", OLD[2]), "Op dinsdag is er thee.", id="other words"),
        pytest.param({"was": OLD[1], "wordt": "X."}, (OLD[0], OLD[2]), "", id="gone"),
        pytest.param({"was": OLD[1], "erna": ["X."]}, (OLD[0], "Zie de lijst in de hal.", OLD[2]), "", id="beside one that is gone"),
        pytest.param({"was": OLD[1], "weg": "ja"}, (OLD[0], "Zie de lijst in de hal.", OLD[2]), "Zie de lijst in de hal.", id="left out, rewritten"),
        pytest.param({"was": OLD[1], "weg": "ja"}, (OLD[0], OLD[2], "Neem een stoel mee."), "", id="left out, another came"),
        pytest.param({"was": OLD[1], "erna": ["X."]}, (OLD[0], "Op dinsdag is er thee.", OLD[2]), None, id="beside other words"),
        pytest.param({"was": "\n\n".join(OLD), "wordt": "X."}, OLD, None, id="whole, the same"),
        pytest.param({"was": "\n\n".join(OLD), "wordt": "X."}, (*OLD, "Dag."), "\n\n".join((*OLD, "Dag.")), id="whole, another"),
        pytest.param({"was": "\n\n".join(OLD), "wordt": "X."}, OLD[:1], OLD[0], id="whole, one left"),
    ],
)  # fmt: skip
def test_a_paragraph_of_a_letter_goes_along_or_clashes(row: dict[str, Any], new: tuple[str, ...], now: str | None):
    _, rows = updated(LETTER, letter(*OLD), letter(*new), entries.whole(LETTER, [{"veld": "body", **row}]))
    assert [one.get("nu") for one in rows] == [now]


def test_what_both_left_out_is_no_change_any_more():
    row = {"veld": "body", "was": OLD[1], "weg": "ja"}
    assert updated(LETTER, letter(*OLD), letter(OLD[0], OLD[2]), entries.whole(LETTER, [row]))[1] == []


@pytest.mark.parametrize(
    "left",
    ["title: Proef\n", "preparation: []\n", "preparation:\n- Een lijst die niemand bijhoudt.\n- Twee andere dingen.\n"],
)
def test_a_point_whose_neighbours_are_gone_too_comes_first_in_its_list(left: str):
    row = {"veld": "preparation", "was": "Vraag je jurist.", "wordt": "Van ons."}
    path = "phases/4-renoveren/steps/proef.yml"
    _, rows = updated(path, "preparation:\n- Vraag je jurist.\n", left, entries.whole(path, [row]))
    assert (rows[0]["nu"], rows[0]["achter"]) == ("", "")


def test_a_paragraph_whose_neighbours_are_gone_too_has_no_place():
    row = {"veld": "body", "was": OLD[0], "wordt": "Van ons."}
    _, rows = updated(LETTER, letter(*OLD[:2]), letter("Neem een stoel mee."), entries.whole(LETTER, [row]))
    assert rows[0]["nu"] == ""
    assert "achter" not in rows[0]


def test_a_letter_of_one_paragraph_gets_another():
    row = {"veld": "body", "was": OLD[0], "erna": ["Van ons."]}
    own = parse(LETTER, entries.whole(LETTER, [row]).encode())
    base = parse(LETTER, letter(OLD[0]).encode())
    edits, _, findings = applied(base, own, {LETTER: base})
    assert not findings
    made = parse(LETTER, Patched.of(LETTER, base.text).with_(edits).text.encode())
    assert made.data["body"].strip() == f"{OLD[0]}\n\nVan ons."
    _, rows = updated(LETTER, letter(OLD[0]), letter("Nieuw.", OLD[0]), entries.whole(LETTER, [row]))
    assert "nu" not in rows[0]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"was": "- Twee.", "wordt": "Van ons."}, ["- Een.", "Van ons.", "- Drie."]),
        ({"was": "- Twee.", "wordt": "- Van ons."}, ["- Een.", "- Van ons.", "- Drie."]),
        ({"was": "- Twee.", "ervoor": ["Van ons."]}, ["- Een.", "Van ons.", "- Twee.", "- Drie."]),
        ({"was": "- Twee.", "erna": ["Van ons."]}, ["- Een.", "- Twee.", "Van ons.", "- Drie."]),
        ({"was": "- Drie.", "erna": ["30 buren."]}, ["- Een.", "- Twee.", "- Drie.", "30 buren."]),
        ({"was": "- Een.", "ervoor": ["Van ons."]}, ["Van ons.", "- Een.", "- Twee.", "- Drie."]),
    ],
)
@pytest.mark.parametrize("path", [LESSON, LETTER])
def test_words_among_the_points_of_a_list_stand_by_themselves(path: str, row: dict[str, Any], expected: list[str]):
    points = "- Een.\n- Twee.\n- Drie."
    text, name = (letter(points), "body") if path == LETTER else (f"---\ntitle: Proef\n---\n{points}\n", "tekst")
    base, own = parse(path, text.encode()), parse(path, entries.whole(path, [{"veld": name, **row}]).encode())
    edits, _, findings = applied(base, own, {path: base})
    assert not findings
    made = parse(path, Patched.of(path, text).with_(edits).text.encode())
    assert [one.text for one in blocks(made.data.get("body") or made.body)] == expected


def test_of_two_points_in_one_gap_each_stands_beside_its_own():
    base = parse(POINTS, b"situations:\n- avoid:\n  - Een.\n  - Twee.\n")
    rows = [
        {"veld": "situations.avoid", "was": "Twee.", "ervoor": ["Voor twee."]},
        {"veld": "situations.avoid", "was": "Een.", "erna": ["Na een."]},
    ]
    edits, _, findings = applied(base, parse(POINTS, entries.whole(POINTS, rows).encode()), {POINTS: base})
    assert not findings
    made = parse(POINTS, Patched.of(POINTS, base.text).with_(edits).text.encode())
    assert made.data["situations"][0]["avoid"] == ["Een.", "Na een.", "Voor twee.", "Twee."]


def test_a_clash_stands_in_the_field_that_the_base_has_now():
    """A text with a source became one without: its field has another name."""
    old = "preparation:\n- text: Vraag je jurist of iemand echt moet verhuizen.\n  source: sr\n- Neem een jas mee.\n"
    new = "preparation:\n- Een lijst die niemand bijhoudt, gelooft ook niemand.\n- Neem een jas mee.\n"
    row = {
        "veld": "preparation.text",
        "was": "Vraag je jurist of iemand echt moet verhuizen.",
        "wordt": "Van ons.",
        "bron": "geen",
    }
    path = "phases/4-renoveren/steps/proef.yml"
    _, rows = updated(path, old, new, entries.whole(path, [row]))
    assert (rows[0]["veld"], rows[0]["nu"]) == ("preparation", "Een lijst die niemand bijhoudt, gelooft ook niemand.")


def test_a_letter_with_a_paragraph_of_the_edition_has_nothing_that_the_check_refuses():
    base = parse(LETTER, letter(*OLD).encode())
    row = {"veld": "body", "was": OLD[1], "wordt": "Van ons:\n\n- \\naam\n- een\ttab\n"}
    edits, _, findings = applied(base, parse(LETTER, entries.whole(LETTER, [row]).encode()), {LETTER: base})
    assert not findings
    made = parse(LETTER, Patched.of(LETTER, base.text).with_(edits).text.encode())
    assert made.problems == ()
    assert made.data["body"].strip() == f"{OLD[0]}\n\nVan ons:\n\n- \\naam\n- een\ttab\n\n\n{OLD[2]}"
