"""Style that follows from the content, and the fonts that web and paper share."""

from __future__ import annotations

from pathlib import Path

from handboek.handbook import Handbook


def doors(handbook: Handbook) -> str:
    """The colour of each phase's door as CSS."""
    return "".join(f".door-{phase.data.number}{{--door:{phase.data.colour}}}\n" for phase in handbook.of("phase"))


def files(handbook: Handbook, templates: Path) -> dict[str, str | bytes]:
    """Files of the site that are made or taken from outside the theme, by their name on the site."""
    fonts = {f"assets/fonts/{font.name}": font.read_bytes() for font in sorted((templates / "fonts").glob("*.woff2"))}
    return {"assets/doors.css": doors(handbook), **fonts}
