"""A method's own colour and letters reach all that it is known by: logo, icons, manifest, shares and style."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from conftest import KLEIN, ROOT
from handboek import checks, overlay
from handboek.colours import DARK, LEAST, LIGHT, contrast, shades
from handboek.content import open_handbook
from handboek.handbook import assemble
from handboek.load import read, with_file
from handboek.model.method import Method
from handboek.render.style import colours
from handboek.resources import TEMPLATES
from handboek.site import identity

BLUE = (0x1D, 0x4E, 0x7A, 0xFF)
METHOD = "phases/method.yml"


@pytest.fixture(scope="module")
def method() -> Method:
    return open_handbook(KLEIN).method.model_copy(update={"colour": "#1d4e7a"})


def pixels(picture: bytes) -> tuple[Image.Image, set[object]]:
    image = Image.open(io.BytesIO(picture)).convert("RGBA")
    return image, {colour for _, colour in image.getcolors(image.width * image.height) or ()}


@pytest.mark.parametrize("mark", [None, "M", "WM", "é"])
def test_logo_and_icons_have_the_colour_and_the_letters_of_the_method(method: Method, mark: str | None):
    made = dict(identity.drawn(method.model_copy(update={"mark": mark}), TEMPLATES))
    assert "#1d4e7a" in made["assets/logo.svg"].decode()
    assert ("#ffffff" in made["assets/logo.svg"].decode()) == bool(mark)
    assert [f"site/{name}" for name in made] == list(overlay.DRAWN)
    for icon in identity.ICONS:
        image, found = pixels(made[icon.file])
        assert image.size == (icon.size, icon.size)
        assert BLUE in found
        assert ((255, 255, 255, 255) in found) == bool(mark)
        assert image.getpixel((0, 0)) == ((0xFB, 0xF8, 0xF2, 0xFF) if icon.ground else (0, 0, 0, 0))


def test_a_wide_mark_stays_on_its_tile(method: Method):
    for mark in ("WM", "I"):
        svg = identity.logo(method.model_copy(update={"mark": mark}), TEMPLATES)
        path = re.findall(r' d="([^"]+)"', svg)[-1]
        first = [float(x) for x in re.findall(r"M(-?[\d.]+)", path)]
        assert all(1 < x < 33 for x in first)


def test_the_drawing_is_the_same_each_time(method: Method):
    first = dict(identity.drawn(method, TEMPLATES))
    identity._picture.cache_clear()
    assert dict(identity.drawn(method, TEMPLATES)) == first


def test_a_file_of_the_project_goes_before_what_is_drawn(method: Method, tmp_path: Path):
    own = tmp_path / "site/assets"
    (own / "icons").mkdir(parents=True)
    (own / "logo.svg").write_text("<svg>van ons</svg>", encoding="utf-8")
    (own / "icons/icon-192.png").write_bytes(b"van ons")
    (tmp_path / "fonts").symlink_to(TEMPLATES / "fonts")
    assert identity.logo(method, tmp_path) == "<svg>van ons</svg>"
    left = {"assets/icons/icon-180.png", "assets/icons/icon-512.png", "assets/icons/icon-maskable-512.png"}
    assert dict(identity.drawn(method, tmp_path)).keys() == left


@pytest.mark.parametrize(
    "colour", ["#a03a28", "#1d4e7a", "#767676", "#000000", "#0b7a3e", "#7a2e5d", "#b00000", "#0000ff"]
)
def test_the_shades_of_a_colour_that_is_let_through_can_be_read(colour: str):
    made = shades(colour)
    assert contrast(made.wall) >= LEAST
    assert contrast(made.link, LIGHT) >= LEAST
    assert contrast(made.light, DARK) >= LEAST
    assert contrast(made.light_link, DARK) >= LEAST


def test_contrast_is_that_of_the_web():
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)


def changed(line: str) -> list[tuple[str, str]]:
    documents = read(KLEIN)
    text = documents[METHOD].text.replace("release:", f"{line}\nrelease:")
    return [(one.code, one.text) for one in checks.run(assemble(with_file(documents, METHOD, text.encode())))]


def test_a_colour_on_which_white_cannot_be_read_is_refused():
    assert changed('colour: "#1d4e7a"') == []
    ((code, said),) = changed('colour: "#f2c94c"')
    assert code == "contrast"
    assert "`#f2c94c`" in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mail: Redactie <redactie@handboek.nl>", "geen mailadres"), ("mail: redactie", "geen mailadres"),
        ("url: handboek.nl", "geen webadres"), ("url: https:///x", "geen webadres"), ("repo: git@x:y", "geen webadres"),
        ("url: https://ik:geheim@handboek.nl/", "geen webadres"), ("url: https://handboek.nl/?uitgave=1", "geen webadres"),
        ("url: https://handboek.nl/#begin", "geen webadres"), ("url: https://handboek.nl\\x", "geen webadres"),
    ],
)  # fmt: skip
def test_an_address_without_its_form_is_told(line: str, said: str):
    ((code, told),) = changed(line)
    assert code == "waarde"
    assert said in told


def test_the_colours_of_the_style_are_said_once():
    """Screen and paper get them from the content; no style of ours has a colour of this method."""
    style = colours(open_handbook(ROOT))
    assert "--wall:#a03a28" in style
    for name in ("site/assets/handboek.css", "site/assets/tools.css", "print/sheet.css", "site/main.html"):
        text = (TEMPLATES / name).read_text(encoding="utf-8")
        for own in ("--wall", "--brick", "--link", "--mortar"):
            assert not re.search(rf"{own}:", text), name
        assert "a03a28" not in text
