"""In een les of voorbeeld staat geen nummer van een bankrekening.

Ook niet van een bewonersgroep: het nummer wijst naar mensen, en het kan veranderen. Zeg wie er over het geld gaat.

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

from collections.abc import Iterator

from handboek.checks.spot import from_practice
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE

CODE = "rekeningnummer"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each place in a lesson or example that looks like this."""
    sort = BY_CODE[CODE]
    for passage in from_practice(handbook):
        for start, end in sort.find(passage.value):
            yield passage.say_from(start, end, sort.what, sort.help)
