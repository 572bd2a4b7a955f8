"""What a method calls the things that every method has: its people, its moments, its zero, its lists."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handboek.model.text import AddressRef, ItemId, Label, Line, Model, Refers, Text, Title


class People(Model):
    """For whom the method is, in the middle of a sentence."""

    one: Label = "iemand"
    """Hoe je één van hen noemt, met lidwoord: `een buur`. Zonder dit veld staat er "iemand"."""
    many: Label = "mensen"
    """Hoe je hen samen noemt: `buren`. Zonder dit veld staat er "mensen"."""


class Moment(Model):
    """A moment at which somebody looks whether it succeeds."""

    id: ItemId
    """Korte vaste naam van dit moment. Antwoorden hangen eraan: verander hem niet bij een verbetering."""
    name: Label
    """Wanneer dat is, in een paar woorden."""
    short: Label | None = None
    """Hetzelfde nog korter, voor onder een plaatje. Zonder dit veld staat daar `name`."""

    @property
    def brief(self) -> str:
        """The shortest way to say it."""
        return self.short or self.name


MOMENTS = (
    Moment(id="voor", name="vooraf"),
    Moment(id="tijdens", name="tijdens"),
    Moment(id="na", name="achteraf"),
)
"""The moments of a method that names none."""


class Timeline(Model):
    """What the months of the phases are counted from."""

    zero: Label = "start"
    """Wat er in maand 0 gebeurt, zonder lidwoord: `opening van de tuin`. Zonder dit veld staat er "start"."""
    article: Literal["de", "het"] = "de"
    """Het lidwoord daarvan."""
    note: Text | None = None
    """Wat er onder de tijdlijn van de fasen bij staat: waar de maanden vandaan komen."""

    @property
    def the_zero(self) -> str:
        """Month 0 with its article, for in a sentence."""
        return f"{self.article} {self.zero}"


Named = Literal[
    "fasen", "gesprekken", "werkbladen", "berichten", "draaiboeken", "werkmappen", "lessen", "lessen/toevoegen", "praktijk",
    "rollen", "begrippen", "bronnen", "printen", "keuzehulp", "begin-waar-je-bent", "werkmap", "waar-dit-op-rust", "aanpassingen", "contact",
    "langs-de-meetlat", "vragen", "correcties", "zoeken", "mijn-projecten", "mijn-gegevens", "er-is-iets", "onderweg",
    "nakijken",
]  # fmt: skip
"""The lists that a method can say more of, by their address."""


class Overview(Model):
    """What a method says of a list that every method has."""

    at: Annotated[Named, Refers("list")]
    """Het adres van het overzicht."""
    title: Title | None = None
    """Hoe het in deze methode heet. Zonder dit veld blijft de gewone titel staan."""
    summary: Line | None = None
    """Wat iemand er vindt, in één zin. Zonder dit veld blijft de gewone zin staan."""
    intro: Text | None = None
    """Wat er op die bladzijde als eerste staat."""


class Wording(Model):
    """What a method calls what every method has. It stands on pages among words of ours, and on none by itself."""

    people: People = People()
    """Voor wie de methode is, zoals je hen in een zin noemt."""
    project: Label | None = None
    """Waar een project van deze methode over gaat, met lidwoord: `een straat`."""
    scale: Label = "Omvang"
    """Hoe boven een praktijkvoorbeeld heet hoe groot het was."""
    moments: tuple[Moment, ...] = Field(default=MOMENTS, min_length=1, max_length=6)
    """Wanneer je kijkt of het lukt. Zonder dit veld: vooraf, tijdens en achteraf."""
    timeline: Timeline = Timeline()
    """Waar de maanden van de fasen vanaf tellen."""
    searches: tuple[Label, ...] = Field(default=(), max_length=6)
    """Wat iemand hier kan zoeken, als voorbeeld. Het kortste staat in het zoekveld."""
    newcomers: AddressRef | None = None
    """De bladzijde voor wie hier nieuw is, als adres; de homepage wijst ernaar."""
    lists: tuple[Overview, ...] = ()
    """Wat deze methode over haar overzichten zegt, waar de gewone woorden niet genoeg zijn."""
