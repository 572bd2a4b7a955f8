// Mijn projecten: a name for each project, several side by side; export, import, print, wipe, and wipe undone.
"use strict";

{
  const { store, el, one, all, today, download, slug, MOMENTS } = Tools;
  const list = one("[data-projects]");
  const said = one("[data-projects-said]");
  const points = all("[data-checklist]").flatMap((checklist) =>
    all("[data-item]", checklist).map((item) => `${checklist.dataset.checklist}#${item.dataset.item}`),
  );
  one("[data-projects-tools]").hidden = false;

  /** Say something, with a way back where there is one. @param {string} words @param {() => void} [undo] */
  const say = (words, undo) => {
    said.replaceChildren(words);
    if (!undo) return;
    const back = el("button", { type: "button", class: "button small" }, "Zet terug");
    back.addEventListener("click", () => {
      undo();
      say("Teruggezet.");
      list.querySelector("button")?.focus();
    });
    said.append(" ", back);
    back.focus();
  };

  /** @param {Project[]} projects @param {string} name */
  const save = (projects, name) =>
    download(`${slug(name)}-${today()}.json`, "application/json", Store.exported(projects, today()));

  /** @param {string} words @param {() => void} action @param {string} about @param {string} [css] */
  const button = (words, action, about, css = "button small") => {
    const made = el("button", { type: "button", class: css, "aria-label": `${words}: ${about}` }, words);
    made.addEventListener("click", action);
    return made;
  };

  /** @param {string} id @param {Project} project @param {boolean} current */
  const card = (id, project, current) => {
    const name = el("input", { id: `naam-${id}`, type: "text", maxlength: "80", value: project.name, autocomplete: "off" });
    name.addEventListener("change", () =>
      store.change((state) => {
        const wanted = name.value.trim();
        const mine = state.projects[id];
        if (!mine || !wanted || wanted === mine.name) return;
        mine.name = "";
        mine.name = Store.free(state, wanted);
      }),
    );
    const done = points.filter((key) => Object.hasOwn(project.ticks, key)).length;
    const facts = [`${done} van ${points.length} punten`];
    const { tenants } = Meter.sum(project.meter);
    if (tenants) facts.push(`${tenants} huurders op de draagvlakmeter`);
    if (Plan.isDay(project.plan.start)) facts.push(`start van de werkzaamheden ${Plan.inWords(project.plan.start)}`);
    const scans = Object.keys(project.scan).filter((moment) => Object.keys(project.scan[moment]).length);
    if (scans.length) facts.push(`zelfscan ${scans.map((moment) => MOMENTS[moment] ?? moment).join(", ")}`);
    const use = el("input", { type: "radio", name: "huidig", id: `kies-${id}`, value: id });
    use.checked = current;
    use.addEventListener("change", () => store.change((state) => { state.current = id; }));
    return el(
      "li",
      { class: current ? "project current" : "project" },
      el("p", { class: "project-name" }, el("label", { for: name.id }, "Naam"), name),
      el("p", { class: "project-use" }, use, el("label", { for: use.id }, "Hier werk ik nu aan")),
      el("p", { class: "note" }, `${facts.join("; ")}.`),
      el(
        "p",
        { class: "buttons" },
        button("Exporteer", () => save([project], project.name), project.name),
        button("Print met vinkjes", () => { store.change((state) => { state.current = id; }); window.print(); }, project.name),
        button("Wis", () => wipe(id), project.name),
      ),
    );
  };

  /** @param {string} id */
  const wipe = (id) => {
    const project = store.state.projects[id];
    const before = store.state.current;
    store.change((state) => {
      delete state.projects[id];
      if (state.current === id) state.current = Object.keys(state.projects)[0] ?? "";
    });
    say(`${project.name} is gewist.`, () =>
      store.change((state) => {
        Store.add(state, project, id);
        if (Object.hasOwn(state.projects, before)) state.current = before;
      }),
    );
  };

  store.listen((state) => {
    const held = document.activeElement?.id; // the list is drawn anew: keep the keyboard where it was
    const projects = Object.entries(state.projects);
    list.replaceChildren(...projects.map(([id, project]) => card(id, project, id === state.current)));
    one("[data-projects-empty]").hidden = projects.length > 0;
    one("[data-projects-all]").hidden = projects.length === 0;
    if (held && list.querySelector(`[id="${held}"]`)) document.getElementById(held)?.focus();
    showAside();
  });

  const form = /** @type {HTMLFormElement} */ (one("[data-project-new]"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (one("input", form));
    if (!field.value.trim()) return field.focus();
    store.change((state) => Store.add(state, Store.project(field.value)));
    say(`${store.state.projects[store.state.current].name} staat erbij. Vinkjes die je nu zet, horen bij dit project.`);
    field.value = "";
  });

  one("[data-export-all]").addEventListener("click", () => save(Object.values(store.state.projects), "projecten"));
  one("[data-wipe-all]").addEventListener("click", () => {
    const before = structuredClone(store.state);
    store.change((state) => Object.assign(state, Store.empty()));
    say("Alle projecten zijn gewist.", () => store.change((state) => Object.assign(state, before)));
  });

  const file = /** @type {HTMLInputElement} */ (one("[data-import]"));
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    try {
      const projects = Store.imported(await chosen.text(), MOVED);
      if (!projects.length) throw new TypeError("empty");
      store.change((state) => projects.forEach((project) => Store.add(state, project)));
      say(projects.length === 1 ? "1 project gelezen." : `${projects.length} projecten gelezen.`);
    } catch (error) {
      say(
        error instanceof RangeError
          ? "Dit bestand komt uit een andere uitgave van dit handboek. Deze uitgave kan het niet lezen. Er is niets veranderd."
          : "Dit is geen bestand met projecten uit dit handboek. Er is niets veranderd.",
      );
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
        const when = new Date(Number(key.split("-").at(-1))).toLocaleString("nl-NL");
        const save = () => download(`${key}.txt`, "text/plain", kept);
        const drop = () => { store.dropAside(key); showAside(); };
        return el("li", {}, `Apart gezet op ${when} `, button("Bewaar als bestand", save, when), " ", button("Gooi weg", drop, when));
      }),
    );
  }
}
