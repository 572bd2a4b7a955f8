"""The blocks that layouts of worksheets share."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from handboek.model.text import AddressRef, Label, Line, Model, Number, Prose, Said, Title, said_plainly, several


class Column(Model):
    """A column of a table."""

    label: Label
    """De kop van de kolom."""
    width: Number = Field(default=1, ge=1, le=12)
    """Hoe breed de kolom is ten opzichte van de andere."""


class Writing(Model):
    """A question with empty lines under it."""

    label: Line
    """De vraag of kop boven de schrijfregels."""
    lines: Number = Field(default=3, ge=1, le=20)
    """Hoeveel schrijfregels eronder staan."""


class Entry(Model):
    """One heading with text, and lines to write on where wanted."""

    heading: Title
    """De kop."""
    text: Prose | None = None
    """De tekst onder de kop."""
    lines: Number = Field(default=0, ge=0, le=20)
    """Hoeveel schrijfregels eronder staan."""


FRONT_AND_BACK = "de voorkant en de achterkant van een kaart passen op elkaar"


class Blocks(Model):
    """What every layout has."""

    fixed: ClassVar[str] = ""
    """Why its text cannot flow, as a file for Word would have it; nothing where it can."""

    instruction: tuple[Said, ...] = Field(min_length=1, max_length=6)
    """Hoe je het blad gebruikt; staat bovenaan."""
    writing: tuple[Writing, ...] = Field(default=(), max_length=6)
    """Open vragen met schrijfregels; staan onderaan."""


class Foot(Model):
    """A sentence below a poster; in YAML also a plain text."""

    text: Line
    """De zin."""
    about: tuple[AddressRef, ...] | None = Field(default=None, min_length=1)
    """Waarover hij gaat, als adres: `fasen/doen`. Laat een uitgave dat weg, dan valt de zin ook weg."""


Feet = Annotated[
    tuple[Annotated[Foot, BeforeValidator(said_plainly, json_schema_input_type=str | Foot)], ...],
    BeforeValidator(several, json_schema_input_type=str | list[str | Foot]),
]
"""The sentences of a footer; one may stand there as a plain text."""
