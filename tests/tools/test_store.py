"""What a reader keeps: versions, damage, renames and what a browser may refuse, without a page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from scripts import empty_page

pytestmark = pytest.mark.slow

TICK = "fasen/doen/stap/#punt"

FAKE = """
class Fake {
    constructor(kept = {}, room = Infinity) { this.kept = new Map(Object.entries(kept)); this.room = room; }
    get length() { return this.kept.size; }
    key(index) { return [...this.kept.keys()][index] ?? null; }
    getItem(key) { return this.kept.get(key) ?? null; }
    setItem(key, text) {
        if (text.length > this.room) throw new DOMException('', 'QuotaExceededError');
        this.kept.set(key, text);
    }
    removeItem(key) { this.kept.delete(key); }
}
"""


@pytest.fixture
def page(browser: Any) -> Any:
    page = empty_page(browser, "store.js")
    page.add_script_tag(content=FAKE)
    yield page
    page.close()


def kept(**project: Any) -> str:
    return json.dumps({"version": 2, "current": "a", "limit": 1, "projects": {"a": {"name": "Nigerdreef", **project}}})


def test_nothing_kept_is_an_empty_store(page: Any):
    assert page.evaluate("Store.read(null)") == {
        "state": {"version": 2, "current": "", "limit": 1, "projects": {}},
        "notice": "",
    }


def test_what_was_kept_comes_back(page: Any):
    project = {
        "name": "Nigerdreef",
        "ticks": {TICK: "2026-11-24"},
        "meter": [{"name": "A", "tenants": 174, "yes": 121, "no": None}],
        "plan": {"start": "2028-03-06", "spans": {"doen": [-12, 0]}, "busy": ["doen"]},
        "scan": {"voor": {"fasen/doen/#x": "ja"}},
    }
    text = json.dumps({"version": 2, "current": "a", "limit": 3, "projects": {"a": project}})
    found = page.evaluate("text => Store.read(text)", text)
    assert found["notice"] == ""
    assert found["state"] == json.loads(text)


def test_a_month_lies_no_farther_than_a_plan_goes(page: Any):
    project = {"name": "Ver", "plan": {"start": "", "spans": {"doen": [-9_000_000_000_000_000, 121]}, "busy": None}}
    text = json.dumps({"version": 2, "current": "a", "limit": 1, "projects": {"a": project}})
    plan = page.evaluate("text => Store.read(text)", text)["state"]["projects"]["a"]["plan"]
    assert plan["spans"] == {"doen": [-120, 120]}


def test_an_old_version_is_migrated(page: Any):
    old = json.dumps({"version": 1, "projects": {"Nigerdreef": [TICK], "Oslostraat": []}})
    found = page.evaluate("text => Store.read(text)", old)
    assert found["notice"] == ""
    assert found["state"]["version"] == 2
    assert [one["name"] for one in found["state"]["projects"].values()] == ["Nigerdreef", "Oslostraat"]
    assert found["state"]["projects"][found["state"]["current"]]["ticks"] == {TICK: ""}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '"tekst"',
        "{}",
        '{"version": 0, "projects": {}}',
        '{"version": "2", "projects": {}}',
        '{"version": 2, "projects": []}',
        '{"version": 2, "projects": {"a": 3}}',
        '{"version": 2, "projects": {"a": {"name": 3}}}',
        '{"version": 2, "projects": {"a": {"name": "x", "ticks": ["y"]}}}',
        '{"version": 2, "projects": {"a": {"name": "x", "meter": [{"tenants": 1.5}]}}}',
        '{"version": 2, "projects": {"a": {"name": "x", "plan": {"spans": {"doen": "x"}}}}}',
        '{"version": 1, "projects": {"a": [3]}}',
    ],
)
def test_a_damaged_store_is_set_aside_and_told(page: Any, text: str):
    found = page.evaluate(
        """text => {
        const storage = new Fake({handboek: text, ander: 'blijft'});
        const store = Store.open({storage, notice: ''}, {});
        store.change(state => { Store.current(state).ticks.x = 'y'; });
        return {notice: store.notice, aside: store.aside().map(([, kept]) => kept), now: storage.getItem('handboek'), other: storage.getItem('ander')};
    }""",
        text,
    )
    assert found["notice"] == "damaged"
    assert found["aside"] == [text]
    assert json.loads(found["now"])["version"] == 2
    assert found["other"] == "blijft"


def test_damage_that_cannot_be_set_aside_stays_where_it_is(page: Any):
    found = page.evaluate(
        """() => {
        const storage = new Fake({handboek: '{kapot'}, 0);
        const store = Store.open({storage, notice: ''}, {});
        store.change(state => { Store.current(state).ticks.x = 'y'; });
        return [store.notice, storage.getItem('handboek'), Object.keys(Store.current(store.state).ticks)];
    }"""
    )
    assert found == ["full", "{kapot", ["x"]]


def test_a_newer_version_is_left_alone(page: Any):
    text = '{"version": 99, "projects": {}}'
    found = page.evaluate(
        """text => {
        const storage = new Fake({handboek: text});
        const store = Store.open({storage, notice: ''}, {});
        store.change(state => { Store.current(state).ticks.x = 'y'; });
        return [store.notice, storage.getItem('handboek'), Object.keys(Store.current(store.state).ticks)];
    }""",
        text,
    )
    assert found == ["newer", text, ["x"]]


def test_a_full_disk_is_told_and_the_work_goes_on(page: Any):
    found = page.evaluate(
        """text => {
        const storage = new Fake({handboek: text}, text.length + 40);
        const store = Store.open({storage, notice: ''}, {});
        const seen = [];
        for (let number = 0; number < 4; number += 1) {
            store.change(state => { Store.current(state).ticks['een-lange-sleutel#' + number] = '2026-11-24'; });
            seen.push(store.notice);
        }
        const during = Object.keys(Store.current(store.state).ticks).length;
        storage.room = Infinity;
        store.change(() => {});
        return [seen, during, store.notice, Object.keys(Store.read(storage.getItem('handboek')).state.projects.a.ticks).length];
    }""",
        kept(ticks={}, meter=[], plan={"start": "", "spans": {}, "busy": None}, scan={}),
    )
    assert found[0][-1] == "full"
    assert found[1:] == [4, "", 4]


def test_two_tabs_do_not_undo_each_other(page: Any):
    found = page.evaluate(
        """() => {
        const storage = new Fake();
        const [one, other] = [0, 1].map(() => Store.open({storage, notice: ''}, {}));
        one.change(state => { Store.current(state).ticks.a = '1'; });
        other.change(state => { Store.current(state).ticks.b = '2'; });
        one.heard({storageArea: storage, key: 'handboek'});
        return [Store.current(one.state).ticks, Object.keys(one.state.projects).length];
    }"""
    )
    assert found == [{"a": "1", "b": "2"}, 1]


def test_ticks_and_answers_follow_a_piece_that_moved(page: Any):
    moved = {"fasen/doen/stap/": "fasen/doen/nieuwe-stap/", "fasen/oud/": "fasen/nieuw/"}
    found = page.evaluate(
        """([text, moved]) => {
        const store = Store.open({storage: new Fake({handboek: text}), notice: ''}, moved);
        const { ticks, scan } = Store.current(store.state);
        return { ticks, scan };
    }""",
        [kept(ticks={TICK: "1", "fasen/x/#y": "2"}, scan={"na": {"fasen/oud/#c": "nee"}}), moved],
    )
    assert found == {
        "ticks": {"fasen/doen/nieuwe-stap/#punt": "1", "fasen/x/#y": "2"},
        "scan": {"na": {"fasen/nieuw/#c": "nee"}},
    }


def test_a_plan_follows_a_phase_that_got_another_name(page: Any):
    found = page.evaluate(
        """([text, moved]) => {
        const store = Store.open({storage: new Fake({handboek: text}), notice: ''}, moved);
        return Store.current(store.state).plan;
    }""",
        [
            kept(plan={"start": "2028-03-06", "spans": {"oud": [-9, -3], "doen": [0, 1]}, "busy": ["oud", "doen"]}),
            {"fasen/oud/": "fasen/nieuw/"},
        ],
    )
    assert found == {"start": "2028-03-06", "spans": {"nieuw": [-9, -3], "doen": [0, 1]}, "busy": ["nieuw", "doen"]}


def test_a_name_stands_once(page: Any):
    names = page.evaluate(
        """() => {
        const state = Store.empty();
        for (const name of ['Nigerdreef', ' Nigerdreef ', 'Nigerdreef', '']) Store.add(state, Store.project(name));
        return Object.values(state.projects).map(one => one.name);
    }"""
    )
    assert names == ["Nigerdreef", "Nigerdreef (2)", "Nigerdreef (3)", "Mijn project"]


def test_an_export_reads_back_and_a_strange_file_does_not(page: Any):
    project = page.evaluate("text => Store.read(text).state.projects.a", kept(ticks={TICK: "2026-11-24"}))
    text = page.evaluate("project => Store.exported([project], '2026-11-24')", project)
    assert page.evaluate("text => Store.imported(text, {})", text) == [project]
    for strange in ("", "{}", '{"format": "iets anders", "version": 2, "projects": []}', kept()):
        assert (
            page.evaluate(
                "text => { try { Store.imported(text, {}); return 'read'; } catch { return 'refused'; } }", strange
            )
            == "refused"
        )
    newer = text.replace('"version": 2', '"version": 3')
    assert (
        page.evaluate("text => { try { Store.imported(text, {}); } catch (error) { return error.name; } }", newer)
        == "RangeError"
    )


def test_where_a_browser_lets_us_keep_things(page: Any):
    found = page.evaluate(
        """() => {
        const refuse = () => { throw new DOMException('', 'SecurityError'); };
        const fake = new Fake();
        const windows = [
            { localStorage: fake },
            Object.defineProperty({ sessionStorage: fake }, 'localStorage', { get: refuse }),
            Object.defineProperties({}, { localStorage: { get: refuse }, sessionStorage: { get: refuse } }),
        ];
        return windows.map(Store.storageOf).map(({ storage, notice }) => [storage === fake, notice]);
    }"""
    )
    assert found == [[True, ""], [True, "visit"], [False, "page"]]
