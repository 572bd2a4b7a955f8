"""How long PDFs take, beside the way one would first write it: `make bench`. Run in the project's folder.

Each figure comes from a process of its own, and what is compared is run by turns, so that a busy machine slows both.
"""

from __future__ import annotations

import json
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

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from handboek import store
from handboek.content import open_handbook
from handboek.handbook import Piece
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.render.style import colours
from handboek.sheets import chapters, volume
from handboek.sheets.sheet import Sheet, html

ROUNDS = 3
CHANGED = "toezeggingen"
"""The worksheet that is changed, where there is one of this name; else the first."""


def changing(root: Path) -> Piece:
    """The worksheet that is changed."""
    book = open_handbook(root)
    return book.get("worksheet", CHANGED) or book.of("worksheet")[0]


def change(root: Path, words: str) -> None:
    """Save it with these words before its summary, in the place of those of before."""
    path = root / changing(root).path
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^summary: (?:Nu \d+\. )?", f"summary: {words} ", text, count=1), encoding="utf-8")


def bare(text: str, css: str, base: str, *, forms: bool = False) -> bytes:
    """A document as one would first write it: everything anew, fonts as the web has them."""
    fonts = FontConfiguration()
    style = CSS(string=css, font_config=fonts, base_url=base)
    made = HTML(string=text, base_url=base).write_pdf(
        stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1", pdf_forms=forms
    )
    assert isinstance(made, bytes)
    return made


def naive(wanted: list[Sheet], renderer: Renderer, project: Project) -> None:
    """These sheets one after the other."""
    css = (project.templates / "print/sheet.css").read_text(encoding="utf-8") + colours(renderer.handbook)
    css = css.replace("next-400", "next-latin-400").replace("next-700", "next-latin-700")
    css = css.replace("grotesque-700", "grotesque-latin-700").replace(".ttf", ".woff2")
    base = (project.templates / "print").as_uri() + "/"
    for sheet in wanted:
        bare(html(sheet, renderer, project), css, base, forms=sheet.variant.fillable)


def fill(renderer: Renderer, project: Project) -> int:
    return len(store.fill(renderer, project, store.wanted(renderer), lambda *_: None).rendered)


def whole(renderer: Renderer) -> chapters.Book:
    """The book of the whole handbook."""
    piece = next(piece for piece in renderer.handbook.of("pack") if piece.data.whole)
    return chapters.book_of(renderer, piece.data, piece)


def bare_parts(one: object, renderer: Renderer, project: Project) -> None:
    """What a pack or a book is bound from, each part laid out for it alone."""
    made_by: Any = chapters if isinstance(one, chapters.Book) else volume
    sheet = (project.templates / "print/sheet.css").read_text(encoding="utf-8")
    css = sheet + colours(renderer.handbook) + made_by.style(project.templates)
    base = (project.templates / "print").as_uri() + "/"
    for part in made_by.needs(one) if isinstance(one, volume.Volume | chapters.Book) else ():
        bare(made_by.html(part, renderer, project), css, base)


def bare_book(renderer: Renderer, project: Project) -> None:
    """Every chapter of the book laid out for it alone."""
    bare_parts(whole(renderer), renderer, project)


def own_book(renderer: Renderer, project: Project) -> int:
    """The same bound, by way of the store; how much was laid out for it."""
    return len(store.fill(renderer, project, [whole(renderer)], lambda *_: None).rendered)


TASKS: dict[str, Callable[[Renderer, Project], Any]] = {
    "naive": lambda renderer, project: naive(store.wanted(renderer), renderer, project),
    "fill": fill,
    "bare book": bare_book,
    "own book": own_book,
}


def measure(name: str, root: Path) -> dict[str, float]:
    """Do a task in a process of its own."""
    told = subprocess.run([sys.executable, __file__, name, str(root)], check=True, capture_output=True, text=True)
    said: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return said


def do(name: str, root: Path) -> None:
    project = Project(root)
    renderer = Renderer(open_handbook(root), project.templates)
    start = time.perf_counter()
    rendered = TASKS[name](renderer, project)
    took = time.perf_counter() - start
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = {"memory": own.ru_maxrss // 1024, "workers": children.ru_maxrss // 1024}
    print(json.dumps({"seconds": took, "rendered": rendered or 0, **memory}))


def main() -> None:
    """Print the ratios first, then the figures that they come from."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        for name in ("phases", "tools", "docs", "overrides"):
            shutil.copytree(Path.cwd() / name, root / name)
        first, empty, full, one, plain, own = [], [], [], [], [], []
        for number in range(ROUNDS):
            shutil.rmtree(root / ".build", ignore_errors=True)
            first.append(measure("naive", root))
            empty.append(measure("fill", root))
            full.append(measure("fill", root))
            change(root, f"Nu {number}.")
            one.append(measure("fill", root))
            plain.append(measure("bare book", root))
            own.append(measure("own book", root))

    def ratio(of: list[dict[str, float]], to: list[dict[str, float]]) -> float:
        return statistics.median(a["seconds"] / b["seconds"] for a, b in zip(of, to, strict=True))

    rows = [
        ("all sheets, empty cache", ratio(empty, first), 0.35, "x the first way of writing it"),
        ("all sheets, full cache", ratio(full, first), 0.05, "x the first way of writing it"),
        ("the whole handbook, bound", ratio(own, plain), 0.5, "x its parts laid out by bare WeasyPrint"),
    ]
    for what, found, goal, unit in rows:
        print(f"{what:32} {found:6.3f} {unit} (goal {goal})")
    print(f"{'one worksheet changed':32} {one[0]['rendered']:6.0f} sheets rendered of {empty[0]['rendered']:.0f}")
    most = max(max(run["memory"], run["workers"]) for runs in (empty, full, one, own) for run in runs)
    print(f"{'memory of a process, at most':32} {most:6.0f} MB (goal 600)\n")
    for what, runs in (
        ("first way of writing it", first),
        ("empty cache", empty),
        ("full cache", full),
        ("one worksheet changed", one),
        ("book, bare WeasyPrint", plain),
        ("book, ours", own),
    ):
        took = ", ".join(f"{run['seconds']:.1f}" for run in runs)
        print(f"{what:32} {took} s; {runs[0]['memory']:.0f} MB, workers {runs[0]['workers']:.0f} MB")


if __name__ == "__main__":
    do(sys.argv[1], Path(sys.argv[2])) if len(sys.argv) > 1 else main()
