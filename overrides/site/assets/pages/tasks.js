// Mijn projecten: which role does a point, and by which day. Where nobody and nothing is filled in, a point stays as it was.
"use strict";

{
  const { el, one, all } = Elements;
  const { store, edit, project } = Projects;
  const { points, roles, role } = ProjectsTalk;
  const box = one("[data-tasks]");

  /** @param {Task | undefined} task */
  const inWords = (task) =>
    task ? [role(task.who), task.day ? `uiterlijk ${Dates.inWords(task.day)}` : ""].filter(Boolean).join(", ") : "";

  /** @param {string} key @param {Partial<Task>} part */
  const change = (key, part) =>
    edit((mine) => {
      mine.tasks[key] = { ...{ who: "", day: "" }, ...mine.tasks[key], ...part };
    });

  /** The fields of a point, in the place of its button. @param {string} key @param {HTMLElement} place */
  const open = (key, place) => {
    const { who = "", day = "" } = project().tasks[key] ?? {};
    const id = `taak-${Hashes.of(key)}`;
    const select = el(
      "select",
      { id: `${id}-wie` },
      el("option", { value: "" }, "nog niemand"),
      ...Object.entries(roles).map(([slug, name]) => el("option", { value: slug }, name)),
    );
    select.value = who;
    const date = el("input", { type: "date", id: `${id}-dag`, value: day });
    select.addEventListener("change", () => change(key, { who: select.value }));
    date.addEventListener("change", () => {
      if (date.value === "" || Dates.isDay(date.value)) change(key, { day: date.value });
    });
    const done = Elements.button("Klaar", { class: "button small" }, () => {
      place.replaceChildren(shut(key, place));
      one("button", place).focus();
    });
    place.replaceChildren(
      el("label", { for: select.id }, "Wie"),
      select,
      el("label", { for: date.id }, "Uiterlijk"),
      date,
      done,
    );
    select.focus();
  };

  /** @param {string} key @param {HTMLElement} place */
  const shut = (key, place) => {
    const words = inWords(project().tasks[key]);
    return Elements.button(
      words || "Wie en wanneer",
      { class: "button small", "aria-label": `${words || "Wie en wanneer"}: ${points.get(key)}` },
      () => open(key, place),
    );
  };

  /** The place beside each point. */
  const places = all("[data-checklist]").flatMap((checklist) =>
    all("[data-item]", checklist).map((item) => {
      const place = el("span", { class: "task screen-only" });
      item.append(place);
      return { key: `${checklist.dataset.checklist}#${item.dataset.item}`, place };
    }),
  );

  /** The address of the step of a point. @param {string} key */
  const address = (key) => (location.protocol === "file:" ? "" : Site.at(key.split("#")[0]));

  one("[data-tasks-calendar]", box).addEventListener("click", () => {
    const { name } = project();
    const named = structuredClone(project());
    for (const task of Object.values(named.tasks)) task.who = role(task.who);
    Files.give(
      `${Slugs.slug(name, "project")}-punten.ics`,
      "text/calendar",
      Plan.taskCalendar(
        store.value.current,
        named,
        (key) => ({ words: points.get(key) ?? "", address: address(key) }),
        new Date(),
      ),
    );
  });

  store.listen(() => {
    for (const { key, place } of places)
      if (!place.contains(document.activeElement)) place.replaceChildren(shut(key, place));
    const today = Dates.today();
    const open = Plan.tasks(project()).filter(({ key, who, day, done }) => !done && points.has(key) && (who || day));
    box.hidden = !open.length;
    one("[data-tasks-calendar]", box).toggleAttribute("disabled", !open.some(({ day }) => day));
    one("ul", box).replaceChildren(
      ...open.map(({ key, who, day }) =>
        el(
          "li",
          {},
          el("strong", {}, day ? `${Dates.inWords(day)}${day < today ? " (te laat)" : ""}` : "Geen dag"),
          `${who ? `, ${role(who)}` : ""}: `,
          el("a", { href: Site.at(key.split("#")[0]) }, points.get(key) ?? ""),
        ),
      ),
    );
  });
}
