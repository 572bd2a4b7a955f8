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

var Message = (() => {
  const LONGEST = 600;
  const BLANK = /\{([a-z0-9-]+)\}/g;

  const cleaned = (value) =>
    typeof value === "string"
      ? [
          ...value
            .replace(/\r\n?/g, "\n")
            .replace(/[^\P{Cc}\n]/gu, " ")
            .replace(/[ \t]+/g, " ")
            .trim(),
        ]
          .slice(0, LONGEST)
          .join("")
      : "";

  const filled = (text, values, labels) =>
    text.replace(BLANK, (_, name) => values[name] || `[${labels[name] ?? name}]`);

  const plain = (text) =>
    text
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/\*\*([^*]+)\*\*/g, "$1")
      .replace(/(^|[^*])\*([^*\n]+)\*/g, "$1$2")
      .replace(/^#{1,6} +/gm, "")
      .replace(/^[-*] +/gm, "– ")
      .replace(/\n{3,}/g, "\n\n")
      .trim();

  return { cleaned, filled, plain, LONGEST };
})();

"use strict";

var OwnDetails = (() => {
  const EMPTY = "…";
  const LONGEST = 60;

  const cleaned = (value) =>
    typeof value === "string"
      ? [...value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim()].slice(0, LONGEST).join("")
      : "";

  const LOGO = /^data:image\/png;base64,[A-Za-z0-9+/=]{1,400000}$/;

  const read = (text) => {
    try {
      const { details, logo } = JSON.parse(text ?? "{}");
      const known = Object.entries(details ?? {}).map(([id, value]) => [Kept.safe(id), cleaned(value)]);
      const kept = typeof logo === "string" && LOGO.test(logo) ? logo : "";
      return { value: { details: Object.fromEntries(known), logo: kept }, notice: "" };
    } catch {
      return { value: { details: {}, logo: "" }, notice: "damaged" };
    }
  };

  const open = () => Kept.open("gegevens", Kept.storageOf(window), read);

  const dialled = (number) => `tel:${number.replace(/[^\d+]/g, "")}`;

  const fill = (within, details) => {
    for (const place of within.querySelectorAll("[data-own]"))
      place.textContent = details[place.getAttribute("data-own") ?? ""] || EMPTY;
  };

  const call = (details) => {
    const number = details["vast-nummer"];
    if (!number || number.replace(/\D/g, "").length < 3) return null;
    return Elements.el(
      "a",
      { class: "talk-call own", href: dialled(number) },
      Elements.el("span", {}, `${details["vaste-persoon"] || "Je vaste persoon"}:`),
      " ",
      Elements.el("strong", {}, number),
    );
  };

  return { open, fill, call, cleaned };
})();

"use strict";

