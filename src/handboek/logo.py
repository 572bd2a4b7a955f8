"""The logo of an edition: an SVG or a PNG that somebody was given, made into an SVG that can do nothing but be seen.

An SVG may hold scripts, ask for files of others, or grow without end. So nothing of it is passed on that does not stand in
the tables below. A PNG becomes the one picture in an SVG: site and paper know of one kind of logo.
"""

from __future__ import annotations

import base64
import io
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from handboek.finding import Wrong

FILES = ("site/assets/logo.svg", "print/logo.svg")
"""Where it lies among the templates, for the site and for paper."""
ENDS = (".svg", ".png")
LARGEST_SVG, LARGEST_PNG = 60_000, 200_000
"""The most bytes of a file."""
SHAPES, DEEP = 1_000, 30
"""How many elements an SVG may have, and how deep they may stand in one another."""
WIDEST = 8
"""How many times as wide as high it may be, or the other way round."""
PIXELS = (64, 2_000)
"""How many pixels the longest side of a PNG has at least and at most."""
SVG, LINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"

ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "defs",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "title",
        "desc",
        "style",
    ]
)
DRAWN = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
"""What of those is seen."""
NOT_SEEN = frozenset(("metadata", "title", "desc"))
"""What says something about a drawing and draws nothing: it is left out."""
ATTRIBUTES = frozenset(
    [
        "id",
        "class",
        "d",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "fx",
        "fy",
        "width",
        "height",
        "points",
        "transform",
        "viewBox",
        "offset",
        "gradientUnits",
        "gradientTransform",
        "spreadMethod",
        "clipPathUnits",
        "clip-path",
        "clip-rule",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stop-color",
        "stop-opacity",
        "opacity",
        "style",
        "preserveAspectRatio",
        "color",
        "display",
    ]
)
"""What an element may say of itself; anything else of it is left out."""
ADVICE = {
    "text": "Laat je ontwerper de letters omzetten in vormen: op een ander apparaat is het lettertype er niet.",
    "image": "Sla het logo op als PNG, of laat het tekenen zonder foto erin.",
    "use": "Sla het op als gewone SVG, zonder symbolen.",
}
"""What helps against an element that is not among those, where that is known."""
ELSEWHERE = re.compile(r"url\((?!\s*['\"]?#)|@|\\|expression|javascript", re.IGNORECASE)
"""What style may not hold: the address of something that is not in the drawing itself, or how such a thing is hidden."""


class Unfit(Wrong):
    """A file that is no logo that we can use: what is wrong, and what to do, in Dutch."""


def read(path: Path) -> str:
    """The logo in a file, as SVG. Raises `Unfit`, or `OSError` where it cannot be read."""
    if path.is_symlink() or path.suffix.lower() not in ENDS:
        raise Unfit("Dit is geen SVG en geen PNG.", "Zet het logo als `logo.svg` of `logo.png` naast `editie.yml`.")
    drawn = path.suffix.lower() == ".svg"
    largest = LARGEST_SVG if drawn else LARGEST_PNG
    if path.stat().st_size > largest:
        raise Unfit(f"Het logo is groter dan {largest // 1000} kB.", "Vraag om een eenvoudiger of kleiner bestand.")
    content = path.read_bytes()
    return svg(content) if drawn else png(content)


def svg(content: bytes) -> str:
    """An SVG with nothing in it but shapes and colours. Raises `Unfit`."""
    try:
        text = re.sub(r"<!DOCTYPE[^<>\[]*+>", "", content.decode("utf-8-sig"), count=1)
    except UnicodeDecodeError:
        raise Unfit("Het logo is niet als UTF-8 opgeslagen.", "Sla het opnieuw op als gewone SVG.") from None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Unfit(
            "In het logo staan namen voor andere tekst (`<!ENTITY`); daarmee kan een bestand ontploffen.",
            "Sla het opnieuw op als gewone SVG.",
        )
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        raise Unfit(
            f"Het logo is geen hele SVG: regel {error.position[0]} klopt niet.", "Sla het opnieuw op."
        ) from None
    if root.tag != f"{{{SVG}}}svg":
        raise Unfit("Dit bestand heet SVG en is het niet.", "Sla het logo op als SVG.")
    width, height = _size(root)
    _fits(width, height)
    made = _clean(root, _counted(), 0)
    if not any(one.tag.removeprefix(f"{{{SVG}}}") in DRAWN for one in made.iter()):
        raise Unfit("In het logo staat niets om te zien.", "Sla het opnieuw op als gewone SVG, of gebruik een PNG.")
    made.attrib = {name: value for name, value in made.attrib.items() if name not in ("width", "height", "x", "y")}
    made.set("viewBox", root.get("viewBox") or f"0 0 {width:g} {height:g}")
    return _written(made)


