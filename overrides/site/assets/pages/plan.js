// The page of the planner: a start date, months that can be changed, a picture, and what overlaps.
"use strict";

{
  const { el, svg, button, one, all } = Elements;
  const { store, edit, project } = Projects;
  const { narrow, figure } = Picture;
  const box = one("[data-plan]");
  box.hidden = false;
  /** @type {PlannerWords} */
  const words = JSON.parse(box.dataset.plan ?? "");

  /** The phases as the handbook has them. @type {PlanPhase[]} */
  const phases = all("[data-phase]", box).map((row) => ({
    slug: row.dataset.phase ?? "",
    name: row.dataset.name ?? "",
    number: row.dataset.number ?? "",
    first: Number(row.dataset.first),
    last: Number(row.dataset.last),
    open: row.dataset.open === "1",
    busy: row.dataset.busy === "1",
  }));

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

  one("[data-plan-reset]", box).addEventListener("click", () => {
    const { spans, busy } = structuredClone(project().plan);
    forgetMonths();
    edit(({ plan }) => Object.assign(plan, { spans: {}, busy: {} }));
    const place = one("[data-plan-undo]", box);
    const back = button("Zet terug", { class: "button small" }, () => {
      edit(({ plan }) => Object.assign(plan, { spans, busy }));
      place.replaceChildren("Teruggezet.");
      one("[data-plan-reset]", box).focus();
    });
    place.replaceChildren("De maanden van het handboek staan er weer. ", back);
    back.focus();
  });

  one("[data-plan-calendar]", box).addEventListener("click", () => {
    const { name, plan } = project();
    Files.give(
      `${Slugs.slug(name, "project")}.ics`,
      "text/calendar",
      Plan.calendar(store.value.current, name, plan, phases, new Date(), words),
    );
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
    const row = rows.find((one) => fieldsOf(one).wrong.textContent);
    const trouble =
      noStart() ||
      (row
        ? `Er is nu geen planning. Verbeter eerst de maanden van ${row.dataset.name}. ${fieldsOf(row).wrong.textContent}`
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
    said.toggleAttribute("data-trouble", Boolean(trouble) && Boolean(row || plan.start));
    figure(one("[data-plan-picture]", box), ...(known ? [phasePicture(plan, now)] : []));
    showOverlap(state);
  };
  store.listen(show);
  narrow.addEventListener("change", () => show(store.value));

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
    return picture(Dates.monthOf(plan.start), from, to, rows, 0, `Wanneer elke fase loopt: ${told}.`);
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
    const most = `${state.limit} ${state.limit === 1 ? words.runs.one : words.runs.many}`;
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
    );
    const first = Math.min(...months);
    const rows = busy.map(({ name, months: mine }) => ({
      name,
      label: "",
      css: "",
      bars: stretches(mine).map(({ from, to }) => ({ from: from - first, to: to + 1 - first, css: "bar-plain" })),
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
      picture(
        first,
        0,
        Math.max(...months) + 1 - first,
        rows,
        null,
        `Intensieve maanden per project. Te veel tegelijk: ${told}.`,
      ),
    );
  }

  /** Months as stretches. @param {Set<number>} months */
  function stretches(months) {
    /** @type {{from: number, to: number}[]} */
    const found = [];
    for (const month of [...months].sort((one, other) => one - other)) {
      const last = found.at(-1);
      if (last && last.to === month - 1) last.to = month;
      else found.push({ from: month, to: month });
    }
    return found;
  }

  /**
   * Rows with bars on a scale of months.
   * @param {number} zero The calendar month of month 0. @param {number} from @param {number} to
   * @param {{name: string, label: string, css: string, bars: {from: number, to: number, css: string}[], more: boolean}[]} rows
   * @param {number | null} mark The month of a dashed line. @param {string} told
   */
  function picture(zero, from, to, rows, mark, told) {
    // On a phone the name of a row stands above its bar.
    const [left, width, row, above, space, most] = narrow.matches
      ? [20, 310, 48, 18, 20, 4]
      : [150, 560, 34, 0, 20, 10];
    const height = row * rows.length + 46;
    /** @param {number} month */
    const at = (month) => left + ((month - from) * width) / (to - from);
    const every = [1, 2, 3, 6, 12, 24].find((step) => (to - from) / step <= most) ?? 60;
    const parts = [];
    for (let month = from; month <= to; month += 1) {
      if ((zero + month) % every) continue;
      const date = zero + month;
      parts.push(svg("line", { class: "grid", x1: at(month), x2: at(month), y1: 24, y2: height - 16 }));
      parts.push(
        svg(
          "text",
          { class: "tick", x: at(month), y: 14, "text-anchor": "middle" },
          `${Dates.monthInWords(date).slice(0, 3)} ’${String(Math.floor(date / 12)).slice(2)}`,
        ),
      );
    }
    rows.forEach(({ name, label, css, bars, more }, index) => {
      const y = 30 + above + index * row;
      const [letters, line] = above ? [40, y - 5] : [20, y + 16];
      parts.push(
        svg("text", { class: "name", x: 0, y: line }, name.length > letters ? `${name.slice(0, letters - 1)}…` : name),
      );
      for (const bar of bars) {
        const group = svg(
          "g",
          { class: css },
          svg("rect", { class: bar.css, x: at(bar.from), y, width: at(bar.to) - at(bar.from), height: 22, rx: 2 }),
        );
        if (label) group.append(svg("text", { class: "number", x: at(bar.from) + 6, y: y + 16 }, label));
        parts.push(group);
        if (more) parts.push(svg("text", { class: "tick", x: at(bar.to) + 4, y: y + 16 }, "…"));
      }
    });
    if (mark !== null) {
      parts.push(svg("line", { class: "zero", x1: at(mark), x2: at(mark), y1: 20, y2: height - 14 }));
      const anchor = at(mark) < 90 ? "start" : at(mark) > left + width - 90 ? "end" : "middle";
      parts.push(svg("text", { class: "tick", x: at(mark), y: height - 2, "text-anchor": anchor }, words.zero));
    }
    return svg(
      "svg",
      {
        viewBox: `0 0 ${left + width + space} ${height}`,
        class: narrow.matches ? "picture narrow" : "picture",
        role: "img",
        "aria-label": told,
      },
      ...parts,
    );
  }
}
