// What the parts of Mijn projecten share: what is said, what is new, and what may leave this device.
"use strict";

const ProjectsTalk = (() => {
  const { el, one, all } = Elements;
  const { store } = Projects;
  const list = one("[data-projects]");
  const said = one("[data-projects-said]");
  const news = one("[data-news]");
  /** What the tools of this method are called. @type {ToolWords} */
  const tools = JSON.parse(list.dataset.projects ?? "");

  /** The points of all checklists by their key, with their words. */
  const points = new Map(
    all("[data-checklist]").flatMap((checklist) =>
      all("[data-item]", checklist).map((item) => {
        const words = one(".item-text", item).cloneNode(true);
        /** @type {HTMLElement} */ (words).querySelectorAll(".cite, .tag").forEach((part) => part.remove());
        const text = (words.textContent ?? "").replace(/\s+/g, " ").trim();
        return /** @type {[string, string]} */ ([`${checklist.dataset.checklist}#${item.dataset.item}`, text]);
      }),
    ),
  );

  /** What somebody can do with a project beside what its own card offers. @type {((id: string, project: Project) => HTMLElement)[]} */
  const actions = [];

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

  /** @param {string} words @param {() => void} action @param {string} about */
  const button = (words, action, about) =>
    Elements.button(words, { class: "button small", "aria-label": `${words}: ${about}` }, action);

  /** What each role is called, by its slug. @type {Record<string, string>} */
  const roles = JSON.parse(one("[data-tasks]").dataset.tasks ?? "");
  /** @param {string} slug */
  const role = (slug) => (Object.hasOwn(roles, slug) ? roles[slug] : slug);
  /** @type {Named} */
  const named = { point: (key) => points.get(key) ?? "", role };

  /** What a device is called. @param {string} device @param {Record<string, string>} [labels] those of a file that is not taken in yet */
  const called = (device, labels = store.value.labels) => {
    if (device === store.value.device) return labels[device] ? `${labels[device]} (dit apparaat)` : "dit apparaat";
    return labels[device] || "een ander apparaat";
  };

  /** What was done, by day and device. @param {Change[]} events @param {Record<string, string>} [labels] */
  const days = (events, labels) =>
    News.byDay(events).flatMap(({ day, device, old, events: done }) => {
      const words = Told.inWords(done, tools, named);
      if (!words.length) return [];
      const who = old ? "uit een eerder bestand" : called(device, labels);
      return [
        el("li", {}, el("strong", {}, `${Clocks.inWords(day, Dates.today())}, ${who}:`), ` ${words.join("; ")}.`),
      ];
    });

  /** What others did that will not count here, as ours is later: theirs and what stays. @param {Happening[]} theirs
   * @param {Happening[]} [arriving] theirs with what makes two projects one */
  const overruled = (theirs, arriving = theirs) => {
    const { events, moved } = store.value;
    return Told.inWords(News.overruled(events, theirs, Journal.merged(events, arriving), moved, tools), tools, named);
  };

  /** Take in what others did, and tell what it changed here. @param {Happening[]} events @returns {boolean} whether there was anything */
  const receive = (events) => {
    const before = store.value.events;
    const fresh = Journal.unknown(before, events);
    if (!fresh.length) return false;
    store.change((state) => {
      const { events: were } = state;
      ProjectStore.receive(state, fresh);
      ProjectStore.arrive(state, News.between(were, state.events, state.moved, tools));
    });
    return Object.keys(News.between(before, store.value.events, store.value.moved, tools)).length > 0;
  };

  // What is new stays until somebody says to have seen it, or puts it back.
  store.listen((state) => {
    const told = Object.entries(News.waiting(state, tools)).flatMap(([id, changed]) => {
      const { projects, gone } = state;
      const name = projects[id]?.name ?? gone.find((one) => one.id === id)?.name;
      if (!name || !changed.length) return [];
      const back = state.news[id].filter((arrival) => arrival.length > 2).length;
      return [
        el("h3", {}, name),
        el("ul", {}, ...days(changed)),
        ...(back && back < state.news[id].length
          ? [el("p", { class: "note" }, "Tekst die is verbeterd, en wat uit de ronde is weggehaald, komt niet terug.")]
          : []),
        el(
          "p",
          { class: "buttons" },
          button("Gezien", () => seen(id), name),
          ...(back
            ? [
                " ",
                button(
                  "Zet terug",
                  () => {
                    store.change((now) => ProjectStore.putBack(now, id));
                    say("Teruggezet. Ook je collega's krijgen dat, zodra zij inlezen wat je geeft.");
                    list.querySelector("button")?.focus();
                  },
                  name,
                ),
              ]
            : []),
        ),
      ];
    });
    one("[data-news-list]", news).replaceChildren(...told);
    news.hidden = !told.length;
  });

  /** @param {string} id */
  const seen = (id) => {
    store.change((state) => {
      delete state.news[id];
    });
    list.querySelector("button")?.focus();
  };

  /** That clocks are ahead, of those who wrote these. @param {Happening[]} events */
  const clocks = (events) => Clocks.said(events, Dates.today(), store.value.device);

  /** The events of projects that may leave this device; nothing where they hold something personal, which is said.
   * @param {string[]} ids @returns {Happening[] | null} */
  const shareable = (ids) => {
    const events = ProjectStore.eventsOf(store.value, ids);
    const wrong = Exchange.personal(events, Personal.find);
    if (!wrong.length) return events;
    const [{ value, field, found }] = wrong;
    const gone = ProjectStore.eventsOf(
      store.value,
      store.value.gone.map(({ id }) => id),
    );
    const how = Exchange.personal(gone, Personal.find).some((one) => one.value === value)
      ? " Het staat in een project bij Gewist. Zet dat terug en verbeter het, of haal het van dit apparaat."
      : "";
    say(
      `Dit gaat niet mee: “${value}”, ${Exchange.where(field, tools)}. ${found.sort.what} ${found.sort.help}${how} Tot dan gaat er niets van dit apparaat af.`,
    );
    return null;
  };

  /** The projects in the text of a file. @param {string} text */
  const read = (text) => Exchange.read(text, MOVED, tools, Personal.find);

  /** What was left out of files, since it is personal: what, and where. @param {[string, Given[]][]} files @returns {string[]} */
  const leftOut = (files) =>
    files.flatMap(([name, projects]) =>
      projects.flatMap(({ left, project }) =>
        left.map(
          ({ value, field, found }) =>
            `Uit ${name} is weggelaten: “${value}”, ${Exchange.where(field, tools)}${field === "name" ? "" : ` in ${project.name}`}. ${found.sort.what} De rest is gelezen. Vraag wie het bestand maakte om het weg te halen.`,
        ),
      ),
    );

  /** Why a name cannot be; nothing where it can. @param {string} name */
  const refused = (name) => {
    const [found] = Personal.find(name);
    return found ? `${found.sort.what} ${found.sort.help}` : "";
  };

  return {
    tools,
    list,
    points,
    roles,
    role,
    actions,
    say,
    sayWithUndo,
    button,
    days,
    overruled,
    called,
    receive,
    read,
    leftOut,
    clocks,
    shareable,
    refused,
  };
})();
