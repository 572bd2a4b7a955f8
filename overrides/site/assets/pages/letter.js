// A letter is filled in where it is read. What is typed stays on this device; it comes out as a letter to print, as a text to
// copy into a mail, and as a short message. A letter in another language takes what was typed for the Dutch one.
"use strict";

{
  const { el, button, one, all } = Elements;
  const desk = one("[data-letter]");
  const slug = desk.dataset.letter ?? "";
  const form = /** @type {HTMLFormElement} */ (one("[data-letter-form]", desk));
  const said = one("[data-letter-said]", desk);
  const letter = one(".letter");
  const own = OwnDetails.open();
  /** @type {{size: string, known: Record<string, string>, against: Record<string, Against>, dutch: Letter, theirs: Letter | null}} */
  const texts = JSON.parse(
    /** @type {HTMLTemplateElement} */ (one("[data-letter-texts]", desk)).content.textContent ?? "{}",
  );
  const shownIn = texts.theirs ?? texts.dutch;
  const fields = /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ (all("[name]", form));

  /** @param {string | null} text @returns {{value: {letters: Record<string, Record<string, string>>}, notice: Notice}} */
  const read = (text) => {
    try {
      const { letters } = JSON.parse(text ?? "{}");
      const known = Object.entries(letters ?? {}).map(([name, values]) => [
        BrowserStorage.safe(name),
        Object.fromEntries(
          Object.entries(values ?? {}).map(([id, value]) => [BrowserStorage.safe(id), Message.cleaned(value)]),
        ),
      ]);
      return { value: { letters: Object.fromEntries(known) }, notice: "" };
    } catch {
      return { value: { letters: {} }, notice: "damaged" };
    }
  };
  const store = BrowserStorage.open("brieven", BrowserStorage.storageOf(window), read);

  /** Where somebody finds what is filled in once. */
  const ownPage = /** @type {HTMLAnchorElement} */ (one('a[href*="mijn-gegevens"]', desk)).href;
  const notice = () => OwnDetails.NOTICES[store.notice || own.notice];

  /** Under which name a field is kept: whole findings are written in each language by itself.
   * @param {HTMLElement} field @param {Letter} of */
  const place = (field, of) => (field.hasAttribute("data-letter-theirs") ? `${slug}/${of.language}` : slug);

  /** Whose letter it is: known as long as this page is open, and kept nowhere. @type {Record<string, string>} */
  let addressed = {};
  /** @param {HTMLElement} field */
  const isAddress = (field) => "letterAddress" in field.dataset;

  /** What was typed into a field, else what somebody fills in once. @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {Letter} of */
  const typed = (field, of) =>
    (isAddress(field) ? addressed[field.name] : undefined) ??
    store.value.letters[place(field, of)]?.[field.name] ??
    (field.dataset.ownFrom ? own.value.details[field.dataset.ownFrom] : "") ??
    "";

  /** What is known of each blank of a letter, in its language. @param {Letter} of @returns {Record<string, string>} */
  const values = (of) => ({
    ...texts.known,
    ...Object.fromEntries(
      fields.map((field) => [
        field.name,
        of === texts.dutch || isAddress(field) ? typed(field, of) : Dates.inLanguage(typed(field, of), of.language),
      ]),
    ),
  });

  /** What stands in a blank as long as it is open. @type {WeakMap<Element, Node[]>} */
  const empty = new WeakMap();
  /** A text with each number in one piece. @param {string} text */
  const whole = (text) =>
    Message.numbered(text).map((part, at) => (at % 2 ? el("span", { class: "whole" }, part) : part));
  /** Put what is known into the blanks of a letter. @param {HTMLElement} within @param {Letter} of */
  const put = (within, of) => {
    const now = values(of);
    for (const blank of all("[data-blank]", within)) {
      if (!empty.has(blank)) empty.set(blank, [...blank.childNodes]);
      const value = now[blank.dataset.blank ?? ""];
      blank.replaceChildren(...(value ? whole(value) : (empty.get(blank) ?? [])));
      blank.classList.toggle("filled", Boolean(value));
    }
  };

  /** Show what is known in the letter on the page, and in the form where nobody is typing. */
  const show = () => {
    put(letter, shownIn);
    for (const field of fields) {
      const value = typed(field, shownIn);
      if (document.activeElement !== field && field.value !== value) field.value = value;
    }
  };

  /** @param {HTMLElement & {name: string}} field */
  const called = (field) => texts.dutch.labels[field.name] ?? field.name;

  /** The blanks that are still open, by what is asked. */
  const open = () => fields.filter((field) => !isAddress(field) && !typed(field, shownIn)).map(called);

  /** What a letter in another language leaves as it was typed, but for names: Dutch words, and a day or time in a short form. */
  const DUTCH = /(^|\s)\p{Ll}{2,}|\d ?u\b|\d[/-]\d/u;
  /** Which words stay Dutch in a letter in another language, and how a day is written that does not. */
  const dutchStill = () => {
    const still = fields
      .filter((field) => field.name in (texts.theirs?.labels ?? {}))
      .filter((field) => !("ownFrom" in field.dataset || "letterTheirs" in field.dataset))
      .filter((field) => {
        const value = typed(field, shownIn);
        return DUTCH.test(value) && Dates.inLanguage(value, shownIn.language) === value;
      });
    if (!still.length) return "";
    const when = still.some((field) => /\d|dag|week|maand/.test(typed(field, shownIn)));
    const how = when ? " Een dag schrijf je als dinsdag 1 december, een tijd als 16:00." : "";
    return ` Nog in het Nederlands: ${still.map(called).join(", ")}.${how}`;
  };

  /** What looks like a slip. */
  const doubts = () => {
    const typed_ = fields.map((field) => ({
      name: field.name,
      value: typed(field, shownIn),
      number: field.dataset.letterTakes === "telefoonnummer",
    }));
    const found = Doubts.of(typed_, texts.dutch.body, Dates.today(), texts.against);
    return found.map(({ name, says }) => ` Kijk nog eens bij ${texts.dutch.labels[name] ?? name}: ${says}`).join("");
  };
  /** All that there is to say of what was typed. */
  const remarks = () => `${doubts()}${dutchStill()}`;
  /** What is said behind it once a letter is out. @param {string[]} left what is open in it */
  const besides = (left) => (left.length ? ` Nog open: ${left.join(", ")}.` : "") + remarks();

  form.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const value = Message.cleaned(field.value);
    if (isAddress(field)) {
      addressed[field.name] = value;
      return;
    }
    if (field.dataset.ownFrom) {
      const from = field.dataset.ownFrom;
      own.change((all_) => {
        all_.details[from] = OwnDetails.cleaned(value);
      });
    }
    store.change((all_) => {
      const mine = all_.letters[place(field, shownIn)] ?? {};
      mine[field.name] = value;
      all_.letters[place(field, shownIn)] = mine;
    });
    said.textContent = `${notice()}${remarks()}`;
    show();
  });
  form.addEventListener("change", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const value = field.dataset.letterTakes === "tijd" ? Dates.time(field.value) : field.value;
    if (value === field.value) return;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /** @param {string} text @param {string} done */
  const copy = async (text, done) => {
    const left = open();
    const rest = besides(left);
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = `${done}${rest}`;
    } catch {
      const box = el("textarea", {
        class: "field wide",
        readonly: "",
        rows: 10,
        "aria-label": "De tekst om te kopiëren",
      });
      box.value = text;
      said.replaceChildren(`Je browser kopieert niet zelf. Kopieer de tekst hieruit.${rest}`, box);
      box.select();
    }
  };

  const both = () => [texts.theirs, texts.dutch].flatMap((of) => (of ? [{ letter: of, values: values(of) }] : []));
  const withDutch = texts.theirs ? ", met het Nederlands eronder" : "";
  one("[data-letter-copy]", desk).addEventListener("click", () =>
    copy(Message.mail(both()), `De tekst is gekopieerd${withDutch}. Plak hem in je mail.`),
  );
  desk
    .querySelector("[data-letter-short]")
    ?.addEventListener("click", () =>
      copy(Message.short(both()), `Het korte bericht is gekopieerd${withDutch}. Plak het in WhatsApp of een sms.`),
    );

  /** What a letter says of who sends it, where it is not that of an edition. */
  const sender = () => ({
    "afzender-organisatie": own.value.details.organisatie ?? "",
    "afzender-telefoon": own.value.details["team-nummer"] ?? "",
  });
  /** The files for Word: of a letter in another language the Dutch has its own. */
  const forWord = /** @type {HTMLAnchorElement[]} */ (all("[data-letter-word]", desk));
  /** The logo for a file, which an edition has of its own. @param {HTMLElement} link */
  const logo = (link) =>
    own.value.logo && link.hasAttribute("data-letter-logo")
      ? { address: own.value.logo, alt: own.value.details.organisatie || "Logo" }
      : undefined;
  /** Fill in a file for Word and hand it over. @param {HTMLAnchorElement} link */
  const word = async (link) => {
    const left = open();
    try {
      await Scripts.load("word.js");
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(String(answer.status));
      const file = await Word.fill(
        new Uint8Array(await answer.arrayBuffer()),
        { ...sender(), ...values(link.dataset.letterWord === "nl" ? texts.dutch : shownIn) },
        logo(link),
      );
      const name = link.pathname.split("/").pop()?.replace(".docx", "-ingevuld.docx") ?? slug;
      Files.give(name, answer.headers.get("Content-Type") ?? "", /** @type {BlobPart} */ (file));
      said.textContent = `Het Word-bestand is er.${besides(left)}`;
    } catch {
      said.replaceChildren(
        "Invullen voor Word lukt hier niet. ",
        el("a", { href: link.href }, "Haal het lege Word-bestand op"),
        " en vul het in Word in.",
      );
    }
  };
  for (const link of forWord)
    link.addEventListener("click", (event) => {
      event.preventDefault();
      void word(link);
    });

  one("[data-letter-wipe]", desk).addEventListener("click", () => {
    const places = new Set(fields.map((field) => place(field, shownIn)));
    const before = [...places].map((name) => /** @type {const} */ ([name, store.value.letters[name]]));
    const address = addressed;
    addressed = {};
    store.change((all_) => {
      for (const name of places) delete all_.letters[name];
    });
    show();
    const undo = button("Zet terug", { class: "button small" }, () => {
      addressed = address;
      store.change((all_) => {
        for (const [name, values_] of before) if (values_) all_.letters[name] = { ...values_ };
      });
      said.textContent = notice();
      show();
    });
    const rest = fields.some((field) => field.dataset.ownFrom && typed(field, shownIn))
      ? ["Gewist. Wat ook bij ", el("a", { href: ownPage }, "Mijn gegevens"), " staat, wis je daar. "]
      : ["Gewist. "];
    said.replaceChildren(...rest, undo);
  });

  /** Who sends it, and the number to call. */
  const sentBy = () => [own.value.details.organisatie, own.value.details["team-nummer"]].filter(Boolean).join(" · ");

  /** What comes out of the printer, by language: the letter as it stands on the page, or the two beside each other. */
  const printed = () => {
    const two = /** @type {HTMLTemplateElement | null} */ (desk.querySelector("[data-letter-both]"));
    /** @param {string} name */
    const around = (name) => {
      const part = /** @type {HTMLTemplateElement | null} */ (desk.querySelector(`[data-letter-${name}]`));
      return part ? [part.content.cloneNode(true)] : [];
    };
    const made = el("div", {}, ...around("head"), (two?.content ?? letter).cloneNode(true), ...around("more"));
    for (const part of all(".letter-head, .letter", made))
      put(part, part.closest("[lang]")?.getAttribute("lang") === "nl" ? texts.dutch : shownIn);
    // Paper comes apart, and who reads the other side sees who it is from.
    for (const side of all(".tongue-side + .tongue-side", made)) {
      const from = el("p", { class: "sent-by" }, el("bdi", {}, sentBy()));
      side.insertBefore(from, side.querySelector(".each-page")?.nextSibling ?? side.firstChild);
    }
    for (const blank of all("[data-blank]", made)) if (!blank.classList.contains("filled")) blank.replaceChildren();
    return [...made.childNodes];
  };

  /** Whether it comes out in large letters, on A4. */
  let large = false;
  /** The letter alone, as it comes out of the printer. */
  const sheet = () => {
    const logo = own.value.logo;
    const bigger = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox" }));
    bigger.checked = large;
    bigger.addEventListener("change", () => {
      large = bigger.checked;
      shown?.classList.toggle("large", large);
    });
    return el(
      "main",
      { class: `letter-sheet paper-${texts.size}${large ? " large" : ""}`, lang: "nl" },
      el("h1", { class: "letter-tools" }, "Zo komt de brief uit de printer"),
      el(
        "p",
        { class: "buttons letter-tools" },
        button("‹ Terug", { class: "button small" }, leave),
        button("Print of bewaar als PDF", { class: "button" }, () => window.print()),
        el("label", {}, bigger, " Grote letters"),
        el(
          "span",
          {},
          open().length ? `Nog open: ${open().join(", ")}. Open plekken worden lijnen.` : "Alles is ingevuld.",
          remarks(),
        ),
      ),
      el(
        "div",
        { class: "letter-page" },
        el(
          "div",
          { class: "letter-from" },
          ...(logo ? [el("img", { src: logo, alt: own.value.details.organisatie || "Logo" })] : []),
          el("p", {}, sentBy()),
        ),
        ...printed(),
      ),
    );
  };

  /** @type {HTMLElement | null} */
  let shown = null;
  const toShow = one("[data-letter-show]", desk);
  /** Lay the letter out alone, or put it away. @param {boolean} on */
  const lay = (on) => {
    shown?.remove();
    shown = on ? sheet() : null;
    document.documentElement.classList.toggle("letter-only", on);
    if (shown) document.body.append(shown);
  };
  const isOn = () => location.hash === "#brief";
  const follow = () => {
    const was = shown;
    lay(isOn());
    if (shown) {
      one("button", shown).focus();
      window.scrollTo(0, 0);
    } else if (was) toShow.focus();
  };
  const leave = () => {
    if (history.length > 1) history.back();
    else location.hash = "";
  };
  toShow.addEventListener("click", () => {
    location.hash = "brief";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) leave();
  });
  window.addEventListener("hashchange", follow);
  // Whoever prints this page wants the letter, and not the form that fills it in.
  window.addEventListener("beforeprint", () => {
    if (!isOn()) lay(true);
  });
  window.addEventListener("afterprint", () => {
    if (!isOn()) lay(false);
  });

  store.follow(window);
  own.follow(window);
  store.listen(show);
  own.listen(show);
  follow();
}
