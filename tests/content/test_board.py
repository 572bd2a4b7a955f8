"""One sheet for who decides: its figures follow from the steps, and each source it names is in the text."""

from __future__ import annotations

import re

import pytest

from conftest import KLEIN, ROOT
from handboek import checks, hours
from handboek.handbook import Handbook, Piece, assemble
from handboek.load import read, with_file
from handboek.model.text import BLANK, Words
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets.sheet import colophon, html, sheets_of

SHEET = "een-a4-voor-het-bestuur"
SAMPLE = ROOT / "tests/sheets/samples/tools/worksheets/feiten.yml"


@pytest.fixture(scope="module")
def sheet(handbook: Handbook) -> Piece:
    found = handbook.get("worksheet", SHEET)
    assert found
    return found


def test_it_says_what_hours_what_is_known_and_not_and_what_is_asked(handbook: Handbook, sheet: Piece):
    headings = [group.heading for group in sheet.data.sheet.groups]
    assert headings == ["Wat het is", "Wat het vraagt", "Wat bekend is", "Wat niemand weet", "Wat er mis kan gaan"]
    assert sheet.data.sheet.writing[0].label.startswith("Gevraagd besluit")
    assert len(sheet.sources) >= 3
    page = handbook.get("page", "voor-bestuurders")
    assert page and page.entry.prose
    assert f'werkblad("{SHEET}")' in page.entry.prose.body


def test_no_figure_about_hours_or_money_is_written_by_hand(sheet: Piece):
    texts = [leaf.value for leaf in sheet.leaves() if isinstance(leaf.marker, Words)]
    assert not [text for text in texts if re.search(r"\d[\d.]* (?:tot \d[\d.]* )?(?:uur|euro|woningen)", text)]
    assert sum(len(BLANK.findall(text)) for text in texts) >= 5


def test_paper_and_page_show_the_figures_of_the_steps(handbook: Handbook, sheet: Piece):
    renderer = Renderer(handbook, ROOT / "overrides")
    paper = html(next(sheets_of(sheet)), renderer, Project(ROOT, "https://handboek.test/"))
    page = str(renderer.body(sheet).html)
    for leaf in sheet.leaves():
        for name in BLANK.findall(leaf.value) if isinstance(leaf.marker, Words) else ():
            assert hours.figure(handbook, name) in paper
            assert hours.figure(handbook, name) in page
            assert f"{{{name}}}" not in paper + page


def test_the_sheet_has_another_version_when_a_figure_differs(handbook: Handbook, sheet: Piece):
    path = "phases/uren.yml"
    other = handbook.documents[path].text.replace("number: 96", "number: 120")
    changed = assemble(with_file(dict(handbook.documents), path, other.encode()))
    now = changed.get("worksheet", SHEET)
    assert now and now.hash == sheet.hash
    assert colophon(now, changed).version != colophon(sheet, handbook).version


def test_a_name_that_is_no_figure_is_told_at_its_place():
    text = SAMPLE.read_text(encoding="utf-8").replace("{uren}", "{uren-per-maand-te-veel}")
    book = assemble(with_file(read(KLEIN), "tools/worksheets/feiten.yml", text.encode()))
    (finding,) = [one for one in checks.run(book) if one.code == "uren"]
    assert "uren-per-maand-te-veel" in finding.text
    assert finding.line == text[: text.index("{uren-per")].count("\n") + 1
