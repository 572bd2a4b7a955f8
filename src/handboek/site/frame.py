"""What stands around every page: the menu, the doors beside it, where to say that it is wrong, and the foot."""

from __future__ import annotations

from dataclasses import dataclass

from handboek.render import correction_mail
from handboek.render.renderer import Renderer, absolute, relative
from handboek.sheets.sheet import colophon
from handboek.site.menu import Entry


@dataclass(frozen=True)
class Frame:
    """The parts around a page, as HTML with links that count from that page."""

    menu: str
    search: str
    """The way to the search: a field to look at, which opens the search box."""
    side: str
    foot: str
    wrong: str
    """The link with which a reader says that something on the page is wrong."""
    lost: str
    """Whom to ask, for who came to an address that is not there."""


def frame(
    renderer: Renderer, tree: tuple[Entry, ...], address: str | None, base: str = "", *, title: str = ""
) -> Frame:
    """The frame of the page at `address`; without one (a page for unknown addresses) links count from `base`.

    `title` is what a mail about the page calls it, in plain text; what has none is no page that somebody can correct.
    """
    piece = renderer.handbook.at(address) if address is not None else None
    phase = renderer.handbook.phase_of(piece) if piece and (piece.type == "phase" or piece.kind.within) else None
    values = {
        "here": "?" if address is None else address,
        "inside": phase.slug if phase else "",
        "prominent": [folder for folder, one in renderer.handbook.lists.items() if one.prominent],
        "groups": _groups(tree),
        "mail_about": correction_mail.link(
            renderer.mail,
            title,
            renderer.url + (address or ""),
            renderer.handbook.method.release,
            colophon(piece, renderer.offered).version if piece else "",
            people=renderer.handbook.method.words.people.many,
        ),
        "longest": correction_mail.LIMIT,
        "example": min(renderer.handbook.method.words.searches, key=len, default=""),
    }
    parts = {
        name: renderer.fill(f"frame/{name}.html", **values)
        for name in ("menu", "search", "side", "foot", "wrong", "lost")
    }
    if address is None:
        return Frame(**{name: absolute(html, base) for name, html in parts.items()})
    return Frame(**{name: relative(html, address) for name, html in parts.items()})


def _groups(tree: tuple[Entry, ...]) -> list[tuple[str, tuple[Entry, ...]]]:
    """What stands in the folded menu and in the foot: the lists, and then each group under its own name."""
    lists = tuple(entry for entry in tree if entry.address)
    return [("Inhoud", lists), *((entry.title, entry.below) for entry in tree if not entry.address)]
