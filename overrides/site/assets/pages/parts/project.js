// The projects of this reader, for the pages that show or change them: the store, the choice of a project, and notices.
"use strict";

const Projects = (() => {
  const { el, one, all } = Elements;
  const store = ProjectStore.open(BrowserStorage.storageOf(window), MOVED);
  store.follow(window);

  /** @type {Record<Notice, string>} */
  const NOTICES = {
    "": "",
    damaged:
      "Wat op dit apparaat stond, was niet te lezen. Het is apart gezet, niet weggegooid. Kijk bij Mijn projecten.",
    newer:
      "Wat op dit apparaat staat, komt uit een nieuwere uitgave van dit handboek. Laad de bladzijde opnieuw. Tot dan bewaart deze bladzijde niets.",
    full: "Je apparaat heeft geen ruimte meer. Wat je nu doet, is nog niet bewaard. Maak ruimte, en laat deze bladzijde open: dan bewaart ze het alsnog.",
    visit:
      "Dit venster mag niets bewaren. Wat je doet, blijft tot je het sluit. Exporteer je project bij Mijn projecten als je het wilt houden.",
    page: document.querySelector("[data-export-all]")
      ? "Deze browser laat niets bewaren. Wat je doet, blijft tot je deze bladzijde verlaat. Exporteer of print het als je het wilt houden."
      : document.querySelector("[data-copy]")
        ? "Deze browser laat niets bewaren. Wat je doet, blijft tot je deze bladzijde verlaat. Print haar of bewaar een kopie als je het wilt houden."
        : "Deze browser laat niets bewaren. Wat je doet, blijft tot je deze bladzijde verlaat. Print haar als je het wilt houden.",
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

  /** Give projects as a file. @param {string[]} ids @param {Happening[]} events @param {string} name */
  const give = (ids, events, name) => {
    const today = Dates.today();
    Files.give(`${Slugs.slug(name, "project")}-${today}.json`, "application/json", ProjectStore.file(events, today));
    store.change((state) => ProjectStore.copy(state, ids, today));
  };

  // A copy where the browser keeps nothing: what somebody typed here was refused where it is personal.
  all("[data-copy] button").forEach((copy) =>
    copy.addEventListener("click", () => {
      const { current } = store.value;
      give([current], ProjectStore.eventsOf(store.value, [current]), project().name);
    }),
  );

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
    all("[data-copy]").forEach((place) => {
      place.hidden = !["full", "visit", "page"].includes(store.notice) || !store.value.current;
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
