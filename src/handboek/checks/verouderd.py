"""Een stuk is in de laatste twee jaar nagelezen.

Wetten, namen en telefoonnummers veranderen. Lees het stuk helemaal na en zet dan de dag van vandaag bij `checked`.

Goed:

    # tools/guides/praatje.yml
    checked: 2026-11-01

Fout:

    # tools/guides/praatje.yml
    checked: 2019-05-01
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.clock import today
from handboek.checks.spot import at
from handboek.dutch import day
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "verouderd"
SEVERITY = "warning"

YEARS = 2


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each piece that nobody has read again for two years."""
    now = today()
    for piece in handbook.pieces.values():
        checked = getattr(piece.data, "checked", None)
        if (
            checked
            and not piece.withdrawn
            and (checked.year + YEARS, checked.month, checked.day) < (now.year, now.month, now.day)
        ):
            what = f"Dit stuk is voor het laatst nagelezen op {day(checked)}: meer dan twee jaar geleden."
            yield at(piece, ("checked",), what, "Lees het na en zet de dag van vandaag bij `checked`.")
