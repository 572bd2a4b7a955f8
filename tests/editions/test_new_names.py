"""Pieces of a base that get another name: what an edition says of them follows, and it is told."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import KLEIN
from handboek.authoring import rename
from handboek.document import Document
from handboek.edition import merge
from handboek.handbook import assemble
from handboek.load import read, with_file
from handboek.parse import parse

SAID = parse("editie.yml", b"naam: Proef\norganisatie: Proef\n")
STEP = "phases/1-kijken/steps/rondje-lopen.yml"
ROLE = "phases/roles/buurvrouw.yml"
LINK = "Leg het [lijstje](/werkbladen/lijstje/) klaar."


@pytest.fixture(scope="module")
def old() -> dict[str, Document]:
    there = read(KLEIN)
    text = there[STEP].text.replace("Trek je jas aan.", f'"{LINK}"')
    return with_file(there, STEP, text.encode())


@pytest.fixture(scope="module")
def new(old: dict[str, Document]) -> dict[str, Document]:
    """The same with a worksheet under another name, as `handboek rename` leaves it."""
    book = assemble(old)
    change = rename.changes(book, book.pieces["worksheet", "lijstje"], "vinklijst")
    made = {path: document for path, document in old.items() if path not in change.moved}
    for path, text in change.texts.items():
        made = with_file(made, path, text.encode())
    return made


def test_a_piece_of_its_own_says_the_new_name(old: dict[str, Document], new: dict[str, Document]):
    path = STEP.replace("rondje-lopen", "rondje-van-ons")
    said = old[STEP].text.replace("Lopen en kijken", "/werkbladen/lijstje-oud/ blijft lijstje")
    merged = merge.merged(old, new, {path: parse(path, said.encode())}, SAID)
    was, now = (parse(path, text.encode()).data for text in (said, merged.texts[path]))
    assert now == {
        **was,
        "preparation": [LINK.replace("/lijstje/", "/vinklijst/")],
        "worksheets": ["vinklijst", "tabelletje"],
    }
    assert [(there, one.old, one.new) for there, one in merged.followed] == [
        (path, "werkbladen/lijstje", "werkbladen/vinklijst")
    ]


@pytest.mark.parametrize(
    ("path", "row", "now"),
    [
        (STEP, {"veld": "worksheets", "was": "lijstje", "erna": "[van-ons]"}, {"was": "vinklijst", "erna": ["van-ons"]}),
        (STEP, {"veld": "worksheets", "was": "tabelletje", "wordt": "lijstje"}, {"was": "tabelletje", "wordt": "vinklijst"}),
        (STEP, {"veld": "title", "was": "Loop een rondje", "wordt": "lijstje"}, {"wordt": "lijstje"}),
        (STEP, {"veld": "preparation", "was": f"'{LINK}'", "wordt": f"'Eerst. {LINK}'"},
         {"was": LINK.replace("lijstje/", "vinklijst/"), "wordt": f"Eerst. {LINK.replace('lijstje/', 'vinklijst/')}"}),
        (ROLE, {"veld": "tools", "was": "werkbladen/lijstje", "weg": "ja"}, {"was": "werkbladen/vinklijst"}),
    ],
)  # fmt: skip
def test_a_change_follows_and_another_name_alone_is_no_clash(
    path: str, row: dict[str, str], now: dict[str, Any], old: dict[str, Document], new: dict[str, Document]
):
    text = "verandert:\n  - " + "\n    ".join(f"{name}: {value}" for name, value in row.items()) + "\n"
    merged = merge.merged(old, new, {path: parse(path, text.encode())}, SAID)
    assert not merged.of("botst", "los", "kan niet"), merged.told
    (there,) = parse(path, merged.texts[path].encode()).data["verandert"]
    assert {name: there.get(name) for name in now} == now


@pytest.mark.parametrize(
    ("key", "renamed", "left", "now"),
    [
        (("phase", "kijken"), "zien", "fasen: [doen, kijken]", {"fasen": ["doen", "zien"]}),
        (("phase", "kijken"), "zien", "fasen: kijken", {"fasen": "zien"}),
        (("worksheet", "lijstje"), "vinklijst", "stukken: [werkbladen/lijstje]", {"stukken": ["werkbladen/vinklijst"]}),
    ],
)
def test_what_is_left_out_stays_left_out_under_its_new_name(
    key: tuple[str, str], renamed: str, left: str, now: dict[str, Any], old: dict[str, Document]
):
    book = assemble(old)
    change = rename.changes(book, book.pieces[key], renamed)
    new = {change.moved.get(path, path): document for path, document in old.items()}
    for path, text in change.texts.items():
        new = with_file(new, path, text.encode())
    said = parse("editie.yml", f"{SAID.text}weg:\n  {left}\n".encode())
    settings = merge.merged(old, new, {}, said).settings
    assert parse("editie.yml", settings.encode()).data["weg"] == now


def test_a_base_that_keeps_the_old_link_is_no_clash(old: dict[str, Document], new: dict[str, Document]):
    kept = with_file(new, STEP, new[STEP].text.replace("/werkbladen/vinklijst/", "/werkbladen/lijstje/").encode())
    text = f"verandert:\n  - veld: preparation\n    was: '{LINK}'\n    wordt: Leg alles klaar.\n"
    merged = merge.merged(old, kept, {STEP: parse(STEP, text.encode())}, SAID)
    assert not merged.of("botst", "los", "kan niet")
