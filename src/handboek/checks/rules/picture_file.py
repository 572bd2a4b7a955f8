"""Een afbeelding in het project is een WebP zoals `handboek add-image` die maakt.

Een telefoon schrijft in een foto waar en wanneer zij is gemaakt, en met welk toestel. Wie de foto krijgt, kan dat lezen,
ook als de naam van het bestand veranderd is. De controle kijkt daarom in het bestand zelf. Een goede afbeelding is WebP,
bevat alleen het beeld, is hoogstens 1600 beeldpunten lang en breed, en hoogstens 1 MB. `handboek add-image` maakt zo'n
bestand van een foto.

Goed:

    # docs/over-deze-methode.md
    Zo ziet het eruit.

Fout:

    # docs/afbeeldingen/straat.webp, het hele bestand
    Dit is een foto met een andere naam.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePosixPath

from handboek.checks.passages import finding_in_file
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.load import LARGEST_PICTURE, is_picture

CODE = "foto"
SEVERITY = "error"

WIDEST = 1600
"""The most pixels along the longest side."""
IMAGE = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
"""The parts of a WebP that hold the picture itself."""
ABOUT = {b"EXIF", b"XMP ", b"ICCP"}
"""The parts that tell of the place, the camera or the program."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each picture that `handboek add-image` would not have made."""
    for path, document in handbook.documents.items():
        what = wrong(path, document.content) if is_picture(path) and not document.problems else ""
        if what:
            # The command takes no name that is in use, so the file has to leave its place first.
            helps = f"Haal haar uit het project, en zet haar erin met `handboek add-image {PurePosixPath(path).name}`."
            yield finding_in_file(path, what, helps)


def wrong(path: str, content: bytes) -> str:
    """What is wrong with a picture, or nothing."""
    if len(content) > LARGEST_PICTURE:
        return "Deze afbeelding is groter dan 1 MB."
    parts = _parts(content)
    if parts is None or not path.endswith(".webp"):
        return "Deze afbeelding is geen WebP."
    if ABOUT & set(parts):
        return "In deze afbeelding staat meer dan het beeld, zoals de plaats of de camera."
    size = _size(content) if set(parts) <= IMAGE else None
    if size is None:
        return "Deze afbeelding is stuk, of zij beweegt."
    if max(size) > WIDEST:
        return f"Deze afbeelding is te groot: {size[0]} bij {size[1]} beeldpunten."
    return ""


def _parts(content: bytes) -> list[bytes] | None:
    """The names of the parts of a WebP; nothing where it is none. What stands behind it is a part without a name."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    end = 8 + int.from_bytes(content[4:8], "little")
    parts, at = [], 12
    while at + 8 <= end:
        parts.append(content[at : at + 4])
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    return parts if parts and at == end == len(content) else [*parts, b""]


def _size(content: bytes) -> tuple[int, int] | None:
    """Width and height; nothing where the picture cannot be shown."""
    from PIL import Image  # noqa: PLC0415  (only who has pictures waits for it)

    try:
        with Image.open(io.BytesIO(content), formats=("WEBP",)) as image:
            if max(image.size) <= WIDEST:
                image.load()
            return image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
