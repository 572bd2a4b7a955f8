"""The instruments of the method: guides, worksheets, messages and packs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handboek.model.layouts import Layout
from handboek.model.own_details import BY_ID
from handboek.model.spreadsheet import Spreadsheet
from handboek.model.text import (
    DIGITS,
    AddressRef,
    Day,
    DoerRef,
    Flag,
    GuideRef,
    ItemId,
    Label,
    Line,
    Model,
    Number,
    NumberRef,
    PhaseRef,
    Piece,
    Prose,
    Question,
    Refers,
    RoleRef,
    Said,
    ScriptRef,
    Sourced,
    Text,
    Title,
    TopicRef,
)
from handboek.model.workshop import Form, Group, Share

Size = Literal["A4", "A4-liggend", "A3", "A3-liggend", "A5", "A6"]
PrintedList = Annotated[Literal["gesprekken", "werkbladen", "berichten", "draaiboeken"], Refers("list")]
Room = Literal["kort", "woord", "regel", "alinea"]
"""How much goes into a blank of a letter."""
Takes = Literal["tekst", "getal", "tijd", "telefoonnummer"]
"""What goes into a blank of a letter."""
Own = Literal["ik", "organisatie", "team-nummer"]
"""What fills a blank by itself: the details that somebody fills in once (`model/own_details.py`)."""


class Ask(Sourced):
    """One open question of a conversation, in the words that are spoken."""

    id: ItemId
    """Korte vaste naam van deze vraag; de gesprekskaart hangt eraan."""
    text: Question
    """De vraag, in de u-vorm, kort en open."""
    follow_ups: tuple[Question, ...] = Field(min_length=1, max_length=4)
    """Vragen om door te vragen."""
    listen_for: tuple[Line, ...] = Field(min_length=1, max_length=4)
    """Waar je naar luistert."""


class Response(Sourced):
    """What somebody says when the other refuses, weeps, is angry or speaks another language."""

    id: ItemId
    """Korte vaste naam van deze situatie."""
    when: Line
    """Wat er gebeurt."""
    say: Text
    """Wat je zegt, in de u-vorm."""
    do: Text | None = None
    """Wat je verder doet."""


class Signal(Sourced):
    """A sign of violence, debts or crime, and the route that was agreed."""

    id: ItemId
    """Korte vaste naam van dit signaal."""
    sign: Line
    """Wat je ziet of hoort."""
    do: Text
    """Wat je doet, en wat je niet doet."""


class Situation(Model):
    """Something that can happen at a door: what to say, what to do, what not, and whom to call, on one screen."""

    id: ItemId
    """Korte vaste naam van deze situatie."""
    title: Title
    """Wat er gebeurt, in een paar woorden."""
    checked: Day
    """De dag waarop iemand dit voor het laatst heeft nagelezen (jjjj-mm-dd)."""
    say: tuple[Text, ...] = Field(min_length=1, max_length=3)
    """Wat je zegt, in de u-vorm."""
    do: tuple[Said, ...] = Field(min_length=1, max_length=5)
    """Wat je altijd doet, het belangrijkste eerst. Geen gesprek zet er eigen woorden voor in de plaats."""
    otherwise: tuple[Said, ...] = ()
    """Wat je ook doet, waar een gesprek er zelf niets over zegt."""
    avoid: tuple[Said, ...] = Field(min_length=1, max_length=3)
    """Wat je niet doet."""
    call: NumberRef | None = None
    """Het nummer op de knop: de `id` uit `phases/nummers.yml`."""
    call_when: Line | None = None
    """Wanneer je dat nummer belt, in een paar woorden."""
    call_first: Flag = False
    """Waar als je eerst belt, en dan pas iets anders doet."""
    everyday: tuple[Label, ...] = ()
    """Woorden waarmee mensen dit zoeken: `schreeuwt`."""
    told_as: tuple[ItemId, ...] = ()
    """Hoe gesprekken dit noemen: de `id` van een reactie of signaal. Een gesprek toont die woorden erbij."""
    at: tuple[AddressRef, ...] = ()
    """Waar je er meer over leest, als adres."""


class Guide(Piece):
    """A conversation guide: read it just before, speak without it, write down just after."""

    goal: Said
    """Waar het gesprek voor is."""
    roles: tuple[DoerRef, ...] = ()
    """Wie dit gesprek voert; nodig zodra er rollen zijn."""
    when: Said
    """Wanneer je dit gesprek voert."""
    when_not: Said
    """Wanneer je dit gesprek niet voert."""
    minutes: Number = Field(ge=2, le=240)
    """Hoeveel minuten je ervoor uittrekt."""
    skills: tuple[Line, ...] = Field(min_length=1)
    """Wat je moet kunnen."""
    preparation: tuple[Said, ...] = Field(min_length=1)
    """Wat je vooraf regelt."""
    opening: tuple[Text, ...] = Field(min_length=1, max_length=4)
    """Hoe je begint, in de woorden die je zegt."""
    questions: tuple[Ask, ...] = Field(min_length=7, max_length=12)
    """De vragen."""
    avoid: tuple[Said, ...] = Field(min_length=1)
    """Wat je niet doet."""
    responses: tuple[Response, ...] = Field(min_length=4)
    """Wat je zegt als het anders loopt."""
    signals: tuple[Signal, ...] = ()
    """Signalen van geweld, schulden of criminaliteit, en de afgesproken route."""
    permission: Text
    """De zin waarmee je vraagt wat je aan wie mag doorgeven."""
    closing: tuple[Text, ...] = Field(min_length=1, max_length=4)
    """Hoe je afsluit, met een belofte die je kunt houden."""
    write_down: tuple[Line, ...] = Field(min_length=1)
    """Wat je na afloop opschrijft."""
    never_write_down: tuple[Line, ...] = Field(min_length=1)
    """Wat je nooit opschrijft."""
    raises: tuple[TopicRef, ...] = ()
    """Onderwerpen waar dit gesprek zelf over begint."""
    combines_with: tuple[GuideRef, ...] = ()
    """Gesprekken waarmee je dit gesprek kunt combineren."""
    core: Flag = False
    """Waar als dit gesprek een werkzaam bestanddeel is."""


class Worksheet(Piece):
    """A sheet of paper with work in it."""

    purpose: Said
    """Waar het werkblad voor is."""
    when: Said
    """Wanneer je het gebruikt."""
    when_not: Said
    """Wanneer je het niet gebruikt."""
    people: Line
    """Met wie je het invult."""
    minutes: Number = Field(ge=1, le=480)
    """Hoeveel minuten het kost."""
    size: Size
    """Het papier."""
    pages: Annotated[int, Field(ge=1, le=40), DIGITS] | None = None
    """Hoeveel bladzijden het blad beslaat; een test houdt het daaraan. Leeg als het uit de gesprekken volgt."""
    fillable: Flag = False
    """Waar als er ook een versie komt die je op een scherm invult."""
    sheet: Layout
    """Wat er op het blad staat: de vorm (`layout`) en de blokken daarvan."""
    excel: Spreadsheet | None = Field(default=None, exclude=True)
    """Hoe het blad er in Excel uitziet, als je het daar bijhoudt. Zonder dit veld is er geen bestand voor Excel."""


class Against(Model):
    """What is filled into a blank is weighed against another blank of the letter."""

    blank: ItemId
    """De andere invulplek: het geheel van een deel, of de dag waarop de weken beginnen."""
    least: Annotated[Number, Field(ge=1, le=100)] | None = None
    """Dit aantal is zoveel procent van het andere, of meer."""
    below: Annotated[Number, Field(ge=1, le=100)] | None = None
    """Dit aantal is minder dan zoveel procent van het andere."""
    weeks: Annotated[Number, Field(ge=1, le=104)] | None = None
    """Deze dag is zoveel weken na de andere."""


class Blank(Model):
    """A blank in a message that somebody fills in: a day, a telephone number."""

    id: ItemId
    """De naam van de invulplek; in de tekst staat hij als `{naam}`."""
    label: Label
    """Wat er ingevuld moet worden."""
    room: Room = "woord"
    """Hoeveel ruimte het op papier krijgt: een `kort` getal of tijd, een `woord`, een hele `regel`, of een `alinea`."""
    takes: Takes = "tekst"
    """Wat erin komt: `tekst`, een `getal`, een `tijd` of een `telefoonnummer`. Een telefoon laat de toetsen zien die daarbij horen."""
    own: Own | None = None
    """Wat de briefschrijver hiervan één keer bij *Mijn gegevens* invult, of een uitgave zelf zegt."""
    against: Against | None = None
    """Waar het bij moet kloppen. Klopt het niet, dan vraagt de bladzijde om nog eens te kijken."""

    @property
    def typed(self) -> Takes:
        """What is typed into it: a telephone number also where it is filled by one that somebody has of their own."""
        return "telefoonnummer" if self.own and BY_ID[self.own].number else self.takes


class Message(Piece):
    """Paper to hand out: one message, in plain words."""

    audience: Line
    """Voor wie het bericht is."""
    moment: Said
    """Wanneer je het bericht geeft, en hoe."""
    size: Size
    """Het papier: A4 voor een brief, A5 of A6 voor een kaart."""
    blanks: tuple[Blank, ...] = ()
    """De invulplekken in de tekst."""
    body: Annotated[Prose, Field(max_length=1600)]
    """De tekst aan wie het krijgt, in de u-vorm, met invulplekken als `{datum}`."""
    short: Annotated[Text, Field(max_length=480)] | None = None
    """Hetzelfde in een paar zinnen, voor WhatsApp of sms, met dezelfde invulplekken."""
    read_on: AddressRef | None = None
    """Een bladzijde waar die meer leest. Onder aan het papier staan haar korte adres en een QR-code ernaartoe."""
    encloses: tuple[AddressRef, ...] = Field(default=(), max_length=4)
    """Wat erbij in de envelop gaat, als adres. In een werkmap ligt het achter het bericht."""
    tip: Said | None = None
    """Een aanwijzing voor wie het bericht gebruikt; staat niet op het papier."""


class PackEntry(Model):
    """A piece in a pack."""

    piece: AddressRef
    """Het stuk, als adres (`werkbladen/lijstje`)."""
    per: Share = "zaal"
    """Per wat je een exemplaar nodig hebt."""
    number: Number = Field(default=1, ge=1, le=20)
    """Hoeveel exemplaren."""
    form: Form = "blad"
    """Welk van de bladen van dit stuk: `zak` is de zakkaart van één gesprek."""


class PackTask(Model):
    """What some of a team do on one day."""

    roles: tuple[RoleRef, ...] = Field(min_length=1)
    """Wie dit doen."""
    text: Text
    """Wat zij doen."""
    at: AddressRef | None = None
    """Het stuk waarmee, als adres."""


class PackDay(Model):
    """One day of a team that uses a pack for the first time."""

    day: Label
    """De dag, zoals mensen die noemen."""
    tasks: tuple[PackTask, ...] = Field(min_length=1, max_length=8)
    """Wie wat doet op die dag."""


class Pack(Piece):
    """Pieces that are printed together: gathered from a phase, a script or whole lists, and named one by one."""

    purpose: Text
    """Waar de werkmap voor is."""
    phase: PhaseRef | None = None
    """De fase waarvan alles erin komt: de fase zelf, haar stappen en alle bladen die zij gebruikt."""
    script: ScriptRef | None = None
    """Het draaiboek waarvan alles erin komt: het draaiboek en zijn bladen, in het aantal voor de groep."""
    all_of: tuple[PrintedList, ...] = ()
    """De lijsten die er helemaal in komen."""
    whole: Flag = False
    """Waar als het hele handboek erin komt, als boek: per fase de stappen, dan alle hulpmiddelen, rollen, lessen, begrippen en bronnen."""
    foreword: Prose | None = None
    """Bij het hele handboek: het voorwoord van het boek."""
    first: tuple[AddressRef, ...] = Field(default=(), max_length=12)
    """Bij het hele handboek: de bladzijden die voor de eerste fase staan, als adres."""
    without: tuple[AddressRef, ...] = Field(default=(), max_length=12)
    """Bij het hele handboek: de stukken die alleen op de website staan, als adres."""
    indexed: tuple[Label, ...] = Field(default=(), max_length=60)
    """Bij het hele handboek: zoekwoorden die ook in het register staan. Waar zij naartoe leiden, zeggen de zoekwoorden."""
    pieces: tuple[PackEntry, ...] = Field(default=(), max_length=120)
    """De stukken die er verder in komen, in de volgorde waarin je ze uitdeelt."""
    group: Group | None = None
    """Voor hoeveel mensen. Zonder dit: de groep van het draaiboek, of van elk stuk één exemplaar."""
    days: tuple[PackDay, ...] = Field(default=(), max_length=14)
    """Wie wat doet op welke dag, als een team de werkmap voor het eerst gebruikt. Elke rol leidt naar haar eigen taken."""
