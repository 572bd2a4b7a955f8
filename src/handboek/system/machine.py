"""How much of the machine is ours: cores and memory, also where a container gets a part of it.

Linux tells of a container's part in control groups (cgroups), of which there are two versions: one tree for everything,
or one for processors and one for memory. A group has no more than the groups above it. `root` is where the system's files
stand, for tests.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

SYSTEM = Path("/")
UNLIMITED = 2**60
"""The first version writes a limit near the largest number where there is none."""


KEPT = 50_000
"""So many new objects before Python looks for what nobody needs any more, instead of 700: laying out a sheet makes millions
that it needs until its end. Over all sheets of this handbook that was 11% less time, for 40 MB."""


def tidy_seldom() -> None:
    """Let Python look less often for circles of objects, and never among those that there are now: they stay."""
    gc.freeze()
    gc.set_threshold(KEPT)


def cores(root: Path = SYSTEM) -> int:
    """How many cores may work for us at once: at least one."""
    ours = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([ours, *(int(part) for part in _shares(root))]))


def memory(root: Path = SYSTEM) -> int | None:
    """How many bytes are free for us; nothing where the system does not tell."""
    free = [*_rooms(root)]
    for line in _lines(root / "proc/meminfo"):
        name, _, value = line.partition(":")
        if name == "MemAvailable":
            free.append(int(value.split()[0]) * 1024)
    return max(0, min(free)) if free else None


def _shares(root: Path) -> Iterator[float]:
    """How many cores each group allows."""
    for group in _groups(root, "cpu"):
        quota, _, period = _line(group / "cpu.max").partition(" ")
        quota, period = quota or _line(group / "cpu.cfs_quota_us"), period or _line(group / "cpu.cfs_period_us")
        if quota.isdecimal() and period.isdecimal() and int(period):  # `max` and `-1` are no limit
            yield int(quota) / int(period)


def _rooms(root: Path) -> Iterator[int]:
    """How many bytes each group leaves; what was read from a disk and is no longer used can make room."""
    for group in _groups(root, "memory"):
        most = _line(group / "memory.max") or _line(group / "memory.limit_in_bytes")
        used = _line(group / "memory.current") or _line(group / "memory.usage_in_bytes")
        if most.isdecimal() and int(most) < UNLIMITED:
            idle = dict(line.split(maxsplit=1) for line in _lines(group / "memory.stat") if " " in line)
            spare = idle.get("total_inactive_file") or idle.get("inactive_file") or "0"
            yield int(most) - int(used or 0) + int(spare)


def _groups(root: Path, controller: str) -> Iterator[Path]:
    """The folders of the groups that we are in, each before the one above it.

    In a container its own group is often shown at the top of the tree, whatever the name by which it goes outside.
    """
    base = root / "sys/fs/cgroup"
    for line in _lines(root / "proc/self/cgroup"):
        _, names, path = (*line.split(":", 2), "", "")[:3]
        if names and controller not in names.split(","):
            continue
        tops = [base / names, base / controller] if names else [base]
        for top in tops:
            inside = PurePosixPath(path.lstrip("/"))
            yield from (
                top / one for one in (inside, *inside.parents) if ".." not in one.parts and (top / one).is_dir()
            )


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _line(path: Path) -> str:
    """The one line of a file; nothing where it is not there."""
    return next(iter(_lines(path)), "").strip()
