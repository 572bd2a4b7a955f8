// The criteria as questions: what the answers add up to, per phase and moment.
"use strict";

/**
 * @typedef {{key: string, phase: string, moments: string[], statement: string}} Criterion
 * @typedef {{ja: number, deels: number, nee: number, onbekend: number, open: number, all: number}} ScanTotal
 */

const Scan = (() => {
  const ANSWERS = ["ja", "deels", "nee", "onbekend"];

  /** What the answers of one moment add up to, for each phase that asks something then.
   * @param {Criterion[]} criteria @param {ScanState} scan @param {string} moment @returns {Map<string, ScanTotal>} */
  const totals = (criteria, scan, moment) => {
    /** @type {Map<string, ScanTotal>} */
    const found = new Map();
    for (const one of criteria.filter((criterion) => criterion.moments.includes(moment))) {
      const total = found.get(one.phase) ?? { ja: 0, deels: 0, nee: 0, onbekend: 0, open: 0, all: 0 };
      const answer = scan[moment]?.[one.key];
      const kind = answer && ANSWERS.includes(answer) ? answer : "open";
      total[/** @type {"ja"} */ (kind)] += 1;
      total.all += 1;
      found.set(one.phase, total);
    }
    return found;
  };

  /** What to work on: first what is not so, then what is partly so, then what nobody knows.
   * @param {Criterion[]} criteria @param {ScanState} scan @param {string} moment @returns {{criterion: Criterion, answer: string}[]} */
  const next = (criteria, scan, moment) =>
    ["nee", "deels", "onbekend"].flatMap((answer) =>
      criteria
        .filter((one) => one.moments.includes(moment) && scan[moment]?.[one.key] === answer)
        .map((criterion) => ({ criterion, answer })),
    );

  /** A total in words. @param {ScanTotal} total */
  const inWords = (total) => {
    const parts = [
      [total.ja, "ja"],
      [total.deels, "deels"],
      [total.nee, "nee"],
      [total.onbekend, "weet ik niet"],
      [total.open, "nog open"],
    ];
    return parts
      .filter(([number]) => number)
      .map(([number, word]) => `${number} ${word}`)
      .join(", ");
  };

  /** The answers as a table for a spreadsheet.
   * @param {Criterion[]} criteria @param {ScanState} scan @param {string[]} moments in their order */
  const table = (criteria, scan, moments) => {
    const rows = moments.flatMap((moment) =>
      criteria
        .filter((one) => one.moments.includes(moment))
        .map((one) => [one.phase, one.statement, moment, scan[moment]?.[one.key] ?? ""]),
    );
    return Tables.text([["fase", "criterium", "moment", "antwoord"], ...rows]);
  };

  return { totals, next, inWords, table };
})();
