"""In een les of voorbeeld staat geen burgerservicenummer.

Een getal van negen cijfers dat de elfproef doorstaat, is bijna altijd het nummer van een mens. Dat mag jij niet eens
bewaren.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten en telden 123456789 stappen.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten, en op het briefje stond 123456782.
"""

from __future__ import annotations

from handboek.checks.spot import personal

CODE = "burgerservicenummer"
SEVERITY = "error"

check = personal(CODE)
