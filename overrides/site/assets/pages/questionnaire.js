// A questionnaire that one person after the other answers on this screen. What is filled in stays in this window until it
// is closed or wiped, since the next one at the same screen may not read it; a file with one row is all that goes out.
"use strict";

// Where its sheet was withdrawn, there is nothing to fill in.
if (document.querySelector("[data-questionnaire]")) {
  const { one, all } = Elements;
  const form = /** @type {HTMLFormElement} */ (one("[data-questionnaire]"));
  const said = one("[data-questionnaire-said]", form);
  const slug = form.dataset.questionnaire ?? "";
  /** What who gives the screen fills in: it stays for the next one, and stands in no file. */
  const GIVEN = "afzender-";

  const fields = /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ (all("input, textarea", form));
  const answers = () => /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));

  const keep = () => {
    for (const field of fields) if (field.name.startsWith(GIVEN)) field.defaultValue = field.value;
    BrowserStorage.forWindow.write(slug, JSON.stringify(answers()));
  };

  /** The first field in which something points at a person; each says what to do about it. */
  const personal = () => {
    /** @type {HTMLElement | undefined} */
    let first;
    for (const place of all("[data-questionnaire-wrong]", form)) {
      const field = /** @type {HTMLTextAreaElement} */ (one(`[name="${place.dataset.questionnaireWrong}"]`, form));
      const found = field.value ? Personal.find(field.value)[0] : undefined;
      place.textContent = found ? `${found.sort.what} ${found.sort.help}` : "";
      field.setAttribute("aria-invalid", String(Boolean(found)));
      if (found) first ??= field;
    }
    return first;
  };

  // While somebody types, not when they leave the field: the button below would move away from under their finger.
  form.addEventListener("input", () => {
    keep();
    personal();
    said.textContent = "";
  });

  one("[data-questionnaire-save]", form).addEventListener("click", () => {
    const field = personal();
    if (field) {
      said.textContent = "Er staat nog iets over een mens in. Haal dat eerst weg.";
      field.focus();
      return;
    }
    const names = [...new Set(fields.map(({ name }) => name))].filter((name) => !name.startsWith(GIVEN));
    const given = answers();
    const rows = [
      ["blad", "dag", ...names],
      [slug, Dates.today(), ...names.map((name) => given[name] ?? "")],
    ];
    Tables.give(`${slug}-${Dates.today()}`, Tables.text(rows));
    said.textContent = "Het bestand staat bij de downloads van dit apparaat. Wis nu de antwoorden.";
  });

  form.addEventListener("reset", () => {
    // the browser empties the fields after this
    setTimeout(() => {
      keep();
      personal();
      one("details", form).removeAttribute("open");
      said.textContent = "Gewist.";
      window.scrollTo({ top: 0 });
      one(`input:not([name^="${GIVEN}"])`, form).focus({ preventScroll: true });
    });
  });

  /** @type {Record<string, string>} */
  const before = JSON.parse(BrowserStorage.forWindow.read(slug) || "{}");
  for (const field of fields) {
    const value = before[field.name];
    if (value === undefined) continue;
    if (field.type === "radio") /** @type {HTMLInputElement} */ (field).checked = field.value === value;
    else field.value = value;
  }
  keep();
}
