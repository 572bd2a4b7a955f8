"""Words of an edition and texts in other languages: a translation stands for what the base said, and may have a word of its own."""

from __future__ import annotations

from pathlib import Path

from make import edition

from conftest import KLEIN, ROOT
from handboek import checks
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.translations import in_language, matched

STREET = "woorden:\n  - {van: straat, naar: wijk}\n"


def english(book: Handbook) -> list[str]:
    """The texts of the English greeting of which the Dutch is another by now."""
    one = book.pieces["translation", "groet-en"]
    assert one.of
    return [match.unit.at for match in matched(one.of, one.data) if match.stale or match.given is None]


def test_a_replaced_word_makes_no_translation_stale(tmp_path: Path):
    book = open_handbook(edition(tmp_path, KLEIN, STREET))
    assert "door de wijk" in book.pieces["message", "groet"].data.body
    assert english(book) == []
    assert [one.code for one in checks.run(book) if "vertaling" in one.code] == []


def test_a_change_of_the_edition_itself_does(tmp_path: Path):
    change = "verandert:\n  - {veld: body, was: 'Ik liep {dag} door de straat. Loop eens mee.', wordt: 'Kom {dag} door de straat.'}\n"
    book = open_handbook(edition(tmp_path, KLEIN, STREET, {"eigen/tools/messages/groet.yml": change}))
    assert english(book) == ["body.2"]


SPOKEN = """woorden:
  - van: straat
    naar: wijk
    vertaald:
      - {taal: en, van: street, naar: quarter}
      - {taal: ar, van: الشارع, naar: الحي}
"""


def said(book: Handbook, slug: str) -> str:
    one = book.pieces["translation", slug]
    assert one.of
    return str(in_language(one.of, one.data).data.body)


def test_a_replaced_word_has_its_own_in_another_language(tmp_path: Path):
    book = open_handbook(edition(tmp_path, KLEIN, SPOKEN))
    assert "I walked down the quarter on {dag}." in said(book, "groet-en")
    assert "الحي" in said(book, "groet-ar") and "الشارع" not in said(book, "groet-ar")
    assert english(book) == []
    assert [found.text for found in checks.run(book) if "vertaald" in found.help or found.severity == "error"] == []


def test_nobody_has_read_a_text_with_another_word(tmp_path: Path):
    root = edition(tmp_path, KLEIN, "")
    one = open_handbook(root).pieces["translation", "groet-en"]
    covers = ", ".join(f'"{text.hash}"' for text in one.data.texts)
    review = f"reviews: [{{what: nagekeken, organisation: Een bureau, date: 2026-11-30, covers: [{covers}]}}]\n"
    file = root / "basis" / one.path
    file.write_text(file.read_text(encoding="utf-8") + review, encoding="utf-8")
    assert concepts(root) == []
    (root / "editie.yml").write_text((root / "editie.yml").read_text(encoding="utf-8") + SPOKEN, encoding="utf-8")
    assert concepts(root) == ["body.2"]


def concepts(root: Path) -> list[str]:
    """The texts of the English greeting that nobody has read."""
    one = open_handbook(root).pieces["translation", "groet-en"].data
    return [text.at for text in one.texts if one.state_of(text) == "concept"]


def test_a_word_that_no_translation_has_and_one_within_another_are_told(tmp_path: Path):
    words = SPOKEN.replace("van: street", "van: houses").replace("الشارع", "شارع")
    found = [(one.line, one.text) for one in checks.run(open_handbook(edition(tmp_path, KLEIN, words))) if one.line > 5]
    assert found == [
        (8, "`houses` staat nergens in de vertalingen in `en`."),
        (9, "Niet vervangen zijn woorden met `شارع` erin: `الشارع` (1 keer in `basis/tools/languages/ar/groet.yml`)."),
    ]


def test_the_letters_of_the_handbook_keep_their_translations(tmp_path: Path, handbook: Handbook):
    words = (
        "woorden:\n  - {van: woning, naar: huis, naar_lidwoord: het, van_meervoud: woningen, naar_meervoud: huizen}\n"
    )
    book = open_handbook(edition(tmp_path, ROOT, words))
    differ = 0
    for one in book.of("translation"):
        assert one.of
        before, there = handbook.pieces[one.key], matched(one.of, one.data)
        assert before.of
        assert [match.stale for match in there] == [match.stale for match in matched(before.of, before.data)]
        differ += sum(match.unit.text != match.unit.dutch for match in there)
    assert differ > 20
