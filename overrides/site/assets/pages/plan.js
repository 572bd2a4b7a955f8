// The page of the planner: a start date, months that can be changed, a picture, and what overlaps.
"use strict";

{
  const { el, button, one, all } = Elements;
  const { store, edit, project } = Projects;
  const { narrow, figure } = Picture;
  const box = one("[data-plan]");
  box.hidden = false;
  /** @type {PlannerWords} */
  const words = JSON.parse(box.dataset.plan ?? "");

  /** The phases as the handbook has them; a calendar gets no address of a folder on a disk. */
  const phases = words.phases.map((phase) => ({
    ...phase,
    address: location.protocol === "file:" ? "" : Site.at(phase.address),
  }));

  /** The points of each phase, by their keys; and where each phase stands. */
  const points = Object.fromEntries(
    all("[data-phase]", box).map((row) => [
      row.dataset.phase,
      (row.dataset.phasePoints ?? "").split(" ").filter(Boolean),
    ]),
  );
  const places = Object.fromEntries(words.phases.map(({ slug, address }) => [slug, address]));

  const start = /** @type {HTMLInputElement} */ (one("[data-plan-start]", box));
  const limit = /** @type {HTMLInputElement} */ (one("[data-plan-limit]", box));
  [start.min, start.max] = Plan.limits(Dates.today());

  /** Whether the field holds a date that somebody typed and that is none, or none yet; what was kept stays. */
  let mistaken = false;

  /** Why there is no plan; nothing where there is one. */
  const noStart = () =>
    Plan.trouble(mistaken ? start.value : project().plan.start, Dates.today(), words.asks, start.validity.badInput);

  const typed = () => {
    const { value } = start;
    mistaken = start.validity.badInput || (value !== "" && Plan.trouble(value, Dates.today(), words.asks) !== "");
    if (mistaken || value === project().plan.start) show(store.value);
    else
      edit((mine) => {
        mine.plan.start = value;
      });
  };
  start.addEventListener("input", typed);
  start.addEventListener("change", typed);

  NumberField.listen(limit, one("#tegelijk-fout", box), [1, 20], ({ value, wrong }) => {
    NumberField.mark(limit, one("#tegelijk-fout", box), wrong || (value ? "" : "Vul een getal in."));
    if (value)
      store.change((state) => {
        state.limit = value;
      });
    else show(store.value);
  });

  /** The fields for the months of a phase, and the place beside them. @param {HTMLElement} row */
  const fieldsOf = (row) => {
    const [first, last] = /** @type {HTMLInputElement[]} */ (all("[data-month]", row));
    return { first, last, wrong: one("[data-plan-wrong]", row) };
  };

  all("[data-phase]", box).forEach((row, index) => {
    const phase = phases[index];
    const { first, last, wrong } = fieldsOf(row);
    const busy = /** @type {HTMLInputElement} */ (one("input[type=checkbox]", row));
    const change = () => {
      // An empty field is the month of the handbook again.
      const read = [first, last].map((field) =>
        Numbers.read(field.value, -ProjectShape.FARTHEST, ProjectShape.FARTHEST),
      );
      const [from, to] = read.map(({ value }, index) => value ?? [phase.first, phase.last][index]);
      const bad = read.map((one) => one.wrong);
      if (!bad[0] && !bad[1] && to < from)
        bad[1] = `De fase kan niet ophouden voor ze begint: maand ${Numbers.written(to)} ligt voor maand ${Numbers.written(from)}.`;
      [first, last].forEach((field, index) => NumberField.mark(field, wrong, bad[index]));
      wrong.textContent = bad[0] || bad[1];
      if (wrong.textContent) return show(store.value);
      edit(({ plan }) => {
        if (from === phase.first && to === phase.last) delete plan.spans[phase.slug];
        else plan.spans[phase.slug] = [from, to];
      });
    };
    for (const field of [first, last]) {
      NumberField.listen(field, wrong, [-ProjectShape.FARTHEST, ProjectShape.FARTHEST], change);
      field.addEventListener("blur", () => show(store.value)); // an empty field shows its month again
    }
    busy.addEventListener("change", () =>
      edit(({ plan }) => {
        plan.busy[phase.slug] = busy.checked;
      }),
    );
  });

  /** Give the phases other months, with a way back. @param {PlanState["spans"]} spans @param {PlanState["busy"]} busy @param {string} said */
  const changeMonths = (spans, busy, said) => {
    const before = structuredClone({ spans: project().plan.spans, busy: project().plan.busy });
    const held = document.activeElement;
    forgetMonths();
    edit(({ plan }) => Object.assign(plan, { spans, busy }));
    const place = one("[data-plan-undo]", box);
    const back = button("Zet terug", { class: "button small" }, () => {
      edit(({ plan }) => Object.assign(plan, before));
      place.replaceChildren("Teruggezet.");
      /** @type {HTMLElement} */ (held).focus();
    });
    place.replaceChildren(said, back);
    back.focus();
  };

  one("[data-plan-reset]", box).addEventListener("click", () =>
    changeMonths({}, {}, "De maanden van het handboek staan er weer. "),
  );

  one("[data-plan-calendar]", box).addEventListener("click", () => {
    const { name, plan } = project();
    Files.give(
      `${Slugs.slug(name, "project")}.ics`,
      "text/calendar",
      Plan.calendar(
        store.value.current,
        name,
        plan,
        phases,
        new Date(),
        words,
        phases[0]?.address && location.href.split("#")[0],
      ),
    );
    const { over } = Plan.now(Plan.phasesOf(plan, phases), Dates.today());
    const past = [...over.map((phase) => phase.name), ...(plan.start < Dates.today() ? [words.the_zero] : [])];
    one("[data-plan-undo]", box).textContent = past.length
      ? `Wat voorbij is, staat niet in je agenda: ${past.join("; ")}.`
      : "";
  });

  one("[data-plan-save]", box).addEventListener("click", () => {
    const { name } = project();
    Picture.save(
      /** @type {any} */ (one("[data-plan-picture] svg", box)),
      `${words.title}: ${name}`,
      `${Slugs.slug(name, "project")}-planning.png`,
      one("[data-plan-undo]", box),
    );
  });

  let shown = store.value.current;

  const forgetMonths = () =>
    all("[data-phase]", box).forEach((row) => {
      const { first, last, wrong } = fieldsOf(row);
      [first, last].forEach((field) => NumberField.mark(field, wrong, ""));
    });

  /** Another project: what was wrong in the fields was not of this one. */
  const forget = () => {
    mistaken = false;
    start.value = project().plan.start;
    forgetMonths();
  };

  /** @param {State} state */
  const show = (state) => {
    const { plan } = project();
    if (shown !== state.current) forget();
    shown = state.current;
    if (document.activeElement !== start && !mistaken) start.value = plan.start;
    if (document.activeElement !== limit && !NumberField.isWrong(limit)) limit.value = String(state.limit);
    const now = Plan.phasesOf(plan, phases);
    const rows = all("[data-phase]", box);
    rows.forEach((row, index) => {
      const { first, last, wrong } = fieldsOf(row);
      for (const [field, month] of /** @type {const} */ ([
        [first, now[index].first],
        [last, now[index].last],
      ])) {
        if (field !== document.activeElement && !wrong.textContent) field.value = String(month);
      }
    });
    const bad = rows.findIndex((one) => fieldsOf(one).wrong.textContent);
    const trouble =
      noStart() ||
      (bad >= 0
        ? `Er is nu geen planning. Verbeter eerst de maanden van ${phases[bad].name}. ${fieldsOf(rows[bad]).wrong.textContent}`
        : "");
    const known = !trouble;
    rows.forEach((row, index) => {
      const phase = now[index];
      const busy = /** @type {HTMLInputElement} */ (one("input[type=checkbox]", row));
      busy.checked = phase.busy;
      one("[data-plan-from]", row).textContent = known ? Dates.inWords(phase.from) : "";
      one("[data-plan-to]", row).textContent = !known
        ? ""
        : phase.open
          ? `loopt door na ${Dates.inWords(phase.to)}`
          : `tot ${Dates.inWords(phase.to)}`;
      const changed = one("[data-plan-changed]", row);
      changed.hidden = !Object.hasOwn(plan.spans, phase.slug);
      one("[data-plan-basis]", row).hidden = !changed.hidden;
    });
    all("[data-plan-calendar], [data-plan-save]", box).forEach((button) => button.toggleAttribute("disabled", !known));
    start.setAttribute("aria-invalid", String(mistaken));
    const answered = trouble || Plan.sentence(plan, now, Dates.today(), words);
    const said = one("[data-plan-said]", box);
    if (said.textContent !== answered) said.textContent = answered;
    said.toggleAttribute("data-trouble", Boolean(trouble) && Boolean(bad >= 0 || plan.start));
    figure(one("[data-plan-picture]", box), ...(known ? [phasePicture(plan, now)] : []));
    showNow(plan, known ? now : []);
    showOverlap(state);
  };
  store.listen(show);
  narrow.addEventListener("change", () => show(store.value));

  /** What should run today, and what fits where the start is near. @param {PlanState} plan @param {PlannedPhase[]} now */
  function showNow(plan, now) {
    const today = Dates.today();
    one("[data-plan-now]", box).replaceChildren(
      ...(now.length ? Plan.nowInWords(now, today).map((line) => el("li", {}, line)) : []),
      ...Plan.missed(now, today, points, project().ticks).map(({ phase, open, all: of }) =>
        el(
          "li",
          {},
          "Nog niet afgevinkt: ",
          el("a", { href: Site.at(places[phase.slug]) }, `fase ${phase.number}, ${phase.name}`),
          `, ${open} van ${Counts.of(of, "punt", "punten")}.`,
        ),
      ),
    );
    const fits = now.length && plan.start > today ? Plan.fitted(phases, today, plan.start, words) : null;
    one("[data-plan-short]", box).hidden = !fits;
    if (!fits) return;
    const months = fits.left ? Counts.of(fits.left, "maand", "maanden") : "minder dan een maand";
    one("[data-plan-left]", box).textContent = `Je hebt nog ${months} tot ${words.the_zero}`;
    one("[data-plan-squeeze]", box).textContent =
      `Het handboek rekent daarvoor op ${fits.needed} maanden. ${fits.out.length ? "Doe minder, en doe het wel tot het eind." : "Alles past, maar sneller."}`;
    one("[data-plan-fit]", box).textContent = `Reken de maanden om naar ${months}`;
    const done = Object.entries(fits.spans).every(([slug, span]) => String(plan.spans[slug]) === String(span));
    one("[data-plan-fit]", box).hidden = !fits.left || done; // in less than a month there are none to share out
    const time = fits.left ? "in de maanden die er zijn" : "in de weken die er zijn";
    /** @param {PlannerWords["short"][number]} step */
    const link = ({ address, title }) => el("a", { href: Site.at(address) }, title);
    one("[data-plan-out]", box).replaceChildren(
      ...(fits.out.length
        ? [
            el("h3", {}, "Dit laat je weg"),
            el(
              "ul",
              {},
              ...fits.out.map((step) =>
                el("li", {}, link(step), `. ${step.instead ?? ""} `, el("strong", {}, "Risico:"), ` ${step.risk}`),
              ),
            ),
          ]
        : []),
      el("h3", {}, "Dit doe je wel"),
      el("p", {}, fits.out.length ? `Alle andere stappen, ${time}.` : `Alle stappen, ${time}.`),
      ...(fits.out.length && fits.kept.length
        ? [
            el("p", {}, "Met nog minder tijd valt ook dit weg:"),
            el(
              "ul",
              {},
              ...fits.kept.map((step) => el("li", {}, link(step), `, bij minder dan ${step.below} maanden`)),
            ),
          ]
        : []),
    );
  }

  one("[data-plan-fit]", box).addEventListener("click", () => {
    const fits = Plan.fitted(phases, Dates.today(), project().plan.start, words);
    if (!fits?.left) return;
    changeMonths(
      { ...project().plan.spans, ...fits.spans },
      project().plan.busy,
      `De maanden passen nu in ${fits.left}. `,
    );
  });

  /** A bar for each phase over the months. @param {PlanState} plan @param {PlannedPhase[]} now */
  function phasePicture(plan, now) {
    const [from, to] = [Math.min(0, ...now.map((one) => one.first)), Math.max(1, ...now.map((one) => one.last))];
    const rows = now.map((phase) => ({
      name: phase.name,
      label: phase.number,
      css: `door-${phase.number}`,
      bars: [{ from: phase.first, to: Math.max(phase.last, phase.first + 0.5), css: "bar" }],
      more: phase.open,
    }));
    const told = now.map((phase) => `${phase.name} vanaf ${Dates.inWords(phase.from)}`).join("; ");
    const today = -Plan.monthsUntil(Dates.today(), plan.start);
    const month = Dates.monthOf(plan.start);
    return MonthsPicture.draw(month, from, to, rows, 0, words.zero, `Wanneer elke fase loopt: ${told}.`, today);
  }

  /** When there is room for the project that is worked on, where there is none now. @param {State} state */
  function shift(state) {
    const { plan, name } = project();
    if (Plan.trouble(plan.start, Dates.today(), words.asks)) return [];
    const others = Object.entries(state.projects)
      .filter(([id, one]) => id !== state.current && !Plan.trouble(one.plan.start, Dates.today(), words.asks))
      .map(([, one]) => Plan.busyMonths(one.plan, phases));
    const free = Plan.firstFree(plan, phases, others, state.limit);
    if (!free || free === plan.start) return [];
    return [
      el(
        "p",
        {},
        `Voor ${name} is er plek als ${words.the_zero} niet op ${Dates.inWords(plan.start)} is, maar op ${Dates.inWords(free)}.`,
      ),
    ];
  }

  /** The projects that have a start, one under the other, with the months in which too many are intensive. @param {State} state */
  function showOverlap(state) {
    const planned = Object.values(state.projects).filter(
      (one) => !Plan.trouble(one.plan.start, Dates.today(), words.asks),
    );
    const busy = planned.map((one) => ({ name: one.name, months: Plan.busyMonths(one.plan, phases) }));
    const found = Plan.tooMany(busy, state.limit);
    const place = one("[data-plan-overlap]", box);
    const picture_ = one("[data-plan-together]", box);
    const months = busy.flatMap((one) => [...one.months]);
    picture_.replaceChildren();
    const wrong = NumberField.isWrong(limit)
      ? `Vul eerst in hoeveel ${words.runs.many} jullie tegelijk aankunnen.`
      : one("[data-plan-said]", box).hasAttribute("data-trouble")
        ? "Verbeter eerst de planning hierboven."
        : "";
    if (wrong) {
      place.replaceChildren(el("p", {}, wrong));
      return;
    }
    if (planned.length < 2 || !months.length) {
      const advice =
        planned.length < 2
          ? "Maak bij Mijn projecten nog een project, en geef het hier een startdatum. Dan zie je of ze elkaar in de weg zitten."
          : "Geen fase telt als intensief. Vink er hierboven een aan. Dan zie je of projecten elkaar in de weg zitten.";
      place.replaceChildren(el("p", {}, advice));
      return;
    }
    const span = (/** @type {{from: number, to: number}} */ one) =>
      one.from === one.to
        ? `In ${Dates.monthInWords(one.from)}`
        : `Van ${Dates.monthInWords(one.from)} tot en met ${Dates.monthInWords(one.to)}`;
    const most = Counts.of(state.limit, words.runs.one, words.runs.many);
    place.replaceChildren(
      el(
        "p",
        { role: "status" },
        found.length
          ? `Te veel tegelijk: jullie kunnen ${most} tegelijk aan.`
          : `Het past: er lopen nooit meer dan ${most} tegelijk.`,
      ),
      ...(found.length
        ? [el("ul", {}, ...found.map((one) => el("li", {}, `${span(one)}: ${one.names.join(" en ")}.`)))]
        : []),
      ...shift(state),
    );
    const first = Math.min(...months);
    const rows = busy.map(({ name, months: mine }) => ({
      name,
      label: "",
      css: "",
      bars: MonthsPicture.stretches(mine).map(({ from, to }) => ({
        from: from - first,
        to: to + 1 - first,
        css: "bar-plain",
      })),
      more: false,
    }));
    rows.push({
      name: "te veel",
      label: "",
      css: "",
      bars: found.map(({ from, to }) => ({ from: from - first, to: to + 1 - first, css: "bar-over" })),
      more: false,
    });
    const told = found.length
      ? found.map((one) => `${span(one)} ${one.names.join(" en ")}`).join("; ")
      : "geen overlap";
    figure(
      picture_,
      MonthsPicture.draw(
        first,
        0,
        Math.max(...months) + 1 - first,
        rows,
        null,
        "",
        `Intensieve maanden per project. Te veel tegelijk: ${told}.`,
        Dates.monthOf(Dates.today()) + Number(Dates.today().slice(8)) / 31 - first,
      ),
    );
  }
}
