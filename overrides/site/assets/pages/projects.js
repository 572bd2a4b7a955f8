// Mijn projecten: a name for each project, several side by side; print, delete, and bring back what was deleted.
"use strict";

{
  const { el, one } = Elements;
  const { store, use } = Projects;
  const { tools, list, points, actions, say, sayWithUndo, button, days, called, refused } = ProjectsTalk;
  one("[data-projects-tools]").hidden = false;

  /** @param {string} id @param {Project} project @param {boolean} current */
  const card = (id, project, current) => {
    const name = el("input", {
      id: `naam-${id}`,
      type: "text",
      maxlength: "80",
      value: project.name,
      autocomplete: "off",
    });
    name.addEventListener("change", () => {
      const wanted = ProjectShape.cleaned(name.value);
      const wrong = wanted ? refused(wanted) : "Een project heeft een naam nodig.";
      if (wrong) {
        name.value = project.name;
        return say(`${wrong} De oude naam is gebleven.`);
      }
      store.change((state) => {
        if (Object.hasOwn(state.projects, id)) state.projects[id].name = ProjectStore.free(state, wanted, id);
      });
      sayTaken(wanted, id);
    });
    const chosen = el("input", { type: "radio", name: "huidig", id: `kies-${id}`, value: id });
    chosen.checked = current;
    chosen.addEventListener("change", () => use(id));
    const done = ProjectStore.eventsOf(store.value, [id]).filter(({ clock }) => clock);
    return el(
      "li",
      { class: current ? "project current" : "project" },
      el("p", { class: "project-name" }, el("label", { for: name.id }, "Naam"), name),
      el("p", { class: "project-use" }, chosen, el("label", { for: chosen.id }, "Hier werk ik nu aan")),
      el("p", { class: "note" }, `${Summary.facts(project, [...points.keys()], tools, Dates.today()).join("; ")}.`),
      ...reminder(id),
      el(
        "p",
        { class: "buttons" },
        ...actions.map((make) => make(id, project)),
        button(
          "Print met vinkjes",
          () => {
            use(id);
            window.print();
          },
          project.name,
        ),
        button("Wis", () => wipe(id), project.name),
      ),
      ...(done.length
        ? [
            el(
              "details",
              { class: "project-days", id: `dagen-${id}` },
              el("summary", {}, "Wie deed wat"),
              el("ul", {}, ...days(done).slice(0, 14)),
            ),
          ]
        : []),
    );
  };

  /** That the last copy outside the browser is old. @param {string} id */
  const reminder = (id) => {
    const day = ProjectStore.uncopied(store.value, id, Dates.today());
    return day ? [el("p", { class: "notice" }, Projects.reminder(day))] : [];
  };

  /** @param {string} id */
  const wipe = (id) => {
    const { name } = store.value.projects[id];
    const before = store.value.current;
    store.change((state) => {
      delete state.projects[id];
    });
    sayWithUndo(
      `${name} is gewist. Het staat bij Gewist. Je collega's zien dat ook, zodra de projectmap bij is of zij inlezen wat je met Exporteer alles geeft.`,
      () =>
        store.change((state) => {
          ProjectStore.restore(state, id);
          if (before === id) state.current = id;
        }),
    );
  };

  /** Two projects never bear one name, and nobody gets another name unnoticed. @param {string} wanted @param {string} id */
  const sayTaken = (wanted, id) => {
    const { name } = store.value.projects[id] ?? { name: wanted };
    if (name !== wanted) say(`Er is al een project dat ${wanted} heet. Dit project heet nu ${name}.`);
  };

  store.listen((state) => {
    // The list is drawn anew: the keyboard stays where it was, and so does what somebody is typing, and what is folded open.
    const held = /** @type {HTMLInputElement | null} */ (document.activeElement);
    const typing = held?.type === "text" && list.contains(held) ? held : null;
    const open = Elements.all("details[open]", list).map(({ id }) => id);
    const projects = Object.entries(state.projects);
    list.replaceChildren(...projects.map(([id, project]) => card(id, project, id === state.current)));
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    one("[data-projects-empty]").hidden = projects.length > 0;
    one("[data-projects-all]").hidden = projects.length + state.gone.length === 0;
    const same = held?.id
      ? /** @type {HTMLInputElement | null} */ (list.querySelector(`[id="${CSS.escape(held.id)}"]`))
      : null;
    if (same && typing && same.value !== typing.value) {
      same.replaceWith(typing); // with its caret, and with what it still has to say when it is left
    }
    (typing && same ? typing : same)?.focus();
    showGone();
    showAside();
  });

  const form = /** @type {HTMLFormElement} */ (one("[data-project-new]"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (one("input", form));
    const wanted = ProjectShape.cleaned(field.value);
    if (!wanted) return field.focus();
    const wrong = refused(wanted);
    if (wrong) {
      say(`${wrong} Er is geen project bij gekomen.`);
      return field.focus();
    }
    const id = BrowserStorage.unique();
    store.change((state) => ProjectStore.add(state, id, ProjectShape.empty(wanted)));
    const { name } = store.value.projects[id];
    const taken = name === wanted ? "" : `Er is al een project dat ${wanted} heet. `;
    say(`${taken}${name} staat erbij. Vinkjes die je nu zet, horen bij dit project.`);
    field.value = "";
  });

  one("[data-wipe-all]").addEventListener("click", () => {
    const { current, copied, events } = structuredClone(store.value);
    store.change((state) => {
      Object.assign(state, { current: "", projects: {}, copied: {}, events: [], news: {} });
    });
    if (store.key !== ProjectStore.KEY) store.drop(ProjectStore.KEY); // what was taken over from before goes too
    sayWithUndo("Alle projecten zijn van dit apparaat gewist. Wat je collega's hebben, blijft bij hen.", () =>
      store.change((state) => {
        Object.assign(state, { copied });
        ProjectStore.receive(state, events);
        if (Object.hasOwn(state.projects, current)) state.current = current;
      }),
    );
  });

  /** Projects that somebody deleted: bring them back, or have them here no longer. */
  function showGone() {
    const place = one("[data-gone]");
    const { gone } = store.value;
    place.hidden = gone.length === 0;
    one("ul", place).replaceChildren(
      ...gone.map(({ id, name, day, device }) =>
        el(
          "li",
          {},
          `${name}, gewist op ${Clocks.inWords(day, Dates.today()).replace("Eerder", "een eerdere dag").replace("Dag onbekend", "een onbekende dag")}, ${called(device)}. `,
          button(
            "Zet terug",
            () => {
              store.change((state) => ProjectStore.restore(state, id));
              say(`${name} staat er weer.`);
            },
            name,
          ),
          " ",
          button(
            "Haal van dit apparaat",
            () => {
              const before = ProjectStore.eventsOf(store.value, [id]);
              store.change((state) => ProjectStore.forget(state, [id]));
              sayWithUndo(`Van ${name} staat niets meer op dit apparaat.`, () =>
                store.change((state) => ProjectStore.receive(state, before)),
              );
            },
            name,
          ),
        ),
      ),
    );
  }

  /** Stores that were damaged and set aside: save or drop them. */
  function showAside() {
    const place = one("[data-aside]");
    const found = store.aside();
    place.hidden = found.length === 0;
    one("ul", place).replaceChildren(
      ...found.map(([key, kept]) => {
        const when = Dates.stamp(Number(key.split("-").at(-1)));
        const save = () => Files.give(`${key}.txt`, "text/plain", kept);
        const drop = () => {
          store.drop(key);
          showAside();
        };
        return el(
          "li",
          {},
          `Apart gezet op ${when} `,
          button("Bewaar als bestand", save, when),
          " ",
          button("Gooi weg", drop, when),
        );
      }),
    );
  }
}
