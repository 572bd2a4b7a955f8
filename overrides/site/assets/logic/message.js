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

  /** What goes into a mail: the letter, and below one in another language the Dutch, which counts.
   * @param {{letter: Letter, values: Record<string, string>}[]} letters */
  const mail = (letters) =>
    letters
      .map(({ letter, values }) =>
        [plain(filled(letter.body, letter, values)), letter.closing].filter(Boolean).join("\n\n"),
      )
      .join("\n\n———\n\n");

  /** The short message. @param {Letter} letter @param {Record<string, string>} values */
  const short = (letter, values) => [filled(letter.short, letter, values), letter.brief].filter(Boolean).join("\n\n");

  return { cleaned, numbered, filled, plain, mail, short, LONGEST };
})();
