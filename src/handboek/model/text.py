"""The kinds of value that a piece is made of: text with a limit, slugs, references, dates and sources.

A value says what it is by a marker in its annotation (`Words`, `Refers`). `introspect.walk` reads those markers, so
that the check of references, the check of Markdown, the derived basis and the test that no word vanishes on
paper all come from the one declaration in the model.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
PART = rf"{ADDRESS[:-1]}(/#[a-z0-9]+(-[a-z0-9]+)*)?$"


@dataclass(frozen=True)
class Words:
    """Marks text that people read: Markdown of the line kind, or whole paragraphs when `block`."""

    longest: int
    block: bool = False
    theirs: bool = False
    """Whether somebody else chose the words, perhaps in another language: the name of a source."""
    foreign: bool = False
    """Whether it is in another language, in letters that are no letters of the handbook."""


@dataclass(frozen=True)
class Refers:
    """Marks a reference: the slug of a piece of `kind`; the address of any piece when `kind` is "address", and the folder
    of a list when it is "list"."""

    kind: str
    wanted: bool = False
    """Whether a piece names one as soon as the handbook has any."""


@dataclass(frozen=True)
class Beside:
    """Marks the `id` of something else in the same piece: who names it goes along with it."""

    holds: bool = False
    """Whether what nothing names so any more goes along as well: nothing leads to it."""


@dataclass(frozen=True)
class Section:
    """Marks a field that stands in the body of a Markdown file under this heading (empty: the whole body)."""

    heading: str = ""


BLANK = re.compile(r"\{([a-z0-9-]+)\}")
"""How a blank to fill in stands in a text: its name between braces."""

CITED = re.compile(r" ?\[\^([a-z0-9-]+)\]")
"""How running text names what a sentence rests on: the key of a source, behind the sentence, as `[^key]`."""

OWN = "eigen"
"""The key that stands among the sources of a statement whose words are those of an edition, and not of its base."""

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), Words(40)]
"""The head of a column, the name of a box."""
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=70), Words(70)]
Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=140), Words(140)]
"""What fits in large type on a card."""
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Words(200)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600), Words(600)]
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=12000), Words(12000, block=True)
]
"""Paragraphs, lists and subheadings in Markdown."""

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
ItemId = Annotated[str, StringConstraints(pattern=SLUG, max_length=40)]
BesideId = Annotated[ItemId, Beside()]

PhaseRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("phase")]
StepRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("step")]
GuideRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("guide")]
WorksheetRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("worksheet")]
MessageRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("message")]
ScriptRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("script")]
RoleRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("role")]
DoerRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("role", wanted=True)]
"""A role that does what the piece tells of."""
SourceRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("source")]
AmountRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("amount")]
QuestionRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("question")]
NumberRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("number")]
TopicRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=60), Refers("topic")]
MomentRef = Annotated[str, StringConstraints(pattern=SLUG, max_length=40), Refers("moment")]
AddressRef = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=120), Refers("address")]
"""A piece by its address on the site without the last slash: `gesprekken/praatje`."""
PartRef = Annotated[str, StringConstraints(pattern=PART, max_length=160), Refers("address")]
"""An address, or that of a part of a page: `fasen/doen/#gedaan`."""


def _day(value: object) -> object:
    """Let only a written-out day through: pydantic would also take a number for seconds since 1970."""
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        return value
    raise ValueError("day")


def _number(value: object) -> object:
    """Let only digits through: pydantic would also take `1.000` for one, and `1_000` for a thousand."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+", value):
        raise PydanticCustomError("int_parsing", "number")
    return value


DIGITS = BeforeValidator(_number)
Number = Annotated[int, DIGITS]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Flag = Annotated[bool, Field(strict=False)]


def several(value: object) -> object:
    """One key as a list of one."""
    return [value] if isinstance(value, str) else value


Sources = Annotated[
    tuple[SourceRef, ...],
    BeforeValidator(several, json_schema_input_type=Annotated[str, Field(pattern=SLUG)] | list[str]),
]


def folded(text: str) -> str:
    """A text with white space folded."""
    return " ".join(text.split())


def digest(text: str) -> str:
    """Eight characters that change when what is said changes, and not with the way it was typed."""
    return hashlib.sha256(folded(text).encode()).hexdigest()[:8]


class Model(BaseModel):
    """What every model shares: unknown fields are refused and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Sourced(Model):
    """Something that is said, with the source that it rests on; without a source it is editorial."""

    source: Sources = ()
    """De bron of bronnen waar dit op rust (sleutels uit `phases/sources.yml`). Zonder bron is het redactioneel."""


class Statement(Sourced):
    """One statement; in YAML a plain text, or `text` with `source`."""

    text: Text
    """De tekst zelf."""


def said_plainly(value: object) -> object:
    """A plain text as what holds one."""
    return {"text": value} if isinstance(value, str) else value


Said = Annotated[
    Statement,
    BeforeValidator(said_plainly, json_schema_input_type=Annotated[str, Field(max_length=600)] | Statement),
]


class Pointer(Statement):
    """Something that is said, with where to find what it names; in YAML also a plain text."""

    at: tuple[AddressRef, ...] = ()
    """Wat daarbij helpt of waar het staat, als adres."""


Pointed = Annotated[
    Pointer,
    BeforeValidator(said_plainly, json_schema_input_type=Annotated[str, Field(max_length=600)] | Pointer),
]


class Item(Statement):
    """A statement that something else hangs on: a tick, a card, a link."""

    id: ItemId
    """Korte vaste naam van dit punt. Vinkjes en kaarten hangen eraan: verander hem niet bij een verbetering."""


class Withdrawn(Model):
    """That nobody should use a piece any more; its address stays alive and says so."""

    date: Day
    """De dag waarop het stuk is ingetrokken (jjjj-mm-dd)."""
    reason: Text
    """Waarom: wat er niet klopt, en wat iemand doet die het al gebruikte."""
    instead: AddressRef | None = None
    """Wat iemand nu gebruikt, als adres (`werkbladen/lijstje`)."""


class Correction(Model):
    """Something in a piece that was wrong and is right now."""

    date: Day
    """De dag waarop het is verbeterd (jjjj-mm-dd)."""
    what: Line
    """Wat er fout was en hoe het nu is, in een of twee zinnen. Staat op de bladzijde en op het blad."""


class Lasting(Model):
    """What can be said of a piece that people printed or linked to, when something in it was wrong."""

    withdrawn: Withdrawn | None = None
    """Alleen als niemand dit stuk nog mag gebruiken. De bladzijde en de bladen zeggen dan dat het is ingetrokken."""
    corrected: tuple[Correction, ...] = Field(default=(), max_length=12)
    """Wat er is verbeterd nadat mensen het al konden printen, met de dag."""


class Named(Model):
    """What every kind of piece has."""

    title: Title
    """De titel, zoals die boven de bladzijde en op het papier staat."""
    summary: Line
    """Eén zin die zegt wat iemand hieraan heeft. Staat in lijsten en zoekresultaten."""
    checked: Day
    """De dag waarop iemand dit stuk voor het laatst helemaal heeft nagelezen (jjjj-mm-dd)."""


class Piece(Lasting, Named):
    """What every kind of piece has that people print, link to, and may have to be warned about."""
