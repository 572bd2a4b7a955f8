// What the pages share that keep something: the store, the choice of a project, notices and small helps.
"use strict";

const Tools = (() => {
  const store = Store.open(Kept.storageOf(window), MOVED);
  store.follow(window);

  /** @type {Record<Notice, string>} */
  const NOTICES = {
    "": "",
    damaged: "Wat op dit apparaat stond, was niet te lezen. Het is apart gezet, niet weggegooid. Kijk bij Mijn projecten.",
    newer: "Wat op dit apparaat staat, komt uit een nieuwere uitgave van dit handboek. Laad de bladzijde opnieuw. Tot dan bewaart deze bladzijde niets.",
    full: "Je apparaat heeft geen ruimte meer. Wat je nu doet, is niet bewaard. Maak ruimte, of exporteer je project.",
    visit: "Dit venster mag niets bewaren. Wat je doet, blijft tot je het sluit. Exporteer je project als je het wilt houden.",
    page: "Deze browser laat niets bewaren. Wat je doet, blijft tot je deze bladzijde verlaat. Exporteer of print het als je het wilt houden.",
  };

  /** An element with attributes and what is in it.
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} name @param {Record<string, string>} [attributes] @param {...(Node | string)} inside
   * @returns {HTMLElementTagNameMap[T]} */
  const el = (name, attributes = {}, ...inside) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...inside);
    return made;
  };

  /** An element of a drawing. @param {string} name @param {Record<string, string | number>} attributes @param {...(Node | string)} inside */
  const svg = (name, attributes, ...inside) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
    made.append(...inside);
    return made;
  };

  /** Whether a picture has the width of a phone; pages draw again when that changes. */
  const narrow = window.matchMedia("(max-width: 600px)");

  /** Show a picture; where it is wider than its place, the keyboard can scroll it.
   * @param {HTMLElement} place @param {...(Node | string)} inside */
  const figure = (place, ...inside) => {
    place.replaceChildren(...inside);
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
    else place.removeAttribute("tabindex");
  };

  /** The one element that fits, which the page is known to have.
   * @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T} */
  const one = (selector, within = document) => {
    const found = within.querySelector(selector);
    if (!found) throw new Error(`Niet op deze bladzijde: ${selector}`);
    return /** @type {T} */ (found);
  };

  /** All elements that fit. @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T[]} */
  const all = (selector, within = document) => /** @type {T[]} */ (Array.from(within.querySelectorAll(selector)));

  /** Today, where the reader is. */
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  /** Give the reader a file. @param {string} name @param {string} type @param {string | Blob} content */
  const download = (name, type, content) => {
    const link = el("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  /** A name as part of a file's name. @param {string} name */
  const slug = (name) =>
    name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "project";

  /** The project that is worked on, to read only. @returns {Project} */
  const project = () => store.value.projects[store.value.current] ?? Store.project(Store.FIRST_NAME);

  /** Change the project that this page shows, whatever another tab works on. @param {(project: Project) => void} edit */
  const edit = (edit) => {
    const id = store.value.current || Kept.unique();
    store.change((state) => edit(Store.current(state, id)));
  };

  /** Work on another project. @param {string} id */
  const use = (id) => store.change((state) => { if (Object.hasOwn(state.projects, id)) state.current = id; });

  // The choice of a project, where the page has one.
  all("[data-project]").forEach((box) => {
    box.hidden = false;
    const select = /** @type {HTMLSelectElement} */ (one("select", box));
    select.addEventListener("change", () => use(select.value));
    store.listen((state) => {
      const projects = Object.entries(state.projects);
      const options = projects.length ? projects.map(([id, { name }]) => [id, name]) : [["", Store.FIRST_NAME]];
      select.replaceChildren(...options.map(([id, name]) => el("option", { value: id }, name)));
      select.value = state.current;
    });
  });
  store.listen(() => {
    all("[data-project-name]").forEach((place) => { place.textContent = project().name; });
    all("[data-notice]").forEach((place) => {
      if (place.textContent !== NOTICES[store.notice]) place.textContent = NOTICES[store.notice];
      place.hidden = !store.notice;
    });
    // What says that it is kept, says so only where that is true.
    all("[data-kept]").forEach((place) => { place.hidden = !["", "damaged"].includes(store.notice); });
  });
  all("[data-paper-head]").forEach((place) => { place.hidden = false; });
  all("[data-today]").forEach((place) => {
    place.textContent = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  });
  document.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("[data-print]")) window.print();
  });

  return { store, el, svg, narrow, figure, one, all, today, download, slug, project, edit, use };
})();
