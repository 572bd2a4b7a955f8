"""`handboek new` at a terminal: each kind asks in Dutch, and what it writes passes the check."""

from __future__ import annotations

import os
import re
import runpy
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pexpect
import pytest
from pexpect.popen_spawn import PopenSpawn
from pydantic import Field

from command import here
from conftest import ROOT
from handboek import checks
from handboek.authoring import choices
from handboek.authoring.new import Maker
from handboek.checks.rules.starter_text import STARTER
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.model.introspect import tags_of
from handboek.model.layouts import Layout
from handboek.model.text import Model
from handboek.project import Project

LAYOUTS = [tags_of(model)[0] for model in get_args(get_args(Layout)[0])]
COMMAND = "import sys; from handboek.cli import main; sys.exit(main())"


def answer(question: str, answers: dict[str, str]) -> str:
    """What somebody types; a question that no answer is given for gets its default."""
    given = next((answer for words, answer in answers.items() if question.startswith(words)), None)
    if given is None:
        must_choose = "(het nummer" in question or ("(nummers" in question and "Enter voor geen" not in question)
        given = "1" if must_choose else ""
    return given


def spoken(root: Path, kind: str, answers: dict[str, str]) -> tuple[str, int]:
    """What was shown, and the exit code."""
    told = here(root, "new", kind, answer=lambda question: answer(question, answers))
    return (told.stdout + told.stderr).decode(), told.returncode


def spoken_apart(root: Path, kind: str, answers: dict[str, str]) -> tuple[str, int]:
    """The same in a process of its own, which runs the code that `PYTHONPATH` names."""
    surroundings = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    child = PopenSpawn([sys.executable, "-c", COMMAND, "new", kind], cwd=str(root), encoding="utf-8", env=surroundings)
    child.delaybeforesend = None
    shown = ""
    while True:
        if child.expect([r"[^\r\n]+: $", pexpect.EOF]):
            shown += child.before
            break
        shown += child.before + child.after
        child.sendline(answer(child.after, answers))
    return shown, int(child.wait() or 0)


def errors(book: Handbook) -> list[Any]:
    return [finding for finding in checks.run(book) if finding.severity == "error"]


@pytest.mark.parametrize("kind", [kind for kind in choices.KINDS if kind not in (choices.RULE, "worksheet")])
def test_each_kind(project: Project, kind: str):
    shown, code = spoken(project.root, kind, {"Titel": "Iets heel nieuws"})
    assert code == 0, shown
    made = re.search(r"Gemaakt: (\S+)", shown)[1]
    book = open_handbook(project.root)
    assert errors(book) == []
    piece = next(piece for piece in book.pieces.values() if piece.path == made)
    assert (piece.type, piece.slug, piece.title) == (kind, "iets-heel-nieuws", "Iets heel nieuws")
    assert f"http://127.0.0.1:8000/{piece.address}" in shown
    assert "handboek serve" in shown
    left = [f for f in checks.run(book) if f.code == "starttekst"]
    text = (project.root / made).read_text(encoding="utf-8")
    assert len(left) == len(re.findall(STARTER, text)) > 0
    assert {finding.path for finding in left} == {made}
    assert not re.search(r"\b(string|int|None|required|default)\b", shown)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout(project: Project, layout: str):
    shown, code = spoken(project.root, "worksheet", {"Titel": "Een nieuw blad", "Wat er op het blad staat": layout})
    assert code == 0, shown
    book = open_handbook(project.root)
    assert errors(book) == []
    assert book.get("worksheet", "een-nieuw-blad").data.sheet.layout == layout


def test_what_is_typed_is_what_is_written(project: Project):
    shown, code = spoken_apart(
        project.root,
        "lesson",
        {
            "Titel": 'Bel: "eerst" aan',
            "Eén zin": "Wie belt, treft iemand.",
            "De plaats of wijk": "Nijmegen",
            "De fase of fasen": "kijken 2",
            "Waar de les vandaan komt": "2",
            "Uit welke bron": "boekje",
            "Wat er aan de hand was, en voor wie": "Niemand deed open.",
        },
    )
    assert code == 0, shown
    lesson = open_handbook(project.root).get("lesson", "bel-eerst-aan")
    assert lesson.data.title == 'Bel: "eerst" aan'
    assert lesson.data.phases == ("kijken", "doen")
    assert lesson.data.place == "Nijmegen"
    assert lesson.data.source == ("boekje",)
    assert lesson.data.situation == "Niemand deed open."


def test_a_step_stands_in_its_phase(project: Project):
    spoken(project.root, "step", {"Titel": "Nog een stap", "In welke fase": "doen"})
    book = open_handbook(project.root)
    assert book.get("phase", "doen").data.steps == ("nog-een-stap",)
    assert book.get("phase", "doen").data.planned == ()
    spoken(project.root, "step", {"Titel": "En nog een", "In welke fase": "kijken"})
    assert open_handbook(project.root).get("phase", "kijken").data.steps == ("rondje-lopen", "en-nog-een")


