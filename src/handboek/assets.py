"""The style, scripts and fonts of the site that are not a file of the theme as it lies there.

What a page always fetches together is one file: on a phone with little signal each request costs more than its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handboek import redirects
from handboek.handbook import Handbook
from handboek.render.style import doors

MADE: dict[str, Callable[[Handbook], str]] = {"doors.css": doors, "moved.js": redirects.script}
"""The parts that follow from the content."""

JOINED = {
    "handboek.css": ("doors.css", "handboek.css"),
    "keep.js": ("moved.js", "store.js", "tools.js", "ticks.js"),
    "own-pack.js": ("pack-store.js", "pack-button.js"),
}
"""Each joined file with its parts in order: those that are made, and those of the theme."""


def files(handbook: Handbook, templates: Path) -> dict[str, str | bytes]:
    """The files by their name on the site."""
    theme = templates / "site" / "assets"
    made = {name: make(handbook) for name, make in MADE.items()}
    joined = {
        f"assets/{name}": "\n".join(made.get(part) or (theme / part).read_text(encoding="utf-8") for part in parts)
        for name, parts in JOINED.items()
    }
    fonts = {f"assets/fonts/{font.name}": font.read_bytes() for font in sorted((templates / "fonts").glob("*.woff2"))}
    return {**joined, **fonts}


def parts() -> set[str]:
    """The files of the theme that stand on the site inside another only, by their name on the site."""
    return {f"assets/{part}" for inside in JOINED.values() for part in inside} - {f"assets/{name}" for name in JOINED}
