"""What a worksheet becomes in a spreadsheet: lists whose columns have a kind, and values that somebody looks up or fills in.

Nothing here is about one subject. A formula is written in the small language of `formula.py`, and names columns and values.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handboek.model.text import DIGITS, Flag, Label, Line, Model, Number, Text, Words

NAME = r"^[a-z][a-z0-9_]*$"
PATH = r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"
TAB = r"^[^\[\]:*?/\\']+$"

CellName = Annotated[str, StringConstraints(pattern=NAME, max_length=30)]
"""What a formula calls a table, a column or a value."""
CellPath = Annotated[str, StringConstraints(pattern=PATH, max_length=61)]
"""The same in another table: `lijst.dag`."""
Formula = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
TabName = Annotated[str, StringConstraints(strip_whitespace=True, pattern=TAB, min_length=1, max_length=31), Words(31)]
"""What stands on a tab; no program takes more characters, nor these signs."""
CellKind = Literal["tekst", "aantal", "getal", "datum", "euro", "procent", "keuze"]
Tone = Literal["goed", "let-op", "fout"]
ChoicesFrom = Literal["antwoorden", "uitslagen", "dagdelen", "wie", "tekens", "vakken", "vragen"]
"""Choices that stand somewhere else already: in a tool that belongs to the worksheet, on its paper, among the questions."""
RowPart = Literal["rij", "uitleg", "aantal", "keren", "minuten", "minuten_hoogstens", "mensen"]
"""What is known of a row that the paper has a name for."""


class Mark(Model):
    """Words that stand out where a cell holds them; the words themselves say what is the matter, colour only helps."""

    begins: Label
    """Waarmee het vak begint dat moet opvallen: `te laat`."""
    tone: Tone
    """Hoe het opvalt: `goed`, `let-op` of `fout`. Er komt een teken voor, dus het valt ook op zonder kleur."""


class Cell(Model):
    """What a cell may hold."""

    key: CellName
    """Hoe een formule dit noemt: kleine letters, zonder spaties of streepjes."""
    kind: CellKind = "tekst"
    """Wat erin komt: `tekst`, `aantal` (een heel getal), `getal`, `datum`, `euro`, `procent` of `keuze`."""
    choices: tuple[Label, ...] = Field(default=(), max_length=20)
    """Bij een keuze: waaruit je kiest."""
    choices_from: ChoicesFrom | None = None
    """Of waar de keuzes al staan: `antwoorden` (de meter van dit blad), `uitslagen`, `dagdelen` en `wie` (de ronde van dit blad),
    `tekens` en `vakken` (dit blad zelf), of `vragen` (de vragen om mee te meten)."""
    choices_in: CellPath | None = None
    """Of de kolom van een andere tabel waaruit je kiest: `lijst.straat`."""
    more: Flag = False
    """Waar als iemand er zelf keuzes bij mag zetten, op het blad *Keuzes*."""
    least: Number | None = None
    """Bij een aantal of getal: het kleinste dat kan. Zonder dit veld is dat 0."""
    most: Annotated[int, Field(ge=1), DIGITS] | None = None
    """Bij een aantal of getal: het grootste dat kan. Bij tekst: hoeveel tekens erin passen."""
    formula: Formula | None = None
    """Hoe het vak zich zelf uitrekent. Zo'n vak is beveiligd."""
    note: Line | None = None
    """Wat er staat als iemand in het vak gaat staan: hoe je het invult."""
    marks: tuple[Mark, ...] = Field(default=(), max_length=6)
    """Welke woorden opvallen als ze in het vak staan."""


