"""Het handboek heeft een methode.

In `phases/method.yml` staan de naam, de principes en de onderwerpen. Zonder dat bestand is er geen homepage, en wordt er
niets gebouwd.
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_in_file
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "methode"
SEVERITY = "error"

PATH = "phases/method.yml"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding where there is no method."""
    if PATH not in handbook.documents:
        yield finding_in_file(
            PATH, "De methode ontbreekt.", f"Maak `{PATH}`; kijk op de bladzijde over velden wat erin hoort."
        )
