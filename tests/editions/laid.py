"""An edition as somebody has it: what is its own, with a base beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from handboek.edition import base
from handboek.model.edition import Base
from handboek.resources import BASE, FOLDERS

FOLDER = Path(__file__).parent
WHERE = "https://basis.example/"
"""Where the base says that it stands."""


def laid(own: Path, method: Path, to: Path) -> Path:
    """Lay the edition `own` in the folder `to`, on the content of `method` as its base; gives that folder."""
    shutil.copytree(own, to)
    there = to / BASE
    for name in FOLDERS:
        if (method / name).is_dir():
            shutil.copytree(method / name, there / name)
    told = Base(naam="De basis", uitgave="2026-11", url=WHERE, hash=base.digest(there), opgehaald="2026-11-30")
    (to / base.FILE).write_text(base.say(there, told), encoding="utf-8")
    return to
