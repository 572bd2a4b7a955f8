// A pack as one PDF, put together in the browser from the sheets of the site.
"use strict";

/**
 * A piece with a PDF, as `handboek.json` tells it.
 * @typedef {{type: string, slug: string, title: string, url: string, pdf: string, files: {pages: number, paper: string}[]}} Printable
 */

/** Why there is no PDF, for people. */
class NoPdf extends Error {}

const PackPdf = (() => {
  const MM = 72 / 25.4;

  /** The library that puts PDFs together; fetched when somebody wants one. @returns {Promise<any>} */
  const library = async () => {
    if (!("PDFLib" in window)) await Scripts.load("vendor/pdf-lib.js");
    return /** @type {any} */ (window).PDFLib;
  };

  /**
   * Cover, contents, and every piece as often as it is needed, each copy from a front side.
   * @param {OwnPack} pack @param {Map<string, Printable>} printables @param {(text: string) => void} say
   */
  const make = async (pack, printables, say) => {
    const { PDFDocument, PDFName, PDFPage, StandardFonts } = await library();
    const made = await PDFDocument.create();
    const plain = await made.embedFont(StandardFonts.Helvetica);
    const bold = await made.embedFont(StandardFonts.HelveticaBold);
    const known = new Set(plain.getCharacterSet());
    /** What the letters of the cover can write. @param {string} text */
    const safe = (text) =>
      Array.from(text.normalize("NFC"), (sign) =>
        known.has(/** @type {number} */ (sign.codePointAt(0))) ? sign : "?",
      ).join("");
    const heading = safe(pack.title || "Mijn werkmap");
    made.setTitle(heading, { showInWindowTitleBar: true });
    made.setLanguage("nl");
    const A4 = [210 * MM, 297 * MM];
    const cover = made.addPage(A4);
    made.addPage(A4);

    const items = pack.items.filter((item) => printables.has(item.piece));
    const lines = 34;
    /** @type {any[]} */
    const contents = [];
    for (let page = 0; page < Math.ceil(items.length / lines); page += 1) contents.push(made.addPage(A4));
    if (made.getPageCount() % 2) made.addPage(A4);

    let number = made.getPageCount();
    const starts = [];
    for (const [index, item] of items.entries()) {
      const piece = /** @type {Printable} */ (printables.get(item.piece));
      say(`${index + 1} van ${items.length}: ${piece.title}`);
      const answer = await fetch(Site.at(piece.pdf), { signal: AbortSignal.timeout(60_000) });
      if (!answer.ok) throw new NoPdf(`${piece.title} is niet op te halen. Probeer het later nog eens.`);
      const source = await PDFDocument.load(await answer.arrayBuffer());
      const pages = await made.copyPages(source, source.getPageIndices());
      const first = [];
      for (const page of pages) {
        made.addPage(page);
        number += 1;
        page.node.delete(PDFName.of("StructParents"));
        const text = String(number);
        page.drawText(text, {
          x: page.getWidth() - 6 * MM - plain.widthOfTextAtSize(text, 8),
          y: page.getHeight() - 6 * MM,
          size: 8,
          font: plain,
        });
        first.push(page);
      }
      starts.push({ item, piece, page: first[0], number: number - first.length + 1 });
      if (first.length % 2) {
        first.push(made.addPage([first[0].getWidth(), first[0].getHeight()]));
        number += 1;
      }
      for (let copy = 1; copy < Pack.copies(item, pack.people); copy += 1) {
        for (const page of first) {
          // The same ink on another page, under the same number: everybody's copy has the same page numbers.
          const node = page.node.clone();
          made.addPage(PDFPage.of(node, made.context.register(node), made));
        }
      }
    }

    cover.drawText("Werkmap", { x: 20 * MM, y: 232 * MM, size: 14, font: bold });
    cover.drawLine({ start: { x: 20 * MM, y: 240 * MM }, end: { x: 190 * MM, y: 240 * MM }, thickness: 2 });
    cover.drawText(heading, { x: 20 * MM, y: 212 * MM, size: 32, font: bold, maxWidth: 170 * MM, lineHeight: 38 });
    const told = [
      ...(pack.people ? [`Voor ${pack.people === 1 ? "1 mens" : `${pack.people} mensen`}`] : []),
      `Samengesteld uit ${safe(document.querySelector(".brand")?.textContent?.trim() || "het handboek")}, ${Site.at("")}`,
      "Deze map is voor de printer. Losse bladen, ook om in te vullen of voor te lezen, staan op de website.",
    ];
    told.forEach((text, index) =>
      cover.drawText(safe(text), { x: 20 * MM, y: (60 - 8 * index) * MM, size: 10, font: plain, maxWidth: 170 * MM }),
    );

    starts.forEach((start, index) => {
      const page = contents[Math.floor(index / lines)];
      const y = (262 - 7 * (index % lines)) * MM;
      if (index % lines === 0) page.drawText("Wat erin zit", { x: 20 * MM, y: 274 * MM, size: 20, font: bold });
      page.drawText(String(start.number), { x: 20 * MM, y, size: 11, font: bold });
      page.drawText(safe(start.piece.title), { x: 34 * MM, y, size: 11, font: plain });
      const often = `${Pack.copies(start.item, pack.people)}×, ${start.piece.files[0].paper}`;
      page.drawText(often, { x: 190 * MM - plain.widthOfTextAtSize(often, 10), y, size: 10, font: plain });
      const link = made.context.obj({
        Type: "Annot",
        Subtype: "Link",
        Rect: [20 * MM, y - 4, 190 * MM, y + 12],
        Border: [0, 0, 0],
        Dest: [start.page.ref, "XYZ", null, null, null],
      });
      page.node.addAnnot(made.context.register(link));
    });
    return made.save();
  };

  return { make };
})();
