"""A pack on paper: one document of its sheets, with a cover, contents and working links, in as many volumes as it needs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from markupsafe import Markup

from handboek import markdown
from handboek.handbook import Handbook, Piece
from handboek.model.text import Words
from handboek.model.tools import Group, Pack
from handboek.pack import Chapter, Part, gather, group_of
from handboek.project import Project
from handboek.render import correction_mail
from handboek.render.renderer import Renderer, absolute
from handboek.sheets import qr
from handboek.sheets.sheet import VARIANTS, Sheet, drawn, fragment

LIMIT = 240
"""About how many pages a volume may have: laid out, a page of this handbook takes 1.7 to 2.2 MB of memory, and a process
stays under 600 MB. Two volumes are also made on two cores."""
LETTERS = 1300
"""How many letters of text stand on a page, at the least; for guessing before anything is laid out."""
BY_KIND = {variant.kind: variant for variant in VARIANTS}


@dataclass(frozen=True)
class Volume:
    """One PDF of a pack, not rendered yet."""

    pack: Pack
    chapters: tuple[Chapter, ...]
    group: Group | None = None
    """The group that the copies are for."""
    people: int | None = None
    """How many people are in that group."""
    piece: Piece | None = None
    """The pack as a piece of the handbook; nothing for a pack that somebody put together."""
    number: int = 1
    of: int = 1

    @property
    def kind(self) -> str:
        return "blad" if self.of == 1 else f"deel-{self.number}"

    @property
    def paper(self) -> str:
        return "A4"

    @property
    def url(self) -> str:
        """Where it stands on the site."""
        return f"{self.piece.address.rstrip('/') if self.piece else 'werkmap'}{self.suffix}.pdf"

    @property
    def suffix(self) -> str:
        return f"-{self.kind}" if self.of > 1 else ""

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for chapter in self.chapters for part in chapter.parts)

    @property
    def copies(self) -> tuple[tuple[str, int], ...]:
        """Everything behind the contents by its anchor, with how often it is printed."""
        return (*((part.address, part.copies) for part in self.parts), ("colofon", 1))


def volumes(
    book: Handbook, pack: Pack, piece: Piece | None = None, people: int | None = None, limit: int = LIMIT
) -> list[Volume]:
    """The volumes of a pack for a group of `people`: one, unless it would grow over `limit` pages."""
    group = group_of(book.offered, pack)
    made_for = people or (group.usual if group else None)
    shares = list(_shares(gather(book.offered, pack, people), book.offered, limit))
    return [
        Volume(pack, chapters, group, made_for, piece, number, len(shares)) for number, chapters in enumerate(shares, 1)
    ]


def _shares(chapters: tuple[Chapter, ...], book: Handbook, limit: int) -> Iterator[tuple[Chapter, ...]]:
    """The chapters in shares of at most so many pages: cut between chapters, inside one only where it is too large."""
    share: list[Chapter] = []
    room = limit
    waiting = list(reversed(chapters))
    while waiting:
        chapter = waiting.pop()
        need = sum(pages(part, book) for part in chapter.parts)
        if need > room and share:
            yield tuple(share)
            share, room = [], limit
        if need > room and len(chapter.parts) > 1:
            chapter, rest = _cut(chapter, book, room)
            need = room
            waiting.append(rest)
        share.append(chapter)
        room -= need
    if share:
        yield tuple(share)


def _cut(chapter: Chapter, book: Handbook, room: int) -> tuple[Chapter, Chapter]:
    """What of a chapter fits, at least one part and not all, and what is left; a part is never cut."""
    fits, used = 1, pages(chapter.parts[0], book)
    while fits < len(chapter.parts) - 1 and used + pages(chapter.parts[fits], book) <= room:
        used += pages(chapter.parts[fits], book)
        fits += 1
    return replace(chapter, parts=chapter.parts[:fits]), replace(chapter, parts=chapter.parts[fits:], led=False)


def pages(part: Part, book: Handbook) -> int:
    """About how many pages a part takes, rather too many than too few; a repeated page takes next to nothing."""
    if part.piece is None:
        return 1 + sum(map(_letters, _shown(part, book))) // LETTERS
    if hasattr(part.piece.data, "sheet"):
        return part.piece.data.pages or 1 + 2 * len(drawn(part.piece, book))
    return 1 + _letters(part.piece) // LETTERS


def _letters(piece: Piece) -> int:
    return sum(len(leaf.value) for leaf in piece.leaves() if isinstance(leaf.marker, Words))


def version(volume: Volume, book: Handbook) -> str:
    """Seven characters that change when the content of a part changes."""
    said = [
        f"{part.address} {part.copies} {' '.join(piece.hash for piece in _shown(part, book))}" for part in volume.parts
    ]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:7]


def _shown(part: Part, book: Handbook) -> tuple[Piece, ...]:
    """The pieces whose text a part shows."""
    if part.piece is None:
        return tuple(piece for piece in book.pieces.values() if piece.kind.folder == part.form)
    return (part.piece, *drawn(part.piece, book))


def html(volume: Volume, renderer: Renderer, project: Project) -> str:
    """The HTML document of a volume."""
    chapters = [
        (chapter, [(part, Markup(_article(part, renderer, project))) for part in chapter.parts])
        for chapter in volume.chapters
    ]
    text = renderer.fill(
        "pack/volume.html",
        volume=volume,
        version=version(volume, renderer.offered),
        pack=volume.pack,
        chapters=chapters,
        site=project.url,
        qr=partial(qr.code, project.codes),
        editors=project.mail,
        mail_about=correction_mail.link(
            project.mail,
            markdown.plain(volume.pack.title),
            f"{project.url}{volume.piece.address if volume.piece else 'werkmap/'}",
            renderer.handbook.method.release,
            version(volume, renderer.offered),
            people=renderer.handbook.method.words.people.many,
        ),
    )
    return _linked(absolute(text, project.url), project.url)


def style(templates: Path) -> str:
    """What packs add to the style of sheets."""
    return (templates / "pack" / "pack.css").read_text(encoding="utf-8")


def sheet_of(part: Part) -> Sheet | None:
    """The sheet that a part is; nothing for a list."""
    return Sheet(part.piece, BY_KIND[part.form]) if part.piece else None


def _article(part: Part, renderer: Renderer, project: Project) -> str:
    sheet = sheet_of(part)
    if sheet:
        return fragment(sheet, renderer, project).replace('href="#', f'href="#{part.address}:')
    return str(renderer.fill(f"pack/{part.form}.html", folder=part.form))


def _linked(text: str, site: str) -> str:
    """Links to what stands in this document lead there; the others lead to the site."""
    there = set(re.findall(r' id="([^"]+)"', text))

    def inside(match: re.Match[str]) -> str:
        page, _, spot = match[1].partition("#")
        for goal in (f"{page}:{spot}", page):
            if goal in there:
                return f'href="#{goal}"'
        return match[0]

    return re.sub(rf'href="{re.escape(site)}([^"]*)"', inside, text)
