"""The content of a project: a method's own folders, or an edition of one."""

from __future__ import annotations

from pathlib import Path

from handboek.edition import read as edition
from handboek.handbook import Handbook, assemble
from handboek.load import read


def open_handbook(root: Path) -> Handbook:
    """Read the project at `root` into one handbook."""
    if edition.is_one(root):
        return edition.open_edition(root)
    return assemble(read(root))
