// What was promised at a door: fields for each promise that is open and for the next one, and those that were kept.
"use strict";

const RoundVows = (() => {
  const { el, button } = Elements;
  /** The choice of who keeps it, where that is another who wrote it on a device of his own. */
  const OTHER = "-";

  /**
   * @param {Spot} spot @param {RoundWords} words
   * @param {(change: (spot: Spot) => void) => void} edit of this spot @param {() => void} anew to show the spot again
   */
  const draw = (spot, words, edit, anew) => {
    const open = Round.open(spot);
    let sets = 0;

    /** @param {string} id */
    const without = (id) =>
      edit((mine) => {
        mine.vows = mine.vows.filter((one) => one.id !== id);
      });

    /** @param {string} id @param {string} word @param {string} about @param {() => void} action */
    const act = (id, word, about, action) =>
      button(word, { class: "button small", id: `ronde-${id}`, "aria-label": `${word}: ${about}` }, () => {
        action();
        anew();
      });

    /** The fields of one promise; what is not kept yet has a name of its own already. @param {Vow} vow */
    const fields = (vow) => {
      sets += 1;
      const end = sets > 1 ? `-${sets}` : "";
      const wrong = el("span", { class: "wrong", id: `ronde-belofte-fout${end}`, role: "alert" });
      const what = el("input", { type: "text", id: `ronde-belofte${end}`, maxlength: "60", value: vow.what });
      what.setAttribute("aria-describedby", `ronde-belofte-hulp ${wrong.id}`);
      const whose = Round.who(vow.by, vow.from, Projects.store.value);
      const others = whose !== vow.by;
      const by = el(
        "select",
        { id: `ronde-wie${end}` },
        ...(others ? [el("option", { value: OTHER }, whose)] : []),
        ...words.by.map((who) => el("option", { value: who }, who)),
      );
      by.value = others ? OTHER : vow.by || words.by[0];
      const day = el("input", {
        type: "date",
        id: `ronde-dag${end}`,
        value: vow.day || Dates.today(),
        min: "2020-01-01",
      });
      const keep = () => {
        const text = what.value.trim();
        const found = text ? Personal.find(text)[0] : undefined;
        const dayless = Boolean(text) && !Dates.isDay(day.value);
        wrong.textContent = found
          ? `${found.sort.what} ${found.sort.help} Dit is niet bewaard.`
          : dayless
            ? "Kies een dag. Tot dan is dit niet bewaard."
            : "";
        what.setAttribute("aria-invalid", String(Boolean(found)));
        day.setAttribute("aria-invalid", String(dayless));
        if (found || dayless) return;
        if (!text) return without(vow.id);
        const said = { what: text, by: by.value === OTHER ? vow.by : by.value, day: day.value };
        // Who takes it over from another that said the same of himself makes it a promise of his own.
        const before = vow.id;
        if (others && by.value === vow.by) vow = { ...vow, id: BrowserStorage.unique() };
        const { id } = vow;
        edit((mine) => {
          if (id !== before) mine.vows = mine.vows.filter((one) => one.id !== before);
          const there = mine.vows.find((one) => one.id === id);
          if (there) Object.assign(there, said);
          else mine.vows.push({ id, ...said, kept: "" });
        });
        if (id !== before) anew();
      };
      [what, by, day].forEach((field) => field.addEventListener("change", keep));
      return el(
        "fieldset",
        { class: "round-promise" },
        el("legend", {}, `Belofte ${sets}`),
        el("p", { class: "field wide" }, el("label", { for: what.id }, "Wat"), what, wrong),
        el("p", { class: "field" }, el("label", { for: by.id }, "Wie doet het"), by),
        el("p", { class: "field" }, el("label", { for: day.id }, "Uiterlijk"), day),
        ...(vow.what
          ? [
              el(
                "p",
                { class: "buttons" },
                act(`gedaan${end}`, "Gedaan", vow.what, () =>
                  edit((mine) => {
                    for (const one of mine.vows) if (one.id === vow.id) one.kept = Dates.today();
                  }),
                ),
                " ",
                act(`weg${end}`, "Haal weg", vow.what, () => without(vow.id)),
              ),
            ]
          : []),
      );
    };

    const blank = () => fields({ id: BrowserStorage.unique(), what: "", by: "", day: "", kept: "" });

    /** Room for one more, and the keyboard in it. */
    const more = () => {
      const last = box.querySelector("fieldset:last-of-type");
      const free = /** @type {HTMLInputElement} */ (last?.querySelector("input"));
      if (!free.value) return free.focus();
      const made = blank();
      last?.after(made);
      made.querySelector("input")?.focus();
    };

    const kept = spot.vows
      .filter((vow) => vow.kept)
      .map((vow, index) =>
        el(
          "li",
          {},
          `${vow.what}. Gedaan op ${Dates.inWords(vow.kept)}. `,
          act(`nagekomen-weg-${index}`, "Haal weg", vow.what, () => without(vow.id)),
        ),
      );
    const box = el(
      "details",
      open.length ? { class: "round-vow", open: "" } : { class: "round-vow" },
      el("summary", {}, "Iets beloofd?"),
      el("p", { class: "hint", id: "ronde-belofte-hulp" }, words.never),
      ...(open.length ? open.map(fields) : [blank()]),
      el("p", { class: "buttons" }, button("Nog iets beloofd", { class: "button small" }, more)),
      ...(kept.length ? [el("ul", { class: "round-tries" }, ...kept)] : []),
    );
    return { box, more };
  };

  return { draw };
})();
