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

from collections.abc import Iterator

from handboek.checks.spot import from_practice
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE

CODE = "mailadres"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each place in a lesson or example that looks like this."""
    sort = BY_CODE[CODE]
    for passage in from_practice(handbook):
        for start, end in sort.find(passage.value):
            yield passage.say_from(start, end, sort.what, sort.help)
