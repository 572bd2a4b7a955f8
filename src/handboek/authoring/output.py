"""Where a command may put what it makes."""

from __future__ import annotations

import os
from pathlib import Path

from handboek.resources import content
from handboek.system.arguments import WrongUse


def free(path: Path, begins: bytes) -> None:
    """Raises `WrongUse` where a file would stand among the content, or in the place of one that does not begin with `begins`."""
    full, root = path.resolve(), Path.cwd().resolve()
    if any(full.is_relative_to(folder) for folder in content(root)):
        raise WrongUse(f"{path} ligt tussen de inhoud van het handboek. Kies een andere plek.")
    if os.path.lexists(path) and not (path.is_file() and path.read_bytes().startswith(begins)):
        raise WrongUse(f"{path} bestaat al, en is iets anders. Kies een andere naam.")
