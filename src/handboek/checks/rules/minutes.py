"""De minuten van een draaiboek kloppen.

Een trainer rekent op de klok. De minuten van de delen tellen op tot het totaal dat erboven staat.

Goed:

    # tools/scripts/ochtend.yml
    minutes: 60

Fout:

    # tools/scripts/ochtend.yml
    minutes: 75
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "minuten"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each script whose parts do not add up to its total."""
    for script in handbook.of("script"):
        total = sum(part.minutes for part in script.data.parts)
        if total != script.data.minutes:
            what = f"De delen duren samen {total} minuten, en hier staat {script.data.minutes}."
            yield finding_at(script, ("minutes",), what, f"Maak hiervan {total}, of pas de minuten van de delen aan.")
