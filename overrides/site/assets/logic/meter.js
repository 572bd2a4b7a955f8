// How many tenants are in favour, and how many are still needed. Whole numbers only; silence counts as against.
"use strict";

/**
 * @typedef {{tenants: number, yes: number, no: number, unheard: number, needed: number, toGo: number,
 *   verdict: "leeg" | "fout" | "gehaald" | "nog" | "onhaalbaar"}} Count
 */

const Meter = (() => {
  /** More tenants than any complex has; what is larger is a slip of the keys. */
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

  /** The smallest whole numbers for the sum: yes times the first must be at least tenants times the second.
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

  /** Why numbers cannot be right, in words; nothing where they can. @param {{tenants: number | null, yes: number | null, no: number | null}} row */
  const cause = ({ tenants, yes, no }) => {
    const [all, pro, con] = [tenants ?? 0, yes ?? 0, no ?? 0];
    if ([all, pro, con].some((number) => !Number.isSafeInteger(number) || number < 0)) return "Een aantal is een heel getal, en nooit minder dan 0.";
    if (tenants === null && pro + con > 0) return "Vul ook in hoeveel huurders er zijn.";
    if (pro > all) return `Er zeggen meer huurders ja (${pro}) dan er huurders zijn (${all}).`;
    if (con > all) return `Er zeggen meer huurders nee (${con}) dan er huurders zijn (${all}).`;
    if (pro + con > all) return `Ja en nee samen (${pro + con}) zijn meer dan het aantal huurders (${all}).`;
    return "";
  };

  /** @param {Count} found @param {number} threshold */
  const sentence = (found, threshold) => {
    if (found.verdict === "leeg") return "Vul in hoeveel huurders er zijn.";
    if (found.verdict === "fout") return `Dit kan niet kloppen. ${cause(found)}`;
    const of = `${found.yes} van de ${found.tenants} huurders ${found.yes === 1 ? "zegt" : "zeggen"} ja`;
    if (found.verdict === "gehaald") return `Gehaald: ${of}. Nodig voor ${threshold}%: ${found.needed}.`;
    if (found.verdict === "onhaalbaar") {
      const silent = ["Iedereen gaf al antwoord", "Nog 1 huurder gaf geen antwoord"][found.unheard] ?? `Nog ${found.unheard} huurders gaven geen antwoord`;
      return `Nog ${found.toGo} te gaan, maar zo lukt het niet meer. ${silent}. Met dit voorstel haal je ${threshold}% niet. Vraag waarom mensen nee zeggen, en pas het voorstel aan.`;
    }
    return `Nog ${found.toGo} te gaan: ${of}. Nodig voor ${threshold}%: ${found.needed}.`;
  };

  /** The same for one stairwell, in a few words. @param {Count} found */
  const here = (found) =>
    ({ leeg: "", fout: "klopt niet", gehaald: "gehaald", nog: `nog ${found.toGo}`, onhaalbaar: `nog ${found.toGo}, lukt zo niet` })[found.verdict];

  return { MOST, needed, times, count, sum, cause, sentence, here };
})();
