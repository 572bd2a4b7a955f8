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

{
  const { el } = Elements;
  const SCRIPTS = ["vendor/stemmer-nl.js", "search-engine.js", "search/begin.js"];
  const KEPT = "handboek-zoekvraag";
  const BEST = 3;
  const EACH = 4;
  const MOST = 60;
  const PAUSE = 120;

  let engine;
  function ready() {
    if (!engine) {
      const start = performance.now();
      engine = Promise.all(SCRIPTS.map(Scripts.load)).then(() => {
        const search = new HandboekSearch(handboekSearch.begin, handboekSearch.parts);
        performance.measure("zoeken-klaar", { start });
        return search;
      });
      engine.catch(() => (engine = undefined));
    }
    return engine;
  }

  const asked = new Map();
  function bring(name) {
    const coming =
      asked.get(name) ??
      Scripts.load(`search/${name}.js`).then(() => {
        if (!(HandboekSearch.key(name, handboekSearch.begin) in handboekSearch.parts)) throw new Error(name);
      });
    coming.catch(() => asked.delete(name));
    asked.set(name, coming);
    return coming;
  }

  async function whole(search, ask) {
    for (;;) {
      const answer = ask();
      const lacking = search.lacking();
      if (!lacking.length) return answer;
      await Promise.all(lacking.map(bring));
    }
  }

  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const count = (number) => (number === 1 ? "1 resultaat" : `${number} resultaten`);

  function tally(values) {
    const held = new Map();
    for (const value of values) held.set(value, (held.get(value) || 0) + 1);
    return held;
  }

  function option(value, text, found) {
    const number = found.get(value);
    return number ? [[value, text, number]] : [];
  }

  /** A search box inside `place`; `own` says whether this is a page of its own, with the query in its address.
   * @param {HTMLElement} place @param {boolean} own */
  function box(place, own) {
    const data = () => handboekSearch.begin;
    const label = "Zoek een woord of stel een vraag";
    const field = el("input", {
      type: "search",
      id: "zoekvraag",
      placeholder: document.querySelector("[data-search-example]")?.textContent ?? "Zoek",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search",
    });
    const kinds = el("select", { id: "zoek-soort" });
    const phases = el("select", { id: "zoek-fase" });
    const filter = (select, name) => el("p", {}, el("label", { for: select.id }, name), select);
    const filters = el("div", { class: "search-filters", hidden: "" }, filter(kinds, "Soort"), filter(phases, "Fase"));
    const status = el("p", { role: "status", class: "search-count" });
    const results = el("div", { class: "search-results" });
    const form = el(
      "form",
      { class: "search-form", role: "search" },
      el("label", { for: "zoekvraag", class: own ? "search-label" : "screen-reader" }, label),
      field,
    );
    const close = el("button", { type: "button", class: "search-close" }, "Sluiten");
    if (!own) form.append(close);
    place.replaceChildren(form, filters, status, results);
    let search;
    let turns = 0;

    function hit({ kind, phases: [number] }, { title, place, head, line }) {
      const marked = (/** @type {Marked[]} */ parts) =>
        parts.map(({ text, hit }) => (hit ? el("mark", {}, text) : text));
      const door =
        number === undefined
          ? el("span", { class: "door none", "aria-hidden": "true" })
          : el("span", { class: "door", "aria-hidden": "true" }, String(number));
      const what = [
        capital(data().kinds[kind][0]),
        number === undefined || kind === "phase" ? "" : `fase ${number} ${data().phases[number]}`,
      ]
        .filter(Boolean)
        .join(" · ");
      const link = el(
        "a",
        { href: Site.at(place) },
        el("span", { class: "hit-title" }, ...marked(title)),
        " ",
        el("span", { class: "hit-what" }, what),
        " ",
        el(
          "span",
          { class: "hit-line" },
          ...(head.length ? [el("strong", {}, ...marked(head)), ": "] : []),
          ...marked(line),
        ),
      );
      return el("li", { class: number === undefined ? "hit" : `hit door-${number}` }, door, link);
    }

    async function group(search, name, found, more) {
      const shown = await whole(search, () => found.map((one) => search.show(one)));
      const id = `zoek-${name.toLowerCase().replace(/[^a-z]+/g, "-")}`;
      const hits = shown.flatMap((one, index) => (one ? [hit(found[index], one)] : []));
      const section = el(
        "section",
        { "aria-labelledby": id },
        el("h2", { id }, name),
        el("ol", { class: "hits" }, ...hits),
      );
      if (more) section.append(more);
      return section;
    }

    function button(text, action) {
      return Elements.button(text, { class: "search-more" }, action);
    }

    function choose(select, value) {
      select.value = value;
      show();
      field.focus();
    }

    function fill(select, every, options) {
      const kept = select.value;
      select.replaceChildren(
        el("option", { value: "" }, every),
        ...options.map(([value, text, number]) => el("option", { value }, `${text} (${number})`)),
      );
      if (kept && !options.some(([value]) => value === kept))
        select.append(el("option", { value: kept }, "Niets in deze keuze"));
      select.value = kept;
    }

    function hint() {
      const start = el(
        "p",
        {},
        "Typ een woord, een paar woorden of een hele vraag. Een tikfout is niet erg. Wat je zoekt, blijft op dit apparaat.",
      );
      const tries = data().tries.map((text) =>
        el(
          "li",
          {},
          button(text, () => ask(text)),
        ),
      );
      results.replaceChildren(
        start,
        ...(tries.length
          ? [el("p", { class: "search-label" }, "Bijvoorbeeld"), el("ul", { class: "search-tries" }, ...tries)]
          : []),
      );
    }

    function nothing(search, query, all) {
      const said = el(
        "p",
        {},
        all.length
          ? "Bij deze soort en fase staat niets. Zonder die keuze wel."
          : `Probeer een ander of korter woord, of zeg het zoals ${data().somebody} het zou zeggen.`,
      );
      const parts = [said];
      if (all.length) {
        const wider = () => {
          kinds.value = phases.value = "";
          show();
          field.focus();
        };
        parts.push(button(`Toon ${count(all.length)} in alle soorten en fasen`, wider));
      } else {
        const near = search.nearest(query);
        if (near.length)
          parts.push(
            el("p", { class: "search-label" }, "Bedoel je"),
            el(
              "ul",
              { class: "search-tries" },
              ...near.map((word) =>
                el(
                  "li",
                  {},
                  button(word, () => ask(word)),
                ),
              ),
            ),
          );
        const ways = data().ways.map(([address, name]) => el("li", {}, el("a", { href: Site.at(address) }, name)));
        parts.push(el("p", { class: "search-label" }, "Of kijk bij"), el("ul", { class: "search-tries" }, ...ways));
      }
      results.replaceChildren(...parts);
    }

    function sorry(error) {
      status.textContent = "Zoeken lukt nu niet. Kijk in het menu, of probeer het zo nog eens.";
      if (error) console.warn(error);
    }

    function show(typing = false) {
      if (!search) return;
      turns += 1;
      answer(search, turns, typing).catch(sorry);
    }

    async function answer(search, turn, typing) {
      const most = HandboekSearch.LONGEST;
      const cut = field.value.trim().length > most;
      if (cut) field.value = field.value.trim().slice(0, most);
      const query = field.value.trim();
      remember(query);
      if (!query) {
        filters.hidden = true;
        status.textContent = "";
        return hint();
      }
      const start = performance.now();
      const ask = () => search.find(query);
      let all = ask();
      if (search.lacking().length) {
        if (typing) await new Promise((done) => setTimeout(done, PAUSE));
        if (turn !== turns) return;
        all = await whole(search, ask);
      }
      const found = all.filter(
        ({ kind, phases: of }) =>
          (!kinds.value || kind === kinds.value) && (!phases.value || of.includes(Number(phases.value))),
      );
      const groups = [];
      if (kinds.value && found.length) groups.push([capital(data().kinds[kinds.value][1]), found.slice(0, MOST)]);
      else if (found.length) {
        groups.push(["Past het best", found.slice(0, BEST)]);
        for (const kind of new Set(found.slice(BEST).map((one) => one.kind))) {
          const ones = found.slice(BEST).filter((one) => one.kind === kind);
          const [, plural] = data().kinds[kind];
          const more = ones.length > EACH ? button(`Toon alle ${plural}`, () => choose(kinds, kind)) : undefined;
          groups.push([capital(plural), ones.slice(0, EACH), more]);
        }
      }
      const [first, ...others] = groups;
      const best = first && (await group(search, ...first));
      if (turn !== turns) return;
      filters.hidden = !all.length;
      narrow(all);
      const shorter = cut ? `Je vraag is ingekort tot ${most} tekens. ` : "";
      status.textContent =
        shorter + (found.length ? `${count(found.length)} voor “${query}”` : `Niets gevonden voor “${query}”`);
      if (best) results.replaceChildren(best);
      else nothing(search, query, all);
      results.prepend(...search.absent(query).map((text) => el("p", { class: "notice" }, text)));
      performance.measure("zoeken-antwoord", { start });
      const rest = await Promise.all(others.map((one) => group(search, ...one)));
      if (turn !== turns) return;
      results.append(...rest);
      if (!own && found.length)
        results.append(
          el(
            "p",
            { class: "search-page" },
            el("a", { href: Site.at("zoeken/"), "data-to-page": "" }, "Open dit op de zoekbladzijde"),
          ),
        );
    }

    function narrow(all) {
      const ofKind = tally(all.map(({ kind }) => kind));
      const inPhase = tally(all.flatMap(({ phases: of }) => of.map(String)));
      fill(
        kinds,
        "alle soorten",
        Object.entries(data().kinds).flatMap(([kind, [, plural]]) => option(kind, plural, ofKind)),
      );
      fill(
        phases,
        "alle fasen",
        Object.entries(data().phases).flatMap(([number, name]) => option(number, `${number} ${name}`, inPhase)),
      );
    }

    function remember(query) {
      if (!own || location.protocol === "file:") return;
      const asked = new URLSearchParams(
        Object.entries({ q: query, soort: kinds.value, fase: phases.value }).filter(([, value]) => value),
      );
      history.replaceState(history.state, "", `${location.pathname}${asked.size ? `?${asked}` : ""}`);
    }

    function ask(query) {
      field.value = query;
      show();
      field.focus();
    }

    function move(event) {
      if (event.key === "Escape" && !own) {
        event.preventDefault();
        return place.closest("dialog")?.close();
      }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      if (event.target instanceof HTMLSelectElement) return;
      const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("a, button"))];
      const here = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
      if (here < 0 || !next) return;
      event.preventDefault();
      next.focus();
    }

    field.addEventListener("input", () => show(true));
    kinds.addEventListener("change", () => show());
    phases.addEventListener("change", () => show());
    place.addEventListener("keydown", move);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (results.querySelector(".hit a"))?.focus();
    });
    results.addEventListener("click", (event) => {
      if (/** @type {Element} */ (event.target).closest("[data-to-page]")) Kept.forWindow.write(KEPT, field.value); // the server is not asked for it
    });

    status.textContent = "Even laden …";
    ready().then(
      (made) => {
        search = made;
        show();
      },
      () => sorry(),
    );
    return { field, kinds, phases, close, show };
  }

  let made;
  function make() {
    const place = el("div", { class: "search-inside" });
    const dialog = el("dialog", { class: "search-dialog", "aria-label": "Zoeken" }, place);
    document.body.append(dialog);
    const inside = box(place, false);
    inside.close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    return { dialog, inside };
  }

  function open() {
    const page = document.querySelector("[data-search-page] input");
    if (page instanceof HTMLInputElement) return page.focus();
    made ??= make();
    if (!made.dialog.open) made.dialog.showModal();
    made.inside.field.focus();
    made.inside.field.select();
  }

  const place = document.querySelector("[data-search-page]");
  if (place instanceof HTMLElement) {
    const page = box(place, true);
    const asked = new URLSearchParams(location.search);
    page.field.value = Kept.forWindow.read(KEPT) || asked.get("q") || "";
    Kept.forWindow.write(KEPT, "");
    for (const [name, select] of Object.entries({ soort: page.kinds, fase: page.phases })) {
      const value = asked.get(name);
      if (value) (select.append(el("option", { value }, value)), (select.value = value));
    }
    page.show();
    page.field.focus();
  }

  const begin = /** @type {any} */ (undefined); // the first part puts itself here
  globalThis.handboekSearch = { open, begin, parts: {} };
}
