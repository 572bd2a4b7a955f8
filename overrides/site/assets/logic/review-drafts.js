// What somebody who reads a translation filled in so far, on this device: of each text by what it says, so that an answer is
// never shown at a text that changed since.
"use strict";

/**
 * @typedef {{organisation: string, what: string, date: string, answers: Record<string, ReviewAnswer>}} ReviewDraft
 * @typedef {{version: number, drafts: Record<string, ReviewDraft>}} ReviewDraftsState By the address of the translation.
 */

const ReviewDrafts = (() => {
  const VERSION = 1;
  const ANSWERS = /** @type {const} */ (["right", "unsure", "better"]);

  /** @param {unknown} value */
  const text = (value) => (typeof value === "string" ? value : "");

  /** @param {unknown} value @returns {ReviewAnswer} */
  const answer = (value) => {
    const { answer: said, better } = Object(value);
    return { answer: ANSWERS.find((one) => one === said) ?? "", better: text(better) };
  };

  /** The drafts in a kept text. @param {string | null} kept @returns {{value: ReviewDraftsState, notice: Notice}} */
  const read = (kept) => {
    /** @type {ReviewDraftsState} */
    const state = { version: VERSION, drafts: {} };
    try {
      const data = Object(JSON.parse(kept ?? "{}"));
      if (data.version > VERSION) return { value: state, notice: "newer" };
      for (const [name, draft] of Object.entries(Object(data.drafts))) {
        const { organisation, what, date, answers } = Object(draft);
        state.drafts[BrowserStorage.safe(name)] = {
          organisation: text(organisation),
          what: text(what),
          date: text(date),
          answers: Object.fromEntries(
            Object.entries(Object(answers)).map(([key, one]) => [BrowserStorage.safe(key), answer(one)]),
          ),
        };
      }
      return { value: state, notice: "" };
    } catch {
      return { value: state, notice: "damaged" };
    }
  };

  /** Under which name the answer to a text is kept: its place, the Dutch and the translation. @param {ReviewText} text_ */
  const key = ({ at, dutch, hash }) => `${at} ${dutch} ${hash}`;

  /** @returns {ReviewDraft} */
  const empty = () => ({ organisation: "", what: "", date: "", answers: {} });

  return { read, key, empty };
})();
