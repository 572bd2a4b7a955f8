// What comes out of a printer: how many sheets of which paper. As `src/handboek/paper.py`; `tests/tools/paper.yml` holds both
// to one table.
"use strict";

/**
 * A part as far as its place in a binding follows from it.
 * @typedef {{pages: number, copies: number, front: boolean, paper: string}} PaperCount
 *
 * A page of a binding: which page of which part, or a blank one behind that part.
 * @typedef {{part: number, page: number | null, number: number, copy: number}} PaperPlace
 */

/** @typedef {{paper: string, sheets: number, cards: number, backs: boolean}} PaperNeed */

var Paper = (() => {
  /** In the order in which they are printed. */
  const PAPERS = ["A4", "A3", "A5", "A6"];
  /** The short side of each in millimetres. @type {Record<string, number>} */
  const WIDTHS = { A4: 210, A3: 297, A5: 148, A6: 105 };
  /** @type {Record<string, number>} */
  const ON_A4 = { A6: 4, A5: 2 };

  /** The paper of a page of this size in points; A4 for what is none. @param {number} width @param {number} height */
  const named = (width, height) => {
    const short = (Math.min(width, height) * 25.4) / 72;
    return PAPERS.find((name) => Math.abs(short - WIDTHS[name]) < 2) ?? "A4";
  };

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

  /**
   * The pages of a binding of parts with so many pages: what is on A4 first, then each other paper. Where another part, copy
   * or paper begins on a front side, the one before ends with a blank back; small or large paper of which nothing has a back
   * has none. Everybody's copy has the same numbers.
   * @param {PaperCount[]} parts @returns {PaperPlace[]}
   */
  const order = (parts) => {
    /** @type {PaperPlace[]} */
    const places = [];
    let number = 0;
    const indices = [...parts.keys()];
    const groups = PAPERS.map((paper) => indices.filter((at) => parts[at].paper === paper)).filter(
      (group) => group.length,
    );
    for (const group of groups) {
      const backs = parts[group[0]].paper === "A4" || group.some((at) => parts[at].pages > 1);
      let sides = 0;
      group.forEach((part, at) => {
        const { pages, copies, front } = parts[part];
        const fronted = at + 1 < group.length ? parts[group[at + 1]].front : group !== groups[groups.length - 1];
        const each = pages + (backs && front && copies > 1 ? pages % 2 : 0);
        sides += each * copies;
        const blank = backs && fronted ? sides % 2 : 0;
        sides += blank;
        for (let copy = 1; copy <= copies; copy += 1)
          for (let page = 0; page < each; page += 1)
            places.push({ part, page: page < pages ? page : null, number: number + page + 1, copy });
        if (blank) places.push({ part, page: null, number: number + each + 1, copy: 1 });
        number += each + blank;
      });
    }
    return places[places.length - 1]?.page === null ? places.slice(0, -1) : places;
  };

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
  const OTHERWISE = "Heb je dat niet, maak dan op de website printopdrachten van deze werkmap.";
  const FOLD = "Heeft een kaartje een achterkant, vouw het dan en plak het dicht.";

  /** What to print, a job for each paper: how much of what, and how: on one side where nothing has a back. `within` says of
   * each paper its first and last page, counted from 1, where all is one file.
   * @param {[string, number, number][]} parts @param {boolean} [oneSide] @param {Record<string, [number, number]>} [within]
   * @returns {[string, string][]} */
  const jobs = (parts, oneSide = false, within = {}) =>
    needed(parts, oneSide).map((need) => {
      const { paper, backs } = need;
      const [first, last] = within[paper] ?? [];
      const where = first && `Bladzijde ${first === last ? first : `${first}–${last}`} van dit bestand.`;
      const small = backs && paper in ON_A4;
      const how = [HOW[paper][oneSide || !backs ? 1 : 0], oneSide && small && FOLD];
      // A printer that lays several on a sheet lays no back behind its front.
      const told = where && small && !oneSide ? [`Op papier van ${paper}, op twee kanten. ${OTHERWISE}`] : how;
      return [said([need]), [where, ...told].filter(Boolean).join(" ")];
    });

  /** Needs in a sentence. @param {PaperNeed[]} needs */
  const said = (needs) => {
    const words = needs.map(({ paper, sheets, cards }) => {
      const sheet = Counts.of(sheets, "vel", "vellen");
      return cards ? `${sheet} A4 met ${Counts.of(cards, "kaartje", "kaartjes")} van ${paper}` : `${sheet} ${paper}`;
    });
    return Counts.listed(words);
  };

  /** Of each paper its first and last page, counted from 1, in a file with pages on these papers.
   * @param {string[]} pages @returns {Record<string, [number, number]>} */
  const spans = (pages) => {
    /** @type {Record<string, [number, number]>} */
    const found = {};
    pages.forEach((paper, at) => {
      found[paper] = [found[paper]?.[0] ?? at + 1, at + 1];
    });
    return found;
  };

  return { ON_A4, named, needed, order, laid, jobs, said, spans };
})();
