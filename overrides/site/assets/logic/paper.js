// What comes out of a printer: how many sheets of which paper. As `src/handboek/paper.py`; `tests/tools/paper.yml` holds both
// to one table.
"use strict";

/** @typedef {{paper: string, sheets: number, cards: number}} PaperNeed */

var Paper = (() => {
  const PAPERS = ["A3", "A4", "A5", "A6"];
  /** @type {Record<string, number>} */
  const ON_A4 = { A6: 4, A5: 2 };

  /** What parts need, each with its paper, pages and copies. @param {[string, number, number][]} parts @returns {PaperNeed[]} */
  const needed = (parts) =>
    PAPERS.flatMap((paper) => {
      const own = parts.filter(([name]) => name.split("-")[0] === paper);
      const number = own.reduce((sum, [, pages, copies]) => sum + Math.ceil(pages / 2) * copies, 0);
      if (!number) return [];
      const on = ON_A4[paper];
      return [{ paper, sheets: on ? Math.ceil(number / on) : number, cards: on ? number : 0 }];
    });

  /** @param {number} number @param {string} one @param {string} many */
  const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  /** Needs in a sentence. @param {PaperNeed[]} needs */
  const said = (needs) => {
    const words = needs.map(({ paper, sheets, cards }) => {
      const sheet = count(sheets, "vel", "vellen");
      return cards ? `${sheet} A4 met ${count(cards, "kaartje", "kaartjes")} van ${paper}` : `${sheet} ${paper}`;
    });
    return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} en ${words[words.length - 1]}`;
  };

  return { needed, said };
})();
