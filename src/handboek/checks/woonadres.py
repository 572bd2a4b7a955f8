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

from collections.abc import Iterator

from handboek.checks.spot import from_practice
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE

CODE = "woonadres"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each place in a lesson or example that looks like this."""
    sort = BY_CODE[CODE]
    for passage in from_practice(handbook):
        for start, end in sort.find(passage.value):
            yield passage.say_from(start, end, sort.what, sort.help)
