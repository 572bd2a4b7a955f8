"""Een les die uit een bron komt, noemt die bron.

Een lezer wil kunnen nakijken waar een les vandaan komt. Bij `experience: bron` staat dus ook `source`.

Goed:

    # docs/lessen/groet-eerst.md
    ---
    experience: bron
    source: boekje
    ---

Fout:

    # docs/lessen/groet-eerst.md
    ---
    experience: bron
    source: []
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "herkomst"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each lesson from a source that names none."""
    for lesson in handbook.of("lesson"):
        if lesson.data.experience == "bron" and not lesson.data.source:
            what = "Deze les komt uit een bron, en de bron staat er niet bij."
            yield finding_at(
                lesson, ("experience",), what, "Zet bij `source` de sleutel van de bron uit `phases/sources.yml`."
            )
