"""The macros: pieces of the handbook inside a hand-written page."""

from __future__ import annotations

from collections.abc import Callable

from handboek.handbook import Piece
from handboek.model.kinds import MACROS
from handboek.render import pictures
from handboek.render.page import Renderer


def parts(renderer: Callable[[], Renderer]) -> list[Callable[..., str]]:
    """The macros for the content of `renderer()`: `stap`, `checklist`, `werkblad`, `gesprek`, each by slug; `samenhang`."""

    def find(type_: str, slug: str) -> Piece:
        piece = renderer().handbook.get(type_, slug)
        if piece is None:
            raise ValueError(f"Er is geen {type_} met de naam {slug}.")
        return piece

    def put(template: str, piece: Piece, **values: object) -> str:
        """The piece in a template; nothing of what was withdrawn."""
        return "" if piece.withdrawn else str(renderer().fill(template, **values))

    def stap(slug: str) -> str:
        """A step as a card with a link."""
        step = find(MACROS["stap"], slug)
        return put("pieces/parts/step.html", step, step=step)

    def checklist(slug: str) -> str:
        """The checklist of a step."""
        step = find(MACROS["checklist"], slug)
        return put("pieces/parts/checklist.html", step, items=step.data.checklist, owner=step)

    def tool(type_: str, slug: str) -> str:
        piece = find(type_, slug)
        return put("pieces/parts/tool.html", piece, tool=piece)

    def werkblad(slug: str) -> str:
        """A link to a worksheet."""
        return tool(MACROS["werkblad"], slug)

    def gesprek(slug: str) -> str:
        """A link to a conversation guide."""
        return tool(MACROS["gesprek"], slug)

    def samenhang() -> str:
        """A picture of how the pieces hang together."""
        return str(pictures.coherence(renderer().offered))

    return [stap, checklist, werkblad, gesprek, samenhang]
