// The button that puts the piece of this page in the reader's own pack, or takes it out again.
"use strict";

{
  const { el, one } = Elements;
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-pack-add]"));

  /** @param {HTMLElement} place */
  const start = (place) => {
    const piece = place.dataset.packAdd || "";
    const button = one("button", place);
    const link = one("a", place);
    const store = MyPack.open();
    const said = el("span", { role: "status" });
    place.append(said);

    /** @param {PackItem} item */
    const mine = (item) => item.piece === piece;

    button.addEventListener("click", () => {
      const inside = store.value.items.some(mine);
      store.change((pack) => {
        const rest = pack.items.filter((item) => !mine(item));
        pack.items = Pack.clean({ items: inside ? rest : [...rest, { piece, copies: 1, per: "" }] }).items;
      });
      const full = !inside && !store.value.items.some(mine) ? `In een werkmap passen ${Pack.MOST} stukken.` : "";
      said.textContent = [full, MyPack.told(store.notice)]
        .filter(Boolean)
        .map((words) => ` ${words}`)
        .join("");
    });
    store.follow(window);
    store.listen((pack) => {
      const inside = pack.items.some(mine);
      button.setAttribute("aria-pressed", String(inside));
      link.hidden = !inside;
    });
  };

  if (place && location.protocol === "file:")
    place.hidden = true; // From a folder on a disk a page cannot read its neighbours: there is no pack to make.
  else if (place) start(place);
}
