"""Small things that are kept between builds, each behind a hash of its name and itself: damaged or forged, it is not there.

The name says what a thing is made of, so nothing that is kept is ever out of date.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from handboek.system import atomic


def get(file: Path) -> bytes | None:
    """What was kept in this file; nothing where it is not there, damaged or another."""
    try:
        hash_, content = file.read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    return content if hash_ == _hash(file.name, content) else None


def put(file: Path, content: bytes) -> None:
    """Keep this in a file."""
    atomic.write(file, _hash(file.name, content) + b"\n" + content)


def _hash(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\0" + content).hexdigest().encode()
