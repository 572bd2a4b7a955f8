// The search itself: Dutch words, an index over the documents, and the answer to a question. It knows no page and no
// network: the search box runs it in the browser and `handboek queries` at the command line.
"use strict";

/**
 * @typedef {{word: string, start: number, end: number}} Token A word in small letters, and where it stands.
 * @typedef {{terms: string[], weight: number, prefix?: boolean}} Way
 *   Stems that together say a word of the query, how much they count, and whether longer words count too.
 * @typedef {{said: string[][], from: string[][], to: string[][], absent?: string}} Synonyms
 *   Phrases that lead to phrases, as stems; `said` is `from` as it is written.
 */

var HandboekSearch = (() => {
  const STOP = new Set(
    (
      "aan af al als alle alles altijd ben bent bij ben daar dan dat de der deze die dit doe doen doet door dus een eens " +
      "en er ga gaan gaat ge geen haar had heb hebben hebt heeft hem hen het hier hij hoe hoeveel hun iemand iets ik in " +
      "is ja je jij jou jouw jullie kan kom komen komt krijg krijgen krijgt kun kunnen kunt laat langs laten maar mag me meer " +
      "men met mij mijn moet moeten mogen na naar nog " +
      "nu of om omdat onder ons onze ook op over s sinds t te toch toen tot u uit uw van veel via voor waar waarom wanneer " +
      "want waren was wat we wel welk welke werd wie wij wil willen worden wordt zal ze zei zich zij zijn zo zou zullen zult"
    ).split(" "),
  );
  /** How much each field of a document counts: what it is, then what it says. `terms` is how people say the terms in
   *  its title; `parts` and `textparts` are the halves of compounds. These numbers were set on tests/search/queries.yml. */
  const BOOST = {
    title: 3,
    names: 2.5,
    terms: 2,
    wants: 1.2,
    heads: 1.5,
    summary: 1.5,
    text: 1,
    parts: 1.2,
    textparts: 0.5,
  };
  /** The fields of a document as they come. */
  const TEXTS = /** @type {const} */ (["title", "names", "wants", "heads", "summary", "text"]);
  /** How much a way to say a word counts against the word itself. */
  const WEIGHT = { synonym: 0.5, halves: 0.6, joined: 1.5, near: 0.7 };
  /** How much more a document counts when the query asks for its kind ("brief", "werkblad"). */
  const ASKED = 1.7;
  /** How much more it counts when its title or names hold every word. */
  const NAMED = 1.3;
  /** How much more when the query is its title or one of its names, word for word. */
  const EXACT = 1.5;
  /** One word that fits very well must not beat two that fit: its score grows slower and slower. */
  const STEEP = 0.7;
  /** How much it costs to hold only some of the words. */
  const COVER = 0.5;
  /** How fast a word loses weight that stands in more of the documents. The index by itself counts that by field, so that
   *  a word of every text would still be rare in titles. */
  const RARE = 1;
  /** What stays, as a share of the best. */
  const TAIL = 0.2;
  /** Of a query no more letters are read than a question has. */
  const LONGEST = 200;
  /** For so many words that nobody knows, all words are gone through for one that looks like it. */
  const ALIKE = 6;
  /** What may stand between the halves of a compound. */
  const LINKS = ["", "s", "en", "e", "n"];
  /** A verb with a loose part in front (opbellen). */
  const LOOSE = /^(aan|af|bij|door|in|langs|mee|na|om|op|over|terug|uit|voor|weg)(.{4,})$/;
  /** Words whose stem does not follow from their letters. */
  const STEMS = new Map(
    Object.entries({ bezocht: "bezoek", gebracht: "breng", gesproken: "spreek", verloren: "verlies" }),
  );
  /** Letters that sound alike, from what somebody writes by ear to one way. @type {[RegExp, string][]} */
  const SOUNDS = [
    [/c(?=[eiy])/g, "s"],
    [/ch/g, "g"],
    [/c|q/g, "k"],
    [/ij/g, "ei"],
    [/y/g, "ie"],
    [/ou/g, "au"],
    [/ph|v/g, "f"],
    [/z/g, "s"],
    [/dt?$/, "t"],
    [/(.)\1/g, "$1"],
  ];
  const WORD = /[\p{L}\p{N}\p{M}\p{Cf}’']+|%/gu;

  /** Small letters as one types them: without accents and signs that nobody sees, `ij` for `ĳ`, `f` for `ｆ`.
   * `typed` in `search/documents.py` does so with what is found. @param {string} text */
  function fold(text) {
    if (/^[a-z]+$/.test(text)) return text;
    return text === "%"
      ? "procent"
      : text
          .normalize("NFKD")
          .replace(/[\p{M}\p{Cf}’']/gu, "")
          .toLowerCase();
  }

  /** The words of a text with the place where each stands. @param {string} text @returns {Token[]} */
  function tokens(text) {
    return Array.from(text.matchAll(WORD), (match) => ({
      word: fold(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    })).filter((token) => token.word);
  }

  /** @param {string} text */
  function words(text) {
    return tokens(text).map((token) => token.word);
  }

  /** @param {string} word */
  function plainStem(word) {
    return dutchStemmer(word)
      .replace(/z$/, "s")
      .replace(/v$/, "f")
      .replace(/([bfglmnprs])\1$/, "$1");
  }

  /** How a word sounds, by its letters. @param {string} word */
  function sound(word) {
    return SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word);
  }

  /** How many letters must change, go, come or trade places; more than `most` counts as far.
   * @param {string} one @param {string} other @param {number} most */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  /** Every word of the handbook: which stem it has and of which words it is made. */
  class Lexicon {
    constructor() {
      /** The stem of each word. @type {Map<string, string>} */
      this.forms = new Map();
      /** @type {Map<string, string>} */
      this.canonical = new Map();
      /** @type {Map<string, string[] | null>} */
      this.splits = new Map();
      /** @type {Set<string>} */
      this.stems = new Set();
      /** @type {Map<string, string[]> | undefined} */
      this.sounds = undefined;
    }

    /** Learn words; everything must be learned before the first question is asked. @param {string[]} words */
    learn(words) {
      for (const word of words) {
        if (this.forms.has(word)) continue;
        const stem = plainStem(word);
        this.forms.set(word, stem);
        this.stems.add(stem);
      }
    }

    /** The one form that stands for a word and its inflections. @param {string} word */
    stem(word) {
      let found = this.canonical.get(word);
      if (found === undefined) this.canonical.set(word, (found = this.find(word)));
      return found;
    }

    /** @param {string} word @returns {string} */
    find(word) {
      const held = STEMS.get(word);
      if (held) return held;
      const small = /^(.{3,}?)(?:(?:et|t|p)?jes?)$/.exec(word);
      if (small) {
        for (const base of [word.replace(/jes?$/, ""), small[1]])
          if (this.forms.has(base) && !STOP.has(base)) return this.find(base);
      }
      if (/[aeiou]s$/.test(word) && this.forms.has(word.slice(0, -1))) return this.find(word.slice(0, -1));
      const stem = plainStem(word);
      if (/[dt]$/.test(stem)) {
        const shorter = stem.slice(0, -1);
        if (shorter.length >= 4 && this.stems.has(shorter)) return shorter;
        if (/^ge.{5,}/.test(stem))
          for (const base of [shorter.slice(2), stem.slice(2)]) if (this.stems.has(base)) return base;
      }
      return stem;
    }

    /** The two words of a compound, as stems, or nothing. The most balanced cut wins. @param {string} word */
    split(word) {
      const held = this.splits.get(word);
      if (held !== undefined) return held;
      /** @type {string[] | null} */
      let found = null;
      let best = 0;
      for (let cut = 4; cut <= word.length - 4; cut++) {
        const right = word.slice(cut);
        if (!this.known(right)) continue;
        for (const link of LINKS) {
          const left = word.slice(0, cut - link.length);
          if (left.length < 4 || !word.slice(0, cut).endsWith(link) || !this.known(left)) continue;
          const balance = Math.min(left.length, right.length);
          if (balance > best) [best, found] = [balance, [this.stem(left), this.stem(right)]];
        }
      }
      this.splits.set(word, found);
      return found;
    }

    /** @param {string} word */
    known(word) {
      return !STOP.has(word) && this.stems.has(this.stem(word));
    }

    /** The known words by how they sound, gathered when somebody first asks for a word that nobody knows. */
    sounding() {
      if (!this.sounds) {
        this.sounds = new Map();
        for (const form of this.forms.keys())
          if (!STOP.has(form)) this.sounds.set(sound(form), [...(this.sounds.get(sound(form)) || []), form]);
      }
      return this.sounds;
    }

    /** The known words that sound like this one, or else those that look most like it: at the least distance, within the limit for its length.
     * @param {string} word */
    near(word, most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0) {
      const alike = word.length < 4 ? [] : this.sounding().get(sound(word)) || [];
      if (alike.length) return alike;
      let best = most;
      /** @type {string[]} */
      let found = [];
      const stem = plainStem(word);
      for (const [form, formStem] of this.forms) {
        if (form.length < 4 || STOP.has(form)) continue;
        const far = Math.min(distance(word, form, best), distance(stem, formStem, best) + (stem === word ? 0 : 0.5));
        if (far > best) continue;
        if (far < best) [best, found] = [far, []];
        found.push(form);
      }
      return found;
    }
  }

  /** The index over the documents, with the groups of words that mean the same. */
  class Search {
    /** @param {SearchData} data */
    constructor({ documents, synonyms, called }) {
      this.documents = documents;
      this.lexicon = new Lexicon();
      /** @type {Map<SearchDocument, {text: string, stems: Set<string>}[]>} */
      this.lines = new Map();
      const read = documents.map((entry) => TEXTS.map((field) => [entry[field]].flat().map(words)));
      read.flat(2).forEach((line) => this.lexicon.learn(line));
      for (const { from, to } of synonyms) for (const phrase of [...from, ...to]) this.lexicon.learn(words(phrase));
      /** @param {string} phrase */
      const stems = (phrase) => this.stems(words(phrase));
      /** @type {Synonyms[]} */
      this.synonyms = synonyms.map(({ from, to, absent }) => ({
        absent,
        said: from.map(words),
        from: from.map(stems),
        to: to.map(stems),
      }));
      this.kinds = Object.entries(called).map(([kind, names]) => ({ kind, stems: new Set(this.stems(names)) }));
      this.index = new MiniSearch({
        fields: Object.keys(BOOST),
        stringifyField: (/** @type {string[]} */ stems) => stems,
        tokenize: (/** @type {string[]} */ stems) => stems,
        processTerm: (/** @type {string} */ term) => term,
        searchOptions: { tokenize: (/** @type {string} */ term) => [term], boost: BOOST, weights: { prefix: 0.5 } },
      });
      const rows = read.map((fields, id) =>
        this.row(
          documents[id],
          fields.map((lines) => lines.flat()),
          id,
        ),
      );
      this.exactly = documents.map(
        ({ title, names }) => new Set([title, ...names].map((one) => this.whole(words(one)))),
      );
      this.called = rows.map(({ title, names }) => new Set([...title, ...names]));
      /** In how many documents each stem stands. @type {Map<string, number>} */
      this.spread = new Map();
      for (const row of rows)
        for (const stem of new Set(Object.keys(BOOST).flatMap((field) => row[field])))
          this.spread.set(stem, (this.spread.get(stem) || 0) + 1);
      this.index.addAll(rows);
    }

    /** How much a stem tells of a document: little when it stands nearly everywhere. @param {string} stem */
    tells(stem) {
      return (1 - (this.spread.get(stem) || 0) / this.documents.length) ** RARE;
    }

    /** What is said from begin to end, as stems, with a space around each. @param {string[]} said */
    whole(said) {
      return ` ${said.map((word) => this.lexicon.stem(word)).join(" ")} `;
    }

    /** The stems of words, without those that say nothing; of all when there are no others. @param {string[]} said */
    stems(said) {
      const kept = said.filter((word) => !STOP.has(word));
      return (kept.length ? kept : said).map((word) => this.lexicon.stem(word));
    }

    /** @param {string[]} said */
    halves(said) {
      return said.flatMap((word) => this.lexicon.split(word) || []);
    }

    /** A document as the index takes it: the stems of each field.
     * @param {SearchDocument} entry @param {string[][]} fields its words, in the order of `TEXTS` @param {number} id */
    row(entry, [title, names, wants, heads, summary, text], id) {
      const own = new Set(this.stems([...title, ...names]));
      /** @param {Synonyms} group */
      const holds = ({ to }) => entry.kind !== "term" && to.some((phrase) => phrase.every((stem) => own.has(stem)));
      const terms = this.synonyms.filter(holds).flatMap(({ said }) => said.flat());
      const row = Object.entries({ title, names, terms, wants, heads, summary, text }).map(([field, said]) => [
        field,
        this.stems(said),
      ]);
      return {
        ...Object.fromEntries(row),
        id,
        parts: this.halves([...title, ...names, ...terms]),
        textparts: this.halves([...wants, ...summary, ...text]),
      };
    }

    /** The ways in which each word of a query may be said. @param {string} query */
    ways(query) {
      const all = words(query.slice(0, LONGEST));
      const kept = all.filter((word) => !STOP.has(word));
      const asked = (kept.length ? kept : all).flatMap((word) => this.taken(word));
      const strange = [...new Set(asked)]
        .filter((word) => !this.lexicon.stems.has(this.lexicon.stem(word)))
        .slice(0, ALIKE);
      const found = new Map(asked.map((word) => [word, this.own(word, strange.includes(word))]));
      /** @param {string | undefined} word @param {Way} way */
      const add = (word, way) => word !== undefined && found.get(word)?.push(way);
      all.slice(1).forEach((word, index) => {
        const pair = [all[index], word];
        for (const link of LINKS) {
          const joined = pair.join(link);
          if (!this.lexicon.forms.has(joined) && !this.lexicon.known(joined)) continue;
          for (const one of pair) add(one, { terms: [this.lexicon.stem(joined)], weight: WEIGHT.joined / 2 });
        }
      });
      const stems = new Map(asked.map((word) => [this.lexicon.stem(word), word]));
      const sentence = ` ${all.join(" ")} `;
      for (const { said, from, to } of this.synonyms) {
        for (const [index, phrase] of from.entries()) {
          if (!phrase.length || !phrase.every((stem) => stems.has(stem))) continue;
          if (said[index].length > 1 && new Set(phrase).size < 2 && !sentence.includes(` ${said[index].join(" ")} `))
            continue;
          for (const other of to) {
            if (other === phrase || other.join(" ") === phrase.join(" ")) continue;
            for (const stem of phrase) add(stems.get(stem), { terms: other, weight: WEIGHT.synonym / other.length });
          }
        }
      }
      return found;
    }

    /** A word that nobody knows, as the words that it is made of. @param {string} word */
    taken(word) {
      if (this.lexicon.stems.has(this.lexicon.stem(word))) return [word];
      const halves = this.lexicon.split(word);
      if (halves) return halves;
      const loose = LOOSE.exec(word);
      return loose && this.lexicon.known(loose[2]) ? [loose[2]] : [word];
    }

    /** The ways to say one word: itself, its halves, and what looks like it where nobody knows it.
     * @param {string} word @param {boolean} strange @returns {Way[]} */
    own(word, strange) {
      const stem = this.lexicon.stem(word);
      /** @type {Way[]} */
      const ways = [{ terms: [stem], weight: 1, prefix: word.length >= 4 }];
      const halves = this.lexicon.split(word);
      if (halves) ways.push({ terms: halves, weight: WEIGHT.halves / 2 });
      else if (strange) {
        for (const form of this.lexicon.near(word))
          ways.push({ terms: [this.lexicon.stem(form)], weight: WEIGHT.near });
      }
      return ways;
    }

    /**
     * The documents that answer a query, best first. A word counts by the best of its ways, and a document by its
     * words and by how many of them it holds. What is far behind the best is left out.
     * @param {string} query @returns {Hit[]}
     */
    find(query) {
      const asked = this.ways(query);
      const said = Array.from(asked.keys(), (word) => this.lexicon.stem(word));
      const whole = this.whole(words(query.slice(0, LONGEST)));
      /** @type {Map<number, {score: number, words: number, terms: Set<string>}>} */
      const scores = new Map();
      const kinds = new Set(
        this.kinds.filter(({ stems }) => said.some((stem) => stems.has(stem))).map(({ kind }) => kind),
      );
      for (const [word, ways] of asked) {
        const tells = this.tells(this.lexicon.stem(word));
        /** @type {Map<number, {score: number, terms: Set<string>}>} */
        const best = new Map();
        for (const { terms, weight, prefix } of ways) {
          for (const hit of this.index.search({ combineWith: "AND", prefix, queries: terms })) {
            const score = hit.score * weight;
            const held = best.get(hit.id) || { score: 0, terms: new Set() };
            hit.terms.forEach((term) => held.terms.add(term));
            held.score = Math.max(held.score, score);
            best.set(hit.id, held);
          }
        }
        for (const [id, { score, terms }] of best) {
          const held = scores.get(id) || { score: 0, words: 0, terms: new Set() };
          held.score += tells * score ** STEEP;
          held.words += 1;
          terms.forEach((term) => held.terms.add(term));
          scores.set(id, held);
        }
      }
      const hits = Array.from(scores, ([id, held]) => {
        const entry = this.documents[id];
        const wanted =
          (kinds.has(entry.kind) ? ASKED : 1) *
          (said.every((stem) => this.called[id].has(stem)) ? NAMED : 1) *
          (this.exactly[id].has(whole) ? EXACT : 1);
        return {
          document: entry,
          terms: held.terms,
          score: held.score * (held.words / asked.size) ** COVER * entry.weight * wanted,
        };
      }).sort((one, other) => other.score - one.score);
      return hits.filter(({ score }) => score >= TAIL * hits[0].score);
    }

    /** A text in pieces, each with whether it is one of these words.
     * @param {string} text @param {Set<string>} terms @returns {Marked[]} */
    mark(text, terms) {
      const pieces = [];
      let at = 0;
      for (const { word, start, end } of tokens(text)) {
        const halves = this.lexicon.split(word) || [];
        if (STOP.has(word) || ![this.lexicon.stem(word), ...halves].some((stem) => terms.has(stem))) continue;
        if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
        pieces.push({ text: text.slice(start, end), hit: true });
        at = end;
      }
      if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
      return pieces;
    }

    /** The lines of a document, each with the stems in it. @param {SearchDocument} entry */
    said(entry) {
      const held = this.lines.get(entry);
      if (held) return held;
      /** @param {string} text */
      const stems = (text) =>
        words(text).flatMap((word) =>
          STOP.has(word) ? [] : [this.lexicon.stem(word), ...(this.lexicon.split(word) || [])],
        );
      const lines = [entry.summary, ...entry.text].map((text) => ({ text, stems: new Set(stems(text)) }));
      this.lines.set(entry, lines);
      return lines;
    }

    /** Which line of a document holds most of these words; its summary is line -1. @param {Hit} hit */
    best({ document: entry, terms }) {
      let best = { text: entry.summary, at: -1 };
      let held = 0;
      this.said(entry).forEach(({ text, stems }, index) => {
        let count = 0;
        for (const term of terms) count += Number(stems.has(term));
        if (count > held) [best, held] = [{ text, at: index - 1 }, count];
      });
      return best;
    }

    /** Where the answer stands: the address, and the heading of the part of the page that says it.
     * @param {Hit} hit */
    place(hit) {
      const { document: entry } = hit;
      const { at } = this.best(hit);
      const part = entry.parts.filter(([first]) => first <= at).pop();
      return part ? { address: `${entry.address}#${part[1]}`, head: part[2] } : { address: entry.address, head: "" };
    }

    /** What to say above the results of a query to which the handbook has no answer of its own. @param {string} query */
    absent(query) {
      const asked = this.whole(words(query.slice(0, LONGEST)));
      return this.synonyms.flatMap(({ said, absent }) =>
        absent && said.some((phrase) => asked.includes(this.whole(phrase))) ? [absent] : [],
      );
    }

    /** The best line of a document, cut to `most` letters around the first of its words. @param {Hit} hit */
    line(hit, most = 150) {
      const { terms } = hit;
      const best = this.best(hit).text;
      const first = this.mark(best, terms)[0];
      const start = first && !first.hit ? first.text.length : 0;
      let from = best.length > most ? Math.max(0, Math.min(start - most / 3, best.length - most)) : 0;
      if (from) from = best.indexOf(" ", from) + 1;
      let to = Math.min(best.length, from + most);
      if (to < best.length) to = Math.max(best.lastIndexOf(" ", to), from + 1);
      return this.mark((from ? "… " : "") + best.slice(from, to) + (to < best.length ? " …" : ""), terms);
    }

    /** Words of the handbook that look like those of a query, for when nothing was found. @param {string} query */
    nearest(query) {
      const asked = [...new Set(words(query.slice(0, LONGEST)).filter((word) => !STOP.has(word)))];
      const found = asked.slice(0, ALIKE / 2).flatMap((word) => {
        const like = this.lexicon.near(word, Math.max(2, Math.floor(word.length / 3)));
        const start = word.slice(0, 4);
        const begin =
          word.length > 4 ? Array.from(this.lexicon.forms.keys()).filter((form) => form.startsWith(start)) : [];
        return [...like, ...begin].slice(0, 4);
      });
      return Array.from(new Set(found)).slice(0, 6);
    }
  }

  return Object.assign(Search, { LONGEST });
})();
