// A text as an address or the name of a file.
"use strict";

var Slugs = (() => {
  const LONGEST = 60;

  /** The text in small letters, digits and hyphens, as `anchor` in src/handboek/anchors.py writes it; `otherwise` where none
   * is left. @param {string} text @param {string} [otherwise] */
  const slug = (text, otherwise = "") => {
    const flat = text
      .normalize("NFKD")
      .replace(/[^\x00-\x7f]/g, "")
      .toLowerCase();
    return (
      flat
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, LONGEST)
        .replace(/-+$/, "") || otherwise
    );
  };

  return { slug };
})();
