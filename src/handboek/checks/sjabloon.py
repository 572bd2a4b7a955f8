"""Een tekst bevat geen opdrachten aan de website.

Tekens als `{{ … }}`, `{% … %}` en `--8<--` zijn opdrachten waarmee iemand een ander bestand invoegt of code draait.
In de teksten van het handboek werken ze niet: ze verschijnen als tekst. In Markdown is het een fout, in YAML een
waarschuwing. Alleen een bladzijde met `macros: true` mag stukken invoegen met `{{ stap("…") }}`.

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

from handboek.checks.spot import passages
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.messages import shown
from handboek.model.kinds import MACROS

CODE = "sjabloon"
SEVERITY = "error"

QUICK = re.compile(r"\{[{%]|8<|!include")
MARK = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|-{1,3}8<-{1,3}.*$|(?<!\w)!include\b.*$", re.MULTILINE)


CALL = re.compile(rf"""\{{\{{ *(?:{"|".join(MACROS)})\( *(?:(?:"[a-z0-9-]*"|'[a-z0-9-]*') *)?\) *\}}\}}""")
"""What a page with `macros: true` may write: the name of a macro, with at most a slug."""


def commands(text: str) -> Iterator[re.Match[str]]:
    """Each mark in a text that would be more than the call of a macro."""
    return (found for found in MARK.finditer(text) if not CALL.fullmatch(found[0])) if QUICK.search(text) else iter(())


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each mark of a template, macro or include."""
    for passage in passages(handbook):
        if not QUICK.search(passage.value):
            continue
        calls = passage.loc == ("body",) and getattr(passage.entry.model, "macros", False)
        for found in commands(passage.value) if calls else MARK.finditer(passage.value):
            what = f"Een opdracht als `{shown(found[0], 30)}` werkt hier niet."
            helps = "Haal hem weg; wil je naar een ander stuk verwijzen, gebruik dan een link."
            yield passage.say_from(*found.span(), what, helps, soft=not passage.in_markdown)
