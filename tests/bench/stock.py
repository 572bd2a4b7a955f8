"""Stock mkdocs-material with the pages of the handbook, for `whole.py` to compare with.

It gets the same words and headings as Markdown, with the theme's own menu and search, and no sheets.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

from handboek.render.renderer import Page


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
