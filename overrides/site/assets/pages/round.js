// The page of the round: doors by their part, a screen for each of them, and what was promised. The words stand in the page.
"use strict";

{
  const { el, button, one } = Elements;
  const { store, edit, project } = Projects;
  const box = one("[data-round]");
  /** @type {RoundWords} */
  const words = JSON.parse(box.dataset.round ?? "");
  const said = one("[data-round-said]", box);
  const form = /** @type {HTMLFormElement} */ (one("[data-round-form]", box));
  box.hidden = false;

  /** @param {string} text */
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** @param {string} id @param {(spot: Spot) => void} change */
  const editSpot = (id, change) =>
    edit((mine) => {
      if (Object.hasOwn(mine.round, id)) change(mine.round[id]);
    });

  /** Where the keyboard goes when what it stood on is gone, or no longer in sight. @param {HTMLElement} [to] */
  const hold = (to) => {
    const on = document.activeElement;
    if (on && on !== document.body && on.getClientRects().length) return;
    (to ?? Elements.all(".round-spot", box)[0] ?? one("[data-round-new] summary", box)).focus();
  };

  /** Say what was done, with a way back; what found no room is not said to be done. @param {string} what @param {() => void} back */
  const undo = (what, back) => {
    const again = button("Zet terug", { class: "button small" }, () => {
      back();
      said.replaceChildren();
      hold();
    });
    const kept = !["full", "newer"].includes(store.notice);
    said.replaceChildren(`${what}${kept ? "" : " Dit is niet bewaard."} `, again);
    hold(again);
  };

  /** @param {string} id */
  const outcome = (id) => words.outcomes.find((known) => known.id === id)?.name ?? id;

  /** What a door is called where its part is not said beside it. @param {Spot} spot */
  const called = (spot) => `${spot.part} ${spot.name}`.trim();

  // One door: how it ended, and what was promised.

  /** @type {HTMLDialogElement | null} */
  let dialog = null;

  /** Room for what was promised at the door that is open. @type {(() => void) | null} */
  let promise = null;

  /** Close the screen of a door; not where something in it was not kept. @param {HTMLDialogElement} made */
  const leave = (made) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // what is half typed is kept first
    const wrong = /** @type {HTMLElement | null} */ (made.querySelector("[aria-invalid=true]"));
    if (wrong) wrong.focus();
    else made.close();
  };

  /** @param {string} id */
  const open = (id) => {
    const made = el("dialog", { class: "round-screen", "aria-labelledby": "ronde-plek" });
    made.addEventListener("cancel", (event) => {
      event.preventDefault();
      leave(made);
    });
    made.addEventListener("close", () => {
      made.remove();
      dialog = null;
      document.getElementById(`plek-${id}`)?.focus();
    });
    dialog = made;
    document.body.append(made);
    fillIn(made, id);
    made.showModal();
  };

  /** @param {HTMLDialogElement} made @param {string} id */
  const fillIn = (made, id) => {
    const spot = project().round[id];
    if (!spot) return made.close();
    const tries = spot.tries.map((one, index) =>
      el(
        "li",
        {},
        `${Dates.inWords(one.day)}, ${words.dayparts.find((part) => part.id === one.daypart)?.name ?? one.daypart}: ${outcome(one.outcome)} `,
        button("Haal weg", { class: "button small", "aria-label": `Haal weg: poging ${index + 1}` }, () => {
          editSpot(id, (mine) => {
            mine.tries = mine.tries.filter((other) => other.id !== one.id);
          });
          fillIn(made, id);
          const back = button("Zet terug", { class: "button small" }, () => {
            editSpot(id, (mine) => {
              mine.tries.push(one);
            });
            fillIn(made, id);
            document.getElementById("ronde-plek")?.focus();
          });
          Elements.one(".round-next", made).after(el("p", { class: "said" }, "Poging weggehaald. ", back));
          back.focus();
        }),
      ),
    );
    const choices = words.outcomes.map(({ id: which, name }) =>
      button(name, { class: "button round-outcome" }, () => {
        const tried = {
          id: BrowserStorage.unique(),
          outcome: which,
          daypart: Round.daypart(new Date(), words),
          day: Dates.today(),
        };
        editSpot(id, (mine) => {
          mine.tries.push(Round.behind(mine, tried));
        });
        const known = words.outcomes.find((one) => one.id === which);
        const then = !known?.promises && known?.then ? ` ${known.then}` : "";
        undo(`${capital(words.spot.one)} ${called(spot)}: ${name}.${then}`, () =>
          editSpot(id, (mine) => {
            mine.tries = mine.tries.filter((one) => one.id !== tried.id);
          }),
        );
        if (!known?.promises) return leave(made);
        fillIn(made, id);
        one(".round-vow", made).setAttribute("open", "");
        promise?.();
      }),
    );
    const vows = RoundVows.draw(
      spot,
      words,
      (change) => editSpot(id, change),
      () => {
        fillIn(made, id);
        document.getElementById("ronde-plek")?.focus();
      },
    );
    promise = vows.more;
    made.replaceChildren(
      el("h2", { id: "ronde-plek", tabindex: -1 }, called(spot)),
      el("p", { class: "round-next" }, Round.next(spot, words)),
      el("div", { class: "round-outcomes", role: "group", "aria-label": "Hoe liep het af?" }, ...choices),
      ...(tries.length ? [el("ul", { class: "round-tries" }, ...tries)] : []),
      vows.box,
      el(
        "p",
        { class: "buttons" },
        button("Klaar", { class: "button first" }, () => leave(made)),
      ),
    );
  };

  // What was promised and is open.

  /** @param {Promised} entry */
  const open_ = ({ id, spot, vow }) =>
    el(
      "li",
      {},
      el("strong", {}, called(spot)),
      ` ${vow.what}. ${capital(Round.who(vow.by, vow.from, store.value))}, ${Dates.inWords(vow.day)}. `,
      button("Gedaan", { class: "button small", "aria-label": `Gedaan: ${called(spot)}, ${vow.what}` }, () => {
        const today = Dates.today();
        /** @param {string} day */
        const keep = (day) =>
          editSpot(id, (mine) => {
            for (const one of mine.vows) if (one.id === vow.id) one.kept = day;
          });
        keep(today);
        undo(`${called(spot)}: ${vow.what}, gedaan.`, () => keep(""));
      }),
    );

  /** @param {RoundState} round */
  const showVows = (round) => {
    const { late, today, later } = Round.vows(round, Dates.today());
    one("[data-round-vows]", box).hidden = !(late.length + today.length + later.length);
    const groups = /** @type {[string, Promised[]][]} */ ([
      ["Te laat", late],
      ["Vandaag", today],
      ["Later", later],
    ]);
    one("[data-round-open]", box).replaceChildren(
      ...groups
        .filter(([, entries]) => entries.length)
        .flatMap(([name, entries]) => [
          el("h3", {}, `${name} (${entries.length})`),
          el("ul", { class: "round-open" }, ...entries.map(open_)),
        ]),
    );
  };

  // The doors.

  /** That something is promised at a door, behind how it ended. @param {Spot} spot */
  const promised = (spot) => {
    const { length } = Round.open(spot);
    return length ? `, ${length === 1 ? "iets beloofd" : `${length} dingen beloofd`}` : "";
  };

  /** @param {PartCount} counted */
  const part = ({ part: name, spots, done, outcomes, untried }) => {
    const totals = words.outcomes.filter(({ id }) => outcomes[id]).map(({ id, name }) => `${name} ${outcomes[id]}`);
    const doors = spots.map(([id, spot]) => {
      const how = Round.last(spot) ? outcome(Round.last(spot)) : "nog niet";
      const tried = spot.tries.length && !Round.done(spot, words) ? `, ${spot.tries.length} van ${words.tries}` : "";
      const [said, marks] = [Round.last(spot) ? how : "–", "•".repeat(spot.tries.length)];
      const whole = `${capital(words.spot.one)} ${called(spot)}: ${how}${tried}${promised(spot)}`;
      const made = button("", { id: `plek-${id}`, class: `round-spot${Round.done(spot, words) ? " done" : ""}` }, () =>
        open(id),
      );
      // What is read out is the whole; what is seen is short.
      made.append(
        el("span", { class: "screen-reader" }, whole),
        el("strong", { "aria-hidden": "true" }, spot.name),
        el("span", { "aria-hidden": "true" }, said),
        el("span", { "aria-hidden": "true", class: "round-marks" }, marks + (Round.open(spot).length ? " !" : "")),
      );
      return el("li", {}, made);
    });
    return el(
      "section",
      { class: "round-part" },
      el("h2", {}, name || words.part.whole),
      el(
        "p",
        { class: "note" },
        [
          `${done} van ${spots.length} ${words.spot.many} klaar`,
          ...totals,
          ...(untried ? [`nog niet ${untried}`] : []),
        ].join(" · "),
      ),
      el("ul", { class: "round-spots" }, ...doors),
    );
  };

  const show = () => {
    const { round } = project();
    const counted = Round.parts(round, words);
    const best = Round.best(round, words);
    showVows(round);
    const active = document.activeElement?.id;
    one("[data-round-parts]", box).replaceChildren(
      ...(best
        ? [el("p", { class: "note" }, `Het vaakst ging een ${words.spot.one} open op dit dagdeel: ${best}.`)]
        : []),
      ...counted.map(part),
      ...(counted.length ? [] : [el("p", {}, `Nog geen ${words.spot.many}. Zet hieronder ${words.part.the} erbij.`)]),
    );
    if (active?.startsWith("plek-")) document.getElementById(active)?.focus();
    one("[data-round-out]", box).hidden = !counted.length;
    if (!counted.length) one("[data-round-new]", box).setAttribute("open", "");
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [name, spots, step] = /** @type {HTMLInputElement[]} */ (
      ["#ronde-deel", "#ronde-plekken", "#ronde-stap"].map((id) => one(id, form))
    );
    const { names, wrong } = Round.named(spots.value, Number(step.value));
    const personal = Personal.find(`${name.value}\n${names.join("\n")}`)[0];
    const fresh = Round.fresh(project().round, ProjectShape.cleaned(name.value, 20), names);
    const said =
      wrong ||
      (personal
        ? `${personal.sort.what} ${personal.sort.help}`
        : fresh.length
          ? ""
          : `Deze ${words.spot.many} staan er al.`);
    one("[data-round-wrong]", form).textContent = said;
    spots.setAttribute("aria-invalid", String(Boolean(said)));
    if (said) return spots.focus();
    edit((mine) => Object.assign(mine.round, structuredClone(Object.fromEntries(fresh))));
    undo(`${Counts.of(fresh.length, words.spot.one, words.spot.many)} erbij.`, () =>
      edit((mine) => fresh.forEach(([id]) => delete mine.round[id])),
    );
    form.reset();
    one("[data-round-new]", box).removeAttribute("open");
    document.getElementById(`plek-${fresh[0]?.[0]}`)?.focus();
  });

  one("[data-round-table]", box).addEventListener("click", () =>
    Tables.give(
      `${Slugs.slug(project().name, "project")}-${words.slug}-${Dates.today()}`,
      Round.table(project().round, words, store.value),
    ),
  );

  one("[data-round-wipe]", box).addEventListener("click", () => {
    const before = structuredClone(project().round);
    edit((mine) => {
      mine.round = {};
    });
    undo("De ronde is gewist.", () =>
      edit((mine) => {
        mine.round = structuredClone(before);
      }),
    );
  });

  const meter = box.querySelector("[data-round-meter]");
  meter?.addEventListener("click", () => {
    const before = structuredClone(project().meter);
    const counted = Round.parts(project().round, words);
    edit((mine) => {
      mine.meter = Round.fed(mine.meter, counted);
    });
    undo(
      `${capital(words.part.many)} staan in de telling, met het aantal ${words.spot.many}. Ja en nee vul je daar in.`,
      () =>
        edit((mine) => {
          mine.meter = structuredClone(before);
        }),
    );
  });

  store.listen(show);
}
