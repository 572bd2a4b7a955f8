"""What a text is an exception to: comments that allow a finding, each with its reason."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from handboek.checks.rule import explained
from handboek.document import ALLOWANCE, COMMENT, Document
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.wording import nearest, shown

RULE = explained(
    "toegestaan",
    "error",
    """
    Een uitzondering staat erbij, met de reden.

    Soms klopt een melding niet voor jouw tekst. Zet dan een opmerking op dezelfde regel of op de regel erboven, met de naam
    van de controle en de reden. Boven een lange tekst geldt zij voor die hele tekst. Wie meeleest, ziet de reden: elke
    uitzondering staat in het overzicht bij een voorstel. In YAML is het `# toegestaan CONTROLE: reden`, in Markdown
    `<!-- toegestaan CONTROLE: reden -->`.

    Een uitzondering kan alleen bij controles waar een goede reden voor kan zijn: `onderwerp`, `opvultekst`, `letterteken`,
    `dubbel-genoemd`, `ongebruikt`, `verouderd`, `persoonsnaam`, `spelling`, `huiswoord`, `lange-zin`, `lijdende-vorm`,
    `ambtelijk`, `lange-woorden` en `uitroepteken`. Bij `persoonsnaam` kan het omdat iemand genoemd mag worden die dat zelf goedvindt. Wat over veiligheid
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
    """,
)


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
    about: dict[tuple[str, str], list[Allowance]] = defaultdict(list)
    for one in given:
        if one.reason and one.code in may:
            about[one.path, one.code].append(one)
    reach = {key: _reach(some) for key, some in about.items()}
    lines: dict[tuple[str, str], list[int]] = defaultdict(list)
    for finding in found:
        key = (finding.path, finding.code)
        if key in reach:
            lines[key].append(finding.line)
        if not _covered(finding, reach.get(key, [])):
            yield finding
    for some in lines.values():
        some.sort()
    for one in given:
        used = one.reason and _any_between(lines.get((one.path, one.code), []), one.line, one.last)
        if not used and not (one.code in idle and one.code in may and one.reason):
            yield _wrong(one, codes, may)


def every(handbook: Handbook) -> Iterator[Allowance]:
    """Every allowance that stands anywhere in the content, in the order of the files."""
    for document in handbook.documents.values():
        yield from allowances(document)


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
    return Finding(one.path, one.line, one.column, RULE.code, what, helps, "error", meant, one.width)
