"""Personal data in a text: telephone numbers, addresses and the like of people whom a lesson must not give away.

`plain` makes one kind of text of what people paste, `patterns` says what personal data looks like in it, and `proofs`
decides where a pattern cannot. The form on the website has the same from `exported()`, and runs it with `privacy.js`;
`tests/lessons/cases.yml` is run against both.

What no pattern sees: a family name alone that is a Dutch word or is not known (*Bakker kwam langs*), a name in small
letters, a number in words (*nul zes, twaalf*), a number abroad as it is written there (but for Belgian and German
mobile telephones), a street without one of the usual endings where nothing says that somebody lives there, a date of
birth of which nothing says that it is one, and what stands in a picture or behind a link.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from handboek.finding import Severity
from handboek.privacy import patterns, plain, proofs
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
        last = (0, 0)
        for span in sorted(span for look in self.looks for span in _found(look, read)):
            if last[1] and span[0] >= last[1]:
                yield read.span(*last)
                last = span
            else:
                last = (last[0], max(last[1], span[1])) if last[1] else span
        if last[1]:
            yield read.span(*last)


def _found(look: Look, read: Plain) -> Iterator[tuple[int, int]]:
    """Where something looks so, and a name stands near enough if it must."""
    names: list[tuple[int, int]] | None = None
    for start, end in look.find(read.text):
        if look.near and names is None:
            names = sorted(span for one in PEOPLE for span in one.find(read.text))
        if not look.near or _near(read.text, start, end, names or [], look.near):
            yield start, end


def _near(text: str, start: int, end: int, names: list[tuple[int, int]], most: int) -> bool:
    """Whether one of the names stands on the same line, at most so many signs away."""
    at = bisect_left(names, (start, end))
    for first, last in names[max(at - 1, 0) : at + 1]:
        between = (last, start) if last <= start else (end, first)
        if between[1] - between[0] <= most and "\n" not in text[between[0] : between[1]]:
            return True
    return False


PEOPLE = (
    Look(patterns.TITLED),
    Look(patterns.INITIALS),
    Look(patterns.FIRST, "name"),
    Look(patterns.WITH_ROLE),
    Look(patterns.FAMILY_ENDING),
    Look(patterns.FAMILY_BETWEEN),
    Look(patterns.CALLED),
)
SORTS: tuple[Sort, ...] = (
    Sort(
        "telefoonnummer",
        "Hier staat een telefoonnummer.",
        "Haal het weg, of noem het nummer van een organisatie dat iedereen mag bellen.",
        (Look(patterns.PHONE, "phone"), Look(patterns.LOCAL), Look(patterns.SPOKEN)),
    ),
    Sort(
        "mailadres",
        "Hier staat een e-mailadres.",
        "Haal het weg, of link naar de website van de organisatie.",
        (Look(patterns.MAIL, "mail"),),
    ),
    Sort(
        "burgerservicenummer",
        "Hier staat een getal dat een burgerservicenummer is.",
        "Haal het weg. Is het iets anders, schrijf het dan zonder de cijfers.",
        (Look(patterns.BSN, "bsn"), Look(patterns.NAMED_BSN, "bsn")),
    ),
    Sort(
        "rekeningnummer",
        "Hier staat het nummer van een bankrekening.",
        "Haal het weg.",
        (Look(patterns.IBAN, "iban"),),
    ),
    Sort(
        "woonadres",
        "Hier staat een adres waar iemand woont.",
        "Noem de straat of de wijk, zonder postcode en huisnummer.",
        (
            Look(patterns.ADDRESS, behind=patterns.COUNTED),
            Look(patterns.OTHER_WAY),
            Look(patterns.FURTHER_ON, behind=patterns.COUNTED),
            Look(patterns.LIVES, behind=patterns.COUNTED),
            Look(patterns.BY_POSTCODE, behind=patterns.COUNTED),
            Look(patterns.PO_BOX),
            Look(patterns.DOOR, behind=patterns.COUNTED, near=100),
            Look(patterns.DOOR_OF, behind=patterns.COUNTED, near=3),
            Look(patterns.DOOR_COMES, behind=patterns.COUNTED, near=3),
            Look(patterns.LIVES_AT, near=30),
            Look(patterns.DOOR_FIRST, behind=patterns.COUNTED, near=3),
        ),
    ),
    Sort(
        "geboortedatum",
        "Hier staat een geboortedatum.",
        "Haal hem weg; schrijf hooguit een leeftijd ongeveer: `begin zestig`.",
        (Look(patterns.BIRTH), Look(patterns.BORN_ON), Look(patterns.LONG_AGO, near=3)),
    ),
    Sort(
        "persoonsnaam",
        "Hier staat misschien de naam van een mens.",
        "Schrijf wie het is: een bewoner, de opbouwwerker. Noem een collega alleen als die dat goedvindt.",
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
