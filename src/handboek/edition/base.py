"""The base of an edition: its files as they came, held by a hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from handboek.finding import Finding
from handboek.model.edition import Base
from handboek.resources import BASE, FOLDERS

FOLDER = BASE
FILE = f"{BASE}/basis.json"
"""Where the generator writes what the base is; hidden from nobody, and edited by nobody."""

LISTED = "bestanden"
"""Where the hash of each of its files stands there."""


def told(root: Path) -> Base:
    """What the base of the edition at `root` is; nothing known where that was lost."""
    try:
        said = json.loads((root / FILE).read_text(encoding="utf-8"))
        return Base.model_validate({name: value for name, value in said.items() if name != LISTED})
    except (OSError, ValueError, AttributeError):
        return Base(naam="onbekend", uitgave="onbekend", hash="", opgehaald="")


def digest(folder: Path) -> str:
    """A hash over all files of content below a folder."""
    found = hashlib.sha256()
    for path, file in files(folder):
        found.update(f"{path}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()


def hashes(folder: Path) -> dict[str, str]:
    """A short hash of each file of content below a folder."""
    return {path: hashlib.sha256(file.read_bytes()).hexdigest()[:16] for path, file in files(folder)}


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of content below a folder, in order."""
    for name in (*FOLDERS, "overrides"):
        for file in sorted((folder / name).rglob("*")):
            if (
                file.is_file()
                and not file.is_symlink()
                and not any(part.startswith(".") for part in file.parts[len(folder.parts) :])
            ):
                yield file.relative_to(folder).as_posix(), file


def problems(root: Path) -> list[Finding]:
    """That somebody edited the base by hand: an update would lose that."""
    said = told(root)
    if not said.hash:
        what, helps = (
            "Van deze basis is niet bekend welke het is.",
            "Zet hem opnieuw neer met `handboek edition update`.",
        )
        return [Finding(FILE, 1, 1, "uitgave", what, helps)]
    if digest(root / FOLDER) == said.hash:
        return []
    return [
        Finding(
            f"{FOLDER}/{path}",
            1,
            1,
            "uitgave",
            what,
            "Schrijf wat anders moet in `eigen/`: `handboek edition change`. Zet de basis terug met `handboek edition restore`.",
        )
        for path, what in _edited(root)
    ]


def _edited(root: Path) -> Iterator[tuple[str, str]]:
    """The files of the base that are not what came, and what happened to each."""
    there = hashes(root / FOLDER)
    came = _came(root)
    for path in sorted({*there, *came}):
        if path not in there:
            yield path, "Dit bestand van de basis is weggehaald."
        elif path not in came:
            yield path, "Dit bestand hoort niet bij de basis."
        elif there[path] != came[path]:
            yield path, "Dit bestand van de basis is met de hand veranderd; de volgende nieuwe basis zou dat wissen."


def _came(root: Path) -> dict[str, str]:
    try:
        return dict(json.loads((root / FILE).read_text(encoding="utf-8"))[LISTED])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def say(folder: Path, base: Base) -> str:
    """What stands in the file beside the base: what it is, and a hash of each of its files."""
    said = base.model_dump(by_alias=True) | {LISTED: hashes(folder)}
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
