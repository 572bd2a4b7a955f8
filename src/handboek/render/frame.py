"""What stands around every page: the menu, the doors beside it, and the foot."""

from __future__ import annotations

from dataclasses import dataclass

from handboek.menu import menu
from handboek.render.page import Renderer, relative

PROMINENT = ("fasen", "gesprekken", "werkbladen", "draaiboeken", "lessen", "praktijk", "rollen", "begrippen")
"""The lists in the menu at the top; the others stand in the foot."""


@dataclass(frozen=True)
class Frame:
    """The parts around a page, as HTML with links that count from that page."""

    menu: str
    side: str
    foot: str


def frame(renderer: Renderer, address: str) -> Frame:
    """The frame of the page at `address`."""
    tree = menu(renderer.handbook)
    piece = renderer.handbook.at(address)
    phase = renderer.handbook.phase_of(piece) if piece and piece.type in ("phase", "step") else None
    values = {
        "here": address,
        "inside": phase.slug if phase else "",
        "menu": [entry for entry in tree if entry.address.rstrip("/") in PROMINENT],
        "over": [below for entry in tree if entry.title == "Over" for below in entry.below],
    }
    made = {name: relative(renderer.fill(f"frame/{name}.html", **values), address) for name in ("menu", "side", "foot")}
    return Frame(**made)
