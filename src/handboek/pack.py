"""What a pack holds: chapters of parts, each with its number of copies, gathered from the handbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from handboek import paper, workshop
from handboek.book import chapters
from handboek.handbook import Handbook, Key, Piece
from handboek.model.kinds import KINDS, LISTS
from handboek.model.tools import Pack, PackEntry, PackTask
from handboek.model.workshop import Group
from handboek.session import Session, Wish, session
from handboek.translations import translations_of

WITH_SHEET = tuple(kind.type for kind in KINDS if kind.sheet)
"""The kinds of piece that are a PDF of their own."""

LETTERS = {"persoon": "p", "tweetal": "t", "groep": "g", "tafel": "g"}
"""What a link says of what a copy is for, where that grows with a group."""

LARGEST_GROUP = 200
"""The most people that a pack is made for."""

BEFORE = "vooraf"
"""The form of a sheet for who sends a letter; it lies in front of the letter."""
DAYS = "dagen"
"""The form of what says who does what on which day."""


@dataclass(frozen=True)
class Part:
    """Something to print in a pack: a sheet of a piece, or a whole list."""

    piece: Piece | None
    form: str = "blad"
    """Which of the sheets of the piece, or the folder of the list."""
    copies: int = 1
    per: str = ""
    """What a copy is for, where it is handed out."""
    said: str = ""
    """What a list is called."""

    @property
    def title(self) -> str:
        if self.piece is None:
            return self.said
        if self.piece.of:
            return f"{self.piece.of.title} ({self.piece.language.dutch})"
        return workshop.called(self.piece.title, self.form)

    @property
    def name(self) -> str:
        """What kind of thing it is, in Dutch; nothing where the title says it."""
        return self.piece.kind.name if self.piece and self.form == "blad" else ""

    @property
    def address(self) -> str:
        """What links to it inside the pack; stands once in a pack."""
        if self.piece is None:
            return f"{self.form}/"
        return self.piece.address + (f"{self.form}/" if self.form != "blad" else "")


@dataclass(frozen=True)
class Chapter:
    """Parts that belong together."""

    title: str
    parts: tuple[Part, ...]
    led: bool = False
    """Whether the first part opens the chapter, such as a phase before its steps."""


def group_of(book: Handbook, pack: Pack) -> Group | None:
    """The group that a pack is made for: its own, or that of its script."""
    script = book.get("script", pack.script) if pack.script else None
    return pack.group or (script.data.group if script else None)


def own_session(part: Part, held: Session | None) -> Session | None:
    """The session that a part of a pack is made for; nothing where it is the usual one, or where none shows in it."""
    shows = part.piece and part.piece.type == "script" and part.form in ("blad", workshop.HAND_OUT)
    return held if shows and part.piece and held != session(part.piece.data) else None


def held_of(book: Handbook, pack: Pack, wish: Wish | None = None) -> Session | None:
    """The session of its script that a pack is for."""
    script = book.get("script", pack.script) if pack.script else None
    return session(script.data, wish, pack.group) if script else None


def usual(book: Handbook, piece: Piece) -> Session | None:
    """The session that the ready files of a script or of its pack are for."""
    if piece.type == "pack":
        return held_of(book, piece.data)
    return session(piece.data) if piece.type == "script" else None


def gather(book: Handbook, pack: Pack, wish: Wish | None = None) -> tuple[Chapter, ...]:
    """Everything in a pack for a wish (default: the usual group and session), in order, nothing twice."""
    group, held = group_of(book, pack), held_of(book, pack, wish)
    people = held.people if held else wish.people if wish else None
    if group is None and people:
        group = Group(least=2, most=LARGEST_GROUP, usual=people, per_group=4)
    chapters = [
        *(_whole(book, pack) if pack.whole else ()),
        *(_phase(book, phase) for phase in book.some("phase", (pack.phase,) if pack.phase else ())),
        *(
            chapter
            for script in book.some("script", (pack.script,) if pack.script else ())
            for chapter in (_script(book, script, held) if held else ())
        ),
        *(_list(book, folder) for folder in pack.all_of),
        Chapter("Verder in deze map" if _gathers(pack) else "", tuple(_pieces(book, pack.pieces, group, people))),
    ]
    if not pack.whole:
        chapters = [replace(chapter, parts=tuple(_enclosing(book, chapter))) for chapter in chapters]
    chapters = [replace(chapter, parts=tuple(_spoken(book, chapter))) for chapter in chapters]
    if not pack.whole:
        chapters = [replace(chapter, parts=tuple(_explained(chapter))) for chapter in chapters]
    return tuple(_once(chapters))


def _explained(chapter: Chapter) -> Iterator[Part]:
    """The parts, with what somebody reads first in front of each letter: once, however many copies go out."""
    for part in chapter.parts:
        if part.piece and part.form == "blad" and BEFORE in part.piece.kind.forms and not part.piece.withdrawn:
            yield Part(part.piece, BEFORE)
        yield part


def _enclosing(book: Handbook, chapter: Chapter) -> Iterator[Part]:
    """The parts, each letter followed by what goes into its envelope: as many of it."""
    for part in chapter.parts:
        yield part
        if part.piece and part.form == "blad":
            for address in getattr(part.piece.data, "encloses", ()):
                if piece := book.at(address):
                    yield replace(part, piece=piece)


def _spoken(book: Handbook, chapter: Chapter) -> Iterator[Part]:
    """The parts, each followed by the same in the languages that an edition is for, as far as somebody has read them."""
    edition = book.origin.edition if book.origin else None
    for part in chapter.parts:
        yield part
        if part.piece and part.form == "blad" and edition and edition.languages:
            yield from (replace(part, piece=one) for one in translations_of(book, part.piece))


def tasks_of(book: Handbook, role: Piece) -> list[tuple[Piece, list[tuple[str, PackTask]]]]:
    """The packs that say what this role does on which day, each with those days."""
    found = []
    for pack in book.citing(role.key, "pack"):
        tasks = [(one.day, task) for one in pack.data.days for task in one.tasks if role.slug in task.roles]
        found += [(pack, tasks)] if tasks else []
    return found


LINK = re.compile(r"\]\(/([^()\[\]#\s/]+(?:/[^()\[\]#\s/]+)*)/?(?:#[^()\[\]\s]*)?\)")
"""Where a text of a task leads on."""


def beside(book: Handbook, pack: Pack) -> list[Piece]:
    """What its tasks lead to that can be printed and does not come along in the pack, in order."""
    held = {part.address for chapter in gather(book, pack) for part in chapter.parts}
    tasks = [task for one in pack.days for task in one.tasks]
    named = (book.at(address) for task in tasks for address in (task.at or "", *LINK.findall(task.text)))
    found = {
        piece.key: piece for piece in named if piece and not piece.withdrawn and not unprintable(book, [piece.address])
    }
    return [piece for piece in found.values() if piece.address not in held]


def unprintable(book: Handbook, addresses: Iterable[str]) -> list[str]:
    """The addresses where nothing stands that has a form on paper."""
    pieces = {address: book.at(address) for address in addresses}
    return [address for address, piece in pieces.items() if not piece or not (piece.kind.sheet or piece.kind.inside)]


def put_together(book: Handbook, title: str, addresses: Iterable[str], people: int | None) -> Pack:
    """A pack that somebody asks for, as it would stand in a file; everybody in a group gets a copy of each piece.

    It is as old as the method that it is taken from. Raises `ValidationError` where it is too large or has no fit title.
    """
    per = "persoon" if people else "zaal"
    return Pack.model_validate(
        {
            "title": title,
            "summary": "Samengesteld uit het handboek.",
            "purpose": "Om te printen.",
            "checked": book.method.checked,
            "pieces": [{"piece": address.strip("/"), "per": per} for address in addresses],
        }
    )


def on_paper(chapters: tuple[Chapter, ...], files: Mapping[Key, tuple[Any, ...]], pages: int) -> str:
    """How many sheets of which paper a pack of so many `pages` is, from the files of its pieces; nothing where it is not known."""
    if not pages:
        return ""
    beside = []
    for part in (part for chapter in chapters for part in chapter.parts if part.piece):
        assert part.piece
        file = next((one for one in files.get(part.piece.key, ()) if one.kind == part.form), None)
        if file and not file.paper.startswith("A4"):
            beside.append(paper.Count(file.pages, part.copies, front=True, paper=file.paper.partition("-")[0]))
    pages -= sum(place.part > 0 for place in paper.order([paper.Count(2), *beside]))
    others = [(one.paper, one.pages, one.copies) for one in beside]
    return paper.said(paper.needed([*others, ("A4", pages, 1)]))


def own_pack(chapters: tuple[Chapter, ...], group: Group | None = None) -> str:
    """The sheets as the reader's own pack takes them from a link: each with its number, and per what that is (`LETTER` in pack.js)."""
    said = []
    for part in (part for chapter in chapters for part in chapter.parts):
        if part.piece and part.piece.kind.sheet and not part.piece.of:
            letter = LETTERS.get(part.per, "") if group else ""
            number = part.copies // workshop.shares(group, group.usual)[part.per] if group and letter else part.copies
            said.append(f"{part.address.rstrip('/')}:{number}{letter}")
    return ",".join(said)


