// Makes the index of the search when the site is built, in parts of which a browser fetches only those that a question
// needs. It runs in the engine that also runs `handboek queries`, with the words of `logic/search-words.js`.
"use strict";

var SearchMaking = (() => {
  const { STEP, Lexicon, words, telling, nameKey, nameWorth } = SearchWords;
  /** The fields of a document as they come. */
  const TEXTS = /** @type {const} */ (["title", "names", "wants", "heads", "summary", "text"]);
  /** How much each field of a document counts: what it is, then what it says. `terms` is how people say the terms in
   *  its title; `parts` and `textparts` are the halves of compounds. These numbers were set on tests/search/queries.yml. */
  const BOOST = {
    title: 3,
    names: 2.5,
    terms: 2,
    wants: 3,
    heads: 1.5,
    summary: 1.5,
    text: 1,
    parts: 1.2,
    textparts: 0.5,
  };
  /** BM25+, as it is used everywhere: how soon a word that comes back counts no more, how much a long field counts
   *  against itself, and what standing there counts at least. */
  const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
  /** Fields that are lists of names: a name among many is as good as one alone. */
  const LISTS = ["names", "terms", "wants"];
  /** How finely a score is kept. */
  const FINE = 4;
  /** About how many letters a part holds. */
  const SIZE = { words: 4_500, texts: 12_000 };

  /** The stems that each document says, by field. @param {SearchData} data @param {InstanceType<typeof Lexicon>} lexicon */
  function rows({ documents, synonyms }, lexicon) {
    /** @param {string[]} said */
    const stems = (said) => telling(said).map((word) => lexicon.stem(word));
    /** @param {string[]} said */
    const halves = (said) => said.flatMap((word) => lexicon.split(word) || []);
    const groups = synonyms.map(({ from, to }) => ({
      said: from.flatMap(words),
      to: to.map((phrase) => stems(words(phrase))),
    }));
    return documents.map((entry) => {
      const said = Object.fromEntries(TEXTS.map((field) => [field, [entry[field]].flat().flatMap(words)]));
      const own = new Set(stems([...said.title, ...said.names]));
      const called =
        entry.kind === "term" ? [] : groups.filter(({ to }) => to.some((one) => one.every((stem) => own.has(stem))));
      const terms = called.flatMap((group) => group.said);
      return /** @type {Record<keyof typeof BOOST, string[]>} */ ({
        ...Object.fromEntries(TEXTS.map((field) => [field, stems(said[field])])),
        terms: stems(terms),
        parts: halves([...said.title, ...said.names, ...terms]),
        textparts: halves([...said.wants, ...said.summary, ...said.text]),
      });
    });
  }

  /** How much each stem says of each document. @param {ReturnType<typeof rows>} all @returns {Map<string, Map<number, number>>} */
  function scores(all) {
    /** @type {Map<string, Map<number, number>>} */
    const found = new Map();
    for (const [field, boost] of Object.entries(BOOST)) {
      /** @type {Map<string, Map<number, number>>} */
      const counted = new Map();
      const lengths = all.map((row, id) => {
        const said = row[/** @type {keyof typeof BOOST} */ (field)];
        for (const stem of said) {
          const held = counted.get(stem) || new Map();
          counted.set(stem, held.set(id, (held.get(id) || 0) + 1));
        }
        return new Set(said).size;
      });
      const usual = lengths.reduce((sum, length) => sum + length, 0) / all.length;
      for (const [stem, held] of counted) {
        const rare = Math.log(1 + (all.length - held.size + 0.5) / (held.size + 0.5));
        const sums = found.get(stem) || new Map();
        for (const [id, times] of held) {
          const long = LISTS.includes(field) ? 1 : 1 - BM25.b + (BM25.b * lengths[id]) / usual;
          const score = rare * (BM25.d + (times * (BM25.k + 1)) / (times + BM25.k * long));
          sums.set(id, (sums.get(id) || 0) + boost * score);
        }
        found.set(stem, sums);
      }
    }
    return found;
  }

  /** Title, synonyms and search words of each document, each a name of it: by word in which names it stands, with how much of
   *  the name it is. Words of the stop list are kept as well, since a question may have hardly any others. The synonyms of a
   *  term are left out: they lead to what is about it.
   *  @param {SearchData["documents"]} documents @param {InstanceType<typeof Lexicon>} lexicon */
  function called(documents, lexicon) {
    /** @param {string} name */
    const keys = (name) => [...new Set(words(name).map((word) => nameKey(word, lexicon.stem(word))))];
    const byDocument = documents.map(({ kind, title, names, wants }) => {
      const all = [title, ...(kind === "term" ? [] : names), ...wants].map(keys);
      return [...new Map(all.map((one) => [one.join(), one])).values()];
    });
    const all = byDocument.flat();
    /** @type {Map<string, number>} */
    const times = new Map();
    for (const key of all.flat()) times.set(key, (times.get(key) || 0) + 1);
    /** @type {Map<string, number[]>} */
    const rows = new Map(Array.from(times.keys(), (key) => [key, []]));
    /** @type {Map<string, number>} */
    const before = new Map();
    for (const [id, name] of all.entries()) {
      const worth = name.map((key) => nameWorth(key, times.get(key) || 0, all.length));
      const sum = worth.reduce((total, one) => total + one, 0);
      for (const [at, key] of name.entries()) {
        const share = Math.max(1, Math.round(((STEP - 1) * worth[at]) / sum));
        rows.get(key)?.push((id - (before.get(key) || 0)) * STEP + share);
        before.set(key, id);
      }
    }
    return { rows, numbers: byDocument.map((one) => one.length) };
  }

  /** Cut what is in order into parts. @template T @param {T[]} all @param {number} size @returns {T[][]} */
  function cut(all, size) {
    /** @type {T[][]} */
    const parts = [];
    let left = 0;
    for (const one of all) {
      if (left <= 0) (parts.push([]), (left = size));
      parts[parts.length - 1].push(one);
      left -= JSON.stringify(one).length;
    }
    return parts;
  }

  /** The index: what is fetched first, and the parts. @param {SearchData} data @returns {SearchParts} */
  function make(data) {
    const { documents, synonyms, voices, ...rest } = data;
    const lexicon = new Lexicon();
    for (const entry of documents)
      for (const field of TEXTS) [entry[field]].flat().forEach((line) => lexicon.learn(words(line)));
    for (const { from, to } of synonyms) for (const phrase of [...from, ...to]) lexicon.learn(words(phrase));
    const all = rows(data, lexicon);
    const named = all.map(({ title, names }) => new Set([...title, ...names]));
    /** @type {Map<string, number[]>} */
    const said = new Map();
    for (const [stem, found] of scores(all)) {
      let last = 0;
      const row = [];
      for (const [id, score] of [...found].sort(([one], [other]) => one - other)) {
        row.push(id - last, Math.round(score * FINE) * 2 + Number(named[id].has(stem)));
        last = id;
      }
      said.set(stem, row);
    }
    const names = called(documents, lexicon);
    const wordParts = cut(
      [...said, ...names.rows].sort(([one], [other]) => (one < other ? -1 : 1)),
      SIZE.words,
    );
    const texts = documents.map(({ title, address, summary, text, parts }) => ({
      title,
      address,
      summary,
      text,
      parts,
    }));
    const textParts = cut(texts, SIZE.texts);
    let from = 0;
    return {
      begin: {
        ...rest,
        synonyms,
        voices: voices.map(({ said, at }) => ({
          said: said.map((phrase) => words(phrase).join(" ")),
          documents: [...documents.keys()].filter((id) => at.includes(documents[id].address)),
        })),
        forms: lexicon.told(),
        documents: documents.map(({ kind, phases, weight }) => ({ kind, phases, weight })),
        names: names.numbers,
        words: wordParts.map(([[stem]]) => stem),
        texts: textParts.map((part) => (from += part.length) - part.length),
      },
      words: wordParts.map((part) => Object.fromEntries(part)),
      texts: textParts,
    };
  }

  return { make };
})();
