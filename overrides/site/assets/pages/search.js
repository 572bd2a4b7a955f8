// The search box: a dialog on every page, and the search page itself. What somebody types stays on the device.
"use strict";

{
  const { el } = Elements;
  const { ready, whole } = SearchFetch;
  const KEPT = "handboek-zoekvraag";
  const BEST = 3;
  const EACH = 4;
  const MOST = 60;
  /** How long somebody types on before something is fetched for it, in milliseconds. */
  const PAUSE = 120;

  /** @param {string} text */
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  /** @param {number} number */
  const count = (number) => Counts.of(number, "resultaat", "resultaten");

  /** How often each of these comes. @param {string[]} values */
  function tally(values) {
    /** @type {Map<string, number>} */
    const held = new Map();
    for (const value of values) held.set(value, (held.get(value) || 0) + 1);
    return held;
  }

  /** A choice of a filter: none where nothing was found for it.
   * @param {string} value @param {string} text @param {Map<string, number>} found @returns {[string, string, number][]} */
  function option(value, text, found) {
    const number = found.get(value);
    return number ? [[value, text, number]] : [];
  }

  /** A search box inside `place`; `own` says whether this is a page of its own, with the query in its address.
   * @param {HTMLElement} place @param {boolean} own */
  function box(place, own) {
    const data = () => handboekSearch.begin;
    const label = "Zoek een woord of stel een vraag";
    const field = el("input", {
      type: "search",
      id: "zoekvraag",
      placeholder: document.querySelector("[data-search-example]")?.textContent ?? "Zoek",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search",
    });
    const kinds = el("select", { id: "zoek-soort" });
    const phases = el("select", { id: "zoek-fase" });
    /** @param {HTMLSelectElement} select @param {string} name */
    const filter = (select, name) => el("p", {}, el("label", { for: select.id }, name), select);
    const filters = el("div", { class: "search-filters", hidden: "" }, filter(kinds, "Soort"), filter(phases, "Fase"));
    const status = el("p", { role: "status", class: "search-count" });
    const results = el("div", { class: "search-results" });
    const form = el(
      "form",
      { class: "search-form", role: "search" },
      el("label", { for: "zoekvraag", class: own ? "search-label" : "screen-reader" }, label),
      field,
    );
    const close = el("button", { type: "button", class: "search-close" }, "Sluiten");
    if (!own) form.append(close);
    place.replaceChildren(form, filters, status, results);
    /** @type {SearchIndex | undefined} */
    let search;
    /** How often there was something to show: an answer that comes after a newer question is not shown. */
    let turns = 0;

    /** One document as a link: its door, what it is, and the line that holds the words.
     * @param {Hit} found @param {Shown} shown */
    function hit({ kind, phases: [number] }, { title, place, head, line }) {
      const marked = (/** @type {Marked[]} */ parts) =>
        parts.map(({ text, hit }) => (hit ? el("mark", {}, text) : text));
      const door =
        number === undefined
          ? el("span", { class: "door none", "aria-hidden": "true" })
          : el("span", { class: "door", "aria-hidden": "true" }, String(number));
      const what = [
        capital(data().kinds[kind][0]),
        number === undefined || kind === "phase" ? "" : `fase ${number} ${data().phases[number]}`,
      ]
        .filter(Boolean)
        .join(" · ");
      const link = el(
        "a",
        { href: Site.at(place) },
        el("span", { class: "hit-title" }, ...marked(title)),
        " ",
        el("span", { class: "hit-what" }, what),
        " ",
        el(
          "span",
          { class: "hit-line" },
          ...(head.length ? [el("strong", {}, ...marked(head)), ": "] : []),
          ...marked(line),
        ),
      );
      return el("li", { class: number === undefined ? "hit" : `hit door-${number}` }, door, link);
    }

    /** @param {SearchIndex} search @param {string} name @param {Hit[]} found @param {Node} [more] */
    async function group(search, name, found, more) {
      const shown = await whole(search, () => found.map((one) => search.show(one)));
      const id = `zoek-${name.toLowerCase().replace(/[^a-z]+/g, "-")}`;
      const hits = shown.flatMap((one, index) => (one ? [hit(found[index], one)] : []));
      const section = el(
        "section",
        { "aria-labelledby": id },
        el("h2", { id }, name),
        el("ol", { class: "hits" }, ...hits),
      );
      if (more) section.append(more);
      return section;
    }

    /** @param {string} text @param {() => void} action */
    function button(text, action) {
      return Elements.button(text, { class: "search-more" }, action);
    }

    /** @param {HTMLSelectElement} select @param {string} value */
    function choose(select, value) {
      select.value = value;
      show();
      field.focus();
    }

    /** Fill a filter with what the results hold: a value, what it is called and how many there are.
     * @param {HTMLSelectElement} select @param {string} every @param {[string, string, number][]} options */
    function fill(select, every, options) {
      const kept = select.value;
      select.replaceChildren(
        el("option", { value: "" }, every),
        ...options.map(([value, text, number]) => el("option", { value }, `${text} (${number})`)),
      );
      if (kept && !options.some(([value]) => value === kept))
        select.append(el("option", { value: kept }, "Niets in deze keuze"));
      select.value = kept;
    }

    function hint() {
      const start = el(
        "p",
        {},
        "Typ een woord, een paar woorden of een hele vraag. Een tikfout is niet erg. Wat je typt, wordt niet verstuurd. " +
          "Wel haalt de website de delen van haar lijst op die bij je woorden horen. Wie haar beheert, kan daaraan zien " +
          "met welke letters je woorden beginnen, en ongeveer wat je vond.",
      );
      const tries = data().tries.map((text) =>
        el(
          "li",
          {},
          button(text, () => ask(text)),
        ),
      );
      results.replaceChildren(
        start,
        ...(tries.length
          ? [el("p", { class: "search-label" }, "Bijvoorbeeld"), el("ul", { class: "search-tries" }, ...tries)]
          : []),
      );
    }

    /** @param {SearchIndex} search @param {string} query @param {Hit[]} all */
    function nothing(search, query, all) {
      const said = el(
        "p",
        {},
        all.length
          ? "Bij deze soort en fase staat niets. Zonder die keuze wel."
          : `Probeer een ander of korter woord, of zeg het zoals ${data().somebody} het zou zeggen.`,
      );
      /** @type {Node[]} */
      const parts = [said];
      if (all.length) {
        const wider = () => {
          kinds.value = phases.value = "";
          show();
          field.focus();
        };
        parts.push(button(`Toon ${count(all.length)} in alle soorten en fasen`, wider));
      } else {
        const near = search.nearest(query);
        if (near.length)
          parts.push(
            el("p", { class: "search-label" }, "Bedoel je"),
            el(
              "ul",
              { class: "search-tries" },
              ...near.map((word) =>
                el(
                  "li",
                  {},
                  button(word, () => ask(word)),
                ),
              ),
            ),
          );
        const ways = data().ways.map(([address, name]) => el("li", {}, el("a", { href: Site.at(address) }, name)));
        parts.push(el("p", { class: "search-label" }, "Of kijk bij"), el("ul", { class: "search-tries" }, ...ways));
      }
      results.replaceChildren(...parts);
    }

    /** @param {unknown} [error] */
    function sorry(error) {
      status.textContent = "Zoeken lukt nu niet. Kijk in het menu, of probeer het zo nog eens.";
      if (error) console.warn(error);
    }

    /** Show what is found for what stands in the field. @param {boolean} [typing] whether more letters may come */
    function show(typing = false) {
      if (!search) return;
      turns += 1;
      answer(search, turns, typing).catch(sorry);
    }

    /** @param {SearchIndex} search @param {number} turn @param {boolean} typing */
    async function answer(search, turn, typing) {
      const most = search.longest;
      const cut = field.value.trim().length > most;
      if (cut) field.value = field.value.trim().slice(0, most);
      const query = field.value.trim();
      remember(query);
      if (!query) {
        filters.hidden = true;
        status.textContent = "";
        return hint();
      }
      const start = performance.now();
      const ask = () => search.find(query);
      let all = ask();
      if (search.lacking().length) {
        if (typing) await new Promise((done) => setTimeout(done, PAUSE));
        if (turn !== turns) return;
        all = await whole(search, ask);
      }
      const found = all.filter(
        ({ kind, phases: of }) =>
          (!kinds.value || kind === kinds.value) && (!phases.value || of.includes(Number(phases.value))),
      );
      /** @type {[string, Hit[], Node?][]} */
      const groups = [];
      if (kinds.value && found.length) groups.push([capital(data().kinds[kinds.value][1]), found.slice(0, MOST)]);
      else if (found.length) {
        groups.push(["Past het best", found.slice(0, BEST)]);
        for (const kind of new Set(found.slice(BEST).map((one) => one.kind))) {
          const ones = found.slice(BEST).filter((one) => one.kind === kind);
          const [, plural] = data().kinds[kind];
          const more = ones.length > EACH ? button(`Toon alle ${plural}`, () => choose(kinds, kind)) : undefined;
          groups.push([capital(plural), ones.slice(0, EACH), more]);
        }
      }
      const [first, ...others] = groups;
      const best = first && (await group(search, ...first));
      if (turn !== turns) return;
      filters.hidden = !all.length;
      narrow(all);
      const shorter = cut ? `Je vraag is ingekort tot ${most} tekens. ` : "";
      status.textContent =
        shorter + (found.length ? `${count(found.length)} voor “${query}”` : `Niets gevonden voor “${query}”`);
      if (best) results.replaceChildren(best);
      else nothing(search, query, all);
      results.prepend(...search.absent(query).map((text) => el("p", { class: "notice" }, text)));
      performance.measure("zoeken-antwoord", { start });
      const rest = await Promise.all(others.map((one) => group(search, ...one)));
      if (turn !== turns) return;
      results.append(...rest);
      if (!own && found.length)
        results.append(
          el(
            "p",
            { class: "search-page" },
            el("a", { href: Site.at("zoeken/"), "data-to-page": "" }, "Open dit op de zoekbladzijde"),
          ),
        );
    }

    /** Let the filters offer what was found. @param {Hit[]} all */
    function narrow(all) {
      const ofKind = tally(all.map(({ kind }) => kind));
      const inPhase = tally(all.flatMap(({ phases: of }) => of.map(String)));
      fill(
        kinds,
        "alle soorten",
        Object.entries(data().kinds).flatMap(([kind, [, plural]]) => option(kind, plural, ofKind)),
      );
      fill(
        phases,
        "alle fasen",
        Object.entries(data().phases).flatMap(([number, name]) => option(number, `${number} ${name}`, inPhase)),
      );
    }

    /** Keep the query in the address of the search page, without asking the server for it. @param {string} query */
    function remember(query) {
      if (!own || location.protocol === "file:") return;
      const asked = new URLSearchParams(
        Object.entries({ q: query, soort: kinds.value, fase: phases.value }).filter(([, value]) => value),
      );
      history.replaceState(history.state, "", `${location.pathname}${asked.size ? `?${asked}` : ""}`);
    }

    /** @param {string} query */
    function ask(query) {
      field.value = query;
      show();
      field.focus();
    }

    /** Up and down go from the field along the results and back; Escape closes the dialog, also from a full field.
     * @param {KeyboardEvent} event */
    function move(event) {
      if (event.key === "Escape" && !own) {
        event.preventDefault();
        return place.closest("dialog")?.close();
      }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      if (event.target instanceof HTMLSelectElement) return;
      /** @type {HTMLElement[]} */
      const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("a, button"))];
      const here = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
      if (here < 0 || !next) return;
      event.preventDefault();
      next.focus();
    }

    field.addEventListener("input", () => show(true));
    kinds.addEventListener("change", () => show());
    phases.addEventListener("change", () => show());
    place.addEventListener("keydown", move);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (results.querySelector(".hit a"))?.focus();
    });
    results.addEventListener("click", (event) => {
      if (/** @type {Element} */ (event.target).closest("[data-to-page]"))
        BrowserStorage.forWindow.write(KEPT, field.value); // the server is not asked for it
    });

    status.textContent = "Even laden …";
    ready().then(
      (made) => {
        search = made;
        show();
      },
      () => sorry(),
    );
    return { field, kinds, phases, close, show };
  }

  /** @type {{dialog: HTMLDialogElement, inside: ReturnType<typeof box>} | undefined} */
  let made;
  function make() {
    const place = el("div", { class: "search-inside" });
    const dialog = el("dialog", { class: "search-dialog", "aria-label": "Zoeken" }, place);
    document.body.append(dialog);
    const inside = box(place, false);
    inside.close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    return { dialog, inside };
  }

  /** Open the dialog with the box in it. On the search page the box is there already. */
  function open() {
    const page = document.querySelector("[data-search-page] input");
    if (page instanceof HTMLInputElement) return page.focus();
    made ??= make();
    if (!made.dialog.open) made.dialog.showModal();
    made.inside.field.focus();
    made.inside.field.select();
  }

  const place = document.querySelector("[data-search-page]");
  if (place instanceof HTMLElement) {
    const page = box(place, true);
    const asked = new URLSearchParams(location.search);
    page.field.value = BrowserStorage.forWindow.read(KEPT) || asked.get("q") || "";
    BrowserStorage.forWindow.write(KEPT, "");
    for (const [name, select] of Object.entries({ soort: page.kinds, fase: page.phases })) {
      const value = asked.get(name);
      if (value) (select.append(el("option", { value }, value)), (select.value = value));
    }
    page.show();
    page.field.focus();
  }

  const begin = /** @type {any} */ (undefined); // the first part puts itself here
  globalThis.handboekSearch = { open, begin, parts: {} };
}
