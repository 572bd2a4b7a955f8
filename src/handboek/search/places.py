"""Where on its page a line of a piece stands: below which heading, and at which anchor.

A piece says its lines field by field; its template puts them in an order and under headings of its own. So the page that
was made is looked through for each line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

Part = tuple[int, str, str]
"""Where a part of a page begins: the first of its lines, its anchor and its heading."""

INLINE = frozenset(("a", "abbr", "b", "bdi", "bdo", "code", "em", "i", "span", "strong", "sup"))
HEADINGS = frozenset(("h2", "h3", "h4"))
UNSEEN = str.maketrans({"\u2060": None, "\u00ad": None, "\u00a0": " ", "\u202f": " "})
SPACE = re.compile(r"\s+")
GAP = re.compile(r"…+")


@dataclass
class _Page(HTMLParser):
    """The text of a page, and where its anchors stand in it."""

    text: str = ""
    anchors: list[tuple[int, str, str]] = field(default_factory=list)
    """From which letter of the text, the anchor, and the heading that it belongs to."""
    inside: bool = False
    """Whether a heading is open."""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self._space()
        id_ = dict(attrs).get("id")
        if tag in HEADINGS and id_:
            self.anchors.append((len(self.text), id_, ""))
            self.inside = True
        elif id_ and self.anchors:
            self.anchors.append((len(self.text), id_, self.anchors[-1][2]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self._space()
        self.inside = self.inside and tag not in HEADINGS

    def handle_data(self, data: str) -> None:
        said = _even(data)
        self.text += said.lstrip() if self.text.endswith(" ") else said
        if self.inside:
            at, id_, heading = self.anchors[-1]
            self.anchors[-1] = (at, id_, f"{heading}{said}".lstrip())

    def _space(self) -> None:
        if not self.text.endswith(" "):
            self.text += " "


def placed(html: str, lines: Iterable[str]) -> tuple[tuple[str, ...], tuple[Part, ...]]:
    """The lines in the order in which the page has them, and its parts; a line that it has not comes first."""
    page = _Page()
    page.feed(html)
    found = sorted(((_at(page.text, line), line) for line in lines), key=lambda one: one[0])
    starts = [at for at, _, _ in page.anchors]
    parts: dict[int, Part] = {}
    for number, (at, _) in enumerate(found):
        anchor = bisect_right(starts, at) - 1
        if anchor >= 0 and anchor not in parts:
            _, id_, heading = page.anchors[anchor]
            parts[anchor] = (number, id_, heading.rstrip())
    return tuple(line for _, line in found), tuple(parts.values())


def _at(text: str, line: str) -> int:
    """At which letter of a text a line stands, or -1; of a line with gaps its longest piece counts."""
    return text.find(max(GAP.split(_even(line)), key=len).strip())


def _even(text: str) -> str:
    return SPACE.sub(" ", text.translate(UNSEEN))
