"""A piece as it was read, and where each of its values stands: in the YAML, or under a heading of the Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from handboek import markdown
from handboek.document import Document, Loc, Place
from handboek.model.introspect import Leaf, sections, walk
from handboek.model.kind import Kind
from handboek.model.text import Model


@dataclass(frozen=True, eq=False)
class Entry:
    """A piece as it was read: its model, or nothing where the file is wrong."""

    kind: Kind
    slug: str
    document: Document
    model: Model | None
    loc: Loc = ()
    """Where the piece stands in its file."""
    prose: Document | None = None
    """The Markdown that holds its longer texts, where it has them."""

    def place(self, loc: Loc = (), *, key: bool = False) -> Place:
        """The place of a value of this piece in its file."""
        return self.spot(loc, key=key)[1]

    def spot(self, loc: Loc = (), *, key: bool = False, words: str = "", nth: int = 0) -> tuple[str, Place]:
        """The file and the place of a value, or of the n-th time (from 0) that these words stand in it."""
        if loc and loc[0] in self.lines_of and self.prose:
            first, last = self.lines_of[str(loc[0])]
            found = self.prose.find(words, first, last, nth) if words else None
            return self.prose.path, found or Place(first, 1)
        full = (*self.loc, *loc)
        if words:
            return self.document.path, self.document.within(full, words, nth)
        return self.document.path, self.document.place(full, key=key)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every marked text and reference in it."""
        return tuple(walk(self.model)) if self.model else ()

    @cached_property
    def lines_of(self) -> dict[str, tuple[int, int]]:
        """The fields that stand in the Markdown, each with its first and last line in the file."""
        if not self.prose:
            return {}
        fields = sections(self.kind.model) or {"body": ""}
        above = self.prose.body_line - 1
        parts = {part.heading: part for part in parts_of(self.prose.body)}
        whole = (self.prose.body_line, len(self.prose.lines))
        return {
            name: (parts[heading].first + above, parts[heading].last + above) if heading and heading in parts else whole
            for name, heading in fields.items()
            if heading in parts or not heading
        }


@dataclass(frozen=True)
class Part:
    """What stands under a heading of level 2: first and last line in the body (from 1), and the text."""

    heading: str
    first: int
    last: int
    text: str
    at: int
    """The line of the heading itself."""


PARSER = markdown.parser()


@lru_cache(maxsize=4_000)
def parts_of(body: str) -> tuple[Part, ...]:
    """The body cut at its headings of level 2."""
    lines = body.split("\n")
    tokens = PARSER.parse(body)
    heads = [
        (token.map[0], token.map[1], tokens[index + 1].content.strip())
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and token.map
    ]
    ends = [*(start for start, _, _ in heads[1:]), len(lines)][: len(heads)]
    return tuple(
        Part(title, below + 1, max(below + 1, end), "\n".join(lines[below:end]), at + 1)
        for (at, below, title), end in zip(heads, ends, strict=True)
    )
