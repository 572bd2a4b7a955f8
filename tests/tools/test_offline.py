"""Without a connection: one visit and a press, then the server stops. And what a new version, a bad download and a full disk do."""

from __future__ import annotations

import functools
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Site, until
from handboek.export import unreviewed
from handboek.render.renderer import File
from handboek.site import offline
from handboek.site.offline import TAKEN

pytestmark = pytest.mark.slow


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A server whose log is the test's."""

    asked: list[str]

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        if self.server.asked is None:  # type: ignore[attr-defined]
            return  # it stopped; a browser may still hold a connection from before
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        super().do_GET()


def files_of(site: Site) -> dict[tuple[str, str], tuple[File, ...]]:
    """The PDFs of each piece of a built site."""
    by_url = {piece.address: key for key, piece in site.handbook.pieces.items()}
    return {
        by_url[piece["url"]]: tuple(
            File(one["kind"], one["url"], one["pages"], one["size"], one["paper"]) for one in piece["files"]
        )
        for piece in site.export["pieces"]
        if piece["files"]
    }


class Served:
    """A copy of the site in a folder of a domain, that can change and stop."""

    def __init__(self, site: Site, root: Path) -> None:
        self.files = files_of(site)
        self.handbook = site.handbook
        self.folder = root / "handboek"
        shutil.copytree(site.folder, self.folder)
        handler = functools.partial(_Quiet, directory=str(root))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.asked = []  # type: ignore[attr-defined]
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/handboek/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def asked(self) -> list[str]:
        return self.server.asked  # type: ignore[attr-defined, no-any-return]

    def stop(self) -> None:
        self.server.asked = None  # type: ignore[attr-defined]
        self.server.shutdown()
        self.server.server_close()

    def publish(self, path: str, old: str, new: str) -> None:
        """A new version of the site, in which one page is different."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        offline.write(self.handbook, self.files, self.folder)


KEPT = """caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(cache => cache.keys()))))
    .then(all => all.flat().length)"""
"""How many files a browser keeps."""


@pytest.fixture
def served(site: Site, tmp_path: Path) -> Iterator[Served]:
    served = Served(site, tmp_path)
    yield served
    served.stop()


@pytest.fixture
def lent(small: Site, tmp_path: Path) -> Iterator[Served]:
    """The same of the small method, for what does not depend on how much there is."""
    served = Served(small, tmp_path)
    yield served
    served.stop()


@pytest.fixture
def page(browser: Any) -> Any:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, locale="nl-NL", accept_downloads=True
    )
    yield context.new_page()
    context.close()


def keep(page: Any, served: Served) -> None:
    page.goto(f"{served.address}onderweg/")
    page.locator("[data-offline-keep]").tap()
    page.get_by_text("staat op dit apparaat").wait_for(timeout=60_000)


def test_nothing_is_kept_before_the_press_and_the_size_is_told_first(page: Any, served: Served):
    page.goto(f"{served.address}onderweg/")
    button = page.locator("[data-offline-keep]")
    button.wait_for()
    told = float(re.search(r"([\d,]+) MB", button.inner_text())[1].replace(",", "."))  # type: ignore[index]
    assert 1 < told < 15
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert not any("sw.js" in path for path in served.asked)


def test_the_handbook_works_when_the_server_is_gone(page: Any, served: Served):
    keep(page, served)
    served.stop()
    page.goto(f"{served.address}fasen/renoveren/draagvlak-halen/")  # a page that was never opened
    assert "draagvlak" in page.locator("h1").inner_text().lower()
    page.locator(".checklist input").first.tap()
    page.reload()
    assert page.locator(".checklist input").first.is_checked()
    page.goto(f"{served.address}draagvlakmeter/")
    page.locator("#tenants-0").fill("174")
    assert page.locator("[data-meter-said]").inner_text().startswith("Nog 122")
    page.goto(f"{served.address}werkmap/")
    page.locator("#werkmap-stuk option").nth(1).wait_for(state="attached")
    page.goto(f"{served.address}fasen/renoveren")  # without its last slash
    assert page.url.endswith("/fasen/renoveren/")
    page.locator(".step-card a").first.tap()
    page.wait_for_url("**/fasen/renoveren/*/")
    page.locator("[data-search-open]").first.tap()
    page.locator(".search-dialog input").fill("open agenda")
    page.locator(".hit a[href$='gesprekken/open-agenda/']").first.tap()
    page.wait_for_url("**/gesprekken/open-agenda/")
    page.goto(f"{served.address}bestaat/niet/")
    assert page.locator("h1").inner_text() == "Dit is niet bewaard"
    page.get_by_role("link", name="fasen van de methode").tap()
    page.wait_for_url(served.address)


def test_sheets_are_kept_by_choice(page: Any, lent: Served):
    keep(page, lent)
    ask = "fetch(document.querySelector('.files a').href).then(async answer => [answer.status, (await answer.text()).slice(0, 5)], () => 'none')"
    page.locator("[data-offline-sheets]").tap()
    page.get_by_text("en de bladen staan op dit apparaat").wait_for(timeout=60_000)
    lent.stop()
    page.goto(f"{lent.address}werkbladen/lijstje/")
    assert page.evaluate(ask) == [200, "%PDF-"]


def test_without_that_choice_a_sheet_says_that_it_was_not_kept(page: Any, lent: Served):
    keep(page, lent)
    lent.stop()
    page.goto(f"{lent.address}werkbladen/lijstje/")
    page.goto(f"{lent.address}werkbladen/lijstje.pdf")
    assert page.locator("h1").inner_text() == "Dit is niet bewaard"


def test_a_new_version_waits_until_the_reader_asks(page: Any, lent: Served):
    keep(page, lent)
    page.goto(f"{lent.address}hoe-ver-zijn-we/")
    before = len(lent.asked)
    lent.publish("rollen/index.html", ">Rollen</h1>", ">Rollen, nieuwe uitgave</h1>")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    page.locator(".new-edition").wait_for(timeout=60_000)
    fetched = {path.split("?")[0] for path in lent.asked[before:]}
    assert fetched == {"/handboek/sw.js", "/handboek/rollen/"}, "only what changed is fetched"
    page.locator("#moment-na").check()  # the open page works on
    page.locator(".ask:visible input[value=ja]").first.check()
    assert page.locator("[data-scan-said]").inner_text().startswith("1 van")
    other = page.context.new_page()
    other.goto(f"{lent.address}rollen/")
    assert other.locator("h1").inner_text() == "Rollen"
    with page.expect_navigation():
        page.get_by_role("button", name="Lees de nieuwe uitgave").tap()
    lent.stop()
    page.goto(f"{lent.address}rollen/")
    assert page.locator("h1").inner_text() == "Rollen, nieuwe uitgave"
    assert other.evaluate("fetch('../fasen/').then(answer => answer.status)") == 200  # a page that was open reads on


def test_another_tab_changes_too_when_it_asks(page: Any, lent: Served):
    keep(page, lent)
    page.goto(f"{lent.address}hoe-ver-zijn-we/")
    other = page.context.new_page()
    other.goto(f"{lent.address}rollen/")
    lent.publish("rollen/index.html", ">Rollen</h1>", ">Rollen, nieuwe uitgave</h1>")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    for tab in (page, other):
        tab.locator(".new-edition").wait_for(timeout=60_000)
    with page.expect_navigation():
        page.get_by_role("button", name="Lees de nieuwe uitgave").tap()
    assert other.locator("h1").inner_text() == "Rollen"  # it reads on until it is asked
    with other.expect_navigation():
        other.get_by_role("button", name="Lees de nieuwe uitgave").tap()
    assert other.locator("h1").inner_text() == "Rollen, nieuwe uitgave"
    assert other.locator(".new-edition").count() == 0


def test_a_download_that_was_broken_off_is_not_read_from(page: Any, lent: Served):
    keep(page, lent)
    page.goto(f"{lent.address}onderweg/")
    # What a browser leaves that was closed while a newer edition came in.
    page.evaluate(
        """async name => {
        const half = await caches.open(`${name.slice(0, name.lastIndexOf(' '))} half`);
        await half.put(new URL('../nieuw/index.html?0', location.href).href, new Response('<h1>Half</h1>', {headers: {'Content-Type': 'text/html'}}));
    }""",
        page.evaluate("caches.keys()")[0],
    )
    lent.publish("rollen/index.html", ">Rollen</h1>", ">Rollen, nieuwe uitgave</h1>")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    with page.expect_navigation():
        page.get_by_role("button", name="Lees de nieuwe uitgave").tap()
    until(page, "caches.keys().then(names => names.length === 2 && !names.some(name => name.endsWith('half')))")
    lent.stop()
    page.goto(f"{lent.address}nieuw/")
    assert page.locator("h1").inner_text() == "Dit is niet bewaard"


def test_a_version_that_comes_half_is_never_used(page: Any, lent: Served):
    keep(page, lent)
    names = page.evaluate("caches.keys()")
    lent.publish("rollen/index.html", ">Rollen</h1>", ">Rollen, nieuwe uitgave</h1>")
    (lent.folder / "rollen" / "index.html").write_text("<h1>half</h1>", encoding="utf-8")  # not what the list says
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update()).catch(() => {})")
    page.get_by_text("Het ophalen is niet gelukt").wait_for(timeout=60_000)
    assert page.evaluate("caches.keys()") == names
    lent.stop()
    page.goto(f"{lent.address}rollen/")
    assert page.locator("h1").inner_text() == "Rollen"


def test_a_first_download_that_fails_leaves_nothing_and_says_so(page: Any, lent: Served):
    (lent.folder / "rollen" / "index.html").unlink()
    page.goto(f"{lent.address}onderweg/")
    page.locator("[data-offline-keep]").tap()
    page.get_by_text("Het ophalen is niet gelukt").wait_for(timeout=60_000)
    until(page, "caches.keys().then(names => names.length === 0)")
    until(page, "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")
    assert page.locator("[data-offline-keep]").is_enabled()


def test_a_full_disk_is_told(page: Any, served: Served):
    session = page.context.new_cdp_session(page)
    origin = served.address.split("/handboek/")[0]
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1_000_000})
    page.goto(f"{served.address}onderweg/")
    page.locator("[data-offline-keep]").tap()
    page.get_by_text("geen ruimte meer").wait_for(timeout=60_000)
    assert page.evaluate("caches.keys()") == []


def test_a_disk_that_fills_on_the_way_is_told(page: Any, served: Served):
    session = page.context.new_cdp_session(page)
    page.add_init_script("navigator.storage.estimate = async () => ({});")  # a browser that does not say
    session.send(
        "Storage.overrideQuotaForOrigin", {"origin": served.address.split("/handboek/")[0], "quotaSize": 1_000_000}
    )
    page.goto(f"{served.address}onderweg/")
    page.locator("[data-offline-keep]").tap()
    page.get_by_text("geen ruimte meer").wait_for(timeout=60_000)
    until(page, "caches.keys().then(names => names.length === 0)")


def test_sheets_that_do_not_fit_leave_nothing_half(page: Any, lent: Served):
    keep(page, lent)
    before = page.evaluate(KEPT)
    (lent.folder / "werkbladen" / "lijstje.pdf").write_bytes(b"half")
    page.locator("[data-offline-sheets]").tap()
    page.get_by_text("Er is niets half bewaard").wait_for(timeout=60_000)
    assert page.evaluate(KEPT) == before
    assert page.locator("[data-offline-sheets]").is_enabled()


def test_it_can_be_taken_away_and_the_projects_stay(page: Any, lent: Served):
    page.goto(f"{lent.address}mijn-projecten/")
    page.locator("#nieuw-project").fill("Nigerdreef")
    page.locator("#nieuw-project").press("Enter")
    keep(page, lent)
    page.locator("[data-offline-wipe]").tap()
    page.get_by_text("Je projecten staan er nog").wait_for()
    assert page.evaluate("caches.keys()") == []
    page.goto(f"{lent.address}mijn-projecten/")
    assert page.locator(".project-name input").input_value() == "Nigerdreef"


def test_the_manifest_makes_it_an_app(page: Any, served: Served):
    manifest = json.loads((served.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    for icon in manifest["icons"]:
        assert (served.folder / icon["src"]).read_bytes().startswith(b"\x89PNG")
    page.goto(served.address)
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == f"{served.address}manifest.webmanifest"
    problems = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in problems] in ([], ["in-incognito"])


def test_the_list_holds_every_page_and_every_sheet(site: Site):
    code = (site.folder / "sw.js").read_text(encoding="utf-8")
    book = json.loads(re.search(r"^const BOOK = (.*);$", code, re.MULTILINE)[1])  # type: ignore[index]
    pages = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html")} - {"404.html"}
    away = unreviewed(site.export)
    assert pages - away <= book["pages"].keys()
    assert not away & (book["pages"].keys() | book["sheets"].keys())
    taken = (path for path in site.folder.rglob("*") if path.suffix in TAKEN)
    sheets = {path.relative_to(site.folder).as_posix() for path in taken}
    assert sheets - away == book["sheets"].keys()
    assert "assets/handboek.css" in book["pages"]
