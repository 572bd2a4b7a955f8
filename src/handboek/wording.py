"""What messages are made of: a value inside a sentence, names as a list, the name that somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
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
    found = get_close_matches(word.lower()[:80], list(by_small), n=1, cutoff=cutoff)
    return by_small[found[0]] if found else None
