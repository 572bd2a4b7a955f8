"""Bring a photograph into the project: smaller, as WebP, and without the place and the camera that a telephone writes in it."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from handboek.address import anchor
from handboek.checks.foto import WIDEST
from handboek.desk import ask
from handboek.desk.edit import in_the_way
from handboek.dutch import size
from handboek.load import LARGEST_PICTURE
from handboek.machine import together

FOLDER = "docs/afbeeldingen"
LARGEST = 8_000_000
"""The most bytes that a photograph may have."""
QUALITIES = (80, 60, 30, 0)
"""How well the picture is kept, the best first; the next is taken where the file would be too large."""
FORMATS = ("JPEG", "PNG", "WEBP")


class ImageError(Exception):
    """The file cannot be used; the text says why, in Dutch."""


def add(root: Path, file: Path, name: str = "") -> int:
    """Write the picture and say how to use it; gives the exit code."""
    try:
        target = bring_in(root, file, name)
    except ImageError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        words = (
            ask.text("Wat is er te zien, voor wie de foto niet ziet", wrong=ask.required) if sys.stdin.isatty() else ""
        )
    except ask.Stopped:
        words = ""
    print(f"Gemaakt: {target.relative_to(root).as_posix()} ({size(target.stat().st_size)}), zonder plaats en camera.")
    print("Staan er mensen op? Dan moeten zij het goedvinden.")
    print(f"Zet in je tekst: ![{words or 'wat er te zien is'}](/{target.relative_to(root / 'docs').as_posix()})")
    return 0


def bring_in(root: Path, file: Path, name: str = "") -> Path:
    """The picture as it stands in the project. Raises `ImageError`."""
    if not file.is_file():
        raise ImageError(f"Er is geen bestand {file}.")
    if file.stat().st_size > LARGEST:
        raise ImageError(f"Deze foto is groter dan 8 MB: {size(file.stat().st_size)}. Maak hem eerst kleiner.")
    stem = os.fsencode(file.stem).decode("utf-8", "replace")  # also where the system says that it knows ASCII only
    slug = anchor(name or stem)[:60].strip("-")
    path = f"{FOLDER}/{slug}.webp"
    if said := in_the_way(root, path):
        raise ImageError(f"{said} Dat kan met --name.")
    picture = _read(file)
    for quality in QUALITIES:
        made = io.BytesIO()
        picture.save(made, "WEBP", quality=quality, method=6)
        if made.tell() <= LARGEST_PICTURE:
            break
    try:
        together.apply(root, [together.Step(path, made.getvalue())])
    except together.Refused as error:
        raise ImageError(str(error)) from error
    return root / path


@contextmanager
def _whole() -> Iterator[None]:
    """Refuse a picture that breaks off; WeasyPrint lets those through for the whole program."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _read(file: Path) -> Image.Image:
    """The pixels alone, upright and small enough: nothing that was written beside them comes along."""
    try:
        with warnings.catch_warnings(), _whole():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as image:
                upright = ImageOps.exif_transpose(image)
                upright.thumbnail((WIDEST, WIDEST))
                mode = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
                pixels = upright.convert(mode)
    except UnidentifiedImageError as error:
        raise ImageError("Dit is geen JPEG, PNG of WebP.") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageError("Deze foto is stuk of heeft te veel beeldpunten.") from error
    clean = Image.new(mode, pixels.size)
    clean.paste(pixels)
    return clean
