"""A project's own `overrides/` over that of the generator, file by file.

Jinja, WeasyPrint, the site engine's theme, and what joins scripts and styles each look in one folder. So the two are
copied into one, in the work folder: copied and not linked, since not every system lets us link, and since what a
document may fetch is held to the folder in which it really lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from handboek.resources import BASE, OWN, TEMPLATES, is_edition
from handboek.system import atomic

NAMING = {".html", ".css", ".js", ".svg", ".xml"}
"""Ends of files that may name another file."""

DRAWN = (
    "site/assets/logo.svg",
    *(f"site/assets/icons/icon-{one}.png" for one in ("180", "192", "512", "maskable-512")),
)
"""What is drawn from the method where a project has no file of its own for it (`site/identity.py`)."""


def own(root: Path) -> Path | None:
    """The folder with templates, styles and fonts of the project at `root` itself; nothing where it has none.

    The generator's own checkout is a project as well: what lies there is the generator's.
    """
    there = root / (OWN if is_edition(root) else ".") / "overrides"
    return there if there.is_dir() and not (TEMPLATES.is_dir() and there.samefile(TEMPLATES)) else None


def layers(root: Path) -> list[Path]:
    """The folders that lie over the generator's, the lowest first: for an edition those of its base and its own."""
    there = [root / BASE / "overrides"] if is_edition(root) else []
    return [one for one in (*there, own(root)) if one and one.is_dir()]


def merge(layers: list[Path], target: Path, made: Mapping[str, bytes] | None = None) -> Path:
    """Bring `target` to what the generator has, with the files of `layers` in the place of those of the same name; gives it.

    `made` are files that follow from the content, over all of these. A file is written only where it differs, in one move,
    and one that none has any more goes. Raises `OSError`.
    """
    files: dict[str, Path | bytes] = {}
    for layer in (TEMPLATES, *layers):
        files |= _files(layer)
    files |= made or {}
    for name, source in files.items():
        content, place = source if isinstance(source, bytes) else source.read_bytes(), target / name
        if not place.is_file() or place.read_bytes() != content:
            atomic.write(place, content)
    for name in _files(target).keys() - files.keys():
        (target / name).unlink(missing_ok=True)
    return target


def unused(own: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files of `own` that take the place of none and that no other of them names; each with the names there are.

    A name with a typing error overrules nothing, without a word.
    """
    built_in, mine = (*_files(TEMPLATES), *DRAWN), _files(own)
    texts = {name: path.read_text("utf-8", "replace") for name, path in mine.items() if path.suffix in NAMING}
    for name, path in mine.items():
        if name not in built_in and not any(path.name in text for other, text in texts.items() if other != name):
            yield name, built_in


def _files(folder: Path) -> dict[str, Path]:
    """The files in a folder by the way to them; what is hidden, or tells people about the folder, is none of them."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name.as_posix(): path
        for name, path in found.items()
        if not any(part.startswith(".") for part in name.parts) and not name.name.upper().startswith("README")
    }
