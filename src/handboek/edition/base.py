"""The base of an edition: its files as they came, held by a hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from handboek.finding import Finding
from handboek.model.edition import Base
from handboek.resources import BASE, FOLDERS

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
    return digest_of(hashes(folder))


def digest_of(hashes: Mapping[str, str]) -> str:
    """A hash over files of which these are the hashes, by path."""
    said = "".join(f"{path}\0{hashes[path]}\n" for path in sorted(hashes))
    return hashlib.sha256(said.encode()).hexdigest()


def hashes(folder: Path) -> dict[str, str]:
    """A short hash of each file of content below a folder."""
    return {path: _hash(file.read_bytes()) for path, file in files(folder)}


def hashes_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The same of files that are not written yet."""
    return {path: _hash(files[path]) for path in sorted(files)}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of content below a folder, in order."""
    for name in FOLDERS:
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
    if digest(root / BASE) == said.hash:
        return []
    return [
        Finding(
            f"{BASE}/{path}",
            1,
            1,
            "uitgave",
            what,
            "Schrijf wat anders moet in `eigen/`: `handboek edition change`. Zet de basis terug met `handboek edition restore`.",
        )
        for path, what in edited(root)
    ]


def edited(root: Path) -> Iterator[tuple[str, str]]:
    """The files of the base that are not what came, and what happened to each."""
    there = hashes(root / BASE)
    said = came(root)
    for path in sorted({*there, *said}):
        if path not in there:
            yield path, "Dit bestand van de basis is weggehaald."
        elif path not in said:
            yield path, "Dit bestand hoort niet bij de basis."
        elif there[path] != said[path]:
            yield path, "Dit bestand van de basis is met de hand veranderd; de volgende nieuwe basis zou dat wissen."


def came(root: Path) -> dict[str, str]:
    """A hash of each file of the base as it came, by path."""
    try:
        return dict(json.loads((root / FILE).read_text(encoding="utf-8"))[LISTED])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def say(folder: Path, base: Base) -> str:
    """What stands in the file beside the base in `folder`: what it is, and a hash of each of its files."""
    return said_of(hashes(folder), base)


def said_of(hashes: Mapping[str, str], base: Base) -> str:
    """The same for files that are not written yet, of which these are the hashes."""
    said = base.model_dump(by_alias=True) | {LISTED: dict(hashes)}
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
