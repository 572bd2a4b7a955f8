"""In een werkmap zit iets om te printen.

Een werkmap verzamelt een fase, een draaiboek, lijsten of het hele handboek, of noemt de stukken een voor een.

Goed:

    # tools/packs/alles.yml
    phase: kijken

Fout:

    # tools/packs/alles.yml
    pieces: []
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.spot import at
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "werkmap"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each pack that holds nothing."""
    for piece in handbook.of("pack"):
        pack = piece.data
        if not (pack.pieces or pack.phase or pack.script or pack.all_of or pack.whole):
            what = "In deze werkmap zit niets."
            yield at(
                piece, (), what, "Noem stukken bij `pieces`, of verzamel ze met `phase`, `script`, `all_of` of `whole`."
            )
