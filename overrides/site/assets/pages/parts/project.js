// The projects of this reader, for the pages that show or change them: the store, the choice of a project, and notices.
"use strict";

const Projects = (() => {
  const { el, one, all } = Elements;
  const store = ProjectStore.open(BrowserStorage.storageOf(window), MOVED);
  store.follow(window);

  /** How somebody keeps what the browser does not. */
  const HOW = document.querySelector("[data-copy]")
    ? "Bewaar een kopie als je het wilt houden. Een kopie van eerder open je hier ook."
    : "Exporteer het als je het wilt houden. Een bestand van eerder lees je hier ook in.";

  /** @type {Record<Notice, string>} */
  const NOTICES = {
    "": "",
    damaged:
      "Wat op dit apparaat stond, was niet te lezen. Het is apart gezet, niet weggegooid. Kijk bij Mijn projecten.",
    newer:
      "Wat op dit apparaat staat, komt uit een nieuwere uitgave van dit handboek. Laad de bladzijde opnieuw. Tot dan bewaart deze bladzijde niets.",
    full: "Je apparaat heeft geen ruimte meer. Wat je nu doet, is nog niet bewaard. Maak ruimte, en laat deze bladzijde open: dan bewaart ze het alsnog.",
    visit: `Dit venster mag niets bewaren. Wat je doet, blijft tot je het sluit. ${HOW}`,
    page: `Deze browser laat niets bewaren. Wat je doet, blijft tot je deze bladzijde verlaat. ${HOW}`,
  };

  /** The project that is worked on, to read only. @returns {Project} */
  const project = () => store.value.projects[store.value.current] ?? ProjectShape.empty(ProjectShape.FIRST_NAME);

  /** Change the project that this page shows, whatever another tab works on. @param {(project: Project) => void} edit */
  const edit = (edit) => {
    const id = store.value.current || BrowserStorage.unique();
    store.change((state) => edit(ProjectStore.current(state, id)));
  };

  /** Work on another project. @param {string} id */
  const use = (id) =>
    store.change((state) => {
      if (Object.hasOwn(state.projects, id)) state.current = id;
    });

  /** That what was done here is in no copy, or in an old one. @param {string} day of the last copy, or `never` */
  const reminder = (day) =>
    `${day === "never" ? "Van dit project is nog geen kopie buiten deze browser." : `De laatste kopie buiten deze browser is van ${Dates.inWords(day)}.`} Exporteer het, of zet het in een projectmap. Anders ben je alles kwijt als dit apparaat stukgaat.`;

  /** Give projects as a file. @param {string[]} ids @param {Happening[]} events @param {string} name
   * @param {string} [tool] of whose page it comes @returns {string} what the file is called */
  const give = (ids, events, name, tool = "") => {
    const today = Dates.today();
    const file = `${[Slugs.slug(name, "project"), tool, today].filter(Boolean).join("-")}.json`;
    Files.give(file, "application/json", ProjectStore.file(events, today));
    store.change((state) => ProjectStore.copy(state, ids, today));
    return file;
  };

  // The choice of a project, where the page has one.
  all("[data-project]").forEach((box) => {
    box.hidden = false;
    const select = /** @type {HTMLSelectElement} */ (one("select", box));
    select.addEventListener("change", () => use(select.value));
    store.listen((state) => {
      const projects = Object.entries(state.projects);
      const options = projects.length ? projects.map(([id, { name }]) => [id, name]) : [["", ProjectShape.FIRST_NAME]];
      select.replaceChildren(...options.map(([id, name]) => el("option", { value: id }, name)));
      select.value = state.current;
    });
  });
  store.listen(() => {
    all("[data-project-name]").forEach((place) => {
      place.textContent = project().name;
    });
    all("[data-notice]").forEach((place) => {
      if (place.textContent !== NOTICES[store.notice]) place.textContent = NOTICES[store.notice];
      place.hidden = !store.notice;
    });
    const old = store.notice ? "" : ProjectStore.uncopied(store.value, store.value.current, Dates.today());
    all("[data-uncopied]").forEach((place) => {
      place.hidden = !old;
      one("span", place).textContent = old ? reminder(old) : "";
    });
    const clock = Clocks.mine(
      ProjectStore.eventsOf(store.value, [store.value.current]),
      Dates.today(),
      store.value.device,
    );
    all("[data-clock]").forEach((place) => {
      place.hidden = !clock;
      if (place.textContent !== clock) place.textContent = clock;
    });
    // What says that it is kept, says so only where that is true.
    all("[data-kept]").forEach((place) => {
      place.hidden = !["", "damaged"].includes(store.notice);
    });
  });
  all("[data-paper-head]").forEach((place) => {
    place.hidden = false;
  });
  all("[data-today]").forEach((place) => {
    place.textContent = Dates.inWords(Dates.today());
  });

  return { store, project, edit, use, give, reminder };
})();
