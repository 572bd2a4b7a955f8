"""What a newer base brought stands on a page of its own: the three texts of each clash, and what changed elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from make import edition

from conftest import KLEIN
from handboek.authoring.editions import page, report, update
from handboek.authoring.editions.source import opened
from handboek.edition import base, merge
from handboek.edition.read import own_files
from handboek.load import read
from handboek.parse import read_file

PRAATJE = "tools/guides/praatje.yml"
HARM = "<script>alert(1)</script>"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The small method with a title and a step in other words."""
    import shutil

    there = tmp_path / "nieuw"
    shutil.copytree(KLEIN, there)
    guide = there / PRAATJE
    text = guide.read_text(encoding="utf-8")
    guide.write_text(re.sub(r"(?m)^title: .*$", "title: Een kort gesprek", text), encoding="utf-8")
    step = there / "phases/1-kijken/steps/rondje-lopen.yml"
    step.write_text(step.read_text(encoding="utf-8").replace("Als het stormt.", "Als het hagelt."), encoding="utf-8")
    return there


def test_the_page_stands_where_it_is_said(tmp_path: Path, newer: Path, capsys: pytest.CaptureFixture[str]):
    title = read(KLEIN)[PRAATJE].data["title"]
    change = f"verandert:\n  - {{veld: title, was: {title}, wordt: 'Van ons {HARM}'}}\n"
    root = edition(tmp_path / "uitgave", KLEIN, "", {f"eigen/{PRAATJE}": change})
    assert update.update(root, str(newer), None) == 1
    said = capsys.readouterr().out
    assert "open `basis/wat-verandert.html`" in said
    html = (root / "basis/wat-verandert.html").read_text(encoding="utf-8")
    words = " ".join(re.sub(r"<[^>]+>", "", html).split())
    for text in (
        title,
        "Een kort gesprek",
        "kies: basis",
        "kies: eigen",
        "kies: beide",
        "Als het stormt.",
        "Als het hagelt.",
    ):
        assert text in words
    assert HARM not in html and "&lt;script&gt;" in html
    assert not re.search(r"https?://|//[a-z]|<script|<link|<img|@import|url\(", html)
    assert '<html lang="nl" dir="ltr">' in html and 'name="viewport"' in html
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) and set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert not list(base.edited(root)), "a page beside the base is no part of it"


def test_page_and_list_tell_the_same(tmp_path: Path, newer: Path):
    root = edition(tmp_path / "uitgave", KLEIN)
    with opened(str(newer)) as new:
        old = read(root / "basis")
        merged = merge.merged(old, new.documents, own_files(root), read_file(root, "editie.yml"))
        told = report.update_of(merged, old, new, "2026-10")
        html, lines = page.page(told, old, new.documents), "\n".join(report.updated(told))
    headings = [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<h2[^>]*>(.*?)</h2>", html)]
    assert headings == re.findall(r"(?m)^## (.*)$", lines) != []


def test_words_that_differ_are_marked():
    one, other = page.words("Kijk niet naar binnen.", "Kijk naar buiten.")
    assert [(word.text.strip(), word.differs) for word in one] == [
        ("Kijk", False), ("niet", True), ("naar", False), ("binnen.", True),
    ]  # fmt: skip
    assert [(word.text.strip(), word.differs) for word in other] == [
        ("Kijk", False), ("naar", False), ("buiten.", True),
    ]  # fmt: skip
