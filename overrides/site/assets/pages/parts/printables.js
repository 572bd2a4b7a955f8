// Every sheet of the site that a pack may hold.
"use strict";

/**
 * A piece with a PDF, as `handboek.json` tells it.
 * @typedef {{type: string, slug: string, title: string, url: string, pdf: string, files: {kind: string, url: string, pages: number, paper: string}[]}} Printable
 */

const Printables = (() => {
  const KINDS = { guide: "Gesprekken", worksheet: "Werkbladen", message: "Berichten", script: "Draaiboeken" };

  /** What the other sheets of a piece are called. @type {Record<string, string>} */
  const FORMS = {
    zak: "Zakkaart",
    werk: "Om op te plakken:",
    deelnemers: "Voor deelnemers:",
    evaluatie: "Evaluatieformulier",
  };

  /** Every piece with a PDF of its own, by its address without slashes and by those where it stood before.
   * @returns {Promise<Map<string, Printable>>} */
  const read = async () => {
    const answer = await fetch(Site.at("handboek.json"));
    /** @type {{pieces: Printable[], moved: Record<string, string>}} */
    const all = await answer.json();
    const found = new Map(
      all.pieces.filter((piece) => piece.type in KINDS && piece.pdf).flatMap((piece) => [...withForms(piece)]),
    );
    for (const [old, now] of Object.entries(all.moved)) {
      const piece = found.get(addressOf(now));
      if (piece) found.set(addressOf(old), piece);
    }
    return found;
  };

  /** A piece by its address, and its other sheets that a group may need by theirs. @param {Printable} piece
   * @returns {[string, Printable][]} */
  const withForms = (piece) => [
    [addressOf(piece.url), piece],
    ...piece.files
      .filter((file) => file.kind in FORMS)
      .map(
        (file) =>
          /** @type {[string, Printable]} */ ([
            `${addressOf(piece.url)}/${file.kind}`,
            { ...piece, title: `${FORMS[file.kind]} ${piece.title}`, pdf: file.url, files: [file] },
          ]),
      ),
  ];

  /** @param {string} url */
  const addressOf = (url) => url.replace(/\/$/, "");

  return { KINDS, read, addressOf };
})();
