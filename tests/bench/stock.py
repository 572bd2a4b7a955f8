"""Our pages beside stock mkdocs-material with the same pages: `make bench`. Ratios first; seconds depend on the machine.

Both build every page of the handbook, without sheets. Ours makes them from the data, with menu, pictures for sharing
and policy; the stock site gets the same words and headings as Markdown, with the theme's own menu and search.
"""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from pathlib import Path

from handboek.adapter.engine import build_site
from handboek.handbook import open_handbook
from handboek.project import Project, open_project
from handboek.render.renderer import Page, Renderer
from handboek.site.pages import pages

REPEATS = 3


def as_markdown(page: Page) -> str:
    """The words and headings of a page as Markdown."""
    html = re.sub(
        r"<(h[1-6])[^>]*>(.*?)</\1>", lambda m: f"\n\n{'#' * int(m[1][1])} {m[2]}\n\n", page.html, flags=re.DOTALL
    )
    html = re.sub(r"<li[^>]*>", "\n- ", html)
    html = re.sub(r"</(p|li|div|ul|ol|dl|dt|dd|section|tr)>", "\n\n", html)
    return re.sub(r"\n\s*\n+", "\n\n", re.sub(r"[{}<>]", "", re.sub(r"<[^>]+>", "", html)))


def stock(pages: list[Page], folder: Path) -> float:
    """Seconds for a stock site of these pages."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    docs = folder / "docs"
    for page in pages:
        target = docs / page.address / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_markdown(page), encoding="utf-8")
    settings = "site_name: Stock\ntheme:\n  name: material\n  language: nl\nplugins:\n  - search:\n      lang: nl\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    start = time.perf_counter()
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    return time.perf_counter() - start


def ours(project: Project, folder: Path) -> float:
    """Seconds for our site, without sheets."""
    start = time.perf_counter()
    build_site(project, folder / "site")
    return time.perf_counter() - start


def main() -> None:
    """Print a table."""
    project = open_project(Path.cwd())
    made = pages(Renderer(open_handbook(project.root), project.templates, url=project.url))
    own, other = [], []
    with tempfile.TemporaryDirectory() as folder:
        ours(project, Path(folder) / "warm")  # pictures for sharing are kept apart from the build's time
        for turn in range(REPEATS):
            own.append(ours(project, Path(folder) / f"ours{turn}"))
            other.append(stock(made, Path(folder) / f"stock{turn}"))
    a, b = statistics.median(own), statistics.median(other)
    print(f"pages: {len(made)}")
    print(f"ours / stock mkdocs-material: {a / b:.2f}  ({a:.2f} s / {b:.2f} s, median of {REPEATS}, interleaved)")


if __name__ == "__main__":
    main()
