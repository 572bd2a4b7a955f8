"""The words that stand between the tags of a page: where links can be laid without touching anything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

CLOSED = re.compile("a|button|code|h[1-6]|label|pre|script|style|summary|svg", re.IGNORECASE)
"""The elements in which no word becomes a link."""
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
TOKEN = re.compile(r"<!--(?:(?!<!--).)*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:[^<>\"]|\"[^\"]*\")*+)>|[^<]+|<", re.DOTALL)
CLASSES = re.compile(r'class="([^"]*)"')


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first, so that none is taken for the beginning of another."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def changed(
    html: str,
    change: Callable[[str], str],
    *,
    tags: frozenset[str] = frozenset(),
    classes: frozenset[str] = frozenset(),
) -> str:
    """The HTML with each run of words as `change` gives it; not in `CLOSED`, nor in these other tags and classes."""
    closed: list[bool] = []
    parts = []
    for token in TOKEN.finditer(html):
        end, tag, rest = token.groups()
        if tag is None:
            open_ = not (closed and closed[-1]) and not token[0].startswith("<!--")
            parts.append(change(token[0]) if open_ else token[0])
            continue
        parts.append(token[0])
        if end:
            del closed[-1:]
        elif tag not in VOID and not rest.endswith("/"):
            named = CLASSES.search(rest)
            closes = bool(CLOSED.fullmatch(tag)) or tag in tags or bool(named and classes & set(named[1].split()))
            closed.append(bool(closed and closed[-1]) or closes)
    return "".join(parts)
