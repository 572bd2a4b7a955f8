"""The method itself: its phases, steps and criteria, who takes part, and where a reader comes in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handboek.model.text import (
    AddressRef,
    AmountRef,
    Day,
    DoerRef,
    Flag,
    GuideRef,
    Item,
    ItemId,
    Label,
    Line,
    MessageRef,
    Model,
    MomentRef,
    Month,
    Named,
    Number,
    PartRef,
    PhaseRef,
    Piece,
    Pointed,
    Prose,
    QuestionRef,
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
from handboek.model.words import Wording

Pattern = Literal["effen", "strepen", "schuin", "stippen", "ruit", "blokken", "golven"]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
BRICK = "#a03a28"
"""The colour of a method that names none."""
SHORT = 12
"""How many characters of a name fit below an icon."""
Licence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), Words(40, theirs=True)]
SITE = r"^https?://[^\s/<>\"'@?#\\]+(/[^\s<>\"'?#\\]*)?$"
"""Where a site stands, so that other addresses can begin with it; a name and password in it would be published."""
WebAddress = Annotated[str, StringConstraints(pattern=SITE, max_length=200)]
MailAddress = Annotated[
    str, StringConstraints(pattern=r"^[^\s@<>,;:\"]+@[^\s@<>,;:\"/]+\.[^\s@<>,;:\"/.]+$", max_length=200)
]


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


class Now(Model):
    """A way into the handbook, by where somebody is at this moment."""

    where: Line
    """Wat er nu is, in hun eigen woorden: `Ik sta zo aan een deur`."""
    what: Label
    """Wat die daar vindt."""
    at: PartRef
    """Waar dat staat, als adres."""


class Method(Named):
    """The method as a whole: its name, its independence and what it stands on. Its page is the home page."""

    format: Number = Field(default=1, ge=1, exclude=True)
    """Het formaat van de inhoud; `handboek start` en `handboek migrate` houden het bij. Zonder dit veld is het 1."""
    name: Title
    """De naam van de methode."""
    headline: Title
    """De kop van de homepage."""
    lede: Text
    """Voor wie dit handboek is en wat het geeft, in een paar zinnen."""
    now: tuple[Now, ...] = Field(default=(), max_length=8)
    """Waar iemand nu kan zijn, met wat dan helpt. Staat boven aan de homepage."""
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
    colour: Colour = Field(default=BRICK, exclude=True)
    """De kleur van de methode als `#rrggbb`: de muur, de links, het logo, de iconen en de plaatjes om te delen. Witte letters
    moeten erop te lezen zijn. Zonder dit veld is het rood van baksteen."""
    mark: Annotated[str | None, StringConstraints(strip_whitespace=True, min_length=1, max_length=2)] = Field(
        default=None, exclude=True
    )
    """Een of twee letters voor het logo en de iconen. Zonder dit veld staat daar een muurtje."""
    short: Annotated[str | None, StringConstraints(strip_whitespace=True, min_length=1, max_length=SHORT)] = Field(
        default=None, exclude=True
    )
    """De naam onder het icoon op een telefoon. Zonder dit veld is dat de naam van de methode, als die kort genoeg is."""
    url: WebAddress | None = Field(default=None, exclude=True)
    """Waar de website komt te staan; de QR-codes leiden daarheen. De variabele `HANDBOEK_URL` gaat voor."""
    repo: WebAddress | None = Field(default=None, exclude=True)
    """Waar deze bestanden op internet staan, als iedereen daar een verbetering kan voorstellen. `HANDBOEK_REPO` gaat voor."""
    mail: MailAddress | None = Field(default=None, exclude=True)
    """Waar de redactie een les krijgt, en hoort dat iets niet klopt. De variabele `HANDBOEK_MAIL` gaat voor."""
    licence: Licence | None = None
    """De licentie van de teksten, zoals `CC BY 4.0`. Zonder dit veld belooft het handboek daarover niets."""
    answer: Label | None = Field(default=None, exclude=True)
    """Binnen hoe lang iemand antwoord krijgt die een les stuurt, zoals `twee weken`. Zonder dit veld staat er niets over."""
    words: Wording = Wording()
    """Hoe deze methode noemt wat elke methode heeft: haar mensen, haar momenten, haar overzichten."""


class Span(Sourced):
    """When a phase runs, counted in months from month 0 of the method; phases may overlap."""

    first: Number = Field(ge=-60, le=60)
    """De maand waarin de fase begint; wat er in maand 0 gebeurt, zegt `timeline` van de methode; daarvoor is het getal negatief."""
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
    colour: Colour
    """De kleur van de deur als `#rrggbb`; witte letters moeten erop te lezen zijn."""
    pattern: Pattern
    """Het patroon van de deur in zwart-wit."""
    purpose: Said
    """Waar deze fase voor is."""
    starts: Said
    """Wanneer je aan deze fase begint."""
    ends: Said
    """Wanneer deze fase klaar is, of waarom ze niet eindigt."""
    lead: DoerRef | None = None
    """De rol die deze fase trekt; nodig zodra er rollen zijn."""
    roles: tuple[RoleRef, ...] = ()
    """De andere rollen die meedoen."""
    steps: tuple[StepRef, ...] = ()
    """De stappen, in volgorde."""
    planned: tuple[Title, ...] = ()
    """Titels van stappen die nog geschreven worden."""
    hands_over: tuple[Said, ...] = Field(min_length=1)
    """Wat deze fase doorgeeft aan wie verder gaat."""
    span: Span | None = None
    """Wanneer de fase loopt, in maanden vanaf maand 0."""
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
    """Waarvoor het telkens opnieuw gebeurt: een hoeveelheid uit `phases/uren.yml`, zoals `straat` of `maand`."""
    times: int = Field(default=1, ge=1, le=200)
    """Hoe vaak het gebeurt, per stuk van die hoeveelheid."""
    time: Time
    """Hoe lang één keer duurt voor één mens, van weinig tot veel: `30-45 minuten` of `2 uur`."""
    people: int = Field(default=1, ge=1, le=40)
    """Hoeveel mensen het samen doen."""
    outside: Line | None = None
    """Waarom dit niet meetelt in de som van het geheel."""

    @property
    def minutes(self) -> tuple[int, int]:
        """The least and the most of one go."""
        span, unit = self.time.split(" ")
        low, _, high = span.partition("-")
        size = 60 if unit == "uur" else 1
        return int(low) * size, int(high or low) * size


class Step(Piece):
    """A step of a phase: what somebody does, with a checklist."""

    purpose: Said
    """Waar deze stap voor is."""
    roles: tuple[DoerRef, ...] = ()
    """Wie dit doet; de eerste rol trekt. Nodig zodra er rollen zijn."""
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
    """Berichten die hierbij horen."""
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
    moments: tuple[MomentRef, ...] = Field(min_length=1)
    """Wanneer je kijkt: de `id` van een of meer momenten. Noemt de methode er geen, dan `voor`, `tijdens` en `na`."""
    measured_with: tuple[AddressRef, ...] = ()
    """Het werkblad of gesprek waarmee je meet, als adres (`werkbladen/lijstje`)."""
    questions: tuple[QuestionRef, ...] = ()
    """De vragen waarmee je het meet, uit de lijst met vragen."""
    target: Line
    """De richting of het getal."""


class FirstStep(Model):
    """One of the first things that somebody in a role does."""

    text: Text
    """Wat je doet."""
    at: AddressRef
    """Waar dat staat, als adres (`fasen/kijken/rondje-lopen`)."""


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
