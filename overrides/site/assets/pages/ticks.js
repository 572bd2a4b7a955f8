// Checklists that remember. Without this file they are text; with it each point has a box that ticks.
"use strict";

{
  const { el, one, all } = Elements;
  const { store, edit, project } = Projects;

  /** @type {{key: string, box: HTMLInputElement}[]} */
  const boxes = all("[data-checklist]").flatMap((list) =>
    all("[data-item]", list).map((item) => {
      const key = `${list.dataset.checklist}#${item.dataset.item}`;
      const words = one(".item-text", item);
      const box = el("input", { type: "checkbox", id: `punt-${key.replace(/[^a-z0-9]+/g, "-")}`, class: "tick" });
      const label = el("label", { for: box.id });
      // The numbers of sources stay beside the label: they are links of their own.
      while (words.firstChild && !(words.firstChild instanceof Element && words.firstChild.matches(".cite"))) {
        label.append(words.firstChild);
      }
      words.prepend(label);
      one(".box", item).replaceWith(box);
      item.classList.add("can-tick");
      box.addEventListener("change", () =>
        edit(({ ticks }) => {
          if (box.checked) ticks[key] = Dates.today();
          else delete ticks[key];
        }),
      );
      return { key, box };
    }),
  );

  /** How many of these points are ticked. @param {string} keys @param {Project} of */
  const count = (keys, of) => {
    const wanted = keys.split(" ").filter(Boolean);
    return { done: wanted.filter((key) => Object.hasOwn(of.ticks, key)).length, all: wanted.length };
  };

  store.listen(() => {
    const now = project();
    boxes.forEach(({ key, box }) => {
      box.checked = Object.hasOwn(now.ticks, key);
    });
    all("[data-points]").forEach((place) => {
      const { done, all: total } = count(place.dataset.points ?? "", now);
      const words = `${done} van ${total} ${total === 1 ? "punt" : "punten"}`;
      place.hidden = false;
      const said = one("[data-points-said]", place);
      if (said.textContent !== words) said.textContent = words;
      const bar = /** @type {HTMLProgressElement | null} */ (place.querySelector("progress"));
      if (bar) {
        bar.max = total;
        bar.value = done;
      }
    });
  });
}
