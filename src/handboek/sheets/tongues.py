"""In which language each part of a PDF is read out, where that is not the language of the whole.

The text itself (`ActualText`) is not said of an element: MuPDF then gives it back letter by letter from the left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from handboek.sheets.tree import by_reference


def mark(document: Any, pdf: Any) -> None:
    """Say of each text and picture in another language which one, before anything else changes the tree."""
    whole = pdf.catalog["Lang"].string
    objects = by_reference(pdf)
    parents = objects[objects[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
    owners = dict(zip(parents[::2], parents[1::2], strict=True))
    for box, element in leaves(document, pdf):
        _say(box, element, whole)
    for page in document.pages:
        for *_, box in page.links:
            if annotation := getattr(box, "link_annotation", None):
                _say(box, objects[owners[annotation["StructParent"]]], whole)


def leaves(document: Any, pdf: Any) -> Iterator[tuple[Any, Any]]:
    """Each text and picture with its element in the tree, as long as nothing else has changed that.

    WeasyPrint makes an element for each, in the order of the boxes; so the two are laid side by side.
    """
    made: dict[bytes, list[Any]] = defaultdict(list)
    for thing in filter(_is_leaf, pdf.objects):
        made[thing["Pg"]].append(thing)
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        yield from zip(_leaves(page._page_box), made[reference], strict=True)


def _say(box: Any, element: Any, whole: str) -> None:
    language = box.style["lang"]
    if language and language != whole:
        element["Lang"] = pydyf.String(language)


def _is_leaf(thing: Any) -> bool:
    """Whether something is the element of a text or a picture; the words of a link stand in the link itself."""
    return (
        isinstance(thing, pydyf.Dictionary)
        and thing.get("Type") == "/StructElem"
        and thing["S"] != "/Link"
        and any(isinstance(kid, int) for kid in thing["K"])
    )


def _leaves(box: Any, *, link: bool = False) -> Iterator[Any]:
    """The texts and pictures in a box, in order; without the words of a link."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if isinstance(box, boxes.TextBox):
        if not link:
            yield box
    elif isinstance(box, boxes.ReplacedBox):
        yield box
    elif isinstance(box, boxes.ParentBox):
        link = link if isinstance(box, boxes.LineBox) else _is_link(box)
        for child in box.children:
            yield from _leaves(child, link=link)


def _is_link(box: Any) -> bool:
    return box.element is not None and box.element_tag.partition(":")[0] == "a"


def lift(pdf: Any) -> None:
    """Say it once of what is in one language as a whole, such as a paragraph, and no more of its parts. After all else."""
    objects = by_reference(pdf)
    _lift(objects[pdf.catalog["StructTreeRoot"]], objects)


def _lift(element: Any, objects: dict[bytes, Any]) -> str | None:
    """The language of an element, where it has one as a whole."""
    kids = [objects[kid] for kid in element["K"] if isinstance(kid, bytes)]
    parts = [kid for kid in kids if kid.get("Type") == "/StructElem"]
    languages = {_lift(part, objects) for part in parts}
    language = languages.pop() if len(languages) == 1 and element.get("Type") == "/StructElem" else None
    if language:
        element["Lang"] = pydyf.String(language)
        for part in parts:
            del part["Lang"]
    said = element.get("Lang")
    return str(said.string) if said else None
