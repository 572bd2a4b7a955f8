"""What comes back from who speaks a language lands among what is an edition's own, and the base stays as it came."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
import pytest
import yaml
from make import edition

from conftest import KLEIN
from handboek import checks
from handboek.authoring import language
from handboek.content import open_handbook
from handboek.edition import base
from handboek.system.arguments import WrongUse
from handboek.translations import matched

OWN = "eigen/tools/languages/en/groet.yml"
SOMALI = "languages:\n  - id: so\n    name: Soomaali\n    dutch: Somalisch\n    direction: ltr\n    phrases:\n{}"


def sent(root: Path, code: str, said: dict[str, str]) -> None:
    """Send the greeting out in a language, and take it in with these texts in it."""
    language.take_out(root, [code, "berichten/groet"], root / "uit")
    file = root / "uit" / f"berichten--groet.{code}.po"
    po = polib.pofile(str(file))
    for entry in po:
        entry.msgstr = said.get(entry.msgctxt, entry.msgstr)
    po.save(str(file))
    assert language.take_in(root, [str(file)], root) == 0


def english(root: Path) -> dict[str, str]:
    one = open_handbook(root).pieces["translation", "groet-en"]
    assert one.of
    return {match.unit.at: match.given.text for match in matched(one.of, one.data) if match.given and not match.stale}


def test_a_corrected_translation_is_a_change(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    before = english(root)
    sent(root, "en", {"body.1": "Hello,"})
    assert english(root) == {**before, "body.1": "Hello,"}
    rows = yaml.safe_load((root / OWN).read_text(encoding="utf-8"))["verandert"]
    assert [(row["veld"], row["was"], row["wordt"]) for row in rows] == [("texts", "Good day,", {"text": "Hello,"})]
    assert not list(base.edited(root)) and not (root / "tools").exists()
    assert [one.text for one in checks.run(open_handbook(root)) if one.severity == "error"] == []
    sent(root, "en", {"title": "Greetings"})  # what was corrected before stays
    assert english(root) == {**before, "body.1": "Hello,", "title": "Greetings"}


def test_a_sentence_of_the_edition_itself_gets_its_translation(tmp_path: Path):
    change = "verandert:\n  - {veld: body, was: 'Goedendag,', erna: ['Wij zijn uw nieuwe buren.']}\n"
    root = edition(tmp_path, KLEIN, "", {"eigen/tools/messages/groet.yml": change})
    before = english(root)
    sent(root, "en", {"body.2": "We are your new neighbours."})
    assert english(root) == {**before, "body.2": "We are your new neighbours.", "body.3": before["body.3"]}


def test_translations_that_lag_are_told_where_the_edition_says_another_thing(tmp_path: Path):
    def told(name: str, files: dict[str, str] | None = None, base: Path = KLEIN) -> list[tuple[str, int, str]]:
        found = checks.run(open_handbook(edition(tmp_path / name, base, "", files)))
        return [(one.path, one.line, one.text) for one in found if "lopen vertalingen achter" in one.text]

    lags = "Hierdoor lopen vertalingen achter: `berichten/groet` (en, ar)."
    other = "verandert:\n  - {veld: body, was: 'Goedendag,', wordt: 'Dag buur,'}\n"
    assert told("as-it-came") == []
    late = shutil.copytree(KLEIN, tmp_path / "late")
    letter = late / "tools/messages/groet.yml"
    letter.write_text(letter.read_text(encoding="utf-8").replace("Goedendag,", "Goedemorgen,"), encoding="utf-8")
    nothing = {"eigen/tools/messages/groet.yml": "# Hier komt nog iets.\n"}
    assert told("of-the-base", base=late) == told("still-empty", nothing, late) == [], "the base lagged by itself"
    assert told("elsewhere", {"eigen/tools/messages/briefje.yml": other}) == []
    assert told("letter", {"eigen/tools/messages/groet.yml": other}) == [("eigen/tools/messages/groet.yml", 1, lags)]


def test_a_language_of_the_edition_itself(tmp_path: Path):
    phrases = yaml.safe_load((KLEIN / "phases/talen.yml").read_text(encoding="utf-8"))["languages"][0]["phrases"]
    text = SOMALI.format("".join(f"      {name}: {words}\n" for name, words in phrases.items()))
    root = edition(tmp_path, KLEIN, "", {"eigen/phases/talen.yml": text})
    sent(root, "so", {"title": "Salaan", "body.1": "Maalin wanaagsan,"})
    assert (root / "eigen/tools/languages/so/groet.yml").is_file()
    book = open_handbook(root)
    assert book.pieces["translation", "groet-so"].data.title == "Salaan"
    assert [one.text for one in checks.run(book) if one.severity == "error"] == []


def test_a_review_of_a_translation_of_the_base(tmp_path: Path):
    root = edition(tmp_path, KLEIN)
    one = open_handbook(root).pieces["translation", "groet-en"].data
    said: dict[str, Any] = {
        "of": "berichten/groet", "language": "en", "what": "nagekeken", "organisation": "Een bureau",
        "date": "2026-11-30", "right": [text.hash for text in one.texts],
    }  # fmt: skip
    (root / "verslag.yml").write_text(yaml.safe_dump(said), encoding="utf-8")
    assert language.take_in(root, [str(root / "verslag.yml")], root) == 0
    assert open_handbook(root).pieces["translation", "groet-en"].data.state == "nagekeken"
    assert not list(base.edited(root))


def test_a_clash_in_that_file_is_decided_first(tmp_path: Path):
    clash = "verandert:\n  - {veld: texts, was: 'Good day,', nu: 'Hi,', wordt: {text: 'Hello,'}, hash: '00000000'}\n"
    root = edition(tmp_path, KLEIN, "", {OWN: clash})
    with pytest.raises(WrongUse, match="wacht een botsing"):
        sent(root, "en", {"title": "Greetings"})
