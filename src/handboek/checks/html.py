"""Een tekst bevat geen HTML.

Opmaak doe je met Markdown: `**vet**`, `*schuin*`, een lijst met streepjes. HTML verschijnt als gewone tekst, ook
op papier. In Markdown is het een fout, in YAML een waarschuwing.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten **iedereen**.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten <b>iedereen</b>.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.marks import marks
from handboek.checks.spot import passages
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.messages import shown

CODE = "html"
SEVERITY = "error"

INSTEAD = {
    "b": "Gebruik `**vet**`.",
    "strong": "Gebruik `**vet**`.",
    "i": "Gebruik `*schuin*`.",
    "em": "Gebruik `*schuin*`.",
    "a": "Gebruik `[tekst](adres)`.",
    "img": "Gebruik `![wat er te zien is](adres)`.",
    "br": "Begin een nieuwe alinea met een lege regel.",
    "ul": "Gebruik streepjes.",
    "li": "Gebruik streepjes.",
    "!--": "Een opmerking zou te lezen zijn; haal haar weg.",
}
HANDLER = re.compile(r"\{[^{}\n]*\b(?:on\w+|style)\s*=[^{}\n]*\}")
"""Attributes behind a word by which a hand-written page could run a script."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each piece of HTML; a closing tag goes with its opening tag."""
    for passage in passages(handbook):
        for mark in marks(passage.value, passage.block):
            if mark.kind != "html" or mark.words.startswith("</"):
                continue
            tag = (re.match(r"<(!--|[a-zA-Z0-9]*)", mark.words) or ["", ""])[1].lower()
            what = f"Hier staat HTML: `{shown(mark.words, 40)}`."
            helps = INSTEAD.get(tag, "Schrijf het zonder HTML, of haal het weg.")
            yield passage.say(what, helps, words=mark.words, nth=mark.nth, soft=not passage.in_markdown)
        if passage.entry.kind.type == "page":
            for found in HANDLER.finditer(passage.value):
                what = f"Een opdracht als `{shown(found[0], 40)}` kan hier niet."
                yield passage.say_from(*found.span(), what, "Haal hem weg.")
