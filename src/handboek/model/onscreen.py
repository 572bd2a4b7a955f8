"""The tools that somebody fills in on the page itself: a meter, a planner, a scan, a round and a questionnaire.

Of each a method has one or none, so that what somebody keeps on their device needs no name of a tool. What they count, of whom,
and in which words stands in their files; the scripts of the site have the sums only.
"""

from __future__ import annotations

from pydantic import Field

from handboek.model.text import (
    AmountRef,
    Flag,
    ItemId,
    Label,
    Line,
    Model,
    Named,
    Number,
    PhaseRef,
    Slug,
    StepRef,
    Text,
    WorksheetRef,
)


class OnScreen(Named):
    """What a tool has that is filled in on the page itself."""

    slug: Slug
    """Het adres van de bladzijde."""
    called: Label
    """Hoe je het in een zin noemt, met lidwoord: `de telling`."""
    everyday: tuple[Label, ...] = ()
    """Woorden en vragen waarmee mensen dit zoeken."""


class Counted(Model):
    """Something that is counted, as one and as several."""

    one: Label
    """Hoe één ervan heet, zonder lidwoord."""
    many: Label
    """Hoe meer ervan heten."""


class Part(Counted):
    """A part of the whole, that is counted by itself and added to the others."""

    the: Label
    """Hoe één ervan heet, met lidwoord: `de straat`."""
    whole: Label
    """Hoe alles samen heet."""


class Choice(Model):
    """What those who are counted say or do: that it counts, or that it does not."""

    one: Label
    """Het werkwoord bij één: `doet`."""
    many: Label
    """Het werkwoord bij meer: `doen`."""
    yes: Label
    """Het woord dat erbij hoort als het meetelt: `mee`."""
    no: Label
    """Het woord dat erbij hoort als het niet meetelt: `niet mee`."""


class Silence(Model):
    """Those of whom nobody knows it yet; they do not count as yes."""

    name: Label
    """Hoe je zegt dat je het van iemand nog niet weet: `nog niets gehoord`."""
    short: Label
    """Hetzelfde korter, voor boven een kolom."""
    one: Label
    """Wat je van één van hen zegt: `gaf geen antwoord`."""
    many: Label
    """Wat je van meer van hen zegt: `gaven geen antwoord`."""
    none: Label
    """Wat er staat als je het van allemaal weet: `Iedereen gaf al antwoord`."""


class Meter(OnScreen):
    """Counts parts of a whole against a share of it."""

    threshold: Number = Field(ge=1, le=100)
    """Hoeveel procent er nodig is."""
    worksheet: WorksheetRef | None = None
    """Het werkblad waarop je hetzelfde op papier telt; zijn vorm is `meter`, met hetzelfde percentage."""
    counts: Counted
    """Wie of wat je telt."""
    part: Part
    """Waar je de telling in kunt splitsen."""
    answer: Choice
    """Wat zij zeggen of doen."""
    silence: Silence
    """Wie nog niets van zich liet horen."""
    out_of_reach: Line
    """Wat je doet als het niet meer kan lukken."""
    reason: Text
    """Waarom het dit percentage is, en wat het wel en niet zegt."""
    example: Number = Field(ge=2, le=99_999)
    """Een aantal om mee voor te doen hoeveel er nodig zijn."""
    notes: tuple[Text, ...] = Field(min_length=1, max_length=8)
    """Wat iemand verder moet weten om goed te tellen."""


class Shortening(Model):
    """A step that a plan does without where little time is left, and what that risks."""

    step: StepRef
    """De stap die je dan weglaat."""
    below: Number = Field(ge=1, le=36)
    """Bij minder dan zoveel maanden tot maand 0 laat je deze stap weg."""
    instead: Line | None = None
    """Wat je er dan voor in de plaats doet."""
    risk: Line
    """Het risico als je deze stap weglaat."""


class Planner(OnScreen):
    """Counts back from month 0 to the start of each phase."""

    worksheet: WorksheetRef | None = None
    """Het werkblad waarop je hetzelfde op papier plant; zijn vorm is `kalender`."""
    asks: Line
    """De zin die vraagt wanneer maand 0 is: `Vul in wanneer de tuin opengaat`."""
    will: Label
    """Hoe je zegt dat maand 0 nog komt; de dag komt erachter: `De tuin gaat open`."""
    did: Label
    """Hoe je zegt dat maand 0 is geweest; de dag komt erachter: `De tuin ging open`."""
    runs: Counted
    """Hoe het heet wat een project doorloopt: `ronde` en `ronden`."""
    busy: tuple[PhaseRef, ...] = ()
    """De fasen die veel werk vragen, totdat iemand dat op de bladzijde verandert."""
    short: tuple[Shortening, ...] = ()
    """Wat je weglaat als maand 0 dichtbij is, en wat dat kan kosten."""


