"""Files that are there whole or not at all, also when whoever writes them is killed."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PART = ".deel-"
"""How the name of a file begins that is not whole yet."""


def beside(path: Path) -> Path:
    """A name for a part of this file, in its own folder: what moves inside a disk moves in one step."""
    return path.with_name(f"{PART}{secrets.token_hex(8)}")


def write(path: Path, content: bytes) -> None:
    """Write a file in one move, in the place of whatever stood there and with the rights that it had.

    For what we made ourselves and can make again; the files of a person change by `transaction`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = beside(path)
    try:
        with part.open("xb") as out:
            out.write(content)
        if path.is_file():
            part.chmod(path.stat().st_mode)
        elif path.is_dir():
            shutil.rmtree(path)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def room(folder: Path) -> Iterator[str]:
    """A folder for what is needed for a while only."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=PART, ignore_cleanup_errors=True) as made:
        yield made


def sweep(folder: Path) -> None:
    """Remove the parts that nobody ended; for who knows that nobody else writes here."""
    for part in list(folder.rglob(f"{PART}*")):
        shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
