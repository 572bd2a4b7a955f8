"""Elke fase heeft een eigen nummer.

Het nummer staat op de deur en bepaalt de volgorde. Begint de naam van de map met een ander nummer, dan zoekt
iedereen de fase op de verkeerde plek.

Goed:

    # phases/2-doen/phase.yml
    number: 2

Fout:

    # phases/2-doen/phase.yml
    number: 1
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece

CODE = "dubbel-nummer"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each phase whose number is taken, or differs from its folder's."""
    first: dict[int, Piece] = {}
    for phase in sorted(handbook.of("phase"), key=lambda piece: piece.path):
        number = phase.data.number
        other = first.setdefault(number, phase)
        folder = phase.path.split("/")[1].partition("-")[0]
        if other is not phase:
            what = f"Nummer {number} is al van de fase in `{other.path}`."
            yield finding_at(phase, ("number",), what, "Geef elke fase een eigen nummer.")
        elif folder != str(number):
            what = f"De map heet `{phase.path.split('/')[1]}` en de fase heeft nummer {number}."
            yield finding_at(phase, ("number",), what, "Maak het nummer en de naam van de map gelijk.")
