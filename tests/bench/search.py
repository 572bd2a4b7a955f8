"""What the search costs: bytes until the first answer, and time in a browser at a quarter of its speed.

    python tests/bench/search.py SITE [TIMES]

SITE is the built site; with TIMES the content is grown first. Times are medians of 20: until the search is ready, and of an answer
for which parts must come in, and of the same when they are there.
"""

from __future__ import annotations

import http.server
import shutil
import statistics
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "search"))
import cost
from engines import ROOT, TABLES, Quiet, chromium
from grow import grow

from handboek.content import open_handbook
from handboek.project import open_project
from handboek.render.renderer import Renderer
from handboek.search import parts, table

SLOWER = 4
ROUNDS = 20

TOOK = """(name) => performance.getEntriesByType("measure").filter((one) => one.name === name).map((one) => one.duration).at(-1)"""


def main(site: Path, times: int) -> None:
    """Print what was measured."""
    queries = [query.text for path in TABLES for query in table.read(path, open_handbook(ROOT)).queries]
    with tempfile.TemporaryDirectory() as folder:
        book = grow(ROOT, Path(folder) / "grown", times) if times > 1 else open_handbook(ROOT)
        renderer = Renderer(book, open_project(ROOT).templates)
        weights = sorted(cost.weights(renderer, queries).values())
        print(f"{times} times the content, {len(weights)} queries: kB until the first answer, compressed")
        print(f"  median {statistics.median(weights) / 1000:.0f}, most {weights[-1] / 1000:.0f}")
        served = Path(folder) / "site"
        shutil.copytree(site / "assets", served / "assets", ignore=shutil.ignore_patterns("deel", "search"))
        shutil.copytree(site / "zoeken", served / "zoeken")
        parts.write(renderer, served)
        spread = queries[:: len(queries) // ROUNDS][:ROUNDS]
        for name, found in timed(served, spread).items():
            print(f"  {name}: median {statistics.median(found):.0f} ms, most {max(found):.0f}")


def timed(site: Path, queries: list[str]) -> dict[str, list[float]]:
    """Milliseconds by what was timed, a page of its own for each query."""
    found: dict[str, list[float]] = {"ready": [], "answer, parts to come": [], "answer, parts there": []}
    handler = partial(Quiet, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as play:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=chromium())
        for query in queries:
            context = browser.new_context(bypass_csp=True)  # what waits here is a script of ours
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            page.goto(f"http://127.0.0.1:{server.server_port}/zoeken/")
            page.locator(".search-tries button").first.wait_for()
            found["ready"].append(page.evaluate(TOOK, "zoeken-klaar"))
            for name in ("answer, parts to come", "answer, parts there"):
                page.evaluate("performance.clearMeasures()")
                page.locator("#zoekvraag").fill("")
                page.locator("#zoekvraag").fill(query)
                page.wait_for_function(f"({TOOK})('zoeken-antwoord') !== undefined")
                found[name].append(page.evaluate(TOOK, "zoeken-antwoord"))
            context.close()
        browser.close()
        server.shutdown()
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
