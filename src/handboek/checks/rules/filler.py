"""In een stuk staat geen opvultekst meer.

Wat je tijdelijk neerzet om later in te vullen, hoort niet op de website of op papier.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.

Fout:

    # tools/guides/praatje.yml
    goal: TODO nog schrijven
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.finding import Finding

CODE = "opvultekst"
SEVERITY = "error"

FILLER = re.compile(r"(?i:\blorem\s+ipsum\b)|\b(?:TODO|FIXME|TBD|TK)\b|\b[xX]{3,}\b|\?{3,}|\bnog (?:in te )?vullen\b")


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each word that holds a place for a text to come."""
    for found in FILLER.finditer(passage.value):
        what = f"Hier staat nog opvultekst: `{found[0]}`."
        yield passage.say_from(*found.span(), what, "Schrijf wat hier hoort, of haal het weg.")
