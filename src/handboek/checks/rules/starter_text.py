"""De starttekst van een nieuw stuk is vervangen.

`handboek new` maakt een bestand waar alles in staat wat nodig is. Wat je nog niet wist, begint met *Beschrijf hier:* en
zegt wat er hoort te staan. Deze controle noemt elke plek, tot je er zelf iets hebt geschreven.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.

Fout:

    # tools/guides/praatje.yml
    goal: "Beschrijf hier: waar het gesprek voor is"
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.finding import Finding

CODE = "starttekst"
SEVERITY = "warning"

STARTER = "Beschrijf hier:"


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each text that still begins as `handboek new` wrote it."""
    if passage.value.startswith(STARTER):
        wanted = passage.value.removeprefix(STARTER).split("\n")[0].strip()
        yield passage.say(f"Hier staat nog de starttekst: {wanted}.", "Schrijf het er zelf.", words=STARTER)
