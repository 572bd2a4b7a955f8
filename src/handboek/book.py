"""The whole handbook as a book: its chapters, and the number of each piece in them.

A phase is a chapter with its own number, and its steps follow (`2.3`). Every other kind that is read in a book is a
chapter with a letter (`B.4`), so that a phase keeps the number by which people know it. Which kinds those are, and how
each is read, stands in the table of kinds; what stands before the first phase, a pack says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from handboek import dutch
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.kinds import KINDS, LISTS
from handboek.model.tools import Pack

OPENING, BACKGROUND = "Om te beginnen", "Achtergrond"
"""What the chapter before the first phase is called, and that of the kind that has no list of its own."""
FEW, BEST = 12, 3
"""Of a word that more than a few pieces use, the index names those in which it is best said."""


@dataclass(frozen=True)
class Entry:
    """A piece in a chapter."""

    number: str
    piece: Piece


@dataclass(frozen=True)
class Chapter:
    """A chapter: what opens it, and the pieces in it."""

    mark: str
    """Its number or letter."""
    title: str
    summary: str = ""
    entries: tuple[Entry, ...] = ()
    opener: Piece | None = None
    """The piece that the chapter is about, before the others."""
    folder: str = ""
    """The list on the site with the same in it; a chapter without entries holds that list as a whole."""

    @property
    def address(self) -> str:
        """What leads to it in the book."""
        return self.opener.address if self.opener else f"{self.folder}/" if self.folder else f"hoofdstuk-{self.mark}"


def chapters(book: Handbook, pack: Pack) -> tuple[Chapter, ...]:
    """The chapters of the book that a pack describes, in order; `book` is what the handbook offers."""
    before = [*(piece for kind in KINDS if kind.home for piece in book.of(kind.type)), *_some(book, pack.first)]
    marks = iter(_letters())
    opening = Chapter(mark := next(marks), OPENING, entries=_numbered(mark, before))
    phases = [_phase(book, piece) for kind in KINDS if kind.book == "chapter" for piece in book.of(kind.type)]
    return (opening, *phases, *_pieces(book, before, _some(book, pack.without), marks), *_lists(book, marks))


def _some(book: Handbook, addresses: Iterable[str]) -> list[Piece]:
    return [piece for address in addresses if (piece := book.at(address))]


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    yield from (one + other for one in ascii_uppercase for other in ascii_uppercase)


def _numbered(mark: str, pieces: Iterable[Piece]) -> tuple[Entry, ...]:
    return tuple(Entry(f"{mark}.{number}", piece) for number, piece in enumerate(pieces, 1))


def _phase(book: Handbook, phase: Piece) -> Chapter:
    mark = str(phase.data.number)
    return Chapter(mark, phase.data.name, phase.summary, _numbered(mark, book.steps(phase)), phase)


def _pieces(book: Handbook, before: list[Piece], without: list[Piece], marks: Iterator[str]) -> Iterator[Chapter]:
    """A chapter of each kind that is read piece by piece, without what stood before and what is for the site only."""
    for kind in KINDS:
        pieces = [piece for piece in book.of(kind.type) if piece not in (*before, *without) and not _made_up(piece)]
        if kind.book == "pieces" and pieces:
            mark = next(marks)
            yield Chapter(mark, *_called(book, kind.folder), _numbered(mark, pieces), folder=kind.folder)


def _lists(book: Handbook, marks: Iterator[str]) -> Iterator[Chapter]:
    """A chapter of each list that stands in the book as a whole."""
    for kind in KINDS:
        if kind.book == "list" and book.of(kind.type):
            yield Chapter(next(marks), *_called(book, kind.folder), folder=kind.folder)


def _made_up(piece: Piece) -> bool:
    """Whether nothing of it happened: it shows how a piece of its kind looks, and counts nowhere."""
    return bool(getattr(piece.data, "invented", False))


def _called(book: Handbook, folder: str) -> tuple[str, str]:
    """What a list is called in this method, and what it is about."""
    one = book.lists.get(folder, LISTS.get(folder))
    return (one.title, one.summary) if one else (BACKGROUND, "")


def numbers(found: tuple[Chapter, ...], book: Handbook) -> dict[str, str]:
    """The number of each piece by its address; what stands in a list has the letter of its chapter."""
    told = {chapter.address: chapter.mark for chapter in found}
    told |= {entry.piece.address: entry.number for chapter in found for entry in chapter.entries}
    lists = {chapter.folder: chapter.mark for chapter in found if not (chapter.entries or chapter.opener)}
    told |= {piece.address: lists[piece.kind.folder] for piece in book.pieces.values() if piece.kind.folder in lists}
    return told


@dataclass(frozen=True)
class Line:
    """A line of the index: a word, and where it is found; or the word under which it is found."""

    word: str
    places: tuple[tuple[str, str], ...] = ()
    """Number and address of each."""
    see: str = ""


def index(
    found: tuple[Chapter, ...], book: Handbook, texts: Mapping[str, str], words: Iterable[str] = ()
) -> list[tuple[str, list[Line]]]:
    """The words of the book by their first letter: titles of pieces, words of the glossary with the pieces that use them,
    and `words` that people search for. `texts` are the words of each piece by its address.
    """
    number = numbers(found, book)
    order = {address: place for place, address in enumerate(number)}
    places: dict[str, dict[str, None]] = {}
    """The addresses where each word is found, what is called so first."""
    shown: dict[str, str] = {}
    also: dict[str, tuple[str, str]] = {}
    """A word, and the word under which it is found, by the first of them in small letters."""

    def put(word: str, addresses: Iterable[str]) -> None:
        if there := [address for address in addresses if address in number]:
            shown.setdefault(word.casefold(), _upper(word))
            places.setdefault(word.casefold(), {}).update(dict.fromkeys(there))

    for piece in _named(found, book):
        put(plain(piece.title), [piece.address])
        for word in getattr(piece.data, "aliases", ()):
            also.setdefault(word.casefold(), (word, plain(piece.title)))
    for term in book.of("term"):
        title = plain(term.title)
        uses = best(book, texts, (term.data.term, *term.data.synonyms))
        if uses or title.casefold() in places:  # the glossary itself is in the order of the alphabet
            put(title, sorted((*uses, term.address), key=order.__getitem__))
        for word in (*term.data.synonyms, *(word for word in term.data.everyday if word.count(" ") < 2)):
            also.setdefault(word.casefold(), (word, title))
    for word in words:
        put(word, sorted(_searched(book, texts, word), key=lambda address: order.get(address, 0)))
    lines = [Line(shown[key], tuple((number[address], address) for address in own)) for key, own in places.items()]
    lines += [
        Line(_upper(word), see=shown[to.casefold()])
        for key, (word, to) in also.items()
        if key not in places and to.casefold() in places
    ]
    grouped: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: dutch.order(line.word)):
        first = dutch.order(line.word)[0]
        grouped[str(first[2])[:1].upper() if isinstance(first, tuple) and first[2] else "0–9"].append(line)
    return list(grouped.items())


def _named(found: tuple[Chapter, ...], book: Handbook) -> Iterator[Piece]:
    """What is looked up by its name: the pieces, and what stands in a list under a title of its own. A source has a number."""
    yield from (entry.piece for chapter in found for entry in chapter.entries)
    for kind in KINDS:
        if kind.book == "list" and kind.type != "term" and not kind.cited:
            yield from (piece for piece in book.of(kind.type) if hasattr(piece.data, kind.title_from))


def best(book: Handbook, texts: Mapping[str, str], words: Iterable[str]) -> list[str]:
    """Where one of the words stands, best first: in a title, in a summary, most often; of many places only the best."""
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
    said = {address: len(pattern.findall(text)) for address, text in texts.items()}
    uses = [address for address, count in said.items() if count]

    def weight(address: str) -> tuple[bool, bool, int]:
        piece = book.at(address)
        title, summary = (piece.title, piece.summary) if piece else ("", "")
        return bool(pattern.search(title)), bool(pattern.search(summary)), said[address]

    return sorted(uses, key=weight, reverse=True)[: BEST if len(uses) > FEW else FEW]


def _searched(book: Handbook, texts: Mapping[str, str], word: str) -> list[str]:
    """Where a word that people search for leads: what is said to be found by it, then where it stands."""
    named: list[str] = []
    for piece in book.pieces.values():
        if word.casefold() in (each.casefold() for each in getattr(piece.data, "everyday", ())):
            named += [piece.address] if piece.kind.exported else getattr(piece.data, "at", ())
    found = [there.address for address in named if (there := book.at(address))]
    return list(dict.fromkeys([*found, *best(book, texts, [word])]))[:BEST]


def _upper(word: str) -> str:
    return word[:1].upper() + word[1:]
