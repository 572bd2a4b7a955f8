"""The command `handboek`: in a process of its own, as a person runs it, and in this one, where starting is not what counts."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from conftest import ROOT, URL

ADDRESSES = {"HANDBOEK_URL": URL, "HANDBOEK_REPO": "https://git.test/handboek"}
"""Where the tests say that a site stands: with these a command makes what `small` has already."""
START = "import sys; from handboek.cli import main; sys.exit(main())"
AT_ANOTHER_TIME = """
import datetime, sys, time
from handboek.cli import main

SHIFT = datetime.timedelta(days=int(sys.argv.pop(1)))


def shifted(real, *names):
    class Like(type):
        def __instancecheck__(cls, other):
            return isinstance(other, real)

    def moved(name):
        return classmethod(lambda cls, *rest: cls.fromisoformat((getattr(real, name)(*rest) + SHIFT).isoformat()))

    return Like(real.__name__, (real,), {name: moved(name) for name in names})


datetime.datetime = shifted(datetime.datetime, "today", "now", "utcnow")  # before the site engine takes it
for name, shift in (("time", SHIFT.total_seconds()), ("time_ns", int(SHIFT.total_seconds()) * 10**9)):
    setattr(time, name, lambda real=getattr(time, name), shift=shift: real() + shift)
for name in ("localtime", "gmtime"):
    setattr(time, name, lambda seconds=None, real=getattr(time, name): real(time.time() if seconds is None else seconds))
sys.exit(main())
"""
"""The same with a clock that stands so many days further."""


def command(*arguments: str, days: int = 0) -> list[str]:
    """The words that start it; with its clock put forward, or back."""
    return (
        [sys.executable, "-c", AT_ANOTHER_TIME, str(days), *arguments]
        if days
        else [sys.executable, "-c", START, *arguments]
    )


def environment(tree: Path = ROOT, **changes: str) -> dict[str, str]:
    """The surroundings of a command that runs the code in `tree`."""
    return {**os.environ, "PYTHONPATH": str(tree / "src"), "NO_MKDOCS_2_WARNING": "1", **changes}


def handboek(
    root: Path, *arguments: str, days: int = 0, tree: Path = ROOT, env: dict[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run it in the project at `root` and wait. It never ends in a traceback."""
    result = subprocess.run(
        command(*arguments, days=days), cwd=root, env=environment(tree, **(env or {})),
        capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False, **options,
    )  # fmt: skip
    assert "Traceback" not in result.stderr, result.stderr
    return result


def here(
    root: Path, *arguments: str, encoding: str = "utf-8", answer: Callable[[str], str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run it in the project at `root`, in this process, with an output that knows this encoding; `answer` gets each question."""
    from handboek.cli import main

    def asked(question: str) -> str:
        assert answer, question
        print(question, end="")
        return answer(question)

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2))
    streams = (contextlib.redirect_stdout(out), contextlib.redirect_stderr(err))
    with contextlib.chdir(root), streams[0], streams[1], mock.patch("builtins.input", asked):
        try:
            code = main(list(arguments))
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
    told = []
    for stream in (out, err):
        stream.flush()
        told.append(stream.buffer.getvalue())  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(list(arguments), code, *told)
