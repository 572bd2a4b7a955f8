"""A deeper look at the lessons that a change brings: names, addresses and days of birth that patterns do not see.

The library `deduce` finds them; it was made for files of Dutch patients. It knows no handbook, so what the content itself
knows is let be. It takes a minute to get ready, so the check does without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from handboek import checks
from handboek.authoring import versions
from handboek.checks import allowances
from handboek.checks.passages import Passage, passages, texts
from handboek.content import open_handbook
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.load import WORDS
from handboek.privacy import BY_CODE
from handboek.privacy.addresses import POSTCODE
from handboek.privacy.dates import DATE
from handboek.privacy.normalize import plain
from handboek.system.clock import today

Finder = Callable[[str], Iterable[tuple[str, int, int]]]
"""Gives what a text holds: a tag of `deduce`, and where it begins and ends."""

CODES = {"persoon": "persoonsnaam", "locatie": "woonadres", "datum": "geboortedatum"}
"""The tags that matter here, by the rule of the check that asks the same; the others the check finds as well."""
SAYS = {
    "persoonsnaam": "Hier staat misschien de naam van een mens.",
    "woonadres": "Hier staat misschien een adres waar iemand woont.",
    "geboortedatum": "Hier staat misschien een geboortedatum.",
}
GROWN = 18
"""A day that is more years ago than this may be somebody's birthday; one after it is most likely a day of the work."""
WORD = re.compile(r"[^\W\d_]+")
STREET = re.compile(r"[a-z](?:straat|laan|weg|plein|gracht|singel|plantsoen|flat)$")
"""How a street ends that is called after somebody."""
COUNTED = re.compile(r"(?<=\d) (?:\w+[a-z]{2} )?\w+(?:en|s)\b")
"""Behind a number: what it counts, as in `Dorpsstraat 40 appartementen`."""


def names(root: Path, base: str, ready: Callable[[], Finder]) -> tuple[Handbook, list[Finding]]:
    """The content, and what a finder sees in its lessons and examples that differ from `base`.

    The finder is got ready where there are any. Raises `HistoryError`.
    """
    with versions.earlier(root, base) as folder:
        before = open_handbook(folder)
    after = open_handbook(root)
    pieces = [piece for _, piece in versions.differ(before, after) if piece.kind.practice]
    return after, look(after, pieces, ready()) if pieces else []


def look(handbook: Handbook, pieces: Iterable[Piece], finder: Finder) -> list[Finding]:
    """What the finder sees in these lessons and examples, as warnings, without what is allowed there."""
    known = Known.of(handbook)
    found = {finding for piece in pieces for passage in texts(piece.entry) for finding in _seen(passage, finder, known)}
    allowed = allowances.apply(handbook, sorted(found), checks.CODES, checks.MAY_BE_ALLOWED, checks.CODES)
    return sorted(finding for finding in allowed if finding.code in SAYS)


@dataclass(frozen=True)
class Known:
    """What the content itself knows: its ordinary words, what it calls things, and who wrote its sources."""

    ordinary: frozenset[str]
    """Every word that the handbook somewhere writes with a small letter."""
    named: frozenset[str]
    """Every word in the name of a place, an organisation, a term, a role or a piece; a lesson's title is no such name."""
    authors: frozenset[str]
    """The writers of the sources, who put their own name to it; in small letters."""

    @staticmethod
    def of(handbook: Handbook) -> Known:
        ordinary = {word for text in passages(handbook) for word in WORD.findall(text.value) if word.islower()}
        listed = handbook.documents.get(WORDS)
        named = WORD.findall("\n".join(_lines(listed.text))) if listed else []
        authors = []
        for piece in handbook.pieces.values():
            authors += [author.lower() for author in getattr(piece.data, "authors", ())]
            for field in PRACTICE if piece.kind.practice else NAMING:
                value = getattr(piece.data, field, None) or ()
                for words in (value,) if isinstance(value, str) else value:
                    named += WORD.findall(str(words))
        return Known(frozenset(ordinary), frozenset(named), frozenset(authors))

    def covers(self, words: str) -> bool:
        """Whether the handbook knows these words, or a writer by this name or family name."""
        small = words.lower()
        if any(author == small or author.endswith(f" {small}") for author in self.authors):
            return True
        return all(word in self.named or word.lower() in self.ordinary for word in WORD.findall(words))


NAMING = ("name", "title", "term", "synonyms", "aliases", "short", "publisher")
PRACTICE = ("place", "organisation", "organisations")


def _lines(text: str) -> list[str]:
    """The lines that hold a word."""
    return [line for line in text.split("\n") if not line.startswith("#")]


def _seen(passage: Passage, finder: Finder, known: Known) -> Iterator[Finding]:
    """What the finder sees in one text, and the check does not."""
    text = passage.value
    told = [span for sort in BY_CODE.values() for span in sort.find(text)]
    for tag, start, last in finder(text):
        code = CODES.get(tag, "")
        end = start + len(text[start:last].split("\n")[0])
        if not code or any(begin < end and start < stop for begin, stop in told):
            continue
        if TELLING[code](text, start, end, known):
            finding = passage.say_from(start, end, SAYS[code], BY_CODE[code].help, soft=True)
            yield replace(finding, code=code)


def _person(text: str, start: int, end: int, known: Known) -> bool:
    """Whether these words are a name that the handbook does not know, and not that of a street."""
    return not known.covers(text[start:end]) and not STREET.search(text[start:end])


def _home(text: str, start: int, end: int, known: Known) -> bool:
    """Whether a place is somebody's: it has a number beside its postcode, and the number counts nothing."""
    return bool(re.search(r"\d", re.sub(POSTCODE, "", plain(text[start:end]).text))) and not COUNTED.match(text, end)


def _birthday(text: str, start: int, end: int, known: Known) -> bool:
    """Whether a day is long ago."""
    day = plain(text[start:end]).text
    year = re.search(r"\d{4}", day)
    return bool(year and re.fullmatch(DATE, day) and int(year[0]) < today().year - GROWN)


TELLING: Mapping[str, Callable[[str, int, int, Known], bool]] = {
    "persoonsnaam": _person,
    "woonadres": _home,
    "geboortedatum": _birthday,
}


def deduce() -> Finder:
    """The finder of `deduce`, which is no part of the installation. Raises `ImportError` where it is not there."""
    from deduce import Deduce  # noqa: PLC0415  (the tests and the check do without)

    engine = Deduce()

    def find(text: str) -> Iterator[tuple[str, int, int]]:
        for one in engine.deidentify(text).annotations:
            yield one.tag, one.start_char, one.end_char

    return find
