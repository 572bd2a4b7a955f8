"""A small picture of the first page of a PDF, for who would rather look than read."""

from __future__ import annotations

import io

import pypdfium2


def picture(pdf: bytes, width: int = 520) -> bytes:
    """The first page as a PNG in eight greys, `width` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    image = page.render(scale=width / page.get_width()).to_pil().convert("L").quantize(8)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    document.close()
    return out.getvalue()
