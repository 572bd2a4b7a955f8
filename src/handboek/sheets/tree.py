"""The tree of the text as WeasyPrint writes it: objects that name each other by reference."""

from __future__ import annotations

from typing import Any

import pydyf


def by_reference(pdf: Any) -> dict[bytes, Any]:
    """The objects of a PDF by the reference that others have to them."""
    return {thing.reference: thing for thing in pdf.objects if getattr(thing, "number", None) is not None}


def place(box: Any) -> bytes:
    """Where the content of a page says that a text box stands."""
    return b" ".join(map(pydyf._to_bytes, (1, 0, 0, -1, box.position_x, box.position_y + box.baseline, b"Tm")))


def take_out(kid: Any, element: Any, objects: dict[bytes, Any]) -> None:
    """Take something out of an element, and the element out of the tree where nothing is left in it."""
    element["K"].remove(kid)
    above = objects[element["P"]]
    if not element["K"] and element.reference in above.get("K", ()):
        take_out(element.reference, above, objects)
