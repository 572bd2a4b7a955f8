// The page of the reader's own pack: order, copies, title, a link for a colleague, and one PDF made in the browser.
"use strict";

{
  /**
   * A piece with a PDF, as `handboek.json` tells it.
   * @typedef {{type: string, slug: string, title: string, url: string, pdf: string, files: {pages: number, paper: string}[]}} Printable
   */

  const builder = /** @type {HTMLElement | null} */ (document.querySelector("[data-pack-builder]"));
  const KINDS = { guide: "Gesprekken", worksheet: "Werkbladen", message: "Berichten", script: "Draaiboeken" };
  const PER = { "": "vast aantal", persoon: "per persoon", tweetal: "per tweetal" };
  const LETTER = { "": "", persoon: "p", tweetal: "t" };

  /** @param {string} name @param {Record<string, string>} [attributes] @param {...(Node | string)} inside */
  function make(name, attributes = {}, ...inside) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }

  /** How many copies of a piece a group gets. @param {PackItem} item @param {number} people */
  function copies(item, people) {
    const times = item.per === "persoon" ? people : item.per === "tweetal" ? Math.ceil(people / 2) : 1;
    return item.copies * Math.max(times, 1);
  }

  /** The pack as the end of an address, which a browser sends to nobody. @param {OwnPack} pack */
  function asQuery(pack) {
    const items = pack.items.map((item) => {
      const extra = item.copies === 1 && !item.per ? "" : `:${item.copies}${LETTER[item.per]}`;
      return item.piece + extra;
    });
    const said = new URLSearchParams({ stukken: items.join(",") });
    if (pack.title) said.set("titel", pack.title);
    if (pack.people) said.set("mensen", String(pack.people));
    return `#${said.toString().replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
  }

  /** The pack in an address, behind `?` or `#`; nothing where there is none. @param {string} query @returns {OwnPack | null} */
  function fromQuery(query) {
    const said = new URLSearchParams(query);
    const pieces = said.get("stukken");
    if (pieces === null) return null;
    const items = pieces.split(",").map((one) => {
      const [piece, extra = ""] = one.split(":");
      const per = extra.endsWith("p") ? "persoon" : extra.endsWith("t") ? "tweetal" : "";
      return { piece: piece.replace(/^\/|\/$/g, ""), copies: parseInt(extra, 10) || 1, per };
    });
    return packStore.clean({ title: said.get("titel") || "", people: said.get("mensen") || 0, items });
  }

  /** @param {HTMLElement} root */
  async function start(root) {
    /** @param {string} name */
    const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-pack-${name}]`));
    const list = part("list");
    const form = /** @type {HTMLFormElement} */ (part("form"));
    const title = /** @type {HTMLInputElement} */ (root.querySelector("#werkmap-titel"));
    const people = /** @type {HTMLInputElement} */ (root.querySelector("#werkmap-mensen"));
    const choice = /** @type {HTMLSelectElement} */ (root.querySelector("#werkmap-stuk"));
    const printables = await readPrintables();
    const store = packStore.open();
    let pack = store.value;

    /** @param {string} text @param {string} [action] @param {() => void} [then] */
    const say = (text, action, then) => {
      part("status").replaceChildren(text);
      if (!action || !then) return;
      const button = make("button", { type: "button", class: "small-button" }, action);
      button.addEventListener("click", then);
      part("status").append(" ", button);
      button.focus();
    };

    /** Change the pack, as it is now in whatever tab. @param {(pack: OwnPack) => OwnPack} edit */
    const change = (edit) => store.change((now) => { Object.assign(now, packStore.clean(edit({ ...now }))); });

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
      change((now) => ({ ...now, items: now.items.map((item) => (item.piece === piece ? { ...item, ...part } : item)) }));

    /** The rows that are drawn, each with how to show what changed in it. @type {{piece: string, update: (item: PackItem) => void}[]} */
    let rows = [];

    /** @param {PackItem} item @param {number} index */
    const row = (item, index) => {
      const { piece } = item;
      const name = titleOf(item);
      const known = printables.get(piece);
      /** @param {string} sign @param {string} label @param {string} mark @param {() => void} does @param {boolean} [off] */
      const button = (sign, label, mark, does, off = false) => {
        const made = /** @type {HTMLButtonElement} */ (
          make("button", { type: "button", class: "small-button", "aria-label": label, [mark]: "" }, sign)
        );
        made.disabled = off;
        made.addEventListener("click", does);
        return made;
      };
      const number = /** @type {HTMLInputElement} */ (
        make("input", { type: "text", inputmode: "numeric", autocomplete: "off", class: "pack-number", "aria-label": `Aantal van ${name}` })
      );
      const wrong = make("span", { class: "wrong", id: `werkmap-fout-${index}` });
      const total = make("span", { class: "pack-total" });
      Numbers.field(number, wrong, [1, 99], (read) => {
        if (!read.wrong && read.value === null) Numbers.mark(number, wrong, "Vul een getal in.");
        if (read.value) changeItem(piece, { copies: read.value });
        else show();
      });
      const per = /** @type {HTMLSelectElement} */ (make("select", { "aria-label": `Aantal van ${name}: vast, of per wie` }));
      for (const [value, text] of Object.entries(PER)) per.append(new Option(text, value));
      per.addEventListener("change", () => changeItem(piece, { per: /** @type {PackItem["per"]} */ (per.value) }));
      /** @param {PackItem} now */
      const update = (now) => {
        const bad = number.getAttribute("aria-invalid") === "true";
        if (document.activeElement !== number && !bad) number.value = String(now.copies);
        per.value = now.per;
        total.textContent = bad || isWrong(people) ? "" : `${copies(now, pack.people)}×`;
      };
      rows.push({ piece, update });
      const pages = known ? known.files[0].pages : 0;
      return make(
        "li",
        {},
        make(
          "p",
          { class: "pack-name" },
          known ? make("a", { href: packRoot + known.url }, name) : name,
          make("span", {}, known ? ` ${known.files[0].paper}, ${pages === 1 ? "1 bladzijde" : `${pages} bladzijden`}` : " dit stuk is er niet meer"),
        ),
        make(
          "p",
          { class: "pack-line" },
          number,
          per,
          total,
          wrong,
          button("↑", `Zet ${name} omhoog`, "data-up", () => move(piece, -1), index === 0),
          button("↓", `Zet ${name} omlaag`, "data-down", () => move(piece, 1), index === pack.items.length - 1),
          button("Haal weg", `Haal ${name} weg`, "data-remove", () =>
            changeWithUndo((now) => ({ ...now, items: now.items.filter((one) => one.piece !== piece) }), `${name} is uit je werkmap.`),
          ),
        ),
      );
    };

    /** @param {Element} field */
    const isWrong = (field) => field.getAttribute("aria-invalid") === "true";

    const show = () => {
      // Drawn anew only when the list is another: nobody types in a field that is taken away.
      if (rows.map(({ piece }) => piece).join() !== pack.items.map(({ piece }) => piece).join()) {
        rows = [];
        list.replaceChildren(...pack.items.map(row));
      }
      rows.forEach(({ update }, index) => update(pack.items[index]));
      part("empty").hidden = pack.items.length > 0;
      form.hidden = pack.items.length === 0;
      list.hidden = pack.items.length === 0;
      if (document.activeElement !== title) title.value = pack.title;
      if (document.activeElement !== people && !isWrong(people)) people.value = pack.people ? String(pack.people) : "";
      for (const option of choice.options) option.disabled = pack.items.some((item) => item.piece === option.value);
      const told = packStore.told(store.notice);
      part("notice").hidden = !told;
      part("notice").textContent = told && `${told} Kopieer een link om hem te houden.`;
      for (const place of root.ownerDocument.querySelectorAll("[data-pack-kept]")) /** @type {HTMLElement} */ (place).hidden = Boolean(told);
    };

    /** A pack that came with the link: taken over where there was none, else the reader chooses. @param {OwnPack} given */
    const receive = (given) => {
      history.replaceState(null, "", location.pathname);
      const items = given.items.filter((item) => printables.has(item.piece));
      const lost = given.items.length - items.length;
      const told = lost === 0 ? "" : lost === 1 ? " Eén stuk uit de link is er niet meer." : ` ${lost} stukken uit de link zijn er niet meer.`;
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
      const button = (text, does) => {
        const made = make("button", { type: "button", class: "small-button" }, text);
        made.addEventListener("click", () => (close(), does()));
        return made;
      };
      /** @param {OwnPack} now */
      const together = (now) => ({ ...now, items: [...now.items, ...next.items.filter((item) => !now.items.some((own) => own.piece === item.piece))] });
      box.replaceChildren(
        make("p", {}, `Iemand deelt een werkmap met je: ${next.title || "zonder titel"}, ${items.length === 1 ? "1 stuk" : `${items.length} stukken`}. Je hebt zelf al een werkmap.${told}`),
        make(
          "p",
          { class: "pack-line" },
          button("Neem deze", () => changeWithUndo(() => next, "Je hebt nu de werkmap uit de link.")),
          button("Voeg toe aan de mijne", () => changeWithUndo(together, "Toegevoegd.")),
          button("Houd de mijne", () => say("Je werkmap is gebleven zoals hij was.")),
        ),
      );
      box.hidden = false;
    };

    for (const [type, label] of Object.entries(KINDS)) {
      const group = /** @type {HTMLOptGroupElement} */ (make("optgroup", { label }));
      for (const [piece, one] of printables) if (one.type === type && piece === addressOf(one.url)) group.append(new Option(one.title, piece));
      if (group.childElementCount) choice.append(group);
    }
    part("choose").addEventListener("submit", (event) => {
      event.preventDefault();
      const piece = choice.value;
      if (!piece) return;
      change((now) => ({ ...now, items: [...now.items, { piece, copies: 1, per: "" }] }));
      choice.value = "";
      const inside = pack.items.some((item) => item.piece === piece);
      say(inside ? `${printables.get(piece)?.title} zit in je werkmap.` : `In een werkmap passen ${packStore.MOST} stukken. Haal er eerst een weg.`);
    });
    title.addEventListener("input", () => change((now) => ({ ...now, title: title.value })));
    Numbers.field(people, part("people-wrong"), [1, 200], ({ value, wrong }) => {
      if (wrong) show();
      else change((now) => ({ ...now, people: value ?? 0 }));
    });
    part("clear").addEventListener("click", () => changeWithUndo(() => ({ title: "", people: 0, items: [] }), "Je werkmap is leeg."));
    part("link").addEventListener("click", async () => {
      const address = location.origin + location.pathname + asQuery(pack);
      try {
        await navigator.clipboard.writeText(address);
        say("De link is gekopieerd. Wie hem opent, krijgt deze werkmap.");
      } catch {
        say("Kopieer deze link: ");
        part("status").append(make("a", { href: address }, address));
      }
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const wrong = /** @type {HTMLInputElement | null} */ (root.querySelector("[aria-invalid=true]"));
      if (wrong) return say("Verbeter eerst het aantal dat niet klopt."), wrong.focus();
      const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
      button.disabled = true;
      try {
        const bytes = await makePdf(pack, printables, say);
        const name = (pack.title || "werkmap").toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
        const link = /** @type {HTMLAnchorElement} */ (make("a", { download: `${name || "werkmap"}.pdf` }));
        link.href = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        say("De PDF is klaar en staat bij je downloads.");
      } catch (error) {
        say(error instanceof Error && error.name === "Werkmap" ? error.message : "De PDF is niet gelukt. Probeer het nog eens.");
      }
      button.disabled = false;
    });
    root.hidden = false;
    store.follow(window);
    store.listen((now) => {
      pack = now;
      show();
    });
    const arrive = () => {
      const given = fromQuery(location.search) ?? fromQuery(location.hash.slice(1));
      if (given) receive(given);
    };
    arrive();
    window.addEventListener("hashchange", arrive); // a link pasted where this page is already open
  }

  /** Every piece with a PDF of its own, by its address without slashes and by those where it stood before.
   * @returns {Promise<Map<string, Printable>>} */
  async function readPrintables() {
    const answer = await fetch(`${packRoot}handboek.json`);
    /** @type {{pieces: Printable[], moved: Record<string, string>}} */
    const all = await answer.json();
    const found = new Map(
      all.pieces.filter((piece) => piece.type in KINDS && piece.pdf).map((piece) => [addressOf(piece.url), piece]),
    );
    for (const [old, now] of Object.entries(all.moved)) {
      const piece = found.get(addressOf(now));
      if (piece) found.set(addressOf(old), piece);
    }
    return found;
  }

  /** @param {string} url */
  const addressOf = (url) => url.replace(/\/$/, "");

  /** The library that puts PDFs together; fetched when somebody wants one. @returns {Promise<any>} */
  function library() {
    const ready = /** @type {any} */ (window).PDFLib;
    if (ready) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${packRoot}assets/vendor/pdf-lib.js`;
      script.addEventListener("load", () => resolve(/** @type {any} */ (window).PDFLib));
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  /** @param {string} text */
  function trouble(text) {
    const error = new Error(text);
    error.name = "Werkmap";
    return error;
  }

  const MM = 72 / 25.4;

  /**
   * Cover, contents, and every piece as often as it is needed, each copy from a front side.
   * @param {OwnPack} pack @param {Map<string, Printable>} printables @param {(text: string) => void} say
   */
  async function makePdf(pack, printables, say) {
    const { PDFDocument, PDFName, PDFPage, StandardFonts } = await library();
    const made = await PDFDocument.create();
    const plain = await made.embedFont(StandardFonts.Helvetica);
    const bold = await made.embedFont(StandardFonts.HelveticaBold);
    const known = new Set(plain.getCharacterSet());
    /** What the letters of the cover can write. @param {string} text */
    const safe = (text) =>
      Array.from(text.normalize("NFC"), (sign) => (known.has(/** @type {number} */ (sign.codePointAt(0))) ? sign : "?")).join("");
    const heading = safe(pack.title || "Mijn werkmap");
    made.setTitle(heading, { showInWindowTitleBar: true });
    made.setLanguage("nl");
    const A4 = [210 * MM, 297 * MM];
    const cover = made.addPage(A4);
    made.addPage(A4);

    const items = pack.items.filter((item) => printables.has(item.piece));
    const lines = 34;
    /** @type {any[]} */
    const contents = [];
    for (let page = 0; page < Math.ceil(items.length / lines); page += 1) contents.push(made.addPage(A4));
    if (made.getPageCount() % 2) made.addPage(A4);

    let number = made.getPageCount();
    const starts = [];
    for (const [index, item] of items.entries()) {
      const piece = /** @type {Printable} */ (printables.get(item.piece));
      say(`${index + 1} van ${items.length}: ${piece.title}`);
      const answer = await fetch(packRoot + piece.pdf, { signal: AbortSignal.timeout(60_000) });
      if (!answer.ok) throw trouble(`${piece.title} is niet op te halen. Probeer het later nog eens.`);
      const source = await PDFDocument.load(await answer.arrayBuffer());
      const pages = await made.copyPages(source, source.getPageIndices());
      const first = [];
      for (const page of pages) {
        made.addPage(page);
        number += 1;
        page.node.delete(PDFName.of("StructParents"));
        const text = String(number);
        page.drawText(text, { x: page.getWidth() - 6 * MM - plain.widthOfTextAtSize(text, 8), y: page.getHeight() - 6 * MM, size: 8, font: plain });
        first.push(page);
      }
      starts.push({ item, piece, page: first[0], number: number - first.length + 1 });
      if (first.length % 2) {
        first.push(made.addPage([first[0].getWidth(), first[0].getHeight()]));
        number += 1;
      }
      for (let copy = 1; copy < copies(item, pack.people); copy += 1) {
        for (const page of first) {
          // The same ink on another page, under the same number: everybody's copy has the same page numbers.
          const node = page.node.clone();
          made.addPage(PDFPage.of(node, made.context.register(node), made));
        }
      }
    }

    cover.drawText("Werkmap", { x: 20 * MM, y: 232 * MM, size: 14, font: bold });
    cover.drawLine({ start: { x: 20 * MM, y: 240 * MM }, end: { x: 190 * MM, y: 240 * MM }, thickness: 2 });
    cover.drawText(heading, { x: 20 * MM, y: 212 * MM, size: 32, font: bold, maxWidth: 170 * MM, lineHeight: 38 });
    const told = [
      ...(pack.people ? [`Voor ${pack.people === 1 ? "1 mens" : `${pack.people} mensen`}`] : []),
      `Samengesteld uit ${safe(document.querySelector(".brand")?.textContent?.trim() || "het handboek")}, ${packRoot}`,
      "Deze map is voor de printer. Losse bladen, ook om in te vullen of voor te lezen, staan op de website.",
    ];
    told.forEach((text, index) => cover.drawText(safe(text), { x: 20 * MM, y: (60 - 8 * index) * MM, size: 10, font: plain, maxWidth: 170 * MM }));

    starts.forEach((start, index) => {
      const page = contents[Math.floor(index / lines)];
      const y = (262 - 7 * (index % lines)) * MM;
      if (index % lines === 0) page.drawText("Wat erin zit", { x: 20 * MM, y: 274 * MM, size: 20, font: bold });
      page.drawText(String(start.number), { x: 20 * MM, y, size: 11, font: bold });
      page.drawText(safe(start.piece.title), { x: 34 * MM, y, size: 11, font: plain });
      const often = `${copies(start.item, pack.people)}×, ${start.piece.files[0].paper}`;
      page.drawText(often, { x: 190 * MM - plain.widthOfTextAtSize(often, 10), y, size: 10, font: plain });
      const link = made.context.obj({
        Type: "Annot", Subtype: "Link", Rect: [20 * MM, y - 4, 190 * MM, y + 12], Border: [0, 0, 0],
        Dest: [start.page.ref, "XYZ", null, null, null],
      });
      page.node.addAnnot(made.context.register(link));
    });
    return made.save();
  }

  if (builder) start(builder).catch(() => {
    builder.hidden = false;
    builder.replaceChildren(make("p", {}, location.protocol === "file:"
      ? "Een eigen werkmap maak je op de website. Vanuit een map op je schijf kan dat niet; print de bladen hier los."
      : "De lijst met stukken is niet op te halen. Laad de bladzijde opnieuw, of print de bladen los."));
  });
}
