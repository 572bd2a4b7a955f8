"""Excel: a worksheet that counts or keeps a list, as a file whose formulas work."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import replace

from handboek import tables
from handboek.handbook import Piece
from handboek.logo import FILES as LOGOS
from handboek.markdown import plain
from handboek.office.excel.explained import Explained
from handboek.office.excel.workbook import Excel
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.session import Session
from handboek.sheets import sheet


def has(piece: Piece) -> bool:
    """Whether a piece has a file for Excel."""
    return bool(getattr(piece.data, "excel", None))


def source(piece: Piece, renderer: Renderer, project: Project, _own: Session | None = None) -> Excel:
    """What the file of a worksheet is made of; no session changes it."""
    book, edition = renderer.offered, renderer.edition
    says = Explained(
        plain(piece.title),
        plain(piece.summary),
        plain(piece.data.purpose.text),
        tuple(map(plain, piece.data.excel.instruction)),
        _origin(piece, renderer, project),
        project.url + piece.address,
    )
    author = plain(edition.organisation) if edition else ""
    logo = renderer.templates / LOGOS[1]
    drawn = logo.read_text(encoding="utf-8") if edition and logo.is_file() else ""
    made = tables.tables_of(book, piece)
    return Excel(
        says, made, author, author or plain(book.method.name), book.method.colour, drawn, piece.data.checked.isoformat()
    )


def _origin(piece: Piece, renderer: Renderer, project: Project) -> tuple[str, ...]:
    """What the foot of its paper says: each paragraph as a line without marks."""
    paper = sheet.colophon(piece, renderer.offered)
    said = f"{paper.version}{piece.data.excel!r}"  # the paper has a version of its own, for it shows nothing of this
    own = replace(paper, version=hashlib.sha256(said.encode()).hexdigest()[:7])
    made = renderer.fill("print/origin.html", piece=piece, colophon=own, **_PAPER, site=project.url)
    lines = (html.unescape(re.sub(r"<[^<>]+>", "", part.partition("</p>")[0])) for part in made.split("<p>")[1:])
    return tuple(" ".join(line.split()) for line in lines)


_PAPER = {"dutch": None, "translation": None, "fill": False, "large": False, "paper": "A4", "phases": ()}
"""What the parts of a sheet ask for, and what the lines of its foot do not use."""
