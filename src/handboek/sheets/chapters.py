"""The book on paper: each chapter a document by itself, and around them title, foreword, contents and index.

A chapter knows no page: its folios are put in when it is bound, and in running text a reference names the piece (`2.3`).
So a change lays out one chapter, and what says where all stand.
"""

from __future__ import annotations

import hashlib
import html as entities
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from handboek import book as whole
from handboek import markdown, paper
from handboek.book import Chapter
from handboek.handbook import Piece
from handboek.model.text import OWN
from handboek.model.tools import Pack
from handboek.project import Project
from handboek.render import correction_mail, macros
from handboek.render.cite import WORD_JOINER, own_words
from handboek.render.renderer import Renderer, absolute
from handboek.sheets import bind
from handboek.sheets.letter import letter
from handboek.sheets.pdf import Pdf, render
from handboek.sheets.sheet import Variant, colophon, shape
from handboek.sheets.volume import Around, Bound, face, named

HOME = "methode"
"""What leads to the piece that is the home page: its address is empty."""
PIECES, PART = 48, 12
"""A chapter of so many pieces is laid out at once, a longer one in parts of so many. What is laid out stands in memory as a
whole, 2.5 MB a page; a part begins on a right-hand page, since a page knows on which side it lies.
"""
FOLIO = "{}"
"""What a page says of its place: its number alone."""
LEVEL = re.compile(r"<(/?)h([1-4])\b")
ID = re.compile(r' id="([^"]+)"')
HERE = re.compile(r' href="#([^"]+)"')
LINK = re.compile(r'(<a (?:class="(?!cite")[^"]*+" )?href="/([^"#]*+)(#[^"]*+)?">)((?:[^<]++|<(?!/a>|a ))*+)(</a>)')
SPAN = re.compile(r"</?span\b[^<>]*+>")
GROUP = re.compile(r'<th scope="rowgroup"([^<>]*+)>((?:[^<]++|<(?!/?th\b))*+)</th>')
"""What heads some rows of a table: a page that cuts the table would read as if it headed columns."""
DRAWN, MARKS_OF_LINKS = re.compile(r"<svg\b.*?(?:</svg>|\Z)", re.DOTALL), re.compile(r"</?a\b[^<>]*+>")
"""A drawing is read out by what it says as a whole: there is nothing in it to follow."""
MARKS = re.compile(r"<[^<>]*+>")


