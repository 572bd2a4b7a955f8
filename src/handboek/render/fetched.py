"""The scripts and styles that a page fetches for what stands on it, whatever kind of page it is."""

from __future__ import annotations

from collections.abc import Iterator

FETCHED: dict[str, tuple[str, ...]] = {
    ' data-letter="': ("letter.js", "letters.css"),
    ' data-aloud="': ("read-aloud.js",),
}
"""By the attribute that such a page has, the names of what it fetches among the site's assets."""


def scripts(html: str) -> tuple[str, ...]:
    """The scripts for what stands in this HTML."""
    return tuple(name for name in _names(html) if name.endswith(".js"))


def styles(html: str) -> tuple[str, ...]:
    """The styles for what stands in this HTML."""
    return tuple(name for name in _names(html) if name.endswith(".css"))


def _names(html: str) -> Iterator[str]:
    return (name for attribute, names in FETCHED.items() if attribute in html for name in names)
