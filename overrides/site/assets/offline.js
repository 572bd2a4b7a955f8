// The page "Bewaar voor onderweg": tells the size, keeps the handbook at the press of a button, and takes it away again.
"use strict";

{
  /** @template {HTMLElement} T @param {string} selector @returns {T} */
  const one = (selector) => /** @type {T} */ (document.querySelector(selector));
  /** @typedef {{files: number, size: number}} Part */
  /** @typedef {{version: string, pages: Part, sheets: Part}} Contents */

  const box = one("[data-offline]");
  const said = one("[data-offline-said]");
  const keep = /** @type {HTMLButtonElement} */ (one("[data-offline-keep]"));
  const sheets = /** @type {HTMLButtonElement} */ (one("[data-offline-sheets]"));
  const wipe = /** @type {HTMLButtonElement} */ (one("[data-offline-wipe]"));
  const progress = /** @type {HTMLProgressElement} */ (one("[data-offline-progress]"));
  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"));

  /** @param {number} bytes */
  const size = (bytes) => `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;
  /** @param {string} words */
  const say = (words) => { said.textContent = words; };
  const FAILED = {
    full: "Je apparaat heeft geen ruimte meer. Er is niets half bewaard. Maak ruimte en probeer het opnieuw.",
    failed: "Het ophalen is niet gelukt. Er is niets half bewaard. Probeer het opnieuw als je goede verbinding hebt.",
  };

  /** @param {boolean} busy */
  const work = (busy) => {
    [keep, sheets, wipe].forEach((button) => { button.disabled = busy; });
    progress.hidden = !busy;
    progress.removeAttribute("value");
  };

  async function start() {
    box.hidden = false;
    if (location.protocol === "file:") return say("Je leest het handboek uit een map op je apparaat. Het werkt zonder verbinding.");
    if (!manifest || !("serviceWorker" in navigator)) return say("Deze browser kan het handboek niet bewaren. Probeer een andere browser, of een venster dat niet privé is.");
    const root = new URL("./", manifest.href);
    /** @type {Contents} */
    let contents;
    try {
      contents = await (await fetch(new URL("onderweg.json", root))).json();
    } catch {
      return say("Er is nu geen verbinding. Wat je hebt bewaard, werkt gewoon.");
    }
    keep.textContent = `Bewaar voor onderweg (${size(contents.pages.size)})`;
    sheets.textContent = `Bewaar ook de ${contents.sheets.files} bladen (${size(contents.sheets.size)})`;

    const workers = navigator.serviceWorker;
    /** @returns {Promise<ServiceWorkerRegistration | undefined>} */
    const registered = async () => (await workers.getRegistrations()).find((one) => one.scope === root.href && one.active);

    const show = async () => {
      work(false);
      const active = (await registered())?.active;
      keep.hidden = Boolean(active);
      wipe.hidden = !active;
      sheets.hidden = true;
      if (active) active.postMessage("state");
      else say(`Nog niet bewaard. Het handboek is hooguit ${size(contents.pages.size)} groot, zonder de bladen.`);
    };

    workers.addEventListener("message", ({ data }) => {
      if (data.type === "progress") {
        progress.max = data.all;
        progress.value = data.done;
      } else if (data.type === "failed") {
        work(false);
        say(FAILED[/** @type {"full"} */ (data.reason)]);
      } else if (data.type === "kept" || data.type === "sheets") {
        show();
      } else if (data.type === "state") {
        sheets.hidden = data.sheets;
        say(data.sheets ? "Het handboek en de bladen staan op dit apparaat. Je kunt ze lezen zonder verbinding." : "Het handboek staat op dit apparaat. Je kunt het lezen zonder verbinding. De bladen nog niet.");
      }
    });
    workers.startMessages();

    keep.addEventListener("click", async () => {
      const room = await navigator.storage?.estimate?.();
      if (room?.quota !== undefined && room.quota - (room.usage ?? 0) < contents.pages.size * 1.2) return say(FAILED.full);
      work(true);
      say("Bezig met bewaren …");
      navigator.storage?.persist?.();
      try {
        const registration = await workers.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" });
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        worker?.addEventListener("statechange", async () => {
          if (worker.state === "redundant") await registration.unregister();
          if (worker.state === "redundant" || worker.state === "activated") work(false);
          if (worker.state === "activated") show();
        });
        if (worker?.state === "activated") show();
      } catch {
        work(false);
        say(FAILED.failed);
      }
    });

    sheets.addEventListener("click", async () => {
      const active = (await registered())?.active;
      if (!active) return show();
      work(true);
      say("Bezig met bewaren …");
      active.postMessage("sheets");
    });

    wipe.addEventListener("click", async () => {
      await (await registered())?.unregister();
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(`handboek ${root.pathname} `)).map((name) => caches.delete(name)));
      await show();
      say("Het handboek is van dit apparaat gehaald. Je projecten staan er nog.");
      keep.focus();
    });

    await show();
  }

  start();
}
