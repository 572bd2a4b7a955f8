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

const MOVED = {"fasen/afwegen/#niets-gestopt": "fasen/afwegen/#zes-voorwaarden", "fasen/verkennen/#snel-gehoord": "fasen/opbouwen/#toezegging-op-de-dag", "fasen/verkennen/#maandelijks-overleg": "fasen/verkennen/#afspraken-getekend", "fasen/opbouwen/#niet-twee-keer": "fasen/verkennen/#niet-dubbel-gevraagd", "fasen/opbouwen/#buren-kennen": "fasen/beheren/#buren-kijken-om", "fasen/handhaven/#route-in-het-hoofd": "fasen/verkennen/#route-werkt", "fasen/handhaven/#bewoners-trekken-de-actie": "fasen/opbouwen/#kansen-opgepakt", "fasen/renoveren/#iedereen-eerst-gesproken": "fasen/renoveren/#genoeg-huurders-voor", "fasen/renoveren/#steun-loopt-door": "fasen/opbouwen/#hulp-voor-de-bouw", "fasen/anders-toewijzen/#buur-van-gezicht": "fasen/anders-toewijzen/#oud-en-nieuw-thuis", "fasen/beheren/#elke-deur-opnieuw": "fasen/opbouwen/#elke-deur-gehad", "fasen/beheren/#toezeggingen-afgehandeld": "fasen/opbouwen/#toezegging-op-de-dag", "lessen/vraag-wat-de-partners-aankunnen/": "lessen/kies-gebouwen-waar-het-nodig-is/", "lessen/wie-ophaalt-heeft-tijd-nodig-om-te-doen/": "lessen/kies-gebouwen-waar-het-nodig-is/", "lessen/stap-in-waar-je-bent/": "lessen/kies-gebouwen-waar-het-nodig-is/", "lessen/doe-wat-je-toezegde/": "lessen/spreek-snelle-hulp-vooraf-af/", "lessen/laat-zien-wat-er-met-verhalen-gebeurt/": "lessen/spreek-snelle-hulp-vooraf-af/", "lessen/haal-eerst-op-wat-partners-weten/": "lessen/wees-een-gezicht-naar-bewoners/", "lessen/neem-de-aannemer-vanaf-het-begin-mee/": "lessen/wees-een-gezicht-naar-bewoners/", "lessen/kies-de-bouwer-met-bewoners/": "lessen/wees-een-gezicht-naar-bewoners/", "lessen/kies-of-je-over-de-renovatie-begint/": "lessen/laat-de-bewoner-het-onderwerp-kiezen/", "lessen/zoek-ook-wat-mensen-willen-doen/": "lessen/laat-de-bewoner-het-onderwerp-kiezen/", "lessen/een-dichte-deur-zegt-nog-niets/": "lessen/een-uitnodiging-opent-een-dichte-deur/", "lessen/bellen-als-aanbellen-niet-kan/": "lessen/een-uitnodiging-opent-een-dichte-deur/", "lessen/handhaven-stopt-nooit/": "lessen/repareer-tot-de-laatste-dag/", "lessen/wie-zwijgt-telt-niet-als-ja/": "lessen/pas-het-plan-aan-wie-er-woont/", "lessen/geen-logeerwoning-voor-iedereen/": "lessen/pas-het-plan-aan-wie-er-woont/", "lessen/wie-wil-helpen-mag-voorgaan/": "lessen/vraag-waar-iedereen-heen-wil/", "lessen/niet-kwetsbaar-maar-zonder-steun/": "lessen/vraag-waar-iedereen-heen-wil/", "lessen/als-het-werk-misgaat/": "lessen/laat-bewoners-de-tuin-beheren/", "lessen/draag-de-rol-op-tijd-over/": "lessen/blijf-ook-als-de-steiger-weg-is/", "lessen/meet-drie-keer/": "lessen/blijf-ook-als-de-steiger-weg-is/", "werkbladen/voortuinactie/": "werkbladen/bewonersactie/", "werkbladen/schoonmaakactie/": "werkbladen/bewonersactie/", "werkbladen/randvoorwaardencheck/": "werkbladen/afweging-inzet/", "werkmappen/het-hele-handboek-deel-1/": "werkmappen/het-hele-handboek/", "werkmappen/het-hele-handboek-deel-2/": "werkmappen/het-hele-handboek/"};

"use strict";

