// What a reader keeps on this device: projects with their ticks, counts, plans and scans.
//
// One text in the browser's storage, with a version. An older version is migrated; a text that cannot be read is set
// aside, never thrown away; one of a newer version is left alone. Nothing here knows a page.
"use strict";

/**
 * @typedef {{name: string, tenants: number | null, yes: number | null, no: number | null}} MeterRow
 * @typedef {{start: string, spans: Record<string, [number, number]>, busy: string[] | null}} PlanState
 *   The start of the works; the months of phases where they differ from the handbook's; the phases that are intensive.
 * @typedef {Record<string, Record<string, string>>} ScanState Moment → criterion → answer.
 * @typedef {{name: string, ticks: Record<string, string>, meter: MeterRow[], plan: PlanState, scan: ScanState}} Project
 *   A tick is the day on which it was set, under `address#item`.
 * @typedef {{version: number, current: string, limit: number, projects: Record<string, Project>}} State
 * @typedef {"" | "damaged" | "newer" | "full" | "visit" | "page"} Notice
 *   What the reader must know: a store was set aside; it is of a newer version; there is no room; it is kept until this
 *   window closes; it is kept until this page closes.
 */

const Store = (() => {
  const KEY = "handboek";
  const ASIDE = "handboek-beschadigd-";
  const VERSION = 2;
  const FIRST_NAME = "Mijn project";
  const FARTHEST = 120;

  /** From each version to the next. Version 1 kept ticks only, as a list under the project's name.
   * @type {Record<number, (old: any) => any>} */
  const MIGRATIONS = {
    1: (old) => {
      const projects = Object.entries(record(old.projects)).map(([name, ticks], index) => [
        `p${index + 1}`,
        { name, ticks: Object.fromEntries(list(ticks).map((tick) => [text(tick), ""])) },
      ]);
      return { version: 2, projects: Object.fromEntries(projects), current: projects.length ? "p1" : "" };
    },
  };

  /** @returns {State} */
  const empty = () => ({ version: VERSION, current: "", limit: 1, projects: {} });

  /** @param {string} name @returns {Project} */
  const project = (name) => ({ name, ticks: {}, meter: [], plan: { start: "", spans: {}, busy: null }, scan: {} });

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

  /** A project of the right shape from what was kept or imported. @param {any} data @returns {Project} */
  const shaped = (data) => {
    const { name, ticks, meter, plan, scan } = record(data);
    const { start, spans, busy } = record(plan);
    return {
      name: text(name).trim().slice(0, 80) || FIRST_NAME,
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
    };
  };

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
      const shapedProjects = map(projects, shaped);
      const first = Object.keys(shapedProjects)[0] ?? "";
      const known = Object.hasOwn(shapedProjects, text(current)) ? current : first;
      return {
        state: { version: VERSION, current: known, limit: Math.max(1, whole(limit) ?? 1), projects: shapedProjects },
        notice: "",
      };
    } catch {
      return { state: empty(), notice: "damaged" };
    }
  };

  /** Keys of the form `address#item` under the address where the piece is now.
   * @template T @param {Record<string, T>} kept @param {Record<string, string>} moved @returns {Record<string, T>} */
  const follow = (kept, moved) =>
    Object.fromEntries(
      Object.entries(kept).map(([key, value]) => {
        const [address, item] = key.split("#");
        return [Object.hasOwn(moved, address) ? `${moved[address]}#${item}` : key, value];
      }),
    );

  /** The name of a phase in its address now. @param {string} slug @param {Record<string, string>} moved */
  const phaseNow = (slug, moved) => (Object.hasOwn(moved, `fasen/${slug}/`) ? moved[`fasen/${slug}/`].split("/")[1] : slug);

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

  /** A name that no other project has. @param {State} state @param {string} wanted */
  const free = (state, wanted) => {
    const taken = new Set(Object.values(state.projects).map((one) => one.name));
    let name = wanted.trim().slice(0, 80) || FIRST_NAME;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted.trim()} (${number})`;
    return name;
  };

  /** Add a project and make it the current one. @param {State} state @param {Project} one @param {string} [id] */
  const add = (state, one, id) => {
    const key = id ?? `p${Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("")}`;
    state.projects[key] = { ...one, name: free(state, one.name) };
    state.current = key;
    return state.projects[key];
  };

  /** The current project; one is made where there is none. @param {State} state @returns {Project} */
  const current = (state) => state.projects[state.current] ?? add(state, project(FIRST_NAME));

  /** The text of an export. @param {Project[]} projects @param {string} day */
  const exported = (projects, day) =>
    JSON.stringify({ format: "handboek-projecten", version: VERSION, exported: day, projects }, null, 1);

  /** The projects in an exported text; throws where it is none of ours.
   * @param {string} kept @param {Record<string, string>} moved @returns {Project[]} */
  const imported = (kept, moved) => {
    const data = record(JSON.parse(kept));
    if (data.format !== "handboek-projecten") throw new TypeError("format");
    if (!(data.version >= 2 && data.version <= VERSION)) throw new RangeError("version");
    return list(data.projects).map((one) => followed(shaped(one), moved));
  };

  /** The browser's storage: that of the device, else that of this window, else none.
   * @param {Window} page @returns {{storage: Storage | null, notice: Notice}} */
  const storageOf = (page) => {
    try {
      page.localStorage.getItem(KEY);
      return { storage: page.localStorage, notice: "" };
    } catch {
      try {
        page.sessionStorage.getItem(KEY);
        return { storage: page.sessionStorage, notice: "visit" };
      } catch {
        return { storage: null, notice: "page" };
      }
    }
  };

  /**
   * Open the store. Every change reads what is kept anew, so that several tabs do not undo each other's work.
   * @param {{storage: Storage | null, notice: Notice}} where @param {Record<string, string>} moved
   */
  const open = ({ storage, notice: place }, moved) => {
    let state = empty();
    /** @type {Notice} */
    let notice = place;
    let writable = storage !== null;
    /** @type {((state: State) => void)[]} */
    const listeners = [];

    const load = () => {
      if (!storage || !writable) return;
      const kept = storage.getItem(KEY);
      const found = read(kept);
      if (found.notice === "damaged" && kept !== null) {
        try {
          storage.setItem(`${ASIDE}${Date.now()}`, kept);
          storage.removeItem(KEY);
        } catch {
          found.notice = "full"; // no room to set it aside, so it stays where it is
          writable = false;
        }
      }
      if (found.notice === "newer") writable = false;
      if (found.notice) notice = found.notice;
      state = { ...found.state, projects: map(found.state.projects, (one) => followed(one, moved)) };
    };

    /** @param {(state: State) => void} edit */
    const change = (edit) => {
      if (notice !== "full") load();
      edit(state);
      if (storage && writable) {
        try {
          storage.setItem(KEY, JSON.stringify(state));
          if (notice === "full") notice = place;
        } catch {
          notice = "full";
        }
      }
      listeners.forEach((listener) => listener(state));
    };

    /** Look again at what is kept. */
    const refresh = () => {
      if (notice !== "full") load();
      listeners.forEach((listener) => listener(state));
    };

    /** Another tab changed something. @param {StorageEvent} event */
    const heard = (event) => {
      if (event.storageArea === storage && (event.key === KEY || event.key === null)) refresh();
    };

    /** The texts that were set aside, by their key. @returns {[string, string][]} */
    const aside = () => {
      if (!storage) return [];
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      return keys.filter((key) => key.startsWith(ASIDE)).map((key) => [key, storage.getItem(key) ?? ""]);
    };

    load();
    return {
      change,
      refresh,
      heard,
      aside,
      /** @param {string} key */
      dropAside: (key) => storage?.removeItem(key),
      /** @param {(state: State) => void} listener */
      listen: (listener) => {
        listeners.push(listener);
        listener(state);
      },
      get state() {
        return state;
      },
      get notice() {
        return notice;
      },
    };
  };

  return { KEY, VERSION, empty, project, month, read, follow, free, add, current, exported, imported, storageOf, open };
})();
