"""`handboek start`: a method of one's own from nothing, over nothing that exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import here
from conftest import ROOT
from handboek import checks
from handboek.authoring import choices, prompts
from handboek.authoring.rename import rename
from handboek.authoring.start import LOOKS, start
from handboek.build import ContentError, build
from handboek.cli import main
from handboek.content import open_handbook
from handboek.formats import FORMAT
from handboek.project import open_project
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
    found = checks.run(book, language=True)
    assert {finding.code for finding in found} == {"voorbeeld"}
    assert len({finding.path for finding in found}) == len(found)
    assert book.format == FORMAT
    assert book.method.name == "Samen eten"
    assert [(phase.data.number, phase.slug) for phase in book.of("phase")] == [(1, "eerst"), (2, "dan")]
    for kind in ("step", "guide", "worksheet", "message", "script", "pack", "lesson", "role", "term", "source", "page"):
        assert len(book.of(kind)) == 1, kind
    for path in (*root.rglob("*.yml"), *root.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert "{{" not in text
        assert "Vervang" in text, path


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

    monkeypatch.setattr("handboek.authoring.start.transaction.apply", refuse)
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
    assert {finding.code for finding in checks.run(book)} == {"voorbeeld"}
    assert {phase.data.colour for phase in book.of("phase")} == {colour for colour, _ in LOOKS}


def test_the_question_stops_where_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("builtins.input", nobody)
    with pytest.raises(prompts.Stopped):
        start(tmp_path / "m", "", "", "")


def test_nothing_is_asked_where_something_stands_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def asked(_: str) -> str:
        raise AssertionError

    monkeypatch.setattr("builtins.input", asked)
    (tmp_path / "phases").mkdir()
    (tmp_path / "phases/method.yml").touch()
    with pytest.raises(transaction.Refused, match=r"`phases/method\.yml` bestaat al"):
        start(tmp_path, "", "", "")


@pytest.mark.parametrize(
    ("name", "mark", "short"),
    [("Samen eten", "S", "Samen eten"), ("Samen eten in de straat", "S", "Samen eten"), ("'t Huis", "T", "'t Huis"),
     ("Buurtvoorzieningen", "B", None), ("1", "1", "1"), ("nee", "N", "nee")],
)  # fmt: skip
def test_logo_and_phone_have_something_to_call_it_by(tmp_path: Path, name: str, mark: str, short: str | None):
    assert start(tmp_path / "m", name, "Eerst", "ons") == 0
    method = open_handbook(tmp_path / "m").method
    assert (method.mark, method.short, method.colour) == (mark, short, "#1d4e7a")
    assert (method.url, method.repo, method.mail, method.licence, method.answer) == (None,) * 5


def begun(folder: Path) -> Path:
    assert start(folder, "Samen eten", "Eerst, Dan", "ons") == 0
    return folder


def test_a_release_waits_for_what_is_left_of_the_example(tmp_path: Path):
    root = begun(tmp_path / "m")
    method = root / "phases/method.yml"
    text = method.read_text(encoding="utf-8")
    for line in ("# url: https://www.jouw-organisatie.nl/handboek/", "# mail: redactie@jouw-organisatie.nl"):
        assert line in text
        text = text.replace(line, line.removeprefix("# "))
    method.write_text(text, encoding="utf-8")
    assert open_project(root).unreachable() == []
    with pytest.raises(ContentError) as told:
        build(open_project(root), tmp_path / "site", release=True)
    assert {finding.code for finding in told.value.findings} == {"voorbeeld"}
    assert not (tmp_path / "site").exists()


def test_what_waits_to_be_replaced_is_named_once_a_file(tmp_path: Path):
    root = begun(tmp_path / "m")
    told = {finding.path: finding for finding in checks.run(open_handbook(root))}
    method = told["phases/method.yml"]
    assert method.severity == "warning"
    assert "waar je methode over gaat, in één zin (regel 4); de kop van de homepage (regel 8)" in method.text
    assert "en nog 4 plekken" in method.text
    file = root / "tools/messages/eet-mee.yml"
    file.write_text("".join(line for line in file.open(encoding="utf-8") if "Vervang" not in line), encoding="utf-8")
    assert "tools/messages/eet-mee.yml" not in {finding.path for finding in checks.run(open_handbook(root))}


def test_an_example_that_gets_another_name_leaves_no_redirect(tmp_path: Path):
    """Nobody can have its address: it was never published."""
    root = begun(tmp_path / "m")
    assert rename(root, "guide", "eerste-praatje", "kennismaken") == 0
    assert not (root / "phases/redirects.yml").exists()
    file = root / "tools/guides/kennismaken.yml"
    file.write_text("".join(line for line in file.open(encoding="utf-8") if "Vervang" not in line), encoding="utf-8")
    assert rename(root, "guide", "kennismaken", "praten") == 0
    assert "from: gesprekken/kennismaken" in (root / "phases/redirects.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "meant"), [(["chek"], "check"), (["Check"], "check"), (["new", "guides"], "guide"), (["buidl"], "build")]
)
def test_a_word_with_a_typing_error_gets_a_hint(words: list[str], meant: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(words)
    said = capsys.readouterr().err
    assert f"'{words[-1]}' bestaat niet; bedoelde je '{meant}'?" in said
    assert "kies uit" not in said


def test_a_rule_is_offered_where_rules_are_made(tmp_path: Path):
    assert "check" not in choices.offered(tmp_path)
    assert choices.offered(ROOT)[-1] == "check"
