// Rows as a table for a spreadsheet.
"use strict";

var Tables = (() => {
  /** A cell that no program takes for a formula. @param {string} text */
  const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

  /** @param {string[][]} rows */
  const text = (rows) => rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");

  /** Give the reader rows as a file, with the mark by which a spreadsheet knows its letters. @param {string} name @param {string} rows */
  const give = (name, rows) => Files.give(`${name}.csv`, "text/csv;charset=utf-8", `\uFEFF${rows}`);

  return { text, give };
})();
