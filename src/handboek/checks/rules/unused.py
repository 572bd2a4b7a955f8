"""Wat er staat, wordt ook gebruikt.

Een gesprek, werkblad of bericht dat bij geen stap, draaiboek of rol hoort, vindt niemand. Een bron die niemand
noemt, hoort niet in de lijst. Een rol zonder werk ook niet.

Goed:

    # phases/1-kijken/steps/rondje-lopen.yml
    worksheets: [lijstje, tabelletje]

Fout:

    # tools/worksheets/nieuw-blad.yml
    title: Een nieuw blad dat nergens bij hoort
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from handboek.checks.passages import finding_at, passages
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.macros import MACROS

CODE = "ongebruikt"
SEVERITY = "warning"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each piece that no other piece names. What a file names that is wrong itself counts."""
    pieces = [piece for piece in handbook.pieces.values() if not piece.withdrawn]
    named = {key for piece in pieces for key in piece.names if key != piece.key}
    loose = [piece for piece in pieces if piece.kind.unused and piece.key not in named]
    unread = any(entry.document.node is None and not entry.document.text for entry in handbook.entries)
    if not loose or unread:  # nobody knows what a file names whose text could not be read either
        return
    words = {word for entry in handbook.entries if entry.model is None for word in _words(entry.document.data)}
    for entry in handbook.entries:
        if entry.document.node is None:
            words |= set(re.findall(r"[a-z0-9-]+", entry.document.text))
    for passage in passages(handbook):
        if passage.entry.kind.written:
            words |= {mark.words.strip("/").rpartition("/")[2] for mark in passage.marks}
            words |= set(re.findall(rf"""(?:{"|".join(MACROS)})\( *["']([a-z0-9-]+)["'] *\)""", passage.value))
    for piece in loose:
        if piece.slug not in words:
            loc = (piece.kind.slug_from or "title",)
            what = f"Geen enkel stuk gebruikt {piece.kind.this} {piece.kind.name}."
            yield finding_at(piece, loc, what, piece.kind.unused)


def _words(data: Any) -> Iterator[str]:
    """Every value in what was read, and the last part of it where it is an address."""
    if isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _words(value)
    elif isinstance(data, str):
        yield data.rpartition("/")[2]
