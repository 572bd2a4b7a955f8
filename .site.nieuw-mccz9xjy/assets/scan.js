"use strict";


const Scan = (() => {
  const ANSWERS = ["ja", "deels", "nee", "onbekend"];

  const totals = (criteria, scan, moment) => {
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

  const next = (criteria, scan, moment) =>
    ["nee", "deels", "onbekend"].flatMap((answer) =>
      criteria
        .filter((one) => one.moments.includes(moment) && scan[moment]?.[one.key] === answer)
        .map((criterion) => ({ criterion, answer })),
    );

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
