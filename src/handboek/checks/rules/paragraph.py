"""Een korte tekst is één alinea.

Een titel, een punt van een lijst of een antwoord komt op één regel te staan. Een lege regel of een lijst daarin
verdwijnt: alles loopt achter elkaar door. Alleen lange teksten, zoals een brief of een verhaal, hebben alinea's. Zo'n
tekst staat achter `|`: anders verdwijnt een lege regel ook daar.

Goed:

    # tools/guides/praatje.yml
    goal: >-
      Je leert iemand kennen. Je weet daarna
      hoe iemand heet.

Fout:

    # tools/guides/praatje.yml
    goal: |
      Je leert iemand kennen.
      Je weet hoe iemand heet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.checks.rules import lists, unintended
from handboek.finding import Finding

CODE = "alinea"
SEVERITY = "error"

CLOSER = (lists.check_text, unintended.check_text)
"""What looks closer at such a text, and says what it is that runs on: a list, a heading, an empty line."""


JOINED = re.compile(r"(?<=[^\s|])\n(?=\w)")
"""The end of a line before running text, as YAML leaves it of an empty line."""


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each text of one line that holds a line break, where no other rule tells what stands behind it, and
    for each longer text of which YAML took away an empty line.
    """
    entry = passage.entry
    if passage.block and not passage.in_markdown and entry.document.folds((*entry.loc, *passage.loc)):
        if found := JOINED.search(passage.value):
            what = "Hier staat een lege regel, en die verdwijnt: de twee alinea's komen achter elkaar te staan."
            helps = "Zet achter de naam van het veld alleen `|`, en begin de tekst op de regel eronder."
            yield passage.say_from(found.end(), found.end() + 1, what, helps)
        return
    if not passage.block and "\n" in passage.value and not any(any(look(passage)) for look in CLOSER):
        what = "Deze tekst heeft meer dan één alinea, en komt op de bladzijde achter elkaar te staan."
        helps = "Maak er één alinea van, zonder lege regel en met elke regel even ver naar rechts, of verdeel hem over meer punten."
        yield passage.say(what, helps, words=passage.value.split("\n")[0])