/**
 * @typedef {{name: string, tenants: number | null, yes: number | null, no: number | null}} MeterRow
 * @typedef {{start: string, spans: Record<string, [number, number]>, busy: string[] | null}} PlanState
 *   The day of month 0; the months of phases where they differ from the handbook's; the phases that are intensive.
 * @typedef {Record<string, Record<string, string>>} ScanState Moment → criterion → answer.
 * @typedef {{outcome: string, daypart: string, day: string}} Try How somebody tried at a spot, and when.
 * @typedef {{what: string, by: string, day: string, kept: string}} Vow What was promised, who keeps it and when; the day on which it was kept.
 * @typedef {{part: string, name: string, tries: Try[], vow: Vow | null}} Spot
 * @typedef {Record<string, Spot>} RoundState By an id that stays.
 * @typedef {{name: string, ticks: Record<string, string>, meter: MeterRow[], plan: PlanState, scan: ScanState, round: RoundState}} Project
 *   A tick is the day on which it was set, under `address#item`.
 * @typedef {{version: number, current: string, limit: number, projects: Record<string, Project>}} State
 */

const Store = (() => {
  const KEY = "handboek";
  const VERSION = 3;
  const FIRST_NAME = "Mijn project";
  const LONGEST_NAME = 80;
  const LONGEST_SPOT = 20;
  const FARTHEST = 120;

  const MIGRATIONS = {
    1: (old) => {
      const projects = Object.entries(record(old.projects)).map(([name, ticks], index) => [
        `p${index + 1}`,
        { name, ticks: Object.fromEntries(list(ticks).map((tick) => [text(tick), ""])) },
      ]);
      return { version: 2, projects: Object.fromEntries(projects), current: projects.length ? "p1" : "" };
    },
    2: (old) => ({ ...old, version: 3 }),
  };

  const empty = () => ({ version: VERSION, current: "", limit: 1, projects: {} });

  const project = (name) => ({
    name,
    ticks: {},
    meter: [],
    plan: { start: "", spans: {}, busy: null },
    scan: {},
    round: {},
  });

  const record = (value) => {
    if (value === undefined) return {};
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("record");
    return value;
  };
  const list = (value) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new TypeError("list");
    return value;
  };
  const text = (value) => {
    if (value === undefined) return "";
    if (typeof value !== "string") throw new TypeError("text");
    return value;
  };
  const whole = (value) => {
    if (value === undefined || value === null) return null;
    if (!Number.isSafeInteger(value)) throw new TypeError("whole");
    return value;
  };
  const month = (value) => Math.min(FARTHEST, Math.max(-FARTHEST, whole(value) ?? 0));
  const map = (value, each) => Object.fromEntries(Object.entries(record(value)).map(([key, one]) => [key, each(one)]));

  const cleaned = (name, most = LONGEST_NAME) =>
    [
      ...name
        .normalize("NFC")
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, " ")
        .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu, "")
        .trim(),
    ]
      .slice(0, most)
      .join("")
      .trim();

  const same = (one, other) => {
    const [first, second] = [one, other].map((name) =>
      cleaned(name)
        .normalize("NFKC")
        .replace(/[\u200c\u200d]/g, "")
        .toLowerCase(),
    );
    return first === second;
  };

  const shaped = (data) => {
    const { name, ticks, meter, plan, scan, round } = record(data);
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
      round: map(round, (spot) => {
        const { part, name: called, tries, vow } = record(spot);
        return {
          part: cleaned(text(part), LONGEST_SPOT),
          name: cleaned(text(called), LONGEST_SPOT),
          tries: list(tries).map((one) => {
            const { outcome, daypart, day } = record(one);
            return { outcome: text(outcome), daypart: text(daypart), day: text(day) };
          }),
          vow: vow === undefined || vow === null ? null : vowed(record(vow)),
        };
      }),
    };
  };

  const vowed = ({ what, by, day, kept }) => ({
    what: cleaned(text(what), LONGEST_NAME),
    by: text(by),
    day: text(day),
    kept: text(kept),
  });

  const migrate = (data) => {
    let now = record(data);
    if (!Number.isInteger(now.version) || now.version < 1) throw new TypeError("version");
    while (now.version < VERSION) now = MIGRATIONS[now.version](now);
    return now;
  };

  const read = (kept) => {
    if (kept === null) return { state: empty(), notice: "" };
    try {
      const data = JSON.parse(kept);
      if (Number.isInteger(data?.version) && data.version > VERSION) return { state: empty(), notice: "newer" };
      const { current, limit, projects } = migrate(data);
      const state = { ...empty(), limit: Math.max(1, whole(limit) ?? 1) };
      for (const [id, one] of Object.entries(map(projects, shaped)))
        add(state, Kept.safe(id), one, id === text(current));
      return { state, notice: "" };
    } catch {
      return { state: empty(), notice: "damaged" };
    }
  };

  /** Keys of the form `address#item` under the address where the piece is now, and the item where it moved on its own. What
   * stands under a key itself counts for more than what moved to it.
   * @template T @param {Record<string, T>} kept @param {Record<string, string>} moved @returns {Record<string, T>} */
  const follow = (kept, moved) => {
    const now = (key) => {
      const [address, item] = key.split("#");
      const there = Object.hasOwn(moved, address) ? `${moved[address]}#${item}` : key;
      return [key, there].map((one) => (Object.hasOwn(moved, one) ? moved[one] : "")).find(Boolean) ?? there;
    };
    const followed = Object.entries(kept).map(([key, value]) => /** @type {[string, T]} */ ([now(key), value]));
    return {
      ...Object.fromEntries(followed),
      ...Object.fromEntries(Object.entries(kept).filter(([key]) => now(key) === key)),
    };
  };

  const phaseNow = (slug, moved) =>
    Object.hasOwn(moved, `fasen/${slug}/`) ? moved[`fasen/${slug}/`].split("/")[1] : slug;

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

  const add = (state, id, one, use = true) => {
    state.projects[id] = { ...one, name: free(state, one.name, id) };
    if (use || !Object.hasOwn(state.projects, state.current)) state.current = id;
    return state.projects[id];
  };

  const current = (state, id) =>
    state.projects[id] ?? state.projects[state.current] ?? add(state, id, project(FIRST_NAME));

  const open = (place, moved) =>
    Kept.open(KEY, place, (text) => {
      const { state, notice } = read(text);
      return { value: { ...state, projects: map(state.projects, (one) => followed(one, moved)) }, notice };
    });

  return {
    KEY,
    VERSION,
    FIRST_NAME,
    FARTHEST,
    empty,
    project,
    month,
    cleaned,
    same,
    read,
    followed,
    shaped,
    free,
    add,
    current,
    open,
  };
})();

