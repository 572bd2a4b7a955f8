// A translation read beside the Dutch: what is right, what is better otherwise, and the record of it as a file.
// What is filled in stays on this device until it is wiped; nothing leaves it before the person saves a file, opens a mail or follows the link to the project.
"use strict";

(() => {
  const { el, button, one } = Elements;
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
    organisation: input("alleen").checked ? review.ALONE : input("organisatie").value,
    what: chosen(form, "wat"),
    date: input("dag").value,
    answers: rows.map((row, number) => ({
      answer: /** @type {ReviewAnswer["answer"]} */ (chosen(row, `antwoord-${number}`)),
      better: /** @type {HTMLTextAreaElement} */ (row.querySelector("textarea")).value,
    })),
  });

  /** The record as it was saved last. */
  let saved = "";

  const store = BrowserStorage.open("nakijken", BrowserStorage.storageOf(window), ReviewDrafts.read);
  const mine = `${known.of}/${known.language}`;
  /** What there is to say of where this is kept. @type {Record<Notice, string>} */
  const NOTICES = {
    "": "Wat je invult, blijft op dit apparaat tot je het wist.",
    damaged: "Wat je eerder invulde, was niet te lezen. Het is apart gezet.",
    newer:
      "Wat je eerder invulde, komt uit een nieuwere uitgave. Laad de bladzijde opnieuw. Tot dan bewaart zij niets.",
    full: "Je apparaat is vol: dit is niet bewaard. Sla het op als bestand.",
    visit: "Je browser bewaart dit tot je dit venster sluit.",
    page: "Je browser bewaart niets: dit geldt tot je de bladzijde sluit.",
  };

  /** Keep what one field says now, and leave what another window wrote in the others. @param {Event} event */
  function keep(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const now = values();
    const number = rows.findIndex((row) => row.contains(field));
    store.change(({ drafts }) => {
      const draft = (drafts[mine] ??= ReviewDrafts.empty());
      if (number >= 0) draft.answers[ReviewDrafts.key(known.texts[number])] = now.answers[number];
      else if (field.name === "organisatie" || field.name === "alleen") draft.organisation = now.organisation;
      else if (field.name === "wat") draft.what = now.what;
      else if (field.name === "dag") draft.date = now.date;
    });
  }

  /** Put into the form what is kept, but not where somebody is typing. */
  function show() {
    const draft = store.value.drafts[mine] ?? ReviewDrafts.empty();
    /** @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} value */
    const put = (field, value) => {
      if (document.activeElement !== field && field.value !== value) field.value = value;
    };
    const alone = draft.organisation === review.ALONE;
    input("alleen").checked = alone;
    input("organisatie").disabled = alone;
    put(input("organisatie"), alone ? "" : draft.organisation);
    put(input("dag"), draft.date || today());
    for (const one of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[name="wat"]')))
      one.checked = one.value === draft.what;
    rows.forEach((row, number) => {
      const said = draft.answers[ReviewDrafts.key(known.texts[number])];
      for (const one of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("input[type=radio]")))
        one.checked = one.value === (said?.answer ?? "");
      const box = /** @type {HTMLTextAreaElement} */ (row.querySelector("textarea"));
      put(box, said?.better ?? box.defaultValue);
    });
    part("[data-review-kept]").textContent = NOTICES[store.notice];
    part("[data-review-wipe]").hidden = !store.value.drafts[mine];
    follow();
  }

  /** Throw away what was filled in here; what was wiped can come back. */
  function wipe() {
    const before = store.value.drafts[mine];
    store.change(({ drafts }) => {
      delete drafts[mine];
    });
    const undo = button("Zet terug", { class: "button small" }, () => {
      store.change(({ drafts }) => {
        drafts[mine] ??= before;
      });
      part("[data-review-saved]").textContent = "";
    });
    part("[data-review-saved]").replaceChildren("Gewist. ", undo);
    undo.focus();
  }

  /** Show the box for a better text where it is asked for, how far one is, and the ways to send. */
  function follow() {
    const now = values();
    rows.forEach((row, number) => {
      const box = /** @type {HTMLElement} */ (row.querySelector("[data-review-better]"));
      box.hidden = now.answers[number].answer !== "better";
    });
    const done = now.answers.filter(({ answer }) => answer).length;
    part("[data-review-count]").textContent =
      `Je bekeek ${done} van de ${rows.length} teksten.${done < rows.length ? " Je hoeft niet alles te doen." : ""}`;
    // Also in another tab nothing opens that is not complete.
    const [lack] = review.wrong(now, today());
    const first = lack && `#na-${lack.field}`;
    part("[data-review-mail]").setAttribute("href", first ?? review.mail(now, saved === review.file(now)).address);
    if (pull) {
      const { address, long } = review.proposal(now);
      pull.setAttribute("href", first ?? address);
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

  /** @param {() => string} words @returns {(event: Event) => void} */
  const onlyWhenComplete = (words) => (event) => {
    if (complete()) part("[data-review-saved]").textContent = words();
    else event.preventDefault();
  };

  form.addEventListener("input", keep);
  part("[data-review-wipe]").addEventListener("click", wipe);
  form.addEventListener("submit", (event) => event.preventDefault());
  part("[data-review-save]").addEventListener("click", () => {
    if (!complete()) return;
    const now = values();
    Files.give(review.fileName(now), "text/yaml", review.file(now));
    saved = review.file(now);
    follow();
    part("[data-review-saved]").textContent = `${review.fileName(now)} staat bij je downloads.`;
  });
  part("[data-review-mail]").addEventListener(
    "click",
    onlyWhenComplete(() =>
      review.mail(values(), false).inside
        ? "De mail staat klaar, met wat je vond eronder. Verstuur hem zelf."
        : saved === review.file(values())
          ? "De mail staat klaar. Voeg het bestand toe en verstuur hem zelf."
          : "Wat je vond is te lang voor een mail. Bewaar het als bestand, open de mail dan opnieuw, en voeg het toe.",
    ),
  );
  pull?.addEventListener(
    "click",
    onlyWhenComplete(() => "Het voorstel staat klaar op de bladzijde die opengaat."),
  );

  // Who read for an hour in a browser that keeps nothing does not lose it by a wrong tap.
  window.addEventListener("beforeunload", (event) => {
    const busy = values().answers.some(({ answer }) => answer);
    if (store.notice && busy && !part("[data-review-saved]").textContent) event.preventDefault();
  });
  input("dag").max = today();
  store.follow(window);
  store.listen(show);
  for (const hidden of form.querySelectorAll("[data-review-script]"))
    /** @type {HTMLElement} */ (hidden).hidden = false;
  document.querySelector("[data-review-without]")?.remove();
})();
