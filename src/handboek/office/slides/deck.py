"""A deck of slides as a file: what stands on each slide, and how that is written."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from handboek.office import font_metrics
from handboek.office.package import settled
from handboek.office.slides.drawing import Picture, Shape
from handboek.office.slides.slide_master import LANGUAGE, LEFT, PLACES, PROMPTS, RIGHT, XMLNS, Look, Place, blank, rgb

POINTS = 72
CELL = 0.035
"""Between the words of a cell and its edge, above and below."""
TABLE = 1.7
"""Where a table begins."""
FIRST_COLUMN = 2.6
ROW = 24
"""The size of letters in a table."""


@dataclass(frozen=True)
class Words:
    """What stands in one of the places of a slide; each text is a paragraph."""

    place: str
    texts: tuple[str, ...]
    y: float = 0
    """Where it begins, where that is not the place itself."""
    height: float = 0
    lead: str = ""
    """What stands in bold before the first text."""
    size: float = 0
    """Where it is smaller than the place says."""


@dataclass(frozen=True)
class Slide:
    """All that stands on a slide, in the order in which it is read."""

    layout: str
    title: Words
    words: tuple[Words, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    """A table of two columns with its head."""
    picture: Picture | None = None
    notes: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text on it in order, without those in its picture."""
        told = ((" ".join(filter(None, (one.lead, text))) if not n else text) for one in self.words for n, text in enumerate(one.texts))  # fmt: skip
        return (*self.title.texts, *told, *(cell for row in self.rows for cell in row))


@dataclass(frozen=True)
class Deck:
    """All that a file with slides is made of."""

    title: str
    about: str
    author: str
    """Whose file it is: the organisation of an edition, else nobody's yet."""
    footer: str
    day: datetime.date
    look: Look
    slides: tuple[Slide, ...]

    def make(self) -> bytes:
        """The file."""
        deck = blank(self.look)
        self._describe(deck.core_properties)
        layouts = {layout.name: layout for layout in deck.slide_layouts}
        for slide in self.slides:
            made = deck.slides.add_slide(layouts[slide.layout])
            _write(made, slide, self)
        _speak(deck)
        out = io.BytesIO()
        deck.save(out)
        return settled(out.getvalue())

    def _describe(self, core: Any) -> None:
        core.title, core.subject, core.author, core.last_modified_by = self.title, self.about, self.author, self.author
        core.language, core.comments, core.keywords, core.category, core.revision = LANGUAGE, "", "", "", 1
        core.created = core.modified = datetime.datetime.combine(self.day, datetime.time())


def height(place: Place, texts: tuple[str, ...], lead: str = "", size: float = 0) -> float:
    """How many inches the texts of a place take, as its letters are wide."""
    size = size or place.size
    told = [f"{lead} {text}".strip() if not n else text for n, text in enumerate(texts)]
    bold = place.bold or bool(lead)
    rows = sum(len(font_metrics.lines(text, size, place.room, bold=bold)) for text in told)
    points = rows * size * font_metrics.LINE * place.spacing / 100 + place.after * (len(told) - 1)
    return points / POINTS + 2 * place.inset[1]


def row_height(row: tuple[str, str], *, bold: bool) -> float:
    """How high a row of a table is."""
    wide = (FIRST_COLUMN, RIGHT - LEFT - FIRST_COLUMN)
    room = [(one - 0.1) * POINTS * 0.99 for one in wide]
    rows = max(len(font_metrics.lines(text, ROW, free, bold=bold)) for text, free in zip(row, room, strict=True))
    return rows * ROW * font_metrics.LINE / POINTS + 2 * CELL


def _write(made: Any, slide: Slide, deck: Deck) -> None:
    places = PLACES[slide.layout]
    by_idx = {shape.placeholder_format.idx: shape for shape in made.placeholders}
    for words in (slide.title, *slide.words):
        shape = by_idx.pop(places[words.place].idx)
        shape.name = words.place
        _fill(shape, words, places[words.place])
    for empty in by_idx.values():
        empty._element.getparent().remove(empty._element)
    if slide.rows:
        _table(made, slide, deck.look)
    if slide.picture:
        _draw(made, slide.picture, deck.look)
    for name, text in (("Voettekst", deck.footer), ("Dianummer", "")):
        if name in places:
            _foot(made, places[name], text)
    for number, shape in enumerate(made.shapes._spTree.iter("{*}cNvPr"), 1):
        shape.set("id", str(number))
    if slide.notes:
        made.notes_slide.notes_text_frame.text = "\n".join(slide.notes)


def _fill(shape: Any, words: Words, place: Place) -> None:
    from pptx.util import Inches, Pt  # noqa: PLC0415  (slow to load, and only who makes a file needs it)

    frame = shape.text_frame
    for number, text in enumerate(words.texts):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        if words.lead and not number:
            run = paragraph.add_run()
            run.text, run.font.bold = f"{words.lead} ", True
        run = paragraph.add_run()
        run.text = text
        if words.size:
            for one in paragraph.runs:
                one.font.size = Pt(words.size)
    if words.height:  # all four: one alone would set the others to nothing
        shape.left, shape.top = Inches(place.x), Inches(words.y)
        shape.width, shape.height = Inches(place.width), Inches(words.height)


