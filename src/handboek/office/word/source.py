"""Word: a message, guide, worksheet or script as a file to write in, made of the same HTML as its PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from handboek import house_style
from handboek.handbook import Piece
from handboek.logo import FILES as LOGOS
from handboek.markdown import plain
from handboek.office import pictures
from handboek.office.flowing import Block, Break, PageNumber, Paragraph, Picture, Said, Text
from handboek.office.walk import TAB, blocks
from handboek.office.word import document
from handboek.office.word.writing import Ink, written
from handboek.project import Project
from handboek.render.renderer import Renderer, absolute, title
from handboek.session import Session
from handboek.sheets import sheet
from handboek.sheets.sheet import Sheet, Variant
from handboek.translations import stands

HYPERLINK = f"{document.R}/hyperlink"
WORD = Variant("word", "-word", fillable=True)
WITH_DUTCH = Variant("samen", "-nl-word", fillable=True)
"""A letter in Dutch, and the same in another language on a page of its own."""


def has(piece: Piece) -> bool:
    """Whether a piece has a file for Word: one of which the text can flow."""
    of = piece.of or piece
    fixed = getattr(getattr(of.data, "sheet", None), "fixed", "")
    return of.kind.flows and not fixed and (piece is of or stands(piece))


@dataclass(frozen=True)
class Word:
    """All that a file for Word is made of."""

    html: str
    title: str
    summary: str
    author: str
    """Whose file it is: the organisation of an edition, else nobody's yet."""
    language: str
    paper: str
    colour: str
    logo: str
    """As SVG; nothing where there is none, or where a house style has its own."""
    day: str
    """The day on which somebody read its piece through: a file has no other day of its own."""
    drawings: tuple[tuple[str, str], ...]
    """The drawings that the sheet shows, each as SVG by its file."""
    template: bytes = b""
    """The house style that it stands in; nothing for our own look."""

    def make(self) -> bytes:
        """The file."""
        return _made(self)


def source(
    piece: Piece, renderer: Renderer, project: Project, own: Session | None = None, kind: str = WORD.kind
) -> Word:
    """What the file of a piece is made of: its own sheet, or another one (`kind`); of a script for a session of one's own."""
    variant = WORD if kind == WORD.kind else next(one for one in sheet.VARIANTS if one.kind == kind)
    return source_of(Sheet(piece, variant, held=own), renderer, project)


def source_of(one: Sheet, renderer: Renderer, project: Project, template: bytes | None = None) -> Word:
    """What the file of a sheet is made of, also of one that is filled in; in this house style, or in that of the edition."""
    piece, templates = one.piece, renderer.templates
    html = sheet.fragment(one, renderer, project)
    drawings = tuple(
        (name, (templates / "print" / name).read_text(encoding="utf-8")) for name in dict.fromkeys(DRAWN.findall(html))
    )
    language = piece.data.language if piece.of and one.variant != WITH_DUTCH else "nl"
    made = _word(html, piece, renderer, template)
    return replace(made, language=language, paper=one.paper, drawings=drawings)


def plan(piece: Piece, renderer: Renderer, project: Project, own: Session | None = None) -> Word:
    """What the file is made of that says who does what on which day of a pack: as its PDF says it."""
    html = absolute(str(renderer.fill("pack/plan.html", pack=piece.data)), project.url)
    made = _word(html, piece, renderer)
    return replace(made, title=f"{made.title}: wie doet wat, op welke dag")


def has_plan(piece: Piece) -> bool:
    """Whether a piece says who does what on which day."""
    return bool(getattr(piece.data, "days", ()))


def _word(html: str, piece: Piece, renderer: Renderer, template: bytes | None = None) -> Word:
    """A Dutch text on A4 in the look of the method or of the edition."""
    templates = renderer.templates
    logo = templates / LOGOS[1]
    return Word(
        html,
        title(piece),
        plain((piece.of or piece).summary),
        plain(renderer.edition.organisation) if renderer.edition else "",
        "nl",
        "A4",
        renderer.handbook.method.colour,
        logo.read_text(encoding="utf-8") if renderer.edition and logo.is_file() else "",
        (piece.of or piece).data.checked.isoformat(),
        (),
        house.read_bytes()
        if template is None and (house := templates / house_style.FILE).is_file()
        else template or b"",
    )


DRAWN = re.compile(r'src="(drawings/[^"]+)"')
LOGO = (55.0, 15.0)
"""The widest and the highest that a logo is, in millimetres."""
QR = 17.0
"""How wide a code to scan is."""
SMALL = 60
"""A drawing that is wider has millimetres as its measure; one that is not is a code."""
WINDOW = 50.0
"""How far from the top of a letter its address stands: behind the window of an envelope."""
LOW = 12.0
"""How far from the end of its paper a letter goes, which has no foot of ours."""
FOOT = 8.0
"""How many points stay free above a foot."""
CLOSING = ("signed", "text-mark-note", "counts")
"""What closes a letter."""


