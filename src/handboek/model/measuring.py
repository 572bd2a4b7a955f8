"""What is asked to see whether a method does something, and a made-up comparison that shows how the answers are read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from handboek.model.blocks import Blocks
from handboek.model.text import (
    DIGITS,
    Flag,
    ItemId,
    Label,
    Line,
    Model,
    MomentRef,
    Number,
    QuestionRef,
    Slug,
    Sourced,
    Text,
    Title,
    Words,
)

Purpose = Literal["uitkomst", "proces"]
"""Whether a question is about what changed for people, or about how the work was done."""


class Wording(Model):
    """A question in the words in which it is asked."""

    id: ItemId
    """Korte vaste naam. Antwoorden van een vorige keer hangen eraan: verander hem niet."""
    text: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Words(200, theirs=True)
    ]
    """De vraag, woord voor woord. Wie haar verandert, kan niet meer vergelijken."""


class Measure(Sourced):
    """A question that is asked more than once, or of more than one group, with where it comes from."""

    slug: Slug
    """Korte vaste naam; wordt het adres in de lijst met vragen."""
    title: Title
    """Waar de vraag over gaat, in een paar woorden."""
    about: Line
    """Wat je ermee te weten komt."""
    purpose: Purpose
    """Of de vraag over de uitkomst gaat (wat er voor mensen veranderde) of over het proces (hoe het werk is gedaan)."""
    instrument: Line
    """Het instrument waar de vraag uit komt, of dat zij van de redactie is."""
    licence: Text | None = None
    """Wat je met de woorden mag, volgens wie het instrument maakte, en waar dat staat. Leeg als de redactie de woorden schreef."""
    address: Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=200)] | None = None
    """Waar het instrument staat."""
    lead: Line | None = None
    """De zin boven de vragen, als er meer zijn met dezelfde antwoorden."""
    wording: tuple[Wording, ...] = Field(default=(), max_length=12)
    """De vraag zelf, of de vragen die bij elkaar horen. Leeg als de woorden hier niet mogen staan."""
    answers: tuple[Label, ...] = Field(default=(), max_length=11)
    """De antwoorden waaruit iemand kiest, op volgorde. Leeg voor een open vraag."""
    follow_up: Line | None = None
    """Wat je daarna open vraagt, in de u-vorm."""
    moments: tuple[MomentRef, ...] = Field(min_length=1)
    """Wanneer je het vraagt: de `id` van een of meer momenten."""
    counted: Text
    """Hoe je de antwoorden telt, en welke kant op beter is."""
    privacy: Text | None = None
    """Wat de vraag extra vraagt van privacy."""
    unknown: Text | None = None
    """Wat we over deze vraag niet weten."""


class QuestionnaireSheet(Blocks):
    """Questions from the list, for somebody outside to answer."""

    addressed: ClassVar[bool] = True

    layout: Literal["vragenlijst"]
    """De vorm: een vragenlijst voor wie antwoordt, in de u-vorm."""
    sender: tuple[Line, ...] = Field(default=(), max_length=4)
    """Wat je zelf bovenaan invult voordat je het blad geeft: wie het vraagt, wie de antwoorden leest."""
    code: Line | None = None
    """Wat er boven het vak voor een code staat. Zonder dit veld is er geen code."""
    questions: tuple[QuestionRef, ...] = Field(min_length=1, max_length=20)
    """De vragen, op volgorde. De woorden staan in de lijst met vragen."""
    decline: Label | None = None
    """Het antwoord van wie iets niet wil zeggen; het staat achter elke vraag."""
    closing: Text | None = None
    """Wat iemand met het blad doet als het klaar is."""


Pair = Annotated[str, StringConstraints(pattern=r"^(?:[1-9]|1[01])-(?:[1-9]|1[01])$")]
"""What one person answered the first and the second time: `3-2`, by the place of each answer in the list."""
Place = Annotated[int, Field(ge=1, le=11), DIGITS]
"""An answer by its place in the list."""


class Crowd(Model):
    """The people of one of the groups that are compared."""

    name: Label
    """Hoe deze groep heet: een gebouw, een straat."""
    joined: Flag
    """Waar als hier gebeurde wat je onderzoekt; onwaar voor de groep waarmee je vergelijkt."""
    asked: Number = Field(ge=1, le=9999)
    """Hoeveel mensen je de eerste keer vroeg."""
    moved: Number = Field(ge=0, le=9999)
    """Hoeveel van hen er voor de tweede keer verhuisd waren."""
    both: tuple[Pair, ...] = Field(min_length=2, max_length=400)
    """De antwoorden van wie twee keer antwoordde: per mens het eerste en het tweede (`3-2`)."""
    first_only: tuple[Place, ...] = Field(default=(), max_length=400)
    """De antwoorden van wie alleen de eerste keer antwoordde."""
    second_only: tuple[Place, ...] = Field(default=(), max_length=400)
    """De antwoorden van wie alleen de tweede keer antwoordde: wie er bij kwam, of toen pas antwoordde."""


class Comparison(Model):
    """A comparison on made-up answers: what somebody counts, and what may be said of it. Its figures are computed."""

    title: Title
    """Hoe het voorbeeld heet. Dat het verzonnen is, zet de bladzijde er zelf bij."""
    summary: Line
    """Wat je eraan ziet."""
    question: QuestionRef
    """De vraag waarvan dit de antwoorden zijn."""
    counts: tuple[Place, ...] = Field(min_length=1, max_length=10)
    """Welke antwoorden meetellen, naar hun plaats in de lijst; vooraf vastgelegd."""
    called: Line
    """Hoe je in een zin zegt wie dat zijn: `heeft veel of heel veel stress`."""
    crowds: tuple[Crowd, ...] = Field(min_length=2, max_length=2)
    """De twee groepen die je vergelijkt: eerst die waar het gebeurde, dan de andere."""
