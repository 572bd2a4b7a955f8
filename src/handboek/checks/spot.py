"""Where a finding points: at a value of a piece, at words inside a text, or at a file as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from handboek.document import Loc
from handboek.finding import Finding, Severity
from handboek.handbook import Handbook, Piece
from handboek.load import Entry
from handboek.model.text import Words
from handboek.privacy import BY_CODE


def at(
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
    """A finding at a value of a piece (or at its key, or at the n-th time that these words stand in it)."""
    entry = piece.entry if isinstance(piece, Piece) else piece
    path, place = entry.spot(loc, key=key, words=words, nth=nth)
    return Finding(path, place.line, place.column, "", text, help_, severity, suggestion, place.width)


def at_file(path: str, text: str, help_: str = "", *, suggestion: str = "", severity: Severity = "error") -> Finding:
    """A finding about a file as a whole."""
    return Finding(path, 1, 1, "", text, help_, severity, suggestion)


@dataclass(frozen=True)
class Passage:
    """A text that people read, with the place where it stands."""

    entry: Entry
    loc: Loc
    value: str
    block: bool
    """Whether it is paragraphs with subheadings; else it is one line with emphasis and links only."""
    theirs: bool = False
    """Whether somebody else chose its words."""

    @property
    def in_markdown(self) -> bool:
        """Whether it stands in a file of Markdown, where marks mean something that they do not in YAML."""
        return self.entry.spot(self.loc)[0].endswith(".md")

    def say(
        self, text: str, help_: str = "", *, words: str = "", nth: int = 0, suggestion: str = "", soft: bool = False
    ) -> Finding:
        """A finding at these words; a warning when `soft`."""
        severity: Severity = "warning" if soft else "error"
        return at(self.entry, self.loc, text, help_, suggestion=suggestion, severity=severity, words=words, nth=nth)

    def say_from(self, start: int, end: int, text: str, help_: str = "", *, soft: bool = False) -> Finding:
        """A finding at a stretch of the text, by its offsets; at its first line where it runs over more."""
        words = self.value[start:end].partition("\n")[0].rstrip()
        return self.say(text, help_, words=words, nth=self.value.count(words, 0, start), soft=soft)


def passages(handbook: Handbook) -> Iterator[Passage]:
    """Every text of the handbook: of the models, and the bodies of the pages that are written by hand."""
    for piece in handbook.pieces.values():
        yield from texts(piece.entry)


def from_practice(handbook: Handbook) -> Iterator[Passage]:
    """Every text of a lesson or an example: what people wrote down about others."""
    for piece in (*handbook.of("lesson"), *handbook.of("example")):
        yield from texts(piece.entry)


@lru_cache(maxsize=20_000)
def texts(entry: Entry) -> tuple[Passage, ...]:
    """The texts of one piece; kept, since many rules go through them."""
    found = [
        Passage(entry, leaf.loc, leaf.value, leaf.marker.block, leaf.marker.theirs)
        for leaf in entry.leaves
        if isinstance(leaf.marker, Words)
    ]
    if entry.kind.type == "page" and entry.prose:
        found.append(Passage(entry, ("body",), entry.prose.body, True))
    return tuple(found)


def personal(code: str) -> Callable[[Handbook], Iterator[Finding]]:
    """The check that finds one sort of personal data in lessons and examples."""
    sort = BY_CODE[code]

    def check(handbook: Handbook) -> Iterator[Finding]:
        for passage in from_practice(handbook):
            for start, end in sort.find(passage.value):
                yield passage.say_from(start, end, sort.what, sort.help)

    return check
