"""Personal data in a text: telephone numbers, addresses and the like of people whom a lesson must not give away.

`normalize` makes one kind of text of what people paste; `numbers`, `addresses`, `dates` and `names` say what personal data looks
like in it; `validators` decides where a pattern cannot. The form on the website gets the same from `exported()` and runs it
with `privacy.js`. `tests/lessons/cases.yml` is run against both.

What is not seen: a family name alone that is no common one (*Bakker kwam langs*) or stands in small letters (*mevrouw
bakker*); a house number in words; a street without one of the usual endings, where nothing says that somebody lives there
and no *op de* stands before it; a street in one cell of a table with a number in the next, which most often counts something;
numbers abroad as they are written there, but for Belgian and German mobile telephones; a telephone number with commas *and*
spaces (*06, 12, 34, 56, 78*), which may be weeks; letters for digits in a citizens' number; a birthday of which nothing says
that it is one; and what stands in a picture, or on the page behind a link.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Any

from handboek.finding import Severity
from handboek.markdown import plain
from handboek.privacy import addresses, dates, identifiers, names, normalize, validators
from handboek.privacy.normalize import Plain
from handboek.project import editors


@dataclass(frozen=True)
class Pattern:
    """One way in which a sort of personal data can look."""

    pattern: str
    """What it looks like. Where it has a group, that stands at its end, and only that is meant."""
    validator: validators.Validator = ""
    """What decides on a candidate, beside the pattern; a shorter one gets its chance when the longest is refused."""
    behind: str = ""
    """A pattern that may not follow it."""
    near: int = 0
    """How many signs away a name of somebody must stand, on the same line; 0 where none need stand there."""

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        return re.compile(self.pattern, re.ASCII), re.compile(self.behind or "(?!)", re.ASCII)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of a plain text that look so."""
        at = 0
        pattern, behind = self._compiled
        while found := pattern.search(text, at):
            start, end = found.span()
            if behind.match(text, end):
                end = start
            elif found.lastindex:
                start = found.start(found.lastindex)
            while end > start and self.validator and not validators.VALIDATORS[self.validator](text[start:end]):
                end = _shorter(text, start, end) if self.validator in SHORTER else start
            if end > start:
                yield start, end
            at = max(end, start + 1)


SHORTER = ("phone", "iban")
"""The validators that a part of a candidate can pass, since a number may be followed by another one."""
SHORT_END = re.compile("[0-9](?![0-9])|[A-Za-z](?![A-Za-z0-9])")
"""The last sign of such a part."""


def _shorter(text: str, start: int, end: int) -> int:
    """Where a candidate ends without its last sign, or its last run of signs that belong together."""
    end -= 1
    while end > start and not SHORT_END.match(text, end - 1):
        end -= 1
    return end


MAYBE_DIGIT = re.compile("[0-9]|[^\x00-\u024f\u2010-\u2027\u20ac]")
"""A digit, or a sign that could be one in another script."""


@dataclass(frozen=True, eq=False)
class PersonalData:
    """One sort of personal data."""

    code: str
    """The rule that it belongs to."""
    what: str
    """What is wrong, in Dutch; never the data itself, since a report is kept longer than a text."""
    help: str
    """What to do."""
    patterns: tuple[Pattern, ...]
    severity: Severity = "error"
    numeric: bool = False
    """Whether there is none without a digit."""

    def find(self, text: str) -> tuple[tuple[int, int], ...]:
        """The stretches of the author's text that hold this sort of data; those that overlap are one."""
        if self.numeric and not MAYBE_DIGIT.search(text):
            return ()
        return _stretches(self, text, editors() if self.code == "mailadres" else "")


@lru_cache(maxsize=50_000)
def _stretches(kind: PersonalData, text: str, _editors: str) -> tuple[tuple[int, int], ...]:
    """What is found in a text; kept, where it asks for the address of the editors as long as they have this one."""
    read = normalize.plain(text)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for pattern in kind.patterns for span in _found(pattern, read)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(read.span(*span) for span in joined)


def _found(pattern: Pattern, read: Plain) -> Iterator[tuple[int, int]]:
    """Where something looks so, and a name stands near enough if it must."""
    for start, end in pattern.find(read.text):
        if not pattern.near or _near(read.text, start, end, _people(read.text), pattern.near):
            yield start, end


@lru_cache(maxsize=2_000)
def _people(text: str) -> tuple[tuple[int, int], ...]:
    """Where names stand in a plain text, in order."""
    return tuple(sorted(span for pattern in PEOPLE for span in pattern.find(text)))


