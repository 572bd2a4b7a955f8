// A project as cells, each a field with one value, and a project of its cells. What two people change at the same time meets in
// a cell or not at all: a tick, a number, a day, an answer.
"use strict";

/**
 * @typedef {string | number | boolean | (string | number)[]} Value
 * @typedef {[string, Value, string?]} Cell Its field, its value, and the device that wrote it. A field is its kind, then what it is about: `tick fasen/een/stap/#punt`.
 * @typedef {{one: Project, rows: Record<string, Partial<MeterRow>>, spots: Record<string, Partial<Spot>>, tries: Record<string, Try[]>,
 *   vows: Record<string, Record<string, Partial<Vow>>>, device: string}} Gathered
 * @typedef {{keys: number, check: (value: any) => unknown, put: (draft: Gathered, value: any, ...keys: string[]) => void,
 *   single?: boolean, moves?: "place" | "phase", free?: boolean, brief?: boolean}} CellKind
 *   How many words stand behind it; what throws where a value is none of it; where it goes; whether its last word is not there for
 *   the one of before there could be more; what its last word is, where that can move; whether somebody types it; whether it is about somebody's home. Of these two nothing is kept that was written over.
 */

const Cells = (() => {
  const { text, whole, flag, list, month, cleaned, LONGEST_SPOT, FIRST_NAME } = ProjectShape;

  /** @template {object} T @param {Record<string, Partial<T>>} all @param {string} id @returns {Partial<T>} */
  const of = (all, id) => (all[id] ??= {});

  /** A promise at a spot. @param {Gathered["vows"]} all @param {string} spot @param {string} id */
  const vow = (all, spot, id) => of((all[spot] ??= {}), id);

  /** @type {Record<string, CellKind>} */
  const KINDS = {
    name: {
      keys: 0,
      check: text,
      free: true,
      put: ({ one }, value) => {
        one.name = cleaned(value) || FIRST_NAME;
      },
    },
    tick: {
      keys: 1,
      check: text,
      moves: "place",
      put: ({ one }, value, key) => {
        one.ticks[key] = value;
      },
    },
    who: { keys: 1, check: text, moves: "place", put: ({ one }, value, key) => task(one, key, { who: value }) },
    due: { keys: 1, check: text, moves: "place", put: ({ one }, value, key) => task(one, key, { day: value }) },
    "row-at": { keys: 1, check: whole, put: ({ rows }, at, id) => Object.assign(of(rows, id), { at }) },
    "row-name": {
      keys: 1,
      check: text,
      free: true,
      put: ({ rows }, name, id) => Object.assign(of(rows, id), { name }),
    },
    "row-tenants": { keys: 1, check: whole, put: ({ rows }, tenants, id) => Object.assign(of(rows, id), { tenants }) },
    "row-yes": { keys: 1, check: whole, put: ({ rows }, yes, id) => Object.assign(of(rows, id), { yes }) },
    "row-no": { keys: 1, check: whole, put: ({ rows }, no, id) => Object.assign(of(rows, id), { no }) },
    start: {
      keys: 0,
      check: text,
      put: ({ one }, value) => {
        one.plan.start = value;
      },
    },
    span: {
      keys: 1,
      check: (value) => list(value).map(whole),
      moves: "phase",
      put: ({ one }, [first, last], phase) => {
        one.plan.spans[phase] = [month(first), month(last)];
      },
    },
    busy: {
      keys: 1,
      check: flag,
      moves: "phase",
      put: ({ one }, value, phase) => {
        one.plan.busy[phase] = value;
      },
    },
    answer: {
      keys: 2,
      check: text,
      moves: "place",
      put: ({ one }, value, moment, key) => {
        one.scan[moment] ??= {};
        one.scan[moment][key] = value;
      },
    },
    amount: {
      keys: 1,
      check: whole,
      put: ({ one }, value, key) => {
        one.estimate.amounts[key] = value;
      },
    },
    without: {
      keys: 1,
      check: flag,
      put: ({ one }, value, key) => {
        one.estimate.without[key] = value;
      },
    },
    "spot-part": {
      keys: 1,
      check: text,
      free: true,
      brief: true,
      put: ({ spots }, value, id) => Object.assign(of(spots, id), { part: cleaned(value, LONGEST_SPOT) }),
    },
    "spot-name": {
      keys: 1,
      check: text,
      free: true,
      brief: true,
      put: ({ spots }, value, id) => Object.assign(of(spots, id), { name: cleaned(value, LONGEST_SPOT) }),
    },
    try: {
      keys: 2,
      check: (value) => list(value).map(text),
      brief: true,
      put: ({ tries }, [day = "", daypart = "", outcome = "", after = ""], spot, id) =>
        (tries[spot] ??= []).push({ id, day, daypart, outcome, ...(after ? { after } : {}) }),
    },
    "vow-what": {
      keys: 2,
      single: true,
      check: text,
      free: true,
      brief: true,
      put: ({ vows }, value, spot, id) => Object.assign(vow(vows, spot, id), { what: cleaned(value) }),
    },
    "vow-by": {
      keys: 2,
      single: true,
      check: text,
      brief: true,
      put: ({ vows, device }, by, spot, id) =>
        Object.assign(vow(vows, spot, id), { by, ...(device ? { from: device } : {}) }),
    },
    "vow-day": {
      keys: 2,
      single: true,
      check: text,
      brief: true,
      put: ({ vows }, day, spot, id) => Object.assign(vow(vows, spot, id), { day }),
    },
    "vow-kept": {
      keys: 2,
      single: true,
      check: text,
      brief: true,
      put: ({ vows }, kept, spot, id) => Object.assign(vow(vows, spot, id), { kept }),
    },
  };

  /** @param {Project} one @param {string} key @param {Partial<Task>} part */
  const task = (one, key, part) => {
    one.tasks[key] = { ...{ who: "", day: "" }, ...one.tasks[key], ...part };
  };

  /** The kind of a field and what it is about; nothing where no project of this edition has it.
   * @param {string} field @returns {{kind: CellKind, keys: string[]} | null} */
  const parted = (field) => {
    const before = read.get(field);
    if (before !== undefined) return before;
    const found = part(field);
    read.set(field, found);
    return found;
  };

  /** What was found of fields before: the same come back with each change. @type {Map<string, {kind: CellKind, keys: string[]} | null>} */
  const read = new Map();

  /** @param {string} field */
  const part = (field) => {
    const words = field.split(" ");
    const kind = Object.hasOwn(KINDS, words[0]) ? KINDS[words[0]] : null;
    if (!kind || words.includes("__proto__")) return null;
    // What may hold a space comes last.
    const keys = kind.keys ? [...words.slice(1, kind.keys), words.slice(kind.keys).join(" ")] : [];
    return words.length > kind.keys - Number(kind.single ?? false) ? { kind, keys } : null;
  };

  /** Whether a field is one of a project, and not of the journal or of a later edition. @param {string} field */
  const known = (field) => parted(field) !== null;

  /** Whether somebody typed what stands in a field. @param {string} field */
  const typed = (field) => parted(field)?.kind.free ?? false;

  /** Whether nothing of a field is kept that was written over: what somebody typed, and all that is about somebody's home.
   * @param {string} field */
  const brief = (field) => typed(field) || (parted(field)?.kind.brief ?? false);

  /** Throws `TypeError` where a value cannot stand in a field. @param {string} field @param {any} value */
  const check = (field, value) => {
    const found = parted(field);
    if (value === null) return;
    if (found) found.kind.check(value);
    else if (!["string", "number", "boolean"].includes(typeof value)) throw new TypeError(field);
  };

  /** A field under the address where a piece is now. @param {string} field @param {Record<string, string>} moved */
  const fieldNow = (field, moved) => {
    const found = parted(field);
    if (!found?.kind.moves) return field;
    const last = found.keys[found.keys.length - 1];
    const now = found.kind.moves === "place" ? ProjectShape.placeNow(last, moved) : ProjectShape.phaseNow(last, moved);
    return last === now ? field : field.slice(0, field.length - last.length) + now;
  };

  /** The cells of a project. @param {Project} one @returns {Map<string, Value>} */
  const flat = (one) => {
    /** @type {Map<string, Value>} */
    const cells = new Map();
    /** @param {Value | null} value @param {...string} words */
    const put = (value, ...words) => value !== null && cells.set(words.join(" "), value);
    put(one.name, "name");
    for (const [key, day] of Object.entries(one.ticks)) put(day, "tick", key);
    for (const [key, { who, day }] of Object.entries(one.tasks)) {
      put(who || null, "who", key);
      put(day || null, "due", key);
    }
    let next = Math.max(-1, ...one.meter.map(({ at }) => at ?? -1)) + 1;
    for (const { id, at, name, tenants, yes, no } of one.meter) {
      put(at ?? next++, "row-at", id);
      put(name, "row-name", id);
      put(tenants, "row-tenants", id);
      put(yes, "row-yes", id);
      put(no, "row-no", id);
    }
    put(one.plan.start || null, "start");
    for (const [phase, span] of Object.entries(one.plan.spans)) put(span, "span", phase);
    for (const [phase, busy] of Object.entries(one.plan.busy)) put(busy, "busy", phase);
    for (const [key, number] of Object.entries(one.estimate.amounts)) put(number, "amount", key);
    for (const [key, out] of Object.entries(one.estimate.without)) put(out, "without", key);
    for (const [moment, answers] of Object.entries(one.scan))
      for (const [key, answer] of Object.entries(answers)) put(answer, "answer", moment, key);
    for (const [id, { part, name, tries, vows }] of Object.entries(one.round)) {
      put(part, "spot-part", id);
      put(name, "spot-name", id);
      for (const { id: which, day, daypart, outcome, after } of tries)
        put([day, daypart, outcome, ...(after ? [after] : [])], "try", id, which);
      for (const { id: which, from, ...parts } of vows)
        for (const [what, value] of Object.entries(parts)) put(value, `vow-${what}`, id, ...(which ? [which] : []));
    }
    return cells;
  };

  /** @param {{day: string}} first @param {{day: string}} other */
  const byDay = (first, other) => (first.day < other.day ? -1 : first.day > other.day ? 1 : 0);

  /** @param {Try} first @param {Try} other */
  const byTurn = (first, other) => byDay({ day: first.after ?? first.day }, { day: other.after ?? other.day });

  /** The project of its cells, in the order in which they were written. A row, spot or promise that somebody took away stays
   * away, whatever another wrote into it meanwhile. @param {Iterable<Cell>} cells @returns {Project} */
  const whole_ = (cells) => {
    /** @type {Gathered} */
    const draft = { one: ProjectShape.empty(FIRST_NAME), rows: {}, spots: {}, tries: {}, vows: {}, device: "" };
    for (const [field, value, device = ""] of cells) {
      const found = parted(field);
      draft.device = device;
      found?.kind.put(draft, value, ...found.keys);
    }
    const { one, rows, spots, tries, vows } = draft;
    one.meter = Object.entries(rows)
      .filter(([, row]) => row.at !== undefined)
      .map(([id, row]) => ({ id, at: 0, name: "", tenants: null, yes: null, no: null, ...row }))
      .sort((first, other) => (first.at ?? 0) - (other.at ?? 0) || (first.id < other.id ? -1 : 1));
    for (const [id, spot] of Object.entries(spots).filter(([, { name }]) => name !== undefined))
      one.round[id] = {
        part: "",
        name: "",
        ...spot,
        tries: (tries[id] ?? []).sort(byTurn),
        vows: Object.entries(vows[id] ?? {})
          .filter(([, { what }]) => what !== undefined)
          .map(([which, parts]) => ({ what: "", by: "", day: "", kept: "", ...parts, id: which }))
          .sort((first, other) => byDay(first, other) || (first.id < other.id ? -1 : 1)),
      };
    return one;
  };

  return { known, typed, brief, check, fieldNow, flat, whole: whole_ };
})();
