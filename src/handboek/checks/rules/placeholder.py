"""De voorbeelden van een nieuw project zijn vervangen.

`handboek start` maakt een handboek met voorbeelden. Boven alles wat van jou moet worden, staat een opmerking met *Vervang*. Deze
controle noemt per bestand wat er nog ligt. Schrijf het er zelf, en haal de opmerking dan weg. Tot die tijd weigert
`handboek build --release`: een voorbeeld hoort niet op de website of op papier.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.

Fout:

    # tools/guides/praatje.yml
    # Vervang: waar het gesprek voor is.
    goal: Je leert iemand kennen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.document import Document
from handboek.dutch import count
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.load import kind_of

CODE = "voorbeeld"
SEVERITY = "warning"

MARK = re.compile(r"^\s*#.*?\bVervang\b:?\s*([^.;]*)")
"""A comment that says what to replace; the rest of it is advice."""
TOLD = 3
"""How many are told of a file."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each file in which something of the example still waits to be replaced."""
    for path, document in handbook.documents.items():
        wanted = list(_wanted(document)) if kind_of(path) else []
        if wanted:
            shown = "; ".join(f"{what} (regel {line})" for line, what in wanted[:TOLD])
            more = f"; en nog {count(len(wanted) - TOLD, 'plek', 'plekken')}" if len(wanted) > TOLD else ""
            what = f"Hier staat nog een voorbeeld. Vervang {shown}{more}."
            helps = "Schrijf het er zelf, en haal dan de regel met `Vervang` weg."
            yield Finding(path, wanted[0][0], 1, CODE, what, helps, "warning")


def _wanted(document: Document) -> Iterator[tuple[int, str]]:
    """The lines of a file's data that say what to replace, with what they say."""
    last = document.body_line - 1 if document.path.endswith(".md") else len(document.lines)
    for number, line in enumerate(document.lines[:last], 1):
        if found := MARK.match(line):
            yield number, found[1].strip() or "wat hieronder staat"
