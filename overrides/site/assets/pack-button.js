// The button that puts the piece of this page in the reader's own pack, or takes it out again.
"use strict";

const packAdd = /** @type {HTMLElement | null} */ (document.querySelector("[data-pack-add]"));

if (packAdd && location.protocol === "file:") {
  packAdd.hidden = true; // From a folder on a disk a page cannot read its neighbours: there is no pack to make.
} else if (packAdd) {
  const piece = packAdd.dataset.packAdd || "";
  const button = /** @type {HTMLButtonElement} */ (packAdd.querySelector("button"));
  const link = /** @type {HTMLAnchorElement} */ (packAdd.querySelector("a"));

  const store = packStore.open();
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  packAdd.append(said);

  /** @param {PackItem} item */
  const mine = (item) => item.piece === piece;

  button.addEventListener("click", () => {
    const inside = store.value.items.some(mine);
    store.change((pack) => {
      const rest = pack.items.filter((item) => !mine(item));
      pack.items = packStore.clean({ items: inside ? rest : [...rest, { piece, copies: 1, per: "" }] }).items;
    });
    const full = !inside && !store.value.items.some(mine) ? `In een werkmap passen ${packStore.MOST} stukken.` : "";
    said.textContent = [full, packStore.told(store.notice)].filter(Boolean).map((words) => ` ${words}`).join("");
  });
  store.follow(window);
  store.listen((pack) => {
    const inside = pack.items.some(mine);
    button.setAttribute("aria-pressed", String(inside));
    link.hidden = !inside;
  });
}
