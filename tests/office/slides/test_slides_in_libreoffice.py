"""Slides as LibreOffice shows them: each on its page, with its words in their places. Needs `libreoffice-impress` and `fonts-liberation`."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from deck_seen import Deck, flat
from fontTools.ttLib import TTFont

from conftest import ROOT, URL, real
from handboek.office import font_metrics
from handboek.office.slides import source as slides
from handboek.office.slides.slide_master import BOTTOM, LEFT, RIGHT
from handboek.project import Project
from handboek.render.renderer import Renderer

pytestmark = pytest.mark.hard

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
FOOT_POINTS = 6.9 * 72


def pages(file: Path) -> list[list[tuple[float, float, float, float, str]]]:
    """The words on each page of what LibreOffice makes of a file, in points."""
    profile = f"-env:UserInstallation={(file.parent / 'profiel').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", file.parent, file],
        check=True,
        capture_output=True,
    )
    told = subprocess.run(
        ["pdftotext", "-bbox", file.with_suffix(".pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    return [
        [(*(float(one) for one in found[:4]), found[4]) for found in WORD.findall(page)]
        for page in told.split("<page ")[1:]
    ]


@pytest.mark.parametrize("slug", [piece.slug for piece in real().of("script")])
def test_each_word_lies_where_it_was_measured(slug: str, tmp_path: Path):
    project = Project(ROOT, URL)
    made = slides.source(real().pieces["script", slug], Renderer(real(), project.templates), project)
    file = tmp_path / "dia.pptx"
    file.write_bytes(made.make())
    seen, found = Deck(file.read_bytes()), pages(file)
    assert len(found) == len(seen.slides)
    for number, page in enumerate(found):
        body = [word for word in page if word[1] < FOOT_POINTS]
        drawn = any(hasattr(one, "shapes") for one in seen.pictures(number))
        if number and not drawn:
            assert max(word[3] for word in body) <= BOTTOM * 72 + 4, seen.titles[number]
            assert min(word[0] for word in body) >= LEFT * 72 - 2
            assert max(word[2] for word in body) <= RIGHT * 72 + 2
        told = "".join(word[4] for word in body).replace("&apos;", "'").replace("&quot;", '"').replace("&amp;", "&")
        if not drawn:
            assert sorted(told) == sorted(re.sub(r"\s", "", flat("".join(seen.words(number)))))


def test_the_widths_are_those_of_the_font():
    folder = Path("/usr/share/fonts/truetype/liberation")
    for bold, name in ((False, "Regular"), (True, "Bold")):
        font = TTFont(folder / f"LiberationSans-{name}.ttf")
        glyphs, unit = font.getBestCmap(), font["head"].unitsPerEm
        for letter, width in font_metrics.WIDTHS[bold].items():
            assert round(font["hmtx"][glyphs[ord(letter)]][0] * 1000 / unit) == width, letter
