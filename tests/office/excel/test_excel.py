"""Files for Excel, read back: columns, kinds, what may be filled in, protection, paper, language."""

from __future__ import annotations

import ast
import datetime
import io
import re
import zipfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
import spreadsheets as xl
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from conftest import ROOT, TUIN, real
from handboek import checks, formula, hours
from handboek.checks.rules.spreadsheet import PRIVATE
from handboek.content import open_handbook
from handboek.office.excel import source as excel
from handboek.office.excel.looks import FIGURE, FONT, FORMATS, LINE, TONES
from handboek.office.excel.places import head_row
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.tables import CHOICES, EXPLAINED, List, Start, paper_columns
from handboek.worked_out import NO_DAY, Sheet

A4, A3 = 9, 8
PAPERS = {A4: (210, 297), A3: (297, 420)}
"""Millimetres, as the program calls them."""
MARGINS = 2 * 12.7
SLUGS = [piece.slug for piece in xl.kept()]
each = pytest.mark.parametrize("slug", SLUGS)


def tabs(slug: str) -> list[tuple[List, Worksheet]]:
    """The lists of a file with their tabs."""
    file = xl.opened(xl.content(slug))
    return [(tab, file[tab.name]) for tab in xl.source(slug).tables.tabs if isinstance(tab, List)]


def test_each_sheet_that_counts_or_keeps_a_list_has_a_file():
    assert {
        *("aannemerskeuze", "capaciteitskalender", "draagvlakmeter", "meetplan", "rondeplanning-deuren"),
        *("schouw-schoon-heel-veilig", "startfoto-complex", "toezeggingen", "urenraming"),
    } <= set(SLUGS)


@each
def test_the_same_content_gives_the_same_bytes(slug: str):
    assert xl.source(slug).make() == xl.content(slug)
    assert repr(xl.source(slug)) == repr(xl.source(slug))
    assert "object at" not in repr(xl.source(slug))


@each
def test_a_file_says_what_it_is(slug: str):
    file, piece = xl.opened(xl.content(slug)), real().get("worksheet", slug)
    assert piece and file.properties.title == piece.title
    assert file.properties.language == "nl-NL"
    assert not file.properties.creator and not file.properties.lastModifiedBy
    assert file.properties.created == datetime.datetime.combine(piece.data.checked, datetime.time())
    assert "versie" in (file.properties.description or "")
    names = file.sheetnames
    assert names[0] == EXPLAINED and file.active.title == EXPLAINED
    assert all(tab.sheet_view.showGridLines is False for tab in file), "only what can be filled in has lines"
    assert names[1 : 1 + len(xl.source(slug).tables.tabs)] == [tab.name for tab in xl.source(slug).tables.tabs]
    assert names[-1] == CHOICES or not any(tab.data_validations.dataValidation for tab in file if _lists(tab))
    said = " ".join(str(cell.value) for row in file[EXPLAINED].iter_rows() for cell in row if cell.value)
    for words in (*map(str, piece.data.excel.instruction), "geen kolom voor een naam", "geen wachtwoord", "versie "):
        assert words in said
    links = {cell.hyperlink.location for row in file[EXPLAINED].iter_rows() for cell in row if cell.hyperlink}
    assert {f"'{tab.name}'!A1" for tab in xl.source(slug).tables.tabs} <= links


def _lists(tab: Worksheet) -> bool:
    return any(one.type == "list" and CHOICES in one.formula1 for one in tab.data_validations.dataValidation)


@each
def test_the_heads_are_those_of_the_paper(slug: str):
    piece = real().get("worksheet", slug)
    assert piece
    for table, (tab, sheet) in zip(
        [one for one in piece.data.excel.tables if one.layout == "lijst"], tabs(slug), strict=True
    ):
        heads = [cell.value.removesuffix("\n(rekent zelf)") for cell in sheet[head_row(tab) + 1][: len(tab.columns)]]
        assert heads == [column.label for column in tab.columns] and all(heads)
        assert len(set(heads)) == len(heads)
        of_paper = [label for label, _ in paper_columns(piece, table.paper)]
        named = [of_paper[column.column - 1] for column in table.columns if column.column and not column.label]
        assert set(named) <= set(heads)


