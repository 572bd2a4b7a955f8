"""`handboek names`: what a deeper look at the changed lessons says, with a simple finder in the place of the real one."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from handboek import checks, cli
from handboek.authoring import names, versions
from handboek.finding import Finding
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.project import Project

KLEIN = Path(__file__).parents[1] / "methods" / "klein"
LESSON = "docs/lessen/groet-eerst.md"
LOOKS = {
    "persoon": r"(?<=[a-z] )[A-Z]\w+(?: (?:(?:van|de) )*[A-Z]\w+)*",
    "locatie": r"[A-Z]\w+straat(?: \d+)?|\d{4} [A-Z]{2}",
    "datum": r"\d{1,2} [a-z]+ \d{4}|[a-z]+ \d{4}",
}


def finder(text: str) -> Iterator[tuple[str, int, int]]:
    """Cries wolf at every capital inside a sentence: what is let be, the handbook must know."""
    for tag, pattern in LOOKS.items():
        for found in re.finditer(pattern, text):
            yield tag, *found.span()
    yield "leeftijd", 0, 2


def seen(text: str, where: str = "We groetten.", path: str = LESSON) -> list[Finding]:
    documents = read(KLEIN)
    changed = documents[path].text.replace(where, text)
    assert changed != documents[path].text
    book = assemble(with_file(documents, path, changed.encode()))
    return names.look(book, [book.pieces["lesson", "groet-eerst"]], finder)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Toen zei Appie de Wit dat het kon.", "persoonsnaam", "Appie de Wit"),
        ("Het was Appie.", "persoonsnaam", "Appie"),
        ("Het team van Roos\nkwam langs.", "persoonsnaam", "Roos"),
        ("Zij woont op Berkenstraat 1950.", "woonadres", "Berkenstraat 1950"),  # to the check a number like a year
        ("Zij zag op 12 maart 1948 het licht.", "geboortedatum", "12 maart 1948"),
    ],
)
def test_what_it_warns_for(text: str, code: str, words: str):
    found = [finding for finding in seen(text) if finding.width == len(words)]
    assert [(one.code, one.severity, one.path, one.line) for one in found] == [(code, "warning", LESSON, 20)]
    assert found[0].column == text.partition("\n")[0].index(words) + 1
    assert words not in found[0].text + found[0].advice


@pytest.mark.parametrize(
    "text",
    [
        "Groet eerst, zei men in Nergens.",  # ordinary words, and the place of the example
        "Dat heet Een Rondje.",  # a word that the handbook writes with a small letter elsewhere
        "De flat aan de Abel Tasmanstraat werd geschilderd.",
        "De Berkenstraat 40 appartementen en een binnentuin.",
        "Het gaat om 6531 AB en wat daarbij hoort.",
        "Op 12 maart 2024 begon het werk, en in maart 1948 de bouw.",
        "Wij spraken mevrouw Bakker.",  # the check itself says so already
        "Zij woont op Berkenstraat 12.",
        "Zij woont op\n**Berkenstraat** 12.",
        "<!-- toegestaan persoonsnaam: zij wil genoemd worden -->\nHet was Appie.",
    ],
)
def test_what_it_lets_be(text: str):
    assert seen(text) == []


def test_the_title_of_a_lesson_is_no_vocabulary():
    found = seen("title: Wat Appie leerde", "title: Groet eerst")
    assert [(one.code, one.line, one.column) for one in found] == [("persoonsnaam", 2, 12)]


def test_an_exception_for_it_is_no_fault_in_the_check():
    text = "<!-- toegestaan persoonsnaam: zij wil genoemd worden -->\nHet was Appie."
    documents = read(KLEIN)
    changed = documents[LESSON].text.replace("We groetten.", text)
    assert checks.run(assemble(with_file(documents, LESSON, changed.encode()))) == []


def test_writers_of_sources_are_known(handbook: Handbook):
    known = names.Known.of(handbook)
    author = next(author for piece in handbook.of("source") for author in piece.data.authors if " " in author)
    first, _, family = author.partition(" ")
    assert known.covers(author) and known.covers(family)
    assert not known.covers(first)


@pytest.fixture
def root(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    who = ["-c", "user.name=Iemand", "-c", "user.email=iemand@handboek.example", "-c", "init.defaultBranch=main"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "Begin"]):
        subprocess.run(["git", *who, *command], cwd=project.root, check=True, capture_output=True)
    monkeypatch.chdir(project.root)
    return project.root


def test_only_lessons_that_differ_are_looked_at(root: Path):
    def never() -> names.Finder:
        raise AssertionError("nothing to look at")

    assert names.names(root, "main", never)[1] == []
    step = root / "phases/1-kijken/steps/rondje-lopen.yml"
    step.write_text(step.read_text(encoding="utf-8").replace("title: ", "title: Rustig "), encoding="utf-8")
    assert names.names(root, "main", never)[1] == []
    lesson = root / LESSON
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("We groetten.", "Het was Appie."), encoding="utf-8")
    (root / "docs/lessen/nieuw.md").write_text(lesson.read_text(encoding="utf-8"), encoding="utf-8")
    _, found = names.names(root, "main", lambda: finder)
    assert [(one.path, one.line, one.column) for one in found] == [(LESSON, 20, 9), ("docs/lessen/nieuw.md", 20, 9)]
    with pytest.raises(versions.HistoryError):
        names.names(root, "bestaat-niet", never)


def test_the_command(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    lesson = root / LESSON
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("We groetten.", "Het was Appie."), encoding="utf-8")
    monkeypatch.setattr(names, "deduce", lambda: finder)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root / "verslag.md"))
    assert cli.main(["names", "main"]) == 0
    assert f"{LESSON}:20:9: warning persoonsnaam: Hier staat misschien" in capsys.readouterr().out
    assert cli.main(["names", "main", "--format", "github"]) == 0
    assert f"::warning file={LESSON},line=20,col=9,endColumn=14,title=persoonsnaam::" in capsys.readouterr().out
    assert "## Namen in de lessen" in (root / "verslag.md").read_text(encoding="utf-8")
    assert cli.main(["names", "bestaat-niet"]) == 2


def test_without_the_library_it_says_what_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (root / "docs/lessen/nieuw.md").write_text((root / LESSON).read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "deduce", None)
    assert cli.main(["names", "main"]) == 2
    assert "`python -m pip install deduce`" in capsys.readouterr().err


@pytest.mark.parametrize(("lock", "library"), [("names", "deduce"), ("engines", "selenium")])
def test_the_library_is_in_a_lock_of_its_own(lock: str, library: str):
    def packages(name: str) -> dict[str, str]:
        return dict(re.findall(r"^([\w-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    main, own = packages("requirements.lock"), packages(f"requirements-{lock}.lock")
    assert library in own and library not in main
    assert {name: own[name] for name in own.keys() & main.keys()} == {
        name: main[name] for name in own.keys() & main.keys()
    }