def _near(text: str, start: int, end: int, people: tuple[tuple[int, int], ...], most: int) -> bool:
    """Whether the name before or behind stands on the same line, at most so many signs away."""
    at = bisect_left(people, (start, end))
    for first, last in people[max(at - 1, 0) : at + 1]:
        between = (last, start) if last <= start else (end, first)
        if between[1] - between[0] <= most and "\n" not in text[between[0] : between[1]]:
            return True
    return False


PEOPLE = (
    Pattern(names.TITLED),
    Pattern(names.INITIALS),
    Pattern(names.FIRST, "name"),
    Pattern(names.WITH_ROLE),
    Pattern(names.FAMILY_ENDING),
    Pattern(names.FAMILY_BETWEEN),
    Pattern(names.CALLED),
)
PERSONAL_DATA: tuple[PersonalData, ...] = (
    PersonalData(
        "telefoonnummer",
        "Hier staat een telefoonnummer.",
        "Haal het weg, of noem het nummer van een organisatie dat iedereen mag bellen.",
        (Pattern(identifiers.PHONE, "phone"), Pattern(identifiers.WITHOUT_AREA), Pattern(identifiers.SPOKEN)),
    ),
    PersonalData(
        "mailadres",
        "Hier staat een e-mailadres.",
        "Haal het weg, of link naar de website van de organisatie.",
        (Pattern(identifiers.MAIL, "mail"),),
    ),
    PersonalData(
        "burgerservicenummer",
        "Hier staat een getal dat een burgerservicenummer is.",
        "Haal het weg. Is het iets anders, schrijf het dan zonder de cijfers.",
        (Pattern(identifiers.BSN, "bsn"), Pattern(identifiers.NAMED_BSN, "bsn")),
        numeric=True,
    ),
    PersonalData(
        "rekeningnummer",
        "Hier staat het nummer van een bankrekening.",
        "Haal het weg.",
        (Pattern(identifiers.IBAN, "iban"),),
        numeric=True,
    ),
    PersonalData(
        "woonadres",
        "Hier staat een adres waar iemand woont.",
        "Noem de straat of de wijk, zonder postcode en huisnummer. Een rij huizen mag: `12 t/m 40`.",
        (
            Pattern(addresses.ADDRESS, behind=addresses.COUNTED),
            Pattern(addresses.NUMBER_FIRST),
            Pattern(addresses.FURTHER_ON, behind=addresses.COUNTED),
            Pattern(addresses.LIVES, behind=addresses.COUNTED),
            Pattern(addresses.BY_POSTCODE, behind=addresses.COUNTED),
            Pattern(addresses.PO_BOX),
            Pattern(addresses.DOOR, behind=addresses.COUNTED, near=100),
            Pattern(addresses.BEHIND_NAME, behind=addresses.COUNTED, near=3),
            Pattern(addresses.BEFORE_NAME, behind=addresses.COUNTED, near=3),
            Pattern(addresses.LIVES_AT, near=30),
            Pattern(addresses.LINE_FIRST, behind=addresses.COUNTED, near=3),
        ),
    ),
    PersonalData(
        "geboortedatum",
        "Hier staat een geboortedatum.",
        "Haal hem weg; schrijf hooguit een leeftijd ongeveer: `begin zestig`.",
        (Pattern(dates.BORN), Pattern(dates.DAY_FIRST), Pattern(dates.LONG_AGO, near=3)),
    ),
    PersonalData(
        "persoonsnaam",
        "Hier staat misschien de naam van een mens.",
        "Schrijf wie het is: een buur, een vrijwilliger. Noem een collega alleen als die dat goedvindt. Heet een gebouw of"
        " bedrijf zo? Zet dat ervoor: `flat`, `firma`.",
        PEOPLE,
        "warning",
    ),
)

BY_CODE = {kind.code: kind for kind in PERSONAL_DATA}


def exported() -> dict[str, Any]:
    """The sorts for the form in the browser, with all that `privacy.js` needs to know."""
    return {
        "sorts": [
            {
                "code": kind.code,
                "what": kind.what,
                "help": plain(kind.help),
                "severity": kind.severity,
                "patterns": [{one.name: getattr(look, one.name) for one in fields(look)} for look in kind.patterns],
            }
            for kind in PERSONAL_DATA
        ],
        "people": "persoonsnaam",
        "shorter": SHORTER,
        "shortEnd": SHORT_END.pattern,
        "plain": normalize.exported(),
        "validators": validators.exported(),
    }
