"""What each cell of a spreadsheet comes to: for viewers that do not calculate, and to hold a file to what it should say."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from handboek import formula
from handboek.formula import FormulaError, Use
from handboek.tables import MISFIT, Kept, List, Start, Tables, Values

NO_DAY = f"{MISFIT}: geen dag"
"""What a row says where a day should stand and words do."""


@dataclass(frozen=True)
class Spot:
    """Where a cell is; without a row it is a whole column."""

    tab: int
    part: Literal["row", "total", "value"]
    row: int | None
    column: int = 0


Meant = Spot | int | str | tuple[str, ...]
"""What a name stands for: a cell or a column, a number, a word, or words."""


def resolve(tables: Tables, here: Spot, name: str, use: Use) -> Meant:
    """What a formula at `here` means by a name. Raises `FormulaError`."""
    figures, words = dict(tables.figures), dict(tables.words)
    tab = tables.tabs[here.tab]
    if use == "words":
        return words[name] if name in words else cell_at(tables, _spot(tables, here, name, "cell"))[0].choices
    if name in figures and use == "cell":
        return figures[name]
    if isinstance(tab, List) and name == "nummer" and (number := tab.columns[here.column].number):
        return number
    if isinstance(tab, Values) and name == "keuze" and tab.values[here.row or 0].number:
        return tab.values[here.row or 0].label
    return _spot(tables, here, name, use)


def _spot(tables: Tables, here: Spot, name: str, use: Use) -> Spot:
    tab = tables.tabs[here.tab]
    near, _, far = name.rpartition(".")
    if near:
        return _far(tables, here, near, far, use)
    if isinstance(tab, Values):
        return _value(tab, here.tab, name)
    column = _column(tab, name, here.column)
    if use == "column":
        return Spot(here.tab, "row", None, column)
    if here.part == "total" and here.row is not None and tab.totals[here.row].cells[column] is None:
        raise FormulaError(
            f"In de rij `{tab.totals[here.row].key}` staat geen vak onder `{name}`.",
            f"Tel de kolom op met een functie, zoals `som({name})`, of zet `{name}` bij `cells`.",
        )
    return Spot(here.tab, here.part, here.row, column)


def _far(tables: Tables, here: Spot, near: str, far: str, use: Use) -> Spot:
    for at, tab in enumerate(tables.tabs):
        if isinstance(tab, Values):
            if tab.key == near:
                return _value(tab, at, far)
            continue
        if tab.key == near:
            if use != "column":
                raise FormulaError(
                    f"`{near}.{far}` is een hele kolom.",
                    f"Gebruik een functie van een kolom, zoals `som({near}.{far})`.",
                )
            return Spot(at, "row", None, _column(tab, far))
        for row, total in enumerate(tab.totals):
            if total.key == near:
                column = _column(tab, far, here.column if at == here.tab else 0)
                if total.cells[column] is None:
                    raise FormulaError(f"In de rij `{near}` staat geen vak onder `{far}`.", "Zet het bij `cells`.")
                return Spot(at, "total", row, column)
    raise FormulaError(f"Er is geen tabel en geen rij met de `key` `{near}`.", "Kijk naar de `key` van de tabellen.")


def _value(tab: Values, at: int, name: str) -> Spot:
    keys = [value.key for value in tab.values]
    if name not in keys:
        raise FormulaError(f"Er is geen waarde met de naam `{name}`.", _known(keys))
    return Spot(at, "value", keys.index(name))


def _column(tab: List, name: str, here: int = 0) -> int:
    keys = [column.key for column in tab.columns]
    if name not in keys:
        raise FormulaError(f"Er is geen kolom met de naam `{name}`.", _known(keys))
    return here if keys[here] == name else keys.index(name)


def _known(keys: list[str]) -> str:
    return f"Hier bestaan {', '.join(f'`{one}`' for one in dict.fromkeys(keys))}."


@dataclass
class Sheet:
    """The values of all cells, each worked out when it is asked for."""

    tables: Tables
    today: datetime.date
    filled: Mapping[Spot, Any] = field(default_factory=dict)
    """What somebody filled in."""
    _known: dict[Spot, Any] = field(default_factory=dict)

    def __getitem__(self, spot: Spot) -> Any:
        """The value of a cell, or the values of a column; nothing for an empty one. Raises `FormulaError` for a circle."""
        if spot.row is None:
            rows = getattr(self.tables.tabs[spot.tab], "rows", ())
            if spot not in self._known:
                self._known[spot] = tuple(self[Spot(spot.tab, "row", row, spot.column)] for row in range(len(rows)))
            return self._known[spot]
        if spot not in self._known:
            self._known[spot] = _ASKED
            self._known[spot] = self._worked_out(spot)
        if self._known[spot] is _ASKED:
            raise FormulaError(
                "Deze formule rekent in een kring: zij heeft haar eigen uitkomst nodig.", "Haal de kring eruit."
            )
        return self._known[spot]

    def _worked_out(self, spot: Spot) -> Any:
        kept, start = cell_at(self.tables, spot)
        said = start.formula or kept.formula
        if spot in self.filled and (start.open or not said):
            return self.filled[spot]
        if not said:
            return None if start.value == "" else start.value
        tab = self.tables.tabs[spot.tab]
        if waits(self.tables, spot) and isinstance(tab, List):
            typed = (self[Spot(spot.tab, "row", spot.row, column)] for column in tab.typed)
            if all(formula.empty(one) for one in typed):
                return ""
            if any(isinstance(self[Spot(spot.tab, "row", spot.row, at)], str) for at in days(self.tables, spot)):
                return NO_DAY
        found = formula.value(said, lambda name, use: self._found(spot, name, use))
        return MISFIT if found is formula.WRONG else found

    def _found(self, here: Spot, name: str, use: Use) -> Any:
        if name == formula.TODAY:
            return self.today
        there = resolve(self.tables, here, name, use)
        if not isinstance(there, Spot):
            return there
        return cell_at(self.tables, there)[0].choices if use == "choices" else self[there]


_ASKED = object()


def waits(tables: Tables, spot: Spot) -> bool:
    """Whether a formula says nothing until its row is begun; one that somebody may write over begins the row itself."""
    return spot.part == "row" and not cell_at(tables, spot)[1].formula


def days(tables: Tables, spot: Spot) -> tuple[int, ...]:
    """The columns of its row that have to hold a day, for a formula that says in words how the row stands: what sorts after
    every number would pass for a day that never comes."""
    tab = tables.tabs[spot.tab]
    if not waits(tables, spot) or not isinstance(tab, List) or cell_at(tables, spot)[0].kind != "tekst":
        return ()
    return tuple(at for at in tab.typed if tab.columns[at].kind == "datum")


def cell_at(tables: Tables, spot: Spot) -> tuple[Kept, Start]:
    """What a cell holds, and what stands in it already."""
    tab, row = tables.tabs[spot.tab], spot.row or 0
    if isinstance(tab, Values):
        return tab.values[row], tab.start[row]
    if spot.part == "row":
        return tab.columns[spot.column], tab.rows[row][spot.column]
    return tab.totals[row].cells[spot.column] or Kept("", ""), Start()