@dataclass(frozen=True)
class Book:
    """The book that a pack describes, not bound yet."""

    pack: Pack
    chapters: tuple[Chapter, ...]
    piece: Piece | None = None
    """The pack as a piece of the handbook."""

    kind = "blad"
    paper = "A4"
    parts = True
    """Whether there is something in it."""

    @property
    def url(self) -> str:
        """Where it stands on the site."""
        return f"{self.piece.address.rstrip('/') if self.piece else 'boek'}.pdf"

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is read in it piece by piece."""
        openers = (chapter.opener for chapter in self.chapters if chapter.opener)
        return (*openers, *(entry.piece for chapter in self.chapters for entry in chapter.entries))


@dataclass(frozen=True)
class Laid:
    """A chapter of a book, or so much of a long one as is laid out at once: laid out by itself, and kept for binding."""

    book: Book
    chapter: Chapter
    begin: int = 0
    """Its first piece, of those in the chapter."""

    variant = Variant("hoofdstuk", "")
    kind = variant.kind
    paper = "A4"

    @property
    def piece(self) -> Piece | None:
        return self.book.piece

    @property
    def url(self) -> str:
        """What it is called; nothing of it stands on the site."""
        mark = f"{self.chapter.mark}-{self.begin}" if self.begin else self.chapter.mark
        return f"{self.book.url.removesuffix('.pdf')}/{mark}.pdf"


@dataclass(frozen=True)
class Texts:
    """How the pieces of a book are written: by its numbers, and those of its sources."""

    book: Book
    renderer: Renderer
    project: Project
    numbers: Mapping[str, str]
    """The number of each piece by its address."""
    sources: Mapping[str, tuple[int, str]]
    """The number and the address of each source by its key."""


def book_of(renderer: Renderer, pack: Pack, piece: Piece | None = None) -> Book:
    """The book that a pack describes."""
    return Book(pack, whole.chapters(renderer.offered, pack), piece)


def needs(book: Book) -> tuple[Laid, ...]:
    """What is bound in a book, in order."""
    return tuple(
        Laid(book, chapter, begin)
        for chapter in book.chapters
        for begin in range(0, max(1, len(chapter.entries)), _at_once(chapter))
    )


def _at_once(chapter: Chapter) -> int:
    return PIECES if len(chapter.entries) <= PIECES else min(PART, PIECES)


def bound(book: Book) -> tuple[Bound, ...]:
    """How they are bound: each begins on a right-hand page, and brings its own bookmarks and spots."""
    return tuple(Bound("", "", level=2 if one.begin else 1, copies=1, front=True) for one in needs(book))


def _texts(book: Book, renderer: Renderer, project: Project) -> Texts:
    """What is asked of the handbook as a whole before a chapter can be written."""
    cited = [piece for piece in renderer.offered.pieces.values() if piece.kind.cited]
    sources = {piece.slug: (number, piece.address) for number, piece in enumerate(cited, 1)}
    return Texts(book, renderer, project, whole.numbers(book.chapters, renderer.offered), sources)


def style(templates: Path) -> str:
    """What the book adds to the style of sheets."""
    return (templates / "book" / "book.css").read_text(encoding="utf-8")


def html(one: Laid, renderer: Renderer, project: Project) -> str:
    """A chapter, or a part of one, as a document."""
    texts, chapter = _texts(one.book, renderer, project), one.chapter
    cite = partial(_cite, texts.sources, own_words(renderer.handbook))
    opening: Markup | str = ""
    if one.begin:
        opening = ""
    elif chapter.opener:
        opening = _text_of(texts, chapter.opener)
    elif not chapter.entries:
        opening = Markup(
            _numbered(texts, renderer.fill(f"book/{chapter.folder}.html", folder=chapter.folder, cite=cite))
        )
    entries = chapter.entries[one.begin : one.begin + _at_once(chapter)]
    own = [(entry, _text_of(texts, entry.piece)) for entry in entries]
    made = renderer.fill("book/chapter.html", chapter=chapter, begin=one.begin, opening=opening, texts=own, cite=cite)
    return absolute(made, project.url)


def _text_of(texts: Texts, piece: Piece) -> Markup:
    """What a piece says in the book, below its title: its headings a level lower, its spots under its own name."""
    kept, name = texts.renderer.articles, f"{texts.book.url}#{piece.address}"
    if name not in kept:
        kept[name] = _text(texts, piece)
    return Markup(kept[name])


def _text(texts: Texts, piece: Piece) -> str:
    renderer = texts.renderer
    template = renderer.environment.select_template([f"book/{piece.type}.html", f"print/{piece.type}.html"])
    values: dict[str, Any] = {
        "base": "book/content.html",
        "cite": partial(_cite, texts.sources, own_words(renderer.handbook, piece)),
        "sources_here": False,
        "fill": False,
        "large": False,
        "paper": "A4",
        "shape": shape(piece),
        "phases": renderer.offered.some("phase", piece.phases),
        "colophon": colophon(piece, renderer.offered),
        "site": texts.project.url,
        "letter": letter,
        "printed": partial(macros.printed, renderer),
    }
    made = str(renderer.fill(str(template.name), piece=piece, **values))
    own = piece.address or HOME
    made = ID.sub(lambda id_: id_[0] if id_[1].startswith(own) else f' id="{own}:{id_[1]}"', made)
    made = HERE.sub(lambda link: link[0] if link[1].startswith(own) else f' href="#{own}:{link[1]}"', made)
    deeper = 0 if piece.kind.book == "chapter" else 1  # what opens a chapter has no title of its own
    ink = f"<style>{(texts.project.templates / 'book' / 'drawing.css').read_text(encoding='utf-8')}</style></svg>"
    made = DRAWN.sub(lambda drawing: MARKS_OF_LINKS.sub("", drawing[0]).replace("</svg>", ink), made)
    made = LEVEL.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + deeper}", made)
    return _numbered(texts, GROUP.sub(r"<td\1><strong>\2</strong></td>", made))


def _numbered(texts: Texts, made: str) -> str:
    """Behind each link where it leads, since paper does not lead there by itself: to something in the book its number, and
    to what stands on the site only, its address the first time.
    """
    sources = {address: number for number, address in texts.sources.values()}
    addressed: set[str] = set()

    def told(link: re.Match[str]) -> str:
        start, address, spot, words, end = link.groups()
        shown = f"{start}{SPAN.sub('', words)}{end}"  # each box in a link would be a link of its own
        if address in sources:
            return f"{shown}{_mark(sources[address], address)}"
        if number := texts.numbers.get(address + (spot or "")) or texts.numbers.get(address):
            is_word = start.startswith('<a class="term"')  # the glossary is by letter
            return (
                shown if is_word else f'{shown}\u00a0<span class="to">{number.replace(".", f".{WORD_JOINER}")}</span>'
            )
        if address in addressed:
            return shown
        addressed.add(address)
        return f'{shown} <span class="to">{_short(texts.project.url + address)}</span>'

    return LINK.sub(told, made)


def _short(url: str) -> str:
    """An address as people type it."""
    return url.partition("://")[2].rstrip("/")


def _mark(number: int, address: str) -> Markup:
    return Markup('{}<a class="cite" href="/{}" aria-label="bron {n}">{n}</a>').format(WORD_JOINER, address, n=number)


def _cite(sources: Mapping[str, tuple[int, str]], own: Markup, keys: tuple[str, ...]) -> Markup:
    """The numbers of sources in the list at the end of the book; behind words of an edition's own stands `own`."""
    return Markup("").join([*(_mark(*sources[key]) for key in keys if key in sources), *([own] if OWN in keys else [])])


