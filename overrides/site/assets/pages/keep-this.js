// One tap keeps the handbook on this device together with the sheets of this page.
"use strict";

{
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-keep-this]"));
  const root = Site.root;

  /** The browser's workers, where it has them and lets us. */
  const allowed = () => {
    try {
      return location.protocol !== "file:" && "caches" in window ? navigator.serviceWorker : undefined;
    } catch {
      return undefined;
    }
  };

  /** @param {HTMLElement} place @param {URL} root @param {ServiceWorkerContainer} workers */
  const start = (place, root, workers) => {
    const paths = (place.dataset.keepThis ?? "").split(" ");
    const said = Elements.el("span", { role: "status" });
    const button = Elements.button("Bewaar dit voor onderweg", { class: "small-button" }, async () => {
      button.disabled = true;
      said.textContent = " Bezig met bewaren …";
      try {
        await workers.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" });
        const { active } = await workers.ready;
        active?.postMessage({ type: "some", paths });
      } catch {
        button.disabled = false;
        said.textContent = " Deze browser kan het niet bewaren.";
      }
    });
    workers.addEventListener("message", ({ data, source }) => {
      if (/** @type {ServiceWorker | null} */ (source)?.scriptURL !== new URL("sw.js", root).href || !button.disabled)
        return;
      if (data.type === "progress" && data.bytes)
        said.textContent = ` Bezig met bewaren: ${(data.bytes / 1_000_000).toFixed(1).replace(".", ",")} MB.`;
      if (data.type === "some")
        said.textContent = " Bewaard: het handboek en deze bladen. Je kunt ze lezen zonder verbinding.";
      if (data.type === "failed") {
        button.disabled = false;
        said.textContent =
          data.reason === "full" ? " Je apparaat heeft geen ruimte meer." : " Het ophalen is niet gelukt.";
      }
    });
    workers.startMessages();
    place.append(button, said);
    place.hidden = false;
  };

  const workers = allowed();
  if (place && root && workers) start(place, root, workers);
}
