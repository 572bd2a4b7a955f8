"""The style, scripts and fonts of the site that are not a file of the theme as it lies there.

What a page always fetches together is one file: on a phone with little signal each request costs more than its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from handboek.handbook import Handbook
from handboek.render.style import doors
from handboek.resources import MissingTemplate
from handboek.site import redirects

MADE: dict[str, Callable[[Handbook], str]] = {"doors.css": doors, "moved.js": redirects.script}
"""The parts that follow from the content."""

JOINED = {
    "handboek.css": ("stylesheets/main.*.css", "stylesheets/palette.*.css", "doors.css", "handboek.css", "own.css"),
    "keep.js": ("kept.js", "moved.js", "store.js", "tools.js", "ticks.js"),
    "own-pack.js": ("kept.js", "pack-store.js", "pack-button.js"),
    "lesson-form.js": ("kept.js", "lesson-drafts.js", "lesson-preview.js", "lesson-form.js"),
}
"""Each joined file with its parts in order: those that are made, ours, and those of the theme below ours.

`own.css` is empty, for a project that lies one of its own over it.
"""

MAP = re.compile(r"^/\*# sourceMappingURL=.*\*/$", re.MULTILINE)


def files(handbook: Handbook, templates: Path, themes: Sequence[Path]) -> dict[str, str | bytes]:
    """The files by their name on the site; `themes` are the folders with a theme's files, ours first."""
    made = {name: make(handbook) for name, make in MADE.items()}
    joined = {
        f"assets/{name}": "\n".join(
            filter(None, (made[part] if part in made else _read(part, themes) for part in parts))
        )
        for name, parts in JOINED.items()
    }
    fonts = {f"assets/fonts/{font.name}": font.read_bytes() for font in sorted((templates / "fonts").glob("*.woff2"))}
    return {**joined, **fonts}


def joined(name: str) -> bool:
    """Whether the file of a theme with this name on the site is a part of another file, or gives way to it."""
    return any(fnmatch(name, f"assets/{part}") for parts in JOINED.values() for part in parts)


def _read(part: str, themes: Sequence[Path]) -> str:
    path = next((path for theme in themes for path in sorted((theme / "assets").glob(part))), None)
    if path is None:
        raise MissingTemplate(f"site/assets/{part}")
    return MAP.sub("", path.read_text(encoding="utf-8"))
