"""Every page that is made from the content."""

from __future__ import annotations

from collections.abc import Iterator

from handboek.handbook import Piece
from handboek.render import contributing, handwritten, reviewing
from handboek.render.renderer import Page, Renderer
from handboek.translations import stands


def pages(renderer: Renderer) -> list[Page]:
    """The pieces' own pages, the lists, and what contributors look up."""
    own = [_own(renderer, piece) for piece in _pieces(renderer)]
    lists = (renderer.index(folder) for folder in renderer.handbook.lists)
    return [*own, *lists, *contributing.pages(renderer), *reviewing.pages(renderer)]


def addresses(renderer: Renderer) -> list[str]:
    """Where the pages of pieces and the lists stand, which follow from the content."""
    own = (piece.address for piece in _pieces(renderer))
    return [*own, *(f"{folder}/" for folder in renderer.handbook.lists), *reviewing.addresses(renderer)]


def page_at(renderer: Renderer, address: str) -> Page:
    """The page at one of these addresses, by itself."""
    piece = next((piece for piece in _pieces(renderer) if piece.address == address), None)
    if piece:
        return _own(renderer, piece)
    return reviewing.page_at(renderer, address) or renderer.index(address.removesuffix("/"))


def _pieces(renderer: Renderer) -> Iterator[Piece]:
    there = (piece for piece in renderer.handbook.pieces.values() if piece.kind.page)
    return (piece for piece in there if not piece.kind.below or stands(piece))


def _own(renderer: Renderer, piece: Piece) -> Page:
    return handwritten.page(renderer, piece) if piece.kind.written else renderer.page(piece)
