// How many of a whole count, and how many are still needed for its share. Whole numbers only; silence does not count.
// What is counted, of whom and in which words a method says; this file has the sums. A row is kept on a device as `tenants`,
// `yes` and `no`, whatever is counted: those are the keys that devices hold.
"use strict";

/**
 * @typedef {{tenants: number, yes: number, no: number, unheard: number, needed: number, toGo: number,
 *   verdict: "leeg" | "fout" | "gehaald" | "nog" | "onhaalbaar"}} Count
 */

const Meter = (() => {
  /** More than anybody counts by hand; what is larger is a slip of the keys. */
  const MOST = 99_999;

  /** The least number that is at least `threshold` percent. @param {number} tenants @param {number} threshold */
  const needed = (tenants, threshold) => Math.floor((threshold * tenants + 99) / 100);

  /** @param {{tenants: number | null, yes: number | null, no: number | null}} row @param {number} threshold @returns {Count} */
  const count = (row, threshold) => {
    const [tenants, yes, no] = [row.tenants ?? 0, row.yes ?? 0, row.no ?? 0];
    const unheard = tenants - yes - no;
    const need = needed(tenants, threshold);
    const wrong = [tenants, yes, no, unheard].some((number) => !Number.isSafeInteger(number) || number < 0);
    /** @type {Count["verdict"]} */
    let verdict = "nog";
    if (wrong) verdict = "fout";
    else if (tenants === 0) verdict = "leeg";
    else if (100 * yes >= threshold * tenants) verdict = "gehaald";
    else if (yes + unheard < need) verdict = "onhaalbaar";
    return { tenants, yes, no, unheard, needed: need, toGo: Math.max(0, need - yes), verdict };
  };

  /** The smallest whole numbers for the sum: yes times the first must be at least the whole times the second.
   * @param {number} threshold @returns {[number, number]} */
  const times = (threshold) => {
    let [one, other] = [100, threshold];
    while (other) [one, other] = [other, one % other];
    return [100 / one, threshold / one];
  };

  /** Rows as one. @param {MeterRow[]} rows */
  const sum = (rows) =>
    rows.reduce(
      (all, row) => ({
        tenants: all.tenants + (row.tenants ?? 0),
        yes: all.yes + (row.yes ?? 0),
        no: all.no + (row.no ?? 0),
      }),
      { tenants: 0, yes: 0, no: 0 },
    );

  /** @param {string} words */
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  /** Why numbers cannot be right, in words; nothing where they can.
   * @param {{tenants: number | null, yes: number | null, no: number | null}} row @param {MeterWords} words */
  const cause = ({ tenants, yes, no }, { counts: { many }, answer }) => {
    const [all, pro, con] = [tenants ?? 0, yes ?? 0, no ?? 0];
    if ([all, pro, con].some((number) => !Number.isSafeInteger(number) || number < 0))
      return "Een aantal is een heel getal, en nooit minder dan 0.";
    if (tenants === null && pro + con > 0) return `Vul ook in hoeveel ${many} er zijn.`;
    if (pro > all) return `Er ${answer.many} meer ${many} ${answer.yes} (${pro}) dan er ${many} zijn (${all}).`;
    if (con > all) return `Er ${answer.many} meer ${many} ${answer.no} (${con}) dan er ${many} zijn (${all}).`;
    if (pro + con > all)
      return `${capital(answer.yes)} en ${answer.no} samen (${pro + con}) zijn meer dan het aantal ${many} (${all}).`;
    return "";
  };

  /** The parts that stand there twice, and count twice: in words, with what to do; nothing where there are none.
   * @param {MeterRow[]} rows */
  const twice = (rows) => {
    const names = rows.map(({ name }) => ProjectShape.cleaned(name)).filter(Boolean);
    const found = names.filter((name, index) => names.findIndex((other) => ProjectShape.same(other, name)) === index);
    return found
      .map((name) => ({ name, times: names.filter((other) => ProjectShape.same(other, name)).length }))
      .filter(({ times }) => times > 1)
      .map(
        ({ name, times }) =>
          ` ${name} staat er ${times === 2 ? "twee" : times} keer, en telt zo vaak mee. Is het hetzelfde? Haal er een weg. Is het een ander? Geef het een andere naam.`,
      )
      .join("");
  };

  /** @param {Count} found @param {MeterWords} words */
  const sentence = (found, words) => {
    const { threshold, counts, answer, silence } = words;
    if (found.verdict === "leeg") return `Vul in hoeveel ${counts.many} er zijn.`;
    if (found.verdict === "fout") return `Dit kan niet kloppen. ${cause(found, words)}`;
    const of = `${found.yes} van de ${found.tenants} ${counts.many} ${Counts.word(found.yes, answer.one, answer.many)} ${answer.yes}`;
    if (found.verdict === "gehaald") return `Gehaald: ${of}. Nodig voor ${threshold}%: ${found.needed}.`;
    if (found.verdict === "onhaalbaar") {
      const silent =
        [silence.none, `Nog 1 ${counts.one} ${silence.one}`][found.unheard] ??
        `Nog ${found.unheard} ${counts.many} ${silence.many}`;
      return `Nog ${found.toGo} te gaan, maar zo lukt het niet meer. ${silent}. ${words.out_of_reach}`;
    }
    return `Nog ${found.toGo} te gaan: ${of}. Nodig voor ${threshold}%: ${found.needed}.`;
  };

  /** The same for one part, in a few words. @param {Count} found */
  const here = (found) =>
    ({
      leeg: "",
      fout: "klopt niet",
      gehaald: "gehaald",
      nog: `nog ${found.toGo}`,
      onhaalbaar: `nog ${found.toGo}, lukt zo niet`,
    })[found.verdict];

  return { MOST, capital, needed, times, count, sum, cause, twice, sentence, here };
})();
