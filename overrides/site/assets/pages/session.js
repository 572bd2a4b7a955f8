// A script for your own group and time, on its own page and on that of its pack: what is chosen is counted through the page, and
// taken along into the reader's own pack and into a calendar.
"use strict";

if (document.querySelector("[data-session]")) {
  const { el, button, one, all } = Elements;
  const desk = one("[data-session]");
  const slug = desk.dataset.session ?? "";
  const form = /** @type {HTMLFormElement} */ (one("[data-session-form]", desk));
  const said = one("[data-session-said]", desk);
  const script = /** @type {SessionScript} */ (MySessions.scriptOf(desk));
  const store = MySessions.open();
  const title = desk.dataset.sessionTitle ?? "";
  const address = `draaiboeken/${slug}`;
  const table = /** @type {HTMLElement | null} */ (document.querySelector(".script-clock tbody"));

  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement} */ (one(`[name=${name}]`, form));
  const wish = () => store.value.scripts[slug] ?? {};

  /** @param {(wish: SessionWish) => SessionWish} edit */
  const change = (edit) =>
    store.change((kept) => {
      kept.scripts[slug] = Session.clean(edit(kept.scripts[slug] ?? {}));
    });

  /** @param {ParentNode} within @param {string} name @param {string} text */
  const write = (within, name, text) => {
    for (const place of all(`[data-held=${name}]`, within)) if (place.textContent !== text) place.textContent = text;
  };

  /** The rows of the table as they are held now; a break that the script has not, gets a row of its own. @param {HeldSession} now */
  const showRows = (now) => {
    if (!table) return;
    for (const row of all("[data-break]", table)) row.remove();
    const rows = new Map(now.rows.map((row) => [row.id, row]));
    for (const place of all("[data-part]", table)) {
      const row = rows.get(place.dataset.part ?? "");
      place.hidden = !row;
      if (!row) continue;
      write(place, "clock", row.clock);
      write(place, "passed", row.passed);
      write(place, "minutes", String(row.minutes));
      for (const shorter of all("[data-held=shorter]", place)) shorter.hidden = !row.brief;
      for (const usual of all("[data-held=usual]", place)) usual.hidden = row.brief;
      for (const { dataset } of all("[data-held=copies]", place))
        dataset.copies = `${Copies.needed(dataset.per ?? "", Number(dataset.number), now.people, now.group.per_group)}×`;
      for (const copies of all("[data-copies]", place)) copies.textContent = copies.dataset.copies ?? "";
    }
    moveForAll(table, now);
    now.rows.forEach((row, at) => {
      if (table.querySelector(`[data-part="${row.id}"]`)) return;
      const before = table.querySelector(`[data-part="${now.rows[at - 1]?.id}"]`);
      const head = el("th", { scope: "row" }, el("span", { class: "from-zero" }, row.clock), " ");
      head.append(el("span", { class: "from-clock" }, `na ${row.passed}`));
      /** @param {string} name @param {"strong" | "span"} [tag] @param {string} [text] */
      const said = (name, tag = "span", text = "") => el(tag, { "data-running-says": name }, text);
      const what = el(
        "td",
        {},
        said("title", "strong", row.part.title),
        el("br"),
        said("trainer", "span", row.says.trainer),
      );
      const marks = { id: row.id, "data-break": "", "data-minutes": String(row.minutes) };
      const cells = [el("td", { "data-held": "minutes" }, String(row.minutes)), what, el("td"), el("td")];
      before?.after(el("tr", marks, head, ...cells));
    });
  };

  /** What everybody gets goes with the first and the last part that are held. @param {HTMLElement} table @param {HeldSession} now */
  const moveForAll = (table, now) => {
    const rows = [now.rows[0], now.rows[now.rows.length - 1]];
    all("[data-for-all]", table).forEach((own, at) => {
      const cell = table.querySelector(`[data-part="${rows[at]?.id}"] [data-running-says=sheets]`);
      const name = own.firstChild;
      if (!cell || !name) return;
      own.remove();
      name.textContent = (name.textContent ?? "").replace(/^(, )?/, cell.childElementCount ? ", " : "");
      cell.append(own);
    });
  };

  /** @param {HeldSession} now */
  const showNumbers = (now) => {
    const counted = Session.counted(now);
    for (const place of all("[data-counted]")) {
      const text = counted[place.dataset.counted ?? ""];
      if (text && place.textContent !== text) place.textContent = text;
    }
    write(document, "duration", Session.duration(now.minutes));
    write(document, "begins", now.begins);
    write(document, "ends", now.ends);
    for (const place of all("[data-held=late]")) {
      place.hidden = now.late.length === 0;
      one("ul", place).replaceChildren(...now.late.map((text) => el("li", {}, Session.said(text, now))));
    }
    const packed = new Map(Session.packing(now).map((sheet) => [`${sheet.piece}:${sheet.form}`, sheet.copies]));
    for (const line of all("[data-packed]")) {
      const number = packed.get(line.dataset.packed ?? "");
      line.hidden = !number;
      if (number) write(line, "number", `${number}×`);
    }
    const beside = script.packing ?? [];
    all("[data-packed-beside]").forEach((line, at) => {
      line.hidden = !now.packing.includes(beside[at]?.text);
    });
  };

  /** Which other scripts there are for so many people. @param {number} people */
  const alsoFor = (people) => {
    const fits = (script.others ?? []).filter(({ least, most }) => least <= people && people <= most);
    const links = fits.map(({ title, address }) => el("a", { href: Site.at(address) }, title));
    return links.length
      ? [`Met ${people} kan wel: `, ...links.flatMap((link, at) => (at ? [", ", link] : [link])), ". "]
      : [];
  };

  /** What did not fit, each with what comes nearest to take instead. @param {HeldSession} now */
  const showTroubles = (now) => {
    const lines = now.troubles.map((trouble) => {
      const { wish: name, text } = trouble;
      const line = el("p", { class: "notice" }, text, " ");
      if (name === "people") line.append(...alsoFor(wish().people ?? 0));
      const choices = MySessions.choices(trouble).map(({ label, value }) =>
        button(label, { class: "small-button" }, () => {
          change((now) => ({ ...now, [name]: name === "ends" ? padded(String(value)) : value }));
          field(name).focus();
        }),
      );
      line.append(...MySessions.spaced(choices));
      return line;
    });
    const kept = MySessions.told(store.notice);
    said.replaceChildren(...lines, ...(kept ? [el("p", {}, kept)] : []));
  };

  /** A time as a field for one wants it. @param {string} clock */
  const padded = (clock) => clock.padStart(5, "0");

  /** @param {HeldSession} now */
  const showForm = (now) => {
    const chosen = wish();
    const pause = script.parts.filter((part) => part.pause).reduce((sum, part) => sum + part.minutes, 0);
    /** @type {Record<string, string>} */
    const texts = {
      people: String(chosen.people ?? now.people),
      begins: padded(chosen.begins || now.begins),
      ends: padded(chosen.ends && !chosen.minutes ? chosen.ends : now.ends),
      minutes: String(chosen.minutes ?? now.minutes),
      pause: String(chosen.pause ?? (now.rows.some((row) => row.part.pause) ? pause : 0)),
    };
    for (const [name, text] of Object.entries(texts)) {
      const place = field(name);
      if (document.activeElement !== place && !NumberField.isWrong(place)) place.value = text;
    }
    if (script.short) field("short").checked = Boolean(chosen.short);
    const gone = new Set(chosen.without);
    for (const box of /** @type {HTMLInputElement[]} */ (all("[name=with]", form))) {
      box.disabled = Boolean(chosen.short && script.short?.without.includes(box.value));
      box.checked = !gone.has(box.value) && !box.disabled;
    }
  };

  const now = () => Session.held(script, wish());
  const show = () => {
    const held = now();
    showRows(held);
    showNumbers(held);
    showTroubles(held);
    showForm(held);
  };

  for (const [name, limits] of /** @type {[string, [number, number]][]} */ ([
    ["people", [1, 200]],
    ["minutes", [1, 480]],
    ["pause", [0, 240]],
  ])) {
    const wrong = el("span", { class: "wrong", id: `sessie-${name}-fout` });
    field(name).after(" ", wrong);
    NumberField.listen(field(name), wrong, limits, (read) => {
      if (read.wrong) return;
      const other = name === "minutes" ? { ends: "" } : {};
      change((before) => ({ ...before, ...other, [name]: read.value }));
    });
  }
  field("begins").addEventListener("change", () => change((before) => ({ ...before, begins: field("begins").value })));
  field("ends").addEventListener("change", () =>
    change((before) => ({ ...before, minutes: null, ends: field("ends").value })),
  );
  form.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box.name === "short") change((before) => ({ ...before, minutes: null, ends: "", short: box.checked }));
    if (box.name === "with")
      change((before) => ({
        ...before,
        without: [...(before.without ?? []).filter((id) => id !== box.value), ...(box.checked ? [] : [box.value])],
      }));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  one("[data-session-wipe]", desk).addEventListener("click", () => {
    change(() => ({}));
    said.replaceChildren("Het draaiboek staat er weer zoals het was.");
  });

  one("[data-session-pack]", desk).addEventListener("click", () => {
    const held = now();
    MyPack.open().change((pack) => {
      Object.assign(
        pack,
        Pack.clean({ ...Pack.withSession(pack, address, held, Session.held(script)), title: pack.title || title }),
      );
    });
    const link = el("a", { href: Site.at("werkmap/") }, "Naar mijn werkmap");
    const asked = wish().people ?? held.people;
    const other = asked === held.people ? "" : ` Je vroeg ${asked}; dat past hier niet.`;
    said.replaceChildren(
      `Het draaiboek en zijn bladen zitten in je werkmap, voor ${held.people} mensen.${other} `,
      link,
    );
  });

  const day = /** @type {HTMLInputElement} */ (one("#sessie-dag", desk));
  const noDay = one("#sessie-dag-fout", desk);
  day.addEventListener("input", () => NumberField.mark(day, noDay, ""));
  one("[data-session-calendar]", desk).addEventListener("click", () => {
    if (!Dates.isDay(day.value)) {
      NumberField.mark(day, noDay, "Kies eerst een dag.");
      day.focus();
      return;
    }
    const { begins, minutes, rows, people } = now();
    const more = [`Voor ${people} mensen.`, ...rows.map((row) => `${row.clock} ${row.part.title}`), location.href];
    const event = {
      key: `${slug}-${day.value}`,
      from: day.value,
      to: Dates.addDays(day.value, 1),
      title,
      text: more.join("\n"),
      address: "",
      early: 0,
      begins,
      minutes,
    };
    Files.give(`${slug}.ics`, "text/calendar", Calendar.text([event], "draaiboek", new Date()));
    said.replaceChildren("Het bestand voor je agenda staat bij je downloads.");
  });

  store.follow(window);
  store.listen(show);
}
