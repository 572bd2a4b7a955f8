"""One at a time in a work folder: whoever comes second waits until the first is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from handboek.project import Project


@contextmanager
def turn(project: Project) -> Iterator[None]:
    """Hold the work folder of `project` for a build."""
    with held(project.work / "beurt", "Er wordt al aan dit handboek gebouwd. Even wachten tot dat klaar is ..."):
        yield


@contextmanager
def held(slot: Path, busy: str) -> Iterator[None]:
    """Hold a slot; who finds it held says `busy` and waits. The system gives it back when its holder ends, killed or not."""
    slot.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(slot)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print(busy, file=sys.stderr)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
