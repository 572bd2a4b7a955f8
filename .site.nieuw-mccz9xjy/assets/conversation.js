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

var Keeper = (() => {
  const workers = () => {
    try {
      return "caches" in window ? navigator.serviceWorker : undefined;
    } catch {
      return undefined;
    }
  };

  const script = (root) => new URL("sw.js", root);

  const register = (workers, root) => workers.register(script(root), { scope: root.pathname, updateViaCache: "none" });

  const ours = ({ source }, root) => /** @type {ServiceWorker | null} */ (source)?.scriptURL === script(root).href;

  const size = (bytes) => `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;

  return { workers, register, ours, size };
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

/**
 * One screen of the conversation.
 * @typedef {{title: string, boxes: {label: string, lines: string[], plain: boolean}[]}} TalkScreen
 * @typedef {{way: string, at: number, situation: string}} TalkPlace
 *   `voor`, `na` or `iets`; the screen from 0; which situation, or nothing for the choice of them.
 */

{
  const { el, button } = Elements;
  const NAMES = /** @type {Record<string, string>} */ ({
    voor: "vlak ervoor",
    na: "vlak erna",
    iets: "er is iets",
  });
  const PLACE = /^#lees-(voor|na)-(\d{1,2})$|^#lees-iets(?:-([a-z0-9-]+))?$/;
  const details = OwnDetails.open();

  const texts = (element) => {
    if (!element) return [];
    const parts = element.matches("ul, ol") ? element.children : element.querySelectorAll("p");
    return Array.from(parts, (part) => words(part));
  };

  const words = (element) => {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    copy.querySelectorAll(".cite, .tag, .headerlink").forEach((mark) => mark.remove());
    return (copy.textContent || "").replace(/\s+/g, " ").trim();
  };

  const under = (id) => document.getElementById(id)?.nextElementSibling ?? null;

  const box = (label, lines, plain = false) => ({ label, lines, plain });

  function before() {
    const avoid = texts(under("niet-doen"));
    const questions = Array.from(document.querySelectorAll(".questions > li"), (item, index) => ({
      title: words(/** @type {Element} */ (item.querySelector(".question"))),
      boxes: [
        box("Vraag door", texts(item.querySelector(".follow"))),
        box("Luister naar", texts(item.querySelector(".listen"))),
        box("Niet doen", avoid.length ? [avoid[index % avoid.length]] : [], true),
      ],
    }));
    return [
      { title: "Zet klaar", boxes: [box("Vooraf", texts(under("zet-klaar")))] },
      { title: "Zo begin je", boxes: [box("Zeg", texts(under("zo-begin-je")))] },
      ...questions,
      {
        title: "Zo sluit je af",
        boxes: [
          box("Vraag toestemming", texts(under("vraag-toestemming"))),
          box("Zeg", texts(under("zo-sluit-je-af"))),
        ],
      },
    ];
  }

  const after = () => [
    { title: "Schrijf nu op", boxes: [box("Wel", texts(under("schrijf-na-afloop-op")))] },
    { title: "Schrijf nooit op", boxes: [box("Niet", texts(under("schrijf-nooit-op")), true)] },
  ];

  const situations = /** @type {HTMLTemplateElement[]} */ (Elements.all("template[data-situation]"));

  const placeOf = (hash) => {
    const found = PLACE.exec(hash);
    if (!found) return null;
    if (found[1]) return { way: found[1], at: Number(found[2]) - 1, situation: "" };
    return situations.length ? { way: "iets", at: 0, situation: found[3] ?? "" } : null;
  };

  const hashOf = ({ way, at, situation }) =>
    way === "iets" ? `#lees-iets${situation ? `-${situation}` : ""}` : `#lees-${way}-${at + 1}`;

  const depth = () => Number(history.state?.talk) || 0;

  /** Go to a screen; where `fresh`, the back button leads to the one of now. @param {TalkPlace} place */
  const visit = (place, fresh = false) => {
    const state = { ...history.state, talk: depth() + (fresh ? 1 : 0) };
    if (fresh) history.pushState(state, "", hashOf(place));
    else history.replaceState(state, "", hashOf(place));
    show();
  };

  const leave = () => {
    if (depth()) history.go(-depth());
    else {
      history.replaceState(history.state, "", location.pathname + location.search);
      show();
    }
  };

  let dialog = null;

  const opened = () => {
    if (dialog) return dialog;
    const door = Array.from(document.querySelector(".page")?.classList ?? []).find((css) => css.startsWith("door-"));
    const made = el("dialog", { class: `talk-screen ${door ?? ""}` });
    made.addEventListener("cancel", (event) => {
      event.preventDefault();
      leave();
    });
    made.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") step(1);
      if (event.key === "ArrowLeft") step(-1);
    });
    let start = { x: 0, y: 0 };
    made.addEventListener(
      "touchstart",
      (event) => {
        start = { x: event.changedTouches[0].clientX, y: event.changedTouches[0].clientY };
      },
      { passive: true },
    );
    made.addEventListener("touchend", (event) => {
      const moved = event.changedTouches[0].clientX - start.x;
      const down = Math.abs(event.changedTouches[0].clientY - start.y);
      if (Math.abs(moved) > 60 && Math.abs(moved) > 2 * down) step(moved < 0 ? 1 : -1);
    });
    document.body.append(made);
    dialog = made;
    made.showModal();
    return made;
  };

  const step = (by) => {
    const place = placeOf(location.hash);
    if (!place || place.way === "iets") return;
    const screens = place.way === "voor" ? before() : after();
    const at = place.at + by;
    if (at >= screens.length) leave();
    else if (at >= 0) visit({ ...place, at });
  };

  const top = (way, count) => {
    const close = button("", { class: "talk-close" }, leave);
    close.append(
      el("span", { "aria-hidden": "true" }, "‹ "),
      el("span", { class: "screen-reader" }, "Terug naar de bladzijde: "),
      `${document.querySelector("h1")?.textContent?.trim()}\u00a0· ${NAMES[way]}`,
    );
    return el("div", { class: "talk-top" }, close, ...(count ? [el("p", { class: "talk-count" }, count)] : []));
  };

  const trouble = () =>
    situations.length
      ? [button("Er is iets", { class: "talk-trouble" }, () => visit({ way: "iets", at: 0, situation: "" }, true))]
      : [];

  const conversation = (place) => {
    const screens = place.way === "voor" ? before() : after();
    const at = Math.min(Math.max(place.at, 0), screens.length - 1);
    const back = button("Terug", { class: "talk-back" }, () => step(-1));
    back.disabled = at === 0;
    const boxes = screens[at].boxes.filter(({ lines }) => lines.length);
    return [
      top(place.way, `${at + 1} van ${screens.length}`),
      el(
        "div",
        { class: "talk-bars", "aria-hidden": "true" },
        ...screens.map((_, index) => el("span", index <= at ? { class: "done" } : {})),
      ),
      el(
        "div",
        { class: "talk-body", tabindex: 0 },
        el("h2", { tabindex: -1 }, screens[at].title),
        ...boxes.map(({ label, lines, plain }) =>
          el(
            "section",
            { class: plain ? "talk-box plain" : "talk-box" },
            el("h3", {}, label),
            ...lines.map((line) => el("p", {}, line)),
          ),
        ),
      ),
      el(
        "div",
        { class: "talk-foot" },
        back,
        ...trouble(),
        button(at === screens.length - 1 ? "Klaar" : "Volgende", { class: "talk-next" }, () => step(1)),
      ),
    ];
  };

  const back = () =>
    button("Terug", { class: "talk-back" }, () => {
      if (depth()) history.back();
      else leave();
    });

  const troubles = ({ situation }) => {
    const chosen = situations.find((one) => one.dataset.situation === situation);
    const own = OwnDetails.call(details.value.details);
    if (!chosen)
      return [
        top("iets"),
        el(
          "div",
          { class: "talk-body", tabindex: 0 },
          el("h2", { tabindex: -1 }, "Wat is er?"),
          el(
            "ul",
            { class: "situations" },
            ...situations.map((one) =>
              el(
                "li",
                {},
                button(one.dataset.title ?? "", {}, () =>
                  visit({ way: "iets", at: 0, situation: one.dataset.situation ?? "" }, true),
                ),
              ),
            ),
          ),
        ),
        el("div", { class: "talk-foot" }, back(), ...(own ? [own] : [])),
      ];
    const inside = /** @type {DocumentFragment} */ (chosen.content.cloneNode(true));
    const call = inside.querySelector(".talk-call");
    call?.remove();
    return [
      top("iets"),
      el("div", { class: "talk-body", tabindex: 0 }, el("h2", { tabindex: -1 }, chosen.dataset.title ?? ""), inside),
      el("div", { class: "talk-foot calls" }, back(), ...[call, own].filter((one) => one !== null)),
    ];
  };

  function show() {
    const place = placeOf(location.hash);
    if (!place) {
      dialog?.close();
      dialog?.remove();
      dialog = null;
      return;
    }
    const screen = opened();
    screen.setAttribute("aria-label", NAMES[place.way]);
    screen.replaceChildren(...(place.way === "iets" ? troubles(place) : conversation(place)));
    OwnDetails.fill(screen, details.value.details);
    screen.scrollTop = 0;
    screen.querySelector("h2")?.focus();
  }

  document.addEventListener("click", (event) => {
    const asked = /** @type {Element} */ (event.target).closest("[data-talk-open]")?.getAttribute("data-talk-open");
    if (asked) visit({ way: asked, at: 0, situation: "" }, true);
  });
  window.addEventListener("popstate", show);
  details.follow(window);
  let filled = "";
  details.listen(({ details }) => {
    const now = JSON.stringify(details);
    if (now === filled) return; // a phone that was unlocked shows what it showed
    filled = now;
    OwnDetails.fill(document, details);
    show();
  });
}

