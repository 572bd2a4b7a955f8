"""What an editor runs into: a number with a digit too few, a letter that asks for somebody who is not named, texts not made one."""

from __future__ import annotations

from pathlib import Path

import pytest
from make import edition

from conftest import KLEIN
from handboek import checks, report
from handboek.authoring.editions import begin, change, source, trial
from handboek.authoring.letter import letter
from handboek.build import ContentError, build
from handboek.content import open_handbook
from handboek.finding import Finding
from handboek.load import read
from handboek.project import open_project
from handboek.resources import BASE
from handboek.system.arguments import WrongUse

LETTER = "tools/messages/groet.yml"
BOTH = "verandert:\n  - {veld: title, was: Groet, wordt: Onze groet Groet, kies: beide}\n"


def warned(tmp_path: Path, settings: str) -> list[str]:
    return [one.text for one in open_handbook(edition(tmp_path, KLEIN, settings)).findings if one.path == "editie.yml"]


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("020 123 45 67", True),
        ("020 123 45 6", False),
        ("06-12345678", True),
        ("020 123 45 678", False),
        ("+31 20 123 45 67", True),
        ("+31 20 123 45 6", False),
        ("+49 30 1234", True),
        ("0800-2000", True),
        ("14 024", True),
        ("112", True),
    ],
)
def test_a_number_of_the_netherlands_has_ten_digits(tmp_path: Path, number: str, right: bool):
    assert any("cijfers" in one for one in warned(tmp_path, f'telefoon: "{number}"\n')) is not right


def asking(tmp_path: Path, contacts: str) -> list[str]:
    text = (KLEIN / LETTER).read_text(encoding="utf-8").replace("Ik liep", "Bel {telefoon-beheer}. Ik liep")
    root = edition(tmp_path, KLEIN, contacts, files={"eigen/tools/messages/onze-groet.yml": text})
    return [one.text for one in open_handbook(root).findings if one.path == "editie.yml"]


def test_a_letter_that_asks_for_somebody_who_is_not_named_is_told(tmp_path: Path):
    other = "contact:\n  - {functie: opzichter, telefoon: 020 123 45 67}\n"
    assert any("`beheer`" in one for one in asking(tmp_path / "een", other))
    assert asking(tmp_path / "twee", other.replace("opzichter", "Beheer")) == []
    assert asking(tmp_path / "drie", "") == [], "who names nobody fills them in by hand"


def test_a_new_edition_says_for_whom_its_letters_ask():
    with source.opened(str(KLEIN)) as base:
        said = dict(begin.written(base, {}))["editie.yml"]
    assert "vragen om" not in str(said)
    assert "# De brieven van deze basis vragen om: beheer, opzichter.\n#contact:" in begin.settings(
        {}, ["beheer", "opzichter"]
    )


def test_two_texts_below_each_other_are_never_sent(tmp_path: Path):
    root = edition(tmp_path, KLEIN, files={f"eigen/{LETTER}": BOTH})
    book, project = open_handbook(root), open_project(root)
    assert [one.severity for one in book.findings] == ["warning"]
    with pytest.raises(ContentError):
        build(project, tmp_path / "site", release=True)
    with pytest.raises(WrongUse, match="nog onder elkaar"):
        letter(project, book, "groet", [], str(tmp_path / "groet.pdf"), unfinished=True)
    assert not (tmp_path / "groet.pdf").exists()


@pytest.mark.parametrize(
    "named",
    [
        "https://handboek.test/gesprekken/praatje/",
        "https://a.test/b/handboek/gesprekken/praatje/#vragen",
        "/gesprekken/praatje/",
    ],
)
def test_a_pasted_address_is_that_of_its_piece(tmp_path: Path, named: str):
    base = read(edition(tmp_path, KLEIN) / BASE)
    assert change.path_of(named, base) == "tools/guides/praatje.yml"


def test_a_sheet_of_its_own_that_is_too_long_is_told_before_the_build(tmp_path: Path):
    own = (KLEIN / "tools/worksheets/lijstje.yml").read_text(encoding="utf-8")
    long = own.replace("lines: 3}]", "lines: 12}, {label: Wat nog, lines: 12}, {label: En dan, lines: 12}]")
    assert long != own
    root = edition(tmp_path, KLEIN, files={"eigen/tools/worksheets/ons-lijstje.yml": long})
    (told,) = trial.tried(open_project(root), open_handbook(root))
    assert told.path == "eigen/tools/worksheets/ons-lijstje.yml"
    assert "heeft plaats voor 1" in told.text and told.severity == "warning"


def test_the_closing_number_counts_what_is_shown():
    own = Finding("eigen/a.yml", 1, 1, "uitgave", "Eerst.")
    effect = Finding("b.yml", 1, 1, "verwijzing", "Daardoor.", because="eigen/a.yml")
    loose = Finding("c.yml", 1, 1, "verwijzing", "Los.", because="basis/d.yml")
    assert report.summary([own, effect, loose]) == "2 fouten in 2 bestanden. Daardoor nog 1 andere melding."
    assert len(report.folded([own, effect, loose])) == 2


def test_the_check_of_a_whole_edition_has_nothing_to_say(tmp_path: Path):
    assert checks.run(open_handbook(edition(tmp_path, KLEIN))) == []
