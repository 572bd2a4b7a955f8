"""Een tekst bevat geen opdrachten aan de website.

Tekens als `{{ … }}`, `{% … %}` en `--8<--` zijn opdrachten waarmee iemand een ander bestand invoegt of code draait.
In de teksten van het handboek werken ze niet: ze verschijnen als tekst. In Markdown is het een fout, in YAML een
waarschuwing. Alleen een bladzijde met `macros: true` mag stukken invoegen met `{{ stap("…") }}`. Zo'n stuk komt onder
de alinea te staan; een link als `{{ werkblad("…") }}` blijft in de zin. In een kop of een linktekst werkt het niet.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten {{ config.site_name }}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.finding import Finding
from handboek.model.macros import MACROS
from handboek.wording import shown

CODE = "sjabloon"
SEVERITY = "error"

QUICK = re.compile(r"\{[{%]|8<|!include")
MARK = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|-{1,3}8<-{1,3}.*$|(?<!\w)!include\b.*$", re.MULTILINE)


CALL = re.compile(rf"""\{{\{{ *(?:{"|".join(MACROS)})\( *(?:(?:"[a-z0-9-]*"|'[a-z0-9-]*') *)?\) *\}}\}}""")
"""What a page with `macros: true` may write: the name of a macro, with at most a slug."""


def commands(text: str) -> Iterator[re.Match[str]]:
    """Each mark in a text that would be more than the call of a macro."""
    return (found for found in MARK.finditer(text) if not CALL.fullmatch(found[0])) if QUICK.search(text) else iter(())


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each mark of a template, macro or include."""
    if not QUICK.search(passage.value):
        return
    calls = passage.loc == ("body",) and getattr(passage.entry.model, "macros", False)
    if calls:
        yield from _misplaced(passage)
    for found in commands(passage.value) if calls else MARK.finditer(passage.value):
        what = f"Een opdracht als `{shown(found[0], 30)}` werkt hier niet."
        helps = "Haal hem weg; wil je naar een ander stuk verwijzen, gebruik dan een link."
        yield passage.say_from(*found.span(), what, helps, soft=not passage.in_markdown)


def _misplaced(passage: Passage) -> Iterator[Finding]:
    """A finding for each call in a heading, the words of a link or code: what it gives would be lost there."""
    for found in CALL.finditer(passage.value):
        if any(mark.start <= found.start() < mark.end for mark in passage.marks):
            what = f"`{shown(found[0], 40)}` werkt niet in een kop, een linktekst of code."
            yield passage.say_from(*found.span(), what, "Zet het in een zin, of op een eigen regel.")
