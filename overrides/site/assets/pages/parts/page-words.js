// The words that stand on a page, for a screen that lies over it.
"use strict";

var PageWords = (() => {
  /** The words of an element, without the numbers of its sources and what is not shown. @param {Element | null} element */
  const of = (element) => {
    if (!element) return "";
    const copy = /** @type {Element} */ (element.cloneNode(true));
    copy.querySelectorAll(".cite, .tag, .headerlink, [hidden]").forEach((mark) => mark.remove());
    return (copy.textContent || "").replace(/\s+/g, " ").trim();
  };

  return { of };
})();
