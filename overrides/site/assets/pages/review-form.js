// A translation read beside the Dutch: what is right, what is better otherwise, and the record of it as a file.
// Nothing leaves the page before the person saves a file, opens a mail or follows the link to the project.
"use strict";

(() => {
  const { el, one } = Elements;
  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-review-form]"));
  const source = document.querySelector("[data-review-known]");
  if (!form || !source) return;

  /** @type {ReviewKnown} */
  const known = JSON.parse(source.textContent || "{}");
  const review = Review(known);
  const { today } = Dates;
  /** @param {string} selector @returns {HTMLElement} */
  const part = (selector) => one(selector, form);
  const pull = form.querySelector("[data-review-pull]");
  const rows = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-review-text]")]);

  /** @param {string} name @returns {HTMLInputElement} */
  const input = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  /** @param {Element} place @param {string} name */
  const chosen = (place, name) =>
    /** @type {HTMLInputElement | null} */ (place.querySelector(`input[name="${name}"]:checked`))?.value ?? "";

  /** @returns {ReviewValues} */
  const values = () => ({
    organisation: input("organisatie").value,
    what: chosen(form, "wat"),
    date: input("dag").value,
    answers: rows.map((row, number) => ({
      answer: /** @type {ReviewAnswer["answer"]} */ (chosen(row, `antwoord-${number}`)),
      better: /** @type {HTMLTextAreaElement} */ (row.querySelector("textarea")).value,
    })),
  });

  /** Show the box for a better text where it is asked for, how far one is, and the ways to send. */
  function follow() {
    const now = values();
    rows.forEach((row, number) => {
      const box = /** @type {HTMLElement} */ (row.querySelector("[data-review-better]"));
      box.hidden = now.answers[number].answer !== "better";
    });
    const done = now.answers.filter(({ answer }) => answer).length;
    part("[data-review-count]").textContent = `${done} van ${rows.length} teksten bekeken.`;
    part("[data-review-mail]").setAttribute("href", review.mail(now));
    if (pull) {
      const { address, long } = review.proposal(now);
      pull.setAttribute("href", address);
      part("[data-review-long]").hidden = !long;
    }
  }

  /** Say what has to be mended, with links to it. @returns {boolean} whether nothing has */
  function complete() {
    const said = review.wrong(values(), today());
    const place = part("[data-review-wrong]");
    place.hidden = !said.length;
    place.replaceChildren(
      el("p", {}, el("strong", {}, "Verbeter eerst dit:")),
      el("ul", {}, ...said.map(({ field, text }) => el("li", {}, el("a", { href: `#na-${field}` }, text)))),
    );
    if (said.length) place.focus();
    return !said.length;
  }

  /** @param {string} words @returns {(event: Event) => void} */
  const onlyWhenComplete = (words) => (event) => {
    if (complete()) part("[data-review-saved]").textContent = words;
    else event.preventDefault();
  };

  form.addEventListener("input", follow);
  form.addEventListener("submit", (event) => event.preventDefault());
  part("[data-review-save]").addEventListener("click", () => {
    if (!complete()) return;
    const now = values();
    Files.give(review.fileName(now), "text/yaml", review.file(now));
    part("[data-review-saved]").textContent = `${review.fileName(now)} staat bij je downloads.`;
  });
  part("[data-review-mail]").addEventListener(
    "click",
    onlyWhenComplete("De mail staat klaar. Voeg het bestand toe en verstuur hem zelf."),
  );
  pull?.addEventListener("click", onlyWhenComplete("Het voorstel staat klaar op de bladzijde die opengaat."));

  // Who read for an hour does not lose it by a wrong tap.
  window.addEventListener("beforeunload", (event) => {
    const busy = values().answers.some(({ answer, better }) => answer || better);
    if (busy && !part("[data-review-saved]").textContent) event.preventDefault();
  });
  const day = input("dag");
  day.max = today();
  day.value ||= today();
  follow();
  for (const hidden of form.querySelectorAll("[data-review-script]"))
    /** @type {HTMLElement} */ (hidden).hidden = false;
  document.querySelector("[data-review-without]")?.remove();
})();
