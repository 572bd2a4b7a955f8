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
from functools import lru_cache

from handboek.checks.passages import passages
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "opvultekst"
SEVERITY = "error"

FILLER = re.compile(r"(?i:\blorem\s+ipsum\b)|\b(?:TODO|FIXME|TBD|TK)\b|\b[xX]{3,}\b|\?{3,}|\bnog (?:in te )?vullen\b")


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each word that holds a place for a text to come."""
    for passage in passages(handbook):
        for start, end in _fillers(passage.value):
            what = f"Hier staat nog opvultekst: `{passage.value[start:end]}`."
            yield passage.say_from(start, end, what, "Schrijf wat hier hoort, of haal het weg.")


@lru_cache(maxsize=20_000)
def _fillers(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in FILLER.finditer(text))
