"""Every page that is made from the content."""

from __future__ import annotations

from handboek.render import contributing, handwritten
from handboek.render.renderer import Page, Renderer


def pages(renderer: Renderer) -> list[Page]:
    """The pieces' own pages, the lists, and what contributors look up."""
    handbook = renderer.handbook
    pieces = [piece for piece in handbook.pieces.values() if piece.kind.page]
    own = [handwritten.page(renderer, piece) if piece.kind.written else renderer.page(piece) for piece in pieces]
    return [*own, *(renderer.index(folder) for folder in handbook.lists), *contributing.pages(renderer)]
