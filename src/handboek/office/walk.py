"""The HTML of a sheet as one row of blocks, in the order in which it is read: what a file with flowing text is made of.

What stands beside each other on paper stands below each other here. What only paper needs (lines to write on, the foot of
further pages) is left out, or becomes something to type in.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import tinyhtml5

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

SVG = "http://www.w3.org/2000/svg"


ROLES = frozenset(
    [
        *("lede", "goal", "label", "spoken", "say", "note", "example-note", "hint", "instruction", "band", "corrected"),
        *(
            "concept-band",
            "concept-mark",
            "from",
            "window",
            "particulars",
            "subject",
            "counts",
            "text-mark-note",
            "question",
        ),
        *(
            "foot",
            "head-left",
            "head-right",
            "logo",
            "who",
            "choices",
            "signed",
            "kept-label",
            "kept-number",
            "log-field",
        ),
        *("log-text", "name", "closing", "marks", "spot", "unit", "silence", "from-whom", "facts"),
    ]
)
"""The classes of the print templates that say what a paragraph is; what stands inside one of these is the same."""
NOT_HERE = frozenset(["further", "page-break", "door"])
"""What only paper needs; the number of a door stands in the words behind it too."""
LOUD, QUIET = frozenset(["clock-what"]), frozenset(["clock-more"])
"""What stands out, and what does not among words that do: a line of its own."""
STRONG = frozenset(["strong", "b"])
SLANTED = frozenset(["em", "i"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
BLOCKS = HEADINGS | {"article", "section", "div", "p", "ul", "ol", "table", "body", "textarea"}
MEASURE = re.compile(r"width:\s*([\d.]+)(mm|%)")
NARROW = {"answer": 17.0, "place": 46.0, "name": 46.0}
"""Columns whose width the style of sheets says, in millimetres."""
TAB = "\t"
"""What leads to the next place on a line: never in what a sheet says itself."""
LINE = 9
"""How many millimetres of a field are a line."""


def blocks(html: str, width: float) -> list[Block]:
    """The blocks of a sheet whose lines are `width` millimetres wide."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    body = root.find("body")
    assert body is not None
    state = _State(width)
    return list(_flow(body, Said(), "", state))


@dataclass
class _State:
    """What is counted along the way."""

    width: float
    lists: int = 0
    heading: str = ""
    """The heading that was last, which says what a table is."""
    last: str = ""
    """The words that were last, which say what is to be written on a line."""
    lines: int = 0
    sides: int = 0
    """The languages of a letter that were written."""


def _classes(element: ET.Element) -> list[str]:
    return (element.get("class") or "").split()


