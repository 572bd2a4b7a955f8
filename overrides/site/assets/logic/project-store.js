// What a reader keeps on this device: projects, as the events that made them.
//
// One text with a version (browser-storage.js keeps it). An older version is migrated; a text that cannot be read is set aside,
// never thrown away; one of a newer version is left alone. Nothing here knows a page.
"use strict";

/**
 * @typedef {{day: string, clock: number}} Copied The day on which a project was last copied to outside the browser, and up to which event.
 * @typedef {{id: string, name: string, device: string, day: string}} Gone A project that somebody deleted, and who did and when.
 * @typedef {[string, Value | null] | [string, Value | null, Value | null]} Arrival
 *   A field, what another gave it, and what stood there, where that may come back.
 * @typedef {{version: number, current: string, limit: number, device: string, label: string, copied: Record<string, Copied>,
 *   events: Happening[], projects: Record<string, Project>, gone: Gone[], labels: Record<string, string>,
 *   news: Record<string, Arrival[]>,
 *   moved: Record<string, string>}} State
 *   `news` is what was taken in of others and nobody said to have seen, as long as it stands. `projects`, `gone` and `labels` (what devices are called) follow from the events; who changes `projects` adds to these.
 *   `moved` tells where old addresses lead in this edition.
 */

const ProjectStore = (() => {
  const { FIRST_NAME, LONGEST_NAME, record, list, text, whole, map, cleaned, same, shaped } = ProjectShape;
  const KEY = "handboek";
  const VERSION = 4;
  /** What a file with projects says that it is. */
  const FORMAT = "handboek-projecten";
  /** So many days after the last copy somebody hears that it is old; sooner where promises or homes are at stake. */
  const [OLD, OLD_ROUND] = [30, 7];
  /** So much news of a project is kept. */
  const MOST_NEWS = 300;

  /** From each version to the next, up to the one that keeps events. Version 1 kept ticks only, as a list under the project's
   * name; version 2 had no round; version 3 kept projects as they were.
   * @type {Record<number, (old: any) => any>} */
  const MIGRATIONS = {
    1: (old) => {
      const projects = Object.entries(record(old.projects)).map(([name, ticks], index) => [
        `p${index + 1}`,
        { name, ticks: Object.fromEntries(list(ticks).map((tick) => [text(tick), ""])) },
      ]);
      return { version: 2, projects: Object.fromEntries(projects), current: projects.length ? "p1" : "" };
    },
    2: (old) => ({ ...old, version: 3 }),
    3: (old) => {
      const state = empty();
      const ids = Object.entries(map(old.projects, shaped)).map(([id, one]) => {
        const now = /^[a-z0-9]{1,40}$/i.test(id) ? id : `x${Hashes.of(id)}`;
        add(state, now, one, id === text(old.current));
        return now;
      });
      const events = ids.flatMap((id, place) => Journal.founded(id, state.projects[id], place));
      return { ...old, version: 4, current: state.current, events: Journal.packed(events) };
    },
  };

  /** @param {Record<string, string>} [moved] @returns {State} */
  const empty = (moved = {}) => ({
    version: VERSION,
    current: "",
    limit: 1,
    device: "",
    label: "",
    copied: {},
    events: [],
    projects: {},
    gone: [],
    labels: {},
    news: {},
    moved,
  });

  /** @param {any} data @returns {any} */
  const migrate = (data) => {
    let now = record(data);
    if (!Number.isInteger(now.version) || now.version < 1) throw new TypeError("version");
    while (now.version < VERSION) now = MIGRATIONS[now.version](now);
    return now;
  };

  /** What is still as it came. @param {State["news"]} all @param {(id: string) => Winners | undefined} now @returns {State["news"]} */
  const news = (all, now) =>
    Object.fromEntries(
      Object.entries(all)
        .map(
          ([id, cells]) =>
            /** @type {[string, Arrival[]]} */ ([
              id,
              cells.filter(([field, value]) => Journal.equal(now(id)?.get(field)?.value ?? null, value)),
            ]),
        )
        .filter(([, cells]) => cells.length),
    );

  /** @param {any} cells @returns {Arrival[]} */
  const arrivals = (cells) =>
    list(cells).map((cell) => {
      const [field, value, ...was] = list(cell);
      [value, ...was].forEach((one) => Cells.check(text(field), one ?? null));
      return /** @type {Arrival} */ ([field, value ?? null, ...was.slice(0, 1)]);
    });

  /** What follows from the events. @param {State} state */
  const unfold = (state) => {
    const { projects, gone, home, cells } = Journal.seen(state.events, state.moved);
    const labels = [...cells.values()]
      .flatMap((mine) => [...mine])
      .filter(([field]) => field.startsWith(Journal.LABEL));
    Object.assign(state, {
      projects,
      current: home(state.current),
      gone: Object.entries(gone).map(([id, { device, day }]) => ({
        id,
        name: String(cells.get(id)?.get("name")?.value ?? FIRST_NAME),
        device,
        day,
      })),
      labels: Object.fromEntries(labels.map(([field, { value }]) => [field.split(" ")[1], String(value ?? "")])),
    });
    state.news = news(state.news, (id) => cells.get(home(id)));
    if (!Object.hasOwn(projects, state.current)) state.current = Object.keys(projects)[0] ?? "";
  };

  /**
   * The state in a kept text.
   * @param {string | null} kept @param {Record<string, string>} [moved] @returns {{state: State, notice: Notice}}
   */
  const read = (kept, moved = {}) => {
    if (kept === null) return { state: empty(moved), notice: "" };
    try {
      const data = JSON.parse(kept);
      if (Number.isInteger(data?.version) && data.version > VERSION) return { state: empty(moved), notice: "newer" };
      const { current, limit, device, label, copied, events, news: arrived } = migrate(data);
      const state = {
        ...empty(moved),
        current: text(current),
        limit: Math.max(1, whole(limit) ?? 1),
        device: text(device),
        label: cleaned(text(label)),
        copied: map(copied, (one) => ({ day: text(record(one).day), clock: whole(one.clock) ?? 0 })),
        events: Journal.unpacked(events),
        news: map(arrived, arrivals),
      };
      unfold(state);
      return { state, notice: "" };
    } catch {
      return { state: empty(moved), notice: "damaged" };
    }
  };

  /** What of a state is kept: the events, and what is of this device alone. @param {State} state */
  const kept = ({ version, current, limit, device, label, copied, events, news }) => ({
    version,
    current,
    limit,
    device,
    label,
    copied,
    events: Journal.packed(events),
    news,
  });

  /** Write down as events what was done to the projects. @param {State} state */
  const settle = (state) => {
    state.device ||= BrowserStorage.unique();
    const { device, label } = state;
    // What was copied may hold a clock that nothing here has any more: what is done next comes after that too.
    const clock = Math.max(0, ...Object.values(state.copied).map((one) => one.clock));
    const me = { device, label, day: Dates.today(), clock };
    const made = Journal.recorded(state.events, state.projects, me, state.moved);
    state.events = Journal.bounded(Journal.merged(state.events, made));
    unfold(state);
  };

  /** A name that no other project has. @param {State} state @param {string} wanted @param {string} [id] of the project that gets it */
  const free = (state, wanted, id) => {
    const taken = Object.entries(state.projects).flatMap(([key, { name }]) => (key === id ? [] : [name]));
    const base = cleaned(wanted) || FIRST_NAME;
    let name = base;
    for (let number = 2; taken.some((one) => same(one, name)); number += 1) {
      const end = ` (${number})`;
      name = cleaned(base, LONGEST_NAME - end.length) + end;
    }
    return name;
  };

  /** Add a project; it is worked on when there is no other or when that is asked.
   * @param {State} state @param {string} id @param {Project} one @param {boolean} [use] */
  const add = (state, id, one, use = true) => {
    state.projects[id] = { ...one, name: free(state, one.name, id) };
    if (use || !Object.hasOwn(state.projects, state.current)) state.current = id;
    return state.projects[id];
  };

  /** The project with this id, else the one that is worked on; where there is none, it is made.
   * @param {State} state @param {string} id @returns {Project} */
  const current = (state, id) =>
    state.projects[id] ?? state.projects[state.current] ?? add(state, id, ProjectShape.empty(FIRST_NAME));

  /** Take in what others did. @param {State} state @param {Happening[]} events */
  const receive = (state, events) => {
    state.events = Journal.bounded(Journal.merged(state.events, events));
    unfold(state);
  };

  /** Remember what was taken in, and what stood there. What somebody corrected or took away of a text or a home is not kept: who does
   * that wants it gone. @param {State} state @param {Record<string, Change[]>} found by project */
  const arrive = (state, found) => {
    for (const [id, changes] of Object.entries(found)) {
      const earlier = new Map((state.news[id] ?? []).map((one) => [one[0], one]));
      const made = changes.some(({ field, was }) => field === "name" && was === null);
      for (const { field, value, was = null } of changes) {
        const before = earlier.get(field);
        const gone = Journal.typed(field) ? was !== null : Cells.brief(field) && value === null;
        const back = before ? before.slice(2) : made || gone ? [] : [was];
        earlier.set(field, /** @type {Arrival} */ ([field, value, ...back]));
      }
      state.news[id] = [...earlier.values()].slice(0, MOST_NEWS);
    }
  };

  /** Undo what was taken in, as far as it stands and may. @param {State} state @param {string} id */
  const putBack = (state, id) => {
    const { cells, home } = Journal.seen(state.events, state.moved);
    const winners = cells.get(home(id));
    if (!winners) return;
    const now = Cells.flat(Journal.project(winners));
    for (const [field, , ...was] of state.news[id] ?? [])
      for (const value of was) {
        if (value === null) now.delete(field);
        else now.set(field, value);
      }
    state.projects[home(id)] = Cells.whole(now);
    delete state.news[id];
  };

  /** Bring back a project that somebody deleted. @param {State} state @param {string} id */
  const restore = (state, id) => {
    const cells = Journal.seen(state.events, state.moved).cells.get(id);
    if (cells) state.projects[id] = Journal.project(cells);
  };

  /** The events of these projects, with those of projects that were joined with them. @param {State} state @param {string[]} ids */
  const eventsOf = ({ events, moved }, ids) => {
    const { home } = Journal.seen(events, moved);
    return events.filter(({ project }) => ids.includes(home(project)));
  };

  /** These projects are on this device no longer; who has a copy of them still has it. @param {State} state @param {string[]} ids */
  const forget = (state, ids) => {
    const theirs = new Set(eventsOf(state, ids));
    state.events = state.events.filter((one) => !theirs.has(one));
    for (const id of ids) delete state.copied[id];
    unfold(state);
  };

  /** The text of a file with these events. @param {Happening[]} events @param {string} day */
  const file = (events, day) =>
    JSON.stringify({ format: FORMAT, version: VERSION, exported: day, events: Journal.packed(events) });

  /** These projects were copied to outside the browser. @param {State} state @param {string[]} ids @param {string} day */
  const copy = (state, ids, day) => {
    for (const id of ids) state.copied[id] = { day, clock: Journal.highest(eventsOf(state, [id])) };
  };

  /** All projects that are here, those that somebody deleted too. @param {State} state */
  const ids = ({ projects, gone }) => [...Object.keys(projects), ...gone.map(({ id }) => id)];

  /** What was done to a project since it was copied. @param {State} state @param {string} id */
  const sinceCopy = (state, id) => {
    const { clock = -1 } = state.copied[id] ?? {};
    return eventsOf(state, [id]).filter((one) => one.clock > clock);
  };

  /** Whether this device did something that is in no copy. @param {State} state */
  const unsaved = (state) =>
    ids(state).some((id) => sinceCopy(state, id).some(({ device }) => device === state.device));

  /** Whether what was done on this device is in no copy that is young: the day of the last copy, or `never`; else nothing.
   * @param {State} state @param {string} id @param {string} today @returns {string} */
  const uncopied = (state, id, today) => {
    const { day = "" } = state.copied[id] ?? {};
    const since = sinceCopy(state, id);
    if (!since.length) return "";
    const from =
      day ||
      (since
        .map((one) => one.day)
        .filter(Boolean)
        .sort()[0] ??
        "");
    const walked = Object.keys(state.projects[id]?.round ?? {}).length > 0;
    return from && Dates.addDays(from, walked ? OLD_ROUND : OLD) > today ? "" : day || "never";
  };

  /** Open the store. @param {Place} place @param {Record<string, string>} moved */
  const open = (place, moved) =>
    BrowserStorage.open(
      KEY,
      place,
      (text) => {
        const { state, notice } = read(text, moved);
        return { value: state, notice };
      },
      { kept, settle },
    );

  return {
    KEY,
    VERSION,
    FORMAT,
    empty,
    read,
    kept,
    settle,
    free,
    add,
    current,
    receive,
    arrive,
    putBack,
    restore,
    eventsOf,
    forget,
    file,
    copy,
    ids,
    unsaved,
    uncopied,
    open,
  };
})();
