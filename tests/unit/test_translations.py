"""A text in another language is found by its place and its Dutch, and says how far it is."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import KLEIN
from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece, assemble
from handboek.load import with_file
from handboek.render.languages import marked
from handboek.translations import in_language, left_over, matched, said_of, translations_of

LETTER = "tools/messages/groet.yml"
ENGLISH = "tools/languages/en/groet.yml"


@pytest.fixture(scope="module")
def book() -> Handbook:
    return open_handbook(KLEIN)


def changed(book: Handbook, path: str, old: str, new: str) -> Handbook:
    text = book.documents[path].text
    assert old in text
    return assemble(with_file(book.documents, path, text.replace(old, new, 1).encode()))


def english(book: Handbook) -> tuple[Piece, Any]:
    one = book.pieces["translation", "groet-en"]
    assert one.of
    return one.of, one.data


def test_a_piece_knows_its_languages_in_their_order(book: Handbook):
    letter = book.pieces["message", "groet"]
    assert [one.data.language for one in translations_of(book, letter)] == ["en", "ar"]
    assert [one.address for one in translations_of(book, letter)] == ["berichten/groet/en/", "berichten/groet/ar/"]


def test_it_is_called_and_told_in_its_own_language(book: Handbook):
    one = book.pieces["translation", "groet-en"]
    assert (one.title, one.summary) == ("Greeting", "A card through the letter box.")


def test_a_changed_sentence_makes_stale_what_stood_for_it_and_nothing_else(book: Handbook):
    later = changed(book, LETTER, "Loop eens mee.", "Kom eens mee.")
    for slug in ("groet-en", "groet-ar"):
        one = later.pieces["translation", slug]
        assert one.of
        assert [match.unit.at for match in matched(one.of, one.data) if match.stale] == ["body.2"]


def test_a_paragraph_that_is_inserted_moves_the_others_and_lacks_alone(book: Handbook):
    later = changed(book, LETTER, "  Goedendag,\n", "  Goedendag,\n\n  Mooi weer.\n")
    there = matched(*english(later))
    assert [match.unit.at for match in there if match.given is None] == ["body.2"]
    assert not any(match.stale for match in there)
    assert {match.unit.at: match.given.at for match in there if match.given}["body.3"] == "body.2"


def test_white_space_makes_nothing_stale(book: Handbook):
    later = changed(book, LETTER, "straat. Loop", "straat.\n  Loop")
    assert not any(match.stale for match in matched(*english(later)))


def test_what_stands_for_nothing_is_left_over(book: Handbook):
    later = changed(book, LETTER, "  Goedendag,\n\n", "")
    assert [one.text for one in left_over(*english(later))] == ["Good day,"]


def test_the_piece_has_the_texts_of_the_language_in_their_places(book: Handbook):
    said = in_language(*english(book))
    assert said.data.title == "Greeting"
    assert said.data.body == "Good day,\n\nI walked down the street on {dag}. Do walk with me."
    assert marked(said.data.blanks[0].label) == 'day (<span class="in-dutch" lang="nl" dir="ltr">dag</span>)'


def test_what_is_missing_stays_in_dutch_and_what_is_stale_has_a_mark(book: Handbook):
    later = changed(book, LETTER, "Goedendag,", "Dag,")
    later = changed(later, LETTER, "Een kaartje", "Een zwaai")
    gone = "  - at: title\n    dutch: fbf46bb2\n    text: Greeting\n"
    of, data = english(changed(later, ENGLISH, gone, ""))
    said = in_language(of, data)
    assert marked(said.data.title) == '<span class="in-dutch" lang="nl" dir="ltr">Groet</span>'
    assert marked(said.data.body).startswith('Good day,<sup class="text-mark">*</sup>\n')
    assert said_of(of, data) == ("missing", "stale")


def test_a_mark_stands_inside_what_is_bold_and_never_in_an_attribute(book: Handbook):
    later = changed(book, ENGLISH, "text: Good day,", "text: '**Good day**'\n    legal: true")
    assert in_language(*english(later)).data.body.startswith("**Good day\ue013**\n")
    assert marked('<a title="day\ue013">day\ue013</a>') == '<a title="day">day<sup class="text-mark">§</sup></a>'


def test_it_is_as_far_as_the_text_that_is_least_far(book: Handbook):
    _, data = english(book)
    hashes = [one.hash for one in data.texts]
    assert data.state == "concept"
    for covers, second, state in (
        (hashes, [], "nagekeken"),
        (hashes[1:], [], "concept"),
        (hashes, hashes[:1], "nagekeken"),
        (hashes, hashes, "getoetst"),
    ):
        rows = [("nagekeken", covers), ("getoetst", second)]
        reviews = "".join(
            f"  - {{what: {what}, organisation: Buurthuis, date: 2026-11-02, covers: {which}}}\n"
            for what, which in rows
            if which
        )
        later = assemble(
            with_file(book.documents, ENGLISH, f"{book.documents[ENGLISH].text}reviews:\n{reviews}".encode())
        )
        assert later.findings == ()
        one = later.pieces["translation", "groet-en"]
        assert (one.data.state, one.unreviewed) == (state, state == "concept")
        assert (one.key in later.offered.pieces) == (state != "concept")


def test_who_changes_a_text_that_was_read_makes_it_a_concept_again(book: Handbook):
    _, data = english(book)
    covers = [one.hash for one in data.texts]
    reviews = f"reviews: [{{what: nagekeken, organisation: Buurthuis, date: 2026-11-02, covers: {covers}}}]\n"
    text = f"{book.documents[ENGLISH].text}{reviews}"
    read = assemble(with_file(book.documents, ENGLISH, text.encode()))
    of, data = english(changed(read, ENGLISH, "Do walk with me.", "Walk with me."))
    assert data.state == "concept"
    assert said_of(of, data) == ("concept",)


def test_a_letter_that_is_withdrawn_takes_its_languages_along(book: Handbook):
    text = book.documents[LETTER].text + "withdrawn: {date: 2026-11-02, reason: De groet klopt niet.}\n"
    later = assemble(with_file(book.documents, LETTER, text.encode()))
    assert later.pieces["translation", "groet-ar"].withdrawn
