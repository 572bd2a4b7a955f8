"""What goes to a resident, in each language: words in, words out, by readers that have nothing of each other."""

from __future__ import annotations

import re
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
"""pypdf is none of them. It guesses each space from the place where a piece of text ends, as if all text ran to the right: words
of two boxes, or around a link, come out as one (`البيتغبار`), and nothing tells these from a word that is wrong. It gave 87 to
100% of the words of an Arabic sheet."""
LEAST = {("ar", "mupdf"): 0.95}
"""The share of the words that comes back of all sheets of a language; 99% where nothing stands here."""
BORDER = re.compile(r"(?<=[\u0600-\u06ff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u0600-\u06ff])")
"""What mupdf loses of Arabic is no word but a space, between letters that run to the left and what runs to the right: it says
`اسألواhuurdersorganisatie`. With a space there each of these words is back, and so each is named; what is gone would be seen."""


@pytest.mark.parametrize(
    "address", ["berichten/niet-thuis-tr", "berichten/niet-thuis-tr-nl", "werkbladen/praatkaart-pl-nl"]
)
def test_each_page_of_a_concept_says_so_in_both_languages(address: str, handbook: Handbook, tmp_path: Path):
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates)
    sheets = [sheet for piece in handbook.of("translation") if piece.unreviewed for sheet in sheets_of(piece)]
    sheet = next(sheet for sheet in sheets if sheet.url == f"{address}.pdf")
    made = tmp_path / "concept.pdf"
    made.write_bytes(render(html(sheet, renderer, project), project.templates).content)
    with pymupdf.open(made) as document:
        said = [" ".join(page.get_text().split()) for page in document]
    assert len(said) > 1 or not address.endswith("-nl")
    assert all(f"Vertaling in concept · {sheet.piece.language.phrases.concept}" in one for one in said), said


def test_the_back_of_the_card_of_languages_says_of_each_that_nobody_read_it(handbook: Handbook, tmp_path: Path):
    project = Project(ROOT, URL)
    sheet = next(sheets_of(handbook.get("worksheet", "taalkaart")))
    made = tmp_path / "taalkaart.pdf"
    made.write_bytes(render(html(sheet, Renderer(handbook, project.templates), project), project.templates).content)
    back = words(poppler(made, "-f", "2", "-l", "2"))
    concepts = [one for one in handbook.of("translation") if one.of and one.of.slug == "taalkaart" and one.unreviewed]
    assert concepts
    assert not sum((words(one.language.phrases.concept) for one in concepts), Counter[str]()) - back
    assert pymupdf.open(made).page_count == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    "language", [pytest.param(one, marks=[] if one == "ar" else pytest.mark.hard) for one in OTHERS]
)
def test_words_in_words_out(language: str, handbook: Handbook, tmp_path: Path):
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates)
    written, lost = Counter[str](), {reader: Counter[str]() for reader in READERS}
    gone = Counter[str]()
    for piece in handbook.of("translation"):
        if piece.data.language != language:
            continue
        for sheet in sheets_of(piece):
            made = tmp_path / Path(sheet.url).name
            made.write_bytes(render(html(sheet, renderer, project), project.templates).content)
            there = words(" ".join(" ".join(words_of(text)) for one in shown(sheet, handbook) for text in one.texts))
            written += there
            for reader, read in READERS.items():
                said = read(made)
                lost[reader] += there - words(said)
                gone += there - words(BORDER.sub(" ", said)) if (language, reader) in LEAST else Counter()
    for reader, found in lost.items():
        least = LEAST.get((language, reader), 0.99)
        assert 1 - found.total() / written.total() >= least, (reader, found.most_common(40))
    assert gone.total() <= 0.01 * written.total(), gone
