"""Where a command may put what it makes; and the ZIP of a site."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from handboek.dutch import size
from handboek.resources import BASE, FOLDERS, OWN
from handboek.system.arguments import WrongUse


def free(path: Path, begins: bytes) -> None:
    """Raises `WrongUse` where a file would stand among the content, or in the place of one that does not begin with `begins`."""
    full, root = path.resolve(), Path.cwd().resolve()
    if any(full.is_relative_to(root / folder) for folder in (*FOLDERS, BASE, OWN)):
        raise WrongUse(f"{path} ligt tussen de inhoud van het handboek. Kies een andere plek.")
    if os.path.lexists(path) and not (path.is_file() and path.read_bytes().startswith(begins)):
        raise WrongUse(f"{path} bestaat al, en is iets anders. Kies een andere naam.")


def zipped(site: Path, out: Path, name: Callable[[], str]) -> int:
    """Make a ZIP of a built site, and say so; gives the exit code. Raises `WrongUse` where there is no site."""
    from handboek.site import archive  # noqa: PLC0415  (whoever only asks where something may stand does not wait for it)

    if not (site / "index.html").is_file():
        raise WrongUse(f"In {site}/ staat geen website. Maak die eerst met `handboek build`.")
    free(out, b"PK")
    files = archive.write(site, out, name())
    print(f"Klaar: {files} bestanden in {out}, {size(out.stat().st_size)}.")
    return 0