"use strict";

const Projects = (() => {
  const { el, one, all } = Elements;
  const store = Store.open(Kept.storageOf(window), MOVED);
  store.follow(window);

  const NOTICES = {
    "": "",
    damaged:
      "Wat op dit apparaat stond, was niet te lezen. Het is apart gezet, niet weggegooid. Kijk bij Mijn projecten.",
    newer:
      "Wat op dit apparaat staat, komt uit een nieuwere uitgave van dit handboek. Laad de bladzijde opnieuw. Tot dan bewaart deze bladzijde niets.",
    full: "Je apparaat heeft geen ruimte meer. Wat je nu doet, is niet bewaard. Maak ruimte, of exporteer je project.",
    visit:
      "Dit venster mag niets bewaren. Wat je doet, blijft tot je het sluit. Exporteer je project als je het wilt houden.",
    page: "Deze browser laat niets bewaren. Wat je doet, blijft tot je deze bladzijde verlaat. Exporteer of print het als je het wilt houden.",
  };

  const project = () => store.value.projects[store.value.current] ?? Store.project(Store.FIRST_NAME);

  const edit = (edit) => {
    const id = store.value.current || Kept.unique();
    store.change((state) => edit(Store.current(state, id)));
  };

  const use = (id) =>
    store.change((state) => {
      if (Object.hasOwn(state.projects, id)) state.current = id;
    });

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
    all("[data-project-name]").forEach((place) => {
      place.textContent = project().name;
    });
    all("[data-notice]").forEach((place) => {
      if (place.textContent !== NOTICES[store.notice]) place.textContent = NOTICES[store.notice];
      place.hidden = !store.notice;
    });
    all("[data-kept]").forEach((place) => {
      place.hidden = !["", "damaged"].includes(store.notice);
    });
  });
  all("[data-paper-head]").forEach((place) => {
    place.hidden = false;
  });
  all("[data-today]").forEach((place) => {
    place.textContent = Dates.inWords(Dates.today());
  });

  return { store, project, edit, use };
})();

"use strict";

{
  const { el, one, all } = Elements;
  const { store, edit, project } = Projects;

  const boxes = all("[data-checklist]").flatMap((list) =>
    all("[data-item]", list).map((item) => {
      const key = `${list.dataset.checklist}#${item.dataset.item}`;
      const words = one(".item-text", item);
      const box = el("input", { type: "checkbox", id: `punt-${key.replace(/[^a-z0-9]+/g, "-")}`, class: "tick" });
      const label = el("label", { for: box.id });
      while (words.firstChild && !(words.firstChild instanceof Element && words.firstChild.matches(".cite"))) {
        label.append(words.firstChild);
      }
      words.prepend(label);
      one(".box", item).replaceWith(box);
      item.classList.add("can-tick");
      box.addEventListener("change", () =>
        edit(({ ticks }) => {
          if (box.checked) ticks[key] = Dates.today();
          else delete ticks[key];
        }),
      );
      return { key, box };
    }),
  );

  const count = (keys, of) => {
    const wanted = keys.split(" ").filter(Boolean);
    return { done: wanted.filter((key) => Object.hasOwn(of.ticks, key)).length, all: wanted.length };
  };

  store.listen(() => {
    const now = project();
    boxes.forEach(({ key, box }) => {
      box.checked = Object.hasOwn(now.ticks, key);
    });
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
