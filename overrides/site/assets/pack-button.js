// The button that puts the piece of this page in the reader's own pack, or takes it out again.
"use strict";

const packAdd = /** @type {HTMLElement | null} */ (document.querySelector("[data-pack-add]"));

if (packAdd && location.protocol === "file:") {
  packAdd.hidden = true; // From a folder on a disk a page cannot read its neighbours: there is no pack to make.
} else if (packAdd) {
  const piece = packAdd.dataset.packAdd || "";
  const button = /** @type {HTMLButtonElement} */ (packAdd.querySelector("button"));
  const link = /** @type {HTMLAnchorElement} */ (packAdd.querySelector("a"));

  const show = () => {
    const inside = packStore.read().items.some((item) => item.piece === piece);
    button.setAttribute("aria-pressed", String(inside));
    link.hidden = !inside;
  };

  button.addEventListener("click", () => {
    const pack = packStore.read();
    const rest = pack.items.filter((item) => item.piece !== piece);
    if (rest.length === pack.items.length) rest.push({ piece, copies: 1, per: "" });
    packStore.write({ ...pack, items: rest });
    show();
  });
  window.addEventListener("storage", show);
  window.addEventListener("pageshow", show);
  show();
}
