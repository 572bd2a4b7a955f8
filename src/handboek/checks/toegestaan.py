"""Een uitzondering staat erbij, met de reden.

Soms klopt een melding niet voor jouw tekst. Zet dan een opmerking op dezelfde regel of op de regel erboven, met de naam
van de controle en de reden. Boven een lange tekst geldt zij voor die hele tekst. Wie meeleest, ziet de reden. In YAML is
dat `# toegestaan CONTROLE: reden`, in Markdown `<!-- toegestaan CONTROLE: reden -->`. Een uitzondering zonder reden, of
die niets meer toestaat, is zelf een fout. Bij een naam, adres of geboortedatum mag zij blijven staan: `handboek names`
kijkt verder dan deze controle. Wat bij het lezen van een bestand misgaat, is niet toe te staan.

Goed:

    # tools/guides/praatje.yml
    # toegestaan letterteken: de pijl is hier het onderwerp van gesprek
    goal: Je vraagt wat de → op het bord betekent.

Fout:

    # tools/guides/praatje.yml
    # toegestaan letterteken
    goal: Je leert iemand kennen.
    # toegestaan lettertekens: de pijl hoort erbij
    when: Als je iemand tegenkomt.
    # toegestaan letterteken: de pijl hoort erbij
    when_not: Als iemand haast heeft.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from handboek.document import ALLOWANCE, Document
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.messages import nearest

CODE = "toegestaan"
SEVERITY = "error"


@dataclass(frozen=True)
class Allowance:
    """A comment that allows findings of one code from its own line to `last`."""

    path: str
    line: int
    column: int
    width: int
    code: str
    reason: str
    last: int


def apply(
    handbook: Handbook, found: Iterable[Finding], codes: Iterable[str], idle: Collection[str] = ()
) -> Iterator[Finding]:
    """The findings that are not allowed, and what is wrong with the allowances.

    `codes` may be allowed; of those in `idle` nobody looked this time whether they are needed.
    """
    codes = list(codes)
    given = [one for document in handbook.documents.values() for one in allowances(document)]
    about: dict[tuple[str, str], list[Allowance]] = {}
    for one in given:
        if one.reason and one.code in codes:
            about.setdefault((one.path, one.code), []).append(one)
    reach = {key: _reach(some) for key, some in about.items()}
    lines: dict[tuple[str, str], list[int]] = {}
    for finding in found:
        key = (finding.path, finding.code)
        if key in reach:
            lines.setdefault(key, []).append(finding.line)
        if not _covered(finding, reach.get(key, [])):
            yield finding
    for some in lines.values():
        some.sort()
    for one in given:
        used = one.reason and _any_between(lines.get((one.path, one.code), []), one.line, one.last)
        if not used and not (one.code in idle and one.reason):
            yield _wrong(one, codes)


def _reach(given: list[Allowance]) -> list[tuple[int, int]]:
    """For each line with an allowance, in order: how far those reach that stand there or above it."""
    ordered = sorted((one.line, one.last) for one in given)
    furthest = accumulate((last for _, last in ordered), max)
    return [(line, last) for (line, _), last in zip(ordered, furthest, strict=True)]


def _covered(finding: Finding, reach: list[tuple[int, int]]) -> bool:
    above = bisect_right(reach, finding.line, key=lambda one: one[0])
    return above > 0 and finding.line <= reach[above - 1][1]


def _any_between(lines: list[int], first: int, last: int) -> bool:
    return bisect_left(lines, first) < bisect_right(lines, last)


def allowances(document: Document) -> Iterator[Allowance]:
    """The allowances in a file."""
    if "toegestaan" not in document.text:
        return
    found: dict[int, re.Match[str]] = {}
    for number, line in enumerate(document.lines, 1):
        match = ALLOWANCE.search(line)
        if match is not None and match[0].startswith("<!--") == _in_markdown(document, number):
            found[number] = match
    ends = _ends(document, found)
    for number, match in found.items():
        alone = not document.lines[number - 1][: match.start()].strip()
        last = ends[number] if alone else number
        column, width = match.start() + 1, len(match[0].rstrip())
        yield Allowance(document.path, number, column, width, match[1], match[2].strip(), last)


def _in_markdown(document: Document, number: int) -> bool:
    return document.path.endswith(".md") and (number >= document.body_line or not document.offset)


def _ends(document: Document, found: Mapping[int, object]) -> dict[int, int]:
    """The last line that each allowance covers where it stands alone: to the end of the text below it."""
    ends: dict[int, int] = {}
    last = len(document.lines)
    paragraph = last + 1  # how far the text goes on from the line below, from the bottom up
    for number in range(last, min(found, default=last + 1) - 1, -1):
        if number in found:
            below = document.end_of_value(number + 1)
            ends[number] = ends.get(number + 1, paragraph if _in_markdown(document, number) else below)
        goes_on = number < last and document.lines[number].strip()
        paragraph = paragraph if goes_on else number
    return ends


def _wrong(one: Allowance, codes: list[str]) -> Finding:
    helps, meant = "", ""
    if not one.code:
        what, helps = (
            "Hier staat niet wat er is toegestaan.",
            "Schrijf de naam van de controle en de reden: `toegestaan letterteken: reden`.",
        )
    elif one.code not in codes:
        what, meant = f"De controle `{one.code}` is niet toe te staan.", nearest(one.code, codes) or ""
        helps = "" if meant else "Kijk op de bladzijde over controles welke namen er zijn."
    elif not one.reason:
        what, helps = "Bij deze uitzondering staat geen reden.", "Schrijf achter een dubbele punt waarom het hier mag."
    else:
        what = f"Deze uitzondering staat niets meer toe: `{one.code}` meldt hier niets."
        helps = "Haal de uitzondering weg."
    return Finding(one.path, one.line, one.column, CODE, what, helps, "error", meant, one.width)
