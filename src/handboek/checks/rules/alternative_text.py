"""Elke afbeelding heeft een tekst voor wie haar niet ziet.

Schrijf tussen de vierkante haken wat er te zien is. Wie de bladzijde laat voorlezen, hoort die tekst.

Goed:

    # docs/over-deze-methode.md
    Zie [de bron](https://example.org/).

Fout:

    # docs/over-deze-methode.md
    ![](/straat.png)
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.finding import Finding

CODE = "alternatief"
SEVERITY = "error"

NOTHING = {"", "afbeelding", "foto", "plaatje", "image", "img", "logo", "picture", "tekst"}


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each picture without words that say what it shows."""
    for mark in passage.marks:
        if mark.kind == "image" and (
            mark.text.strip().lower() in NOTHING or mark.text == mark.words.rpartition("/")[2]
        ):
            what = "Bij deze afbeelding staat niet wat er te zien is."
            yield passage.say_mark(mark, what, "Schrijf dat tussen de vierkante haken: `![wat er te zien is](adres)`.")
