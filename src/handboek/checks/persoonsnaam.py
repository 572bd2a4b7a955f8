"""In een les of voorbeeld staat de naam van een mens alleen als die dat goedvindt.

Schrijf wie het is in plaats van hoe iemand heet: een buur, een vrijwilliger. De controle kent geen namen, zij vermoedt
ze: na *mevrouw* of *meneer*, na een voorletter, en bij een voornaam die veel voorkomt. Vindt de mens het goed? Zet er dan
een uitzondering bij met de reden.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten een buur in Mooi Leven.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten mevrouw Bakker.
"""

from __future__ import annotations

from handboek.checks.spot import personal

CODE = "persoonsnaam"
SEVERITY = "warning"

check = personal(CODE)
