"""Parts of a PDF that are printed more than once, for a group.

A copy is the same ink on another page, so it costs next to nothing, where laying each copy out anew would cost as much
as the first. Everybody's copy has the same page number, on the paper and in the labels that a viewer shows. A screen
reader hears the part once: the pages of the copies are decoration.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydyf

Copies = Sequence[tuple[str, int]]
"""Parts of a document in order: the anchor where each begins, and how often it is printed."""


def starts(document: Any, parts: Copies) -> list[int]:
    """On which page each part begins, counted from 0; a document without parts is one."""
    first: dict[str, int] = {}
    for index, page in enumerate(document.pages):
        for anchor in page.anchors:
            first.setdefault(anchor, index)  # what runs over several pages has its anchor on each
    return [first[anchor] for anchor, _ in parts] or [0]


def repeat(document: Any, pdf: Any, copies: Copies) -> int:
    """Repeat the pages of each part; returns how many pages there are then."""
    count = len(document.pages)
    if all(number == 1 for _, number in copies):
        return count
    begins = starts(document, copies)
    order = list(range(begins[0]))
    for (_, number), start, end in zip(copies, begins, [*begins[1:], count], strict=True):
        order += list(range(start, end)) * number
    _order_pages(pdf, order)
    return len(order)


def _order_pages(pdf: Any, order: list[int]) -> None:
    """Let the document have these of its pages, in this order; each after its first time as a copy."""
    by_reference = {thing.reference: thing for thing in pdf.objects if getattr(thing, "number", None) is not None}
    originals = [by_reference[reference] for reference in pdf.page_references]
    ink: dict[int, Any] = {}
    kids, labels, expected = pydyf.Array(), pydyf.Array(), None
    seen: set[int] = set()
    for place, number in enumerate(order):
        page = originals[number]
        if number in seen:
            if number not in ink:
                ink[number] = _as_decoration(by_reference[page["Contents"]])
                pdf.add_object(ink[number])
            page = pydyf.Dictionary({**page, "Contents": ink[number].reference})
            for name in ("StructParents", "Annots", "Tabs"):
                page.pop(name, None)
            pdf.add_object(page)
        seen.add(number)
        kids.extend([page.number, 0, "R"])
        if number != expected:
            labels.extend([place, pydyf.Dictionary({"S": "/D", "St": number + 1})])
        expected = number + 1
    pdf.pages["Kids"] = kids
    pdf.pages["Count"] = len(order)
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": labels})


def _as_decoration(stream: Any) -> pydyf.Stream:
    """The same drawing, without a place in the tree of the text."""
    items = list(stream.stream)
    for index, item in enumerate(items):
        if isinstance(item, pydyf.Dictionary) and "MCID" in item and items[index + 1] == b"BDC":
            items[index - 1], items[index] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})
    return pydyf.Stream(items, compress=True)
