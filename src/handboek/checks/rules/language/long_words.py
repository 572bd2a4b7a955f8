"""In een alinea is hoogstens een op de acht woorden heel lang.

Een lang woord is een woord van meer dan twaalf letters, zoals *samenwerkingsovereenkomst*. Eentje mag best. Staan er
veel bij elkaar, dan haakt een lezer af. Vaak zegt een werkwoord het korter: *samen afspreken*.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen. Vraag wat die graag doet, wie die kent in de straat en waar die graag komt.

Fout:

    # tools/guides/praatje.yml
    goal: >-
      Bewonersbegeleiding en terugkoppelingsmomenten zijn goed voor de kennismaking en de samenwerkingsbereidheid van
      wie hier woont of werkt en van wie hier vaak komt.
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.checks.sentences import paragraphs
from handboek.finding import Finding

CODE = "lange-woorden"
SEVERITY = "warning"

LONG = 13
"""From this many letters a word is long."""
ONE_IN = 8
LEAST = 20
"""In a shorter paragraph one word would already be too many."""


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each paragraph with too many long words, at the first of them."""
    if passage.theirs:
        return
    for paragraph in paragraphs(passage.value):
        words = paragraph.words()
        long = [(start, word) for start, word in words if len(word) >= LONG]
        if len(words) >= LEAST and len(long) * ONE_IN > len(words):
            start, word = long[0]
            shown = ", ".join(f"`{each}`" for _, each in long)
            what = f"Hier staan veel lange woorden bij elkaar: {shown}."
            yield passage.say_from(start, start + len(word), what, "Zeg het met kortere woorden, of in meer zinnen.")