@each
def test_a_column_takes_what_its_kind_takes(slug: str):
    types = {"aantal": "whole", "getal": "decimal", "euro": "decimal", "procent": "decimal", "datum": "date"}
    for tab, sheet in tabs(slug):
        rules = {}
        for rule in sheet.data_validations.dataValidation:
            assert rule.showErrorMessage is not False and (rule.errorStyle in (None, "stop"))
            for cells in rule.sqref.ranges:
                rules[cells.min_col - 1] = (rule, cells)
        for number, column in enumerate(tab.columns):
            first, last = head_row(tab) + 2, head_row(tab) + 1 + len(tab.rows)
            cell = sheet.cell(first, number + 1)
            assert cell.number_format == FORMATS.get(column.kind, "General")
            if column.formula:
                assert number not in rules
                continue
            wanted = "list" if column.chosen else types.get(column.kind)
            rule, cells = rules[number]
            assert rule.showInputMessage and column.label.startswith(rule.promptTitle) and rule.prompt
            if wanted:
                assert (rule.type, cells.min_row, cells.max_row) == (wanted, first, last)
                assert rule.error and rule.errorTitle
            if wanted == "list":
                assert _choices(sheet.parent, rules[number][0].formula1)[: len(column.choices)] == list(column.choices)
            if column.kind == "tekst" and column.most:
                assert rules[number][0].type == "textLength"
                assert rules[number][0].error


def _choices(file: Workbook, where: str) -> list[str]:
    name, _, cells = where.lstrip("=").replace("'", "").rpartition("!")
    return [str(row[0].value) for row in file[name][cells.replace("$", "")]]


@each
def test_formulas_are_protected_and_nothing_else_that_is_filled_in(slug: str):
    file = xl.opened(xl.content(slug))
    tables = xl.source(slug).tables
    worked = 0
    for there in xl.every(tables):
        tab = tables.tabs[there.tab]
        row, column = xl.place(tab, there)
        cell = file[tab.name].cell(row + 1, column + 1)
        computed = cell.data_type == "f"
        worked += computed
        start = tab.start[there.row or 0] if not isinstance(tab, List) else None
        assert cell.protection.locked == (computed and not (start and start.open)), (tab.name, cell.coordinate)
    assert worked
    for sheet in file:
        assert sheet.protection.sheet == (sheet.title != EXPLAINED)
        assert not sheet.protection.password
        if sheet.protection.sheet:  # what is not locked may be done
            assert not sheet.protection.formatColumns and not sheet.protection.autoFilter


@each
def test_a_checker_finds_nothing(slug: str):
    """Every tab has a name of its own and begins with its title in the first cell; no cells are merged, and each list has its head."""
    file = xl.opened(xl.content(slug))
    assert len({sheet.title.casefold() for sheet in file}) == len(file.sheetnames)
    assert not [name for name in file.sheetnames if re.match(r"(?i)(sheet|blad) ?\d*$", name)]
    for sheet in file:
        assert sheet["A1"].value and not sheet.merged_cells.ranges, sheet.title
        assert sheet.title == EXPLAINED or sheet["A1"].value == sheet.title
    for tab, sheet in tabs(slug):
        heads = [sheet.cell(head_row(tab) + 1, column).value for column in range(1, len(tab.columns) + 1)]
        assert all(heads) and sheet.print_title_rows


@each
def test_a_list_says_how_it_is_sorted_and_what_it_says_can_be_done(slug: str):
    """Where the open columns stand first, a selection of these alone has no protected cell in it."""
    for tab, sheet in tabs(slug):
        said = [str(sheet.cell(row, 1).value) for row in range(1, head_row(tab) + 1)]
        told = [one for one in said if one.startswith("Sorteren: ")]
        assert len(told) == any(column.formula for column in tab.columns)
        assert not sheet.protection.sort
        if told and "alleen de witte vakken" in told[0]:
            first, last = head_row(tab) + 2, head_row(tab) + 1 + len(tab.rows)
            open_ = [number for number, column in enumerate(tab.columns, 1) if not column.formula]
            assert open_ == list(range(1, len(open_) + 1))
            assert not any(
                sheet.cell(row, column).protection.locked for row in range(first, last + 1) for column in open_
            )


