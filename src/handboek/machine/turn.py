"""One at a time in a work folder: whoever comes second waits until the first is done."""

from __future__ import annotations

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from handboek.project import Project


@contextmanager
def turn(project: Project) -> Iterator[None]:
    """Hold the work folder of `project`. The system gives it back when we end, killed or not, and our workers with us."""
    project.work.mkdir(parents=True, exist_ok=True)
    with (project.work / "beurt").open("w") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Er wordt al aan dit handboek gebouwd. Even wachten tot dat klaar is ...", file=sys.stderr)
            fcntl.flock(slot, fcntl.LOCK_EX)
        yield
