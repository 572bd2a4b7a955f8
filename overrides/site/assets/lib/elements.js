// The one maker of elements, and the one finder.
"use strict";

var Elements = (() => {
  /** @template {Element} T @param {T} made @param {Record<string, string | number>} attributes @param {(Node | string)[]} inside */
  const filled = (made, attributes, inside) => {
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    made.append(...inside);
    return made;
  };

  /** An element with attributes and what is in it.
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} name @param {Record<string, string | number>} [attributes] @param {...(Node | string)} inside
   * @returns {HTMLElementTagNameMap[T]} */
  const el = (name, attributes = {}, ...inside) => filled(document.createElement(name), attributes, inside);

  /** An element of a drawing. @param {string} name @param {Record<string, string | number>} attributes @param {...(Node | string)} inside */
  const svg = (name, attributes, ...inside) =>
    filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, inside);

  /** A button that does something. @param {string} words @param {Record<string, string>} attributes @param {() => void} action */
  const button = (words, attributes, action) => {
    const made = el("button", { type: "button", ...attributes }, words);
    made.addEventListener("click", action);
    return made;
  };

  /** The one element that fits, which the page is known to have.
   * @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T} */
  const one = (selector, within = document) => {
    const found = within.querySelector(selector);
    if (!found) throw new Error(`Niet op deze bladzijde: ${selector}`);
    return /** @type {T} */ (found);
  };

  /** All elements that fit. @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T[]} */
  const all = (selector, within = document) => /** @type {T[]} */ (Array.from(within.querySelectorAll(selector)));

  return { el, svg, button, one, all };
})();
