"""What an edition made of its base, as a reader is told of it: by piece, and about the whole."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handboek import dutch, formats
from handboek.document import Document
from handboek.edition import places
from handboek.handbook import Handbook, Piece
from handboek.load import kind_of, slug_of
from handboek.model.edition import dial
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE
from handboek.origin import Changed
from handboek.resources import BASE

PAGE = "aanpassingen"
"""The page that tells of all of it."""


@dataclass(frozen=True)
class Adapted:
    """What is an edition's own in one piece."""

    piece: Piece
    own: bool
    """Whether the base does not have the piece at all."""
    changes: tuple[Changed, ...]

    @property
    def anchor(self) -> str:
        """Where the page of changes tells of it."""
        return re.sub(r"[/#]+", "-", self.piece.address.strip("/")) or "home"


def of(book: Handbook, piece: Piece) -> Adapted | None:
    """What an edition has of its own in a piece; nothing where that is as the base has it, or where there is no base."""
    origin = book.origin
    if origin is None:
        return None
    prose = piece.entry.prose.path if piece.entry.prose else piece.path
    changes = tuple(one for one in origin.changed(piece.path, prose) if not piece.kind.many or one.slug == piece.slug)
    own = piece.path in origin.own
    if piece.kind.many and not own:
        base = origin.files.get(f"{BASE}/{piece.path}")
        own = base is not None and piece.slug not in {slug for slug, _ in _held(piece.kind, base)}
    return Adapted(piece, own, changes) if own or changes else None


def pieces(book: Handbook) -> tuple[Adapted, ...]:
    """Every piece in which an edition has something of its own, in the order of the handbook."""
    return tuple(found for piece in book.pieces.values() if not piece.draft and (found := of(book, piece)))


def left_out(book: Handbook) -> list[tuple[Kind, str]]:
    """The pieces of the base that the edition does not have: their kind, and what the base calls them."""
    files = book.origin.files if book.origin else {}
    base = {path.removeprefix(f"{BASE}/"): document for path, document in files.items() if path.startswith(f"{BASE}/")}
    there = {(piece.path, piece.slug) for piece in book.pieces.values()}
    gone = []
    for path, document in base.items():
        kind = kind_of(path)
        if kind and kind.exported:
            titles = _held(kind, document) if kind.type != "translation" else _translated(document, base)
            gone += [(kind, title) for slug, title in titles if _lost(path, slug, kind, there)]
    return gone


def _translated(document: Document, base: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """A translation in a base as people call it: what it translates, with the language."""
    of = base.get(places.addresses(dict(base)).get(str(document.data.get("of")).strip("/"), ""))
    languages = base.get(BY_TYPE["language"].files)
    rows = languages.data.get("languages") if languages else None
    code = document.data.get("language")
    named = [str(row["dutch"]) for row in rows or () if isinstance(row, dict) and row.get("id") == code]
    yield "", f"{of.data.get('title') if of else document.data.get('of')}, in het {named[0] if named else code}"


def _lost(path: str, slug: str, kind: Kind, there: set[tuple[str, str]]) -> bool:
    return (path, slug) not in there if kind.many else all(path != other for other, _ in there)


def _held(kind: Kind, document: Document) -> Iterator[tuple[str, str]]:
    """The pieces in a file of the base: what each is known by, and its title."""
    rows = document.data.get(kind.many) if kind.many else [document.data]
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            slug = row.get(kind.slug_from) if kind.slug_from else slug_of(kind, document.path.removeprefix(f"{BASE}/"))
            yield str(slug), str(row.get(kind.title_from) or slug)


def base(book: Handbook, word: str = "uitgave ") -> str:
    """What an edition stands on: the name of its base and, behind `word`, the month of its release."""
    told = book.origin.base if book.origin else None
    if told is None:
        return ""
    month = dutch.month(told.release) if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", told.release) else told.release
    return f"{told.title}, {word}{month}"


def taken(book: Handbook) -> str:
    """When the base was taken over, in Dutch."""
    try:
        return dutch.day(datetime.date.fromisoformat(book.origin.base.taken)) if book.origin else ""
    except ValueError:  # nobody knows any more
        return "een onbekende dag"


POINTS = re.compile(r"\n\n|\n(?=- )")
"""Between two paragraphs, or two points of a list: each is read on its own."""


def shown(book: Handbook, text: str) -> list[str]:
    """The paragraphs of a text of base or edition, to read on its own: what refers to a piece as the title of that."""
    titles = {piece.slug: piece.title for piece in book.pieces.values()}
    parts = (part.strip().removeprefix("- ").lstrip("# ") for part in POINTS.split(text))
    return [titles.get(part, part) for part in parts if part]


def independence(book: Handbook) -> str:
    """On whom a handbook depends; of an edition whose it is, and what its base says of itself, in the words of that."""
    if book.origin is None:
        return str(book.method.independence)
    theirs = book.origin.files.get(f"{BASE}/{formats.PATH}")
    said = " ".join(str(theirs.data.get("independence", "")).split()) if theirs else ""
    quoted = f" In die basis staat: ‘{said}’" if said else ""
    return f"Dit is een uitgave van {book.origin.edition.organisation}, op de basis van {base(book)}.{quoted}"


def addresses(book: Handbook) -> set[str]:
    """Where the pages of an edition lead that those of its base do not: its own numbers and mail."""
    if book.origin is None:
        return set()
    edition = book.origin.edition
    mails = filter(None, (edition.mail, *(one.mail for one in edition.reached)))
    return {*map(dial, edition.phones), *(f"mailto:{mail}" for mail in mails)}
