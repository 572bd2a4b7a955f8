// The rows of the index as the search reads them: where each word stands, in which names, and what is shown of each
// document. It comes in parts. A part that is not here is named in `lacking`; who asks brings it and asks again.
"use strict";

var SearchRows = (() => {
  const { STEP } = SearchWords;

  /** The place of the last of these that does not come after `one`. @template T @param {T[]} sorted @param {T} one */
  function last(sorted, one) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= one) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The index, of which the parts come when they are needed. */
  class SearchRows {
    /** @param {SearchBegin} begin @param {Record<string, any>} parts by their names; who fetches them puts them here
     *  @param {Iterable<string>} stems all stems that there are */
    constructor(begin, parts, stems) {
      this.begin = begin;
      this.parts = parts;
      this.stems = [...stems].sort();
      /** The parts that an answer lacked. @type {Set<string>} */
      this.lacked = new Set();
      /** What was read of words, and of names. @type {Map<string, Said>} */
      this.words = new Map();
      /** @type {Map<string, Map<number, number>>} */
      this.names = new Map();
    }

    /** Where a part lies among the others: one of another edition counts other documents. @param {string} name @param {SearchBegin} begin */
    static key(name, { version }) {
      return `${name} ${version}`;
    }

    /** The names of the parts that were lacking since somebody last asked. */
    lacking() {
      const names = [...this.lacked];
      this.lacked.clear();
      return names;
    }

    /** @param {string} name */
    part(name) {
      const key = SearchRows.key(name, this.begin);
      if (!(key in this.parts)) this.lacked.add(name);
      return this.parts[key];
    }

    /** What the index has under a key; nothing as long as its part is not here. @param {string} key @returns {number[] | undefined} */
    row(key) {
      const part = this.part(`words-${Math.max(0, last(this.begin.words, key))}`);
      return part && (part[key] || []);
    }

    /** Where a stem stands: how much it says of which documents, and which of them are called so. @param {string} stem @returns {Said} */
    said(stem) {
      let found = this.words.get(stem);
      if (found) return found;
      found = new Map();
      const row = this.row(stem);
      if (!row) return found;
      let id = 0;
      for (let at = 0; at < row.length; at += 2) {
        id += row[at];
        found.set(id, { score: row[at + 1] >> 1, named: row[at + 1] % 2 === 1 });
      }
      this.words.set(stem, found);
      return found;
    }

    /** In which names a word stands, by number, with how much of each it is. @param {string} key @returns {Map<number, number>} */
    named(key) {
      let found = this.names.get(key);
      if (found) return found;
      found = new Map();
      const row = this.row(key);
      if (!row) return found;
      let id = 0;
      for (const one of row) found.set((id += Math.floor(one / STEP)), (one % STEP) / (STEP - 1));
      this.names.set(key, found);
      return found;
    }

    /** What is shown of a document; nothing as long as its part is not here. @param {number} id @returns {SearchText | undefined} */
    text(id) {
      const number = last(this.begin.texts, id);
      return this.part(`texts-${number}`)?.[id - this.begin.texts[number]];
    }

    /** The stems that begin with this one. @param {string} stem */
    longer(stem) {
      const from = last(this.stems, stem) + 1;
      let to = from;
      while (to < this.stems.length && this.stems[to].startsWith(stem)) to += 1;
      return this.stems.slice(from, to);
    }

    /** How much a stem counts for the line that is shown. @param {string} stem */
    worth(stem) {
      return Math.log(1 + this.begin.documents.length / (1 + this.said(stem).size));
    }
  }

  return SearchRows;
})();
