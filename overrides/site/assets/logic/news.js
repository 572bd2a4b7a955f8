// What changed in a project, by device and day, in words.
"use strict";

/**
 * @typedef {Happening & {was?: Value | null, about?: string}} Change An event, with what stood there before, and in which part or
 *   at which spot, where that is told.
 * @typedef {{device: string, day: string, events: Change[]}} Day What one device did on one day, of what counts now.
 */

const News = (() => {
  const COUNTED = /^row-(?:tenants|yes|no) /;

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

  /** Which row or spot a field is about, in words; the first of the projects that has it says how it is called.
   * @param {string} field @param {Project[]} projects @param {ToolWords} words */
  const place = (field, projects, { meter }) => {
    const [kind, id, ...rest] = field.split(" ");
    for (const { meter: rows, round } of projects) {
      const index = rows.findIndex((row) => row.id === id);
      if (kind.startsWith("row-") && meter && index >= 0)
        return rows[index].name || Meter.capital(rows.length > 1 ? `${meter.part.one} ${index + 1}` : meter.part.whole);
      if (kind.startsWith("vow-") && Object.hasOwn(round, id)) {
        const { part, name, vows } = round[id];
        const what = vows.find((vow) => vow.id === rest.join(" "))?.what;
        return `${part} ${name}`.trim() + (kind === "vow-kept" && what ? `, “${what}”` : "");
      }
    }
    return "";
  };

  /** What stood somewhere and what stands there now, of what was counted and promised. @param {Change[]} events
   * @param {ToolWords} words */
  const values = (events, { meter }) => {
    /** @type {Record<string, string>} */
    const counts = meter
      ? { "row-tenants": meter.counts.many, "row-yes": meter.answer.yes, "row-no": meter.answer.no }
      : {};
    const promise = (/** @type {Value | null | undefined} */ value) => (value ? `“${value}”` : "geen");
    return events.flatMap(({ field, value, was, about }) => {
      const [kind] = field.split(" ");
      if (!about) return [];
      if (Object.hasOwn(counts, kind)) return [`${about}, ${counts[kind]}: ${was ?? "leeg"} → ${value ?? "leeg"}`];
      if (kind === "vow-what") return [`${about}, belofte: ${promise(was)} → ${promise(value)}`];
      if (kind === "vow-kept" && (was || value)) return [`${about}: ${value ? "gedaan" : "weer open"}`];
      if (kind === "vow-day" && was && value)
        return [`${about}, dag van de belofte: ${[was, value].map((day) => Dates.inWords(String(day))).join(" → ")}`];
      return [];
    });
  };

  /** Whether an event is for people, and not of the journal itself. @param {Happening} one */
  const told = ({ field }) => field === Journal.GONE || Cells.known(field);

  /** Events by the day and the device on which they were done, the newest first. @param {Change[]} events @returns {Day[]} */
  const byDay = (events) => {
    /** @type {Map<string, Day>} */
    const found = new Map();
    for (const event of events.filter(told)) {
      const key = `${event.day} ${event.device}`;
      const one = found.get(key) ?? { device: event.device, day: event.day, events: [] };
      one.events.push(event);
      found.set(key, one);
    }
    return [...found.values()].sort((one, other) =>
      one.day === other.day ? (one.device < other.device ? -1 : 1) : one.day < other.day ? 1 : -1,
    );
  };

  /** @param {number} number @param {string} one @param {string} many @param {string} did */
  const counted = (number, one, many, did) => (number ? [`${number} ${number === 1 ? one : many} ${did}`] : []);

  /** What was done, in a few words each.
   * @param {Change[]} events @param {ToolWords} words @param {(point: string) => string} named what a point says @returns {string[]} */
  const inWords = (events, words, named) => {
    const last = [...new Map(events.map((one) => [one.field, one])).values()];
    /** @param {...string} kinds */
    const of = (...kinds) => last.filter(({ field }) => kinds.includes(field.split(" ")[0]));
    /** @param {Happening[]} those */
    const points = (those) => {
      const said = those
        .map(({ field }) => named(field.split(" ").slice(1).join(" ")).replace(/\.$/, ""))
        .filter(Boolean);
      return said.length && said.length <= 3 ? `: ${said.map((one) => `“${one}”`).join(", ")}` : "";
    };
    const ticks = of("tick");
    const [set, unset] = [ticks.filter(({ value }) => value !== null), ticks.filter(({ value }) => value === null)];
    const spots = of("spot-part", "spot-name").map(({ field }) => field.split(" ")[1]);
    const vows = of("vow-what").filter(({ value }) => value !== null);
    const tries = of("try").filter(({ value }) => value !== null);
    const changed = values(last, words);
    const called = (/** @type {{called: string} | null} */ tool, /** @type {string} */ otherwise) =>
      tool?.called ?? otherwise;
    return [
      ...of(Journal.GONE).map(({ value }) => (value ? "het project gewist" : "het project teruggezet")),
      ...of("name").map(({ value }) => `de naam: ${value}`),
      ...counted(set.length, "vinkje", "vinkjes", "gezet").map((said) => said + points(set)),
      ...counted(unset.length, "vinkje", "vinkjes", "weggehaald").map((said) => said + points(unset)),
      ...(of("who", "due").length ? ["wie wat wanneer doet"] : []),
      ...changed,
      ...(last.some(({ field, about }) => field.startsWith("row-") && !(about && COUNTED.test(field)))
        ? [`de telling van ${called(words.meter, "de meter")}`]
        : []),
      ...(of("start", "span", "busy").length ? ["de planning"] : []),
      ...(of("amount", "without").length ? [called(words.estimate, "de raming")] : []),
      ...counted(of("answer").length, "antwoord", "antwoorden", `in ${called(words.scan, "de scan")}`),
      ...counted(tries.length, "poging", "pogingen", `in ${called(words.round, "de ronde")}`),
      ...counted(vows.filter(({ about }) => !about).length, "belofte", "beloften", "opgeschreven"),
      ...counted(
        of("vow-kept").filter(({ value, about }) => value && !about).length,
        "belofte",
        "beloften",
        "nagekomen",
      ),
      ...(spots.length && !tries.length ? [called(words.round, "de ronde")] : []),
    ];
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

  return { between, waiting, byDay, inWords };
})();
