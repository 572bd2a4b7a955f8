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
from functools import lru_cache

from pydantic import BaseModel

from handboek.checks.passages import finding_at
from handboek.document import Loc
from handboek.dutch import day
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.system.clock import today

CODE = "toekomst"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each day that is still to come."""
    now = today()
    for piece in handbook.pieces.values():
        for loc, value in _all_days(piece.entry):
            if value > now:
                what = f"De dag bij `{loc[-1]}` moet nog komen: {day(value)}."
                yield finding_at(piece, loc, what, f"Vandaag is het {day(now)}. Kijk naar het jaar en de maand.")


@lru_cache(maxsize=20_000)
def _all_days(entry: Entry) -> tuple[tuple[Loc, datetime.date], ...]:
    return tuple(_days(entry.model, ()))


def _days(value: object, loc: Loc) -> Iterator[tuple[Loc, datetime.date]]:
    """Every day in a model, with the way to it."""
    if isinstance(value, datetime.date):
        yield loc, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _days(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _days(inner, (*loc, index))