@each
def test_a_list_comes_on_paper(slug: str):
    file = xl.opened(xl.content(slug))
    for sheet in file:
        assert sheet.page_setup.paperSize in PAPERS
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and (sheet.page_setup.fitToWidth or 1) == 1
        assert "&P" in sheet.oddFooter.right.text and "&N" in sheet.oddFooter.right.text
    assert file[EXPLAINED].page_setup.fitToHeight in (None, 1), "what explains the file is one page"
    for tab, sheet in tabs(slug):
        row = head_row(tab) + 1
        last = get_column_letter(len(tab.columns))
        assert sheet.freeze_panes == f"B{row + 1}"
        assert sheet.print_title_rows == f"${row}:${row}"
        assert sheet.print_area == f"'{tab.name}'!$A$1:${last}${row + len(tab.rows)}"
        assert sheet.auto_filter.ref == f"A{row}:{last}{row + len(tab.rows)}"
        wide = sum(column.width for column in tab.columns)
        assert sheet.page_setup.orientation == ("landscape" if wide > 92 else "portrait")
        sides = {paper: (side if wide > 92 else other) - MARGINS for paper, (other, side) in PAPERS.items()}
        letters = {paper: FONT["font_size"] * side / 25.4 * 72 / (wide * FIGURE) for paper, side in sides.items()}
        assert sheet.page_setup.paperSize == (A4 if letters[A4] > 6.8 else A3)
        assert letters[sheet.page_setup.paperSize] > 6.8, "else few can read it"
        said = [sheet.cell(number, 1).value for number in range(1, row)]
        assert any("Papier: A3" in str(one) for one in said) == (sheet.page_setup.paperSize == A3)
        assert not sheet.merged_cells.ranges


@each
def test_what_stands_out_says_so_in_words_and_with_a_sign(slug: str):
    with zipfile.ZipFile(io.BytesIO(xl.content(slug))) as file:
        styles = file.read("xl/styles.xml").decode()
    signs = {one["sign"] for one in TONES.values()}
    assert all(f"&quot;{sign} &quot;@" in styles for sign in signs)
    for tab, sheet in tabs(slug):
        marked = [rule for cells in sheet.conditional_formatting for rule in cells.rules]
        totals = [cell for total in tab.totals for cell in total.cells if cell]
        assert len(marked) == sum(len(one.marks) for one in (*tab.columns, *totals))
        for rule in marked:
            assert rule.type == "beginsWith" and rule.text
            assert rule.dxf.numFmt.formatCode.split('"')[1].strip() in signs


@each
def test_what_a_column_says_fits_in_it(slug: str):
    """Bold, with its sign, in one line: a row does not grow by itself in every program. A column of numbers says no words."""
    for tab in xl.source(slug).tables.tabs:
        dated = isinstance(tab, List) and any(one.kind == "datum" for one in tab.columns)
        for column in tab.columns if isinstance(tab, List) else ():
            if column.kind != "tekst" or not column.formula:
                continue
            said = [
                node.value for node in ast.walk(formula.read(column.formula or '""')) if isinstance(node, ast.Constant)
            ]
            said += [NO_DAY] if dated else []
            longest = max((len(one) for one in said if isinstance(one, str)), default=0)
            assert longest + 3 <= column.width, (tab.name, column.label)


@each
def test_nothing_asks_for_what_belongs_to_a_person(slug: str):
    file = xl.opened(xl.content(slug))
    for tab in xl.source(slug).tables.tabs:
        labels = [one.label for one in (tab.columns if isinstance(tab, List) else tab.values)]
        assert not [label for label in labels if PRIVATE.search(label)]
    heads = [cell.value for sheet in file if sheet.title != EXPLAINED for cell in sheet[1]]
    assert not [one for one in heads if PRIVATE.search(str(one))]


