"""Look over the shoulder of the code: what it reads, writes, starts and calls, how long it takes and how much room.

Python itself tells (`sys.addaudithook`), so nothing that is opened through Python is missed. What C libraries open by
themselves, such as the fonts of the system, is not told.
"""

from __future__ import annotations

import importlib
import os
import re
import resource
import signal
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 10
ROOM = 1_000_000_000

ROOT = Path(__file__).resolve().parents[2]
OURS = tuple(
    os.path.realpath(path) + os.sep
    for path in {ROOT / part for part in ("src", "overrides", "macros", "phases", "tools", "docs", "tests")}
    | {Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    | {Path(sys.prefix), Path(sys.base_prefix)}
)
"""What the code is made of, and the content that it is tried on."""
HARMLESS = (
    "/dev/null",
    "/dev/urandom",
    str(ROOT / "mkdocs.yml"),
    str(ROOT / "requirements.lock"),
    "/etc/mime.types",
    "/etc/localtime",
)
OF_ITSELF = re.compile(
    r"/proc/(?:meminfo|\d+/(?:cgroup|maps))|/sys/fs/cgroup/(?:[^/]+/)*(?:memory|cpu)\.[a-z_]+(?:\.[a-z_]+)?"
)
"""What the system tells a process of itself: how much memory and how many cores it may use, and what it has loaded."""
SYSTEM = ("/usr/share/zoneinfo", "/usr/share/mime", "/etc/apache2/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types",
          "/etc/apache/mime.types", "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types", "/usr/local/etc/mime.types",
          "/etc/nginx/mime.types")  # fmt: skip
"""Where Python's own library looks for the names of kinds of files."""
SUBSETTER = "libharfbuzz-subset"
"""The library whose own bytes are part of the name of each PDF that is kept: it cannot say which version it is."""
FORBIDDEN = {
    "os.system", "os.exec", "os.posix_spawn", "os.spawn", "subprocess.Popen", "pty.spawn",
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request",
}  # fmt: skip
GIT = {"describe", "log", "rev-parse"}
"""What the plugin of the macros asks `git` when it starts, whatever the content is."""
WRITING = {
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.symlink",
    "os.link",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "shutil.rmtree",
}
"""Events that change something at the path that they name first."""


class Watch:
    """Notes what was done that should not be, while it is `on`; in a file too, since workers cannot tell otherwise."""

    def __init__(self, *, reads: tuple[Path, ...] = (), writes: tuple[Path, ...] = (), report: int = -1) -> None:
        self.report = report
        self.reads = tuple(os.path.realpath(path) for path in (*reads, *writes))
        self.writes = tuple(os.path.realpath(path) for path in writes)
        self.seen: list[str] = []
        self.on = False
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        self.on = False  # what we do to look is not looked at
        try:
            if event == "subprocess.Popen" and arguments[1][0] == "git" and arguments[1][1] in GIT:
                return
            if event in FORBIDDEN:
                self._say(f"{event} {arguments!r}"[:300])
            elif event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
                self._opened(os.fsdecode(arguments[0]), arguments[1], arguments[2])
            elif event in WRITING and isinstance(arguments[0], str | bytes | os.PathLike):
                self._written(event, os.fsdecode(arguments[0]))
        finally:
            self.on = True

    def _opened(self, path: str, mode: Any, flags: int) -> None:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and path not in HARMLESS:
            self._written("open", path)
        else:
            real = os.path.realpath(path)
            if Path(real).name.startswith(SUBSETTER):
                return
            known = real.startswith((*OURS, *SYSTEM)) or real in HARMLESS or OF_ITSELF.fullmatch(real)
            if not known and not _inside(real, self.reads):
                self._say(f"read {path}")

    def _written(self, event: str, path: str) -> None:
        if not _inside(os.path.realpath(path), self.writes) and "__pycache__" not in path:
            self._say(f"{event} {path}")

    def _say(self, what: str) -> None:
        self.seen.append(what)
        if self.report >= 0:
            os.write(self.report, f"{what}\n".encode("utf-8", "replace"))


def _inside(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)


class TooSlow(AssertionError):
    """It took more of the processor's time than anything may."""


@contextmanager
def limits(seconds: int = SECONDS, room: int = ROOM) -> Iterator[None]:
    """Let what happens inside take this much time of the processor, and this much more memory than there was."""

    def stop(*_: object) -> None:
        raise TooSlow(f"more than {seconds} s")

    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    before = signal.signal(signal.SIGVTALRM, stop)
    resource.setrlimit(resource.RLIMIT_AS, (used + room, hard))
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def main() -> None:
    """Run `handboek` with a watch: `watch.py REPORT WRITES... -- arguments`; what was wrong is in the file REPORT."""
    report, *rest = sys.argv[1:]
    cut = rest.index("--")
    writes = tuple(Path(path) for path in rest[:cut])
    sys.argv = ["handboek", *rest[cut + 1 :]]
    # What is imported looks for libraries of the system; that is not what we look for.
    for module in (
        "handboek.adapter.plugin",
        "mkdocs.commands.build",
        "mkdocs_macros.plugin",
        "material.extensions.emoji",
    ):
        importlib.import_module(module)
    handboek = importlib.import_module("handboek.cli").main

    out = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    Watch(reads=(Path.cwd(),), writes=writes, report=out).on = True
    raise SystemExit(handboek())


if __name__ == "__main__":
    main()
