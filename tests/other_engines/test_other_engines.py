"""What a reader does, in Firefox and in WebKit: pages, search, tools, round, letter, pack, form, offline, a colleague's file.

Long tests; `make hard` installs what they need. What an engine lacks, such as folders and a screen that stays on, has a test
of what the site does instead.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from driven import Engine, firefox, webkit

from conftest import Quiet, Site, kinds_of_page, served

pytestmark = [
    pytest.mark.hard,
    pytest.mark.skipif(importlib.util.find_spec("marionette_driver") is None, reason="`make hard` installs it"),
]

GUIDE = "gesprekken/open-agenda/"
STEP = "fasen/renoveren/draagvlak-halen/"
ROUND = "10 deuren"
WATCH = """
window.wrong = [];
addEventListener('error', (one) => wrong.push(one.message || String(one.target.src || one.target.href)), true);
addEventListener('unhandledrejection', (one) => wrong.push(String(one.reason)));
addEventListener('securitypolicyviolation', (one) => wrong.push(`${one.effectiveDirective} ${one.blockedURI}`));
"""
"""Writes down what goes wrong on a page, from its first line on."""
REFUSED = """
const no = () => { throw new DOMException('', 'SecurityError'); };
for (const name of ['localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, { get: no });
if (window.ServiceWorkerContainer)
    ServiceWorkerContainer.prototype.getRegistrations = () => Promise.reject(new DOMException('', 'SecurityError'));
"""
"""A browser whose owner blocked the data of all sites."""


class _Watched(Quiet):
    """Serves pages with a script of the test before all others."""

    before = ""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.path.partition("?")[0].endswith("/watch.js"):
            self.answer(self.before.encode(), "text/javascript")
        elif path.suffix == ".html" and path.is_file() and self.path.partition("?")[0].endswith("/"):
            page = path.read_text(encoding="utf-8")
            self.answer(page.replace("<head>", '<head><script src="/watch.js"></script>', 1).encode(), "text/html")
        else:
            super().do_GET()

    def answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def watched(site: Site, folder: Path, before: str) -> AbstractContextManager[tuple[str, Callable[[], None]]]:
    """The site as served, with a script before all others."""
    return served(site, folder, type("Handler", (_Watched,), {"before": before}))


@pytest.fixture(scope="module", params=[firefox, webkit])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with request.param(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture
def address(engine: Engine, site: Site, tmp_path: Path) -> Iterator[str]:
    """The real site on an address of its own, so that nothing is kept there yet; what went wrong on the last page is told."""
    with watched(site, tmp_path, WATCH) as (url, _):
        yield url
        assert engine.ask("window.wrong ?? []") == []


@pytest.fixture
def refused(site: Site, tmp_path: Path) -> Iterator[str]:
    with watched(site, tmp_path, WATCH + REFUSED) as (url, _):
        yield url


def wrong(engine: Engine) -> list[str]:
    """What went wrong on this page, and whether it is wider than the screen."""
    engine.until("document.readyState === 'complete'")
    slides = engine.ask("document.documentElement.scrollWidth > innerWidth")
    return [*engine.ask("window.wrong ?? []"), *(["wider than the screen"] if slides else [])]


def tools(site: Site) -> list[str]:
    """The pages on which a script does the work."""
    own = [f"{piece.slug}/" for piece in site.handbook.pieces.values() if piece.kind.on_screen]
    return [
        *own,
        "mijn-projecten/",
        "mijn-gegevens/",
        "onderweg/",
        "werkmap/",
        "zoeken/?q=boos",
        "lessen/toevoegen/",
        "nakijken/",
    ]


def test_each_kind_of_page_opens_without_a_word_of_complaint(engine: Engine, site: Site, address: str):
    found = {}
    for path in [*kinds_of_page(site), *tools(site)]:
        engine.open(address + path)
        if said := wrong(engine):
            found[path] = said
    assert found == {}


def test_where_nothing_may_be_kept_each_page_works_until_it_closes(engine: Engine, site: Site, refused: str):
    found = {}
    for path in [STEP, GUIDE, *tools(site)]:
        engine.open(refused + path)
        if said := wrong(engine):
            found[path] = said
    assert found == {}
    engine.open(f"{refused}onderweg/")
    engine.until("!/Even kijken/.test(document.querySelector('main').innerText)")
    engine.open(refused + STEP)
    engine.click(".checklist input")
    assert engine.ask("document.querySelector('.checklist input').checked")


def test_a_tick_stays_and_stands_in_its_project(engine: Engine, address: str):
    engine.open(address + STEP)
    engine.click(".checklist input")
    engine.until("/\\b1 van/.test(document.querySelector('.progress').innerText)")
    engine.open(address + STEP)
    engine.until("document.querySelector('.checklist input').checked")
    engine.open(f"{address}mijn-projecten/")
    engine.there(".project.current .project-name input")


def test_a_search_that_is_typed_finds_and_the_keyboard_goes_there(engine: Engine, address: str):
    engine.open(address)
    engine.click("[data-search-open]")
    engine.type(".search-dialog input", "huisbezoek veillig")
    engine.there(".search-dialog .hit a[href]")
    engine.until(
        "[...document.querySelectorAll('.search-dialog .hit a')].some((one) => one.href.includes('veilig-op-pad'))"
    )


def test_the_meter_counts_and_takes_numbers_alone(engine: Engine, address: str):
    engine.open(f"{address}draagvlakmeter/")
    for field, count in (("tenants", "174"), ("yes", "98"), ("no", "21")):
        engine.type(f"#{field}-0", count)
    assert engine.text("[data-meter-said]").startswith("Nog 24 te gaan")
    engine.type("#yes-0", "1e2a")
    assert "Vul één getal in, met alleen cijfers." in engine.text("[data-meter-said]")


def test_a_plan_of_a_start_and_what_it_costs(engine: Engine, address: str):
    engine.open(f"{address}trajectplanner/")
    engine.there("#start")
    engine.ask(
        "(document.querySelector('#start').value = '2027-09-01', document.querySelector('#start').dispatchEvent(new Event('input', { bubbles: true })), document.querySelector('#start').dispatchEvent(new Event('change', { bubbles: true })))"
    )
    engine.until("/september 2027/.test(document.querySelector('main').innerText)")
    engine.open(f"{address}uren-en-geld/")
    engine.type("#aantal-woning", "50")
    engine.until("/uur/.test(document.querySelector('[data-estimate-said]').innerText)")


def test_a_conversation_leads_to_a_number_and_back(engine: Engine, address: str):
    engine.open(address + GUIDE)
    engine.click("[data-talk-open=voor]")
    engine.there(".talk-screen")
    engine.click(".talk-next")
    engine.click(".talk-trouble")
    engine.press("Iemand is boos")
    assert engine.there(".talk-call").get_attribute("href") == "tel:112"
    engine.click(".talk-back")
    engine.click(".talk-back")
    engine.there(".talk-next")


def test_a_round_of_ten_doors(engine: Engine, address: str):
    engine.open(f"{address}ronde/")
    engine.type("#ronde-deel", "A")
    engine.type("#ronde-plekken", "1-10")
    engine.ask("document.querySelector('#ronde-plekken').form.requestSubmit()")
    engine.until("document.querySelectorAll('.round-spot').length === 10")
    engine.click(".round-spot")
    engine.press("gesproken")
    engine.until("!document.querySelector('.round-screen')")
    engine.open(f"{address}ronde/")
    engine.until("/1 van 10/.test(document.querySelector('.round-part').innerText)")


def test_a_letter_is_filled_in_once(engine: Engine, address: str):
    engine.open(f"{address}mijn-gegevens/")
    engine.type("[name=organisatie]", "Woonstad")
    engine.ask("document.querySelector('[name=organisatie]').blur()")
    engine.until("document.querySelector('[data-own-said]').innerText === 'Bewaard op dit apparaat.'")
    engine.open(f"{address}berichten/niet-thuis/")
    engine.until("document.querySelector('#brief-organisatie')?.value === 'Woonstad'")
    engine.open(f"{address}berichten/niet-thuis/#brief")
    engine.until("document.querySelector('.letter-page')?.textContent.includes('Woonstad')")


KEPT = """(() => {
    window.made = [];
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { blob.arrayBuffer().then((bytes) => made.push(
        [blob.type, bytes.byteLength, new TextDecoder('latin1').decode(bytes.slice(0, 5))])); return create(blob); };
    return true;
})()"""
"""Writes down each file that the page gives: a driver cannot take it where it lands."""


def test_a_pack_is_made_in_the_browser(engine: Engine, address: str):
    engine.open(f"{address}werkmap/?stukken=werkbladen/toezeggingen,gesprekken/open-agenda&mensen=4")
    engine.until("document.querySelectorAll('[data-pack-list] li').length === 2")
    engine.ask(KEPT)
    engine.press("Maak de PDF")
    (kind, size, begin), *_ = engine.until("window.made.length && window.made", seconds=60)
    assert (kind, begin) == ("application/pdf", "%PDF-")
    assert size > 20_000


def test_a_lesson_that_is_begun_is_there_again(engine: Engine, address: str):
    engine.open(f"{address}lessen/toevoegen/")
    engine.type("#les-title", "Bel eerst aan bij wie niet komt")
    engine.ask("document.activeElement.blur()")
    engine.open(f"{address}lessen/toevoegen/")
    engine.until("document.querySelector('#les-title')?.value === 'Bel eerst aan bij wie niet komt'")


def test_what_a_colleague_made_elsewhere_is_read_and_merged(engine: Engine, address: str, browser: Any, tmp_path: Path):
    """A file of Chromium."""
    other = browser.new_context(accept_downloads=True).new_page()
    other.goto(f"{address}mijn-projecten/")
    other.locator("#nieuw-project").fill("Nigerdreef")
    other.locator("#nieuw-project").press("Enter")
    with other.expect_download() as given:
        other.get_by_role("button", name="Exporteer: Nigerdreef", exact=True).click()
    file = tmp_path / "nigerdreef.json"
    given.value.save_as(file)
    other.context.close()
    assert json.loads(file.read_text(encoding="utf-8"))
    engine.open(f"{address}mijn-projecten/")
    engine.until("!!document.querySelector('[data-import]')")
    engine.driver.find_element("css selector", "[data-import]").send_keys(str(file))
    engine.until("document.querySelector('.project-name input')?.value === 'Nigerdreef'")


def test_a_shared_folder_is_offered_where_there_is_one_and_a_file_elsewhere(engine: Engine, address: str):
    engine.open(f"{address}mijn-projecten/")
    engine.there("#nieuw-project")
    engine.type("#nieuw-project", "Samen")
    engine.ask("document.querySelector('#nieuw-project').form.requestSubmit()")
    engine.there(".project.current")
    assert not engine.ask("'showDirectoryPicker' in window"), (
        "an engine with folders has them in `tests/tools/test_team.py`"
    )
    engine.ask("document.querySelectorAll('[data-team], details').forEach((one) => (one.open = true))")
    assert "Deze browser kan geen map openen. Geef elkaar dan een bestand" in engine.there("[data-folder-none]").text


def test_the_room_runs_where_a_screen_cannot_be_kept_on(engine: Engine, site: Site, address: str):
    script = site.handbook.of("script")[0]
    engine.open(address + script.address)
    engine.press("Start in de zaal")
    engine.press("Begin nu")
    assert engine.until("document.querySelector('[data-running-part]').innerText")
    assert engine.ask("document.querySelector('[data-running-left]').innerText")


def test_what_was_taken_along_is_there_without_a_connection(engine: Engine, site: Site, tmp_path: Path):
    with served(site, tmp_path) as (url, stop):  # a copy to take along is the site to the byte
        engine.open(f"{url}onderweg/")
        engine.click("[data-offline-keep]")
        engine.until("/staat op dit apparaat/.test(document.querySelector('main').innerText)", seconds=120)
        stop()
        engine.open(url + STEP)
        assert "draagvlak" in engine.text("h1").lower()
        engine.open(f"{url}draagvlakmeter/")
        engine.type("#tenants-0", "174")
        engine.until("document.querySelector('[data-meter-said]').innerText.startsWith('Nog 122')")
