// What comes out of a printer: how many sheets of which paper. As `src/handboek/paper.py`; `tests/tools/paper.yml` holds both
// to one table.
"use strict";

/** @typedef {{paper: string, sheets: number, cards: number, backs: boolean}} PaperNeed */

var Paper = (() => {
  const PAPERS = ["A3", "A4", "A5", "A6"];
  /** @type {Record<string, number>} */
  const ON_A4 = { A6: 4, A5: 2 };

  /** What parts need, each with its paper, pages and copies. @param {[string, number, number][]} parts @param {boolean} [oneSide] @returns {PaperNeed[]} */
  const needed = (parts, oneSide = false) =>
    PAPERS.flatMap((paper) => {
      const own = parts.filter(([name]) => name.split("-")[0] === paper);
      const leaves = own.reduce((sum, [, pages, copies]) => sum + Math.ceil(pages / 2) * copies, 0);
      const sides = own.reduce((sum, [, pages, copies]) => sum + pages * copies, 0);
      if (!leaves) return [];
      const on = ON_A4[paper];
      const backs = own.some(([, pages]) => pages > 1);
      return [{ paper, sheets: Math.ceil((oneSide ? sides : leaves) / (on ?? 1)), cards: on ? leaves : 0, backs }];
    });

  /** What lies where on each page of a sheet, from the top left: a part with its page, from 0; nothing where it is blank. Backs
   * lie behind their fronts, or beside them on one side and where there are none.
   * @param {[number, number][]} parts Pages and copies. @param {number} across @param {number} down @param {boolean} [oneSide]
   * @returns {([number, number] | null)[][]} */
  const laid = (parts, across, down, oneSide = false) => {
    /** @typedef {[number, number] | null} Side */
    const cards = parts.flatMap(([pages, copies], part) => {
      const own = Array.from({ length: Math.ceil(pages / 2) }, (_, at) => {
        /** @type {[Side, Side]} */
        const card = [[part, 2 * at], 2 * at + 1 < pages ? [part, 2 * at + 1] : null];
        return card;
      });
      return Array.from({ length: copies }, () => own).flat();
    });
    const each = across * down;
    /** @template T @param {T[]} all @param {number} size @returns {T[][]} */
    const by = (all, size) =>
      Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
    if (oneSide || !cards.some(([, back]) => back)) return by(cards.flat().filter(Boolean), each);
    return by(cards, each).flatMap((group) => {
      const backs = Array.from({ length: each }, (_, at) => group[at]?.[1] ?? null);
      return [group.map(([front]) => front), by(backs, across).flatMap((row) => row.reverse())];
    });
  };

  /** How each paper is printed: on two sides, or on one. @type {Record<string, [string, string]>} */
  const HOW = {
    A3: ["Eigen opdracht, op A3, op twee kanten.", "Eigen opdracht, op A3, op één kant."],
    A4: ["Op twee kanten, over de lange kant.", "Op één kant."],
    A5: ["Twee op een vel A4, op twee kanten; snijd ze los.", "Twee op een vel A4, op één kant; snijd ze los."],
    A6: ["Vier op een vel A4, op twee kanten; snijd ze los.", "Vier op een vel A4, op één kant; snijd ze los."],
  };
  const FOLD = "Heeft een kaartje een achterkant, vouw het dan en plak het dicht.";

  /** What to print, a job for each paper: how much of what, and how: on one side where nothing has a back.
   * @param {[string, number, number][]} parts @param {boolean} [oneSide] @returns {[string, string][]} */
  const jobs = (parts, oneSide = false) =>
    needed(parts, oneSide).map((need) => {
      const { paper, backs } = need;
      const how = HOW[paper][oneSide || !backs ? 1 : 0];
      return [said([need]), oneSide && backs && paper in ON_A4 ? `${how} ${FOLD}` : how];
    });

  /** Needs in a sentence. @param {PaperNeed[]} needs */
  const said = (needs) => {
    const words = needs.map(({ paper, sheets, cards }) => {
      const sheet = Counts.of(sheets, "vel", "vellen");
      return cards ? `${sheet} A4 met ${Counts.of(cards, "kaartje", "kaartjes")} van ${paper}` : `${sheet} ${paper}`;
    });
    return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} en ${words[words.length - 1]}`;
  };

  return { ON_A4, needed, laid, jobs, said };
})();
