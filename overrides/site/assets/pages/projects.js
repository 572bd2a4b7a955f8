// Mijn projecten: a name for each project, several side by side; export, import, print, wipe, and wipe undone.
"use strict";

{
  const { el, one, all } = Elements;
  const { store, use } = Projects;
  const list = one("[data-projects]");
  const said = one("[data-projects-said]");
  /** What the tools of this method are called. @type {ToolWords} */
  const tools = JSON.parse(list.dataset.projects ?? "");
  const points = all("[data-checklist]").flatMap((checklist) =>
    all("[data-item]", checklist).map((item) => `${checklist.dataset.checklist}#${item.dataset.item}`),
  );
  one("[data-projects-tools]").hidden = false;

  /** Say something, with a button where there is something to do. @param {string} words @param {string} [act] @param {() => void} [action] */
  const say = (words, act, action) => {
    said.replaceChildren(words);
    if (!act || !action) return;
    const made = Elements.button(act, { class: "button small" }, action);
    said.append(" ", made);
    made.focus();
  };

  /** Say something that can be undone. @param {string} words @param {() => void} undo */
  const sayWithUndo = (words, undo) =>
    say(words, "Zet terug", () => {
      undo();
      say("Teruggezet.");
      list.querySelector("button")?.focus();
    });

  /** @param {[string, Project][]} projects @param {string} name */
  const save = (projects, name) =>
    Files.give(
      `${Slugs.slug(name, "project")}-${Dates.today()}.json`,
      "application/json",
      Exchange.text(projects, Dates.today()),
    );

  /** @param {string} words @param {() => void} action @param {string} about */
  const button = (words, action, about) =>
    Elements.button(words, { class: "button small", "aria-label": `${words}: ${about}` }, action);

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
      const wanted = ProjectStore.cleaned(name.value);
      if (!wanted) {
        name.value = project.name;
        return say("Een project heeft een naam nodig. De oude naam is gebleven.");
      }
      store.change(({ projects, ...state }) => {
        if (Object.hasOwn(projects, id)) projects[id].name = ProjectStore.free({ projects, ...state }, wanted, id);
      });
      sayTaken(wanted, id);
    });
    const done = points.filter((key) => Object.hasOwn(project.ticks, key)).length;
    const facts = [`${done} van ${points.length} punten`];
    const { tenants } = Meter.sum(project.meter);
    if (tools.meter && tenants) facts.push(`${tenants} ${tools.meter.counts.many} op ${tools.meter.called}`);
    if (tools.planner && Dates.isDay(project.plan.start))
      facts.push(`${tools.planner.zero} ${Dates.inWords(project.plan.start)}`);
    const scans = Object.keys(project.scan).filter((moment) => Object.keys(project.scan[moment]).length);
    const named = (/** @type {string} */ id) => tools.scan?.moments.find((moment) => moment.id === id)?.name ?? id;
    if (tools.scan && scans.length) facts.push(`${tools.scan.title.toLowerCase()} ${scans.map(named).join(", ")}`);
    const chosen = el("input", { type: "radio", name: "huidig", id: `kies-${id}`, value: id });
    chosen.checked = current;
    chosen.addEventListener("change", () => use(id));
    return el(
      "li",
      { class: current ? "project current" : "project" },
      el("p", { class: "project-name" }, el("label", { for: name.id }, "Naam"), name),
      el("p", { class: "project-use" }, chosen, el("label", { for: chosen.id }, "Hier werk ik nu aan")),
      el("p", { class: "note" }, `${facts.join("; ")}.`),
      el(
        "p",
        { class: "buttons" },
        button("Exporteer", () => save([[id, project]], project.name), project.name),
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
    );
  };

  /** @param {string} id */
  const wipe = (id) => {
    const project = store.value.projects[id];
    const before = store.value.current;
    store.change((state) => {
      delete state.projects[id];
      if (state.current === id) state.current = Object.keys(state.projects)[0] ?? "";
    });
    sayWithUndo(`${project.name} is gewist.`, () =>
      store.change((state) => ProjectStore.add(state, id, project, before === id)),
    );
  };

  /** Two projects never bear one name, and nobody gets another name unnoticed. @param {string} wanted @param {string} id */
  const sayTaken = (wanted, id) => {
    const { name } = store.value.projects[id] ?? { name: wanted };
    if (name !== wanted) say(`Er is al een project dat ${wanted} heet. Dit project heet nu ${name}.`);
  };

  store.listen((state) => {
    // The list is drawn anew: the keyboard stays where it was, and so does what somebody is typing.
    const held = /** @type {HTMLInputElement | null} */ (document.activeElement);
    const typing = held?.type === "text" && list.contains(held) ? held : null;
    const projects = Object.entries(state.projects);
    list.replaceChildren(...projects.map(([id, project]) => card(id, project, id === state.current)));
    one("[data-projects-empty]").hidden = projects.length > 0;
    one("[data-projects-all]").hidden = projects.length === 0;
    const same = held?.id
      ? /** @type {HTMLInputElement | null} */ (list.querySelector(`[id="${CSS.escape(held.id)}"]`))
      : null;
    if (same && typing && same.value !== typing.value) {
      same.replaceWith(typing); // with its caret, and with what it still has to say when it is left
    }
    (typing && same ? typing : same)?.focus();
    showAside();
  });

  const form = /** @type {HTMLFormElement} */ (one("[data-project-new]"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (one("input", form));
    const wanted = ProjectStore.cleaned(field.value);
    if (!wanted) return field.focus();
    const id = BrowserStorage.unique();
    store.change((state) => ProjectStore.add(state, id, ProjectStore.project(wanted)));
    const { name } = store.value.projects[id];
    const taken = name === wanted ? "" : `Er is al een project dat ${wanted} heet. `;
    say(`${taken}${name} staat erbij. Vinkjes die je nu zet, horen bij dit project.`);
    field.value = "";
  });

  one("[data-export-all]").addEventListener("click", () => save(Object.entries(store.value.projects), "projecten"));
  one("[data-wipe-all]").addEventListener("click", () => {
    const { current, projects } = structuredClone(store.value);
    store.change((state) => {
      Object.assign(state, { current: "", projects: {} });
    });
    if (store.key !== ProjectStore.KEY) store.drop(ProjectStore.KEY); // what was taken over from before goes too
    sayWithUndo("Alle projecten zijn gewist.", () =>
      store.change((state) =>
        Object.entries(projects).forEach(([id, project]) => ProjectStore.add(state, id, project, id === current)),
      ),
    );
  });

  // Reading a file. What is here already is never changed without being asked.

  const asking = one("[data-import-ask]");

  /** Add a project under a name of its own, and stay with the one that is worked on. @param {Given} given @param {string} [as] */
  const take = ({ id, ...project }, as = id || BrowserStorage.unique()) => {
    store.change((state) => ProjectStore.add(state, as, project, false));
    return as;
  };

  /** Ask what to do with a project that is here already and differs. @param {Meeting} meeting */
  const ask = ({ given, id, differs }) => {
    const ours = store.value.projects[id];
    const part = el("li", {}, el("p", {}, `${ours.name} staat er al, en is niet hetzelfde: ${differs.join("; ")}.`));
    /** @param {string} words @param {() => void} action */
    const answer = (words, action) =>
      button(
        words,
        () => {
          part.remove();
          asking.hidden = !asking.querySelector("li");
          action();
        },
        ours.name,
      );
    const { id: _, ...project } = given;
    const before = structuredClone(ours);
    /** @param {Project} next */
    const put = (next) =>
      store.change((state) => {
        state.projects[id] = { ...next, name: ProjectStore.free(state, next.name, id) };
      });
    part.append(
      el(
        "p",
        { class: "buttons" },
        answer("Vervang", () => {
          put(project);
          sayWithUndo(`${ours.name} is vervangen door wat in het bestand staat.`, () => put(before));
        }),
        answer("Zet ernaast", () => {
          const beside = take(given, BrowserStorage.unique());
          say(`Het project uit het bestand heet hier ${store.value.projects[beside].name}.`);
        }),
        answer("Laat zo", () => say(`${ours.name} is gebleven zoals het was.`)),
      ),
    );
    return part;
  };

  /** @param {Given[]} projects */
  const receive = (projects) => {
    one("ul", asking).replaceChildren();
    const [added, equal] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
    for (const given of projects) {
      const meeting = Exchange.meet(store.value, given, tools);
      if (!meeting.id) added.push(take(given));
      else if (!meeting.differs.length) equal.push(given.name);
      else one("ul", asking).append(ask(meeting));
    }
    const names = added.map((id) => store.value.projects[id].name);
    const words = [];
    if (names.length)
      words.push(
        names.length === 1
          ? `1 project gelezen: ${names[0]}.`
          : `${names.length} projecten gelezen: ${names.join(", ")}.`,
      );
    if (equal.length)
      words.push(
        `${equal.join(", ")} ${equal.length === 1 ? "staat" : "staan"} er al, precies zo. Daar is niets veranderd.`,
      );
    const asks = one("ul", asking).childElementCount;
    asking.hidden = !asks;
    if (asks)
      words.push(
        asks === 1
          ? "1 project staat er al en is anders. Kies hieronder wat je wilt."
          : `${asks} projecten staan er al en zijn anders. Kies hieronder wat je wilt.`,
      );
    const [first] = added;
    if (asks || !first || store.value.current === first) {
      say(words.join(" "));
      if (asks) one("button", asking).focus();
      return;
    }
    words.push(`Je werkt nog aan ${store.value.projects[store.value.current].name}.`);
    say(words.join(" "), `Werk aan ${names[0]}`, () => {
      use(first);
      say(`Je werkt nu aan ${names[0]}.`);
    });
  };

  const file = /** @type {HTMLInputElement} */ (one("[data-import]"));
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    try {
      Exchange.weigh(chosen.size);
      receive(Exchange.read(await chosen.text(), MOVED, tools));
    } catch (error) {
      say(error instanceof Unreadable ? error.message : "Dit bestand is niet te lezen. Er is niets veranderd.");
    }
    file.value = "";
  });

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
