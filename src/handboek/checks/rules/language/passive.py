"""Een zin zegt wie er iets doet.

In *er wordt gebeld* belt niemand. Schrijf wie het doet: *de buurvrouw belt*. In wat iemand moet doen of zeggen staat
geen lijdende vorm (*wordt*, *worden*, *werd* of *werden* met een voltooid deelwoord). In andere teksten mag er een per
alinea staan: soms weet je niet wie het deed, of doet het er niet toe.

Goed:

    # tools/guides/praatje.yml
    opening: [Ik schrijf uw vraag op. Mijn collega belt u morgen.]

Fout:

    # tools/guides/praatje.yml
    opening: [Uw vraag wordt opgeschreven. U wordt morgen gebeld.]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.checks.sentences import paragraphs
from handboek.finding import Finding

CODE = "lijdende-vorm"
SEVERITY = "warning"

AUXILIARY = r"(?:wordt|worden|werd|werden)"
OTHER = (
    "beneden|bergingen|bewoners|betrokkenen|beginnen|begonnen|bekend|geen|gebieden|gebouwen|gebreken|"
    "gebruiken|geld|geluiden|gemeenten|gesprekken|gevolgen|gewoon|gezichten|gezinnen|gezond|ontmoeten|"
    "ontmoetten|verhalen|verloren|verschillend|vertrouwd|vertrouwden|vertrouwen"
)
"""Words that look like a past participle and are none, or none of a passive."""
PARTICIPLE = rf"(?!(?:{OTHER})\b)(?:ge|be|ver|ont|her|\w{{2,9}}ge)\w{{2,}}(?:d|t|en)"
PASSIVE = re.compile(
    rf"\b(?P<first>{AUXILIARY})\b(?:\s+[\w’'-]+){{0,6}}?\s+{PARTICIPLE}\b|\b(?P<last>{PARTICIPLE})\s+{AUXILIARY}\b",
    re.IGNORECASE,
)
SPOKEN = frozenset({"checklist", "opening", "questions", "say", "permission", "closing"})
"""The fields that hold what somebody does or says."""


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each passive too many, at its first word."""
    if passage.theirs:
        return
    allowed = 0 if _spoken(passage) else 1
    for paragraph in paragraphs(passage.value):
        for match in list(PASSIVE.finditer(paragraph.text))[allowed:]:
            start = paragraph.start + match.start()
            shown = " ".join(match[0].split())
            what = f"Hier zegt de zin niet wie het doet: `{shown}`."
            end = start + len(match["first"] or match["last"])
            yield passage.say_from(start, end, what, "Zet vooraan wie het doet.")


def _spoken(passage: Passage) -> bool:
    return bool(SPOKEN & set(passage.loc)) or (passage.entry.kind.type == "message" and passage.loc == ("body",))
