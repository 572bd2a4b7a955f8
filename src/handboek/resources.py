"""Where the generator's own files are: templates, styles, scripts, fonts, and the settings of the site engine.

In a checkout they stand at its top, where people look for them; a wheel carries them inside the package (`force-include`
in `pyproject.toml`). Nothing else in the code asks which of the two it is.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
INSTALLED = PACKAGE / "files"
"""Where a wheel carries them."""
HOME = INSTALLED if INSTALLED.is_dir() else PACKAGE.parents[1]
"""The folder that holds them."""

FOLDERS = ("phases", "tools", "docs")
"""The folders of a project that hold its content."""
EDITION, BASE, OWN = "editie.yml", "basis", "eigen"
"""The file that makes a project an edition of another, and its folders: the base as it came, and what is its own."""
LOGOS = (".svg", ".png")
"""The ends of a file beside `EDITION` that can be its logo."""
TEMPLATES = HOME / "overrides"
"""Templates, styles, scripts and fonts; a project's own lie over them, file by file (`overlay`)."""
FONTS = TEMPLATES / "fonts"
SETTINGS = HOME / "mkdocs.yml"
"""The settings of the site engine; the macros that they name stand beside them."""
EXAMPLE = PACKAGE / "authoring" / "example"
"""The files that a new project begins with."""


def is_edition(root: Path) -> bool:
    """Whether the project at `root` is an edition of another."""
    return (root / EDITION).is_file()


def content(root: Path) -> list[Path]:
    """The folders and files of a project that hold what people write."""
    if not is_edition(root):
        return [root / name for name in FOLDERS]
    logos = sorted(path for path in root.iterdir() if path.suffix.lower() in LOGOS)
    return [one for one in (root / EDITION, root / BASE, root / OWN, *logos) if one.exists()]


class MissingTemplate(Exception):
    """A template that the generator, or a template of the project itself, asks for is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Het sjabloon `{name}` ontbreekt. Noemt een eigen bestand in `overrides/` deze naam? Verbeter hem daar. "
            "Anders is het een fout van de generator, niet van jou: installeer hem opnieuw, of meld het bij wie hem maakt."
        )
