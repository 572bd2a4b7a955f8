"""A file for Excel, written: a first tab that explains, a tab for each table, and one with what can be chosen."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from handboek import formula
from handboek.dutch import listed
from handboek.formula import Use
from handboek.office import pictures, theme
from handboek.office.excel import explained, places, validations
from handboek.office.excel.explained import Explained
from handboek.office.excel.looks import FONT, LINE, TONES, Look, high, looks, tone
from handboek.office.excel.places import VALUES
from handboek.office.package import settled
from handboek.tables import CHOICES, EXPLAINED, MISFIT, Kept, List, Start, Tab, Tables, Values
from handboek.worked_out import NO_DAY, Sheet, Spot, cell_at, days, resolve, waits

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True)
class Excel:
    """All that a file for Excel is made of."""

    explained: Explained
    tables: Tables
    author: str
    """Whose file it is: the organisation of an edition, else nobody's yet."""
    maker: str
    """What the foot of its paper says."""
    colour: str
    logo: str
    """The logo of an edition, as SVG; nothing where it has none."""
    checked: str
    """The day on which somebody read its piece through: a file has no other day of its own."""

    def make(self) -> bytes:
        """The file."""
        return settled(written(self))


LOGO = (55.0, 15.0)
"""The widest and the highest that a logo is, in millimetres."""
MORE = 12
"""How many choices somebody can add."""
ARROW = 3
"""How wide the arrow is that stands in the head of a column."""
A4, A3 = 9, 8
"""How the program calls these papers."""
PORTRAIT = 92
"""How many characters fit beside each other on paper that stands."""
MAY = ("format_cells", "format_columns", "format_rows", "sort", "autofilter", "insert_hyperlinks")
"""What a protected tab lets somebody do."""


@dataclass
class _Writing:
    """A file that is being written."""

    file: Workbook
    look: Look
    tables: Tables
    values: Sheet
    about: str
    choices: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Where each list of choices stands."""


def written(excel: Excel) -> bytes:
    """The bytes of a file; not settled yet."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (loads slowly, and a check needs none)

    out = io.BytesIO()
    file = Workbook(out, {"in_memory": True, "default_format_properties": FONT, "default_row_height": 18})
    file.use_custom_theme(io.StringIO(theme.theme(excel.colour).decode()))
    says, day = excel.explained, datetime.date.fromisoformat(excel.checked)
    file.set_properties(
        {
            "title": says.title,
            "subject": says.summary,
            "author": excel.author,
            "company": excel.author,
            "comments": "\n".join((*says.origin, says.address)),
            "created": datetime.datetime.combine(day, datetime.time(), datetime.UTC),
        }
    )
    about = f"{says.title} · {excel.maker}"
    writing = _Writing(file, looks(file), excel.tables, Sheet(excel.tables, day), about)
    first = file.add_worksheet(EXPLAINED)
    tabs = [file.add_worksheet(tab.name) for tab in excel.tables.tabs]
    _choices(writing)
    tones = [tone(file, name) for name in TONES]
    below = _logo(first, excel)
    explained.write(
        first, below, writing.look, says, tabs=[(tab.name, tab.about) for tab in excel.tables.tabs], tones=tones
    )
    _paper(first, about, landscape=False, pages=1)
    for at, (tab, sheet) in enumerate(zip(excel.tables.tabs, tabs, strict=True)):
        (_list if isinstance(tab, List) else _values)(writing, sheet, at)
    first.activate()
    file.close()
    return _finished(out.getvalue())


def _logo(sheet: Worksheet, excel: Excel) -> int:
    """Put the logo at the top of the first tab; returns the row below it."""
    if not excel.logo:
        return 0
    wide = min(LOGO[0], LOGO[1] * pictures.shape(excel.logo))
    image = io.BytesIO(pictures.png(excel.logo, wide))
    scale = 96 / pictures.DOTS
    sheet.set_row(0, wide / pictures.shape(excel.logo) * 72 / 25.4 + 8)
    said = {"image_data": image, "x_scale": scale, "y_scale": scale, "description": f"Logo van {excel.author}"}
    sheet.insert_image(0, 0, "logo.png", said)
    return 1


