"""The offline copy with several tabs, editions and hosts, and in browsers that refuse: on the small method."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small_site import reader

from conftest import Site, until
from handboek.site import offline

pytestmark = pytest.mark.slow


class _Held(http.server.SimpleHTTPRequestHandler):
    """A server that can keep some files waiting, and refuse some."""

    held = threading.Event()
    refused = ""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        server: Any = self.server
        if server.waits and re.search(server.waits, self.path):
            server.go.wait(60)
        if server.refuses and re.search(server.refuses, self.path):
            self.send_error(503)
            return
        super().do_GET()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    waits = ""
    refuses = ""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves halfway is no error."""


class Host:
    """A host with editions in folders of it, which can change."""

    def __init__(self, site: Site, root: Path) -> None:
        self.site, self.root = site, root
        self.changes = 0
        self.server = _Server(("127.0.0.1", 0), functools.partial(_Held, directory=str(root)))
        self.server.go = threading.Event()  # type: ignore[attr-defined]
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def edition(self, name: str) -> str:
        """A copy of the site in this folder, and its address."""
        shutil.copytree(self.site.folder, self.root / name, dirs_exist_ok=True)
        return f"{self.address}{name}/" if name else self.address

    def publish(self, words: str, name: str = "een") -> None:
        """A new version of an edition, in which the roles are called differently."""
        page = self.root / name / "rollen" / "index.html"
        changed, times = re.subn(r"(<h1[^>]*>).*?</h1>", rf"\1{words}</h1>", page.read_text("utf-8"))
        assert times == 1
        page.write_text(changed, encoding="utf-8")
        self.changes += 1
        offline.write(self.site.handbook, {}, self.root / name)
        for file in (page, self.root / name / "sw.js"):
            os.utime(file, (time.time() + 2 * self.changes,) * 2)  # a browser asks for what is newer, by the second


@pytest.fixture
def host(small: Site, tmp_path: Path) -> Iterator[Host]:
    host = Host(small, tmp_path)
    yield host
    host.server.go.set()  # type: ignore[attr-defined]
    host.server.shutdown()
    host.server.server_close()


@pytest.fixture
def device(browser: Any) -> Iterator[Any]:
    with reader(browser) as device:
        yield device


def said(page: Any, words: str) -> None:
    until(page, f"document.querySelector('[data-offline-said]').textContent.includes({words!r})")


def keep(page: Any, address: str) -> None:
    page.goto(f"{address}onderweg/")
    page.locator("[data-offline-keep]").click()
    said(page, "Het handboek staat op dit apparaat")


def update(page: Any) -> None:
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update()).catch(() => {})")


def caches_of(page: Any) -> list[str]:
    return page.evaluate("caches.keys()")  # type: ignore[no-any-return]


def registrations(page: Any) -> list[str]:
    return page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))")  # type: ignore[no-any-return]


def test_a_new_edition_in_one_tab_leaves_the_copy_of_the_tab_that_made_it(host: Host, device: Any):
    address = host.edition("een")
    maker, other = device.new_page(), device.new_page()
    keep(maker, address)
    other.goto(f"{address}rollen/")
    for number in range(3):
        host.publish(f"Uitgave {number}")
        update(other)
        other.locator(".new-edition button").wait_for()
        with other.expect_navigation():
            other.locator(".new-edition button").click()
        assert other.locator("h1").inner_text() == f"Uitgave {number}"
        assert registrations(maker) == [address]
        assert "staat op dit apparaat" in maker.locator("[data-offline-said]").inner_text()
    host.server.refuses = "."
    other.reload()
    assert other.locator("h1").inner_text() == "Uitgave 2"
    assert len(caches_of(other)) == 2


