"""What a reader keeps: versions, damage, renames and what a browser may refuse, without a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from scripts import PROJECTS, Logic, logic

TICK = "fasen/doen/stap/#punt"


@pytest.fixture
def page() -> Iterator[Logic]:
    with logic(*PROJECTS, "logic/exchange.js") as page:
        yield page


def refusal(page: Logic, text: str) -> str:
    """Why a file is not read; nothing where it is."""
    return str(
        page.evaluate(
            "text => { try { Exchange.read(text, {}, WORDS, () => []); return ''; } catch (error) {"
            "return error instanceof Unreadable ? error.message : `${error.name}: ${error.message}`; } }",
            text,
        )
    )


def kept(**project: Any) -> str:
    return json.dumps({"version": 3, "current": "a", "limit": 1, "projects": {"a": {"name": "Nigerdreef", **project}}})


def test_nothing_kept_is_an_empty_store(page: Logic):
    found = page.evaluate("ProjectStore.read(null)")
    assert found["notice"] == ""
    assert found["state"]["projects"] == {}
    assert found["state"]["events"] == []


def test_what_was_kept_comes_back(page: Logic):
    project = {
        "name": "Nigerdreef",
        "ticks": {TICK: "2026-11-24"},
        "meter": [{"id": "r1", "at": 0, "name": "A", "tenants": 174, "yes": 121, "no": None}],
        "plan": {"start": "2028-03-06", "spans": {"doen": [-12, 0]}, "busy": {"doen": True}},
        "scan": {"voor": {"fasen/doen/#x": "ja"}},
        "round": {
            "d1": {
                "part": "A",
                "name": "12",
                "tries": [{"id": "t1", "outcome": "gesproken", "daypart": "avond", "day": "2026-11-24"}],
                "vow": {"what": "bellen", "by": "team", "day": "2026-11-26", "kept": ""},
            }
        },
        "tasks": {TICK: {"who": "opbouwwerker", "day": "2026-12-01"}},
        "estimate": {"amounts": {"woning": 50}, "without": {"stap.0": True}},
    }
    text = json.dumps({"version": 3, "current": "a", "limit": 3, "projects": {"a": project}})
    found = page.evaluate(
        """text => {
        const first = ProjectStore.read(text);
        const again = ProjectStore.read(JSON.stringify(ProjectStore.kept(first.state)));
        return [first, again].map(({ state, notice }) => [notice, state.current, state.limit, state.projects]);
    }""",
        text,
    )
    door = project["round"]["d1"]
    door["vows"] = [{"id": "", **door.pop("vow")}]  # since then a door has room for more than one
    assert found == [["", "a", 3, {"a": project}]] * 2


def test_a_project_of_before_is_read_as_it_was_meant(page: Logic):
    """Rows and tries without a name of their own get the same one on each device; a list of intensive phases was whole."""
    one = {"outcome": "dicht", "daypart": "avond", "day": "2026-11-24"}
    old = kept(
        meter=[{"name": "A", "tenants": 3}, {"name": "A"}, {"name": ""}],
        plan={"start": "", "spans": {}, "busy": ["doen"]},
        round={"d": {"part": "A", "name": "1", "tries": [one, one, {**one, "outcome": "open"}], "vow": None}},
    )
    found = page.evaluate("text => [1, 2].map(() => ProjectStore.read(text).state)", old)
    assert found[0] == found[1]
    project = found[0]["projects"]["a"]
    assert [(row["name"], row["tenants"]) for row in project["meter"]] == [("A", 3), ("A", None), ("", None)]
    assert project["plan"]["busy"] == {"*": False, "doen": True}
    assert [one["outcome"] for one in project["round"]["d"]["tries"]] == ["dicht", "dicht", "open"]


def test_a_month_lies_no_farther_than_a_plan_goes(page: Logic):
    project = {"name": "Ver", "plan": {"start": "", "spans": {"doen": [-9_000_000_000_000_000, 121]}, "busy": None}}
    text = json.dumps({"version": 3, "current": "a", "limit": 1, "projects": {"a": project}})
    plan = page.evaluate("text => ProjectStore.read(text)", text)["state"]["projects"]["a"]["plan"]
    assert plan["spans"] == {"doen": [-120, 120]}


def test_an_old_version_is_migrated(page: Logic):
    old = json.dumps({"version": 1, "projects": {"Nigerdreef": [TICK], "Oslostraat": []}})
    found = page.evaluate("text => ProjectStore.read(text)", old)
    assert found["notice"] == ""
    assert found["state"]["version"] == 4
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
        '{"version": 3, "projects": []}',
        '{"version": 3, "projects": {"a": 3}}',
        '{"version": 3, "projects": {"a": {"name": 3}}}',
        '{"version": 3, "projects": {"a": {"name": "x", "ticks": ["y"]}}}',
        '{"version": 3, "projects": {"a": {"name": "x", "meter": [{"tenants": 1.5}]}}}',
        '{"version": 3, "projects": {"a": {"name": "x", "plan": {"spans": {"doen": "x"}}}}}',
        '{"version": 1, "projects": {"a": [3]}}',
        '{"version": 4}',
        '{"version": 4, "events": {"projects": ["a"], "devices": ["b"], "days": [""], "rows": [[0, 0, 1, 1, "name", "x"]]}}',
        '{"version": 4, "events": {"projects": ["a"], "devices": ["b"], "days": [""], "rows": [[0, 0, 0, 1, "row-yes x", "x"]]}}',
        '{"version": 4, "events": {"projects": ["a"], "devices": ["b"], "days": [""], "rows": [[0, 0, 0, -1, "name", "x"]]}}',
        '{"version": 4, "events": {"projects": ["__proto__"], "devices": ["b"], "days": [""], "rows": [[0, 0, 0, 1, "name", "x"]]}}',
    ],
)
def test_a_damaged_store_is_set_aside_and_told(page: Logic, text: str):
    found = page.evaluate(
        """text => {
        const storage = new Fake({handboek: text, ander: 'blijft'});
        const store = ProjectStore.open({storage, notice: ''}, {});
        store.change(state => { ProjectStore.current(state, 'a').ticks.x = 'y'; });
        return {notice: store.notice, aside: store.aside().map(([, kept]) => kept), now: storage.getItem('handboek'), other: storage.getItem('ander')};
    }""",
        text,
    )
    assert found["notice"] == "damaged"
    assert found["aside"] == [text]
    assert json.loads(found["now"])["version"] == 4
    assert found["other"] == "blijft"


def test_damage_that_cannot_be_set_aside_stays_where_it_is(page: Logic):
    found = page.evaluate(
        """() => {
        const storage = new Fake({handboek: '{kapot'}, 0);
        const store = ProjectStore.open({storage, notice: ''}, {});
        store.change(state => { ProjectStore.current(state, 'a').ticks.x = 'y'; });
        return [store.notice, storage.getItem('handboek'), Object.keys(ProjectStore.current(store.value, 'a').ticks)];
    }"""
    )
    assert found == ["full", "{kapot", ["x"]]


def test_a_newer_version_is_left_alone(page: Logic):
    text = '{"version": 99, "projects": {}}'
    found = page.evaluate(
        """text => {
        const storage = new Fake({handboek: text});
        const store = ProjectStore.open({storage, notice: ''}, {});
        store.change(state => { ProjectStore.current(state, 'a').ticks.x = 'y'; });
        return [store.notice, storage.getItem('handboek'), Object.keys(ProjectStore.current(store.value, 'a').ticks)];
    }""",
        text,
    )
    assert found == ["newer", text, ["x"]]


def test_a_full_disk_is_told_and_the_work_goes_on(page: Logic):
    found = page.evaluate(
        """text => {
        const storage = new Fake({handboek: text});
        const store = ProjectStore.open({storage, notice: ''}, {});
        store.change(state => { state.limit = 2; });
        storage.room = storage.getItem('handboek').length + 40;
        const seen = [];
        for (let number = 0; number < 4; number += 1) {
            store.change(state => { ProjectStore.current(state, 'a').ticks['een-lange-sleutel#' + number] = '2026-11-24'; });
            seen.push(store.notice);
        }
        const during = Object.keys(ProjectStore.current(store.value, 'a').ticks).length;
        storage.room = Infinity;
        store.change(() => {});
        return [seen, during, store.notice, Object.keys(ProjectStore.read(storage.getItem('handboek')).state.projects.a.ticks).length];
    }""",
        kept(ticks={}, meter=[], plan={"start": "", "spans": {}, "busy": None}, scan={}),
    )
    assert found[0][-1] == "full"
    assert found[1:] == [4, "", 4]


def test_two_tabs_do_not_undo_each_other(page: Logic):
    found = page.evaluate(
        """() => {
        const storage = new Fake();
        const [one, other] = [0, 1].map(() => ProjectStore.open({storage, notice: ''}, {}));
        one.change(state => { ProjectStore.current(state, 'a').ticks.a = '1'; });
        other.change(state => { ProjectStore.current(state, 'a').ticks.b = '2'; });
        one.heard({storageArea: storage, key: 'handboek'});
        return [ProjectStore.current(one.value, 'a').ticks, Object.keys(one.value.projects).length];
    }"""
    )
    assert found == [{"a": "1", "b": "2"}, 1]


def test_ticks_and_answers_follow_a_piece_that_moved(page: Logic):
    moved = {"fasen/doen/stap/": "fasen/doen/nieuwe-stap/", "fasen/oud/": "fasen/nieuw/"}
    found = page.evaluate(
        """([text, moved]) => {
        const store = ProjectStore.open({storage: new Fake({handboek: text}), notice: ''}, moved);
        const { ticks, scan } = ProjectStore.current(store.value, 'a');
        return { ticks, scan };
    }""",
        [kept(ticks={TICK: "1", "fasen/x/#y": "2"}, scan={"na": {"fasen/oud/#c": "nee"}}), moved],
    )
    assert found == {
        "ticks": {"fasen/doen/nieuwe-stap/#punt": "1", "fasen/x/#y": "2"},
        "scan": {"na": {"fasen/nieuw/#c": "nee"}},
    }


def test_a_plan_follows_a_phase_that_got_another_name(page: Logic):
    found = page.evaluate(
        """([text, moved]) => {
        const store = ProjectStore.open({storage: new Fake({handboek: text}), notice: ''}, moved);
        return ProjectStore.current(store.value, 'a').plan;
    }""",
        [
            kept(plan={"start": "2028-03-06", "spans": {"oud": [-9, -3], "doen": [0, 1]}, "busy": ["oud", "doen"]}),
            {"fasen/oud/": "fasen/nieuw/"},
        ],
    )
    assert found == {
        "start": "2028-03-06",
        "spans": {"nieuw": [-9, -3], "doen": [0, 1]},
        "busy": {"*": False, "nieuw": True, "doen": True},
    }


def test_a_name_stands_once(page: Logic):
    names = page.evaluate(
        """() => {
        const state = ProjectStore.empty();
        for (const name of ['Nigerdreef', ' Nigerdreef ', 'Nigerdreef', '']) ProjectStore.add(state, BrowserStorage.unique(), ProjectShape.empty(name));
        return Object.values(state.projects).map(one => one.name);
    }"""
    )
    assert names == ["Nigerdreef", "Nigerdreef (2)", "Nigerdreef (3)", "Mijn project"]


def test_an_export_reads_back_and_a_strange_file_does_not(page: Logic):
    project = page.evaluate("text => ProjectStore.read(text).state.projects.a", kept(ticks={TICK: "2026-11-24"}))
    text = page.evaluate(
        "text => ProjectStore.file(ProjectStore.read(text).state.events, '2026-11-24')",
        kept(ticks={TICK: "2026-11-24"}),
    )
    found = page.evaluate("text => Exchange.read(text, {}, WORDS, () => [])", text)
    assert [(one["id"], one["project"]) for one in found] == [("a", project)]
    for strange in ("", "{}", '{"format": "iets anders", "version": 3, "projects": []}', kept()):
        assert (
            page.evaluate(
                "text => { try { Exchange.read(text, {}, WORDS, () => []); return 'read'; } catch { return 'refused'; } }",
                strange,
            )
            == "refused"
        )
    newer = text.replace('"version":4', '"version":5')
    assert "andere uitgave" in refusal(page, newer)


def test_where_a_browser_lets_us_keep_things(page: Logic):
    found = page.evaluate(
        """() => {
        const refuse = () => { throw new DOMException('', 'SecurityError'); };
        const fake = new Fake();
        const windows = [
            { localStorage: fake },
            Object.defineProperty({ sessionStorage: fake }, 'localStorage', { get: refuse }),
            Object.defineProperties({}, { localStorage: { get: refuse }, sessionStorage: { get: refuse } }),
        ];
        return windows.map(BrowserStorage.storageOf).map(({ storage, notice }) => [storage === fake, notice]);
    }"""
    )
    assert found == [[True, ""], [True, "visit"], [False, "page"]]


# Several tabs, and a storage that refuses for a while

TABS = """
const tabs = (storage, many) => Array.from({length: many}, () => ProjectStore.open({storage, notice: ''}, {}));
const tick = (tab, key, on = true) => tab.change(state => {
    const { ticks } = ProjectStore.current(state, 'a');
    if (on) ticks[key] = '1'; else delete ticks[key];
});
const ticked = (storage) => Object.keys(ProjectStore.read(storage.getItem('handboek')).state.projects.a.ticks).sort();
const hear = (storage, ...all) => all.forEach(tab => tab.heard({storageArea: storage, key: 'handboek'}));
"""


def run(page: Logic, code: str) -> Any:
    return page.evaluate(f"() => {{ {TABS} {code} }}")


def test_after_a_full_storage_nothing_of_another_tab_is_overwritten(page: Logic):
    found = run(
        page,
        """
        const storage = new Fake();
        const [one, other] = tabs(storage, 2);
        tick(one, 'a');
        storage.room = 0;
        tick(one, 'b');
        const told = one.notice;
        storage.room = Infinity;
        tick(other, 'c');
        tick(one, 'd');
        return [told, one.notice, ticked(storage)];
    """,
    )
    assert found == ["full", "", ["a", "b", "c", "d"]]


def test_what_found_no_room_is_kept_as_soon_as_another_tab_makes_room(page: Logic):
    found = run(
        page,
        """
        const storage = new Fake();
        const [one, other] = tabs(storage, 2);
        storage.room = 0;
        tick(one, 'b');
        storage.room = Infinity;
        tick(other, 'c');
        hear(storage, one);
        return [one.notice, ticked(storage)];
    """,
    )
    assert found == ["", ["b", "c"]]


def test_what_was_taken_away_in_another_tab_does_not_come_back(page: Logic):
    found = run(
        page,
        """
        const storage = new Fake();
        const [one, other] = tabs(storage, 2);
        tick(one, 'a');
        tick(other, 'a', false);
        hear(storage, one);
        tick(one, 'b');
        return ticked(storage);
    """,
    )
    assert found == ["b"]


def test_two_tabs_that_write_at_the_same_moment_both_count(page: Logic):
    """A browser may show a tab what stood there a moment ago: then the second text does not hold the first change."""
    found = run(
        page,
        """
        const storage = new Fake();
        const [one, other] = tabs(storage, 2);
        tick(one, 'a');
        const before = storage.getItem('handboek');
        tick(one, 'b');
        const real = storage.getItem;
        storage.getItem = () => before;
        tick(other, 'c');
        storage.getItem = real;
        const lost = ticked(storage);
        hear(storage, one, other);
        return [lost, ticked(storage)];
    """,
    )
    assert found == [["a", "c"], ["a", "b", "c"]]


def test_fifty_tabs_in_disorder_lose_nothing(page: Logic):
    found = run(
        page,
        """
        const storage = new Fake();
        let seed = 7;
        const chance = (most) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % most;
        const all = tabs(storage, 50);
        for (let number = 0; number < 300; number += 1) {
            storage.room = chance(4) ? Infinity : 0;
            const real = storage.getItem;
            const old = storage.getItem('handboek');
            if (!chance(5)) all[chance(50)].change(state => { ProjectStore.current(state, 'a').ticks[`x${number}`] = '1'; });
            if (!chance(3)) storage.getItem = () => old;
            tick(all[chance(50)], `k${number}`);
            storage.getItem = real;
            hear(storage, ...all);
        }
        storage.room = Infinity;
        all.forEach(tab => tab.refresh());
        hear(storage, ...all);
        return ticked(storage).filter(key => key.startsWith('k')).length;
    """,
    )
    assert found == 300


def test_a_tick_goes_to_the_project_that_the_page_shows(page: Logic):
    found = run(
        page,
        """
        const storage = new Fake();
        const [one, other] = tabs(storage, 2);
        tick(one, 'a');
        other.change(state => { ProjectStore.add(state, 'b', ProjectShape.empty('Ander')); });
        tick(one, 'c'); // before it hears
        return [ticked(storage), Object.keys(ProjectStore.read(storage.getItem('handboek')).state.projects.b.ticks)];
    """,
    )
    assert found == [["a", "c"], []]


def test_an_edition_takes_over_what_was_kept_before_and_shares_nothing_after(page: Logic):
    found = page.evaluate(
        """text => {
        const storage = new Fake({handboek: text});
        const place = {storage, notice: ''};
        const key = BrowserStorage.key;
        const editions = ['/een/', '/twee/'].map(root => () => BrowserStorage.open('handboek', place, text => {
            const { state, notice } = ProjectStore.read(text);
            return { value: state, notice };
        }, { own: `handboek:${root}`, kept: ProjectStore.kept, settle: ProjectStore.settle }));
        const [one, two] = editions.map(open => open());
        one.change(state => { state.projects.a.ticks.een = '1'; });
        two.change(state => { state.projects.a.ticks.twee = '1'; });
        const again = editions.map(open => Object.keys(open().value.projects.a.ticks));
        one.change(state => { state.projects = {}; });
        return [again, Object.keys(editions[0]().value.projects), [...storage.kept.keys()]];
    }""",
        kept(ticks={TICK: "1"}),
    )
    assert found == [[[TICK, "een"], [TICK, "twee"]], [], ["handboek", "handboek:/een/", "handboek:/twee/"]]


@pytest.mark.parametrize("id_", ["__proto__", "constructor", "toString", ""])
def test_a_project_under_any_key_is_read(page: Logic, id_: str):
    text = json.dumps({"version": 3, "current": id_, "projects": {id_: {"name": "X", "ticks": {TICK: "1"}}}})
    found = page.evaluate(
        "text => { const { state } = ProjectStore.read(text); return [state.projects[state.current].name, Object.keys(state.projects).length]; }",
        text,
    )
    assert found == ["X", 1]


# Names


@pytest.mark.parametrize(
    "other",
    [
        "nigerdreef",
        " Nigerdreef",
        "Niger\u200bdreef",
        "NIGERDREEF\u00a0",
        "Ｎigerdreef",
        "Nigerdreef\n",
        "Niger\u00addreef",
    ],
)
def test_names_that_people_read_as_one_are_one(page: Logic, other: str):
    names = page.evaluate(
        """other => {
        const state = ProjectStore.empty();
        for (const name of ['Nigerdreef', other]) ProjectStore.add(state, BrowserStorage.unique(), ProjectShape.empty(name));
        return Object.values(state.projects).map(one => one.name);
    }""",
        other,
    )
    assert names[1].endswith(" (2)")


@pytest.mark.parametrize("name", ["x" * 80, "x" * 500, "🏠" * 100, "é" * 81])
def test_long_names_stay_two_after_they_were_kept(page: Logic, name: str):
    names = page.evaluate(
        """name => {
        const storage = new Fake();
        const store = ProjectStore.open({storage, notice: ''}, {});
        for (const id of ['a', 'b', 'c']) store.change(state => { ProjectStore.add(state, id, ProjectShape.empty(name)); });
        return Object.values(ProjectStore.read(storage.getItem('handboek')).state.projects).map(one => one.name);
    }""",
        name,
    )
    assert len(set(names)) == 3
    assert all(len(one) <= 80 for one in names)
    assert all("\ufffd" not in one.encode("utf-8", "replace").decode() for one in names)


def test_a_store_with_one_name_twice_is_read_with_two(page: Logic):
    text = json.dumps({"version": 3, "current": "b", "projects": {"a": {"name": "X"}, "b": {"name": "x "}}})
    state = page.evaluate("text => ProjectStore.read(text).state", text)
    assert [one["name"] for one in state["projects"].values()] == ["X", "x (2)"]
    assert state["current"] == "b"


# Files


def project(**other: Any) -> dict[str, Any]:
    return {"id": "a", "name": "Nigerdreef", "ticks": {TICK: "2026-11-24"}, **other}


def exported(*projects: Any, version: int = 3) -> str:
    return json.dumps({"format": "handboek-projecten", "version": version, "projects": projects})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (exported(), "geen project"),
        (exported(*[project()] * 51), "te veel projecten: 51"),
        (exported(project(meter=[{"name": "A"}] * 201)), "te veel portieken: 201"),
        (exported(project(meter=[{"name": "A"}] * 20_000)), "te veel portieken: 20000"),
        (exported(project(ticks={f"a#{n}": "" for n in range(5001)})), "te veel vinkjes en antwoorden: 5001"),
        (exported(project(ticks={f"{n}": "" for n in range(200_000)})), "te groot"),
        (exported(project(scan={f"{n}": {"a": "ja"} for n in range(3000)})), "te veel vinkjes en antwoorden: 6001"),
        (exported(project(name="x" * 201)), "meer dan 200 tekens"),
        (exported(project(ticks={"x" * 201: ""})), "meer dan 200 tekens"),
        (exported(project(plan={"start": "x" * 300})), "meer dan 200 tekens"),
        (exported(project(meter=[{"name": "A", "yes": -1}])), "dat niet kan: -1"),
        (exported(project(meter=[{"name": "A", "tenants": 100_000}])), "dat niet kan: 100000"),
        (exported(project(meter=[{"name": "A", "tenants": 1.5}])), "geen bestand met projecten"),
        (exported(project(meter="veel")), "geen bestand met projecten"),
        (exported(project(ticks=["a"])), "geen bestand met projecten"),
        (exported(project(round={f"{n}": {"part": "A"} for n in range(2001)})), "te lange ronde"),
        (exported(project(round={"a": {"tries": [{}] * 21}})), "te lange ronde"),
        (exported(project(round={"a": {"vow": {"what": "x" * 201}}})), "meer dan 200 tekens"),
        (exported(project(round={"a": {"name": 3}})), "geen bestand met projecten"),
        (exported("Nigerdreef"), "geen bestand met projecten"),
        (exported(None), "geen bestand met projecten"),
        (exported(project(), version=1), "andere uitgave"),
        (exported(project(), version=9), "andere uitgave"),
        ("[" * 400_000 + "]" * 400_000, "geen bestand met projecten"),
        ('{"format": "handboek-projecten", "version": 3, "projects": [{"ticks": ' + "[" * 90_000 + "]" * 90_000 + "}]}", "geen bestand"),
        ("\x00\x01PNG", "geen bestand met projecten"),
        ("naam;vinkjes\r\nNigerdreef;3", "geen bestand met projecten"),
    ],
    ids=lambda text: text[:30],
)  # fmt: skip
def test_a_file_that_holds_too_much_or_something_else_is_refused_with_the_reason(page: Logic, text: str, words: str):
    said = refusal(page, text)
    assert words in said
    assert said.endswith("Er is niets veranderd.")


def meeting(page: Logic, given: dict[str, Any]) -> Any:
    return page.evaluate(
        """([kept, file]) => {
        const { state } = ProjectStore.read(kept);
        const { id, differs } = Exchange.meet(state, Exchange.read(file, {}, WORDS, () => [])[0], WORDS);
        return [id, differs];
    }""",
        [kept(ticks={TICK: "2026-11-24"}), exported(given)],
    )


def test_a_project_that_is_here_is_recognised_and_told_apart(page: Logic):
    assert meeting(page, project()) == ["a", []]
    assert meeting(page, project(id="ander")) == ["a", []], "one with the same name, from an older file"
    assert meeting(page, project(id="ander", name="Oslostraat")) == ["", []]
    assert meeting(page, project(name="Oslostraat")) == ["a", ["in het bestand heet het Oslostraat"]]
    assert meeting(page, project(ticks={TICK: "2026-11-24", "b#c": "", "b#d": ""})) == [
        "a", ["in het bestand staan 2 vinkjes die hier niet staan"],
    ]  # fmt: skip
    assert meeting(page, project(ticks={})) == ["a", ["hier staat 1 vinkje dat in het bestand niet staat"]]
    assert meeting(page, project(ticks={TICK: "2026-11-25"})) == ["a", ["sommige vinkjes zijn op een andere dag gezet"]]
    assert meeting(page, project(meter=[{"name": "A", "tenants": 3}]))[1] == [
        "de telling van de draagvlakmeter is anders"
    ]
    assert meeting(page, project(plan={"start": "2028-01-01"}))[1] == ["de planning is anders"]
    assert meeting(page, project(scan={"voor": {"a#b": "ja"}}))[1] == ["de zelfscan is anders"]


def test_the_order_of_keys_is_no_difference(page: Logic):
    text = exported({"ticks": {"b#2": "1", "a#1": "1"}, "name": "Nigerdreef", "id": "a"})
    found = page.evaluate(
        "([kept, file]) => Exchange.meet(ProjectStore.read(kept).state, Exchange.read(file, {}, WORDS, () => [])[0], WORDS).differs",
        [kept(ticks={"a#1": "1", "b#2": "1"}), text],
    )
    assert found == []


def test_answers_follow_a_criterion_that_became_part_of_another(page: Logic):
    """Its own answer of the one that stayed counts; a part of a page that moved itself is found by its old key too."""
    moved = {"fasen/oud/": "fasen/nieuw/", "fasen/nieuw/#a": "fasen/doen/#b", "fasen/oud/#c": "fasen/doen/#d"}
    found = page.evaluate(
        """([text, moved]) => {
        const store = ProjectStore.open({storage: new Fake({handboek: text}), notice: ''}, moved);
        return ProjectStore.current(store.value, 'a').scan;
    }""",
        [
            kept(
                scan={
                    "voor": {"fasen/oud/#a": "ja", "fasen/oud/#c": "deels", "fasen/oud/#e": "nee"},
                    "na": {"fasen/doen/#b": "nee", "fasen/nieuw/#a": "ja"},
                }
            ),
            moved,
        ],
    )
    assert found == {
        "voor": {"fasen/doen/#b": "ja", "fasen/doen/#d": "deels", "fasen/nieuw/#e": "nee"},
        "na": {"fasen/doen/#b": "nee"},
    }
