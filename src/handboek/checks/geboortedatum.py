"""In een les of voorbeeld staat geen geboortedatum.

Met een geboortedatum en een straat is een mens gevonden. Een leeftijd ongeveer is genoeg.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten op 12 maart 2024 een vrouw van begin zestig.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten een vrouw, geboren op 12 maart 1961.
"""

from __future__ import annotations

from handboek.checks.spot import personal

CODE = "geboortedatum"
SEVERITY = "error"

check = personal(CODE)
