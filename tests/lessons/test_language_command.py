"""Translations go out as PO files and come back, and a record of who read them comes in: nothing loses its state on the way."""

from __future__ import annotations

import io
import json
from pathlib import Path

import polib
import pytest

from conftest import KLEIN
from handboek.cli import main
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.translations import matched, translations_of

ENGLISH = "tools/languages/en/groet.yml"


@pytest.fixture
def there(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project.root)
    return project.root


def run(*words: str) -> int:
    return main(["language", *words])


def out(language: str = "en") -> Path:
    assert run("out", language, "berichten/groet", "-o", "po") == 0
    return Path(f"po/berichten--groet.{language}.po")


def english(root: Path) -> Handbook:
    return open_handbook(root).pieces["translation", "groet-en"].data


def test_what_comes_back_as_it_went_changes_nothing(there: Path):
    before = (there / ENGLISH).read_text("utf-8")
    for language in ("en", "ar"):
        assert run("in", str(out(language))) == 0
    assert (there / ENGLISH).read_text("utf-8") == before


def test_a_text_that_changed_is_a_concept_and_the_others_keep_their_state(there: Path, record: Path):
    assert run("in", str(record)) == 0
    assert english(there).state == "nagekeken"
    file = out()
    po = polib.pofile(str(file))
    assert {entry.comment for entry in po} == {"stand: nagekeken"}
    po.find("Good day,", by="msgstr").msgstr = "Hello,"
    po.save()
    assert run("in", str(file)) == 0
    data = english(there)
    assert {text.at: data.state_of(text) for text in data.texts} == {
        "title": "nagekeken",
        "summary": "nagekeken",
        "blanks.0.label": "nagekeken",
        "body.1": "concept",
        "body.2": "nagekeken",
    }


def test_what_the_dutch_left_behind_stays_stale_until_somebody_says_otherwise(there: Path):
    letter = there / "tools/messages/groet.yml"
    letter.write_text(letter.read_text("utf-8").replace("Goedendag,", "Dag,"), "utf-8")
    file = out()
    po = polib.pofile(str(file))
    stale = po.find("Dag,")
    assert stale.fuzzy
    before = (there / ENGLISH).read_text("utf-8")
    assert run("in", str(file)) == 0
    assert (there / ENGLISH).read_text("utf-8") == before
    stale.flags.remove("fuzzy")
    po.save()
    assert run("in", str(file)) == 0
    assert (there / ENGLISH).read_text("utf-8") != before


def test_a_list_comes_in_point_by_point_and_a_mark_of_the_law_stays(there: Path):
    letter = there / "tools/messages/groet.yml"
    text = letter.read_text("utf-8").replace("  Goedendag,\n", "  - Dag.\n  - Doei.\n")
    letter.write_text(text, "utf-8")
    po = polib.POFile()
    po.metadata = {"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
    po.append(
        polib.POEntry(
            msgctxt="body.1", msgid="- Dag.\n- Doei.", msgstr="- Hello.\n- Bye.", tcomment="juridisch\nnakijken: kort"
        )
    )
    po.save("berichten--groet.po")
    assert run("in", "berichten--groet.po") == 0
    found = [text for text in english(there).texts if text.at in ("body.1", "body.2")]
    assert [(text.text, text.legal, text.note) for text in found] == [
        ("- Hello.", True, "kort"),
        ("- Bye.", True, "kort"),
    ]


def test_what_is_empty_in_a_file_takes_nothing_away(there: Path):
    file = out()
    po = polib.pofile(str(file))
    for entry in po:
        entry.msgstr = ""
    po.save()
    before = (there / ENGLISH).read_text("utf-8")
    assert run("in", str(file)) == 0
    assert (there / ENGLISH).read_text("utf-8") == before


@pytest.fixture
def record(there: Path) -> Path:
    data = english(there)
    lines = ["of: berichten/groet", "language: en", "what: nagekeken", "organisation: Buurthuis", "date: 2026-11-02"]
    path = there.parent / "verslag.yml"
    path.write_text("\n".join([*lines, f"right: {json.dumps([text.hash for text in data.texts])}"]) + "\n", "utf-8")
    return path


def test_a_record_takes_better_texts_in_and_says_who_read_them(there: Path, record: Path):
    first = english(there).texts[0]
    rest = record.read_text("utf-8").replace(f'"{first.hash}", ', "")
    record.write_text(f"{rest}better:\n  - {{at: title, dutch: '{first.dutch}', text: Short note}}\n", "utf-8")
    assert run("in", str(record)) == 0
    data = english(there)
    assert data.title == "Short note"
    assert data.state == "nagekeken"
    assert [(one.organisation, len(one.covers)) for one in data.reviews] == [("Buurthuis", 5)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Buurthuis", "mevrouw Bakker", "naam van een mens"),
        ("language: en", "language: fr", "staat niet in phases/talen.yml"),
        ("berichten/groet", "gesprekken/praatje", "kan worden"),
        ("what: nagekeken", "what: gezien", "geen verslag"),
    ],
)
def test_what_is_no_record_is_refused(record: Path, old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]):
    record.write_text(record.read_text("utf-8").replace(old, new), "utf-8")
    before = Path(ENGLISH).read_text("utf-8")
    assert run("in", str(record)) == 2
    assert said in capsys.readouterr().err
    assert Path(ENGLISH).read_text("utf-8") == before


