"""All that a PDF is made of, so that a process that knows no handbook can make it, and the name under which it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from handboek.sheets import cache, chapters, volume
from handboek.sheets.pdf import Pdf, SheetError, render
from handboek.sheets.picture import picture
from handboek.sheets.volume import Around, Bound


@dataclass(frozen=True)
class Print:
    """What a sheet is made of."""

    html: str
    css: str
    templates: Path
    forms: bool = False
    once: bool = False
    drawn: bool = False
    """Whether its first page is the picture of its piece."""
    room: str = ""
    """Where WeasyPrint may leave what it needs for a while; a worker ends without clearing up."""

    suffix = ".pdf"

    @cached_property
    def name(self) -> str:
        return cache.key(self.html, self.templates, self.css, self.forms, self.once)

    @property
    def size(self) -> int:
        return len(self.html)

    def make(self) -> tuple[Pdf, bytes]:
        """The PDF, and the picture that goes with it: nothing where its piece is shown by another."""
        pdf = render(self.html, self.templates, self.css, forms=self.forms, once=self.once)
        return pdf, picture(pdf.content) if self.drawn else b""


@dataclass(frozen=True)
class Binding:
    """What a pack is made of: what is laid out around its parts, and the names under which those are kept."""

    around: Around
    css: str
    templates: Path
    book: bool
    """Whether it is bound as a book is."""
    parts: tuple[tuple[Bound, str], ...]
    site: str
    kept: Path
    """Where the parts lie."""
    drawn: bool = True
    room: str = ""

    suffix = ".pdf"

    @cached_property
    def name(self) -> str:
        around = self.around
        around_it = (around.before, self.templates, around.behind, around.css, self.css)
        return cache.key(*around_it, self.site, self.book, self.parts)

    @property
    def size(self) -> int:
        return len(self.parts)

    def make(self) -> tuple[Pdf, bytes]:
        """The same, of parts that lie in the store. Raises `SheetError` where one does not, or is damaged."""
        parts = []
        for one, name in self.parts:
            if (pdf := cache.get(self.kept, name)) is None:
                raise SheetError(f"{one.title or 'Een hoofdstuk'} ligt niet heel in de voorraad; maak de map opnieuw")
            parts.append((one, pdf))
        made_by = chapters if self.book else volume
        pdf = made_by.make(self.around, self.css, parts, self.site, self.templates)
        return pdf, picture(pdf.content)
