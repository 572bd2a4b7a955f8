"""`handboek start`: a method of one's own from nothing, over nothing that exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import here
from handboek import checks
from handboek.authoring import prompts
from handboek.authoring.start import LOOKS, start
from handboek.formats import FORMAT
from handboek.handbook import open_handbook
from handboek.system import transaction

GIVEN = ("--naam", "Samen eten", "--fasen", "Eerst, Dan", "--voor", "ons")


def nobody(_: str) -> str:
    """Who is asked, and is not there."""
    raise EOFError


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_it_makes_is_right_and_reads_as_text(tmp_path: Path):
    told = here(tmp_path, "start", "mijn-methode", *GIVEN)
    assert told.returncode == 0
    assert told.stdout.count(b"\n") < 15
    root = tmp_path / "mijn-methode"
    book = open_handbook(root)
    assert checks.run(book, language=True) == []
    assert book.format == FORMAT
    assert book.method.name == "Samen eten"
    assert [(phase.data.number, phase.slug) for phase in book.of("phase")] == [(1, "eerst"), (2, "dan")]
    for kind in ("step", "guide", "worksheet", "message", "script", "pack", "lesson", "role", "term", "source", "page"):
        assert len(book.of(kind)) == 1, kind
    for path in (*root.rglob("*.yml"), *root.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert "{{" not in text
        assert "Vervang" in text or path.name in ("phase.yml", "LEESMIJ.md", "maak-kennis.yml") or "vervang" in text, (
            path
        )


def test_the_answers_are_asked_for_where_they_are_not_given(tmp_path: Path):
    answers = iter(("", "", "wie mee wil doen"))
    told = here(tmp_path, "start", "samen-koken", answer=lambda _: next(answers))
    assert told.returncode == 0
    book = open_handbook(tmp_path / "samen-koken")
    assert book.method.name == "Samen koken"
    assert [phase.data.name for phase in book.of("phase")] == ["Beginnen", "Doen", "Afronden"]
    assert "is voor wie mee wil doen." in book.method.lede


def test_who_stops_has_nothing(tmp_path: Path):
    told = here(tmp_path, "start", "mijn-methode", "--naam", "Samen", answer=nobody)
    assert told.returncode == 1
    assert b"`--fasen`" in told.stderr
    assert list(tmp_path.iterdir()) == []


def test_it_writes_over_nothing(tmp_path: Path):
    there = tmp_path / "mijn-methode" / "tools" / "messages" / "eet-mee.yml"
    there.parent.mkdir(parents=True)
    there.write_text("van mij", encoding="utf-8")
    told = here(tmp_path, "start", "mijn-methode", *GIVEN)
    assert told.returncode == 1
    assert b"`tools/messages/eet-mee.yml` bestaat al." in told.stderr
    assert {name for name in files(tmp_path) if not name.startswith("mijn-methode/.build/")} == {
        "mijn-methode/tools/messages/eet-mee.yml"
    }
    there.unlink()
    (tmp_path / "mijn-methode" / "README.md").write_text("van mij", encoding="utf-8")
    assert here(tmp_path, "start", "mijn-methode", *GIVEN).returncode == 0
    assert (tmp_path / "mijn-methode" / "README.md").read_text(encoding="utf-8") == "van mij"


def test_a_folder_that_was_made_for_it_goes_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise transaction.Refused("Nee.")

    monkeypatch.setattr("handboek.authoring.start.save", refuse)
    with pytest.raises(transaction.Refused):
        start(tmp_path / "nieuw", "Samen", "Eerst", "ons")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["Ja", "1", "null", "a: b", "x # y", "- x", "'t Huis", '"x"', "* x", "é", "2026-11-01", "wat? ja: nee", "x, y"],
)
def test_whatever_somebody_types_stays_what_they_typed(tmp_path: Path, name: str):
    assert start(tmp_path / "m", name, "Eerst, Dan", name) == 0
    book = open_handbook(tmp_path / "m")
    assert [one for one in checks.run(book) if one.severity == "error"] == []
    assert book.method.name == name
    assert f"is voor {name}." in book.method.lede


@pytest.mark.parametrize(
    ("name", "phases", "said"),
    [
        ("x" * 61, "Eerst", "Maak het korter"),
        ("???", "Eerst", "Gebruik ook letters"),
        ("Samen", "Eerst, eerst!", "eigen naam"),
        ("Samen", ",".join("abcdefghijklm"), "1 tot en met 12"),
        ("Samen", " , ", "1 tot en met 12"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, name: str, phases: str, said: str):
    with pytest.raises(transaction.Refused, match=said):
        start(tmp_path / "m", name, phases, "ons")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_the_check_refuses_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert start(tmp_path / "m", "<b>Vet</b>", "Eerst", "ons") == 1
    assert "html" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_twelve_phases_have_a_colour_that_letters_stand_out_on(tmp_path: Path):
    assert start(tmp_path / "m", "Samen", ", ".join(f"Deel {number}" for number in range(1, 13)), "ons") == 0
    book = open_handbook(tmp_path / "m")
    assert checks.run(book) == []
    assert {phase.data.colour for phase in book.of("phase")} == {colour for colour, _ in LOOKS}


def test_the_question_stops_where_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("builtins.input", nobody)
    with pytest.raises(prompts.Stopped):
        start(tmp_path / "m", "", "", "")