@each
def test_a_viewer_that_does_not_calculate_shows_what_is_so(slug: str):
    """What a formula came to stands beside it in the file."""
    tables, file = xl.source(slug).tables, xl.opened(xl.content(slug), values=True)
    sheet = xl.worked_out(slug, {}, datetime.date.fromisoformat(xl.source(slug).checked))
    for there in xl.every(tables):
        assert xl.value(file, tables, there) == xl.shown(sheet[there]), there
        assert sheet[there] != "klopt niet"


def test_words_that_look_like_a_formula_are_words(tmp_path: Path):
    """Nobody runs something in a program by what they write."""
    evil = ['=HYPERLINK("http://kwaad.example")', "+1+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"]
    made = xl.source("startfoto-complex")
    tab = made.tables.tabs[0]
    assert isinstance(tab, List)
    rows = tuple((Start(word), *row[1:]) for word, row in zip(evil, tab.rows, strict=False))
    columns = (replace(tab.columns[0], label="=1+1"), *tab.columns[1:])
    tables = replace(made.tables, tabs=(replace(tab, rows=rows, columns=columns, about="=2+2"),))
    said = replace(made.explained, title="=3+3", instruction=("@nu",))
    file = xl.opened(replace(made, tables=tables, explained=said).make())
    cells = [
        cell
        for sheet in file
        for row in sheet.iter_rows()
        for cell in row
        if cell.value in (*evil, "=1+1", "=2+2", "=3+3", "@nu")
    ]
    assert len(cells) == len(evil) + 5  # what a tab is about stands on the first one too
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_formula_holds_functions_and_cells_only():
    """Nothing in a file reaches outside it."""
    for slug in SLUGS:
        with zipfile.ZipFile(io.BytesIO(xl.content(slug))) as file:
            names = file.namelist()
            text = "".join(file.read(name).decode() for name in names if name.startswith("xl/worksheets/sheet"))
        assert not [name for name in names if re.search(r"external|vba|macro|connection|printerSettings", name, re.I)]
        used = set(re.findall(r"([A-Z]+)\(", " ".join(re.findall(r"<f>(.*?)</f>", text))))
        assert used <= {
            "IF",
            "AND",
            "OR",
            "NOT",
            "LEN",
            "LEFT",
            "IFERROR",
            "MATCH",
            "SUM",
            "COUNT",
            "AVERAGE",
            "SUMPRODUCT",
            "MAX",
            "MIN",
            "QUOTIENT",
            "TODAY",
            "TRIM",
            "ISTEXT",
        }


# The figures.


def test_another_method_counts_in_its_own_words():
    """Nothing of one subject stands in what makes the files: a garden counts families against a share of its own."""
    book, project = open_handbook(TUIN), open_project(TUIN)
    piece = book.get("worksheet", "helplijst")
    assert piece and checks.run(book) == []
    made = excel.source(piece, Renderer(book, project.templates), project)
    gezin, helpt = xl.Spot(0, "row", 0, 0), xl.Spot(0, "row", 0, 1)
    filled = {replace(gezin, row=row): f"G{row}" for row in range(7)} | {
        replace(helpt, row=row): "mee" for row in (0, 3)
    }
    sheet = Sheet(made.tables, xl.TODAY, filled)
    assert [sheet[xl.Spot(1, "value", row)] for row in (0, 1)] == [3, 2]
    file = xl.opened(made.make())
    assert [row[0].value for row in file[CHOICES]["A4:A6"]] == ["mee", "niet mee", "niet gevraagd"]


def _hours(number: int) -> tuple[int, int]:
    """What the steps come to for another number of homes, counted from the steps themselves with fractions."""
    counts: dict[str, int] = {}
    for amount in sorted(real().of("amount"), key=lambda one: bool(one.data.of)):
        data = amount.data
        if data.of is None:
            counts[amount.slug] = number if amount.slug == "woning" else data.number
        else:
            counts[amount.slug] = int(Fraction(counts[data.of] * data.times, data.by) + Fraction(1, 2))
    each = [
        [int(Fraction(counts[row.effort.per] * row.effort.times * row.effort.people * minutes, 60) + Fraction(1, 2)) for minutes in row.effort.minutes]
        for row in hours.counted(real()).rows
    ]  # fmt: skip
    return sum(low for low, _ in each), sum(high for _, high in each)


