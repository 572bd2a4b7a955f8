"""Lists as who listens needs them: the sign or number of a point apart from what it says. WeasyPrint knows only its own signs."""

from __future__ import annotations

from typing import Any

from handboek.sheets.tongues import leaves
from handboek.sheets.tree import by_reference, take_out


def label(document: Any, pdf: Any) -> None:
    """Let what stands before a point be its label. Before anything takes texts out of the tree."""
    objects = by_reference(pdf)
    for box, element in leaves(document, pdf):
        if box.element_tag == "li::before":
            sign = objects[element["P"]]
            body = above = objects[sign["P"]]
            while body["S"] == "/NonStruct":
                body = objects[body["P"]]
            if body["S"] == "/LBody":
                point = objects[body["P"]]
                point["K"].insert(0, sign.reference)
                take_out(sign.reference, above, objects)
                sign["S"], sign["P"] = "/Lbl", point.reference
