"""What all scripts share: addresses of files, days, the root of the site, and whose storage it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from handboek import dutch
from handboek.anchors import anchor
from scripts import Logic, logic


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic("lib/site.js", "lib/slugs.js", "lib/dates.js", "lib/browser-storage.js") as page:
        yield page


TEXTS = [
    "Nigerdreef",
    "  Bel 'eerst' aan: ook bij één dichte deur ",
    "Straße İstanbul Łódź",
    "'s-Gravenhage’s hof",
    "ﬁets Ⅳ ½ ²",
    "a--b__c",
    "-voor- en -na-",
    "شارع النور",
    "🏘️ wijk 7",
    "",
    "…",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_becomes_the_address_that_python_makes_of_it(page: Logic, text: str):
    assert page.evaluate("text => Slugs.slug(text, 'kop')", text) == anchor(text)


def test_an_address_has_an_end_and_no_hyphen_there(page: Logic):
    assert page.evaluate("Slugs.slug('x'.repeat(80))") == "x" * 60
    assert page.evaluate("Slugs.slug('x'.repeat(59) + ' y')") == "x" * 59
    assert page.evaluate("Slugs.slug('?')") == ""


def test_days_and_months_are_said_as_on_paper(page: Logic):
    days = [datetime.date(2026, 11, 30), datetime.date(2028, 2, 29), datetime.date(2031, 1, 1)]
    assert page.evaluate("days => days.map(Dates.inWords)", [day.isoformat() for day in days]) == [
        dutch.day(day) for day in days
    ]
    assert page.evaluate("Dates.monthInWords(Dates.monthOf('2026-11-30'))") == "november 2026"
    assert page.evaluate("Dates.isDay(Dates.today())")


@pytest.mark.parametrize(
    ("root", "key"),
    [
        ("https://voorbeeld.example/", "werkmap:/"),
        ("https://voorbeeld.example/een/", "werkmap:/een/"),
        ("https://voorbeeld.example/een/twee/", "werkmap:/een/twee/"),
        ("file:///home/iemand/handboek/", "werkmap"),
        (None, "werkmap"),
    ],
)
def test_what_is_kept_belongs_to_the_path_of_the_site(page: Logic, root: str | None, key: str):
    parts = root and {"protocol": root.split("/")[0], "pathname": "/" + "/".join(root.split("/")[3:])}
    assert page.evaluate("root => BrowserStorage.key('werkmap', root)", parts) == key


def test_two_handbooks_on_one_domain_share_nothing_and_lose_nothing(page: Logic):
    """Both take over what was kept before keys had a path, and neither writes there or reads what the other wrote."""
    found = page.evaluate(
        """() => {
        const shelf = new Map([['werkmap', JSON.stringify({pieces: ['oud']})]]);
        const storage = {
            get length() { return shelf.size; },
            key: (index) => [...shelf.keys()][index] ?? null,
            getItem: (key) => shelf.get(key) ?? null,
            setItem: (key, text) => shelf.set(key, text),
            removeItem: (key) => shelf.delete(key),
        };
        const read = (text) => ({value: {pieces: JSON.parse(text ?? '{"pieces": []}').pieces}, notice: ''});
        const [one, other] = ['/een/', '/twee/'].map((pathname) =>
            BrowserStorage.open('werkmap', {storage, notice: ''}, read, { own: BrowserStorage.key('werkmap', {protocol: 'https:', pathname}) }));
        one.change((value) => value.pieces.push('van een'));
        other.change((value) => value.pieces.push('van twee'));
        one.refresh();
        return [one.value.pieces, other.value.pieces, shelf.get('werkmap'), [...shelf.keys()].sort()];
    }"""
    )
    assert found == [
        ["oud", "van een"],
        ["oud", "van twee"],
        '{"pieces":["oud"]}',
        ["werkmap", "werkmap:/een/", "werkmap:/twee/"],
    ]


def test_what_a_window_keeps_for_itself_may_be_refused(page: Logic):
    found = page.evaluate(
        """() => {
        const kept = new Fake();
        window.sessionStorage = kept;
        BrowserStorage.forWindow.write('vraag', 'wat');
        const first = BrowserStorage.forWindow.read('vraag');
        BrowserStorage.forWindow.write('vraag', '');
        const gone = [BrowserStorage.forWindow.read('vraag'), kept.length];
        delete window.sessionStorage;
        Object.defineProperty(window, 'sessionStorage', {configurable: true, get() { throw new DOMException('', 'SecurityError'); }});
        BrowserStorage.forWindow.write('vraag', 'wat');
        return [first, gone, BrowserStorage.forWindow.read('vraag')];
    }"""
    )
    assert found == ["wat", ["", 0], ""]