def _gathers(pack: Pack) -> bool:
    return bool(pack.whole or pack.phase or pack.script or pack.all_of)


def _once(chapters: list[Chapter]) -> Iterator[Chapter]:
    """The chapters without what stood in one before, and without those that are empty then."""
    seen: set[str] = set()
    for chapter in chapters:
        parts = []
        for part in chapter.parts:
            if part.address not in seen and not (part.piece and part.piece.draft):
                seen.add(part.address)
                parts.append(part)
        if parts:
            yield Chapter(chapter.title, tuple(parts), chapter.led)


def _phase(book: Handbook, phase: Piece) -> Chapter:
    """A phase with its steps and every sheet that it uses."""
    own = [
        phase,
        *book.steps(phase),
        *(piece for type_ in WITH_SHEET for piece in book.of(type_) if phase.slug in piece.phases),
    ]
    return Chapter(f"Fase {phase.data.number} · {phase.data.name}", tuple(Part(piece) for piece in own), led=True)


def _whole(book: Handbook, pack: Pack) -> Iterator[Chapter]:
    """The chapters of the book."""
    for chapter in chapters(book, pack):
        own = [Part(piece) for piece in (chapter.opener, *(entry.piece for entry in chapter.entries)) if piece]
        listed = Part(None, chapter.folder, said=chapter.title)
        yield Chapter(f"{chapter.mark} · {chapter.title}", tuple(own) or (listed,), led=not own or bool(chapter.opener))


