"""The whole build beside the least that one would first write, on this handbook and on one ten times as large.

`make bench` runs it last and writes `tests/bench/results.md`. Each task is a process of its own, and what is compared is
run by turns, so that a busy machine slows both. `python tests/bench/whole.py quick` leaves the large one out.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import stock as stock_site
from grow import grow

import sheets
from handboek import checks
from handboek.build import build
from handboek.handbook import open_handbook
from handboek.project import Project, open_project
from handboek.render.renderer import Renderer
from handboek.search import table
from handboek.sheets import store
from handboek.site.pages import pages

ROUNDS = 3
TIMES = 10
RESULTS = Path(__file__).with_name("results.md")
Run = dict[str, float]


def timed(what: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def whole(root: Path) -> float:
    """Content to site, with whatever the cache holds."""
    project = open_project(root)
    return timed(lambda: build(project, root / "site", check=False))


def cold(root: Path) -> float:
    """The same without a cache; pictures for sharing are kept, as in every build after the first."""
    shutil.rmtree(root / ".build" / "bladen", ignore_errors=True)
    (root / ".build" / "bladen.json").unlink(missing_ok=True)
    return whole(root)


def changed(root: Path) -> float:
    """The same after a change of one worksheet."""
    path = root / sheets.CHANGED
    path.write_text(path.read_text(encoding="utf-8").replace("summary: ", "summary: Ja, ", 1), encoding="utf-8")
    return whole(root)


def stock(root: Path) -> float:
    """Stock mkdocs-material with the same pages."""
    project = open_project(root)
    made = pages(Renderer(open_handbook(root), project.templates, url=project.url))
    with tempfile.TemporaryDirectory() as folder:
        return stock_site.stock(made, Path(folder))


def loop(root: Path) -> float:
    """The same PDFs one after the other, as one would first write it."""
    project = Project(root)
    renderer = Renderer(open_handbook(root), project.templates)

    def run() -> None:
        sheets.naive(renderer, project)
        for one in store.packs(renderer):
            sheets.bare_parts(one, renderer, project)

    return timed(run)


def check(root: Path) -> float:
    """The check of all content."""
    return timed(lambda: checks.run(open_handbook(root)))


def search(root: Path) -> float:
    """From nothing to the answer of one query, with the site's own script."""

    def run() -> None:
        with table.engine(open_project(root), open_handbook(root)) as engine:
            engine.find("hoeveel bewoners moeten akkoord zijn", 3)

    return timed(run)


TASKS = {task.__name__: task for task in (cold, whole, changed, stock, loop, check, search)}


def measure(name: str, root: Path) -> Run:
    """Do a task in a process of its own."""
    told = subprocess.run([sys.executable, __file__, name, str(root)], check=True, capture_output=True, text=True)
    said: Run = json.loads(told.stdout.splitlines()[-1])
    print(f"{name:10} {said['seconds']:8.1f} s {said['memory']:6.0f} MB", flush=True)
    return said


def do(name: str, root: Path) -> None:
    """Do a task here, and say what it took."""
    seconds = TASKS[name](root)
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(json.dumps({"seconds": seconds, "memory": memory}))


def weight(folder: Path, page: str) -> tuple[int, int]:
    """What a first visit fetches: bytes compressed, and files. Read from the page, as a browser does."""
    start = folder / page
    text = (start / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'<(?:script|img|link)\b[^>]*?(?:src|href)="([^"#]+)"', text)
    wanted = {start / "index.html"} | {
        path
        for name in named
        if (path := (start / name).resolve()).suffix in (".css", ".js", ".woff2", ".svg") and path.is_file()
    }
    packed = sum(
        len(path.read_bytes() if path.suffix == ".woff2" else gzip.compress(path.read_bytes(), 6)) for path in wanted
    )
    return packed, len(wanted)


def ratio(of: list[Run], *to: list[Run]) -> float:
    """The median of the ratios, round by round."""
    return statistics.median(
        one["seconds"] / sum(other["seconds"] for other in others) for one, *others in zip(of, *to, strict=True)
    )


def _row(name: str, found: list[Run]) -> str:
    seconds = ", ".join(f"{run['seconds']:.1f}" for run in found)
    return f"| {name} | {seconds} | {max(run['memory'] for run in found):.0f} |"


def main(*, large: bool) -> None:
    """Run everything and write the table: after the real handbook, and again after the large one."""
    with tempfile.TemporaryDirectory() as folder:
        real, big = Path(folder) / "real", Path(folder) / "big"
        real.mkdir()
        grow(Path.cwd(), real, 1)
        measure("whole", real)
        runs: dict[str, list[Run]] = {
            name: [] for name in ("cold", "loop", "stock", "changed", "whole", "check", "search")
        }
        for _ in range(ROUNDS):
            for name, found in runs.items():
                found.append(measure(name, real))
        first_visit = weight(real / "site", "fasen/opbouwen")
        tell(runs, {}, *first_visit)
        if large:
            big.mkdir()
            grow(Path.cwd(), big, TIMES)
            tell(runs, {name: measure(name, big) for name in ("check", "search", "cold", "whole")}, *first_visit)


def tell(runs: dict[str, list[Run]], grown: dict[str, Run], packed: int, files: int) -> None:
    """Write the table."""
    everything = "everything, empty cache"
    rows: list[tuple[str, float, str, float | None]] = [
        (everything, ratio(runs["cold"], runs["stock"], runs["loop"]), "stock site + loop over the same PDFs", 0.5),
        ("nothing changed", ratio(runs["whole"], runs["cold"]), everything, 0.15),
        ("one worksheet changed", ratio(runs["changed"], runs["cold"]), everything, None),
    ]
    if grown:
        usual = {name: statistics.median(run["seconds"] for run in found) for name, found in runs.items()}
        for name, what in (
            ("cold", everything),
            ("whole", "nothing changed"),
            ("check", "the check"),
            ("search", "the search"),
        ):
            rows.append((f"ten times the content: {what}", grown[name]["seconds"] / usual[name], what, 11))
        memory = max(run["memory"] for run in runs["cold"])
        rows.append(("ten times the content: memory of a process", grown["cold"]["memory"] / memory, everything, 4))
    rows.append(("first visit of a phase page", packed / 1000, f"kB compressed, in {files} files", 150))
    lines = [
        "# What the bench measured",
        "",
        f"Made by `make bench` with Python {platform.python_version()} on {len(os.sched_getaffinity(0))} cores. Ratios are",
        f"medians of {ROUNDS} rounds, run by turns{'; the large handbook ran once' if grown else ''}. Seconds depend on the machine.",
        "",
        "| what | measured | beside | goal |",
        "| --- | ---: | --- | ---: |",
        *(
            f"| {what} | {found:.3g} | {beside} | {f'at most {goal}' if goal else ''} |"
            for what, found, beside, goal in rows
        ),
        "",
        "| task | seconds | MB a process, at most |",
        "| --- | ---: | ---: |",
        *(_row(name, found) for name, found in runs.items()),
        *(_row(f"{name}, ten times", [run]) for name, run in grown.items()),
    ]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        do(sys.argv[1], Path(sys.argv[2]))
    else:
        main(large="quick" not in sys.argv)
