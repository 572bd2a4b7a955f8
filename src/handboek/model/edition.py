"""An edition: a handbook of somebody's own on the base of another, and what it changes there.

These files are written by people outside the project, so their fields are Dutch.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from handboek.model.method import SHORT, Colour, MailAddress, WebAddress
from handboek.model.text import ADDRESS, SLUG, Flag, Label, Line, Model, Number, Title, several
from handboek.model.translation import Code

File = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
Telephone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9+][0-9 -]{1,18}[0-9]$")]
Word = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=40, pattern=r"^[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]*([ ’-][A-Za-zÀ-ɏ0-9]+)*$"
    ),
]
"""A word, or a few: what stands in a text may not turn into something else."""
Foreign = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=60, pattern=r"^[^\s:#<>{}\[\]()*_`|\"\\]+( [^\s:#<>{}\[\]()*_`|\"\\]+)*$"
    ),
]
"""The same in any script."""
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
Names = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=SLUG, max_length=60)], ...],
    BeforeValidator(several, json_schema_input_type=Annotated[str, Field(pattern=SLUG)] | list[str]),
]
Languages = Annotated[
    tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")], ...],
    BeforeValidator(several, json_schema_input_type=Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | list[str]),
]
Addresses = tuple[Annotated[str, StringConstraints(pattern=ADDRESS, max_length=120)], ...]


def _yes(value: object) -> object:
    """`ja` and `nee` as the people write it who write these files."""
    return {"ja": "true", "nee": "false"}.get(value, value) if isinstance(value, str) else value


YesNo = Annotated[Flag, BeforeValidator(_yes)]


def dial(number: str) -> str:
    """What a telephone dials when somebody taps a number."""
    return f"tel:{'+' if number.startswith('+') else ''}{re.sub(r'[^0-9]', '', number)}"


class Contact(Model):
    """Somebody who can be reached: a function and a number, never a person."""

    role: Label = Field(alias="functie")
    """Wat die doet: een functie, geen naam van een mens."""
    phone: Telephone | None = Field(default=None, alias="telefoon")
    """Het nummer van de functie, niet van een mens."""
    mail: MailAddress | None = None
    """Het mailadres van de functie."""
    about: Line | None = Field(default=None, alias="waarvoor")
    """Waarvoor iemand deze functie belt."""


class Postal(Model):
    """Where a letter comes from and goes back to."""

    street: Label = Field(alias="straat")
    """Straat en huisnummer, of een postbus."""
    postcode: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[1-9][0-9]{3} ?[A-Z]{2}$")]
    """De postcode: `1234 AB`."""
    town: Label = Field(alias="plaats")
    """De plaats."""


class LeftOut(Model):
    """What of the base does not stand in the edition; what refers to it goes along."""

    kinds: Names = Field(default=(), alias="soorten")
    """Soorten stukken, zoals `les` of `praktijk`: de naam van de map op de website."""
    phases: Names = Field(default=(), alias="fasen")
    """Fasen, met hun stappen en criteria: `doen`."""
    pieces: Addresses = Field(default=(), alias="stukken")
    """Losse stukken, als adres: `werkbladen/lijstje`."""


class Spoken(Model):
    """What a replaced word is called in another language, in the base and in the edition."""

    language: Code = Field(alias="taal")
    """De code van de taal: `en`."""
    old: Foreign = Field(alias="van")
    """Het woord in de vertaling van de basis, precies zoals het er staat. Elke vorm krijgt een eigen regel."""
    new: Foreign = Field(alias="naar")
    """Het woord in deze uitgave. Wie nakeek las dit niet: zo'n tekst is weer een concept."""


class Swap(Model):
    """A word that the edition replaces by its own, wherever the base says it in its own words."""

    old: Word = Field(alias="van")
    """Het woord in de basis: `verslag`."""
    new: Word = Field(alias="naar")
    """Het woord in deze uitgave: `notitie`."""
    old_many: Word | None = Field(default=None, alias="van_meervoud")
    """Het meervoud in de basis: `verslagen`."""
    new_many: Word | None = Field(default=None, alias="naar_meervoud")
    """Het meervoud in deze uitgave: `notities`."""
    old_article: Literal["de", "het"] = Field(default="de", alias="van_lidwoord")
    """Het lidwoord in de basis."""
    new_article: Literal["de", "het"] = Field(default="de", alias="naar_lidwoord")
    """Het lidwoord in deze uitgave."""
    languages: tuple[Spoken, ...] = Field(default=(), max_length=40, alias="vertaald")
    """Hoe dit woord in vertalingen heet. Zonder dit blijft daar het woord van de basis staan."""

    @model_validator(mode="after")
    def _both(self) -> Swap:
        if (self.old_many is None) != (self.new_many is None):
            raise PydanticCustomError("both_plurals", "plural")
        return self


