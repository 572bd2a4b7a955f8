// A new lesson: check while somebody types, show how it will look, keep a draft on this device, and make the file.
// What it knows (fields, limits, patterns, texts) is made from the model and stands in the page as data.
// Nothing leaves the page before the person saves a file, opens a mail or follows the link to the project.
"use strict";

(() => {
  const { el, one } = Elements;

  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-lesson-form]"));
  const source = document.querySelector("[data-lesson-known]");
  if (!form || !source) return;

  /** @type {LessonKnown} */
  const known = JSON.parse(source.textContent || "{}");
  const lesson = Lesson(known);
  const { today } = Dates;

  /** @param {string} selector @returns {HTMLElement} */
  const part = (selector) => one(selector, form);
  const pull = form.querySelector("[data-lesson-pull]"); // Only where people can propose a change.

  // Values

  /** @param {string} name @returns {string[]} What is ticked. */
  function ticked(name) {
    return [...form.querySelectorAll(`input[name="${name}"]:checked`)].map(
      (box) => /** @type {HTMLInputElement} */ (box).value,
    );
  }

  /** @param {string} name @returns {string} What is typed, without what nobody can see. */
  function typed(name) {
    const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (form.elements.namedItem(name));
    return lesson.cleaned(field.value);
  }

  /** @param {string} name @returns {boolean} */
  const isTyped = (name) => Boolean(form.querySelector(`#les-${name}`));

  /** @param {string} name */
  const valueOf = (name) => (isTyped(name) ? typed(name) : ticked(name));

  /** @returns {LessonValues} What is typed and ticked in every field. */
  const values = () => Object.fromEntries(Object.keys(known.fields).map((name) => [name, valueOf(name)]));

  /** Show under a field what is wrong with it. @param {string} name @param {boolean} whole @returns {Remark[]} */
  function show(name, whole) {
    const said = lesson.check(name, valueOf(name), whole, today(), ticked("experience")[0]);
    const place = part(`#les-${name}-say`);
    const shown = said.map(({ severity, text }) =>
      el("p", { class: severity }, (severity === "warning" ? "Let op: " : "") + text.replace(/`/g, "")),
    );
    if (place.textContent !== shown.map((line) => line.textContent).join("")) place.replaceChildren(...shown);
    const wrong = said.some((remark) => remark.severity === "error");
    if (isTyped(name)) part(`#les-${name}`).setAttribute("aria-invalid", String(wrong));
    return said;
  }

  /** @param {string} name @returns {string} The words beside what is ticked. */
  const words = (name) =>
    [...form.querySelectorAll(`input[name="${name}"]:checked + span`)].map((span) => span.textContent).join(", ");

  const preview = LessonShown(part("[data-lesson-preview]"), known, typed, words);

  // Drafts

  const drafts = Drafts.open(
    BrowserStorage.storageOf(window),
    BrowserStorage.forWindow.read,
    BrowserStorage.forWindow.write,
  );
  /** Whether somebody typed something here since the draft was read. */
  let touched = false;

  /** @type {Record<Notice, string>} */
  const NOTICES = {
    "": "",
    damaged: "Een eerder concept was niet te lezen. Het is apart gezet, niet weggegooid.",
    newer:
      "Wat op dit apparaat staat, komt uit een nieuwere uitgave. Laad de bladzijde opnieuw. Tot dan wordt je concept niet bewaard.",
    full: "Je apparaat heeft geen ruimte meer: je concept is niet bewaard. Sluit de bladzijde niet voor je klaar bent, of maak ruimte.",
    visit: "Dit venster mag niets bewaren: sluit het niet voor je klaar bent.",
    page: "Deze browser bewaart je concept niet. Sluit de bladzijde niet voor je klaar bent.",
  };

  /** Say how it stands with the draft, with a button where there is something to do.
   * @param {string} words @param {[string, () => void][]} buttons */
  function sayOfDraft(words, ...buttons) {
    part("[data-lesson-draft]").replaceChildren(
      words,
      ...buttons.map(([act, action]) => smallButton(act, act, action)),
    );
  }

  /** @param {string} words @param {string} label @param {() => void} action */
  const smallButton = (words, label, action) =>
    Elements.button(words, { class: "small-button", ...(label !== words && { "aria-label": label }) }, action);

  /** Keep what is typed; at once when the page is left. @param {string} [saved] */
  function keep(saved = "") {
    clearTimeout(waiting);
    waiting = 0;
    if (Drafts.empty(values()) && !drafts.mine()) return; // nothing yet
    touched = true;
    const before = drafts.mine();
    const finished = before?.saved && !saved;
    const theirs = drafts.id;
    if (drafts.keep(values(), Date.now(), saved))
      sayOfDraft("Deze les is in een ander venster veranderd. Wat hier staat, is nu een eigen concept. ", [
        "Neem over wat daar staat",
        () => open(theirs),
      ]);
    else if (finished) part("[data-lesson-saved]").textContent = "Je hebt de les daarna veranderd. Bewaar hem opnieuw.";
  }

  /** Fill in a draft, or an empty form. @param {LessonValues | undefined} draft */
  function fill(draft) {
    form.reset();
    for (const [name, value] of Object.entries(draft ?? {})) {
      if (!known.fields[name]) continue;
      if (typeof value === "string" && isTyped(name))
        /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = value;
      else if (Array.isArray(value))
        for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`input[name="${name}"]`)))
          box.checked = value.includes(box.value);
    }
    touched = false;
    left.clear();
    sayOfLesson(drafts.mine()?.saved ?? "");
    begin(!draft);
  }

  /** Leave this draft as it is, and go on with another. @param {string} id */
  function open(id) {
    if (waiting) keep();
    fill(drafts.take(id)?.values);
    sayOfDraft("Je werkt nu aan dit concept.");
    showOthers();
    document.querySelector("#les-title")?.scrollIntoView();
  }

  /** Begin a new lesson; the one before stays, and one can go back to it. */
  function another() {
    if (waiting) keep();
    const [before, had] = [drafts.id, drafts.mine()];
    fill(drafts.fresh()?.values);
    if (had)
      sayOfDraft("Dit is een nieuwe les. De vorige is gebleven. ", ["Ga terug naar de vorige", () => open(before)]);
    else sayOfDraft("Dit is een nieuwe les.");
    showOthers();
    part("#les-title").focus();
  }

  /** @param {Draft} draft */
  const nameOfDraft = ({ values: { title } }) =>
    typeof title === "string" && title.trim() ? `“${title.trim().slice(0, 70)}”` : "een les zonder titel";

  /** The other drafts on this device: to go on with, or to throw away. */
  function showOthers() {
    const others = drafts.others();
    part("[data-lesson-others]").hidden = others.length === 0;
    part("[data-lesson-others] ul").replaceChildren(
      ...others.map(([id, draft]) => {
        const name = nameOfDraft(draft);
        const when = draft.changed ? Dates.momentInWords(draft.changed) : "eerder";
        const away = () => {
          const back = drafts.drop(id);
          sayOfDraft(`Weggegooid: ${name}. `, [
            "Zet terug",
            () => {
              back();
              sayOfDraft("Teruggezet.");
            },
          ]);
          part("[data-lesson-draft] button").focus();
        };
        return el(
          "li",
          {},
          `${name}, ${when}. ${draft.saved}${draft.saved && " "}`,
          smallButton("Ga hiermee verder", `Ga hiermee verder: ${name}`, () => open(id)),
          " ",
          smallButton("Gooi weg", `Gooi weg: ${name}`, away),
        );
      }),
    );
  }

  /** What hangs on a choice: the sources, the numbers beside folded lists, the two ways to send. */
  function follow() {
    part("[data-lesson-source]").hidden = ticked("experience")[0] !== "bron";
    for (const span of form.querySelectorAll("[data-chosen]")) {
      const number = ticked(/** @type {HTMLElement} */ (span.closest("[data-field]")).dataset.field || "").length;
      span.textContent = number ? `(${number} gekozen)` : "";
    }
    const now = values();
    part("[data-lesson-mail]").setAttribute("href", lesson.mail(now));
    if (pull) {
      const { address, long } = lesson.proposal(now, today());
      pull.setAttribute("href", address);
      part("[data-lesson-long]").hidden = !long;
    }
  }

  // Sending

  /** Check all fields; what is wrong is listed with links to the fields. @returns {boolean} */
  function complete() {
    const list = el("ul");
    for (const [name, field] of Object.entries(known.fields)) {
      for (const remark of show(name, true).filter((one) => one.severity === "error")) {
        const target = isTyped(name)
          ? `les-${name}`
          : /** @type {HTMLElement} */ (form.querySelector(`[data-field="${name}"] input`)).id || `les-${name}-say`;
        list.append(el("li", {}, el("a", { href: `#${target}` }, field.label), `: ${remark.text.replace(/`/g, "")}`));
      }
    }
    const place = part("[data-lesson-wrong]");
    place.hidden = !list.children.length;
    place.replaceChildren(el("p", {}, el("strong", {}, "De les is nog niet klaar. Verbeter eerst dit:")), list);
    if (list.children.length) place.focus();
    return !list.children.length;
  }

  function save() {
    if (!complete()) return;
    const now = values();
    const name = lesson.fileName(now);
    Files.give(name, "text/markdown", lesson.file(now, today()));
    sent(`${name} staat bij je downloads.`);
  }

  /** Say what became of the lesson; it stays here until a new one is begun. @param {string} words */
  function sayOfLesson(words) {
    const more = words ? [`${words} `, smallButton("Begin een nieuwe les", "Begin een nieuwe les", another)] : [];
    part("[data-lesson-saved]").replaceChildren(...more);
  }

  /** @param {string} words */
  function sent(words) {
    keep(words);
    sayOfLesson(words);
    showOthers();
  }

  /** @param {string} words @returns {(event: Event) => void} */
  const onlyWhenComplete = (words) => (event) => {
    if (complete()) sent(words);
    else event.preventDefault();
  };

  /** Empty the form; the draft goes, and can come back. */
  function clear() {
    if (waiting) keep();
    const gone = drafts.id;
    const back = drafts.drop(gone);
    fill(drafts.fresh()?.values);
    sayOfDraft("Alles is gewist. ", [
      "Zet terug",
      () => {
        back();
        open(gone);
        sayOfDraft("Teruggezet.");
      },
    ]);
    showOthers();
  }

  /** @param {boolean} fresh whether nothing was filled in before */
  function begin(fresh) {
    const day = /** @type {HTMLInputElement} */ (form.elements.namedItem("date"));
    day.max = today();
    if (fresh) day.value = today();
    if (!ticked("status").length)
      /** @type {HTMLInputElement} */ (form.querySelector('input[name="status"][value="gepubliceerd"]')).checked = true;
    for (const name of Object.keys(known.fields)) show(name, false);
    part("[data-lesson-wrong]").hidden = true;
    follow();
    preview();
  }

  let waiting = 0;
  /** @type {Set<string>} */
  const left = new Set();

  /** @param {Event} event @returns {string} */
  const nameOf = (event) =>
    /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-field]"))?.dataset.field ||
    "";

  form.addEventListener("input", (event) => {
    const name = nameOf(event);
    if (!name) return;
    touched = true;
    follow();
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      keep();
      show(name, left.has(name) || !isTyped(name));
      if (name === "experience" || name === "source") show("source", left.has("source"));
      preview();
    }, 250);
  });
  form.addEventListener("focusout", (event) => {
    const name = nameOf(event);
    if (!name || !isTyped(name)) return;
    left.add(name);
    window.setTimeout(() => show(name, true), 250); // Not at once: the page would move under a click that leaves the field.
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  part("[data-lesson-save]").addEventListener("click", save);
  part("[data-lesson-mail]").addEventListener(
    "click",
    onlyWhenComplete("De mail staat klaar. Voeg het bestand toe en verstuur hem zelf."),
  );
  pull?.addEventListener("click", onlyWhenComplete("Het voorstel staat klaar op de bladzijde die opengaat."));
  part("[data-lesson-clear]").addEventListener("click", clear);
  part("[data-lesson-new]").addEventListener("click", another);

  // A page may be gone at once, and a phone asleep: what is typed is kept first.
  const flush = () => {
    if (waiting) keep();
  };
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);

  const draft = drafts.begin();
  fill(draft?.values);
  if (draft) sayOfDraft("Je concept van de vorige keer staat er weer.");
  else if (drafts.others().length) sayOfDraft("Dit is een nieuwe les. Je eerdere lessen staan onderaan.");
  drafts.store.follow(window);
  drafts.store.listen(() => {
    const { notice } = drafts.store;
    part("[data-lesson-notice]").textContent = NOTICES[notice];
    part("[data-lesson-notice]").hidden = !notice;
    part("[data-lesson-kept]").hidden = notice !== "" && notice !== "damaged";
    showOthers();
    if (!drafts.overtaken()) return;
    if (touched || waiting)
      keep(); // parts from what the other window wrote
    else {
      fill(drafts.take(drafts.id)?.values);
      sayOfDraft("Deze les is in een ander venster veranderd. Dit is hoe hij nu is.");
    }
  });
  form.hidden = false;
  document.querySelector("[data-lesson-without]")?.remove();
})();
