"""Elk woord staat in het woordenboek of in de woordenlijst.

Het woordenboek is dat van Debian (`hunspell-nl`). Namen en woorden die daar niet in staan en wel kloppen, zet je in
`phases/woordenlijst.txt`: een woord per regel, op alfabet. Een woord met een cijfer erin telt niet mee, en de titel van
een bron ook niet. In een les is een
onbekend woord een waarschuwing: wie een ervaring opschrijft, hoeft daar niet op te wachten.

Goed:

    # tools/guides/praatje.yml
    goal: Je leert iemand kennen.

Fout:

    # tools/guides/praatje.yml
    goal: Je leert iemant kennen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek import dictionary
from handboek.checks.passages import Passage, passages
from handboek.checks.sentences import paragraphs
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.load import WORDS
from handboek.wording import nearest

CODE = "spelling"
SEVERITY = "error"

ALWAYS = frozenset({"Eén"})
"""A capital carries no accent, which the dictionary does not know."""
SPELLED = re.compile(r"\w+(?:['’-]+\w+)*")
"""A word, in letters of any alphabet; one with a digit in it is let be."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each word that neither the dictionary nor the list of words knows."""
    texts = [(passage, list(_words(passage))) for passage in passages(handbook) if not passage.theirs]
    every = frozenset(word for _, words in texts for _, word in words)
    listed = known(handbook)
    wrong = (dictionary.unknown(every) or frozenset()) - listed
    for passage, words in texts:
        for start, word in words:
            if word in wrong and word.lower() not in listed:
                what = f"Het woord `{word}` staat niet in het woordenboek."
                helps = f"Verbeter het. Klopt het wel, zet het dan in `{WORDS}`."
                soft = passage.entry.kind.type == "lesson"
                meant = nearest(word, listed) or ""
                span = passage.value[start : start + len(word)]
                yield passage.say(
                    what, helps, words=span, nth=passage.value.count(span, 0, start), suggestion=meant, soft=soft
                )


def known(handbook: Handbook) -> frozenset[str]:
    """The words that the project adds to the dictionary."""
    document = handbook.documents.get(WORDS)
    lines = document.lines if document else []
    return ALWAYS | {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def _words(passage: Passage) -> Iterator[tuple[int, str]]:
    """The words of a text that can be looked up, each with its offset; an apostrophe is always the straight one."""
    for paragraph in paragraphs(passage.value):
        for match in SPELLED.finditer(paragraph.text):
            before = paragraph.text[match.start() - 1 : match.start()]
            digits = any(sign.isdigit() for sign in match[0])
            if not digits and before not in ("-", "@", "/", "."):
                yield paragraph.start + match.start(), match[0].replace("’", "'")
