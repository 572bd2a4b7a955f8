"""A drawing fills the picture that is made of it: nothing of a logo is cut off."""

from __future__ import annotations

import io

from PIL import Image

from handboek.office import pictures


def test_a_drawing_fills_its_picture():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#0a7a3c"/></svg>'
    image = Image.open(io.BytesIO(pictures.png(svg, 30))).convert("RGB")
    inside = [(2, 2), (image.width - 3, 2), (2, image.height - 3), (image.width - 3, image.height - 3)]
    assert {image.getpixel(place) for place in inside} == {image.getpixel((image.width // 2, image.height // 2))}