def _script(book: Handbook, script: Piece, held: Session) -> Iterator[Chapter]:
    """A script with its sheets in the order in which they are handed out; who has a sheet keeps it."""
    yield Chapter("Voor de trainer", (Part(script, per="trainer"),))
    needed = {(one.piece, one.form): one for one in workshop.packing(held)}
    for row in held.rows:
        handed = [needed[sheet.piece, sheet.form] for sheet in row.part.sheets]
        pieces = [(one, piece) for one in handed if (piece := book.at(one.piece)) and piece.kind.sheet]
        yield Chapter(row.part.title, tuple(Part(piece, one.form, one.copies, one.per) for one, piece in pieces))
    yield Chapter("Voor deelnemers", (Part(script, workshop.HAND_OUT, held.people, "persoon"),))
    yield Chapter("Na afloop", (Part(script, workshop.AFTERWARDS, held.people, "persoon"),))


def _called(book: Handbook, folder: str) -> str:
    """What a list is called in this method, also where it has nothing to show."""
    return book.lists.get(folder, LISTS[folder]).title


def _list(book: Handbook, folder: str) -> Chapter:
    pieces = (piece for piece in book.pieces.values() if piece.kind.folder == folder)
    return Chapter(_called(book, folder), tuple(Part(piece) for piece in pieces))


def _pieces(book: Handbook, entries: tuple[PackEntry, ...], group: Group | None, people: int | None) -> Iterator[Part]:
    for entry in entries:
        piece = book.at(entry.piece)
        if piece and (piece.kind.sheet or piece.kind.inside):
            copies = workshop.copies(group, entry, people) if group else entry.number
            yield Part(piece, entry.form, copies, entry.per if group else "")
