// The page "Bewaar voor onderweg": tells the size, keeps the handbook at the press of a button, and takes it away again.
"use strict";

{
  const { one } = Elements;
  const { size } = OfflineCopy;
  /** @typedef {{files: number, size: number}} Part */
  /** @typedef {{version: string, pages: Part, sheets: Part}} Contents */
  /** @typedef {{pages: boolean, sheets: boolean, version?: string, since?: string}} Kept_ What is here, of which edition, since which day. */

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
  /** So long nobody waits without a word: for an answer of the worker, for the list, and for a next file. */
  const [ANSWER, LIST, FILE] = [10_000, 20_000, 90_000];

  /** @param {string} words */
  const say = (words) => {
    said.textContent = words;
  };

  /** How many tenths were said: who listens need not hear every file. */
  let tenths = -1;
  /** @param {number} bytes @param {number} all */
  const sayTenth = (bytes, all) => {
    const now = Math.floor((10 * bytes) / all);
    if (now === tenths) return;
    tenths = now;
    say(`Bezig met bewaren: ${size(bytes)} van ${size(all)}.`);
  };

  /** What may take too long, or what to do without it. @template T @param {Promise<T>} work @param {number} most @returns {Promise<T | undefined>} */
  const within = (work, most) =>
    Promise.race([work, new Promise((done) => setTimeout(done, most))]).then(
      (found) => /** @type {T | undefined} */ (found),
      () => undefined,
    );

  /** What a browser answers, also where it throws at once. @template T @param {() => T} ask @returns {Promise<Awaited<T>>} */
  const asked = async (ask) => await ask();

  let busy = false;
  let patience = 0;

  /** @param {boolean} now */
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

  /** @param {URL} root @param {ServiceWorkerContainer} workers */
  async function start(root, workers) {
    /** @type {Contents | undefined} */
    const contents = await within(
      fetch(new URL("onderweg.json", root), { cache: "no-cache" }).then((answer) => answer.json()),
      LIST,
    );
    if (contents) {
      keep.textContent = `Bewaar voor onderweg (${size(contents.pages.size)})`;
      sheets.textContent = `Bewaar ook de ${contents.sheets.files} bladen (${size(contents.sheets.size)})`;
    }

    const registered = async () => (await workers.getRegistrations()).find((one) => one.scope === root.href);

    /** Who waits for what the worker says that is here: more than one may have asked. @type {((state: Kept_) => void)[]} */
    const waiting = [];
    /** @param {ServiceWorker} active @returns {Promise<Kept_ | undefined>} */
    const state = (active) => {
      active.postMessage("state");
      return within(
        new Promise((done) => {
          waiting.push(done);
        }),
        ANSWER,
      );
    };

    /** Why the last attempt failed. */
    let why = FAILED.failed;

    /** Say what is here, and offer what can be done. @param {string} [words] what happened, where that must be said */
    const show = (words) => look(words).catch(refuse);

    /** @param {string} [words] */
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

    /** The workers of which this page waits for the end. @type {WeakSet<ServiceWorker>} */
    const followed = new WeakSet();

    /** See a worker through its installation. Later it makes way for a newer one: that is no failure. @param {ServiceWorker} one */
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
      if (!OfflineCopy.ours(message, root)) return;
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

    /** Whether there is room, as far as the browser says. @param {Part} part */
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
        const registration = await OfflineCopy.register(workers, root);
        const { installing, waiting, active } = registration;
        for (const one of [installing, waiting]) if (one) follow(one);
        waiting?.postMessage("switch");
        if (installing || waiting) return;
        // A worker may be here still of which the files are gone.
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

    // A phone that slept hears nothing of what went on.
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
  const workers = OfflineCopy.workers();
  if (location.protocol === "file:")
    say("Je leest het handboek uit een map op je apparaat. Het werkt zonder verbinding.");
  else if (!Site.root || !workers) refuse();
  else start(Site.root, workers).catch(refuse);
}
