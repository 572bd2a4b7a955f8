"""Why the method should work: the theory of change, from activities by way of working elements to outcomes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handboek.model.text import (
    AddressRef,
    Beside,
    BesideId,
    Item,
    ItemId,
    Label,
    Line,
    Number,
    PartRef,
    Piece,
    Said,
    Sourced,
    StepRef,
    Text,
)
from handboek.model.tools import Size

Term = Literal["kort", "middellang", "lang"]


class Boxed(Item):
    """A box of the picture: few words in it, and what they mean beside it."""

    title: Label
    """Wat er in het vak van het plaatje staat."""


class Activity(Boxed):
    """What people do in the method."""

    steps: tuple[StepRef, ...] = Field(min_length=1, max_length=8)
    """De stappen waarin dit gebeurt."""


class Working(Boxed):
    """What makes the activities work, as those who were there think: it must stay when somebody adapts the method."""

    core: tuple[AddressRef, ...] = Field(min_length=1, max_length=8)
    """De stappen en gesprekken die dit dragen, als adres. Zij zijn de kern van de methode."""


class Outcome(Boxed):
    """What changes for somebody, sooner or later."""

    term: Term
    """Wanneer je dit verwacht."""
    criteria: tuple[PartRef, ...] = Field(min_length=1, max_length=5)
    """De criteria waaraan je het ziet, als adres (`fasen/doen/#gedaan`); de meetvragen volgen daaruit."""


class Arrow(Sourced):
    """That one thing leads to another. What no source tells and no research speaks of is an assumption of the editors."""

    from_: BesideId = Field(alias="from")
    """Waar de pijl begint: de `id` van een vak."""
    to: Annotated[ItemId, Beside(holds=True)]
    """Waar de pijl naartoe gaat: de `id` van een vak in de kolom ernaast."""
    why: Line
    """Waarom het een tot het ander leidt."""
    doubt: Said | None = None
    """Wat onderzoek hierover zegt en niet zegt, of wat ertegen pleit."""


class Assumption(Item):
    """What must be true for the theory to hold."""

    at: tuple[AddressRef, ...] = Field(default=(), max_length=4)
    """Waar je nagaat of het klopt, als adres."""


class Harm(Item):
    """What can go wrong for people because of the method."""

    at: tuple[AddressRef, ...] = Field(min_length=1, max_length=4)
    """Wat ertegen helpt, als adres."""


class Theory(Piece):
    """The theory of change of the method: a picture, and the same in words."""

    size: Size = "A3-liggend"
    """Het papier."""
    standing: Text
    """Hoe zeker dit is, in een paar zinnen: wat er van de hele keten is gemeten."""
    cause: tuple[Said, ...] = Field(min_length=1, max_length=5)
    """Waarom er iets moet gebeuren."""
    group: tuple[Said, ...] = Field(min_length=1, max_length=5)
    """Voor wie de methode is."""
    not_for: tuple[Said, ...] = Field(min_length=1, max_length=6)
    """Wanneer of voor wie je haar niet gebruikt."""
    activities: tuple[Activity, ...] = Field(min_length=1, max_length=9)
    """Wat mensen doen, van boven naar beneden."""
    working: tuple[Working, ...] = Field(min_length=1, max_length=8)
    """Wat maakt dat het werkt."""
    outcomes: tuple[Outcome, ...] = Field(min_length=1, max_length=18)
    """Wat er verandert, op korte, middellange en lange termijn."""
    arrows: tuple[Arrow, ...] = Field(min_length=1, max_length=60)
    """De pijlen, in de volgorde van hun nummers."""
    assumptions: tuple[Assumption, ...] = Field(min_length=1, max_length=8)
    """Wat waar moet zijn, anders klopt het verhaal niet."""
    harms: tuple[Harm, ...] = Field(min_length=1, max_length=8)
    """Wat er mis kan gaan voor mensen."""
    pages: Number = Field(default=2, ge=1, le=4)
    """Hoeveel bladzijden het papier beslaat; een test houdt het daaraan."""
