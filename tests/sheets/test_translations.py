"""What goes to a resident, in each language: words in, words out, by readers that have nothing of each other."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import pymupdf
import pytest
from in_languages import OTHERS, pdfium, poppler, words
from paper import shown

from checks import words_of
from conftest import ROOT, URL
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets.pdf import render
from handboek.sheets.sheet import html, sheets_of


def mupdf(file: Path) -> str:
    with pymupdf.open(file) as document:
        return "\n".join(page.get_text() for page in document)


READERS = {"pdfium": pdfium, "pdftotext -raw": partial(lambda file: poppler(file, "-raw")), "mupdf": mupdf}
"""pypdf is none of them: it puts letters in the order in which they lie, and knows nothing of the direction of a script, so
that what it gives of Arabic (77 to 97% of the words) follows from where a line breaks, and not from what the file says."""
LEAST = {("ar", "mupdf"): 0.95}
"""The share of the words that comes back of all sheets of a language; 99% where nothing stands here."""
LOST: dict[tuple[str, str], set[str]] = {}
"""The words that a reader may lose, each by name: every other one counts for the whole."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "language", [pytest.param(one, marks=[] if one == "ar" else pytest.mark.hard) for one in OTHERS]
)
def test_words_in_words_out(language: str, handbook: Handbook, tmp_path: Path):
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates)
    written, lost = Counter[str](), {reader: Counter[str]() for reader in READERS}
    for piece in handbook.of("translation"):
        if piece.data.language != language:
            continue
        for sheet in sheets_of(piece):
            made = tmp_path / Path(sheet.url).name
            made.write_bytes(render(html(sheet, renderer, project), project.templates).content)
            there = words(" ".join(" ".join(words_of(text)) for one in shown(sheet, handbook) for text in one.texts))
            written += there
            for reader, read in READERS.items():
                lost[reader] += there - words(read(made))
    for reader, found in lost.items():
        least = LEAST.get((language, reader), 0.99)
        assert 1 - found.total() / written.total() >= least, (reader, found.most_common(40))
