"""Tables as who listens needs them: what heads what, and one table where a page cuts it. WeasyPrint writes neither."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from handboek.sheets.tree import by_reference, take_out


def describe(document: Any, pdf: Any) -> None:
    """Say of each header cell whether it heads a column or a row, under an id of its own, in one table for each table."""
    objects = by_reference(pdf)
    cut: dict[Any, list[Any]] = defaultdict(list)
    for page in document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.TableBox) and any(_cells(box)):
                cut[box.element].append(box)
    own = hashlib.sha256((document.metadata.title or "").encode()).hexdigest()[:8]
    named = {}
    for pieces in cut.values():
        for cell in (cell for piece in pieces for cell in _cells(piece) if cell.element_tag == "th"):
            cell.mark["A"]["Scope"] = "/Row" if cell.element.get("scope") == "row" else "/Column"
            key = cell.mark["ID"]  # the same object as in the cells that it heads
            key.string = f"{own}-{key.string}"
            named[key.string] = cell.mark
        for piece in pieces[1:]:
            for again, head in zip(_cells(piece, head=True), _cells(pieces[0], head=True), strict=False):
                del named[again.mark["ID"].string]
                again.mark["ID"].string = head.mark["ID"].string
            _join(pieces[0], piece, objects)
    if named:
        names = pydyf.Array(part for key in sorted(named) for part in (pydyf.String(key), named[key].reference))
        objects[pdf.catalog["StructTreeRoot"]]["IDTree"] = pydyf.Dictionary({"Names": names})


def _cells(table: Any, *, head: bool | None = None) -> Iterator[Any]:
    """The cells of a table on a page, or only those of its head or of the rest; none of what only is laid out as one."""
    for group in table.children:
        if head in (None, getattr(group, "is_header", False)):
            for row in group.children:
                yield from (cell for cell in row.children if isinstance(getattr(cell, "mark", None), dict))


def _join(first: Any, piece: Any, objects: dict[bytes, Any]) -> None:
    """Hang what stands on a further page under the table where it began; the head that it has again is decoration."""
    above, below = (_table(next(_cells(box)), objects) for box in (first, piece))
    for group in dict.fromkeys(_group(cell, objects) for cell in _cells(piece, head=False)):
        below["K"].remove(group)
        above["K"].append(group)
        objects[group]["P"] = above.reference
    take_out(below.reference, objects[below["P"]], objects)


def _group(cell: Any, objects: dict[bytes, Any]) -> bytes:
    """What the rows of a cell hang under."""
    group: bytes = objects[cell.mark["P"]]["P"]
    return group


def _table(cell: Any, objects: dict[bytes, Any]) -> Any:
    return objects[objects[_group(cell, objects)]["P"]]
