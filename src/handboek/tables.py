"""The tables of a worksheet's spreadsheet, complete: with the heads and rows of its paper, and the choices of its tools.

What a worksheet says of its spreadsheet names what stands elsewhere already; here that is looked up. What comes out is
what a file is written from, and what a check looks through. Rows and columns count from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from handboek import hours
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.layouts import CalendarSheet, GridSheet, MeterSheet, TableSheet
from handboek.model.reference import Amount
from handboek.model.spreadsheet import (
    Cell,
    CellKind,
    ListColumn,
    ListTable,
    Mark,
    Spreadsheet,
    TotalCell,
    TotalRow,
    ValueTable,
)

EXPLAINED, CHOICES = "Uitleg", "Keuzes"
"""The tabs that a file has of itself: the first, and one with what can be chosen."""
MISFIT = "klopt niet"
"""What a cell says that cannot be worked out."""
WIDTHS = {"datum": 12, "aantal": 11, "getal": 11, "euro": 13, "procent": 10}
"""How many characters wide a column of each kind is."""
NARROWEST, WIDEST, PART = 13, 44, 7
"""The least and the most for words, and how many characters a part of the paper's width is."""


@dataclass(frozen=True)
class Start:
    """What stands in a cell already."""

    value: str | int = ""
    formula: str = ""
    open: bool = False
    """Whether somebody may write over a formula: an estimate, which they may know better."""


@dataclass(frozen=True)
class Kept:
    """What a cell holds: that of a column, a total or a value."""

    key: str
    label: str
    kind: CellKind = "tekst"
    choices: tuple[str, ...] = ()
    choices_in: str = ""
    more: bool = False
    least: int = 0
    most: int | None = None
    formula: str = ""
    note: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    """What a cell begins with, and the tone in which it stands out."""
    width: int = 0
    number: int = 0
    """Of what is repeated: which of them it is, from 1."""

    @property
    def chosen(self) -> bool:
        return bool(self.choices or self.choices_in)

    @property
    def sentence(self) -> bool:
        """Whether somebody may write more in it than fits on a line."""
        return self.kind == "tekst" and not self.formula and not self.most


@dataclass(frozen=True)
class Total:
    """A row of totals: by column what stands there."""

    key: str
    label: str
    cells: tuple[Kept | None, ...]


