// The search itself: which documents answer a question, best first, and where in them. It knows no page and no network:
// what it lacks of the index, `lacking` says, and who asks brings that and asks again. The search box runs it in the
// browser and `handboek queries` at the command line.
"use strict";

/**
 * @typedef {{terms: string[], weight: number, prefix?: boolean}} Way
 *   Stems that together say a word of the query, how much they count, and whether longer words count too.
 * @typedef {{said: string[][], from: string[][], to: string[][], absent?: string}} Synonyms
 *   Phrases that lead to phrases, as stems; `said` is `from` as it is written.
 */

var HandboekSearch = (() => {
  const { STOP, LINKS, LOOSE, ALIKE, Lexicon, tokens, words, telling, nameKey, nameWorth } = SearchWords;
  /** How much a way to say a word counts against the word itself. */
  const WEIGHT = { synonym: 0.5, halves: 0.6, joined: 0.75, near: 0.7, longer: 0.5 };
  /** How soon a longer word counts less than the word itself. */
  const LONGER = 0.3;
  /** How much more a document counts when the query asks for its kind ("brief", "werkblad"). */
  const ASKED = 1.7;
  /** How much more it counts when its title or names hold every word. */
  const NAMED = 1.3;
  /** How much more when the query is its title or one of its names, word for word; and less when that is only a part of it. */
  const EXACT = 2.5;
  /** How much it costs a name that the query says only a part of it, or that it is only a part of the query. */
  const PART = { name: 2, query: 1 };
  /** How much more on top of that when so much of a name is the query, and of the query the name: then it is just that name. */
  const WHOLE = { least: 0.9, more: 1.6 };
  /** How much more when it is written for somebody who asks in such words. */
  const VOICED = 1.6;
  /** One word that fits very well must not beat two that fit: its score grows slower and slower. */
  const STEEP = 0.5;
  /** How much it costs to hold only some of the words. */
  const COVER = 0.5;
  /** How fast a word loses weight that stands in more of the documents. The index counts that by field, so that a word of
   *  every text would still be rare in titles. */
  const RARE = 2;
  /** What stays, as a share of what fits best, whatever it is called. */
  const TAIL = 0.2;
  /** Of a query no more letters are read than a question has. */
  const LONGEST = 200;

  /** The index, of which the parts come when they are needed, with the groups of words that mean the same. */
  class Search {
    /** @param {SearchBegin} begin @param {Record<string, any>} parts by their names; who fetches them puts them here */
    constructor(begin, parts) {
      const { documents, synonyms, called } = begin;
      this.begin = begin;
      this.longest = LONGEST;
      this.documents = documents;
      this.lexicon = new Lexicon(begin.forms);
      this.rows = new SearchRows(begin, parts, this.lexicon.stems);
      /** Of which document each name is. */
      this.owners = begin.names.flatMap((number, id) => Array.from({ length: number }, () => id));
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
    }

    /** Where a part lies among the others: one of another edition counts other documents. */
    static key = SearchRows.key;

    /** The names of the parts that were lacking since somebody last asked. */
    lacking() {
      return this.rows.lacking();
    }

    /** How much each document is called what is asked, by the best of its names: how much of it the query says, in whatever
     *  way, and of the query it. Words that say little count as well: a question may have hardly any others.
     * @param {string[]} all the words of the query @param {Map<string, Way[]>} asked @returns {Map<number, number>} */
    names(all, asked) {
      const [ofName, ofQuery] = [new Float64Array(this.owners.length), new Float64Array(this.owners.length)];
      let sum = 0;
      for (const word of new Set([...all.filter((one) => STOP.has(one)), ...asked.keys()])) {
        const own = nameKey(word, this.lexicon.stem(word));
        const worth = nameWorth(own, this.rows.named(own).size, this.owners.length);
        sum += worth;
        /** @type {Map<number, number>} */
        const best = new Map();
        for (const { terms, weight } of (STOP.has(word) ? undefined : asked.get(word)) || [
          { terms: [word], weight: 1 },
        ]) {
          const [first, ...others] = terms.map((term) => this.rows.named(nameKey(word, term)));
          for (const [id, share] of first) {
            if (best.has(id) || !others.every((other) => other.has(id))) continue;
            best.set(id, weight);
            ofName[id] += weight * others.reduce((total, other) => total + (other.get(id) || 0), share);
            ofQuery[id] += worth * weight;
          }
        }
      }
      /** @type {Map<number, number>} */
      const called = new Map();
      for (const [id, owner] of this.owners.entries()) {
        if (!ofName[id]) continue;
        const name = Math.min(1, ofName[id]) ** PART.name * (ofQuery[id] / sum) ** PART.query;
        called.set(owner, Math.max(name, called.get(owner) || 0));
      }
      return called;
    }

    /** How much a word tells of a document: little when it, or what it is taken for, stands nearly everywhere. @param {Way[]} ways */
    tells([own, ...others]) {
      const known = this.rows.said(own.terms[0]).size ? [own] : others.filter(({ terms }) => terms.length < 2);
      const most = Math.max(0, ...known.map(({ terms }) => this.rows.said(terms[0]).size));
      return (1 - most / this.documents.length) ** RARE;
    }

    /** What is said from begin to end, as stems, with a space around each. @param {string[]} said */
    whole(said) {
      return ` ${said.map((word) => this.lexicon.stem(word)).join(" ")} `;
    }

    /** The stems of words, without those that say nothing; of all when there are no others. @param {string[]} said */
    stems(said) {
      return telling(said).map((word) => this.lexicon.stem(word));
    }

    /** The ways in which each word of a query may be said. @param {string} query */
    ways(query) {
      const all = words(query.slice(0, LONGEST));
      const asked = telling(all).flatMap((word) => this.taken(word));
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
          for (const one of pair) add(one, { terms: [this.lexicon.stem(joined)], weight: WEIGHT.joined });
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
            for (const stem of phrase) add(stems.get(stem), { terms: other, weight: WEIGHT.synonym });
          }
        }
      }
      return found;
    }

    /** A word that nobody knows, as the word that sounds like it, or as those that it is made of. @param {string} word */
    taken(word) {
      if (this.lexicon.stems.has(this.lexicon.stem(word))) return [word];
      const heard = this.lexicon.heard(word);
      if (heard) return [heard];
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
      if (halves) ways.push({ terms: halves, weight: WEIGHT.halves });
      else if (strange) {
        const near = this.lexicon.near(word);
        const weight = near.length ? WEIGHT.near : WEIGHT.halves;
        for (const form of near.length ? near : this.lexicon.within(word))
          ways.push({ terms: [this.lexicon.stem(form)], weight });
      }
      return ways;
    }

    /** The documents that say all stems of a way, with how much. @param {Way} way */
    saying({ terms, prefix }) {
      const [first, ...others] = terms.map((term) => this.rows.said(term));
      /** @type {Map<number, {score: number, terms: string[]}>} */
      const found = new Map();
      for (const [id, { score }] of first) {
        if (!others.every((other) => other.has(id))) continue;
        found.set(id, {
          score: others.reduce((sum, other) => sum + (other.get(id)?.score ?? 0), score),
          terms: [...terms],
        });
      }
      for (const longer of prefix ? this.rows.longer(terms[0]) : []) {
        const far = (WEIGHT.longer * longer.length) / (longer.length + LONGER * (longer.length - terms[0].length));
        for (const [id, { score }] of this.rows.said(longer)) {
          const held = found.get(id) || { score: 0, terms: [] };
          found.set(id, { score: held.score + far * score, terms: [...held.terms, longer] });
        }
      }
      return found;
    }

    /**
     * The documents that answer a query, best first. A word counts by the best of its ways, and a document by its
     * words and by how many of them it holds. What is far behind the best is left out.
     * @param {string} query @returns {Hit[]}
     */
    find(query) {
      const asked = this.ways(query);
      const said = Array.from(asked.keys(), (word) => this.lexicon.stem(word));
      const names = this.names(words(query.slice(0, LONGEST)), asked);
      /** @type {Map<number, {score: number, words: number, terms: Set<string>}>} */
      const scores = new Map();
      const kinds = new Set(
        this.kinds.filter(({ stems }) => said.some((stem) => stems.has(stem))).map(({ kind }) => kind),
      );
      const voiced = this.voiced(query);
      for (const [word, ways] of asked) {
        const tells = this.tells(ways);
        /** @type {Map<number, {score: number, terms: string[]}>} */
        const best = new Map();
        for (const way of ways) {
          for (const [id, hit] of this.saying(way)) {
            const held = best.get(id) || { score: 0, terms: [] };
            best.set(id, { score: Math.max(held.score, hit.score * way.weight), terms: [...held.terms, ...hit.terms] });
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
        const { kind, phases, weight } = this.documents[id];
        const name = names.get(id) || 0;
        const wanted =
          (kinds.has(kind) ? ASKED : 1) *
          (said.every((stem) => this.rows.said(stem).get(id)?.named) ? NAMED : 1) *
          (1 + name * (EXACT - 1)) *
          (name > WHOLE.least ? WHOLE.more : 1) *
          (voiced.has(id) ? VOICED : 1);
        const fits = held.score * (held.words / asked.size) ** COVER * weight;
        return { id, kind, phases, terms: held.terms, fits, score: fits * wanted };
      }).sort((one, other) => other.score - one.score);
      const most = Math.max(...hits.map(({ fits }) => fits));
      return hits.filter(({ fits }) => fits >= TAIL * most);
    }

    /** A text in pieces, each with whether it is one of these words.
     * @param {string} text @param {Set<string>} terms @returns {Marked[]} */
    mark(text, terms) {
      const pieces = [];
      let at = 0;
      for (const { word, start, end } of tokens(text)) {
        if (!this.held(word, terms).length) continue;
        if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
        pieces.push({ text: text.slice(start, end), hit: true });
        at = end;
      }
      if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
      return pieces;
    }

    /** Which of these stems a word is, or is made of. @param {string} word @param {Set<string>} terms */
    held(word, terms) {
      if (STOP.has(word)) return [];
      const stem = this.lexicon.stem(word);
      return [stem, ...(this.lexicon.split(word) || [])].filter((one) => terms.has(one));
    }

    /** A hit as a reader sees it: what it is called, and the line that answers, with the heading above it; nothing yet
     *  where its text lacks. @param {Hit} hit @returns {Shown | undefined} */
    show({ id, terms }) {
      const entry = this.rows.text(id);
      if (!entry) return undefined;
      let best = { text: entry.summary, at: -1, worth: 0 };
      [entry.summary, ...entry.text].forEach((text, index) => {
        const held = new Set(words(text).flatMap((word) => this.held(word, terms)));
        const worth = Array.from(held).reduce((sum, term) => sum + this.rows.worth(term), 0);
        if (worth > best.worth) best = { text, at: index - 1, worth };
      });
      const part = entry.parts.filter(([first]) => first <= best.at).pop();
      return {
        title: this.mark(entry.title, terms),
        address: entry.address,
        place: part ? `${entry.address}#${part[1]}` : entry.address,
        head: part ? this.mark(part[2], terms) : [],
        line: this.around(best.text, terms),
      };
    }

    /** What is written for who asks in such words: "my house" is said by who lives there. @param {string} query @returns {Set<number>} */
    voiced(query) {
      const sentence = ` ${words(query.slice(0, LONGEST)).join(" ")} `;
      const heard = this.begin.voices.filter(({ said }) => said.some((phrase) => sentence.includes(` ${phrase} `)));
      return new Set(heard.flatMap(({ documents }) => documents));
    }

    /** What to say above the results of a query to which the handbook has no answer of its own. @param {string} query */
    absent(query) {
      const asked = this.whole(words(query.slice(0, LONGEST)));
      return this.synonyms.flatMap(({ said, absent }) =>
        absent && said.some((phrase) => asked.includes(this.whole(phrase))) ? [absent] : [],
      );
    }

    /** A line cut to `most` letters around the first of these words. @param {string} line @param {Set<string>} terms */
    around(line, terms, most = 150) {
      const first = this.mark(line, terms)[0];
      const start = first && !first.hit ? first.text.length : 0;
      let from = line.length > most ? Math.max(0, Math.min(start - most / 3, line.length - most)) : 0;
      if (from) from = line.indexOf(" ", from) + 1;
      let to = Math.min(line.length, from + most);
      if (to < line.length) to = Math.max(line.lastIndexOf(" ", to), from + 1);
      return this.mark((from ? "… " : "") + line.slice(from, to) + (to < line.length ? " …" : ""), terms);
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

  return Search;
})();
