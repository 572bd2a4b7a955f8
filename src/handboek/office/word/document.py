"""A Word file around the XML of its blocks: an empty one in our own look, or the house style that somebody gave."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from handboek.office.package import settled
from handboek.office.theme import theme
from handboek.office.word import styles

if TYPE_CHECKING:
    from docx.document import Document

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = f"{R}/"
KEPT = frozenset(("styles", "theme", "settings", "fontTable", "numbering", "header", "footer", "image", "webSettings"))
"""The parts of a file that say how it looks; what else a template holds (comments, macros, who wrote it) is left behind."""
SPACES = (
    f'xmlns:w="{styles.W}" xmlns:r="{R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
EMU = 36_000
"""How many units of a drawing a millimetre has."""


@dataclass(frozen=True)
class Page:
    """Paper with its margins, in millimetres, and how large its letters are, in points."""

    width: float
    height: float
    top: float
    side: float
    bottom: float
    base: float

    @property
    def line(self) -> float:
        """How wide a line is."""
        return self.width - 2 * self.side


PAGES = {
    "A4": Page(210, 297, 16, 20, 20, 11),
    "A4-liggend": Page(297, 210, 14, 16, 16, 10.5),
    "A5": Page(148, 210, 11, 13, 13, 10),
    "A6": Page(105, 148, 8, 9, 9, 9),
    "A3": Page(297, 420, 20, 22, 24, 13),
    "A3-liggend": Page(420, 297, 20, 22, 24, 13),
}
"""The papers that a sheet can have."""


def opened(template: bytes, colour: str, page: Page) -> Document:
    """An empty document: in our own look, or in that of the template (`house_style`)."""
    import docx  # noqa: PLC0415  (loads slowly, and a check needs none)

    document = docx.Document(io.BytesIO(template) if template else None)
    _strip(document)
    if not template:
        _own(document, colour, page)
    return document


def _strip(document: Document) -> None:
    """Take out what stands in the template, and what does not say how it looks."""
    part = document.part
    for id_, relation in list(part.rels.items()):
        if relation.reltype.removeprefix(TYPES) not in KEPT or relation.is_external:
            del part.rels[id_]
    package = part.package
    for id_, relation in list(package.rels.items()):
        if not relation.reltype.endswith(("/officeDocument", "/core-properties")):
            del package.rels[id_]
    _forget(document)
    body = document.element.body
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)


def _forget(document: Document) -> None:
    """Take out of the settings what leads elsewhere, or tells who worked on the template."""
    for one in [one.target_part for one in document.part.rels.values() if one.reltype.endswith("/settings")]:
        part: Any = one
        for name in ("attachedTemplate", "mailMerge", "docVars", "rsids", "documentProtection"):
            for element in part.element.findall(f"{{{styles.W}}}{name}"):
                part.element.remove(element)
        for id_ in [id_ for id_, relation in part.rels.items() if relation.is_external]:
            del part.rels[id_]


def _own(document: Document, colour: str, page: Page) -> None:
    """Our own look: theme, styles and page."""
    part = document.part
    for id_, relation in list(part.rels.items()):
        if relation.reltype.endswith(("/webSettings", "/fontTable", "/numbering")):
            del part.rels[id_]
    themed = next(one for one in part.rels.values() if one.reltype.endswith("/theme"))
    themed.target_part._blob = theme(colour)
    root = document.styles.element
    for child in list(root):
        root.remove(child)
    root.append(_parsed(styles.defaults()))
    section = document.element.body.sectPr
    for child in list(section):
        section.remove(child)
    wide = ' w:orient="landscape"' if page.width > page.height else ""
    for one in (
        f'<w:pgSz {SPACES} w:w="{twips(page.width)}" w:h="{twips(page.height)}"{wide}/>',
        f'<w:pgMar {SPACES} w:top="{twips(page.top)}" w:right="{twips(page.side)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.side)}" w:header="{twips(page.top / 2)}" w:footer="{twips(page.bottom / 2)}" w:gutter="0"/>',
    ):
        section.append(_parsed(one))


def sized(document: Document, page: Page) -> None:
    """Give a house style the paper of the sheet, where that is no A4: a card stays a card."""
    section = document.sections[-1]
    for name, value in (("page_width", page.width), ("page_height", page.height)):
        setattr(section, name, round(value * EMU))
    for name, value in (
        ("left_margin", page.side),
        ("right_margin", page.side),
        ("top_margin", page.top),
        ("bottom_margin", page.bottom),
    ):
        setattr(section, name, round(value * EMU))


def with_styles(document: Document, page: Page, colour: str, numbered: int) -> tuple[Callable[[str], str], int]:
    """Add the styles and lists that the file lacks; gives the id of a style by its name, and what is added to the number of a list."""
    numbering, offset = _numbering(document)
    kinds, named = styles.lists(numbered, offset)
    first = numbering.find(f"{{{styles.W}}}num")
    for one in kinds:
        first.addprevious(_parsed(one)) if first is not None else numbering.append(_parsed(one))
    for one in named:
        numbering.append(_parsed(one))
    root = document.styles.element
    there = {
        _name(style).lower(): style.get(f"{{{styles.W}}}styleId") for style in root.findall(f"{{{styles.W}}}style")
    }
    for name, xml in styles.styles(page.base, page.line, colour, offset).items():
        if name.lower() not in there:
            style = _parsed(xml)
            id_ = style.get(f"{{{styles.W}}}styleId")
            if id_ in there.values():
                id_ = f"Handboek{id_}"
                style.set(f"{{{styles.W}}}styleId", id_)
            root.append(style)
            there[name.lower()] = id_
    _rebase(root, there)
    return lambda name: str(there[name.lower()]), offset


def _rebase(root: Any, there: dict[str, str]) -> None:
    """Let what rests on a style by our id rest on the one that has its name here."""
    ours = {styles.style_id(name): id_ for name in styles.NAMES if (id_ := there.get(name.lower()))}
    for element in root.iter(f"{{{styles.W}}}basedOn", f"{{{styles.W}}}next"):
        key = f"{{{styles.W}}}val"
        if element.getparent().get(f"{{{styles.W}}}customStyle") or element.get(key) not in there.values():
            element.set(key, ours.get(element.get(key), element.get(key)))


def _name(style: Any) -> str:
    found = style.find(f"{{{styles.W}}}name")
    return str(found.get(f"{{{styles.W}}}val")) if found is not None else ""


def _numbering(document: Document) -> tuple[Any, int]:
    """Where the lists stand, and the highest number there."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.parts.numbering import NumberingPart  # noqa: PLC0415

    part = document.part
    if not any(one.reltype == RELATIONSHIP_TYPE.NUMBERING for one in part.rels.values()):
        empty = f'<w:numbering xmlns:w="{styles.W}"/>'.encode()
        made = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    root = part.numbering_part.element
    names = (f"{{{styles.W}}}numId", f"{{{styles.W}}}abstractNumId")
    return root, max((int(one.get(name)) for one in root for name in names if one.get(name)), default=0)


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def _parsed(xml: str) -> Any:
    from docx.oxml import parse_xml  # noqa: PLC0415

    return parse_xml(xml)


