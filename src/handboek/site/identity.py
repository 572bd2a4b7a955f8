"""By what a reader knows a method among others: its logo, the icons of the app, and what a phone calls it.

Drawn from the method's colour and the letters of its `mark`, where a project has no file of its own for it
(`overlay.DRAWN`): a wall, or its letters on a tile.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from handboek.colours import PAPER, WHITE
from handboek.model.edition import Edition
from handboek.model.method import SHORT, Method

FONT = "bricolage-grotesque-700-normal.ttf"
WIDTH, HEIGHT, ROUND = 34, 32, 3
WALL = (
    ((0, 0, 15, 9), "tl"), ((17, 0, 34, 9), "tr"),
    ((0, 11, 7, 21), ""), ((9, 11, 25, 21), ""), ((27, 11, 34, 21), ""),
    ((0, 23, 15, 32), "bl"), ((17, 23, 34, 32), "br"),
)  # fmt: skip
"""The stones of the wall: from left, top to right, bottom, and which of its corners is round."""
TILE, TILE_ROUND = (1, 0, 33, 32), 6
HIGH, WIDE = 16, 26
"""How high the capitals of a mark are on its tile, or less where it would become wider than this."""
FINER = 4
"""How much larger an icon is drawn than it becomes, for smooth edges."""


@dataclass(frozen=True)
class Icon:
    """An icon of the app."""

    name: str
    size: int
    wide: float
    """How wide the drawing is for the icon."""
    ground: str = ""
    """What lies behind it; nothing where it shows what it lies on."""
    purpose: str = ""
    """What the manifest says it is for; nothing for the one that a page names."""

    @property
    def file(self) -> str:
        """Its name on the site."""
        return f"assets/icons/{self.name}.png"


LOGO = "assets/logo.svg"
ICONS = (
    Icon("icon-180", 180, 0.7, PAPER),
    Icon("icon-192", 192, 0.78, purpose="any"),
    Icon("icon-512", 512, 0.78, purpose="any"),
    Icon("icon-maskable-512", 512, 0.56, PAPER, "maskable"),
)
NEUTRAL = "Handboek"
"""What a phone calls a method whose name does not fit below an icon, and that says no shorter one."""


def drawn(method: Method, templates: Path) -> Iterator[tuple[str, bytes]]:
    """The logo and the icons that the project has no file of its own for, by their name on the site."""
    if not (templates / "site" / LOGO).is_file():
        yield LOGO, logo(method, templates).encode()
    for icon in ICONS:
        if not (templates / "site" / icon.file).is_file():
            yield icon.file, _picture(method.colour, method.mark, icon, templates / "fonts" / FONT)


def inline(method: Method, templates: Path, edition: Edition | None) -> str:
    """The logo as it stands in the head of a page; nothing of that of an edition, which a page shows as a picture."""
    return "" if edition and (templates / "site" / LOGO).is_file() else logo(method, templates)


def logo(method: Method, templates: Path) -> str:
    """The logo as SVG: the project's own, or what is drawn."""
    own = templates / "site" / LOGO
    if own.is_file():
        return own.read_text(encoding="utf-8")
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    if not method.mark:
        return f'{head}<path fill="{method.colour}" d="{"".join(_stone(*stone) for stone in WALL)}"/></svg>\n'
    left, top, right, bottom = TILE
    tile = f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" rx="{TILE_ROUND}" fill="{method.colour}"/>'
    letters = _outline(method.mark, templates / "fonts" / FONT)
    return f'{head}{tile}<path fill="{WHITE}" d="{letters}"/></svg>\n'


def manifest(method: Method) -> dict[str, object]:
    """What a phone needs to put the handbook among its apps."""
    icons = [
        {"src": icon.file, "sizes": f"{icon.size}x{icon.size}", "type": "image/png", "purpose": icon.purpose}
        for icon in ICONS
        if icon.purpose
    ]
    return {
        "name": method.name,
        "short_name": method.short or (method.name if len(method.name) <= SHORT else NEUTRAL),
        "lang": "nl",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": method.colour,
        "icons": icons,
    }


def _stone(box: tuple[int, int, int, int], corner: str) -> str:
    """A stone as a path."""
    left, top, right, bottom = box
    if not corner:
        return f"M{left} {top}H{right}V{bottom}H{left}z"
    sweeps = {
        "tl": f"M{left} {top + ROUND}a{ROUND} {ROUND} 0 0 1 {ROUND}-{ROUND}H{right}V{bottom}H{left}z",
        "tr": f"M{left} {top}H{right - ROUND}a{ROUND} {ROUND} 0 0 1 {ROUND} {ROUND}V{bottom}H{left}z",
        "br": f"M{left} {top}H{right}V{bottom - ROUND}a{ROUND} {ROUND} 0 0 1-{ROUND} {ROUND}H{left}z",
        "bl": f"M{left} {top}H{right}V{bottom}H{left + ROUND}a{ROUND} {ROUND} 0 0 1-{ROUND}-{ROUND}z",
    }
    return sweeps[corner]


def _outline(mark: str, font: Path) -> str:
    """The letters of a mark in the middle of its tile, as a path: an image of its own finds no font of ours."""
    from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]  # noqa: PLC0415  (slow to load)
    from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    face = TTFont(font)
    glyphs, names = face.getGlyphSet(), face.getBestCmap()
    letters = [glyphs[names.get(ord(letter), ".notdef")] for letter in mark]
    left, top, right, bottom = TILE
    capital, width = face["OS/2"].sCapHeight, sum(letter.width for letter in letters)
    scale = min(HIGH / capital, WIDE / width)
    x = (left + right - scale * width) / 2
    y = (top + bottom + scale * capital) / 2
    path = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
    for letter in letters:
        letter.draw(TransformPen(path, (scale, 0, 0, -scale, x, y)))
        x += scale * letter.width
    return str(path.getCommands())


@lru_cache(maxsize=32)
def _picture(colour: str, mark: str | None, icon: Icon, font: Path) -> bytes:
    """An icon as PNG."""
    size = icon.size * FINER
    image = Image.new("RGBA", (size, size), icon.ground or (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    scale = size * icon.wide / WIDTH
    across, down = (size - scale * WIDTH) / 2, (size - scale * HEIGHT) / 2

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        return across + left * scale, down + top * scale, across + right * scale - 1, down + bottom * scale - 1

    if not mark:
        for stone, corner in WALL:
            corners = (corner == "tl", corner == "tr", corner == "br", corner == "bl")
            draw.rounded_rectangle(box(*stone), ROUND * scale, fill=colour, corners=corners)
    else:
        draw.rounded_rectangle(box(*TILE), TILE_ROUND * scale, fill=colour)
        letters = _face(font, mark, scale)
        capitals = letters.getbbox("H")
        middle = (size - letters.getlength(mark)) / 2, size / 2 - (capitals[1] + capitals[3]) / 2
        draw.text(middle, mark, font=letters, fill=WHITE)
    out = io.BytesIO()
    image.resize((icon.size, icon.size), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _face(font: Path, mark: str, scale: float) -> ImageFont.FreeTypeFont:
    """The font in the size in which a mark fits on its tile."""
    content = font.read_bytes()  # by its name Pillow would also look in the folders of the system

    def sized(size: float) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(io.BytesIO(content), size, layout_engine=ImageFont.Layout.BASIC)

    large = sized(1000)
    _, top, _, bottom = large.getbbox("H")
    return sized(1000 * scale * min(HIGH / (bottom - top), WIDE / large.getlength(mark)))
