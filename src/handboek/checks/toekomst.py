"""Een dag die voorbij hoort te zijn, ligt niet in de toekomst.

Nagelezen, opgeschreven of bevestigd is iets pas als de dag er geweest is. Vaak is het een tikfout in het jaar.

Goed:

    # tools/guides/praatje.yml
    checked: 2026-11-01

Fout:

    # tools/guides/praatje.yml
    checked: 2062-11-01
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from handboek.checks.clock import today
from handboek.checks.spot import at
from handboek.dutch import day
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "toekomst"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each day that is still to come."""
    now = today()
    for piece in handbook.pieces.values():
        for name in type(piece.data).model_fields:
            value = getattr(piece.data, name)
            if isinstance(value, datetime.date) and value > now:
                what = f"De dag bij `{name}` moet nog komen: {day(value)}."
                yield at(piece, (name,), what, f"Vandaag is het {day(now)}. Kijk naar het jaar en de maand.")