class Edition(Model):
    """Whose edition it is, what it looks like, and what of the base it leaves out."""

    name: Title = Field(alias="naam")
    """Hoe deze uitgave heet, op de website en op elk blad."""
    organisation: Label = Field(alias="organisatie")
    """Van wie de uitgave is, zoals mensen jullie noemen."""
    short: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=SHORT)] | None = Field(
        default=None, alias="kort"
    )
    """De naam onder het icoon op een telefoon, van hoogstens 12 tekens: meer past daar niet."""
    logo: File | None = None
    """Het logo: een SVG of PNG naast `editie.yml`."""
    template: File | None = Field(default=None, alias="sjabloon")
    """Jullie huisstijl voor Word: een `.docx` naast `editie.yml`. Elk Word-bestand komt daarin te staan."""
    colour: Colour | None = Field(default=None, alias="kleur")
    """Jullie kleur als `"#1d4e7a"`. Witte letters moeten erop te lezen zijn."""
    url: WebAddress | None = None
    """Waar de website komt te staan; de QR-codes leiden daarheen."""
    mail: MailAddress | None = None
    """Waar lezers melden dat iets niet klopt, en lessen naartoe sturen. Staat onder elke bladzijde en op elk blad."""
    address: Postal | None = Field(default=None, alias="adres")
    """Het adres boven de brieven, en op de bladzijde Contact."""
    phone: Telephone | None = Field(default=None, alias="telefoon")
    """Het nummer op brieven en kaarten, op de bladzijde Contact en op de foutpagina: een nummer dat wordt opgenomen."""
    hours: Line | None = Field(default=None, alias="bereikbaar")
    """Wanneer dat nummer wordt opgenomen: `maandag tot en met vrijdag van 9 tot 17 uur`. Het staat zo ook in brieven in een andere taal."""
    privacy: Contact | None = None
    """Wie over persoonsgegevens gaat. Staat op de bladzijde Contact, en in de brief over privacy op de plek `{functionaris}`."""
    contacts: tuple[Contact, ...] = Field(default=(), max_length=12, alias="contact")
    """Wie je waarvoor belt, per functie. Staat op de bladzijde Contact, en in een brief die om het nummer van die functie vraagt."""
    left_out: LeftOut = Field(default=LeftOut(), alias="weg")
    """Wat er van de basis niet in staat."""
    languages: Languages | None = Field(default=None, alias="talen")
    """De talen die mensen bij jullie spreken: `[tr, ar]`. Zonder dit staan alle talen van de basis erin."""
    words: tuple[Swap, ...] = Field(default=(), max_length=40, alias="woorden")
    """Woorden van de basis die hier anders heten."""

    @property
    def reached(self) -> tuple[Contact, ...]:
        """Everybody who can be reached, by function."""
        return (*self.contacts, *([self.privacy] if self.privacy else []))

    @property
    def phones(self) -> tuple[str, ...]:
        """Every number of the edition itself."""
        return tuple(filter(None, (self.phone, *(one.phone for one in self.reached))))


Value = Any
"""What a change puts into the base: a text, or a point with its fields. What it may be follows from the piece."""


class Change(Model):
    """One change to a piece of the base: what stood there, and what stands there now."""

    field: Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z_]+)*$", max_length=120)] = Field(alias="veld")
    """In welk veld het staat, zoals `questions` of `questions.follow_ups`. `handboek edition change` vult dit in."""
    old: str | None = Field(default=None, alias="was", max_length=12000)
    """De tekst van de basis, letterlijk. Daaraan wordt de plek herkend."""
    nth: Annotated[int, Field(ge=1, le=999)] | None = Field(default=None, alias="nummer")
    """Welke van de gelijke teksten, als deze er vaker staat."""
    new: Value = Field(default=None, alias="wordt")
    """Wat er in deze uitgave staat: een tekst, of de velden die anders zijn."""
    before: tuple[Value, ...] = Field(default=(), alias="ervoor")
    """Wat er vóór komt: een of meer punten."""
    after: tuple[Value, ...] = Field(default=(), alias="erna")
    """Wat erachter komt. Zonder `was` komt het achter aan de lijst."""
    out: YesNo = Field(default=False, alias="weg")
    """Waar als dit punt er niet in staat."""
    source: str | None = Field(default=None, alias="bron", pattern=SLUG, max_length=60)
    """Bij een tekst met een bron: `blijft` als de bron dit ook zegt, `geen`, of de sleutel van een andere bron."""
    hash: Hash | None = None
    """Waaraan de uitgave ziet dat de basis veranderd is. Vul dit niet zelf in."""
    now: Value = Field(default=None, alias="nu")
    """Wat de nieuwe basis hier zegt, als die ook veranderd is; leeg als het daar weg is. Staat er bij een botsing."""
    behind: str | None = Field(default=None, alias="achter", max_length=12000)
    """Bij een plek die weg is: achter welke tekst van de basis hij was, of leeg voor achter aan de lijst."""
    ahead: str | None = Field(default=None, alias="voor", max_length=12000)
    """Bij een plek die weg is en waar niets voor stond: voor welke tekst van de basis hij was."""
    choice: Literal["eigen", "basis", "beide"] | None = Field(default=None, alias="kies")
    """Bij een botsing: `eigen`, `basis`, of `beide` om er zelf één van te maken."""

    @model_validator(mode="after")
    def _one(self) -> Change:
        said = [self.new is not None, bool(self.before), bool(self.after), self.out]
        if sum(said) != 1:
            raise PydanticCustomError("one_change", "one")
        if self.old is None and (self.before or self.out):
            raise PydanticCustomError("where_change", "where")
        return self


class Changes(Model):
    """What an edition changes in one piece of the base."""

    changes: tuple[Change, ...] = Field(alias="verandert", min_length=1, max_length=200)
    """De veranderingen in dit stuk."""


class Base(Model):
    """Where the base of an edition came from; the generator writes this."""

    title: Title = Field(alias="naam")
    release: str = Field(alias="uitgave", max_length=40)
    url: str = Field(default="", max_length=200)
    hash: str = Field(max_length=64)
    taken: str = Field(alias="opgehaald", max_length=10)
    number: Number = Field(default=1, alias="nummer")
    """How often the base was renewed."""
