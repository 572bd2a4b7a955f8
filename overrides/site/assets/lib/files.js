// Files that the reader gets or gives.
"use strict";

var Files = (() => {
  /** A browser may ask for a file long after the link was followed. */
  const LONG = 60_000;

  /** @param {string} name @param {string} type @param {BlobPart} content */
  const give = (name, type, content) => {
    const link = Elements.el("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), LONG);
  };

  /** How large a file is, for who reads it. @param {number} bytes */
  const size = (bytes) => `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;

  return { give, size };
})();
