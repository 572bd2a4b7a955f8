// The reader's own pack, kept in this browser and nowhere else. Used by the button on a page and by the pack's page.
"use strict";

/**
 * One piece in the pack: its address, how many copies, and per what ("" for a number that does not grow with a group).
 * @typedef {{piece: string, copies: number, per: "" | "persoon" | "tweetal"}} PackItem
 * @typedef {{title: string, people: number, items: PackItem[]}} OwnPack
 */

/** The root of the site, with its last slash. */
const packRoot = /** @type {URL} */ (Kept.root).href;

const packStore = {
  MOST: 60,

  /** The pack as it is kept; anything that is not a pack counts as an empty one. */
  open: () =>
    Kept.open("werkmap", Kept.storageOf(window), (text) => {
      try {
        return { value: packStore.clean(JSON.parse(text ?? "{}")), notice: "" };
      } catch {
        return { value: packStore.clean({}), notice: "" };
      }
    }),

  /** What the reader must know where it is not kept. @param {Notice} notice */
  told: (notice) =>
    notice === "" ? "" : notice === "full" ? "Je apparaat heeft geen ruimte meer. Wat je nu kiest, is niet bewaard." : "Deze browser bewaart je werkmap niet.",

  /** A pack from a value of which nothing is known. @param {any} value @returns {OwnPack} */
  clean(value) {
    /** @type {any[]} */
    const items = Array.isArray(value?.items) ? value.items : [];
    /** @type {Set<string>} */
    const seen = new Set();
    return {
      title: typeof value?.title === "string" ? value.title.slice(0, 70) : "",
      people: packStore.number(value?.people, 0, 200),
      items: items
        .filter((item) => typeof item?.piece === "string" && /^[a-z0-9/-]{1,120}$/.test(item.piece))
        .filter((item) => !seen.has(item.piece) && seen.add(item.piece))
        .slice(0, packStore.MOST)
        .map((item) => ({
          piece: item.piece,
          copies: packStore.number(item.copies, 1, 99),
          per: ["persoon", "tweetal"].includes(item.per) ? item.per : "",
        })),
    };
  },

  /** @param {any} value @param {number} least @param {number} most */
  number(value, least, most) {
    const number = Math.round(Number(value));
    return Number.isFinite(number) ? Math.min(Math.max(number, least), most) : least;
  },
};
