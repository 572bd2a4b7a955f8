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

"use strict";

const MOVED = {"fasen/afwegen/#niets-gestopt": "fasen/afwegen/#zes-voorwaarden", "fasen/verkennen/#snel-gehoord": "fasen/opbouwen/#toezegging-op-de-dag", "fasen/verkennen/#maandelijks-overleg": "fasen/verkennen/#afspraken-getekend", "fasen/opbouwen/#niet-twee-keer": "fasen/verkennen/#niet-dubbel-gevraagd", "fasen/opbouwen/#buren-kennen": "fasen/beheren/#buren-kijken-om", "fasen/handhaven/#route-in-het-hoofd": "fasen/verkennen/#route-werkt", "fasen/handhaven/#bewoners-trekken-de-actie": "fasen/opbouwen/#kansen-opgepakt", "fasen/renoveren/#iedereen-eerst-gesproken": "fasen/renoveren/#genoeg-huurders-voor", "fasen/renoveren/#steun-loopt-door": "fasen/opbouwen/#hulp-voor-de-bouw", "fasen/anders-toewijzen/#buur-van-gezicht": "fasen/anders-toewijzen/#oud-en-nieuw-thuis", "fasen/beheren/#elke-deur-opnieuw": "fasen/opbouwen/#elke-deur-gehad", "fasen/beheren/#toezeggingen-afgehandeld": "fasen/opbouwen/#toezegging-op-de-dag", "lessen/vraag-wat-de-partners-aankunnen/": "lessen/kies-gebouwen-waar-het-nodig-is/", "lessen/wie-ophaalt-heeft-tijd-nodig-om-te-doen/": "lessen/kies-gebouwen-waar-het-nodig-is/", "lessen/stap-in-waar-je-bent/": "lessen/kies-gebouwen-waar-het-nodig-is/", "lessen/doe-wat-je-toezegde/": "lessen/spreek-snelle-hulp-vooraf-af/", "lessen/laat-zien-wat-er-met-verhalen-gebeurt/": "lessen/spreek-snelle-hulp-vooraf-af/", "lessen/haal-eerst-op-wat-partners-weten/": "lessen/wees-een-gezicht-naar-bewoners/", "lessen/neem-de-aannemer-vanaf-het-begin-mee/": "lessen/wees-een-gezicht-naar-bewoners/", "lessen/kies-de-bouwer-met-bewoners/": "lessen/wees-een-gezicht-naar-bewoners/", "lessen/kies-of-je-over-de-renovatie-begint/": "lessen/laat-de-bewoner-het-onderwerp-kiezen/", "lessen/zoek-ook-wat-mensen-willen-doen/": "lessen/laat-de-bewoner-het-onderwerp-kiezen/", "lessen/een-dichte-deur-zegt-nog-niets/": "lessen/een-uitnodiging-opent-een-dichte-deur/", "lessen/bellen-als-aanbellen-niet-kan/": "lessen/een-uitnodiging-opent-een-dichte-deur/", "lessen/handhaven-stopt-nooit/": "lessen/repareer-tot-de-laatste-dag/", "lessen/wie-zwijgt-telt-niet-als-ja/": "lessen/pas-het-plan-aan-wie-er-woont/", "lessen/geen-logeerwoning-voor-iedereen/": "lessen/pas-het-plan-aan-wie-er-woont/", "lessen/wie-wil-helpen-mag-voorgaan/": "lessen/vraag-waar-iedereen-heen-wil/", "lessen/niet-kwetsbaar-maar-zonder-steun/": "lessen/vraag-waar-iedereen-heen-wil/", "lessen/als-het-werk-misgaat/": "lessen/laat-bewoners-de-tuin-beheren/", "lessen/draag-de-rol-op-tijd-over/": "lessen/blijf-ook-als-de-steiger-weg-is/", "lessen/meet-drie-keer/": "lessen/blijf-ook-als-de-steiger-weg-is/", "werkbladen/voortuinactie/": "werkbladen/bewonersactie/", "werkbladen/schoonmaakactie/": "werkbladen/bewonersactie/", "werkbladen/randvoorwaardencheck/": "werkbladen/afweging-inzet/"};

