// One project: what it holds, and a value of that shape from whatever was kept or given. Nothing here knows a page.
"use strict";

/**
 * @typedef {{id: string, at: number | null, name: string, tenants: number | null, yes: number | null, no: number | null}} MeterRow
 *   `id` stays whatever the row is called; `at` says in which order rows stand.
 * @typedef {{start: string, spans: Record<string, [number, number]>, busy: Record<string, boolean>}} PlanState
 *   The day of month 0; the months of phases where they differ from the handbook's; the phases that are intensive where that
 *   differs, and under `*` what holds for all others.
 * @typedef {Record<string, Record<string, string>>} ScanState Moment → criterion → answer.
 * @typedef {{id: string, outcome: string, daypart: string, day: string, after?: string}} Try
 *   How somebody tried at a spot, and when; `after` is the day by which it stands in order, where it came after one of a clock that was ahead.
 * @typedef {{id: string, what: string, by: string, day: string, kept: string, from?: string}} Vow
 *   What was promised, who keeps it and when; the day on which it was kept; the device that said who. One of when a spot had room for one has no `id`.
 * @typedef {{part: string, name: string, tries: Try[], vows: Vow[]}} Spot Its promises by their day.
 * @typedef {Record<string, Spot>} RoundState By an id that stays.
 * @typedef {{who: string, day: string}} Task Which role does a point, and by which day.
 * @typedef {{amounts: Record<string, number>, without: Record<string, boolean>}} EstimateState
 *   How many there are of an amount where that is known; the parts that are left out.
 * @typedef {{name: string, ticks: Record<string, string>, meter: MeterRow[], plan: PlanState, scan: ScanState, round: RoundState,
 *   tasks: Record<string, Task>, estimate: EstimateState}} Project
 *   A tick is the day on which it was set, under `address#item`; so is a task.
 */

