// The Markdown of a lesson as it will look: read by the library that the site's own is a port of, and given as a tree,
// never as HTML. `tests/lessons/markdown.yml` holds both to the same.
"use strict";

/** @typedef {{tag: string, attributes: Record<string, string>, inside: (Part | string)[]}} Part */

const Preview = (() => {
  /** More is not shown: the page would stop while somebody types. */
  const MOST = 20_000;
  const OWN = /^(?:\/(?!\/)|#|https:\/\/|mailto:|tel:)/i;

  /** @type {any} */
  let parser;
  const ready = () => {
    if (!parser) {
      parser = markdownit("commonmark", { html: false }).enable("table");
      parser.validateLink = (/** @type {string} */ address) => OWN.test(address);
    }
    return parser;
  };

  /** The attributes that stay, by tag. @type {Record<string, string[]>} */
  const ATTRIBUTES = { a: ["href", "title"], ol: ["start"] };

  /** @param {string} tag @param {any} [token] @param {(Part | string)[]} [inside] @returns {Part} */
  const part = (tag, token, inside = []) => {
    const kept = (token?.attrs ?? []).filter((/** @type {[string, string]} */ [name]) =>
      ATTRIBUTES[tag]?.includes(name),
    );
    return {
      tag,
      attributes: Object.fromEntries(
        kept.map((/** @type {[string, unknown]} */ [name, value]) => [name, String(value)]),
      ),
      inside,
    };
  };

  /** What a token is by itself; a picture is nothing, since none of elsewhere shows and a lesson has no other.
   * @type {Record<string, (content: string) => (Part | string)[]>} */
  const ALONE = {
    softbreak: () => ["\n"],
    hardbreak: () => [part("br"), "\n"],
    hr: () => [part("hr")],
    code_inline: (content) => [part("code", null, [content])],
    code_block: (content) => [part("pre", null, [part("code", null, [content])])],
    fence: (content) => [part("pre", null, [part("code", null, [content])])],
    image: () => [],
  };

  /** @param {any[]} tokens @returns {(Part | string)[]} */
  const tree = (tokens) => {
    const stack = [part("")];
    /** @param {...(Part | string)} more */
    const add = (...more) => stack[stack.length - 1].inside.push(...more);
    for (const token of tokens) {
      if (token.type === "inline") add(...tree(token.children));
      else if (token.hidden) continue;
      else if (token.nesting === 1) stack.push(part(token.tag, token));
      else if (token.nesting === -1) add(/** @type {Part} */ (stack.pop()));
      else add(...(ALONE[token.type]?.(token.content) ?? [token.content]));
    }
    return stack[0].inside;
  };

  /** Emphasis and links. @param {string} text */
  const line = (text) => tree(ready().parseInline(text.trim().slice(0, MOST), {}));

  /** Paragraphs, lists and subheadings; a heading of level 2 becomes one of level 3, as under a heading of the form.
   * @param {string} text */
  const blocks = (text) => {
    const tokens = ready().parse(text.slice(0, MOST), {});
    for (const token of tokens) {
      if (token.type.startsWith("heading_")) token.tag = `h${Math.max(2, Math.min(5, Number(token.tag[1]) + 1))}`;
    }
    return tree(tokens);
  };

  return { line, blocks };
})();
