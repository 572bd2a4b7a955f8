"""What practice adds: lessons and examples; and the pages that are written by hand."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from handboek.model.text import (
    AddressRef,
    Day,
    Flag,
    Item,
    Label,
    Line,
    PhaseRef,
    Piece,
    Prose,
    RoleRef,
    Said,
    Section,
    Sourced,
    Sources,
    StepRef,
    Text,
)

Status = Literal["done", "begun", "planned", "opinion"]
"""How far something had come when the source told of it; what came furthest first."""


class Lesson(Piece):
    """A lesson from practice."""

    date: Day
    """De dag waarop de les is opgeschreven (jjjj-mm-dd)."""
    phases: tuple[PhaseRef, ...] = Field(min_length=1)
    """De fase of fasen waar de les bij hoort."""
    roles: tuple[RoleRef, ...] = ()
    """De rollen die er iets aan hebben."""
    place: Label | None = None
    """De plaats of wijk, als die genoemd mag worden."""
    organisation: Label | None = None
    """De organisatie, als die genoemd mag worden."""
    steps: tuple[StepRef, ...] = ()
    """De stappen waar de les bij hoort."""
    tools: tuple[AddressRef, ...] = ()
    """De hulpmiddelen waar de les bij hoort, als adres."""
    experience: Literal["eigen ervaring", "bron"]
    """Waar de les vandaan komt: eigen ervaring, of een openbare bron."""
    source: Sources = ()
    """De bron of bronnen, als de les uit een bron komt."""
    status: Literal["concept", "gepubliceerd"]
    """Een concept staat alleen in de voorvertoning."""
    still_valid: Day | None = None
    """De dag waarop iemand voor het laatst bevestigde dat de les nog geldt (jjjj-mm-dd)."""
    situation: Annotated[Prose, Section("Wat er speelde")]
    """Wat er aan de hand was, en voor wie. Vertel het zo dat niemand te herkennen is."""
    did: Annotated[Prose, Section("Wat we deden")]
    """Wat je deed, en wat er toen gebeurde."""
    taught: Annotated[Prose, Section("Wat het leerde")]
    """Wat je een collega zou aanraden."""
    holds: Annotated[Prose, Section("Wanneer het geldt")]
    """Wanneer de les geldt, en wanneer je het beter anders doet."""


class Fact(Item):
    """A fact of an example: done, begun, planned or an opinion, always with its source."""

    source: Sources = Field(min_length=1)
    """De bron of bronnen van dit feit."""
    status: Status
    """Of het gedaan is (`done`), begonnen was (`begun`), gepland was (`planned`) of een mening is (`opinion`)."""


class Happened(Sourced):
    """What happened in a phase."""

    phase: PhaseRef
    """De fase."""
    text: Text
    """Wat er in die fase gebeurde."""
    status: Status
    """Of het gedaan is (`done`), begonnen was (`begun`), gepland was (`planned`) of een mening is (`opinion`)."""


class Takeaway(Sourced):
    """What a reader can take from an example."""

    text: Text
    """Wat je meeneemt."""
    at: AddressRef | None = None
    """Waar dat in het handboek staat, als adres."""


class Example(Piece):
    """A place where the method, or something like it, was practised."""

    place: Line
    """De plaats en de wijk."""
    homes: Said
    """Hoe groot het was: hoeveel, en van wat."""
    organisations: tuple[Line, ...] = Field(min_length=1)
    """Wie er meededen."""
    occasion: Said
    """De aanleiding."""
    facts: tuple[Fact, ...] = Field(min_length=6)
    """De feiten, elk met status en bron."""
    happened: tuple[Happened, ...] = Field(min_length=1)
    """Wat er in welke fase gebeurde."""
    unknown: tuple[Said, ...] = Field(min_length=1)
    """Wat niet bekend is."""
    takeaways: tuple[Takeaway, ...] = Field(min_length=1)
    """Wat je eruit meeneemt."""
    story: Annotated[Prose | None, Section()] = None
    """Het verhaal in gewone alinea's."""

    def status(self, phase: str) -> str:
        """How far it is known to have come in a phase; empty where nothing is known."""
        found = {row.status for row in self.happened if row.phase == phase}
        return next((status for status in get_args(Status) if status in found), "")


class Page(Piece):
    """The front matter of a page that is written by hand."""

    title: Line
    """De titel van de bladzijde."""
    summary: Line
    """Eén zin die zegt wat iemand hieraan heeft."""
    checked: Day
    """De dag waarop iemand de bladzijde voor het laatst helemaal heeft nagelezen (jjjj-mm-dd)."""
    macros: Flag = False
    """Waar als de bladzijde stukken uit het handboek invoegt."""
