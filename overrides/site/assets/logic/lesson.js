// A lesson as somebody writes it: what is wrong with a field, and the file that the project keeps.
// Fields, limits, patterns and texts come from the model: `data` in src/handboek/render/lesson_form.py.
"use strict";

/**
 * @typedef {{name: string, label: string, help: string, required: boolean, heading: boolean, longest: number, least: number, choices: string[]}} LessonField
 * @typedef {{code: string, what: string, help: string, pattern: string, severity?: string}} LessonRule
 * @typedef {{fields: Record<string, LessonField>, texts: Record<string, string>, rules: LessonRule[], privacy: PrivacyTable,
 *   invisible: string, taken: string[], reserved: string[], addresses: string[], editors: string, new: string}} LessonKnown
 * @typedef {{text: string, severity: string}} Remark
 */

/** @param {LessonKnown} known */
const Lesson = (known) => {
  const { slug } = Slugs;
  /** A text of more letters is not read through while somebody types. */
  const MOST = 20_000;
  const invisible = new RegExp(known.invisible, "g");
  const addresses = new Set(known.addresses);
  const privacy = Privacy(known.privacy, known.editors);

  /** A text without what nobody can see. @param {string} text */
  const cleaned = (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/\p{Cs}/gu, "")
      .replace(invisible, " ")
      .trim();

  /** @param {string} text @param {Record<string, string | number>} values @returns {string} */
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  /** What the rules say of a text that somebody typed. @param {string} text @returns {Remark[]} */
  const remarks = (text) => {
    /** @type {Remark[]} */
    const said = [];
    const told = [
      ...known.rules.map((rule) => ({ rule, words: new RegExp(rule.pattern).exec(text)?.[0] })),
      ...privacy.first(text).map(({ sort, start, end }) => ({ rule: sort, words: text.slice(start, end) })),
    ];
    for (const { rule, words } of told) {
      if (words)
        said.push({
          text: `${rule.what} “${words.trim().slice(0, 60)}” ${rule.help}`,
          severity: rule.severity || "error",
        });
    }
    for (const match of text.matchAll(/\]\(\s*<?\/([^)\s>]*)/g)) {
      const address = match[1].replace(/[#?].*$/, "").replace(/\/+$/, "");
      if (!match[1].startsWith("/") && address && !addresses.has(address))
        said.push({ text: filled(known.texts.dead, { link: `/${match[1]}` }), severity: "error" });
    }
    return said;
  };

  /** What is wrong with a typed text. @param {LessonField} field @param {string} text @param {boolean} whole whether an empty field counts
   * @param {string} today @returns {Remark[]} */
  const ofText = (field, text, whole, today) => {
    const label = field.label;
    /** @param {string} what @param {Record<string, string | number>} [values] @returns {Remark} */
    const wrong = (what, values = {}) => ({ text: filled(known.texts[what], { label, ...values }), severity: "error" });
    if (!text) return field.required && whole ? [wrong(field.heading ? "nothing" : "empty")] : [];
    if (field.name === "date") {
      if (!Dates.isDay(text) || text < "1000") return [wrong("day")];
      return text > today ? [wrong("future")] : [];
    }
    const said = text.length > MOST ? [] : remarks(field.heading ? text : text.replace(/\n+/g, " "));
    const length = [...text].length;
    if (field.longest && length > field.longest) {
      const over = length - field.longest;
      said.unshift(wrong("long", { length, most: field.longest, over: Counts.of(over, "teken", "tekens") }));
    }
    if (field.name === "title" && !slug(text)) said.unshift(wrong("name"));
    else if (field.name === "title" && known.taken.includes(slug(text))) said.unshift(wrong("taken"));
    else if (field.name === "title" && known.reserved.includes(slug(text))) said.unshift(wrong("reserved"));
    return said;
  };

  /** What is wrong with what is ticked. @param {LessonField} field @param {string[]} chosen @param {string | undefined} experience
   * @returns {Remark[]} */
  const ofChoice = (field, chosen, experience) => {
    const { label, least } = field;
    if (field.name === "source")
      return experience === "bron" && !chosen.length ? [{ text: known.texts.source, severity: "error" }] : [];
    if (field.choices.length && field.required && !chosen.length)
      return [{ text: filled(known.texts.choice, { label }), severity: "error" }];
    if (chosen.length < least)
      return [{ text: filled(known.texts.few, { label, number: chosen.length, least }), severity: "error" }];
    return [];
  };

  /** What is wrong with a field: what is typed in it, or what is ticked. `whole` says whether an empty field counts, and
   * `experience` what is ticked there. @param {string} name @param {string | string[]} value @param {boolean} whole
   * @param {string} today @param {string} [experience] @returns {Remark[]} */
  const check = (name, value, whole, today, experience) => {
    const field = known.fields[name];
    if (typeof value === "string") return ofText(field, value, whole, today);
    return whole ? ofChoice(field, value, experience) : [];
  };

  /** A text that reads back as itself. @param {string} text @returns {string} */
  const quoted = (text) => JSON.stringify(text.replace(/\s+/g, " "));

  /** @param {LessonValues} values */
  const fileName = (values) => `${slug(String(values.title), "les")}.md`;

  /** The lesson as the file that the project keeps. @param {LessonValues} values @param {string} today @returns {string} */
  const file = (values, today) => {
    const typed = (/** @type {string} */ name) => String(values[name]);
    const ticked = (/** @type {string} */ name) => /** @type {string[]} */ (values[name]);
    const lines = ["---", `title: ${quoted(typed("title"))}`, `summary: ${quoted(typed("summary"))}`];
    for (const name of ["phases", "roles"])
      if (ticked(name).length) lines.push(`${name}: [${ticked(name).join(", ")}]`);
    for (const name of ["place", "organisation"]) if (typed(name)) lines.push(`${name}: ${quoted(typed(name))}`);
    for (const name of ["steps", "tools"]) if (ticked(name).length) lines.push(`${name}: [${ticked(name).join(", ")}]`);
    lines.push(`experience: ${ticked("experience")[0] || ""}`);
    if (ticked("experience")[0] === "bron") lines.push(`source: [${ticked("source").join(", ")}]`);
    lines.push(`date: ${typed("date")}`, `checked: ${today}`, `status: ${ticked("status")[0] || ""}`, "---");
    for (const field of Object.values(known.fields))
      if (field.heading) lines.push("", `## ${field.label}`, "", typed(field.name));
    return `${lines.join("\n")}\n`;
  };

  /** The mail that takes the file along. @param {LessonValues} values */
  const mail = (values) => {
    const words = [
      "Beste redactie,",
      "",
      `In de bijlage zit een les: ${values.title}.`,
      `Het bestand heet ${fileName(values)}.`,
      "",
      "Wil je genoemd worden? Zet dan hier je naam:",
      "",
      "Met groet,",
      "",
    ];
    return Sending.mail(known.editors, `Les voor het handboek: ${values.title}`, words);
  };

  /** The address where the file is proposed, and whether it is too long to take the text along.
   * @param {LessonValues} values @param {string} today @returns {{address: string, long: boolean}} */
  const proposal = (values, today) => Sending.proposal(known.new, fileName(values), file(values, today));

  return { cleaned, check, fileName, file, mail, proposal };
};
