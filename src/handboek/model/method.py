"""The method and its vocabulary: method, phases, steps, criteria, roles, terms, sources, redirects."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, computed_field

from handboek.model.text import (
    AddressRef,
    AmountRef,
    Day,
    Flag,
    GuideRef,
    Item,
    ItemId,
    Label,
    Lasting,
    Line,
    MessageRef,
    Model,
    Month,
    Named,
    Number,
    PartRef,
    PhaseRef,
    Piece,
    Pointed,
    Prose,
    RoleRef,
    Said,
    ScriptRef,
    Section,
    Slug,
    Sourced,
    StepRef,
    Text,
    Title,
    TopicRef,
    Words,
    WorksheetRef,
)

Pattern = Literal["effen", "strepen", "schuin", "stippen", "ruit", "blokken", "golven"]
Moment = Literal["voor", "tijdens", "na"]


class Principle(Item):
    """A principle that carries the whole method."""

    title: Title
    """Het principe in een paar woorden."""
    opinion: Flag = False
    """Waar als de bron dit als mening van betrokkenen brengt."""


class Topic(Model):
    """A subject that a conversation can raise or leave alone."""

    id: Slug
    """Korte vaste naam van het onderwerp."""
    title: Label
    """Het onderwerp zoals mensen het noemen."""


class Way(Model):
    """A way into the handbook, by what somebody wants to do."""

    want: Label
    """Wat iemand wil, als vervolg op "Ik wil"."""
    what: Label
    """Wat die daar vindt."""
    at: AddressRef
    """Waar dat staat, als adres."""


class Method(Named):
    """The method as a whole: its name, its independence and what it stands on. Its page is the home page."""

    name: Title
    """De naam van de methode."""
    headline: Title
    """De kop van de homepage."""
    lede: Text
    """Voor wie dit handboek is en wat het geeft, in een paar zinnen."""
    ways: tuple[Way, ...] = Field(min_length=1, max_length=8)
    """De ingangen op de homepage."""
    independence: Text
    """De verklaring van onafhankelijkheid; staat op de homepage en onder elke bladzijde."""
    release: Month
    """De maand van deze uitgave (jjjj-mm); staat op elk werkblad."""
    principles: tuple[Principle, ...] = Field(min_length=1)
    """De principes die de methode dragen."""
    topics: tuple[Topic, ...] = ()
    """Onderwerpen die een gesprek kan aansnijden of laat liggen."""


class Span(Sourced):
    """When a phase runs, counted in months from the start of the works; phases may overlap."""

    first: Number = Field(ge=-60, le=60)
    """De maand waarin de fase begint; de werkzaamheden beginnen in maand 0, daarvoor is het getal negatief."""
    last: Number = Field(ge=-60, le=60)
    """De maand waarin de fase eindigt of in ieder geval nog loopt."""
    open_end: Flag = False
    """Waar als de fase daarna doorloopt."""


class Phase(Piece):
    """A phase: one front door in the street."""

    number: Number = Field(ge=0, le=20)
    """Het nummer op de deur."""
    name: Label
    """De naam op de deur, het liefst één of twee woorden."""
    subtitle: Label
    """Waar de fase om draait, in een paar woorden."""
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
    """De kleur van de deur als `#rrggbb`; witte letters moeten erop te lezen zijn."""
    pattern: Pattern
    """Het patroon van de deur in zwart-wit."""
    purpose: Said
    """Waar deze fase voor is."""
    starts: Said
    """Wanneer je aan deze fase begint."""
    ends: Said
    """Wanneer deze fase klaar is, of waarom ze niet eindigt."""
    lead: RoleRef
    """De rol die deze fase trekt."""
    roles: tuple[RoleRef, ...] = ()
    """De andere rollen die meedoen."""
    steps: tuple[StepRef, ...] = ()
    """De stappen, in volgorde."""
    planned: tuple[Title, ...] = ()
    """Titels van stappen die nog geschreven worden."""
    hands_over: tuple[Said, ...] = Field(min_length=1)
    """Wat deze fase doorgeeft aan wie verder gaat."""
    span: Span | None = None
    """Wanneer de fase loopt, in maanden ten opzichte van de start van de werkzaamheden."""
    unknown: tuple[Said, ...] = ()
    """Wat niemand nog weet over deze fase."""
    prose: Annotated[Prose | None, Section()] = None
    """Toelichting in gewone alinea's (uit `phase.md`)."""


