"""Wat iemand doet, zegt wie het doet.

Een lezer zoekt op zijn rol. Zodra er rollen zijn, noemt elke fase wie haar trekt, en elke stap, elk gesprek en elk
draaiboek wie het doet. Een methode zonder rollen mag ook.

Goed:

    # tools/guides/praatje.yml
    roles: [buurvrouw]

Fout:

    # tools/guides/praatje.yml
    roles: []
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.introspect import fields_of
from handboek.model.kinds import BY_TYPE
from handboek.wording import quoted

CODE = "wie"
SEVERITY = "error"
MANY = 8
"""Of so many there is no use in naming all."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each field that must name a piece of a kind as soon as there is one, and names none."""
    for piece in handbook.pieces.values():
        for name, field in fields_of(piece.kind.model).items() if not piece.withdrawn else ():
            refers = (field.shape.item or field.shape).refers
            if refers and refers.wanted and not getattr(piece.data, name) and (there := handbook.of(refers.kind)):
                what = f"Bij `{field.key}` staat niet welke {BY_TYPE[refers.kind].name} dit doet."
                known = quoted([one.slug for one in there], "en") if len(there) <= MANY else ""
                yield finding_at(piece, ("title",), what, f"Noem er een. Er is: {known}." if known else "Noem er een.")
