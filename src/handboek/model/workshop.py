"""A workshop script: its parts, the group that it is for, and what changes when there is less time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from handboek.model.text import (
    AddressRef,
    Clock,
    DoerRef,
    Flag,
    ItemId,
    Line,
    Model,
    Number,
    Piece,
    Question,
    Said,
    Sourced,
    Text,
    Title,
    said_plainly,
)

Share = Literal["persoon", "tweetal", "groep", "tafel", "trainer", "zaal"]
Form = Literal["blad", "zak", "groot", "werk"]
"""Which of the PDFs of a piece: the sheet itself, its pocket card, the sheet in large print, or the poster to work on."""


class Handout(Model):
    """A sheet that lies on the table in a part of a workshop."""

    piece: AddressRef
    """Het stuk dat je uitdeelt, als adres (`werkbladen/lijstje`)."""
    per: Share
    """Per wat je een exemplaar nodig hebt."""
    number: Number = Field(default=1, ge=1, le=20)
    """Hoeveel exemplaren per persoon, tweetal, groep of tafel."""
    form: Form = "blad"
    """Welk van de bladen van dit stuk: `zak` is de zakkaart van één gesprek."""


def _by_the_trainer(value: object) -> object:
    """A plain text as what the trainer does."""
    return {"trainer": value} if isinstance(value, str) else value


class Shorter(Model):
    """A part of a workshop that has less time than usual; in YAML also a plain text, that of the trainer."""

    trainer: Text
    """Wat de trainer dan doet. Dit staat in de plaats van de gewone tekst."""
    participants: Text | None = None
    """Wat de deelnemers dan doen. Leeg als dat hetzelfde blijft."""
    questions: tuple[Question, ...] = Field(default=(), max_length=4)
    """De vragen die dan op tafel liggen. Leeg als die hetzelfde blijven."""
    below: Number = Field(default=0, ge=0, le=240)
    """Onder hoeveel minuten dit geldt: wat de gewone tekst nodig heeft. Zonder dit geldt het zodra het deel korter is."""

    def said(self) -> Iterator[tuple[str, object]]:
        """What stands in the place of what is usual, by the field of the part."""
        return ((name, value) for name, value in self if value and name != "below")


class Part(Sourced):
    """A part of a workshop."""

    id: ItemId
    """Korte vaste naam van dit deel."""
    title: Title
    """Hoe dit deel heet."""
    minutes: Number = Field(ge=1, le=240)
    """Hoeveel minuten dit deel duurt."""
    least: Number = Field(default=0, ge=0, le=240)
    """Hoeveel minuten dit deel minstens nodig heeft. Zonder dit kan het niet korter."""
    shorter: (
        Annotated[
            Shorter,
            BeforeValidator(_by_the_trainer, json_schema_input_type=Annotated[str, Field(max_length=600)] | Shorter),
        ]
        | None
    ) = None
    """Hoe dit deel gaat als het korter duurt, in de plaats van wat er gewoonlijk staat."""
    trainer: Text
    """Wat de trainer doet."""
    participants: Text | None = None
    """Wat de deelnemers doen."""
    questions: tuple[Question, ...] = Field(default=(), max_length=4)
    """De vragen die op tafel liggen, zoals je ze stelt. Leeg als de titel de vraag al is, of als er geen vraag is."""
    pause: Flag = False
    """Waar als dit deel een pauze is."""
    sheets: tuple[Handout, ...] = ()
    """Wat er op tafel ligt."""

    @property
    def enough(self) -> int:
        """How many minutes its usual words need: with less, it goes as its shorter ones say."""
        return (self.shorter.below if self.shorter else 0) or self.minutes


class Group(Model):
    """The size of the group that a workshop is made for."""

    least: Number = Field(ge=2, le=200)
    """Met minder mensen werkt het niet."""
    most: Number = Field(ge=2, le=200)
    """Met meer mensen werkt het niet."""
    usual: Number = Field(ge=2, le=200)
    """Waar de aantallen op het draaiboek van uitgaan."""
    per_group: Number = Field(ge=2, le=20)
    """Hoeveel mensen er in een groepje of aan een tafel zitten."""


class Late(Model):
    """Something to leave out when time runs short; in YAML also a plain text."""

    part: ItemId | None = None
    """Over welk deel dit gaat, met zijn `id`. Valt dat deel weg of is het al korter, dan staat dit er niet."""
    text: Text
    """Wat je weglaat, en hoeveel dat scheelt."""


class Packed(Model):
    """Something to pack beside the sheets; in YAML also a plain text."""

    part: ItemId | None = None
    """Bij welk deel dit hoort, met zijn `id`. Valt dat deel weg, dan hoef je dit niet in te pakken."""
    usual: Flag = False
    """Waar als alleen de gewone tekst van dat deel dit nodig heeft. Gaat het deel zoals `shorter` zegt, dan pak je dit niet in."""
    text: Line
    """Wat je inpakt, en hoeveel."""


class Short(Model):
    """A short version of a workshop: what falls out of it, and why it still works."""

    minutes: Number = Field(ge=15, le=240)
    """Hoeveel minuten de korte versie duurt."""
    without: tuple[ItemId, ...] = Field(min_length=1)
    """Welke delen eruit vallen, met hun `id`."""
    late: tuple[ItemId, ...] = ()
    """Welke delen je daarna nog laat vallen als het uitloopt, met hun `id`. Wat het minst pijn doet, staat voorop."""
    works: tuple[Text, ...] = Field(min_length=1, max_length=4)
    """Wat er wegvalt, en waarom het nog werkt."""


WhenLate = Annotated[
    Late, BeforeValidator(said_plainly, json_schema_input_type=Annotated[str, Field(max_length=600)] | Late)
]
ToPack = Annotated[
    Packed, BeforeValidator(said_plainly, json_schema_input_type=Annotated[str, Field(max_length=600)] | Packed)
]


class Script(Piece):
    """A workshop that a trainer can run minute by minute."""

    goal: Said
    """Wat deelnemers na afloop kunnen of weten."""
    roles: tuple[DoerRef, ...] = ()
    """Wie dit begeleidt; nodig zodra er rollen zijn."""
    group: Group
    """Voor hoeveel mensen."""
    minutes: Number = Field(ge=15, le=480)
    """De totale duur in minuten; de delen tellen daartoe op."""
    begins: Clock
    """Een voorbeeld van een begintijd (uu:mm)."""
    room: Line
    """Wat voor zaal je nodig hebt."""
    packing: tuple[ToPack, ...] = Field(min_length=1)
    """Wat je inpakt, naast de bladen."""
    preparation: tuple[Said, ...] = Field(min_length=1)
    """Wat je vooraf doet."""
    parts: tuple[Part, ...] = Field(min_length=5, max_length=16)
    """De delen, op volgorde."""
    when_late: tuple[WhenLate, ...] = Field(min_length=1)
    """Wat je weglaat als het uitloopt."""
    short: Short | None = None
    """De korte versie."""
    evaluation: tuple[Question, ...] = Field(min_length=2, max_length=6)
    """De vragen op het evaluatieformulier."""
