"""One immutable object that holds every piece, with references resolved and what follows from them derived.

Pages, sheets and export see nothing else of the content.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from handboek import formats
from handboek.basis import Basis, basis_of
from handboek.belonging import belongs_to, order, phases_of
from handboek.document import Document, Place
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.load import Documents, entries, kind_of
from handboek.markdown import plain
from handboek.model.introspect import Leaf
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE, KINDS, LISTS
from handboek.model.lists import BEHIND, CHANGED, SHEET, ListPage
from handboek.model.method import Phase
from handboek.model.text import CITED, OWN, Correction, Lasting, Refers, Withdrawn
from handboek.model.words import Overview
from handboek.origin import Origin

Key = tuple[str, str]
"""Type and slug of a piece."""
CITED_TYPES = {kind.type for kind in KINDS if kind.cited}


@dataclass(frozen=True)
class Piece:
    """A piece of the handbook and what is derived from its place among the others."""

    entry: Entry
    data: Any
    """The validated model."""
    address: str
    """Relative to the site's root, with its last slash; with an anchor for what has no page of its own."""
    basis: Basis
    sources: tuple[str, ...]
    """Keys of the sources that it cites, in the order in which it cites them."""
    names: tuple[Key, ...]
    """The pieces that it refers to."""
    phases: tuple[str, ...] = ()
    """Slugs of the phases that use it, by number."""
    of: Piece | None = None
    """The piece below whose page its own stands, where that is there: for a translation the Dutch piece."""
    language: Any = None
    """The language of a translation, where the handbook has it: a model."""

    @property
    def kind(self) -> Kind:
        return self.entry.kind

    @property
    def type(self) -> str:
        return self.kind.type

    @property
    def slug(self) -> str:
        return self.entry.slug

    @property
    def key(self) -> Key:
        return _key(self.entry)

    @property
    def path(self) -> str:
        """The file that holds it, from the project's root."""
        return self.entry.document.path

    @property
    def title(self) -> str:
        """What people call it."""
        return str(getattr(self.data, self.kind.title_from, self.slug))

    @property
    def summary(self) -> str:
        return str(getattr(self.data, self.kind.summary_from, ""))

    @property
    def numbered(self) -> str:
        """What people call it where phases stand with their numbers: `2 Doen`."""
        return f"{self.data.number} {self.data.name}" if self.type == "phase" else self.title

    @property
    def draft(self) -> bool:
        """Whether it is shown in the preview only."""
        return getattr(self.data, "status", "") == "concept"

    @property
    def unreviewed(self) -> bool:
        """Whether it is a translation that nobody who speaks the language has read: it stands on the site, marked as such."""
        return getattr(self.data, "state", "") == "concept"

    @property
    def withdrawn(self) -> Withdrawn | None:
        """Since when and why nobody should use it; nothing for what still holds."""
        withdrawn: Withdrawn | None = getattr(self.of.data if self.of else self.data, "withdrawn", None)
        return withdrawn

    @property
    def corrected(self) -> tuple[Correction, ...]:
        """What was wrong in it and is right now, the newest first."""
        return tuple(sorted(getattr(self.data, "corrected", ()), key=lambda one: one.date, reverse=True))

    @cached_property
    def hash(self) -> str:
        """Seven characters that change when the content of this piece changes, and only then.

        What was never said of it does not count: papers keep their version when the models learn a new word.
        """
        said = self.data.model_dump(mode="json")
        said = {name: value for name, value in said.items() if value or name not in Lasting.model_fields}
        if self.entry.prose and self.kind.written:
            said["body"] = self.entry.prose.body  # the text of a page that is written by hand stands in no field
        content = json.dumps(said, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:7]

    def place(self, loc: tuple[str | int, ...] = (), *, key: bool = False) -> Place:
        return self.entry.place(loc, key=key)

    def leaves(self) -> Iterator[Leaf]:
        """Every marked text and reference in it."""
        return iter(self.entry.leaves)


