"""The page that shows the sheets of a change, old beside new: what it takes from where, with pictures that are words."""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conftest import KLEIN
from handboek import store
from handboek.authoring import visual_diff
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.render.renderer import File
from handboek.sheets.pdf import SheetError


def held(words: str) -> str:
    return f"data:image/png;base64,{b64encode(words.encode()).decode()}"


@pytest.fixture
def before() -> Handbook:
    return open_handbook(KLEIN)


@pytest.fixture
def site(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A preview in which each sheet is a word, and so is its picture."""
    site = tmp_path / "site"
    sheets = {("worksheet", "lijstje"): "werkbladen/lijstje", ("message", "briefje"): "berichten/briefje"}
    for url in sheets.values():
        (site / url).mkdir(parents=True)
        (site / f"{url}.pdf").write_text(url, encoding="utf-8")
    (site / "index.html").touch()
    (site / "werkbladen/lijstje/index.html").touch()
    listed = {
        key: (File("groot", f"{url}-groot.pdf", 9, 9, "A4"), File("blad", f"{url}.pdf", 3, 9, "A4"))
        for key, url in sheets.items()
    }

    def was(sheet: Any, renderer: Any, of: Project) -> tuple[Any, bytes]:
        assert of.root == tmp_path / "toen"
        if sheet.piece.slug == "briefje":
            raise SheetError("Te vol.")
        return SimpleNamespace(pages=2), f"toen {sheet.url}".encode()

    monkeypatch.setattr(store, "manifest", lambda _: listed)
    monkeypatch.setattr(store, "get_or_render", was)
    monkeypatch.setattr(visual_diff, "picture", lambda pdf: b"nu " + pdf)
    shutil.copytree(KLEIN, tmp_path / "toen", ignore=shutil.ignore_patterns(".build"))
    return site


def shown(site: Path, project: Project, before: Handbook, word: str, key: tuple[str, str]) -> str:
    """The page about one piece."""
    differ = [(word, before.pieces[key])]
    made = visual_diff.write(site, project, before, project.root.parent / "toen", differ)
    assert made == site / "wat-verandert.html"
    return made.read_text(encoding="utf-8")


def pictures(page: str) -> list[str]:
    return re.findall('src="([^"]*)"', page)


def test_a_changed_sheet_stands_beside_what_it_was(site: Path, project: Project, before: Handbook):
    page = shown(site, project, before, "veranderd", ("worksheet", "lijstje"))
    assert pictures(page) == [held("toen werkbladen/lijstje.pdf"), held("nu werkbladen/lijstje")]
    assert "Was: 2 bladzijden" in page
    assert "Wordt: 3 bladzijden" in page
    assert 'href="werkbladen/lijstje/index.html"' in page
    assert 'href="werkbladen/lijstje.pdf"' in page
    assert "-groot.pdf" not in page  # the preview does not hold it
    assert "Er verandert geen andere bladzijde." in page


def test_a_new_sheet_stands_alone(site: Path, project: Project, before: Handbook):
    assert pictures(shown(site, project, before, "nieuw", ("worksheet", "lijstje"))) == [held("nu werkbladen/lijstje")]


def test_what_cannot_be_drawn_any_more_has_no_old_picture(site: Path, project: Project, before: Handbook):
    page = shown(site, project, before, "veranderd", ("message", "briefje"))
    assert pictures(page) == [held("nu berichten/briefje")]
    assert 'href="berichten/briefje/index.html"' not in page  # the preview has no such page


def test_a_piece_without_a_sheet_is_a_line(site: Path, project: Project, before: Handbook):
    page = shown(site, project, before, "veranderd", ("lesson", "groet-eerst"))
    assert pictures(page) == []
    assert "Er verandert geen blad." in page
    assert "Groet eerst" in page.partition("Andere bladzijden")[2]


def test_without_a_preview_there_is_no_page(project: Project, before: Handbook, tmp_path: Path):
    assert visual_diff.write(tmp_path / "weg", project, before, tmp_path, []) is None