def _finished(content: bytes) -> bytes:
    """The same file, which says in which language it is, as what reads it out asks, and whose rows grow with what is typed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/core.xml":
                part = part.replace(b"<cp:lastModifiedBy>", b"<dc:language>nl-NL</dc:language><cp:lastModifiedBy>")
            elif name.startswith("xl/worksheets/sheet"):
                part = part.replace(b' customHeight="1"', b"")
            after.writestr(name, part)
    return made.getvalue()


def _formula(writing: _Writing, here: Spot, said: str) -> str:
    """A formula as the program writes it: nothing while its row is empty, and words where it cannot be worked out."""

    def find(name: str, use: Use) -> Any:
        if name == formula.TODAY:
            return "TODAY()"
        there = resolve(writing.tables, here, name, use)
        if isinstance(there, str):
            return formula.quoted(there)
        if not isinstance(there, Spot):
            return there if isinstance(there, tuple) else str(there)
        if use == "choices":
            return writing.choices[cell_at(writing.tables, there)[0].choices]
        return places.address(writing.tables, here, there)

    made = f'IFERROR({formula.excel(said, find)},"{MISFIT}")'
    if held := days(writing.tables, here):
        words = ",".join(f"ISTEXT({cell})" for cell in _cells(writing.tables, here, held))
        made = f'IF(OR({words}),"{NO_DAY}",{made})'
    typed = _typed(writing.tables, here)
    return f'=IF(LEN({typed})=0,"",{made})' if typed else f"={made}"


def _typed(tables: Tables, here: Spot) -> str:
    """All that somebody fills in on the row of a formula, behind each other; nothing where no row waits for that."""
    tab = tables.tabs[here.tab]
    if not waits(tables, here) or not isinstance(tab, List):
        return ""
    return "&".join(_cells(tables, here, tab.typed))


def _cells(tables: Tables, here: Spot, columns: Sequence[int]) -> list[str]:
    """The cells of these columns on the row of a formula."""
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415

    found = (places.place(tables.tabs[here.tab], replace(here, column=column)) for column in columns)
    return [xl_rowcol_to_cell(row, column, col_abs=True) for row, column in found]


# What is written on a tab.


def _top(writing: _Writing, sheet: Worksheet, tab: Tab) -> None:
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, tab.name, writing.look("title"))
    for row, line in enumerate(places.said(tab), 1):
        sheet.write_string(row, 0, line, writing.look("line"))
    sheet.set_row(len(places.said(tab)), 22)  # room before the table


def _list(writing: _Writing, sheet: Worksheet, at: int) -> None:
    tab = writing.tables.tabs[at]
    assert isinstance(tab, List)
    head, last = places.head_row(tab), places.head_row(tab) + len(tab.rows)
    for column, kept in enumerate(tab.columns):
        sheet.set_column(column, column, kept.width)
        sheet.write_string(head, column, _headed(kept), writing.look("head"))
        _ruled(writing, sheet, tab, kept, (head + 1, column, last, column))
    _top(writing, sheet, tab)
    sheet.set_row(head, high(((_headed(column), column.width - ARROW) for column in tab.columns), bold=True) + 3)
    for row, total in enumerate(tab.totals):
        sheet.set_row(
            places.place(tab, Spot(at, "total", row))[0], high([(total.label, tab.columns[0].width)], bold=True)
        )
        for column, cell in enumerate(total.cells):
            spot = Spot(at, "total", row, column)
            if cell:
                _write(writing, sheet, spot, cell, Start(), style="total")
                _marked(writing, sheet, cell, (*places.place(tab, spot),) * 2)
            else:
                said = total.label if column == 0 else ""
                sheet.write_string(*places.place(tab, spot), said, writing.look("total"))
    room = LINE * (2 if any(kept.sentence for kept in tab.columns) else 1)
    for row, starts in enumerate(tab.rows):
        tall = high((str(start.value), kept.width) for kept, start in zip(tab.columns, starts, strict=True))
        if (tall := max(tall, room)) > LINE:
            sheet.set_row(head + 1 + row, tall)
        for column, (kept, start) in enumerate(zip(tab.columns, starts, strict=True)):
            _write(writing, sheet, Spot(at, "row", row, column), kept, start)
    sheet.freeze_panes(head + 1, 1)
    sheet.autofilter(head, 0, last, len(tab.columns) - 1)
    sheet.repeat_rows(head)
    sheet.print_area(0, 0, last, len(tab.columns) - 1)
    wide = places.wide(tab)
    _paper(sheet, writing.about, landscape=wide > PORTRAIT, large=wide > places.ON_A4)
    _protected(sheet)


def _headed(kept: Kept) -> str:
    return f"{kept.label}\n(rekent zelf)" if kept.formula and not kept.number else kept.label


def _values(writing: _Writing, sheet: Worksheet, at: int) -> None:
    tab = writing.tables.tabs[at]
    assert isinstance(tab, Values)
    head = places.head_row(tab)
    for column, wide in enumerate(VALUES):
        sheet.set_column(column, column, wide)
    _top(writing, sheet, tab)
    for column, label in enumerate(("Wat", "Waarde", "Toelichting")):
        sheet.write_string(head, column, label, writing.look("head"))
    for row, (kept, start) in enumerate(zip(tab.values, tab.start, strict=True)):
        there = head + 1 + row
        sheet.set_row(there, high(((kept.label, VALUES[0]), (kept.note, VALUES[2]))))
        sheet.write_string(there, 0, kept.label, writing.look("label"))
        sheet.write_string(there, 2, kept.note, writing.look("label"))
        _write(writing, sheet, Spot(at, "value", row), kept, start)
        _ruled(writing, sheet, tab, kept, (there, 1, there, 1))
    sheet.freeze_panes(head + 1, 0)
    sheet.repeat_rows(head)
    sheet.print_area(0, 0, head + len(tab.values), 2)
    _paper(sheet, writing.about, landscape=True)
    _protected(sheet)


def _write(writing: _Writing, sheet: Worksheet, spot: Spot, kept: Kept, start: Start, *, style: str = "") -> None:
    row, column = places.place(writing.tables.tabs[spot.tab], spot)
    said = start.formula or kept.formula
    style = style or ("worked" if said and not start.open else "open")
    look = writing.look(style, kept.kind)
    if said:
        value = writing.values[spot]
        sheet.write_formula(row, column, _formula(writing, spot, said), look, "" if value is None else value)
    elif isinstance(start.value, int):
        sheet.write_number(row, column, start.value, look)
    elif start.value:
        sheet.write_string(row, column, start.value, look)
    else:
        sheet.write_blank(row, column, None, look)


def _ruled(writing: _Writing, sheet: Worksheet, tab: Tab, kept: Kept, cells: tuple[int, int, int, int]) -> None:
    """What may be filled in, and which words stand out."""
    where = writing.choices.get(kept.choices, "")
    if kept.choices_in:
        near, _, far = kept.choices_in.partition(".")
        of = next(at for at, one in enumerate(writing.tables.tabs) if one.key == near)
        there = resolve(writing.tables, Spot(of, "row", 0), far, "column")
        assert isinstance(there, Spot)
        where = places.address(writing.tables, Spot(-1, "row", 0), there)
    if not kept.formula:
        sheet.data_validation(*cells, validations.rule(kept, where))
    _marked(writing, sheet, kept, cells)


def _marked(writing: _Writing, sheet: Worksheet, kept: Kept, cells: tuple[int, ...]) -> None:
    for begins, name in kept.marks:
        sheet.conditional_format(
            *cells,
            {"type": "text", "criteria": "begins with", "value": begins, "format": tone(writing.file, name)},
        )


def _lists(tables: Tables) -> Iterator[Kept]:
    for tab in tables.tabs:
        yield from (kept for kept in (tab.values if isinstance(tab, Values) else tab.columns) if kept.choices)


def _choices(writing: _Writing) -> None:
    """The tab with what can be chosen: a column for each list."""
    from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415

    lists: dict[tuple[str, ...], list[Kept]] = {}
    for kept in _lists(writing.tables):
        lists.setdefault(kept.choices, []).append(kept)
    if not lists:
        return
    sheet = writing.file.add_worksheet(CHOICES)
    heads: list[tuple[str, int]] = []
    about = "Hieruit kies je op de andere bladen. Onder een lijst met lege vakken mag je er zelf iets bij zetten."
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, CHOICES, writing.look("title"))
    sheet.write_string(1, 0, about, writing.look("line"))
    for column, (choices, alike) in enumerate(lists.items()):
        label = listed(list(dict.fromkeys(kept.label for kept in alike)))
        wide = max(16, *(len(one) + 3 for one in choices))
        sheet.set_column(column, column, wide)
        heads.append((label, wide))
        sheet.write_string(2, column, label, writing.look("head"))
        for row, one in enumerate(choices, 3):
            if re.fullmatch(r"\d{1,9}", one):
                sheet.write_number(row, column, int(one), writing.look("label", "aantal"))
            else:
                sheet.write_string(row, column, one, writing.look("label"))
        first = 3 + len(choices)
        last = first + (MORE if any(kept.more for kept in alike) else 0)
        for row in range(first, last):
            sheet.write_blank(row, column, None, writing.look("open"))
        writing.choices[choices] = f"'{CHOICES}'!{xl_range_abs(3, column, last - 1, column)}"
    sheet.set_row(2, high(heads, bold=True))
    sheet.freeze_panes(3, 0)
    if not any(kept.more for kept in _lists(writing.tables)):
        sheet.hide()  # nobody has to be here, and it does not come on paper with the rest
    _paper(sheet, writing.about, landscape=True)
    _protected(sheet)


def _paper(sheet: Worksheet, about: str, *, landscape: bool, large: bool = False, pages: int = 0) -> None:
    """How a tab comes on paper."""
    sheet.set_paper(A3 if large else A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, pages)
    sheet.set_margins(0.5, 0.5, 0.6, 0.7)
    sheet.set_footer(f"&L&8{about.replace('&', '&&')}&C&8&A&R&8Bladzijde &P van &N")


def _protected(sheet: Worksheet) -> None:
    """Nobody writes over a formula by accident; there is no password, so who wants to change something can."""
    sheet.protect("", dict.fromkeys(MAY, True))
