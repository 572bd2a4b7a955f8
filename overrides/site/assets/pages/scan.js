// The page of the self-scan: one moment at a time, a picture of the result beside another moment, and what to do next.
"use strict";

{
  const { el, svg, button, one, all } = Elements;
  const { store, edit, project } = Projects;
  const { narrow, figure } = Picture;
  const box = one("[data-scan]");
  const result = one("[data-scan-result]");
  box.hidden = false;
  result.hidden = false;
  /** @type {ScanWords} */
  const words = JSON.parse(box.dataset.scan ?? "");
  const MOMENTS = Object.fromEntries(words.moments.map(({ id, name }) => [id, name]));
  const asks = all("[data-criterion]");

  /** @type {Criterion[]} */
  const criteria = asks.map((ask) => ({
    key: ask.dataset.criterion ?? "",
    phase: ask.dataset.in ?? "",
    moments: (ask.dataset.moments ?? "").split(" "),
    statement: ask.dataset.statement ?? "",
  }));
  const ANSWERS = [
    ["ja", "Ja"],
    ["deels", "Deels"],
    ["nee", "Nee"],
    ["onbekend", "Weet ik niet"],
  ];
  /** @type {Record<string, string>} */
  const SAID = { nee: "nog niet", deels: "deels", onbekend: "nog niet bekend" };

  const moment = () => /** @type {HTMLInputElement} */ (one("[name=moment]:checked", box)).value;
  const beside = /** @type {HTMLSelectElement} */ (one("[data-scan-beside]", result));

  // Each criterion gets its answers.
  asks.forEach((ask, index) => {
    const { key } = criteria[index];
    const answers = ANSWERS.map(([value, label]) => {
      const input = el("input", { type: "radio", name: `antwoord-${index}`, id: `antwoord-${index}-${value}`, value });
      input.addEventListener("change", () =>
        edit(({ scan }) => {
          scan[moment()] ??= {};
          scan[moment()][key] = value;
        }),
      );
      return el("span", { class: "answer" }, input, el("label", { for: input.id }, label));
    });
    one("[data-answers]", ask).replaceChildren(...answers);
  });

  /** Put what is shown in the address, so that it can be sent; the answers stay here. */
  const write = () => {
    const address = new URL(location.href);
    address.searchParams.set("moment", moment());
    if (beside.value) address.searchParams.set("ernaast", beside.value);
    else address.searchParams.delete("ernaast");
    history.replaceState(history.state, "", address);
    show();
  };
  [...all("[name=moment]", box), beside].forEach((field) => field.addEventListener("change", write));

  one("[data-scan-table]", result).addEventListener("click", () =>
    Tables.give(
      `${Slugs.slug(project().name, "project")}-${words.slug}-${Dates.today()}`,
      Scan.table(
        criteria,
        project().scan,
        words.moments.map(({ id }) => id),
      ),
    ),
  );

  one("[data-scan-save]", result).addEventListener("click", () => {
    const { name } = project();
    const title = `${words.title}: ${name}. ${[moment(), beside.value]
      .filter(Boolean)
      .map((one) => MOMENTS[one])
      .join(" en ")}`;
    Picture.save(
      /** @type {any} */ (one("[data-scan-picture] svg", result)),
      title,
      `${Slugs.slug(name, "project")}-${words.slug}-${Dates.today()}.png`,
      one("[data-scan-undo]", result),
    );
  });

  one("[data-scan-wipe]", result).addEventListener("click", () => {
    const [at, before] = [moment(), structuredClone(project().scan[moment()] ?? {})];
    edit(({ scan }) => {
      delete scan[at];
    });
    const place = one("[data-scan-undo]", result);
    const back = button("Zet terug", { class: "button small" }, () => {
      edit(({ scan }) => {
        scan[at] = before;
      });
      place.replaceChildren("Teruggezet.");
      one("[data-scan-wipe]", result).focus();
    });
    place.replaceChildren("De antwoorden van dit moment zijn gewist. ", back);
    back.focus();
  });

  function show() {
    const { scan } = project();
    const at = moment();
    asks.forEach((ask, index) => {
      const here = criteria[index].moments.includes(at);
      ask.hidden = !here;
      const answer = scan[at]?.[criteria[index].key];
      /** @type {HTMLInputElement[]} */ (all("input", ask)).forEach((input) => {
        input.checked = input.value === answer;
      });
    });
    all("[data-scan-phase]").forEach((part) => {
      part.hidden = all("[data-criterion]", part).every((ask) => ask.hidden);
    });

    all("option", beside).forEach((option) => {
      const other = /** @type {HTMLOptionElement} */ (option);
      other.disabled = other.value === at;
    });
    if (beside.value === at) beside.value = "";
    const shown = [at, beside.value].filter(Boolean);
    const totals = shown.map((name) => Scan.totals(criteria, scan, name));
    const sum = Scan.totals(
      criteria.map((one) => ({ ...one, phase: "alles" })),
      scan,
      at,
    ).get("alles");
    const done = sum ? sum.all - sum.open : 0;
    const said = one("[data-scan-said]", result);
    const answered = !sum
      ? "Op dit moment is er niets te vragen."
      : `${done} van ${sum.all} vragen beantwoord. ${done ? `${Scan.inWords(sum)}.` : ""}`.trim();
    if (said.textContent !== answered) said.textContent = answered;
    figure(one("[data-scan-picture]", result), ...(done || totals.length > 1 ? [picture(shown, totals), key()] : []));
    showTable(shown, totals);
    one(".words", result).hidden = !done && totals.length < 2;
    one("[data-scan-save]", result).toggleAttribute("disabled", !done && totals.length < 2);

    const next = Scan.next(criteria, scan, at);
    one("[data-scan-next-empty]", result).hidden = next.length > 0;
    one("[data-scan-next]", result).replaceChildren(
      ...next.map(({ criterion, answer }) => {
        const ask = asks[criteria.indexOf(criterion)];
        const links = one("[data-next]", ask).cloneNode(true);
        return el("li", {}, el("strong", {}, criterion.statement), ` (${SAID[answer]}) `, links);
      }),
    );
  }

  /** The names of the phases in their order, with their number. */
  const phases = () => [...new Map(asks.map((ask) => [ask.dataset.in ?? "", ask.dataset.number ?? ""]))];

  const KINDS = /** @type {const} */ (["ja", "deels", "nee", "onbekend", "open"]);
  const SIGNS = { ja: "ja", deels: "deels", nee: "nee", onbekend: "weet ik niet", open: "nog open" };

  /** A bar for each phase and moment, in parts. @param {string[]} shown @param {Map<string, ScanTotal>[]} totals */
  function picture(shown, totals) {
    const names = phases().filter(([name]) => totals.some((total) => total.has(name)));
    // On a phone the name of a phase stands above its bars.
    const several = shown.length > 1;
    const [left, width, above] = !narrow.matches ? [190, 500, 0] : several ? [60, 290, 20] : [0, 350, 20];
    const row = shown.length * 26 + 14 + above;
    const parts = names.flatMap(([name, number], index) => {
      const y = 6 + index * row;
      const bars = shown.flatMap((moment, order) => {
        const total = totals[order].get(name);
        const top = y + above + order * 26;
        if (!total)
          return [
            svg(
              "text",
              { class: "tick", x: left, y: top + 15 },
              several ? `${MOMENTS[moment]}: geen vragen` : "geen vragen",
            ),
          ];
        let from = left;
        const pieces = KINDS.filter((kind) => total[kind]).map((kind) => {
          const size = (total[kind] / total.all) * width;
          const piece = svg("rect", { class: `scan-${kind}`, x: from, y: top, width: size, height: 20 });
          const number = svg(
            "text",
            { class: `scan-text-${kind}`, x: from + size / 2, y: top + 15, "text-anchor": "middle" },
            String(total[kind]),
          );
          from += size;
          return svg("g", {}, piece, number);
        });
        if (several)
          pieces.push(svg("text", { class: "tick", x: left - 6, y: top + 15, "text-anchor": "end" }, MOMENTS[moment]));
        return pieces;
      });
      return [svg("text", { class: "name", x: 0, y: y + 15 }, `${number} ${name}`), ...bars];
    });
    const told = names.map(([name]) =>
      shown
        .map((moment, order) => {
          const total = totals[order].get(name);
          return total ? `${name} ${MOMENTS[moment]}: ${Scan.inWords(total)}` : "";
        })
        .filter(Boolean)
        .join("; "),
    );
    return svg(
      "svg",
      {
        viewBox: `0 0 ${left + width + (narrow.matches ? 0 : 10)} ${names.length * row + 6}`,
        class: narrow.matches ? "picture narrow" : "picture",
        role: "img",
        "aria-label": `Uitkomst van ${words.called}. ${told.join(". ")}.`,
      },
      ...parts,
    );
  }

  /** What each part of a bar means. */
  function key() {
    return el(
      "ul",
      { class: "scan-key", "aria-hidden": "true" },
      ...KINDS.map((kind) => {
        const sign = svg(
          "svg",
          { viewBox: "0 0 20 12", class: "picture sign" },
          svg("rect", { class: `scan-${kind}`, x: 1, y: 1, width: 18, height: 10 }),
        );
        return el("li", {}, sign, ` ${SIGNS[kind]}`);
      }),
    );
  }

  /** The same in words, as a table. @param {string[]} shown @param {Map<string, ScanTotal>[]} totals */
  function showTable(shown, totals) {
    const table = one("[data-scan-words]", result);
    const head = el(
      "tr",
      {},
      el("th", { scope: "col" }, "Fase"),
      ...shown.map((moment) => el("th", { scope: "col" }, MOMENTS[moment])),
    );
    const rows = phases()
      .filter(([name]) => totals.some((total) => total.has(name)))
      .map(([name, number]) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, `${number} ${name}`),
          ...totals.map((total, order) => {
            const found = total.get(name);
            return el("td", { "data-label": MOMENTS[shown[order]] }, found ? Scan.inWords(found) : "geen vragen");
          }),
        ),
      );
    table.replaceChildren(el("thead", {}, head), el("tbody", {}, ...rows));
  }

  // What the address asks for; else go on where the reader was: at the last moment that has answers.
  const asked = new URLSearchParams(location.search);
  /** @param {string} name */
  const known = (name) => (Object.hasOwn(MOMENTS, asked.get(name) ?? "") ? asked.get(name) : "");
  const begun = words.moments
    .map(({ id }) => id)
    .filter((name) => Object.keys(project().scan[name] ?? {}).length)
    .at(-1);
  const first = known("moment") || begun;
  if (first) /** @type {HTMLInputElement} */ (one(`#moment-${first}`, box)).checked = true;
  beside.value = known("ernaast") || "";

  store.listen(show);
  narrow.addEventListener("change", show);
}
