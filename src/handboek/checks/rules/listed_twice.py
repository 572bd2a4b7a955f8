"""In een lijst staat elk stuk één keer.

Twee keer dezelfde verwijzing geeft twee keer dezelfde link. Vaak is er iets anders bedoeld.

Goed:

    # phases/1-kijken/steps/rondje-lopen.yml
    worksheets: [lijstje, tabelletje]

Fout:

    # phases/1-kijken/steps/rondje-lopen.yml
    worksheets: [lijstje, tabelletje, lijstje]
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.document import Loc
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.text import Refers

CODE = "dubbel-genoemd"
SEVERITY = "warning"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each value that stands in the same list before."""
    for piece in handbook.pieces.values():
        seen: set[tuple[Loc, str]] = set()
        for leaf in piece.leaves():
            if not isinstance(leaf.loc[-1], int) or not isinstance(leaf.marker, Refers):
                continue
            if (leaf.loc[:-1], leaf.value) in seen:
                what = f"Dit staat al eerder in de lijst `{_list(leaf.loc)}`."
                yield finding_at(piece, leaf.loc, what, "Haal er een weg.")
            seen.add((leaf.loc[:-1], leaf.value))


def _list(loc: Loc) -> str:
    return str(next(part for part in reversed(loc) if isinstance(part, str)))
