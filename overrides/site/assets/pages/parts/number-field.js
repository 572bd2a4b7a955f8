// A field for a whole number: what it does not understand it refuses, and says why beside the field.
"use strict";

const NumberField = (() => {
  /**
   * A field for a number. What several cells of a table hold is not run together; what is wrong is said beside the field.
   * @param {HTMLInputElement} input @param {HTMLElement} wrong @param {[number, number]} limits @param {(read: Read) => void} use
   */
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

  /** Say beside a field what is wrong with it; nothing where it is right. @param {HTMLInputElement} input @param {HTMLElement} place @param {string} wrong */
  const mark = (input, place, wrong) => {
    if (place.textContent !== wrong) place.textContent = wrong;
    input.setAttribute("aria-invalid", String(Boolean(wrong)));
  };

  /** Whether a field holds something that is no number. @param {Element} input */
  const isWrong = (input) => input.getAttribute("aria-invalid") === "true";

  return { listen, mark, isWrong };
})();
