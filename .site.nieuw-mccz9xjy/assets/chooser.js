"use strict";

{
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-chooser]"));

  const NAMES = /** @type {const} */ ([
    ["goals", "doel"],
    ["roles", "rol"],
    ["minutes", "tijd"],
  ]);

  const field = (name) =>
    /** @type {HTMLSelectElement | null} */ (form?.querySelector(`[data-choose=${name}]`) ?? null);

  function read() {
    const asked = new URLSearchParams(location.search);
    for (const [name, key] of NAMES) {
      const select = field(name);
      const value = asked.get(key) ?? "";
      if (select && value && [...select.options].some((option) => option.value === value)) select.value = value;
    }
  }

  function write() {
    const address = new URL(location.href);
    for (const [name, key] of NAMES) {
      const value = field(name)?.value ?? "";
      if (value) address.searchParams.set(key, value);
      else address.searchParams.delete(key);
    }
    history.replaceState(history.state, "", address);
  }

  function choose() {
    if (!form) return;
    const chosen = (name) => field(name)?.value ?? "";
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
    read();
    form.addEventListener("change", () => {
      choose();
      write();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("pageshow", choose); // a browser fills in again what was chosen before
  }
}
