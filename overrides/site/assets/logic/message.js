// A letter with what somebody filled in: as a text to copy, with open blanks that say what goes there.
"use strict";

var Message = (() => {
  const LONGEST = 600;
  const BLANK = /\{([a-z0-9-]+)\}/g;

  /** What somebody typed, on one line or on as many as there is room for. @param {unknown} value */
  const cleaned = (value) =>
    typeof value === "string"
      ? [
          ...value
            .replace(/\r\n?/g, "\n")
            .replace(/[^\P{Cc}\n]/gu, " ")
            .replace(/[ \t]+/g, " ")
            .trim(),
        ]
          .slice(0, LONGEST)
          .join("")
      : "";

  /** The text with what is known; an open blank shows what goes there. @param {string} text
   * @param {Record<string, string>} values @param {Record<string, string>} labels */
  const filled = (text, values, labels) =>
    text.replace(BLANK, (_, name) => values[name] || `[${labels[name] ?? name}]`);

  /** A text of Markdown as it stands in a mail: without signs, and each point of a list on a line. @param {string} text */
  const plain = (text) =>
    text
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/\*\*([^*]+)\*\*/g, "$1")
      .replace(/(^|[^*])\*([^*\n]+)\*/g, "$1$2")
      .replace(/^#{1,6} +/gm, "")
      .replace(/^[-*] +/gm, "– ")
      .replace(/\n{3,}/g, "\n\n")
      .trim();

  return { cleaned, filled, plain, LONGEST };
})();
