// Says once on a device that the handbook can be kept for where there is no signal, also where nobody answers.
"use strict";

{
  /** @param {string | null} text @returns {{value: {said: string}, notice: Notice}} */
  const read = (text) => {
    try {
      return { value: { said: String(JSON.parse(text ?? "{}").said ?? "") }, notice: "" };
    } catch {
      return { value: { said: "" }, notice: "damaged" };
    }
  };

  const offer = () => {
    if (navigator.serviceWorker.controller || !navigator.onLine) return; // it is kept already, or cannot be now
    const place = BrowserStorage.storageOf(window);
    if (!place.storage) return; // then it would be offered on every page
    const store = BrowserStorage.open("aanbod", place, read);
    if (store.value.said) return;
    store.change((value) => {
      value.said = Dates.today();
    });
    if (store.notice === "full") return; // no room to remember it, and none for the handbook
    const box = Elements.el(
      "p",
      { class: "new-edition", role: "status" },
      Elements.el("span", {}, "Straks geen bereik?"),
    );
    box.append(
      Elements.el("a", { class: "button", href: Site.at("onderweg/") }, "Bewaar het handboek"),
      " ",
      Elements.button("Niet nu", { class: "button" }, () => box.remove()),
    );
    document.body.append(box);
  };

  try {
    if (Site.root && "serviceWorker" in navigator) offer();
  } catch {
    // a browser that lets no site keep anything is offered nothing
  }
}
