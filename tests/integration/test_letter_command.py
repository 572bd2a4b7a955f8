"""A letter of an invented corporation, filled in on the command line: in Dutch, in another language, and in both."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pymupdf
import pytest

from conftest import ROOT, URL
from handboek.authoring import letter
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.system.arguments import WrongUse

pytestmark = pytest.mark.slow
FILLED = {
    "dag": "8-12-2026",
    "tijd": "14:00",
    "terug": "10-12-2026",
    "van": "16:00",
    "tot": "18:30",
    "naam": "Sam",
    "organisatie": "Woningstichting De Vlier",
    "telefoon": "026-123 45 67",
}


def made(handbook: Handbook, out: Path, filled: dict[str, str], **how: object) -> list[str]:
    """What stands on each side of the letter."""
    given = [f"{name}={value}" for name, value in filled.items()]
    assert letter.letter(Project(ROOT, URL), handbook, "niet-thuis", given, str(out), **how) == 0  # type: ignore[arg-type]
    with pymupdf.open(out) as document:
        return [" ".join(page.get_text().replace("\xa0", " ").split()) for page in document]


def test_a_card_in_turkish_with_the_dutch_in_front(
    handbook: Handbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    front, back = made(handbook, tmp_path / "kaart.pdf", FILLED, language="tr", both=True)
    assert "Wij stonden bij u voor de deur" in front
    assert "Kapınıza geldik" in back
    for value in FILLED.values():
        assert value in front
        assert value in back
    said = capsys.readouterr().out
    assert "Let op" not in said
    assert "Sam, Woningstichting De Vlier\n\nBu çeviri henüz kontrol edilmedi.\n\n———\n\nWij stonden bij u" in said
    assert said.strip().endswith("Groeten van Sam, Woningstichting De Vlier")


@pytest.mark.parametrize("how", [{}, {"language": "ar"}, {"language": "ti", "large": True}])
def test_a_card_in_one_language_has_what_was_given(handbook: Handbook, tmp_path: Path, how: dict[str, object]):
    (side,) = made(handbook, tmp_path / "kaart.pdf", FILLED, **how)
    for value in FILLED.values():
        assert value in side


def test_what_stays_dutch_in_another_language_is_told(
    handbook: Handbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    made(handbook, tmp_path / "kaart.pdf", {**FILLED, "dag": "die dinsdag", "tijd": "een uur of 14"}, language="tr")
    assert "in het Turks staat nog in het Nederlands: dag, tijd." in capsys.readouterr().out


def test_a_day_stands_in_the_words_of_each_language(
    handbook: Handbook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    filled = {**FILLED, "dag": "dinsdag 8 december 2026", "tijd": "14 uur"}
    front, back = made(handbook, tmp_path / "kaart.pdf", filled, language="tr", both=True)
    assert "op dinsdag 8 december 2026, om 14 uur" in front
    assert "8 Aralık 2026 Salı, 14:00" in back
    said = capsys.readouterr().out
    theirs, dutch = said.partition("Kort, voor WhatsApp")[2].split("———")
    assert "8 Aralık 2026 Salı, 14:00" in theirs
    assert "op dinsdag 8 december 2026, om 14 uur" in dutch


def test_dutch_in_front_asks_for_another_language(handbook: Handbook, tmp_path: Path):
    with pytest.raises(WrongUse, match="--taal"):
        made(handbook, tmp_path / "kaart.pdf", FILLED, both=True)


def test_the_ending_of_a_name_says_what_it_becomes():
    assert letter.as_word("naam.DOCX", None)
    assert not letter.as_word("naam.pdf", None)
    assert not letter.as_word("", None)
    assert letter.as_word("", "word")
    for out, kind in (("naam.docx", "pdf"), ("naam.pdf", "word"), ("naam.doc", None), ("naam", "word")):
        with pytest.raises(WrongUse, match=r"eindigen op \.(pdf|docx)"):
            letter.as_word(out, kind)


def test_a_letter_for_word_says_who_sends_it_and_when(handbook: Handbook, tmp_path: Path):
    piece = next(one for one in handbook.of("message") if one.data.size == "A4" and any(b.own for b in one.data.blanks))
    given = {blank.id: f"{blank.id} hier" for blank in piece.data.blanks} | {"datum": "3 mei", "kenmerk": "K-7"}
    out = tmp_path / "brief.docx"
    said = [f"{name}={value}" for name, value in given.items()]
    assert letter.letter(Project(ROOT, URL), handbook, piece.slug, said, str(out), word=True) == 0
    with zipfile.ZipFile(out) as file:
        text = re.sub(r"<[^>]+>", "", file.read("word/document.xml").decode()).replace("\xa0", " ")
    assert "3 mei" in text
    assert "K-7" in text
    own = {blank.own for blank in piece.data.blanks}
    assert "organisatie" not in own or "[Naam van de afzender]" not in text
    assert "team-nummer" not in own or "[Telefoonnummer van de afzender]" not in text


def test_a_card_for_word_in_two_languages_has_what_was_given_in_both(handbook: Handbook, tmp_path: Path):
    given = [f"{name}={value}" for name, value in {**FILLED, "dag": "dinsdag 8 december 2026"}.items()]
    out, how = tmp_path / "kaart.docx", {"language": "tr", "both": True, "word": True}
    assert letter.letter(Project(ROOT, URL), handbook, "niet-thuis", given, str(out), **how) == 0  # type: ignore[arg-type]
    with zipfile.ZipFile(out) as file:
        xml = file.read("word/document.xml").decode().replace("<w:noBreakHyphen/>", "-")
    dutch, theirs = re.sub(r"<[^>]+>", "", xml).replace("\xa0", " ").split("Kapınıza geldik")
    assert "Wij stonden bij u voor de deur" in dutch
    assert "dinsdag 8 december 2026" in dutch
    assert "8 Aralık 2026 Salı" in theirs
    for name in ("terug", "naam", "organisatie", "telefoon"):
        assert FILLED[name] in theirs
        assert FILLED[name] in dutch


@pytest.mark.parametrize("name", ["kaart.pdf", "kaart.docx"])
def test_a_sign_that_nobody_sees_falls_out_of_what_is_given(handbook: Handbook, tmp_path: Path, name: str):
    given = [f"{blank}={value}\x0b\x01" for blank, value in FILLED.items()]
    assert letter.letter(Project(ROOT, URL), handbook, "niet-thuis", given, str(tmp_path / name)) == 0
