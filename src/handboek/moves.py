"""Where what moved stands now: for pages at old addresses, for what a reader kept, and for who looks for an old anchor."""

from __future__ import annotations

from collections.abc import Mapping

from handboek.handbook import Handbook, Piece


def table(handbook: Handbook) -> dict[str, str]:
    """Old address → new address, each with its last slash; chains are followed to their end.

    A part of a page (`fasen/doen/#gedaan`) moves with its page, and on its own where a redirect names it.
    """
    steps = {piece.data.from_: piece.data.to for piece in handbook.of("redirect")}
    return {_whole(old): _whole(_end(steps, old)) for old in steps}


def _end(steps: Mapping[str, str], old: str) -> str:
    new, seen = steps[old], {old}
    while new not in seen:
        seen.add(new)
        page, sign, part = new.partition("/#")
        new = steps.get(new) or steps.get(page, page) + sign + part
    return new


def _whole(address: str) -> str:
    return address if "#" in address else f"{address}/"


def parts(handbook: Handbook, page: Piece) -> list[tuple[str, Piece]]:
    """The anchors that the page of a piece had, each with what stands there now."""
    found = ((old.partition("#"), handbook.at(new)) for old, new in table(handbook).items())
    return [(part, piece) for (address, _, part), piece in found if part and piece and address == page.address]
