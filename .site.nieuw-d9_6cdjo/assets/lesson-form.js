// What a page keeps in the browser: one text for each thing that is kept, which every open tab reads and writes.
//
// A change is a function. The last ones stay at hand, and are made again on a text that does not hold them: what another
// tab wrote when there was no room for ours, or at the same moment, when a browser shows a tab what stood there before.
"use strict";

/**
 * @typedef {"" | "damaged" | "newer" | "full" | "visit" | "page"} Notice
 *   What the reader must know: a text was set aside; it is of a newer version; there is no room; it is kept until this
 *   window closes; it is kept until this page closes.
 * @typedef {{storage: Storage | null, notice: Notice}} Place
 */

// Each bundle that keeps something brings this along, so that no page mixes two editions of it.
var Kept = (() => {
  /** So many tabs are remembered by what was read of them. */
  const TABS = 20;
  /** So many changes stay at hand. */
  const CHANGES = 200;
  const ASIDE = "-beschadigd-";

  const script = typeof document === "object" && document.currentScript;
  /** The root of this site. */
  const root = script && "src" in script && script.src ? new URL("..", script.src) : null;

  /** Under which key something is kept: two editions on one host share nothing. A folder on a disk has no address that
   *  stays, since a next edition is unpacked beside it; there the name alone is the key.
   * @param {string} name */
  const key = (name) => (root && root.protocol !== "file:" ? `${name}:${root.pathname}` : name);

  /** The browser's storage: that of the device, else that of this window, else none. @param {Window} page @returns {Place} */
  const storageOf = (page) => {
    for (const [name, notice] of /** @type {["localStorage" | "sessionStorage", Notice][]} */ ([["localStorage", ""], ["sessionStorage", "visit"]])) {
      try {
        page[name].getItem("handboek");
        return { storage: page[name], notice };
      } catch {
        // refused: then the next
      }
    }
    return { storage: null, notice: "page" };
  };

  /** What was read of each tab when a text was written: tab → the number of its last change.
   * @param {string | null} text @returns {Map<string, number> | null} */
  const seenIn = (text) => {
    try {
      const { seen } = JSON.parse(text ?? "null");
      return Array.isArray(seen) ? new Map(seen.filter((one) => Array.isArray(one) && typeof one[0] === "string" && Number.isSafeInteger(one[1]))) : null;
    } catch {
      return null;
    }
  };

  /** A name that nobody else has. */
  const unique = () => Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");

  /** A key that an object takes as any other. @param {string} id */
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
    /** @type {Notice} */
    let notice = refused;
    let writable = storage !== null;
    let count = 0;
    /** The text that `value` came from. @type {string | null} */
    let held = null;
    /** @type {Map<string, number>} */
    let seen = new Map();
    /** Our last changes. @type {{number: number, edit: (value: T) => void, written: boolean}[]} */
    let mine = [];
    /** The number of the last of them that is in `value`. */
    let made = 0;
    /** @type {((value: T) => void)[]} */
    const listeners = [];

    /** The text as it is kept; before editions had keys of their own, the name was the key. */
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
      // Whoever wrote without this list wrote what he wanted: an older edition, or the reader who cleared everything.
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
        mine.forEach((one) => { one.written = true; });
        mine = mine.slice(-CHANGES);
        if (notice === "full") notice = refused;
      } catch {
        notice = "full";
      }
    };

    const tell = () => listeners.forEach((listener) => listener(value));

    /** Change what is kept. The function may run again, on what another tab wrote. @param {(value: T) => void} edit */
    const change = (edit) => {
      load();
      count += 1;
      mine.push({ number: count, edit, written: false });
      write();
      tell();
    };

    /** Whether something found no room. */
    const waits = () => writable && mine.some(({ written }) => !written);

    /** Look again at what is kept, and try again what found no room. */
    const refresh = () => {
      if (!waits() && now() === held) return;
      load();
      if (missing().length) write();
      tell();
    };

    /** Another tab changed something. @param {StorageEvent} event */
    const heard = (event) => {
      if (event.storageArea === storage && (event.key === own || event.key === name || event.key === null)) refresh();
    };

    /** The texts that were set aside, by their key. @returns {[string, string][]} */
    const aside = () => {
      if (!storage) return [];
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      return keys
        .filter((one) => one.startsWith(own + ASIDE) || one.startsWith(name + ASIDE))
        .map((one) => [one, storage.getItem(one) ?? ""]);
    };

    /** Hear what other tabs write, and look again when this one comes back; what found no room is tried when it is put
     *  away too. @param {Window} page */
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
      /** @param {string} one */
      drop: (one) => storage?.removeItem(one),
      /** @param {(value: T) => void} listener */
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

  return { root, key, storageOf, unique, safe, open };
})();

