"""How long the check takes, beside merely parsing the same files: `make bench`. Run in the project's folder."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from handboek import checks, entry, load, privacy
from handboek.checks import marks, passages
from handboek.handbook import Handbook, assemble
from handboek.load import kind_of, read, with_file
from handboek.parse import parse

REPEATS = 5


def timed(what: Callable[[], object]) -> float:
    """The median of some runs, in milliseconds."""
    runs = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        what()
        runs.append((time.perf_counter() - start) * 1000)
    return statistics.median(runs)


def forget() -> None:
    """What earlier runs kept, so that each run starts anew."""
    for kept in (load._entries, entry.parts_of, marks.parsed, passages.texts, checks._in_texts, privacy._stretches):
        kept.cache_clear()


def main() -> None:
    """Print a table."""
    root = Path.cwd()
    documents = read(root)
    pieces = {path: document for path, document in documents.items() if kind_of(path)}
    raw = {path: (root / path).read_bytes() for path in pieces}
    path, content = next(iter(raw.items()))

    def whole() -> None:
        forget()
        checks.run(assemble(read(root)))

    def handbook() -> Handbook:
        forget()
        return assemble(documents)

    one = iter(range(10**6))
    command = [str(Path(sys.executable).with_name("handboek")), "check"]
    rows = [
        ("parse every file (YAML only)", timed(lambda: [parse(path, content) for path, content in raw.items()])),
        ("validate and put together", timed(handbook)),
        ("all of it: read, validate, check", timed(whole)),
        (
            "check again with one file changed",
            timed(lambda: checks.run(assemble(with_file(documents, path, content + b"\n# %d" % next(one))))),
        ),
        ("the command, from its start", timed(lambda: subprocess.run(command, capture_output=True, check=False))),
    ]
    parsing = rows[0][1]
    print(f"{len(pieces)} files, {sum(map(len, raw.values())) // 1000} kB; median of {REPEATS}")
    for name, took in rows:
        print(f"{name:36} {took:7.0f} ms {took / parsing:6.1f} x parsing")


if __name__ == "__main__":
    main()
