// From the day of month 0 back to the start of each phase, and which projects are intensive at the same time. What happens in
// month 0 a method says, and in which words; months are counted from it, as in the handbook's data.
"use strict";

/**
 * @typedef {{slug: string, name: string, number: string, first: number, last: number, open: boolean, busy: boolean, summary: string,
 *   address: string}} PlanPhase
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
        busy: plan.busy[phase.slug] ?? plan.busy["*"] ?? phase.busy,
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

  /** What should be so on a day: the phases that run, those that are over, and the one that begins next.
   * @param {PlannedPhase[]} planned @param {string} today */
  const now = (planned, today) => {
    const running = planned.filter((one) => one.from <= today && (one.open || today < one.to));
    return {
      running,
      over: planned.filter((one) => one.from <= today && !running.includes(one)),
      next: planned.filter((one) => one.from > today).sort((one, other) => (one.from < other.from ? -1 : 1))[0],
    };
  };

  /** The same in sentences. @param {PlannedPhase[]} planned @param {string} today */
  const nowInWords = (planned, today) => {
    const { running, over, next } = now(planned, today);
    /** @param {PlannedPhase[]} phases */
    const names = (phases) => phases.map(({ number, name }) => `fase ${number}, ${name}`).join("; ");
    return [
      running.length ? `Vandaag hoort te lopen: ${names(running)}.` : "Vandaag hoort er nog geen fase te lopen.",
      ...(over.length ? [`Al klaar hoort te zijn: ${names(over)}.`] : []),
      ...(next ? [`Daarna begint ${names([next])}, op ${inWords(next.from)}.`] : []),
    ];
  };

  /** What is not ticked of the phases that should be over: each with how many points are open, of how many.
   * @param {PlannedPhase[]} planned @param {string} today @param {Record<string, string[]>} points of each phase, by their keys
   * @param {Record<string, string>} ticks */
  const missed = (planned, today, points, ticks) =>
    now(planned, today)
      .over.map((phase) => {
        const all = points[phase.slug] ?? [];
        return { phase, open: all.filter((key) => !Object.hasOwn(ticks, key)).length, all: all.length };
      })
      .filter(({ open }) => open);

  /** How many months lie between a day and a start, whole and in parts; less than 0 where it was. @param {string} today @param {string} start */
  const monthsUntil = (today, start) => {
    const whole = monthOf(start) - monthOf(today);
    const over = addMonths(today, whole);
    if (over === start) return whole;
    const [from, to] = over < start ? [whole, whole + 1] : [whole - 1, whole];
    const [first, last] = [addMonths(today, from), addMonths(today, to)].map((day) => Date.parse(day));
    return from + (Date.parse(start) - first) / (last - first);
  };

  /** How many weeks a plan takes from a day on, or from its begin where that is later, to its end; 0 for a plan without days.
   * @param {PlanState} plan @param {PlanPhase[]} phases @param {string} today */
  const weeksLeft = (plan, phases, today) => {
    const spans = phasesOf(plan, phases).filter(({ from }) => from);
    if (!spans.length) return 0;
    const begin = spans.map(({ from }) => from).reduce((one, other) => (one < other ? one : other));
    const end = spans.map(({ to }) => to).reduce((one, other) => (one > other ? one : other));
    return Math.max(0, Math.round((Date.parse(end) - Date.parse(begin > today ? begin : today)) / (7 * 86_400_000)));
  };

  /**
   * What fits in the months that are left: what a method leaves out then, each with its risk, and the months of each phase, squeezed
   * into what is left; nothing where all of it fits.
   * @param {PlanPhase[]} phases @param {string} today @param {string} start @param {PlannerWords} words
   */
  const fitted = (phases, today, start, words) => {
    const needed = -Math.min(0, ...phases.map((one) => one.first));
    const left = Math.max(0, Math.floor(monthsUntil(today, start)));
    if (left >= needed) return null;
    /** @param {number} month */
    const squeezed = (month) => (month < 0 ? -Math.floor((-month * left) / needed) : month);
    /** @type {Record<string, [number, number]>} */
    const spans = Object.fromEntries(
      phases.filter((one) => one.first < 0).map((one) => [one.slug, [squeezed(one.first), squeezed(one.last)]]),
    );
    return {
      needed,
      left,
      spans,
      out: words.short.filter(({ below }) => left < below),
      kept: words.short.filter(({ below }) => left >= below),
    };
  };

  /** The first start from a day on at which nobody has more to do than they can: the start itself, a later one, or nothing.
   * @param {PlanState} plan @param {PlanPhase[]} phases @param {Set<number>[]} others when other plans are intensive @param {number} limit */
  const firstFree = (plan, phases, others, limit) => {
    for (let later = 0; later <= 12 * YEARS[1]; later += 1) {
      const start = addMonths(plan.start, later);
      const mine = busyMonths({ ...plan, start }, phases);
      if (![...mine].some((month) => others.filter((busy) => busy.has(month)).length >= limit)) return start;
    }
    return "";
  };

  /** So many days before a phase or point a calendar says it. */
  const EARLY = { phase: 14, task: 3 };

  /**
   * The phases of a plan as a calendar file, each from its first day to its last, with what it is for and where it stands. What is
   * over is left out: a calendar is for what comes.
   * @param {string} id @param {string} name @param {PlanState} plan @param {PlanPhase[]} phases @param {Date} made
   * @param {PlannerWords} words @param {string} [address] of the plan itself
   */
  const calendar = (id, name, plan, phases, made, words, address = "") => {
    const today = Dates.dayOf(made.getTime());
    const planned = phasesOf(plan, phases);
    const { over } = now(planned, today);
    const coming = planned.filter((phase) => !over.includes(phase));
    const entries = coming.map((phase) => ({
      key: `${phase.slug}-${id}`,
      from: phase.from,
      to: phase.to > phase.from ? phase.to : Dates.addDays(phase.from, 1),
      title: `${name}: fase ${phase.number}, ${phase.name}`,
      text: phase.open ? `${phase.summary}\nDeze fase loopt daarna door.` : phase.summary,
      address: phase.address,
      early: EARLY.phase,
    }));
    const zero = {
      key: `start-${id}`,
      from: plan.start,
      to: Dates.addDays(plan.start, 1),
      title: `${name}: ${words.zero}`,
      text: `${words.will}.`,
      address,
      early: EARLY.phase,
    };
    return Calendar.text([...entries, ...(plan.start < today ? [] : [zero])], words.slug, made);
  };

  /** What somebody does by a day, the first first. @param {Project} project @returns {{key: string, who: string, day: string, done: boolean}[]} */
  const tasks = ({ tasks: all, ticks }) =>
    Object.entries(all)
      .map(([key, { who, day }]) => ({ key, who, day, done: Object.hasOwn(ticks, key) }))
      .sort((one, other) => ((one.day || "9") < (other.day || "9") ? -1 : 1));

  /** The points that have a day as a calendar file; what should have been done already is for the day on which the file is made.
   * @param {string} id @param {Project} project @param {(key: string) => {words: string, address: string}} point @param {Date} made */
  const taskCalendar = (id, project, point, made) =>
    Calendar.text(
      tasks(project)
        .filter(({ day, done }) => isDay(day) && !done)
        .map(({ key, who, day }) => {
          const late = day < Dates.dayOf(made.getTime());
          const from = late ? Dates.dayOf(made.getTime()) : day;
          return {
            key: `${key}-${id}`,
            from,
            to: Dates.addDays(from, 1),
            title: `${project.name}: ${point(key).words}${late ? " (te laat)" : ""}`,
            text: [late ? `Zou af zijn op ${inWords(day)}.` : "", who ? `Doet: ${who}` : ""].filter(Boolean).join("\n"),
            address: point(key).address,
            early: late ? 0 : EARLY.task,
          };
        }),
      "punten",
      made,
    );

  return {
    limits,
    trouble,
    phasesOf,
    busyMonths,
    tooMany,
    sentence,
    now,
    nowInWords,
    missed,
    monthsUntil,
    weeksLeft,
    fitted,
    firstFree,
    calendar,
    tasks,
    taskCalendar,
  };
})();
