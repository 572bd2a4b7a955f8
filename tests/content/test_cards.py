"""What is held up or given at a door: short sentences, pictures that say what they are, each language complete."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from conftest import ROOT
from handboek.handbook import Handbook, Piece
from handboek.model.addressed import Picture, PointingSheet
from handboek.model.text import BLANK, Words
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets.sheet import html, sheets_of
from handboek.translations import tongues, translations_of

DRAWINGS = ROOT / "overrides" / "print" / "drawings"
SAID = ("i_speak", "who", "calm", "wait", "call", "back")
MOST_WORDS = 15


def card(handbook: Handbook, slug: str) -> Piece:
    found = handbook.get("worksheet", slug)
    assert found
    return found


def drawn(piece: Piece, handbook: Handbook) -> str:
    return str(html(next(sheets_of(piece)), Renderer(handbook, ROOT / "overrides"), Project(ROOT, "https://h.test/")))


@pytest.mark.parametrize("slug", ["praatkaart", "taalkaart", "afsprakenblad"])
def test_no_sentence_is_longer_than_fifteen_words(handbook: Handbook, slug: str):
    piece = card(handbook, slug)
    said = [leaf.value for leaf in piece.leaves() if leaf.loc[0] == "sheet" and isinstance(leaf.marker, Words)]
    for one in translations_of(handbook, piece):
        said += [text.text for text in one.data.texts if text.at.startswith("sheet.")]
    for text in said:
        for sentence in re.split(r"(?<=[.?።؟])\s+", text):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_eight_subjects_each_with_a_picture_of_its_own(handbook: Handbook):
    sheet = card(handbook, "praatkaart").data.sheet
    assert isinstance(sheet, PointingSheet)
    pictures = [one.picture for one in (*sheet.subjects, *sheet.answers)]
    assert len(sheet.subjects) == 8
    assert len(set(pictures)) == len(pictures)
    assert {one.id for one in sheet.answers} == {"ja", "nee", "misschien", "tolk", "later"}


def test_each_picture_is_there_says_what_it_is_and_is_ours(handbook: Handbook):
    paper = drawn(card(handbook, "praatkaart"), handbook)
    alternatives = dict(re.findall(r'<img src="drawings/wijs-(\w+)\.svg" alt="([^"]+)"', paper))
    assert set(alternatives) == set(get_args(Picture))
    assert len(set(alternatives.values())) == len(alternatives)
    assert "eigen tekeningen, CC BY 4.0" in paper
    assert {path.stem.removeprefix("wijs-") for path in DRAWINGS.glob("wijs-*.svg")} == set(get_args(Picture))


@pytest.mark.parametrize("path", sorted(DRAWINGS.glob("wijs-*.svg")), ids=lambda path: path.stem)
def test_a_picture_is_black_on_white(path: Path):
    """Nothing in it is told by colour, and no line is so thin that a copier loses it."""
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9a-fA-F]{3,6}", text)) <= {"#000", "#fff"}
    assert min(map(float, re.findall(r'stroke-width="([\d.]+)"', text))) >= 1.5


def test_each_language_says_the_same(handbook: Handbook):
    dutch, *others = tongues(handbook, card(handbook, "taalkaart"))
    assert [one.language.id for one in others] == [one.slug for one in handbook.of("language")]
    for one in others:
        for name in SAID:
            theirs, ours = getattr(one.sheet, name), getattr(dutch.sheet, name)
            assert theirs != ours, (one.language.id, name)
            assert sorted(BLANK.findall(theirs)) == sorted(BLANK.findall(ours))


def test_a_language_that_nobody_looked_at_is_called_a_concept_on_paper_and_page(handbook: Handbook):
    piece = card(handbook, "taalkaart")
    rows = tongues(handbook, piece)
    paper, page = drawn(piece, handbook), str(Renderer(handbook, ROOT / "overrides").body(piece).html)
    unread = [row for row in rows if row.state == "concept"]
    assert [row.language.id for row in rows if not row.state] == ["nl"]
    assert paper.count('<span class="draft">concept</span>') == page.count(", concept)") == len(unread)
    assert "nog niet nagekeken door iemand die de taal spreekt" in paper
    for row in rows:
        marked = f'lang="{row.language.id}" dir="{row.language.direction}"'
        assert marked in paper
        assert marked in page


def test_the_card_of_one_language_has_that_and_the_dutch(handbook: Handbook):
    one = next(one for one in translations_of(handbook, card(handbook, "taalkaart")) if one.language.id == "tr")
    paper = drawn(one, handbook)
    assert re.findall(r'class="tongue-own" lang="(\w+)"', paper) == ["nl", "tr"]
    assert "Türkçe konuşuyorum." in paper


def test_a_blank_is_a_line_on_paper_and_never_its_name(handbook: Handbook):
    for slug in ("praatkaart", "taalkaart"):
        piece = card(handbook, slug)
        paper, page = drawn(piece, handbook), str(Renderer(handbook, ROOT / "overrides").body(piece).html)
        blanks = sum(len(BLANK.findall(leaf.value)) for leaf in piece.leaves())
        blanks *= len(tongues(handbook, piece)) if slug == "taalkaart" else 1
        assert blanks
        assert paper.count('<span class="gap">') == page.count('<span class="gap">') == blanks
        assert "{dag}" not in paper + page


def test_who_meets_another_language_is_led_to_the_card(handbook: Handbook):
    situation = handbook.get("situation", "taal")
    assert situation
    assert "werkbladen/taalkaart" in situation.data.at
    step = handbook.get("step", "deur-tot-deur")
    assert step
    assert {"taalkaart", "praatkaart"} <= set(step.data.worksheets)
    talk = handbook.get("step", "open-gesprek")
    assert talk
    assert "afsprakenblad" in talk.data.worksheets
