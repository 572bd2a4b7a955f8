// What changed in a project, by device and day.
"use strict";

/**
 * @typedef {Happening & {was?: Value | null, about?: string}} Change An event, with what stood there before, and in which part or
 *   at which spot, where that is told.
 * @typedef {{device: string, day: string, old: boolean, events: Change[]}} Day
 *   What one device did on one day, of what counts now; `old` where that was before events were kept, when a file was no device.
 */

const News = (() => {
  /** The events that count after something was taken in, and did not before.
   * @param {Happening[]} before @param {Happening[]} after both in their order @param {Record<string, string>} moved
   * @param {ToolWords} words @returns {Record<string, Change[]>} by project */
  const between = (before, after, moved, words) => {
    const was = Journal.seen(before, moved);
    const now = Journal.seen(after, moved);
    const found = [...now.cells].map(([id, cells]) => {
      const earlier = was.cells.get(id);
      const projects = [now.projects[id], was.projects[id]].filter(Boolean);
      const fresh = [...cells].flatMap(([field, event]) => {
        const old = earlier?.get(field)?.value ?? null;
        return Journal.equal(old, event.value)
          ? []
          : [{ ...event, field, was: old, about: place(field, projects, words) }];
      });
      return /** @type {[string, Change[]]} */ ([id, fresh.filter(told)]);
    });
    return Object.fromEntries(found.filter(([, events]) => events.length));
  };

  /** What somebody else did that we did not know and that will not count here, since ours is later: of each field theirs in `was`,
   * and what stays in `value`.
   * @param {Happening[]} ours in their order @param {Happening[]} theirs of one project @param {Happening[]} after of both
   * @param {Record<string, string>} moved @param {ToolWords} words @returns {Change[]} */
  const overruled = (ours, theirs, after, moved, words) => {
    const unknown = new Set(Journal.unknown(ours, theirs).map((one) => JSON.stringify(one)));
    const now = Journal.seen(after, moved);
    const given = Journal.seen(Journal.merged(theirs, []), moved);
    return [...given.cells].flatMap(([id, cells]) => {
      const projects = [now.projects[now.home(id)], given.projects[id]].filter(Boolean);
      return [...cells].flatMap(([field, event]) => {
        const stays = now.cells.get(now.home(id))?.get(field);
        if (!stays || !told(stays) || Journal.equal(stays.value, event.value) || !unknown.has(JSON.stringify(event)))
          return [];
        return [{ ...stays, field, was: event.value, about: place(field, projects, words) }];
      });
    });
  };

  /** Which row or spot a field is about, in words; the first of the projects that has it says how it is called.
   * @param {string} field @param {Project[]} projects @param {ToolWords} words */
  const place = (field, projects, { meter }) => {
    const [kind, id, ...rest] = field.split(" ");
    for (const { meter: rows, round } of projects) {
      const index = rows.findIndex((row) => row.id === id);
      if (kind.startsWith("row-") && meter && index >= 0)
        return rows[index].name || Meter.capital(rows.length > 1 ? `${meter.part.one} ${index + 1}` : meter.part.whole);
      if (/^(vow-|try$)/.test(kind) && Object.hasOwn(round, id)) {
        const { part, name, vows } = round[id];
        const what = vows.find((vow) => vow.id === rest.join(" "))?.what;
        return `${part} ${name}`.trim() + (kind === "vow-kept" && what ? `, “${what}”` : "");
      }
    }
    return "";
  };

  /** Whether an event is for people, and not of the journal itself. @param {Happening} one */
  const told = ({ field }) => field === Journal.GONE || Cells.known(field);

  /** Events by the day and the device on which they were done, the newest first. @param {Change[]} events @returns {Day[]} */
  const byDay = (events) => {
    /** @type {Map<string, Day>} */
    const found = new Map();
    for (const event of events.filter(told)) {
      const key = `${event.day} ${event.device}`;
      const one = found.get(key) ?? { device: event.device, day: event.day, old: !event.clock, events: [] };
      one.events.push(event);
      found.set(key, one);
    }
    return [...found.values()].sort((one, other) =>
      one.day === other.day ? (one.device < other.device ? -1 : 1) : one.day < other.day ? 1 : -1,
    );
  };

  /** What a device took in and nobody said to have seen. @param {State} state @param {ToolWords} words
   * @returns {Record<string, Change[]>} by project */
  const waiting = ({ news, events, moved }, words) => {
    const { cells, home, projects } = Journal.seen(events, moved);
    return Object.fromEntries(
      Object.entries(news).map(([id, arrived]) => [
        id,
        arrived.flatMap(([field, , ...was]) => {
          const event = cells.get(home(id))?.get(field);
          const about = was.length ? place(field, [projects[home(id)]].filter(Boolean), words) : "";
          return event ? [{ ...event, field, was: was[0], about }] : [];
        }),
      ]),
    );
  };

  return { between, overruled, waiting, byDay };
})();
