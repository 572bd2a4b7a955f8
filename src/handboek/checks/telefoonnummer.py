"""In een les of voorbeeld staat geen telefoonnummer van iemand.

Een nummer op de website blijft jaren vindbaar. Nummers die voor iedereen zijn, mogen wel: 112, 14 024, 0800 en 0900. Een
088-nummer mag ook, want dat is nooit van een mens. Is het een ander nummer van een organisatie? Noem haar dan bij haar
naam, of link naar haar website. Een uitzondering kan hier niet.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten, en noemden 0900-8844 voor wie de politie zoekt.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten, en schreven 06-12345678 op.
"""

from __future__ import annotations

from handboek.checks.spot import personal

CODE = "telefoonnummer"
SEVERITY = "error"

check = personal(CODE)
