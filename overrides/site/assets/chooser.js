// Keuzehulp: show only what fits who somebody is and how much time there is. Without this file everything shows.
"use strict";

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-chooser]"));

function choose() {
  if (!form) return;
  const role = /** @type {HTMLSelectElement} */ (form.querySelector("[data-choose=roles]")).value;
  const minutes = Number(/** @type {HTMLSelectElement} */ (form.querySelector("[data-choose=minutes]")).value);
  let shown = 0;
  document.querySelectorAll(".goal").forEach((goal) => {
    const tools = /** @type {NodeListOf<HTMLElement>} */ (goal.querySelectorAll("li"));
    let here = 0;
    tools.forEach((tool) => {
      const fits =
        (!role || (tool.dataset.roles || "").split(" ").includes(role)) &&
        (!minutes || (tool.dataset.minutes !== "" && Number(tool.dataset.minutes) <= minutes));
      tool.hidden = !fits;
      here += Number(fits);
    });
    /** @type {HTMLElement} */ (goal).hidden = here === 0;
    shown += here;
  });
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-chooser-count]"));
  status.textContent = !role && !minutes ? "" : shown === 0 ? "Niets past bij deze keuze. Kies ruimer." : shown === 1 ? "1 hulpmiddel past." : `${shown} hulpmiddelen passen.`;
}

if (form) {
  form.hidden = false;
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
}
