"""A pack on paper: its sheets bound into one PDF, between a cover with contents and a colophon that are made for it."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

import pikepdf

from handboek import markdown, paper
from handboek.handbook import Handbook, Piece
from handboek.model.tools import Pack
from handboek.model.workshop import Group
from handboek.pack import BEFORE, Chapter, Part, gather, group_of, held_of, own_session
from handboek.paper import Count, Place
from handboek.project import Project
from handboek.render import correction_mail, qr
from handboek.render.renderer import Renderer, absolute
from handboek.session import Session, Wish
from handboek.sheets import bind, sheet
from handboek.sheets.pdf import Pdf, render
from handboek.sheets.sheet import TWO_SIDED, VARIANTS, Sheet, Variant, drawn, shape

BY_KIND = {variant.kind: variant for variant in VARIANTS}
NUMBER = "bladzijde {} van {}"
"""What a page says of its place; `.page-number` in `sheet.css` says the same."""


@dataclass(frozen=True)
class Volume:
    """The PDF of a pack, not bound yet."""

    pack: Pack
    chapters: tuple[Chapter, ...]
    group: Group | None = None
    """The group that the copies are for."""
    people: int | None = None
    """How many people are in that group."""
    held: Session | None = None
    """The session of its script."""
    piece: Piece | None = None
    """The pack as a piece of the handbook; nothing for a pack that somebody put together."""

    kind = "blad"
    paper = "A4"

    @property
    def url(self) -> str:
        """Where it stands on the site."""
        return f"{self.piece.address.rstrip('/') if self.piece else 'werkmap'}.pdf"

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for chapter in self.chapters for part in chapter.parts)

    @property
    def handed(self) -> bool:
        """Whether its parts are handed out, so many of each."""
        return bool(self.people) and any(part.per for part in self.parts)


@dataclass(frozen=True)
class Reading:
    """A part of packs that is no PDF on the site, such as a step or a list: laid out once, and kept for binding."""

    part: Part

    variant = Variant("lezen", "")
    kind = variant.kind
    paper = "A4"

    @property
    def piece(self) -> Piece | None:
        return self.part.piece

    @property
    def url(self) -> str:
        """What it is called; nothing of it stands on the site."""
        return f"{self.part.address.rstrip('/')}.pdf"


@dataclass(frozen=True)
class Bound:
    """A part of a volume, as far as binding wants to know it."""

    title: str
    address: str
    level: int
    copies: int
    front: bool


@dataclass(frozen=True)
class Around:
    """What is laid out for a volume itself, as HTML: what stands before its parts, and behind them."""

    before: str
    """Cover, contents and plan. Where a page is named, there is an address: it is filled in when the pages are known."""
    behind: str
    css: str
    apart: bool
    """Whether the colophon begins on a front side: behind what is handed out or goes out, nothing stands."""


def volume_of(book: Handbook, pack: Pack, piece: Piece | None = None, wish: Wish | None = None) -> Volume:
    """A pack for what somebody wants, or for the group and the session that it is made for."""
    group, held = group_of(book.offered, pack), held_of(book.offered, pack, wish)
    asked = wish.people if wish else None
    people = held.people if held else asked or (group.usual if group else None)
    return Volume(pack, gather(book.offered, pack, wish), group, people, held, piece)


def version(volume: Volume, book: Handbook) -> str:
    """Seven characters that change when the content of a part changes."""
    said = [
        f"{part.address} {part.copies} {' '.join(piece.hash for piece in _shown(part, book))}" for part in volume.parts
    ]
    return hashlib.sha256("\n".join([*said, *([repr(volume.held)] if volume.held else [])]).encode()).hexdigest()[:7]


def _shown(part: Part, book: Handbook) -> tuple[Piece, ...]:
    """The pieces whose text a part shows."""
    return (part.piece, *drawn(part.piece, book)) if part.piece else ()


def needs(volume: Volume) -> tuple[Sheet | Reading, ...]:
    """What is bound in a volume, in order."""
    return tuple(printed(part, volume.held) for part in volume.parts)


def printed(part: Part, held: Session | None = None) -> Sheet | Reading:
    """What a part is on paper: the sheet that the site has of its piece, or a reading. A script is that of the session."""
    if part.piece and part.piece.kind.sheet:
        return Sheet(part.piece, BY_KIND[part.form], held=own_session(part, held))
    return Reading(part)


def on_one_side(volume: Volume) -> Volume:
    """The same for a printer that prints one side: cards whose backs lie behind them become cards to fold and glue."""

    def turned(part: Part) -> Part:
        two = part.piece and part.form == "blad" and shape(part.piece) in TWO_SIDED
        return replace(part, form="vouw") if two else part

    kept = (replace(chapter, parts=tuple(map(turned, chapter.parts))) for chapter in volume.chapters)
    return replace(volume, chapters=tuple(kept))


def bound(volume: Volume) -> tuple[Bound, ...]:
    """How the parts of a volume are bound, in order.

    What goes out, a letter, begins on a front side and has nothing of another part on its back; so does each copy of what is
    handed out, and cards that have a back for each front. The others follow each other, as do the letters in what gathers a
    whole phase: that is read, and its letters are sent from their own page.
    """
    made: list[Bound] = []
    after = dict[str, bool]()
    sent = volume.pack.phase is None
    for chapter in volume.chapters:
        for number, part in enumerate(chapter.parts):
            on = printed(part).paper.partition("-")[0]
            letter = bool(sent and part.piece and part.form == "blad" and BEFORE in part.piece.kind.forms)
            backed = bool(part.piece and shape(part.piece) in TWO_SIDED)
            front = volume.handed or letter or backed or after.get(on, False)
            after[on] = letter  # each paper is printed by itself
            level = 2 if chapter.led and number else 1
            made.append(Bound(markdown.plain(part.title), part.address, level=level, copies=part.copies, front=front))
    return tuple(made)


def html(one: Sheet | Reading, renderer: Renderer, project: Project) -> str:
    """The HTML document of what is bound in a volume."""
    if isinstance(one, Sheet):
        return sheet.html(one, renderer, project)
    part = one.part
    assert part.piece  # a list stands as a whole in a book only
    article = sheet.fragment(Sheet(part.piece, BY_KIND[part.form]), renderer, project)
    own = article.replace('href="#', f'href="#{part.address}:')
    return renderer.fill("pack/reading.html", title=part.title, article=own)


def around(volume: Volume, renderer: Renderer, project: Project) -> Around:
    """What is laid out for a volume itself."""
    said = version(volume, renderer.offered)
    address = f"{project.url}{volume.piece.address if volume.piece else 'werkmap/'}"
    values = {"volume": volume, "pack": volume.pack, "version": said, "site": project.url, "address": address}
    mail_about = correction_mail.link(
        project.mail,
        markdown.plain(volume.pack.title),
        address,
        renderer.handbook.method.release,
        said,
        people=renderer.handbook.method.words.people.many,
    )
    behind = renderer.fill(
        "pack/colophon.html", **values, qr=partial(qr.code, project.codes), editors=project.mail, mail_about=mail_about
    )
    before = absolute(renderer.fill("pack/front.html", **values), project.url)
    apart = volume.handed or any(one.front for one in bound(volume)[-1:])
    return Around(before, behind, style(project.templates), apart)


def style(templates: Path) -> str:
    """What packs add to the style of sheets."""
    return (templates / "pack" / "pack.css").read_text(encoding="utf-8")


def make(
    made_for: Around,
    css: str,
    parts: list[tuple[Bound, Pdf]],
    site: str,
    templates: Path,
    *,
    beside: Sequence[tuple[str, int, int]] = (),
    one_side: bool = False,
) -> Pdf:
    """Lay out what stands around the parts, and bind it all. Raises `SheetError`.

    `beside` is what is printed in jobs of its own: paper, pages and copies, for the table on the cover; `one_side` is how.
    """
    css += made_for.css
    colophon = bind.Part(render(made_for.behind, templates, css).content, "Colofon", "colofon", front=made_for.apart)
    own = [bind.Part(pdf.content, one.title, one.address, one.level, one.copies, one.front) for one, pdf in parts]
    inner = [Count(pdf.pages, one.copies, one.front, paper_of(pdf)) for one, pdf in parts]
    before, pages = None, 2 + len(parts) // 30  # a guess; what is made of it in the end does not follow from it
    while before is None or before.pages != pages:
        pages = before.pages if before else pages
        counts = [Count(pages), *inner, Count(1, front=made_for.apart)]
        places = paper.order(counts)
        rows = printing(counts, places, beside, one_side=one_side)
        text = made_for.before.replace(PAPER_HERE, f"<ul>{rows}</ul>")
        first = {place.part: (at, place.number) for at, place in reversed(list(enumerate(places, 1)))}
        for number, (one, _) in enumerate(parts, 1):
            at, printed_number = first[number]
            text = text.replace(FILE_HERE.format(one.address), where(counts[number].paper, printed_number, at))
        begins = {one.address: first[number][1] for number, (one, _) in enumerate(parts, 1)}
        before = render(named(text, begins), templates, css)
    whole = [bind.Part(before.content), *own, colophon]
    return bind.bind(whole, site, face(templates), NUMBER, one_side=one_side)


PAPER_HERE = "<ul data-paper></ul>"
"""Where the front says how the pack is printed, as soon as its pages are known."""
FILE_HERE = '<span data-file="{}"></span>'
"""Where the contents say on which paper a part is, and which page of the file it is."""


def where(on: str, number: int, at: int) -> str:
    """What the contents say of a part beside its number: its paper where that is another, its page of the file where that is."""
    other = f", op {on}" if on != "A4" else ""
    return other + (f", in dit bestand op bladzijde {at}" if at != number else "")


def printing(
    counts: Sequence[Count],
    places: Sequence[Place],
    beside: Sequence[tuple[str, int, int]] = (),
    *,
    one_side: bool = False,
) -> str:
    """Lines that say what is printed on which paper, and where that stands when it is one file."""
    spans = paper.spans([counts[place.part].paper for place in places])
    first, last = spans["A4"]
    others = [(one.paper, one.pages, one.copies) for one in counts if one.paper != "A4"]
    jobs = paper.jobs(
        [("A4", last - first + 1, 1), *others, *beside], one_side=one_side, within=spans if len(spans) > 1 else {}
    )
    return "".join(f"<li><strong>{what}</strong>. {how}</li>" for what, how in jobs)


def paper_of(pdf: Pdf) -> str:
    """The paper of the first page of a PDF."""
    with pikepdf.open(io.BytesIO(pdf.content)) as source:
        left, bottom, right, top = map(float, source.pages[0].MediaBox)
        return paper.named(right - left, top - bottom)


def named(text: str, begins: dict[str, int]) -> str:
    """The contents with the page on which each address stands."""
    return re.sub(r'data-at="([^"]*)"', lambda match: f'data-page="{begins[match[1]]}"', text)


@lru_cache(maxsize=4)
def face(templates: Path) -> bytes:
    """A page with all signs that a number has."""
    signs = NUMBER.format("0123456789", "")
    return render(f'<html lang="nl"><title>Cijfers</title><p>{signs}</p></html>', templates).content