const ProjectShape = (() => {
  const FIRST_NAME = "Mijn project";
  const LONGEST_NAME = 80;
  const LONGEST_SPOT = 20;
  const FARTHEST = 120;

  /** @param {string} name @returns {Project} */
  const empty = (name) => ({
    name,
    ticks: {},
    meter: [],
    plan: { start: "", spans: {}, busy: {} },
    scan: {},
    round: {},
    tasks: {},
    estimate: { amounts: {}, without: {} },
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
  /** @param {any} value @returns {boolean} */
  const flag = (value) => {
    if (typeof value !== "boolean") throw new TypeError("flag");
    return value;
  };
  /** A month beside the start, as far away as a plan goes. @param {any} value @returns {number} */
  const month = (value) => Math.min(FARTHEST, Math.max(-FARTHEST, whole(value) ?? 0));
  /** @template T @param {any} value @param {(one: any, key: string) => T} each @returns {Record<string, T>} */
  const map = (value, each) =>
    Object.fromEntries(Object.entries(record(value)).map(([key, one]) => [key, each(one, key)]));

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

  /** A name as people read it. @param {string} name */
  const read = (name) =>
    cleaned(name)
      .normalize("NFKC")
      .replace(/[\u200c\u200d]/g, "")
      .toLowerCase();

  /** Whether people would call two names the same. @param {string} one @param {string} other */
  const same = (one, other) => read(one) === read(other);

  /** Something of a list by a name that stays: its own, else what it is, with a number where that stands twice.
   * @param {Set<string>} taken @param {string} own @param {string} otherwise */
  const named = (taken, own, otherwise) => {
    let id = own || otherwise;
    for (let number = 2; taken.has(id); number += 1) id = `${own || otherwise}.${number}`;
    taken.add(id);
    return id;
  };

  /** The rows of the meter; a row that has no name of its own yet goes by what it is called, the same on every device.
   * @param {any} value @returns {MeterRow[]} */
  const rows = (value) => {
    /** @type {Set<string>} */
    const taken = new Set();
    return list(value).map((row, index) => {
      const { id, at, name, tenants, yes, no } = record(row);
      const called = text(name);
      return {
        id: named(taken, text(id), called ? `r${Hashes.of(called)}` : `n${index}`),
        at: whole(at) ?? index,
        name: called,
        tenants: whole(tenants),
        yes: whole(yes),
        no: whole(no),
      };
    });
  };

  /** The tries at a spot; one without a name of its own goes by its day, its turn on that day and how it went.
   * @param {any} value @returns {Try[]} */
  const tries = (value) => {
    /** @type {Set<string>} */
    const taken = new Set();
    /** @type {Record<string, number>} */
    const turns = {};
    return list(value).map((one) => {
      const { id, outcome, daypart, day } = record(one);
      const [how, when, on] = [text(outcome), text(daypart), text(day)];
      turns[on] = (turns[on] ?? 0) + 1;
      const otherwise = `t${on}.${turns[on]}.${Hashes.of(`${when} ${how}`)}`;
      return { id: named(taken, text(id), otherwise), outcome: how, daypart: when, day: on };
    });
  };

  /** The one promise of before there could be more. @param {Record<string, any>} vow @returns {Vow} */
  const vowed = ({ what, by, day, kept }) => ({
    id: "",
    what: cleaned(text(what), LONGEST_NAME),
    by: text(by),
    day: text(day),
    kept: text(kept),
  });

  /** Which phases are intensive; at first that was a list of them all. @param {any} value @returns {Record<string, boolean>} */
  const intensive = (value) => {
    if (value === undefined || value === null) return {};
    if (!Array.isArray(value)) return map(value, flag);
    return { "*": false, ...Object.fromEntries(value.map((slug) => [text(slug), true])) };
  };

  /** A project of the right shape from what was kept or imported. @param {any} data @returns {Project} */
  const shaped = (data) => {
    const { name, ticks, meter, plan, scan, round, tasks, estimate } = record(data);
    const { amounts, without } = record(estimate);
    const { start, spans, busy } = record(plan);
    return {
      name: cleaned(text(name)) || FIRST_NAME,
      ticks: map(ticks, text),
      meter: rows(meter),
      plan: {
        start: text(start),
        spans: map(spans, (span) => [month(list(span)[0]), month(list(span)[1])]),
        busy: intensive(busy),
      },
      scan: map(scan, (answers) => map(answers, text)),
      round: map(round, (spot) => {
        const { part, name: called, tries: tried, vow } = record(spot);
        return {
          part: cleaned(text(part), LONGEST_SPOT),
          name: cleaned(text(called), LONGEST_SPOT),
          tries: tries(tried),
          vows: vow === undefined || vow === null ? [] : [vowed(record(vow))],
        };
      }),
      tasks: map(tasks, (task) => ({ who: text(record(task).who), day: text(task.day) })),
      estimate: { amounts: map(amounts, (one) => whole(one) ?? 0), without: map(without, flag) },
    };
  };

  /** Where something kept under `address#item` stands now, and an item where it moved on its own.
   * @param {string} key @param {Record<string, string>} moved */
  const placeNow = (key, moved) => {
    const [address, item] = key.split("#");
    const there = Object.hasOwn(moved, address) ? `${moved[address]}#${item}` : key;
    return [key, there].map((one) => (Object.hasOwn(moved, one) ? moved[one] : "")).find(Boolean) ?? there;
  };

  /** The name of a phase in its address now. @param {string} slug @param {Record<string, string>} moved */
  const phaseNow = (slug, moved) =>
    Object.hasOwn(moved, `fasen/${slug}/`) ? moved[`fasen/${slug}/`].split("/")[1] : slug;

  return {
    FIRST_NAME,
    FARTHEST,
    LONGEST_NAME,
    LONGEST_SPOT,
    empty,
    record,
    list,
    text,
    whole,
    flag,
    month,
    map,
    cleaned,
    read,
    same,
    named,
    shaped,
    placeNow,
    phaseNow,
  };
})();
