"""`handboek summary`: what a pull request adds, changes and takes away, in Dutch."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from handboek.desk.rename import rename
from handboek.desk.summary import summary
from handboek.project import Project


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Iemand", "-c", "user.email=iemand@handboek.example", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    git(project.root, "init", "-q")
    git(project.root, "add", ".")
    git(project.root, "commit", "-qm", "Begin")
    return project.root


def test_nothing_changed(root: Path, capsys: pytest.CaptureFixture[str]):
    assert summary(root, "main") == 0
    assert "Aan de inhoud verandert niets." in capsys.readouterr().out


def test_added_changed_and_renamed(root: Path, capsys: pytest.CaptureFixture[str]):
    lesson = (root / "docs/lessen/groet-eerst.md").read_text(encoding="utf-8")
    new = lesson.replace("title: Groet eerst", 'title: "[Klik](https://elders.example) | <b>"')
    (root / "docs/lessen/nieuw.md").write_text(new, encoding="utf-8")
    rename(root, "worksheet", "lijstje", "vinkblad")
    capsys.readouterr()
    assert summary(root, "main") == 0
    said = capsys.readouterr().out
    assert "| nieuw | les: Klik \\| \\<b\\> | `lessen/nieuw/` |" in said
    assert "| nieuw | werkblad: Lijstje | `werkbladen/vinkblad/` |" in said
    assert "| veranderd | stap: Loop een rondje |" in said
    assert "woorden per zin" in said
    assert "rust op bronnen" in said
    assert "- Weg: werkblad: Lijstje, doorverwezen naar `werkbladen/vinkblad/`" in said


def test_a_page_that_is_gone_without_a_redirect_is_a_finding(root: Path, capsys: pytest.CaptureFixture[str]):
    (root / "docs/lessen/groet-eerst.md").unlink()
    assert summary(root, "main") == 1
    assert "`lessen/groet-eerst/` verdwijnt zonder doorverwijzing" in capsys.readouterr().out


def test_for_a_job_on_github(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "verslag.md"))
    summary(root, "main")
    assert "## Wat dit voorstel verandert" in (tmp_path / "verslag.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("base", ["bestaat-niet", "--output=x", "-o"])
def test_a_version_that_is_not_there(root: Path, base: str, capsys: pytest.CaptureFixture[str]):
    assert summary(root, base) == 2
    assert "versie" in capsys.readouterr().err
    assert not (root / "x").exists()