def test_what_was_typed_is_kept_when_a_rule_does_not_want_it(project: Project):
    """Ten answers are not thrown away over one of them; the check says which, and the file is there to mend it in."""
    shown, code = spoken(
        project.root, "lesson", {"Titel": "Bel 06-12345678", "Korte naam": "bellen", "Wat je deed": "{{ x }}"}
    )
    assert code == 1
    assert "Dit klopt nog niet:" in shown
    assert "error telefoonnummer: " in shown
    text = (project.root / "docs/lessen/bellen.md").read_text(encoding="utf-8")
    assert "Bel 06-12345678" in text
    assert "{{ x }}" in text


@pytest.mark.parametrize("typed", [b"Ti\x1b[Atel", b"Caf\xe9", b"a\x00b"])
def test_what_cannot_be_a_text_is_asked_again(project: Project, typed: bytes):
    result = subprocess.run(
        [sys.executable, "-c", COMMAND, "new", "guide"], input=typed + b"\nGoed\n", cwd=project.root, capture_output=True,
        check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert b"Typ het opnieuw" in result.stdout
    assert b"[goed]" in result.stdout
    assert b"Traceback" not in result.stderr


class Counted(Model):
    """Numbers of which nothing is given."""

    freely: int
    from_nothing: int = Field(ge=0)
    from_three: int = Field(ge=3)
    may_be_left_out: int | None = None


def test_a_number_begins_with_one_or_with_the_least_it_may_be(handbook: Handbook):
    assert Maker(handbook).model(Counted, asked=False) == {"freely": 1, "from_nothing": 1, "from_three": 3}


def hears_a_stop() -> None:
    """Where the tests run in the background they ignore Ctrl-C, and so would what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.posix
@pytest.mark.parametrize("in_the_background", [False, True])
def test_a_name_that_is_taken_is_asked_again(project: Project, in_the_background: bool):
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if in_the_background else None
    try:
        child = pexpect.spawn(
            sys.executable, ["-c", COMMAND, "new", "guide"], cwd=str(project.root), encoding="utf-8", preexec_fn=hears_a_stop,
        )  # fmt: skip
    finally:
        if before is not None:
            signal.signal(signal.SIGINT, before)
    child.expect("Titel: ")
    child.sendline("Praatje")
    child.expect("Korte naam.*: ")
    child.sendline("")
    child.expect("`praatje` is er al")
    child.expect("Korte naam.*: ")
    child.sendintr()
    child.expect("Gestopt. Er is niets geschreven.")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert len(list((project.root / "tools/guides").iterdir())) == 1


def test_a_rule_is_made_with_examples_that_do_what_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The new rule is put into a copy of the code, and that code checks its own examples."""
    import shutil
    import subprocess

    for folder in ("src", "overrides", "tests"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "phases").mkdir()
    shutil.copy(ROOT / "CONTRIBUTING.en.md", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "src"))
    answers = {"Naam van de controle": "geen-casus", "Wat de controle vraagt": "Een bewoner heet een bewoner."}
    answers = {
        **answers,
        "Naam van het bestand": "no-case",
        "Het woord": "casus",
        "Wat een schrijver": "Schrijf bewoner.",
    }
    shown, code = spoken_apart(tmp_path, "check", answers)
    assert code == 0, shown
    made = runpy.run_path(str(tmp_path / "src/handboek/checks/rules/no_case.py"))
    assert made["WORDS"].findall("De casus, een casuspot, de minicasus, een pot-casus en Casus.") == ["casus", "Casus"]
    rows = re.findall(
        r"^\| `([a-z-]+)` \| (?:error|warning)", (tmp_path / "CONTRIBUTING.en.md").read_text(), re.MULTILINE
    )
    before = [rule.code for rule in checks.ALL]
    assert rows == [*before[: before.index("spelling")], "geen-casus", *before[before.index("spelling") :]]
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/checks/test_rules.py", "-k", "geen-casus or module"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout
    assert " passed" in result.stdout


def test_what_was_withdrawn_is_not_offered(project: Project):
    guide = project.root / "tools/guides/praatje.yml"
    gone = "withdrawn: {date: 2026-11-20, reason: Het klopt niet meer.}\n"
    guide.write_text(guide.read_text(encoding="utf-8") + gone, encoding="utf-8")
    shown, code = spoken(project.root, "step", {"Titel": "Nog een stap", "In welke fase": "doen"})
    assert code == 0, shown
    assert "Een praatje" not in shown
    assert "Lijstje" in shown


def test_who_does_it_is_asked_as_soon_as_there_are_roles(project: Project):
    shown, _ = spoken(project.root, "guide", {"Titel": "Een tweede praatje"})
    assert re.search(r"Wie dit gesprek voert[^\n]*\(het nummer\): ", shown)
    assert open_handbook(project.root).get("guide", "een-tweede-praatje").data.roles == ("buurvrouw",)
