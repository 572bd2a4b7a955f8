// A companion at the door: read a conversation just before, what to write down just after, and what to do when there is
// trouble. It shows what already stands on the page; nothing is sent. Which screen it is stands in the address, so that a
// reload, the back button and a phone that was locked lead to the same screen.
"use strict";

/**
 * One screen of the conversation.
 * @typedef {{title: string, boxes: {label: string, lines: string[], plain: boolean}[]}} TalkScreen
 * @typedef {{way: string, at: number, situation: string}} TalkPlace
 *   `voor`, `na` or `iets`; the screen from 0; which situation, or nothing for the choice of them.
 */

{
  const { el, button } = Elements;
  const NAMES = /** @type {Record<string, string>} */ ({
    voor: "vlak ervoor",
    na: "vlak erna",
    iets: "er is iets",
  });
  const PLACE = /^#lees-(voor|na)-(\d{1,2})$|^#lees-iets(?:-([a-z0-9-]+))?$/;
  const details = OwnDetails.open();

  /** The words of each line of an element. @param {Element | null} element @returns {string[]} */
  const texts = (element) => {
    if (!element) return [];
    const parts = element.matches("ul, ol") ? element.children : element.querySelectorAll("p");
    return Array.from(parts, (part) => PageWords.of(part));
  };

  /** What stands under a heading. @param {string} id */
  const under = (id) => document.getElementById(id)?.nextElementSibling ?? null;

  /** @param {string} label @param {string[]} lines */
  const box = (label, lines, plain = false) => ({ label, lines, plain });

  /** @returns {TalkScreen[]} */
  function before() {
    const avoid = texts(under("niet-doen"));
    const questions = Array.from(document.querySelectorAll(".questions > li"), (item, index) => ({
      title: PageWords.of(/** @type {Element} */ (item.querySelector(".question"))),
      boxes: [
        box("Vraag door", texts(item.querySelector(".follow"))),
        box("Luister naar", texts(item.querySelector(".listen"))),
        box("Niet doen", avoid.length ? [avoid[index % avoid.length]] : [], true),
      ],
    }));
    return [
      { title: "Zet klaar", boxes: [box("Vooraf", texts(under("zet-klaar")))] },
      { title: "Zo begin je", boxes: [box("Zeg", texts(under("zo-begin-je")))] },
      ...questions,
      {
        title: "Zo sluit je af",
        boxes: [
          box("Vraag toestemming", texts(under("vraag-toestemming"))),
          box("Zeg", texts(under("zo-sluit-je-af"))),
        ],
      },
    ];
  }

  /** @returns {TalkScreen[]} */
  const after = () => [
    { title: "Schrijf nu op", boxes: [box("Wel", texts(under("schrijf-na-afloop-op")))] },
    { title: "Schrijf nooit op", boxes: [box("Niet", texts(under("schrijf-nooit-op")), true)] },
  ];

  const situations = /** @type {HTMLTemplateElement[]} */ (Elements.all("template[data-situation]"));

  /** @param {string} hash @returns {TalkPlace | null} */
  const placeOf = (hash) => {
    const found = PLACE.exec(hash);
    if (!found) return null;
    if (found[1]) return { way: found[1], at: Number(found[2]) - 1, situation: "" };
    return situations.length ? { way: "iets", at: 0, situation: found[3] ?? "" } : null;
  };

  /** @param {TalkPlace} place */
  const hashOf = ({ way, at, situation }) =>
    way === "iets" ? `#lees-iets${situation ? `-${situation}` : ""}` : `#lees-${way}-${at + 1}`;

  /** How many screens ago the page itself was: so far back it is closed. */
  const depth = () => Number(history.state?.talk) || 0;

  /** Go to a screen; where `fresh`, the back button leads to the one of now. @param {TalkPlace} place */
  const visit = (place, fresh = false) => {
    const state = { ...history.state, talk: depth() + (fresh ? 1 : 0) };
    if (fresh) history.pushState(state, "", hashOf(place));
    else history.replaceState(state, "", hashOf(place));
    show();
  };

  /** Back to the page. */
  const leave = () => {
    if (depth()) history.go(-depth());
    else {
      history.replaceState(history.state, "", location.pathname + location.search);
      show();
    }
  };

  /** @type {HTMLDialogElement | null} */
  let dialog = null;

  /** @returns {HTMLDialogElement} */
  const opened = () => {
    if (dialog) return dialog;
    const door = Array.from(document.querySelector(".page")?.classList ?? []).find((css) => css.startsWith("door-"));
    const made = el("dialog", { class: `talk-screen ${door ?? ""}` });
    made.addEventListener("cancel", (event) => {
      event.preventDefault();
      leave();
    });
    made.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") step(1);
      if (event.key === "ArrowLeft") step(-1);
    });
    let start = { x: 0, y: 0 };
    made.addEventListener(
      "touchstart",
      (event) => {
        start = { x: event.changedTouches[0].clientX, y: event.changedTouches[0].clientY };
      },
      { passive: true },
    );
    made.addEventListener("touchend", (event) => {
      const moved = event.changedTouches[0].clientX - start.x;
      const down = Math.abs(event.changedTouches[0].clientY - start.y);
      if (Math.abs(moved) > 60 && Math.abs(moved) > 2 * down) step(moved < 0 ? 1 : -1);
    });
    document.body.append(made);
    dialog = made;
    made.showModal();
    return made;
  };

  /** To the next screen or the one before, among those of the conversation. @param {number} by */
  const step = (by) => {
    const place = placeOf(location.hash);
    if (!place || place.way === "iets") return;
    const screens = place.way === "voor" ? before() : after();
    const at = place.at + by;
    if (at >= screens.length) leave();
    else if (at >= 0) visit({ ...place, at });
  };

  /** The head of every screen: back to the page, and where we are. @param {string} way @param {string} [count] */
  const top = (way, count) => {
    const close = button("", { class: "talk-close" }, leave);
    close.append(
      el("span", { "aria-hidden": "true" }, "‹ "),
      el("span", { class: "screen-reader" }, "Terug naar de bladzijde: "),
      `${document.querySelector("h1")?.textContent?.trim()}\u00a0· ${NAMES[way]}`,
    );
    return el("div", { class: "talk-top" }, close, ...(count ? [el("p", { class: "talk-count" }, count)] : []));
  };

  /** The one button that stands on every screen of the conversation. */
  const trouble = () =>
    situations.length
      ? [button("Er is iets", { class: "talk-trouble" }, () => visit({ way: "iets", at: 0, situation: "" }, true))]
      : [];

  /** @param {TalkPlace} place @returns {(Node | string)[]} */
  const conversation = (place) => {
    const screens = place.way === "voor" ? before() : after();
    const at = Math.min(Math.max(place.at, 0), screens.length - 1);
    const back = button("Terug", { class: "talk-back" }, () => step(-1));
    back.disabled = at === 0;
    const boxes = screens[at].boxes.filter(({ lines }) => lines.length);
    return [
      top(place.way, `${at + 1} van ${screens.length}`),
      el(
        "div",
        { class: "talk-bars", "aria-hidden": "true" },
        ...screens.map((_, index) => el("span", index <= at ? { class: "done" } : {})),
      ),
      el(
        "div",
        { class: "talk-body", tabindex: 0 },
        el("h2", { tabindex: -1 }, screens[at].title),
        ...boxes.map(({ label, lines, plain }) =>
          el(
            "section",
            { class: plain ? "talk-box plain" : "talk-box" },
            el("h3", {}, label),
            ...lines.map((line) => el("p", {}, line)),
          ),
        ),
      ),
      el(
        "div",
        { class: "talk-foot" },
        back,
        ...trouble(),
        button(at === screens.length - 1 ? "Klaar" : "Volgende", { class: "talk-next" }, () => step(1)),
      ),
    ];
  };

  /** One screen back: to where this one was asked from, also where it was the first that was opened. */
  const back = () =>
    button("Terug", { class: "talk-back" }, () => {
      if (depth()) history.back();
      else leave();
    });

  /** @param {TalkPlace} place @returns {(Node | string)[]} */
  const troubles = ({ situation }) => {
    const chosen = situations.find((one) => one.dataset.situation === situation);
    const own = OwnDetails.call(details.value.details);
    if (!chosen)
      return [
        top("iets"),
        el(
          "div",
          { class: "talk-body", tabindex: 0 },
          el("h2", { tabindex: -1 }, "Wat is er?"),
          el(
            "ul",
            { class: "situations" },
            ...situations.map((one) =>
              el(
                "li",
                {},
                button(one.dataset.title ?? "", {}, () =>
                  visit({ way: "iets", at: 0, situation: one.dataset.situation ?? "" }, true),
                ),
              ),
            ),
          ),
        ),
        el("div", { class: "talk-foot" }, back(), ...(own ? [own] : [])),
      ];
    const inside = /** @type {DocumentFragment} */ (chosen.content.cloneNode(true));
    const call = inside.querySelector(".talk-call");
    call?.remove();
    return [
      top("iets"),
      el("div", { class: "talk-body", tabindex: 0 }, el("h2", { tabindex: -1 }, chosen.dataset.title ?? ""), inside),
      el("div", { class: "talk-foot calls" }, back(), ...[call, own].filter((one) => one !== null)),
    ];
  };

  /** Show the screen of the address, or the page where the address names none. */
  function show() {
    const place = placeOf(location.hash);
    if (!place) {
      dialog?.close();
      dialog?.remove();
      dialog = null;
      return;
    }
    const screen = opened();
    screen.setAttribute("aria-label", NAMES[place.way]);
    screen.replaceChildren(...(place.way === "iets" ? troubles(place) : conversation(place)));
    OwnDetails.fill(screen, details.value.details);
    screen.scrollTop = 0;
    screen.querySelector("h2")?.focus();
  }

  document.addEventListener("click", (event) => {
    const asked = /** @type {Element} */ (event.target).closest("[data-talk-open]")?.getAttribute("data-talk-open");
    if (asked) visit({ way: asked, at: 0, situation: "" }, true);
  });
  window.addEventListener("popstate", show);
  details.follow(window);
  /** What is on the screen of what somebody filled in. */
  let filled = "";
  details.listen(({ details }) => {
    const now = JSON.stringify(details);
    if (now === filled) return; // a phone that was unlocked shows what it showed
    filled = now;
    OwnDetails.fill(document, details);
    show();
  });
}
