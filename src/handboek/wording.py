"""What messages are made of: a value inside a sentence, names as a list, the name that somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Any


def shown(value: Any, longest: int = 60) -> str:
    """A value as it can stand inside a sentence: on one line, and cut off where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def quoted(names: Iterable[str], word: str = "of") -> str:
    """The names as a Dutch list: `a`, `b` of `c`."""
    marked = [f"`{name}`" for name in names]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {word} {marked[-1]}"


def some(places: Sequence[str], most: int = 8) -> str:
    """The first of many, and how many more there are."""
    more = len(places) - most
    return ", ".join(places[:most]) + (f" en nog {more}" if more > 0 else "")


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.66) -> str | None:
    """The candidate that somebody most likely meant, if one is near enough."""
    by_small = {candidate.lower(): candidate for candidate in candidates}
    sought = word.lower()[:80]
    found = get_close_matches(sought, list(by_small), n=5, cutoff=cutoff)
    return next((by_small[one] for one in found if _near(sought, one)), None)


def _near(one: str, other: str) -> bool:
    """Whether two names are near without the folder that they share: that makes every address in it alike."""
    (folder, _, one), (their, _, other) = one.rpartition("/"), other.rpartition("/")
    inside, around = sorted((one, other), key=len)
    if not folder or folder != their or (len(inside) >= WHOLE and inside in around):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= APART


APART = 0.6
"""How much of two names in one folder must be the same."""
WHOLE = 4
"""A name of so many letters is near to one that holds it."""


def nearest_in(words: str, texts: Iterable[str], cutoff: float = 0.8) -> str | None:
    """The text in which somebody most likely meant words that stand in it nearly so."""
    sought = words.lower().split()
    best = None
    for text in texts:
        said = text.lower().split()
        for at in range(max(1, len(said) - len(sought) + 1)):
            part = " ".join(said[at : at + len(sought)])
            alike = SequenceMatcher(None, " ".join(sought), part, autojunk=False)
            if alike.quick_ratio() >= cutoff and (near := alike.ratio()) >= cutoff:
                best, cutoff = text, near + 1e-9
    return best
