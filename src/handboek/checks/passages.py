"""The texts of the content with their places, and findings at a place: of a value, of words in a text, of a whole file.

A finding gets its code from the table of rules; here it has none.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from handboek.checks.marks import Mark, Text, parsed
from handboek.document import Document, Loc, Place
from handboek.entry import Entry
from handboek.finding import Finding, Severity
from handboek.handbook import Handbook, Piece
from handboek.model.text import Words


def finding_at(
    piece: Piece | Entry,
    loc: Loc,
    text: str,
    help_: str = "",
    *,
    suggestion: str = "",
    severity: Severity = "error",
    key: bool = False,
    words: str = "",
    nth: int = 0,
) -> Finding:
    """A finding at a value of a piece (or at its key, or at the n-th time, from 0, that these words stand in it).

    `loc` is the way to the value in the model: names of fields and places in lists, as in `("blanks", 0, "id")`. What is
    not in the file points at the nearest thing around it that is.
    """
    entry = piece.entry if isinstance(piece, Piece) else piece
    path, place = entry.spot(loc, key=key, words=words, nth=nth)
    return Finding(path, place.line, place.column, "", text, help_, severity, suggestion, place.width)


def finding_in_file(
    path: str, text: str, help_: str = "", *, suggestion: str = "", severity: Severity = "error"
) -> Finding:
    """A finding about a file as a whole."""
    return Finding(path, 1, 1, "", text, help_, severity, suggestion)


@dataclass(frozen=True)
class Passage:
    """A text that people read, with the place where it stands. Offsets count signs of `value`, from 0."""

    entry: Entry
    loc: Loc
    value: str
    block: bool
    """Whether it is paragraphs with subheadings; else it is one line with emphasis and links only."""
    theirs: bool = False
    """Whether somebody else chose its words."""
    foreign: bool = False
    """Whether it is in another language."""

    @cached_property
    def text(self) -> Text:
        """It, taken apart as Markdown."""
        return parsed(self.value, self.block)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Its links, pictures, headings and code, in order."""
        return self.text.marks

    @property
    def in_markdown(self) -> bool:
        """Whether it stands in a file of Markdown, where marks mean something that they do not in YAML."""
        return self.entry.spot(self.loc)[0].endswith(".md")

    @property
    def written(self) -> str:
        """The file that it stands in, as it was typed."""
        prose = self.entry.prose
        return prose.text if prose and str(self.loc[0]) in self.entry.lines_of else self.entry.document.text

    def say(
        self, text: str, help_: str = "", *, words: str = "", nth: int = 0, suggestion: str = "", soft: bool = False
    ) -> Finding:
        """A finding at these words; a warning when `soft`."""
        severity: Severity = "warning" if soft else "error"
        return finding_at(
            self.entry, self.loc, text, help_, suggestion=suggestion, severity=severity, words=words, nth=nth
        )

    def say_from(
        self, start: int, end: int, text: str, help_: str = "", *, suggestion: str = "", soft: bool = False
    ) -> Finding:
        """A finding at a stretch of the text, by its offsets; at its first line where it runs over more."""
        path, place = self.entry.spot(self.loc)
        found = _in_prose(self, start, end) if self.in_markdown else None
        if found is None:
            words = self.value[start:end].partition("\n")[0].rstrip()
            nth = bisect_left(_starts(self.value, words), start) if words else 0
            path, place = self.entry.spot(self.loc, words=words, nth=nth)
        severity: Severity = "warning" if soft else "error"
        place = found or place
        return Finding(path, place.line, place.column, "", text, help_, severity, suggestion, place.width)

    def say_row(self, row: int, text: str, help_: str = "") -> Finding:
        """A finding at a line of a text of paragraphs (from 0), without the space around it."""
        starts = self.text.starts
        line = self.value[starts[row] : starts[row + 1] - 1 if row + 1 < len(starts) else None]
        start = starts[row] + len(line) - len(line.lstrip())
        return self.say_from(start, start + max(1, len(line.strip())), text, help_)

    def say_mark(self, mark: Mark, text: str, help_: str = "", *, suggestion: str = "") -> Finding:
        """A finding at the words of a mark: its address, or the text of a heading."""
        end = min(mark.at + max(1, len(mark.words)), max(mark.end, mark.at + 1))
        if not mark.start <= mark.at <= mark.end:  # its address stands in a definition
            end = mark.at + len(mark.words)
        return self.say_from(mark.at, end, text, help_, suggestion=suggestion)


@lru_cache(maxsize=64)
def _starts(value: str, words: str) -> tuple[int, ...]:
    """Where these words stand in a text."""
    found, start = [], value.find(words)
    while start >= 0:
        found.append(start)
        start = value.find(words, start + len(words))
    return tuple(found)


@lru_cache(maxsize=64)
def _rows(passage: Passage) -> tuple[tuple[int, ...], int, Document] | None:
    """Of a text in a file of Markdown: where each of its lines begins, and on which line of which file the first stands."""
    prose = passage.entry.prose
    field = str(passage.loc[0])
    if prose is None or field not in passage.entry.lines_of:
        return None
    first, last = passage.entry.lines_of[field]
    rows = passage.value.split("\n")
    begins = (0, *itertools.accumulate(len(row) + 1 for row in rows[:-1]))
    body = prose.body.split("\n")
    while first < last and rows[0].strip() and not body[first - prose.body_line].strip():
        first += 1
    return begins, first, prose


def _in_prose(passage: Passage, start: int, end: int) -> Place | None:
    """The place of a stretch of a text in Markdown, which stands in its file as it is."""
    known = _rows(passage)
    if known is None:
        return None
    begins, first, prose = known
    row = bisect_right(begins, start) - 1
    words = passage.value[start:end].split("\n")[0]
    line = prose.lines[first + row - 1] if first + row <= len(prose.lines) else ""
    column = start - begins[row]
    if not line.startswith(words, column):  # its indentation was taken off, or an exception before it was
        column = max(line.find(words, column), 0)
    return Place(first + row, column + 1, max(1, len(words)))


def passages(handbook: Handbook) -> Iterator[Passage]:
    """Every text of the handbook: of the models, and the bodies of the pages that are written by hand."""
    for piece in handbook.pieces.values():
        yield from texts(piece.entry)


def from_practice(handbook: Handbook) -> Iterator[Passage]:
    """Every text of what tells of people: a lesson, an example."""
    for piece in handbook.pieces.values():
        if piece.kind.practice:
            yield from texts(piece.entry)


@lru_cache(maxsize=20_000)
def texts(entry: Entry) -> tuple[Passage, ...]:
    """The texts of one piece; kept, since many rules go through them."""
    found = [
        Passage(entry, leaf.loc, leaf.value, leaf.marker.block, leaf.marker.theirs, leaf.marker.foreign)
        for leaf in entry.leaves
        if isinstance(leaf.marker, Words)
    ]
    if entry.kind.written and entry.prose:
        found.append(Passage(entry, ("body",), entry.prose.body, True))
    return tuple(found)
