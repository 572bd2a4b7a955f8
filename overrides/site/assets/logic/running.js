// A workshop while it runs: which part is on, how long it may still take, and what the parts after it get, so that it ends
// on time and no part gets less than its least. Nothing here knows a page or a clock: each moment is given, in milliseconds.
"use strict";

const Running = (() => {
  const MINUTE = 60_000;
  /** From which share of a part that is left a sign stands on the screen: it is nearly time, and it is time to round off. */
  const NEARLY = 0.2;
  const ROUND_OFF = 0.05;
  const LONGEST_NOTE = 4000;

  /** @returns {RunningState} */
  const fresh = () => ({ begun: 0, ends: 0, at: "", since: 0, given: 0, out: [], took: [], ended: 0, notes: "" });

  /** @param {number[]} numbers */
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

  /** Whole minutes for each of these parts in `room` milliseconds: its usual length where there is room enough, its least
   * where there is too little, and between those each the same share of what it can give.
   * @param {RunningPart[]} parts @param {number} room @returns {number[]} */
  const share = (parts, room) => {
    const [least, usual] = [parts.map(({ least }) => least), parts.map(({ minutes }) => minutes)];
    const free = Math.floor(room / MINUTE);
    return Session.shared(least, usual, Math.min(Math.max(free, sum(least)), sum(usual)));
  };

  /** When a session that begins now has to be over: when its plan says so, within an hour of its beginning; else after its
   * usual minutes. The plan is as clock times. @param {string} begins @param {string} ends @param {number} minutes @param {number} now */
  const proposed = (begins, ends, minutes, now) => {
    const hour = 60 * MINUTE;
    const planned = Dates.next(begins, now - hour);
    return planned <= now + hour ? Dates.next(ends, Math.max(planned, now)) : now + minutes * MINUTE;
  };

  /** The parts that are still to come. @param {RunningState} state @param {RunningPart[]} parts */
  const rest = (state, parts) => {
    const at = parts.findIndex(({ id }) => id === state.at);
    return at < 0 ? [] : parts.slice(at + 1).filter(({ id }) => !state.out.includes(id));
  };

  /** Which of these parts to leave out, in the order in which the script gives them up, until so many minutes are saved.
   * @param {RunningPart[]} parts @param {number} late */
  const givenUp = (parts, late) => {
    const order = parts.filter(({ drop }) => drop > 0).sort((one, other) => one.drop - other.drop);
    return Session.untilSaved(order, late, ({ least }) => least);
  };

  /** How it stands at a moment. Where even the least of each part is too long, `drops` are the parts to leave out, in the
   * order in which the script gives them up, until it fits. @param {RunningState} state @param {RunningPart[]} parts @param {number} now */
  const standing = (state, parts, now) => {
    const coming = rest(state, parts);
    const until = state.since + state.given;
    const from = Math.max(now, until);
    const lengths = share(coming, state.ends - from);
    const left = until - now;
    const late = Math.max(0, Math.ceil((from + sum(lengths) * MINUTE - state.ends) / MINUTE));
    return {
      part: parts.find(({ id }) => id === state.at),
      number: parts.findIndex(({ id }) => id === state.at) + 1,
      coming: coming.map((part, index) => ({ part, minutes: lengths[index] })),
      left,
      /** In minutes: what the parts to come lose, or what is left over where this is less than nothing. */
      behind: Math.ceil((from + sum(coming.map(({ minutes }) => minutes)) * MINUTE - state.ends) / MINUTE),
      /** In minutes: how much too late it ends though every part gets its least only. */
      late,
      drops: givenUp(coming, late),
      sign: left <= 0 ? "over" : left <= state.given * ROUND_OFF ? "off" : left <= state.given * NEARLY ? "nearly" : "",
    };
  };

  /** Begin now. @param {RunningState} state @param {RunningPart[]} parts @param {number} now @param {number} ends */
  const begin = (state, parts, now, ends) => {
    const [first] = parts;
    Object.assign(state, fresh(), { begun: now, ends, at: first.id, since: now, notes: state.notes });
    state.given = share(parts, ends - now)[0] * MINUTE;
  };

  /** On to the next part, or to the end. @param {RunningState} state @param {RunningPart[]} parts @param {number} now */
  const goOn = (state, parts, now) => {
    if (!state.at) return;
    const [next, ...others] = rest(state, parts);
    state.took.push({ id: state.at, took: now - state.since });
    state.since = now;
    state.at = next?.id ?? "";
    state.given = next ? share([next, ...others], state.ends - now)[0] * MINUTE : 0;
    if (!next) state.ended = now;
  };

  /** This part gets so many minutes more, counted from now where it is over already. @param {RunningState} state @param {number} now @param {number} minutes */
  const extend = (state, now, minutes) => {
    if (state.at) state.given = Math.max(now, state.since + state.given) + minutes * MINUTE - state.since;
  };

  /** Leave a part out that is still to come. @param {RunningState} state @param {RunningPart[]} parts @param {string} id */
  const drop = (state, parts, id) => {
    if (rest(state, parts).some((part) => part.id === id)) state.out.push(id);
  };

  /** What took how long, as rows: the part, its usual minutes, those that it took, and what it differs.
   * @param {RunningState} state @param {RunningPart[]} parts @returns {string[][]} */
  const report = (state, parts) =>
    parts.map((part) => {
      const done = state.took.find(({ id }) => id === part.id);
      if (!done) return [part.title, String(part.minutes), "", "weggelaten"];
      const took = Math.round(done.took / MINUTE);
      const more = took - part.minutes;
      return [part.title, String(part.minutes), String(took), more ? `${more > 0 ? "+" : "−"}${Math.abs(more)}` : "0"];
    });

  /** What is kept, as far as it can be a session. @param {unknown} kept @returns {RunningState} */
  const read = (kept) => {
    const said = /** @type {Record<string, unknown>} */ (kept && typeof kept === "object" ? kept : {});
    /** @param {unknown} value */
    const moment = (value) => (typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : 0);
    /** @param {unknown} value */
    const text = (value) => (typeof value === "string" ? value.slice(0, LONGEST_NOTE) : "");
    const took = (Array.isArray(said.took) ? said.took : []).filter((one) => one && typeof one.id === "string");
    return {
      begun: moment(said.begun),
      ends: moment(said.ends),
      at: text(said.at),
      since: moment(said.since),
      given: moment(said.given),
      out: (Array.isArray(said.out) ? said.out : []).filter((one) => typeof one === "string"),
      took: took.map(({ id, took }) => ({ id, took: moment(took) })),
      ended: moment(said.ended),
      notes: text(said.notes),
    };
  };

  // In words

  /** @param {number} minutes */
  const inMinutes = (minutes) => Counts.of(minutes, "minuut", "minuten");

  /** What is left, in whole minutes, and in seconds at the end. @param {number} left */
  const leftInWords = (left) => {
    if (left <= 0) {
      const over = Math.floor(-left / MINUTE);
      return over ? `${inMinutes(over)} over tijd` : "Tijd";
    }
    if (left < MINUTE) return `${Math.ceil(left / 1000)} seconden`;
    return inMinutes(Math.ceil(left / MINUTE));
  };

  /** How far ahead or behind that is. @param {ReturnType<typeof standing>} standing */
  const pace = ({ behind, late, drops }) => {
    if (late && drops.length) return `Ook op zijn kortst eindig je ${inMinutes(late)} te laat. Laat iets vallen.`;
    if (late) return `Je eindigt ${inMinutes(late)} te laat. Er valt niets meer weg te laten: zeg hoe laat het wordt.`;
    if (behind > 0) return `Je loopt ${inMinutes(behind)} achter. Dat is verdeeld over wat nog komt.`;
    if (behind < 0) return `Je loopt ${inMinutes(-behind)} voor.`;
    return "Je loopt op tijd.";
  };

  return {
    MINUTE,
    LONGEST_NOTE,
    fresh,
    share,
    givenUp,
    proposed,
    standing,
    begin,
    goOn,
    extend,
    drop,
    report,
    read,
    inMinutes,
    leftInWords,
    pace,
  };
})();