def _tag(element: ET.Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _below(element: ET.Element, said: Said) -> Said:
    """How the words inside an element are said."""
    tag, classes = _tag(element), _classes(element)
    lang, direction = element.get("lang"), element.get("dir")
    return replace(
        said,
        lang=lang or said.lang,
        rtl=direction == "rtl" if direction in ("rtl", "ltr") else said.rtl,
        bold=(said.bold or tag in STRONG or not LOUD.isdisjoint(classes)) and QUIET.isdisjoint(classes),
        italic=said.italic or tag in SLANTED,
        raised=said.raised or tag == "sup",
        link=(element.get("href") or "") if tag == "a" else said.link,
    )


def _role(element: ET.Element, role: str) -> str:
    return next((name for name in _classes(element) if name in ROLES), role)


def _flow(parent: ET.Element, said: Said, role: str, state: _State) -> Iterator[Block]:
    """What stands in an element, block by block; loose words between blocks are a paragraph too."""
    loose: list[Inline] = []
    for node in _nodes(parent):
        if isinstance(node, str) or not _is_block(node):
            loose += [Text(node, said)] if isinstance(node, str) else _inline(node, said, state)
            continue
        yield from _paragraph(loose, said, role, state)
        loose = []
        yield from _block(node, said, role, state)
    yield from _paragraph(loose, said, role, state)


def _nodes(parent: ET.Element) -> Iterator[str | ET.Element]:
    if parent.text:
        yield parent.text
    for child in parent:
        if _tag(child):
            yield child
        if child.tail:
            yield child.tail


def _is_block(element: ET.Element) -> bool:
    classes = _classes(element)
    return (_tag(element) in BLOCKS and "cell" not in classes) or not QUIET.isdisjoint(classes)


def _block(element: ET.Element, said: Said, role: str, state: _State) -> Iterator[Block]:
    tag, classes = _tag(element), _classes(element)
    if NOT_HERE.intersection(classes):
        return
    said, role = _below(element, said), _role(element, role)
    if tag in ("ul", "ol"):
        yield from _list(
            element, said, "tick" if "ticks" in classes else "bullet" if tag == "ul" else "numbered", 0, state
        )
    elif tag == "table" and "facts" in classes:
        yield from _facts(element, said, state)
    elif tag == "table":
        yield _table(element, said, state)
    elif (
        "choices" in classes
    ):  # an answer a line: a program that saves more boxes in one keeps the name of the last alone
        for choice in element:
            yield from _paragraph(_inline(choice, said, state), said, "tick", state, keep=choice is not element[-1])
    elif "tongue-side" in classes:  # each language begins a page
        for number, one in enumerate(_flow(element, said, role, state)):
            begins = state.sides > 0 and number == 0
            yield replace(one, page=begins) if isinstance(one, Paragraph) else one
        state.sides += 1
    elif tag == "textarea" or "line" in classes:
        yield from _paragraph(_inline(element, said, state), said, "write", state)
    elif tag in HEADINGS or tag == "p":
        inside = [one for child in _nodes(element) for one in _words(child, said, state)]
        if role == "particulars":  # beside each other: each to a place of its own on the line
            parts = [_tidied(_inline(part, said, state)) for part in element]
            inside = [one for part in parts for one in (Text(TAB, said), *part)][1:]
        yield from _paragraph(inside, said, tag if tag in HEADINGS else role, state)
    else:
        yield from _flow(element, said, role, state)


def _words(node: str | ET.Element, said: Said, state: _State) -> list[Inline]:
    return [Text(node, said)] if isinstance(node, str) else _inline(node, said, state)


def _inline(element: ET.Element, said: Said, state: _State) -> list[Inline]:
    tag, classes = _tag(element), _classes(element)
    said = _below(element, said)
    if NOT_HERE.intersection(classes):
        return []
    if tag == "br":
        return [Break()]
    if tag == f"{{{SVG}}}svg":
        title = element.findtext(f"{{{SVG}}}title") or ""
        return [] if "qr" in classes and not title else [Picture(_drawn(element), "", title)]
    if tag == "img":
        return [Picture("", element.get("src") or "", element.get("alt") or "")]
    if tag in ("input", "textarea"):
        return _control(element, said)
    if "line" in classes:
        state.lines += 1
        return [Control(f"regel-{state.lines}", state.last or state.heading, said)]
    if "page-number" in classes:
        return [PageNumber()]
    inside = [one for child in _nodes(element) for one in _words(child, said, state)]
    if "sign" in classes:  # and what it means behind it
        return [
            *(replace(one, said=replace(one.said, bold=True)) if isinstance(one, Text) else one for one in inside),
            Text(TAB, said),
        ]
    if "look" in classes:  # what to look at, under the name of it
        return [
            Break(),
            *(replace(one, said=replace(one.said, bold=False)) if isinstance(one, Text) else one for one in inside),
        ]
    return inside


def _control(element: ET.Element, said: Said) -> list[Inline]:
    """A field; in a cell of a table the heads already say what goes there, and people type in the cell itself."""
    if "cell" in _classes(element):
        return []
    high = re.search(r"height:\s*([\d.]+)mm", element.get("style") or "")
    lines = max(1, round(float(high[1]) / LINE)) if high else 1
    tick = element.get("type") in ("checkbox", "radio")
    return [Control(element.get("name") or "", element.get("title") or "", said, lines, tick)]


def _drawn(svg: ET.Element) -> str:
    ET.register_namespace("", SVG)
    return ET.tostring(svg, encoding="unicode").strip()


def _paragraph(inside: list[Inline], said: Said, role: str, state: _State, **more: Any) -> Iterator[Paragraph]:
    """A paragraph of these, where they say anything."""
    tidy = _tidied(inside)
    if not tidy:
        return
    words = "".join(one.text for one in tidy if isinstance(one, Text)).strip()
    if words:
        state.last = words
    if role in HEADINGS:
        state.heading = words
    only_control = all(isinstance(one, Control) for one in tidy)
    if role == "tick" and isinstance(tidy[0], Control) and tidy[0].tick:
        role = "ticked"  # its box is one that can be ticked, so its list needs none
    tidy = _held(tidy, TAB if role == "ticked" else "\u00a0")
    yield Paragraph("write" if only_control and not role else role or "p", tuple(tidy), said.rtl, **more)


def _held(inside: list[Inline], between: str) -> list[Inline]:
    """The same with a box held to the words behind it."""
    made: list[Inline] = []
    for one in inside:
        behind = made and isinstance(made[-1], Control) and made[-1].tick
        made.append(replace(one, text=between + one.text.lstrip(" ")) if behind and isinstance(one, Text) else one)
    return made


def _tidied(inside: Iterable[Inline]) -> list[Inline]:
    """The same without space that nobody sees: at the ends of a line, and more than one."""
    made: list[Inline] = []
    open_ = False
    """Whether a space may follow."""
    for one in inside:
        if isinstance(one, Text):
            text = one.text if one.text == TAB else re.sub(r"[ \t\r\n]+", " ", one.text)
            text = text if open_ else text.lstrip(" ")
            if text:
                made.append(replace(one, text=text))
                open_ = not text.endswith((" ", TAB))
        else:
            if isinstance(one, Break):
                _close(made)
            made.append(one)
            open_ = not isinstance(one, Break)
    _close(made)
    return made


def _close(made: list[Inline]) -> None:
    """Take the space from the end."""
    while made and isinstance(made[-1], Text | Break):
        last = made[-1]
        text = last.text.rstrip(" ") if isinstance(last, Text) else ""
        if text and isinstance(last, Text):
            made[-1] = replace(last, text=text)
            return
        made.pop()


def _list(element: ET.Element, said: Said, role: str, level: int, state: _State) -> Iterator[Block]:
    if role == "numbered":
        state.lists += 1
    number = state.lists if role == "numbered" else 0
    for item in element:
        here, loose, begun = _below(item, said), list[Inline](), False
        for node in _nodes(item):
            if not isinstance(node, str) and _is_block(node):
                inside = (
                    loose
                    if _tag(node) != "p"
                    else [one for child in _nodes(node) for one in _words(child, here, state)]
                )
                yield from _paragraph(
                    inside, here, "more" if begun else role, state, level=level, numbered=0 if begun else number
                )
                loose, begun = [], True
                if _tag(node) in ("ul", "ol"):
                    yield from _list(node, here, "bullet" if _tag(node) == "ul" else "numbered", level + 1, state)
            else:
                loose += _words(node, here, state)
        yield from _paragraph(
            loose, here, "more" if begun else role, state, level=level, numbered=0 if begun else number
        )


def _facts(element: ET.Element, said: Said, state: _State) -> Iterator[Block]:
    """Names with what goes with them: two columns without a head are no table to look things up in."""
    for row in element.iter("tr"):
        cells = [cell for cell in row if _tag(cell) in ("th", "td")]
        inside: list[Inline] = []
        for cell in cells:
            here = replace(_below(cell, said), bold=_tag(cell) == "th")
            inside += [Text(TAB, here)] if inside else []
            inside += _tidied(one for node in _nodes(cell) for one in _words(node, here, state))
        yield Paragraph("facts", tuple(inside), said.rtl)


def _table(element: ET.Element, said: Said, state: _State) -> Table:
    rows = []
    name = state.heading
    for row in element.iter("tr"):
        heads = all(_tag(cell) == "th" for cell in row) and len(row) > 1
        kind = next((one for one in _classes(row) if one in ("example", "group", "sum")), "")
        cells = tuple(_cell(cell, _below(cell, said), heads, state) for cell in row)
        if kind == "group":  # the heading of what stands below it: in the first cell, so that none is merged
            cells = (replace(cells[0], span=1), *(Cell(()) for _ in range(cells[0].span - 1)))
        rows.append(Row(cells, heads, kind))
    count = max((sum(cell.span for cell in row.cells) for row in rows), default=1)
    return Table(_widths(element, count, state.width), tuple(rows), said.rtl, name)


def _cell(element: ET.Element, said: Said, heads: bool, state: _State) -> Cell:
    head = _tag(element) == "th"
    inside = _flow(element, replace(said, bold=head and not heads), "head" if heads else "cell", state)
    return Cell(tuple(one for one in inside if isinstance(one, Paragraph)), head, int(element.get("colspan") or 1))


def _widths(element: ET.Element, count: int, width: float) -> tuple[float, ...]:
    """The part of the width that each column has; those of which nothing is said share what is left."""
    said: list[float | None] = []
    for column in element.iter("col"):
        found = MEASURE.search(column.get("style") or "")
        narrow = next((NARROW[one] for one in _classes(column) if one in NARROW), None)
        if found:
            said.append(float(found[1]) / (width if found[2] == "mm" else 100))
        else:
            said.append(narrow / width if narrow else None)
    said += [None] * (count - len(said))
    open_ = said.count(None)
    left = max(1 - sum(one or 0 for one in said), 0.05 * open_)
    shares = [left / open_ if one is None else one for one in said[:count]]
    return tuple(one / sum(shares) for one in shares)
