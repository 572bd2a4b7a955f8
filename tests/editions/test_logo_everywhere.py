"""A logo that is a PNG is seen wherever one that is an SVG is: in PDFs, in Word, on slides and on the picture to share."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from laid import FOLDER
from make import edition
from PIL import Image, ImageChops

from conftest import KLEIN
from handboek import store
from handboek.content import open_handbook
from handboek.office.slides import source as slides
from handboek.office.word import source as word
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.sheets import pdf
from handboek.sheets.pdf import SheetError
from handboek.site import social

COLOUR = (29, 94, 58)
SAID = '<html lang=nl><title>x</title><body><img src="logo.svg" alt="De Linde"></body></html>'


@pytest.fixture(params=["logo.svg", "logo.png"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An edition of the small method with a logo of this kind."""
    made = edition(tmp_path / "uitgave", KLEIN, f"logo: {request.param}\n")
    if request.param.endswith(".svg"):
        shutil.copyfile(FOLDER / "linde" / "logo.svg", made / request.param)
    else:
        Image.new("RGB", (1600, 260), COLOUR).save(made / request.param)
    return made


def green(image: Image.Image) -> int:
    """How many of the dots are of the logo's colour."""
    apart = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, COLOUR)).convert("L")
    return sum(apart.histogram()[:12])


def in_pdf(content: bytes) -> bool:
    """Whether the first page of a PDF has the logo's colour on it."""

    with pypdfium2.PdfDocument(content) as document:
        return green(document[0].render(scale=1).to_pil()) > 200


def in_office(content: bytes) -> bool:
    """Whether one of the pictures in a file of an office program is in the logo's colour."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        pictures = [file.read(name) for name in file.namelist() if name.endswith(".png")]
    return any(green(Image.open(io.BytesIO(one))) > 200 for one in pictures)


def test_every_sheet_of_paper_and_every_file_has_it(root: Path):
    book, project = open_handbook(root), open_project(root)
    renderer = Renderer(book, project.templates)
    sheets = {sheet.piece.slug: sheet for sheet in reversed(store.wanted(renderer, None)) if sheet.kind == "blad"}
    made = {slug: store.unkept(sheet, renderer, project).content for slug, sheet in sheets.items()}
    assert {"briefje", "lijstje"} <= made.keys()
    assert [slug for slug, content in made.items() if not in_pdf(content)] == []
    letter = next(piece for piece in book.pieces.values() if piece.slug == "briefje" and not piece.of)
    assert in_office(word.source(letter, renderer, project).make())
    course = next(piece for piece in book.pieces.values() if slides.has(piece))
    assert in_office(slides.source(course, renderer, project).make())


def test_the_site_and_the_picture_to_share_have_it(root: Path):
    book, templates = open_handbook(root), open_project(root).templates
    assert (templates / "site" / "assets" / "logo.svg").is_file()
    plate = social._plate(social._logo(templates, book))
    assert green(plate) > 200


@pytest.mark.parametrize("address", ["data:image/png;base64,iVBORw0KGgo=", "data:image/png;base64," + "A" * 60_000])
def test_no_other_picture_in_an_address_goes_on_paper_and_no_message_holds_one(root: Path, address: str):
    templates = open_project(root).templates
    page = f'<html lang=nl><title>x</title><body><img src="{address}" alt="x"></body></html>'
    for _ in range(2):
        with pytest.raises(SheetError) as told:
            pdf.render(page, templates)
        assert len(str(told.value)) < 300
        assert "base64" not in str(told.value)


def test_a_picture_that_failed_once_is_told_each_time(root: Path):
    (open_project(root).templates / "print" / "logo.svg").unlink()
    for _ in range(2):
        with pytest.raises(SheetError, match=r"logo\.svg"):
            pdf.render(SAID, root / ".build" / "overrides")
