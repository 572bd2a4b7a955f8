"""What the tests share: the real handbook and the small method, each built once, a server and a browser."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from handboek.build import build
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.logo import ENDS
from handboek.model.kinds import LISTS
from handboek.model.tools import Pack
from handboek.project import Project, open_project
from handboek.render.renderer import Renderer
from handboek.resources import BASE, EDITION, OWN, is_edition
from handboek.search import documents, parts
from handboek.system import machine

ROOT = Path(__file__).resolve().parents[1]
KLEIN = ROOT / "tests" / "methods" / "klein"
TUIN = ROOT / "tests" / "methods" / "moestuin"
collect_ignore = [] if os.name == "posix" else ["faults", "hostile", "equal", "bench"]
"""Tests that measure processes by what Linux tells of them; CONTRIBUTING.en.md says where what is not run."""
URL = "https://handboek.test/handboek/"
"""Where the tests pretend that the site stands: in a folder of a domain."""
BUILT = {"site", "small", "browser"}
"""What takes many seconds to be there: a test that asks for one of these is slow, whether it says so or not."""


def pytest_sessionstart() -> None:
    machine.tidy_seldom()  # as every command does


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if BUILT & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """A test that holds the content to what the editors agreed says what to do when the content differs."""
    report: Any = yield
    if report.failed and item.path.parent.name == "content":
        from editorial import HELP

        report.sections.append(("Content that differs", HELP))
    return report


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path
    project: Path
    """What it was built from, with what a build keeps."""
    handbook: Handbook
    export: dict[str, Any]

    def pieces(self, type_: str) -> list[dict[str, Any]]:
        return [piece for piece in self.export["pieces"] if piece["type"] == type_]

    def html(self, url: str) -> str:
        return (self.folder / url.split("#", maxsplit=1)[0] / "index.html").read_text(encoding="utf-8")


def built(root: Path, folder: Path) -> Site:
    """Build the content at `root` into `folder`, with its own work folder beside it."""
    copy = folder.parent / f"{folder.name}-project"
    beside = [path.name for path in root.iterdir() if path.suffix in (*ENDS, ".docx")]
    for name in ("phases", "tools", "docs", "macros", "overrides", "mkdocs.yml", BASE, OWN, EDITION, *beside):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        elif source.exists():
            shutil.copyfile(source, copy / name)
    (copy / ".build").mkdir()
    for name, kept in (("bladen", root.name), ("deel", f"{root.name}-deel")):
        store = ROOT / ".build" / "proef" / kept
        store.mkdir(parents=True, exist_ok=True)
        (copy / ".build" / name).symlink_to(store)  # PDFs and pictures that an earlier run made are made of the same
    project = Project(copy, URL, "https://git.test/handboek")
    build(replace(open_project(copy), url=URL) if is_edition(copy) else project, folder)
    export = json.loads((folder / "handboek.json").read_text(encoding="utf-8"))
    return Site(folder, copy, open_handbook(copy), export)


def built_once(root: Path, name: str, factory: pytest.TempPathFactory) -> Site:
    """The content at `root`, built by the first process of a run that asks for it; the others wait and share it."""
    base = factory.getbasetemp()
    shared = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    shared.mkdir(exist_ok=True)
    with FileLock(shared / "slot"):
        folder = shared / "site"
        if not folder.exists():
            return built(root, folder)
    export = json.loads((folder / "handboek.json").read_text(encoding="utf-8"))
    copy = shared / "site-project"
    return Site(folder, copy, open_handbook(copy), export)


def searchable(handbook: Handbook) -> dict[str, Any]:
    """What the search of a handbook is made of."""
    return documents.data(Renderer(handbook, Project(KLEIN).templates))


def searched(site: Path) -> str:
    """All that the search of a built site can find."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted((site / parts.FOLDER).iterdir()))


def pack(**fields: Any) -> Pack:
    """A pack as somebody would write it."""
    said = {"title": "Proef", "summary": "Een proef.", "checked": "2026-11-01", "purpose": "Kijken.", **fields}
    return Pack.model_validate(said)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real handbook, built."""
    return built_once(ROOT, "echt", tmp_path_factory)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small method, built."""
    return built_once(KLEIN, "klein", tmp_path_factory)


def kinds_of_page(site: Site) -> list[str]:
    """The address of one page of every kind: the longest of its kind, which breaks first."""
    first: dict[str, str] = {}
    for piece in site.export["pieces"]:
        if "#" not in piece["url"]:
            longest = first.get(piece["type"])
            if longest is None or len(site.html(piece["url"])) > len(site.html(longest)):
                first[piece["type"]] = piece["url"]
    lists = [f"{folder}/" for folder in LISTS if (site.folder / folder / "index.html").exists()]
    return [*first.values(), *lists]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the small method that a test may damage."""
    shutil.copytree(KLEIN, tmp_path / "project", ignore=shutil.ignore_patterns(".build"))
    return Project(tmp_path / "project", URL, "https://git.test/handboek")


def stock(project: Project, of: Site) -> Project:
    """Give a project the sheets and pictures that a site was built with: what is made of the same is not made again."""
    for name in ("bladen", "deel"):
        shutil.copytree(of.project / ".build" / name, project.work / name, dirs_exist_ok=True)
    return project


@pytest.fixture
def stocked(project: Project, small: Site) -> Project:
    """A copy of the small method that a test may damage and build, with the sheets that it has until then."""
    return stock(project, small)


@functools.cache
def real() -> Handbook:
    """The real handbook, read once by a process, also for what is known of it before the first test."""
    return open_handbook(ROOT)


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    return real()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page halfway is no error."""

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(site: Site, root: Path, handler: type[Quiet] = Quiet) -> Iterator[tuple[str, Callable[[], None]]]:
    """A site as served in a folder of a domain, which is `root`: its address, and how to take the server away."""
    (root / "handboek").symlink_to(site.folder)
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/handboek/", server.stop
    finally:
        server.stop()


@pytest.fixture(scope="session")
def address(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site as served in a folder of a domain."""
    with served(site, tmp_path_factory.mktemp("domein")) as (url, _):
        yield url


def chromium() -> str | None:
    """The browser: `CHROMIUM` where set, else the system's. Without windows around its pages it takes a quarter of the time."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    arguments += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield started
        started.close()


def refuse(page: Any, storage: str) -> None:
    """Let the browser refuse this storage to every page that opens from now on."""
    page.add_init_script(
        f"Object.defineProperty(window, '{storage}', {{ get() {{ throw new DOMException('', 'SecurityError'); }} }});"
    )


def until(page: Any, expression: str, seconds: float = 30) -> None:
    """Wait until this is true on a page. Playwright's own waiting evaluates text in the page, which its policy refuses."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"not within {seconds} s: {expression}"
        page.wait_for_timeout(50)


@pytest.fixture(scope="session")
def klein(small: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small method as served in a folder of a domain."""
    with served(small, tmp_path_factory.mktemp("domein")) as (url, _):
        yield url


@pytest.fixture(scope="session")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A method about something else, with other tools, moments and phases, built."""
    return built_once(TUIN, "moestuin", tmp_path_factory)


@pytest.fixture(scope="session")
def moestuin(garden: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """That method as served in a folder of a domain."""
    with served(garden, tmp_path_factory.mktemp("domein")) as (url, _):
        yield url