// What a reader keeps on this device: projects with their ticks, counts, plans and scans.
//
// One text with a version (kept.js keeps it). An older version is migrated; a text that cannot be read is set aside, never
// thrown away; one of a newer version is left alone. Nothing here knows a page.
"use strict";

/**
 * @typedef {{name: string, tenants: number | null, yes: number | null, no: number | null}} MeterRow
 * @typedef {{start: string, spans: Record<string, [number, number]>, busy: string[] | null}} PlanState
 *   The start of the works; the months of phases where they differ from the handbook's; the phases that are intensive.
 * @typedef {Record<string, Record<string, string>>} ScanState Moment → criterion → answer.
 * @typedef {{name: string, ticks: Record<string, string>, meter: MeterRow[], plan: PlanState, scan: ScanState}} Project
 *   A tick is the day on which it was set, under `address#item`.
 * @typedef {{version: number, current: string, limit: number, projects: Record<string, Project>}} State
 */

const Store = (() => {
  const KEY = "handboek";
  const VERSION = 2;
  const FIRST_NAME = "Mijn project";
  const LONGEST_NAME = 80;
  const FARTHEST = 120;

  /** From each version to the next. Version 1 kept ticks only, as a list under the project's name.
   * @type {Record<number, (old: any) => any>} */
  const MIGRATIONS = {
    1: (old) => {
      const projects = Object.entries(record(old.projects)).map(([name, ticks], index) => [
        `p${index + 1}`,
        { name, ticks: Object.fromEntries(list(ticks).map((tick) => [text(tick), ""])) },
      ]);
      return { version: 2, projects: Object.fromEntries(projects), current: projects.length ? "p1" : "" };
    },
  };

  /** @returns {State} */
  const empty = () => ({ version: VERSION, current: "", limit: 1, projects: {} });

  /** @param {string} name @returns {Project} */
  const project = (name) => ({ name, ticks: {}, meter: [], plan: { start: "", spans: {}, busy: null }, scan: {} });

  // Each of these gives a value of the right shape, or throws.
  /** @param {any} value @returns {Record<string, any>} */
  const record = (value) => {
    if (value === undefined) return {};
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("record");
    return value;
  };
  /** @param {any} value @returns {any[]} */
  const list = (value) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new TypeError("list");
    return value;
  };
  /** @param {any} value @returns {string} */
  const text = (value) => {
    if (value === undefined) return "";
    if (typeof value !== "string") throw new TypeError("text");
    return value;
  };
  /** @param {any} value @returns {number | null} */
  const whole = (value) => {
    if (value === undefined || value === null) return null;
    if (!Number.isSafeInteger(value)) throw new TypeError("whole");
    return value;
  };
  /** A month beside the start, as far away as a plan goes. @param {any} value @returns {number} */
  const month = (value) => Math.min(FARTHEST, Math.max(-FARTHEST, whole(value) ?? 0));
  /** @template T @param {any} value @param {(one: any) => T} each @returns {Record<string, T>} */
  const map = (value, each) => Object.fromEntries(Object.entries(record(value)).map(([key, one]) => [key, each(one)]));

  /** A name on one line without signs that nobody sees, cut between letters. @param {string} name @param {number} [most] */
  const cleaned = (name, most = LONGEST_NAME) =>
    [...name.normalize("NFC").replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, " ").replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu, "").trim()]
      .slice(0, most)
      .join("")
      .trim();

  /** Whether people would call two names the same. @param {string} one @param {string} other */
  const same = (one, other) => {
    const [first, second] = [one, other].map((name) => cleaned(name).normalize("NFKC").replace(/[\u200c\u200d]/g, "").toLowerCase());
    return first === second;
  };

  /** A project of the right shape from what was kept or imported. @param {any} data @returns {Project} */
  const shaped = (data) => {
    const { name, ticks, meter, plan, scan } = record(data);
    const { start, spans, busy } = record(plan);
    return {
      name: cleaned(text(name)) || FIRST_NAME,
      ticks: map(ticks, text),
      meter: list(meter).map((row) => {
        const { name: stair, tenants, yes, no } = record(row);
        return { name: text(stair), tenants: whole(tenants), yes: whole(yes), no: whole(no) };
      }),
      plan: {
        start: text(start),
        spans: map(spans, (span) => [month(list(span)[0]), month(list(span)[1])]),
        busy: busy === undefined || busy === null ? null : list(busy).map(text),
      },
      scan: map(scan, (answers) => map(answers, text)),
    };
  };

  /** @param {any} data @returns {any} */
  const migrate = (data) => {
    let now = record(data);
    if (!Number.isInteger(now.version) || now.version < 1) throw new TypeError("version");
    while (now.version < VERSION) now = MIGRATIONS[now.version](now);
    return now;
  };

  /**
   * The state in a kept text.
   * @param {string | null} kept @returns {{state: State, notice: Notice}}
   */
  const read = (kept) => {
    if (kept === null) return { state: empty(), notice: "" };
    try {
      const data = JSON.parse(kept);
      if (Number.isInteger(data?.version) && data.version > VERSION) return { state: empty(), notice: "newer" };
      const { current, limit, projects } = migrate(data);
      const state = { ...empty(), limit: Math.max(1, whole(limit) ?? 1) };
      for (const [id, one] of Object.entries(map(projects, shaped))) add(state, Kept.safe(id), one, id === text(current));
      return { state, notice: "" };
    } catch {
      return { state: empty(), notice: "damaged" };
    }
  };

  /** Keys of the form `address#item` under the address where the piece is now, and the item where it moved on its own. What
   * stands under a key itself counts for more than what moved to it.
   * @template T @param {Record<string, T>} kept @param {Record<string, string>} moved @returns {Record<string, T>} */
  const follow = (kept, moved) => {
    /** @param {string} key */
    const now = (key) => {
      const [address, item] = key.split("#");
      const there = Object.hasOwn(moved, address) ? `${moved[address]}#${item}` : key;
      return [key, there].map((one) => (Object.hasOwn(moved, one) ? moved[one] : "")).find(Boolean) ?? there;
    };
    const followed = Object.entries(kept).map(([key, value]) => /** @type {[string, T]} */ ([now(key), value]));
    return { ...Object.fromEntries(followed), ...Object.fromEntries(Object.entries(kept).filter(([key]) => now(key) === key)) };
  };

  /** The name of a phase in its address now. @param {string} slug @param {Record<string, string>} moved */
  const phaseNow = (slug, moved) => (Object.hasOwn(moved, `fasen/${slug}/`) ? moved[`fasen/${slug}/`].split("/")[1] : slug);

  /** @param {Project} one @param {Record<string, string>} moved @returns {Project} */
  const followed = (one, moved) => ({
    ...one,
    ticks: follow(one.ticks, moved),
    plan: {
      ...one.plan,
      spans: Object.fromEntries(Object.entries(one.plan.spans).map(([slug, span]) => [phaseNow(slug, moved), span])),
      busy: one.plan.busy && one.plan.busy.map((slug) => phaseNow(slug, moved)),
    },
    scan: map(one.scan, (answers) => follow(answers, moved)),
  });

  /** A name that no other project has. @param {State} state @param {string} wanted @param {string} [id] of the project that gets it */
  const free = (state, wanted, id) => {
    const taken = Object.entries(state.projects).flatMap(([key, { name }]) => (key === id ? [] : [name]));
    const base = cleaned(wanted) || FIRST_NAME;
    let name = base;
    for (let number = 2; taken.some((one) => same(one, name)); number += 1) {
      const end = ` (${number})`;
      name = cleaned(base, LONGEST_NAME - end.length) + end;
    }
    return name;
  };

  /** Add a project; it is worked on when there is no other or when that is asked.
   * @param {State} state @param {string} id @param {Project} one @param {boolean} [use] */
  const add = (state, id, one, use = true) => {
    state.projects[id] = { ...one, name: free(state, one.name, id) };
    if (use || !Object.hasOwn(state.projects, state.current)) state.current = id;
    return state.projects[id];
  };

  /** The project with this id, else the one that is worked on; where there is none, it is made.
   * @param {State} state @param {string} id @returns {Project} */
  const current = (state, id) => state.projects[id] ?? state.projects[state.current] ?? add(state, id, project(FIRST_NAME));

  /** Open the store. @param {Place} place @param {Record<string, string>} moved */
  const open = (place, moved) =>
    Kept.open(KEY, place, (text) => {
      const { state, notice } = read(text);
      return { value: { ...state, projects: map(state.projects, (one) => followed(one, moved)) }, notice };
    });

  return { KEY, VERSION, FIRST_NAME, FARTHEST, empty, project, month, cleaned, same, read, followed, shaped, free, add, current, open };
})();

