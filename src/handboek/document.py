"""One file of content: its text, the values in it, and the place of each value. `parse` makes it of a file."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from handboek.finding import Finding

INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that nobody types: they end a line for one program and not for another, or end a text early."""
ALLOWANCE = re.compile(r"(?:^|(?<=\s))#[ \t]*toegestaan\b[ \t]*+([^:\s]*+)(.*)")
"""A comment that allows a finding at this place: its code, and the reason behind a colon."""
COMMENT = re.compile(r"<!--[ \t]*+toegestaan\b[ \t]*+((?:(?!--)[^:\s<>])*+)((?:(?!--|<!).)*+)-->")
"""The same in the body of a file of Markdown; one that is not closed stays text."""

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A spot in a file; line and column count from 1."""

    line: int
    column: int
    width: int = field(default=1, compare=False)
    """How many characters stand at this spot."""


@dataclass(frozen=True, eq=False)
class Document:
    """A file of content, read. `data` is empty when the file could not be read; `problems` then says why."""

    path: str
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    node: yaml.Node | None = None
    offset: int = 0
    """Lines before the YAML begins: 1 behind the first line of front matter."""
    body: str = ""
    """The Markdown behind the front matter."""
    body_line: int = 1
    """The line on which the body begins."""
    problems: tuple[Finding, ...] = ()
    content: bytes = b""
    """What a picture holds."""
    reworded_from: Document | None = None
    """The same before an edition put words of its own in the place of those of its base: what translations stand for."""

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def place(self, loc: Loc, *, key: bool = False) -> Place:
        """The place of the value at `loc`, or of its key. Parts of `loc` that the file does not hold are skipped."""
        return self.at(self.node_at(loc, key=key))

    def within(self, loc: Loc, words: str, nth: int = 0) -> Place:
        """The place of these words in the text at `loc` (of the n-th time that they stand there, from 0)."""
        node = self.node_at(loc)
        if node is None:
            return Place(1, 1)
        first, last = node.start_mark.line + 1 + self.offset, node.end_mark.line + 1 + self.offset
        found = self.find(words, first, last, nth)
        return found or self.at(node)

    def folds(self, loc: Loc) -> bool:
        """Whether the text at `loc` is written so that YAML joins its lines: an empty line becomes the end of a line only."""
        node = self.node_at(loc)
        return isinstance(node, yaml.ScalarNode) and node.style != "|"

    def find(self, words: str, first: int, last: int, nth: int = 0) -> Place | None:
        """The n-th place of these words from line `first` to line `last`; a run over two lines is not found."""
        starts, spots = self.starts, self._spots(words)
        index = bisect_left(spots, starts[min(first, len(starts)) - 1]) + nth
        if index >= len(spots):
            return None
        line = bisect_right(starts, spots[index])
        return Place(line, spots[index] - starts[line - 1] + 1, len(words)) if line <= last else None

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins in the text."""
        return [0, *itertools.accumulate(len(line) + 1 for line in self.lines[:-1])]

    def _spots(self, words: str) -> list[int]:
        """Where these words stand in the text, without overlap; kept, since who asks for one mostly asks for more."""
        if words not in self._found:
            # The words may hold a line break, and then stand on no line at all.
            whole = [] if "\n" in words or not words else re.finditer(re.escape(words), self.text)
            self._found[words] = [found.start() for found in whole]
        return self._found[words]

    @cached_property
    def _found(self) -> dict[str, list[int]]:
        return {}

    def end_of_value(self, line: int) -> int:
        """The last line of the text that begins on `line`; the line itself where no long text begins there."""
        return self._long_texts.get(line, line)

    @cached_property
    def _long_texts(self) -> dict[int, int]:
        """The last line of the longest text that begins on a line."""

        def walk(node: yaml.Node) -> Iterator[tuple[int, int]]:
            if isinstance(node, yaml.ScalarNode):
                first, last = node.start_mark.line, node.end_mark.line
                yield first + 1 + self.offset, last + (node.end_mark.column > 0) + self.offset
            else:
                for child in node.value:
                    for inner in child if isinstance(child, tuple) else (child,):
                        yield from walk(inner)

        ends: dict[int, int] = {}
        for first, last in walk(self.node) if self.node else ():
            ends[first] = max(last, ends.get(first, 0))
        return ends

    def value(self, loc: Loc) -> Any:
        """The value at `loc`; nothing where the file holds none."""
        found: Any = self.data
        for part in loc:
            try:
                found = found[part]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def node_at(self, loc: Loc, *, key: bool = False) -> yaml.Node | None:
        """The node of the tree for the value at `loc`, or of its key; the nearest around it where the file holds none."""
        node, spot = self.node, self.node
        for index, part in enumerate(loc):
            child = _child(node, part)
            if child is not None:
                key_node, node = child
                spot = key_node if key and index == len(loc) - 1 else node
        return spot

    def at(self, node: yaml.Node | None) -> Place:
        """The place of a node of the tree; the beginning of the file where there is none."""
        if node is None:
            return Place(1, 1)
        start, end = node.start_mark, node.end_mark
        line, column = start.line + 1 + self.offset, start.column + 1
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            shown = self.lines[line] if line < len(self.lines) else ""
            return Place(line + 1, len(shown) - len(shown.lstrip()) + 1, max(1, len(shown.strip())))
        if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
            end = node.value[0][0].end_mark
        if end.line == start.line:
            return Place(line, column, max(1, end.column - start.column))
        return Place(line, column, max(1, len(self.lines[line - 1].rstrip()) - column + 1))


def _child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            # A field whose name is a word of Python has a `_` behind it in the model and not in the file.
            if isinstance(key_node, yaml.ScalarNode) and key_node.value in (str(part), str(part).rstrip("_")):
                return key_node, value
    return None
