"""Files of an edition that nobody reads, since they stand beside the folders of content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handboek import house_style, logo
from handboek.finding import Finding
from handboek.load import Documents, kind_of
from handboek.parse import read_file
from handboek.placement import LEFT, folder_of, namesake, seems
from handboek.resources import BASE, EDITION, FOLDERS, OWN
from handboek.wording import nearest, quoted

CODE = "vreemd-bestand"
GONE = "weg"
"""Where in `eigen/` pieces of an earlier base are kept that the base no longer has and that the edition changed."""


def astray(root: Path, base: Documents) -> Iterator[Finding]:
    """Yield a finding for each file in `eigen/` outside the folders of content, and for each such folder beside `editie.yml`."""
    own = root / OWN
    for file in sorted(own.rglob("*")):
        path = file.relative_to(own).as_posix()
        if file.is_file() and path.split("/")[0] not in (*FOLDERS, GONE) and not _let_be(path):
            what = f"Dit bestand wordt niet gelezen: in `{OWN}/` staat alles in {quoted(f'{one}/' for one in FOLDERS)}."
            near = _meant(root, path, base)
            yield Finding(f"{OWN}/{path}", 1, 1, CODE, what, "" if near else _helps(root, path), suggestion=near)
    for name in FOLDERS:
        if (root / name).is_dir() and any(one.is_file() for one in (root / name).rglob("*")):
            what = f"Wat in `{name}/` staat, wordt niet gelezen: dit is een uitgave, met wat van jullie is in `{OWN}/`."
            helps = f"Zet het in `{OWN}/{name}/`, of haal de map weg."
            yield Finding(EDITION, 1, 1, CODE, what, helps)


def _let_be(path: str) -> bool:
    """Whether a file is not meant to be read: what a computer left there, or a word for people."""
    *_, name = parts = path.split("/")
    return name.lower() == "readme.md" or bool(LEFT.fullmatch(name)) or any(part.startswith(".") for part in parts)


def _meant(root: Path, path: str, base: Documents) -> str:
    """The path at which a file was most likely meant to stand: that of a piece of the base, or in a folder like its own."""
    folder, _, name = path.rpartition("/")
    folders = {one.rpartition("/")[0] for one in base if kind_of(one)}
    there = namesake(path, base)
    if not there and folder and (near := namesake(folder, folders) or nearest(folder, folders, 0.8)):
        there = f"{near}/{name}"
    return f"{OWN}/{there}" if there and not (root / OWN / there).exists() else ""


def _helps(root: Path, path: str) -> str:
    if path.lower().endswith((*logo.ENDS, *house_style.ENDS)):
        return f"Een logo of een huisstijl voor Word staat naast `{EDITION}`."
    if kind := seems(read_file(root / OWN, path), None):
        return f"Het lijkt een {kind.name}. Zet het in `{OWN}/{folder_of(kind)}`."
    return f"Zet het in dezelfde map als zulke stukken in `{BASE}/`, of haal het weg."
