"""Drawings as pictures for office files: these know no drawing that every program shows."""

from __future__ import annotations

import io
import re
from functools import lru_cache

DOTS = 220
"""How many dots an inch has."""
COLOURS = 64
"""How many colours a picture has: a drawing has few, and their edges have some between them."""
BOX = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')


def shape(svg: str) -> float:
    """How many times a drawing is as wide as it is high."""
    found = BOX.search(svg)
    return float(found[1]) / float(found[2]) if found else 1.0


def measure(svg: str) -> float:
    """How many units a drawing is wide."""
    found = BOX.search(svg)
    return float(found[1]) if found else 0.0


@lru_cache(maxsize=16)
def png(svg: str, width: float) -> bytes:
    """A drawing, `width` millimetres wide, on white."""
    import pypdfium2  # noqa: PLC0415  (slow to load, and a check needs none)
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    height = width / shape(svg)
    page = f"<style>body{{margin:0}}@page{{size:{width:g}mm {height:g}mm;margin:0}}svg{{display:block;width:{width:g}mm;height:{height:g}mm}}</style>"
    fetcher = URLFetcher(allowed_protocols=("data",))  # a drawing asks for no other file, except what it holds itself
    with pypdfium2.PdfDocument(HTML(string=page + svg, url_fetcher=fetcher).write_pdf()) as document:
        image = document[0].render(scale=DOTS / 72).to_pil().convert("RGB")
    out = io.BytesIO()
    image.quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()
