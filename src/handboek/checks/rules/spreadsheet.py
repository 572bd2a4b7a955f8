"""Een werkblad in Excel klopt met zichzelf en met zijn papier.

Een formule noemt alleen kolommen en waarden die er zijn, en rekent niet in een kring. Een kolom heeft een kop: die van het
papier, of een eigen kop. Bij een keuze staat waaruit je kiest. Een kolom voor een naam of een telefoonnummer van iemand komt er
niet in: een nummer van een deur is genoeg.

Goed:

    # tools/worksheets/tabelletje.yml
    excel:
      instruction: [Vul elke straat op een eigen regel in.]
      tables:
        - layout: lijst
          key: straten
          name: Straten
          about: Tel per straat.
          columns:
            - {key: straat, column: 1}
            - {key: fietsen, column: 2, kind: aantal}
          totals:
            - {key: samen, label: Samen, cells: [{column: fietsen, formula: som(fietsen)}]}

Fout:

    # tools/worksheets/tabelletje.yml
    excel:
      instruction: [Vul elke straat op een eigen regel in.]
      tables:
        - layout: lijst
          key: straten
          name: Straten
          about: Tel per straat.
          columns:
            - {key: straat, column: 1}
            - {key: fietsen, column: 3, kind: aantal}
          totals:
            - {key: samen, label: Samen, cells: [{column: fietsen, formula: som(auto)}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from handboek import formula
from handboek.checks.passages import finding_at
from handboek.document import Loc
from handboek.finding import Finding
from handboek.formula import FormulaError
from handboek.handbook import Handbook, Piece
from handboek.model.spreadsheet import ListColumn, ListTable, Table, Value
from handboek.tables import CHOICES, EXPLAINED, List, Tables, paper_columns, tables_of
from handboek.worked_out import Spot, cell_at, resolve

CODE = "rekenblad"
SEVERITY = "error"

PRIVATE = re.compile(
    r"\b(?:(?:voor|achter|voor- en achter|bij)?na(?:am|men)|bsn|burgerservicenummers?|(?:telefoon|mobiele?)(?:nummers?)?|"
    r"e-?mail(?:adres(?:sen)?)?|mailadres(?:sen)?|geboorte(?:datum|dag|jaar)|iban|rekeningnummers?|handtekening(?:en)?)\b",
    re.IGNORECASE,
)
"""What a column may not be for."""

Said = tuple[Loc, str, str]


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each table of a spreadsheet that cannot work, or that asks for what belongs to a person."""
    for piece in handbook.of("worksheet"):
        if piece.data.excel:
            for loc, what, helps in _wrong(handbook, piece):
                yield finding_at(piece, ("excel", "tables", *loc), what, helps)


def _wrong(book: Handbook, piece: Piece) -> Iterator[Said]:
    specs: tuple[Table, ...] = piece.data.excel.tables
    if doubled := list(_doubled(specs)):
        yield from doubled
        return
    tables = tables_of(book, piece)
    for at, table in enumerate(specs):
        for loc, cell in _cells(table):
            yield from (((at, *loc, *more), what, helps) for more, what, helps in _cell(piece, tables, table, cell))
    formulas = {spot: (loc, said) for loc, spot, said in _formulas(specs, tables)}
    leans: dict[Spot, set[Spot]] = {}
    for spot, (loc, said) in formulas.items():
        try:
            leans[_kept(spot)] = {_kept(one) for one in _named(tables, spot, said)}
            yield from ((loc, what, helps) for what, helps in _unknown_words(tables, spot, said))
        except FormulaError as error:
            yield loc, error.what, error.helps
    try:
        TopologicalSorter(leans).prepare()
    except CycleError as error:
        there = next(loc for spot, (loc, _) in formulas.items() if _kept(spot) in error.args[1])
        yield there, "Deze formule rekent in een kring: zij heeft haar eigen uitkomst nodig.", "Haal de kring eruit."


def _doubled(specs: tuple[Table, ...]) -> Iterator[Said]:
    """What has the name of something else."""
    tabs = {EXPLAINED.lower(), CHOICES.lower()}
    ids: set[str] = set()
    for at, table in enumerate(specs):
        if table.name.lower() in tabs:
            yield (at, "name"), f"Er is al een blad `{table.name}`.", "Kies een andere naam."
        tabs.add(table.name.lower())
        rows = [((at, "totals", row, "key"), one.key) for row, one in enumerate(getattr(table, "totals", ()))]
        for loc, one in [((at, "key"), table.key), *rows]:
            if one in ids:
                yield loc, f"De `key` `{one}` is al van een andere tabel of rij.", "Kies een andere `key`."
            ids.add(one)
        inside: set[str] = set()
        for loc, cell in _cells(table):
            if cell.key in inside:
                yield (at, *loc, "key"), f"De `key` `{cell.key}` staat hier al.", "Kies een andere `key`."
            inside.add(cell.key)


def _cells(table: Table) -> Iterator[tuple[Loc, ListColumn | Value]]:
    if isinstance(table, ListTable):
        yield from ((("columns", at), column) for at, column in enumerate(table.columns))
    else:
        yield from ((("values", at), value) for at, value in enumerate(table.values))