class ListColumn(Cell):
    """A column of a list."""

    column: Annotated[int, Field(ge=1), DIGITS] | None = None
    """De hoeveelste kolom van het papier dit is: de kop komt daarvandaan."""
    label: Label | None = None
    """De kop, als het papier deze kolom niet heeft of als zij hier anders heet."""
    width: Annotated[int, Field(ge=4, le=80), DIGITS] | None = None
    """Hoe breed de kolom is, in tekens. Zonder dit veld volgt dat uit de soort."""
    shows: RowPart | None = None
    """Wat er al staat in rijen die op papier een naam hebben: `rij` is die naam, `uitleg` wat erbij hoort. De andere horen bij
    uren: `aantal`, `keren`, `minuten`, `minuten_hoogstens` en `mensen`."""
    each: Literal["vakken"] | None = None
    """Herhaal de kolom voor elk vak van een kalender. In de formule is `nummer` het hoeveelste vak het is."""


class TotalCell(Model):
    """What stands in a row of totals below the head of a column."""

    column: CellName
    """De `key` van de kolom."""
    formula: Formula | None = None
    """Hoe dit vak zich uitrekent. Zonder dit veld rekent het zoals de kolom, met de getallen van deze rij."""
    kind: CellKind | None = None
    """Wat erin komt; zonder dit veld hetzelfde als in de kolom."""
    marks: tuple[Mark, ...] = Field(default=(), max_length=6)
    """Welke woorden opvallen; zonder dit veld dezelfde als in de kolom."""


class TotalRow(Model):
    """A row of totals, above the rows, so that it is in sight however long the list grows."""

    key: CellName
    """Hoe een formule deze rij noemt: `samen.uren` is het vak onder `uren`."""
    label: Label
    """Wat er voor de rij staat."""
    cells: tuple[TotalCell, ...] = Field(min_length=1, max_length=16)
    """De vakken van de rij."""


class ListTable(Model):
    """A list: a row for each thing that is kept."""

    layout: Literal["lijst"]
    """De vorm: een lijst met kolommen."""
    key: CellName
    """Hoe een formule deze tabel noemt."""
    name: TabName
    """Wat er op de tab staat."""
    about: Line
    """Wat je hier doet, in een of twee zinnen."""
    paper: Literal["blad", "turfstand", "geen"] = "blad"
    """Welke tabel van het papier dit is: die van het `blad`, de `turfstand`, of `geen`."""
    rows: Annotated[int, Field(ge=0, le=500), DIGITS] | None = None
    """Hoeveel lege rijen er zijn. Zonder dit veld zoveel als op papier."""
    columns: tuple[ListColumn, ...] = Field(min_length=1, max_length=16)
    """De kolommen. Een rij rekent zodra er iets in een vak staat dat iemand invult."""
    totals: tuple[TotalRow, ...] = Field(default=(), max_length=3)
    """Rijen met totalen."""


class Value(Cell):
    """One value, with what it is."""

    label: Line
    """Wat het is."""
    each: ChoicesFrom | None = None
    """Herhaal de waarde voor elke keuze die daar staat; die heet dan zo. In de formule is `keuze` dat woord."""


class ValueTable(Model):
    """Values below each other, each with what it is."""

    layout: Literal["waarden"]
    """De vorm: waarden onder elkaar, elk met wat het is."""
    key: CellName
    """Hoe een formule deze tabel noemt."""
    name: TabName
    """Wat er op de tab staat."""
    about: Line
    """Wat je hier doet, in een of twee zinnen."""
    amounts: Flag = False
    """Waar als hier de hoeveelheden bij komen waarmee de uren rekenen (`phases/uren.yml`); een formule noemt ze bij hun `id`, met `_` in plaats van `-`."""
    values: tuple[Value, ...] = Field(default=(), max_length=20)
    """De waarden."""


Table = Annotated[ListTable | ValueTable, Field(discriminator="layout")]


class Spreadsheet(Model):
    """A worksheet as a file for Excel."""

    instruction: tuple[Text, ...] = Field(min_length=1, max_length=8)
    """Hoe je het bestand gebruikt; staat op het eerste blad."""
    tables: tuple[Table, ...] = Field(min_length=1, max_length=4)
    """De tabellen, elk op een eigen blad."""