// What the pages share that keep something: the store, the choice of a project, notices and small helps.
"use strict";

const Tools = (() => {
  const store = Store.open(Kept.storageOf(window), MOVED);
  store.follow(window);

  /** @type {Record<Notice, string>} */
  const NOTICES = {
    "": "",
    damaged: "Wat op dit apparaat stond, was niet te lezen. Het is apart gezet, niet weggegooid. Kijk bij Mijn projecten.",
    newer: "Wat op dit apparaat staat, komt uit een nieuwere uitgave van dit handboek. Laad de bladzijde opnieuw. Tot dan bewaart deze bladzijde niets.",
    full: "Je apparaat heeft geen ruimte meer. Wat je nu doet, is niet bewaard. Maak ruimte, of exporteer je project.",
    visit: "Dit venster mag niets bewaren. Wat je doet, blijft tot je het sluit. Exporteer je project als je het wilt houden.",
    page: "Deze browser laat niets bewaren. Wat je doet, blijft tot je deze bladzijde verlaat. Exporteer of print het als je het wilt houden.",
  };

  /** An element with attributes and what is in it.
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} name @param {Record<string, string>} [attributes] @param {...(Node | string)} inside
   * @returns {HTMLElementTagNameMap[T]} */
  const el = (name, attributes = {}, ...inside) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...inside);
    return made;
  };

  /** An element of a drawing. @param {string} name @param {Record<string, string | number>} attributes @param {...(Node | string)} inside */
  const svg = (name, attributes, ...inside) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
    made.append(...inside);
    return made;
  };

  /** Whether a picture has the width of a phone; pages draw again when that changes. */
  const narrow = window.matchMedia("(max-width: 600px)");

  /** The moments of the self-scan, as people say them. @type {Record<string, string>} */
  const MOMENTS = { voor: "vooraf", tijdens: "tijdens", na: "achteraf" };

  /** Show a picture; where it is wider than its place, the keyboard can scroll it.
   * @param {HTMLElement} place @param {...(Node | string)} inside */
  const figure = (place, ...inside) => {
    place.replaceChildren(...inside);
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
    else place.removeAttribute("tabindex");
  };

  /** The one element that fits, which the page is known to have.
   * @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T} */
  const one = (selector, within = document) => {
    const found = within.querySelector(selector);
    if (!found) throw new Error(`Niet op deze bladzijde: ${selector}`);
    return /** @type {T} */ (found);
  };

  /** All elements that fit. @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T[]} */
  const all = (selector, within = document) => /** @type {T[]} */ (Array.from(within.querySelectorAll(selector)));

  /** Today, where the reader is. */
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  /** Give the reader a file. @param {string} name @param {string} type @param {string | Blob} content */
  const download = (name, type, content) => {
    const link = el("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  /** A name as part of a file's name. @param {string} name */
  const slug = (name) =>
    name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "project";

  /** The project that is worked on, to read only. @returns {Project} */
  const project = () => store.value.projects[store.value.current] ?? Store.project(Store.FIRST_NAME);

  /** Change the project that this page shows, whatever another tab works on. @param {(project: Project) => void} edit */
  const edit = (edit) => {
    const id = store.value.current || Kept.unique();
    store.change((state) => edit(Store.current(state, id)));
  };

  /** Work on another project. @param {string} id */
  const use = (id) => store.change((state) => { if (Object.hasOwn(state.projects, id)) state.current = id; });

  // The choice of a project, where the page has one.
  all("[data-project]").forEach((box) => {
    box.hidden = false;
    const select = /** @type {HTMLSelectElement} */ (one("select", box));
    select.addEventListener("change", () => use(select.value));
    store.listen((state) => {
      const projects = Object.entries(state.projects);
      const options = projects.length ? projects.map(([id, { name }]) => [id, name]) : [["", Store.FIRST_NAME]];
      select.replaceChildren(...options.map(([id, name]) => el("option", { value: id }, name)));
      select.value = state.current;
    });
  });
  store.listen(() => {
    all("[data-project-name]").forEach((place) => { place.textContent = project().name; });
    all("[data-notice]").forEach((place) => {
      if (place.textContent !== NOTICES[store.notice]) place.textContent = NOTICES[store.notice];
      place.hidden = !store.notice;
    });
    // What says that it is kept, says so only where that is true.
    all("[data-kept]").forEach((place) => { place.hidden = !["", "damaged"].includes(store.notice); });
  });
  all("[data-paper-head]").forEach((place) => { place.hidden = false; });
  all("[data-today]").forEach((place) => {
    place.textContent = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  });
  document.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("[data-print]")) window.print();
  });

  return { store, el, svg, narrow, MOMENTS, figure, one, all, today, download, slug, project, edit, use };
})();

