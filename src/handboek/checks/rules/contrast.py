"""Witte letters zijn te lezen op de kleur van een fase.

De deur van een fase heeft witte letters. Voor wie minder goed ziet, moet het verschil groot genoeg zijn: 4,5 op 1.

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
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "contrast"
SEVERITY = "error"

LEAST = 4.5


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each colour on which white letters cannot be read."""
    for phase in handbook.of("phase"):
        ratio = contrast(phase.data.colour)
        if ratio < LEAST:
            shown = f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
            what = f"Witte letters zijn op `{phase.data.colour}` slecht te lezen: {shown} op 1. Minstens 4,5 op 1 is nodig."
            yield finding_at(phase, ("colour",), what, "Kies een donkerder kleur.")


def contrast(colour: str) -> float:
    """The contrast of white on a colour, as WCAG defines it."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
