"""Several devices at work on the same projects, with files that come late, twice or never: the same everywhere, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from scripts import PROJECTS, Logic, logic

WORLD = """
const MOVES = { 'oud/': 'nieuw/' };

/** One run: devices work, write files and read what lies about; at last everybody reads everything. `wrong` sets the clocks of two
 *  devices years ahead and back. */
const world = (seed, joins, wrong) => {
    let state = seed * 7919 + 1;
    const chance = (most) => (state = (state * 1103515245 + 12345) % 2147483648) % most;
    const pick = (all) => all[chance(all.length)];
    const day = () => `2026-11-${String(10 + chance(15))}`;
    const made = []; // every change of a cell that somebody made: its number, its cell, its value, and what they knew then
    const files = []; // whatever was ever written, by its device: texts with what their writer knew
    const devices = Array.from({ length: 5 }, (_, index) => ({
        // A device that knows less of what moved sees two cells where another sees one: none of those beside a clock that is wrong.
        state: Object.assign(ProjectStore.empty(wrong || index > 2 ? MOVES : {}), { device: `d${index}` }),
        knows: new Set(),
    }));
    const OLD = ['Een', 'Twee'].map((name, index) => JSON.stringify({
        format: 'handboek-projecten', version: 2 + index,
        projects: [{ ...(index ? { id: 'oud2' } : {}), name, ticks: { 'oud/#vroeger': '2026-01-02' }, meter: [{ name: 'A', tenants: 4 }] }],
    }));

    const cellsOf = ({ events, moved }) => Journal.seen(events, MOVES).cells;
    /** Let a device do something, and remember which cells it changed. */
    const act = (device, edit) => {
        const year = wrong && { d1: '2099', d2: '2009' }[device.state.device];
        Dates.today = () => (year ? `${year}${day().slice(4)}` : day()); // the clocks of devices run as they like
        const before = device.state.events;
        edit(device.state);
        ProjectStore.settle(device.state);
        for (const one of Journal.unknown(before, device.state.events)) {
            if (one.field === 'into' || one.field.startsWith('label')) continue;
            const change = { number: made.length, cell: `${one.project} ${Cells.fieldNow(one.field, MOVES)}`, value: one.value, by: one.device, knew: new Set(device.knows) };
            made.push(change);
            device.knows.add(change.number);
        }
    };
    const read = (device, { text, knows }) => {
        if (text.includes('"rows":[]')) return; // a device that has nothing yet
        for (const { events } of Exchange.read(text, device.state.moved, WORDS, () => [])) ProjectStore.receive(device.state, events);
        ProjectStore.settle(device.state);
        knows.forEach((one) => device.knows.add(one));
    };
    const write = (device) => {
        const ids = Object.keys(Object.fromEntries(Journal.seen(device.state.events, device.state.moved).cells));
        return { text: ProjectStore.file(ProjectStore.eventsOf(device.state, ids), '2026-11-30'), knows: new Set(device.knows) };
    };
    const one = (device) => pick(Object.keys(device.state.projects));

    const DO = [
        (device) => act(device, (now) => ProjectStore.add(now, `p${chance(3)}`, ProjectShape.empty(`Naam ${chance(9)}`))),
        (device) => act(device, (now) => { now.projects[one(device)].ticks[`${pick(['oud/', 'nieuw/', 'a/'])}#${chance(3)}`] = day(); }),
        (device) => act(device, (now) => { const { ticks } = now.projects[one(device)]; delete ticks[pick(Object.keys(ticks))]; }),
        (device) => act(device, (now) => { now.projects[one(device)].name = `Anders ${chance(99)}`; }),
        (device) => act(device, (now) => { delete now.projects[one(device)]; }),
        (device) => act(device, (now) => { const gone = pick(now.gone); if (gone) ProjectStore.restore(now, gone.id); }),
        (device) => act(device, (now) => { now.projects[one(device)].plan.spans[pick(['x', 'y'])] = [-chance(9), chance(9)]; }),
        (device) => act(device, (now) => { const { meter } = now.projects[one(device)]; meter.splice(chance(meter.length + 1), 0, { id: `r${made.length}`, at: null, name: 'B', tenants: chance(9), yes: null, no: null }); }),
        (device) => act(device, (now) => { now.projects[one(device)].meter.shift(); }),
        (device) => act(device, (now) => { const { round } = now.projects[one(device)]; round[`s${chance(2)}`] ??= { part: 'A', name: '1', tries: [], vows: [] }; }),
        (device) => act(device, (now) => { const spot = pick(Object.values(now.projects[one(device)].round)); spot?.tries.push({ id: `t${made.length}`, day: day(), daypart: 'a', outcome: 'b' }); }),
        (device) => act(device, (now) => { const spot = pick(Object.values(now.projects[one(device)].round)); spot?.vows.push({ id: `v${made.length}`, what: `Bel ${chance(9)}`, by: 'ik', day: day(), kept: '' }); }),
        (device) => act(device, (now) => { const spot = pick(Object.values(now.projects[one(device)].round)); if (spot?.vows.length) pick(spot.vows).kept = day(); }),
        (device) => files.push(write(device)),
        (device) => files.push(write(device)),
        (device) => files.length && read(device, pick(files)), // late, or for the second time
        (device) => files.length && read(device, files[files.length - 1]),
        (device) => files.length && chance(3) === 0 && files.splice(chance(files.length), 1), // lost
        (device) => chance(4) === 0 && read(device, { text: pick(OLD), knows: new Set() }),
        (device) => { device.state.events = Journal.compacted(device.state.events); },
        (device) => { device.state = ProjectStore.read(JSON.stringify(ProjectStore.kept(device.state)), device.state.moved).state; },
    ];
    const JOIN = (device) => {
        const [first, other] = [one(device), one(device)];
        if (!first || first === other) return;
        device.state.events = Journal.merged(device.state.events, [Journal.joined(device.state.events, first, chance(3) ? other : null, { device: device.state.device, day: '' })]);
        ProjectStore.receive(device.state, []);
    };

    for (let step = 0; step < 70; step += 1) {
        const device = pick(devices);
        if (!Object.keys(device.state.projects).length) { DO[0](device); continue; }
        if (joins && chance(12) === 0) JOIN(device);
        else pick(DO)(device);
    }
    // A device that was copied goes on twice.
    const copy = { state: structuredClone(devices[0].state), knows: new Set(devices[0].knows) };
    devices.push(copy);
    for (const device of [devices[0], copy]) if (one(device)) { DO[1](device); DO[3](device); DO[2](device); }

    const last = devices.map(write);
    for (const device of devices) [...last].sort(() => chance(2) - 0.5).forEach((file) => read(device, file));
    const shown = devices.map(({ state }) => { const { projects, gone } = Journal.seen(state.events, MOVES); return JSON.stringify([projects, Object.keys(gone)]); });
    // Of each cell the value is one that nobody changed knowingly afterwards.
    const cells = cellsOf(devices[0].state);
    const lost = joins ? [] : [...new Set(made.map(({ cell }) => cell))].flatMap((cell) => {
        const mine = made.filter((change) => change.cell === cell);
        const open = mine.filter(({ number }) => !mine.some(({ knew }) => knew.has(number)));
        const [id, ...field] = cell.split(' ');
        const value = cells.get(id)?.get(field.join(' '))?.value ?? null;
        return open.some((change) => JSON.stringify(change.value) === JSON.stringify(value)) ? [] : [`${cell}: ${JSON.stringify(value)} of ${JSON.stringify(open.map(({ value }) => value))}`];
    });
    const again = devices.map(({ state }) => state.events.length);
    for (const device of devices) last.forEach((file) => read(device, file));
    const far = devices.flatMap(({ state }) => state.events.filter(({ device, day }) => device !== 'd1' && day > '2030'));
    const dragged = wrong ? far.filter(({ project, field }) => !made.some((change) => change.by === 'd1' && change.cell === `${project} ${Cells.fieldNow(field, MOVES)}`)).length : 0;
    return { same: new Set(shown).size === 1, lost, dragged, twice: JSON.stringify(again) === JSON.stringify(devices.map(({ state }) => state.events.length)), made: made.length };
};
"""


TELLING = ("meter", "round", "numbers", "exchange", "news", "told")
SCRIPTS = (*PROJECTS, "lib/tables.js", *(f"logic/{name}.js" for name in TELLING))

NAMED = """const NAMED = {
    point: (key) => ({ 'a#1': 'Bel aan', 'a#2': 'Schrijf op' })[key] ?? '',
    role: (slug) => ({ gids: 'Gids' })[slug] ?? slug,
};"""


@pytest.fixture
def page() -> Iterator[Logic]:
    with logic(*SCRIPTS) as page:
        page.context.eval(NAMED)
        yield page


def worlds(page: Logic, seeds: range, *, joins: bool, wrong: bool = False) -> list[dict[str, Any]]:
    """What came of each of these runs."""
    code = f"([seeds, joins, wrong]) => {{ {WORLD} return seeds.map(seed => world(seed, joins, wrong)); }}"
    return page.evaluate(code, [list(seeds), joins, wrong])  # type: ignore[no-any-return]


def fine(found: list[dict[str, Any]]) -> None:
    assert sum(one["made"] for one in found) > 30 * len(found), "or nobody did anything"
    wrong = {
        seed: one
        for seed, one in enumerate(found)
        if not one["same"] or one["lost"] or one["dragged"] or not one["twice"]
    }
    assert wrong == {}


@pytest.mark.parametrize("joins", [False, True])
def test_all_devices_come_to_the_same_and_nothing_is_lost(page: Logic, joins: bool):
    fine(worlds(page, range(12), joins=joins))


def test_a_clock_that_is_years_ahead_or_back_loses_nothing_and_drags_no_day_along(page: Logic):
    fine(worlds(page, range(12), joins=False, wrong=True))


@pytest.mark.hard
@pytest.mark.parametrize("joins", [False, True])
def test_all_devices_come_to_the_same_a_thousand_times(page: Logic, joins: bool):
    for start in range(1000, 2000, 100):
        fine(worlds(page, range(start, start + 100), joins=joins))


@pytest.mark.hard
def test_a_clock_that_is_wrong_does_no_harm_two_thousand_times(page: Logic):
    for start in range(1000, 3000, 100):
        fine(worlds(page, range(start, start + 100), joins=False, wrong=True))


MISTAKES = {
    "a clock that stands still": ("known) + 1;", "known);"),
    "a day that goes back": ("since(over) > today ?", "false ?"),
    "a day that is always followed": ("day <= may", "true"),
    "no order between equal clocks": ("one.clock - other.clock ||", "true ? one.clock - other.clock :"),
    "a removal that is not kept": (
        "[...new Map(events.map((one) =>",
        "[...new Map(events.filter(({ value }) => value !== null).map((one) =>",
    ),
}


OF_WRONG_CLOCKS = ("a day that goes back", "a day that is always followed")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_merging_would_be_seen(name: str):
    with logic(*SCRIPTS, changed=MISTAKES[name]) as page:
        found = worlds(page, range(12), joins=False, wrong=name in OF_WRONG_CLOCKS)
    assert any(not one["same"] or one["lost"] or one["dragged"] for one in found)


def kept(**project: Any) -> str:
    return json.dumps({"version": 3, "current": "a", "limit": 1, "projects": {"a": {"name": "Nigerdreef", **project}}})


def test_two_thousand_events_stay_small(page: Logic):
    """A trajectory of two years fits many times in what a browser keeps; only what was written over is ever left out."""
    found = page.evaluate(
        """() => {
        const state = Object.assign(ProjectStore.empty(), { device: 'a1b2c3d4e5' });
        ProjectStore.add(state, 'p', ProjectShape.empty('Groot'));
        for (let round = 0; round < 10; round += 1) {
            for (let point = 0; point < 500; point += 1)
                state.projects.p.ticks[`fasen/fase-met-een-naam/stap-${point % 25}/#punt-${point}`] = `2026-11-${10 + round}`;
            ProjectStore.settle(state);
        }
        return [state.events.length, JSON.stringify(ProjectStore.kept(state)).length, Object.keys(state.projects.p.ticks).length];
    }"""
    )
    events, size, ticks = found
    assert events <= 4000
    assert size < 400_000
    assert ticks == 500


def test_what_is_new_is_told_by_device_and_day(page: Logic):
    found = page.evaluate(
        """() => {
        const [mine, theirs] = ['d1', 'd2'].map(device => Object.assign(ProjectStore.empty(), { device, label: `Laptop ${device}` }));
        ProjectStore.add(mine, 'p', ProjectShape.empty('Samen'));
        ProjectStore.settle(mine);
        ProjectStore.receive(theirs, mine.events);
        Object.assign(theirs.projects.p.ticks, { 'a#1': '2026-11-24', 'a#2': '2026-11-24' });
        theirs.projects.p.plan.start = '2028-01-01';
        ProjectStore.settle(theirs);
        const before = mine.events;
        ProjectStore.receive(mine, theirs.events);
        const changed = News.between(before, mine.events, {}, WORDS);
        ProjectStore.receive(mine, theirs.events);
        const days = News.byDay(changed.p);
        return [
            days.map(({ device, events }) => [mine.labels[device], Told.inWords(events, WORDS, NAMED)]),
            News.between(mine.events, mine.events, {}, WORDS),
        ];
    }"""
    )
    zero = page.evaluate("WORDS.planner.zero")
    assert found == [
        [["Laptop d2", ["2 vinkjes gezet: “Bel aan”, “Schrijf op”", f"{zero}: geen dag → 1 januari 2028"]]],
        {},
    ]


def test_what_changed_in_tasks_plan_and_hours_is_told_with_what_stood_there(page: Logic):
    found = page.evaluate(
        """() => {
        const [mine, theirs] = ['d1', 'd2'].map(device => Object.assign(ProjectStore.empty(), { device }));
        const [phase] = WORDS.planner.phases;
        const [amount] = Object.keys(WORDS.estimate.amounts);
        const [{ id: part }] = WORDS.estimate.rows;
        ProjectStore.add(mine, 'p', ProjectShape.empty('Samen'));
        mine.projects.p.plan.start = '2028-01-01';
        mine.projects.p.tasks['a#1'] = { who: 'gids', day: '2027-12-01' };
        mine.projects.p.estimate.amounts[amount] = 1200;
        ProjectStore.settle(mine);
        ProjectStore.receive(theirs, mine.events);
        const { plan, tasks, estimate } = theirs.projects.p;
        plan.start = '2028-02-01';
        plan.spans[phase.slug] = [-7, 2];
        plan.busy[phase.slug] = true;
        tasks['a#1'] = { who: '', day: '2027-12-02' };
        estimate.amounts[amount] = 96;
        estimate.without[part] = true;
        ProjectStore.settle(theirs);
        const before = mine.events;
        ProjectStore.receive(mine, theirs.events);
        const told = Told.inWords(News.between(before, mine.events, {}, WORDS).p, WORDS, NAMED);
        return [told, phase.name, WORDS.planner.zero, WORDS.estimate.amounts[amount].many, WORDS.estimate.rows[0].what];
    }"""
    )
    told, phase, zero, many, part = found
    assert told == [
        "“Bel aan”, wie: Gids → niemand",
        "“Bel aan”, uiterlijk: 1 december 2027 → 2 december 2027",
        f"{zero}: 1 januari 2028 → 1 februari 2028",
        f"{phase}, maanden: die van het handboek → −7 tot 2",
        f"{phase}, intensief: zoals in het handboek → ja",
        f"{many}: 1.200 → 96",
        f"{part}: telt niet mee",
    ]


def test_what_will_not_count_is_told_with_what_stays(page: Logic):
    """Two changed the same: who keeps their own hears what the other wrote; what was known already is not told."""
    found = page.evaluate(
        """() => {
        const [mine, theirs] = ['d1', 'd2'].map(device => Object.assign(ProjectStore.empty(), { device }));
        Dates.today = () => '2026-11-24';
        ProjectStore.add(mine, 'p', ProjectShape.empty('Samen'));
        mine.projects.p.tasks['a#1'] = { who: 'gids', day: '' };
        ProjectStore.settle(mine);
        ProjectStore.receive(theirs, mine.events);
        Dates.today = () => '2026-11-25';
        theirs.projects.p.tasks['a#1'] = { who: '', day: '2027-12-02' };
        ProjectStore.settle(theirs);
        Dates.today = () => '2026-11-26';
        mine.projects.p.tasks['a#1'] = { who: 'gids', day: '2027-12-09' };
        ProjectStore.settle(mine);
        const told = (ours, given) => Told.inWords(
            News.overruled(ours.events, given, Journal.merged(ours.events, given), {}, WORDS), WORDS, NAMED);
        const first = told(mine, theirs.events);
        ProjectStore.receive(mine, theirs.events);
        return [first, told(mine, theirs.events), told(theirs, mine.events)];
    }"""
    )
    assert found == [["“Bel aan”, uiterlijk: 2 december 2027 → 9 december 2027"], [], []]


def test_a_device_whose_name_begins_like_an_earlier_file_is_a_device(page: Logic):
    """Only what was done before events were kept comes of an earlier file; a name of a device is random."""
    found = page.evaluate(
        """() => {
        const one = Object.assign(ProjectStore.empty(), { device: 'fa1b2c3d4e5' });
        ProjectStore.add(one, 'p', ProjectShape.empty('Samen'));
        ProjectStore.settle(one);
        const old = Journal.founded('q', ProjectShape.empty('Oud'));
        return [one.events, old].map((events) => News.byDay(News.between([], events, {}, WORDS)[events[0].project]).map(({ old }) => old));
    }"""
    )
    assert found == [[False], [True]]


def test_what_is_personal_does_not_leave_the_device(page: Logic):
    """Where it still stands nothing leaves; where somebody took it away the rest does, and that text does not."""
    found = page.evaluate(
        """() => {
        const find = text => (/06-\\d+/.test(text) ? ['telefoon'] : []);
        const state = Object.assign(ProjectStore.empty(), { device: 'd1' });
        ProjectStore.add(state, 'p', ProjectShape.empty('Bel 06-12345678'));
        ProjectStore.settle(state);
        const first = Exchange.personal(ProjectStore.eventsOf(state, ['p']), find);
        state.projects.p.name = 'Nigerdreef';
        ProjectStore.settle(state);
        const left = ProjectStore.eventsOf(state, ['p']);
        const then = Exchange.personal(left, find);
        return [first.map(({ value }) => value), then.length, ProjectStore.file(left, '').includes('06-')];
    }"""
    )
    assert found == [["Bel 06-12345678"], 0, False]


def test_a_last_copy_that_is_old_is_told(page: Logic):
    found = page.evaluate(
        """() => {
        const state = Object.assign(ProjectStore.empty(), { device: 'd1' });
        ProjectStore.add(state, 'p', ProjectShape.empty('Nigerdreef'));
        ProjectStore.settle(state);
        const today = Dates.today();
        const [soon, later] = [today, Dates.addMonths(today, 2)];
        const said = [ProjectStore.uncopied(state, 'p', soon), ProjectStore.uncopied(state, 'p', later)];
        ProjectStore.copy(state, ['p'], today);
        said.push(ProjectStore.uncopied(state, 'p', later));
        state.projects.p.ticks['a#1'] = later;
        ProjectStore.settle(state);
        said.push(ProjectStore.uncopied(state, 'p', soon), ProjectStore.uncopied(state, 'p', later) === today);
        return said;
    }"""
    )
    assert found == ["", "never", "", "", True]


def test_two_projects_become_one_and_two_again(page: Logic):
    found = page.evaluate(
        """() => {
        const state = Object.assign(ProjectStore.empty(), { device: 'd1' });
        for (const id of ['a', 'b']) {
            ProjectStore.add(state, id, ProjectShape.empty(id));
            state.projects[id].ticks[`x#${id}`] = '2026-11-24';
        }
        ProjectStore.settle(state);
        const join = other => ProjectStore.receive(state, [Journal.joined(state.events, 'b', other, { device: 'd1', day: '' })]);
        join('a');
        const one = [Object.keys(state.projects), Object.keys(state.projects.a.ticks).sort(), state.current];
        join(null);
        return [...one, Object.keys(state.projects)];
    }"""
    )
    assert found == [["a"], ["x#a", "x#b"], "a", ["a", "b"]]


def test_a_file_that_is_put_beside_is_known_the_second_time(page: Logic):
    found = page.evaluate(
        """text => {
        const { state } = ProjectStore.read(text);
        state.device = 'd1';
        const file = ProjectStore.file(state.events, '2026-11-24');
        state.projects.a.ticks['b#c'] = '2026-11-25';
        ProjectStore.settle(state);
        const [given] = Exchange.read(file, {}, WORDS, () => []);
        ProjectStore.receive(state, Exchange.beside(given));
        const count = state.events.length;
        ProjectStore.receive(state, Exchange.beside(Exchange.read(file, {}, WORDS, () => [])[0]));
        return [Object.keys(state.projects).length, state.events.length === count];
    }""",
        kept(ticks={"a#b": "2026-11-24"}),
    )
    assert found == [2, True]


@pytest.mark.parametrize("first, second", ["az", "za"])
def test_what_is_put_beside_stands_right_behind_whatever_the_ids(page: Logic, first: str, second: str):
    found = page.evaluate(
        """([first, second]) => {
        const state = Object.assign(ProjectStore.empty(), { device: 'd1' });
        for (const id of [first, second]) {
            ProjectStore.add(state, id, ProjectShape.empty(id));
            ProjectStore.settle(state);
        }
        const file = ProjectStore.file(state.events, '2026-11-24');
        const given = Exchange.read(file, {}, WORDS, () => []).find(({ id }) => id === first);
        ProjectStore.receive(state, Exchange.beside(given));
        return Object.keys(state.projects).filter((id) => id.length > 1 || id === first);
    }""",
        [first, second],
    )
    assert found[0] == first and len(found) == 2


COUNTED = """
/** A device that counts on a day, after so many other changes. */
const counted = (device, events, day, yes, others = 0) => {
    Dates.today = () => day;
    const state = Object.assign(ProjectStore.empty(), { device });
    ProjectStore.receive(state, events);
    if (!state.projects.p) ProjectStore.add(state, 'p', ProjectShape.empty('Samen'));
    for (let number = 0; number < others; number += 1) state.projects.p.ticks[`a#${number}`] = day;
    state.projects.p.meter = [{ id: 'r1', at: 0, name: 'A', tenants: 30, yes, no: 0 }];
    ProjectStore.settle(state);
    return state;
};
const yesOf = (...logs) => {
    const state = ProjectStore.empty();
    logs.forEach(events => ProjectStore.receive(state, events));
    return state.projects.p.meter[0].yes;
};
"""


def test_the_newest_day_wins_however_much_was_done_before_it(page: Logic):
    found = page.evaluate(
        f"""() => {{ {COUNTED}
        const start = counted('a', [], '2026-11-30', 5).events;
        const early = counted('e', start, '2026-12-01', 12, 40).events;
        const late = counted('d', start, '2026-12-04', 21).events;
        const behind = counted('b', Journal.merged(early, late), '2020-01-01', 22).events;
        const short = Journal.compacted;
        return [
            [yesOf(early, late), yesOf(late, early), yesOf(short(early), short(late)), yesOf(short(late), early)],
            [yesOf(behind, late, early), yesOf(late, short(behind))],
        ];
    }}"""
    )
    assert found == [[21] * 4, [22] * 2], "and what was done knowingly after it counts, whatever a clock says"


ROUND = """
const texts = (state) => JSON.stringify(ProjectStore.kept(state)) + ProjectStore.file(ProjectStore.eventsOf(state, ['p']), '');
const holds = (state, ...words) => words.filter(word => texts(state).includes(word));
const device = (name, ...logs) => {
    const state = Object.assign(ProjectStore.empty(), { device: name, label: `Laptop van ${name}` });
    logs.forEach(events => ProjectStore.receive(state, events));
    return state;
};
const done = (state, edit) => { edit(state.projects.p); ProjectStore.settle(state); return state; };
const walked = (name) => {
    const state = device(name);
    ProjectStore.add(state, 'p', ProjectShape.empty('Samen'));
    return done(state, (mine) => {
        mine.meter = [{ id: 'r1', at: 0, name: 'Portiek Oost', tenants: 3, yes: null, no: null }];
        mine.round = { s1: { part: 'Achterom', name: '12B', tries: [{ id: 't1', day: '2026-11-24', daypart: 'avond', outcome: 'opengedaan' }],
            vows: [{ id: 'v1', what: 'Belt over de kraan', by: 'opzichter', day: '2026-12-17', kept: '' }] } };
    });
};
const ALL = ['Achterom', '12B', '2026-11-24', 'avond', 'opengedaan', 'kraan', 'opzichter', '2026-12-17'];
"""


def test_text_that_was_corrected_is_on_no_device_and_in_no_file(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const one = walked('d1');
        const old = one.events;
        const other = device('d2', old);
        const before = holds(one, 'kraan', 'Oost', 'Samen', 'Laptop van d1');
        done(one, (mine) => {{ mine.round.s1.vows[0].what = 'Belt terug'; mine.meter[0].name = 'Portiek 1'; mine.name = 'Anders'; }});
        one.label = 'Laptop'; done(one, (mine) => {{ mine.plan.start = '2028-01-01'; }});
        const after = holds(one, 'kraan', 'Oost', 'Samen', 'Laptop van d1');
        ProjectStore.receive(one, old); // a file of before
        ProjectStore.receive(other, one.events);
        const unchanged = Journal.unknown(one.events, old).length;
        const read = ProjectStore.read(JSON.stringify({{ ...ProjectStore.kept(one), events: Journal.packed([...old, ...one.events]) }})).state;
        return [before.length, after, [one, other, read].map((state) => holds(state, 'kraan', 'Oost', 'Samen', 'Laptop van d1')), unchanged];
    }}"""
    )
    assert found == [4, [], [[], [], []], 0]


