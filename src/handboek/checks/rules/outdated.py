"""Een stuk is in de laatste twee jaar nagelezen, en een telefoonnummer in het laatste jaar.

Wetten, namen en telefoonnummers veranderen. Lees het stuk helemaal na, of bel het nummer. Zet dan de dag van vandaag
bij `checked`.

Goed:

    # tools/guides/praatje.yml
    checked: 2026-11-01

Fout:

    # tools/guides/praatje.yml
    checked: 2019-05-01
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.dutch import day
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.system.clock import today

CODE = "verouderd"
SEVERITY = "warning"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each piece that nobody has read again, and each number that nobody has tried, for too long."""
    now = today()
    for piece in handbook.pieces.values():
        checked = getattr(piece.data, "checked", None)
        years = piece.kind.years
        if (
            checked
            and not piece.withdrawn
            and (checked.year + years, checked.month, checked.day) < (now.year, now.month, now.day)
        ):
            if piece.type == "number":
                what = f"Dit nummer is voor het laatst nagegaan op {day(checked)}: meer dan een jaar geleden."
                yield finding_at(piece, ("checked",), what, "Bel het nummer en zet de dag van vandaag bij `checked`.")
            else:
                what = f"Dit stuk is voor het laatst nagelezen op {day(checked)}: meer dan twee jaar geleden."
                yield finding_at(piece, ("checked",), what, "Lees het na en zet de dag van vandaag bij `checked`.")
