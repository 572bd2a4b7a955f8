"""How many processes work at once: what the machine has, and the part of it that a container was given."""

from __future__ import annotations

from pathlib import Path

import pytest

from handboek.sheets import workers
from handboek.system import machine

GB = 2**30
CPU1 = "sys/fs/cgroup/cpu,cpuacct"
MEMORY1 = "sys/fs/cgroup/memory"


@pytest.fixture(autouse=True)
def sixteen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of sixteen cores, of which this process may use all."""
    monkeypatch.setattr(machine.os, "sched_getaffinity", lambda pid: set(range(16)), raising=False)


def written(root: Path, files: dict[str, str]) -> Path:
    """The files of an invented system."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"{text}\n", encoding="utf-8")
    return root


def test_without_groups_all_cores_and_all_free_memory_are_ours(tmp_path: Path):
    root = written(tmp_path, {"proc/meminfo": "MemTotal: 16777216 kB\nMemAvailable: 8388608 kB"})
    assert (machine.cores(root), machine.memory(root)) == (16, 8 * GB)


def test_a_system_that_tells_nothing_is_believed_for_its_cores(tmp_path: Path):
    assert (machine.cores(tmp_path), machine.memory(tmp_path)) == (16, None)
    assert workers.at_once(tmp_path) == 16


@pytest.mark.parametrize(
    ("said", "cores"),
    [
        ("200000 100000", 2),
        ("250000 100000", 2),
        ("50000 100000", 1),
        ("max 100000", 16),
        ("9900000 100000", 16),
        ("", 16),
        ("x y", 16),
        ("200000", 16),
    ],
)
def test_a_group_of_the_second_version_allows_so_many_cores(tmp_path: Path, said: str, cores: int):
    root = written(tmp_path, {"proc/self/cgroup": "0::/docker/a", "sys/fs/cgroup/docker/a/cpu.max": said})
    assert machine.cores(root) == cores


@pytest.mark.parametrize(
    ("folder", "quota", "cores"),
    [
        (f"{CPU1}/docker/a", "300000", 3),
        ("sys/fs/cgroup/cpu/docker/a", "300000", 3),
        (CPU1, "300000", 3),  # a container sees its own group at the top
        (f"{CPU1}/docker/a", "-1", 16),
    ],
)
def test_a_group_of_the_first_version_allows_so_many_cores(tmp_path: Path, folder: str, quota: str, cores: int):
    files = {f"{folder}/cpu.cfs_quota_us": quota, f"{folder}/cpu.cfs_period_us": "100000"}
    root = written(tmp_path, {"proc/self/cgroup": "4:cpu,cpuacct:/docker/a\n3:memory:/docker/a", **files})
    assert machine.cores(root) == cores


def test_a_group_has_no_more_than_the_groups_above_it(tmp_path: Path):
    files = {"cpu.max": "400000 100000", "deel/cpu.max": "100000 100000", "deel/taak/cpu.max": "max 100000"}
    root = written(
        tmp_path,
        {"proc/self/cgroup": "0::/deel/taak", **{f"sys/fs/cgroup/{name}": said for name, said in files.items()}},
    )
    assert machine.cores(root) == 1


def test_what_a_group_of_the_second_version_has_left(tmp_path: Path):
    files = {
        "memory.max": f"{4 * GB}",
        "memory.current": f"{3 * GB}",
        "memory.stat": f"anon 5\ninactive_file {GB}\nactive_file 7",
    }
    root = written(tmp_path, {"proc/self/cgroup": "0::/", "proc/meminfo": "MemAvailable: 99999999 kB"})
    written(root / "sys/fs/cgroup", files)
    assert machine.memory(root) == 2 * GB, "what was read from a disk can make room"
    written(root / "sys/fs/cgroup", {"memory.max": "max"})
    assert machine.memory(root) == 99999999 * 1024


def test_what_a_group_of_the_first_version_has_left(tmp_path: Path):
    files = {
        "memory.limit_in_bytes": f"{2 * GB}",
        "memory.usage_in_bytes": f"{GB}",
        "memory.stat": f"total_inactive_file {GB // 2}",
    }
    root = written(tmp_path, {"proc/self/cgroup": "4:memory:/a/b\n1:cpu:/"})
    written(root / MEMORY1 / "a/b", files)
    written(root / MEMORY1, {"memory.limit_in_bytes": "9223372036854771712", "memory.usage_in_bytes": "12"})
    assert machine.memory(root) == GB + GB // 2


def test_more_in_use_than_allowed_leaves_nothing(tmp_path: Path):
    root = written(
        tmp_path, {"proc/self/cgroup": "0::/", "sys/fs/cgroup/memory.max": "5", "sys/fs/cgroup/memory.current": "9"}
    )
    assert machine.memory(root) == 0
    assert workers.at_once(root) == 1, "one has to do"


def test_a_group_whose_name_leads_elsewhere_is_not_followed(tmp_path: Path):
    root = written(
        tmp_path,
        {"proc/self/cgroup": "0::/../..", "sys/fs/cgroup/cpu.max": "200000 100000", "sys/cpu.max": "100000 100000"},
    )
    assert machine.cores(root) == 2


def test_there_are_no_more_processes_than_memory_for_them(tmp_path: Path):
    room = 3 * workers.A_PROCESS // 1024 + 1
    assert workers.at_once(written(tmp_path, {"proc/meminfo": f"MemAvailable: {room} kB"})) == 3


def _own(_: int) -> int:
    import os

    return os.getpid()


def test_so_many_at_once_as_somebody_says(monkeypatch: pytest.MonkeyPatch):
    assert len({pid for _, pid in workers.each(_own, range(6), 1)}) == 1
    monkeypatch.setattr(workers, "at_once", lambda: 1)
    assert len({pid for _, pid in workers.each(_own, range(6))}) == 1
