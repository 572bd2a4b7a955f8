// Rows as a table for a spreadsheet.
"use strict";

var Tables = (() => {
  /** A cell that no program takes for a formula; what is more or less stays a number. @param {string} text */
  const cell = (text) => {
    const number = /^[+−-]\d{1,4}$/.test(text);
    const safe = number ? text.replace("−", "-") : text.replace(/^(?=[=+\-@\t\r])/, "'");
    return `"${safe.replaceAll('"', '""')}"`;
  };

  /** @param {string[][]} rows */
  const text = (rows) => rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");

  /** Give the reader rows as a file, with the mark by which a spreadsheet knows its letters. @param {string} name @param {string} rows */
  const give = (name, rows) => Files.give(`${name}.csv`, "text/csv;charset=utf-8", `\uFEFF${rows}`);

  return { text, give };
})();
