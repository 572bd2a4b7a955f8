"use strict";

var Elements = (() => {
  const filled = (made, attributes, inside) => {
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    made.append(...inside);
    return made;
  };

  const el = (name, attributes = {}, ...inside) => filled(document.createElement(name), attributes, inside);

  const svg = (name, attributes, ...inside) =>
    filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, inside);

  const button = (words, attributes, action) => {
    const made = el("button", { type: "button", ...attributes }, words);
    made.addEventListener("click", action);
    return made;
  };

  const one = (selector, within = document) => {
    const found = within.querySelector(selector);
    if (!found) throw new Error(`Niet op deze bladzijde: ${selector}`);
    return /** @type {T} */ (found);
  };

  const all = (selector, within = document) => /** @type {T[]} */ (Array.from(within.querySelectorAll(selector)));

  return { el, svg, button, one, all };
})();

"use strict";

var Files = (() => {
  const LONG = 60_000;

  const give = (name, type, content) => {
    const link = Elements.el("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), LONG);
  };

  return { give };
})();

"use strict";

var Slugs = (() => {
  const LONGEST = 60;

  /** The text in small letters, digits and hyphens, as `anchor` in src/handboek/anchors.py writes it; `otherwise` where none
   * is left. @param {string} text @param {string} [otherwise] */
  const slug = (text, otherwise = "") => {
    const flat = text
      .normalize("NFKD")
      .replace(/[^\x00-\x7f]/g, "")
      .toLowerCase();
    return (
      flat
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, LONGEST)
        .replace(/-+$/, "") || otherwise
    );
  };

  return { slug };
})();

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

var Sending = (() => {
  const LONGEST_LINK = 7000;

  const mail = (editors, subject, lines) =>
    `mailto:${editors}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join("\r\n"))}`;

  const proposal = (folder, name, text) => {
    const short = `${folder}?filename=${encodeURIComponent(name)}`;
    const whole = `${short}&value=${encodeURIComponent(text)}`;
    const long = whole.length > LONGEST_LINK;
    return { address: long ? short : whole, long };
  };

  return { mail, proposal };
})();

"use strict";


const Review = (known) => {
  const privacy = Privacy(known.privacy, known.editors);

  const quoted = (text) => JSON.stringify(text.trim().replace(/\s+/g, " "));

  /** What is wrong with a text in another language: `number` counts from 0. @param {ReviewAnswer} answer @param {number} number
   * @returns {ReviewRemark[]} */
  const ofText = ({ answer, better }, number) => {
    if (answer !== "better") return [];
    const field = `tekst-${number}`;
    const called = `Tekst ${number + 1}`;
    if (!better.trim()) return [{ field, text: `${called}: schrijf hoe het beter is.` }];
    if ([...better].length > known.longest) return [{ field, text: `${called} is te lang.` }];
    const lost = known.texts[number].blanks.filter((blank) => !better.includes(`{${blank}}`));
    const said = lost.map((blank) => ({ field, text: `${called}: hier ontbreekt de invulplek {${blank}}.` }));
    return privacy.first(better).length
      ? [...said, { field, text: `${called}: hier staat iets waarmee een mens te vinden is. Haal het weg.` }]
      : said;
  };

  const wrong = (values, today) => {
    const said = [];
    const organisation = values.organisation.trim();
    if (organisation.length < 2) said.push({ field: "organisatie", text: "Vul in van welke organisatie je bent." });
    else if (privacy.first(organisation).length)
      said.push({ field: "organisatie", text: "Hier lijkt een naam te staan. Noem alleen de organisatie." });
    if (!values.what) said.push({ field: "wat", text: "Kies of je de tekst las, of liet lezen." });
    if (!Dates.isDay(values.date) || values.date > today)
      said.push({ field: "dag", text: "Kies de dag waarop je dit deed. Die dag is geweest." });
    if (values.answers.every(({ answer }) => !answer))
      said.push({ field: "tekst-0", text: "Zeg van minstens één tekst of hij klopt." });
    return [...said, ...values.answers.flatMap(ofText)];
  };

  const fileName = (values) =>
    `${Slugs.slug(`${known.of.split("/").pop()} ${known.language} ${values.organisation}`, "verslag")}.yml`;

  const file = (values) => {
    const given = values.answers.map((answer, number) => ({ ...answer, ...known.texts[number] }));
    const right = given.filter(({ answer }) => answer === "right").map(({ hash }) => JSON.stringify(hash));
    const better = given.filter(({ answer }) => answer === "better");
    const lines = [
      `of: ${known.of}`,
      `language: ${quoted(known.language)}`,
      `what: ${values.what}`,
      `organisation: ${quoted(values.organisation)}`,
      `date: ${values.date}`,
      `right: [${right.join(", ")}]`,
      better.length ? "better:" : "better: []",
    ];
    for (const one of better)
      lines.push(`  - at: ${one.at}`, `    dutch: ${JSON.stringify(one.dutch)}`, `    text: ${quoted(one.better)}`);
    return `${lines.join("\n")}\n`;
  };

  const mail = (values) =>
    Sending.mail(known.editors, `Nagekeken: ${known.called}`, [
      "Beste redactie,",
      "",
      `In de bijlage zit wat wij nakeken: ${known.called}.`,
      `Het bestand heet ${fileName(values)}.`,
      "",
      "Met groet,",
      values.organisation.trim(),
      "",
    ]);

  const proposal = (values) => Sending.proposal(known.new, fileName(values), file(values));

  return { wrong, fileName, file, mail, proposal };
};

"use strict";

(() => {
  const { el, one } = Elements;
  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-review-form]"));
  const source = document.querySelector("[data-review-known]");
  if (!form || !source) return;

  const known = JSON.parse(source.textContent || "{}");
  const review = Review(known);
  const { today } = Dates;
  const part = (selector) => one(selector, form);
  const pull = form.querySelector("[data-review-pull]");
  const rows = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-review-text]")]);

  const input = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  const chosen = (place, name) =>
    /** @type {HTMLInputElement | null} */ (place.querySelector(`input[name="${name}"]:checked`))?.value ?? "";

  const values = () => ({
    organisation: input("organisatie").value,
    what: chosen(form, "wat"),
    date: input("dag").value,
    answers: rows.map((row, number) => ({
      answer: /** @type {ReviewAnswer["answer"]} */ (chosen(row, `antwoord-${number}`)),
      better: /** @type {HTMLTextAreaElement} */ (row.querySelector("textarea")).value,
    })),
  });

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
