"""One at a time in a work folder: whoever comes second waits until the first is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handboek.system import work


@contextmanager
def turn(root: Path) -> Iterator[None]:
    """Hold the work folder of the project at `root` for a build."""
    with held(work(root) / "beurt", "Er wordt al aan dit handboek gebouwd. Even wachten tot dat klaar is ..."):
        yield


@contextmanager
def held(slot: Path, busy: str) -> Iterator[None]:
    """Hold a slot; who finds it held says `busy` and waits. The system gives it back when its holder ends, killed or not."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  (whoever has nothing to wait for starts without it)

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
