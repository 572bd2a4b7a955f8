// What the parts of a method cost in hours for somebody's own numbers, as src/handboek/hours.py counts it, and the figures that
// follow. What is counted, and in which words, a method says.
"use strict";

/**
 * @typedef {[number, number]} LowHigh From little to much.
 * @typedef {{numbers: Record<string, number>, rows: {id: string, hours: LowHigh, out: boolean}[], hours: LowHigh, visitors: LowHigh,
 *   visiting: LowHigh, together: number}} Estimated
 *   Those who are out each week, never fewer than go together; their hours a week.
 */

const Estimate = (() => {
  /** More than any building has. */
  const MOST = 1_000_000;

  /** How many there are of each amount: what somebody filled in, else that of the example, else its part of another.
   * @param {EstimateWords} words @param {Record<string, number>} own @returns {Record<string, number>} */
  const numbers = ({ amounts }, own) => {
    /** @param {string} slug @param {string[]} seen @returns {number} */
    const found = (slug, seen) => {
      const amount = Object.hasOwn(amounts, slug) ? amounts[slug] : null;
      if (!amount || seen.includes(slug)) return 0;
      if (Object.hasOwn(own, slug)) return own[slug];
      if (amount.of === null) return amount.number ?? 0;
      return Math.floor((found(amount.of, [...seen, slug]) * amount.times) / amount.by + 0.5);
    };
    return Object.fromEntries(Object.keys(amounts).map((slug) => [slug, found(slug, [])]));
  };

  /** The weeks before the work as a plan has them, where it is still to begin: what is known need not be guessed from the months.
   * @param {EstimateWords} words @param {PlanState} plan @param {string} today @returns {Record<string, number>} */
  const planned = ({ planned: planner, visit_weeks: weeks }, { start }, today) =>
    planner && Dates.isDay(start) && start > today
      ? { [weeks]: Math.max(1, Math.round((Date.parse(start) - Date.parse(today)) / (7 * 86_400_000))) }
      : {};

  /** @param {LowHigh[]} ranges @returns {LowHigh} */
  const sum = (ranges) => ranges.reduce(([low, high], [one, other]) => [low + one, high + other], [0, 0]);

  /** @param {EstimateWords} words @param {EstimateState} state @param {Record<string, number>} [known] what follows from a plan
   * @returns {Estimated} */
  const count = (words, { amounts, without }, known = {}) => {
    const all = numbers(words, { ...known, ...amounts });
    const rows = words.rows.map(({ id, per, each, people, minutes, visit }) => ({
      id,
      visit,
      people,
      out: without[id] ?? false,
      hours: /** @type {LowHigh} */ (minutes.map((one) => Math.floor((all[per] * each * one + 30) / 60))),
    }));
    const counting = rows.filter(({ out }) => !out);
    const visits = counting.filter(({ visit }) => visit);
    const weeks = Math.max(1, all[words.visit_weeks]);
    const visiting = /** @type {LowHigh} */ (sum(visits.map(({ hours }) => hours)).map((one) => one / weeks));
    const together = Math.max(0, ...visits.filter(({ hours }) => hours[1]).map(({ people }) => people));
    return {
      numbers: all,
      rows,
      hours: sum(counting.map(({ hours }) => hours)),
      visitors: /** @type {LowHigh} */ (visiting.map((one) => Math.max(together, Math.ceil(one / words.visit_hours)))),
      visiting,
      together,
    };
  };

  /** What falls away: each step that a plan can leave out and that has no room, or of which nothing is done, with whether its hours
   * still count; and in which other parts somebody does nothing.
   * @param {EstimateWords} words @param {Estimated} found @param {PlannerWords["short"]} steps those that can be left out
   * @param {PlannerWords["short"]} late those of them that have no room */
  const leftOut = ({ rows }, { rows: counted }, steps, late) => {
    const parts = rows.map(({ what, address }, index) => ({ what, address, out: counted[index].out }));
    const out = steps
      .map((step) => ({ step, mine: parts.filter(({ address }) => address === step.address) }))
      .filter(({ step, mine }) => late.includes(step) || (mine.length > 0 && mine.every((one) => one.out)))
      .map(({ step, mine }) => ({ ...step, counts: mine.some((one) => !one.out) }));
    const told = out.map(({ address }) => address);
    return { out, parts: parts.filter((one) => one.out && !told.includes(one.address)).map(({ what }) => what) };
  };

  /** To the nearest whole number, a half to the even one, as Python rounds. @param {number} value */
  const rounded = (value) => {
    const low = Math.floor(value);
    return value - low === 0.5 ? low + (low % 2) : Math.round(value);
  };

  /** A number with Dutch dots. @param {number} value */
  const number = (value) => String(rounded(value)).replace(/\B(?=(\d{3})+$)/g, ".");

  /** A number as somebody says it who does not pretend to know it exactly: to two figures. @param {number} value */
  const about = (value) => {
    if (value < 100) return number(value);
    const size = 10 ** (String(Math.floor(value)).length - 2);
    return number(rounded(value / size) * size);
  };

  /** From little to much; one number where both read the same. @param {LowHigh} range @param {(value: number) => string} [say] */
  const span = ([low, high], say = about) => (say(low) === say(high) ? say(low) : `${say(low)} tot ${say(high)}`);

  /** So many at once, as people say it. @param {number} people */
  const together = (people) =>
    people > 1 ? `, met zijn ${["tweeën", "drieën", "vieren", "vijven", "zessen"][people - 2] ?? people}` : "";

  const FIGURE = /^uren(?:-maal-([a-z0-9-]+?))?(?:-per-([a-z0-9-]+)|-als-deel-van-([a-z0-9-]+))?$/;

  /** A figure by its name, as texts ask for it; nothing for a name that is none. @param {Estimated} found @param {string} name */
  const figure = ({ numbers: all, hours, visitors, visiting }, name) => {
    if (name === "mensen-per-week") return span(visitors, number);
    if (name === "bezoekuren-per-week") return span(visiting);
    if (Object.hasOwn(all, name)) return number(all[name]);
    const match = FIGURE.exec(name);
    if (!match) return "";
    const [times, per, of] = match.slice(1).map((slug) => (slug === undefined ? 1 : (all[slug] ?? 0)));
    if (!times || !per || !of) return "";
    const share = match[3] === undefined ? 1 : 100 / of;
    return span(/** @type {LowHigh} */ (hours.map((value) => ((value * times) / per) * share)));
  };

  return { MOST, numbers, planned, count, leftOut, number, about, span, together, figure };
})();
