"""In een les of voorbeeld staat geen telefoonnummer van iemand.

Een nummer op de website blijft jaren vindbaar. Nummers die voor iedereen zijn, mogen wel: 112, 0800 en 0900. Is het het
nummer van een organisatie die dat goedvindt? Zet er dan een uitzondering bij met de reden.

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

from collections.abc import Iterator

from handboek.checks.spot import from_practice
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE

CODE = "telefoonnummer"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each place in a lesson or example that looks like this."""
    sort = BY_CODE[CODE]
    for passage in from_practice(handbook):
        for start, end in sort.find(passage.value):
            yield passage.say_from(start, end, sort.what, sort.help)
