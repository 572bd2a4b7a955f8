"""Excel: a worksheet that counts or keeps a list, as a file whose formulas work."""

from __future__ import annotations

import datetime
import html
import re
from dataclasses import dataclass

from handboek import tables
from handboek.handbook import Piece
from handboek.markdown import plain
from handboek.office import workbook
from handboek.office.package import settled
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets import sheet
from handboek.tables import Tables


def has(piece: Piece) -> bool:
    """Whether a piece has a file for Excel."""
    return bool(getattr(piece.data, "excel", None))


@dataclass(frozen=True)
class Excel:
    """All that a file for Excel is made of."""

    title: str
    summary: str
    purpose: str
    instruction: tuple[str, ...]
    tables: Tables
    origin: tuple[str, ...]
    """Where it comes from: lines of text."""
    address: str
    """The page of the worksheet."""
    author: str
    colour: str
    checked: str
    """The day on which somebody read it through: a file has no other day of its own."""

    def make(self) -> bytes:
        """The file."""
        return settled(workbook.written(self))

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.checked)


def source(piece: Piece, renderer: Renderer, project: Project) -> Excel:
    """What the file of a worksheet is made of."""
    book, edition = renderer.offered, renderer.edition
    return Excel(
        plain(piece.title),
        plain(piece.summary),
        plain(piece.data.purpose.text),
        tuple(map(plain, piece.data.excel.instruction)),
        tables.tables_of(book, piece),
        _origin(piece, renderer, project),
        project.url + piece.address,
        plain(edition.organisation if edition else book.method.name),
        book.method.colour,
        piece.data.checked.isoformat(),
    )


def _origin(piece: Piece, renderer: Renderer, project: Project) -> tuple[str, ...]:
    """What the foot of its paper says: each paragraph as a line without marks."""
    made = renderer.fill(
        "print/origin.html", piece=piece, colophon=sheet.colophon(piece, renderer.offered), **_PAPER, site=project.url
    )
    lines = (html.unescape(re.sub(r"<[^>]+>", "", part)) for part in re.findall(r"<p>(.*?)</p>", made, re.DOTALL))
    return tuple(" ".join(line.split()) for line in lines)


_PAPER = {"dutch": None, "translation": None, "fill": False, "large": False, "paper": "A4", "phases": ()}
"""What the parts of a sheet ask for, and what the lines of its foot do not use."""
