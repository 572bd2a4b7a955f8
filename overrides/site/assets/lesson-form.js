// A new lesson: check while somebody types, show how it will look, keep a draft on this device, and make the file.
// What it knows (fields, limits, patterns, texts) is made from the model and stands in the page as data.
// Nothing leaves the page before the person saves a file, opens a mail or follows the link to the project.
"use strict";

(() => {
  /** @typedef {{name: string, label: string, help: string, required: boolean, heading: boolean, longest: number, least: number, choices: string[]}} Field */
  /** @typedef {{code: string, what: string, help: string, pattern: string, severity?: string}} Rule */
  /** @typedef {{text: string, severity: string}} Remark */

  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-lesson-form]"));
  const source = document.querySelector("[data-lesson-known]");
  if (!form || !source) return;

  /** @type {{fields: Record<string, Field>, texts: Record<string, string>, rules: Rule[], privacy: PrivacyTable, invisible: string, taken: string[], addresses: string[], editors: string, new: string}} */
  const known = JSON.parse(source.textContent || "{}");
  const KEPT = "handboek-les";
  const ROOT = "../../"; // the site's root, seen from this page
  const LONGEST_LINK = 7000;
  const invisible = new RegExp(known.invisible, "g");
  const addresses = new Set(known.addresses);
  const privacy = Privacy(known.privacy, known.editors);

  /** @param {string} selector @returns {HTMLElement} */
  const part = (selector) => /** @type {HTMLElement} */ (form.querySelector(selector));

  // Values

  /** @param {string} name @returns {string[]} What is ticked. */
  function ticked(name) {
    return [...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => /** @type {HTMLInputElement} */ (box).value);
  }

  /** @param {string} name @returns {string} What is typed, without what nobody can see. */
  function typed(name) {
    const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (form.elements.namedItem(name));
    return field.value.replace(/\r\n?/g, "\n").replace(invisible, " ").trim();
  }

  /** @param {string} name @returns {boolean} */
  const isTyped = (name) => Boolean(form.querySelector(`#les-${name}`));

  /** @param {Date} day @returns {string} */
  const written = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

  /** @param {string} text @returns {string} The text as an address: small letters, digits and hyphens. */
  function slug(text) {
    const flat = text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
    return flat.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "");
  }

  // Checks

  /** @param {string} text @param {Record<string, string | number>} values @returns {string} */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  /** @param {string} text @returns {Remark[]} What the rules say of a text that somebody typed. */
  function remarks(text) {
    /** @type {Remark[]} */
    const said = [];
    const told = [
      ...known.rules.map((rule) => ({ rule, words: new RegExp(rule.pattern).exec(text)?.[0] })),
      ...privacy.first(text).map(({ sort, start, end }) => ({ rule: sort, words: text.slice(start, end) })),
    ];
    for (const { rule, words } of told) {
      if (words) said.push({ text: `${rule.what} “${words.trim().slice(0, 60)}” ${rule.help}`, severity: rule.severity || "error" });
    }
    for (const match of text.matchAll(/\]\(\s*<?\/([^)\s>]*)/g)) {
      const address = match[1].replace(/[#?].*$/, "").replace(/\/+$/, "");
      if (!match[1].startsWith("/") && address && !addresses.has(address))
        said.push({ text: filled(known.texts.dead, { link: `/${match[1]}` }), severity: "error" });
    }
    return said;
  }

  /** @param {Field} field @param {string} text @param {boolean} whole Whether an empty field counts. @returns {Remark[]} */
  function ofText(field, text, whole) {
    const label = field.label;
    /** @param {string} what @param {Record<string, string | number>} [values] @returns {Remark} */
    const wrong = (what, values = {}) => ({ text: filled(known.texts[what], { label, ...values }), severity: "error" });
    if (!text) return field.required && whole ? [wrong(field.heading ? "nothing" : "empty")] : [];
    if (field.name === "date") {
      const day = new Date(`${text}T12:00:00`);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || written(day) !== text) return [wrong("day")];
      return text > written(new Date()) ? [wrong("future")] : [];
    }
    const said = remarks(field.heading ? text : text.replace(/\n+/g, " "));
    const length = [...text].length;
    if (field.longest && length > field.longest) {
      const over = length - field.longest;
      said.unshift(wrong("long", { length, most: field.longest, over: `${over} ${over === 1 ? "teken" : "tekens"}` }));
    }
    if (field.name === "title" && !slug(text)) said.unshift(wrong("name"));
    else if (field.name === "title" && known.taken.includes(slug(text))) said.unshift(wrong("taken"));
    return said;
  }

  /** @param {string} name @param {boolean} whole Whether an empty field counts. @returns {Remark[]} */
  function check(name, whole) {
    const field = known.fields[name];
    if (isTyped(name)) return ofText(field, typed(name), whole);
    const chosen = ticked(name);
    if (!whole) return [];
    if (name === "source") return ticked("experience")[0] === "bron" && !chosen.length ? [{ text: known.texts.source, severity: "error" }] : [];
    if (field.choices.length && field.required && !chosen.length) return [{ text: filled(known.texts.choice, { label: field.label }), severity: "error" }];
    if (chosen.length < field.least)
      return [{ text: filled(known.texts.few, { label: field.label, number: chosen.length, least: field.least }), severity: "error" }];
    return [];
  }

  /** Show under a field what is wrong with it. @param {string} name @param {boolean} whole @returns {Remark[]} */
  function show(name, whole) {
    const said = check(name, whole);
    const place = part(`#les-${name}-say`);
    const shown = said.map((remark) => {
      const line = document.createElement("p");
      line.className = remark.severity;
      line.textContent = (remark.severity === "warning" ? "Let op: " : "") + remark.text.replace(/`/g, "");
      return line;
    });
    if (place.textContent !== shown.map((line) => line.textContent).join("")) place.replaceChildren(...shown);
    const wrong = said.some((remark) => remark.severity === "error");
    if (isTyped(name)) part(`#les-${name}`).setAttribute("aria-invalid", String(wrong));
    return said;
  }

  // The file

  /** @param {string} text @returns {string} A text that reads back as itself. */
  const quoted = (text) => JSON.stringify(text.replace(/\s+/g, " "));

  /** @returns {string} */
  const fileName = () => `${slug(typed("title")) || "les"}.md`;

  /** @returns {string} The lesson as the file that the project keeps. */
  function file() {
    const lines = ["---", `title: ${quoted(typed("title"))}`, `summary: ${quoted(typed("summary"))}`];
    for (const name of ["phases", "roles"]) if (ticked(name).length) lines.push(`${name}: [${ticked(name).join(", ")}]`);
    for (const name of ["place", "organisation"]) if (typed(name)) lines.push(`${name}: ${quoted(typed(name))}`);
    for (const name of ["steps", "tools"]) if (ticked(name).length) lines.push(`${name}: [${ticked(name).join(", ")}]`);
    lines.push(`experience: ${ticked("experience")[0] || ""}`);
    if (ticked("experience")[0] === "bron") lines.push(`source: [${ticked("source").join(", ")}]`);
    lines.push(`date: ${typed("date")}`, `checked: ${written(new Date())}`, `status: ${ticked("status")[0] || ""}`, "---");
    for (const field of Object.values(known.fields)) if (field.heading) lines.push("", `## ${field.label}`, "", typed(field.name));
    return `${lines.join("\n")}\n`;
  }

  // How it will look: the Markdown of a lesson as elements, never as HTML.

  /** @param {string} tag @param {(Node | string)[]} [inside] @param {string} [css] @returns {HTMLElement} */
  function element(tag, inside = [], css = "") {
    const made = document.createElement(tag);
    made.append(...inside);
    if (css) made.className = css;
    return made;
  }

  const INLINE = /\*\*(?=\S)(.+?)\*\*|\*(?=\S)([^*]+?)\*|(?<!\w)_(?=\S)([^_]+?)_(?!\w)|\[([^\]]+)\]\(((?:https:\/\/|mailto:|tel:|\/(?!\/))[^)\s]*)\)/;

  /** @param {string} text @returns {(Node | string)[]} */
  function line(text) {
    const match = INLINE.exec(text);
    if (!match) return [text];
    const [all, bold, starred, lined, words, address] = match;
    const slanted = starred || lined;
    const made = bold ? element("strong", line(bold)) : slanted ? element("em", line(slanted)) : element("a", [words]);
    if (address) made.setAttribute("href", address.startsWith("/") ? ROOT + address.slice(1) : address);
    return [text.slice(0, match.index), made, ...line(text.slice(match.index + all.length))];
  }

  /** @param {string} text @returns {HTMLElement[]} */
  function blocks(text) {
    return text.split(/\n\s*\n/).filter((block) => block.trim()).flatMap((block) => {
      const rows = block.split("\n");
      const head = /^#{3,6}\s+(.*)/.exec(block);
      if (head) return [element("h4", line(head[1])), ...(rows.length > 1 ? blocks(rows.slice(1).join("\n")) : [])];
      for (const [tag, mark] of /** @type {[string, RegExp][]} */ ([["ul", /^\s*[-*+]\s+/], ["ol", /^\s*\d+[.)]\s+/]])) {
        const first = rows.findIndex((row) => mark.test(row));
        if (first !== 0) continue;
        /** @type {string[]} */
        const items = [];
        for (const row of rows) {
          if (mark.test(row)) items.push(row.replace(mark, ""));
          else items[items.length - 1] += ` ${row.trim()}`;
        }
        return [element(tag, items.map((item) => element("li", line(item))))];
      }
      return [element("p", line(block.replace(/\s*\n\s*/g, " ")))];
    });
  }

  /** @param {string} name @returns {string} The words beside what is ticked. */
  const words = (name) => [...form.querySelectorAll(`input[name="${name}"]:checked + span`)].map((span) => span.textContent).join(", ");

  function preview() {
    const day = typed("date") ? new Date(`${typed("date")}T12:00:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" }) : "";
    const facts = [
      ["Waar", [typed("place"), typed("organisation")].filter(Boolean).join(", ") || "niet genoemd"],
      ["Opgeschreven", day],
      ["Komt uit", words("experience").toLowerCase()],
      ["Voor", words("roles").toLowerCase()],
    ].filter(([, value]) => value);
    const texts = Object.values(known.fields).filter((field) => field.heading && typed(field.name));
    part("[data-lesson-preview]").replaceChildren(
      element("p", [`Les${words("phases") ? ` · ${words("phases")}` : ""}`], "kicker"),
      element("p", line(typed("title") || "Nog zonder titel"), "preview-title"),
      element("p", line(typed("summary")), "lede"),
      element("dl", facts.map(([name, value]) => element("div", [element("dt", [name]), element("dd", [value])])), "facts"),
      ...texts.flatMap((field) => [element("h3", [field.label]), ...blocks(typed(field.name))]),
    );
  }

  // Draft

  function keep() {
    const names = Object.keys(known.fields);
    const draft = Object.fromEntries(names.map((name) => [name, isTyped(name) ? typed(name) : ticked(name)]));
    try {
      localStorage.setItem(KEPT, JSON.stringify(draft));
    } catch {
      part("[data-lesson-draft]").textContent = "Dit apparaat kan je concept niet bewaren. Sluit de bladzijde niet voor je klaar bent.";
    }
  }

  function restore() {
    let draft = null;
    try {
      draft = JSON.parse(localStorage.getItem(KEPT) || "null");
    } catch {
      draft = null;
    }
    for (const [name, value] of Object.entries(draft || {})) {
      if (!known.fields[name]) continue;
      if (typeof value === "string" && isTyped(name)) /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = value;
      else if (Array.isArray(value))
        for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`input[name="${name}"]`))) box.checked = value.includes(box.value);
    }
    if (draft) part("[data-lesson-draft]").textContent = "Je concept van de vorige keer staat er weer.";
  }

  /** What hangs on a choice: the sources, the numbers beside folded lists, the two ways to send. */
  function follow() {
    part("[data-lesson-source]").hidden = ticked("experience")[0] !== "bron";
    for (const span of form.querySelectorAll("[data-chosen]")) {
      const number = ticked(/** @type {HTMLElement} */ (span.closest("[data-field]")).dataset.field || "").length;
      span.textContent = number ? `(${number} gekozen)` : "";
    }
    const mail = [
      "Beste redactie,", "", `In de bijlage zit een les: ${typed("title")}.`, `Het bestand heet ${fileName()}.`, "",
      "Wil je genoemd worden? Zet dan hier je naam:", "", "Met groet,", "",
    ];
    const subject = encodeURIComponent(`Les voor het handboek: ${typed("title")}`);
    part("[data-lesson-mail]").setAttribute("href", `mailto:${known.editors}?subject=${subject}&body=${encodeURIComponent(mail.join("\r\n"))}`);
    const pull = `${known.new}?filename=${encodeURIComponent(fileName())}`;
    const whole = `${pull}&value=${encodeURIComponent(file())}`;
    part("[data-lesson-pull]").setAttribute("href", whole.length > LONGEST_LINK ? pull : whole);
    part("[data-lesson-long]").hidden = whole.length <= LONGEST_LINK;
  }

  // Sending

  /** Check all fields; what is wrong is listed with links to the fields. @returns {boolean} */
  function complete() {
    const list = document.createElement("ul");
    for (const [name, field] of Object.entries(known.fields)) {
      for (const remark of show(name, true).filter((one) => one.severity === "error")) {
        const target = isTyped(name) ? `les-${name}` : /** @type {HTMLElement} */ (form.querySelector(`[data-field="${name}"] input`)).id || `les-${name}-say`;
        const link = element("a", [field.label]);
        link.setAttribute("href", `#${target}`);
        list.append(element("li", [link, `: ${remark.text.replace(/`/g, "")}`]));
      }
    }
    const place = part("[data-lesson-wrong]");
    place.hidden = !list.children.length;
    place.replaceChildren(element("p", [element("strong", ["De les is nog niet klaar. Verbeter eerst dit:"])]), list);
    if (list.children.length) place.focus();
    return !list.children.length;
  }

  function save() {
    if (!complete()) return;
    const address = URL.createObjectURL(new Blob([file()], { type: "text/markdown" }));
    const link = element("a");
    link.setAttribute("href", address);
    link.setAttribute("download", fileName());
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    part("[data-lesson-saved]").textContent = `${fileName()} staat bij je downloads.`;
  }

  /** @param {Event} event */
  function onlyWhenComplete(event) {
    if (!complete()) event.preventDefault();
  }

  function clear() {
    form.reset();
    try {
      localStorage.removeItem(KEPT);
    } catch {
      // Nothing was kept, so nothing is left.
    }
    begin();
    part("[data-lesson-draft]").textContent = "Alles is gewist.";
  }

  function begin() {
    const day = /** @type {HTMLInputElement} */ (form.elements.namedItem("date"));
    day.max = written(new Date());
    if (!day.value) day.value = written(new Date());
    if (!ticked("status").length) /** @type {HTMLInputElement} */ (form.querySelector('input[name="status"][value="gepubliceerd"]')).checked = true;
    for (const name of Object.keys(known.fields)) show(name, false);
    part("[data-lesson-wrong]").hidden = true;
    follow();
    preview();
  }

  let waiting = 0;
  /** @type {Set<string>} */
  const left = new Set();

  /** @param {Event} event @returns {string} */
  const nameOf = (event) => /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-field]"))?.dataset.field || "";

  form.addEventListener("input", (event) => {
    const name = nameOf(event);
    if (!name) return;
    follow();
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      show(name, left.has(name) || !isTyped(name));
      if (name === "experience" || name === "source") show("source", left.has("source"));
      preview();
      keep();
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
  part("[data-lesson-mail]").addEventListener("click", onlyWhenComplete);
  part("[data-lesson-pull]").addEventListener("click", onlyWhenComplete);
  part("[data-lesson-clear]").addEventListener("click", clear);

  restore();
  begin();
  form.hidden = false;
  document.querySelector("[data-lesson-without]")?.remove();
})();
