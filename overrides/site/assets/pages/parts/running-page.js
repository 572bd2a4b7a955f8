// A script that runs in the room: its parts as its page has them now, and how far somebody is, as this device keeps it.
"use strict";

const RunningPage = (() => {
  const slug = document.querySelector("[data-running]")?.getAttribute("data-running") ?? "";
  const title = document.querySelector("h1")?.textContent?.trim() ?? "";

  /** What a part says, as usual or in less time; a part that says nothing else then, says what it always does.
   * @param {HTMLElement} row @param {"usual" | "shorter"} held */
  const says = (row, held) => {
    /** @param {string} name */
    const of = (name) => {
      const place = row.querySelector(`[data-running-says=${name}]`);
      return PageWords.of(place?.querySelector(`[data-held=${held}]`) ?? place);
    };
    return { trainer: of("trainer"), participants: of("participants"), question: of("question") };
  };

  /** Whether the part that is on was given less time than its usual words need. @param {RunningPart} part */
  const isBrief = (part) => state().given < part.enough * Running.MINUTE;

  /** What the part that is on says in the time that it was given. @param {RunningPart} part */
  const saysNow = (part) => (isBrief(part) ? part.shorter : part.says);

  /** What a sheet is called; how many there are of it, is for the trainer. @param {Element} sheet */
  const named = (sheet) => {
    const copy = /** @type {Element} */ (sheet.cloneNode(true));
    copy.querySelectorAll("[data-many]").forEach((number) => number.remove());
    return PageWords.of(copy).replace(/^, /, "");
  };

  /** The parts as the page has them now: what somebody left out there is left out here. @returns {RunningPart[]} */
  const parts = () =>
    Elements.all("tr[data-minutes]")
      .filter((row) => !row.hidden)
      .map((row) => ({
        row,
        minutes: Number(PageWords.of(row.querySelector("[data-held=minutes]")) || row.dataset.minutes),
      }))
      .map(({ row, minutes }) => ({
        id: row.id,
        title: PageWords.of(row.querySelector("[data-running-says=title]")),
        minutes,
        enough: Number(row.dataset.enough || row.dataset.minutes),
        least: Math.min(minutes, Number(row.dataset.least || minutes)),
        drop: Number(row.dataset.drop || 0),
        says: says(row, "usual"),
        shorter: says(row, "shorter"),
        sheets: PageWords.of(row.querySelector("[data-running-says=sheets]")),
        shared: [...row.querySelectorAll("[data-for]:not([data-for=trainer])")].map(named).join(", "),
      }));

  /** @typedef {Record<string, RunningState>} RunningStates */

  /** Each session, and what it was before the last tap. @param {string | null} text
   * @returns {{value: {sessions: RunningStates, before: RunningStates}, notice: Notice}} */
  const read = (text) => {
    /** @param {Record<string, unknown>} [all] @returns {RunningStates} */
    const known = (all = {}) =>
      Object.fromEntries(Object.entries(all).map(([id, kept]) => [BrowserStorage.safe(id), Running.read(kept)]));
    try {
      const { sessions, before } = JSON.parse(text ?? "{}");
      return { value: { sessions: known(sessions), before: known(before) }, notice: "" };
    } catch {
      return { value: { sessions: {}, before: {} }, notice: "damaged" };
    }
  };
  const kept = BrowserStorage.open("zaal", BrowserStorage.storageOf(window), read);

  const state = () => kept.value.sessions[slug] ?? Running.fresh();

  /** The session as it was before the last tap, to put back; also after a reload. */
  const before = () => kept.value.before[slug] ?? null;
  /** There is nothing to put back any more. */
  const settle = () =>
    kept.change(({ before }) => {
      delete before[slug];
    });

  /** Change the session of this script, with a way back where `back`. @param {(mine: RunningState) => void} change */
  const edit = (change, back = true) => {
    kept.change((value) => {
      const mine = value.sessions[slug] ?? Running.fresh();
      if (back) value.before[slug] = structuredClone(mine);
      change(mine);
      value.sessions[slug] = mine;
    });
  };

  return { slug, title, isBrief, saysNow, parts, kept, state, edit, before, settle };
})();
