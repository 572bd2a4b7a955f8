"""Een zin heeft hoogstens 25 woorden.

Wie een lange zin leest, is aan het eind het begin vergeten. Bij de meeste zinnen is twintig woorden al veel. Knip de zin
bij een komma of een dubbele punt, en begin opnieuw met wie er iets doet.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen. Vraag wat die graag doet. Vertel dan ook iets over jezelf.

Fout:

    # tools/guides/praatje.yml
    goal: >-
      Je leert iemand kennen die in dezelfde straat woont als jij en je vraagt wat die graag doet, terwijl je ook zelf
      iets vertelt over wat je in het weekend van plan bent.
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.checks.sentences import paragraphs, sentences
from handboek.finding import Finding

CODE = "lange-zin"
SEVERITY = "warning"

MOST = 25


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each sentence that is too long, at its first word."""
    if passage.theirs:
        return
    for paragraph in paragraphs(passage.value):
        for sentence in sentences(paragraph):
            words = sentence.words()
            if len(words) > MOST:
                start, word = words[0]
                what = f"Deze zin heeft {len(words)} woorden, en er mogen er hoogstens {MOST} in staan."
                yield passage.say_from(start, start + len(word), what, "Maak er twee of drie zinnen van.")