def _made(word: Word) -> bytes:
    page = document.PAGES[word.paper]
    file = document.opened(word.template, word.colour, page)
    if word.template and word.paper != "A4":
        document.sized(file, page)
    section: Any = file.sections[-1]
    width = (section.page_width - section.left_margin - section.right_margin) / document.EMU
    inside = blocks(word.html, width)
    numbered = max((one.numbered for one in inside if isinstance(one, Paragraph)), default=0)
    style, offset = document.with_styles(file, page, word.colour, numbered)
    used: set[str] = set()
    count = iter(range(1, 10_000))

    def ink(part: Any) -> Ink:
        return Ink(
            style,
            lambda address: str(part.relate_to(address, HYPERLINK, is_external=True)),
            lambda one: _picture(one, word, part, width, count),
            document.twips(width),
            page.base,
            offset,
            used,
        )

    head, foot, body = _apart(inside, bool(word.template))
    if not word.template:
        for place, own in ((section.header, head), (section.footer, foot)):
            if own:
                place.is_linked_to_previous = False
                for empty in list(place._element):
                    place._element.remove(empty)
                document.filled(place._element, written(own, ink(place.part)))
        if not foot:
            section.bottom_margin = round(LOW * document.EMU)
    letter = _closed(_letterhead(body, page, bool(word.template)))
    document.filled(file.element.body, written(letter, ink(file.part)))
    return document.saved(file, (word.title, word.summary, word.author, word.language), word.day)


def _apart(inside: list[Block], house: bool) -> tuple[list[Block], list[Block], list[Block]]:
    """What stands in the header, in the footer, and between them. In a house style, which has its own, all stands in the text:
    what its foot says comes last.
    """
    of = {
        role: [one for one in inside if isinstance(one, Paragraph) and one.role == role]
        for role in ("concept-mark", "head-left", "head-right", "foot")
    }
    feet = [
        replace(one, inside=tuple(part for part in one.inside if not isinstance(part, Picture))) for one in of["foot"]
    ]
    feet = [one for one in feet if one.inside]
    body = [one for one in inside if not isinstance(one, Paragraph) or one.role not in of]
    heads = [one for role in ("head-left", "head-right") for one in of[role]]
    between = (Text(TAB, Said()),)
    line = tuple(
        part for number, one in enumerate(heads) for part in ((*between, *one.inside) if number else one.inside)
    )
    head: list[Block] = [*of["concept-mark"], *([Paragraph("header", line)] if line else [])]
    if house:
        closing = [
            replace(one, inside=tuple(part for part in one.inside if not isinstance(part, PageNumber))) for one in feet
        ]
        return [], [], [*head, *body, *(one for one in closing if one.inside)]
    return (
        head,
        [replace(one, role="footer", before=FOOT if not number else None) for number, one in enumerate(feet)],
        body,
    )


def _letterhead(body: list[Block], page: document.Page, house: bool) -> list[Block]:
    """The address of a letter where the window of an envelope is, whatever stands above it; a house style has a head of its own."""
    first = next(
        (number for number, one in enumerate(body) if isinstance(one, Paragraph) and one.role == "window"), None
    )
    if first is None:
        return body
    above = 0.0
    for one in body[:first]:
        if isinstance(one, Paragraph):
            lines = 1 + sum(isinstance(part, Break) for part in one.inside)
            above += LOGO[1] + 2 if any(isinstance(part, Picture) for part in one.inside) else lines * 13 * 25.4 / 72
    room = 6.0 if house else max(6.0, WINDOW - page.top - above)
    address = body[first]
    assert isinstance(address, Paragraph)
    return [*body[:first], replace(address, before=room * 72 / 25.4), *body[first + 1 :]]


def _closed(body: list[Block]) -> list[Block]:
    """A letter whose signature, and what stands below it, never comes alone on a page: the last of its text goes along, in each
    language by itself.
    """
    if not any(isinstance(one, Paragraph) and one.role == "window" for one in body):
        return body
    begins = [number for number, one in enumerate(body) if isinstance(one, Paragraph) and one.page]
    return [one for begin, end in pairwise([0, *begins, len(body)]) for one in _held(body[begin:end])]


def _held(body: list[Block]) -> list[Block]:
    """One letter, with what closes it held to the last of its text."""
    ends = [number for number, one in enumerate(body) if isinstance(one, Paragraph) and one.role in CLOSING]
    if not ends:
        return body
    held = range(ends[0] - 2, len(body) - 1)
    return [
        replace(one, keep=True) if number in held and isinstance(one, Paragraph) else one
        for number, one in enumerate(body)
    ]


def _picture(one: Picture, word: Word, part: Any, width: float, count: Iterator[int]) -> str:
    """A picture of a sheet: its logo, a drawing, or one that stands in the HTML."""
    svg = one.svg or word.logo if not one.file.startswith("drawings/") else dict(word.drawings)[one.file]
    if not svg or (one.file == "logo.svg" and word.template):
        return ""
    ratio, units = pictures.shape(svg), pictures.measure(svg)
    drawn = min(width, units) if units > SMALL else QR
    wide = min(LOGO[0], LOGO[1] * ratio) if one.file == "logo.svg" else drawn
    return document.picture(part, pictures.png(svg, wide), (wide, wide / ratio), one.alt, next(count))
