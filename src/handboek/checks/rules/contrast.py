"""Witte letters zijn te lezen op de kleur van een fase, en op die van de methode.

De deur van een fase heeft witte letters, en zo ook het logo en de knoppen in de kleur van de methode. Voor wie minder goed ziet, moet het verschil groot genoeg zijn: 4,5 op 1.

Goed:

    # phases/1-kijken/phase.yml
    colour: "#1d4e7a"

Fout:

    # phases/1-kijken/phase.yml
    colour: "#f2c94c"
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.colours import LEAST, contrast, nearest
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "contrast"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each colour on which white letters cannot be read."""
    for piece in (*handbook.of("method"), *handbook.of("phase")):
        ratio = contrast(piece.data.colour)
        if ratio < LEAST:
            shown = f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
            what = f"Witte letters zijn op `{piece.data.colour}` slecht te lezen: {shown} op 1. Minstens 4,5 op 1 is nodig."
            helps = f"Kies een donkerder kleur. De eerste die het haalt, is `{nearest(piece.data.colour)}`."
            yield finding_at(piece, ("colour",), what, helps)