@dataclass(frozen=True)
class Handbook:
    """All pieces, in the order in which a reader meets them, and what was wrong with the files."""

    pieces: Mapping[Key, Piece]
    entries: tuple[Entry, ...]
    """Everything that was read, also what could not be understood."""
    findings: tuple[Finding, ...]
    """What was wrong with the files themselves."""
    documents: Documents
    """Every file in the content folders, by its path."""
    origin: Origin | None = None
    """Whose edition it is, and what it changed; nothing for a method itself."""

    @property
    def written(self) -> Documents:
        """Every file as somebody wrote it, by its path from the project's root."""
        return self.origin.files if self.origin else self.documents

    @property
    def format(self) -> int:
        """The format of content for which it was written."""
        return formats.declared(self.documents)

    def of(self, type_: str) -> tuple[Piece, ...]:
        """All pieces of a type."""
        return self._by_type.get(type_, ())

    def one(self, type_: str) -> Any:
        """The data of the one piece of a type of which there is at most one; nothing where there is none."""
        return next((piece.data for piece in self.of(type_)), None)

    def get(self, type_: str, slug: str) -> Piece | None:
        return self.pieces.get((type_, slug))

    def some(self, type_: str, slugs: tuple[str, ...]) -> tuple[Piece, ...]:
        """The pieces with these slugs that exist, in this order."""
        return tuple(piece for slug in slugs if (piece := self.get(type_, slug)))

    def at(self, address: str) -> Piece | None:
        """The piece at an address, written with or without its slashes."""
        return self._addresses.get(address.strip("/"))

    def may_hold(self, address: str) -> bool:
        """Whether a piece may stand at an address once a file that is wrong now can be read: nobody knows yet."""
        address = address.strip("/")
        folder, _, slug = address.rpartition("/")
        folder = folder.partition("/")[0]
        if address in LISTS:  # any piece may be what the list follows from
            return bool(self.findings)
        return (folder, slug) in self._unread or (folder, "") in self._unread

    def citing(self, key: Key, *types: str) -> tuple[Piece, ...]:
        """The pieces (of these types) that refer to this one."""
        return tuple(self.pieces[other] for other in self._named_by[key] if not types or other[0] in types)

    def steps(self, phase: Piece) -> tuple[Piece, ...]:
        """The steps of a phase, in its order."""
        return self.some("step", phase.data.steps)

    def criteria(self, phase: Piece) -> tuple[Piece, ...]:
        """The criteria of a phase."""
        return tuple(piece for piece in self.of("criterion") if piece.phases == (phase.slug,))

    def phase_of(self, piece: Piece) -> Piece | None:
        """The first phase with a step that names this piece; without one, the first that uses it."""
        named = (slug for step in self.citing(piece.key, "step") for slug in step.phases if slug in piece.phases)
        return self.get("phase", next(named, piece.phases[0])) if piece.phases else None

    @cached_property
    def lists(self) -> Mapping[str, ListPage]:
        """The lists that have something to show, by the folder in which they stand, in the words of the method.

        A kind whose pieces were all withdrawn keeps its list: their pages lead to it.
        """
        shown = [piece for piece in self.pieces.values() if not piece.draft]
        folders = {piece.kind.folder for piece in shown}
        kinds = {kind.folder for kind in KINDS if kind.index}
        there = {piece.type for piece in shown if not piece.withdrawn}
        there |= {SHEET for type_ in there if BY_TYPE[type_].sheet}
        there |= {CHANGED for piece in shown if piece.withdrawn or piece.corrected}
        there |= self.origin.lists if self.origin else frozenset()
        words = {said.at: said for method in self.of("method") for said in method.data.words.lists}
        found: dict[str, ListPage] = {}
        for folder, one in LISTS.items():
            if folder in folders if folder in kinds else not one.needs or there.intersection(one.needs):
                found[folder] = _named(one, words[folder]) if folder in words else one
            if folder == BEHIND:
                found |= {
                    slug: tool for slug, tool in self._on_screen() if not tool.needs or there.intersection(tool.needs)
                }
        return found

    def _on_screen(self) -> Iterator[tuple[str, ListPage]]:
        """The tools that the method describes, each as the page on which it stands."""
        for piece in self.pieces.values():
            if piece.kind.on_screen and piece.kind.index:
                yield piece.slug, replace(piece.kind.index, title=plain(piece.title), summary=plain(piece.summary))

    @cached_property
    def offered(self) -> Handbook:
        """The same without drafts, what was withdrawn and translations that nobody has read: what lists, menu, packs and
        search know of.

        A criterion goes with its phase, and nothing belongs to a phase that went; pages of their own stay where they are.
        """
        gone = {phase.slug for phase in self.of("phase") if phase.withdrawn}
        left = {
            key: replace(piece, phases=phases) if len(phases) < len(piece.phases) else piece
            for key, piece in self.pieces.items()
            if not (piece.draft or piece.withdrawn or piece.unreviewed)
            for phases in [tuple(slug for slug in piece.phases if slug not in gone)]
            if phases or not _goes_with_phase(piece.kind)
        }
        return replace(self, pieces=left)

    @property
    def method(self) -> Any:
        """The method itself."""
        return self.pieces["method", "method"].data

    @cached_property
    def _by_type(self) -> dict[str, tuple[Piece, ...]]:
        found: dict[str, list[Piece]] = defaultdict(list)
        for piece in self.pieces.values():
            found[piece.type].append(piece)
        return {type_: tuple(pieces) for type_, pieces in found.items()}

    @cached_property
    def _unread(self) -> frozenset[tuple[str, str]]:
        """Folder and slug of each piece whose file is wrong; without a slug where a list of pieces is not whole."""
        wrong = {(entry.kind.folder, entry.slug) for entry in self.entries if entry.model is None and entry.kind.page}
        lists = {
            (kind.folder, "") for path, document in self.documents.items() if (kind := _list_unread(path, document))
        }
        return frozenset(wrong | lists)

    @cached_property
    def _addresses(self) -> dict[str, Piece]:
        return {piece.address.strip("/"): piece for piece in self.pieces.values()}

    @cached_property
    def _named_by(self) -> dict[Key, list[Key]]:
        found: dict[Key, list[Key]] = defaultdict(list)
        for piece in self.pieces.values():
            for key in piece.names:
                found[key].append(piece.key)
        return found


