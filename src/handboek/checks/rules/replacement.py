"""Wat voor een ingetrokken stuk in de plaats komt, is zelf te gebruiken.

Wie een oud blad heeft, scant de code en leest bij `instead` wat er nu te gebruiken is. Dat kan niet het ingetrokken stuk
zelf zijn, en ook geen stuk dat ook is ingetrokken of nog een concept is.

Goed:

    # tools/worksheets/tabelletje.yml
    withdrawn: {date: 2026-11-20, reason: De kolommen kloppen niet., instead: werkbladen/lijstje}
    # phases/1-kijken/steps/rondje-lopen.yml
    worksheets: [lijstje]

Fout:

    # tools/worksheets/tabelletje.yml
    withdrawn: {date: 2026-11-20, reason: De kolommen kloppen niet., instead: werkbladen/tabelletje}
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "vervanging"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each replacement that nobody can use."""
    for piece in handbook.pieces.values():
        instead = piece.withdrawn.instead if piece.withdrawn else None
        other = handbook.at(instead) if instead else None
        if other and (other.withdrawn or other.draft):
            what = (
                "Een ingetrokken stuk kan zichzelf niet vervangen."
                if other.key == piece.key
                else f"`{instead}` is zelf {'ingetrokken' if other.withdrawn else 'nog een concept'}."
            )
            yield finding_at(
                piece, ("withdrawn", "instead"), what, "Noem een stuk dat te gebruiken is, of haal `instead` weg."
            )
