// Keuzehulp: show only what fits what somebody wants, who that is and how much time there is. Without this file everything shows.
"use strict";

{
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-chooser]"));

  function choose() {
    if (!form) return;
    /** @param {string} name */
    const chosen = (name) => /** @type {HTMLSelectElement} */ (form.querySelector(`[data-choose=${name}]`)).value;
    const [goal, role, minutes] = [chosen("goals"), chosen("roles"), Number(chosen("minutes"))];
    let shown = 0;
    document.querySelectorAll(".goal").forEach((section) => {
      const tools = /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("li"));
      let here = 0;
      tools.forEach((tool) => {
        const fits =
          (!role || (tool.dataset.roles || "").split(" ").includes(role)) &&
          (!minutes || (tool.dataset.minutes !== "" && Number(tool.dataset.minutes) <= minutes));
        tool.hidden = !fits;
        here += Number(fits);
      });
      if (goal && section.id !== goal) here = 0;
      /** @type {HTMLElement} */ (section).hidden = here === 0;
      shown += here;
    });
    const count =
      shown === 0
        ? "Niets past bij deze keuze. Kies ruimer."
        : shown === 1
          ? "1 hulpmiddel past."
          : `${shown} hulpmiddelen passen.`;
    const words = [goal || role || minutes ? count : "", minutes ? "Wat geen vaste tijd heeft, zie je nu niet." : ""];
    const status = /** @type {HTMLElement} */ (form.querySelector("[data-chooser-count]"));
    status.textContent = words.join(" ").trim();
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("change", choose);
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("pageshow", choose); // a browser fills in again what was chosen before
  }
}
