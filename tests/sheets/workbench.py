"""The bench of the sheet tests: a handbook with a sample of each layout, and a look at its sheets from outside.

The samples stand in `samples/`, as files of content; they join the small method. What is asked of a PDF is asked of
poppler, pikepdf and zxing, not of the code that made it.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pikepdf
import PIL.Image
from pydantic import ValidationError

from conftest import KLEIN, URL
from handboek.handbook import Handbook, assemble
from handboek.load import Documents, read
from handboek.model.introspect import walk
from handboek.model.text import Words
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.render.style import colours
from handboek.sheets.pdf import Pdf, lay_out, write
from handboek.sheets.sheet import Colophon, Sheet, colophon, html, sheets_of
from handboek.translations import in_language

DPI = 150
"""As fine as a copier looks."""
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
        piece = self.sheet.piece
        said = replace(in_language(piece.of, piece.data), address=piece.address) if piece.of else piece
        return colophon(said, self.book)

    @cached_property
    def folder(self) -> tempfile.TemporaryDirectory[str]:
        """A place for what is made of it; goes when the sheet goes."""
        return tempfile.TemporaryDirectory(prefix="blad-")

    @cached_property
    def file(self) -> Path:
        file = Path(self.folder.name) / Path(self.sheet.url).name
        file.write_bytes(self.pdf.content)
        return file

    @cached_property
    def spoken(self) -> str:
        """The text in the order of the tags, as a screen reader gets it: without feet and other artifacts."""
        file = self.file
        if self.sheet.variant.once:  # the first A4 holds the whole text, most of it beyond its edge
            file = file.with_suffix(".ruim.pdf")
            with pikepdf.open(self.file) as pdf:
                for page in pdf.pages:
                    page.MediaBox = pikepdf.Array([-2000, -2000, 4000, 4000])
                    page.CropBox = page.MediaBox
                pdf.save(file)
        tree = _run("pdfinfo", "-struct-text", str(file))
        return " ".join(map(_forward, re.findall(r'^ *"(.*)"$', tree, re.MULTILINE)))

    @cached_property
    def printed(self) -> str:
        """Everything that stands on the paper, feet included."""
        return _run("pdftotext", "-raw", str(self.file), "-")

    @cached_property
    def fonts(self) -> set[str]:
        rows = _run("pdffonts", str(self.file)).splitlines()[2:]
        return {row.split()[0].split("+")[-1] for row in rows}

    @cached_property
    def pictures(self) -> list[PIL.Image.Image]:
        """Each page in grey, at `DPI`."""
        _run("pdftoppm", "-r", str(DPI), "-gray", str(self.file), f"{self.folder.name}/p")
        pages = [PIL.Image.open(file) for file in sorted(Path(self.folder.name).glob("p-*.pgm"))]
        for page in pages:
            page.load()
        return pages


def see(sheet: Sheet, book: Handbook, project: Project = PROJECT, css: str = "") -> Seen:
    """Render a sheet of a handbook, with damage in its style where wanted. Raises for any line that WeasyPrint logs."""
    renderer = Renderer(book, project.templates)
    forms, once = sheet.variant.fillable, sheet.variant.once
    document = lay_out(html(sheet, renderer, project), project.templates, colours(book) + css, forms=forms)
    return Seen(sheet, book, project, document, write(document, forms=forms, once=once))


def _forward(part: str) -> str:
    """A part as it is read: poppler gives letters that run to the left as they lie, a pair of them as one."""
    leftward = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in part)
    if not leftward:
        return part
    return unicodedata.normalize("NFKC", AGAINST.sub(lambda run: run[0][::-1], part[::-1]))


AGAINST = re.compile(r"[0-9A-Za-z\u00c0-\u024f](?:[^\u0590-\u08ff\ufb1d-\ufefc]*[0-9A-Za-z\u00c0-\u024f])?")
"""A number or Latin words among letters that run to the left: these lie the other way round."""


def letters(text: str) -> str:
    """Only letters and figures: words may be broken at the end of a line."""
    return "".join(re.findall(r"[^\W_]", text)).lower()


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


FILLER = (
    "Vraag bij elke voordeur wat bewoners bezighoudt, noteer samenwerkingsovereenkomsten en "
    "onderhoudswerkzaamheden, kom terug wanneer dat is beloofd, en vertel wat er met de verhalen is gedaan. "
)


def filler(length: int) -> str:
    """Text of exactly this length, with long words in it."""
    text = (FILLER * (length // len(FILLER) + 1))[:length]
    return text[:-1] + "x" if text[-1] == " " else text


def stretched(sheet: Sheet, book: Handbook) -> tuple[Sheet, Handbook]:
    """The same sheet in the same handbook, with every text of the piece as long as its field allows.

    What stands for a Dutch text may be as long as that: the limit of a translation itself is that of its longest paragraph.
    """
    piece = sheet.piece
    data = json.loads(piece.data.model_dump_json())
    dutch = {".".join(map(str, leaf.loc)): leaf.marker for leaf in walk(piece.of.data)} if piece.of else {}
    for leaf in walk(piece.data):
        if isinstance(leaf.marker, Words):
            field = dutch.get(data["texts"][leaf.loc[1]]["at"]) if dutch else leaf.marker
            _put(data, leaf.loc, filler((field if isinstance(field, Words) else leaf.marker).longest))
    try:
        model = type(piece.data).model_validate(data)
    except ValidationError as error:  # a field may be shorter than its kind of text
        for one in error.errors():
            _put(data, one["loc"], filler(one["ctx"]["max_length"]))
        model = type(piece.data).model_validate(data)
    long = replace(piece, data=model)
    return replace(sheet, piece=long), replace(book, pieces={**book.pieces, piece.key: long})


def _put(data: Any, loc: tuple[str | int, ...], value: str) -> None:
    for part in loc[:-1]:
        data = data[part]
    data[loc[-1]] = value
