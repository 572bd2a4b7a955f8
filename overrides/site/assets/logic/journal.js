// What was done, as events that are only added. Whoever holds the same events sees the same projects, in whatever order and
// however often they came: of each cell the last event counts, and which is last all devices agree on.
"use strict";

/**
 * @typedef {{project: string, field: string, value: Value | null, clock: number, device: string, day: string}} Happening
 *   Somebody gave a cell a value, or took it away. `day` is today, or the latest day that the device had seen if that is a little
 *   later, so that a clock that is behind does no harm; it is never before the day of what stood in the cell. `clock` is higher
 *   than all that it knew then.
 * @typedef {Map<string, Happening>} Winners Of each field the event that counts.
 * @typedef {{projects: Record<string, Project>, gone: Record<string, Happening>, home: (id: string) => string,
 *   cells: Map<string, Winners>}} Seen
 *   The projects; those that somebody deleted, with the event that did; where a project went that was joined with another.
 */

const Journal = (() => {
  /** The fields of the journal itself: a project was deleted; it is the same as another; what a device is called; when a project
   * began, by which they stand in order. */
  const [GONE, INTO, LABEL, SINCE] = ["gone", "into", "label", "since"];
  /** So many events are kept whole; of more only those that count, which lose nothing but what was written over. */
  const MOST = 4_000;
  /** A day that lies more days than this after ours is of a clock that is wrong: it counts where it stands, and drags nothing along. */
  const AHEAD = 31;
  /** No clock runs farther in a life. */
  const LATEST = 1_000_000_000;

  /** @param {string} one @param {string} other */
  const words = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  /** The day by which an event stands in order: what is of before events were kept comes before all else. @param {Happening} one */
  const since = ({ clock, day }) => (clock ? day : "");

  /** Which of two events was later: one order, the same on each device. The day decides, and within a day the clock: who did more
   * on an earlier day has no higher right than who did less on a later one.
   * @param {Happening} one @param {Happening} other */
  const order = (one, other) =>
    words(since(one), since(other)) ||
    one.clock - other.clock ||
    words(one.device, other.device) ||
    words(one.project, other.project) ||
    words(one.field, other.field) ||
    words(JSON.stringify(one.value), JSON.stringify(other.value)) ||
    words(one.day, other.day);

  /** An event by all that it is: a device whose storage was copied writes two with one clock. @param {Happening} one */
  const identity = ({ clock, device, project, field, value, day }) =>
    `${clock} ${device} ${project} ${day} ${JSON.stringify(value)} ${field}`;

  /** Whether what is in a field was typed, and may be about somebody. @param {string} field */
  const typed = (field) => Cells.typed(field) || field.startsWith(`${LABEL} `);

  /** Whether nothing of a field is kept that was written over. @param {string} field */
  const passing = (field) => Cells.brief(field) || typed(field);

  /** @param {Happening} one */
  const cell = ({ project, field }) => `${project} ${field}`;

  /** Without what was written over of what somebody typed and of somebody's home: who corrects or wipes that wants it gone, and
   * what counts stays the same without. What was written over stays so, so that devices agree in whatever order they read.
   * @param {Happening[]} events in their order */
  const brief = (events) => {
    const last = new Map(events.map((one) => [cell(one), one]));
    return events.filter((one) => !passing(one.field) || last.get(cell(one)) === one);
  };

  /** All events of both, each once, in their order, without what may not stay. @param {Happening[]} one @param {Happening[]} other */
  const merged = (one, other) => {
    const all = new Map([...one, ...other].map((event) => [identity(event), event]));
    return brief([...all.values()].sort(order));
  };

  /** Those of the others that we have not, and that say something that we would keep.
   * @param {Happening[]} ours @param {Happening[]} others */
  const unknown = (ours, others) => {
    const known = new Set(ours.map(identity));
    return merged(ours, others).filter((one) => !known.has(identity(one)));
  };

  /** Where each project is kept that was said to be the same as another. @param {Happening[]} events in their order */
  const homes = (events) => {
    /** @type {Map<string, Value | null>} */
    const said = new Map();
    for (const { project, field, value } of events) if (field === INTO) said.set(project, value);
    /** @type {Map<string, string>} */
    const above = new Map();
    /** @param {string} id @returns {string} */
    const home = (id) => {
      let at = id;
      for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
      return at;
    };
    for (const [project, value] of said) {
      if (typeof value !== "string") continue;
      const [one, other] = [home(project), home(value)].sort();
      if (one !== other) above.set(other, one);
    }
    return home;
  };

  /** What the events come to. @param {Happening[]} events in their order @param {Record<string, string>} moved @returns {Seen} */
  const seen = (events, moved) => {
    const home = homes(events);
    /** @type {Map<string, Winners>} */
    const cells = new Map();
    for (const event of events) {
      if (event.field === INTO) continue;
      const id = home(event.project);
      const mine = cells.get(id) ?? new Map();
      cells.set(id, mine);
      const field = Cells.fieldNow(event.field, moved);
      const last = mine.get(field);
      // Of one moment, what stood here counts for more than what moved here.
      if (field !== event.field && last?.clock === event.clock && last.device === event.device) continue;
      mine.delete(field); // what was written last stands last
      mine.set(field, event);
    }
    /** @type {Seen} */
    const found = { projects: {}, gone: {}, home, cells };
    for (const [id, mine] of [...cells].sort(begun)) {
      const gone = mine.get(GONE);
      if (gone?.value) found.gone[id] = gone;
      else if (mine.get("name")?.value !== undefined) found.projects[id] = project(mine);
    }
    return found;
  };

  /** Which of two projects began first. @param {[string, Winners]} one @param {[string, Winners]} other */
  const begun = ([one, its], [other, others]) => {
    const [first, second] = [its.get(SINCE), others.get(SINCE)];
    return (
      (first?.clock ?? 0) - (second?.clock ?? 0) ||
      Number(first?.value ?? 0) - Number(second?.value ?? 0) ||
      words(one, other)
    );
  };

  /** The project of the events that count. @param {Winners} winners */
  const project = (winners) =>
    Cells.whole(
      [...winners].flatMap(([field, { value, clock, device }]) =>
        value === null ? [] : [/** @type {Cell} */ (clock ? [field, value, device] : [field, value])],
      ),
    );

  /** The highest clock of these. @param {Happening[]} events */
  const highest = (events) => events.reduce((most, { clock }) => Math.max(most, clock), 0);

  /** The day of what is done now: no earlier than all that was seen, as far as a clock can be ahead of ours, and than what is
   * written over. @param {Happening[]} events @param {string} today @param {Happening} [over] */
  const dayAfter = (events, today, over) => {
    const may = today && Dates.addDays(today, AHEAD);
    const first = over && since(over) > today ? since(over) : today;
    return events.reduce((latest, { day }) => (day > latest && day <= may ? day : latest), first);
  };

  /** @param {Value | null} one @param {Value | null} other */
  const equal = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);

  /** What somebody did: the events that make the projects of what they were.
   * @param {Happening[]} events in their order @param {Record<string, Project>} projects as they are now
   * @param {{device: string, label: string, day: string, clock?: number}} me `clock` is the highest that this device ever knew
   * @param {Record<string, string>} moved @returns {Happening[]} */
  const recorded = (events, projects, { device, label, day: today, clock: known = 0 }, moved) => {
    const before = seen(events, moved);
    const now = dayAfter(events, today);
    let clock = Math.max(highest(events), known) + 1;
    /** @type {Happening[]} */
    const made = [];
    /** @param {string} id @param {string} field @param {Value | null} value */
    const put = (id, field, value) => {
      // What may not stay is written over in each of the projects that were joined.
      const joined = passing(field)
        ? events.flatMap((one) => (one.field === field && before.home(one.project) === id ? [one.project] : []))
        : [];
      const over = before.cells.get(id)?.get(Cells.fieldNow(field, moved));
      const day = dayAfter([], now, over);
      for (const project of new Set([id, ...joined])) made.push({ project, field, value, clock: clock++, device, day });
    };
    for (const id of Object.keys(before.projects)) if (!Object.hasOwn(projects, id)) put(id, GONE, true);
    for (const [id, one] of Object.entries(projects)) {
      const was = before.cells.get(id) ?? new Map();
      // As it was shown: what another wrote into something that was taken away stays as it is.
      const shown = Cells.flat(project(was));
      const now = Cells.flat(one);
      const count = made.length;
      if (!was.size) put(id, SINCE, 0);
      if (was.get(GONE)?.value) put(id, GONE, null);
      for (const [field, value] of now)
        if (!equal(was.has(field) ? (shown.get(field) ?? null) : null, value)) put(id, field, value);
      for (const field of shown.keys()) if (was.has(field) && !now.has(field)) put(id, field, null);
      const mine = `${LABEL} ${device}`;
      if (made.length > count && label !== (was.get(mine)?.value ?? "")) put(id, mine, label);
    }
    return made;
  };

  /** Say that a project is the same as another, or no longer.
   * @param {Happening[]} events in their order @param {string} id @param {string | null} other @param {{device: string, day: string}} me
   * @returns {Happening} */
  const joined = (events, id, other, { device, day }) => ({
    project: id,
    field: INTO,
    value: other,
    clock: highest(events) + 1,
    device,
    day: dayAfter(events, day, events.filter((one) => one.project === id && one.field === INTO).at(-1)),
  });

  /** Of each cell the event that counts: what others may still merge, without what was written over.
   * @param {Happening[]} events in their order */
  const compacted = (events) => [...new Map(events.map((one) => [cell(one), one])).values()].sort(order);

  /** @param {Happening[]} events in their order */
  const bounded = (events) => (events.length > MOST ? compacted(events) : events);

  /** A project as events of a time before events were kept: the same wherever somebody reads it, and before all that anybody
   * did since. @param {string} id @param {Project} one @param {number} [place] among others @returns {Happening[]} */
  const founded = (id, one, place = 0) => {
    const cells = [...Cells.flat(one)].sort(([first], [other]) => words(first, other));
    const device = `f${Hashes.of(JSON.stringify(cells))}`;
    return [...cells, /** @type {Cell} */ ([SINCE, place])].map(([field, value]) => {
      const day = field.startsWith("tick ") && typeof value === "string" && Dates.isDay(value) ? value : "";
      return { project: id, field, value, clock: 0, device, day };
    });
  };

  // As text: rows, with what comes back often told once.

  /** @param {Happening[]} events */
  const packed = (events) => {
    /** @type {[string[], string[], string[]]} */
    const [projects, devices, days] = [[], [], []];
    /** @param {string[]} all @param {string} one */
    const at = (all, one) => (all.includes(one) ? all.indexOf(one) : all.push(one) - 1);
    const rows = events.map(({ project, device, day, clock, field, value }) => [
      at(projects, project),
      at(devices, device),
      at(days, day),
      clock,
      field,
      value,
    ]);
    return { projects, devices, days, rows };
  };

  const NAME = /^[a-z0-9]{1,40}$/i;

  /** @param {boolean} holds */
  const must = (holds) => {
    if (!holds) throw new TypeError("event");
  };

  /** The events of rows, in their order; throws `TypeError` where one cannot be.
   * @param {any} data @returns {Happening[]} */
  const unpacked = (data) => {
    const { record, list, text, whole } = ProjectShape;
    must(data !== undefined);
    const { projects, devices, days, rows } = record(data);
    const [ids, who, when] = [projects, devices, days].map((all) => list(all).map(text));
    must([...ids, ...who].every((one) => NAME.test(one)) && when.every((day) => day === "" || Dates.isDay(day)));
    const events = list(rows).map((row) => {
      const [project, device, day, clock, field, value] = list(row);
      must([ids[project], who[device], when[day]].every((one) => one !== undefined) && typeof field === "string");
      must((whole(clock) ?? -1) >= 0 && clock <= LATEST && value !== undefined);
      Cells.check(field, value);
      return { project: ids[project], device: who[device], day: when[day], clock, field, value };
    });
    return merged(events, []);
  };

  return {
    GONE,
    INTO,
    LABEL,
    SINCE,
    AHEAD,
    typed,
    merged,
    unknown,
    seen,
    project,
    recorded,
    joined,
    compacted,
    bounded,
    founded,
    highest,
    packed,
    unpacked,
    equal,
  };
})();
