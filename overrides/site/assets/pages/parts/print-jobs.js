// A pack as print jobs: a PDF for each paper, small cards laid on A4 with marks to cut along, as `src/handboek/sheets/jobs.py`
// does. These are for a printer; what is read on a screen, or read out, is the pack itself.
"use strict";

/** @typedef {{source: any, paper: string, copies: number}} PrintPart */

const PrintJobs = (() => {
  const MM = 72 / 25.4;
  const [WIDE, HIGH] = [210 * MM, 297 * MM];
  /** What no printer prints for sure, and how far a mark reaches from there. */
  const [NEAR, FAR] = [6 * MM, 10 * MM];

  /** The PDF, that says how it wants to be printed. @param {any} lib @param {any} made @param {boolean} oneSide @returns {Promise<Uint8Array<ArrayBuffer>>} */
  const saved = (lib, made, oneSide) => {
    const wants = { PrintScaling: "None", Duplex: oneSide ? "Simplex" : "DuplexFlipLongEdge" };
    made.catalog.set(lib.PDFName.of("ViewerPreferences"), made.context.obj(wants));
    return made.save();
  };

  /** These, each as often as it is needed; where there are backs, each copy begins on a front. @param {any} lib @param {PrintPart[]} parts @param {boolean} oneSide */
  const copied = async (lib, parts, oneSide) => {
    const made = await lib.PDFDocument.create();
    const single = oneSide || parts.every(({ source }) => source.getPageCount() === 1);
    for (const { source, copies } of parts)
      for (let copy = 0; copy < copies; copy++) {
        const pages = await made.copyPages(source, source.getPageIndices());
        for (const page of pages) made.addPage(page);
        const { width, height } = pages[0].getSize();
        if (!single && pages.length % 2) made.addPage([width, height]);
      }
    return saved(lib, made, single);
  };

  /** Small sheets, laid on A4. @param {any} lib @param {PrintPart[]} parts @param {boolean} oneSide */
  const onA4 = async (lib, parts, oneSide) => {
    const made = await lib.PDFDocument.create();
    /** @type {any[][]} */
    const drawn = [];
    for (const { source } of parts) drawn.push(await made.embedPages(source.getPages()));
    const { width, height } = drawn[0][0];
    const [across, down] = width * height > (WIDE * HIGH) / 3 ? [2, 1] : [2, 2];
    const [wide, high] = [width * across, height * down];
    const backs = drawn.some((pages) => pages.length > 1);
    /** @type {[number, number][]} */
    const numbers = parts.map(({ copies }, at) => [drawn[at].length, copies]);
    for (const places of Paper.laid(numbers, across, down, oneSide)) {
      const page = made.addPage([wide, high]);
      places.forEach((place, at) => {
        if (!place) return;
        const y = high - (Math.floor(at / across) + 1) * height;
        page.drawPage(drawn[place[0]][place[1]], { x: (at % across) * width, y });
      });
      marks(page, [wide, high], [width, height], oneSide && backs);
    }
    return saved(lib, made, oneSide || !backs);
  };

  /** Short lines at the edges where a sheet is cut; dashed where it is folded. @param {any} page @param {[number, number]} size @param {[number, number]} each @param {boolean} fold */
  const marks = (page, [wide, high], [width, height], fold) => {
    /** @param {[number, number]} from @param {[number, number]} to @param {number[]} [dashArray] */
    const line = ([x, y], [right, top], dashArray) =>
      page.drawLine({ start: { x, y }, end: { x: right, y: top }, thickness: 0.5, ...(dashArray && { dashArray }) });
    for (let x = width; x < wide - 1; x += width)
      for (const [low, top] of [
        [NEAR, FAR],
        [high - FAR, high - NEAR],
      ])
        line([x, low], [x, top], fold ? [2, 2] : undefined);
    for (let y = height; y < high - 1; y += height)
      for (const [left, right] of [
        [NEAR, FAR],
        [wide - FAR, wide - NEAR],
      ])
        line([left, y], [right, y]);
  };

  /** The jobs of what is not on A4, each with the name of its file. @param {any} lib @param {PrintPart[]} parts @param {boolean} oneSide */
  const beside = async (lib, parts, oneSide) => {
    /** @type {{paper: string, name: string, content: Uint8Array<ArrayBuffer>}[]} */
    const made = [];
    for (const paper of new Set(parts.map((part) => part.paper).filter((paper) => paper !== "A4"))) {
      const own = parts.filter((part) => part.paper === paper);
      const small = paper in Paper.ON_A4;
      const content = await (small ? onA4 : copied)(lib, own, oneSide);
      made.push({ paper, name: small ? `${paper}-op-A4` : paper, content });
    }
    return made;
  };

  return { beside };
})();
