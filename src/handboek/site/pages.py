"""Every page that is made from the content."""

from __future__ import annotations

from handboek.render import reference
from handboek.render.page import Page, Renderer, lists


def pages(renderer: Renderer) -> list[Page]:
    """The pieces' own pages, the lists, and what contributors look up; a page written by hand is none of them."""
    handbook = renderer.handbook
    own = [renderer.page(piece) for piece in handbook.pieces.values() if piece.kind.page and piece.type != "page"]
    return [*own, *(renderer.index(folder) for folder in lists(handbook)), *reference.pages(renderer)]
