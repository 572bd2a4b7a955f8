"""Files that are there whole or not at all, also when whoever writes them is killed."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PART = ".deel-"
"""How the name of a file begins that is not whole yet."""


def write(path: Path, content: bytes) -> None:
    """Write a file in one move, in the place of whatever stood there and with the rights that it had."""
    together({path: content})


def together(files: Mapping[Path, bytes]) -> None:
    """Write each of these files like `write`, and none of them before there is room for all."""
    parts: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            parts[path] = path.with_name(f"{PART}{secrets.token_hex(8)}")
            with parts[path].open("xb") as out:
                out.write(content)
        for path, part in parts.items():
            if path.is_file():
                part.chmod(path.stat().st_mode)
            elif path.is_dir():
                shutil.rmtree(path)
            part.replace(path)
    except OSError:
        for part in parts.values():
            part.unlink(missing_ok=True)
        raise


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
