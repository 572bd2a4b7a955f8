"""What somebody asks who must judge the method, and where the handbook answers it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handboek.model.text import (
    SLUG,
    AddressRef,
    BesideId,
    Flag,
    ItemId,
    Label,
    Line,
    Model,
    PartRef,
    Piece,
    Refers,
    Said,
    Sourced,
    Text,
    Title,
)
from handboek.model.tools import Size

ElementRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=40), Refers("element")]
Drawn = Literal[
    "aanleiding", "doelgroep", "niet-voor", "doelen", "aanpak", "hulpmiddelen", "rollen", "uren", "voorbeelden",
    "onderzoek", "werkzaam", "aannames", "risicos", "bronnen",
]  # fmt: skip
"""What an answer can be drawn from: a part of the theory of change, or what there is in the handbook."""


class Judge(Sourced):
    """Somebody who judges methods, and what they ask for."""

    id: ItemId
    """Korte vaste naam van deze beoordelaar."""
    name: Label
    """Hoe die heet."""
    asks: Text
    """Wat die vraagt, en hoe je dat weet."""


class Ask(Model):
    """One heading of the dossier: answered from the handbook, or openly unknown."""

    id: ItemId
    """Korte vaste naam van deze kop."""
    asks: Label
    """De kop."""
    means: Line
    """Wat ermee gevraagd wordt, in één zin."""
    judges: tuple[BesideId, ...] = Field(min_length=1, max_length=4)
    """Wie dit vraagt: de `id` van een of meer beoordelaars."""
    answer: tuple[Said, ...] = Field(default=(), max_length=8)
    """Het antwoord, in eigen woorden."""
    draws: tuple[Drawn, ...] = Field(default=(), max_length=3)
    """Wat het antwoord uit het handboek haalt, in plaats van het over te schrijven."""
    elements: tuple[ElementRef, ...] = Field(default=(), max_length=4)
    """De onderdelen van de meetlat waarvan het antwoord hier ook staat."""
    at: tuple[PartRef, ...] = Field(default=(), max_length=10)
    """Waar het uitgebreid staat, als adres."""
    unknown: Text | None = None
    """Wat onbekend is. Is er geen antwoord, dan moet dit er staan."""


class Part(Model):
    """A part of the dossier."""

    heading: Title
    """De kop boven deze vragen."""
    asks: tuple[Ask, ...] = Field(min_length=1, max_length=12)
    """De koppen."""


class Dossier(Piece):
    """All that a judge of methods asks, with what the handbook answers."""

    size: Size = "A4"
    """Het papier."""
    used: Text
    """Door wie en waar deze tekst is gebruikt; zonder gebruik staat er dat niemand dat deed."""
    recognised: Flag = False
    """Waar als een beoordelaar de methode heeft erkend."""
    first: AddressRef | None = None
    """Waarmee iemand klein begint, als adres."""
    judges: tuple[Judge, ...] = Field(min_length=1, max_length=6)
    """Wie er beoordeelt."""
    parts: tuple[Part, ...] = Field(min_length=1, max_length=8)
    """De onderdelen, op volgorde."""
