"""Blocks as the XML of a Word file: paragraphs, tables and what somebody types in, by the names of styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from xml.sax.saxutils import escape, quoteattr

from handboek.office import font_metrics
from handboek.office.flowing import (
    Block,
    Break,
    Cell,
    Control,
    Inline,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Said,
    Table,
    Text,
)
from handboek.office.word.styles import ROLES, list_number
from handboek.render.whole_numbers import NUMBERS

LOCALES = {"nl": "nl-NL", "en": "en-GB", "tr": "tr-TR", "ar": "ar-SA", "pl": "pl-PL", "uk": "uk-UA", "ti": "ti-ER"}
"""How Word calls a language; what is missing here goes by its own code."""
LONGEST = 64
"""The most signs that Word takes in the name of a control."""
EMPTY = "typ hier"
"""What stands where nothing was typed yet, when its name stands before it already."""
LINED = "\N{EM SPACE}" * 5
"""What stands on a line to write on: nothing that paper shows, and room to click in."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
"""Letters that are read from right to left."""
TO_THE_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
"""Around words that run to the right in a line that runs to the left, so that a sign at their end stays there; nobody sees it."""
TO_THE_LEFT = "\N{RIGHT-TO-LEFT MARK}"
"""The same the other way around."""
BRACKETED = re.compile(r"\([^()A-Za-z\u0590-\u08ff]*[A-Za-z][^()\u0590-\u08ff]*\)")
"""Words between brackets that run to the right: with these they stay one where a line ends between them."""
UNBROKEN = "\N{NON-BREAKING HYPHEN}"
SIGNS = {"\t": "<w:tab/>", UNBROKEN: "<w:noBreakHyphen/>"}
"""What is no text in Word: a tab, and the hyphen of a number, at which no line ends."""
HEADINGS = ("h1", "h2", "h3", "h4")
IN_CELL = ("cell", "head")
IN_TABLE, BESIDE = 0.95, 85
"""How large letters are in a table, as its style says, and the room beside them in a cell, in twentieths of a point."""
ROOM = 480
"""The least height of a row in which somebody writes, in twentieths of a point."""
TICKED, OPEN = "2612", "2610"


@dataclass
class Ink:
    """What writing needs of the file: how its styles are called, and where links and pictures are kept."""

    style: Callable[[str], str]
    """The id of the style with this name."""
    link: Callable[[str], str]
    """The id of the relation to an address."""
    picture: Callable[[Picture], str]
    """A picture as XML; nothing where it is left out."""
    width: int
    """How wide a line is, in twentieths of a point."""
    base: float = 11
    """How large its letters are, in points."""
    offset: int = 0
    """What is added to the number of a list."""
    used: set[str] = field(default_factory=set)
    """The names of controls that there are."""
    last: str = ""
    """The words of the paragraph before."""
    heading: str = ""
    """Those of the heading before."""


def written(blocks: Iterable[Block], ink: Ink) -> str:
    """The XML of these blocks. Between a table and what follows it stands room, and no paragraph without words."""
    made, after = [], False
    for one in _held(list(blocks)):
        if isinstance(one, Table):
            made += [_between(ink)] if after else []
            made.append(_table(one, ink))
        else:
            made.append(paragraph(replace(one, before=ROOM / 40) if after and one.before is None else one, ink))
        after = isinstance(one, Table)
    return "".join(made) + (_between(ink) if after else "")


def _held(blocks: list[Block]) -> Iterator[Block]:
    """The same with what asks for a line to write on held to it on one page, and the first of several lines to the second."""
    before = False
    for one, behind in zip_longest(blocks, blocks[1:]):
        line, lined = (isinstance(some, Paragraph) and some.role == "write" for some in (one, behind))
        yield replace(one, keep=True) if lined and isinstance(one, Paragraph) and not (line and before) else one
        before = line


def _between(ink: Ink) -> str:
    """What Word asks for between two tables, and behind the last block where that is a table."""
    return f'<w:p><w:pPr><w:pStyle w:val="{ink.style(ROLES["p"])}"/><w:spacing w:after="0"/></w:pPr></w:p>'


