"""Wie een vertaling nakeek, is een organisatie.

Een vertaling noemt geen mensen. Wie de taal spreekt en meeleest, wordt anders voor altijd gevonden bij die ene brief. Namen
vermoedt de controle, zoals in een les: na *mevrouw* of *meneer*, na een voorletter, en bij een voornaam die veel voorkomt.

Goed:

    # tools/languages/en/groet.yml
    reviews: [{what: nagekeken, organisation: Buurthuis, date: 2026-11-02, covers: [04a7e111]}]

Fout:

    # tools/languages/en/groet.yml
    reviews: [{what: nagekeken, organisation: mevrouw Bakker, date: 2026-11-02, covers: [04a7e111]}]
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE

CODE = "nagekeken"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each review that seems to name somebody."""
    for one in handbook.of("translation"):
        for number, review in enumerate(one.data.reviews):
            if any(kind.find(review.organisation) for kind in BY_CODE.values()):
                what = "Hier lijkt de naam van een mens te staan, of iets waarmee een mens te vinden is."
                yield finding_at(one, ("reviews", number, "organisation"), what, "Noem alleen de organisatie.")
