// Personal data in a text: the patterns come from Python, and what a pattern alone cannot decide is decided here.
// It knows no page: the form for a new lesson runs it in the browser, and the tests without one.
"use strict";

/**
 * @typedef {{code: string, what: string, help: string, pattern: string, severity: string, proof: string}} PrivacySort
 * @typedef {{sorts: PrivacySort[], numbers: string, everybody: string}} PrivacyTable
 * @typedef {{sort: PrivacySort, start: number, end: number}} PrivacyFind
 */

/** What finds personal data. @param {PrivacyTable} table @param {string} editors The address that everybody may know. */
const Privacy = (table, editors) => {
  /** @type {Record<string, (words: string) => boolean>} */
  const PROOFS = {
    phone(words) {
      let digits = words.replace(/[^\d+]/g, "").replace(/^00/, "+");
      if (digits.startsWith("+31")) digits = digits.slice(3).replace(/^0/, "");
      else if (digits.startsWith("+")) return digits.length > 8 && digits.length < 17;
      else digits = digits.slice(1);
      return new RegExp(`^(?:${table.numbers})$`).test(digits) && !new RegExp(`^(?:${table.everybody})$`).test(digits);
    },
    bsn(words) {
      const digits = words.replace(/\D/g, "");
      const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
      return Number(digits) > 0 && sum % 11 === 0;
    },
    iban(words) {
      const text = words.replace(/\s/g, "").toUpperCase();
      const moved = text.slice(4) + text.slice(0, 4);
      let rest = 0;
      for (const sign of moved) for (const digit of String(parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
      return rest === 1;
    },
    mail: (words) => words.toLowerCase().replace(/^\.+|\.+$/g, "") !== editors.toLowerCase(),
  };

  /** Of each sort the first that stands in the text. @param {string} text @returns {PrivacyFind[]} */
  const first = (text) =>
    table.sorts.flatMap((sort) => {
      for (const match of text.matchAll(new RegExp(sort.pattern, "g"))) {
        if (!sort.proof || PROOFS[sort.proof](match[0])) return [{ sort, start: match.index, end: match.index + match[0].length }];
      }
      return [];
    });

  return { first };
};
