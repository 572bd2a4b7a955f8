// A pack as one PDF, put together in the browser from the sheets of the site.
"use strict";

/**
 * A piece with a PDF, as `handboek.json` tells it.
 * @typedef {{type: string, slug: string, title: string, url: string, pdf: string, files: {kind: string, url: string, pages: number, paper: string}[]}} Printable
 */

/** Why there is no PDF, for people. */
class NoPdf extends Error {}

const PackPdf = (() => {
  const MM = 72 / 25.4;
  const LINES = 34;
  const FOR = "Losse bladen, ook om in te vullen of in grote letters, staan op de website.";
  const FACES = { plain: "atkinson-hyperlegible-next-400-normal", bold: "bricolage-grotesque-700-normal" };

  /** @param {number} number @param {number} total */
  const said = (number, total) => `bladzijde ${number} van ${total}`;

  /** The library that puts PDFs together; fetched when somebody wants one. @returns {Promise<any>} */
  const library = async () => {
    if (!("PDFLib" in window)) await Scripts.load("vendor/pdf-lib.js");
    return /** @type {any} */ (window).PDFLib;
  };

  /** Where the sheets say that this site stands, also when it is read from elsewhere. */
  const home = () => {
    const page = document.querySelector("link[rel=canonical]");
    return page instanceof HTMLLinkElement ? new URL("..", page.href).href : Site.at("");
  };

  /** A file of this site. @param {string} address @param {string} title */
  const fetched = async (address, title) => {
    const answer = await fetch(Site.at(address), { signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new NoPdf(`${title} is niet op te halen. Probeer het later nog eens.`);
    return answer.arrayBuffer();
  };

  const fonts = async () => ({
    plain: new Uint8Array(await fetched(`assets/fonts/${FACES.plain}.ttf`, "Het lettertype")),
    bold: new Uint8Array(await fetched(`assets/fonts/${FACES.bold}.ttf`, "Het lettertype")),
  });

  /** The sheet of the site. @param {any} lib @param {Printable} piece */
  const loaded = async (lib, piece) =>
    lib.PDFDocument.load(await fetched(piece.pdf, piece.title), { updateMetadata: false });

  /**
   * A script, or what its participants have, for the group of the pack and what its reader chose; nothing for what is no script, or is held as usual.
   * @param {any} lib @param {Printable} piece @param {OwnPack} pack
   */
  const session = async (lib, piece, pack) => {
    const form = /** @type {Record<string, SessionPdf["FORMS"]["blad"] | undefined>} */ (SessionPdf.FORMS)[
      piece.files[0].kind
    ];
    if (piece.type !== "script" || !form) return null;
    const chosen = MySessions.open().value.scripts[piece.slug] ?? {};
    const answer = await fetch(Site.at(piece.url));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const script = answer.ok ? MySessions.scriptOf(page) : null;
    if (!script) return null;
    const held = Session.held(script, { ...chosen, people: pack.people || chosen.people });
    if (JSON.stringify(held) === JSON.stringify(Session.held(script))) return null;
    return form({ lib, title: piece.title, fonts: await fonts(), held });
  };

  /**
   * Cover, contents, and every piece as often as it is needed, each copy from a front side.
   * @param {OwnPack} pack @param {Map<string, Printable>} printables @param {(text: string) => void} say
   */
  const make = async (pack, printables, say) => {
    const lib = await library();
    const items = pack.items.filter((item) => printables.has(item.piece));
    /** @type {BindPart[]} */
    const parts = [];
    for (const [index, item] of items.entries()) {
      const piece = /** @type {Printable} */ (printables.get(item.piece));
      say(`${index + 1} van ${items.length}: ${piece.title}`);
      const source = (await session(lib, piece, pack)) ?? (await loaded(lib, piece));
      const copies = Pack.copies(item, pack);
      parts.push({ source, title: piece.title, address: piece.url, level: 1, copies, front: true });
    }

    const heading = pack.title || "Mijn werkmap";
    const front = await Tagged.open(lib, heading, await fonts());
    cover(front, heading, pack.people);
    front.page();
    const pages = Math.ceil(items.length / LINES);
    let number = 3 + pages + (pages % 2);
    parts.forEach((part, index) => {
      if (index % LINES === 0) {
        front.page();
        if (index === 0) front.write("H1", "Wat erin zit", { x: 20, y: 274, size: 20, face: "bold" });
      }
      const y = 262 - 7 * (index % LINES);
      const { paper } = /** @type {Printable} */ (printables.get(items[index].piece)).files[0];
      front.link("TOCI", home() + part.address, [
        [String(number), { x: 20, y, size: 11, face: "bold" }],
        [part.title, { x: 34, y, size: 11 }],
        [`${part.copies}×, ${paper}`, { x: 190, y, size: 10, right: true }],
      ]);
      number += 2 * Math.ceil(part.source.getPageCount() / 2);
    });

    const { ref, signs } = front.faces.plain;
    signs(said(1234567890, 0)); // what is written when the fonts are closed already
    const source = front.close();
    const all = [{ source, title: heading, address: "", level: 1, copies: 1, front: true }, ...parts];
    return (await Bind.bind(lib, all, home(), { source, font: ref, signs, said })).save();
  };

  /** @param {Awaited<ReturnType<typeof Tagged.open>>} front @param {string} heading @param {number} people */
  const cover = (front, heading, people) => {
    front.page();
    front.rule(240, 2);
    front.write("P", "Werkmap", { x: 20, y: 232, size: 14, face: "bold" });
    front.write("H1", heading, { x: 20, y: 212, size: 32, face: "bold", width: 170 });
    const size = 10;
    if (people) front.write("P", `Voor ${people === 1 ? "1 mens" : `${people} mensen`}`, { x: 20, y: 68, size });
    const method = document.querySelector(".brand")?.textContent?.trim() || "het handboek";
    front.link("P", home(), [[`Samengesteld uit ${method}, ${home()}`, { x: 20, y: 60, size, width: 170 }]]);
    front.write("P", FOR, { x: 20, y: 50, size, width: 170 });
  };

  return { make };
})();
