"""Everything that goes to a resident stands in every language, with each blank and each number of the Dutch."""

from __future__ import annotations

from typing import Any

import pytest

from handboek.checks.rules import translation
from handboek.handbook import Handbook, Piece, assemble
from handboek.load import with_file
from handboek.translations import matched, units

LANGUAGES = {"en", "tr", "ar", "pl", "uk", "ti"}
CARDS = ("praatkaart", "afsprakenblad", "taalkaart")


def wanted(handbook: Handbook) -> list[Piece]:
    """What a resident reads or keeps: each letter, the page for residents, and the cards and the sheet for the door."""
    pages, cards = handbook.some("page", ("voor-bewoners",)), handbook.some("worksheet", CARDS)
    return [*handbook.of("message"), *pages, *cards]


def test_the_handbook_has_these_languages(handbook: Handbook):
    assert {one.slug for one in handbook.of("language")} == LANGUAGES
    assert {one.slug for one in handbook.of("language") if one.data.direction == "rtl"} == {"ar"}


def test_each_piece_stands_in_each_language(handbook: Handbook):
    there = {(one.data.of, one.data.language) for one in handbook.of("translation")}
    pieces = {piece.address.strip("/") for piece in wanted(handbook)}
    assert len(pieces) == len(handbook.of("message")) + 1 + len(CARDS)
    assert there == {(of, language) for of in pieces for language in LANGUAGES}


def test_each_text_of_it_is_there(handbook: Handbook):
    lacking = [
        (one.path, match.unit.at)
        for one in handbook.of("translation")
        for match in matched(one.of, one.data)  # type: ignore[arg-type]
        if match.given is None
    ]
    assert lacking == []


def test_each_has_the_blanks_and_numbers_of_the_dutch(handbook: Handbook):
    assert [(found.path, found.line, found.text) for found in translation.check(handbook)] == []


def body_of(piece: Piece) -> Any:
    return [unit for unit in units(piece.entry) if unit.field == "body" and "{" not in unit.text]


@pytest.mark.parametrize("nth", [0, 7])
def test_a_changed_sentence_makes_exactly_its_translations_stale(handbook: Handbook, nth: int):
    piece = handbook.of("message")[nth]
    unit = body_of(piece)[-2]
    path = piece.path
    line = next(line for line in piece.entry.document.lines if line.strip() and line.strip() in unit.text)
    text = piece.entry.document.text.replace(line, f"{line} Nog een zin.", 1)
    later = assemble(with_file(handbook.documents, path, text.encode()))
    stale = [
        (one.data.of, one.data.language, match.unit.at)
        for one in later.of("translation")
        for match in matched(one.of, one.data)  # type: ignore[arg-type]
        if match.stale
    ]
    before = {
        (one.data.of, one.data.language, match.unit.at)
        for one in handbook.of("translation")
        for match in matched(one.of, one.data)  # type: ignore[arg-type]
        if match.stale
    }
    of = piece.address.strip("/")
    assert sorted(set(stale) - before) == sorted((of, language, unit.at) for language in LANGUAGES)


def test_nobody_has_read_them_yet_and_so_nothing_is_handed_on(handbook: Handbook):
    states = {one.key: one.data.state for one in handbook.of("translation")}
    offered = {one.key for one in handbook.offered.of("translation")}
    assert offered == {key for key, state in states.items() if state != "concept"}
