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
  /** @type {{size: string, known: Record<string, string>, dutch: Letter, theirs: Letter | null}} */
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

  const notice = () => OwnDetails.NOTICES[store.notice || own.notice];

  /** Under which name a field is kept: whole findings are written in each language by itself.
   * @param {HTMLElement} field @param {Letter} of */
  const place = (field, of) => (field.hasAttribute("data-letter-theirs") ? `${slug}/${of.language}` : slug);

  /** What was typed into a field, else what somebody fills in once. @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {Letter} of */
  const typed = (field, of) =>
    store.value.letters[place(field, of)]?.[field.name] ??
    (field.dataset.ownFrom ? own.value.details[field.dataset.ownFrom] : "") ??
    "";

  /** What is known of each blank of a letter, in its language. @param {Letter} of @returns {Record<string, string>} */
  const values = (of) => ({
    ...texts.known,
    ...Object.fromEntries(
      fields.map((field) => [
        field.name,
        of === texts.dutch ? typed(field, of) : Dates.inLanguage(typed(field, of), of.language),
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
  const open = () => fields.filter((field) => !typed(field, shownIn)).map(called);

  /** Which words stay Dutch in a letter in another language, but for names. */
  const dutchStill = () => {
    const still = fields
      .filter((field) => field.name in (texts.theirs?.labels ?? {}))
      .filter((field) => !("ownFrom" in field.dataset || "letterTheirs" in field.dataset))
      .filter((field) => {
        const value = typed(field, shownIn);
        return /(^|\s)\p{Ll}{2,}/u.test(value) && Dates.inLanguage(value, shownIn.language) === value;
      })
      .map(called);
    return still.length ? ` Nog in het Nederlands: ${still.join(", ")}.` : "";
  };

  form.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const value = Message.cleaned(field.value);
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
    said.textContent = `${notice()}${dutchStill()}`;
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /** @param {string} text @param {string} done */
  const copy = async (text, done) => {
    const left = open();
    const rest = (left.length ? ` Nog open: ${left.join(", ")}.` : "") + dutchStill();
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

  const both = texts.theirs ? [texts.theirs, texts.dutch] : [texts.dutch];
  one("[data-letter-copy]", desk).addEventListener("click", () =>
    copy(
      Message.mail(both.map((of) => ({ letter: of, values: values(of) }))),
      `De tekst is gekopieerd${texts.theirs ? ", met het Nederlands eronder" : ""}. Plak hem in je mail.`,
    ),
  );
  desk
    .querySelector("[data-letter-short]")
    ?.addEventListener("click", () =>
      copy(
        Message.short(shownIn, values(shownIn)),
        "Het korte bericht is gekopieerd. Plak het in WhatsApp of een sms.",
      ),
    );

  /** What a letter says of who sends it, where it is not that of an edition. */
  const sender = () => ({
    "afzender-organisatie": own.value.details.organisatie ?? "",
    "afzender-telefoon": own.value.details["team-nummer"] ?? "",
  });
  /** The logo for the file, which an edition has of its own. */
  const logo = () =>
    own.value.logo && forWord?.hasAttribute("data-letter-logo")
      ? { address: own.value.logo, alt: own.value.details.organisatie || "Logo" }
      : undefined;
  const forWord = /** @type {HTMLAnchorElement | null} */ (desk.querySelector("[data-letter-word]"));
  forWord?.addEventListener("click", async (event) => {
    event.preventDefault();
    const left = open();
    try {
      await Scripts.load("word.js");
      const answer = await fetch(forWord.href);
      if (!answer.ok) throw new Error(String(answer.status));
      const file = await Word.fill(
        new Uint8Array(await answer.arrayBuffer()),
        { ...sender(), ...values(shownIn) },
        logo(),
      );
      const name = forWord.pathname.split("/").pop()?.replace(".docx", "-ingevuld.docx") ?? slug;
      Files.give(name, answer.headers.get("Content-Type") ?? "", /** @type {BlobPart} */ (file));
      said.textContent = left.length
        ? `Het Word-bestand is er. Nog open: ${left.join(", ")}.`
        : "Het Word-bestand is er.";
    } catch {
      said.replaceChildren(
        "Invullen voor Word lukt hier niet. ",
        el("a", { href: forWord.href }, "Haal het lege Word-bestand op"),
        " en vul het in Word in.",
      );
    }
  });

  /** @type {Record<string, string>} */
  let before = {};
  one("[data-letter-wipe]", desk).addEventListener("click", () => {
    const places = new Set(fields.map((field) => place(field, shownIn)));
    const before = [...places].map((name) => /** @type {const} */ ([name, store.value.letters[name]]));
    store.change((all_) => {
      for (const name of places) delete all_.letters[name];
    });
    show();
    const undo = button("Zet terug", { class: "button small" }, () => {
      store.change((all_) => {
        for (const [name, values_] of before) if (values_) all_.letters[name] = { ...values_ };
      });
      said.textContent = notice();
      show();
    });
    said.replaceChildren("Gewist. Wat bij Mijn gegevens staat, blijft. ", undo);
  });

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
    for (const blank of all("[data-blank]", made)) if (!blank.classList.contains("filled")) blank.replaceChildren();
    return [...made.childNodes];
  };

  /** The letter alone, as it comes out of the printer. */
  const sheet = () => {
    const logo = own.value.logo;
    const address = [own.value.details.organisatie, own.value.details["team-nummer"]].filter(Boolean);
    return el(
      "main",
      { class: `letter-sheet paper-${texts.size}`, lang: "nl" },
      el("h1", { class: "letter-tools" }, "Zo komt de brief uit de printer"),
      el(
        "p",
        { class: "buttons letter-tools" },
        button("‹ Terug", { class: "button small" }, leave),
        button("Print of bewaar als PDF", { class: "button" }, () => window.print()),
        el(
          "span",
          {},
          open().length ? `Nog open: ${open().join(", ")}. Open plekken worden lijnen.` : "Alles is ingevuld.",
          dutchStill(),
        ),
      ),
      el(
        "div",
        { class: "letter-page" },
        el(
          "div",
          { class: "letter-from" },
          ...(logo ? [el("img", { src: logo, alt: own.value.details.organisatie || "Logo" })] : []),
          el("p", {}, address.join(" · ")),
        ),
        ...printed(),
      ),
    );
  };

  /** @type {HTMLElement | null} */
  let shown = null;
  const follow = () => {
    shown?.remove();
    shown = null;
    const on = location.hash === "#brief";
    document.documentElement.classList.toggle("letter-only", on);
    if (!on) return;
    shown = sheet();
    document.body.append(shown);
    one("button", shown).focus();
    window.scrollTo(0, 0);
  };
  const leave = () => {
    if (history.length > 1) history.back();
    else location.hash = "";
  };
  one("[data-letter-show]", desk).addEventListener("click", () => {
    location.hash = "brief";
  });
  window.addEventListener("hashchange", follow);

  store.follow(window);
  own.follow(window);
  store.listen(show);
  own.listen(show);
  follow();
}
