"""The words of the glossary, linked where a page first uses them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from handboek.handbook import Handbook
from handboek.render.running_text import changed, either

MOST = 10
"""How many terms a page links."""
SHORTEST = 5
"""A shorter word is too often part of something else."""
SPOKEN = frozenset({"spoken", "question", "follow", "say", "letter"})
"""The classes of what somebody says to people, or gives them to read: that is repeated as it stands."""


@dataclass(frozen=True)
class Terms:
    """The words of a glossary, each with the address that explains it."""

    addresses: Mapping[str, str]
    """By the word in small letters."""

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{either(self.addresses)})(?![\w-])", re.IGNORECASE)

    def link(self, html: str) -> str:
        """The HTML with a link at the first use of each term; after the first few a page has enough."""
        if not self.addresses:
            return html
        done: set[str] = set()
        return changed(
            html,
            lambda text: self._words.sub(lambda match: self._first(match[0], done), text),
            tags=frozenset({"blockquote"}),
            classes=SPOKEN,
        )

    def _first(self, word: str, done: set[str]) -> str:
        address = self.addresses[word.lower()]
        if address in done or len(done) == MOST:
            return word
        done.add(address)
        return f'<a class="term" href="/{address}">{word}</a>'


def terms_of(handbook: Handbook) -> Terms:
    """The terms of a handbook that may be linked."""
    return Terms(
        {
            word.lower(): piece.address
            for piece in handbook.of("term")
            if piece.data.link
            for word in (piece.data.term, *piece.data.synonyms)
            if len(word) >= SHORTEST
        }
    )