def _foot(made: Any, place: Place, text: str) -> None:
    """The foot or the number of a slide, which a new slide does not have by itself."""
    from pptx.oxml import parse_xml  # noqa: PLC0415

    inner = PROMPTS.get(place.kind) or f"<a:r><a:t>{escape(text)}</a:t></a:r>"
    made.shapes._spTree.append(
        parse_xml(
            f'<p:sp {XMLNS}><p:nvSpPr><p:cNvPr id="0" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{place.kind}" idx="{place.idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inner}</a:p></p:txBody></p:sp>"
        )
    )


def _table(made: Any, slide: Slide, look: Look) -> None:
    """A table with a head, and a thin line below each row."""
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.util import Inches, Pt  # noqa: PLC0415

    frame = made.shapes.add_table(len(slide.rows), 2, Inches(LEFT), Inches(TABLE), Inches(RIGHT - LEFT), Inches(1))
    frame.name = "Tabel"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"Tabel met twee kolommen: {' en '.join(slide.rows[0])}.".lower().capitalize())  # fmt: skip
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find("{*}tableStyleId").text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
    table.columns[0].width, table.columns[1].width = Inches(FIRST_COLUMN), Inches(RIGHT - LEFT - FIRST_COLUMN)
    for number, row in enumerate(slide.rows):
        table.rows[number].height = Inches(row_height(row, bold=not number))
        for column, text in enumerate(row):
            cell = table.cell(number, column)
            cell.margin_left, cell.margin_right = Inches(0), Inches(0.1)
            cell.margin_top = cell.margin_bottom = Inches(CELL)
            run = cell.text_frame.paragraphs[0].add_run()
            run.text, run.font.size, run.font.bold = text, Pt(ROW), not number
            run.font.color.rgb = _colour(rgb(look, "tx1" if number and column else "tx2"))
            under = f'<a:lnB {XMLNS} w="{9525 if number else 28575}"><a:solidFill><a:schemeClr val="{"accent2" if number else "accent1"}"/></a:solidFill></a:lnB>'
            cell._tc.get_or_add_tcPr().insert(0, parse_xml(under))
    frame.height = sum(row.height for row in table.rows)


def _colour(rgb: str) -> Any:
    from pptx.dml.color import RGBColor  # noqa: PLC0415

    colour: Any = RGBColor  # has no types
    return colour(*bytes.fromhex(rgb[1:]))


def _draw(made: Any, picture: Picture, look: Look) -> None:
    """The shapes of a picture in one group, which says what they show."""
    group = made.shapes.add_group_shape()
    for shape in picture.shapes:
        _shape(group.shapes, shape, look)
    group.name = "Beeld"
    group._element.nvGrpSpPr.cNvPr.set("descr", picture.told)


def _shape(shapes: Any, shape: Shape, look: Look) -> None:
    from pptx.enum.dml import MSO_LINE  # noqa: PLC0415
    from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE  # noqa: PLC0415
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN  # noqa: PLC0415
    from pptx.util import Inches, Pt  # noqa: PLC0415

    def colour(name: str) -> Any:
        return _colour(name if name.startswith("#") else rgb(look, name))

    x, y, wide, high = (Inches(one) for one in (shape.x, shape.y, shape.width, shape.height))
    if shape.kind == "line":
        line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x, y, x + wide, y + high)
        line.line.width, line.line.color.rgb = Pt(shape.line), colour("tx1")
        return
    if shape.kind == "words":
        made = shapes.add_textbox(x, y, wide, high)
    else:
        kinds = {"rect": MSO_SHAPE.RECTANGLE, "oval": MSO_SHAPE.OVAL, "arrow": MSO_SHAPE.PENTAGON}
        made = shapes.add_shape(kinds[shape.kind], x, y, wide, high)
        made._element.remove(made._element.find("{*}style"))  # no shadow, no colours of its own
        if shape.fill:
            made.fill.solid()
            made.fill.fore_color.rgb = colour(shape.fill)
        else:
            made.fill.background()
        if shape.line:
            made.line.width, made.line.color.rgb = Pt(shape.line), colour("tx1")
            made.line.dash_style = MSO_LINE.DASH if shape.dashed else None
        else:
            made.line.fill.background()
    if not shape.text:
        made._element.remove(made._element.find("{*}txBody"))  # a paragraph without words is read out as one
        return
    frame = made.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = {"l": PP_ALIGN.LEFT, "ctr": PP_ALIGN.CENTER, "r": PP_ALIGN.RIGHT}[shape.align]
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = shape.text, Pt(shape.size), shape.bold
    run.font.color.rgb = colour(shape.colour)


def _speak(deck: Any) -> None:
    """In which language the words are, on every slide and in its notes."""
    for slide in deck.slides:
        parts = [slide.element, *([slide.notes_slide.element] if slide.has_notes_slide else [])]
        for element in (one for part in parts for one in part.iter("{*}r", "{*}fld")):
            element.get_or_add_rPr().set("lang", LANGUAGE)
