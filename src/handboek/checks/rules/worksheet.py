"""Een werkblad past bij zijn eigen vorm.

Een tabel met drie kolommen heeft een voorbeeldrij met drie vakken. Een balk in een kalender begint en eindigt in een
vak dat er is. Een leeg blad is geen werkblad. Wat op een scherm telt of plant, doet dat zoals het blad dat erbij hoort. Dat een voorbeeld is verzonnen, zet het blad er zelf bij.

Goed:

    # tools/worksheets/tabelletje.yml
    sheet:
      layout: tabel
      instruction: [Tel per straat.]
      columns: [{label: Straat, width: 2}, {label: Fietsen}]
      example: [Dorpsstraat, "12"]
      rows: 8

Fout:

    # tools/worksheets/tabelletje.yml
    sheet:
      layout: tabel
      instruction: [Tel per straat.]
      columns: [{label: Straat, width: 2}, {label: Fietsen}]
      example: [Dorpsstraat, "12", "3"]
      rows: 8
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from handboek.checks.passages import finding_at
from handboek.document import Loc
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.kinds import KINDS

CODE = "werkblad"
SEVERITY = "error"

CELLS = {"tabel": ("columns", 0), "meter": ("columns", 0), "raster": ("columns", 1), "logboek": ("fields", 0)}
"""By layout: the list that sets how many cells the example has, and how many come before."""

ON_SCREEN = {kind.type: kind.index.layout for kind in KINDS if kind.index and kind.index.layout}
"""By type of tool: the layout of the worksheet on which the same is done on paper."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each worksheet whose blocks contradict each other, or a tool that does the same on a screen."""
    for piece in handbook.of("worksheet"):
        for loc in _told_twice(piece.data.sheet):
            what = "Dit voorbeeld zegt zelf dat het is verzonnen, en op het blad staat dat er al voor."
            yield replace(finding_at(piece, ("sheet", *loc), what, "Begin met het voorbeeld."), since=2)
        for loc, what, helps in _wrong(piece.data.sheet):
            yield finding_at(piece, ("sheet", *loc), what, helps)
    for type_, layout in ON_SCREEN.items():
        for piece in handbook.of(type_):
            sheet = handbook.get("worksheet", piece.data.worksheet or "")
            if sheet and sheet.data.sheet.layout != layout:
                what = f"Het werkblad `{sheet.slug}` heeft de vorm `{sheet.data.sheet.layout}`."
                helps = f"Noem bij een {piece.kind.name} een werkblad met de vorm `{layout}`."
                yield finding_at(piece, ("worksheet",), what, helps)
            elif sheet and layout == "meter" and sheet.data.sheet.threshold != piece.data.threshold:
                what = f"Hier staat {piece.data.threshold}%, en op het werkblad `{sheet.slug}` {sheet.data.sheet.threshold}%."
                yield finding_at(piece, ("threshold",), what, "Zet op beide plekken hetzelfde.")


def _told_twice(sheet: Any) -> Iterator[Loc]:
    return (loc for loc, example in _examples(sheet) if example.lower().startswith("verzonnen"))


def _wrong(sheet: Any) -> Iterator[tuple[Loc, str, str]]:
    if sheet.layout in CELLS:
        name, before = CELLS[sheet.layout]
        wanted, there = len(getattr(sheet, name)) + before, len(sheet.example)
        if wanted != there:
            what = f"Het voorbeeld heeft {there} vakken, en het blad heeft er {wanted}."
            extra = " De eerste is de plek." if before else ""
            yield ("example",), what, f"Geef het voorbeeld één waarde voor elk van de {wanted} vakken.{extra}"
    if sheet.layout == "tabel" and not (sheet.rows or sheet.row_labels or sheet.rows_from):
        yield (), "Deze tabel heeft geen rijen.", "Zet bij `rows` hoeveel lege rijen er komen, of geef `row_labels`."
    if sheet.layout == "kalender":
        yield from _bars(sheet)
    if sheet.layout == "canvas":
        for index, box in enumerate(sheet.boxes):
            if box.width > sheet.columns:
                what = f"Dit vak is {box.width} kolommen breed, en het blad heeft er {sheet.columns}."
                yield ("boxes", index, "width"), what, "Maak het vak smaller of het blad breder."
    if sheet.layout == "kaarten" and sheet.drawn_from == "kaarten" and not sheet.cards:
        yield (
            (),
            "Dit blad heeft geen kaarten.",
            "Zet de kaarten bij `cards`, of neem ze uit de gesprekken met `drawn_from`.",
        )
    if sheet.layout == "poster" and sheet.shows == "vakken" and not sheet.entries:
        yield (), "Deze poster heeft geen vakken.", "Zet de vakken bij `entries`, of toon de fasen met `shows: fasen`."


def _examples(sheet: Any) -> Iterator[tuple[Loc, str]]:
    """The examples of one line, which the paper announces as made up."""
    if isinstance(example := getattr(sheet, "example", None), str):
        yield ("example",), example
    for index, box in enumerate(getattr(sheet, "boxes", ())):
        if box.example:
            yield ("boxes", index, "example"), box.example


def _bars(sheet: Any) -> Iterator[tuple[Loc, str, str]]:
    rows, periods = len(sheet.rows) + sheet.empty_rows, len(sheet.periods)
    for index, bar in enumerate(sheet.example):
        if bar.row > rows:
            what = f"Deze balk staat in rij {bar.row}, en het blad heeft {rows} rijen."
            yield ("example", index, "row"), what, f"Kies een rij van 1 tot en met {rows}."
        if bar.first > bar.last:
            what = f"Deze balk begint in vak {bar.first} en eindigt in vak {bar.last}."
            yield ("example", index, "last"), what, "Laat hem eindigen waar hij begint of later."
        elif bar.last > periods:
            what = f"Deze balk eindigt in vak {bar.last}, en het blad heeft {periods} vakken."
            yield ("example", index, "last"), what, f"Kies een vak van 1 tot en met {periods}."
