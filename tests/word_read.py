"""A file for Word read back: its words in order, what somebody types in, and what an accessibility checker would say of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

PLACEHOLDER = "w:showingPlcHdr"
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
BULLETS = re.compile(r"\s*[•▪–*-]\s")
FLOATS = ("wp:anchor", "w:framePr", "w:pict", "w:txbxContent", "w:object")
LONGEST = 64


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def _text(place: Any) -> str:
    """What is read in a part of the file, without what only asks to be filled in."""
    made = []
    for node in place.iter():
        if node.tag == qn("w:p"):
            made.append("\n")
        elif node.tag in (qn("w:tab"), qn("w:br")) and node.getparent().tag == qn("w:r"):
            made.append(" ")
        elif node.tag == qn("w:noBreakHyphen"):
            made.append("-")
        elif (
            node.tag == qn("w:t")
            and not _asks(node)
            and not any(up.tag == qn("w:fldSimple") for up in node.iterancestors())
        ):
            made.append(node.text or "")
    return "".join(made)


def _asks(node: Any) -> bool:
    controls = [up for up in node.iterancestors() if up.tag == qn("w:sdt")]
    return any(up.find(f"{qn('w:sdtPr')}/{qn(PLACEHOLDER)}") is not None for up in controls)


def said(document: Any) -> str:
    """All words of a file: its foot, its head, and what stands between."""
    section = document.sections[0]
    parts = [one._element for one in (section.footer, section.header) if not one.is_linked_to_previous]
    return " ".join(map(_text, [*parts, document.element.body]))


def of_html(html: str) -> str:
    """All words of a sheet, as a browser would read them."""
    html = re.sub(r'<span class="door">.*?</span>', " ", html)
    html = re.sub(
        r'<div class="foot further">.*?</div>',
        " ",
        re.sub(r"<svg.*?</svg>", " ", html, flags=re.DOTALL),
        flags=re.DOTALL,
    )
    text = re.sub(r"<(?:br|/?p|/?li|/?t[dhr]|/?h\d|/?div|/?section)\b[^>]*>", " ", html)
    return re.sub(r"<[^>]+>", "", text)


def words(text: str) -> list[str]:
    from html import unescape

    return re.findall(r"\w+", unescape(text))


def controls(document: Any) -> list[tuple[str, str]]:
    """The label and the name of each control."""
    section = document.sections[0]
    places = [section.footer._element, section.header._element, document.element.body]
    found = [one for place in places for one in place.iter(qn("w:sdtPr"))]
    return [tuple(one.find(qn(name)).get(qn("w:val")) for name in ("w:alias", "w:tag")) for one in found]  # type: ignore[misc]


def labels(document: Any, *, typed: bool = False) -> list[str]:
    """The labels of the controls, or only of what is typed in."""
    section = document.sections[0]
    places = [section.footer._element, section.header._element, document.element.body]
    found = [one for place in places for one in place.iter(qn("w:sdtPr")) if not (typed and ticks(one))]
    return [label.get(qn("w:val")) for one in found if (label := one.find(qn("w:alias"))) is not None]


def ticks(place: Any) -> int:
    """How many boxes to tick there are."""
    return len(list(place.iter("{http://schemas.microsoft.com/office/word/2010/wordml}checkbox")))


def headings(document: Any) -> list[tuple[int, str]]:
    styles = {style.style_id: style.name for style in document.styles}
    found = []
    for one in document.element.body.iter(qn("w:p")):
        name = one.pPr.pStyle.get(qn("w:val")) if one.pPr is not None and one.pPr.pStyle is not None else ""
        if level := HEADING.fullmatch(styles.get(name, "")):
            found.append((int(level[1]), _text(one).strip()))
    return found


def problems(content: bytes) -> list[str]:
    """What the rules of a checker for office files find."""
    document = opened(content)
    return [*_of_file(content, document), *_of_text(document), *_of_tables(document)]


def _of_file(content: bytes, document: Any) -> Iterator[str]:
    if not document.core_properties.title:
        yield "no title"
    default = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    if default is None or default.get(qn("w:val")) != "nl-NL":
        yield "no language"
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    yield from (
        f"left in: {name}"
        for name in names
        if "thumbnail" in name or "stylesWithEffects" in name or "customXml" in name
    )
    tags = Counter(tag for _, tag in controls(document))
    yield from (f"twice: {tag}" for tag, number in tags.items() if number > 1)
    yield from (f"label: {alias!r}" for alias, _ in controls(document) if not 1 <= len(alias) <= LONGEST)
    levels = [level for level, _ in headings(document)]
    yield from (
        f"heading {here} after {before}"
        for before, here in zip([0, *levels], levels, strict=False)
        if here > before + 1
    )


def _of_text(document: Any) -> Iterator[str]:
    body = document.element.body
    for name in FLOATS:
        yield from (
            f"floats: {name}"
            for _ in body.iter(
                qn(name)
                if not name.startswith("wp:")
                else "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
            )
        )
    for one in body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        if not one.get("descr"):
            yield "picture without text"
    for one in body.findall(qn("w:p")):
        before = one.getprevious()
        empty = not "".join(one.itertext()).strip() and not list(one.iter(qn("w:drawing"), qn("w:sdt")))
        if empty and (before is None or before.tag != qn("w:tbl")):
            yield "empty paragraph"
        legend = one.pPr.pStyle.get(qn("w:val")) == "Legenda"  # a sign with what it means
        if BULLETS.match(_text(one).lstrip("\n")) and not legend:
            yield f"typed bullet: {_text(one)[:40]!r}"


def _of_tables(document: Any) -> Iterator[str]:
    for table in document.element.body.iter(qn("w:tbl")):
        first = table.find(qn("w:tr"))
        if first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            yield "table without head"
        if not table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}").get(qn("w:val")):
            yield "table without text"
        if list(table.iter(qn("w:vMerge"))):
            yield "merged cells"
        wide = [int(one.get(qn("w:w"))) for one in table.find(qn("w:tblGrid"))]
        for row in table.iter(qn("w:tr")):
            cells = row.findall(qn("w:tc"))
            spans = [
                int(span.get(qn("w:val")))
                if (span := cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")) is not None
                else 1
                for cell in cells
            ]
            if sum(spans) != len(wide):
                yield f"row of {sum(spans)} cells in a table of {len(wide)} columns"
