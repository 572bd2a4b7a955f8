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

var Tables = (() => {
  const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

  const text = (rows) => rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("");

  const give = (name, rows) => Files.give(`${name}.csv`, "text/csv;charset=utf-8", `\uFEFF${rows}`);

  return { text, give };
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

if (document.querySelector("[data-questionnaire]")) {
  const { one, all } = Elements;
  const form = /** @type {HTMLFormElement} */ (one("[data-questionnaire]"));
  const said = one("[data-questionnaire-said]", form);
  const find = Privacy(JSON.parse(one("[data-questionnaire-privacy]").textContent ?? ""), "").first;
  const slug = form.dataset.questionnaire ?? "";
  const GIVEN = "afzender-";

  const fields = /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ (all("input, textarea", form));
  const answers = () => /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));

  const keep = () => {
    for (const field of fields) if (field.name.startsWith(GIVEN)) field.defaultValue = field.value;
    Kept.forWindow.write(slug, JSON.stringify(answers()));
  };

  const personal = () => {
    let first;
    for (const place of all("[data-questionnaire-wrong]", form)) {
      const field = /** @type {HTMLTextAreaElement} */ (one(`[name="${place.dataset.questionnaireWrong}"]`, form));
      const found = field.value ? find(field.value)[0] : undefined;
      place.textContent = found ? `${found.sort.what} ${found.sort.help}` : "";
      field.setAttribute("aria-invalid", String(Boolean(found)));
      if (found) first ??= field;
    }
    return first;
  };

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
    setTimeout(() => {
      keep();
      personal();
      one("details", form).removeAttribute("open");
      said.textContent = "Gewist.";
      window.scrollTo({ top: 0 });
      one(`input:not([name^="${GIVEN}"])`, form).focus({ preventScroll: true });
    });
  });

  const before = JSON.parse(Kept.forWindow.read(slug) || "{}");
  for (const field of fields) {
    const value = before[field.name];
    if (value === undefined) continue;
    if (field.type === "radio") /** @type {HTMLInputElement} */ (field).checked = field.value === value;
    else field.value = value;
  }
  keep();
}
