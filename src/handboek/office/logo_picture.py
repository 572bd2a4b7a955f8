"""The logo of an edition as a picture for office files: these know no drawing that every program shows."""

from __future__ import annotations

import io
from functools import lru_cache

WIDE = 900
"""How many pixels its longest side has."""


@lru_cache(maxsize=8)
def png(svg: str) -> bytes:
    """A logo that `logo` made as PNG, with nothing behind it."""
    import pypdfium2  # noqa: PLC0415  (slow to load, and an edition without a logo never needs it)
    from weasyprint import HTML  # noqa: PLC0415

    from handboek.logo import shape  # noqa: PLC0415

    ratio = shape(svg)
    wide, high = (100.0, 100 / ratio) if ratio > 1 else (100 * ratio, 100.0)
    page = f"<style>@page{{size:{wide:g}mm {high:g}mm;margin:0}}svg{{display:block;width:{wide:g}mm;height:{high:g}mm}}</style>"
    document = pypdfium2.PdfDocument(HTML(string=page + svg).write_pdf())
    scale = WIDE / max(document[0].get_size())
    image = document[0].render(scale=scale, fill_color=(255, 255, 255, 0)).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    document.close()
    return out.getvalue()
