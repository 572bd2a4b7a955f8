// How much paper a pack becomes. The sheets of a script that is held otherwise than usual are written in the browser, and may
// have a page more or less than those of the site: they are counted as soon as nobody types any more, and until then about.
"use strict";

const PackSheets = (() => {
  const QUIET = 600;

  /** @param {Map<string, Printable>} printables @param {() => void} counted Called when what was said can be said better. */
  const of = (printables, counted) => {
    /** Pages of what was written here, by the address in the pack. @type {Map<string, number>} */
    let written = new Map();
    /** Of which pack they were counted, and of which that is asked. */
    let exact = "";
    let asked = "";
    let timer = 0;

    /** @param {OwnPack} pack @param {string} now */
    const count = async (pack, now) => {
      try {
        const found = await PackPdf.written(pack, printables);
        if (now !== asked) return;
        written = found;
        exact = now;
        counted();
      } catch {
        // not to be fetched now: then it stays about so many
      }
    };

    /** How many sheets, in a sentence, and of how many papers; `now` tells this pack from others.
     * @param {OwnPack} pack @param {boolean} oneSide @param {string} now */
    const said = (pack, oneSide, now) => {
      /** @type {[string, number, number][]} */
      const parts = [PackPdf.before(pack.items.length, oneSide)];
      for (const item of pack.items) {
        const files = printables.get(item.piece)?.files ?? [];
        const file = (oneSide && files.find(({ kind }) => kind === "vouw")) || files[0];
        if (file) parts.push([file.paper, written.get(item.piece) ?? file.pages, Pack.copies(item, pack)]);
      }
      const own = pack.items.some(({ piece }) => printables.get(piece)?.type === "script");
      if (own && asked !== now) {
        asked = now;
        clearTimeout(timer);
        timer = window.setTimeout(count, QUIET, pack, now);
      }
      const papers = new Set(["A4", ...parts.map(([paper]) => paper.split("-")[0])]).size;
      const how = `${oneSide ? "op één kant" : "dubbelzijdig"} print${papers > 1 ? ", per papier" : ""}`;
      const about = own && exact !== now ? "ongeveer " : "";
      return { papers, text: `Als je ${how}, wordt dit ${about}${Paper.said(Paper.needed(parts, oneSide))}.` };
    };

    return { said };
  };

  return { of };
})();