// The lessons that somebody is writing, on this device: each a draft of its own, and none written over by another window.
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

  /** @param {any} values @returns {LessonValues} */
  const values = (values) =>
    Object.fromEntries(Object.entries(Object(values)).filter(([, value]) => typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string"))));

  /** What a form that nobody touched holds already. */
  const BY_ITSELF = ["date", "status"];

  /** Whether there is nothing in it that somebody typed or ticked. @param {LessonValues} values */
  const empty = (values) => !Object.entries(values).some(([name, value]) => !BY_ITSELF.includes(name) && (typeof value === "string" ? value.trim() : value.length));

  /** The drafts in a kept text; at first there was one, which was nothing but its values.
   * @param {string | null} text @returns {{value: DraftsState, notice: Notice}} */
  const read = (text) => {
    /** @type {DraftsState} */
    const state = { version: VERSION, drafts: {} };
    if (text === null) return { value: state, notice: "" };
    try {
      const data = JSON.parse(text);
      if (typeof data !== "object" || Array.isArray(data)) throw new TypeError("drafts");
      if (data?.version > VERSION) return { value: state, notice: "newer" };
      const drafts = data?.version === VERSION ? Object(data.drafts) : data ? { eerder: { values: data } } : {};
      for (const [id, one] of Object.entries(drafts)) {
        const { stamp, changed, saved } = Object(one);
        state.drafts[Kept.safe(id)] = { values: values(Object(one).values), stamp: String(stamp ?? ""), changed: Number(changed) || 0, saved: typeof saved === "string" ? saved : "" };
      }
      return { value: state, notice: "" };
    } catch {
      return { value: state, notice: "damaged" };
    }
  };

  /**
   * One window with the drafts: it works on one of them at a time.
   * @param {Place} place @param {(name: string) => string} remembered @param {(name: string, value: string) => void} remember
   *   What this window keeps for itself: on which draft it works, also after a reload.
   */
  const open = (place, remembered, remember) => {
    const store = Kept.open(KEY, place, read);
    let id = remembered(store.key);
    /** The last that we read or wrote of our draft. */
    let stamp = "";

    const all = () => Object.entries(store.value.drafts);
    const mine = () => (Object.hasOwn(store.value.drafts, id) ? store.value.drafts[id] : null);

    /** Work on a draft from now on. @param {string} which */
    const take = (which) => {
      store.refresh();
      id = which;
      stamp = mine()?.stamp ?? "";
      remember(store.key, id);
      return mine();
    };

    /** The draft of before a reload; else the last one that is not finished. Nothing where a new one begins. */
    const begin = () => {
      store.refresh();
      const last = all().filter(([, { saved, values }]) => !saved && !empty(values)).sort(([, one], [, other]) => other.changed - one.changed)[0];
      return take(id || last?.[0] || Kept.unique());
    };

    /** Whether another window wrote our draft after we last read it. */
    const overtaken = () => {
      const draft = mine();
      return draft !== null && draft.stamp !== stamp;
    };

    /** Keep what is written, whatever another window did: what it wrote stays, and this becomes a draft of its own.
     * @param {LessonValues} values @param {number} now @param {string} [saved] @returns {boolean} whether it parted */
    const keep = (values, now, saved = "") => {
      store.refresh();
      const parted = overtaken();
      if (parted) remember(store.key, (id = Kept.unique()));
      stamp = Kept.unique();
      const [key, draft] = [id, { values, stamp, changed: now, saved }];
      store.change((state) => { state.drafts[key] = draft; });
      return parted;
    };

    /** Throw a draft away; what comes back puts it back. @param {string} which */
    const drop = (which) => {
      store.refresh();
      const gone = store.value.drafts[which];
      store.change((state) => { delete state.drafts[which]; });
      return () => { if (gone) store.change((state) => { state.drafts[which] ??= gone; }); };
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
      /** The other drafts, the newest first. */
      others: () => all().filter(([key, { values }]) => key !== id && !empty(values)).sort(([, one], [, other]) => other.changed - one.changed),
      get id() {
        return id;
      },
    };
  };

  return { read, empty, open };
})();