def test_a_round_that_was_wiped_is_on_no_device_and_in_no_file(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const one = walked('d1');
        const old = one.events;
        const other = device('d2', old);
        const before = holds(one, ...ALL).length === ALL.length;
        done(one, (mine) => {{ mine.round = {{}}; }});
        const after = holds(one, ...ALL);
        ProjectStore.receive(one, old);
        ProjectStore.receive(other, one.events);
        return [before, after, holds(one, ...ALL), holds(other, ...ALL), other.projects.p.round];
    }}"""
    )
    assert found == [True, [], [], [], {}]


def test_a_round_of_two_projects_that_became_one_is_wiped_in_both(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const one = walked('d1');
        ProjectStore.add(one, 'a', ProjectShape.empty('Andere'));
        ProjectStore.settle(one);
        ProjectStore.receive(one, [Journal.joined(one.events, 'p', 'a', {{ device: 'd1', day: '' }})]);
        const before = one.projects.a.round.s1.vows[0].what;
        one.projects.a.round = {{}};
        ProjectStore.settle(one);
        return [before, ALL.filter((word) => JSON.stringify(ProjectStore.kept(one)).includes(word)), one.projects.a.round];
    }}"""
    )
    assert found == ["Belt over de kraan", [], {}]


def test_what_was_counted_and_promised_is_told_with_what_stood_there(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const one = walked('d1');
        const other = device('d2', one.events);
        done(other, (mine) => {{ mine.meter[0].tenants = 4; mine.meter[0].yes = 2; mine.round.s1.vows[0].what = 'Belt terug'; mine.round.s1.vows[0].day = '2026-12-18'; }});
        const before = one.events;
        ProjectStore.receive(one, other.events);
        return News.byDay(News.between(before, one.events, {{}}, WORDS).p).map(({{ device, events }}) => [device, Told.inWords(events, WORDS, NAMED)]);
    }}"""
    )
    meter = page.evaluate("WORDS.meter")
    assert found == [
        [
            "d2",
            [
                f"Portiek Oost, {meter['counts']['many']}: 3 → 4",
                f"Portiek Oost, {meter['answer']['yes']}: leeg → 2",
                "Achterom 12B, belofte: “Belt over de kraan” → “Belt terug”",
                "Achterom 12B, dag van de belofte: 17 december 2026 → 18 december 2026",
            ],
        ]
    ]


def test_a_round_is_copied_more_often(page: Logic):
    """Promises to people are not to be lost with a phone: after seven days, and not after a month."""
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const first = Dates.today();
        const told = (state) => [6, 7, 29, 30].map((days) => ProjectStore.uncopied(state, 'p', Dates.addDays(first, days)));
        const one = walked('d1');
        return [told(one), told(done(one, (mine) => {{ mine.round = {{}}; }}))];
    }}"""
    )
    assert found == [["", "never", "never", "never"], ["", "", "", "never"]]


