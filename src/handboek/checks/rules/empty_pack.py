"""In een werkmap zit iets om te printen.

Een werkmap verzamelt een fase, een draaiboek, lijsten of het hele handboek, of noemt de stukken een voor een. Wat is
ingetrokken, telt niet mee.

Goed:

    # tools/packs/alles.yml
    phase: kijken

Fout:

    # tools/packs/alles.yml
    pieces: []
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.pack import gather

CODE = "werkmap"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each pack that holds nothing."""
    for piece in handbook.of("pack"):
        pack = piece.data
        if not (pack.pieces or pack.phase or pack.script or pack.all_of or pack.whole):
            what = "In deze werkmap zit niets."
            yield finding_at(
                piece, (), what, "Noem stukken bij `pieces`, of verzamel ze met `phase`, `script`, `all_of` of `whole`."
            )
        elif not piece.withdrawn and gather(handbook, pack) and not gather(handbook.offered, pack):
            what = "Alles in deze werkmap is ingetrokken."
            yield finding_at(
                piece, ("title",), what, "Noem andere stukken, of trek de werkmap zelf ook in met `withdrawn`."
            )
