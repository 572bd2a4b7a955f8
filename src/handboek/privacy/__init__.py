"""Personal data in a text: telephone numbers, addresses and the like of people whom a lesson must not give away.

`plain` makes one kind of text of what people paste; `numbers`, `homes`, `days` and `names` say what personal data looks
like in it; `proofs` decides where a pattern cannot. The form on the website gets the same from `exported()` and runs it
with `privacy.js`. `tests/lessons/cases.yml` is run against both.

What is not seen: a family name alone that is no common one (*Bakker kwam langs*) or stands in small letters (*mevrouw
bakker*); a house number in words; a street without one of the usual endings, where nothing says that somebody lives
there; numbers abroad as they are written there, but for Belgian and German mobile telephones; digits with commas or
colons between them, or with letters for them (`l` for 1); a birthday of which nothing says that it is one; cells of a
table that only mean something together; and what stands in a picture, or on the page behind a link.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from handboek.finding import Severity
from handboek.privacy import days, homes, names, numbers, plain, proofs
from handboek.privacy.plain import Plain


@dataclass(frozen=True)
class Look:
    """One way in which a sort of personal data can look."""

    pattern: str
    """What it looks like. Where it has a group, that stands at its end, and only that is meant."""
    proof: proofs.Proof = ""
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
            while end > start and self.proof and not proofs.PROOFS[self.proof](text[start:end]):
                end = _shorter(text, start, end) if self.proof in SHORTER else start
            if end > start:
                yield start, end
            at = max(end, start + 1)


SHORTER = ("phone", "iban")
"""The proofs that a part of a candidate can pass, since a number may be followed by another one."""
SHORT_END = re.compile("[0-9](?![0-9])|[A-Za-z](?![A-Za-z0-9])")
"""The last sign of such a part."""


def _shorter(text: str, start: int, end: int) -> int:
    """Where a candidate ends without its last sign, or its last run of signs that belong together."""
    end -= 1
    while end > start and not SHORT_END.match(text, end - 1):
        end -= 1
    return end


@dataclass(frozen=True)
class Sort:
    """One sort of personal data."""

    code: str
    """The rule that it belongs to."""
    what: str
    """What is wrong, in Dutch; never the data itself, since a report is kept longer than a text."""
    help: str
    """What to do."""
    looks: tuple[Look, ...]
    severity: Severity = "error"

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of the author's text that hold this sort of data; those that overlap are one."""
        read = plain.plain(text)
        joined: list[tuple[int, int]] = []
        for start, end in sorted(span for look in self.looks for span in _found(look, read)):
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        return (read.span(*span) for span in joined)


def _found(look: Look, read: Plain) -> Iterator[tuple[int, int]]:
    """Where something looks so, and a name stands near enough if it must."""
    people: list[tuple[int, int]] | None = None
    for start, end in look.find(read.text):
        if look.near and people is None:
            people = sorted(span for one in PEOPLE for span in one.find(read.text))
        if not look.near or _near(read.text, start, end, people or [], look.near):
            yield start, end


def _near(text: str, start: int, end: int, people: list[tuple[int, int]], most: int) -> bool:
    """Whether the name before or behind stands on the same line, at most so many signs away."""
    at = bisect_left(people, (start, end))
    for first, last in people[max(at - 1, 0) : at + 1]:
        between = (last, start) if last <= start else (end, first)
        if between[1] - between[0] <= most and "\n" not in text[between[0] : between[1]]:
            return True
    return False


PEOPLE = (
    Look(names.TITLED),
    Look(names.INITIALS),
    Look(names.FIRST, "name"),
    Look(names.WITH_ROLE),
    Look(names.FAMILY_ENDING),
    Look(names.FAMILY_BETWEEN),
    Look(names.CALLED),
)
SORTS: tuple[Sort, ...] = (
    Sort(
        "telefoonnummer",
        "Hier staat een telefoonnummer.",
        "Haal het weg, of noem het nummer van een organisatie dat iedereen mag bellen.",
        (Look(numbers.PHONE, "phone"), Look(numbers.WITHOUT_AREA), Look(numbers.SPOKEN)),
    ),
    Sort(
        "mailadres",
        "Hier staat een e-mailadres.",
        "Haal het weg, of link naar de website van de organisatie.",
        (Look(numbers.MAIL, "mail"),),
    ),
    Sort(
        "burgerservicenummer",
        "Hier staat een getal dat een burgerservicenummer is.",
        "Haal het weg. Is het iets anders, schrijf het dan zonder de cijfers.",
        (Look(numbers.BSN, "bsn"), Look(numbers.NAMED_BSN, "bsn")),
    ),
    Sort(
        "rekeningnummer",
        "Hier staat het nummer van een bankrekening.",
        "Haal het weg.",
        (Look(numbers.IBAN, "iban"),),
    ),
    Sort(
        "woonadres",
        "Hier staat een adres waar iemand woont.",
        "Noem de straat of de wijk, zonder postcode en huisnummer.",
        (
            Look(homes.ADDRESS, behind=homes.COUNTED),
            Look(homes.NUMBER_FIRST),
            Look(homes.FURTHER_ON, behind=homes.COUNTED),
            Look(homes.LIVES, behind=homes.COUNTED),
            Look(homes.BY_POSTCODE, behind=homes.COUNTED),
            Look(homes.PO_BOX),
            Look(homes.DOOR, behind=homes.COUNTED, near=100),
            Look(homes.BEHIND_NAME, behind=homes.COUNTED, near=3),
            Look(homes.BEFORE_NAME, behind=homes.COUNTED, near=3),
            Look(homes.LIVES_AT, near=30),
            Look(homes.LINE_FIRST, behind=homes.COUNTED, near=3),
        ),
    ),
    Sort(
        "geboortedatum",
        "Hier staat een geboortedatum.",
        "Haal hem weg; schrijf hooguit een leeftijd ongeveer: `begin zestig`.",
        (Look(days.BORN), Look(days.DAY_FIRST), Look(days.LONG_AGO, near=3)),
    ),
    Sort(
        "persoonsnaam",
        "Hier staat misschien de naam van een mens.",
        "Schrijf wie het is: een buur, een vrijwilliger. Noem een collega alleen als die dat goedvindt.",
        PEOPLE,
        "warning",
    ),
)

BY_CODE = {sort.code: sort for sort in SORTS}


def exported() -> dict[str, Any]:
    """The sorts for the form in the browser, with all that `privacy.js` needs to know."""
    return {
        "sorts": [
            {
                "code": sort.code,
                "what": sort.what,
                "help": sort.help,
                "severity": sort.severity,
                "looks": [{one.name: getattr(look, one.name) for one in fields(look)} for look in sort.looks],
            }
            for sort in SORTS
        ],
        "people": "persoonsnaam",
        "shorter": SHORTER,
        "shortEnd": SHORT_END.pattern,
        "plain": plain.exported(),
        "proofs": proofs.exported(),
    }
