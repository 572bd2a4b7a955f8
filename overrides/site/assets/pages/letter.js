// A letter is filled in where it is read. What is typed stays on this device; it comes out as a letter to print, as a text to
// copy into a mail, and as a short message.
"use strict";

{
  const { el, button, one, all } = Elements;
  const desk = one("[data-letter]");
  const slug = desk.dataset.letter ?? "";
  const form = /** @type {HTMLFormElement} */ (one("[data-letter-form]", desk));
  const said = one("[data-letter-said]", desk);
  const letter = one(".letter");
  const own = OwnDetails.open();
  const texts = JSON.parse(
    /** @type {HTMLTemplateElement} */ (one("[data-letter-texts]", desk)).content.textContent ?? "{}",
  );
  /** @type {Record<string, string>} */
  const labels = texts.labels;
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

  /** What there is to say of what cannot be kept. */
  const notice = () => {
    const worst = store.notice || own.notice;
    if (worst === "page") return "Je browser bewaart niets: dit geldt tot je de bladzijde sluit.";
    if (worst === "visit") return "Je browser bewaart dit tot je dit venster sluit.";
    if (worst === "full") return "Je apparaat is vol: dit is niet bewaard.";
    return "";
  };

  /** What is known of each blank: what was typed here, else what somebody fills in once. @returns {Record<string, string>} */
  const values = () => {
    const typed = store.value.letters[slug] ?? {};
    return {
      ...texts.known,
      ...Object.fromEntries(
        fields.map((field) => [
          field.name,
          typed[field.name] ?? (field.dataset.ownFrom ? own.value.details[field.dataset.ownFrom] : "") ?? "",
        ]),
      ),
    };
  };

  /** Show what is known in the letter on the page, and in the form where nobody is typing. */
  const show = () => {
    const now = values();
    for (const place of all("[data-blank]", letter)) {
      const value = now[place.dataset.blank ?? ""];
      place.textContent = value || labels[place.dataset.blank ?? ""];
      place.classList.toggle("filled", Boolean(value));
    }
    for (const field of fields)
      if (document.activeElement !== field && field.value !== now[field.name]) field.value = now[field.name] ?? "";
  };

  /** The blanks that are still open, by their label. */
  const open = () => fields.filter((field) => !values()[field.name]).map((field) => labels[field.name]);

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
      const mine = all_.letters[slug] ?? {};
      mine[field.name] = value;
      all_.letters[slug] = mine;
    });
    said.textContent = notice();
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /** @param {string} text @param {string} done */
  const copy = async (text, done) => {
    const left = open();
    const rest = left.length ? ` Nog open: ${left.join(", ")}.` : "";
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

  one("[data-letter-copy]", desk).addEventListener("click", () =>
    copy(Message.plain(Message.filled(texts.body, values(), labels)), "De tekst is gekopieerd. Plak hem in je mail."),
  );
  desk
    .querySelector("[data-letter-short]")
    ?.addEventListener("click", () =>
      copy(Message.filled(texts.short, values(), labels), "Het korte bericht is gekopieerd."),
    );

  const forWord = /** @type {HTMLAnchorElement | null} */ (desk.querySelector("[data-letter-word]"));
  forWord?.addEventListener("click", async (event) => {
    event.preventDefault();
    const left = open();
    try {
      await Scripts.load("word.js");
      const answer = await fetch(forWord.href);
      if (!answer.ok) throw new Error(String(answer.status));
      const file = await Word.fill(new Uint8Array(await answer.arrayBuffer()), values());
      Files.give(`${slug}.docx`, answer.headers.get("Content-Type") ?? "", /** @type {BlobPart} */ (file));
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
    before = { ...(store.value.letters[slug] ?? {}) };
    store.change((all_) => {
      delete all_.letters[slug];
    });
    show();
    const undo = button("Zet terug", { class: "button small" }, () => {
      store.change((all_) => {
        all_.letters[slug] = { ...before };
      });
      said.textContent = notice();
      show();
    });
    said.replaceChildren("Gewist. Wat bij Mijn gegevens staat, blijft. ", undo);
  });

  /** The letter alone, as it comes out of the printer. */
  const sheet = () => {
    const copy_ = /** @type {HTMLElement} */ (letter.cloneNode(true));
    for (const place of all("[data-blank]", copy_)) if (!place.classList.contains("filled")) place.replaceChildren();
    const logo = own.value.logo;
    const address = [own.value.details.organisatie, own.value.details["team-nummer"]].filter(Boolean);
    return el(
      "div",
      { class: `letter-sheet paper-${texts.size}`, lang: "nl" },
      el(
        "p",
        { class: "buttons letter-tools" },
        button("‹ Terug", { class: "button small" }, leave),
        button("Print of bewaar als PDF", { class: "button" }, () => window.print()),
        el(
          "span",
          {},
          open().length ? `Nog open: ${open().join(", ")}. Open plekken worden lijnen.` : "Alles is ingevuld.",
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
        copy_,
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