class CheckItem(Item):
    """One action that somebody can tick with a clear conscience."""

    core: Flag = False
    """Waar als dit punt moet blijven wanneer iemand de stap aanpast."""


class Pitfall(Sourced):
    """What goes wrong most, and what then."""

    what: Text
    """Wat er vaak misgaat."""
    then: Text
    """Wat je dan doet."""


Time = Annotated[str, StringConstraints(pattern=r"^[1-9]\d{0,3}(-[1-9]\d{0,3})? (minuten|uur)$")]
"""How long something takes, from little to much: `30-45 minuten`, `2 uur`."""


class Effort(Model):
    """What a part of a step costs in hours: for each of an amount so many times, by so many people."""

    what: Label
    """Wat er gebeurt, in een paar woorden."""
    per: AmountRef
    """Waarvoor het telkens opnieuw gebeurt: een hoeveelheid uit `phases/uren.yml`, zoals `woning` of `maand`."""
    times: int = Field(default=1, ge=1, le=200)
    """Hoe vaak het gebeurt, per stuk van die hoeveelheid."""
    time: Time
    """Hoe lang één keer duurt voor één mens, van weinig tot veel: `30-45 minuten` of `2 uur`."""
    people: int = Field(default=1, ge=1, le=40)
    """Hoeveel mensen het samen doen."""
    outside: Line | None = None
    """Waarom dit niet meetelt in de som van het hele traject."""

    @property
    def minutes(self) -> tuple[int, int]:
        """The least and the most of one go."""
        span, unit = self.time.split(" ")
        low, _, high = span.partition("-")
        size = 60 if unit == "uur" else 1
        return int(low) * size, int(high or low) * size


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


class Step(Piece):
    """A step of a phase: what somebody does, with a checklist."""

    purpose: Said
    """Waar deze stap voor is."""
    roles: tuple[RoleRef, ...] = Field(min_length=1)
    """Wie dit doet; de eerste rol trekt."""
    duration: Said
    """Hoe lang het duurt, van begin tot eind."""
    people: Said
    """Hoeveel mensen je nodig hebt, en welke."""
    cost: Said
    """Wat het kost naast de uren, of wat daarover niet bekend is."""
    hours: tuple[Effort, ...] = Field(default=(), max_length=8)
    """Wat het kost aan uren, per onderdeel; bladzijden en bladen rekenen hiermee."""
    skills: tuple[Line, ...] = Field(min_length=1)
    """Wat je moet kunnen."""
    preparation: tuple[Said, ...] = Field(min_length=1)
    """Wat er klaar moet zijn voor je begint."""
    checklist: tuple[CheckItem, ...] = Field(min_length=5, max_length=14)
    """De punten om af te vinken: elk één handeling, met het werkwoord voorop."""
    result: Said
    """Wat er ligt als de stap klaar is."""
    pitfalls: tuple[Pitfall, ...] = Field(min_length=2, max_length=6)
    """Wat er vaak misgaat en wat je dan doet."""
    when_not: Said
    """Wanneer je deze stap niet doet."""
    guides: tuple[GuideRef, ...] = ()
    """Gespreksleidraden die je hierbij gebruikt."""
    worksheets: tuple[WorksheetRef, ...] = ()
    """Werkbladen die je hierbij gebruikt."""
    messages: tuple[MessageRef, ...] = ()
    """Berichten aan bewoners die hierbij horen."""
    scripts: tuple[ScriptRef, ...] = ()
    """Draaiboeken die hierbij horen."""
    leaves_alone: tuple[TopicRef, ...] = ()
    """Onderwerpen waar jij in deze stap niet over begint."""
    core: Flag = False
    """Waar als deze stap een werkzaam bestanddeel is: hij moet blijven als je de methode aanpast."""
    unknown: tuple[Said, ...] = ()
    """Wat niemand nog weet over deze stap."""


class Criterion(Sourced):
    """How somebody sees that a phase succeeds."""

    id: ItemId
    """Korte vaste naam van dit criterium."""
    statement: Text
    """Waaraan je ziet dat het lukt, als bewering."""
    seen_by: Text
    """Hoe je het ziet."""
    moments: tuple[Moment, ...] = Field(min_length=1)
    """Wanneer je kijkt: voor, tijdens of na de werkzaamheden."""
    measured_with: tuple[AddressRef, ...] = ()
    """Het werkblad of gesprek waarmee je meet, als adres (`werkbladen/meetplan`)."""
    target: Line
    """De richting of het getal."""


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


