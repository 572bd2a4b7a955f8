"""What every slide of a deck has in common: colours, fonts and the places of the layouts, as a house style can overrule them.

All measures are in inches on a slide of 13⅓ by 7½; sizes of letters are in points.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from handboek import logo
from handboek.office import theme
from handboek.office.pictures import png

if TYPE_CHECKING:
    from pptx.presentation import Presentation

WIDE, HIGH = 40 / 3, 7.5
LEFT, RIGHT = 0.95, 12.4
"""Where text begins and ends."""
TOP, BOTTOM = 2.0, 6.75
"""Between what what changes from slide to slide stands."""
INCH = 914_400
LANGUAGE = "nl-NL"
LOGO = 3.2
"""The widest that a logo is."""


@dataclass(frozen=True)
class Look:
    """Whose slides these are."""

    colour: str
    """As `#rrggbb`; white letters can be read on it."""
    organisation: str
    """Who stands on the title slide: that of an edition, else the method."""
    logo: str = ""
    """As SVG, where there is one."""


@dataclass(frozen=True)
class Place:
    """A placeholder of a layout: where it lies and how its words look."""

    name: str
    kind: str
    idx: int
    x: float
    y: float
    width: float
    height: float
    size: float
    bold: bool = False
    colour: str = "tx1"
    ground: str = ""
    anchor: str = "t"
    align: str = "l"
    inset: tuple[float, float] = (0, 0)
    """From left and right, from top and bottom."""
    spacing: int = 110
    """From line to line, in percents of a single line."""
    after: float = 8
    """Points behind a paragraph."""

    @property
    def room(self) -> float:
        """How many points of a line are sure to be free: programs differ a little in what they measure."""
        return (self.width - 2 * self.inset[0]) * 72 * 0.99


TITLE = Place("Titel", "title", 0, LEFT, 0.5, 8.9, 1.3, 38, bold=True, anchor="ctr", spacing=95, after=0)
TIME = Place("Tijd", "body", 10, 10.0, 0.5, 2.4, 1.3, 24, bold=True, colour="tx2", anchor="ctr", align="r", after=0)
FOOTER = Place("Voettekst", "ftr", 20, LEFT, 6.92, 9.5, 0.34, 14, colour="tx1", anchor="ctr", after=0, spacing=100)
NUMBER = Place("Dianummer", "sldNum", 21, 11.2, 6.92, 1.2, 0.34, 14, anchor="ctr", align="r", after=0, spacing=100)
TEXT = Place("Tekst", "body", 1, LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP, 30)

LAYOUTS: dict[str, tuple[str, tuple[Place, ...]]] = {
    "Titel": (
        "accent1",
        (
            Place("Titel", "ctrTitle", 0, LEFT, 1.75, 11.4, 2.1, 48, True, "bg1", anchor="b", spacing=95, after=0),
            Place("Ondertitel", "subTitle", 1, LEFT, 4.1, 10.4, 1.75, 26, colour="bg1", after=0),
            Place("Van wie", "body", 10, LEFT, 5.95, 11.4, 0.5, 24, True, "bg1", anchor="b", after=0),
        ),
    ),
    "Tekst": ("bg2", (TITLE, TEXT, FOOTER, NUMBER)),
    "Deel": (
        "bg2",
        (
            TITLE,
            TIME,
            TEXT,
            Place("Vraag", "body", 11, LEFT, 3.8, RIGHT - LEFT, 1.5, 34, True, "bg1", "accent1", "ctr", inset=(0.35, 0.24), spacing=100, after=10),
            Place("Op tafel", "body", 12, LEFT, 5.9, RIGHT - LEFT, 0.8, 24, after=2, anchor="b", spacing=105),
            FOOTER,
            NUMBER,
        ),
    ),
    "Pauze": (
        "accent3",
        (
            Place("Titel", "title", 0, LEFT, 1.4, 10.4, 1.6, 60, True, anchor="b", spacing=95, after=0),
            Place("Tijd", "body", 10, LEFT, 3.15, 10.4, 0.7, 36, True, "tx2", after=0),
            Place("Tekst", "body", 1, LEFT, 4.2, 10.4, 2.4, 30),
            FOOTER,
            NUMBER,
        ),
    ),
    "Beeld": ("bg2", (Place("Titel", "title", 0, LEFT, 0.5, RIGHT - LEFT, 1.3, 38, True, anchor="ctr", spacing=95, after=0), FOOTER, NUMBER)),
}  # fmt: skip
"""The layouts by name: the ground, and the places in the order in which they are read."""
PLACES = {name: {place.name: place for place in places} for name, (_, places) in LAYOUTS.items()}

XMLNS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
PROMPTS = {"title": "Titel", "ctrTitle": "Titel", "sldNum": '<a:fld id="{7B2F4E0A-51C1-4A52-9D5B-0E6A1C2D3F40}" type="slidenum"><a:rPr lang="nl-NL"/><a:t>‹nr.›</a:t></a:fld>'}  # fmt: skip


MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
"""What a layout calls the colours of a theme."""


def rgb(look: Look, name: str) -> str:
    """A colour by the name that a layout has for it, as `#rrggbb`."""
    return theme.colours(look.colour)[MAPPED.get(name, name)]


def blank(look: Look) -> Presentation:
    """A deck without slides, with this theme and these layouts."""
    from pptx import Presentation as opened  # noqa: PLC0415  (slow to load, and only who makes a file needs it)
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT  # noqa: PLC0415
    from pptx.util import Inches  # noqa: PLC0415

    deck = opened()
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    size = deck.element.find(".//{*}sldSz")
    del size.attrib["type"]
    for default in deck.element.iter("{*}defRPr"):
        default.set("lang", LANGUAGE)
    package, part = deck.part.package, deck.part
    for owner, kinds in ((package, (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)), (part, (RT.PRINTER_SETTINGS,))):
        for id_, relation in list(owner._rels.items()):
            if relation.reltype in kinds:
                owner._rels.pop(id_)
    master = deck.slide_master
    for layout in list(master.slide_layouts)[len(LAYOUTS) :]:
        master.slide_layouts.remove(layout)
    master.part.part_related_by(RT.THEME)._blob = theme.theme(look.colour)
    _replace(master.element, _tree(LAYOUTS["Tekst"][1], (), master=True), "bg2")
    for style in master.element.iter("{*}titleStyle", "{*}bodyStyle", "{*}otherStyle"):
        for level in list(style):
            _plain(level)
    for layout, (name, (ground, places)) in zip(master.slide_layouts, LAYOUTS.items(), strict=True):
        layout.element.attrib.pop("type", None)
        layout.element.cSld.set("name", name)
        _replace(layout.element, _tree(places, _bricks(name)), ground)
        if name == "Titel" and look.logo:
            _logo(layout, look)
    return deck


def _plain(level: Any) -> None:
    """A level of a style without a bullet of its own: the words on a slide are sentences."""
    for name in ("marL", "indent"):
        level.set(name, "0")
    level.set("algn", "l")
    for child in list(level):
        if child.tag.split("}")[1] in ("buFont", "buChar"):
            level.remove(child)
    if level.find("{*}buNone") is None:
        default = level.find("{*}defRPr")
        default.addprevious(default.makeelement(default.tag.replace("defRPr", "buNone"), {}))


def _replace(element: Any, tree: str, ground: str) -> None:
    """Give a master or a layout another ground and other shapes."""
    from pptx.oxml import parse_xml  # noqa: PLC0415

    sheet = element.cSld
    for child in list(sheet):
        sheet.remove(child)
    sheet.append(parse_xml(f"<p:bg {XMLNS}><p:bgPr>{_fill(ground)}<a:effectLst/></p:bgPr></p:bg>"))
    sheet.append(parse_xml(tree))


def _tree(places: tuple[Place, ...], bricks: tuple[str, ...], *, master: bool = False) -> str:
    """The shapes of a layout: what decorates it first, since it lies below; then the places."""
    shapes = [*bricks, *(_placeholder(place, number, master) for number, place in enumerate(places, 2))]
    return (
        f'<p:spTree {XMLNS}><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{''.join(shapes)}</p:spTree>"
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"


def _frame(x: float, y: float, width: float, height: float) -> str:
    emu = [round(one * INCH) for one in (x, y, width, height)]
    return '<a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm>'.format(*emu)


def _placeholder(place: Place, number: int, master: bool) -> str:
    idx = "" if place.idx == 0 else f' idx="{place.idx}"'
    body = PROMPTS.get(place.kind, place.name)
    words = body if body.startswith("<") else f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{body}</a:t></a:r>'
    side, top = (round(one * INCH) for one in place.inset)
    level = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{place.align}"><a:lnSpc><a:spcPct val="{place.spacing * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{round(place.after * 100)}"/></a:spcAft><a:buNone/>'
        f'<a:defRPr lang="{LANGUAGE}" sz="{round(place.size * 100)}" b="{int(place.bold)}">{_fill(place.colour)}</a:defRPr></a:lvl1pPr>'
    )
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id=\"{number}\" name={quoteattr(place.name)}/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
        f'<p:nvPr><p:ph type="{place.kind}"{idx}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_frame(place.x, place.y, place.width, place.height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_fill(place.ground)}</p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square" lIns="{side}" tIns="{top}" rIns="{side}" bIns="{top}" anchor="{place.anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{level}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
    )  # fmt: skip


def _bricks(layout: str) -> tuple[str, ...]:
    """The wall of the house style: two courses below the title, one column beside all the rest."""
    if layout == "Titel":
        row = 0.36
        lines = [(0.0, HIGH - row * n, WIDE, 0.0) for n in (1, 2)]
        lines += [(x * 1.2, HIGH - row, 0.0, row) for x in range(1, 12)]
        lines += [(x * 1.2 + 0.6, HIGH - 2 * row, 0.0, row) for x in range(12)]
        return tuple(_stone(100 + n, line) for n, line in enumerate(lines))
    column = _stone(100, (0, 0, 0.34, HIGH), "accent1")
    return column, *(_stone(101 + n, (0, 1.25 * (n + 1), 0.34, 0)) for n in range(5))


def _stone(number: int, frame: tuple[float, float, float, float], colour: str = "") -> str:
    """A stone, or the mortar between two: decoration, which nobody reads out."""
    line = "<a:ln><a:noFill/></a:ln>" if colour else f'<a:ln w="28575">{_fill("accent2")}</a:ln>'
    kind = "rect" if colour else "line"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Muur {number - 99}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_frame(*frame)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{_fill(colour)}{line}</p:spPr></p:sp>'
    )


def _logo(layout: Any, look: Look) -> None:
    """The logo on a white plate, since nobody knows on which ground it can be seen; what it says stands on the slide in words."""
    from pptx.oxml import parse_xml  # noqa: PLC0415

    ratio = logo.shape(look.logo)
    high = min(0.8, LOGO / ratio)
    wide, edge = high * ratio, 0.16
    _, id_ = layout.part.get_or_add_image_part(io.BytesIO(png(look.logo, wide * 25.4)))
    plate = _stone(200, (LEFT, 0.6, wide + 2 * edge, high + 2 * edge), "bg1")
    layout.shapes._spTree.append(parse_xml(plate.replace("<p:sp>", f"<p:sp {XMLNS}>")))
    picture = (
        f'<p:pic {XMLNS}><p:nvPicPr><p:cNvPr id="201" name="Logo" descr={quoteattr(look.organisation)}/><p:cNvPicPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{id_}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        f'{_frame(LEFT + edge, 0.6 + edge, wide, high)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    layout.shapes._spTree.append(parse_xml(picture))
