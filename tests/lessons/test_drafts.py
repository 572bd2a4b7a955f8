"""Nothing of a lesson that somebody is writing is lost: a reload, a second window, a full device, a next lesson."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import until

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from small_site import reader

from scripts import Logic, logic

KEY = "handboek-les:/handboek/"
FORM = "lessen/toevoegen/"


@pytest.fixture
def engine() -> Iterator[Logic]:
    with logic("lib/site.js", "lib/browser-storage.js", "logic/lesson-drafts.js") as engine:
        engine.context.eval("""
            const windows = (storage, many) => Array.from({length: many}, () => {
                const own = {};
                return Drafts.open({storage, notice: ''}, name => own[name] ?? '', (name, value) => { own[name] = value; });
            });
            const titles = (storage) => Object.values(Drafts.read(storage.getItem('handboek-les')).value.drafts).map(one => one.values.title).sort();
        """)
        yield engine


def test_the_one_draft_of_before_is_taken_over(engine: Logic):
    found = engine.evaluate(
        """() => {
        const storage = new Fake({'handboek-les': JSON.stringify({title: 'Oud', phases: ['a'], date: '2026-01-01'})});
        const [one] = windows(storage, 1);
        return one.begin();
    }"""
    )
    assert found["values"] == {"title": "Oud", "phases": ["a"], "date": "2026-01-01"}


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', "3"])
def test_a_damaged_draft_is_set_aside(engine: Logic, text: str):
    found = engine.evaluate(
        """text => {
        const storage = new Fake({'handboek-les': text});
        const [one] = windows(storage, 1);
        one.begin();
        one.keep({title: 'Nieuw'}, 1);
        return [one.store.notice, one.store.aside().map(([, kept]) => kept), titles(storage)];
    }""",
        text,
    )
    assert found == ["damaged", [text], ["Nieuw"]]


def test_two_windows_on_one_draft_part_when_both_write(engine: Logic):
    found = engine.evaluate(
        """() => {
        const storage = new Fake({'handboek-les': JSON.stringify({title: 'Les'})});
        const [one, other] = windows(storage, 2);
        one.begin(); other.begin();
        const parted = [one.keep({title: 'Les van een'}, 1), other.keep({title: 'Les van twee'}, 2), one.keep({title: 'Les van een!'}, 3), other.keep({title: 'Les van twee!'}, 4)];
        return [parted, titles(storage)];
    }"""
    )
    assert found == [[False, True, False, False], ["Les van een!", "Les van twee!"]]


def test_a_draft_that_was_thrown_away_elsewhere_is_kept_by_who_writes_on(engine: Logic):
    found = engine.evaluate(
        """() => {
        const storage = new Fake();
        const [one, other] = windows(storage, 2);
        one.begin(); one.keep({title: 'A'}, 1);
        other.begin(); const back = other.drop(other.id);
        const gone = titles(storage);
        one.keep({title: 'Ab'}, 2);
        back();
        return [gone, titles(storage)];
    }"""
    )
    assert found == [[], ["Ab"]]


def test_a_finished_lesson_is_not_begun_with_and_not_gone(engine: Logic):
    found = engine.evaluate(
        """() => {
        const storage = new Fake();
        const [one, other] = windows(storage, 2);
        one.begin(); one.keep({title: 'Klaar'}, 1, 'klaar.md staat bij je downloads.');
        const begun = other.begin();
        return [begun, other.others().map(([, draft]) => draft.values.title)];
    }"""
    )
    assert found == [None, ["Klaar"]]


def test_a_full_storage_that_gets_room_keeps_the_last_that_was_written(engine: Logic):
    found = engine.evaluate(
        """() => {
        const storage = new Fake();
        const [one, other] = windows(storage, 2);
        one.begin(); one.keep({title: 'A'}, 1);
        storage.room = 0;
        one.keep({title: 'A en nog veel meer'}, 2);
        const notice = one.store.notice;
        storage.room = Infinity;
        other.fresh(); other.keep({title: 'B'}, 3);
        one.store.heard({storageArea: storage, key: 'handboek-les'});
        return [notice, one.store.notice, titles(storage)];
    }"""
    )
    assert found == ["full", "", ["A en nog veel meer", "B"]]


# In a browser


@pytest.fixture
def device(browser: Any) -> Iterator[Any]:
    with reader(browser, accept_downloads=True) as device:
        yield device


def form(device: Any, klein: str) -> Any:
    page = device.new_page()
    page.goto(f"{klein}{FORM}")
    page.locator("#les-title").wait_for()
    return page


def drafts(page: Any) -> list[str]:
    kept = json.loads(page.evaluate(f"localStorage.getItem('{KEY}') ?? '{{}}'"))
    return sorted(draft["values"]["title"] for draft in kept.get("drafts", {}).values())


@pytest.mark.slow
@pytest.mark.parametrize("leave", ["reload", "away", "close", "hide"])
def test_what_was_typed_just_before_is_there_again(device: Any, klein: str, leave: str):
    page = form(device, klein)
    page.locator("#les-situation").fill("Net getypt")
    if leave == "reload":
        page.reload()
    elif leave == "away":
        page.goto(f"{klein}rollen/")
        page.goto(f"{klein}{FORM}")
    elif leave == "close":
        page.close(run_before_unload=True)
        page = form(device, klein)
    else:  # a phone that sleeps, and is emptied
        page.evaluate("""() => {
            Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
            document.dispatchEvent(new Event('visibilitychange'));
            localStorage.copy = localStorage.getItem('handboek-les:/handboek/');
        }""")
        assert "Net getypt" in page.evaluate("localStorage.copy")
    assert page.locator("#les-situation").input_value() == "Net getypt"


def complete(page: Any, title: str) -> None:
    for name, text in (
        ("title", title), ("summary", "Wie twee keer belt, treft iemand."), ("situation", "Veel deuren bleven dicht."),
        ("did", "We belden twee keer."), ("taught", "Bel twee keer."), ("holds", "In een flat."),
    ):  # fmt: skip
        page.locator(f"#les-{name}").fill(text)
    page.locator('input[name="experience"]').first.check()
    page.locator('input[name="phases"]').first.check()


@pytest.mark.slow
def test_after_saving_it_says_so_and_a_new_lesson_begins_beside_the_old(device: Any, klein: str):
    page = form(device, klein)
    complete(page, "De eerste les")
    with page.expect_download():
        page.locator("[data-lesson-save]").click()
    said = page.locator("[data-lesson-saved]")
    assert "de-eerste-les.md staat bij je downloads." in said.inner_text()
    said.get_by_role("button", name="Begin een nieuwe les").click()
    assert page.locator("#les-title").input_value() == ""
    assert page.locator("#les-did").input_value() == ""
    assert page.locator('input[name="phases"]:checked').count() == 0
    assert said.inner_text() == ""
    assert "De vorige is gebleven." in page.locator("[data-lesson-draft]").inner_text()
    page.locator("#les-title").fill("De tweede les")
    page.reload()
    assert page.locator("#les-title").input_value() == "De tweede les"
    others = page.locator("[data-lesson-others] li")
    assert "“De eerste les”" in others.inner_text()
    assert "staat bij je downloads" in others.inner_text()
    others.get_by_role("button", name="Ga hiermee verder").click()
    assert page.locator("#les-title").input_value() == "De eerste les"
    assert page.locator("#les-did").input_value() == "We belden twee keer."
    assert "staat bij je downloads" in said.inner_text()
    page.locator("#les-did").fill("We belden drie keer.")
    until(page, "document.querySelector('[data-lesson-saved]').textContent.includes('Bewaar hem opnieuw')")
    assert drafts(page) == ["De eerste les", "De tweede les"]


@pytest.mark.slow
def test_a_new_lesson_can_be_undone_and_so_can_what_is_wiped(device: Any, klein: str):
    page = form(device, klein)
    page.locator("#les-title").fill("Eerst dit")
    page.locator("[data-lesson-new]").click()
    page.get_by_role("button", name="Ga terug naar de vorige").click()
    assert page.locator("#les-title").input_value() == "Eerst dit"
    page.locator("[data-lesson-clear]").click()
    assert page.locator("#les-title").input_value() == ""
    assert drafts(page) == []
    page.get_by_role("button", name="Zet terug").click()
    assert page.locator("#les-title").input_value() == "Eerst dit"
    page.locator("[data-lesson-new]").click()
    page.get_by_role("button", name="Gooi weg: “Eerst dit”").click()
    assert drafts(page) == []
    page.get_by_role("button", name="Zet terug").click()
    assert drafts(page) == ["Eerst dit"]


@pytest.mark.slow
def test_two_windows_with_the_form_do_not_write_over_each_other(device: Any, klein: str):
    one = form(device, klein)
    one.locator("#les-title").fill("Samen begonnen")
    until(one, f"localStorage.getItem('{KEY}') !== null")
    other = form(device, klein)
    assert other.locator("#les-title").input_value() == "Samen begonnen"
    one.locator("#les-title").fill("Verder in het eerste venster")
    until(other, "document.querySelector('#les-title').value === 'Verder in het eerste venster'")  # nobody typed there
    other.locator("#les-title").fill("Verder in het tweede venster")
    one.locator("#les-title").fill("Nog verder in het eerste venster")
    for page in (one, other):
        until(page, f"(localStorage.getItem('{KEY}') ?? '').includes('Nog verder')")
    until(one, f"Object.keys(JSON.parse(localStorage.getItem('{KEY}')).drafts).length === 2")
    assert drafts(one) == ["Nog verder in het eerste venster", "Verder in het tweede venster"]
    assert one.locator("#les-title").input_value() == "Nog verder in het eerste venster"
    assert other.locator("#les-title").input_value() == "Verder in het tweede venster"
    told = [page.locator("[data-lesson-draft]").inner_text() for page in (one, other)]
    assert any("in een ander venster veranderd" in words for words in told)


@pytest.mark.slow
def test_a_form_that_cannot_keep_says_only_that(browser: Any, klein: str):
    with reader(browser, refused=("localStorage", "sessionStorage")) as device:
        page = form(device, klein)
        page.locator("#les-title").fill("Niet bewaard")
        assert "bewaart je concept niet" in page.locator("[data-lesson-notice]").inner_text()
        assert "blijft op dit apparaat" not in page.locator("[data-lesson-form]").inner_text()
    full = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    with reader(browser, script=full) as device:
        page = form(device, klein)
        page.locator("#les-title").fill("Vol")
        until(page, "document.querySelector('[data-lesson-notice]').textContent.includes('geen ruimte')")
        assert "blijft op dit apparaat" not in page.locator("[data-lesson-form]").inner_text()


@pytest.mark.slow
@pytest.mark.parametrize("title", ["Con", "AUX!", "nul", "Com1", "Lpt 9", "prn"])
def test_a_name_that_windows_keeps_is_refused(device: Any, klein: str, title: str):
    page = form(device, klein)
    page.locator("#les-title").fill(title)
    page.locator("#les-title").press("Tab")
    if title == "Lpt 9":  # lpt-9 is an ordinary name
        page.wait_for_timeout(300)
        assert page.locator("#les-title-say").inner_text() == ""
    else:
        page.get_by_text("Windows houdt deze naam voor zichzelf").wait_for()


@pytest.mark.slow
def test_a_paste_of_a_whole_book_does_not_hold_up_the_page(device: Any, klein: str):
    page = form(device, klein)
    book = "Zij belde aan, **en toen** [kwam](/lessen/) niemand. 06-1234 a@ 12 " * 15_000 + "\ud83c"
    page.locator("#les-did").evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }", book
    )
    page.get_by_text("De tekst bij Wat we deden is te lang").wait_for()
    page.reload()
    assert len(page.locator("#les-did").input_value()) == len(book.rstrip("\ud83c").strip())
