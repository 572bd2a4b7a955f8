"""Een vertaling is compleet, en bij met het Nederlands.

Verandert een Nederlandse tekst, dan zijn precies de vertalingen van die tekst verouderd. De bladzijde en het blad zeggen
dat er dan bij. Wat er nog niet is, staat daar in het Nederlands. Stuur het naar wie de taal spreekt:
`handboek language out ar berichten/groet`.

Goed:

    # tools/languages/en/groet.yml
    language: en

Fout:

    # tools/languages/en/groet.yml
    texts: [{at: title, dutch: 00000000, text: Greeting}]
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.translations import left_over, matched, translatable
from handboek.wording import quoted, shown

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
        there = matched(piece, one.data)
        if missing := [match.unit.at for match in there if match.given is None]:
            what = f"Nog niet vertaald: {quoted(missing, 'en')}."
            yield finding_at(one, ("texts",), what, helps, key=True, severity="warning")
        for match in there:
            if match.given and match.stale:
                what = f"De Nederlandse tekst is intussen anders: “{shown(match.unit.text, 60)}”"
                yield finding_at(one, ("texts", numbers[id(match.given)], "text"), what, helps, severity="warning")
        for given in left_over(piece, one.data):
            what = f"De plek `{given.at}` is er in het Nederlands niet meer."
            loc = ("texts", numbers[id(given)], "at")
            yield finding_at(one, loc, what, "Haal deze tekst weg.", severity="warning")
