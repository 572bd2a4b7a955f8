"""Where what stands on a tab: its lines, its head, its cells, and how they are called in a formula."""

from __future__ import annotations

import functools

from handboek.office import font_metrics
from handboek.office.excel.looks import FONT, room
from handboek.tables import List, Tab, Tables
from handboek.worked_out import Spot

VALUES = (46, 16, 60)
"""How wide the columns of a tab with values are."""
NARROWEST = 40
"""How wide the lines above a narrow table may be."""
ON_A4 = 200
"""How wide a list may be on A4: a wider one would have letters that few can read, so it goes on A3."""
ON_PAPER = 25
"""How many empty rows somebody prints as they are; a longer list says how they stay off paper."""


def wide(tab: List) -> int:
    """How wide a list is."""
    return sum(column.width for column in tab.columns)


@functools.cache  # each cell that a formula names asks how many there are
def said(tab: Tab) -> tuple[str, ...]:
    """The lines between the name of a tab and its table; they are no wider than that is, as paper stops there."""
    told = [tab.about]
    if legend := getattr(tab, "legend", ()):
        told.append("Tekens: " + " · ".join(f"{sign}\N{NO-BREAK SPACE}{meaning}" for sign, meaning in legend))
    if isinstance(tab, List):
        told += [_sorting(tab)] if len(tab.typed) < len(tab.columns) else []
        empty = sum(not any(start.value or start.formula for start in row) for row in tab.rows)
        told += [_printing(tab)] if empty > ON_PAPER else []
        told += ["Papier: A3. Op A4 zijn de letters te klein."] if wide(tab) > ON_A4 else []
    free = room(max(wide(tab) if isinstance(tab, List) else sum(VALUES), NARROWEST))
    return tuple(line for one in told for line in font_metrics.lines(one, FONT["font_size"], free))


def _printing(tab: List) -> str:
    """How it comes on paper without the rows that are still empty: a program prints all that is ruled."""
    name = tab.columns[tab.typed[0]].label
    return f"Printen: klik op het pijltje bij {name} en haal het vinkje weg bij de lege vakken. Zet het daarna terug."


def _sorting(tab: List) -> str:
    """How somebody sorts it: a program sorts no protected cells, and those that work themselves out follow their row."""
    if tab.typed == tuple(range(len(tab.typed))):
        return "Sorteren: selecteer alleen de witte vakken en kies Gegevens, Sorteren. Grijs rekent mee."
    return "Sorteren: haal eerst de beveiliging eraf, want er staan grijze kolommen tussen."


def head_row(tab: Tab) -> int:
    """The row with the heads of its columns."""
    return 1 + len(said(tab)) + (len(tab.totals) if isinstance(tab, List) else 0)


def address(tables: Tables, here: Spot, there: Spot) -> str:
    """A cell or a column, as a formula writes it."""
    from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell  # noqa: PLC0415

    tab = tables.tabs[there.tab]
    first = head_row(tab) + 1
    before = "" if there.tab == here.tab else f"'{tab.name}'!"
    if there.row is None and isinstance(tab, List):
        return before + str(xl_range_abs(first, there.column, first + len(tab.rows) - 1, there.column))
    row, column = place(tab, there)
    same_row = there.part == here.part == "row" and not before
    return before + str(xl_rowcol_to_cell(row, column, row_abs=not same_row, col_abs=not same_row))


def place(tab: Tab, spot: Spot) -> tuple[int, int]:
    row = spot.row or 0
    if spot.part == "value":
        return head_row(tab) + 1 + row, 1
    if spot.part == "total":
        return 1 + len(said(tab)) + row, spot.column
    return head_row(tab) + 1 + row, spot.column
