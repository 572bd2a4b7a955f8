"""The paragraphs, sentences and words of a text, each with the offset at which it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from handboek.model.text import BLANK, CITED

HIDDEN = re.compile(
    r"\{\{(?:(?!\{\{).)*?\}\}|\]\((?:[^()]|\([^()]*\))*+\)|`[^`]*`|<!--(?:(?!<!--).)*?-->"
    rf"|https?://\S+|{BLANK.pattern}|{CITED.pattern}|[*_]",
    re.DOTALL,
)
"""What a reader does not see, or does not read as words: addresses, code, blanks and marks of Markdown."""
BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*>#|]|\d+\.)\s)|\|")
"""Where a paragraph, an item of a list, a heading or a cell ends."""
STOP = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)]))\s+(?=[\"“‘(\[]?(?:…|[^\W_a-zß-öø-ÿ]))")
WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True)
class Stretch:
    """A stretch of a text: a paragraph or a sentence."""

    start: int
    """Its offset in the text that it was taken from."""
    text: str

    def words(self) -> list[tuple[int, str]]:
        """Its words, each with its offset."""
        return [(self.start + match.start(), match[0]) for match in WORD.finditer(self.text)]


@lru_cache(maxsize=20_000)
def paragraphs(text: str) -> tuple[Stretch, ...]:
    """The paragraphs of a text; what is no word to a reader has become spaces in them."""
    shown = HIDDEN.sub(lambda match: " " * len(match[0]), text)
    return _cut(Stretch(0, shown), BREAK)


def sentences(paragraph: Stretch) -> tuple[Stretch, ...]:
    """The sentences of a paragraph."""
    return _cut(paragraph, STOP)


def _cut(whole: Stretch, at: re.Pattern[str]) -> tuple[Stretch, ...]:
    ends = [(match.start(), match.end()) for match in at.finditer(whole.text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(whole.text)]
    return tuple(
        Stretch(whole.start + start, whole.text[start:stop])
        for start, stop in zip(starts, stops, strict=True)
        if whole.text[start:stop].strip()
    )
