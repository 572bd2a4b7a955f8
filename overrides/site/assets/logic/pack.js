// The reader's own pack: what it may hold, how many copies a group gets, and how it stands in a link.
"use strict";

/**
 * One piece in the pack: its address, how many copies, and per what ("" for a number that does not grow with a group).
 * @typedef {{piece: string, copies: number, per: "" | "persoon" | "tweetal" | "groep"}} PackItem
 * `people` sit in groups of `perGroup`.
 * @typedef {{title: string, people: number, perGroup: number, items: PackItem[]}} OwnPack
 * @typedef {{stukken: string, titel?: string, mensen?: string, groepjes?: string}} PackLink The pack as the fields of an address.
 */

const Pack = (() => {
  const MOST = 60;
  const PER_GROUP = 4;
  const LETTER = { "": "", persoon: "p", tweetal: "t", groep: "g" };

  /** @param {any} value @param {number} least @param {number} most */
  const within = (value, least, most) => {
    const number = Math.round(Number(value));
    return Number.isFinite(number) ? Math.min(Math.max(number, least), most) : least;
  };

  /** A pack from a value of which nothing is known. @param {any} value @returns {OwnPack} */
  const clean = (value) => {
    /** @type {any[]} */
    const items = Array.isArray(value?.items) ? value.items : [];
    /** @type {Set<string>} */
    const seen = new Set();
    return {
      title: typeof value?.title === "string" ? value.title.slice(0, 70) : "",
      people: within(value?.people, 0, 200),
      perGroup: within(value?.perGroup || PER_GROUP, 2, 20),
      items: items
        .filter((item) => typeof item?.piece === "string" && /^[a-z0-9/-]{1,120}$/.test(item.piece))
        .filter((item) => !seen.has(item.piece) && seen.add(item.piece))
        .slice(0, MOST)
        .map((item) => ({
          piece: item.piece,
          copies: within(item.copies, 1, 99),
          per: ["persoon", "tweetal", "groep"].includes(item.per) ? item.per : "",
        })),
    };
  };

  /** The pack in a kept text; anything that is not a pack counts as an empty one. @param {string | null} text @returns {OwnPack} */
  const read = (text) => {
    try {
      return clean(JSON.parse(text ?? "{}"));
    } catch {
      return clean({});
    }
  };

  /** @type {Record<string, string>} */
  const FIXED = { tafel: "groep", trainer: "", zaal: "" };

  /** What a session of the script at this address puts into a pack. @param {string} address @param {HeldSession} held @returns {PackItem[]} */
  const itemsOf = (address, held) => [
    { piece: address, copies: 1, per: "" },
    ...Session.packing(held).map(({ piece, form, number, per }) => ({
      piece: form === "blad" ? piece : `${piece}/${form}`,
      copies: number,
      per: /** @type {PackItem["per"]} */ (FIXED[per] ?? per),
    })),
    { piece: `${address}/deelnemers`, copies: 1, per: "persoon" },
    { piece: `${address}/evaluatie`, copies: 1, per: "persoon" },
  ];

  /** The pack with what this session needs, in the place of what it held of it; `whole` is the script with all its parts.
   * @param {OwnPack} pack @param {string} address @param {HeldSession} held @param {HeldSession} whole */
  const withSession = (pack, address, held, whole) => {
    const items = itemsOf(address, held);
    const own = new Set([...items, ...itemsOf(address, whole)].map((one) => one.piece));
    const rest = pack.items.filter((one) => !own.has(one.piece));
    return { ...pack, people: held.people, perGroup: held.group.per_group, items: [...rest, ...items] };
  };

  /** Whether a pack was made for another group or other parts than this session of its script. @param {OwnPack} pack
   * @param {string} address @param {HeldSession} held @param {HeldSession} whole */
  const isStale = (pack, address, held, whole) => {
    /** @param {PackItem[]} items */
    const named = (items) => items.map(({ piece }) => piece).sort();
    const made = withSession(pack, address, held, whole);
    const same = made.people === pack.people && made.perGroup === pack.perGroup;
    return !same || named(made.items).join() !== named(pack.items).join();
  };

  /** How many copies of a piece a group gets. @param {PackItem} item @param {{people: number, perGroup: number}} group */
  const copies = (item, group) => Copies.needed(item.per, item.copies, group.people, group.perGroup);

  /** The pack as a link says it. @param {OwnPack} pack @returns {PackLink} */
  const toLink = (pack) => {
    const items = pack.items.map(
      (item) => item.piece + (item.copies === 1 && !item.per ? "" : `:${item.copies}${LETTER[item.per]}`),
    );
    return {
      stukken: items.join(","),
      ...(pack.title && { titel: pack.title }),
      ...(pack.people && { mensen: String(pack.people) }),
      ...(pack.items.some((item) => item.per === "groep") && { groepjes: String(pack.perGroup) }),
    };
  };

  /** The pack that a link says. @param {PackLink} link */
  const fromLink = ({ stukken, titel, mensen, groepjes }) => {
    const items = stukken.split(",").map((one) => {
      const [piece, extra = ""] = one.split(":");
      const per = Object.entries(LETTER).find(([, letter]) => letter && extra.endsWith(letter))?.[0] ?? "";
      return { piece: piece.replace(/^\/|\/$/g, ""), copies: parseInt(extra, 10) || 1, per };
    });
    return clean({ title: titel || "", people: mensen || 0, perGroup: groepjes, items });
  };

  return { MOST, clean, read, copies, withSession, isStale, toLink, fromLink };
})();
