"""The QR code that leads from paper to the page."""

from __future__ import annotations

import io
from functools import cache

import segno
from markupsafe import Markup


@cache
def code(address: str, title: str) -> Markup:
    """A QR code as inline SVG with a text alternative."""
    out = io.BytesIO()
    segno.make_qr(address, error="m").save(
        out,
        kind="svg",
        border=2,
        dark="#000",
        light="#fff",
        title=title,
        xmldecl=False,
        nl=False,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
    )
    return Markup(out.getvalue().decode())