def _named(one: ListPage, said: Overview) -> ListPage:
    """A list with what a method says of it."""
    title, summary = plain(said.title or one.title), plain(said.summary or one.summary)
    return replace(one, title=title, summary=summary, intro=said.intro or "")


def _list_unread(path: str, document: Document) -> Kind | None:
    """The kind of piece of which a file holds a list that could not be read."""
    kind = kind_of(path)
    return kind if kind and kind.many and kind.page and not isinstance(document.data.get(kind.many), list) else None


def assemble(documents: Documents) -> Handbook:
    """Resolve the references between documents that were read, and derive what follows from them."""
    found, findings = entries(documents)
    valid = {_key(entry): entry for entry in reversed(found) if entry.model is not None}
    numbers = {slug: entry.model.number for (_, slug), entry in valid.items() if isinstance(entry.model, Phase)}
    addresses = {_address(entry).strip("/"): key for key, entry in valid.items()}
    pieces = {key: _piece(entry, addresses, valid) for key, entry in valid.items()}
    used_by = phases_of(pieces, numbers)
    ordered = sorted(pieces.items(), key=lambda item: order(item[1], numbers, used_by))
    return Handbook(
        {key: _derived(piece, pieces, used_by.get(key, ())) for key, piece in ordered},
        tuple(found),
        tuple(findings),
        documents,
    )


def _piece(entry: Entry, addresses: Mapping[str, Key], valid: Mapping[Key, Entry]) -> Piece:
    assert entry.model is not None
    names: dict[Key, None] = {}
    sources: dict[str, None] = {}
    for leaf in entry.leaves:
        if isinstance(leaf.marker, Refers):
            by_address = leaf.marker.kind == "address"
            key = addresses.get(leaf.value) if by_address else (leaf.marker.kind, leaf.value)
            if key and key in valid:
                names.setdefault(key)
            if leaf.marker.kind in CITED_TYPES and leaf.value != OWN:
                sources.setdefault(leaf.value)
        elif leaf.marker.block:
            sources |= dict.fromkeys(CITED.findall(leaf.value))
    return Piece(entry, entry.model, _address(entry), basis_of(entry.model), tuple(sources), tuple(names))


def _derived(piece: Piece, pieces: Mapping[Key, Piece], phases: tuple[str, ...]) -> Piece:
    """A piece with its phases, and what a translation stands below."""
    if not piece.kind.below:
        return replace(piece, phases=phases)
    languages = [pieces[key].data for key in piece.names if key[0] == "language"]
    below = [pieces[key] for key in piece.names if key[0] != "language"]
    return replace(piece, phases=phases, of=next(iter(below), None), language=next(iter(languages), None))


def _key(entry: Entry) -> Key:
    return (entry.kind.type, _address(entry) if entry.kind.local else entry.slug)


def _address(entry: Entry) -> str:
    """The address of a piece; a file's folder decides for pieces inside a phase, its data for one below another's page."""
    if entry.kind.below and entry.model:
        return "".join(f"{getattr(entry.model, field)}/" for field in entry.kind.below)
    return entry.kind.address(entry.slug, belongs_to(entry.kind, entry.document.path))


def _goes_with_phase(kind: Kind) -> bool:
    """Whether a kind has no life outside the page of its phase."""
    return bool(kind.within) and not kind.page
