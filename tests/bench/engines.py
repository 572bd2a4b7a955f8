"""What other engines make of the same tables: stock Material search (lunr, Dutch) and Pagefind, beside ours.

    python tests/bench/engines.py SITE PAGEFIND [TABLE ...]

SITE is the built site and PAGEFIND the program: `npm install pagefind` puts it into `node_modules/.bin/`. The others find
pages, so an answer that is a part of a page counts for them as that page. Nobody tuned them, and nobody told them our words.
"""

from __future__ import annotations

import http.server
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import sync_playwright
from py_mini_racer import MiniRacer
from stock import as_markdown

from handboek.content import open_handbook
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.search import table
from handboek.site.pages import pages

Find = Callable[[str], list[str]]
"""What an engine finds for a text: addresses, best first."""

ROOT = Path(__file__).resolve().parents[2]
TABLES = [
    ROOT / "tests" / "search" / f"{name}.yml"
    for name in ("queries", "holdout", "practice", "outside", "outside-2", "once")
]

LUNR = """
globalThis.made = (documents) => {
  const index = lunr(function () {
    this.use(lunr.nl);
    this.pipeline.reset();
    this.pipeline.add(lunr.nl.stopWordFilter);
    this.searchPipeline.reset();
    this.ref("id");
    this.field("title", { boost: 1000 });
    this.field("text");
    documents.forEach((one, id) => this.add({ ...one, id }));
  });
  return (text) => {
    const best = new Map();
    const words = text.replace(/[*+\\-:^~"]/g, " ").split(/[\\s\\-]+/).filter(Boolean);
    let found = [];
    try {
      found = index.query((query) => {
        for (const word of words) query.term(word.toLowerCase(), { wildcard: lunr.Query.wildcard.TRAILING });
      });
    } catch { /* it stumbles over a word of its own index: then it finds nothing */ }
    for (const { ref, score } of found) {
      const { address } = documents[Number(ref)];
      best.set(address, Math.max(score, best.get(address) || 0));
    }
    return JSON.stringify([...best].sort((one, other) => other[1] - one[1]).map(([address]) => address).slice(0, 10));
  };
};
"""
"""As Material sets it up for Dutch: no stemmer, each word also as the beginning of a longer one; a page is as good as the best
of its parts."""

PAGEFIND = """async (text) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(text);
  const found = await Promise.all(results.slice(0, 10).map((one) => one.data()));
  return found.map((one) => one.url.replace(/^\\//, ""));
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def ours() -> Iterator[Find]:
    """The search of the site."""
    with table.engine(open_project(ROOT), open_handbook(ROOT)) as engine:
        yield lambda text: [hit["address"] for hit in engine.find(text)]


@contextmanager
def lunr() -> Iterator[Find]:
    """Stock Material: a document for each page and each of its parts."""
    documents = []
    for page in pages(Renderer(open_handbook(ROOT), open_project(ROOT).templates)):
        first, *parts = re.split(r"^#+ (.+)$", as_markdown(page), flags=re.MULTILINE)
        documents.append({"address": page.address, "title": page.title, "text": f"{page.summary} {first}"})
        documents += [
            {"address": page.address, "title": title, "text": text}
            for title, text in zip(parts[::2], parts[1::2], strict=True)
        ]
    theirs = files("mkdocs") / "contrib" / "search"
    names = ("templates/search/lunr.js", "lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.nl.js")
    with MiniRacer() as context:
        for name in names:
            context.eval(theirs.joinpath(name).read_text(encoding="utf-8"))
        context.eval(LUNR)
        context.eval(f"const find = made({json.dumps(documents)});")
        yield lambda text: list(json.loads(str(context.eval(f"find({json.dumps(text)})"))))


@contextmanager
def pagefind(site: Path, program: Path) -> Iterator[Find]:
    """Pagefind over the articles of the built pages, in Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        for path in site.rglob("*.html"):
            target = Path(folder) / path.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        subprocess.run([program, "--site", folder, "--root-selector", "article"], check=True, stdout=subprocess.DEVNULL)
        handler = partial(Quiet, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as play:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = play.chromium.launch(executable_path=chromium())
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/404.html")
            yield lambda text: list(page.evaluate(PAGEFIND, text))
            browser.close()
            server.shutdown()


def chromium() -> str | None:
    """Where the browser of the system is."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


def pages_only(one: table.Query) -> table.Query:
    """The same query, of which a page answers that holds the answer."""
    return replace(one, answers=tuple(answer.partition("#")[0] for answer in one.answers))


def main(site: Path, program: Path, tables: list[Path]) -> None:
    """Print for each table what each engine has right: first, in the first three, and how often it finds nothing."""
    book = open_handbook(ROOT)
    asked = {path.stem: table.read(path, book).queries for path in tables}
    print("| engine | " + " | ".join(f"{name} ({len(_told(queries))})" for name, queries in asked.items()) + " |")
    for name, opened in (("lunr", lunr()), ("Pagefind", pagefind(site, program)), ("ours", ours())):
        with opened as find:
            said = []
            for queries in asked.values():
                right = queries if name == "ours" else [pages_only(one) for one in queries]
                found = [table.Outcome(one, tuple(find(one.text))) for one in _told(right)]
                first, three = (sum(one.within(places) for one in found) for places in (1, 3))
                said.append(f"{first} / {three}, none {sum(not one.found for one in found)}")
            print(f"| {name} | {' | '.join(said)} |", flush=True)


def _told(queries: list[table.Query]) -> list[table.Query]:
    return [one for one in queries if not one.absent]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(one) for one in sys.argv[3:]] or TABLES)
