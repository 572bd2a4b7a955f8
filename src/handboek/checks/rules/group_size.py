"""De groep van een draaiboek klopt met zichzelf.

De gewone groep ligt tussen de kleinste en de grootste, en een groepje is niet groter dan de hele groep. Daaruit
volgt hoeveel bladen iemand print.

Goed:

    # tools/scripts/ochtend.yml
    group: {least: 4, most: 12, usual: 8, per_group: 4}

Fout:

    # tools/scripts/ochtend.yml
    group: {least: 4, most: 12, usual: 16, per_group: 4}
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "groepsgrootte"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each group whose numbers are out of order."""
    for script in handbook.of("script"):
        group = script.data.group
        if group.least > group.most:
            what = f"De kleinste groep ({group.least}) is groter dan de grootste groep ({group.most})."
            yield finding_at(script, ("group", "least"), what, "Draai ze om, of pas een van de twee aan.")
        elif not group.least <= group.usual <= group.most:
            what = f"De gewone groep ({group.usual}) ligt niet tussen {group.least} en {group.most}."
            yield finding_at(script, ("group", "usual"), what, "Kies een aantal dat ertussen ligt.")
        elif group.per_group > group.most:
            what = f"Een groepje ({group.per_group}) is groter dan de hele groep ({group.most})."
            yield finding_at(script, ("group", "per_group"), what, "Maak de groepjes kleiner.")
