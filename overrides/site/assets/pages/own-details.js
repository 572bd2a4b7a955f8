// The page on which somebody fills in once who they are and whom they call.
"use strict";

{
  const form = Elements.one("[data-own-details]");
  const said = Elements.one("[data-own-said]");
  const store = OwnDetails.open();
  const fields = /** @type {HTMLInputElement[]} */ (Elements.all("input", form));

  /** What there is to say of what cannot be kept. */
  const notice = () => {
    if (store.notice === "page") return "Je browser bewaart niets: dit geldt tot je de bladzijde sluit.";
    if (store.notice === "visit") return "Je browser bewaart dit tot je dit venster sluit.";
    if (store.notice === "full") return "Je apparaat is vol: dit is niet bewaard.";
    return "Bewaard op dit apparaat.";
  };

  form.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    store.change((value) => {
      value.details[field.name] = OwnDetails.cleaned(field.value);
    });
    said.textContent = notice();
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
      said.textContent = notice();
    });
    said.replaceChildren("Gewist. ", undo);
  });

  store.follow(window);
  store.listen(({ details }) => {
    for (const field of fields) {
      const known = details[field.name] ?? "";
      if (OwnDetails.cleaned(field.value) !== known) field.value = known;
    }
  });
}