def test_a_page_reads_on_though_two_editions_came_by(host: Host, device: Any):
    address = host.edition("een")
    page, other = device.new_page(), device.new_page()
    keep(page, address)
    other.goto(f"{address}fasen/")
    for number in range(2):  # the first of these nobody reads
        host.publish(f"Uitgave {number}")
        update(other)
        until(other, f"caches.keys().then(names => names.length === {number + 2})")
        until(other, "navigator.serviceWorker.getRegistration().then(one => !one.installing && !!one.waiting)")
    with other.expect_navigation():
        other.locator(".new-edition button").click()
    host.server.refuses = "."
    until(other, "caches.keys().then(names => names.length === 2)")
    other.goto(f"{address}rollen/")
    assert other.locator("h1").inner_text() == "Uitgave 1"
    assert page.evaluate("fetch('../fasen/').then(answer => answer.status)") == 200


def test_another_worker_for_the_same_pages_never_touches_what_is_kept(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    keep(page, address)
    names = caches_of(page)
    worker = host.root / "een" / "sw.js"
    worker.write_text(worker.read_text("utf-8") + "// other code\n", encoding="utf-8")
    offline.write(host.site.handbook, {}, host.root / "een")
    host.publish("Half")
    (host.root / "een" / "rollen" / "index.html").write_text("half")
    update(page)
    said(page, "Het ophalen is niet gelukt")
    assert caches_of(page) == names
    host.server.refuses = "."
    page.goto(f"{address}rollen/")
    assert page.locator("h1").inner_text() == "Rollen"


def test_what_a_browser_threw_away_is_not_said_to_be_kept(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    keep(page, address)
    page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
    page.reload()
    said(page, "niet meer compleet")
    page.locator("[data-offline-keep]").click()
    said(page, "Het handboek staat op dit apparaat")
    host.server.refuses = "."
    page.goto(f"{address}rollen/")
    assert page.locator("h1").inner_text() == "Rollen"


def test_one_file_that_is_gone_counts(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    keep(page, address)
    page.evaluate(
        "caches.keys().then(async names => { const cache = await caches.open(names[0]);"
        "await cache.delete((await cache.keys()).find(key => key.url.includes('rollen/index.html'))); })"
    )
    page.reload()
    said(page, "niet meer compleet")


def test_kept_again_while_another_tab_still_reads_from_what_was_taken_away(host: Host, device: Any):
    address = host.edition("een")
    page, other = device.new_page(), device.new_page()
    keep(page, address)
    other.goto(f"{address}fasen/")
    page.reload()
    said(page, "staat op dit apparaat")
    page.locator("[data-offline-wipe]").click()
    said(page, "van dit apparaat gehaald")
    page.locator("[data-offline-keep]").click()
    said(page, "Het handboek staat op dit apparaat")
    host.server.refuses = "."
    page.goto(f"{address}rollen/")
    assert page.locator("h1").inner_text() == "Rollen"


def test_two_tabs_that_keep_at_the_same_time_both_hear_how_it_ended(host: Host, device: Any):
    address = host.edition("een")
    pages = [device.new_page() for _ in range(2)]
    for page in pages:
        page.goto(f"{address}onderweg/")
        page.locator("[data-offline-keep]").wait_for()
    for page in pages:
        page.locator("[data-offline-keep]").click(no_wait_after=True)
    for page in pages:
        said(page, "Het handboek staat op dit apparaat")
        assert page.locator("[data-offline-sheets]").is_enabled()


def test_a_page_that_opens_halfway_waits_with_a_word_and_hears_the_end(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    page.goto(f"{address}onderweg/")
    host.server.waits = r"rollen/(index.html)?$"
    page.locator("[data-offline-keep]").click()
    until(page, "navigator.serviceWorker.getRegistrations().then(all => all.some(one => one.installing))")
    other = device.new_page()
    other.goto(f"{address}onderweg/")
    said(other, "Bezig met bewaren")
    assert other.locator("[data-offline-keep]").is_disabled()
    host.server.go.set()  # type: ignore[attr-defined]
    for one in (page, other):
        said(one, "Het handboek staat op dit apparaat")


def test_a_download_that_stands_still_does_not_wait_for_ever(browser: Any, host: Host):
    address = host.edition("een")
    with reader(browser) as device:
        page = device.new_page()
        page.clock.install()
        page.goto(f"{address}onderweg/")
        page.locator("[data-offline-keep]").wait_for()
        host.server.waits = r"rollen/(index.html)?$"
        page.locator("[data-offline-keep]").click()
        until(page, "navigator.serviceWorker.getRegistrations().then(all => all.some(one => one.installing))")
        page.clock.run_for(100_000)
        said(page, "Er komt al een tijd niets binnen")
        host.server.go.set()  # type: ignore[attr-defined]


def test_without_a_connection_it_says_what_is_here_and_can_be_taken_away(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    keep(page, address)
    host.server.refuses = "."
    page.reload()
    said(page, "Het handboek staat op dit apparaat")
    page.locator("[data-offline-wipe]").click()
    said(page, "van dit apparaat gehaald")
    assert caches_of(page) == []


def test_editions_on_one_host_share_nothing(host: Host, device: Any):
    one, two, around = host.edition("een"), host.edition("twee"), host.edition("")
    first, second, outer = (device.new_page() for _ in range(3))
    second.goto(f"{two}onderweg/")
    second.locator("[data-offline-keep]").wait_for()
    outer.goto(f"{around}onderweg/")
    outer.locator("[data-offline-keep]").wait_for()
    keep(first, one)
    assert "Nog niet bewaard" in second.locator("[data-offline-said]").inner_text()
    keep(outer, around)
    second.reload()
    said(second, "Nog niet bewaard")
    keep(second, two)
    first.reload()
    said(first, "Het handboek staat op dit apparaat")
    first.locator("[data-offline-wipe]").click()
    said(first, "van dit apparaat gehaald")
    for page in (second, outer):
        page.reload()
        said(page, "Het handboek staat op dit apparaat")
    host.publish("Buitenste", "")
    update(outer)
    outer.locator(".new-edition").wait_for()
    assert second.locator(".new-edition").count() == 0
    second.goto(f"{two}rollen/")
    assert second.locator(".new-edition").count() == 0

    # ticks, projects, a draft and a pack belong to an edition too
    for page, address, name in ((first, one, "Een"), (second, two, "Twee")):
        page.goto(f"{address}mijn-projecten/")
        assert page.locator(".project").count() == 0
        page.locator("#nieuw-project").fill(name)
        page.locator("#nieuw-project").press("Enter")
        page.goto(f"{address}lessen/toevoegen/")
        assert page.locator("#les-title").input_value() == ""
        page.locator("#les-title").fill(name)
        page.goto(f"{address}gesprekken/praatje/")
        button = page.locator("[data-pack-add] button")
        assert button.get_attribute("aria-pressed") == "false"
        button.click()
    keys = first.evaluate("Object.keys(localStorage).filter(key => !key.includes('palette')).sort()")
    names = ("handboek", "handboek-les", "werkmap")
    assert keys == sorted(f"{name}:/{edition}/" for name in names for edition in ("een", "twee"))


# Browsers that refuse

REFUSALS = {
    "no workers": "delete Navigator.prototype.serviceWorker;",
    "workers throw": "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('', 'SecurityError'); } });",
    "registrations reject": "ServiceWorkerContainer.prototype.getRegistrations = () => Promise.reject(new DOMException('', 'SecurityError'));",
    "no caches": "delete window.caches;",
}
PARTLY = {
    "no storage manager": "Object.defineProperty(Navigator.prototype, 'storage', { value: undefined });",
    "estimate rejects": "StorageManager.prototype.estimate = () => Promise.reject(new TypeError(''));",
    "persist rejects": "StorageManager.prototype.persist = () => Promise.reject(new TypeError(''));",
    "estimate throws": "StorageManager.prototype.estimate = () => { throw new TypeError(''); };",
}


def safe(script: str) -> str:
    """The same, on the empty page too that a tab begins with."""
    return f"if (location.protocol === 'http:') {{ {script} }}"


@pytest.mark.parametrize("how", REFUSALS)
def test_a_browser_without_workers_is_told_at_once(browser: Any, klein: str, how: str):
    with reader(browser, script=safe(REFUSALS[how])) as device:
        page = device.new_page()
        page.goto(f"{klein}onderweg/")
        said(page, "Deze browser kan het handboek niet bewaren")
        assert page.locator("[data-offline] button:visible").count() == 0


@pytest.mark.parametrize("how", PARTLY)
def test_what_a_browser_does_not_tell_is_done_without(browser: Any, host: Host, how: str):
    address = host.edition("een")
    with reader(browser, script=safe(PARTLY[how])) as device:
        keep(device.new_page(), address)


def test_a_registration_that_is_refused_says_so(browser: Any, klein: str):
    script = "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('', 'SecurityError'));"
    with reader(browser, script=safe(script)) as device:
        page = device.new_page()
        page.goto(f"{klein}onderweg/")
        page.locator("[data-offline-keep]").click()
        said(page, "Het ophalen is niet gelukt")
        assert page.locator("[data-offline-keep]").is_enabled()


SHOWN_AND_TOGGLED = """() => {
    const shown = document.body.innerText;
    document.querySelector('[data-colours]').click();
    return shown;
}"""
"""What a page says, before somebody asks for the other colours."""
EVERYWHERE = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('', 'SecurityError'); } });"


@pytest.mark.parametrize(
    "refused",
    [
        pytest.param(("localStorage",), marks=pytest.mark.hard, id="device"),
        pytest.param(("localStorage", "sessionStorage"), id="all"),
    ],
)
def test_each_kind_of_page_works_where_everything_is_refused(
    browser: Any, klein: str, small: Site, refused: tuple[str, ...]
):
    script = EVERYWHERE + REFUSALS["workers throw"] + REFUSALS["no caches"]
    folders = {path.parent.relative_to(small.folder).as_posix() for path in small.folder.rglob("index.html")}
    with reader(browser, refused=refused, script=safe(script)) as device:
        page = device.new_page()
        for folder in sorted(folders):
            page.goto(f"{klein}{folder}/")
            shown = page.evaluate(SHOWN_AND_TOGGLED)
            if re.search("mag niets bewaren|laat niets bewaren", shown):
                assert not re.search("alleen op dit apparaat", shown, re.IGNORECASE), folder
                assert len(re.findall("mag niets bewaren|laat niets bewaren", shown)) == 1, folder
    assert len(folders) > 35


def test_what_was_said_to_be_kept_stays_said(host: Host, device: Any):
    """The worker is asked more than once while it begins, and each of those who ask hears the answer."""
    page = device.new_page()
    page.clock.install()
    keep(page, host.edition("een"))
    for _ in range(4):
        page.clock.fast_forward(11_000)
        page.wait_for_timeout(50)
    assert "Het handboek staat op dit apparaat" in page.locator("[data-offline-said]").inner_text()
    assert page.locator("[data-offline-keep]").is_hidden()


GUIDE = "gesprekken/praatje/"
OFFER = "Straks geen bereik?"


def offers(page: Any) -> int:
    """How often the page offers to keep the handbook, once all its scripts ran."""
    page.wait_for_load_state("networkidle")
    return page.get_by_text(OFFER).count()  # type: ignore[no-any-return]


def test_the_offer_comes_on_the_second_page_and_never_again(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    page.goto(f"{address}rollen/")
    assert offers(page) == 0
    page.goto(f"{address}fasen/")
    page.get_by_text(OFFER).wait_for()
    page.get_by_role("button", name="Niet nu").click()
    assert offers(page) == 0
    for path in ("rollen/", GUIDE, "fasen/"):
        page.goto(address + path)
        assert offers(page) == 0, path
    other = device.new_page()
    other.goto(address + GUIDE)
    assert offers(other) == 0


def test_who_opens_a_guide_hears_it_at_once_and_is_a_tap_from_where_it_is_kept(host: Host, device: Any):
    page = device.new_page()
    page.goto(host.edition("een") + GUIDE)
    page.get_by_text(OFFER).wait_for()
    page.get_by_role("link", name="Bewaar het handboek").click()
    page.locator("[data-offline-keep]").wait_for()
    assert offers(page) == 0


def test_nothing_is_offered_where_it_cannot_be_kept_or_is_already(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'onLine', { get: () => !location.search });")
    page.goto(f"{address}{GUIDE}?zonder")
    assert offers(page) == 0
    page.goto(f"{address}onderweg/")
    assert offers(page) == 0
    page.locator("[data-offline-keep]").click()
    said(page, "Het handboek staat op dit apparaat")
    page.goto(address + GUIDE)
    assert offers(page) == 0


def test_one_tap_keeps_a_conversation_with_its_sheets(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    page.goto(address + GUIDE)
    page.evaluate(
        """() => {
            window.told = [];
            new MutationObserver(() => told.push(document.querySelector("[data-keep-this]").textContent))
              .observe(document.querySelector("[data-keep-this]"), {childList: true, subtree: true, characterData: true});
        }"""
    )
    page.get_by_role("button", name="Bewaar dit voor onderweg").click()
    until(page, "document.querySelector('[data-keep-this]').textContent.includes('deze bladen')")
    told = page.evaluate("told")
    assert any(re.search(r"\d,\d MB van \d,\d MB", words) for words in told), told
    host.server.refuses = "."
    page.reload()
    until(page, "document.querySelector('[data-keep-this]').textContent.includes('deze bladen')")
    assert page.get_by_role("button", name="Bewaar dit voor onderweg").is_hidden()
    for path in page.locator("[data-keep-this]").get_attribute("data-keep-this").split():
        first = page.evaluate(
            "path => fetch(path).then(one => one.text()).then(text => text.slice(0, 5))", address + path
        )
        assert first == "%PDF-", path
    page.goto(f"{address}rollen/")  # never opened before
    assert page.locator("h1").inner_text() == "Rollen"


def test_a_tap_that_cannot_be_kept_says_so_and_can_be_done_again(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    page.goto(address + GUIDE)
    button = page.get_by_role("button", name="Bewaar dit voor onderweg")
    host.server.refuses = "rollen/"
    button.click()
    until(page, "document.querySelector('[data-keep-this]').textContent.includes('niet gelukt')")
    host.server.refuses = ""
    button.click()
    until(page, "document.querySelector('[data-keep-this]').textContent.includes('deze bladen')")


def test_progress_is_told_in_megabytes(host: Host, device: Any):
    page = device.new_page()
    page.goto(f"{host.edition('een')}onderweg/")
    page.locator("[data-offline-keep]").wait_for()
    host.server.waits = "werkbladen/$"
    page.locator("[data-offline-keep]").click()
    until(
        page,
        r"/Bezig met bewaren: \d+,\d MB van \d+,\d MB/.test(document.querySelector('[data-offline-said]').textContent)",
    )
    host.server.go.set()  # type: ignore[attr-defined]
    said(page, "Het handboek staat op dit apparaat")


def test_what_changed_since_it_was_kept_is_told_with_the_day(host: Host, device: Any):
    address = host.edition("een")
    page = device.new_page()
    keep(page, address)
    host.publish("Andere rollen")
    host.server.waits = "rollen/"  # the new edition is not here yet
    page.reload()
    said(page, "gewijzigd sinds je het bewaarde (")
    host.server.go.set()  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_offer_stands_along_the_bottom_and_hides_nothing_of_the_foot(host: Host, device: Any, width: int):
    page = device.new_page()
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(host.edition("een") + GUIDE)
    box = page.locator(".new-edition")
    box.wait_for()
    place = box.bounding_box()
    assert (place["x"], place["width"]) == (0, page.evaluate("document.documentElement.clientWidth"))
    assert place["y"] + place["height"] == pytest.approx(700, abs=1)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot = page.locator(".site-foot").bounding_box()
    assert foot["y"] + foot["height"] <= box.bounding_box()["y"] + 1
