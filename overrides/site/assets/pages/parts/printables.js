// Every sheet of the site that a pack may hold.
"use strict";

/**
 * A piece with a PDF, as `handboek.json` tells it.
 * @typedef {{type: string, slug: string, title: string, url: string, pdf: string, files: {kind: string, url: string, pages: number, paper: string}[]}} Printable
 */

const Printables = (() => {
  const KINDS = { guide: "Gesprekken", worksheet: "Werkbladen", message: "Berichten", script: "Draaiboeken" };

  /** Every piece with a PDF of its own, by its address without slashes and by those where it stood before.
   * @param {Record<string, string>} forms what the other sheets of a piece are called
   * @returns {Promise<Map<string, Printable>>} */
  const read = async (forms) => {
    const answer = await fetch(Site.at("handboek.json"));
    /** @type {{pieces: Printable[], moved: Record<string, string>}} */
    const all = await answer.json();
    const found = new Map(
      all.pieces.filter((piece) => piece.type in KINDS && piece.pdf).flatMap((piece) => [...withForms(piece, forms)]),
    );
    for (const [old, now] of Object.entries(all.moved)) {
      const piece = found.get(addressOf(now));
      if (piece) found.set(addressOf(old), piece);
    }
    return found;
  };

  /** A piece by its address, and its other sheets that a group may need by theirs. @param {Printable} piece @param {Record<string, string>} forms
   * @returns {[string, Printable][]} */
  const withForms = (piece, forms) => [
    [addressOf(piece.url), piece],
    ...piece.files
      .filter((file) => Object.hasOwn(forms, file.kind))
      .map(
        (file) =>
          /** @type {[string, Printable]} */ ([
            `${addressOf(piece.url)}/${file.kind}`,
            { ...piece, title: `${forms[file.kind]} ${piece.title}`, pdf: file.url, files: [file] },
          ]),
      ),
  ];

  /** @param {string} url */
  const addressOf = (url) => url.replace(/\/$/, "");

  return { KINDS, read, addressOf };
})();
