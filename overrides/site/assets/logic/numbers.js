// One reader of whole numbers as people write them. What it does not understand it refuses, and says why.
"use strict";

/** @typedef {{value: number | null, wrong: string}} Read The number, nothing for an empty field, or why there is none. */

const Numbers = (() => {
  const LONGEST = 40;
  /** Signs that nobody sees: they come along with a paste. */
  const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  /** Thousands apart: by points, by spaces, or by apostrophes. A tab is none: it stands between two cells of a table. */
  const THOUSANDS = /^\d{1,3}(?:(?:\.\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+|(?:['’]\d{3})+)$/;

  /** Wide digits, and those of a keyboard in Arabic or Persian, are digits as well. A small raised one is a footnote.
   * @param {string} text */
  const digits = (text) =>
    text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (sign) => String((sign.codePointAt(0) ?? 0) & 15));

  /** A number with points between the thousands. @param {number} number */
  const written = (number) =>
    String(number)
      .replace("-", "−")
      .replace(/\B(?=(?:\d{3})+$)/g, ".");

  /**
   * The whole number in a text, from `least` to `most`.
   * @param {string} text @param {number} least @param {number} most @returns {Read}
   */
  const read = (text, least, most) => {
    const words = digits(text.slice(0, 10 * LONGEST).replace(UNSEEN, ""))
      .trim()
      .replace(/^[−–—‐‑-] ?/, "-");
    /** @param {string} wrong @returns {Read} */
    const refuse = (wrong) => ({ value: null, wrong });
    if (!words) return { value: null, wrong: "" };
    if (words.length > LONGEST) return refuse("Vul hier alleen een getal in.");
    if (!/\d/.test(words)) return refuse("Schrijf het getal met cijfers.");
    const plain = words.replace(/^[-+]/, "");
    if (/^\d*[.,]\d+$/.test(plain) && !THOUSANDS.test(plain))
      return refuse("Vul een heel getal in, zonder cijfers achter een komma of punt.");
    if (!/^\d+$/.test(plain) && !THOUSANDS.test(plain)) return refuse("Vul één getal in, met alleen cijfers.");
    const value = Number(plain.replace(/\D/g, "")) * (words.startsWith("-") ? -1 : 1);
    if (value < least) return refuse(`Vul een getal in van ${written(least)} of meer.`);
    if (value > most) return refuse(`Vul een getal in van hoogstens ${written(most)}.`);
    return { value: value || 0, wrong: "" };
  };

  return { LONGEST, read, written };
})();
