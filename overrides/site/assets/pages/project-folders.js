// Mijn projecten in a folder that colleagues share: each device has one file there, and reads those of the others.
"use strict";

{
  const { el, one } = Elements;
  const { store } = Projects;
  const { actions, say, button, receive, overruled, read, leftOut, clocks, shareable, refused } = ProjectsTalk;
  const box = one("[data-team]");
  const END = ".projecten.json";
  const DENIED = "De browser mag niet in deze map. Kies Werk bij, en sta het toe.";

  // What colleagues call this device.

  const label = /** @type {HTMLInputElement} */ (one("[data-device-label]", box));
  label.addEventListener("change", () => {
    const wanted = ProjectShape.cleaned(label.value);
    const wrong = wanted ? refused(wanted) : "";
    if (wrong) {
      label.value = store.value.label;
      return say(`${wrong} De oude naam van dit apparaat is gebleven.`);
    }
    store.change((state) => {
      state.label = wanted;
    });
    say(wanted ? `Je collega's zien dit apparaat als ${wanted}.` : "Dit apparaat heeft geen naam meer.");
  });
  store.listen((state) => {
    if (document.activeElement !== label) label.value = state.label;
  });

  /** The file of this device in a folder. */
  const own = () => `apparaat-${store.value.device}${END}`;

  /** Read what others put in a folder, and put there what they have not. Only somebody who taps can be asked for permission.
   * @param {Folder} folder @param {boolean} tapped */
  const update = async (folder, tapped) => {
    const { handle } = folder;
    if (!(await Folders.open(handle, tapped))) return tapped && say(DENIED);
    const files = await Folders.read(handle, END);
    /** @type {string[]} */
    const bad = [];
    /** @type {[string, Given[]][]} */
    const given = [];
    for (const [name, text] of files) {
      try {
        if (text === null) throw new Unreadable(name);
        given.push([name, read(text)]);
      } catch {
        if (name !== own()) bad.push(name); // what was half written of ours is written again
      }
    }
    const found = given.flatMap(([, projects]) => projects.flatMap(({ events }) => events));
    const stays = overruled(found);
    const fresh = receive(found);
    const left = [...leftOut(given), ...clocks(store.value.events)];
    const { home } = Journal.seen(store.value.events, store.value.moved);
    const projects = [...new Set([...folder.projects, ...found.map(({ project }) => project)].map(home))];
    const mine = shareable(projects);
    if (!mine) return;
    const there = files.get(own());
    const held = there ? readable(there) : [];
    if (mine.length && (Journal.unknown(held, mine).length || !there))
      await Folders.write(handle, own(), ProjectStore.file(mine, Dates.today()));
    await Folders.keep({ ...folder, projects, day: Dates.today() });
    store.change((state) => ProjectStore.copy(state, projects, Dates.today()));
    const said = [
      `De map ${handle.name} is bij.`,
      fresh ? "Wat er nieuw is, staat hieronder." : "Er is niets nieuws.",
      ...(bad.length ? [`Niet te lezen, en overgeslagen: ${bad.join(", ")}.`] : []),
      ...(stays.length ? [`Zo bleef het hier staan (map → hier): ${stays.join("; ")}.`] : []),
      ...left,
    ];
    if (tapped || stays.length || fresh || bad.length || left.length) say(said.join(" "));
    await show();
  };

  /** @param {string} text */
  const readable = (text) => {
    try {
      return read(text).flatMap(({ events }) => events);
    } catch {
      return [];
    }
  };

  /** A folder that somebody chooses, with a project that goes into it. @param {string} [id] */
  const choose = async (id) => {
    const handle = await Folders.pick();
    if (!handle) return;
    const known = await Folders.all();
    const same = await Promise.all(known.map((one) => one.handle.isSameEntry(handle)));
    const folder = known[same.indexOf(true)] ?? { id: BrowserStorage.unique(), handle, projects: [], day: "" };
    const projects = id ? [...new Set([...folder.projects, id])] : folder.projects;
    await update({ ...folder, projects }, true);
  };

  /** Do something with a folder; what goes wrong is said. @param {() => Promise<unknown>} action */
  const tried = (action) =>
    action().catch((error) =>
      say(
        error instanceof DOMException && error.name === "NotFoundError"
          ? "De map staat niet meer waar ze stond. Kies Open een projectmap, en wijs haar opnieuw aan. Er is niets verloren."
          : "Dat lukte niet: de map is niet te openen, of er is geen ruimte. Er is niets verloren.",
      ),
    );

  async function show() {
    const folders = await Folders.all();
    one("[data-folders]", box).replaceChildren(
      ...folders.map((folder) => {
        const { name } = folder.handle;
        const projects = folder.projects.flatMap((id) => store.value.projects[id]?.name ?? []);
        return el(
          "li",
          {},
          el("strong", {}, name),
          `: ${projects.join(", ") || "nog geen project"}. ${folder.day ? `Bijgewerkt op ${Dates.inWords(folder.day)}.` : ""} `,
          button("Werk bij", () => tried(() => update(folder, true)), name),
          " ",
          button(
            "Laat los",
            () =>
              tried(async () => {
                await Folders.drop(folder.id);
                say(`De map ${name} is losgelaten. Wat erin staat, blijft erin staan.`);
                await show();
              }),
            name,
          ),
        );
      }),
    );
  }

  // Where the browser keeps nothing, this would be another device each time.
  if (Folders.can() && !["visit", "page"].includes(store.notice)) {
    one("[data-folder-tools]", box).hidden = false;
    one("[data-folder-none]", box).hidden = true;
    actions.push((id, { name }) => button("Zet in een projectmap", () => tried(() => choose(id)), name));
    one("[data-folder-open]", box).addEventListener("click", () => tried(() => choose()));
    follow().catch(() => {}); // who asks for a folder hears what is wrong
  }

  /** What colleagues did meanwhile comes in by itself where the browser still lets us. */
  async function follow() {
    await show();
    for (const folder of await Folders.all()) await update(folder, false).catch(() => {});
  }
}
