"""The menu of the site as a tree, made from the content."""

from __future__ import annotations

from dataclasses import dataclass

from handboek.dutch import order
from handboek.handbook import Handbook
from handboek.markdown import plain
from handboek.overviews import overviews
from handboek.render.page import lists


@dataclass(frozen=True)
class Entry:
    """An entry of the menu: a page, with what stands under it."""

    title: str
    address: str
    below: tuple[Entry, ...] = ()


def menu(handbook: Handbook) -> tuple[Entry, ...]:
    """The lists with their pieces, and the hand-written pages, which stand under no list."""
    shown, named, handbook = lists(handbook), overviews(handbook), handbook.offered
    about = [folder for folder in shown if named[folder].about]
    tools = [folder for folder in shown if named[folder].tool]
    pages = [Entry(page.title, page.address) for page in handbook.of("page")]
    pages += [Entry(named[folder].title, f"{folder}/") for folder in about]
    return (
        *(
            Entry(named[folder].title, f"{folder}/", _below(handbook, folder))
            for folder in shown
            if folder not in (*about, *tools)
        ),
        Entry("Zelf invullen", "", tuple(Entry(named[folder].title, f"{folder}/") for folder in tools)),
        Entry("Over", "", tuple(sorted(pages, key=lambda entry: order(entry.title)))),
    )


def _below(handbook: Handbook, folder: str) -> tuple[Entry, ...]:
    if folder == "fasen":
        return tuple(
            Entry(
                f"{phase.data.number} {phase.data.name}",
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
