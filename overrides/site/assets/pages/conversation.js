// A conversation guide on a phone: one question a screen, read just before; what to write down, just after.
// It shows what already stands on the page; nothing is kept and nothing is sent.
"use strict";

/**
 * One screen of the conversation.
 * @typedef {{title: string, boxes: {label: string, lines: string[], plain: boolean}[]}} TalkScreen
 */

{
  const { el } = Elements;

  /** @param {Element | null} element @returns {string[]} */
  const texts = (element) => {
    if (!element) return [];
    const parts = element.matches("ul, ol") ? element.children : element.querySelectorAll("p");
    return Array.from(parts, (part) => words(part));
  };

  /** The words of an element without the numbers of its sources. @param {Element} element */
  const words = (element) => {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    copy.querySelectorAll(".cite, .tag, .headerlink").forEach((mark) => mark.remove());
    return (copy.textContent || "").replace(/\s+/g, " ").trim();
  };

  /** What stands under a heading. @param {string} id */
  const under = (id) => document.getElementById(id)?.nextElementSibling ?? null;

  /** @returns {TalkScreen[]} */
  function before() {
    const avoid = texts(under("niet-doen"));
    const opening = {
      title: "Zo begin je",
      boxes: [{ label: "Zeg", lines: texts(under("zo-begin-je")), plain: false }],
    };
    const questions = Array.from(document.querySelectorAll(".questions > li"), (item, index) => ({
      title: words(/** @type {Element} */ (item.querySelector(".question"))),
      boxes: [
        { label: "Vraag door", lines: texts(item.querySelector(".follow")), plain: false },
        { label: "Luister naar", lines: texts(item.querySelector(".listen")), plain: false },
        { label: "Niet doen", lines: avoid.length ? [avoid[index % avoid.length]] : [], plain: true },
      ],
    }));
    const closing = {
      title: "Zo sluit je af",
      boxes: [
        { label: "Vraag toestemming", lines: texts(under("vraag-toestemming")), plain: false },
        { label: "Zeg", lines: texts(under("zo-sluit-je-af")), plain: false },
      ],
    };
    return [opening, ...questions, closing];
  }

  /** @returns {TalkScreen[]} */
  function after() {
    return [
      { title: "Schrijf nu op", boxes: [{ label: "Wel", lines: texts(under("schrijf-na-afloop-op")), plain: false }] },
      { title: "Schrijf nooit op", boxes: [{ label: "Niet", lines: texts(under("schrijf-nooit-op")), plain: true }] },
    ];
  }

  /** @param {TalkScreen[]} screens @param {string} name */
  function show(screens, name) {
    const door = Array.from(document.querySelector(".page")?.classList ?? []).find((css) => css.startsWith("door-"));
    const dialog = el("dialog", { class: `talk-screen ${door ?? ""}`, "aria-label": name });
    const close = el(
      "button",
      { class: "talk-close" },
      `‹ ${document.querySelector("h1")?.textContent?.trim()} · ${name}`,
    );
    const count = el("p", { class: "talk-count" });
    const bars = el("div", { class: "talk-bars", "aria-hidden": "true" }, ...screens.map(() => el("span")));
    const body = el("div", { class: "talk-body" });
    const back = el("button", { class: "talk-back" }, "Terug");
    const next = el("button", { class: "talk-next" }, "Volgende");
    dialog.append(
      el("div", { class: "talk-top" }, close, count),
      bars,
      body,
      el("div", { class: "talk-foot" }, back, next),
    );
    document.body.append(dialog);
    let at = 0;

    /** @param {number} to */
    const go = (to) => {
      if (to >= screens.length) return dialog.close();
      at = Math.max(0, to);
      const screen = screens[at];
      const title = el("h2", { tabindex: -1 }, screen.title);
      body.replaceChildren(title);
      for (const box of screen.boxes.filter((one) => one.lines.length)) {
        body.append(
          el(
            "section",
            { class: box.plain ? "talk-box plain" : "talk-box" },
            el("h3", {}, box.label),
            ...box.lines.map((line) => el("p", {}, line)),
          ),
        );
      }
      count.textContent = `${at + 1} / ${screens.length}`;
      Array.from(bars.children).forEach((bar, index) => bar.classList.toggle("done", index <= at));
      back.disabled = at === 0;
      next.textContent = at === screens.length - 1 ? "Klaar" : "Volgende";
      body.scrollTop = 0;
      title.focus();
    };

    close.addEventListener("click", () => dialog.close());
    back.addEventListener("click", () => go(at - 1));
    next.addEventListener("click", () => go(at + 1));
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") go(at + 1);
      if (event.key === "ArrowLeft") go(at - 1);
    });
    let start = 0;
    dialog.addEventListener(
      "touchstart",
      (event) => {
        start = event.changedTouches[0].clientX;
      },
      { passive: true },
    );
    dialog.addEventListener("touchend", (event) => {
      const moved = event.changedTouches[0].clientX - start;
      if (Math.abs(moved) > 60) go(at + (moved < 0 ? 1 : -1));
    });
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
    go(0);
  }

  document.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-talk-open]");
    if (!button) return;
    if (button.getAttribute("data-talk-open") === "voor") show(before(), "vlak ervoor");
    else show(after(), "vlak erna");
  });
}
