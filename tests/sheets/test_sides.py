"""How many sides of paper everything takes that goes to a resident, in each language: what is one side in Dutch is one in all."""

from __future__ import annotations

import pytest

from conftest import ROOT, URL, real
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets.pdf import lay_out
from handboek.sheets.sheet import html, sheets_of

SIDES = {
    "message": {"blad": 1, "invulbaar": 1, "vooraf": 1, "groot": 2, "samen": 2},
    "voor-bewoners": {"blad": 2, "samen": 3},
    "afsprakenblad": {"blad": 1, "invulbaar": 1, "samen": 2, "groot": 3},
    "praatkaart": {"blad": 2, "samen": 4},
    "taalkaart": {"blad": 2},
}
"""The longest language is looked at in each run, the others with `hard`. By the kind of piece or the piece, and by the kind of PDF: the most that it takes. With the Dutch beside it a letter is one
sheet of paper, printed on both sides."""

PAIRS = [
    pytest.param(piece.slug, language, marks=[] if language == "uk" else pytest.mark.hard)
    for piece in [*real().of("message"), *real().some("page", tuple(SIDES)), *real().some("worksheet", tuple(SIDES))]
    for language in ("nl", *(one.slug for one in real().of("language")))
]


@pytest.mark.slow
@pytest.mark.parametrize(("slug", "language"), PAIRS)
def test_sides(slug: str, language: str, handbook: Handbook):
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates)
    of = next(one for one in handbook.pieces.values() if one.slug == slug and one.kind.translated)
    pieces = handbook.citing(of.key, "translation")
    piece = of if language == "nl" else next(one for one in pieces if one.data.language == language)
    most = SIDES.get(slug) or SIDES[of.type]
    for sheet in sheets_of(piece):
        document = lay_out(html(sheet, renderer, project), project.templates, forms=sheet.variant.fillable)
        assert len(document.pages) <= most[sheet.kind], sheet.url