def test_two_colleagues_promise_something_at_one_door_and_both_promises_stay(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const one = walked('d1');
        const other = device('d2', one.events);
        const promise = (id, what, day) => (mine) => mine.round.s1.vows.push({{ id, what, by: 'ik', day, kept: '' }});
        done(one, promise('v2', 'Stuurt de brief', '2026-12-20'));
        done(other, promise('v3', 'Komt terug', '2026-12-10'));
        done(other, (mine) => {{ mine.round.s1.vows.find(({{ id }}) => id === 'v1').kept = '2026-12-01'; }});
        const before = one.events;
        ProjectStore.receive(one, other.events);
        ProjectStore.receive(other, one.events);
        const told = Told.inWords(News.between(before, one.events, {{}}, WORDS).p, WORDS, NAMED);
        return [[one, other].map((state) => state.projects.p.round.s1.vows.map(({{ what, kept }}) => [what, kept])), told];
    }}"""
    )
    promises = [["Komt terug", ""], ["Belt over de kraan", "2026-12-01"], ["Stuurt de brief", ""]]
    assert found == [
        [promises, promises],
        [
            "Achterom 12B, belofte: geen → “Komt terug”",
            "Achterom 12B, “Belt over de kraan”: gedaan",
        ],
    ]


def test_a_promise_of_when_a_door_had_one_is_read_and_stays_beside_the_next(page: Logic):
    """Its events have no name of their own for it; a device that was not renewed writes them still."""
    found = page.evaluate(
        """() => {
        const old = ['what', 'by', 'day', 'kept'].map((part, index) => ({ project: 'p', field: `vow-${part} s1`,
            value: ['Belt terug', 'ik', '2026-12-03', ''][index], clock: 4 + index, device: 'd1', day: '2026-11-30' }));
        const door = ['part', 'name'].map((part, index) => ({ ...old[0], field: `spot-${part} s1`, value: 'A', clock: 2 + index }));
        const state = Object.assign(ProjectStore.empty(), { device: 'd2' });
        ProjectStore.receive(state, [{ ...old[0], field: 'name', value: 'Samen', clock: 1 }, ...door, ...old]);
        const { vows } = state.projects.p.round.s1;
        const read = structuredClone(vows);
        vows.push({ id: 'v1', what: 'Brief', by: 'ik', day: '2026-12-01', kept: '' });
        vows[0].kept = '2026-12-02';
        ProjectStore.settle(state);
        const again = ProjectStore.read(JSON.stringify(ProjectStore.kept(state))).state.projects.p.round.s1.vows;
        const field = state.events.find(({ field, value }) => field.startsWith('vow-kept') && value).field;
        again.splice(again.findIndex(({ id }) => !id), 1);
        return [read, again.map(({ what }) => what), field];
    }"""
    )
    assert found == [
        [{"what": "Belt terug", "by": "ik", "day": "2026-12-03", "kept": "", "from": "d1", "id": ""}],
        ["Brief"],
        "vow-kept s1",
    ]


def test_news_stays_until_it_is_seen_and_can_be_put_back_as_far_as_it_stands(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const one = walked('d1');
        const other = device('d2', one.events);
        done(other, (mine) => {{
            mine.meter[0].tenants = 4; mine.meter[0].yes = 2; mine.ticks['a#1'] = '2026-12-01';
            mine.round.s1.vows[0].what = 'Belt terug';
            mine.round.s1.vows.push({{ id: 'v2', what: 'Stuurt de brief', by: 'ik', day: '2026-12-20', kept: '' }});
        }});
        const before = one.events;
        ProjectStore.receive(one, other.events);
        ProjectStore.arrive(one, News.between(before, one.events, {{}}, WORDS));
        const again = ProjectStore.read(JSON.stringify(ProjectStore.kept(one))).state;
        const told = Told.inWords(News.waiting(again, WORDS).p, WORDS, NAMED);
        done(again, (mine) => {{ mine.meter[0].yes = 3; }});
        const secret = JSON.stringify(ProjectStore.kept(again)).includes('kraan');
        ProjectStore.putBack(again, 'p');
        ProjectStore.settle(again);
        const {{ meter, ticks, round }} = again.projects.p;
        return [told.length > 3, secret, meter[0].tenants, meter[0].yes, ticks, round.s1.vows.map(({{ what }}) => what), again.news];
    }}"""
    )
    assert found == [True, False, 3, 3, {}, ["Belt terug"], {}]


