"""Every PDF of the built handbook, as it lies on a table: little ink, and no last page for a line or two."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from checks import SHORT_ENDS
from conftest import Site

pytestmark = pytest.mark.hard

MOST = 0.10
"""So much of a sheet is dark at most, of all its white."""
FINE = 2
"""Pixels for each point: on a coarser picture a thin line weighs more than it does on paper."""
DARK = {
    "werkbladen/fasenposter-4xA4.pdf": "de titel en de tekens van de fasen zijn hier groot, en de rest van de poster ligt op de andere vellen",
}
"""The files that have a darker sheet, each with why."""
LEAST = 0.25
"""So far down the last of several pages something stands."""
FOOT = 14
"""So many points above the words of a foot its rule may lie."""
SHORT = {"-groot.pdf": SHORT_ENDS["groot"]} | dict.fromkeys(
    ("het-hele-handboek.pdf", "het-hele-handboek-deel-1.pdf", "het-hele-handboek-deel-2.pdf"),
    "een boek eindigt met het register, dat zo lang is als er woorden in staan",
)
"""How the address of a file ends whose last page may have little on it, each with why."""


def share(picture: Image.Image) -> float:
    """How much of a grey picture is dark: 0 is white, 1 is black."""
    times = picture.histogram()
    return sum((255 - value) * number for value, number in enumerate(times)) / 255 / sum(times)


def pictures(pdf: pypdfium2.PdfDocument) -> Iterator[Image.Image]:
    for page in pdf:
        yield page.render(scale=FINE, grayscale=True, may_draw_forms=False).to_pil().convert("L")


def artifact(thing: pypdfium2.PdfObject) -> bool:
    """Whether it is no part of what is read out, such as a foot or a line."""
    for number in range(raw.FPDFPageObj_CountMarks(thing)):
        mark, length = raw.FPDFPageObj_GetMark(thing, number), ctypes.c_ulong()
        name = (raw.FPDF_WCHAR * 32)()
        raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
        if bytes(name)[: length.value - 2].decode("utf-16-le") == "Artifact":
            return True
    return False


def full(page: pypdfium2.PdfPage) -> float:
    """How far down a page the last thing above its foot stands: 0 is the top, 1 the bottom."""
    height = page.get_height()
    things = [(thing, *thing.get_bounds()) for thing in page.get_objects(max_depth=3)]
    words = [(thing, top) for thing, _, _, _, top in things if thing.type == raw.FPDF_PAGEOBJ_TEXT]
    foot = max((top + FOOT for thing, top in words if top < height / 2 and artifact(thing)), default=0)
    return 1 - min((bottom for _, _, bottom, _, _ in things if bottom > foot), default=height) / height


def files(site: Path) -> dict[str, Path]:
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.pdf"))}


def test_little_ink(site: Site):
    found = {
        f"{url} {number}": f"{dark:.1%}"
        for url, path in files(site.folder).items()
        for number, picture in enumerate(pictures(pypdfium2.PdfDocument(path)), 1)
        if (dark := share(picture)) > MOST
    }
    assert {told.split()[0] for told in found} == DARK.keys(), found


def test_no_page_for_a_line_or_two(site: Site):
    found = {}
    for url, path in files(site.folder).items():
        pdf = pypdfium2.PdfDocument(path)
        if len(pdf) > 1 and not url.endswith(tuple(SHORT)) and (said := full(pdf[len(pdf) - 1])) < LEAST:
            found[url] = f"{said:.0%}"
    assert found == {}
