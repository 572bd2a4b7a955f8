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

from collections.abc import Iterator

from handboek.checks.spot import from_practice
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE

CODE = "geboortedatum"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each place in a lesson or example that looks like this."""
    sort = BY_CODE[CODE]
    for passage in from_practice(handbook):
        for start, end in sort.find(passage.value):
            yield passage.say_from(start, end, sort.what, sort.help)
