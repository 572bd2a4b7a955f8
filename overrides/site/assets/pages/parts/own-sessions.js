// What somebody chose for a script: their group, times and parts. Kept in this browser and nowhere else.
"use strict";

const MySessions = (() => {
  /** @param {string | null} text @returns {{value: {scripts: Record<string, SessionWish>}, notice: Notice}} */
  const read = (text) => {
    try {
      const { scripts } = JSON.parse(text ?? "{}");
      const known = Object.entries(scripts ?? {}).map(([slug, wish]) => [
        BrowserStorage.safe(slug),
        Session.clean(wish),
      ]);
      return { value: { scripts: Object.fromEntries(known) }, notice: "" };
    } catch {
      return { value: { scripts: {} }, notice: "damaged" };
    }
  };

  const open = () => BrowserStorage.open("draaiboeken", BrowserStorage.storageOf(window), read);

  /** The script that a page holds, for whoever counts with it. @param {ParentNode} page @returns {SessionScript | null} */
  const scriptOf = (page) => {
    const held = /** @type {HTMLTemplateElement | null} */ (page.querySelector("template[data-session-script]"));
    return held && JSON.parse(held.content.textContent ?? "null");
  };

  /** The script of a page of this site. @param {string} url @returns {Promise<SessionScript | null>} */
  const fetched = async (url) => {
    const answer = await fetch(Site.at(url));
    return answer.ok ? scriptOf(new DOMParser().parseFromString(await answer.text(), "text/html")) : null;
  };

  /** What there is to say of what cannot be kept. @param {Notice} notice */
  const told = (notice) =>
    notice === "full"
      ? "Je apparaat is vol: dit is niet bewaard."
      : notice === "visit" || notice === "page"
        ? "Je browser bewaart dit niet langer dan dit bezoek."
        : "";

  /** What can be taken where a wish does not fit: what comes nearest, or a group of equal size beside others.
   * @param {SessionTrouble} trouble @returns {{label: string, value: number | string, times: number}[]} */
  const choices = ({ nearest, split }) => [
    ...(nearest === "" ? [] : [{ label: `Neem ${nearest}`, value: nearest, times: 1 }]),
    ...(split ? [{ label: `Neem ${split.size} per groep`, value: split.size, times: split.groups }] : []),
  ];

  /** @param {HTMLElement[]} all */
  const spaced = (all) => all.flatMap((one) => [one, " "]);

  return { open, choices, spaced, scriptOf, fetched, told };
})();
