"""Text that flows: blocks in the order in which they are read, as the walk over a sheet finds them and a program shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """How words are said: in which language and direction, and how loud."""

    lang: str = "nl"
    rtl: bool = False
    bold: bool = False
    italic: bool = False
    raised: bool = False
    link: str = ""


@dataclass(frozen=True)
class Text:
    """Words."""

    text: str
    said: Said


@dataclass(frozen=True)
class Control:
    """Something to type in, or to tick."""

    name: str
    label: str
    said: Said
    lines: int = 1
    tick: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture: an SVG itself, or the name of a file below the print templates."""

    svg: str
    file: str
    alt: str


@dataclass(frozen=True)
class Break:
    """The end of a line."""


@dataclass(frozen=True)
class PageNumber:
    """The number of the page."""


Inline = Text | Control | Picture | Break | PageNumber


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, a heading or a point of a list."""

    role: str
    """What it is: `h1`, `p`, `bullet`, or the class that says so (`ROLES`)."""
    inside: tuple[Inline, ...]
    rtl: bool = False
    level: int = 0
    """How deep a point stands."""
    numbered: int = 0
    """In which numbered list of the piece it stands, from 1."""
    before: float | None = None
    """The room before it in points, where that is not what its style says."""
    keep: bool = False
    """Whether it stays on the page of what follows it."""
    page: bool = False
    """Whether it begins a page."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its paragraphs, none where somebody is to write in it."""

    inside: tuple[Paragraph, ...]
    head: bool = False
    span: int = 1


@dataclass(frozen=True)
class Row:
    """A row of a table; a row of heads says what stands below them."""

    cells: tuple[Cell, ...]
    heads: bool = False
    kind: str = ""
    """`example`, `group` or `sum`."""


@dataclass(frozen=True)
class Table:
    """A table: each column with its part of the width."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    rtl: bool = False
    name: str = ""
    """What it is called: the heading above it."""


Block = Paragraph | Table
