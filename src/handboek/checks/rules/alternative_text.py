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

from handboek.checks.marks import marks
from handboek.checks.passages import passages
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "alternatief"
SEVERITY = "error"

NOTHING = {"", "afbeelding", "foto", "plaatje", "image", "img", "logo", "picture", "tekst"}


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each picture without words that say what it shows."""
    for passage in passages(handbook):
        for mark in marks(passage.value, passage.block):
            if mark.kind == "image" and (
                mark.text.strip().lower() in NOTHING or mark.text == mark.words.rpartition("/")[2]
            ):
                what = "Bij deze afbeelding staat niet wat er te zien is."
                yield passage.say_mark(
                    mark, what, "Schrijf dat tussen de vierkante haken: `![wat er te zien is](adres)`."
                )
