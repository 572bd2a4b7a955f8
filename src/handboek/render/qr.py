"""The QR code that leads from paper to the page. To choose its mask takes longer than anything else on a sheet: it is kept."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from pathlib import Path

from markupsafe import Markup

from handboek import cache_keys
from handboek.system import kept


@cache
def code(folder: Path | None, address: str, title: str) -> Markup:
    """A QR code as inline SVG with a text alternative; one that was made before comes from `folder`, if any."""
    if folder is None:
        return Markup(_draw(address, title).decode())
    name = hashlib.sha256("\0".join((_drawn_with(), address, title)).encode()).hexdigest()[:40]
    made = kept.get(folder / name)
    if made is None:
        made = _draw(address, title)
        kept.put(folder / name, made)
    return Markup(made.decode())


@cache
def _drawn_with() -> str:
    """The hash of what every code is made of, beside its address and title."""
    return cache_keys.digest([("qr.py", Path(__file__))], ["segno"])


def _draw(address: str, title: str) -> bytes:
    import segno  # noqa: PLC0415  (not needed where every code was made before)

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
    return out.getvalue()
