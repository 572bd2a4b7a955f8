"""A small picture of the first page of a PDF, for who would rather look than read."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

GREYS = (0, 64, 116, 160, 196, 222, 241, 255)
"""Nearer to each other where it is light, so that a thin line stays; to look for the best eight takes ten times as long."""
NEAREST = [min(range(len(GREYS)), key=lambda at: abs(GREYS[at] - grey)) for grey in range(256)]
BITS = 4
"""Of each dot: a PNG knows no three."""


def picture(pdf: bytes, width: int = 520) -> bytes:
    """The first page as a PNG in eight greys, `width` pixels wide."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        drawn = page.render(scale=width / page.get_width()).to_pil().convert("L").point(NEAREST)
        image = Image.frombytes("P", drawn.size, drawn.tobytes())
        image.putpalette([grey for grey in GREYS for _ in "rgb"])
        out = io.BytesIO()
        image.save(out, "PNG", bits=BITS)
        return out.getvalue()
