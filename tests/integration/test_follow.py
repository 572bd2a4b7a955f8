"""The preview after a change: what somebody asks for is new, and the engine makes all pages only where it must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from handboek.adapter.engine import SITE, _of
from handboek.adapter.follow import Preview
from handboek.project import Project
from handboek.resources import SETTINGS
from handboek.site.site import preview

PAGE, LIST = "gesprekken/praatje/", "gesprekken/"
FILE = "tools/guides/praatje.yml"


@dataclass
class Desk:
    """Somebody's project with its preview, without a server around it."""

    project: Project
    shown: Path
    preview: Preview
    builds: list[str]
    """A row for each time that the engine made all pages."""

    def save(self, path: str, old: str, new: str) -> None:
        file = self.project.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        self.preview.change()

    def asked(self, path: str) -> str:
        """What a browser gets."""
        self.preview.refresh(path)
        file = self.shown / path
        return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")


@pytest.fixture
def desk(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    shown, builds = tmp_path / "getoond", []
    given = SITE.set(lambda: preview(replace(project)))
    plugins: list[Any] = []

    def whole() -> None:
        builds.append("")
        config = load_config(str(SETTINGS), site_dir=str(shown), strict=False, **_of(project))
        if not plugins:
            config.plugins.on_startup(command="serve", dirty=False)
            plugins.append(config.plugins["handboek"])
        build(config, serve_url="http://127.0.0.1:8000/")

    whole()
    builds.clear()
    yield Desk(project, shown, Preview(plugins[0], plugins[0]._read, whole), builds)
    SITE.reset(given)


def test_a_saved_change_is_shown_wherever_it_stands_and_nothing_else_is_made(desk: Desk):
    title = desk.preview.plugin.site.handbook.get("guide", "praatje").data.summary
    before = {path: path.stat().st_mtime_ns for path in desk.shown.rglob("*.html")}
    desk.save(FILE, title, "Een heel andere samenvatting.")
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert desk.builds == []
    assert "Een heel andere samenvatting." in desk.asked(PAGE)
    assert "Een heel andere samenvatting." in desk.asked(f"{LIST}index.html")
    assert "Een heel andere samenvatting." in desk.asked("assets/search/texts-0.js")
    assert "Een heel andere samenvatting." in desk.asked("handboek.json")
    changed = {path.relative_to(desk.shown).as_posix() for path in before if path.stat().st_mtime_ns != before[path]}
    assert {f"{PAGE}index.html", f"{LIST}index.html"} <= changed


def test_a_page_that_is_made_by_itself_is_the_page_that_the_engine_makes(desk: Desk):
    """Also one that calls macros, a list, and one that somebody asks for by its file."""
    summary = desk.preview.plugin.site.handbook.get("guide", "praatje").data.summary
    desk.save(FILE, summary, "Anders.")
    addresses = sorted(desk.preview.stale)
    one_by_one = {address: desk.asked(address) for address in addresses}
    assert desk.preview.stale == set()
    desk.preview.build()
    assert len(addresses) > 25
    assert {address for address in addresses if desk.asked(address) != one_by_one[address]} == set()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FILE, "title: ", "title: Heel ander "),  # it stands in the menu
        ("phases/method.yml", "name: ", "name: Heel andere "),
    ],
)
def test_what_stands_around_pages_is_for_the_engine(desk: Desk, path: str, old: str, new: str):
    desk.save(path, old, new)
    assert len(desk.builds) == 1
    assert "eel ander" in desk.asked(PAGE)


def test_a_new_piece_and_a_template_are_for_the_engine(desk: Desk):
    own = desk.project.root / "overrides/site/assets/own.css"
    own.parent.mkdir(parents=True)
    own.write_text(":root { --brick: #123456 }", encoding="utf-8")
    desk.preview.change()
    assert desk.asked("assets/handboek.css").endswith(":root { --brick: #123456 }")
    (desk.project.root / "tools/guides/tweede.yml").write_bytes((desk.project.root / FILE).read_bytes())
    desk.preview.change()
    assert "<h1" in desk.asked("gesprekken/tweede/")
    assert len(desk.builds) == 2
    desk.preview.change()
    assert len(desk.builds) == 2, "nothing changed since"


def test_pages_of_before_stay_where_the_content_cannot_be_read_or_a_page_cannot_be_made(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    before = desk.asked(PAGE)
    method = desk.project.root / "phases/method.yml"
    text = method.read_text(encoding="utf-8")
    method.unlink()
    desk.preview.change()
    assert "Je ziet de bladzijden van voor deze fout" in capsys.readouterr().out
    assert "voorvertoning" in desk.asked(PAGE)
    method.write_text(text, encoding="utf-8")
    desk.preview.change()
    assert desk.asked(PAGE) == before

    def stuck(address: str) -> None:
        raise ValueError("Dit lukt niet.")

    desk.save(FILE, "summary: ", "summary: Ja, ")
    monkeypatch.setattr(desk.preview.plugin, "remake", stuck)
    assert desk.asked(PAGE) == before
    assert "Dit lukt niet.\nJe ziet deze bladzijde zoals ze was." in capsys.readouterr().out
