"""Sheets of what was corrected or withdrawn are held to what every sheet is held to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from workbench import letters, samples, see, sheets

import checks
from handboek.handbook import Handbook, Piece
from handboek.sheets.sheet import sheets_of

pytestmark = pytest.mark.slow

LONG = "Op de derde regel stond een vraag naar geld; die hoort daar niet en is vervangen door een vraag naar de buurt. "
CORRECTED = [
    {"date": "2026-11-12", "what": (LONG * 2)[:200].strip()},
    {"date": "2026-11-30", "what": "Het nummer van de hulplijn klopte niet."},
]
WITHDRAWN = {"date": "2026-11-30", "reason": (LONG * 6)[:600].strip(), "instead": "werkbladen/lijstje"}
SHEETS = {sheet.url: sheet for sheet in sheets(samples()) if not sheet.piece.kind.below}
"""What goes wrong in a text goes wrong in its translations: they have nothing of their own to withdraw or to correct."""


def said(piece: Piece, **fields: object) -> tuple[Piece, Handbook]:
    """A piece of the samples with these fields, and the handbook that holds it."""
    data = piece.data.__class__.model_validate({**piece.data.model_dump(by_alias=True), **fields})
    changed = replace(piece, data=data)
    return changed, replace(samples(), pieces={**samples().pieces, piece.key: changed})


MAIN = [url for url, sheet in SHEETS.items() if sheet.kind in ("blad", "zak", "4xA4", "deelnemers", "evaluatie")]
"""A correction stands in the foot, which the large, fillable and folded sheets have from the main one."""


@pytest.mark.parametrize("url", MAIN)
def test_a_correction_fits_on_each_sheet(url: str):
    corrected(url)


@pytest.mark.hard
@pytest.mark.parametrize("url", [url for url in SHEETS if url not in MAIN])
def test_a_correction_fits_on_the_other_variants(url: str):
    corrected(url)


def corrected(url: str) -> None:
    sheet = SHEETS[url]
    piece, book = said(sheet.piece, corrected=CORRECTED)
    seen = see(replace(sheet, piece=piece), book)
    held_to = (checks.inside, checks.sizes, checks.fonts, checks.code, checks.accessible, checks.fields)
    assert [problem for check in held_to for problem in check(seen)] == []
    told = piece.type != "message" or sheet.kind == "vooraf"  # a letter tells residents nothing of its own past
    assert ("gecorrigeerdop30november2026" in letters(seen.printed)) == told


@pytest.mark.parametrize(
    "url", [url for url, sheet in SHEETS.items() if sheet.piece.slug in ("brief", "zakkaarten", "meter")]
)
def test_what_was_withdrawn_is_one_good_page(url: str):
    piece, book = said(SHEETS[url].piece, withdrawn=WITHDRAWN)
    (sheet,) = [one for one in sheets_of(piece) if one.url == url]
    seen = see(sheet, book)
    assert len(seen.document.pages) == 1
    held_to = (
        checks.inside, checks.sizes, checks.headings, checks.fonts, checks.legible, checks.code, checks.found_back, checks.accessible
    )  # fmt: skip
    assert [
        problem for check in held_to for problem in check(seen) if "QR" not in problem or "zakkaarten" not in url
    ] == []
    text = letters(seen.printed)
    for told in ("ingetrokken", "30november2026", letters(WITHDRAWN["reason"]), letters("werkbladen/lijstje")):
        assert told in text
