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
EDITION = "editie.yml"
"""Says whose edition it is; a project with this file in it is an edition of another method."""
BASE, OWN = "basis", "eigen"
"""The folders of an edition: the base as it came, and what is its own."""
CONTENT = INSTALLED / "content" if INSTALLED.is_dir() else HOME
"""The content of the method that comes along, on which an edition may be based."""
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


def content_of(root: Path) -> list[Path]:
    """The folders and files from which the content of the project at `root` is read; not each of them needs to be there."""
    if not is_edition(root):
        return [root / name for name in FOLDERS]
    looks = sorted(one for one in root.iterdir() if one.suffix.lower() in (".svg", ".png", ".docx"))
    return [root / EDITION, root / BASE, root / OWN, *looks]


class MissingTemplate(Exception):
    """A template that the generator, or a template of the project itself, asks for is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Het sjabloon `{name}` ontbreekt. Noemt een eigen bestand in `overrides/` deze naam? Verbeter hem daar. "
            "Anders is het een fout van de generator, niet van jou: installeer hem opnieuw, of meld het bij wie hem maakt."
        )