def png(content: bytes) -> str:
    """A PNG as the one picture in an SVG. Raises `Unfit`."""
    from PIL import Image  # noqa: PLC0415  (slow to load, and a check seldom needs it)

    try:
        image = Image.open(io.BytesIO(content), formats=("PNG",))
        width, height = image.size
        _fits(width, height)
        if not PIXELS[0] <= max(width, height) <= PIXELS[1]:
            what = f"Het logo is {width} bij {height} pixels."
            raise Unfit(what, f"Geef er een waarvan de langste kant tussen {PIXELS[0]} en {PIXELS[1]} pixels is.")
        out = io.BytesIO()
        image.convert("RGBA").save(out, "PNG", optimize=True)  # what else was told in the file does not go along
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Unfit("Dit bestand heet PNG en is het niet.", "Sla het logo opnieuw op als PNG of SVG.") from None
    root = ET.Element(f"{{{SVG}}}svg", viewBox=f"0 0 {width} {height}")
    shown = {"width": str(width), "height": str(height)}
    ET.SubElement(
        root,
        f"{{{SVG}}}image",
        {**shown, f"{{{LINK}}}href": f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"},
    )
    return _written(root)


def shape(text: str) -> float:
    """How many times as wide as high a logo is, of a text that this module made."""
    _, _, width, height = map(float, ET.fromstring(text).get("viewBox", "0 0 1 1").replace(",", " ").split())
    return width / height


def _counted() -> Iterator[int]:
    yield from range(SHAPES)
    raise Unfit(f"Het logo heeft meer dan {SHAPES} vormen.", "Vraag om een eenvoudiger logo, of gebruik een PNG.")


def _clean(element: ET.Element, count: Iterator[int], deep: int) -> ET.Element:
    """An element with what it may hold. Raises `Unfit`."""
    next(count)
    if deep > DEEP:
        raise Unfit("In het logo staan te veel groepen in elkaar.", "Sla het opnieuw op als gewone SVG.")
    name = element.tag.removeprefix(f"{{{SVG}}}")
    if name not in ELEMENTS:
        what = f"In het logo staat `<{name}>`. Alleen vormen en kleuren mogen mee."
        raise Unfit(what, ADVICE.get(name, "Sla het opnieuw op als gewone SVG, of gebruik een PNG."))
    for attribute in element.attrib:
        if attribute.lower().startswith("on"):
            raise Unfit(f"In het logo staat een opdracht: `{attribute}`.", "Vraag om een logo zonder script.")
    given = {key: value for key, value in element.attrib.items() if key in ATTRIBUTES}
    local = element.get("href") or element.get(f"{{{LINK}}}href")
    if local and name.endswith("Gradient"):  # a gradient may take its colours from another one
        given[f"{{{LINK}}}href"] = local
        if not local.startswith("#"):
            raise Unfit("Het logo vraagt iets op bij een ander.", "Sla het opnieuw op als gewone SVG.")
    style = (element.text or "") if name == "style" else ""
    if any(ELSEWHERE.search(value) for value in (style, *given.values())):
        raise Unfit("Het logo vraagt iets op bij een ander.", "Sla het opnieuw op als gewone SVG.")
    made = ET.Element(element.tag, given)
    made.text = style or None
    for inner in element:
        if not isinstance(inner.tag, str) or (inner.tag[0] == "{" and not inner.tag.startswith(f"{{{SVG}}}")):
            continue  # a comment, or what the program that drew it keeps for itself
        if inner.tag.removeprefix(f"{{{SVG}}}") not in NOT_SEEN:
            made.append(_clean(inner, count, deep + 1))
    return made


def _size(root: ET.Element) -> tuple[float, float]:
    """Width and height in its own measure. Raises `Unfit`."""
    box = (root.get("viewBox") or "").replace(",", " ").split()
    said = (
        box[2:]
        if len(box) == 4
        else [root.get(side, "").rstrip(f"{string.ascii_lowercase}%") for side in ("width", "height")]
    )
    try:
        width, height = (float(one) for one in said)
        if 0 < width < 1e6 and 0 < height < 1e6:
            return width, height
    except ValueError:
        pass
    raise Unfit("Het logo zegt niet hoe groot het is.", "Sla het opnieuw op als gewone SVG, met een `viewBox`.")


def _fits(width: float, height: float) -> None:
    if max(width, height) > WIDEST * min(width, height):
        raise Unfit(
            f"Het logo is meer dan {WIDEST} keer zo breed als hoog, of andersom.",
            "Gebruik een vorm die op een brief past.",
        )


def _written(root: ET.Element) -> str:
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", LINK)
    return ET.tostring(root, encoding="unicode") + "\n"
