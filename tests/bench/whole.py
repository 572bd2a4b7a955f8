"""The whole build beside the least that one would first write, on this handbook and on one ten times as large.

`make bench` runs it and writes `tests/bench/results.md`. Each task is a process of its own, and what is compared is
run by turns, so that a busy machine slows both. `python tests/bench/whole.py quick` leaves the large one out, and
`python tests/bench/whole.py TASK FOLDER` does one task in a copy of a project, to look at it by itself.
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
from typing import Any

import preview as shown
import stock as stock_site
from grow import grow

import sheets
from handboek import checks, store
from handboek.build import build
from handboek.content import open_handbook
from handboek.project import Project, open_project
from handboek.render.renderer import Renderer
from handboek.search import table
from handboek.sheets import pdf, workers
from handboek.site.pages import pages
from handboek.site.site import renderer_of

ROUNDS = 3
TIMES = 10
RESULTS = Path(__file__).with_name("results.md")
FILES_THEN = {"blad", "invulbaar", "groot", "4xA4", "vouw", "zak", "evaluatie", "deel-1", "deel-2"}
"""The kinds of PDF that there were when the goals were set; what others take is told apart."""
Run = dict[str, float]
"""Seconds, memory in MB, and what a task tells beside them."""


def there_then(things: list[Any]) -> list[Any]:
    """Those that there were when the goals were set: the same is left out of what is compared."""
    return [thing for thing in things if thing.kind in FILES_THEN]


def timed(what: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def whole(root: Path) -> Run:
    """Content to site, with whatever the cache holds; what files of new kinds took is told apart, shared by the workers."""
    start = time.perf_counter()
    filled = build(open_project(root), root / "site", check=False).filled
    seconds = time.perf_counter() - start
    new = {file.url for own in filled.files.values() for file in own if file.kind not in FILES_THEN}
    apart = sum(took for took, url in filled.rendered if url in new) / workers.at_once()
    return {"seconds": seconds - apart, "apart": apart}


def cold(root: Path) -> Run:
    """The same without a cache; pictures for sharing and QR codes are kept, as in every build after the first."""
    shutil.rmtree(root / ".build" / "bladen", ignore_errors=True)
    (root / ".build" / "bladen.json").unlink(missing_ok=True)
    return whole(root)


def changed(root: Path) -> Run:
    """The same after a change of one worksheet."""
    sheets.change(root, f"Nu {time.time_ns()}.")
    return whole(root)


def unchanged(root: Path) -> float:
    """The command, from its start to its end, where nothing changed since it ran."""
    command = [sys.executable, "-m", "handboek", "build"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    start = time.perf_counter()
    told = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    assert "niets veranderd" in told.stdout, told.stdout
    return time.perf_counter() - start


def floor(root: Path) -> float:
    """Each distinct page laid out once, one after the other in one process: what no build can do without.

    Files of new kinds are left out, as in `cold` and `loop`.
    """
    project = open_project(root)
    renderer = renderer_of(project, open_handbook(root))
    made = [job.made_of for job in store._jobs(there_then(store.laid_out(renderer)), renderer, project)]
    return timed(lambda: [pdf.lay_out(one.html, one.templates, one.css, forms=one.forms) for one in made])


def preview(root: Path) -> Run:
    """What somebody waits for who saves a worksheet while the preview runs."""
    told = {what: statistics.median(seconds) for what, seconds in shown.measured(root).items()}
    return {"seconds": told["page"], "pdf": told["PDF"]}


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
        sheets.naive(there_then(store.wanted(renderer)), renderer, project)
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


TASKS: dict[str, Callable[[Path], Run | float]] = {
    task.__name__: task for task in (cold, whole, changed, unchanged, floor, preview, stock, loop, check, search)
}


def measure(name: str, root: Path) -> Run:
    """Do a task in a process of its own."""
    told = subprocess.run([sys.executable, __file__, name, str(root)], check=True, capture_output=True, text=True)
    said: Run = json.loads(told.stdout.splitlines()[-1])
    print(f"{name:10} {said['seconds']:8.1f} s {said['memory']:6.0f} MB", flush=True)
    return said


def do(name: str, root: Path) -> None:
    """Do a task here, and say what it took."""
    told = TASKS[name](root)
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(json.dumps({**(told if isinstance(told, dict) else {"seconds": told}), "memory": memory}))


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
        names = ("cold", "loop", "stock", "changed", "whole", "unchanged", "preview", "floor", "check", "search")
        runs: dict[str, list[Run]] = {name: [] for name in names}
        for _ in range(ROUNDS):
            for name, found in runs.items():
                found.append(measure(name, real))
        first_visit = weight(real / "site", "fasen/opbouwen")
        tell(runs, {}, *first_visit)
        if large:
            big.mkdir()
            grow(Path.cwd(), big, TIMES)
            tell(runs, {name: measure(name, big) for name in ("check", "search", "cold", "whole")}, *first_visit)


def goals(runs: dict[str, list[Run]], grown: dict[str, Run]) -> list[tuple[str, float, str, float | None]]:
    """What was measured, beside what, and what it should be at most."""
    everything, beside = "everything, empty cache", "the stock site of the same pages"
    pdfs = [{"seconds": run["pdf"]} for run in runs["preview"]]
    memory = max(run["memory"] for name in ("cold", "changed", "whole") for run in runs[name])
    rows: list[tuple[str, float, str, float | None]] = [
        (everything, ratio(runs["cold"], runs["stock"], runs["loop"]), "stock site + loop over the same PDFs", 0.20),
        ("one worksheet changed", ratio(runs["changed"], runs["stock"]), beside, 1.3),
        ("nothing changed", ratio(runs["unchanged"], runs["stock"]), beside, 0.15),
        ("all of it again, with all PDFs kept", ratio(runs["whole"], runs["stock"]), beside, None),
        ("preview: the page after saving", ratio(runs["preview"], runs["stock"]), beside, 0.2),
        ("preview: the PDF after saving", ratio(pdfs, runs["stock"]), beside, 0.3),
        ("memory of a process", memory, "MB", 250),
        (
            everything,
            ratio(runs["cold"], runs["floor"]),
            "the floor: each distinct page laid out once, by one process",
            None,
        ),
    ]
    if grown:
        usual = {name: statistics.median(run["seconds"] for run in found) for name, found in runs.items()}
        for name, what, goal in (
            ("cold", everything, 10),
            ("whole", "all again", 11),
            ("check", "the check", 11),
            ("search", "the search", 11),
        ):
            rows.append((f"ten times the content: {what}", grown[name]["seconds"] / usual[name], what, goal))
        rows.append(("ten times the content: memory of a process", grown["cold"]["memory"], "MB", 500))
    return rows


def tell(runs: dict[str, list[Run]], grown: dict[str, Run], packed: int, files: int) -> None:
    """Write the table."""
    rows = [
        *goals(runs, grown),
        ("first visit of a phase page", packed / 1000, f"kB compressed, in {files} files", 150),
    ]
    apart = statistics.median(run["apart"] for run in runs["cold"])
    lines = [
        "# What the bench measured",
        "",
        f"Made by `make bench` with Python {platform.python_version()} on {len(os.sched_getaffinity(0))} cores. Ratios are",
        f"medians of {ROUNDS} rounds, run by turns{'; the large handbook ran once' if grown else ''}. Seconds depend on the machine.",
        f"Files of kinds that there were not when the goals were set took {apart:.1f} s of an empty cache, and are left out.",
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
