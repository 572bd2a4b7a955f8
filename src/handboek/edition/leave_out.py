"""What an edition leaves out of its base, and what goes along with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from handboek.document import Document, Loc
from handboek.edition.along import Gone, along, whys
from handboek.edition.mentions import mentions
from handboek.edition.splice import Op, again, edits
from handboek.edition.unlink import unlinked
from handboek.finding import Finding
from handboek.handbook import Handbook, Key, Piece, assemble
from handboek.load import Documents
from handboek.model.edition import Edition, LeftOut
from handboek.model.kind import Kind
from handboek.model.kinds import KINDS
from handboek.patched import Patched, Spot
from handboek.resources import BASE
from handboek.wording import nearest

KINDS_AT, PHASES_AT, PIECES_AT = ("weg", "soorten"), ("weg", "fasen"), ("weg", "stukken")


@dataclass(frozen=True)
class Left:
    """What is left of a base."""

    documents: dict[str, Document]
    findings: list[Finding]
    """Names of what is not there, and what became hollow so that no rule says it."""
    why: Mapping[str, Spot] = field(default_factory=dict)
    """By file that lost something, or that lost what used it: where it is said that this is left out. By nothing: where it
    is said that anything is."""
    meant: Mapping[str, str] = field(default_factory=dict)
    """By name that the base does not have: the one that was taken for it, so that what follows is told as well."""

    def said(self, edition: Edition) -> Edition:
        """The edition with the names in it that were meant."""
        out = edition.left_out
        names = {
            field: tuple(self.meant.get(name, name) for name in getattr(out, field)) for field in type(out).model_fields
        }
        return edition.model_copy(update={"left_out": out.model_copy(update=names)})


def apply(
    edition: Edition,
    texts: dict[str, Patched],
    documents: dict[str, Document],
    said: Document,
    own: Collection[str],
) -> Left:
    """What is left without what is left out, and without what refers to that; `texts` follows.

    `said` is the file that leaves it out, `own` are the files with pieces of the edition's own: those stay as they are, and
    the check says what they refer to in vain.
    """
    if edition.left_out == LeftOut() and edition.languages is None:
        return Left(documents, [])
    base = _Base(assemble(documents), texts, own)
    gone, findings, meant = _named(edition.left_out, base, said)
    if edition.languages is not None:
        findings += _unspoken(edition.languages, base, said, gone)
    todo = _along(base, gone, said)
    why = _lost(base, gone, todo, said)
    made = _without(base, gone, todo, texts)
    named = _gone(base, gone, said)
    for path, document in made.items():
        edited = list(unlinked(document, named, base.title)) if document.node or document.body else []
        edited = [(edit, spot) for edit, spot in edited if texts[path].spot(edit.start).path.startswith(f"{BASE}/")]
        if edited:
            texts[path] = texts[path].with_([edit for edit, _ in edited])
            made[path] = again(document, texts[path])
            why.setdefault(path, edited[0][1])
    findings += mentions(base.book, gone, made, texts)
    return Left(made, findings, why, meant)


def files_gone(edition: Edition, base: Documents, said: Document) -> frozenset[str]:
    """The files of a base of which an edition has nothing."""
    texts = {path: Patched.of(f"{BASE}/{path}", document.text) for path, document in base.items()}
    return frozenset(base.keys() - apply(edition, texts, dict(base), said, ()).documents.keys())


@dataclass(frozen=True)
class _Base:
    """The handbook with everything in it, and what of it came with the base."""

    book: Handbook
    texts: Mapping[str, Patched]
    own: Collection[str]

    def came(self, piece: Piece) -> bool:
        """Whether a piece is the base's, and not the edition's own."""
        if piece.path not in self.own:
            return True
        place = piece.place()
        return self.texts[piece.path].place(place.line, place.column).path.startswith(f"{BASE}/")

    def left(self, gone: Collection[Key]) -> Handbook:
        """The handbook without these pieces."""
        return replace(self.book, pieces={key: piece for key, piece in self.book.pieces.items() if key not in gone})

    def title(self, type_: str, slug: str) -> str:
        piece = self.book.get(type_, slug)
        return piece.title if piece else ""

    @cached_property
    def addresses(self) -> dict[str, Piece]:
        """Every piece by what people write for it: its address, that of a row of a list without `#`, and old addresses."""
        there = {piece.address.strip("/").replace("#", ""): piece for piece in self.book.pieces.values()}
        there |= {piece.address.strip("/"): piece for piece in self.book.pieces.values() if piece.kind.page}
        moved = {piece.data.from_: piece.data.to for piece in self.book.of("redirect")}
        for old, new in moved.items():
            if new in there:
                there.setdefault(old, there[new])
        return {address: piece for address, piece in there.items() if address and ":" not in address}


def _named(left_out: LeftOut, base: _Base, said: Document) -> tuple[dict[Key, Spot], list[Finding], dict[str, str]]:
    """The pieces that are left out by name, each with the place of that name; what is wrong with the names, and which were meant."""
    gone: dict[Key, Spot] = {}
    guessed: dict[str, str] = {}
    findings: list[Finding] = []
    kinds: dict[str, list[Kind]] = defaultdict(list)
    for kind in KINDS:
        if not kind.home:
            for name in {kind.folder, kind.name, kind.plural, kind.type} - {""}:
                kinds[name.replace(" ", "-")].append(kind)
    phases = {piece.slug: piece for piece in base.book.of("phase")}

    def look(names: tuple[str, ...], loc: Loc, there: Mapping[str, list[Piece]], what: str) -> None:
        for index, name in enumerate(names):
            place = said.place((*loc, index))
            if name not in there:
                meant = nearest(name, sorted(there)) or ""
                guessed.update({name: meant} if meant else {})
                helps = "" if meant else "Haal de regel weg: er valt niets weg te laten."
                findings.append(
                    Finding(
                        said.path, place.line, place.column, "uitgave", f"De basis heeft geen {what} `{name}`.", helps,
                        "error" if meant else "warning", meant, place.width,
                    )
                )  # fmt: skip
            for piece in there.get(guessed.get(name, name), ()):
                if base.came(piece):
                    gone.setdefault(piece.key, Spot(said.path, place.line, place.column))

    of = {name: [piece for kind in some for piece in base.book.of(kind.type)] for name, some in kinds.items()}
    look(left_out.kinds, KINDS_AT, of, "soort")
    look(left_out.phases, PHASES_AT, {slug: [piece] for slug, piece in phases.items()}, "fase")
    pieces = {address: [piece] for address, piece in base.addresses.items() if not piece.kind.home}
    look(left_out.pieces, PIECES_AT, pieces, "stuk")
    return gone, findings, guessed


def _unspoken(languages: tuple[str, ...], base: _Base, said: Document, gone: dict[Key, Spot]) -> Iterator[Finding]:
    """Add to `gone` the languages that nobody speaks where the edition is for; what is wrong with those that it names."""
    known = {piece.slug: piece for piece in base.book.of("language")}
    for index, name in enumerate(languages):
        if name not in known:
            place = said.place(("talen", index))
            meant = nearest(name, sorted(known)) or ""
            helps = f"Kies uit: {', '.join(sorted(known))}. Of zet er zelf een bij in `eigen/phases/talen.yml`."
            what = f"De basis heeft geen taal `{name}`."
            yield Finding(
                said.path, place.line, place.column, "uitgave", what, helps, suggestion=meant, width=place.width
            )
    place = said.place(("talen",), key=True)
    for slug, piece in known.items():
        if slug not in languages and base.came(piece):
            gone.setdefault(piece.key, Spot(said.path, place.line, place.column))


def _gone(base: _Base, gone: Mapping[Key, Spot], said: Document) -> Gone:
    """What is left out as references name it, with the lists that have nothing to show any more."""
    addresses = {base.book.pieces[key].address.strip("/"): spot for key, spot in gone.items()}
    place = said.place(("weg",), key=True)
    lists = base.book.lists.keys() - base.left(gone.keys()).lists.keys()
    return Gone(gone, dict.fromkeys(lists, Spot(said.path, place.line, place.column)) | addresses)


def _along(base: _Base, gone: dict[Key, Spot], said: Document) -> dict[Key, list[Op]]:
    """Add to `gone` what goes along, until nothing does any more; and what is taken out of the pieces that stay."""
    while True:
        for key in [key for key in gone if base.book.pieces[key].kind.by_folder]:
            folder = PurePosixPath(base.book.pieces[key].path).parent
            for piece in base.book.pieces.values():
                if PurePosixPath(piece.path).is_relative_to(folder) and base.came(piece):
                    gone.setdefault(piece.key, gone[key])
        named = _gone(base, gone, said)
        todo: dict[Key, list[Op]] = {}
        more: dict[Key, Spot] = {}
        for key, piece in base.book.pieces.items():
            because = whys(piece.entry, named) if key not in gone and base.came(piece) else []
            ops = along(piece.entry, named) if because else None
            if ops is not None:
                todo[key] = ops
            elif because:
                more[key] = because[0]
        if not more:
            return todo
        gone |= more


def _lost(base: _Base, gone: Mapping[Key, Spot], todo: Collection[Key], said: Document) -> dict[str, Spot]:
    """By file of a piece that lost something, or that something named which is not there as it was: because of what."""
    place = said.place(("weg",), key=True)
    why = {"": Spot(said.path, place.line, place.column)}
    for key in (*gone, *todo):
        piece = base.book.pieces[key]
        causes = (gone[one] for one in (key, *piece.names, *gone) if one in gone)
        spot = next(causes)
        for other in (key, *piece.names):
            if other not in gone:
                why.setdefault(base.book.pieces[other].path, spot)
    return why


def _without(
    base: _Base, gone: Collection[Key], todo: Mapping[Key, list[Op]], texts: dict[str, Patched]
) -> dict[str, Document]:
    """The documents without the pieces that are gone, and with the others as they are left."""
    documents = dict(base.book.documents)
    ops: dict[str, list[Op]] = defaultdict(list)
    for key, inner in todo.items():
        ops[base.book.pieces[key].path] += inner
    for key in gone:
        piece = base.book.pieces[key]
        if piece.kind.many:
            ops[piece.path].append(Op(piece.entry.loc, "remove"))
            continue
        folder = f"{PurePosixPath(piece.path).parent}/" if piece.kind.by_folder else ""
        for path in [path for path in documents if path == piece.path or (folder and path.startswith(folder))]:
            if path not in texts or texts[path].spot(0).path.startswith(f"{BASE}/"):
                documents.pop(path)
                texts.pop(path, None)
    for path, inner in ops.items():
        if path not in documents:
            continue
        rows = next((piece.kind.many for piece in base.book.pieces.values() if piece.path == path), "")
        out = {op.loc for op in inner if len(op.loc) == 2 and op.loc[0] == rows}
        if rows and len(out) == len(documents[path].data[rows]):
            del documents[path], texts[path]
            continue
        texts[path] = texts[path].with_(edits(documents[path], inner))
        documents[path] = again(documents[path], texts[path])
    return documents