class Estimate(OnScreen):
    """Adds up what the steps cost in hours, for somebody's own numbers: in money, by the week, and in people."""

    worksheet: WorksheetRef | None = None
    """Het werkblad waarop je hetzelfde op papier uitrekent."""
    told_on: WorksheetRef | None = None
    """Het blad waarop wie beslist de uitkomst leest; zijn vorm is `feiten`, en zijn getallen worden die van de lezer."""
    asks: tuple[AmountRef, ...] = Field(min_length=1, max_length=8)
    """De hoeveelheden die iemand zelf invult. Van de eerste rekent de bladzijde ook uit wat het per stuk is."""
    rate: AmountRef
    """De hoeveelheid die zegt wat een uur kost."""
    week: AmountRef
    """De hoeveelheid weken waarover het werk is verdeeld."""
    visits: tuple[StepRef, ...] = ()
    """De stappen waarbij mensen op pad zijn."""
    visit_weeks: AmountRef
    """De hoeveelheid weken waarin zij dat zijn."""
    visit_hours: Number = Field(ge=1, le=40)
    """Hoeveel uur per week één mens dat doet."""
    visitors: Counted
    """Hoe die mensen heten, achter hun aantal: `mens aan de deur` en `mensen aan de deur`."""


class Scan(OnScreen):
    """Asks the criteria of the phases as questions, at the moments of the method."""


class Outcome(Model):
    """How a try at one spot ended."""

    id: ItemId
    """Korte vaste naam van deze uitslag. Wat iemand invulde hangt eraan: verander hem niet bij een verbetering."""
    name: Label
    """De uitslag, zoals iemand hem aantikt."""
    done: Flag = False
    """Waar als je hier daarna niet meer terug hoeft."""
    opened: Flag = False
    """Waar als er iemand opendeed: daaruit volgt op welk dagdeel dat het vaakst gebeurt."""
    promises: Flag = False
    """Waar als je hierbij iets afspreekt: het scherm vraagt dan wat, en wanneer."""
    then: Line | None = None
    """Wat je daarna doet, in een paar woorden."""


class Daypart(Model):
    """A part of the day at which somebody tries."""

    id: ItemId
    """Korte vaste naam van dit dagdeel."""
    name: Label
    """Hoe het heet."""
    until: Number = Field(ge=1, le=24)
    """Tot welk uur het duurt: 12 voor de ochtend."""
    weekend: Flag = False
    """Waar als dit het hele weekend is, hoe laat het ook is."""


class Round(OnScreen):
    """Goes along spots one by one: how each try ended, when to come back, and what was promised."""

    worksheet: WorksheetRef | None = None
    """Het werkblad waarop je hetzelfde op papier bijhoudt."""
    spot: Counted
    """Waar je langsgaat: `deur` en `deuren`."""
    part: Part
    """Waar die plekken bij elkaar liggen: `straat`."""
    tries: Number = Field(ge=1, le=9)
    """Hoe vaak je het probeert."""
    outcomes: tuple[Outcome, ...] = Field(min_length=2, max_length=8)
    """Hoe een poging kan aflopen."""
    dayparts: tuple[Daypart, ...] = Field(min_length=1, max_length=6)
    """De dagdelen waarop je het kunt proberen, in de volgorde van de dag."""
    by: tuple[Label, ...] = Field(min_length=1, max_length=8)
    """Wie een belofte nakomt, zonder naam: `ik`, `een collega`."""
    never: Line
    """Wat iemand hier nooit opschrijft."""
    notes: tuple[Text, ...] = Field(min_length=1, max_length=8)
    """Wat iemand verder moet weten."""


class Questionnaire(OnScreen):
    """Asks on a screen what a sheet asks on paper; its words are for who answers, but for the notes."""

    worksheet: WorksheetRef
    """Het werkblad met de vragen, in de vorm `vragenlijst`. Vragen, invulregels en code komen daarvandaan."""
    instruction: tuple[Text, ...] = Field(min_length=1, max_length=6)
    """Wat iemand moet weten voor de eerste vraag, in de u-vorm."""
    never: Line
    """Wat iemand hier nooit opschrijft, in de u-vorm."""
    closing: Text
    """Wat iemand met de antwoorden doet, in de u-vorm."""
    notes: tuple[Text, ...] = Field(min_length=1, max_length=8)
    """Wat moet weten wie het scherm geeft en de antwoorden krijgt."""
