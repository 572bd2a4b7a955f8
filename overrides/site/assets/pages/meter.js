// The page of the meter: rows to fill in, one for the whole or one for each part of it. The words stand in the page.
"use strict";

{
  const { el, svg, button, one, all } = Elements;
  const { store, edit, project } = Projects;
  const box = one("[data-meter]");
  /** @type {MeterWords} */
  const words = JSON.parse(box.dataset.meter ?? "");
  const { threshold, counts, part, answer, silence } = words;
  const { capital } = Meter;
  const times = Meter.times(threshold);
  const rows = one("[data-meter-rows]", box);
  const said = one("[data-meter-said]", box);
  const bar = one("[data-meter-bar]", box);
  box.hidden = false;

  const FIELDS = /** @type {const} */ ([
    ["tenants", capital(counts.many)],
    ["yes", capital(`${answer.many} ${answer.yes}`)],
    ["no", capital(`${answer.many} ${answer.no}`)],
  ]);

  /** @returns {MeterRow} */
  const blank = () => ({ id: BrowserStorage.unique(), at: null, name: "", tenants: null, yes: null, no: null });

  /** The row that stands there where none is kept. */
  const first = blank();

  /** The rows that are kept; one empty row where there are none. */
  const kept = () => (project().meter.length ? project().meter : [first]);

  /** @param {MeterRow} row @param {(row: MeterRow) => void} change */
  const editRow = ({ id }, change) =>
    edit((mine) => {
      if (!mine.meter.length) mine.meter.push({ ...first });
      const found = mine.meter.find((one) => one.id === id);
      if (found) change(found);
    });

  /** What a row is called. @param {MeterRow} row @param {number} index */
  const called = (row, index) => row.name || capital(`${part.one} ${index + 1}`);

  /** @param {MeterRow} row @param {number} index @param {boolean} several */
  const fieldset = (row, index, several) => {
    const name = el("input", {
      type: "text",
      id: `deel-${index}`,
      maxlength: "40",
      value: row.name,
      autocomplete: "off",
      "aria-describedby": `deel-${index}-fout`,
    });
    const refused = el("span", { class: "wrong", id: `deel-${index}-fout` });
    name.addEventListener("change", () => {
      const wanted = name.value.trim();
      const [personal] = Personal.find(wanted);
      refused.textContent = personal ? `${personal.sort.what} ${personal.sort.help} De oude naam is gebleven.` : "";
      if (personal) name.value = kept()[index]?.name ?? "";
      else
        editRow(row, (mine) => {
          mine.name = wanted;
        });
    });
    const fields = FIELDS.map(([key, label]) => {
      const id = `${key}-${index}`;
      const input = el("input", {
        type: "text",
        inputmode: "numeric",
        id,
        autocomplete: "off",
        value: String(row[key] ?? ""),
      });
      const wrong = el("span", { class: "wrong", id: `${id}-fout` });
      NumberField.listen(input, wrong, [0, Meter.MOST], (read) => {
        if (read.wrong) show();
        else
          editRow(row, (mine) => {
            mine[key] = read.value;
          });
      });
      return el("p", { class: "field" }, el("label", { for: id }, label), input, wrong);
    });
    /** @param {string} label @param {string} what */
    const counted = (label, what) =>
      el(
        "p",
        { class: "field" },
        el("span", { class: "label" }, label),
        el("output", { [`data-${what}`]: String(index) }),
      );
    const follows = [
      counted(capital(silence.name), "unheard"),
      ...(several ? [counted(`Tot ${threshold}% hier`, "here")] : []),
    ];
    const drop = button(
      "Haal weg",
      { class: "button small", "aria-label": `Haal weg: ${part.one} ${index + 1}` },
      () => {
        const gone = kept()[index];
        edit((mine) => {
          mine.meter = mine.meter.filter(({ id }) => id !== gone.id);
        });
        draw();
        undo(gone, index);
      },
    );
    const legend = el(
      "legend",
      { class: several ? "" : "screen-reader" },
      several ? capital(`${part.one} ${index + 1}`) : part.whole,
    );
    const naming = several
      ? [el("p", { class: "field wide" }, el("label", { for: name.id }, `Naam van ${part.the}`), name, refused)]
      : [];
    return el("fieldset", { class: "meter-row" }, legend, ...naming, ...fields, ...follows, ...(several ? [drop] : []));
  };

  /** @param {MeterRow} gone @param {number} index */
  const undo = (gone, index) => {
    const place = one("[data-meter-undo]", box);
    const back = button("Zet terug", { class: "button small" }, () => {
      edit((mine) => mine.meter.splice(index, 0, gone));
      place.replaceChildren();
      draw();
      one(`#tenants-${index}`, box).focus();
    });
    place.replaceChildren(`${capital(part.one)} weggehaald. `, back);
    back.focus();
  };

  /** Which rows have fields. */
  let drawn = "";
  const ids = () =>
    kept()
      .map(({ id }) => id)
      .join(" ");

  /** Draw the fields anew. Only when there are other rows: nobody types in a field that is taken away. */
  const draw = () => {
    const now = kept();
    drawn = ids();
    rows.replaceChildren(...now.map((row, index) => fieldset(row, index, now.length > 1)));
    show();
  };

  /** What stands in the fields and is no number, to put it back after drawing. */
  const mistakes = () => {
    const wrong = /** @type {HTMLInputElement[]} */ (all("[aria-invalid=true]", rows)).map(({ id, value }) => ({
      id,
      value,
    }));
    return () =>
      wrong.forEach(({ id, value }) => {
        const input = /** @type {HTMLInputElement | null} */ (rows.querySelector(`#${id}`));
        if (!input) return;
        input.value = value;
        input.dispatchEvent(new Event("input"));
      });
  };

  /** The first field of a row with something in it that is no number. @param {number} index */
  const unread = (index) => FIELDS.find(([key]) => NumberField.isWrong(one(`#${key}-${index}`, rows)));

  /** Why there is no answer now; nothing where there is one. @param {MeterRow[]} now */
  const trouble = (now) => {
    for (const [index, row] of now.entries()) {
      const where = now.length > 1 ? ` bij ${called(row, index)}` : "";
      const field = unread(index);
      if (field)
        return `Er is nu geen uitkomst. Verbeter eerst ${field[1]}${where}. ${one(`#${field[0]}-${index}-fout`, rows).textContent}`;
      const cause = Meter.cause(row, words);
      if (cause) return `Dit kan niet kloppen${where}. ${cause}`;
    }
    return "";
  };

  /** The rows that do not count yet, in words. @param {MeterRow[]} now */
  const open = (now) => {
    const names = now.flatMap((row, index) => (now.length > 1 && !row.tenants ? [called(row, index)] : []));
    if (!names.length || names.length === now.length) return "";
    return names.length === 1
      ? ` ${names[0]} is nog leeg en telt niet mee.`
      : ` Nog leeg, en niet meegeteld: ${names.join(", ")}.`;
  };

  /** Show the numbers that follow, and put what changed elsewhere in the fields that nobody is in. */
  const show = () => {
    const now = kept();
    now.forEach((row, index) => {
      for (const [key] of FIELDS) {
        const input = /** @type {HTMLInputElement} */ (one(`#${key}-${index}`, rows));
        if (input !== document.activeElement && !NumberField.isWrong(input)) input.value = String(row[key] ?? "");
      }
      const wrong = unread(index);
      const name = /** @type {HTMLInputElement | null} */ (rows.querySelector(`#deel-${index}`));
      if (name && name !== document.activeElement) name.value = row.name;
      const counted = Meter.count(row, threshold);
      const unheard =
        counted.verdict === "leeg" ? "" : counted.verdict === "fout" ? "klopt niet" : String(counted.unheard);
      one(`[data-unheard="${index}"]`, rows).textContent = wrong ? "" : unheard;
      const here = rows.querySelector(`[data-here="${index}"]`);
      if (here) here.textContent = wrong ? "" : Meter.here(counted);
    });
    one("[data-meter-add]", box).textContent = now.length > 1 ? `Voeg een ${part.one} toe` : `Tel per ${part.one}`;
    const found = Meter.count(Meter.sum(now), threshold);
    const wrong = trouble(now);
    if (wrong) found.verdict = "fout";
    const answered = (wrong || Meter.sentence(found, words) + open(now)) + Meter.twice(now);
    if (said.textContent !== answered) said.textContent = answered;
    said.dataset.verdict = found.verdict;
    drawBar(found);
    const sure = found.verdict !== "leeg" && found.verdict !== "fout";
    one("[data-meter-sum]").textContent = sure
      ? `${found.yes} ${answer.yes} × ${times[0]} = ${times[0] * found.yes}. ${found.tenants} ${counts.many} × ${times[1]} = ${times[1] * found.tenants}. Het eerste getal moet minstens zo groot zijn als het tweede.`
      : "";
    one("[data-meter-parts]", box).hidden = now.length === 1;
    one("[data-meter-paper]", box).replaceChildren(
      ...now.map((row, index) => {
        const counted = Meter.count(row, threshold);
        const { tenants, yes, no, unheard } = counted;
        const numbers = unread(index)
          ? ["", "", "", "", "klopt niet"]
          : [tenants, yes, no, counted.verdict === "fout" ? "" : unheard, Meter.here(counted)];
        const cells = numbers.map((number) => el("td", {}, String(number)));
        return el("tr", {}, el("th", { scope: "row" }, called(row, index)), ...cells);
      }),
    );
    all("[data-meter-total]", box).forEach((place, index) => {
      place.textContent = sure ? String([found.tenants, found.yes, found.no, found.unheard][index]) : "";
    });
  };

  /** Yes, nothing heard and no as a bar with a mark at what is needed. @param {Count} found */
  const drawBar = (found) => {
    bar.hidden = found.verdict === "leeg" || found.verdict === "fout";
    if (bar.hidden) return;
    const total = found.tenants;
    bar.replaceChildren(
      svg(
        "svg",
        {
          viewBox: `0 0 ${total} 40`,
          preserveAspectRatio: "none",
          class: "picture slim",
          "aria-hidden": "true",
          focusable: "false",
        },
        svg("rect", { class: "bar-yes", x: 0, y: 8, width: found.yes, height: 24 }),
        svg("rect", { class: "bar-open", x: found.yes, y: 8, width: found.unheard, height: 24 }),
        svg("rect", { class: "bar-no", x: found.yes + found.unheard, y: 8, width: found.no, height: 24 }),
        ...Array.from({ length: 19 }, (_, part) =>
          svg("line", {
            class: "bar-part",
            x1: ((part + 1) * total) / 20,
            x2: ((part + 1) * total) / 20,
            y1: 8,
            y2: 32,
          }),
        ),
        svg("line", { class: "zero", x1: found.needed, x2: found.needed, y1: 0, y2: 40 }),
      ),
      el(
        "p",
        { class: "note" },
        `Van links naar rechts: ${answer.yes} ${found.yes}, ${silence.name} ${found.unheard}, ${answer.no} ${found.no}. De streep staat bij ${found.needed}. Elk vak is 5%.`,
      ),
    );
  };

  one("[data-meter-add]", box).addEventListener("click", () => {
    const putBack = mistakes();
    const added = blank();
    edit((mine) => {
      if (!mine.meter.length) mine.meter.push({ ...first });
      mine.meter.push({ ...added });
    });
    draw();
    putBack();
    one(`#deel-${kept().length - 1}`, rows).focus();
  });

  draw();
  let shown = store.value.current;
  store.listen((state) => {
    const same = drawn === ids() && (shown === state.current || shown === "");
    shown = state.current;
    if (same) show();
    else draw();
  });
}
