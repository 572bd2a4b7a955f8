"""What a checker of PDF/UA finds, without what it finds wrongly: one list, each with why, shown in `sheets/test_heard.py`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

WRONG = {
    "TBL-012": "mostly empty cells: a table to fill in is one by intent",
    "TBL-014": "a grid outside a table: the table began on the page before, or the lines are lines to write on",
    "PAG-001": "a line on several pages: the kind of a card stands on each card, and sheets of one phase say so in their head",
    "TAG-002": "prose that nobody hears: it is heard where it stands first, such as the head of a table that runs on",
    "TXT-004": "glyphs that say the same: an Arabic letter has a form of its own at each place in a word",
}
"""What is found in sheets that are right. `TAG-002` only where the same line is read out on another page, and `TXT-004`
only where it is an Arabic letter."""
FORMS = re.compile(r"font \S+: \d+ different codes all map to U\+06[0-9A-F]{2} '.'")


def problems(file: Path, *, once: bool = False) -> list[str]:
    """What is wrong with a PDF for who listens. `once`: what stands after page one is on page one as well, partly cut."""
    import outloud

    return [
        f"{one.rule}, bladzijde {one.page}: {one.message} {one.evidence or ''}"
        for one in outloud.check(str(file)).findings
        if one.severity != "info" and not _wrongly(one, file, once)
    ]


def _wrongly(one: Any, file: Path, once: bool) -> bool:
    """Whether a finding is wrong."""
    if one.rule == "TAG-002":
        return once or not unheard(file)
    return one.rule in WRONG and (one.rule != "TXT-004" or bool(FORMS.fullmatch(one.message)))


def unheard(file: Path) -> list[str]:
    """The lines of prose that are shown as decoration and that nobody hears on another page."""
    from outloud.model import Document
    from outloud.rules.tagging import furniture_keys, line_key, words

    document = Document(str(file))
    try:
        lines: list[Any] = [line for page in document.pages for line in document.content(page.index).lines]
        heard = {line_key(line.text) for line in lines if line.tagged_share >= 0.8} | furniture_keys(document)
        shown = [line.text for line in lines if line.artifact_share >= 0.8 and line_key(line.text) not in heard]
        return [
            text for text in shown if len(words(text)) >= 8 and sum(word[:1].islower() for word in words(text)) >= 4
        ]
    finally:
        document.close()
