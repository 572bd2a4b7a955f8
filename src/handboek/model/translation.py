"""What somebody reads in another language: the languages, and what stands in each of them for a Dutch text."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from handboek.model.text import AddressRef, Day, Flag, Label, Model, Refers, Words, digest

Direction = Literal["ltr", "rtl"]
State = Literal["concept", "nagekeken", "getoetst"]
STATES: tuple[State, ...] = get_args(State)
"""From made to tried with those whom it is for: each holds what the one before it holds."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
LanguageRef = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$"), Refers("language")]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
At = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z0-9_-]+)*$", max_length=80)]
Theirs = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000), Words(2000, block=True, theirs=True)]
"""A text in another language: no rule about Dutch looks at it."""
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), Words(120, theirs=True)]


class Phrases(Model):
    """What stands on every sheet and page in a language, whatever it is about."""

    date: Phrase
    """Boven de dag van een brief."""
    reference: Phrase
    """Boven het kenmerk van een brief."""
    subject: Phrase
    """Boven het onderwerp van een brief."""
    phone: Phrase
    """Voor een telefoonnummer."""
    hours: Phrase
    """Voor de uren waarop er iemand opneemt."""
    mail: Phrase
    """Voor een mailadres."""
    address: Phrase
    """Voor een adres."""
    dutch_counts: Phrase
    """Dat de Nederlandse tekst geldt."""
    translated: Phrase
    """Dat het een vertaling is."""
    concept: Phrase
    """Dat niemand de vertaling heeft nagekeken."""
    stale: Phrase
    """Dat de Nederlandse tekst is veranderd en deze zin ouder is."""
    legal: Phrase
    """Dat iets een uitleg is en geen vertaling van de wet."""
    interpreter: Phrase
    """Dat wie belt een tolk krijgt."""
    read_aloud: Phrase
    """Op de knop die de tekst voorleest."""
    stop: Phrase
    """Op de knop waarmee het voorlezen stopt."""
    print: Phrase
    """Op de knop om te printen."""
    copy_text: Phrase
    """Op de knop die de tekst kopieert."""
    next_page: Phrase
    """Dat er op de andere kant meer staat."""
    read_on: Phrase
    """Bij het adres waar meer staat."""
    open_blank: Phrase | None = None
    """Achter wat er bij een lege plek hoort, als de tekst wordt voorgelezen: dat het nog moet worden ingevuld."""
    in_dutch: Phrase | None = None
    """Achter een link naar een bladzijde die er alleen in het Nederlands is."""
    review: Phrase | None = None
    """Bij *Help nakijken*, voor wie de taal spreekt: dat hij vergelijkt, en schrijft wat beter kan."""


DUTCH = Phrases(
    date="Datum",
    reference="Ons kenmerk",
    subject="Onderwerp",
    phone="Telefoon",
    hours="Bereikbaar",
    mail="E-mail",
    address="Adres",
    dutch_counts="De Nederlandse tekst geldt.",
    translated="Dit is een vertaling uit het Nederlands.",
    concept="Deze vertaling is nog niet nagekeken.",
    stale="De Nederlandse tekst is intussen veranderd. Deze zin is ouder.",
    legal="Dit is een uitleg, geen vertaling van de wet. Vraag raad als u twijfelt.",
    interpreter="Bel ons, wij regelen een tolk.",
    read_aloud="Lees voor",
    stop="Stop",
    print="Print",
    copy_text="Kopieer de tekst",
    next_page="Zie de andere kant",
    read_on="Meer lezen",
    open_blank="nog in te vullen",
    in_dutch="in het Nederlands",
    review="Vergelijk elke tekst met het Nederlands. Klopt hij? Schrijf anders hoe het beter is.",
)
"""The same in the language that counts."""


class Language(Model):
    """A language in which people can read what is meant for them."""

    id: Code
    """De code van de taal, zoals browsers die kennen: `ar`, `uk`."""
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), Words(40, theirs=True)]
    """Hoe de taal in die taal zelf heet, in haar eigen schrift."""
    dutch: Label
    """Hoe de taal in het Nederlands heet."""
    direction: Direction
    """De kant waar je begint te lezen: `ltr` is links, `rtl` is rechts."""
    phrases: Phrases
    """De vaste zinnen op elk blad."""


