// The page on which somebody fills in once who they are and whom they call.
"use strict";

{
  const form = Elements.one("[data-own-details]");
  const said = Elements.one("[data-own-said]");
  const store = OwnDetails.open();
  const fields = /** @type {HTMLInputElement[]} */ (Elements.all("input[type=text]", form));
  const picked = /** @type {HTMLInputElement} */ (Elements.one("[data-own-logo]", form));
  const shown = /** @type {HTMLImageElement} */ (Elements.one("[data-own-logo-shown]", form));

  /** A picture drawn again by this page, at most this wide and high: nothing of what else a file holds is kept. */
  const WIDE = 600;
  const HIGH = 300;

  /** @param {Blob} file @returns {Promise<string>} */
  const drawn = async (file) => {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, WIDE / picture.width, HIGH / picture.height);
    const canvas = Elements.el("canvas", {
      width: Math.max(1, Math.round(picture.width * scale)),
      height: Math.max(1, Math.round(picture.height * scale)),
    });
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png");
  };

  picked.addEventListener("change", async () => {
    const file = picked.files?.[0];
    if (!file) return;
    try {
      const logo = await drawn(file);
      store.change((value) => {
        value.logo = logo;
      });
      tell("Het logo is bewaard op dit apparaat.");
    } catch {
      said.textContent = "Dit bestand kan ik niet lezen als plaatje. Kies een PNG of een JPEG.";
    }
    picked.value = "";
  });

  /** Say it once, and not at each letter. @param {string} [otherwise] where there is nothing to say */
  const tell = (otherwise = "") => {
    const words = (store.notice === "damaged" && otherwise) || OwnDetails.NOTICES[store.notice] || otherwise;
    if (said.textContent !== words) said.textContent = words;
  };

  form.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    store.change((value) => {
      value.details[field.name] = OwnDetails.cleaned(field.value);
    });
    tell("Bewaard op dit apparaat.");
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /** What was there before it was wiped. @type {{details: Record<string, string>, logo: string}} */
  let before = { details: {}, logo: "" };
  Elements.one("[data-own-wipe]").addEventListener("click", () => {
    before = { details: { ...store.value.details }, logo: store.value.logo };
    store.change((value) => {
      value.details = {};
      value.logo = "";
    });
    const undo = Elements.button("Zet terug", { class: "button small" }, () => {
      store.change((value) => {
        value.details = { ...before.details };
        value.logo = before.logo;
      });
      tell("Bewaard op dit apparaat.");
      fields[0].focus();
    });
    said.replaceChildren("Gewist. ", undo);
  });

  tell();
  store.follow(window);
  store.listen(({ details, logo }) => {
    shown.hidden = !logo;
    if (logo) shown.src = logo;
    for (const field of fields) {
      const known = details[field.name] ?? "";
      if (OwnDetails.cleaned(field.value) !== known) field.value = known;
    }
  });
}
