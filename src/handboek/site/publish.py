"""Put a finished site in the place of the old one, in one move, so that a reader finds the whole old or the whole new one."""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from pathlib import Path

FOLDER, FILE = 0o755, 0o644
"""The rights of what is published."""
AT_FDCWD = -100
RENAME_EXCHANGE = 2


def is_ours(site: Path) -> bool:
    """Whether this folder may be replaced: it is not there, it is empty, or it holds a site that we made."""
    return not site.exists() or (site.is_dir() and ((site / "handboek.json").is_file() or not any(site.iterdir())))


def beside(site: Path) -> Path:
    """An empty folder on the same disk, for what will take the place of `site`."""
    made = [folder for folder in (site.parent, *site.parent.parents) if not folder.exists()]
    site.parent.mkdir(parents=True, exist_ok=True)
    for folder in made:
        folder.chmod(FOLDER)
    new = Path(tempfile.mkdtemp(prefix=_prefix(site), dir=site.parent))
    new.chmod(FOLDER)
    return new


def readable(site: Path) -> None:
    """Let everybody read what is published, whatever the umask of whoever builds, or the rights of what was copied."""
    for path in site.rglob("*"):
        path.chmod(FOLDER if path.is_dir() else FILE)


def swap(new: Path, site: Path) -> None:
    """Make `new` the published folder `site`, and remove what stood there."""
    readable(new)
    if not site.exists():
        new.rename(site)
        return
    if not _exchange(new, site):
        old = site.with_name(f".{site.name}.oud")
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        try:
            new.rename(site)
        except OSError:
            old.rename(site)
            raise
        new = old
    shutil.rmtree(new, ignore_errors=True)


def repair(site: Path) -> None:
    """Bring back the old site where an earlier move was cut off between its two steps, and remove what it left."""
    old = site.with_name(f".{site.name}.oud")
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    for left in list(site.parent.iterdir()) if site.parent.is_dir() else []:
        if left.name.startswith(_prefix(site)):
            shutil.rmtree(left, ignore_errors=True)


def _prefix(site: Path) -> str:
    return f".{site.name}.nieuw-"


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
    except TypeError:  # Windows has no library of the program itself
        return False
    if not hasattr(libc, "renameat2"):
        return False
    return bool(libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
