// Mijn projecten as files: to take along, to give to a colleague, and to read those of a colleague. What is here already is never
// changed without being asked.
"use strict";

{
  const { el, one } = Elements;
  const { store, use } = Projects;
  const { tools, list, actions, say, sayWithUndo, button, days, overruled, receive, read, leftOut, clocks, shareable } =
    ProjectsTalk;

  /** @param {string[]} ids @param {string} name */
  const save = (ids, name) => {
    const events = shareable(ids);
    if (events) Projects.give(ids, events, name);
  };

  actions.push((id, { name }) => button("Exporteer", () => save([id], name), name));
  one("[data-export-all]").addEventListener("click", () => save(ProjectStore.ids(store.value), "projecten"));

  const asking = one("[data-import-ask]");

  /** What would change here if both were put together, told as it is afterwards. @param {Given} given @param {string} id */
  const gained = (given, id) => {
    const then = structuredClone(store.value);
    ProjectStore.receive(then, Exchange.together(then, given, id));
    return days(Object.values(News.between(store.value.events, then.events, then.moved, tools)).flat(), then.labels);
  };

  /** Ask what to do with a project that is here already and differs, or was deleted here.
   * @param {Meeting} meeting @param {string} file its name */
  const ask = ({ given, id, standing, differs }, file) => {
    const gone = standing === "gone";
    const { name } = gone ? given.project : store.value.projects[id];
    const told = gone
      ? `${name} is hier gewist, en staat in ${file}.`
      : `${name} staat er al${given.gone ? `, en in ${file} is het gewist` : `, en is in ${file} niet hetzelfde: ${differs.join("; ")}`}.`;
    const gains = gone ? [] : gained(given, id);
    const stays = gone ? [] : overruled(given.events, Exchange.together(store.value, given, id));
    const part = el("li", {}, el("p", {}, told));
    /** @param {string} words @param {() => void} action */
    const answer = (words, action) =>
      button(
        words,
        () => {
          part.remove();
          asking.hidden = !asking.querySelector("li");
          action();
          // The keyboard goes on with the next question, or with what is new.
          if (document.activeElement === document.body)
            [asking, one("[data-news]"), list]
              .map((place) => place.querySelector("button"))
              .find(Boolean)
              ?.focus();
        },
        name,
      );
    /** Give the project this content, as changes that colleagues get too. @param {Project} next */
    const set = (next) =>
      store.change((state) => {
        const at = Journal.seen(state.events, state.moved).home(id);
        state.projects[at] = { ...structuredClone(next), name: ProjectStore.free(state, next.name, at) };
      });
    const put = () => {
      const kept = stays.length ? ` Zo bleef het hier staan (bestand → hier): ${stays.join("; ")}.` : "";
      if (!receive(Exchange.together(store.value, given, id)))
        return say(
          kept
            ? `${name} is samengevoegd. Hier veranderde niets.${kept}`
            : `${name} is samengevoegd. Er veranderde niets: alles uit het bestand stond hier al.`,
        );
      say(
        `${name} is samengevoegd. Wat er nieuw is, staat hieronder, tot je zegt dat je het zag. Daar kun je het ook terugzetten.${kept}`,
      );
    };
    const replace = () => {
      const before = structuredClone(store.value.projects[id]);
      set(given.project);
      sayWithUndo(
        `${name} is vervangen door wat in het bestand staat. Dat telt als de laatste verandering, ook bij je collega's zodra zij dit inlezen. Zet terug kan tot je deze bladzijde verlaat.`,
        () => set(before),
      );
    };
    const beside = () => {
      const events = Exchange.beside(given);
      const as = events[0].project;
      store.change((state) => {
        ProjectStore.receive(state, events);
        state.projects[as].name = ProjectStore.free(state, given.project.name, as);
      });
      say(`Het project uit het bestand heet hier ${store.value.projects[as].name}.`);
    };
    const back = () => {
      receive(given.events);
      store.change((state) => ProjectStore.restore(state, id));
      say(`${name} staat er weer.`);
    };
    const choices = gone
      ? [answer("Zet terug", back)]
      : [
          el(
            "p",
            { class: "note" },
            gains.length
              ? `Voeg je samen, dan blijft alles van jullie beiden staan. Veranderden jullie hetzelfde, dan telt de laatste dag. Was dat op één dag, dan gaat voor wie het van de ander al had. Had niemand dat, dan kiest de bladzijde, op elk apparaat hetzelfde. Hier verandert dan dit:`
              : "Voeg je samen, dan verandert hier niets. Ook Vervang en Zet terug tellen als een verandering. Wil je wat in het bestand staat erbij? Kies Zet ernaast. Wil je het hier in de plaats? Kies Vervang.",
          ),
          ...(gains.length ? [el("ul", {}, ...gains)] : []),
          ...(stays.length
            ? [
                el(
                  "p",
                  { class: "note" },
                  "Dit zegt het bestand anders, en blijft zoals het hier staat (bestand → hier):",
                ),
                el("ul", {}, ...stays.map((one) => el("li", {}, one))),
              ]
            : []),
          answer("Voeg samen", put),
          ...(given.gone ? [] : [answer("Vervang", replace), answer("Zet ernaast", beside)]),
        ];
    part.append(
      ...choices.filter((one) => one.localName !== "button"),
      el(
        "p",
        { class: "buttons" },
        ...choices.filter((one) => one.localName === "button"),
        answer("Laat zo", () => say(`${name} is gebleven zoals het was.`)),
      ),
    );
    return part;
  };

  /** @param {[string, Given[]][]} files by their names */
  const take = (files) => {
    const projects = files.flatMap(([file, all]) => all.map((given) => ({ file, given })));
    const [added, equal, asked] = [
      /** @type {string[]} */ ([]),
      /** @type {string[]} */ ([]),
      /** @type {HTMLElement[]} */ ([]),
    ];
    for (const { file, given } of projects) {
      const met = meeting(given);
      const { id, standing } = met;
      if (standing === "new") {
        receive(given.events);
        added.push(given.id);
      } else if (standing === "equal") {
        // What was done to it counts, also where it comes to the same: what is done next comes after.
        if (!given.old) receive(Exchange.together(store.value, given, id));
        if (given.gone) added.push(id);
        else equal.push(given.project.name);
      } else asked.push(ask(met, file));
    }
    one("ul", asking).replaceChildren(...asked);
    asking.hidden = !asked.length;
    tell(added, equal, asked.length, [
      ...leftOut(files),
      ...clocks(
        Journal.merged(
          store.value.events,
          projects.flatMap(({ given }) => given.events),
        ),
      ),
    ]);
  };

  /** The project here that a given one meets; one that was put beside ours before meets that. @param {Given} given @returns {Meeting} */
  const meeting = (given) => {
    const found = Exchange.meet(store.value, given, tools);
    const events = Exchange.beside(given);
    const already = found.standing === "differs" && !Journal.unknown(store.value.events, events).length;
    return already ? { ...found, id: events[0].project, standing: "equal", given: { ...given, old: true } } : found;
  };

  /** @param {string[]} added @param {string[]} equal @param {number} asks @param {string[]} left */
  const tell = (added, equal, asks, left) => {
    const names = added.map((id) => store.value.projects[id]?.name).filter(Boolean);
    const gone = store.value.gone.filter(({ id }) => added.includes(id)).map(({ name }) => name);
    const words = [...left];
    if (gone.length)
      words.push(
        `${gone.join(", ")} ${Counts.word(gone.length, "is een gewist project", "zijn gewiste projecten")}. Kijk bij Gewist.`,
      );
    if (names.length) words.push(`${Counts.of(names.length, "project", "projecten")} gelezen: ${names.join(", ")}.`);
    if (equal.length)
      words.push(
        `${equal.join(", ")} ${Counts.word(equal.length, "staat", "staan")} er al, precies zo. Daar is niets veranderd.`,
      );
    if (asks)
      words.push(
        `${Counts.of(asks, "project staat", "projecten staan")} er al en ${Counts.word(asks, "is", "zijn")} anders. Kies hieronder wat je wilt.`,
      );
    const [first] = added;
    if (asks || !first || store.value.current === first || !names.length) {
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
    const chosen = [...(file.files ?? [])];
    if (!chosen.length) return;
    try {
      take(await Exchange.opened(chosen, read));
    } catch (error) {
      say(Exchange.reason(error));
    }
    file.value = "";
  });
}
