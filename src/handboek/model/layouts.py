"""The blocks of each worksheet layout. A layout without a print template of its own prints as stacked text."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from handboek.model.addressed import KeptSheet, PointingSheet, TongueSheet
from handboek.model.blocks import FRONT_AND_BACK, Blocks, Column, Entry, Feet, Writing
from handboek.model.measuring import QuestionnaireSheet
from handboek.model.text import (
    Flag,
    Item,
    ItemId,
    Label,
    Line,
    Model,
    Number,
    Question,
    Said,
    Sourced,
    Text,
    Title,
)


class TextSheet(Blocks):
    """Headings with text."""

    layout: Literal["tekst"]
    """De vorm: koppen met tekst."""
    entries: tuple[Entry, ...] = Field(min_length=1, max_length=20)
    """De koppen met hun tekst."""


class FactGroup(Model):
    """A heading with what is said under it, each with its source."""

    heading: Title
    """De kop."""
    items: tuple[Said, ...] = Field(min_length=1, max_length=8)
    """Wat eronder staat. `{uren}` wordt een getal uit de uren van de stappen, zoals bij `getal` op een bladzijde."""


class FactSheet(Blocks):
    """What somebody has to know who decides: statements with their sources, and figures that follow from the steps."""

    layout: Literal["feiten"]
    """De vorm: koppen met uitspraken, elk met bron, en getallen uit de uren."""
    groups: tuple[FactGroup, ...] = Field(min_length=2, max_length=8)
    """De koppen met wat eronder staat."""


class Tally(Model):
    """A table of numbers on a page of its own, that stays when the rest of the sheet is destroyed."""

    heading: Title
    """De kop boven de turfstand."""
    text: Line
    """Wat je telt, en wat er met dit vel gebeurt."""
    columns: tuple[Column, ...] = Field(min_length=2, max_length=10)
    """Wat je telt, per kolom."""
    rows: Number = Field(ge=1, le=26)
    """Hoeveel lege rijen."""


class TableSheet(Blocks):
    """A table with rows to fill in and a worked first row."""

    layout: Literal["tabel"]
    """De vorm: een tabel om in te vullen."""
    columns: tuple[Column, ...] = Field(min_length=2, max_length=7)
    """De kolommen."""
    example: tuple[Line, ...] = Field(min_length=2, max_length=7)
    """De eerste rij, als verzonnen voorbeeld ingevuld."""
    row_labels: tuple[Line, ...] = Field(default=(), max_length=24)
    """Vaste tekst in de eerste kolom, als de rijen al een naam hebben."""
    rows_from: Literal["uren"] | None = None
    """Waar de rijen vandaan komen in plaats van `row_labels`: `uren` zijn de uren van alle stappen."""
    rows: Number = Field(default=0, ge=0, le=40)
    """Hoeveel lege rijen."""
    tally: Tally | None = None
    """Een turfstand op een eigen vel, dat blijft als je de lijst weggooit."""


class TickGroup(Model):
    """A group of points to tick."""

    heading: Title
    """De kop boven deze punten."""
    items: tuple[Item, ...] = Field(min_length=1, max_length=12)
    """De punten om af te vinken."""


class ChecklistSheet(Blocks):
    """Points to tick, in groups."""

    layout: Literal["checklist"]
    """De vorm: punten om af te vinken."""
    answers: tuple[Label, ...] = Field(default=(), max_length=4)
    """De antwoorden waaruit je kiest; zonder antwoorden is het één vakje."""
    groups: tuple[TickGroup, ...] = Field(min_length=1, max_length=10)
    """De groepen met punten."""
    example: Line | None = None
    """Een verzonnen voorbeeld van een ingevuld punt."""


class Place(Model):
    """A place to look at."""

    id: ItemId
    """Korte vaste naam van deze plek."""
    label: Label
    """De plek."""
    look_at: Line
    """Waar je daar op let."""


class Mark(Model):
    """A sign that somebody writes in a box, and what it means."""

    sign: Annotated[str, Field(min_length=1, max_length=3)]
    """Het teken dat je in het vak zet."""
    meaning: Label
    """Wat het teken betekent."""


class GridSheet(Blocks):
    """Places against qualities: walk along them."""

    layout: Literal["raster"]
    """De vorm: plekken tegenover kenmerken."""
    places: tuple[Place, ...] = Field(min_length=3, max_length=20)
    """De plekken waar je langsloopt."""
    columns: tuple[Label, ...] = Field(min_length=2, max_length=6)
    """De kenmerken waar je op let."""
    marks: tuple[Mark, ...] = Field(min_length=2, max_length=4)
    """De tekens die je gebruikt."""
    example: tuple[Line, ...] = Field(min_length=2, max_length=8)
    """De eerste rij als verzonnen voorbeeld: de plek en een teken per kenmerk."""
    extra_rows: Number = Field(default=2, ge=0, le=10)
    """Lege rijen voor plekken die ontbreken."""


class MeterSheet(Blocks):
    """A bar with a threshold and a table that adds up to it."""

    layout: Literal["meter"]
    """De vorm: een balk met een drempel."""
    unit: Label
    """Wat je telt."""
    threshold: Number = Field(ge=1, le=100)
    """De drempel in procenten."""
    silence: Line
    """Hoe iemand telt die niets laat horen."""
    columns: tuple[Column, ...] = Field(min_length=3, max_length=7)
    """De kolommen van de teltabel."""
    example: tuple[Line, ...] = Field(min_length=3, max_length=7)
    """De eerste rij, als verzonnen voorbeeld ingevuld."""
    rows: Number = Field(ge=1, le=30)
    """Hoeveel lege rijen."""
    totals: tuple[Label, ...] = Field(min_length=2, max_length=4)
    """De vakken voor de optelling."""


class Bar(Model):
    """A made-up example of a bar in a calendar."""

    row: Number = Field(ge=1, le=20)
    """In welke rij de balk staat, vanaf 1."""
    label: Label
    """Wat er in de balk staat."""
    first: Number = Field(ge=1, le=24)
    """Het eerste vak, vanaf 1."""
    last: Number = Field(ge=1, le=24)
    """Het laatste vak."""


class CalendarSheet(Blocks):
    """Periods against rows, so that overlap shows."""

    layout: Literal["kalender"]
    """De vorm: een kalender waarop je ziet wat overlapt."""
    periods: tuple[Label, ...] = Field(min_length=4, max_length=24)
    """De koppen van de vakken: maanden of weken."""
    rows: tuple[Label, ...] = Field(default=(), max_length=16)
    """Rijen die al een naam hebben."""
    empty_rows: Number = Field(default=6, ge=0, le=16)
    """Hoeveel lege rijen."""
    total: Label
    """De onderste rij, waarin je per vak telt."""
    example: tuple[Bar, ...] = Field(min_length=1, max_length=4)
    """Verzonnen balken als voorbeeld."""


class Box(Model):
    """A box of a canvas."""

    id: ItemId
    """Korte vaste naam van dit vak."""
    label: Label
    """De kop van het vak."""
    hint: Line
    """De vraag in het vak."""
    example: Line | None = None
    """Een verzonnen voorbeeld."""
    width: Number = Field(default=1, ge=1, le=4)
    """Over hoeveel kolommen het vak loopt."""
    height: Number = Field(default=1, ge=1, le=4)
    """Hoe hoog het vak is ten opzichte van de andere."""


class CanvasSheet(Blocks):
    """Boxes on one page, row by row."""

    layout: Literal["canvas"]
    """De vorm: vakken op één vel."""
    columns: Number = Field(ge=1, le=4)
    """Hoeveel vakken er naast elkaar passen."""
    boxes: tuple[Box, ...] = Field(min_length=3, max_length=12)
    """De vakken, van links naar rechts en van boven naar beneden."""


class LogSheet(Blocks):
    """The same few fields, again and again."""

    layout: Literal["logboek"]
    """De vorm: steeds dezelfde velden."""
    fields: tuple[Writing, ...] = Field(min_length=2, max_length=6)
    """De velden van één aantekening."""
    entries: Number = Field(ge=1, le=12)
    """Hoeveel lege aantekeningen."""
    example: tuple[Line, ...] = Field(min_length=2, max_length=6)
    """Een verzonnen aantekening: één regel per veld."""


class RingSheet(Blocks):
    """Rings around a centre, in sectors."""

    layout: Literal["ringen"]
    """De vorm: ringen rond een midden."""
    centre: Label
    """Wat er in het midden staat."""
    rings: tuple[Label, ...] = Field(min_length=1, max_length=4)
    """De ringen, van binnen naar buiten."""
    sectors: tuple[Label, ...] = Field(min_length=2, max_length=6)
    """De taartpunten, met de klok mee vanaf boven."""
    example: Line
    """Een verzonnen voorbeeld van wat iemand invult."""


class Article(Item):
    """One point of an agreement: what each side does."""

    title: Title
    """Waar dit punt over gaat."""
    left: Line | None = None
    """Wat de linkerpartij doet, of leeg om in te vullen."""
    right: Line | None = None
    """Wat de rechterpartij doet, of leeg om in te vullen."""


class AgreementSheet(Blocks):
    """An agreement in two columns."""

    layout: Literal["afspraak"]
    """De vorm: een afspraak in twee kolommen."""
    left: Label
    """De kop van de linkerkolom."""
    right: Label
    """De kop van de rechterkolom."""
    articles: tuple[Article, ...] = Field(min_length=3, max_length=12)
    """De punten van de afspraak."""
    signatures: tuple[Label, ...] = Field(default=(), max_length=6)
    """Wie tekent: een rol of organisatie, nooit de naam van iemand. Leeg als niemand tekent."""
    example: Line | None = None
    """Een verzonnen voorbeeld van een ingevuld punt."""


class Answer(Sourced):
    """A question with an answer, or with room for one."""

    id: ItemId
    """Korte vaste naam van deze vraag."""
    question: Question
    """De vraag zoals iemand die stelt."""
    answer: Text | None = None
    """Het antwoord, als dat vaststaat."""
    who: Label
    """Wie het antwoord geeft."""
    lines: Number = Field(default=2, ge=0, le=8)
    """Hoeveel schrijfregels."""


class AnswerSheet(Blocks):
    """Questions and answers."""

    layout: Literal["vraag-antwoord"]
    """De vorm: vragen met antwoorden."""
    answers: tuple[Answer, ...] = Field(min_length=3, max_length=24)
    """De vragen."""
    example: Line | None = None
    """Een verzonnen voorbeeld van een ingevuld antwoord."""


class Panel(Model):
    """A box of a poster: few words, and lines for a marker pen."""

    heading: Title
    """De kop."""
    text: Line | None = None
    """Een regel onder de kop."""
    lines: Number = Field(default=0, ge=0, le=8)
    """Hoeveel schrijfregels eronder staan."""


class PosterSheet(Blocks):
    """Few words, large, for a wall."""

    fixed: ClassVar[str] = "op een poster heeft alles een eigen plek"
    layout: Literal["poster"]
    """De vorm: een poster voor aan de muur."""
    headline: Title
    """De kop."""
    shows: Literal["vakken", "fasen"] = "vakken"
    """Wat erop staat: eigen vakken, of de fasen van de methode."""
    entries: tuple[Panel, ...] = Field(default=(), max_length=8)
    """De vakken van de poster."""
    footer: Feet = Field(default=(), max_length=3)
    """De onderste regel, een of meer zinnen."""

    @property
    def foot(self) -> str:
        """The sentences of the footer as one line."""
        return " ".join(one.text for one in self.footer)


class Card(Sourced):
    """A card with a front and a back."""

    id: ItemId
    """Korte vaste naam van deze kaart."""
    kind: Label
    """Het soort kaart; staat klein bovenaan."""
    front: Question
    """De tekst op de voorkant."""
    back: Line | None = None
    """De tekst op de achterkant."""


class DeckSheet(Blocks):
    """Cards, eight to an A4."""

    fixed: ClassVar[str] = FRONT_AND_BACK
    layout: Literal["kaarten"]
    """De vorm: kaarten, acht op een A4."""
    drawn_from: Literal["kaarten", "gesprekken"] = "kaarten"
    """Waar de kaarten vandaan komen: uit dit bestand, of uit de vragen van alle gesprekken."""
    made_up: Flag = False
    """Waar als de kaarten verzonnen zijn; dat staat dan op elke kaart."""
    cards: tuple[Card, ...] = Field(default=(), max_length=64)
    """De kaarten."""


class PocketSheet(Blocks):
    """Pocket cards, A6: one for each conversation guide."""

    fixed: ClassVar[str] = FRONT_AND_BACK
    layout: Literal["zakkaarten"]
    """De vorm: zakkaarten op A6, één per gesprek."""
    reminder: Line
    """De regel onderaan elke kaart."""


Layout = Annotated[
    TextSheet
    | FactSheet
    | TableSheet
    | ChecklistSheet
    | GridSheet
    | MeterSheet
    | CalendarSheet
    | CanvasSheet
    | LogSheet
    | RingSheet
    | AgreementSheet
    | AnswerSheet
    | QuestionnaireSheet
    | PosterSheet
    | DeckSheet
    | PocketSheet
    | PointingSheet
    | TongueSheet
    | KeptSheet,
    Field(discriminator="layout"),
]
