"""In een les of voorbeeld staat geen adres waar iemand woont.

Postcode met huisnummer wijst één voordeur aan. Noem de straat, het gebouw of de wijk.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten in de Dorpsstraat, met 40 woningen.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten op Dorpsstraat 12, 1234 AB.
"""

from __future__ import annotations

from handboek.checks.spot import personal

CODE = "woonadres"
SEVERITY = "error"

check = personal(CODE)
