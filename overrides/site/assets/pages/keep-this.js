// One tap keeps the handbook on this device together with the sheets of this page.
"use strict";

{
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-keep-this]"));
  const root = Site.root;

  const HERE = " Bewaard: het handboek en deze bladen. Je kunt ze lezen zonder verbinding.";

  /** @param {HTMLElement} place @param {URL} root @param {ServiceWorkerContainer} workers */
  const start = (place, root, workers) => {
    const paths = (place.dataset.keepThis ?? "").split(" ");
    /** How large all pages are together, as far as we know. */
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
        await OfflineCopy.register(workers, root);
        const { active } = await workers.ready;
        active?.postMessage({ type: "some", paths });
      } catch {
        button.disabled = false;
        said.textContent = " Deze browser kan het niet bewaren.";
      }
    });
    workers.addEventListener("message", (message) => {
      const { data } = message;
      if (!OfflineCopy.ours(message, root)) return;
      if (data.type === "state" && data.pages && (data.sheets || paths.every((path) => data.some?.includes(path)))) {
        button.hidden = true;
        said.textContent = HERE;
      }
      if (!button.disabled) return;
      if (data.type === "progress" && data.bytes) {
        const whole = data.what === "pages" && all ? ` van ${OfflineCopy.size(all)}` : "";
        said.textContent = ` Bezig met bewaren: ${OfflineCopy.size(whole ? Math.min(data.bytes, all) : data.bytes)}${whole}.`;
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

  const workers = location.protocol === "file:" ? undefined : OfflineCopy.workers();
  if (place && root && workers) start(place, root, workers);
  else if (place) place.hidden = true;
}
