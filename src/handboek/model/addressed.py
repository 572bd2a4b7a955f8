"""The blocks of sheets for somebody outside: two cards to point at, and a sheet to keep. They are written as a letter is."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from handboek.model.blocks import FRONT_AND_BACK, Blocks, Writing
from handboek.model.text import ItemId, Label, Line, Model, Number, Question, Said, Title

Picture = Literal[
    "ladder", "boor", "bed", "munten", "handen", "mensen", "kalender", "hand", "vink", "kruis", "vraagteken", "tolk", "klok"
]  # fmt: skip
"""The drawings that there are, in `overrides/print/drawings/`."""


class Choice(Model):
    """An answer to point at."""

    id: ItemId
    """Korte vaste naam van dit antwoord."""
    text: Label
    """Het antwoord, in een paar woorden."""
    picture: Picture
    """Het plaatje erbij."""


class Subject(Model):
    """Something to talk about: a picture, and what may be said of it."""

    id: ItemId
    """Korte vaste naam van dit onderwerp."""
    title: Title
    """Waar het over gaat, in een paar woorden."""
    picture: Picture
    """Het plaatje erbij."""
    sentences: tuple[Question, ...] = Field(min_length=1, max_length=4)
    """Wat je zegt of vraagt, in korte zinnen. `{dag}` wordt een plek om iets in te vullen."""
    words: tuple[Label, ...] = Field(default=(), max_length=12)
    """Losse woorden om aan te wijzen."""


class PointingSheet(Blocks):
    """Subjects and answers to point at, for people who do not share a language: pictures in front, sentences behind."""

    addressed: ClassVar[bool] = True

    fixed: ClassVar[str] = FRONT_AND_BACK
    layout: Literal["aanwijskaart"]
    """De vorm: een kaart met plaatjes om aan te wijzen, in de u-vorm."""
    subjects: tuple[Subject, ...] = Field(min_length=2, max_length=8)
    """De onderwerpen: op de voorkant een plaatje, op de achterkant de zinnen."""
    answers: tuple[Choice, ...] = Field(min_length=2, max_length=5)
    """De antwoorden; ze staan onderaan op beide kanten."""


class TongueSheet(Blocks):
    """Languages to point at, each in its own script with its Dutch name beside it: names in front, sentences behind.

    It has the Dutch sentences only; those of a language are its translation, as of any piece.
    """

    addressed: ClassVar[bool] = True

    fixed: ClassVar[str] = FRONT_AND_BACK
    layout: Literal["talenkaart"]
    """De vorm: een kaart met elke taal waarin de zinnen vertaald zijn, om aan te wijzen."""
    instruction: tuple[Said, ...] = Field(default=(), max_length=6)
    """Wat wie aanwijst op de kaart moet weten; hoe je haar gebruikt, staat er al op."""
    i_speak: Question
    """*Ik spreek deze taal.* Staat onder de naam van de taal."""
    who: Question
    """Namens wie je komt, en waarvoor."""
    calm: Question
    """Dat er niets ergs is."""
    wait: Question
    """Dat je nu een tolk belt, en of iemand wil wachten."""
    call: Question
    """Dat iemand kan bellen, dat jullie een tolk regelen en wat dat kost."""
    back: Question
    """Dat je terugkomt met een tolk. `{dag}` en `{tijd}` worden plekken om in te vullen."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands behind, in order: each has the same number in every language."""
        return (self.who, self.calm, self.wait, self.call, self.back)


class KeptSheet(Blocks):
    """The same few fields some times, for somebody to keep."""

    addressed: ClassVar[bool] = True

    layout: Literal["meegeefblad"]
    """De vorm: een blad dat iemand houdt, in de u-vorm, met een paar keer dezelfde velden."""
    before: tuple[Writing, ...] = Field(default=(), max_length=2)
    """Wat één keer bovenaan staat, zoals de datum."""
    fields: tuple[Writing, ...] = Field(min_length=2, max_length=6)
    """De velden die telkens terugkomen."""
    entries: Number = Field(ge=1, le=6)
    """Hoe vaak de velden terugkomen."""
    tick: Line | None = None
    """Een regel met een vakje om aan te kruisen, onder de open vragen."""
    closing: tuple[Line, ...] = Field(default=(), max_length=4)
    """Wat onderaan staat, een zin per regel."""
