"""Bring a photograph into the project: smaller, as WebP, and without the place and the camera that a telephone writes in it.

Its colours stay what they were: a telephone writes numbers that mean something in a colour space of its own, and says
in a profile which. They become the numbers of sRGB, since nothing that stands beside the pixels comes along.
"""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from handboek.anchors import anchor
from handboek.authoring import prompts
from handboek.authoring.edit import in_the_way
from handboek.checks.rules.picture_file import WIDEST
from handboek.dutch import size
from handboek.load import LARGEST_PICTURE
from handboek.resources import OWN, is_edition
from handboek.system import transaction

FOLDER = "docs/afbeeldingen"
"""In an edition this stands below what is its own."""
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
            prompts.text("Wat is er te zien, voor wie de foto niet ziet", wrong=prompts.required)
            if sys.stdin.isatty()
            else ""
        )
    except prompts.Stopped:
        words = ""
    print(f"Gemaakt: {target.relative_to(root).as_posix()} ({size(target.stat().st_size)}), zonder plaats en camera.")
    print("Staan er mensen op? Dan moeten zij het goedvinden.")
    print(
        f"Zet in je tekst: ![{words or 'wat er te zien is'}](/{target.relative_to(root).as_posix().partition('docs/')[2]})"
    )
    return 0


def bring_in(root: Path, file: Path, name: str = "") -> Path:
    """The picture as it stands in the project. Raises `ImageError`."""
    if not file.is_file():
        raise ImageError(f"Er is geen bestand {file}.")
    if file.stat().st_size > LARGEST:
        raise ImageError(f"Deze foto is groter dan 8 MB: {size(file.stat().st_size)}. Maak hem eerst kleiner.")
    stem = os.fsencode(file.stem).decode("utf-8", "replace")  # also where the system says that it knows ASCII only
    slug = anchor(name or stem)[:60].strip("-")
    own = f"{OWN}/" if is_edition(root) else ""
    path = f"{own}{FOLDER}/{slug}.webp"
    if said := in_the_way(root, path):
        raise ImageError(f"{said} Dat kan met --name.")
    picture = _read(file)
    for quality in QUALITIES:
        made = io.BytesIO()
        picture.save(made, "WEBP", quality=quality, method=6)
        if made.tell() <= LARGEST_PICTURE:
            break
    try:
        transaction.apply(root, [transaction.Step(path, made.getvalue())])
    except transaction.Refused as error:
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
                pixels = _in_srgb(ImageOps.exif_transpose(image))
    except UnidentifiedImageError as error:
        raise ImageError("Dit is geen JPEG, PNG of WebP.") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageError("Deze foto is stuk of heeft te veel beeldpunten.") from error
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    return clean


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture small enough and in sRGB, with its transparency where it has any."""
    profile = image.info.get("icc_profile")
    seen_through = "A" in image.getbands() or "transparency" in image.info
    if image.mode.startswith("I"):  # sixteen bits of grey
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    elif image.mode not in ("RGB", "RGBA", "L", "LA", "CMYK") or "transparency" in image.info:
        image = image.convert("RGBA" if seen_through else "RGB")
    image.thumbnail((WIDEST, WIDEST))
    if not seen_through:
        return _colours(image, profile)
    pixels = _colours(image.convert(image.mode.removesuffix("A")), profile)
    pixels.putalpha(image.getchannel("A"))
    return pixels


SPACES = {"RGB ": ("RGB", "L"), "GRAY": ("L",), "CMYK": ("CMYK",)}
"""For each colour space of a profile the modes of a picture that it can speak of; grey is also told in RGB."""


def _colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A picture without transparency in sRGB. A profile that is broken, or is about something else, says nothing."""
    if not profile:
        return image.convert("RGB")
    try:
        said = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        modes = SPACES.get(said.profile.xcolor_space, ())
        if image.mode not in modes:
            return image.convert("RGB")
        made = ImageCms.profileToProfile(
            image.convert(modes[0]),
            said,
            ImageCms.createProfile("sRGB"),
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            "RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")
    assert made is not None  # it would be where the picture itself was changed
    return made
