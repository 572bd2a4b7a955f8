"""The languages that an edition says its people speak: the others are left out, and what somebody read goes along in a pack."""

from __future__ import annotations

from pathlib import Path

from make import edition

from conftest import KLEIN
from handboek import checks
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.model.tools import Pack
from handboek.pack import gather

PACK = """title: Voor deze straat
summary: Wat je meeneemt.
checked: 2026-11-01
purpose: Om mee te nemen.
pieces: [{piece: berichten/groet}]
"""
READ = "reviews: [{what: nagekeken, organisation: Een bureau, date: 2026-11-30, covers: [COVERS]}]\n"


def languages(book: Handbook) -> tuple[list[str], set[str]]:
    return [one.slug for one in book.of("language")], {one.data.language for one in book.of("translation")}


def read_through(root: Path, language: str) -> None:
    """Record that somebody read a translation of the base, all of it."""
    one = next(one for one in open_handbook(root).of("translation") if one.data.language == language)
    file = root / "basis" / one.path
    covers = ", ".join(f'"{text.hash}"' for text in one.data.texts)
    file.write_text(file.read_text(encoding="utf-8") + READ.replace("COVERS", covers), encoding="utf-8")


def packed(root: Path) -> list[str]:
    book = open_handbook(root).offered
    pack = next(one for one in book.of("pack") if one.slug == "taalmap")
    assert isinstance(pack.data, Pack)
    return [part.title for chapter in gather(book, pack.data) for part in chapter.parts]


def test_all_languages_stay_where_nothing_is_said(tmp_path: Path):
    assert languages(open_handbook(edition(tmp_path, KLEIN))) == (["en", "ar"], {"en", "ar"})


def test_the_others_are_left_out_with_their_translations(tmp_path: Path):
    book = open_handbook(edition(tmp_path, KLEIN, "talen: [ar]\n"))
    assert languages(book) == (["ar"], {"ar"})
    assert [found.text for found in checks.run(book) if found.severity == "error"] == []


def test_none_at_all(tmp_path: Path):
    assert languages(open_handbook(edition(tmp_path, KLEIN, "talen: []\n"))) == ([], set())


def test_a_language_that_is_not_there_is_named(tmp_path: Path):
    book = open_handbook(edition(tmp_path, KLEIN, "talen: [ar, tr]\n"))
    found = next(one for one in checks.run(book) if "geen taal `tr`" in one.text)
    assert (found.path, found.line) == ("editie.yml", 4)
    assert "ar, en" in found.help


def test_a_pack_has_what_somebody_read_in_the_languages_that_are_spoken(tmp_path: Path):
    root = edition(tmp_path, KLEIN, "talen: [ar]\n", {"eigen/tools/packs/taalmap.yml": PACK})
    assert packed(root) == ["Lees dit eerst: Groet", "Groet"]
    read_through(root, "ar")
    assert packed(root) == ["Lees dit eerst: Groet", "Groet", "Groet (Arabisch)"]
    (root / "editie.yml").write_text((root / "editie.yml").read_text(encoding="utf-8").replace("talen: [ar]\n", ""))
    assert packed(root) == ["Lees dit eerst: Groet", "Groet"]
