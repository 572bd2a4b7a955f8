"""A file for Excel in the tests: filled in, read back, and worked out by LibreOffice."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from conftest import ROOT, real
from handboek.handbook import Piece
from handboek.office.excel import source as excel
from handboek.office.excel.places import place
from handboek.office.excel.workbook import Excel, Spot
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.tables import List, Tables, Values
from handboek.worked_out import Sheet

TODAY = datetime.date(2026, 11, 24)
Filled = Mapping[tuple[str, str, int], Any]
"""What somebody fills in, by the key of a table, that of a column or a value, and the row (0 for a value)."""


def kept() -> list[Piece]:
    """The worksheets that have a file for Excel."""
    return [piece for piece in real().of("worksheet") if excel.has(piece)]


@cache
def source(slug: str) -> Excel:
    project = open_project(ROOT)
    piece = real().get("worksheet", slug)
    assert piece
    return excel.source(piece, Renderer(real(), project.templates), project)


@cache
def content(slug: str) -> bytes:
    return source(slug).make()


def opened(given: bytes, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(given), data_only=values)


def spot(tables: Tables, table: str, key: str, row: int = 0) -> Spot:
    """Where a cell is, also one in a row of totals: `table` is then the key of that row."""
    for at, tab in enumerate(tables.tabs):
        if isinstance(tab, Values):
            if tab.key == table:
                return Spot(at, "value", [one.key for one in tab.values].index(key))
            continue
        column = [one.key for one in tab.columns].index(key) if key in {one.key for one in tab.columns} else -1
        if tab.key == table:
            return Spot(at, "row", row, column)
        for number, total in enumerate(tab.totals):
            if total.key == table:
                return Spot(at, "total", number, column)
    raise KeyError(table)


def filled_in(slug: str, filled: Filled) -> bytes:
    """The file as somebody saves it who filled this in."""
    tables, file = source(slug).tables, opened(content(slug))
    for name, value in filled.items():
        there = spot(tables, *name)
        tab = tables.tabs[there.tab]
        row, column = place(tab, there)
        cell = file[tab.name].cell(row + 1, column + 1)
        assert not cell.protection.locked, f"{name} is no cell to fill in"
        cell.value = value
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def worked_out(slug: str, filled: Filled, today: datetime.date = TODAY) -> Sheet:
    """The same, worked out in Python."""
    tables = source(slug).tables
    return Sheet(tables, today, {spot(tables, *name): value for name, value in filled.items()})


def every(tables: Tables) -> list[Spot]:
    """Every cell of every table."""
    found = []
    for at, tab in enumerate(tables.tabs):
        if isinstance(tab, List):
            found += [
                Spot(at, "row", row, column) for row in range(len(tab.rows)) for column in range(len(tab.columns))
            ]
            found += [
                Spot(at, "total", row, column)
                for row, total in enumerate(tab.totals)
                for column, cell in enumerate(total.cells)
                if cell
            ]
        else:
            found += [Spot(at, "value", row) for row in range(len(tab.values))]
    return found


RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""
"""LibreOffice works out what it opens: it would believe the values in a file otherwise."""


def by_libreoffice(files: Sequence[bytes], room: Path) -> list[Workbook]:
    """These files, worked out and saved by LibreOffice."""
    return [opened(one, values=True) for one in converted(files, room, "xlsx")]


def converted(files: Sequence[bytes], room: Path, to: str) -> list[bytes]:
    """What LibreOffice makes of these files."""
    soffice = shutil.which("soffice")
    assert soffice, "apt-get install libreoffice-calc"
    (room / "user").mkdir(parents=True)
    (room / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    (room / "out").mkdir()
    for number, one in enumerate(files):
        (room / f"{number}.xlsx").write_bytes(one)
    names = [str(room / f"{number}.xlsx") for number in range(len(files))]
    command = [soffice, f"-env:UserInstallation={room.as_uri()}", "--headless", "--convert-to", to, "--outdir"]
    subprocess.run([*command, str(room / "out"), *names], check=True, capture_output=True, timeout=300)
    return [(room / "out" / f"{number}.{to}").read_bytes() for number in range(len(files))]


def value(file: Workbook, tables: Tables, there: Spot) -> Any:
    """What stands in a cell of a file, as `Sheet` says it: nothing is no words, and a day is a day."""
    tab = tables.tabs[there.tab]
    row, column = place(tab, there)
    found = file[tab.name].cell(row + 1, column + 1).value
    return found.date() if isinstance(found, datetime.datetime) else "" if found is None else found


def shown(said: Any) -> Any:
    return "" if said is None else said


def today() -> datetime.date:
    """The day that LibreOffice thinks it is."""
    return datetime.date.fromtimestamp(time.time())
