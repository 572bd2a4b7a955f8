"""The macros: pieces of the handbook inside a hand-written page."""

from __future__ import annotations

from collections.abc import Callable

from handboek import hours
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

    def stap(slug: str) -> str:
        """A step as a card with a link."""
        return str(renderer().fill("pieces/parts/step.html", step=find(MACROS["stap"], slug)))

    def checklist(slug: str) -> str:
        """The checklist of a step."""
        step = find(MACROS["checklist"], slug)
        return str(renderer().fill("pieces/parts/checklist.html", items=step.data.checklist, owner=step))

    def tool(type_: str, slug: str) -> str:
        return str(renderer().fill("pieces/parts/tool.html", tool=find(type_, slug)))

    def werkblad(slug: str) -> str:
        """A link to a worksheet."""
        return tool(MACROS["werkblad"], slug)

    def gesprek(slug: str) -> str:
        """A link to a conversation guide."""
        return tool(MACROS["gesprek"], slug)

    def samenhang() -> str:
        """A picture of how the pieces hang together."""
        return str(pictures.coherence(renderer().handbook))

    def uren() -> str:
        """What all steps cost in hours, as a table."""
        return str(renderer().fill("pieces/parts/hours.html", count=hours.counted(renderer().handbook)))

    def getal(name: str) -> str:
        """A figure that follows from the hours of the steps."""
        return hours.figure(renderer().handbook, name)

    return [stap, checklist, werkblad, gesprek, samenhang, uren, getal]
