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


const Pack = (() => {
  const MOST = 60;
  const LETTER = { "": "", persoon: "p", tweetal: "t" };

  const within = (value, least, most) => {
    const number = Math.round(Number(value));
    return Number.isFinite(number) ? Math.min(Math.max(number, least), most) : least;
  };

  const clean = (value) => {
    const items = Array.isArray(value?.items) ? value.items : [];
    const seen = new Set();
    return {
      title: typeof value?.title === "string" ? value.title.slice(0, 70) : "",
      people: within(value?.people, 0, 200),
      items: items
        .filter((item) => typeof item?.piece === "string" && /^[a-z0-9/-]{1,120}$/.test(item.piece))
        .filter((item) => !seen.has(item.piece) && seen.add(item.piece))
        .slice(0, MOST)
        .map((item) => ({
          piece: item.piece,
          copies: within(item.copies, 1, 99),
          per: ["persoon", "tweetal"].includes(item.per) ? item.per : "",
        })),
    };
  };

  const read = (text) => {
    try {
      return clean(JSON.parse(text ?? "{}"));
    } catch {
      return clean({});
    }
  };

  const copies = (item, people) => {
    const times = item.per === "persoon" ? people : item.per === "tweetal" ? Math.ceil(people / 2) : 1;
    return item.copies * Math.max(times, 1);
  };

  const toLink = (pack) => {
    const items = pack.items.map(
      (item) => item.piece + (item.copies === 1 && !item.per ? "" : `:${item.copies}${LETTER[item.per]}`),
    );
    return {
      stukken: items.join(","),
      ...(pack.title && { titel: pack.title }),
      ...(pack.people && { mensen: String(pack.people) }),
    };
  };

  const fromLink = ({ stukken, titel, mensen }) => {
    const items = stukken.split(",").map((one) => {
      const [piece, extra = ""] = one.split(":");
      const per = extra.endsWith("p") ? "persoon" : extra.endsWith("t") ? "tweetal" : "";
      return { piece: piece.replace(/^\/|\/$/g, ""), copies: parseInt(extra, 10) || 1, per };
    });
    return clean({ title: titel || "", people: mensen || 0, items });
  };

  return { MOST, clean, read, copies, toLink, fromLink };
})();

"use strict";

const MyPack = (() => {
  const open = () => Kept.open("werkmap", Kept.storageOf(window), (text) => ({ value: Pack.read(text), notice: "" }));

  const told = (notice) =>
    notice === ""
      ? ""
      : notice === "full"
        ? "Je apparaat heeft geen ruimte meer. Wat je nu kiest, is niet bewaard."
        : "Deze browser bewaart je werkmap niet.";

  return { open, told };
})();

"use strict";

{
  const { el, one } = Elements;
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-pack-add]"));

  const start = (place) => {
    const piece = place.dataset.packAdd || "";
    const button = one("button", place);
    const link = one("a", place);
    const store = MyPack.open();
    const said = el("span", { role: "status" });
    place.append(said);

    const mine = (item) => item.piece === piece;

    button.addEventListener("click", () => {
      const inside = store.value.items.some(mine);
      store.change((pack) => {
        const rest = pack.items.filter((item) => !mine(item));
        pack.items = Pack.clean({ items: inside ? rest : [...rest, { piece, copies: 1, per: "" }] }).items;
      });
      const full = !inside && !store.value.items.some(mine) ? `In een werkmap passen ${Pack.MOST} stukken.` : "";
      said.textContent = [full, MyPack.told(store.notice)]
        .filter(Boolean)
        .map((words) => ` ${words}`)
        .join("");
    });
    store.follow(window);
    store.listen((pack) => {
      const inside = pack.items.some(mine);
      button.setAttribute("aria-pressed", String(inside));
      link.hidden = !inside;
    });
  };

  if (place && location.protocol === "file:")
    place.hidden = true; // From a folder on a disk a page cannot read its neighbours: there is no pack to make.
  else if (place) start(place);
}
