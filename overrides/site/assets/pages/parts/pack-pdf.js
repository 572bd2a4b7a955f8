// A pack as one PDF, put together in the browser from the sheets of the site.
"use strict";

/** Why there is no PDF, for people. */
class NoPdf extends Error {}

const PackPdf = (() => {
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
   * @param {Printable} piece @param {OwnPack} pack
   */
  const session = async (piece, pack) => {
    const form = /** @type {Record<string, SessionPdf["FORMS"]["blad"] | undefined>} */ (SessionPdf.FORMS)[
      piece.files[0].kind
    ];
    if (piece.type !== "script" || !form) return null;
    const chosen = MySessions.open().value.scripts[piece.slug] ?? {};
    const script = await MySessions.fetched(piece.url);
    if (!script) return null;
    const held = Session.held(script, { ...chosen, people: pack.people || chosen.people });
    if (JSON.stringify(held) === JSON.stringify(Session.held(script))) return null;
    return form({ lib: await library(), title: piece.title, fonts: await fonts(), held });
  };

  /** How many pages each sheet has that is written here, by its address in the pack. @param {OwnPack} pack
   * @param {Map<string, Printable>} printables @returns {Promise<Map<string, number>>} */
  const written = async (pack, printables) => {
    const found = new Map();
    for (const { piece } of pack.items) {
      const known = printables.get(piece);
      const source = known && (await session(known, pack));
      if (source) found.set(piece, source.getPageCount());
    }
    return found;
  };

  /** @typedef {BindPart & {paper: string}} PackPart */

  /** Every piece of a pack as it goes on paper. @param {any} lib @param {OwnPack} pack @param {Map<string, Printable>} printables
   * @param {(text: string) => void} say @param {boolean} oneSide @returns {Promise<PackPart[]>} */
  const gathered = async (lib, pack, printables, say, oneSide) => {
    const items = pack.items.filter((item) => printables.has(item.piece));
    const parts = [];
    for (const [index, item] of items.entries()) {
      const whole = /** @type {Printable} */ (printables.get(item.piece));
      const fold = oneSide && whole.files.find((file) => file.kind === "vouw");
      const piece = fold ? { ...whole, pdf: fold.url, files: [fold] } : whole;
      say(`${index + 1} van ${items.length}: ${piece.title}`);
      const source = (await session(piece, pack)) ?? (await loaded(lib, piece));
      const copies = Pack.copies(item, pack);
      const paper = piece.files[0].paper.split("-")[0];
      parts.push({ source, title: piece.title, address: piece.url, level: 1, copies, front: !oneSide, paper });
    }
    return parts;
  };

  /** Cover and contents, as a part of which the paper is counted; on two sides the back of the cover is blank.
   * @param {number} number How many pieces there are. @param {boolean} oneSide @returns {[string, number, number]} */
  const before = (number, oneSide) => ["A4", (oneSide ? 1 : 2) + Math.ceil(number / LINES), 1];

  /** Paper, pages and copies of these parts and of what stands before them. @param {PackPart[]} parts @returns {[string, number, number][]} */
  const counted = (parts, oneSide = false) => [
    before(parts.length, oneSide),
    ...parts.map(
      (part) => /** @type {[string, number, number]} */ ([part.paper, part.source.getPageCount(), part.copies]),
    ),
  ];

  /**
   * A pack as one PDF, to read and to print, with what comes out of a printer.
   * @param {OwnPack} pack @param {Map<string, Printable>} printables @param {(text: string) => void} say
   */
  const make = async (pack, printables, say) => {
    const lib = await library();
    const parts = await gathered(lib, pack, printables, say, false);
    const sheets = Paper.said(Paper.needed(counted(parts)));
    return { sheets, content: await bound(lib, pack, parts, (within) => Paper.jobs(counted(parts), false, within)) };
  };

  /**
   * The same as print jobs, a PDF for each paper: what is on A4 with the cover in front, then each other paper.
   * @param {OwnPack} pack @param {Map<string, Printable>} printables @param {(text: string) => void} say @param {boolean} oneSide
   */
  const jobs = async (pack, printables, say, oneSide) => {
    const lib = await library();
    const parts = await gathered(lib, pack, printables, say, oneSide);
    const told = Paper.jobs(counted(parts, oneSide), oneSide);
    const a4 = parts.filter(({ paper }) => paper === "A4");
    const beside = await PrintJobs.beside(lib, parts, oneSide);
    const made = [{ paper: "A4", name: "A4", content: await bound(lib, pack, a4, () => told, oneSide) }, ...beside];
    const needs = Paper.needed(counted(parts, oneSide), oneSide);
    return needs.map(({ paper }, at) => {
      const { name, content } = /** @type {typeof made[0]} */ (made.find((job) => job.paper === paper));
      return { name, content, said: told[at].join(". ") };
    });
  };

  /**
   * Cover, contents, and these parts as often as each is needed.
   * @param {any} lib @param {OwnPack} pack @param {PackPart[]} parts @param {(within: Record<string, [number, number]>) => [string, string][]} told
   * @param {boolean} [oneSide]
   */
  const bound = async (lib, pack, parts, told, oneSide = false) => {
    const heading = pack.title || "Mijn werkmap";
    const front = await Tagged.open(lib, heading, await fonts());
    const [, pages] = before(parts.length, oneSide);
    const counts = [{ pages, copies: 1, front: !oneSide, paper: "A4" }, ...parts.map(Bind.count)];
    const places = Paper.order(counts);
    const spans = Paper.spans(places.map(({ part }) => counts[part].paper));
    cover(front, heading, pack.people, told(Object.keys(spans).length > 1 ? spans : {}));
    if (!oneSide) front.page();
    parts.forEach((part, index) => {
      if (index % LINES === 0) {
        front.page();
        if (index === 0) front.write("H1", "Wat erin zit", { x: 20, y: 274, size: 20, face: "bold" });
      }
      const y = 262 - 7 * (index % LINES);
      const at = places.findIndex((place) => place.part === index + 1);
      const { number } = places[at];
      const file = at + 1 === number ? "" : `, in dit bestand ${at + 1}`;
      front.link("TOCI", home() + part.address, [
        [String(number), { x: 20, y, size: 11, face: "bold" }],
        [part.title, { x: 34, y, size: 11 }],
        [`${part.copies}×, ${part.paper}${file}`, { x: 190, y, size: 10, right: true }],
      ]);
    });

    const { ref, signs } = front.faces.plain;
    signs(said(1234567890, 0)); // what is written when the fonts are closed already
    const source = front.close();
    const all = [{ source, title: heading, address: "", level: 1, copies: 1, front: !oneSide }, ...parts];
    const made = await Bind.bind(lib, all, home(), { source, font: ref, signs, said }, oneSide);
    return /** @type {Promise<Uint8Array<ArrayBuffer>>} */ (made.save());
  };

  /** @param {Awaited<ReturnType<typeof Tagged.open>>} front @param {string} heading @param {number} people @param {[string, string][]} told */
  const cover = (front, heading, people, told) => {
    front.page();
    front.rule(240, 2);
    if (!/werkmap/i.test(heading)) front.write("P", "Werkmap", { x: 20, y: 232, size: 14, face: "bold" });
    front.write("H1", heading, { x: 20, y: 212, size: 32, face: "bold", width: 170 });
    const size = 10;
    front.write("H2", "Zo print je dit", { x: 20, y: 176, size: 14, face: "bold" });
    told.forEach(([what, how], at) => {
      front.write("P", `${at + 1}. ${what}. ${how}`, { x: 20, y: 168 - 11 * at, size, width: 170 });
    });
    front.write("P", "Zet schalen uit: 100%, of ware grootte.", { x: 20, y: 166 - 11 * told.length, size });
    if (people) front.write("P", `Voor ${Counts.of(people, "mens", "mensen")}`, { x: 20, y: 68, size });
    const method = document.querySelector(".brand")?.textContent?.trim() || "het handboek";
    front.link("P", home(), [[`Samengesteld uit ${method}, ${home()}`, { x: 20, y: 60, size, width: 170 }]]);
    front.write("P", FOR, { x: 20, y: 50, size, width: 170 });
  };

  return { before, written, make, jobs };
})();
