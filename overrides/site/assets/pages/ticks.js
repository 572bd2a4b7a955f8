// What is ticked is remembered: `tick-boxes.js` drew the boxes.
"use strict";

{
  const { one, all } = Elements;
  const { store, edit, project } = Projects;

  const boxes = /** @type {HTMLInputElement[]} */ (all("[data-tick]"));

  /** @param {[string, boolean][]} changed */
  const keep = (changed) =>
    edit(({ ticks }) => {
      for (const [key, checked] of changed) {
        if (checked) ticks[key] = Dates.today();
        else delete ticks[key];
      }
    });
  boxes.forEach((box) => box.addEventListener("change", () => keep([[box.dataset.tick ?? "", box.checked]])));

  /** What somebody ticked before this was here, on this page or on one before it. @returns {Record<string, boolean>} */
  const waiting = () => {
    try {
      return JSON.parse(BrowserStorage.forWindow.read("vinkjes") || "{}");
    } catch {
      return {};
    }
  };
  const touched = Object.entries({
    ...waiting(),
    ...Object.fromEntries(
      boxes.filter((box) => box.dataset.touched).map((box) => [box.dataset.tick ?? "", box.checked]),
    ),
  });
  BrowserStorage.forWindow.write("vinkjes", "");
  if (touched.length) keep(touched);

  /** How many of these points are ticked. @param {string} keys @param {Project} of */
  const count = (keys, of) => {
    const wanted = keys.split(" ").filter(Boolean);
    return { done: wanted.filter((key) => Object.hasOwn(of.ticks, key)).length, all: wanted.length };
  };

  store.listen(() => {
    const now = project();
    boxes.forEach((box) => {
      box.checked = Object.hasOwn(now.ticks, box.dataset.tick ?? "");
    });
    all("[data-points]").forEach((place) => {
      const { done, all: total } = count(place.dataset.points ?? "", now);
      const words = `${done} van ${Counts.of(total, "punt", "punten")}`;
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
