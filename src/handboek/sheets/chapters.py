"""The book on paper: each chapter a document by itself, and around them title, foreword, contents and index.

A chapter knows no page: its folios are put in when it is bound, and in running text a reference names the piece (`2.3`).
So a change lays out one chapter, and what says where all stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from handboek import book as bound
from handboek.book import Chapter
from handboek.handbook import Piece
from handboek.model.tools import Pack
from handboek.project import Project
from handboek.render import correction_mail, macros
from handboek.render.renderer import WORD_JOINER, Renderer, absolute
from handboek.sheets import qr
from handboek.sheets.letter import letter
from handboek.sheets.sheet import colophon, shape

HOME = "methode"
"""What leads to the piece that is the home page: its address is empty."""
INDEX = "register"
LEVEL = re.compile(r"<(/?)h([1-4])\b")
ID = re.compile(r' id="([^"]+)"')
HERE = re.compile(r' href="#([^"]+)"')
LINK = re.compile(r'<a href="/([^"#]*)(#[^"]*)?">((?:(?!</a>).)*)</a>', re.DOTALL)


@dataclass(frozen=True)
class Book:
    """The book that a pack describes, with the numbers by which its chapters lead to one another."""

    pack: Pack
    chapters: tuple[Chapter, ...]
    numbers: Mapping[str, str]
    """The number of each piece by its address."""
    sources: Mapping[str, tuple[int, str]]
    """The number and the address of each source by its key."""


def book_of(renderer: Renderer, pack: Pack) -> Book:
    """The book that a pack describes."""
    offered = renderer.offered
    chapters = bound.chapters(offered, pack)
    cited = [piece for piece in offered.pieces.values() if piece.kind.cited]
    sources = {piece.slug: (number, piece.address) for number, piece in enumerate(cited, 1)}
    return Book(pack, chapters, bound.numbers(chapters, offered), sources)


def style(templates: Path) -> str:
    """What the book adds to the style of sheets."""
    return (templates / "book" / "book.css").read_text(encoding="utf-8")


def chapter_html(book: Book, chapter: Chapter, renderer: Renderer, project: Project) -> str:
    """A chapter as a document."""
    opening: Markup | str = ""
    if chapter.opener:
        opening = text_of(book, chapter.opener, renderer, project)
    elif chapter.folder:
        cite = partial(_cite, book.sources)
        opening = Markup(
            _numbered(book, renderer.fill(f"book/{chapter.folder}.html", folder=chapter.folder, cite=cite))
        )
    texts = [(entry, text_of(book, entry.piece, renderer, project)) for entry in chapter.entries]
    html = renderer.fill(
        "book/chapter.html", chapter=chapter, opening=opening, texts=texts, cite=partial(_cite, book.sources)
    )
    return absolute(html, project.url)


def text_of(book: Book, piece: Piece, renderer: Renderer, project: Project) -> Markup:
    """What a piece says in the book, below its title: its headings a level lower, its spots under its own name."""
    template = renderer.environment.select_template([f"book/{piece.type}.html", f"print/{piece.type}.html"])
    values: dict[str, Any] = {
        "base": "book/content.html",
        "cite": partial(_cite, book.sources),
        "sources_here": False,
        "fill": False,
        "large": False,
        "paper": "A4",
        "shape": shape(piece),
        "phases": renderer.offered.some("phase", piece.phases),
        "colophon": colophon(piece, renderer.offered),
        "site": project.url,
        "letter": letter,
        "printed": partial(macros.printed, renderer),
    }
    html = str(renderer.fill(str(template.name), piece=piece, **values))
    name = piece.address or HOME
    html = ID.sub(lambda id_: id_[0] if id_[1].startswith(name) else f' id="{name}:{id_[1]}"', html)
    html = HERE.sub(lambda link: link[0] if link[1].startswith(name) else f' href="#{name}:{link[1]}"', html)
    return Markup(_numbered(book, LEVEL.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", html)))


def _numbered(book: Book, html: str) -> str:
    """Behind each link to something in the book its number: paper does not lead there by itself."""
    sources = {address: number for number, address in book.sources.values()}

    def told(link: re.Match[str]) -> str:
        address = link[1]
        if address in sources:
            return f"{link[0]}{_mark(sources[address], address)}"
        number = book.numbers.get(address)
        return f'{link[0]}\u00a0<span class="to">{number}</span>' if number and not link[2] else link[0]

    return LINK.sub(told, html)


def _mark(number: int, address: str) -> Markup:
    return Markup('{}<a class="cite" href="/{}">{}</a>').format(WORD_JOINER, address, number)


def _cite(sources: Mapping[str, tuple[int, str]], keys: tuple[str, ...]) -> Markup:
    """The numbers of sources in the list at the end of the book."""
    return Markup("").join(_mark(*sources[key]) for key in keys if key in sources)


def front_html(
    book: Book, pages: Mapping[str, int], version: str, about: str, renderer: Renderer, project: Project
) -> str:
    """Title, colophon, foreword and contents, which say on which page everything stands."""
    html = renderer.fill(
        "book/front.html",
        pack=book.pack,
        chapters=book.chapters,
        pages=pages,
        version=version,
        site=project.url,
        editors=project.mail,
        mail_about=about,
    )
    return absolute(html, project.url)


def index_html(book: Book, texts: Mapping[str, str], renderer: Renderer, project: Project) -> str:
    """The index."""
    lines = bound.index(book.chapters, renderer.offered, texts)
    return absolute(renderer.fill("book/index.html", index=lines), project.url)
