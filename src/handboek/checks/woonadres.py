"""In een les of voorbeeld staat geen adres waar iemand woont.

Een huisnummer bij een straat of een postcode wijst één voordeur aan. Noem de straat, het gebouw of de wijk. Een
huisnummer alleen is van niemand, zolang er geen naam bij staat.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten in de Dorpsstraat, met 40 deuren.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten op Dorpsstraat 12.
"""

from __future__ import annotations

from handboek.checks.spot import personal

CODE = "woonadres"
SEVERITY = "error"

check = personal(CODE)