// The Markdown of a lesson as it will look: read by the library that the site's own is a port of, and given as a tree,
// never as HTML. `tests/lessons/markdown.yml` holds both to the same.
"use strict";

/** @typedef {{tag: string, attributes: Record<string, string>, inside: (Part | string)[]}} Part */

const Preview = (() => {
  /** More is not shown: the page would stop while somebody types. */
  const MOST = 20_000;
  const OWN = /^(?:\/(?!\/)|#|https:\/\/|mailto:|tel:)/i;

  /** @type {any} */
  let parser;
  const ready = () => {
    if (!parser) {
      parser = markdownit("commonmark", { html: false }).enable("table");
      parser.validateLink = (/** @type {string} */ address) => OWN.test(address);
    }
    return parser;
  };

  /** The attributes that stay, by tag. @type {Record<string, string[]>} */
  const ATTRIBUTES = { a: ["href", "title"], ol: ["start"] };

  /** @param {string} tag @param {any} [token] @param {(Part | string)[]} [inside] @returns {Part} */
  const part = (tag, token, inside = []) => {
    const kept = (token?.attrs ?? []).filter((/** @type {[string, string]} */ [name]) => ATTRIBUTES[tag]?.includes(name));
    return { tag, attributes: Object.fromEntries(kept.map((/** @type {[string, unknown]} */ [name, value]) => [name, String(value)])), inside };
  };

  /** What a token is by itself; a picture is nothing, since none of elsewhere shows and a lesson has no other.
   * @type {Record<string, (content: string) => (Part | string)[]>} */
  const ALONE = {
    softbreak: () => ["\n"],
    hardbreak: () => [part("br"), "\n"],
    hr: () => [part("hr")],
    code_inline: (content) => [part("code", null, [content])],
    code_block: (content) => [part("pre", null, [part("code", null, [content])])],
    fence: (content) => [part("pre", null, [part("code", null, [content])])],
    image: () => [],
  };

  /** @param {any[]} tokens @returns {(Part | string)[]} */
  const tree = (tokens) => {
    const stack = [part("")];
    /** @param {...(Part | string)} more */
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

  /** Emphasis and links. @param {string} text */
  const line = (text) => tree(ready().parseInline(text.trim().slice(0, MOST), {}));

  /** Paragraphs, lists and subheadings; a heading of level 2 becomes one of level 3, as under a heading of the form.
   * @param {string} text */
  const blocks = (text) => {
    const tokens = ready().parse(text.slice(0, MOST), {});
    for (const token of tokens) {
      if (token.type.startsWith("heading_")) token.tag = `h${Math.max(2, Math.min(5, Number(token.tag[1]) + 1))}`;
    }
    return tree(tokens);
  };

  return { line, blocks };
})();

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

  /** @type {{fields: Record<string, Field>, texts: Record<string, string>, rules: Rule[], privacy: PrivacyTable, invisible: string, taken: string[], reserved: string[], addresses: string[], editors: string, new: string}} */
  const known = JSON.parse(source.textContent || "{}");
  const ROOT = "../../"; // the site's root, seen from this page
  /** A text of more letters is not read through while somebody types. */
  const MOST = 20_000;
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
    return field.value.replace(/\r\n?/g, "\n").replace(/\p{Cs}/gu, "").replace(invisible, " ").trim();
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
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "1000" || Number.isNaN(day.getTime()) || written(day) !== text) return [wrong("day")];
      return text > written(new Date()) ? [wrong("future")] : [];
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

  /** @param {(Part | string)[]} parts @returns {(Node | string)[]} */
  function elements(parts) {
    return parts.map((part) => {
      if (typeof part === "string") return part;
      const made = element(part.tag, elements(part.inside));
      for (const [name, value] of Object.entries(part.attributes)) made.setAttribute(name, name === "href" && value.startsWith("/") ? ROOT + value.slice(1) : value);
      if (part.tag === "pre") made.querySelector("code")?.setAttribute("tabindex", "0"); // it may be wider than its place
      return made;
    });
  }

  /** The library that reads Markdown: 41 kB, so it comes when there is something to show. @type {Promise<boolean> | undefined} */
  let library;
  const fetchLibrary = () =>
    (library ??= new Promise((done) => {
      const script = document.createElement("script");
      script.src = `${ROOT}assets/vendor/markdown-it.js`;
      script.addEventListener("load", () => done(true));
      script.addEventListener("error", () => done(false));
      document.head.append(script);
    }));

  /** @param {string} name @returns {string} The words beside what is ticked. */
  const words = (name) => [...form.querySelectorAll(`input[name="${name}"]:checked + span`)].map((span) => span.textContent).join(", ");

  async function preview() {
    const texts = Object.values(known.fields).filter((field) => field.heading && typed(field.name));
    const something = texts.length > 0 || Boolean(typed("title") || typed("summary"));
    if (something && !(await fetchLibrary())) {
      part("[data-lesson-preview]").replaceChildren(element("p", ["De voorvertoning is niet op te halen. De rest van het formulier werkt gewoon."]));
      return;
    }
    /** @param {string} text */
    const line = (text) => (text ? elements(Preview.line(text)) : []);
    /** @param {string} text */
    const blocks = (text) => elements(Preview.blocks(text));
    const day = typed("date") ? new Date(`${typed("date")}T12:00:00`).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" }) : "";
    const facts = [
      ["Waar", [typed("place"), typed("organisation")].filter(Boolean).join(", ") || "niet genoemd"],
      ["Opgeschreven", day],
      ["Komt uit", words("experience").toLowerCase()],
      ["Voor", words("roles").toLowerCase()],
    ].filter(([, value]) => value);
    part("[data-lesson-preview]").replaceChildren(
      element("p", [`Les${words("phases") ? ` · ${words("phases")}` : ""}`], "kicker"),
      element("p", typed("title") ? line(typed("title")) : ["Nog zonder titel"], "preview-title"),
      element("p", line(typed("summary")), "lede"),
      element("dl", facts.map(([name, value]) => element("div", [element("dt", [name]), element("dd", [value])])), "facts"),
      ...texts.flatMap((field) => [element("h3", [field.label]), ...blocks(typed(field.name))]),
    );
  }

  // Drafts

  /** What this window alone keeps; a browser may refuse. */
  const forWindow = {
    /** @param {string} name */
    read(name) {
      try {
        return sessionStorage.getItem(name) ?? "";
      } catch {
        return "";
      }
    },
    /** @param {string} name @param {string} value */
    write(name, value) {
      try {
        sessionStorage.setItem(name, value);
      } catch {
        // then a reload begins at the last draft
      }
    },
  };
  const drafts = Drafts.open(Kept.storageOf(window), forWindow.read, forWindow.write);
  /** Whether somebody typed something here since the draft was read. */
  let touched = false;

  /** @type {Record<Notice, string>} */
  const NOTICES = {
    "": "",
    damaged: "Een eerder concept was niet te lezen. Het is apart gezet, niet weggegooid.",
    newer: "Wat op dit apparaat staat, komt uit een nieuwere uitgave. Laad de bladzijde opnieuw. Tot dan wordt je concept niet bewaard.",
    full: "Je apparaat heeft geen ruimte meer: je concept is niet bewaard. Sluit de bladzijde niet voor je klaar bent, of maak ruimte.",
    visit: "Dit venster mag niets bewaren: sluit het niet voor je klaar bent.",
    page: "Deze browser bewaart je concept niet. Sluit de bladzijde niet voor je klaar bent.",
  };

  /** Say how it stands with the draft, with a button where there is something to do.
   * @param {string} words @param {[string, () => void][]} buttons */
  function sayOfDraft(words, ...buttons) {
    part("[data-lesson-draft]").replaceChildren(words, ...buttons.map(([act, action]) => smallButton(act, act, action)));
  }

  /** @param {string} words @param {string} label @param {() => void} action */
  function smallButton(words, label, action) {
    const made = element("button", [words], "small-button");
    made.setAttribute("type", "button");
    if (label !== words) made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    return made;
  }

  /** @returns {LessonValues} */
  const values = () => Object.fromEntries(Object.keys(known.fields).map((name) => [name, isTyped(name) ? typed(name) : ticked(name)]));

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
      sayOfDraft("Deze les is in een ander venster veranderd. Wat hier staat, is nu een eigen concept. ", ["Neem over wat daar staat", () => open(theirs)]);
    else if (finished) part("[data-lesson-saved]").textContent = "Je hebt de les daarna veranderd. Bewaar hem opnieuw.";
  }

  /** Fill in a draft, or an empty form. @param {LessonValues | undefined} draft */
  function fill(draft) {
    form.reset();
    for (const [name, value] of Object.entries(draft ?? {})) {
      if (!known.fields[name]) continue;
      if (typeof value === "string" && isTyped(name)) /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = value;
      else if (Array.isArray(value))
        for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`input[name="${name}"]`))) box.checked = value.includes(box.value);
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
    if (had) sayOfDraft("Dit is een nieuwe les. De vorige is gebleven. ", ["Ga terug naar de vorige", () => open(before)]);
    else sayOfDraft("Dit is een nieuwe les.");
    showOthers();
    part("#les-title").focus();
  }

  /** @param {Draft} draft */
  const nameOfDraft = ({ values: { title } }) => (typeof title === "string" && title.trim() ? `“${title.trim().slice(0, 70)}”` : "een les zonder titel");

  /** The other drafts on this device: to go on with, or to throw away. */
  function showOthers() {
    const others = drafts.others();
    part("[data-lesson-others]").hidden = others.length === 0;
    part("[data-lesson-others] ul").replaceChildren(
      ...others.map(([id, draft]) => {
        const name = nameOfDraft(draft);
        const when = draft.changed ? new Date(draft.changed).toLocaleString("nl-NL", { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" }) : "eerder";
        const away = () => {
          const back = drafts.drop(id);
          sayOfDraft(`Weggegooid: ${name}. `, ["Zet terug", () => { back(); sayOfDraft("Teruggezet."); }]);
          part("[data-lesson-draft] button").focus();
        };
        return element("li", [
          `${name}, ${when}. ${draft.saved}${draft.saved && " "}`,
          smallButton("Ga hiermee verder", `Ga verder met ${name}`, () => open(id)),
          " ",
          smallButton("Gooi weg", `Gooi weg: ${name}`, away),
        ]);
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
    sent(`${fileName()} staat bij je downloads.`);
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
    sayOfDraft("Alles is gewist. ", ["Zet terug", () => { back(); open(gone); sayOfDraft("Teruggezet."); }]);
    showOthers();
  }

  /** @param {boolean} fresh whether nothing was filled in before */
  function begin(fresh) {
    const day = /** @type {HTMLInputElement} */ (form.elements.namedItem("date"));
    day.max = written(new Date());
    if (fresh) day.value = written(new Date());
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
  part("[data-lesson-mail]").addEventListener("click", onlyWhenComplete("De mail staat klaar. Voeg het bestand toe en verstuur hem zelf."));
  part("[data-lesson-pull]").addEventListener("click", onlyWhenComplete("Het voorstel staat klaar op de bladzijde die opengaat."));
  part("[data-lesson-clear]").addEventListener("click", clear);
  part("[data-lesson-new]").addEventListener("click", another);

  // A page may be gone at once, and a phone asleep: what is typed is kept first.
  const flush = () => { if (waiting) keep(); };
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
    if (touched || waiting) keep(); // parts from what the other window wrote
    else {
      fill(drafts.take(drafts.id)?.values);
      sayOfDraft("Deze les is in een ander venster veranderd. Dit is hoe hij nu is.");
    }
  });
  form.hidden = false;
  document.querySelector("[data-lesson-without]")?.remove();
})();