@pytest.mark.parametrize("homes", [1, 7, 40, 96, 174, 1000])
def test_the_hours_are_those_of_the_steps(homes: int):
    tables = xl.source("urenraming").tables
    sheet = xl.worked_out("urenraming", {("hoeveelheden", "woning", 0): homes})
    found = tuple(sheet[xl.spot(tables, "samen", key)] for key in ("uren", "uren_veel"))
    assert found == _hours(homes)
    if homes == 96:
        assert found == hours.counted(real()).hours


def test_hours_count_people_and_who_pays():
    tables = xl.source("urenraming").tables
    before = xl.worked_out("urenraming", {})
    row = 12
    after = xl.worked_out("urenraming", {("uren", "mensen", row): 4, ("uren", "betaalt", row): "de gemeente"})
    one = xl.spot(tables, "uren", "uren_veel", row)
    people = xl.spot(tables, "uren", "mensen", row)
    assert after[one] == pytest.approx(before[one] / before[people] * 4, abs=1)
    assert after[xl.spot(tables, "uren", "gedekt", row)] == "gedekt"
    assert after[xl.spot(tables, "samen", "open")] == after[xl.spot(tables, "samen", "uren_veel")] - after[one]


def test_the_logo_of_an_edition_has_words():
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10"/></svg>'
    made = replace(xl.source("meetplan"), logo=drawn, author="De Linde")
    with zipfile.ZipFile(io.BytesIO(made.make())) as file:
        assert 'descr="Logo van De Linde"' in file.read("xl/drawings/drawing1.xml").decode()
        assert [name for name in file.namelist() if name.startswith("xl/media/")] == ["xl/media/image1.png"]
    assert xl.opened(made.make())[EXPLAINED]["A2"].value == made.explained.title
    with zipfile.ZipFile(io.BytesIO(xl.content("meetplan"))) as file:
        assert not [name for name in file.namelist() if "media" in name or "drawing" in name]


def test_paper_and_file_have_versions_of_their_own():
    """What changes in the file only is no reason to print the paper again."""
    piece = real().get("worksheet", "meetplan")
    assert piece
    changed = piece.data.excel.model_copy(update={"instruction": ("Iets anders.",)})
    other = replace(piece, data=piece.data.model_copy(update={"excel": changed}))
    assert other.hash == piece.hash
    project = open_project(ROOT)
    made = excel.source(other, Renderer(real(), project.templates), project)
    assert made.explained.origin[0] != xl.source("meetplan").explained.origin[0]
    assert made.explained.origin[1:] == xl.source("meetplan").explained.origin[1:]


@each
def test_a_row_has_room_for_a_sentence_and_grows(slug: str):
    """No row has a height of its own, which would hide or print over what somebody types; nor does a row start too low for it."""
    with zipfile.ZipFile(io.BytesIO(xl.content(slug))) as file:
        sheets = [file.read(name).decode() for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not [one for one in sheets if "customHeight" in one]
    for tab, sheet in tabs(slug):
        tall = [sheet.row_dimensions[head_row(tab) + 2 + row].height or LINE for row in range(len(tab.rows))]
        assert min(tall) >= LINE * (2 if any(column.sentence for column in tab.columns) else 1)


def test_what_nobody_adds_to_is_out_of_sight():
    """Choices stay on the screen only where somebody may add one."""
    seen = {slug: xl.opened(xl.content(slug))[CHOICES].sheet_state for slug in ("toezeggingen", "rondeplanning-deuren")}
    assert seen == {"toezeggingen": "visible", "rondeplanning-deuren": "hidden"}


def test_a_round_has_room_for_the_building_that_the_meter_has_room_for():
    rows = {
        slug: len(xl.source(slug).tables.tabs[at].rows)
        for slug, at in (("rondeplanning-deuren", 0), ("draagvlakmeter", 1))
    }  # type: ignore[union-attr]
    assert rows["rondeplanning-deuren"] == rows["draagvlakmeter"]
