"use strict";


const Numbers = (() => {
  const LONGEST = 40;
  const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const THOUSANDS = /^\d{1,3}(?:(?:\.\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+|(?:['’]\d{3})+)$/;

  const digits = (text) =>
    text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (sign) => String((sign.codePointAt(0) ?? 0) & 15));

  const written = (number) =>
    String(number)
      .replace("-", "−")
      .replace(/\B(?=(?:\d{3})+$)/g, ".");

  /**
   * The whole number in a text, from `least` to `most`.
   * @param {string} text @param {number} least @param {number} most @returns {Read}
   */
  const read = (text, least, most) => {
    const words = digits(text.slice(0, 10 * LONGEST).replace(UNSEEN, ""))
      .trim()
      .replace(/^[−–—‐‑-] ?/, "-");
    const refuse = (wrong) => ({ value: null, wrong });
    if (!words) return { value: null, wrong: "" };
    if (words.length > LONGEST) return refuse("Vul hier alleen een getal in.");
    if (!/\d/.test(words)) return refuse("Schrijf het getal met cijfers.");
    const plain = words.replace(/^[-+]/, "");
    if (/^\d*[.,]\d+$/.test(plain) && !THOUSANDS.test(plain))
      return refuse("Vul een heel getal in, zonder cijfers achter een komma of punt.");
    if (!/^\d+$/.test(plain) && !THOUSANDS.test(plain)) return refuse("Vul één getal in, met alleen cijfers.");
    const value = Number(plain.replace(/\D/g, "")) * (words.startsWith("-") ? -1 : 1);
    if (value < least) return refuse(`Vul een getal in van ${written(least)} of meer.`);
    if (value > most) return refuse(`Vul een getal in van hoogstens ${written(most)}.`);
    return { value: value || 0, wrong: "" };
  };

  return { LONGEST, read, written };
})();

"use strict";

const NumberField = (() => {
  const listen = (input, wrong, [least, most], use) => {
    input.setAttribute("aria-describedby", wrong.id);
    input.addEventListener("paste", (event) => {
      const cells = (event.clipboardData?.getData("text") ?? "").trim().split(/\s*[\r\n]+\s*/);
      if (cells.length < 2) return;
      event.preventDefault();
      input.value = cells.join("; ").slice(0, Numbers.LONGEST);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    input.addEventListener("input", () => {
      const found = Numbers.read(input.value, least, most);
      mark(input, wrong, found.wrong);
      use(found);
    });
  };

  const mark = (input, place, wrong) => {
    if (place.textContent !== wrong) place.textContent = wrong;
    input.setAttribute("aria-invalid", String(Boolean(wrong)));
  };

  const isWrong = (input) => input.getAttribute("aria-invalid") === "true";

  return { listen, mark, isWrong };
})();
