// What a reader keeps on this device: projects with their ticks, counts, plans and scans.
//
// One text with a version (browser-storage.js keeps it). An older version is migrated; a text that cannot be read is set aside, never
// thrown away; one of a newer version is left alone. Nothing here knows a page.
"use strict";

/**
 * @typedef {{name: string, tenants: number | null, yes: number | null, no: number | null}} MeterRow
 * @typedef {{start: string, spans: Record<string, [number, number]>, busy: string[] | null}} PlanState
 *   The day of month 0; the months of phases where they differ from the handbook's; the phases that are intensive.
 * @typedef {Record<string, Record<string, string>>} ScanState Moment → criterion → answer.
 * @typedef {{outcome: string, daypart: string, day: string}} Try How somebody tried at a spot, and when.
 * @typedef {{what: string, by: string, day: string, kept: string}} Vow What was promised, who keeps it and when; the day on which it was kept.
 * @typedef {{part: string, name: string, tries: Try[], vow: Vow | null}} Spot
 * @typedef {Record<string, Spot>} RoundState By an id that stays.
 * @typedef {{name: string, ticks: Record<string, string>, meter: MeterRow[], plan: PlanState, scan: ScanState, round: RoundState}} Project
 *   A tick is the day on which it was set, under `address#item`.
 * @typedef {{version: number, current: string, limit: number, projects: Record<string, Project>}} State
 */