def version(texts: Texts) -> str:
    """Seven characters that change when the content of the book changes."""
    pieces = texts.renderer.offered.pieces.values()
    said = [
        f"{piece.address} {piece.hash}" for piece in pieces if piece in texts.book.pieces or piece.kind.book == "list"
    ]
    return hashlib.sha256("\n".join([texts.book.pack.foreword or "", *said]).encode()).hexdigest()[:7]


def around(book: Book, renderer: Renderer, project: Project) -> Around:
    """What stands around the chapters: title, colophon, foreword and contents before them, the index behind them."""
    texts = _texts(book, renderer, project)
    said = version(texts)
    about = correction_mail.link(
        project.mail,
        markdown.plain(book.pack.title),
        f"{project.url}{book.piece.address if book.piece else ''}",
        renderer.handbook.method.release,
        said,
        people=renderer.handbook.method.words.people.many,
    )
    values = {"pack": book.pack, "chapters": book.chapters, "version": said, "site": project.url}
    before = renderer.fill("book/front.html", **values, editors=project.mail, mail_about=about)
    words = {piece.address: entities.unescape(MARKS.sub(" ", _text_of(texts, piece))) for piece in book.pieces}
    lines = whole.index(book.chapters, renderer.offered, words, book.pack.indexed)
    behind = renderer.fill("book/index.html", index=lines)
    return Around(absolute(before, project.url), absolute(behind, project.url), style(project.templates), apart=True)


def make(made_for: Around, css: str, parts: list[tuple[Bound, Pdf]], site: str, templates: Path) -> Pdf:
    """Lay out what stands around the chapters, with the pages on which they turn out to begin, and bind it all."""
    css += made_for.css
    index = render(made_for.behind, templates, css)
    laid, levels = [*(pdf for _, pdf in parts), index], [*(one.level for one, _ in parts), 1]
    spots = [bind.spots(pdf.content) for pdf in laid]
    before, pages = None, 8  # title, colophon, foreword and a few pages of contents
    while before is None or before.pages != pages:
        pages = before.pages if before else pages
        counts = [paper.Count(pages, front=True), *(paper.Count(pdf.pages, front=True) for pdf in laid)]
        first = {place.part: place.number for place in reversed(paper.order(counts))}
        begins = {name: first[part] + at for part, found in enumerate(spots, 1) for name, at in found.items()}
        before = render(named(made_for.before, begins), templates, css)
    own = [bind.Part(pdf.content, level=level, front=True) for pdf, level in zip(laid, levels, strict=True)]
    return bind.bind([bind.Part(before.content), *own], site, face(templates), FOLIO)