def filled(place: Any, xml: str) -> None:
    """Put XML into a body, before what says how its pages are; or into a header or footer."""
    section = next((child for child in place if child.tag.endswith("}sectPr")), None)
    for child in list(_parsed(f"<w:body {SPACES}>{xml}</w:body>")):
        section.addprevious(child) if section is not None else place.append(child)


def picture(part: Any, content: bytes, measures: tuple[float, float], alt: str, number: int) -> str:
    """A picture in the line as XML: its `measures` in millimetres, wide and high, and its number in the file."""
    id_, _ = part.get_or_add_image(io.BytesIO(content))
    wide, high = measures
    size = f'cx="{round(wide * EMU)}" cy="{round(high * EMU)}"'
    said = f'id="{number}" name="Plaatje {number}" descr={quoteattr(alt)}'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {said}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr {said}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id_}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def saved(document: Document, said_of: tuple[str, str, str, str], day: str) -> bytes:
    """The file, with what it says of itself: title, summary, author and language, and the day on which it was last read through."""
    title, summary, author, language = said_of
    said = document.core_properties
    said.title, said.subject, said.author, said.language = title, summary[:255], author, language
    said.comments, said.keywords, said.last_modified_by, said.category, said.content_status = "", "", author, "", ""
    said.created = said.modified = datetime.datetime.combine(
        datetime.date.fromisoformat(day), datetime.time(), datetime.UTC
    )
    said.revision = 1
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())
