"""The blocks of a text of Markdown, each by itself: paragraphs, headings, and the points of lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handboek.markdown import parser

PARSER = parser()


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a point of a list (with its dash), in a text: from character `start` to `end`."""

    start: int
    end: int
    text: str


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found = []
    for first, behind in _spans(text):
        last = behind
        while last > first and not lines[last - 1].strip():
            last -= 1
        if last > first:
            end = starts[last] - 1
            found.append(Block(starts[first], end, text[starts[first] : end]))
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """First and last line of each block, from the parser that also shows it."""
    for token in PARSER.parse(text):
        if token.level == 0 and token.map and token.nesting >= 0:
            if token.type not in ("bullet_list_open", "ordered_list_open"):
                yield token.map[0], token.map[1]
        elif token.type == "list_item_open" and token.level == 1 and token.map:
            yield token.map[0], token.map[1]
