// What somebody filled in once about themselves: it stays on this device, and stands wherever a text leaves room for it.
"use strict";

var OwnDetails = (() => {
  const EMPTY = "…";
  const LONGEST = 60;

  /** @param {unknown} value */
  const cleaned = (value) =>
    typeof value === "string"
      ? [...value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim()].slice(0, LONGEST).join("")
      : "";

  /** A picture that this site drew itself, small enough to keep. */
  const LOGO = /^data:image\/png;base64,[A-Za-z0-9+/=]{1,400000}$/;

  /** @param {string | null} text @returns {{value: {details: Record<string, string>, logo: string}, notice: Notice}} */
  const read = (text) => {
    try {
      const { details, logo } = JSON.parse(text ?? "{}");
      const known = Object.entries(details ?? {}).map(([id, value]) => [BrowserStorage.safe(id), cleaned(value)]);
      const kept = typeof logo === "string" && LOGO.test(logo) ? logo : "";
      return { value: { details: Object.fromEntries(known), logo: kept }, notice: "" };
    } catch {
      return { value: { details: {}, logo: "" }, notice: "damaged" };
    }
  };

  const open = () => BrowserStorage.open("gegevens", BrowserStorage.storageOf(window), read);

  /** What a telephone dials. @param {string} number */
  const dialled = (number) => `tel:${number.replace(/[^\d+]/g, "")}`;

  /** Put what is known where a text leaves room for it. @param {ParentNode} within @param {Record<string, string>} details */
  const fill = (within, details) => {
    for (const place of within.querySelectorAll("[data-own]"))
      place.textContent = details[place.getAttribute("data-own") ?? ""] || EMPTY;
  };

  /** A link to the fixed person; none as long as there is no number. @param {Record<string, string>} details */
  const call = (details) => {
    const number = details["vast-nummer"];
    if (!number || number.replace(/\D/g, "").length < 3) return null;
    return Elements.el(
      "a",
      { class: "talk-call own", href: dialled(number) },
      Elements.el("span", {}, `${details["vaste-persoon"] || "Je vaste persoon"}:`),
      " ",
      Elements.el("strong", {}, number),
    );
  };

  return { open, fill, call, cleaned };
})();
