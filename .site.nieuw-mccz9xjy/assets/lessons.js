"use strict";

var Dates = (() => {
  const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

  const joined = (parts) => parts.map((part) => String(part).padStart(2, "0")).join("-");

  const today = () => {
    const now = new Date();
    return joined([now.getFullYear(), now.getMonth() + 1, now.getDate()]);
  };

  const isDay = (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

  const addMonths = (day, months) => {
    const [year, month, date] = day.split("-").map(Number);
    const at = year * 12 + month - 1 + months;
    const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
    return joined([Math.floor(at / 12), (at % 12) + 1, Math.min(date, last)]);
  };

  /** `30 november 2026`. @param {string} day */
  const inWords = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  };

  const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

  /** `november 2026`. @param {number} month */
  const monthInWords = (month) => `${MONTHS[month % 12]} ${Math.floor(month / 12)}`;

  const momentInWords = (moment) =>
    new Date(moment).toLocaleString("nl-NL", { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });

  const stamp = (moment) => new Date(moment).toLocaleString("nl-NL");

  return { today, isDay, addMonths, inWords, monthOf, monthInWords, momentInWords, stamp };
})();

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
    else if (shown === told.length) count.textContent = shown === 1 ? "1 les" : `${shown} lessen`;
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
