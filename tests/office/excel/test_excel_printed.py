"""Files for Excel on paper, as LibreOffice prints them: all that stands on a tab is there, and no page has only ruled rows."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest
import spreadsheets as xl
from test_excel import SLUGS, tabs

from handboek.office.excel.looks import high
from handboek.office.excel.places import head_row
from handboek.tables import Start

pytestmark = pytest.mark.hard
SENTENCE = "De voordeur beneden valt niet in het slot en de bel van de derde deur doet het alleen als je lang drukt"
FILLED = 3


def pages(pdf: bytes) -> list[str]:
    """The words of each page, without spaces: a program breaks them where it likes."""
    with pypdfium2.PdfDocument(pdf) as file:
        return [_close(page.get_textpage().get_text_range()) for page in file]


def _close(text: object) -> str:
    return re.sub(r"\s+", "", str(text))


def filtered(slug: str) -> bytes:
    """The file of somebody who filled in a few rows, and left the empty ones out of sight as the tab says."""
    file = xl.opened(xl.content(slug))
    for tab, _ in tabs(slug):
        sheet, first = file[tab.name], head_row(tab) + 2
        empty = [
            row for row, starts in enumerate(tab.rows, first) if not any(one.value or one.formula for one in starts)
        ]
        for row in empty[:FILLED]:
            told = [(f"{SENTENCE} {row}.", column.width) for column in tab.columns if column.sentence]
            sheet.row_dimensions[row].height = high(told or [("", 9)])  # as a program makes it grow
            for number, column in enumerate(tab.columns, 1):
                if column.sentence:
                    sheet.cell(row, number).value = f"{SENTENCE} {row}."
        for row in empty[FILLED:]:
            sheet.row_dimensions[row].hidden = True
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_all_that_stands_on_a_tab_is_on_paper_and_no_page_is_empty(tmp_path: Path):
    files = [xl.content(slug) for slug in SLUGS]
    for slug, content, pdf in zip(SLUGS, files, xl.converted(files, tmp_path / "heel", "pdf"), strict=True):
        printed, file = pages(pdf), xl.opened(content, values=True)
        words = "".join(printed)
        for sheet in file:
            if sheet.sheet_state == "visible":
                said = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
                assert [one for one in said if _close(one) not in words] == [], (slug, sheet.title)
        # each page has the heads of its list above it, or is one of the other tabs
        heads = [[_close(word) for column in tab.columns for word in column.label.split()] for tab, _ in tabs(slug)]
        single = [sheet.title for sheet in file if sheet.title not in {tab.name for tab, _ in tabs(slug)}]
        without = [one for one in printed if not any(all(word in one for word in head) for head in heads)]
        assert len(without) <= len(single), slug


def test_empty_rows_stay_off_paper_as_the_tab_says(tmp_path: Path):
    files = [filtered(slug) for slug in SLUGS]
    for slug, pdf in zip(SLUGS, xl.converted(files, tmp_path / "gevuld", "pdf"), strict=True):
        printed, file = pages(pdf), xl.opened(xl.content(slug))
        shown = [sheet for sheet in file if sheet.sheet_state == "visible"]
        preprinted = sum(any(one != Start() for one in row) for tab, _ in tabs(slug) for row in tab.rows)
        assert len(printed) <= len(shown) + -(-preprinted // 15), slug
        for tab, _ in tabs(slug):
            first = head_row(tab) + 2
            empty = [
                row for row, starts in enumerate(tab.rows, first) if not any(one.value or one.formula for one in starts)
            ]
            for row in empty[:FILLED]:
                wanted = sum(column.sentence for column in tab.columns)
                assert "".join(printed).count(_close(f"{SENTENCE} {row}.")) >= wanted, (slug, tab.name, row)


def test_a_long_list_says_how_its_empty_rows_stay_off_paper():
    told = {
        (slug, tab.name)
        for slug in SLUGS
        for tab, sheet in tabs(slug)
        if any(str(sheet.cell(row, 1).value).startswith("Printen: ") for row in range(1, head_row(tab) + 1))
    }
    assert told == {("toezeggingen", "Toezeggingen"), ("draagvlakmeter", "Lijst"), ("rondeplanning-deuren", "Deuren")}
