"""Een tekst roept niet.

Een uitroepteken maakt een zin harder, en niet duidelijker. Op een brief voelt het als schreeuwen of als reclame. Is iets
belangrijk, zet het dan vooraan of maak het vet.

Goed:

    # tools/messages/briefje.yml
    body: |
      **Let op.** Ik kom langs op {dag}.

Fout:

    # tools/messages/briefje.yml
    body: |
      Let op! Ik kom langs op {dag}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.checks.sentences import paragraphs
from handboek.finding import Finding

CODE = "uitroepteken"
SEVERITY = "warning"

SHOUT = re.compile(r"!+(?!\[)")
"""A mark of exclamation; before a bracket it is a picture of Markdown."""


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each mark of exclamation in a text of our own."""
    if passage.theirs:
        return
    for paragraph in paragraphs(passage.value):
        for match in SHOUT.finditer(paragraph.text):
            start, end = paragraph.start + match.start(), paragraph.start + match.end()
            yield passage.say_from(start, end, "Hier staat een uitroepteken.", "Zet een punt.")
