"""The picture that goes with a page when somebody shares its address: its title on a door of its phase."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from handboek import cache_keys
from handboek import logo as logos
from handboek.colours import PAPER, Shades, shades
from handboek.handbook import Handbook
from handboek.office import pictures
from handboek.project import Project
from handboek.render.renderer import Page
from handboek.system import kept

SIZE = (1200, 630)
INK = "#20242a"
HEAD, TEXT = "bricolage-grotesque-700-normal.ttf", "atkinson-hyperlegible-next-700-normal.ttf"
"""The fonts of the title and of what stands below it."""
PLATE = (360, 72)
"""The widest and the highest that a logo is."""


@lru_cache
def environment_hash(fonts: Path) -> str:
    """The hash of what every picture is made of, beside its words and colour: fonts, this code and what draws."""
    files = [(name, fonts / name) for name in (HEAD, TEXT)]
    return cache_keys.digest([("social.py", Path(__file__)), *files], cache_keys.DRAWING)


def key(fonts: Path, title: str, method: str, number: str, colour: str, *, wall: Shades, logo: str = "") -> str:
    """The name under which a picture with these words is kept."""
    made_of = (environment_hash(fonts), title, method, number, colour, wall.wall, wall.mortar, logo)
    return hashlib.sha256("\0".join(made_of).encode()).hexdigest()[:40]


def write(project: Project, handbook: Handbook, pages: Iterable[Page], site: Path) -> None:
    """Write the picture of each page to `assets/deel/`; pictures made before are taken from the work folder."""
    folder, fonts = project.work / "deel", project.templates / "fonts"
    environment_hash.cache_clear()  # a preview runs all day
    wall, logo = shades(handbook.method.colour), _logo(project.templates, handbook)
    for page in pages:
        piece = handbook.at(page.address)
        phase = handbook.phase_of(piece) if piece else None
        number, colour = (str(phase.data.number), phase.data.colour) if phase else ("", wall.wall)
        words = (page.title, handbook.method.name, number, colour)
        name = key(fonts, *words, wall=wall, logo=logo)
        picture = kept.get(folder / name)
        if picture is None:
            picture = card(*words, fonts, wall=wall, logo=logo)
            kept.put(folder / name, picture)
        target = site / path(page.address)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(picture)


def path(address: str) -> str:
    """Where the picture of the page at `address` stands, from the site's root."""
    return f"assets/deel/{address.strip('/').replace('/', '_') or 'home'}.png"


@lru_cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    content = io.BytesIO(path.read_bytes())  # by its name Pillow would also look in the folders of the system
    return ImageFont.truetype(content, size, layout_engine=ImageFont.Layout.BASIC)


def _logo(templates: Path, handbook: Handbook) -> str:
    """The logo of an edition, as SVG; nothing where there is none."""
    file = templates / logos.FILES[1]
    return file.read_text(encoding="utf-8") if handbook.origin and file.is_file() else ""


@lru_cache(maxsize=4)
def _plate(logo: str) -> Image.Image:
    """A logo on white, as large as there is room for."""
    wide = min(PLATE[0], PLATE[1] * logos.shape(logo))
    drawn = Image.open(io.BytesIO(pictures.png(logo, wide * 25.4 / 96))).convert("RGB")
    return drawn.resize((max(1, round(wide)), max(1, round(wide / logos.shape(logo)))), Image.Resampling.LANCZOS)


def card(title: str, method: str, number: str, colour: str, fonts: Path, *, wall: Shades, logo: str = "") -> bytes:
    """One picture as PNG, with the logo of whose handbook it is."""
    head = fonts / HEAD
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((80, 110, 380, 530), fill="#ffffff", outline="#d9d2c5", width=2)
    draw.rectangle((94, 124, 366, 530), fill=colour)
    draw.text((122, 140), number, font=_font(head, 96), fill="#ffffff")
    draw.rectangle((122, 268, 338, 340), outline="#ffffff", width=4)
    draw.ellipse((318, 400, 338, 420), fill="#ffffff")
    draw.rectangle((0, 530, 1200, 630), fill=wall.wall)
    for row, shift in ((530, 0), (580, 60)):
        draw.line((0, row, 1200, row), fill=wall.mortar, width=4)
        for x in range(shift, 1200, 120):
            draw.line((x, row, x, row + 50), fill=wall.mortar, width=4)
    lines, size = _wrapped(title, head, 720, 4)
    top = 300 - len(lines) * size * 0.58
    for index, line in enumerate(lines):
        draw.text((430, top + index * size * 1.12), line, font=_font(head, size), fill=INK)
    if logo:
        plate = _plate(logo)
        left, high = 1140 - plate.width, 40
        draw.rectangle((left - 12, high - 12, 1152, high + plate.height + 12), fill="#ffffff")
        image.paste(plate, (left, high))
    draw.text((430, 460), method, font=_font(fonts / TEXT, 34), fill=INK)
    out = io.BytesIO()
    image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def _wrapped(text: str, font: Path, width: int, most: int) -> tuple[list[str], int]:
    """The text in at most `most` lines, in the largest size that fits."""
    for size in (76, 66, 56, 46, 38):
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if _font(font, size).getlength(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        if len(lines) <= most and all(_font(font, size).getlength(line) <= width for line in lines):
            return lines, size
    return lines[:most], size
