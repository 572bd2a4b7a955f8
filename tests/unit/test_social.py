"""The picture that goes with a shared address: its words, its size, and where it is kept."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image, ImageChops

from conftest import KLEIN, ROOT
from handboek.colours import shades
from handboek.content import open_handbook
from handboek.model.method import BRICK
from handboek.project import Project
from handboek.site import social

FONTS = ROOT / "overrides" / "fonts"
WALL = shades("#1f5f4a")


def test_a_picture_has_the_colour_of_its_phase_and_the_size_that_is_asked():
    image = Image.open(io.BytesIO(social.card("Loop een rondje", "Kleine methode", "1", "#1d4e7a", FONTS, wall=WALL)))
    assert (image.size, image.format) == ((1200, 630), "PNG")
    seen = image.convert("RGB")
    near = lambda one, other: all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))  # noqa: E731
    assert near(seen.getpixel((200, 480)), (0x1D, 0x4E, 0x7A))
    assert near(seen.getpixel((20, 20)), (0xFB, 0xF8, 0xF2))
    assert near(seen.getpixel((30, 560)), (0x1F, 0x5F, 0x4A))


def test_a_title_stands_in_the_largest_type_that_fits():
    font = FONTS / social.HEAD
    assert social._wrapped("Kort", font, 720, 4) == (["Kort"], 76)
    lines, size = social._wrapped(
        "Een titel van een heel stel woorden die samen niet op één regel passen", font, 720, 4
    )
    assert " ".join(lines).startswith("Een titel van")
    assert len(lines) <= 4
    assert size < 76 or len(lines) > 1
    assert all(social._font(font, size).getlength(line) <= 720 for line in lines)
    most, least = social._wrapped("woord " * 200, font, 720, 4)
    assert (len(most), least) == (4, 38)
    assert social._wrapped("x" * 60, font, 720, 4)[1] == 38


@pytest.mark.parametrize(("address", "name"), [("", "home"), ("lessen/", "lessen"), ("fasen/kijken/", "fasen_kijken")])
def test_where_a_picture_stands(address: str, name: str):
    assert social.path(address) == f"assets/deel/{name}.png"


def test_a_picture_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made: list[tuple[str, ...]] = []

    def card(*words: Any, wall: Any, logo: str) -> bytes:
        made.append(words[:4])
        return b"png\n" + words[0].encode()

    monkeypatch.setattr(social, "card", card)
    book = open_handbook(KLEIN)
    project: Any = SimpleNamespace(work=tmp_path / "werk", templates=Project(KLEIN).templates)
    pages: Any = [SimpleNamespace(address="fasen/kijken/", title="Kijken"), SimpleNamespace(address="", title="Begin")]
    for _ in range(2):
        social.write(project, book, pages, tmp_path / "site")
    assert made == [("Kijken", "Kleine methode", "1", "#1d4e7a"), ("Begin", "Kleine methode", "", BRICK)]
    assert (tmp_path / "site" / "assets/deel/fasen_kijken.png").read_bytes() == b"png\nKijken"
    for kept in (tmp_path / "werk" / "deel").iterdir():
        kept.write_bytes(b"kapot")
    social.write(project, book, pages, tmp_path / "site")
    assert len(made) == 4


@pytest.mark.parametrize("shape", [(600, 100), (100, 300)])
def test_an_edition_has_its_logo_on_the_picture_and_nothing_else_moves(shape: tuple[int, int]):
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}"><rect width="{0}" height="{1}" fill="#0a7a3c"/></svg>'
    words = ("Kijk rond, en leer de mensen kennen die er wonen", "Kleine methode", "1", "#1d4e7a")
    without, with_it = (
        Image.open(io.BytesIO(social.card(*words, FONTS, wall=WALL, logo=one))).convert("RGB")
        for one in ("", logo.format(*shape))
    )
    changed = ImageChops.difference(without, with_it).point(lambda value: 255 if value > 40 else 0).getbbox()
    assert changed is not None and changed[0] >= 760 and changed[1] >= 20 and changed[3] <= 130
    assert with_it.getpixel((1130, 60))[1] > 2 * with_it.getpixel((1130, 60))[0]


@pytest.mark.parametrize(
    ("words", "box"),
    [
        (("Loop", "", ""), (430, 200, 1150, 420)),
        (("", "Methode", ""), (430, 460, 1150, 510)),
        (("", "", "1"), (122, 140, 300, 260)),
    ],
    ids=["title", "method", "number"],
)
def test_each_word_is_drawn_in_its_own_place(words: tuple[str, str, str], box: tuple[int, int, int, int]):
    cards = (social.card(*said, "#1d4e7a", FONTS, wall=WALL) for said in (words, ("", "", "")))
    with_it, without = (Image.open(io.BytesIO(card)).convert("RGB").crop(box) for card in cards)
    assert with_it.tobytes() != without.tobytes()
    assert len(without.getcolors()) == 1
