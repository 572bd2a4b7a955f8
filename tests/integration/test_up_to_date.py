"""`handboek build` where nothing changed, where something did, and where a file changes under its hands."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from command import ADDRESSES, environment, here
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


@pytest.fixture(autouse=True)
def addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process and those that it starts have the same surroundings, and the addresses that sheets were made with."""
    for name, value in environment(**ADDRESSES).items():
        monkeypatch.setenv(name, value)


def build_of(project: Project, *words: str) -> tuple[int | str | None, str]:
    """With which code the command ended, and what it said."""
    done = here(project.root, "build", *words)
    return done.returncode, done.stdout.decode()


def warned(project: Project) -> None:
    """A day long ago: the check warns that the piece may be out of date."""
    file = project.root / PAGE
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(
        "".join("checked: 2020-01-01\n" if line.startswith("checked:") else line for line in lines), encoding="utf-8"
    )


def test_nothing_changed_means_nothing_done(stocked: Project):
    warned(stocked)
    code, first = build_of(stocked)
    assert code == 0, first
    assert "Klaar:" in first
    assert "warning verouderd" in first
    made = {path: path.stat().st_mtime_ns for path in (stocked.root / "site").rglob("*")}
    again = subprocess.run(
        [sys.executable, "-c", LIGHT], cwd=stocked.root, env=environment(), capture_output=True, text=True, check=True
    )
    assert again.stdout.splitlines()[0] == UP_TO_DATE
    said = [line for line in first.splitlines() if "verouderd" in line or line.startswith(("1 waars", "Let op"))]
    assert len(said) > 2
    assert again.stdout.splitlines()[1:-1] == said, "what there was to say is still true"
    assert "te zwaar: set()" in again.stdout, "who has nothing to do waits for no library"
    assert {path: path.stat().st_mtime_ns for path in (stocked.root / "site").rglob("*")} == made

    (stocked.root / "site/index.html").write_text("<p>Van iemand anders.</p>", encoding="utf-8")
    assert "Klaar:" in build_of(stocked)[1], "a page that somebody changed is made again"
    assert "iemand anders" not in (stocked.root / "site/index.html").read_text(encoding="utf-8")
    for words in (("--no-check",), ("--out", "elders")):
        assert "Klaar:" in build_of(stocked, *words)[1]


def test_what_failed_is_no_stamp(stocked: Project):
    """The site of before stands, and the content that cannot be built is never said to be in it."""
    assert build_of(stocked)[0] == 0
    file = stocked.root / PAGE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("summary:", "samenvating:"), encoding="utf-8")
    assert build_of(stocked)[0] == 1
    assert build_of(stocked)[0] == 1
    file.write_text(text, encoding="utf-8")
    assert UP_TO_DATE in build_of(stocked)[1], "and when it is as it was, so is the site"


def test_a_file_that_is_saved_during_a_build_is_built_the_next_time(
    stocked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Also when it holds the same: what the build read in between nobody knows."""
    monkeypatch.setenv("HANDBOEK_MAIL", stocked.mail)
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
    other = replace(stocked, repo="https://git.test/anders")  # stands on no sheet, so none is made anew
    build(other, tmp_path / "elders")
    assert stamp.unchanged(stocked.root, tmp_path / "elders", check=True, release=False) is None, (
        "told by nothing that is hashed"
    )
