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
        shared: [...row.querySelectorAll("[data-for]:not([data-for=trainer])")]
          .map((sheet) => PageWords.of(sheet).replace(/^, /, ""))
          .join(", "),
      }));

  /** @param {string | null} text @returns {{value: {sessions: Record<string, RunningState>}, notice: Notice}} */
  const read = (text) => {
    try {
      const { sessions } = JSON.parse(text ?? "{}");
      const known = Object.entries(sessions ?? {}).map(([id, kept]) => [BrowserStorage.safe(id), Running.read(kept)]);
      return { value: { sessions: Object.fromEntries(known) }, notice: "" };
    } catch {
      return { value: { sessions: {} }, notice: "damaged" };
    }
  };
  const kept = BrowserStorage.open("zaal", BrowserStorage.storageOf(window), read);

  const state = () => kept.value.sessions[slug] ?? Running.fresh();

  /** @type {RunningState | null} */
  let last = null;
  /** The session as it was before the last tap, to put back. */
  const before = () => last;
  /** There is nothing to put back any more. */
  const settle = () => {
    last = null;
  };

  /** Change the session of this script, with a way back where `back`. @param {(mine: RunningState) => void} change */
  const edit = (change, back = true) => {
    if (back) last = structuredClone(state());
    kept.change((value) => {
      const mine = value.sessions[slug] ?? Running.fresh();
      change(mine);
      value.sessions[slug] = mine;
    });
  };

  return { slug, title, isBrief, saysNow, parts, kept, state, edit, before, settle };
})();
