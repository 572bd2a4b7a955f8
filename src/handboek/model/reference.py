"""What the method is looked up in: terms, sources, search words, words of the house, amounts, telephone numbers, redirects."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, computed_field

from handboek.model.text import (
    AmountRef,
    Day,
    Flag,
    ItemId,
    Label,
    Lasting,
    Line,
    Model,
    PartRef,
    Slug,
    Sourced,
    Text,
    Words,
)

Typed = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Words(60, theirs=True)]
"""Words that somebody types who searches: theirs, and not ours."""


class SearchWords(Model):
    """Words that mean the same to somebody who searches, and that are no term of the glossary."""

    id: ItemId
    """Korte vaste naam van deze groep."""
    words: tuple[Label, ...] = Field(default=(), max_length=12)
    """De woorden zoals ze in het handboek staan. Wie er één zoekt, vindt ook de andere."""
    everyday: tuple[Typed, ...] = Field(default=(), max_length=100)
    """Woorden waarmee mensen dit zoeken. Zij leiden naar de woorden en de stukken, niet andersom."""
    at: tuple[PartRef, ...] = Field(default=(), max_length=6)
    """De stukken die mensen met `everyday` zoeken, als adres (`fasen/doen/#gedaan` voor een deel van een bladzijde). Zonder dit veld zoekt iemand naar de woorden zelf."""
    voice: tuple[Typed, ...] = Field(default=(), max_length=100)
    """Waaraan je hoort wie er zoekt, zoals `mijn huis` voor wie er woont. Zegt een vraag dit, dan tellen de stukken van `at` zwaarder."""
    absent: Line | None = None
    """Wat boven de uitslag staat als het handboek hier zelf geen antwoord op heeft; de woorden leiden naar wat het dichtst in de buurt komt."""


Room = Literal[
    "fasen", "gesprekken", "werkbladen", "berichten", "draaiboeken", "werkmappen", "lessen", "praktijk", "rollen",
    "begrippen", "bronnen", "er-is-iets",
]  # fmt: skip
"""Where a word of the house can hold or not: the folders of the kinds of piece that people read."""
Avoided = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=40)]
"""Words that are named and not said, so that no rule of language looks at them."""


class HouseWord(Model):
    """Words that this handbook does not use, and what it says instead."""

    id: ItemId
    """Korte vaste naam van deze keuze."""
    avoid: tuple[Avoided, ...] = Field(min_length=1, max_length=20)
    """Wat je niet schrijft, in elke vorm. Drie puntjes tussen twee woorden (`u … hebt`) staan voor een tot zes woorden."""
    write: tuple[Avoided, ...] = Field(min_length=1, max_length=4)
    """Wat je in plaats daarvan schrijft."""
    why: Line
    """Waarom, in één zin."""
    only_in: tuple[Room, ...] = ()
    """De mappen waar dit geldt. Zonder dit veld geldt het overal."""
    not_in: tuple[Room, ...] = ()
    """De mappen waar dit niet geldt."""


SourceKind = Literal["interview", "column", "artikel", "onderzoek", "projectpagina", "wet", "uitspraak", "handleiding"]


class Source(Lasting):
    """A public source that statements rest on."""

    key: Slug
    """De sleutel waarmee stukken naar deze bron verwijzen."""
    title: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Words(200, theirs=True)
    ]
    """De titel zoals de bron die zelf voert."""
    short: Label
    """Een korte naam voor onder een werkblad."""
    kind: SourceKind
    """Wat voor bron het is."""
    publisher: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Words(200, theirs=True)
    ]
    """Wie de bron uitgaf."""
    authors: tuple[
        Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), Words(80, theirs=True)],
        ...,
    ] = ()
    """De schrijvers, als de bron ze noemt."""
    published: Line
    """Wanneer de bron verscheen, zo precies als bekend."""
    address: Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=200)] | None = None
    """Het webadres van de bron."""
    read: Literal["helemaal", "deels", "samenvatting"] | None = None
    """Hoeveel ervan is gelezen: alles, een deel, of alleen de samenvatting omdat de rest niet open te krijgen was."""
    self_report: Flag
    """Waar als betrokkenen over hun eigen werk vertellen."""
    tells: Text
    """Wat de bron vertelt, in eigen woorden."""
    does_not_tell: Text
    """Wat de bron niet vertelt."""
    checked: Day
    """De dag waarop iemand de bron voor het laatst las (jjjj-mm-dd)."""


class Term(Sourced):
    """A word of the glossary."""

    slug: Slug
    """Korte vaste naam; wordt het adres in de begrippenlijst."""
    term: Label
    """Het woord."""
    definition: Text
    """Wat het hier betekent, in gewone taal."""
    synonyms: tuple[Label, ...] = ()
    """Woorden die hetzelfde betekenen."""
    everyday: tuple[Label, ...] = ()
    """Woorden die mensen er zelf voor gebruiken."""
    link: Flag = True
    """Niet waar als iedereen het woord kent: dan wijst geen bladzijde ernaar."""


class Amount(Sourced):
    """Something that hours are counted by, and how much of it there is in the example that is worked out."""

    id: Slug
    """Korte vaste naam van deze hoeveelheid."""
    one: Label
    """Hoe één ervan heet."""
    many: Label
    """Hoe meer ervan heten."""
    number: int | None = Field(default=None, ge=1, le=1_000_000)
    """Hoeveel er zijn in de voorbeeldsom."""
    of: AmountRef | None = None
    """De hoeveelheid waar dit een deel of een veelvoud van is, in plaats van een eigen getal."""
    times: int = Field(default=1, ge=1, le=1_000_000)
    """Dat deel: zo vaak die hoeveelheid ..."""
    by: int = Field(default=1, ge=1, le=1_000_000)
    """... gedeeld door dit getal."""
    why: Text
    """Waar dit getal vandaan komt."""


CALLED = re.compile(r"\b(?:bel|belt|bellen|gebeld|belde|nummer|noem|noemt)\b[^.:;!?\n]{0,24}$", re.IGNORECASE)
"""What stands before a number of three digits that is a telephone number and no count of something."""


class PhoneNumber(Model):
    """A telephone number that is there for everybody; pages and sheets name no other."""

    id: Slug
    """Korte vaste naam van dit nummer."""
    number: Annotated[str, StringConstraints(pattern=r"^(11\d|14 0\d{2,3}|0[89]00-\d{4,7}|0\d{1,3}-\d{6,8})$")]
    """Het nummer, zoals het overal staat: `0800-2000`."""
    name: Label
    """Wie er opneemt."""
    what: Line
    """Waarvoor je belt, in een paar woorden."""
    everyday: tuple[Label, ...] = ()
    """Woorden waarmee mensen dit nummer zoeken."""
    open: Line
    """Wanneer er iemand opneemt, of dat dit niet zeker is."""
    cost: Line
    """Wat bellen kost, of dat dit niet zeker is."""
    checked: Day
    """De dag waarop iemand dit voor het laatst naging (jjjj-mm-dd)."""
    address: Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=200)]
    """Het webadres waar dit stond."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tel(self) -> str:
        """What a telephone dials when somebody taps the number: `tel:08002000`."""
        return "tel:" + re.sub(r"\D", "", self.number)

    @property
    def anchor(self) -> str:
        """Where it stands on a page with all numbers."""
        return f"nummer-{self.id}"


class Redirect(Model):
    """An old address and where it went: a page, or a part of one such as a criterion."""

    from_: PartRef = Field(alias="from")
    """Het oude adres, ook van een deel van een bladzijde (`fasen/doen/#gedaan`)."""
    to: PartRef
    """Het nieuwe adres."""
