"""In een les of voorbeeld staat de naam van een mens alleen als die dat goedvindt.

Schrijf wie het is in plaats van hoe iemand heet: een bewoner, de opbouwwerker. De controle kent geen namen, zij vermoedt
ze: na *mevrouw* of *meneer*, na een voorletter, en bij een voornaam die veel voorkomt. Vindt de mens het goed? Zet er dan
een uitzondering bij met de reden.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten een bewoner in Mooi Leven.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten mevrouw Bakker.
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.spot import from_practice
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE

CODE = "persoonsnaam"
SEVERITY = "warning"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each place in a lesson or example that looks like this."""
    sort = BY_CODE[CODE]
    for passage in from_practice(handbook):
        for start, end in sort.find(passage.value):
            yield passage.say_from(start, end, sort.what, sort.help)