def test_a_letter_that_gets_another_name_takes_its_translations_along(there: Path):
    assert main(["rename", "message", "groet", "zwaai"]) == 0
    assert english(there).of == "berichten/zwaai"
    assert KLEIN.is_dir()


def phrases_out() -> Path:
    assert run("out", "en", "-o", "po") == 0
    return Path("po/talen.en.po")


def test_the_fixed_phrases_go_along_and_come_back(there: Path):
    file, phrases = phrases_out(), there / "phases/talen.yml"
    before = phrases.read_text("utf-8")
    assert run("in", str(file)) == 0
    assert phrases.read_text("utf-8") == before
    po = polib.pofile(str(file))
    assert po.find("Lees voor").msgstr == "Read aloud"
    po.find("Lees voor").msgstr = "Listen: now"
    po.find("Datum").msgstr = ""
    po.save()
    assert run("in", str(file)) == 0
    assert phrases.read_text("utf-8") == before.replace("read_aloud: Read aloud", "read_aloud: 'Listen: now'")
    assert open_handbook(there).pieces["language", "en"].data.phrases.read_aloud == "Listen: now"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"msgctxt": "date", "msgid": "Dag", "msgstr": "Day"}, "intussen anders"),
        ({"msgctxt": "weg", "msgid": "Weg", "msgstr": "Gone"}, "geen vaste zin meer"),
        ({"msgctxt": "date", "msgid": "Datum", "msgstr": "Date " * 40}, "langer dan 120"),
    ],
)
def test_a_phrase_that_does_not_fit_is_named(
    there: Path, entry: dict[str, str], said: str, capsys: pytest.CaptureFixture[str]
):
    before = (there / "phases/talen.yml").read_text("utf-8")
    po = polib.pofile(str(phrases_out()))
    po.clear()
    po.append(polib.POEntry(**entry))
    po.save("po/talen.en.po")
    assert run("in", "po/talen.en.po") == 0
    assert said in capsys.readouterr().out
    assert (there / "phases/talen.yml").read_text("utf-8") == before


def test_a_new_translation_has_each_text_above_room_for_it(
    there: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Until somebody writes something it has no page; what is written stands on one, with the rest in Dutch."""
    monkeypatch.setattr("sys.stdin", io.StringIO("en\nberichten/briefje\n"))
    assert main(["new", "translation"]) == 0
    said = capsys.readouterr().out
    assert "Gemaakt: tools/languages/en/briefje.yml" in said and "handboek check tools/languages/en/briefje.yml" in said
    path = there / "tools/languages/en/briefje.yml"
    text = path.read_text("utf-8")
    assert (
        "  - at: body.2\n    dutch: 702d2a61\n    # Ik liep {dag} door de straat. Loop eens mee.\n    # text:\n" in text
    )
    assert main(["check", str(path.relative_to(there))]) == 0
    book = open_handbook(there)
    letter = book.at("berichten/briefje")
    assert letter and translations_of(book, letter) == ()
    path.write_text(text.replace("    # Briefje\n    # text:", "    text: Note"), "utf-8")
    (made,) = translations_of(open_handbook(there), letter)
    assert (made.title, made.data.state, len(made.data.texts)) == ("Note", "concept", 5)
    assert [match.given.text for match in matched(letter, made.data) if match.given] == ["Note"]
