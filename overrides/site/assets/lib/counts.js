// A number with its word.
"use strict";

var Counts = (() => {
  /** The word for so many. @param {number} number @param {string} one @param {string} many */
  const word = (number, one, many) => (number === 1 ? one : many);

  /** `1 punt`, `3 punten`. @param {number} number @param {string} one @param {string} many */
  const of = (number, one, many) => `${number} ${word(number, one, many)}`;

  /** `a, b en c`. @param {string[]} words */
  const listed = (words) => [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" en ");

  return { word, of, listed };
})();
