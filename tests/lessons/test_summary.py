"""`handboek summary`: what a pull request adds, changes and takes away, in Dutch."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from handboek import store
from handboek.authoring.rename import rename
from handboek.authoring.summary import summary
from handboek.content import open_handbook
from handboek.project import Project
from handboek.render.renderer import Renderer


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
    assert summary(root, "main", root / "site") == 0
    assert "Aan de inhoud verandert niets." in capsys.readouterr().out


def test_added_changed_and_renamed(root: Path, capsys: pytest.CaptureFixture[str]):
    lesson = (root / "docs/lessen/groet-eerst.md").read_text(encoding="utf-8")
    new = lesson.replace("title: Groet eerst", 'title: "[Klik](https://elders.example) | <b>"')
    (root / "docs/lessen/nieuw.md").write_text(new, encoding="utf-8")
    rename(root, "worksheet", "lijstje", "vinkblad")
    capsys.readouterr()
    assert summary(root, "main", root / "site") == 0
    said = capsys.readouterr().out
    assert "| nieuw | les: Klik \\| \\<b\\> | `lessen/nieuw/` |" in said
    assert "| nieuw | werkblad: Lijstje | `werkbladen/vinkblad/` |" in said
    assert "| veranderd | stap: Loop een rondje |" in said
    assert "woorden per zin" in said
    assert "rust op bronnen" in said
    assert "- Weg: werkblad: Lijstje, doorverwezen naar `werkbladen/vinkblad/`" in said


def test_a_page_that_is_gone_without_a_redirect_is_a_finding(root: Path, capsys: pytest.CaptureFixture[str]):
    (root / "docs/lessen/groet-eerst.md").unlink()
    assert summary(root, "main", root / "site") == 1
    assert "`lessen/groet-eerst/` verdwijnt zonder doorverwijzing" in capsys.readouterr().out


def test_for_a_job_on_github(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "verslag.md"))
    summary(root, "main", root / "site")
    assert "## Wat dit voorstel verandert" in (tmp_path / "verslag.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("base", ["bestaat-niet", "--output=x", "-o"])
def test_a_version_that_is_not_there(root: Path, base: str, capsys: pytest.CaptureFixture[str]):
    assert summary(root, base, root / "site") == 2
    assert "versie" in capsys.readouterr().err
    assert not (root / "x").exists()


@pytest.mark.slow
def test_a_page_with_the_sheets_old_beside_new_goes_along_with_the_preview(
    root: Path, capsys: pytest.CaptureFixture[str], browser: Any
):
    sheet = root / "tools/worksheets/lijstje.yml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(re.sub("^title: .*", "title: Lijst <b> & meer", text, flags=re.MULTILINE), encoding="utf-8")
    (root / "tools/worksheets/erbij.yml").write_text(text, encoding="utf-8")
    lesson = (root / "docs/lessen/groet-eerst.md").read_text(encoding="utf-8")
    (root / "docs/lessen/nieuw.md").write_text(lesson, encoding="utf-8")
    project, site = Project(root), root / "site"
    renderer = Renderer(open_handbook(root), project.templates)
    filled = store.fill(renderer, project, store.wanted(renderer, ["lijstje", "erbij"]), lambda *_: None)
    store.remember(filled, project)
    store.copy(filled, project, site)
    for page in ("", "werkbladen/lijstje/", "lessen/nieuw/"):
        (site / page).mkdir(parents=True, exist_ok=True)
        (site / page / "index.html").write_text("<title>Hier</title>", encoding="utf-8")
    assert summary(root, "main", site) == 0
    assert "open `wat-verandert.html`" in capsys.readouterr().out

    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((site / "wat-verandert.html").as_uri())
    changed = page.locator("article", has_text="veranderd")
    assert changed.locator("h3").inner_text() == "veranderdwerkblad: Lijst <b> & meer"
    assert [one.split(":")[0] for one in changed.locator("figcaption").all_inner_texts()] == ["Was", "Wordt"]
    old, new = changed.locator("img").all()
    assert old.get_attribute("src") != new.get_attribute("src")
    added = page.locator("article", has_text="nieuw")
    assert [one.split(":")[0] for one in added.locator("figcaption").all_inner_texts()] == ["Wordt"]
    for image in page.locator("img").all():
        assert image.get_attribute("src").startswith("data:image/png;base64,")
        assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for link in page.locator("a").all():
        assert (site / link.get_attribute("href")).is_file()
    page.get_by_role("link", name="Groet eerst").click()
    assert page.title() == "Hier"


def test_without_a_preview_there_is_no_page(root: Path, capsys: pytest.CaptureFixture[str]):
    (root / "docs/lessen/nieuw.md").write_bytes((root / "docs/lessen/groet-eerst.md").read_bytes())
    assert summary(root, "main", root / "site") == 0
    assert "wat-verandert" not in capsys.readouterr().out
    assert not (root / "site").exists()


def test_each_exception_to_a_rule_is_listed_the_new_ones_first(root: Path, capsys: pytest.CaptureFixture[str]):
    guide = root / "tools/guides/praatje.yml"
    old = guide.read_text(encoding="utf-8")
    guide.write_text(old.replace("goal:", "# toegestaan ambtelijk: zo heet het\ngoal:"), encoding="utf-8")
    git(root, "commit", "-qam", "Met een uitzondering")
    assert summary(root, "main", root / "site") == 0
    said = capsys.readouterr().out
    assert "1 uitzondering op een controle, 0 nieuw." in said
    assert "|  | tools/guides/praatje.yml | 4 | ambtelijk | zo heet het |" in said

    lesson = root / "docs/lessen/groet-eerst.md"
    text = lesson.read_text(encoding="utf-8")
    comment = "<!-- toegestaan html: [klik](https://elders.example) | @iemand --> <!-- toegestaan persoonsnaam -->"
    lesson.write_text(text.replace("We groetten.", f"{comment}\nWe groetten."), encoding="utf-8")
    moved = guide.read_text(encoding="utf-8").replace("goal:", "# toegestaan ambtelijk: zo heet het\ngoal:")
    guide.write_text(moved.replace("# toegestaan", "# Een gewone opmerking.\n# toegestaan", 1), encoding="utf-8")
    assert summary(root, "main", root / "site") == 0
    said = capsys.readouterr().out
    assert "4 uitzonderingen op een controle, 3 nieuw." in said
    rows = [row for row in said.split("\n") if "docs/lessen" in row or "tools/guides" in row]
    assert rows[-4:] == [
        "| **nieuw** | tools/guides/praatje.yml | 6 | ambtelijk | zo heet het |",
        "| **nieuw** | docs/lessen/groet-eerst.md | 20 | html | \\[klik\\](https://elders.example) \\| \\@iemand |",
        "| **nieuw** | docs/lessen/groet-eerst.md | 20 | persoonsnaam | – |",
        "|  | tools/guides/praatje.yml | 5 | ambtelijk | zo heet het |",
    ]
