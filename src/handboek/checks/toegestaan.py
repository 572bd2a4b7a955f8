"""Een uitzondering staat erbij, met de reden.

Soms klopt een melding niet voor jouw tekst. Zet dan een opmerking op dezelfde regel of op de regel erboven, met de naam
van de controle en de reden. Boven een lange tekst geldt zij voor die hele tekst. Wie meeleest, ziet de reden: elke
uitzondering staat in het overzicht bij een voorstel. In YAML is het `# toegestaan CONTROLE: reden`, in Markdown
`<!-- toegestaan CONTROLE: reden -->`.

Een uitzondering kan alleen bij controles waar een goede reden voor kan zijn: `onderwerp`, `opvultekst`, `letterteken`,
`dubbel-genoemd`, `ongebruikt`, `verouderd`, `persoonsnaam`, `spelling`, `lange-zin`, `lijdende-vorm`, `ambtelijk` en
`lange-woorden`. Bij `persoonsnaam` kan het omdat iemand genoemd mag worden die dat zelf goedvindt. Wat over veiligheid
gaat of over gegevens van mensen, staat niemand uit: HTML, links, tekens die niemand ziet, een telefoonnummer, een adres. Wat
bij het lezen van een bestand misgaat, ook niet. Verbeter dan de tekst.

Een uitzondering zonder reden, of die niets meer toestaat, is zelf een fout. Bij een naam mag zij blijven staan:
`handboek names` kijkt verder dan deze controle.

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
    # toegestaan onveilige-link: deze website heeft niets anders
    when_not: Als iemand haast heeft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from handboek.document import ALLOWANCE, COMMENT, Document
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.messages import nearest, shown

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
    handbook: Handbook,
    found: Iterable[Finding],
    codes: Collection[str],
    may: Collection[str],
    idle: Collection[str] = (),
) -> Iterator[Finding]:
    """The findings that are not allowed, and what is wrong with the allowances.

    Of all `codes`, those in `may` may be allowed; of those in `idle` nobody looked this time whether they are needed.
    """
    given = list(every(handbook))
    there: dict[tuple[str, str], list[Allowance]] = defaultdict(list)
    for one in given:
        if one.reason and one.code in may:
            there[one.path, one.code].append(one)
    used: set[Allowance] = set()
    for finding in found:
        covering = [one for one in there.get((finding.path, finding.code), ()) if one.covers(finding)]
        used |= set(covering)
        if not covering:
            yield finding
    for one in given:
        if one not in used and not (one.code in idle and one.code in may and one.reason):
            yield _wrong(one, codes, may)


def every(handbook: Handbook) -> Iterator[Allowance]:
    """Every allowance that stands anywhere in the content, in the order of the files."""
    for document in handbook.documents.values():
        yield from allowances(document)


def allowances(document: Document) -> Iterator[Allowance]:
    """The allowances in a file."""
    if "toegestaan" not in document.text:
        return
    last = 0
    for number, line in enumerate(document.lines, 1):
        in_markdown = document.path.endswith(".md") and (number >= document.body_line or not document.offset)
        for match in (COMMENT if in_markdown else ALLOWANCE).finditer(line):
            alone = not line[: match.start()].strip() and not line[match.end() :].strip()
            if alone and number >= last:  # one above the other, they cover the same text
                last = _last(document, number, in_markdown)
            column, width = match.start() + 1, len(match[0].rstrip())
            reason = match[2].strip().removeprefix(":").strip()
            yield Allowance(document.path, number, column, width, match[1], reason, last if alone else number)


def _last(document: Document, number: int, in_markdown: bool) -> int:
    """The last line that an allowance on a line of its own covers: to the end of the text that follows it."""
    following = number + 1
    pattern = COMMENT if in_markdown else ALLOWANCE
    while following <= len(document.lines) and pattern.search(document.lines[following - 1]):
        following += 1
    if not in_markdown:
        return document.end_of_value(following)
    while following < len(document.lines) and document.lines[following].strip():
        following += 1
    return following


def _wrong(one: Allowance, codes: Collection[str], may: Collection[str]) -> Finding:
    helps, meant = "", ""
    if not one.code:
        what, helps = (
            "Hier staat niet wat er is toegestaan.",
            "Schrijf de naam van de controle en de reden: `toegestaan letterteken: reden`.",
        )
    elif one.code in codes and one.code not in may:
        what = f"Op de controle `{one.code}` kan geen uitzondering zijn."
        helps = "Haal deze opmerking weg, en verbeter de tekst zelf."
    elif one.code not in may:
        what, meant = f"De controle `{shown(one.code)}` ken ik niet.", nearest(one.code, may) or ""
        helps = "" if meant else "Kijk op de bladzijde over controles welke namen er zijn."
    elif not one.reason:
        what, helps = "Bij deze uitzondering staat geen reden.", "Schrijf achter een dubbele punt waarom het hier mag."
    else:
        what = f"Deze uitzondering staat niets meer toe: `{one.code}` meldt hier niets."
        helps = "Haal de uitzondering weg."
    return Finding(one.path, one.line, one.column, CODE, what, helps, "error", meant, one.width)
