// What changed in a project, by device and day, in words.
"use strict";

/** @typedef {{device: string, day: string, events: Happening[]}} Day What one device did on one day, of what counts now. */

const News = (() => {
  /** The events that count after something was taken in, and did not before.
   * @param {Happening[]} before @param {Happening[]} after both in their order @param {Record<string, string>} moved
   * @returns {Record<string, Happening[]>} by project */
  const between = (before, after, moved) => {
    const was = Journal.seen(before, moved);
    const now = Journal.seen(after, moved);
    const found = [...now.cells].map(([id, cells]) => {
      const earlier = was.cells.get(id);
      const fresh = [...cells].flatMap(([field, event]) =>
        Journal.equal(earlier?.get(field)?.value ?? null, event.value) ? [] : [{ ...event, field }],
      );
      return /** @type {[string, Happening[]]} */ ([id, fresh.filter(told)]);
    });
    return Object.fromEntries(found.filter(([, events]) => events.length));
  };

  /** Whether an event is for people, and not of the journal itself. @param {Happening} one */
  const told = ({ field }) => field === Journal.GONE || Cells.known(field);

  /** Events by the day and the device on which they were done, the newest first. @param {Happening[]} events @returns {Day[]} */
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
   * @param {Happening[]} events @param {ToolWords} words @param {(point: string) => string} named what a point says @returns {string[]} */
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
    const called = (/** @type {{called: string} | null} */ tool, /** @type {string} */ otherwise) =>
      tool?.called ?? otherwise;
    return [
      ...of(Journal.GONE).map(({ value }) => (value ? "het project gewist" : "het project teruggezet")),
      ...of("name").map(({ value }) => `de naam: ${value}`),
      ...counted(set.length, "vinkje", "vinkjes", "gezet").map((said) => said + points(set)),
      ...counted(unset.length, "vinkje", "vinkjes", "weggehaald").map((said) => said + points(unset)),
      ...(of("who", "due").length ? ["wie wat wanneer doet"] : []),
      ...(last.some(({ field }) => field.startsWith("row-"))
        ? [`de telling van ${called(words.meter, "de meter")}`]
        : []),
      ...(of("start", "span", "busy").length ? ["de planning"] : []),
      ...counted(of("answer").length, "antwoord", "antwoorden", `in ${called(words.scan, "de scan")}`),
      ...counted(tries.length, "poging", "pogingen", `in ${called(words.round, "de ronde")}`),
      ...counted(vows.length, "belofte", "beloften", "opgeschreven"),
      ...(of("vow-kept").some(({ value }) => value) ? ["een belofte nagekomen"] : []),
      ...(spots.length && !tries.length ? [called(words.round, "de ronde")] : []),
    ];
  };

  return { between, byDay, inWords };
})();
