"""The first tab of a file for Excel: what it is for, how to work with it, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handboek.office.excel.looks import Look, high

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet


@dataclass(frozen=True)
class Explained:
    """What the first tab says of the worksheet itself."""

    title: str
    summary: str
    purpose: str
    instruction: tuple[str, ...]
    origin: tuple[str, ...]
    """Where it comes from: lines of text."""
    address: str
    """The page of the worksheet."""


WIDE = (30, 70)
NO_PEOPLE = (
    "In dit bestand is geen kolom voor een naam, een BSN, een telefoonnummer of een geboortedag. Een nummer van een deur of "
    "een code is genoeg. Wat er niet in staat, kan ook niet bij een ander terechtkomen. Zet zo'n kolom er ook niet bij.",
    "Bewaar het bestand op een plek waar alleen je team bij kan. Stuur het niet rond per mail. Gooi het weg als het werk klaar is.",
)
EXTEND = (
    "Een vak dat zelf rekent, is beveiligd: zo gaat er niets per ongeluk stuk. Er is geen wachtwoord. Haal de beveiliging eraf met "
    "Controleren, Beveiliging blad opheffen.",
    "Sorteren met het pijltje boven een kolom weigert Excel, want dat neemt de grijze vakken mee. Boven elke lijst staat hoe het wel "
    "kan. Filteren met het pijltje kan altijd.",
    "Zijn de lege rijen op? Haal de beveiliging eraf. Kopieer een lege rij en voeg haar in boven de laatste rij. Dan tellen de "
    "nieuwe rijen mee. Zet de beveiliging daarna weer aan.",
    "Wil je op papier alleen de rijen waar iets in staat? Klik op het pijltje boven een kolom die je in elke rij invult, en haal het "
    "vinkje weg bij de lege vakken. Print alleen het blad waar je op staat, en zet het vinkje daarna terug.",
)


def write(
    sheet: Worksheet, row: int, look: Look, says: Explained, *, tabs: list[tuple[str, str]], tones: list[Format]
) -> None:
    """Write the first tab from a row on; `tabs` are the others, each with what it is about. Not protected: nothing on it works itself out."""
    sheet.hide_gridlines(2)
    for column, wide in enumerate(WIDE):
        sheet.set_column(column, column, wide)
    sheet.write_string(row, 0, says.title, look("title"))
    sheet.set_row(row, 26)
    row += 1

    def line(text: str, label: str = "") -> None:
        nonlocal row
        if label:
            sheet.write_string(row, 0, label, look("name"))
        sheet.write_string(row, 1, text, look("text"))
        sheet.set_row(row, high([(text, WIDE[1])]) + 3)
        row += 1

    def heading(text: str) -> None:
        nonlocal row
        sheet.set_row(row, 26)
        sheet.write_string(row, 0, text, look("heading"))
        row += 1

    line(says.summary, "Wat het is")
    line(says.purpose, "Waar het voor is")
    heading("Zo werk je ermee")
    for number, text in enumerate(says.instruction, 1):
        line(text, f"Stap {number}")
    heading("Wat er op elk blad staat")
    for name, about in tabs:
        sheet.write_url(row, 0, f"internal:'{name}'!A1", look("link"), name)
        line(about)
    heading("Wat de vakken betekenen")
    sheet.write_string(row, 0, "Wit", look("open"))
    line("Dit vul je zelf in. Ga in een vak staan: vaak staat er dan bij hoe.")
    sheet.write_string(row, 0, "Grijs", look("worked"))
    line("Dit rekent zelf. Boven de kolom staat het er ook bij.")
    signs = zip(
        tones,
        ("Goed", "Let op", "Klopt niet"),
        ("Dit is in orde.", "Kijk hier nog eens naar.", "Hier is iets mis."),
        strict=True,
    )
    for tone, word, said in signs:
        sheet.write_string(row, 0, word, tone)
        line(said)
    heading("Rijen erbij, of iets anders maken")
    for text in EXTEND:
        line(text)
    heading("Geen gegevens van mensen")
    for text in NO_PEOPLE:
        line(text)
    heading("Waar dit vandaan komt")
    for text in says.origin:
        line(text)
    sheet.write_url(row, 1, says.address, look("address"), says.address, "De bladzijde van dit werkblad")
    sheet.print_area(0, 0, row, 1)