"use strict";

{
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-keep-this]"));
  const root = Site.root;

  const HERE = " Bewaard: het handboek en deze bladen. Je kunt ze lezen zonder verbinding.";

  const start = (place, root, workers) => {
    const paths = (place.dataset.keepThis ?? "").split(" ");
    let all = 0;
    const said = Elements.el("span", { role: "status" });
    const button = Elements.button("Bewaar dit voor onderweg", { class: "button" }, async () => {
      button.disabled = true;
      said.textContent = " Bezig met bewaren …";
      try {
        all = await fetch(new URL("onderweg.json", root), { cache: "no-cache" }).then(
          async (answer) => (await answer.json()).pages.size,
          () => 0,
        );
        await Keeper.register(workers, root);
        const { active } = await workers.ready;
        active?.postMessage({ type: "some", paths });
      } catch {
        button.disabled = false;
        said.textContent = " Deze browser kan het niet bewaren.";
      }
    });
    workers.addEventListener("message", (message) => {
      const { data } = message;
      if (!Keeper.ours(message, root)) return;
      if (data.type === "state" && data.pages && (data.sheets || paths.every((path) => data.some?.includes(path)))) {
        button.hidden = true;
        said.textContent = HERE;
      }
      if (!button.disabled) return;
      if (data.type === "progress" && data.bytes) {
        const whole = data.what === "pages" && all ? ` van ${Keeper.size(all)}` : "";
        said.textContent = ` Bezig met bewaren: ${Keeper.size(whole ? Math.min(data.bytes, all) : data.bytes)}${whole}.`;
      }
      if (data.type === "some") said.textContent = HERE;
      if (data.type === "failed") {
        button.disabled = false;
        said.textContent =
          data.reason === "full" ? " Je apparaat heeft geen ruimte meer." : " Het ophalen is niet gelukt.";
      }
    });
    workers.startMessages();
    place.append(button, said);
    if (workers.controller) workers.ready.then(({ active }) => active?.postMessage("state"));
  };

  const workers = location.protocol === "file:" ? undefined : Keeper.workers();
  if (place && root && workers) start(place, root, workers);
  else if (place) place.hidden = true;
}