const ProjectStore = (() => {
  const KEY = "handboek";
  const VERSION = 3;
  const FIRST_NAME = "Mijn project";
  const LONGEST_NAME = 80;
  const LONGEST_SPOT = 20;
  const FARTHEST = 120;

  /** From each version to the next. Version 1 kept ticks only, as a list under the project's name; version 2 had no round.
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
  };

  /** @returns {State} */
  const empty = () => ({ version: VERSION, current: "", limit: 1, projects: {} });

  /** @param {string} name @returns {Project} */
  const project = (name) => ({
    name,
    ticks: {},
    meter: [],
    plan: { start: "", spans: {}, busy: null },
    scan: {},
    round: {},
  });

  // Each of these gives a value of the right shape, or throws.
  /** @param {any} value @returns {Record<string, any>} */
  const record = (value) => {
    if (value === undefined) return {};
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("record");
    return value;
  };
  /** @param {any} value @returns {any[]} */
  const list = (value) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new TypeError("list");
    return value;
  };
  /** @param {any} value @returns {string} */
  const text = (value) => {
    if (value === undefined) return "";
    if (typeof value !== "string") throw new TypeError("text");
    return value;
  };
  /** @param {any} value @returns {number | null} */
  const whole = (value) => {
    if (value === undefined || value === null) return null;
    if (!Number.isSafeInteger(value)) throw new TypeError("whole");
    return value;
  };
  /** A month beside the start, as far away as a plan goes. @param {any} value @returns {number} */
  const month = (value) => Math.min(FARTHEST, Math.max(-FARTHEST, whole(value) ?? 0));
  /** @template T @param {any} value @param {(one: any) => T} each @returns {Record<string, T>} */
  const map = (value, each) => Object.fromEntries(Object.entries(record(value)).map(([key, one]) => [key, each(one)]));

  /** A name on one line without signs that nobody sees, cut between letters. @param {string} name @param {number} [most] */
  const cleaned = (name, most = LONGEST_NAME) =>
    [
      ...name
        .normalize("NFC")
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, " ")
        .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu, "")
        .trim(),
    ]
      .slice(0, most)
      .join("")
      .trim();

  /** Whether people would call two names the same. @param {string} one @param {string} other */
  const same = (one, other) => {
    const [first, second] = [one, other].map((name) =>
      cleaned(name)
        .normalize("NFKC")
        .replace(/[\u200c\u200d]/g, "")
        .toLowerCase(),
    );
    return first === second;
  };

  /** A project of the right shape from what was kept or imported. @param {any} data @returns {Project} */
  const shaped = (data) => {
    const { name, ticks, meter, plan, scan, round } = record(data);
    const { start, spans, busy } = record(plan);
    return {
      name: cleaned(text(name)) || FIRST_NAME,
      ticks: map(ticks, text),
      meter: list(meter).map((row) => {
        const { name: stair, tenants, yes, no } = record(row);
        return { name: text(stair), tenants: whole(tenants), yes: whole(yes), no: whole(no) };
      }),
      plan: {
        start: text(start),
        spans: map(spans, (span) => [month(list(span)[0]), month(list(span)[1])]),
        busy: busy === undefined || busy === null ? null : list(busy).map(text),
      },
      scan: map(scan, (answers) => map(answers, text)),
      round: map(round, (spot) => {
        const { part, name: called, tries, vow } = record(spot);
        return {
          part: cleaned(text(part), LONGEST_SPOT),
          name: cleaned(text(called), LONGEST_SPOT),
          tries: list(tries).map((one) => {
            const { outcome, daypart, day } = record(one);
            return { outcome: text(outcome), daypart: text(daypart), day: text(day) };
          }),
          vow: vow === undefined || vow === null ? null : vowed(record(vow)),
        };
      }),
    };
  };

  /** @param {Record<string, any>} vow @returns {Vow} */
  const vowed = ({ what, by, day, kept }) => ({
    what: cleaned(text(what), LONGEST_NAME),
    by: text(by),
    day: text(day),
    kept: text(kept),
  });

  /** @param {any} data @returns {any} */
  const migrate = (data) => {
    let now = record(data);
    if (!Number.isInteger(now.version) || now.version < 1) throw new TypeError("version");
    while (now.version < VERSION) now = MIGRATIONS[now.version](now);
    return now;
  };

  /**
   * The state in a kept text.
   * @param {string | null} kept @returns {{state: State, notice: Notice}}
   */
  const read = (kept) => {
    if (kept === null) return { state: empty(), notice: "" };
    try {
      const data = JSON.parse(kept);
      if (Number.isInteger(data?.version) && data.version > VERSION) return { state: empty(), notice: "newer" };
      const { current, limit, projects } = migrate(data);
      const state = { ...empty(), limit: Math.max(1, whole(limit) ?? 1) };
      for (const [id, one] of Object.entries(map(projects, shaped)))
        add(state, BrowserStorage.safe(id), one, id === text(current));
      return { state, notice: "" };
    } catch {
      return { state: empty(), notice: "damaged" };
    }
  };

  /** Keys of the form `address#item` under the address where the piece is now, and the item where it moved on its own. What
   * stands under a key itself counts for more than what moved to it.
   * @template T @param {Record<string, T>} kept @param {Record<string, string>} moved @returns {Record<string, T>} */
  const follow = (kept, moved) => {
    /** @param {string} key */
    const now = (key) => {
      const [address, item] = key.split("#");
      const there = Object.hasOwn(moved, address) ? `${moved[address]}#${item}` : key;
      return [key, there].map((one) => (Object.hasOwn(moved, one) ? moved[one] : "")).find(Boolean) ?? there;
    };
    const followed = Object.entries(kept).map(([key, value]) => /** @type {[string, T]} */ ([now(key), value]));
    return {
      ...Object.fromEntries(followed),
      ...Object.fromEntries(Object.entries(kept).filter(([key]) => now(key) === key)),
    };
  };

  /** The name of a phase in its address now. @param {string} slug @param {Record<string, string>} moved */
  const phaseNow = (slug, moved) =>
    Object.hasOwn(moved, `fasen/${slug}/`) ? moved[`fasen/${slug}/`].split("/")[1] : slug;

  /** @param {Project} one @param {Record<string, string>} moved @returns {Project} */
  const followed = (one, moved) => ({
    ...one,
    ticks: follow(one.ticks, moved),
    plan: {
      ...one.plan,
      spans: Object.fromEntries(Object.entries(one.plan.spans).map(([slug, span]) => [phaseNow(slug, moved), span])),
      busy: one.plan.busy && one.plan.busy.map((slug) => phaseNow(slug, moved)),
    },
    scan: map(one.scan, (answers) => follow(answers, moved)),
  });

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
    state.projects[id] ?? state.projects[state.current] ?? add(state, id, project(FIRST_NAME));

  /** Open the store. @param {Place} place @param {Record<string, string>} moved */
  const open = (place, moved) =>
    BrowserStorage.open(KEY, place, (text) => {
      const { state, notice } = read(text);
      return { value: { ...state, projects: map(state.projects, (one) => followed(one, moved)) }, notice };
    });

  return {
    KEY,
    VERSION,
    FIRST_NAME,
    FARTHEST,
    empty,
    project,
    month,
    cleaned,
    same,
    read,
    followed,
    shaped,
    free,
    add,
    current,
    open,
  };
})();
