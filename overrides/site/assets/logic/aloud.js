// What is read aloud, and by which voice: of this device only, so that no text leaves it.
"use strict";

/** @typedef {{lang: string, localService: boolean, default?: boolean}} Voice */

const Aloud = (() => {
  /** So many signs at once: some devices stop by themselves in a longer text. */
  const LONGEST = 220;

  /** @param {string} tag */
  const primary = (tag) => tag.toLowerCase().split(/[-_]/)[0];

  /** The voice of this device for a language; none where it would be read elsewhere.
   * @template {Voice} T @param {readonly T[]} voices @param {string} language @returns {T | null} */
  const voice = (voices, language) => {
    const fit = voices.filter((one) => one.localService && primary(one.lang) === primary(language));
    return fit.find((one) => one.default) ?? fit[0] ?? null;
  };

  /** A text in parts that are read one after another: sentences, and a long one at its spaces. @param {string} text */
  const parts = (text) => {
    const sentences =
      text
        .replace(/\s+/g, " ")
        .trim()
        .match(/.+?(?:[.!?:;؟።፧…](?=\s|$)|$)\s*/gu) ?? [];
    /** @type {string[]} */
    const made = [];
    for (const sentence of sentences) {
      let left = sentence.trim();
      while (left.length > LONGEST) {
        const at = left.lastIndexOf(" ", LONGEST);
        const end = at > 0 ? at : LONGEST;
        made.push(left.slice(0, end));
        left = left.slice(end).trim();
      }
      if (left) made.push(left);
    }
    return made;
  };

  /** An open blank, aloud: what goes there, and that it is to be filled in. Without either it is silent, and a pause.
   * @param {string} goes @param {string} open */
  const blank = (goes, open) => [goes, open].filter(Boolean).join(", ") || ",";

  return { voice, parts, blank };
})();
