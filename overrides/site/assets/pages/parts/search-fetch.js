// Brings what the search needs: its scripts and the first part of its index when somebody opens it, and of the rest the parts
// that an answer lacks.
"use strict";

const SearchFetch = (() => {
  const SCRIPTS = ["vendor/stemmer-nl.js", "search-engine.js", "search/begin.js"];

  /** @type {Promise<SearchIndex> | undefined} */
  let engine;
  /** The search, made at the first call. */
  function ready() {
    if (!engine) {
      const start = performance.now();
      engine = Promise.all(SCRIPTS.map(Scripts.load)).then(() => {
        const search = new HandboekSearch(handboekSearch.begin, handboekSearch.parts);
        performance.measure("zoeken-klaar", { start });
        return search;
      });
      engine.catch(() => (engine = undefined));
    }
    return engine;
  }

  /** The parts of the index that were asked for. @type {Map<string, Promise<void>>} */
  const asked = new Map();
  /** Fetch a part of the index; rejects also where the site has a newer one by now. @param {string} name */
  function bring(name) {
    const coming =
      asked.get(name) ??
      Scripts.load(`search/${name}.js`).then(() => {
        if (!(HandboekSearch.key(name, handboekSearch.begin) in handboekSearch.parts)) throw new Error(name);
      });
    coming.catch(() => asked.delete(name));
    asked.set(name, coming);
    return coming;
  }

  /** Ask the search until it has all parts that the answer needs.
   * @template T @param {SearchIndex} search @param {() => T} ask @returns {Promise<T>} */
  async function whole(search, ask) {
    for (;;) {
      const answer = ask();
      const lacking = search.lacking();
      if (!lacking.length) return answer;
      await Promise.all(lacking.map(bring));
    }
  }

  return { ready, whole };
})();
