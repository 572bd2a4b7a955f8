"""The bench of the sheet tests: a handbook with a sample of each layout, and a look at its sheets from outside.

The samples stand in `samples/`, as files of content; they join the small method. What is asked of a PDF is asked of
poppler, pikepdf and zxing, not of the code that made it.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import PIL.Image

from conftest import KLEIN, URL
from handboek.handbook import Handbook, assemble
from handboek.load import Documents, read
from handboek.project import Project
from handboek.render.page import Renderer
from handboek.render.style import doors
from handboek.sheets.pdf import Pdf, lay_out, write
from handboek.sheets.sheet import Colophon, Sheet, colophon, html, sheets_of

SAMPLES = Path(__file__).parent / "samples"
PROJECT = Project(KLEIN, URL)


def documents() -> Documents:
    """The files of the small method with the samples among them."""
    return {**read(KLEIN), **read(SAMPLES)}


@lru_cache
def samples() -> Handbook:
    """The small method with the samples."""
    return assemble(documents())


def sheets(book: Handbook) -> list[Sheet]:
    return [sheet for piece in book.pieces.values() for sheet in sheets_of(piece)]


@dataclass(frozen=True, eq=False)
class Seen:
    """A rendered sheet, and what others see in it."""

    sheet: Sheet
    book: Handbook
    project: Project
    document: Any
    pdf: Pdf

    @property
    def colophon(self) -> Colophon:
        return colophon(self.sheet.piece, self.book)

    @cached_property
    def file(self) -> Path:
        file = Path(tempfile.mkdtemp(prefix="blad-")) / Path(self.sheet.url).name
        file.write_bytes(self.pdf.content)
        return file

    @cached_property
    def spoken(self) -> str:
        """The text in the order of the tags, as a screen reader gets it: without feet and other artifacts."""
        tree = _run("pdfinfo", "-struct-text", str(self.file))
        return " ".join(part for part in re.findall(r'^ *"(.*)"$', tree, re.MULTILINE))

    @cached_property
    def printed(self) -> str:
        """Everything that stands on the paper, feet included."""
        return _run("pdftotext", "-raw", str(self.file), "-")

    @cached_property
    def fonts(self) -> set[str]:
        rows = _run("pdffonts", str(self.file)).splitlines()[2:]
        return {row.split()[0].split("+")[-1] for row in rows}

    @lru_cache  # noqa: B019  (a Seen lives as long as its test)
    def pictures(self, dpi: int = 150) -> list[PIL.Image.Image]:
        """Each page in grey."""
        out = Path(tempfile.mkdtemp(prefix="blad-")) / "p"
        _run("pdftoppm", "-r", str(dpi), "-gray", str(self.file), str(out))
        return [PIL.Image.open(file) for file in sorted(out.parent.glob("p-*.pgm"))]


def see(sheet: Sheet, book: Handbook, project: Project = PROJECT, css: str = "") -> Seen:
    """Render a sheet of a handbook, with damage in its style where wanted. Raises for any line that WeasyPrint logs."""
    renderer = Renderer(book, project.templates)
    forms, once = sheet.variant.fillable, sheet.variant.once
    document = lay_out(html(sheet, renderer, project), project.templates, doors(book) + css, forms=forms)
    return Seen(sheet, book, project, document, write(document, forms=forms, once=once))


def letters(text: str) -> str:
    """Only letters and figures: words may be broken at the end of a line."""
    return "".join(re.findall(r"[^\W_]", text)).lower()


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
