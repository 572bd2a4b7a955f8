"""Koppen volgen elkaar op zonder een niveau over te slaan.

Wie de bladzijde laat voorlezen, springt van kop naar kop. Onder `##` komt `###`, niet meteen `####`. Elke kop heeft
tekst. De titel staat
bij de gegevens; in een les begint een eigen kop dus met `###`.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    ### Op straat

    We groetten.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    #### Op straat

    We groetten.
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.finding import Finding
from handboek.model.introspect import sections

CODE = "koppen"
SEVERITY = "error"


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each heading that is more than one level below the one before it, or as high as a title."""
    if passage.entry.kind.below:
        return  # a block by itself, which `vertaling` holds to the Dutch one
    found = [mark for mark in passage.marks if mark.kind == "heading"]
    highest = _highest(passage) if found else 1
    level = highest - 1
    for mark in found:
        if not mark.text.strip():
            yield passage.say_mark(mark, "Deze kop heeft geen tekst.", "Schrijf de kop, of haal de hekjes weg.")
            continue
        if mark.level < highest:
            what = f"De kop `{mark.text}` staat te hoog."
            yield passage.say_mark(mark, what, f"Begin de regel met `{'#' * highest}`.")
            continue
        if mark.level > level + 1:
            what = f"Voor de kop `{mark.text}` is een niveau overgeslagen."
            yield passage.say_mark(mark, what, f"Begin de regel met `{'#' * (level + 1)}`.")
        level = mark.level


def _highest(passage: Passage) -> int:
    """The highest level that a heading in this text may have."""
    if passage.entry.kind.written:
        return 1
    return 3 if sections(passage.entry.kind.model).get(str(passage.loc[0])) else 2
