// From the day of month 0 back to the start of each phase, and which projects are intensive at the same time. What happens in
// month 0 a method says, and in which words; months are counted from it, as in the handbook's data.
"use strict";

/**
 * @typedef {{slug: string, name: string, number: string, first: number, last: number, open: boolean, busy: boolean}} PlanPhase
 *   A phase as the handbook has it; `busy` says whether it counts as intensive.
 * @typedef {PlanPhase & {from: string, to: string}} PlannedPhase
 */

const Plan = (() => {
  const { isDay, addMonths, inWords, monthOf } = Dates;

  /** How many years a start may lie behind and before us: what is further is a slip of the keys. */
  const YEARS = [-10, 15];

  /** The first and the last day that month 0 may begin on, seen from a day. @param {string} today @returns {[string, string]} */
  const limits = (today) => [addMonths(today, 12 * YEARS[0]), addMonths(today, 12 * YEARS[1])];

  /**
   * Why there is no plan for this start, in words; nothing where there is one.
   * @param {string} start @param {string} today @param {string} asks what to fill in, as a sentence
   * @param {boolean} [half] whether somebody has typed a part of a date
   */
  const trouble = (start, today, asks, half = false) => {
    const begun = "Maak de datum af: dag, maand en jaar.";
    if (half) return begun;
    if (!start) return `${asks} Dan zie je wanneer elke fase begint.`;
    if (!isDay(start)) return /^\d{5}/.test(start) ? "Een jaar heeft vier cijfers." : begun;
    const [first, last] = limits(today);
    if (start >= first && start <= last) return "";
    if (start < "1000") return begun; // a year of which not every digit is there
    return `Kies een dag tussen ${inWords(first)} en ${inWords(last)}.`;
  };

  /** The phases with the months and days of one plan. @param {PlanState} plan @param {PlanPhase[]} phases @returns {PlannedPhase[]} */
  const phasesOf = (plan, phases) =>
    phases.map((phase) => {
      const [first, last] = plan.spans[phase.slug] ?? [phase.first, phase.last];
      return {
        ...phase,
        first,
        last: Math.max(first, last),
        busy: plan.busy ? plan.busy.includes(phase.slug) : phase.busy,
        from: isDay(plan.start) ? addMonths(plan.start, first) : "",
        to: isDay(plan.start) ? addMonths(plan.start, Math.max(first, last)) : "",
      };
    });

  /** The calendar months in which a plan is intensive. @param {PlanState} plan @param {PlanPhase[]} phases @returns {Set<number>} */
  const busyMonths = (plan, phases) => {
    /** @type {Set<number>} */
    const found = new Set();
    if (!isDay(plan.start)) return found;
    const start = monthOf(plan.start);
    for (const phase of phasesOf(plan, phases).filter((one) => one.busy)) {
      for (let month = phase.first; month < Math.max(phase.last, phase.first + 1); month += 1) found.add(start + month);
    }
    return found;
  };

  /**
   * Stretches of months in which more plans are intensive than `limit`.
   * @param {{name: string, months: Set<number>}[]} busy @param {number} limit
   * @returns {{from: number, to: number, names: string[]}[]}
   */
  const tooMany = (busy, limit) => {
    const months = [...new Set(busy.flatMap((one) => [...one.months]))].sort((one, other) => one - other);
    /** @type {{from: number, to: number, names: string[]}[]} */
    const found = [];
    for (const month of months) {
      const names = busy.filter((one) => one.months.has(month)).map((one) => one.name);
      if (names.length <= limit) continue;
      const last = found.at(-1);
      if (last && last.to === month - 1 && last.names.join("\n") === names.join("\n")) last.to = month;
      else found.push({ from: month, to: month, names });
    }
    return found;
  };

  /** What a plan says first. @param {PlanState} plan @param {PlannedPhase[]} now @param {string} today @param {PlannerWords} words */
  const sentence = (plan, now, today, words) => {
    const first = now.reduce((one, other) => (other.first < one.first ? other : one), now[0]);
    const phase = `fase ${first.number}, ${first.name}`;
    const when =
      plan.start === today
        ? `${words.will} vandaag`
        : `${plan.start < today ? words.did : words.will} op ${inWords(plan.start)}`;
    if (first.from >= today) return `Begin op ${inWords(first.from)} met ${phase}. ${when}.`;
    return `${when}. Dan had ${phase} op ${inWords(first.from)} moeten beginnen, en dat is al geweest. Kijk wat je overslaat, of schuif ${words.the_zero} op.`;
  };

  /**
   * The starts of the phases as a calendar file.
   * @param {string} id @param {string} name @param {PlanState} plan @param {PlanPhase[]} phases @param {Date} now
   * @param {PlannerWords} words
   */
  const calendar = (id, name, plan, phases, now, words) => {
    const events = phasesOf(plan, phases).map((phase) => ({
      key: phase.slug,
      day: phase.from,
      what: `${name}: begin fase ${phase.number}, ${phase.name}`,
    }));
    const zero = { key: "start", day: plan.start, what: `${name}: ${words.zero}` };
    return Calendar.file(words.slug, id, [...events, zero], now);
  };

  return { limits, trouble, phasesOf, busyMonths, tooMany, sentence, calendar };
})();