def test_a_round_that_was_wiped_stays_in_no_news(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const one = walked('d1');
        const other = device('d2', one.events);
        done(other, (mine) => {{ mine.round = {{}}; }});
        const before = one.events;
        ProjectStore.receive(one, other.events);
        ProjectStore.arrive(one, News.between(before, one.events, {{}}, WORDS));
        return [holds(one, ...ALL), one.news.p.every((arrival) => arrival.length === 2)];
    }}"""
    )
    assert found == [[], True]


def test_a_clock_that_is_a_year_ahead_does_not_say_how_a_door_ended(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const tried = (state, day, outcome) => {{
            Dates.today = () => day;
            return done(state, ({{ round: {{ s1 }} }}) =>
                s1.tries.push(Round.behind(s1, {{ id: `${{day}}${{outcome}}`, day, daypart: 'avond', outcome }})));
        }};
        const ahead = tried(walked('d1'), '2027-11-30', 'dicht');
        const phone = tried(device('d2', ahead.events), '2026-11-30', 'afspraak');
        const outcomes = [phone.events];
        tried(ahead, '2027-11-30', 'twijfelt');
        outcomes.push(tried(device('d1', Journal.merged(phone.events, ahead.events)), '2027-11-30', 'dicht').events);
        outcomes.push(tried(device('d2', outcomes[1]), '2026-12-01', 'gesproken').events);
        const said = Clocks.said(outcomes[2], '2026-12-01', 'd2');
        return [outcomes.map((events) => Round.last(device('d3', events).projects.p.round.s1)), said,
            Clocks.inWords('2027-11-30', '2026-12-01'), Clocks.inWords('2026-12-04', '2026-11-30'), Clocks.said(outcomes[2], '2027-12-01', 'd2')];
    }}"""
    )
    assert found == [
        ["afspraak", "dicht", "gesproken"],
        ["Laptop van d1 loopt voor: zet de klok daar goed."],
        "Dag onbekend",
        "4 december 2026",
        [],
    ]


