// A letter with what somebody filled in: as a text to copy, with open blanks that say what goes there.
"use strict";

/**
 * @typedef {{body: string, short: string, labels: Record<string, string>, language: string, direction: string,
 *   closing: string, brief: string}} Letter
 *   A letter in one language: `labels` say what goes into each blank, `closing` stands below a mail and `brief` below a short
 *   message, for who does not see the page.
 */

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

  /** A number of several parts, as `render/whole_numbers.py` knows it in HTML. */
  const NUMBER = new RegExp(
    "(€[ \u00a0]?\\d+(?:[.,]\\d+)*(?:,-)?" +
      "|\\+\\d+(?:[ \u00a0-]\\d+)*" +
      "|(?<!\\d)\\(?\\d+(?:(?:[-–:/.,]|[ \u00a0][-–][ \u00a0]|[ \u00a0]?\\(|\\)[ \u00a0]?|[ \u00a0])\\d+)+(?:[ \u00a0]uur(?!\\w))?" +
      `|(?<![\\w.,])\\d{1,2}[ \u00a0](?:uur|(?:${Dates.MONTHS.join("|")})(?:[ \u00a0]\\d{4}(?!\\w))?)(?!\\w))`,
  );

  /** A text in parts: each second one is a number, in which no line may end. @param {string} text */
  const numbered = (text) => text.split(NUMBER);

  /** A text as it stands among letters that run to the left: by itself, so that a number keeps its order. @param {string} text */
  const apart = (text) => `\u2068${text}\u2069`;

  /** The text with what is known; an open blank shows what goes there. @param {string} text @param {Letter} letter
   * @param {Record<string, string>} values */
  const filled = (text, letter, values) =>
    text.replace(BLANK, (_, name) => {
      const said = values[name];
      if (!said) return `[${letter.labels[name] ?? name}]`;
      return letter.direction === "rtl" ? apart(said) : said;
    });

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

  /** @typedef {{letter: Letter, values: Record<string, string>}} Said */
  /** Texts below each other, in each language. @param {Said[]} letters @param {(said: Said) => string[]} parts */
  const below = (letters, parts) => letters.map((said) => parts(said).filter(Boolean).join("\n\n")).join("\n\n———\n\n");

  /** What goes into a mail: the letter, and below one in another language the Dutch, which counts. @param {Said[]} letters */
  const mail = (letters) =>
    below(letters, ({ letter, values }) => [plain(filled(letter.body, letter, values)), letter.closing]);

  /** The short message, in the same order. @param {Said[]} letters */
  const short = (letters) =>
    below(letters, ({ letter, values }) => [filled(letter.short, letter, values), letter.brief]);

  return { cleaned, numbered, filled, plain, mail, short, LONGEST };
})();
