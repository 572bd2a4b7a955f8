"""`handboek build` where nothing changed, where something did, and where a file changes under its hands."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from command import environment, handboek
from handboek import build as building
from handboek import stamp
from handboek.build import build
from handboek.project import Project

pytestmark = pytest.mark.slow
PAGE = "tools/guides/praatje.yml"
UP_TO_DATE = "Er is niets veranderd: de website in site/ is bij."
LIGHT = """
import sys
from handboek.cli import main
code = main(["build"])
heavy = {"pydantic", "jinja2", "weasyprint", "mkdocs", "rich", "yaml", "filelock", "PIL"} & set(sys.modules)
print("te zwaar:", heavy)
sys.exit(code)
"""


def warned(project: Project) -> None:
    """A day long ago: the check warns that the piece may be out of date."""
    file = project.root / PAGE
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(
        "".join("checked: 2020-01-01\n" if line.startswith("checked:") else line for line in lines), encoding="utf-8"
    )


def test_nothing_changed_means_nothing_done(stocked: Project):
    warned(stocked)
    first = handboek(stocked.root, "build")
    assert first.returncode == 0, first.stderr
    assert "Klaar:" in first.stdout
    assert "warning verouderd" in first.stdout
    made = {path: path.stat().st_mtime_ns for path in (stocked.root / "site").rglob("*")}
    again = subprocess.run(
        [sys.executable, "-c", LIGHT], cwd=stocked.root, env=environment(), capture_output=True, text=True, check=True
    )
    assert again.stdout.splitlines()[0] == UP_TO_DATE
    said = [line for line in first.stdout.splitlines() if "verouderd" in line or line.startswith(("1 waars", "Let op"))]
    assert len(said) > 2
    assert again.stdout.splitlines()[1:-1] == said, "what there was to say is still true"
    assert "te zwaar: set()" in again.stdout, "who has nothing to do waits for no library"
    assert {path: path.stat().st_mtime_ns for path in (stocked.root / "site").rglob("*")} == made

    (stocked.root / "site/index.html").write_text("<p>Van iemand anders.</p>", encoding="utf-8")
    assert "Klaar:" in handboek(stocked.root, "build").stdout, "a page that somebody changed is made again"
    assert "iemand anders" not in (stocked.root / "site/index.html").read_text(encoding="utf-8")
    for words in (("build", "--no-check"), ("build", "--out", "elders")):
        assert "Klaar:" in handboek(stocked.root, *words).stdout


def test_what_failed_is_no_stamp(stocked: Project):
    """The site of before stands, and the content that cannot be built is never said to be in it."""
    assert handboek(stocked.root, "build").returncode == 0
    file = stocked.root / PAGE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("summary:", "samenvating:"), encoding="utf-8")
    assert handboek(stocked.root, "build").returncode == 1
    assert handboek(stocked.root, "build").returncode == 1
    file.write_text(text, encoding="utf-8")
    assert UP_TO_DATE in handboek(stocked.root, "build").stdout, "and when it is as it was, so is the site"


def test_a_file_that_is_saved_during_a_build_is_built_the_next_time(
    stocked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Also when it holds the same: what the build read in between nobody knows."""
    for name, value in (("URL", stocked.url), ("REPO", stocked.repo), ("MAIL", stocked.mail)):
        monkeypatch.setenv(f"HANDBOEK_{name}", value)
    read, file = building.open_handbook, stocked.root / PAGE

    def reading(root: Path):
        found = read(root)
        file.write_bytes(file.read_bytes())
        return found

    monkeypatch.setattr(building, "open_handbook", reading)
    build(stocked, tmp_path / "site")
    assert not (stocked.work / stamp.FILE).exists()
    monkeypatch.setattr(building, "open_handbook", read)
    build(stocked, tmp_path / "site")
    assert stamp.unchanged(stocked.root, tmp_path / "site", check=True, release=False) is not None
    other = replace(stocked, mail="anders@redactie.test")
    build(other, tmp_path / "elders")
    assert stamp.unchanged(stocked.root, tmp_path / "elders", check=True, release=False) is None, (
        "told by nothing that is hashed"
    )
