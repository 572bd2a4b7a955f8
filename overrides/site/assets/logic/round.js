// A round along spots, one by one: how each try ended, which part of the day is left, and what was promised. Nothing here
// knows a page. What the spots are called, and how a try can end, a method says.
"use strict";

/**
 * @typedef {{part: string, spots: [string, Spot][], done: number, outcomes: Record<string, number>, untried: number}} PartCount
 * @typedef {{id: string, spot: Spot, vow: Vow}} Promised A promise, and at which spot.
 */

const Round = (() => {
  /** So many spots at once: a large building has fewer behind one door to the street. */
  const MOST = 200;
  /** Who keeps a promise, where that is whoever wrote it down. */
  const SELF = "ik";
  const NUMBERS = /^(.*?)(\d{1,4})\s*(?:-|–|t\/m|tot)\s*(.*?)(\d{1,4})$/i;

  /** The names of spots as somebody types them: `1-20`, `12A, 12B`, `D-01 t/m D-18`; even or odd with a step of 2.
   * @param {string} typed @param {number} [step] @returns {{names: string[], wrong: string}} */
  const named = (typed, step = 1) => {
    /** @type {string[]} */
    const names = [];
    for (const piece of typed
      .split(/[,;\n]+/)
      .map((one) => one.trim())
      .filter(Boolean)) {
      const found = NUMBERS.exec(piece);
      if (!found || (found[3].trim() && found[3].trim() !== found[1].trim())) {
        names.push(ProjectShape.cleaned(piece, 20));
        continue;
      }
      const [first, last] = [Number(found[2]), Number(found[4])];
      if (last < first) return { names: [], wrong: `${piece}: het laatste nummer is kleiner dan het eerste.` };
      const digits = found[2].startsWith("0") ? found[2].length : 0;
      for (let number = first; number <= last && names.length <= MOST; number += step)
        names.push(`${found[1]}${String(number).padStart(digits, "0")}`.trim());
    }
    const distinct = [...new Set(names)];
    if (distinct.length > MOST) return { names: [], wrong: `Zo veel tegelijk gaat niet: hoogstens ${MOST}.` };
    if (!distinct.length) return { names: [], wrong: "Vul in welke nummers er zijn, zoals 1-20." };
    return { names: distinct, wrong: "" };
  };

  /** The spots of a part that a round has not yet. Whoever writes down a spot gives it the same name of its own, on every device:
   * so where two colleagues both write down a stairwell, it becomes one.
   * @param {RoundState} round @param {string} part @param {string[]} names @returns {[string, Spot][]} */
  const fresh = (round, part, names) => {
    /** @param {string} name */
    const key = (name) => `${ProjectShape.read(part)}\n${ProjectShape.read(name)}`;
    const there = new Set(
      Object.values(round).map((spot) => `${ProjectShape.read(spot.part)}\n${ProjectShape.read(spot.name)}`),
    );
    const taken = new Set(Object.keys(round));
    const known = Object.values(round).find((spot) => ProjectShape.same(spot.part, part))?.part ?? part;
    return [...new Map(names.map((name) => [key(name), name]))]
      .filter(([one]) => !there.has(one))
      .map(([one, name]) => [
        ProjectShape.named(taken, `d${Hashes.of(one)}`, ""),
        { part: known, name, tries: [], vows: [] },
      ]);
  };

  /** The part of the day at this moment. @param {Date} now @param {RoundWords} words */
  const daypart = (now, { dayparts }) => {
    const weekend = [0, 6].includes(now.getDay());
    const fits = dayparts.filter((one) => one.weekend === weekend);
    const found = (fits.length ? fits : dayparts).find(({ until }) => now.getHours() < until);
    return (found ?? dayparts[dayparts.length - 1]).id;
  };

  /** A try of today: behind the last one, also where that is of a clock that was ahead, since who tries now saw how that ended.
   * @param {Spot} spot @param {Omit<Try, "after">} tried @returns {Try} */
  const behind = ({ tries }, tried) => {
    const before = tries.map(({ day, after }) => after ?? day).reduce((most, day) => (day > most ? day : most), "");
    return before > tried.day ? { ...tried, after: Dates.addDays(before, 1) } : tried;
  };

  /** How a spot stands: its last outcome, or nothing. @param {Spot} spot */
  const last = (spot) => spot.tries[spot.tries.length - 1]?.outcome ?? "";

  /** The outcome of the last try. @param {Spot} spot @param {RoundWords} words */
  const ended = (spot, words) => words.outcomes.find(({ id }) => id === last(spot));

  /** Whether nobody has to come back to a spot: who promised something does, however often it was tried. @param {Spot} spot @param {RoundWords} words */
  const done = (spot, words) => {
    const outcome = ended(spot, words);
    return Boolean(outcome?.done || (spot.tries.length >= words.tries && !outcome?.promises));
  };

  /** The parts of the day that nobody tried at a spot yet, in words. @param {Spot} spot @param {RoundWords} words */
  const left = (spot, words) =>
    words.dayparts.filter(({ id }) => !spot.tries.some((one) => one.daypart === id)).map(({ name }) => name);

  /** What to do at a spot, in a sentence. @param {Spot} spot @param {RoundWords} words */
  const next = (spot, words) => {
    if (!spot.tries.length) return "Nog niet geprobeerd.";
    const outcome = ended(spot, words);
    if (outcome?.done) return "Klaar.";
    if (outcome?.promises) return outcome.then ?? "Doe wat je beloofde.";
    if (spot.tries.length >= words.tries) return `${words.tries} keer geprobeerd. Stop hier.`;
    const free = left(spot, words);
    return [outcome?.then, free.length ? `Nog niet geprobeerd: ${free.join(", ")}.` : ""].filter(Boolean).join(" ");
  };

  /** Spots in the order of their numbers, by part. @param {RoundState} round @param {RoundWords} words @returns {PartCount[]} */
  const parts = (round, words) => {
    const order = new Intl.Collator("nl", { numeric: true });
    const all = Object.values(round).map(({ part }) => part);
    const names = new Map(all.sort(order.compare).map((part) => [ProjectShape.read(part), part]));
    return [...names].map(([read, part]) => {
      const spots = Object.entries(round)
        .filter(([, spot]) => ProjectShape.read(spot.part) === read)
        .sort(([, one], [, other]) => order.compare(one.name, other.name));
      const outcomes = Object.fromEntries(
        words.outcomes.map(({ id }) => [id, spots.filter(([, spot]) => last(spot) === id).length]),
      );
      return {
        part,
        spots,
        outcomes,
        done: spots.filter(([, spot]) => done(spot, words)).length,
        untried: spots.filter(([, spot]) => !spot.tries.length).length,
      };
    });
  };

  /** The part of the day at which most doors opened, where at least ten tries tell. @param {RoundState} round @param {RoundWords} words */
  const best = (round, words) => {
    const tries = Object.values(round).flatMap((spot) => spot.tries);
    if (tries.length < 10) return "";
    const rated = words.dayparts.map(({ id, name }) => {
      const here = tries.filter((one) => one.daypart === id);
      const met = here.filter((one) => words.outcomes.find((other) => other.id === one.outcome)?.opened);
      return { name, share: here.length >= 3 ? met.length / here.length : 0 };
    });
    const top = rated.reduce((one, other) => (other.share > one.share ? other : one));
    return top.share ? top.name : "";
  };

  /** What was promised at a spot and not kept yet. @param {Spot} spot */
  const open = ({ vows }) => vows.filter(({ kept }) => !kept);

  /** What was promised and not kept yet, the oldest first. @param {RoundState} round @param {string} today
   * @returns {Record<"late" | "today" | "later", Promised[]>} */
  const vows = (round, today) => {
    const ordered = Object.entries(round)
      .flatMap(([id, spot]) => open(spot).map((vow) => ({ id, spot, vow })))
      .sort((one, other) => (one.vow.day < other.vow.day ? -1 : one.vow.day > other.vow.day ? 1 : 0));
    return {
      late: ordered.filter(({ vow }) => vow.day < today),
      today: ordered.filter(({ vow }) => vow.day === today),
      later: ordered.filter(({ vow }) => vow.day > today),
    };
  };

  /** Who says `ik` is another on another device: there it is what that device is called.
   * @param {string} by @param {string | undefined} from the device that wrote it @param {{device: string, labels: Record<string, string>}} here
   * @param {boolean} [leaves] where it is read elsewhere */
  const who = (by, from, { device, labels }, leaves = false) => {
    if (by.toLowerCase() !== SELF || !from) return by;
    if (from === device) return (leaves && labels[from]) || by;
    return labels[from] || "een collega";
  };

  /** The whole round as a table for a spreadsheet. @param {RoundState} round @param {RoundWords} words
   * @param {{device: string, labels: Record<string, string>}} here */
  const table = (round, words, here) => {
    /** @param {{id: string, name: string}[]} all @param {string} id */
    const name = (all, id) => all.find((one) => one.id === id)?.name ?? id;
    const tries = Array.from({ length: words.tries }, (_, index) => `Poging ${index + 1}`);
    const most = Math.max(1, ...Object.values(round).map(({ vows }) => vows.length));
    const promises = Array.from({ length: most }, (_, index) =>
      ["Beloofd", "Wie", "Dag", "Gedaan op"].map((word) => (index ? `${word} (${index + 1})` : word)),
    );
    const head = [words.part.one, words.spot.one, ...tries, "Uitslag", ...promises.flat()];
    const rows = parts(round, words).flatMap(({ part, spots }) =>
      spots.map(([, spot]) => [
        part,
        spot.name,
        ...tries.map((_, index) => {
          const one = spot.tries[index];
          return one ? `${one.day} ${name(words.dayparts, one.daypart)}: ${name(words.outcomes, one.outcome)}` : "";
        }),
        name(words.outcomes, last(spot)),
        ...promises.flatMap((_, index) => {
          const { what = "", by = "", day = "", kept = "", from } = spot.vows[index] ?? {};
          return [what, who(by, from, here, true), day, kept];
        }),
      ]),
    );
    return Tables.text([head, ...rows]);
  };

  /** The rows of the meter with a row for each part that it has not yet; who was met said nothing about yes or no.
   * @param {MeterRow[]} rows @param {PartCount[]} counted @returns {MeterRow[]} */
  const fed = (rows, counted) => {
    const kept = rows.filter((row) => row.name || row.tenants !== null || row.yes !== null || row.no !== null);
    const fresh = counted.filter(({ part }) => !kept.some((row) => ProjectShape.same(row.name, part)));
    return [
      ...kept,
      ...fresh.map(({ part, spots }) => ({
        id: `r${Hashes.of(part)}`,
        at: null,
        name: part,
        tenants: spots.length,
        yes: null,
        no: null,
      })),
    ];
  };

  return { MOST, named, fresh, daypart, behind, last, done, left, next, parts, best, open, vows, who, table, fed };
})();
