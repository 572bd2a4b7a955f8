// The list of lessons: narrow it down, count, and keep the choice in the address. On a lesson too: is it still valid?
// Only here an age is counted, from the date on the page; a page itself never says how old it is.
"use strict";

(() => {
  const YEARS = 3;

  const limit = Dates.addMonths(Dates.today(), -12 * YEARS);
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-confirmed]"))) {
    const confirmed = note.dataset.confirmed ?? "";
    if (confirmed > limit) continue;
    note.textContent = `Nog geldig? Deze les is van ${Number(confirmed.slice(0, 4))}.`;
    note.hidden = false;
  }

  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-lesson-filter]"));
  if (!form) return;
  const lessons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-lessons] > li")]);
  const selects = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select")]);

  function narrow() {
    const chosen = selects.filter((select) => select.value);
    let shown = 0;
    const told = lessons.filter((lesson) => !("invented" in lesson.dataset));
    for (const lesson of lessons) {
      lesson.hidden = !chosen.every((select) => (lesson.dataset[select.name] || "").split("|").includes(select.value));
      shown += Number(!lesson.hidden && told.includes(lesson));
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-lesson-group]"))) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    const count = /** @type {HTMLElement} */ (form?.querySelector("[data-lesson-count]"));
    if (!shown && lessons.some((lesson) => !lesson.hidden)) count.textContent = "Nog geen les, alleen een voorbeeld.";
    else if (!shown) count.textContent = "Geen les past bij deze keuze. Kies ruimer.";
    else if (shown === told.length) count.textContent = Counts.of(shown, "les", "lessen");
    else count.textContent = `${shown} van de ${told.length} lessen`;
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = asked.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    narrow();
  }

  form.addEventListener("change", () => {
    const asked = new URLSearchParams(
      selects.filter((select) => select.value).map((select) => [select.name, select.value]),
    );
    history.pushState(null, "", asked.size ? `?${asked}` : location.pathname);
    narrow();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("popstate", read);
  read();
})();
