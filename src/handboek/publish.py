"""Put a finished site in the place of the old one, in one move, so that a reader finds the whole old or the whole new one."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def swap(new: Path, site: Path) -> None:
    """Make `new` the published folder `site`, and remove what stood there."""
    if not site.exists():
        new.rename(site)
        return
    if not _exchange(new, site):
        old = site.with_name(f".{site.name}.oud")
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        new.rename(site)
        new = old
    shutil.rmtree(new, ignore_errors=True)


def repair(site: Path) -> None:
    """Bring back the old site where an earlier move was cut off between its two steps."""
    old = site.with_name(f".{site.name}.oud")
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    return bool(libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