// Checklists that remember. Without this file they are text; with it each point has a box that ticks.
"use strict";

{
  const { store, el, one, all, today, edit, project } = Tools;

  /** @type {{key: string, box: HTMLInputElement}[]} */
  const boxes = all("[data-checklist]").flatMap((list) =>
    all("[data-item]", list).map((item) => {
      const key = `${list.dataset.checklist}#${item.dataset.item}`;
      const words = one(".item-text", item);
      const box = el("input", { type: "checkbox", id: `punt-${key.replace(/[^a-z0-9]+/g, "-")}`, class: "tick" });
      const label = el("label", { for: box.id });
      // The numbers of sources stay beside the label: they are links of their own.
      while (words.firstChild && !(words.firstChild instanceof Element && words.firstChild.matches(".cite"))) {
        label.append(words.firstChild);
      }
      words.prepend(label);
      one(".box", item).replaceWith(box);
      item.classList.add("can-tick");
      box.addEventListener("change", () =>
        edit(({ ticks }) => {
          if (box.checked) ticks[key] = today();
          else delete ticks[key];
        }),
      );
      return { key, box };
    }),
  );

  /** How many of these points are ticked. @param {string} keys @param {Project} of */
  const count = (keys, of) => {
    const wanted = keys.split(" ").filter(Boolean);
    return { done: wanted.filter((key) => Object.hasOwn(of.ticks, key)).length, all: wanted.length };
  };

  store.listen(() => {
    const now = project();
    boxes.forEach(({ key, box }) => { box.checked = Object.hasOwn(now.ticks, key); });
    all("[data-points]").forEach((place) => {
      const { done, all: total } = count(place.dataset.points ?? "", now);
      const words = `${done} van ${total} ${total === 1 ? "punt" : "punten"}`;
      place.hidden = false;
      const said = one("[data-points-said]", place);
      if (said.textContent !== words) said.textContent = words;
      const bar = /** @type {HTMLProgressElement | null} */ (place.querySelector("progress"));
      if (bar) {
        bar.max = total;
        bar.value = done;
      }
    });
  });
}
