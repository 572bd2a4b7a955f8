// The page on which somebody fills in once who they are and whom they call.
"use strict";

{
  const form = Elements.one("[data-own-details]");
  const said = Elements.one("[data-own-said]");
  const store = OwnDetails.open();
  const fields = /** @type {HTMLInputElement[]} */ (Elements.all("input", form));

  /** What there is to say where this is not kept, or not as somebody thinks. @type {Record<Notice, string>} */
  const NOTICES = {
    "": "",
    damaged: "Wat hier stond, was niet te lezen. Het is apart gezet. Vul het opnieuw in.",
    newer: "Wat hier stond, komt uit een nieuwere uitgave. Laad de bladzijde opnieuw. Tot dan bewaart zij niets.",
    full: "Je apparaat is vol: dit is niet bewaard. Maak ruimte, en vul het opnieuw in.",
    visit: "Je browser bewaart dit tot je dit venster sluit.",
    page: "Je browser bewaart niets: dit geldt tot je de bladzijde sluit. Schrijf het op je zakkaart.",
  };

  /** Say it once, and not at each letter. @param {string} [otherwise] where there is nothing to say */
  const tell = (otherwise = "") => {
    const words = (store.notice === "damaged" && otherwise) || NOTICES[store.notice] || otherwise;
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

  /** What was there before it was wiped. @type {Record<string, string>} */
  let before = {};
  Elements.one("[data-own-wipe]").addEventListener("click", () => {
    before = { ...store.value.details };
    store.change((value) => {
      value.details = {};
    });
    const undo = Elements.button("Zet terug", { class: "button small" }, () => {
      store.change((value) => {
        value.details = { ...before };
      });
      tell("Bewaard op dit apparaat.");
      fields[0].focus();
    });
    said.replaceChildren("Gewist. ", undo);
  });

  tell();
  store.follow(window);
  store.listen(({ details }) => {
    for (const field of fields) {
      const known = details[field.name] ?? "";
      if (OwnDetails.cleaned(field.value) !== known) field.value = known;
    }
  });
}
