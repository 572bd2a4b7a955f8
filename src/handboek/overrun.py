"""Paper of an edition that has more pages than it should, since its own words take more room: what to make shorter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handboek import adapted
from handboek.dutch import count
from handboek.handbook import Handbook, Key, Piece
from handboek.render.renderer import File
from handboek.resources import EDITION, OWN

CARDS = ("A5", "A6")
"""The sizes of paper that are one card, whatever stands on it."""


def overrun(book: Handbook, files: Mapping[Key, Sequence[File]]) -> Iterator[tuple[Piece, str]]:
    """A line for each sheet that runs over; `files` are those of each piece, its sheet first."""
    for piece in book.pieces.values() if book.origin else ():
        due, main = _due(book, piece), next(iter(files.get(piece.key, ())), None)
        if due and main and (main.pages or 0) > due and not piece.of:
            has = count(main.pages or 0, "bladzijde", "bladzijden")
            yield piece, f"`{piece.address.strip('/')}` beslaat {has} en heeft plaats voor {due}. {_helps(book, piece)}"


def _due(book: Handbook, piece: Piece) -> int:
    """How many pages the sheet of a piece has; nothing where that follows from what stands on it."""
    if piece.kind.addressed:
        found = adapted.of(book, piece)
        own = found is not None and found.own  # a letter of one's own may be as long as somebody wants, a card not
        return 0 if own and getattr(piece.data, "size", "") not in CARDS else 1
    return getattr(piece.data, "pages", None) or 0 if piece.kind.flows else 0


def _helps(book: Handbook, piece: Piece) -> str:
    found = adapted.of(book, piece)
    if not found and piece.kind.addressed:
        return f"Maak in `{EDITION}` korter wat bovenaan staat (`adres`, `bereikbaar`, het logo) of wat onder `woorden` staat, of kort een zin in met `handboek edition change`."
    if not found and not (book.origin and book.origin.edition.words):
        return "Jullie naam en logo nemen hier meer plek dan die van de basis. Maak een zin korter met `handboek edition change`."
    if not found:
        return f"Kijk welk woord onder `woorden` in `{EDITION}` langer is, of maak een zin korter met `handboek edition change`."
    longest = max(found.changes, key=lambda one: len(one.now) - len(one.was), default=None)
    where = f", om te beginnen bij `{longest.field}`" if longest else ""
    more = " Of schrijf bij `pages` hoeveel het er zijn." if found.own and hasattr(piece.data, "pages") else ""
    return f"Maak de tekst korter in `{OWN}/{piece.path}`{where}.{more}"