def paragraph(one: Paragraph, ink: Ink) -> str:
    """The XML of a paragraph."""
    form = f'<w:pStyle w:val="{ink.style(ROLES.get(one.role, ROLES["p"]))}"/>'
    form += "<w:keepNext/>" if one.keep else ""
    form += "<w:pageBreakBefore/>" if one.page else ""
    if one.numbered:
        form += f'<w:numPr><w:ilvl w:val="{one.level}"/><w:numId w:val="{list_number(one.numbered) + ink.offset}"/></w:numPr>'
    elif one.level:
        form += f'<w:numPr><w:ilvl w:val="{one.level}"/></w:numPr>'
    form += "<w:bidi/>" if one.rtl else ""
    form += f'<w:spacing w:before="{round(one.before * 20)}"/>' if one.before is not None else ""
    words = re.sub(r"\s+", " ", "".join(part.text for part in one.inside if isinstance(part, Text))).strip(" :")
    inside = "".join(
        _control(part, ink, words, lined=True)
        if one.role == "write" and isinstance(part, Control) and not part.tick
        else _inline(_kept(part, one.rtl), ink, words)
        for part in one.inside
    )
    ink.last = words or ink.last
    ink.heading = words if one.role in HEADINGS else ink.heading
    return f"<w:p><w:pPr>{form}</w:pPr>{inside}</w:p>"


def _kept(one: Inline, rtl: bool) -> Inline:
    """The same in a line that runs to the left or not: words that run the other way keep their order, with their signs."""
    if not isinstance(one, Text) or not one.text.strip():
        return one
    if one.said.rtl == rtl:
        return replace(one, text=_bracketed(one.text)) if rtl else one
    mark = TO_THE_RIGHT if rtl else TO_THE_LEFT
    return replace(one, text=f"{mark}{one.text}{mark}")


def _bracketed(text: str) -> str:
    return BRACKETED.sub(lambda words: f"{TO_THE_RIGHT}{words[0]}{TO_THE_RIGHT}", text)


