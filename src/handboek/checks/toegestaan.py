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

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

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

    def covers(self, finding: Finding) -> bool:
        """Whether this allows the finding."""
        return (finding.path, finding.code) == (self.path, self.code) and self.line <= finding.line <= self.last


def apply(
    handbook: Handbook, found: Iterable[Finding], codes: Iterable[str], idle: Collection[str] = ()
) -> Iterator[Finding]:
    """The findings that are not allowed, and what is wrong with the allowances.

    `codes` may be allowed; of those in `idle` nobody looked this time whether they are needed.
    """
    given = [one for document in handbook.documents.values() for one in allowances(document)]
    used: set[Allowance] = set()
    for finding in found:
        covering = [one for one in given if one.reason and one.covers(finding) and finding.code in codes]
        used |= set(covering)
        if not covering:
            yield finding
    for one in given:
        if one not in used and not (one.code in idle and one.reason):
            yield _wrong(one, list(codes))


def allowances(document: Document) -> Iterator[Allowance]:
    """The allowances in a file."""
    if "toegestaan" not in document.text:
        return
    for number, line in enumerate(document.lines, 1):
        in_markdown = document.path.endswith(".md") and (number >= document.body_line or not document.offset)
        match = ALLOWANCE.search(line)
        if match is None or match[0].startswith("<!--") != in_markdown:
            continue
        alone = not line[: match.start()].strip()
        last = _last(document, number, in_markdown) if alone else number
        column, width = match.start() + 1, len(match[0].rstrip())
        yield Allowance(document.path, number, column, width, match[1], match[2].strip(), last)


def _last(document: Document, number: int, in_markdown: bool) -> int:
    """The last line that an allowance on a line of its own covers: to the end of the text that follows it."""
    following = number + 1
    while following <= len(document.lines) and ALLOWANCE.search(document.lines[following - 1]):
        following += 1
    if not in_markdown:
        return document.end_of_value(following)
    while following < len(document.lines) and document.lines[following].strip():
        following += 1
    return following


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
