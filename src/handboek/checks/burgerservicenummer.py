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

from collections.abc import Iterator

from handboek.checks.spot import from_practice
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.privacy import BY_CODE

CODE = "burgerservicenummer"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each place in a lesson or example that looks like this."""
    sort = BY_CODE[CODE]
    for passage in from_practice(handbook):
        for start, end in sort.find(passage.value):
            yield passage.say_from(start, end, sort.what, sort.help)
