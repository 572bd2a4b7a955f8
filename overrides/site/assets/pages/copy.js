// A copy of the projects as a file, where the browser keeps nothing: to save before somebody leaves, and to go on with.
"use strict";

{
  const { one, all } = Elements;
  const { store, project, give } = Projects;

  /** Nothing here is told by what its tool is called. */
  const NAMELESS = { meter: null, planner: null, scan: null, estimate: null, round: null };

  /** Whether something was done here that goes with this page, and that no file has. */
  const loose = () => ["full", "newer", "page"].includes(store.notice) && ProjectStore.unsaved(store.value);

  /** @param {Event} event */
  const warn = (event) => event.preventDefault();

  // Only while it is needed: a page that may ask is one that a browser does not keep for who goes back.
  store.listen(() => {
    if (loose()) window.addEventListener("beforeunload", warn);
    else window.removeEventListener("beforeunload", warn);
  });

  /** Go on with the projects of a file, beside what is here. @param {File} file @param {(words: string) => void} say */
  const open = async (file, say) => {
    try {
      if (typeof Personal === "undefined") await Scripts.load("personal.js");
      if (typeof Exchange === "undefined") await Scripts.load("exchange.js");
    } catch {
      return say("Dat lukte niet: er is geen verbinding. Er is niets veranderd.");
    }
    try {
      const [[, given]] = await Exchange.opened([file], (text) => Exchange.read(text, MOVED, NAMELESS, Personal.find));
      const before = project().name;
      const busy = ProjectStore.unsaved(store.value);
      store.change((state) => {
        for (const one of given) {
          const { id } = Exchange.meet(state, one, NAMELESS);
          ProjectStore.receive(state, id ? Exchange.together(state, one, id) : one.events);
        }
        const { home } = Journal.seen(state.events, state.moved);
        state.current =
          given.map((one) => home(one.id)).find((id) => Object.hasOwn(state.projects, id)) ?? state.current;
      });
      const { name } = project();
      const left = given.flatMap((one) => one.left).length;
      say(
        [
          `${name} is geopend.`,
          ...(left ? [`Weggelaten: ${Counts.of(left, "tekst", "teksten")} met een gegeven van een mens.`] : []),
          ...(busy && before !== name ? [`Wat je hier al deed, staat bij ${before}.`] : []),
          "Bewaar een nieuwe kopie voor je weggaat.",
        ].join(" "),
      );
    } catch (error) {
      say(Exchange.reason(error));
    }
  };

  all("[data-copy]").forEach((place) => {
    const said = one("[data-copy-said]", place);
    const [save, choose] = [one("[data-copy-save]", place), one("[data-copy-open]", place)];
    /** @param {string} words */
    const say = (words) => {
      said.textContent = words;
    };
    // What somebody typed here was refused where it is personal.
    save.addEventListener("click", () => {
      const ids = ProjectStore.ids(store.value);
      const name = give(ids, ProjectStore.eventsOf(store.value, ids), project().name, place.dataset.copy);
      say(`${name} staat bij je downloads.`);
    });
    const input = /** @type {HTMLInputElement} */ (one("input", choose));
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      if (file) await open(file, say);
      input.value = "";
    });
    store.listen(({ current }) => {
      const { notice } = store;
      save.hidden = !current;
      choose.hidden = !["visit", "page"].includes(notice);
      place.hidden = ["", "damaged"].includes(notice) || (save.hidden && choose.hidden);
    });
  });
}
