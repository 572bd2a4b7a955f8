// The page of the estimate: own numbers, which parts, what it comes to, and the same on the page for who decides.
"use strict";

{
  const { el, one, all } = Elements;
  const { store, edit, project } = Projects;
  const box = one("[data-estimate]");
  box.hidden = false;
  /** @type {EstimateWords} */
  const words = JSON.parse(box.dataset.estimate ?? "");
  const [first] = words.asks;
  /** So many weeks more or less are told: nobody plans to the week. */
  const MONTH = 4;

  /** @param {string} text */
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  const fields = words.asks.map((slug) => {
    const input = el("input", { type: "text", inputmode: "numeric", id: `aantal-${slug}`, autocomplete: "off" });
    const wrong = el("span", { class: "wrong", id: `aantal-${slug}-fout` });
    NumberField.listen(input, wrong, [1, Estimate.MOST], (read) => {
      if (read.wrong) return show();
      edit(({ estimate }) => {
        if (read.value === null) delete estimate.amounts[slug];
        else estimate.amounts[slug] = read.value;
      });
    });
    input.addEventListener("blur", () => show()); // an empty field shows the number of the example again
    const label = el("label", { for: input.id }, capital(words.amounts[slug].many));
    const hint = el("span", { class: "hint", id: `aantal-${slug}-hulp` }, words.amounts[slug].why);
    input.setAttribute("aria-describedby", `${hint.id} ${wrong.id}`);
    one("[data-estimate-fields]", box).append(el("p", { class: "field" }, label, input, hint, wrong));
    return { slug, input };
  });

  const parts = words.rows.map(({ id, what, told, address }) => {
    const tick = el("input", { type: "checkbox", class: "tick", id: `deel-${id.replace(".", "-")}` });
    tick.addEventListener("change", () =>
      edit(({ estimate }) => {
        if (tick.checked) delete estimate.without[id];
        else estimate.without[id] = true;
      }),
    );
    const hours = el("td", { "data-label": "Uren" });
    one("[data-estimate-rows]", box).append(
      el(
        "tr",
        {},
        el("td", { "data-label": "Doen" }, tick),
        el(
          "th",
          { scope: "row" },
          el("label", { for: tick.id }, what),
          el(
            "span",
            { class: "note" },
            ` ${told}. `,
            el("a", { href: Site.at(address), "aria-label": `De stap bij ${what}` }, "De stap"),
          ),
        ),
        hours,
      ),
    );
    return { tick, hours };
  });

  /** @param {string} name @param {Estimated} found */
  const figure = (name, found) => Estimate.figure(found, name);

  const show = () => {
    const { estimate, plan } = project();
    const known = Estimate.planned(words, plan, Dates.today());
    const found = Estimate.count(words, estimate, known);
    const weeks = found.numbers[words.visit_weeks];
    for (const { slug, input } of fields)
      if (document.activeElement !== input && !NumberField.isWrong(input)) input.value = String(found.numbers[slug]);
    parts.forEach(({ tick, hours }, index) => {
      const { out, hours: range } = found.rows[index];
      tick.checked = !out;
      hours.textContent = out ? "telt niet mee" : Estimate.span(range, Estimate.number);
    });
    const wrong = fields.some(({ input }) => NumberField.isWrong(input));
    const lines = [
      `${figure("uren", found)} uur, van weinig naar veel. Dat is ${figure(`uren-per-${first}`, found)} uur per ${words.amounts[first].one}, en ${figure(`uren-per-${words.week}`, found)} uur per week.`,
      `Bij ${figure(words.rate, found)} ${words.amounts[words.rate].many}: ${figure(`uren-maal-${words.rate}`, found)} euro. Dat is ${figure(`uren-maal-${words.rate}-per-${first}`, found)} euro per ${words.amounts[first].one}.`,
      `${Estimate.span(found.visitors, Estimate.number)} ${Counts.word(found.visitors[1], words.visitors.one, words.visitors.many)}: ${Counts.of(weeks, words.amounts[words.visit_weeks].one, words.amounts[words.visit_weeks].many)}, samen ${figure("bezoekuren-per-week", found)} uur per week${Estimate.together(found.together)}.`,
    ];
    const said = one("[data-estimate-said]", box);
    const text = wrong ? "Er is nu geen uitkomst. Verbeter eerst het aantal hierboven." : lines[0];
    if (said.textContent !== text) said.textContent = text;
    one("[data-estimate-more]", box).replaceChildren(
      ...(wrong ? [] : lines.slice(1).map((line) => el("li", {}, line))),
    );
    all("[data-estimate-board]", box).forEach((board) => {
      board.hidden = wrong;
    });
    all("[data-figure]", box).forEach((place) => {
      place.textContent = figure(place.dataset.figure ?? "", found) || "…";
    });
    all("[data-estimate-board]", box).forEach((board) => showTime(board, plan, found));
    showPlanned(plan.start, words.visit_weeks in known);
    all("[data-estimate-example]", box).forEach((place) => {
      place.hidden = Object.keys({ ...estimate.amounts, ...estimate.without }).length > 0;
    });
    const kept = words.rows.filter((_, index) => found.rows[index].out).map(({ what }) => what);
    all("[data-estimate-without]", box).forEach((place) => {
      place.hidden = !kept.length;
      place.textContent = kept.length ? `Niet meegeteld, want niet aangevinkt: ${kept.join("; ")}.` : "";
    });
  };

  /** The hours are for other weeks than the plan has. @param {number} planned @param {number} counted */
  const told = (planned, counted) =>
    planned && Math.abs(planned - counted) > MONTH
      ? [
          `De uren hierboven zijn voor ${counted} ${words.amounts[words.week].many}. In de planning zijn het er nog ${planned}.`,
        ]
      : [];

  /** How much time there is, and what is left out, for who decides. @param {HTMLElement} board @param {PlanState} plan @param {Estimated} found */
  function showTime(board, plan, found) {
    const { start } = plan;
    /** @type {PlannerWords | null} */
    const planner = JSON.parse(board.dataset.estimateBoard ?? "null");
    const today = Dates.today();
    const fits =
      planner && Dates.isDay(start) && start > today ? Plan.fitted(planner.phases, today, start, planner) : null;
    const time = one("[data-board-time]", board);
    time.hidden = !planner || !Dates.isDay(start);
    if (planner && !time.hidden)
      one("[data-board-start]", time).textContent = [
        `${start > today ? planner.will : planner.did} op ${Dates.inWords(start)}.`,
        ...(fits
          ? [`Tot die dag zijn er ${fits.left || "minder dan 1"} van de ${fits.needed} maanden die de aanpak vraagt.`]
          : []),
        ...told(Plan.weeksLeft(plan, planner.phases, today), found.numbers[words.week]),
      ].join(" ");
    const { out, parts } = Estimate.leftOut(words, found, planner?.short ?? [], fits?.out ?? []);
    const left = one("[data-board-out]", board);
    left.hidden = !out.length && !parts.length;
    one("ul", left).replaceChildren(
      ...out.map(({ title, instead, risk, counts }) =>
        el(
          "li",
          {},
          el("strong", {}, title),
          `. ${instead ?? ""} Risico: ${risk}${counts ? " De uren hierboven tellen dit nog mee." : ""}`,
        ),
      ),
      ...(parts.length ? [el("li", {}, `Niet meegeteld, want niet aangevinkt: ${parts.join("; ")}.`)] : []),
    );
  }

  /** Where the weeks before the work come from: from the plan, or from the months. @param {string} start @param {boolean} known */
  function showPlanned(start, known) {
    const { planned } = words;
    if (!planned) return;
    const link = el("a", { href: Site.at(planned.address) }, planned.called);
    one("[data-estimate-planned]", box).replaceChildren(
      ...(known
        ? [
            "De weken voor het werk lopen tot ",
            Dates.inWords(start),
            ". Die dag staat in ",
            link,
            ` bij ${planned.the_zero}.`,
          ]
        : Dates.isDay(start)
          ? [
              "De weken voor het werk volgen uit de maanden. De dag die bij ",
              link,
              ` staat, ${Dates.inWords(start)}, is voorbij.`,
            ]
          : [
              "De weken voor het werk volgen uit de maanden. Vul je ",
              planned.the_zero,
              " in bij ",
              link,
              "? Dan tellen de weken tot die dag.",
            ]),
    );
  }
  store.listen(show);
}
