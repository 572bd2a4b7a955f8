"use strict";

var Site = (() => {
  const script = typeof document === "object" && document.currentScript;
  const root = script && "src" in script && script.src ? new URL("..", script.src) : null;

  const at = (address) => {
    const url = new URL(`./${address}`, root ?? undefined);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  return { root, at };
})();

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

var Scripts = (() => {
  const load = (name) =>
    new Promise((done, failed) => {
      const script = Elements.el("script", { src: Site.at(`assets/${name}`) });
      script.async = false;
      script.addEventListener("load", () => done());
      script.addEventListener("error", failed);
      document.head.append(script);
    });

  return { load };
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


var Kept = (() => {
  const TABS = 20;
  const CHANGES = 200;
  const ASIDE = "-beschadigd-";

  const key = (name, root = Site.root) => (root && root.protocol !== "file:" ? `${name}:${root.pathname}` : name);

  const storageOf = (page) => {
    for (const [name, notice] of /** @type {["localStorage" | "sessionStorage", Notice][]} */ ([
      ["localStorage", ""],
      ["sessionStorage", "visit"],
    ])) {
      try {
        page[name].getItem("handboek");
        return { storage: page[name], notice };
      } catch {
      }
    }
    return { storage: null, notice: "page" };
  };

  const forWindow = {
    read(name) {
      try {
        return window.sessionStorage.getItem(key(name)) ?? "";
      } catch {
        return "";
      }
    },
    write(name, text) {
      try {
        if (text) window.sessionStorage.setItem(key(name), text);
        else window.sessionStorage.removeItem(key(name));
      } catch {
      }
    },
  };

  const seenIn = (text) => {
    try {
      const { seen } = JSON.parse(text ?? "null");
      return Array.isArray(seen)
        ? new Map(
            seen.filter((one) => Array.isArray(one) && typeof one[0] === "string" && Number.isSafeInteger(one[1])),
          )
        : null;
    } catch {
      return null;
    }
  };

  const unique = () => Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");

  const safe = (id) => (id === "__proto__" ? "proto" : id);

  /**
   * Open what is kept under a name. `read` makes a value of a text, or of nothing, and never throws.
   * @template {object} T
   * @param {string} name @param {Place} place @param {(text: string | null) => {value: T, notice: Notice}} read
   * @param {string} [own] its key
   */
  const open = (name, { storage, notice: refused }, read, own = key(name)) => {
    const me = unique();
    let value = read(null).value;
    let notice = refused;
    let writable = storage !== null;
    let count = 0;
    /** The text that `value` came from. @type {string | null} */
    let held = null;
    let seen = new Map();
    let mine = [];
    /** The number of the last of them that is in `value`. */
    let made = 0;
    const listeners = [];

    const now = () => (storage ? (storage.getItem(own) ?? storage.getItem(name)) : null);

    const load = () => {
      if (!storage || !writable) return;
      const text = now();
      const found = read(text);
      held = text;
      if (found.notice === "damaged" && text !== null) {
        try {
          storage.setItem(`${own}${ASIDE}${Date.now()}`, text);
          storage.setItem(own, JSON.stringify(found.value));
        } catch {
          found.notice = "full"; // no room to set it aside, so it stays where it is
          writable = false;
        }
      }
      if (found.notice === "newer") writable = false;
      if (found.notice) notice = found.notice;
      value = found.value;
      const known = seenIn(text);
      seen = known ?? new Map();
      made = known?.get(me) ?? 0;
      if (known && (known.has(me) || known.size < TABS)) return;
      mine = mine.filter(({ written }) => !written);
    };

    /** Our changes that `value` does not hold. */
    const missing = () => mine.filter(({ number }) => number > made);

    const write = () => {
      missing().forEach(({ edit }) => edit(value));
      made = count;
      if (!storage || !writable) {
        mine = []; // made once: there is nothing to make them on again
        return;
      }
      try {
        const tabs = [...seen].filter(([tab]) => tab !== me).slice(1 - TABS);
        const text = JSON.stringify({ ...value, seen: [...tabs, [me, count]] });
        storage.setItem(own, text);
        held = text;
        mine.forEach((one) => {
          one.written = true;
        });
        mine = mine.slice(-CHANGES);
        if (notice === "full") notice = refused;
      } catch {
        notice = "full";
      }
    };

    const tell = () => listeners.forEach((listener) => listener(value));

    const change = (edit) => {
      load();
      count += 1;
      mine.push({ number: count, edit, written: false });
      write();
      tell();
    };

    const waits = () => writable && mine.some(({ written }) => !written);

    const refresh = () => {
      if (!waits() && now() === held) return;
      load();
      if (missing().length) write();
      tell();
    };

    const heard = (event) => {
      if (event.storageArea === storage && (event.key === own || event.key === name || event.key === null)) refresh();
    };

    const aside = () => {
      if (!storage) return [];
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      return keys
        .filter((one) => one.startsWith(own + ASIDE) || one.startsWith(name + ASIDE))
        .map((one) => [one, storage.getItem(one) ?? ""]);
    };

    const follow = (page) => {
      page.addEventListener("storage", heard);
      page.addEventListener("pageshow", (event) => event.persisted && refresh());
      page.document.addEventListener("visibilitychange", () => (!page.document.hidden || waits()) && refresh());
    };

    load();
    return {
      key: own,
      change,
      refresh,
      heard,
      follow,
      aside,
      drop: (one) => storage?.removeItem(one),
      listen: (listener) => {
        listeners.push(listener);
        listener(value);
      },
      get value() {
        return value;
      },
      get notice() {
        return notice;
      },
    };
  };

  return { key, storageOf, forWindow, unique, safe, open };
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


const Lesson = (known) => {
  const { slug } = Slugs;
  const MOST = 20_000;
  const invisible = new RegExp(known.invisible, "g");
  const addresses = new Set(known.addresses);
  const privacy = Privacy(known.privacy, known.editors);

  const cleaned = (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/\p{Cs}/gu, "")
      .replace(invisible, " ")
      .trim();

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  const remarks = (text) => {
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

  const ofText = (field, text, whole, today) => {
    const label = field.label;
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
      said.unshift(wrong("long", { length, most: field.longest, over: `${over} ${over === 1 ? "teken" : "tekens"}` }));
    }
    if (field.name === "title" && !slug(text)) said.unshift(wrong("name"));
    else if (field.name === "title" && known.taken.includes(slug(text))) said.unshift(wrong("taken"));
    else if (field.name === "title" && known.reserved.includes(slug(text))) said.unshift(wrong("reserved"));
    return said;
  };

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

  const quoted = (text) => JSON.stringify(text.replace(/\s+/g, " "));

  const fileName = (values) => `${slug(String(values.title), "les")}.md`;

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

  const proposal = (values, today) => Sending.proposal(known.new, fileName(values), file(values, today));

  return { cleaned, check, fileName, file, mail, proposal };
};

"use strict";

/**
 * @typedef {Record<string, string | string[]>} LessonValues What is typed and what is ticked, by field.
 * @typedef {{values: LessonValues, stamp: string, changed: number, saved: string}} Draft
 *   `stamp` tells who wrote it last, `changed` when; `saved` says what was done with it as it is now.
 * @typedef {{version: number, drafts: Record<string, Draft>}} DraftsState
 */

const Drafts = (() => {
  const KEY = "handboek-les";
  const VERSION = 2;

  const values = (values) =>
    Object.fromEntries(
      Object.entries(Object(values)).filter(
        ([, value]) =>
          typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string")),
      ),
    );

  const BY_ITSELF = ["date", "status"];

  const empty = (values) =>
    !Object.entries(values).some(
      ([name, value]) => !BY_ITSELF.includes(name) && (typeof value === "string" ? value.trim() : value.length),
    );

  const read = (text) => {
    const state = { version: VERSION, drafts: {} };
    if (text === null) return { value: state, notice: "" };
    try {
      const data = JSON.parse(text);
      if (typeof data !== "object" || Array.isArray(data)) throw new TypeError("drafts");
      if (data?.version > VERSION) return { value: state, notice: "newer" };
      const drafts = data?.version === VERSION ? Object(data.drafts) : data ? { eerder: { values: data } } : {};
      for (const [id, one] of Object.entries(drafts)) {
        const { stamp, changed, saved } = Object(one);
        state.drafts[Kept.safe(id)] = {
          values: values(Object(one).values),
          stamp: String(stamp ?? ""),
          changed: Number(changed) || 0,
          saved: typeof saved === "string" ? saved : "",
        };
      }
      return { value: state, notice: "" };
    } catch {
      return { value: state, notice: "damaged" };
    }
  };

  const open = (place, remembered, remember) => {
    const store = Kept.open(KEY, place, read);
    let id = remembered(KEY);
    let stamp = "";

    const all = () => Object.entries(store.value.drafts);
    const mine = () => (Object.hasOwn(store.value.drafts, id) ? store.value.drafts[id] : null);

    const take = (which) => {
      store.refresh();
      id = which;
      stamp = mine()?.stamp ?? "";
      remember(KEY, id);
      return mine();
    };

    const begin = () => {
      store.refresh();
      const last = all()
        .filter(([, { saved, values }]) => !saved && !empty(values))
        .sort(([, one], [, other]) => other.changed - one.changed)[0];
      return take(id || last?.[0] || Kept.unique());
    };

    const overtaken = () => {
      const draft = mine();
      return draft !== null && draft.stamp !== stamp;
    };

    const keep = (values, now, saved = "") => {
      store.refresh();
      const parted = overtaken();
      if (parted) remember(KEY, (id = Kept.unique()));
      stamp = Kept.unique();
      const [key, draft] = [id, { values, stamp, changed: now, saved }];
      store.change((state) => {
        state.drafts[key] = draft;
      });
      return parted;
    };

    const drop = (which) => {
      store.refresh();
      const gone = store.value.drafts[which];
      store.change((state) => {
        delete state.drafts[which];
      });
      return () => {
        if (gone)
          store.change((state) => {
            state.drafts[which] ??= gone;
          });
      };
    };

    return {
      store,
      begin,
      take,
      keep,
      drop,
      overtaken,
      mine,
      fresh: () => take(Kept.unique()),
      others: () =>
        all()
          .filter(([key, { values }]) => key !== id && !empty(values))
          .sort(([, one], [, other]) => other.changed - one.changed),
      get id() {
        return id;
      },
    };
  };

  return { read, empty, open };
})();

"use strict";


const Preview = (() => {
  const MOST = 20_000;
  const OWN = /^(?:\/(?!\/)|#|https:\/\/|mailto:|tel:)/i;

  let parser;
  const ready = () => {
    if (!parser) {
      parser = markdownit("commonmark", { html: false }).enable("table");
      parser.validateLink = (/** @type {string} */ address) => OWN.test(address);
    }
    return parser;
  };

  const ATTRIBUTES = { a: ["href", "title"], ol: ["start"] };

  const part = (tag, token, inside = []) => {
    const kept = (token?.attrs ?? []).filter((/** @type {[string, string]} */ [name]) =>
      ATTRIBUTES[tag]?.includes(name),
    );
    return {
      tag,
      attributes: Object.fromEntries(
        kept.map((/** @type {[string, unknown]} */ [name, value]) => [name, String(value)]),
      ),
      inside,
    };
  };

  const ALONE = {
    softbreak: () => ["\n"],
    hardbreak: () => [part("br"), "\n"],
    hr: () => [part("hr")],
    code_inline: (content) => [part("code", null, [content])],
    code_block: (content) => [part("pre", null, [part("code", null, [content])])],
    fence: (content) => [part("pre", null, [part("code", null, [content])])],
    image: () => [],
  };

  const tree = (tokens) => {
    const stack = [part("")];
    const add = (...more) => stack[stack.length - 1].inside.push(...more);
    for (const token of tokens) {
      if (token.type === "inline") add(...tree(token.children));
      else if (token.hidden) continue;
      else if (token.nesting === 1) stack.push(part(token.tag, token));
      else if (token.nesting === -1) add(/** @type {Part} */ (stack.pop()));
      else add(...(ALONE[token.type]?.(token.content) ?? [token.content]));
    }
    return stack[0].inside;
  };

  const line = (text) => tree(ready().parseInline(text.trim().slice(0, MOST), {}));

  const blocks = (text) => {
    const tokens = ready().parse(text.slice(0, MOST), {});
    for (const token of tokens) {
      if (token.type.startsWith("heading_")) token.tag = `h${Math.max(2, Math.min(5, Number(token.tag[1]) + 1))}`;
    }
    return tree(tokens);
  };

  return { line, blocks };
})();

"use strict";

(() => {
  const { el, one } = Elements;

  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-lesson-form]"));
  const source = document.querySelector("[data-lesson-known]");
  if (!form || !source) return;

  const known = JSON.parse(source.textContent || "{}");
  const lesson = Lesson(known);
  const { today } = Dates;

  const part = (selector) => one(selector, form);
  const pull = form.querySelector("[data-lesson-pull]"); // Only where people can propose a change.


  function ticked(name) {
    return [...form.querySelectorAll(`input[name="${name}"]:checked`)].map(
      (box) => /** @type {HTMLInputElement} */ (box).value,
    );
  }

  function typed(name) {
    const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (form.elements.namedItem(name));
    return lesson.cleaned(field.value);
  }

  const isTyped = (name) => Boolean(form.querySelector(`#les-${name}`));

  const valueOf = (name) => (isTyped(name) ? typed(name) : ticked(name));

  const values = () => Object.fromEntries(Object.keys(known.fields).map((name) => [name, valueOf(name)]));

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


  function elements(parts) {
    return parts.map((part) => {
      if (typeof part === "string") return part;
      const attributes = Object.fromEntries(
        Object.entries(part.attributes).map(([name, value]) => [
          name,
          name === "href" && value.startsWith("/") ? Site.at(value.slice(1)) : value,
        ]),
      );
      const made = el(/** @type {"p"} */ (part.tag), attributes, ...elements(part.inside));
      if (part.tag === "pre") made.querySelector("code")?.setAttribute("tabindex", "0"); // it may be wider than its place
      return made;
    });
  }

  let library;
  const fetchLibrary = () =>
    (library ??= Scripts.load("vendor/markdown-it.js").then(
      () => true,
      () => false,
    ));

  const words = (name) =>
    [...form.querySelectorAll(`input[name="${name}"]:checked + span`)].map((span) => span.textContent).join(", ");

  async function preview() {
    const texts = Object.values(known.fields).filter((field) => field.heading && typed(field.name));
    const something = texts.length > 0 || Boolean(typed("title") || typed("summary"));
    if (something && !(await fetchLibrary())) {
      part("[data-lesson-preview]").replaceChildren(
        el("p", {}, "De voorvertoning is niet op te halen. De rest van het formulier werkt gewoon."),
      );
      return;
    }
    const line = (text) => (text ? elements(Preview.line(text)) : []);
    const blocks = (text) => elements(Preview.blocks(text));
    const day = typed("date") ? Dates.inWords(typed("date")) : "";
    const facts = [
      ["Waar", [typed("place"), typed("organisation")].filter(Boolean).join(", ") || "niet genoemd"],
      ["Opgeschreven", day],
      ["Komt uit", words("experience").toLowerCase()],
      ["Voor", words("roles").toLowerCase()],
    ].filter(([, value]) => value);
    part("[data-lesson-preview]").replaceChildren(
      el("p", { class: "kicker" }, `Les${words("phases") ? ` · ${words("phases")}` : ""}`),
      el("p", { class: "preview-title" }, ...(typed("title") ? line(typed("title")) : ["Nog zonder titel"])),
      el("p", { class: "lede" }, ...line(typed("summary"))),
      el(
        "dl",
        { class: "facts" },
        ...facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
      ),
      ...texts.flatMap((field) => [el("h3", {}, field.label), ...blocks(typed(field.name))]),
    );
  }


  const drafts = Drafts.open(Kept.storageOf(window), Kept.forWindow.read, Kept.forWindow.write);
  let touched = false;

  const NOTICES = {
    "": "",
    damaged: "Een eerder concept was niet te lezen. Het is apart gezet, niet weggegooid.",
    newer:
      "Wat op dit apparaat staat, komt uit een nieuwere uitgave. Laad de bladzijde opnieuw. Tot dan wordt je concept niet bewaard.",
    full: "Je apparaat heeft geen ruimte meer: je concept is niet bewaard. Sluit de bladzijde niet voor je klaar bent, of maak ruimte.",
    visit: "Dit venster mag niets bewaren: sluit het niet voor je klaar bent.",
    page: "Deze browser bewaart je concept niet. Sluit de bladzijde niet voor je klaar bent.",
  };

  function sayOfDraft(words, ...buttons) {
    part("[data-lesson-draft]").replaceChildren(
      words,
      ...buttons.map(([act, action]) => smallButton(act, act, action)),
    );
  }

  const smallButton = (words, label, action) =>
    Elements.button(words, { class: "small-button", ...(label !== words && { "aria-label": label }) }, action);

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

  function open(id) {
    if (waiting) keep();
    fill(drafts.take(id)?.values);
    sayOfDraft("Je werkt nu aan dit concept.");
    showOthers();
    document.querySelector("#les-title")?.scrollIntoView();
  }

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

  const nameOfDraft = ({ values: { title } }) =>
    typeof title === "string" && title.trim() ? `“${title.trim().slice(0, 70)}”` : "een les zonder titel";

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
          smallButton("Ga hiermee verder", `Ga verder met ${name}`, () => open(id)),
          " ",
          smallButton("Gooi weg", `Gooi weg: ${name}`, away),
        );
      }),
    );
  }

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

  function sayOfLesson(words) {
    const more = words ? [`${words} `, smallButton("Begin een nieuwe les", "Begin een nieuwe les", another)] : [];
    part("[data-lesson-saved]").replaceChildren(...more);
  }

  function sent(words) {
    keep(words);
    sayOfLesson(words);
    showOthers();
  }

  const onlyWhenComplete = (words) => (event) => {
    if (complete()) sent(words);
    else event.preventDefault();
  };

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
  const left = new Set();

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
