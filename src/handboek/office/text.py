"""Plain text of a message, guide, worksheet or script: for a mail, a program of one's own, or who reads without marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handboek.handbook import Piece
from handboek.office.flowing import (
    Block,
    Break,
    Cell,
    Control,
    Inline,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Table,
    Text,
)
from handboek.office.walk import TAB, blocks
from handboek.office.word.source import WORD
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.session import Session
from handboek.sheets import sheet
from handboek.sheets.sheet import Sheet

WIDTH = 170.0
"""The width of a page for the walk over its blocks, in millimetres; text has none."""
BESIDE = {"particulars": " ", "marks": " "}
"""What stands between two things on a line, by what the line is; else the first says what the second is."""
MARK = "\ufeff"
"""By which an old editor knows the letters."""


@dataclass(frozen=True)
class Plain:
    """All that a text is made of."""

    html: str

    def make(self) -> bytes:
        """The text, with the ends of lines that every editor knows."""
        inside = blocks(self.html, WIDTH)
        foot = [one for one in inside if isinstance(one, Paragraph) and one.role == "foot"]
        told = _paragraphs([*(one for one in inside if one not in foot), *foot])
        said = "\n\n".join(part for part in told if part.strip())
        return (MARK + said.strip() + "\n").replace("\n", "\r\n").encode()


def source(piece: Piece, renderer: Renderer, project: Project, own: Session | None = None) -> Plain:
    """What the text of a piece is made of: the same sheet as its file for Word."""
    return Plain(sheet.fragment(Sheet(piece, WORD, held=own), renderer, project))


def _paragraphs(inside: Iterable[Block]) -> Iterator[str]:
    """Each block as text; the points of a list follow each other without an empty line."""
    points: list[str] = []
    count: dict[int, int] = {}
    for one in inside:
        if isinstance(one, Paragraph) and (one.role == "bullet" or one.numbered):
            count[one.numbered] = count.get(one.numbered, 0) + 1
            mark = f"{count[one.numbered]}." if one.numbered else "-"
            points.append(f"{'  ' * one.level}{mark} {_words(one.inside)}")
            continue
        if points:
            yield "\n".join(points)
            points = []
        yield "\n\n".join(_rows(one)) if isinstance(one, Table) else _words(one.inside, BESIDE.get(one.role, ": "))
    if points:
        yield "\n".join(points)


def _words(inside: Iterable[Inline], between: str = ": ") -> str:
    return "".join(map(_word, inside)).strip().replace(TAB, between)


def _word(one: Inline) -> str:
    match one:
        case Text():
            leads = one.said.link and one.text.strip() and not one.said.link.startswith("mailto:")
            return f"{one.text} ({one.said.link})" if leads else one.text
        case Control():
            return "[ ] " if one.tick else f"[{one.label}]"
        case Picture():
            return ""  # what a drawing shows, the text says; a code to scan leads to an address that stands beside it
        case Break():
            return "\n"
        case PageNumber():
            return ""


def _rows(table: Table) -> Iterator[str]:
    """Each row of a table: what stands above a cell before what stands in it, since text has no columns."""
    heads: list[str] = []
    empty = 0
    for row in table.rows:
        if row.heads:
            heads = [_cell(cell) for cell in row.cells]
            continue
        lines = list(_row(row, heads))
        if lines:
            yield "\n".join(lines)
        else:
            empty += 1
    if empty:
        asked = ", ".join(head for head in heads if head)
        yield f"[{empty} {'lege regel' if empty == 1 else 'lege regels'}{f' voor: {asked}' if asked else ''}]"


def _row(row: Row, heads: list[str]) -> Iterator[str]:
    at = 0
    for cell in row.cells:
        head = heads[at] if at < len(heads) else ""
        at += cell.span
        if said := _cell(cell):
            yield f"{head}: {said}" if head else said


def _cell(cell: Cell) -> str:
    return " ".join(filter(None, (_words(part.inside) for part in cell.inside)))
