"""Een regel die met `[naam]:` begint, hoort bij een link.

In Markdown is `[naam]: adres` geen tekst: het zegt waar een link `[naam]` heen leidt. Gebruikt niets die naam, dan
verdwijnt de regel van de bladzijde.

Goed:

    # docs/over-deze-methode.md
    # Over deze methode

    **Let op:** bellen

Fout:

    # docs/over-deze-methode.md
    # Over deze methode

    [Let op]: bellen
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from handboek.checks.spot import passages
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.messages import shown

CODE = "verwijsregel"
SEVERITY = "error"

STARTS = re.compile(r"^[ >*+-]{0,12}\[[^\]\n]+\]:", re.MULTILINE)
"""Where a definition may stand; the parser says whether it is one."""
PARSER = MarkdownIt("commonmark")


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each definition of a link that no link uses: a reader never sees that line."""
    for passage in passages(handbook):
        if not passage.block or not STARTS.search(passage.value):
            continue
        env: dict[str, dict[str, dict[str, str]]] = {}
        PARSER.parse(passage.value, env)
        used = {_same(name) for name in re.findall(r"\[([^\[\]]+)\](?!:)", passage.value)}
        for found in re.finditer(r"\[([^\[\]\n]+)\]:", passage.value):
            if _same(found[1]) in {_same(name) for name in env.get("references", {})} - used:
                what = f"De regel `{shown(found[0], 40)}` verdwijnt van de bladzijde: geen link gebruikt deze naam."
                helps = "Schrijf het zonder haken, bijvoorbeeld met sterretjes: `**naam:** tekst`."
                yield passage.say_from(*found.span(), what, helps)


def _same(name: str) -> str:
    return " ".join(name.casefold().split())
