"""In een les of voorbeeld staat geen nummer van een bankrekening.

Ook niet van een groep: het nummer wijst naar mensen, en het kan veranderen. Zeg wie er over het geld gaat.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten; het geld loopt via de penningmeester.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten; het geld ging naar NL91 ABNA 0417 1643 00.
"""

from __future__ import annotations

from handboek.checks.spot import personal

CODE = "rekeningnummer"
SEVERITY = "error"

check = personal(CODE)
