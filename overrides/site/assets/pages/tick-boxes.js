// Checklists with boxes that tick. What remembers them is large, and is fetched where something is kept already, where nothing can
// be kept, or when a checklist comes into sight: who only looks in never needs it. A tick that is faster waits in the window.
"use strict";

{
  const { el, one, all } = Elements;
  let asked = document.querySelector('script[src*="own-projects.js"]') !== null;

  let taken = asked;

  /** Have the ticks remembered. Where that cannot be fetched, the next tick asks again. */
  const remember = () => {
    if (asked) return;
    asked = true;
    Scripts.load("own-projects.js").then(
      () => {
        taken = true;
      },
      () => {
        asked = false;
      },
    );
  };

  /** Ticks that wait until they can be remembered. @type {Record<string, boolean>} */
  const waiting = {};
  const sight = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && remember());

  for (const list of all("[data-checklist]"))
    for (const item of all("[data-item]", list)) {
      const key = `${list.dataset.checklist}#${item.dataset.item}`;
      const words = one(".item-text", item);
      const box = el("input", {
        type: "checkbox",
        id: `punt-${key.replace(/[^a-z0-9]+/g, "-")}`,
        class: "tick",
        "data-tick": key,
      });
      const label = el("label", { for: box.id });
      // The numbers of sources stay beside the label: they are links of their own.
      while (words.firstChild && !(words.firstChild instanceof Element && words.firstChild.matches(".cite"))) {
        label.append(words.firstChild);
      }
      words.prepend(label);
      one(".box", item).replaceWith(box);
      item.classList.add("can-tick");
      box.addEventListener("change", () => {
        if (taken) return;
        box.dataset.touched = "1"; // where the window keeps nothing either
        waiting[key] = box.checked;
        BrowserStorage.forWindow.write("vinkjes", JSON.stringify(waiting));
        remember();
      });
      sight.observe(item);
    }

  const { storage, notice } = BrowserStorage.storageOf(window);
  const kept = () =>
    Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "").some((key) =>
      /^handboek(?::|$|-beschadigd)/.test(key),
    );
  if (notice || kept() || BrowserStorage.forWindow.read("vinkjes")) remember();
  window.addEventListener("storage", () => kept() && remember());
}