@pytest.mark.parametrize(("today", "asks"), [("2026-12-30", False), ("2027-11-30", True)])
def test_who_is_ahead_of_all_that_others_wrote_hears_it(page: Logic, today: str, asks: bool):
    said = page.evaluate(
        f"""(today) => {{ {ROUND}
        Dates.today = () => '2026-11-29';
        return Clocks.mine(walked('d1').events, today, 'd2');
    }}""",
        today,
    )
    assert ("Klopt de dag van vandaag niet?" in said) is asks
    assert page.evaluate(f"(today) => {{ {ROUND} return Clocks.mine(walked('d1').events, today, 'd1'); }}", today) == ""


def test_who_says_ik_is_another_on_another_device(page: Logic):
    found = page.evaluate(
        f"""() => {{ {ROUND}
        const one = walked('d1');
        done(one, (mine) => {{ mine.round.s1.vows[0].by = 'ik'; }});
        const who = (state, leaves) => {{
            const [{{ by, from }}] = state.projects.p.round.s1.vows;
            return Round.who(by, from, state, leaves);
        }};
        const other = device('d2', one.events);
        const nameless = device('d3', one.events.filter(({{ field }}) => !field.startsWith('label')));
        const table = Round.table(other.projects.p.round, WORDS.round, other);
        done(other, (mine) => {{ mine.round.s1.vows[0].day = '2026-12-20'; }});
        return [who(one), who(one, true), who(other), who(nameless), table.includes('Laptop van d1')];
    }}"""
    )
    assert found == ["ik", "Laptop van d1", "Laptop van d1", "een collega", True]