{
  const { el, button, one, all } = Elements;
  const desk = one("[data-letter]");
  const slug = desk.dataset.letter ?? "";
  const form = /** @type {HTMLFormElement} */ (one("[data-letter-form]", desk));
  const said = one("[data-letter-said]", desk);
  const letter = one(".letter");
  const own = OwnDetails.open();
  const texts = JSON.parse(
    /** @type {HTMLTemplateElement} */ (one("[data-letter-texts]", desk)).content.textContent ?? "{}",
  );
  const labels = texts.labels;
  const fields = /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ (all("[name]", form));

  const read = (text) => {
    try {
      const { letters } = JSON.parse(text ?? "{}");
      const known = Object.entries(letters ?? {}).map(([name, values]) => [
        Kept.safe(name),
        Object.fromEntries(Object.entries(values ?? {}).map(([id, value]) => [Kept.safe(id), Message.cleaned(value)])),
      ]);
      return { value: { letters: Object.fromEntries(known) }, notice: "" };
    } catch {
      return { value: { letters: {} }, notice: "damaged" };
    }
  };
  const store = Kept.open("brieven", Kept.storageOf(window), read);

  const notice = () => {
    const worst = store.notice || own.notice;
    if (worst === "page") return "Je browser bewaart niets: dit geldt tot je de bladzijde sluit.";
    if (worst === "visit") return "Je browser bewaart dit tot je dit venster sluit.";
    if (worst === "full") return "Je apparaat is vol: dit is niet bewaard.";
    return "";
  };

  const values = () => {
    const typed = store.value.letters[slug] ?? {};
    return {
      ...texts.known,
      ...Object.fromEntries(
        fields.map((field) => [
          field.name,
          typed[field.name] ?? (field.dataset.ownFrom ? own.value.details[field.dataset.ownFrom] : "") ?? "",
        ]),
      ),
    };
  };

  const show = () => {
    const now = values();
    for (const place of all("[data-blank]", letter)) {
      const value = now[place.dataset.blank ?? ""];
      place.textContent = value || labels[place.dataset.blank ?? ""];
      place.classList.toggle("filled", Boolean(value));
    }
    for (const field of fields)
      if (document.activeElement !== field && field.value !== now[field.name]) field.value = now[field.name] ?? "";
  };

  const open = () => fields.filter((field) => !values()[field.name]).map((field) => labels[field.name]);

  form.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const value = Message.cleaned(field.value);
    if (field.dataset.ownFrom) {
      const from = field.dataset.ownFrom;
      own.change((all_) => {
        all_.details[from] = OwnDetails.cleaned(value);
      });
    }
    store.change((all_) => {
      const mine = all_.letters[slug] ?? {};
      mine[field.name] = value;
      all_.letters[slug] = mine;
    });
    said.textContent = notice();
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  const copy = async (text, done) => {
    const left = open();
    const rest = left.length ? ` Nog open: ${left.join(", ")}.` : "";
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = `${done}${rest}`;
    } catch {
      const box = el("textarea", {
        class: "field wide",
        readonly: "",
        rows: 10,
        "aria-label": "De tekst om te kopiëren",
      });
      box.value = text;
      said.replaceChildren(`Je browser kopieert niet zelf. Kopieer de tekst hieruit.${rest}`, box);
      box.select();
    }
  };

  one("[data-letter-copy]", desk).addEventListener("click", () =>
    copy(Message.plain(Message.filled(texts.body, values(), labels)), "De tekst is gekopieerd. Plak hem in je mail."),
  );
  desk
    .querySelector("[data-letter-short]")
    ?.addEventListener("click", () =>
      copy(Message.filled(texts.short, values(), labels), "Het korte bericht is gekopieerd."),
    );

  let before = {};
  one("[data-letter-wipe]", desk).addEventListener("click", () => {
    before = { ...(store.value.letters[slug] ?? {}) };
    store.change((all_) => {
      delete all_.letters[slug];
    });
    show();
    const undo = button("Zet terug", { class: "button small" }, () => {
      store.change((all_) => {
        all_.letters[slug] = { ...before };
      });
      said.textContent = notice();
      show();
    });
    said.replaceChildren("Gewist. Wat bij Mijn gegevens staat, blijft. ", undo);
  });

  const sheet = () => {
    const copy_ = /** @type {HTMLElement} */ (letter.cloneNode(true));
    for (const place of all("[data-blank]", copy_)) if (!place.classList.contains("filled")) place.replaceChildren();
    const logo = own.value.logo;
    const address = [own.value.details.organisatie, own.value.details["team-nummer"]].filter(Boolean);
    return el(
      "div",
      { class: `letter-sheet paper-${texts.size}`, lang: "nl" },
      el(
        "p",
        { class: "buttons letter-tools" },
        button("‹ Terug", { class: "button small" }, leave),
        button("Print of bewaar als PDF", { class: "button" }, () => window.print()),
        el(
          "span",
          {},
          open().length ? `Nog open: ${open().join(", ")}. Open plekken worden lijnen.` : "Alles is ingevuld.",
        ),
      ),
      el(
        "div",
        { class: "letter-page" },
        el(
          "div",
          { class: "letter-from" },
          ...(logo ? [el("img", { src: logo, alt: own.value.details.organisatie || "Logo" })] : []),
          el("p", {}, address.join(" · ")),
        ),
        copy_,
      ),
    );
  };

  let shown = null;
  const follow = () => {
    shown?.remove();
    shown = null;
    const on = location.hash === "#brief";
    document.documentElement.classList.toggle("letter-only", on);
    if (!on) return;
    shown = sheet();
    document.body.append(shown);
    one("button", shown).focus();
    window.scrollTo(0, 0);
  };
  const leave = () => {
    if (history.length > 1) history.back();
    else location.hash = "";
  };
  one("[data-letter-show]", desk).addEventListener("click", () => {
    location.hash = "brief";
  });
  window.addEventListener("hashchange", follow);

  store.follow(window);
  own.follow(window);
  store.listen(show);
  own.listen(show);
  follow();
}