@dataclass(frozen=True, eq=False)  # a key by itself: what stands where is worked out once
class List:
    """A list with its columns; each of its rows holds what stands there already."""

    key: str
    name: str
    about: str
    columns: tuple[Kept, ...]
    totals: tuple[Total, ...]
    rows: tuple[tuple[Start, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()
    """Signs that somebody writes, and what they mean."""

    @property
    def typed(self) -> tuple[int, ...]:
        """The columns that somebody fills in: while they are all empty, a row works nothing out."""
        return tuple(at for at, column in enumerate(self.columns) if not column.formula)


@dataclass(frozen=True, eq=False)
class Values:
    """Values below each other."""

    key: str
    name: str
    about: str
    values: tuple[Kept, ...]
    start: tuple[Start, ...]


Tab = List | Values


@dataclass(frozen=True)
class Tables:
    """The tables of a worksheet, with what its formulas know by name: numbers, and words."""

    tabs: tuple[Tab, ...]
    figures: tuple[tuple[str, int], ...]
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Words that belong together, by the name by which a formula knows them."""


def tables_of(book: Handbook, piece: Piece) -> Tables:
    """The tables of a worksheet that has a spreadsheet. What does not fit together is left as it is (`checks` tells)."""
    made = (
        _list(book, piece, table) if isinstance(table, ListTable) else _values(book, piece, table)
        for table in piece.data.excel.tables
    )
    _tool(book, "round", piece)
    return Tables(tuple(made), tuple(_figures(book, piece)), tuple(_words(book, piece)))


def _words(book: Handbook, piece: Piece) -> Iterator[tuple[str, tuple[str, ...]]]:
    if (going := _tool(book, "round", piece)) is not None:
        yield "afgelopen", tuple(one.name for one in going.outcomes if one.done)
        yield "afgesproken", tuple(one.name for one in going.outcomes if one.promises)


def _figures(book: Handbook, piece: Piece) -> Iterator[tuple[str, int]]:
    if isinstance(piece.data.sheet, MeterSheet):
        yield "drempel", piece.data.sheet.threshold
    if (going := _tool(book, "round", piece)) is not None:
        yield "pogingen", going.tries


def _tool(book: Handbook, type_: str, piece: Piece) -> Any:
    """The tool that does the same as this worksheet on a screen."""
    found = book.one(type_)
    return found if found and found.worksheet == piece.slug else None


def _standing(book: Handbook, piece: Piece, where: str | None) -> tuple[str, ...]:
    """Choices that stand somewhere else; none where that is not there."""
    sheet = piece.data.sheet
    going, meter = _tool(book, "round", piece), _tool(book, "meter", piece)
    if where == "antwoorden" and meter:
        return meter.answer.yes, meter.answer.no, meter.silence.short
    if where == "uitslagen" and going:
        return tuple(one.name for one in going.outcomes)
    if where == "dagdelen" and going:
        return tuple(one.name for one in going.dayparts)
    if where == "wie" and (going := book.one("round")):
        return tuple(going.by)
    if where == "tekens" and isinstance(sheet, GridSheet):
        return tuple(one.sign for one in sheet.marks)
    if where == "vakken" and isinstance(sheet, CalendarSheet):
        return sheet.periods
    if where == "vragen":
        return tuple(plain(question.title) for question in book.of("question"))
    return ()


def _kept(book: Handbook, piece: Piece, cell: Cell, label: str) -> Kept:
    return Kept(
        cell.key,
        plain(label),
        cell.kind,
        _standing(book, piece, cell.choices_from) or tuple(map(plain, cell.choices)),
        cell.choices_in or "",
        cell.more,
        cell.least or 0,
        cell.most,
        cell.formula or "",
        plain(cell.note or ""),
        (*_marks(cell.marks), *([(MISFIT, "fout")] if cell.formula else [])),
    )


def _marks(marks: tuple[Mark, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((plain(one.begins), one.tone) for one in marks)


def paper_columns(piece: Piece, paper: str) -> list[tuple[str, int]]:
    """The columns of a table of the paper: the head of each, and its width beside the others."""
    sheet = piece.data.sheet
    columns = getattr(getattr(sheet, "tally", None) if paper == "turfstand" else sheet, "columns", ())
    if paper == "geen":
        return []
    return [(one, 1) if isinstance(one, str) else (one.label, one.width) for one in columns]


def _column(book: Handbook, piece: Piece, column: ListColumn, there: list[tuple[str, int]]) -> Kept:
    at = (column.column or 0) - 1
    label, part = there[at] if 0 <= at < len(there) else ("", 0)
    made = _kept(book, piece, column, column.label or label)
    return replace(made, width=column.width or _width(made, part))


def _width(column: Kept, part: int) -> int:
    if column.choices:
        return min(max(map(len, (*column.choices, "kies uit"))) + 4, WIDEST)
    return WIDTHS.get(column.kind) or min(max(part * PART, NARROWEST), WIDEST)


def _list(book: Handbook, piece: Piece, table: ListTable) -> List:
    there = paper_columns(piece, table.paper)
    columns: list[Kept] = []
    shows: list[str] = []
    for column in table.columns:
        made = _column(book, piece, column, there)
        periods = getattr(piece.data.sheet, "periods", ()) if column.each else ()
        several = [replace(made, label=plain(label), number=at) for at, label in enumerate(periods, 1)]
        columns += several or [made]
        shows += [column.shows or ""] * (len(several) or 1)
    named = [tuple(row.get(part, Start()) for part in shows) for row in _rows(book, piece, table.paper)]
    empty = (tuple(Start() for _ in columns),) * (table.rows if table.rows is not None else _empty(piece, table.paper))
    sheet = piece.data.sheet
    legend = sheet.marks if isinstance(sheet, GridSheet) and table.paper == "blad" else ()
    return List(
        table.key,
        plain(table.name),
        plain(table.about),
        tuple(columns),
        tuple(_total(row, columns) for row in table.totals),
        (*named, *empty),
        tuple((one.sign, plain(one.meaning)) for one in legend),
    )


def _total(row: TotalRow, columns: list[Kept]) -> Total:
    said = {cell.column: cell for cell in row.cells}
    cells: list[Kept | None] = []
    for column in columns:
        cell = said.get(column.key)
        if cell is None:
            cells.append(None)
            continue
        formula, marks = cell.formula or column.formula, _marks(cell.marks) or column.marks
        cells.append(replace(column, kind=cell.kind or column.kind, formula=formula, marks=marks, choices=(), note=""))
    return Total(row.key, plain(row.label), tuple(cells))


def _empty(piece: Piece, paper: str) -> int:
    """How many empty rows the paper has."""
    sheet = piece.data.sheet
    of = getattr(sheet, "tally", None) if paper == "turfstand" else sheet
    return next((int(getattr(of, name)) for name in ("rows", "extra_rows", "empty_rows") if _number(of, name)), 0)


def _number(of: Any, name: str) -> bool:
    return isinstance(getattr(of, name, None), int)


def _rows(book: Handbook, piece: Piece, paper: str) -> Iterator[dict[str, Start]]:
    """The rows that have a name on paper, with what is known of each."""
    sheet = piece.data.sheet
    if paper != "blad":
        return
    amounts = next((table.key for table in piece.data.excel.tables if getattr(table, "amounts", False)), "")
    if isinstance(sheet, TableSheet) and sheet.rows_from == "uren" and amounts:
        for row in hours.counted(book).rows:
            least, most = row.effort.minutes
            yield {
                "rij": Start(plain(row.effort.what)),
                "uitleg": Start(f"per {plain(row.amount.one)}"),
                "aantal": Start(formula=f"{amounts}.{_key(row.effort.per)}"),
                "keren": Start(row.effort.times),
                "minuten": Start(least),
                "minuten_hoogstens": Start(most),
                "mensen": Start(row.effort.people),
            }
    elif isinstance(sheet, TableSheet):
        yield from ({"rij": Start(plain(label))} for label in sheet.row_labels)
    elif isinstance(sheet, GridSheet):
        for place in sheet.places:
            yield {"rij": Start(plain(place.label)), "uitleg": Start(plain(place.look_at))}
    elif isinstance(sheet, CalendarSheet):
        yield from ({"rij": Start(plain(label))} for label in sheet.rows)


def _key(slug: str) -> str:
    """What a formula calls a piece."""
    return slug.replace("-", "_")


def _amounts(book: Handbook, piece: Piece, table: ValueTable) -> Iterator[tuple[Amount, int]]:
    """What the hours are counted by, what that is a part of, and what else a formula names; with the number of each."""
    counted = hours.counted(book)
    wanted = {row.amount.id for row in counted.rows}
    said = " ".join(cell.formula or "" for cell in cells_of(piece.data.excel))
    wanted |= {amount.id for amount, _ in counted.amounts if re.search(rf"\b{table.key}\.{_key(amount.id)}\b", said)}
    for amount, _ in reversed(counted.amounts):
        wanted |= {amount.of} if amount.id in wanted and amount.of else set()
    return ((amount, number) for amount, number in counted.amounts if amount.id in wanted)


def cells_of(spreadsheet: Spreadsheet) -> Iterator[Cell | TotalCell]:
    """Every column, value and total that a worksheet describes."""
    for table in spreadsheet.tables:
        yield from table.values if isinstance(table, ValueTable) else table.columns
        yield from (cell for row in getattr(table, "totals", ()) for cell in row.cells)


def _values(book: Handbook, piece: Piece, table: ValueTable) -> Values:
    values: list[Kept] = []
    for value in table.values:
        made = _kept(book, piece, value, value.label)
        several = enumerate(_standing(book, piece, value.each), 1)
        values += [replace(made, label=word, number=at) for at, word in several] or [made]
    start = [Start()] * len(values)
    for amount, number in _amounts(book, piece, table) if table.amounts else ():
        values.append(
            Kept(
                _key(amount.id),
                plain(amount.many).capitalize(),
                "aantal",
                least=1,
                most=9_999_999,
                note=plain(amount.why),
            )
        )
        part = f"rond({_key(amount.of)} * {amount.times}, {amount.by})" if amount.of else ""
        start.append(Start(formula=part, open=True) if part else Start(number))
    return Values(table.key, plain(table.name), plain(table.about), tuple(values), tuple(start))