NEDERLANDS = Language(id="nl", name="Nederlands", dutch="Nederlands", direction="ltr", phrases=DUTCH)
"""The language of the method itself."""


class Translated(Model):
    """What stands for one text of the Dutch piece."""

    at: At
    """De plek in het Nederlandse stuk: een veld (`title`), of een alinea of punt van een lijst met zijn nummer (`body.2`)."""
    dutch: Hash
    """De hash van de Nederlandse tekst waar dit voor staat; klopt die niet meer, dan is deze tekst verouderd."""
    text: Theirs = ""
    """De tekst in de andere taal, met dezelfde invulplekken en getallen. Staat dit veld er niet, dan is hij nog niet vertaald."""
    legal: Flag = False
    """Waar als het een uitleg is van wat de wet zegt, en geen vertaling daarvan."""
    note: (
        Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600), Words(600, theirs=True)]
        | None
    ) = None
    """Wat wie nakijkt moet weten. Staat alleen bij *Help nakijken*."""

    @property
    def hash(self) -> str:
        """What a review says that it looked at: this text, for that Dutch text."""
        return digest(f"{self.dutch} {self.text}")


class Review(Model):
    """That somebody who speaks the language looked at texts; says which organisation, and never who."""

    what: Literal["nagekeken", "getoetst"]
    """`nagekeken` door iemand die de taal spreekt, of `getoetst` met mensen voor wie het is."""
    organisation: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80)]
    """De organisatie die dit deed. Geen naam van een mens."""
    date: Day
    """De dag waarop (jjjj-mm-dd)."""
    covers: tuple[Hash, ...] = Field(min_length=1)
    """De teksten die klopten, elk met zijn hash; een tekst die daarna verandert, is weer concept."""


class Better(Model):
    """What a reader of the language would rather see for a text."""

    at: At
    dutch: Hash
    text: Annotated[Theirs, Field(min_length=1)]


class Record(Model):
    """What the page *Help nakijken* makes of what somebody filled in; `handboek language in` takes it in."""

    of: AddressRef
    language: LanguageRef
    what: Literal["nagekeken", "getoetst"]
    organisation: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80)]
    date: Day
    right: tuple[Hash, ...] = ()
    """The texts that are right as they are, each by its hash."""
    better: tuple[Better, ...] = ()


class Translation(Model):
    """A piece in another language; its texts lie beside the Dutch ones, which count."""

    of: AddressRef
    """Het stuk, als adres (`berichten/briefje`)."""
    language: LanguageRef
    """De taal, met haar code uit `phases/talen.yml`."""
    texts: tuple[Translated, ...] = Field(min_length=1)
    """De teksten, in de volgorde van het stuk."""
    reviews: tuple[Review, ...] = ()
    """Wie wat nakeek, en wanneer."""

    @property
    def title(self) -> str:
        """What the piece is called in this language."""
        return self._text("title")

    @property
    def summary(self) -> str:
        return self._text("summary")

    def _text(self, at: str) -> str:
        return next((one.text for one in self.given if one.at == at), self.of)

    @property
    def given(self) -> tuple[Translated, ...]:
        """The texts that are translated."""
        return tuple(one for one in self.texts if one.text)

    def state_of(self, text: Translated) -> State:
        """How far a text is: the most that somebody recorded of it as it is now."""
        return max((one.what for one in self.reviews if text.hash in one.covers), key=STATES.index, default="concept")

    @property
    def reviewed(self) -> tuple[Translated, ...]:
        """The texts that somebody who speaks the language read as they are now."""
        return tuple(one for one in self.given if self.state_of(one) != "concept")

    @property
    def state(self) -> State:
        """How far the whole is: as far as the text that is least far."""
        return min(map(self.state_of, self.given), key=STATES.index, default="concept")