class FirstStep(Model):
    """One of the first things that somebody in a role does."""

    text: Text
    """Wat je doet."""
    at: AddressRef
    """Waar dat staat, als adres (`fasen/opbouwen/deur-tot-deur`)."""


class Role(Piece):
    """Somebody who takes part, and where they begin."""

    aliases: tuple[Label, ...] = ()
    """Andere namen voor dezelfde rol."""
    does: tuple[Said, ...] = Field(min_length=1)
    """Wat deze rol doet in de methode."""
    begin: tuple[FirstStep, ...] = Field(min_length=3, max_length=5)
    """De eerste stappen voor wie deze rol heeft."""
    tools: tuple[AddressRef, ...] = ()
    """De hulpmiddelen voor deze rol, als adres."""


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
    """Woorden die een bewoner zou gebruiken."""
    link: Flag = True
    """Niet waar als iedereen het woord kent: dan wijst geen bladzijde ernaar."""


class Goal(Model):
    """Something that a reader wants to reach, and what helps with it."""

    id: ItemId
    """Korte vaste naam van dit doel."""
    want: Line
    """Wat iemand wil, in eigen woorden."""
    phases: tuple[PhaseRef, ...] = Field(min_length=1)
    """De fasen waar dit bij hoort."""
    at: tuple[AddressRef, ...] = Field(min_length=1)
    """Wat daarbij helpt, als adres; het beste voorop."""


class Start(Model):
    """A moment at which somebody takes the method up, and what they do first."""

    id: ItemId
    """Korte vaste naam van deze situatie."""
    title: Title
    """De situatie in een paar woorden, zoals iemand die zelf noemt."""
    checked: Day
    """De dag waarop iemand dit voor het laatst heeft nagelezen."""
    summary: Line
    """Wat er aan de hand is, in een of twee zinnen."""
    about: tuple[Pointed, ...] = ()
    """Wat je daarbij moet weten, per alinea."""
    happened: tuple[Pointed, ...] = ()
    """Hoe anderen het deden, per punt."""
    lead: Line | None = None
    """De zin voor de lijst van wat je doet; zonder deze zin staat er "Doe dit"."""
    ordered: Flag = False
    """Waar als de volgorde ertoe doet."""
    moves: tuple[Pointed, ...] = Field(min_length=1)
    """Wat je eerst doet, één ding per punt."""
    leave: Text | None = None
    """Wat je niet doet."""
    unknown: Text | None = None
    """Wat we niet weten."""


class Element(Sourced):
    """Something that a handbook of a social method must hold, and where this one does."""

    id: ItemId
    """Korte vaste naam van dit onderdeel."""
    asks: Line
    """Wat de meetlat vraagt."""
    answer: Text
    """Wat dit handboek daarop antwoordt."""
    at: tuple[AddressRef, ...] = ()
    """Waar dat staat, als adres."""
    unknown: Text | None = None
    """Wat we nog niet weten."""


class SearchWords(Model):
    """Words that mean the same to somebody who searches, and that are no term of the glossary."""

    id: ItemId
    """Korte vaste naam van deze groep."""
    words: tuple[Label, ...] = Field(min_length=1, max_length=12)
    """De woorden zoals ze in het handboek staan. Wie er één zoekt, vindt ook de andere."""
    everyday: tuple[Label, ...] = Field(default=(), max_length=12)
    """Woorden waarmee mensen dit zoeken. Zij leiden naar de woorden, niet andersom."""


Room = Literal[
    "fasen", "gesprekken", "werkbladen", "berichten", "draaiboeken", "werkmappen", "lessen", "praktijk", "rollen",
    "begrippen", "bronnen",
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


SourceKind = Literal["interview", "column", "artikel", "projectpagina", "wet", "uitspraak", "handleiding"]


class Source(Lasting):
    """A public source that statements rest on."""

    key: Slug
    """De sleutel waarmee stukken naar deze bron verwijzen."""
    title: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160), Words(160, theirs=True)
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
    self_report: Flag
    """Waar als betrokkenen over hun eigen werk vertellen."""
    tells: Text
    """Wat de bron vertelt, in eigen woorden."""
    does_not_tell: Text
    """Wat de bron niet vertelt."""
    checked: Day
    """De dag waarop iemand de bron voor het laatst las (jjjj-mm-dd)."""


class Redirect(Model):
    """An old address and where it went: a page, or a part of one such as a criterion."""

    from_: PartRef = Field(alias="from")
    """Het oude adres, ook van een deel van een bladzijde (`fasen/doen/#gedaan`)."""
    to: PartRef
    """Het nieuwe adres."""