def _inline(one: Inline, ink: Ink, words: str) -> str:
    match one:
        case Text():
            run = _run(one.text, one.said)
            return (
                f'<w:hyperlink r:id="{ink.link(one.said.link)}">{_run(one.text, one.said, ink.style("Hyperlink"))}</w:hyperlink>'
                if one.said.link
                else run
            )
        case Control():
            return _tick(one, ink) if one.tick else _control(one, ink, words)
        case Picture():
            drawn = ink.picture(one)
            return f"<w:r>{drawn}</w:r>" if drawn else ""
        case Break():
            return "<w:r><w:br/></w:r>"
        case PageNumber():
            return '<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _run(text: str, said: Said, style: str = "") -> str:
    kept = NUMBERS.sub(lambda match: match[0].replace("-", UNBROKEN) if match["number"] else match[0], text)
    parts = "".join(
        SIGNS.get(part) or (f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
        for part in re.split(f"([\t{UNBROKEN}])", kept)
    )
    return f"<w:r>{_look(said, style)}{parts}</w:r>"


def _look(said: Said, style: str = "") -> str:
    """How a run looks, in the order that Word asks for."""
    lang = LOCALES.get(said.lang, said.lang)
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += "<w:b/><w:bCs/>" if said.bold else ""
    look += "<w:i/><w:iCs/>" if said.italic else ""
    look += '<w:vertAlign w:val="superscript"/>' if said.raised else ""
    look += "<w:rtl/>" if said.rtl else ""
    if said.rtl:
        look += f'<w:lang w:bidi="{lang}"/>'
    elif said.lang != "nl":
        look += f'<w:lang w:val="{lang}"/>'
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def _named(one: Control, ink: Ink) -> str:
    """What a control says of itself: its label, and a name that no other has."""
    name = tag = one.name[:LONGEST] or "plek"
    number = 2
    while tag in ink.used:
        tag = f"{name[: LONGEST - 4]}-{number}"
        number += 1
    ink.used.add(tag)
    return f'<w:alias w:val={quoteattr(_short(one.label or name))}/><w:tag w:val={quoteattr(tag)}/><w:id w:val="{1000 + len(ink.used)}"/>'


def _short(label: str) -> str:
    label = re.sub(r"\s+", " ", label).strip()
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"


def _control(one: Control, ink: Ink, words: str, *, lined: bool = False) -> str:
    """A control for plain text. Where its label stands before it already, it asks only to be filled in.

    It asks between brackets, as paper shows nothing of a control, and not every program does; a line to write on asks by itself.
    """
    label = re.sub(r"\s+", " ", one.label).strip()
    text = LINED if lined else f"[{EMPTY if _said_already(label, words, ink) else label}]"
    turned = one.said.rtl and bool(RIGHT_TO_LEFT.search(text))
    style = ink.style("Placeholder Text")
    lines = ' w:multiLine="1"' if one.lines > 1 else ""
    return (
        f"<w:sdt><w:sdtPr>{_named(one, ink)}<w:showingPlcHdr/><w:text{lines}/></w:sdtPr>"
        f"<w:sdtContent>{_run(_bracketed(text), one.said, style) if turned else _run(text, Said(), style)}</w:sdtContent></w:sdt>"
    )


def _said_already(label: str, words: str, ink: Ink) -> bool:
    """Whether a label stands before its control: in its own paragraph, or as a heading or paragraph of its own above it."""
    if words:
        return bool(re.search(rf"(?<!\w){re.escape(label)} *:", f"{words}:", re.IGNORECASE))
    above = [one.casefold() for one in (ink.heading, ink.last) if one]
    return any(label.casefold() in one or one in label.casefold() for one in above)


def _tick(one: Control, ink: Ink) -> str:
    font = "MS Gothic"
    states = "".join(
        f'<w14:{name} w14:val="{sign}" w14:font="{font}"/>'
        for name, sign in (("checkedState", TICKED), ("uncheckedState", OPEN))
    )
    return (
        f'<w:sdt><w:sdtPr>{_named(one, ink)}<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox></w:sdtPr><w:sdtContent>'
        f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/></w:rPr><w:t>☐</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _table(one: Table, ink: Ink) -> str:
    wide = _wide(one, ink)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    first = any(row.heads for row in one.rows)
    look = f'<w:tblLook w:val="{"0020" if first else "0000"}" w:firstRow="{int(first)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    name = quoteattr(one.name)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ink.style("Table Grid")}"/>{"<w:bidiVisual/>" if one.rtl else ""}'
        f'<w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}'
        f"<w:tblCaption w:val={name}/><w:tblDescription w:val={quoteattr(_described(one))}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(_row(row, wide, ink) for row in one.rows)}</w:tbl>"
    )


def _wide(one: Table, ink: Ink) -> list[int]:
    """How wide each column is: as its sheet says, but for a longer word, which takes its room from the widest column."""
    wide = [round(width * ink.width) for width in one.widths]
    for column, least in enumerate(map(round, _longest(one, ink))):
        widest = max(range(len(wide)), key=wide.__getitem__)
        if wide[column] < least <= wide[widest] - (least - wide[column]):
            wide[widest] -= least - wide[column]
            wide[column] = least
    return wide


def _longest(one: Table, ink: Ink) -> list[float]:
    """How wide the longest word of each column is, with what is free beside it."""
    longest = [0.0] * len(one.widths)
    for row in one.rows:
        for column, cell in enumerate(row.cells if all(each.span == 1 for each in row.cells) else ()):
            parts = (
                part for said in cell.inside if said.role in IN_CELL for part in said.inside if isinstance(part, Text)
            )
            words = ((word, row.heads or part.said.bold) for part in parts for word in re.split(r"[\s/-]+", part.text))
            size = ink.base * IN_TABLE
            most = max((font_metrics.width(word, size, bold=bold) for word, bold in words), default=0)
            longest[column] = max(longest[column], most * 20 + 2 * BESIDE + 20)
    return longest


def _described(one: Table) -> str:
    """What a table is for who does not see it: its columns."""
    heads = next((row for row in one.rows if row.heads), None)
    words = [
        "".join(part.text for said in cell.inside for part in said.inside if isinstance(part, Text))
        for cell in (heads.cells if heads else ())
    ]
    return (
        f"Tabel met {len(one.widths)} kolommen: {', '.join(words)}."
        if words
        else f"Tabel met {len(one.widths)} kolommen."
    )


def _row(row: Row, wide: list[int], ink: Ink) -> str:
    empty = any(not cell.inside for cell in row.cells)
    form = "<w:cantSplit/>" + (f'<w:trHeight w:val="{ROOM}" w:hRule="atLeast"/>' if empty else "")
    form += "<w:tblHeader/>" if row.heads else ""
    cells, at = "", 0
    for cell in row.cells:
        cells += _cell(cell, row, sum(wide[at : at + cell.span]), ink)
        at += cell.span
    return f"<w:tr><w:trPr>{form}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, row: Row, width: int, ink: Ink) -> str:
    form = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else "")
    ground = {"group": "accent3", "example": "background2"}.get(row.kind)
    form += f'<w:shd w:val="clear" w:color="auto" w:fill="F3ECE0" w:themeFill="{ground}"/>' if ground else ""
    empty = f'<w:p><w:pPr><w:pStyle w:val="{ink.style(ROLES["cell"])}"/></w:pPr></w:p>'
    group = row.kind == "group"  # a heading, and the grid already keeps it apart
    inside = "".join(paragraph(replace(one, before=3) if group else one, ink) for one in cell.inside)
    return f"<w:tc><w:tcPr>{form}</w:tcPr>{inside or empty}</w:tc>"
