// What stands in a project, in a line.
"use strict";

const Summary = (() => {
  /** What there is of each tool that somebody used. @param {Project} project @param {string[]} points the keys of all points
   * @param {ToolWords} tools @param {string} today @returns {string[]} */
  const facts = (project, points, tools, today) => [
    `${points.filter((key) => Object.hasOwn(project.ticks, key)).length} van ${points.length} punten`,
    ...(tools.meter ? meter(project.meter, tools.meter) : []),
    ...(tools.round ? round(project.round, tools.round, today) : []),
    ...(tools.planner && Dates.isDay(project.plan.start)
      ? [`${tools.planner.zero} ${Dates.inWords(project.plan.start)}`]
      : []),
    ...(tools.estimate ? estimate(project, tools.estimate, today) : []),
    ...(tools.scan ? scan(project.scan, tools.scan) : []),
  ];

  /** @param {MeterRow[]} rows @param {MeterWords} words */
  const meter = (rows, { counts, called }) => {
    const { tenants } = Meter.sum(rows);
    return tenants ? [`${Counts.of(tenants, counts.one, counts.many)} op ${called}`] : [];
  };

  /** @param {RoundState} state @param {RoundWords} words @param {string} today */
  const round = (state, words, today) => {
    const all = Object.keys(state).length;
    const done = Round.parts(state, words).reduce((sum, part) => sum + part.done, 0);
    const vows = Round.vows(state, today);
    const open = vows.late.length + vows.today.length + vows.later.length;
    const late = vows.late.length ? `, ${vows.late.length} te laat` : "";
    return [
      ...(all ? [`${done} van ${Counts.of(all, words.spot.one, words.spot.many)} klaar in ${words.called}`] : []),
      ...(open ? [`${Counts.of(open, "belofte", "beloften")} open${late}`] : []),
    ];
  };

  /** The hours, where they are of somebody's own numbers. @param {Project} project @param {EstimateWords} words @param {string} today */
  const estimate = ({ estimate: state, plan }, words, today) => {
    if (!Object.keys({ ...state.amounts, ...state.without }).length) return [];
    const { hours } = Estimate.count(words, state, Estimate.planned(words, plan, today));
    return [`${Estimate.span(hours)} uur in ${words.called}`];
  };

  /** @param {ScanState} state @param {ScanWords} words */
  const scan = (state, { moments, title }) => {
    const names = Object.keys(state)
      .filter((moment) => Object.keys(state[moment]).length)
      .map((id) => moments.find((moment) => moment.id === id)?.name ?? id);
    return names.length ? [`${title.toLowerCase()} ${names.join(", ")}`] : [];
  };

  return { facts };
})();
