"""In een les of voorbeeld staat geen e-mailadres.

Wie een adres op een website zet, bezorgt die mens post van vreemden. Link naar de website van de organisatie. Het adres
van de redactie mag er staan.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten, en wezen naar [de website](https://example.org/).

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten, en gaven post@example.org door.
"""

from __future__ import annotations

from handboek.checks.spot import personal

CODE = "mailadres"
SEVERITY = "error"

check = personal(CODE)
