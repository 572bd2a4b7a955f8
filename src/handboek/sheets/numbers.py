"""Page numbers: where a sheet has its own, as decoration of the page, and how a pack writes another in its place.

A sheet marks its number in the content of each page, as PDF has it for page numbers:

    /Artifact <</Type /Pagination /Subtype /PageNum>> BDC … 1 0 0 -1 x y Tm /face size Tf … EMC

It is the last thing on its line, so there is room for a longer one. Small paper leaves the place free: the same marks,
with nothing shown between them. Nothing is measured again: a pack keeps the place and the size.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import TextBox

from handboek.sheets.tree import by_reference, place, take_out

DECORATION = {"Type": "/Pagination"}
NUMBER = {**DECORATION, "Subtype": "/PageNum"}
FACE = "/Number"
"""The name, on a page, of the face that numbers are written in."""

MARKED = re.compile(
    rb"(?P<mark>/Artifact\s*<<[^>]*/Subtype\s*/PageNum[^>]*>>\s*BDC)"
    rb"(?P<state>[^\]]*?)BT\s+(?P<place>[^\]]*? Tm)\s+/\S+ (?P<size>\S+) Tf.*?ET\s+EMC",
    re.DOTALL,
)


def mark(document: Any, pdf: Any) -> None:
    """Take the number of each page of a laid out document out of the tree of the text, and mark its place."""
    objects = by_reference(pdf)
    parents = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    for index, (page, reference) in enumerate(zip(document.pages, pdf.page_references, strict=True)):
        items = objects[objects[reference]["Contents"]].stream
        for box in page._page_box.descendants():
            named = box.element.get("class") or "" if box.element is not None else ""
            if isinstance(box, TextBox) and "page-number" in named.split():
                _mark(box, items, parents[2 * index + 1], objects)


def _mark(box: Any, items: list[Any], parents: list[Any], objects: dict[bytes, Any]) -> None:
    at = items.index(place(box))
    start = next(number for number in range(at, -1, -1) if items[number] == b"BDC")
    end = items.index(b"EMC", at)
    mcid = items[start - 1]["MCID"]
    take_out(mcid, objects[parents[mcid]], objects)
    parents[mcid] = "null"
    items[start - 2] = "/Artifact"
    items[start - 1] = pydyf.Dictionary(NUMBER if box.element_tag.endswith("::after") else DECORATION)
    if not box.style["color"].alpha:  # a place that is left free
        shown = [item.replace(b"/a0.0 gs", b"/a1.0 gs") for item in map(pydyf._to_bytes, items[start + 1 : end])]
        items[start + 1 : end] = [item for item in shown if not item.endswith(b" TJ")]


def written(content: bytes, glyphs: bytes) -> bytes:
    """The content of a page with these glyphs of `FACE` in the place of its number; the same where it has no place."""
    shown = rb"\g<mark>\g<state>BT \g<place> %b \g<size> Tf <%b> Tj ET EMC" % (FACE.encode(), glyphs.hex().encode())
    return MARKED.sub(shown, content)
