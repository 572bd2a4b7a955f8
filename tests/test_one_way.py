"""The data goes one way: a build reads the content once, and never reads back what it told itself."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from handboek import build as building
from handboek import content as reading
from handboek.build import build
from handboek.project import Project
from handboek.site import BuildError
from handboek.site.site import preview

CONTENT = ("phases", "tools", "docs")
KEPT = ("bladen", "codes", "deel")
"""What lies in the work folder under a name that says what it is made of: PDFs, QR codes, and pictures for sharing."""


class Listener:
    """Every file that is opened to read, while it listens; a hook of the system cannot be taken away again."""

    heard: list[Path] | None = None

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if event == "open" and self.heard is not None and isinstance(args[0], str) and "r" in str(args[1] or ""):
            self.heard.append(Path(args[0]))


LISTENER = Listener()
sys.addaudithook(LISTENER)


@pytest.fixture
def opened() -> Iterator[list[Path]]:
    """The files that were opened to read since the test began."""
    LISTENER.heard = []
    yield LISTENER.heard
    LISTENER.heard = None


@pytest.mark.slow
def test_a_build_reads_the_content_once(
    project: Project, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
):
    kept = ROOT / ".build" / "proef" / "klein"  # PDFs that an earlier run made are made of the same
    kept.mkdir(parents=True, exist_ok=True)
    project.work.mkdir()
    (project.work / "bladen").symlink_to(kept)
    read, times = reading.read, Counter[Path]()
    # What the stamp hashes for itself is apart: it tells the build nothing.
    monkeypatch.setattr(building, "_inputs", lambda *_, **__: None)
    monkeypatch.setattr(building.stamp, "made", lambda folder: "")
    monkeypatch.setattr(reading, "read", lambda root: times.update([root]) or read(root))
    build(project, tmp_path / "site")
    inside = Counter(path for path in opened if path.is_relative_to(project.root))
    content = {path: number for path, number in inside.items() if path.relative_to(project.root).parts[0] in CONTENT}
    assert times == {project.root: 1}
    assert len(content) > 20
    assert {path: number for path, number in content.items() if number > 1} == {}
    assert (project.work / "bladen.json").is_file(), "the preview and the summary of a change look at it"
    told = {path.relative_to(project.work) for path in inside if path.is_relative_to(project.work)}
    assert {path for path in told if path.parts[0] not in KEPT} == set(), "a message of the build to itself"
    data = [path for path in opened if path.name == "handboek.json"]
    assert len(data) <= 1, "the list for offline use takes its hash; what it says is still known"


def test_a_preview_reads_anew(project: Project):
    file = project.root / "tools/guides/praatje.yml"
    before = preview(project)
    text = file.read_text(encoding="utf-8")
    title = before.handbook.get("guide", "praatje").title
    file.write_text(text.replace(f"title: {title}", "title: Een ander praatje"), encoding="utf-8")
    after = preview(project)
    assert [site.handbook.get("guide", "praatje").title for site in (before, after)] == [title, "Een ander praatje"]
    assert any(page.title == "Een ander praatje" for page in after.pages)
    assert after.sheets.names == {}, "a preview makes each PDF when somebody asks for it"
    promised = [file.url for file in after.renderer.files["guide", "praatje"]]
    assert promised[0] == "gesprekken/praatje.pdf"


@pytest.mark.parametrize("wrong", ["no method", "a link out"])
def test_what_can_be_no_site_is_none_in_a_preview_either(project: Project, wrong: str):
    if wrong == "no method":
        (project.root / "phases/method.yml").unlink()
    else:
        (project.root / "docs/weg.md").symlink_to("/etc/hostname")
    with pytest.raises(BuildError, match=r"phases/method\.yml|docs/weg\.md:1:1: error koppeling"):
        preview(project)
