"""Een vertaling is compleet, en bij met het Nederlands.

Verandert een Nederlandse tekst, dan zijn precies de vertalingen van die tekst verouderd. De bladzijde en het blad zeggen
dat er dan bij. Wat er nog niet is, staat daar in het Nederlands. Stuur het naar wie de taal spreekt:
`handboek language out ar berichten/briefje`.

Goed:

    # tools/languages/en/briefje.yml
    language: en

Fout:

    # tools/languages/en/briefje.yml
    texts: [{at: title, dutch: 00000000, text: Note}]
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.translations import left_over, matched, translatable
from handboek.wording import shown

CODE = "oude-vertaling"
SEVERITY = "warning"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each Dutch text that changed since, each that stands in no file, and each text of before."""
    for one in handbook.of("translation"):
        piece = handbook.at(one.data.of)
        if not piece or not translatable(piece):
            continue
        numbers = {id(given): number for number, given in enumerate(one.data.texts)}
        helps = f"Stuur het naar wie de taal spreekt: `handboek language out {one.data.language} {one.data.of}`."
        for match in matched(piece, one.data):
            dutch = shown(match.unit.text, 60)
            if match.given is None:
                what = f"De tekst op de plek `{match.unit.at}` is er nog niet: {dutch}"
                yield finding_at(one, ("texts",), what, helps, key=True, severity="warning")
            elif match.stale:
                what = f"De Nederlandse tekst is veranderd: {dutch}"
                yield finding_at(one, ("texts", numbers[id(match.given)], "text"), what, helps, severity="warning")
        for given in left_over(piece, one.data):
            what = f"De plek `{given.at}` is er in het Nederlands niet meer."
            loc = ("texts", numbers[id(given)], "at")
            yield finding_at(one, loc, what, "Haal deze tekst weg.", severity="warning")
