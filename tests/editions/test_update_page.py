"""What a newer base brought stands on a page of its own: the three texts of each clash, and what changed elsewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from make import edition

from conftest import KLEIN
from handboek.authoring.editions import page, report, update
from handboek.authoring.editions.source import opened
from handboek.content import open_handbook
from handboek.edition import base, merge
from handboek.edition.read import own_files
from handboek.load import read
from handboek.parse import read_file

PRAATJE = "tools/guides/praatje.yml"
HARM = "<script>alert(1)</script>"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The small method with a title and a step in other words."""
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


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """The small method with a phase under another name."""
    there = tmp_path / "nieuw"
    shutil.copytree(KLEIN, there)
    (there / "phases/1-kijken").rename(there / "phases/1-zien")
    moved = {"fasen/kijken": "fasen/zien", "fasen/kijken/rondje-lopen": "fasen/zien/rondje-lopen"}
    rows = "".join(f"  - {{from: {old}, to: {new}}}\n" for old, new in moved.items())
    for path in (*there.rglob("*.yml"), *there.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\bkijken\b(?!\.)", "zien", text), encoding="utf-8")
    (there / "phases/redirects.yml").write_text(f"redirects:\n{rows}", encoding="utf-8")
    return there


def test_changes_go_along_into_a_folder_with_another_name(tmp_path: Path, renamed: Path):
    path = "phases/1-kijken/steps/rondje-lopen.yml"
    change = "verandert:\n  - {veld: title, was: Loop een rondje, wordt: Loop rond}\n"
    root = edition(tmp_path / "uitgave", KLEIN, "", {f"eigen/{path}": change})
    assert update.update(root, str(renamed), None) == 0
    assert list(own_files(root)) == [path.replace("kijken", "zien")]
    assert not (root / "eigen/phases/1-kijken").exists()
    assert open_handbook(root).get("step", "rondje-lopen").title == "Loop rond"


def test_an_update_tells_what_matters_and_not_what_is_left_out(tmp_path: Path, renamed: Path):
    """A renamed phase with all its files is one line; what only has a new name in it is a number; what is left out is not told."""
    there = renamed
    for path, was in (("phases/2-doen/phase.yml", "Als het klaar is."), (PRAATJE, "Een kort gesprek op straat.")):
        text = (there / path).read_text(encoding="utf-8")
        (there / path).write_text(text.replace(was, "Nu anders."), encoding="utf-8")
    change = "verandert:\n  - {veld: when, was: Als je iemand tegenkomt., wordt: Als iemand je ziet.}\n"
    root = edition(tmp_path / "uitgave", KLEIN, "weg:\n  fasen: [doen]\n", {f"eigen/{PRAATJE}": change})
    assert update.update(root, str(there), None) == 0
    said = (root / "basis/bijgewerkt.md").read_text(encoding="utf-8")
    assert f"## Veranderd in een stuk dat jullie ook aanpasten (1)\n\n- Een praatje ({PRAATJE})" in said
    assert "2-doen" not in said
    assert re.search(
        r"- phases/1-kijken/ → phases/1-zien/: \d+ bestanden\n- \d+ bestanden noemen alleen een nieuwe naam\.", said
    )
    assert "Veranderd in de basis" not in said
