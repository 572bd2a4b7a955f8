// How a lesson will look: the Markdown that somebody types as elements, never as HTML.
"use strict";

const LessonShown = (() => {
  const { el } = Elements;

  /** @param {(Part | string)[]} parts @returns {(Node | string)[]} */
  function elements(parts) {
    return parts.map((part) => {
      if (typeof part === "string") return part;
      const attributes = Object.fromEntries(
        Object.entries(part.attributes).map(([name, value]) => [
          name,
          name === "href" && value.startsWith("/") ? Site.at(value.slice(1)) : value,
        ]),
      );
      const made = el(/** @type {"p"} */ (part.tag), attributes, ...elements(part.inside));
      if (part.tag === "pre") made.querySelector("code")?.setAttribute("tabindex", "0"); // it may be wider than its place
      return made;
    });
  }

  /** The library that reads Markdown: 41 kB, so it comes when there is something to show. @type {Promise<boolean> | undefined} */
  let library;
  const fetchLibrary = () =>
    (library ??= Scripts.load("vendor/markdown-it.js").then(
      () => true,
      () => false,
    ));

  /** What shows in `place` how the lesson looks now.
   * @param {HTMLElement} place @param {LessonKnown} known @param {(name: string) => string} typed what is typed in a field
   * @param {(name: string) => string} words what is ticked in it, in words */
  return (place, known, typed, words) => async () => {
    const texts = Object.values(known.fields).filter((field) => field.heading && typed(field.name));
    const something = texts.length > 0 || Boolean(typed("title") || typed("summary"));
    if (something && !(await fetchLibrary())) {
      place.replaceChildren(
        el("p", {}, "De voorvertoning is niet op te halen. De rest van het formulier werkt gewoon."),
      );
      return;
    }
    /** @param {string} text */
    const line = (text) => (text ? elements(Preview.line(text)) : []);
    /** @param {string} text */
    const blocks = (text) => elements(Preview.blocks(text));
    const day = typed("date") ? Dates.inWords(typed("date")) : "";
    const facts = [
      ["Waar", [typed("place"), typed("organisation")].filter(Boolean).join(", ") || "niet genoemd"],
      ["Opgeschreven", day],
      ["Komt uit", words("experience").toLowerCase()],
      ["Voor", words("roles").toLowerCase()],
    ].filter(([, value]) => value);
    place.replaceChildren(
      el("p", { class: "kicker" }, `Les${words("phases") ? ` · ${words("phases")}` : ""}`),
      el("p", { class: "preview-title" }, ...(typed("title") ? line(typed("title")) : ["Nog zonder titel"])),
      el("p", { class: "lede" }, ...line(typed("summary"))),
      el(
        "dl",
        { class: "facts" },
        ...facts.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
      ),
      ...texts.flatMap((field) => [el("h3", {}, field.label), ...blocks(typed(field.name))]),
    );
  };
})();
