// The page of the reader's own pack: order, copies, title, a link for a colleague, and one PDF made in the browser.
"use strict";

{
  const { el, button } = Elements;
  const builder = /** @type {HTMLElement | null} */ (document.querySelector("[data-pack-builder]"));

  /** The pack as the end of an address, which a browser sends to nobody. @param {OwnPack} pack */
  const asQuery = (pack) =>
    `#${new URLSearchParams({ ...Pack.toLink(pack) }).toString().replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%3A", ":")}`;

  /** The pack in an address, behind `?` or `#`; nothing where there is none. @param {string} query @returns {OwnPack | null} */
  function fromQuery(query) {
    const said = Object.fromEntries(new URLSearchParams(query));
    return "stukken" in said ? Pack.fromLink(/** @type {PackLink} */ (said)) : null;
  }

  /** @param {HTMLElement} root */
  async function start(root) {
    /** @param {string} name */
    const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-pack-${name}]`));
    const list = part("list");
    const form = /** @type {HTMLFormElement} */ (part("form"));
    const title = /** @type {HTMLInputElement} */ (root.querySelector("#werkmap-titel"));
    const people = /** @type {HTMLInputElement} */ (root.querySelector("#werkmap-mensen"));
    const perGroup = /** @type {HTMLInputElement} */ (root.querySelector("#werkmap-groepjes"));
    const single = /** @type {HTMLInputElement} */ (root.querySelector("#werkmap-enkel"));
    const choice = /** @type {HTMLSelectElement} */ (root.querySelector("#werkmap-stuk"));
    const printables = await Printables.read(JSON.parse(root.dataset.packBuilder ?? "{}"));
    const store = MyPack.open();
    const printer = MyPack.printer();
    const sessions = MySessions.open();
    let pack = store.value;

    /** All that comes out of a printer follows from this. */
    const now = () => JSON.stringify([pack, single.checked, sessions.value.scripts]);
    /** Of what the PDFs were made that the status tells of; nothing where it tells of none. */
    let made = "";

    /** @param {string} text @param {string} [action] @param {() => void} [then] */
    const say = (text, action, then) => {
      made = "";
      part("status").replaceChildren(text);
      if (!action || !then) return;
      const answer = button(action, { class: "small-button" }, then);
      part("status").append(" ", answer);
      answer.focus();
    };

    /** Change the pack, as it is now in whatever tab. @param {(pack: OwnPack) => OwnPack} edit */
    const change = (edit) =>
      store.change((now) => {
        Object.assign(now, Pack.clean(edit({ ...now })));
      });

    /** Change it so that it can be undone; what another tab adds in the meantime stays. @param {(pack: OwnPack) => OwnPack} edit @param {string} text */
    const changeWithUndo = (edit, text) => {
      const before = pack;
      change(edit);
      const after = pack;
      /** @param {PackItem} item */
      const since = (item) => ![...before.items, ...after.items].some((one) => one.piece === item.piece);
      say(text, "Zet terug", () => {
        change((now) => ({ ...before, items: [...before.items, ...now.items.filter(since)] }));
        say("Teruggezet.");
      });
    };

    /** @param {PackItem} item */
    const titleOf = (item) => printables.get(item.piece)?.title || item.piece;

    /** @param {string} piece @param {number} step */
    const move = (piece, step) => {
      change((now) => {
        const items = [...now.items];
        const from = items.findIndex((item) => item.piece === piece);
        items.splice(from + step, 0, ...items.splice(from, 1));
        return { ...now, items };
      });
      const to = pack.items.findIndex((item) => item.piece === piece);
      say(`${titleOf(pack.items[to])} staat nu op plek ${to + 1} van ${pack.items.length}.`);
      const row = /** @type {HTMLElement} */ (list.children[to]);
      const same = row.querySelector(step < 0 ? "[data-up]" : "[data-down]");
      const other = row.querySelector(step < 0 ? "[data-down]" : "[data-up]");
      /** @type {HTMLButtonElement} */ (same instanceof HTMLButtonElement && !same.disabled ? same : other).focus();
    };

    /** @param {string} piece @param {Partial<PackItem>} part */
    const changeItem = (piece, part) =>
      change((now) => ({
        ...now,
        items: now.items.map((item) => (item.piece === piece ? { ...item, ...part } : item)),
      }));

    /** The rows that are drawn, each with how to show what changed in it. @type {{piece: string, update: (item: PackItem) => void}[]} */
    let rows = [];

    /** @param {PackItem} item @param {number} index */
    const row = (item, index) => {
      const { piece } = item;
      const name = titleOf(item);
      const known = printables.get(piece);
      /** @param {string} sign @param {string} label @param {string} mark @param {() => void} does @param {boolean} [off] */
      const action = (sign, label, mark, does, off = false) => {
        const made = button(sign, { class: "small-button", "aria-label": label, [mark]: "" }, does);
        made.disabled = off;
        return made;
      };
      const number = el("input", {
        type: "text",
        inputmode: "numeric",
        autocomplete: "off",
        class: "pack-number",
        "aria-label": `Aantal van ${name}`,
      });
      const wrong = el("span", { class: "wrong", id: `werkmap-fout-${index}` });
      const total = el("span", { class: "pack-total" });
      NumberField.listen(number, wrong, [1, 99], (read) => {
        if (!read.wrong && read.value === null) NumberField.mark(number, wrong, "Vul een getal in.");
        if (read.value) changeItem(piece, { copies: read.value });
        else show();
      });
      const per = el(
        "select",
        { "aria-label": `Aantal van ${name}: vast, of per wie` },
        ...Object.entries(Copies.FOR).map(([value, text]) => el("option", { value }, text)),
      );
      per.addEventListener("change", () => changeItem(piece, { per: /** @type {PackItem["per"]} */ (per.value) }));
      /** @param {PackItem} now */
      const update = (now) => {
        const bad = NumberField.isWrong(number);
        if (document.activeElement !== number && !bad) number.value = String(now.copies);
        per.value = now.per;
        total.textContent =
          bad || NumberField.isWrong(people) || NumberField.isWrong(perGroup) ? "" : `${Pack.copies(now, pack)}×`;
      };
      rows.push({ piece, update });
      const pages = known ? known.files[0].pages : 0;
      return el(
        "li",
        {},
        el(
          "p",
          { class: "pack-name" },
          known ? el("a", { href: Site.at(known.url) }, name) : name,
          el(
            "span",
            {},
            known
              ? ` ${known.files[0].paper}, ${Counts.of(pages, "bladzijde", "bladzijden")}`
              : " dit stuk is er niet meer",
          ),
        ),
        el(
          "p",
          { class: "pack-line" },
          number,
          per,
          total,
          wrong,
          action("↑", `Zet ${name} omhoog`, "data-up", () => move(piece, -1), index === 0),
          action("↓", `Zet ${name} omlaag`, "data-down", () => move(piece, 1), index === pack.items.length - 1),
          action("Haal weg", `Haal weg: ${name}`, "data-remove", () =>
            changeWithUndo(
              (now) => ({ ...now, items: now.items.filter((one) => one.piece !== piece) }),
              `${name} is uit je werkmap.`,
            ),
          ),
        ),
      );
    };

    /** What comes out of a printer, cover and contents too. */
    const showPaper = () => {
      const { text, papers } = sheets.said(pack, single.checked, now());
      part("by-paper").hidden = papers < 2 && !single.checked; // the whole as one PDF has backs
      part("paper").textContent = text;
    };
    const sheets = PackSheets.of(printables, showPaper);

    const show = () => {
      // Drawn anew only when the list is another: nobody types in a field that is taken away.
      if (rows.map(({ piece }) => piece).join() !== pack.items.map(({ piece }) => piece).join()) {
        rows = [];
        list.replaceChildren(...pack.items.map(row));
      }
      rows.forEach(({ update }, index) => update(pack.items[index]));
      showPaper();
      if (made && made !== now()) say("De werkmap is veranderd. Maak opnieuw wat je wilt printen.");
      StalePack.show(part("stale"), pack, printables, changeWithUndo);
      part("empty").hidden = pack.items.length > 0;
      form.hidden = pack.items.length === 0;
      list.hidden = pack.items.length === 0;
      if (document.activeElement !== title) title.value = pack.title;
      if (document.activeElement !== people && !NumberField.isWrong(people))
        people.value = pack.people ? String(pack.people) : "";
      if (document.activeElement !== perGroup && !NumberField.isWrong(perGroup)) perGroup.value = String(pack.perGroup);
      for (const option of choice.options) option.disabled = pack.items.some((item) => item.piece === option.value);
      const told = MyPack.told(store.notice);
      part("notice").hidden = !told;
      part("notice").textContent = told && `${told} Kopieer een link om hem te houden.`;
      for (const place of root.ownerDocument.querySelectorAll("[data-pack-kept]"))
        /** @type {HTMLElement} */ (place).hidden = Boolean(told);
    };

    /** A pack that came with the link: taken over where there was none, else the reader chooses. @param {OwnPack} given */
    const receive = (given) => {
      history.replaceState(null, "", location.pathname);
      const items = given.items.filter((item) => printables.has(item.piece));
      const lost = given.items.length - items.length;
      const told =
        lost === 0
          ? ""
          : lost === 1
            ? " Eén stuk uit de link is er niet meer."
            : ` ${lost} stukken uit de link zijn er niet meer.`;
      const next = { ...given, items };
      if (!items.length) return say(`In deze link zit geen stuk dat er nog is.`);
      if (!pack.items.length || JSON.stringify(pack) === JSON.stringify(next)) {
        change(() => next);
        return say(`Dit is de werkmap die met je is gedeeld.${told}`);
      }
      const box = part("shared");
      const close = () => {
        box.hidden = true;
      };
      /** @param {string} text @param {() => void} does */
      const answer = (text, does) => button(text, { class: "small-button" }, () => (close(), does()));
      /** @param {OwnPack} now */
      const together = (now) => ({
        ...now,
        items: [...now.items, ...next.items.filter((item) => !now.items.some((own) => own.piece === item.piece))],
      });
      box.replaceChildren(
        el(
          "p",
          {},
          `Iemand deelt een werkmap met je: ${next.title || "zonder titel"}, ${Counts.of(items.length, "stuk", "stukken")}. Je hebt zelf al een werkmap.${told}`,
        ),
        el(
          "p",
          { class: "pack-line" },
          answer("Neem deze", () => changeWithUndo(() => next, "Je hebt nu de werkmap uit de link.")),
          answer("Voeg toe aan de mijne", () => changeWithUndo(together, "Toegevoegd.")),
          answer("Houd de mijne", () => say("Je werkmap is gebleven zoals hij was.")),
        ),
      );
      box.hidden = false;
    };

    for (const [type, label] of Object.entries(Printables.KINDS)) {
      const group = el("optgroup", { label });
      for (const [piece, one] of printables)
        if (one.type === type && piece === Printables.addressOf(one.url))
          group.append(el("option", { value: piece }, one.title));
      if (group.childElementCount) choice.append(group);
    }
    part("choose").addEventListener("submit", (event) => {
      event.preventDefault();
      const piece = choice.value;
      if (!piece) return;
      change((now) => ({ ...now, items: [...now.items, { piece, copies: 1, per: "" }] }));
      choice.value = "";
      const inside = pack.items.some((item) => item.piece === piece);
      say(
        inside
          ? `${printables.get(piece)?.title} zit in je werkmap.`
          : `In een werkmap passen ${Pack.MOST} stukken. Haal er eerst een weg.`,
      );
    });
    title.addEventListener("input", () => change((now) => ({ ...now, title: title.value })));
    NumberField.listen(people, part("people-wrong"), [1, 200], ({ value, wrong }) => {
      if (wrong) show();
      else change((now) => ({ ...now, people: value ?? 0 }));
    });
    NumberField.listen(perGroup, part("groups-wrong"), [2, 20], ({ value, wrong }) => {
      if (wrong) show();
      else if (value) change((now) => ({ ...now, perGroup: value }));
    });
    part("clear").addEventListener("click", () => changeWithUndo(() => Pack.clean({}), "Je werkmap is leeg."));
    part("link").addEventListener("click", async () => {
      const address = location.origin + location.pathname + asQuery(pack);
      try {
        await navigator.clipboard.writeText(address);
        say("De link is gekopieerd. Wie hem opent, krijgt deze werkmap.");
      } catch {
        say("Kopieer deze link: ");
        part("status").append(el("a", { href: address }, address));
      }
    });
    /** Make something of the pack, and say what came of it. @param {(name: string) => Promise<void>} work */
    const work = async (work) => {
      const wrong = /** @type {HTMLInputElement | null} */ (root.querySelector("[aria-invalid=true]"));
      if (wrong) return (say("Verbeter eerst het aantal dat niet klopt."), wrong.focus());
      const misfit = await StalePack.misfit(pack, printables);
      if (misfit) return (say(`Kies eerst een aantal mensen dat past. ${misfit}`), people.focus());
      const of = now();
      const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (form.querySelectorAll("[data-pack-make]"));
      for (const one of buttons) one.disabled = true;
      try {
        await work(Slugs.slug(pack.title, "werkmap"));
        made = of;
        show();
      } catch (error) {
        say(error instanceof NoPdf ? error.message : "De PDF is niet gelukt. Probeer het nog eens.");
      }
      for (const one of buttons) one.disabled = false;
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      work(async (name) => {
        const { content, sheets: comes } = await PackPdf.make(pack, printables, say);
        Files.give(`${name}.pdf`, "application/pdf", content);
        const otherwise = single.checked ? " Print je op één kant, neem dan de printopdrachten." : "";
        say(`De PDF is klaar en staat bij je downloads. Dubbelzijdig is dat ${comes}.${otherwise}`);
      });
    });
    part("by-paper").addEventListener("click", () =>
      work(async (name) => {
        const jobs = await PackPdf.jobs(pack, printables, say, single.checked);
        say("De printopdrachten zijn klaar. Bewaar ze een voor een, en print ze op 100%.");
        const lines = jobs.map((job, at) => {
          const file = `${name}-${at + 1}-${job.name}.pdf`;
          const give = () => Files.give(file, "application/pdf", job.content);
          return el("li", {}, `${job.said} `, button(`Bewaar ${job.name}`, { class: "small-button" }, give));
        });
        part("status").append(el("ol", { class: "pack-jobs" }, ...lines));
        part("status").querySelector("button")?.focus();
      }),
    );
    single.addEventListener("change", () =>
      printer.change((own) => {
        own.oneSide = single.checked;
      }),
    );
    root.hidden = false;
    store.follow(window);
    printer.follow(window);
    sessions.follow(window);
    store.listen((kept) => {
      pack = kept;
      show();
    });
    printer.listen(({ oneSide }) => {
      single.checked = oneSide;
      show();
    });
    sessions.listen(show);
    const arrive = () => {
      const given = fromQuery(location.search) ?? fromQuery(location.hash.slice(1));
      if (given) receive(given);
    };
    arrive();
    window.addEventListener("hashchange", arrive); // a link pasted where this page is already open
  }

  if (builder)
    start(builder).catch(() => {
      builder.hidden = false;
      builder.replaceChildren(
        el(
          "p",
          {},
          location.protocol === "file:"
            ? "Een eigen werkmap maak je op de website. Vanuit een map op je schijf kan dat niet; print de bladen hier los."
            : "De lijst met stukken is niet op te halen. Laad de bladzijde opnieuw, of print de bladen los.",
        ),
      );
    });
}
