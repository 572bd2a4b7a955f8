"""The menu of the site as a tree, made from the content."""

from __future__ import annotations

from dataclasses import dataclass

from handboek.dutch import order
from handboek.handbook import Handbook
from handboek.markdown import plain
from handboek.model.kinds import BY_TYPE


@dataclass(frozen=True)
class Entry:
    """An entry of the menu: a page, with what stands under it."""

    title: str
    address: str
    below: tuple[Entry, ...] = ()


def menu(handbook: Handbook) -> tuple[Entry, ...]:
    """The lists with their pieces, and the pages that stand under no list: those by hand, and what a method has one of."""
    lists, handbook = handbook.lists.items(), handbook.offered
    pages = [
        Entry(plain(piece.title), piece.address)
        for piece in handbook.pieces.values()
        if piece.kind.written or (piece.kind.alone and piece.kind.page and not piece.kind.home)
    ]
    pages += [Entry(one.title, f"{folder}/") for folder, one in lists if one.about]
    tools = [Entry(one.title, f"{folder}/") for folder, one in lists if one.on_screen]
    groups = [
        Entry("Zelf invullen", "", tuple(tools)),
        Entry("Over", "", tuple(sorted(pages, key=lambda entry: order(entry.title)))),
    ]
    return (
        *(
            Entry(one.title, f"{folder}/", _below(handbook, folder))
            for folder, one in lists
            if not (one.about or one.on_screen)
        ),
        *(group for group in groups if group.below),
    )


def _below(handbook: Handbook, folder: str) -> tuple[Entry, ...]:
    if folder == BY_TYPE["phase"].folder:
        return tuple(
            Entry(
                phase.numbered,
                phase.address,
                tuple(Entry(plain(step.title), step.address) for step in handbook.steps(phase)),
            )
            for phase in handbook.of("phase")
        )
    return tuple(
        Entry(plain(piece.title), piece.address)
        for piece in handbook.pieces.values()
        if piece.kind.folder == folder and piece.kind.page
    )
