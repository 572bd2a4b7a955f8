"""What an edition says in its own words is no core of the method of its base any more."""

from __future__ import annotations

from pathlib import Path

import pytest
from make import edition

from conftest import KLEIN
from handboek import theory
from handboek.content import open_handbook

GUIDE = (KLEIN / "tools/guides/praatje.yml").read_text(encoding="utf-8") + "core: true\n"


@pytest.mark.parametrize(
    ("field", "core"),
    [("goal", False), ("when", True)],
)
def test_a_piece_that_says_what_it_is_for_in_own_words_is_not_core(tmp_path: Path, field: str, core: bool):
    root = edition(tmp_path, KLEIN, files={"basis/tools/guides/praatje.yml": GUIDE})
    base = open_handbook(root)
    was = getattr(base.get("guide", "praatje").data, field)
    said = f"verandert:\n  - veld: {field}\n    was: {getattr(was, 'text', was)}\n    wordt: Dit zeggen wij zelf.\n"
    (root / "eigen/tools/guides").mkdir(parents=True)
    (root / "eigen/tools/guides/praatje.yml").write_text(said, encoding="utf-8")
    book = open_handbook(root)
    assert theory.is_core(base, base.get("guide", "praatje"))
    assert [one.now for one in book.origin.changes] == ["Dit zeggen wij zelf."]
    assert theory.is_core(book, book.get("guide", "praatje")) is core


def test_a_piece_of_an_edition_is_not_core(tmp_path: Path):
    book = open_handbook(edition(tmp_path, KLEIN, files={"eigen/tools/guides/ons.yml": GUIDE}))
    assert not theory.is_core(book, book.get("guide", "ons"))
