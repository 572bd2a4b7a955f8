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

{
  const { one } = Elements;
  const { size } = Keeper;

  const box = one("[data-offline]");
  const said = one("[data-offline-said]");
  const keep = /** @type {HTMLButtonElement} */ (one("[data-offline-keep]"));
  const sheets = /** @type {HTMLButtonElement} */ (one("[data-offline-sheets]"));
  const wipe = /** @type {HTMLButtonElement} */ (one("[data-offline-wipe]"));
  const progress = /** @type {HTMLProgressElement} */ (one("[data-offline-progress]"));

  const REFUSED =
    "Deze browser kan het handboek niet bewaren. Probeer een andere browser, of een venster dat niet privé is.";
  const FAILED = {
    full: "Je apparaat heeft geen ruimte meer. Er is niets half bewaard. Maak ruimte en probeer het opnieuw.",
    failed: "Het ophalen is niet gelukt. Er is niets half bewaard. Probeer het opnieuw als je goede verbinding hebt.",
    quiet: "Er komt al een tijd niets binnen. Kijk of je verbinding hebt. Laad daarna deze bladzijde opnieuw.",
    wipe: "Het weghalen is niet gelukt. Laad de bladzijde opnieuw en probeer het nog eens.",
  };
  const [ANSWER, LIST, FILE] = [10_000, 20_000, 90_000];

  const say = (words) => {
    said.textContent = words;
  };

  let tenths = -1;
  const sayTenth = (bytes, all) => {
    const now = Math.floor((10 * bytes) / all);
    if (now === tenths) return;
    tenths = now;
    say(`Bezig met bewaren: ${size(bytes)} van ${size(all)}.`);
  };

  const within = (work, most) =>
    Promise.race([work, new Promise((done) => setTimeout(done, most))]).then(
      (found) => /** @type {T | undefined} */ (found),
      () => undefined,
    );

  const asked = async (ask) => await ask();

  let busy = false;
  let patience = 0;

  const work = (now) => {
    busy = now;
    [keep, sheets, wipe].forEach((button) => {
      button.disabled = now;
    });
    progress.hidden = !now;
    if (!now) {
      progress.removeAttribute("value");
      tenths = -1;
    }
    clearTimeout(patience);
    if (now)
      patience = window.setTimeout(() => {
        work(false);
        say(FAILED.quiet);
      }, FILE);
  };

  async function start(root, workers) {
    const contents = await within(
      fetch(new URL("onderweg.json", root), { cache: "no-cache" }).then((answer) => answer.json()),
      LIST,
    );
    if (contents) {
      keep.textContent = `Bewaar voor onderweg (${size(contents.pages.size)})`;
      sheets.textContent = `Bewaar ook de ${contents.sheets.files} bladen (${size(contents.sheets.size)})`;
    }

    const registered = async () => (await workers.getRegistrations()).find((one) => one.scope === root.href);

    const waiting = [];
    const state = (active) => {
      active.postMessage("state");
      return within(
        new Promise((done) => {
          waiting.push(done);
        }),
        ANSWER,
      );
    };

    let why = FAILED.failed;

    const show = (words) => look(words).catch(refuse);

    const look = async (words) => {
      const registration = await registered();
      const kept = registration?.active ? await state(registration.active) : undefined;
      const coming = !registration?.active && registration?.installing;
      work(Boolean(coming));
      if (coming) follow(coming);
      keep.hidden = Boolean(kept?.pages) || !contents;
      sheets.hidden = !kept?.pages || kept.sheets || !contents;
      wipe.hidden = !registration?.active;
      const here =
        kept?.pages &&
        (kept.sheets
          ? "Het handboek en de bladen staan op dit apparaat. Je kunt ze lezen zonder verbinding."
          : "Het handboek staat op dit apparaat. Je kunt het lezen zonder verbinding. De bladen nog niet.");
      const changed =
        here && contents && kept?.version && kept.version !== contents.version
          ? ` Er is iets gewijzigd sinds je het bewaarde${Dates.isDay(kept.since ?? "") ? ` (${Dates.inWords(kept.since ?? "")})` : ""}. Je telefoon haalt de nieuwe uitgave op de achtergrond op.`
          : "";
      if (words) say(words);
      else if (here) say(here + changed);
      else if (coming) say("Bezig met bewaren …");
      else if (kept) say("Wat hier bewaard stond, is niet meer compleet. Bewaar het opnieuw.");
      else if (registration?.active) say("Je browser zegt niet wat er bewaard is. Laad deze bladzijde opnieuw.");
      else if (contents)
        say(`Nog niet bewaard. Het handboek is hooguit ${size(contents.pages.size)} groot, zonder de bladen.`);
      else say("Er is nu geen verbinding, en er is nog niets bewaard. Kom terug als je verbinding hebt.");
    };

    const followed = new WeakSet();

    const follow = (one) => {
      if (followed.has(one)) return;
      followed.add(one);
      one.addEventListener("statechange", () => {
        if (one.state === "activated") show();
        if (one.state === "redundant" && busy) show(why);
        if (one.state === "installed" && busy) one.postMessage("switch"); // nobody reads from what was here: it is not whole
      });
    };

    workers.addEventListener("message", (message) => {
      const { data } = message;
      if (!Keeper.ours(message, root)) return;
      if (data.type === "progress") {
        if (!busy) return; // another tab asked for it, or this one waited so long that it said so
        work(true);
        progress.max = data.all;
        progress.value = data.done;
        const all = contents?.[/** @type {"pages" | "sheets"} */ (data.what)]?.size;
        if (data.bytes && all) sayTenth(Math.min(data.bytes, all), all);
      } else if (data.type === "failed") {
        why = FAILED[/** @type {"full"} */ (data.reason)];
        show(why);
      } else if (data.type === "kept" || data.type === "sheets") {
        show();
      } else if (data.type === "state") {
        waiting.splice(0).forEach((done) => done({ ...data, pages: data.pages ?? true })); // a worker from before this was asked keeps all or nothing
      }
    });
    workers.startMessages();

    const fits = async (part) => {
      const room = await within(
        asked(() => navigator.storage?.estimate?.()),
        ANSWER,
      );
      return room?.quota === undefined || room.quota - (room.usage ?? 0) >= part.size * 1.2;
    };

    keep.addEventListener("click", async () => {
      if (!contents) return;
      if (!(await fits(contents.pages))) return say(FAILED.full);
      why = FAILED.failed;
      work(true);
      say("Bezig met bewaren …");
      within(
        asked(() => navigator.storage?.persist?.()),
        ANSWER,
      );
      try {
        const registration = await Keeper.register(workers, root);
        const { installing, waiting, active } = registration;
        for (const one of [installing, waiting]) if (one) follow(one);
        waiting?.postMessage("switch");
        if (installing || waiting) return;
        if (active && (await state(active))?.pages === false) active.postMessage("pages");
        else await show();
      } catch {
        work(false);
        say(FAILED.failed);
      }
    });

    sheets.addEventListener("click", async () => {
      const active = (await within(registered(), ANSWER))?.active;
      if (!active || !contents) return show();
      if (!(await fits(contents.sheets))) return say(FAILED.full);
      work(true);
      say("Bezig met bewaren …");
      active.postMessage("sheets");
    });

    wipe.addEventListener("click", async () => {
      try {
        await (await registered())?.unregister();
        const names = await caches.keys();
        await Promise.all(
          names.filter((name) => name.startsWith(`handboek ${root.pathname} `)).map((name) => caches.delete(name)),
        );
        await show("Het handboek is van dit apparaat gehaald. Je projecten staan er nog.");
        keep.focus();
      } catch {
        say(FAILED.wipe);
      }
    });

    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && busy) show();
    });

    await show();
  }

  const refuse = () => {
    work(false);
    [keep, sheets, wipe].forEach((button) => {
      button.hidden = true;
    });
    say(REFUSED);
  };

  box.hidden = false;
  const workers = Keeper.workers();
  if (location.protocol === "file:")
    say("Je leest het handboek uit een map op je apparaat. Het werkt zonder verbinding.");
  else if (!Site.root || !workers) refuse();
  else start(Site.root, workers).catch(refuse);
}
