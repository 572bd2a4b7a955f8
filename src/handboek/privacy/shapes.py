"""What the patterns are built with.

They are written in what Python and the browser have in common, for a text that `plain` has read: letters are A to Z, any
space is one space. Each repeats a bounded number of times, so that a long text costs no more than its length.
"""

from __future__ import annotations

BEGIN = "(?<![A-Za-z0-9])"
END = "(?![A-Za-z0-9])"


def one_of(words: str) -> str:
    """One of these words; `_` is a space, and a dot is a dot."""
    return "|".join(word.replace(".", r"\.").replace("_", " ") for word in words.split())


def shapes(words: str, *, capitals: bool = True) -> str:
    """One of these words, in small letters or with a capital, or all in capitals; the longest first."""
    found = set()
    for word in words.split():
        found |= {word, word[0].upper() + word[1:]} | ({word.upper()} if capitals else set())
    return one_of(" ".join(sorted(found, key=lambda shape: (-len(shape), shape))))
