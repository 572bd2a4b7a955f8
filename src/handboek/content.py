"""The content of a project: a method's own folders, or an edition of one."""

from __future__ import annotations

from pathlib import Path

from handboek import formats
from handboek.edition import read as edition
from handboek.finding import Finding
from handboek.handbook import Handbook, assemble
from handboek.load import read
from handboek.parse import read_file
from handboek.resources import BASE, is_edition


def open_handbook(root: Path, *, loosely: bool = False) -> Handbook:
    """Read the project at `root` into one handbook. Raises `Unreadable` where an edition says nothing of itself; `loosely`
    goes on without what is wrong in that."""
    if is_edition(root):
        return edition.open_edition(root, loosely=loosely)
    return assemble(read(root))


def newer(root: Path) -> Finding | None:
    """That the content of the project at `root` is newer than the generator."""
    there = root / BASE if is_edition(root) else root
    return formats.newer({formats.PATH: read_file(there, formats.PATH)})