def _cell(piece: Piece, tables: Tables, table: Table, cell: ListColumn | Value) -> Iterator[Said]:
    tab = next(one for one in tables.tabs if one.key == table.key)
    kept = next(one for one in (tab.columns if isinstance(tab, List) else tab.values) if one.key == cell.key)
    if isinstance(cell, ListColumn) and isinstance(table, ListTable):
        there = paper_columns(piece, table.paper)
        if cell.column and cell.column > len(there):
            what = f"Het papier heeft hier {len(there)} kolommen, en dit zou nummer {cell.column} zijn."
            yield ("column",), what, "Kies het nummer van een kolom van het papier, of geef de kolom een eigen `label`."
        elif not (cell.column or cell.label or cell.each):
            yield (
                (),
                "Deze kolom heeft geen kop.",
                "Geef een `label`, of bij `column` de hoeveelste kolom van het papier dit is.",
            )
        if cell is table.columns[0] and cell.formula:
            what = "De eerste kolom rekent zelf, en daaraan herkent niemand een rij."
            yield ("formula",), what, "Zet voorop wat iemand invult."
    ways = [name for name in ("choices", "choices_from", "choices_in") if getattr(cell, name)]
    if len(ways) > 1:
        yield (ways[1],), "Hier staat op twee manieren waaruit je kiest.", "Laat er een staan."
    elif (cell.kind == "keuze") != bool(ways):
        what = "Bij een keuze staat waaruit je kiest, en bij iets anders niet."
        yield ("kind",), what, "Zet `kind: keuze` met `choices`, `choices_from` of `choices_in`."
    elif cell.choices_from and not kept.choices:
        what = f"Er zijn geen {cell.choices_from} bij dit werkblad."
        yield ("choices_from",), what, "Noem het werkblad bij het hulpmiddel, of schrijf de keuzes bij `choices`."
    elif cell.choices_in and not _is_column(tables, cell.choices_in):
        yield (
            ("choices_in",),
            f"Er is geen kolom `{cell.choices_in}`.",
            "Schrijf de `key` van een tabel, een punt, en die van een kolom.",
        )
    if PRIVATE.search(kept.label):
        what = f"`{kept.label}` is een gegeven van een mens, en dat komt niet in dit bestand."
        yield ("label",), what, "Gebruik het nummer van een deur, een code, een rol of een organisatie."
    for at, mark in enumerate(cell.marks):
        if kept.choices and not any(one.startswith(mark.begins) for one in kept.choices):
            yield ("marks", at, "begins"), f"Uit `{mark.begins}` kan niemand kiezen.", _from(kept.choices)


def _is_column(tables: Tables, path: str) -> bool:
    near, _, far = path.partition(".")
    return any(
        isinstance(tab, List) and tab.key == near and far in {one.key for one in tab.columns} for tab in tables.tabs
    )


def _formulas(specs: tuple[Table, ...], tables: Tables) -> Iterator[tuple[Loc, Spot, str]]:
    """Every formula with its place in the file and in the tables."""
    for at, (table, tab) in enumerate(zip(specs, tables.tabs, strict=True)):
        ids = [one.key for one in (tab.columns if isinstance(tab, List) else tab.values)]
        for loc, cell in _cells(table):
            if cell.formula:
                part = (
                    Spot(at, "row", 0, ids.index(cell.key))
                    if isinstance(tab, List)
                    else Spot(at, "value", ids.index(cell.key))
                )
                yield (at, *loc, "formula"), part, cell.formula
        if isinstance(table, ListTable):
            yield from _totals(table, tables, at, ids)


def _totals(table: ListTable, tables: Tables, at: int, ids: list[str]) -> Iterator[tuple[Loc, Spot, str]]:
    for row, total in enumerate(table.totals):
        for number, cell in enumerate(total.cells):
            loc: Loc = (at, "totals", row, "cells", number)
            if cell.column not in ids:
                yield (*loc, "column"), Spot(at, "total", row, -1 - number), cell.column
            else:
                spot = Spot(at, "total", row, ids.index(cell.column))
                yield (*loc, "formula" if cell.formula else "column"), spot, cell_at(tables, spot)[0].formula


def _named(tables: Tables, spot: Spot, said: str) -> Iterator[Spot]:
    """The cells that a formula rests on. Raises `FormulaError`."""
    if spot.column < 0:
        raise FormulaError(
            f"Er is geen kolom met de naam `{said}`.", "Zet bij `column` de `key` van een kolom van deze tabel."
        )
    if not said:
        raise FormulaError("Dit vak heeft geen formule, en zijn kolom ook niet.", "Geef een `formula`, zoals `som(…)`.")
    for name, use in formula.names(said):
        if name != formula.TODAY:
            there = resolve(tables, spot, name, use)
            if isinstance(there, Spot):
                yield there
            if use == "choices" and isinstance(there, Spot) and not cell_at(tables, there)[0].choices:
                raise FormulaError(
                    f"Bij `{name}` staat niet waaruit je kiest.", "Noem een kolom met `choices` of `choices_from`."
                )


def _kept(spot: Spot) -> Spot:
    """A cell as what it is one of: any row of a column is like another."""
    return Spot(spot.tab, "row", None, spot.column) if spot.part == "row" else spot


def _unknown_words(tables: Tables, spot: Spot, said: str) -> Iterator[tuple[str, str]]:
    """Words with which a formula compares what is chosen, and that nobody can choose."""
    for name, word in formula.words(said):
        there = resolve(tables, spot, name, "column" if "." in name or spot.part == "total" else "cell")
        choices = cell_at(tables, there)[0].choices if isinstance(there, Spot) else ()
        if choices and word and word not in choices:
            yield f"Bij `{name}` kan niemand `{word}` kiezen.", _from(choices)


def _from(choices: tuple[str, ...]) -> str:
    return f"Kies uit {', '.join(f'`{one}`' for one in choices)}."
