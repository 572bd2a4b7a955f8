"use strict";


var SearchWords = (() => {
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
  const ALIKE = 6;
  const LINKS = ["", "s", "en", "e", "n"];
  const LOOSE = /^(aan|af|bij|door|in|langs|mee|na|om|op|over|terug|uit|voor|weg)(.{4,})$/;
  const STEMS = new Map(
    Object.entries({ bezocht: "bezoek", gebracht: "breng", gesproken: "spreek", verloren: "verlies" }),
  );
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

  function tokens(text) {
    return Array.from(text.matchAll(WORD), (match) => ({
      word: fold(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    })).filter((token) => token.word);
  }

  function words(text) {
    return tokens(text).map((token) => token.word);
  }

  function plainStem(word) {
    return dutchStemmer(word)
      .replace(/z$/, "s")
      .replace(/v$/, "f")
      .replace(/([bfglmnprs])\1$/, "$1");
  }

  function sound(word) {
    return SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word);
  }

  /** How many letters must change, go, come or trade places; more than `most` counts as far.
   * @param {string} one @param {string} other @param {number} most */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
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

  function alike(one, other) {
    let at = 0;
    while (at < 25 && at < one.length && one[at] === other[at]) at += 1;
    return at;
  }
  const capital = (value) => String.fromCharCode(65 + value);
  const number = (sign) => sign.charCodeAt(0) - 65;

  class Lexicon {
    /** @param {string} known words as `told` gives them */
    constructor(known = "") {
      this.forms = new Map();
      this.canonical = new Map();
      this.splits = new Map();
      this.stems = new Set();
      this.sounds = undefined;
      this.recall(known);
    }

    told() {
      let before = "";
      return [...this.forms.keys()]
        .filter((form) => !STOP.has(form))
        .sort()
        .map((form) => {
          const stem = this.forms.get(form) || "";
          const [shared, kept] = [alike(before, form), alike(stem, form)];
          before = form;
          return `${capital(shared)}${form.slice(shared)}${capital(form.length - kept)}${stem.slice(kept)}`;
        })
        .join("");
    }

    recall(known) {
      let before = "";
      for (const [, shared, rest, less, more] of known.matchAll(/([A-Z])([^A-Z]*)([A-Z])([^A-Z]*)/g)) {
        before = before.slice(0, number(shared)) + rest;
        const stem = before.slice(0, before.length - number(less)) + more;
        this.forms.set(before, stem);
        this.stems.add(stem);
      }
    }

    learn(words) {
      for (const word of words) {
        if (this.forms.has(word)) continue;
        const stem = plainStem(word);
        this.forms.set(word, stem);
        this.stems.add(stem);
      }
    }

    stem(word) {
      let found = this.canonical.get(word);
      if (found === undefined) this.canonical.set(word, (found = this.find(word)));
      return found;
    }

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

    split(word) {
      const held = this.splits.get(word);
      if (held !== undefined) return held;
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

    known(word) {
      return !STOP.has(word) && this.stems.has(this.stem(word));
    }

    sounding() {
      if (!this.sounds) {
        this.sounds = new Map();
        for (const form of this.forms.keys())
          if (!STOP.has(form)) this.sounds.set(sound(form), [...(this.sounds.get(sound(form)) || []), form]);
      }
      return this.sounds;
    }

    near(word, most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0) {
      const alike = word.length < 4 ? [] : this.sounding().get(sound(word)) || [];
      if (alike.length) return alike;
      let best = most;
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

  function telling(said) {
    const kept = said.filter((word) => !STOP.has(word));
    return kept.length ? kept : said;
  }

  return { STOP, LINKS, LOOSE, ALIKE, Lexicon, tokens, words, telling };
})();

"use strict";

/**
 * @typedef {{terms: string[], weight: number, prefix?: boolean}} Way
 *   Stems that together say a word of the query, how much they count, and whether longer words count too.
 * @typedef {{said: string[][], from: string[][], to: string[][], absent?: string}} Synonyms
 *   Phrases that lead to phrases, as stems; `said` is `from` as it is written.
 */

var HandboekSearch = (() => {
  const { STOP, LINKS, LOOSE, ALIKE, Lexicon, tokens, words, telling } = SearchWords;
  const WEIGHT = { synonym: 0.5, halves: 0.6, joined: 0.75, near: 0.7, longer: 0.5 };
  const LONGER = 0.3;
  const ASKED = 1.7;
  const NAMED = 1.3;
  const EXACT = 1.5;
  const STEEP = 0.7;
  const COVER = 0.5;
  const RARE = 1;
  const TAIL = 0.2;
  const LONGEST = 200;

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

  class Search {
    constructor(begin, parts) {
      const { documents, synonyms, called } = begin;
      this.begin = begin;
      this.parts = parts;
      this.documents = documents;
      this.lacked = new Set();
      this.lexicon = new Lexicon(begin.forms);
      this.stemmed = [...this.lexicon.stems].sort();
      this.read = new Map();
      const stems = (phrase) => this.stems(words(phrase));
      this.synonyms = synonyms.map(({ from, to, absent }) => ({
        absent,
        said: from.map(words),
        from: from.map(stems),
        to: to.map(stems),
      }));
      this.kinds = Object.entries(called).map(([kind, names]) => ({ kind, stems: new Set(this.stems(names)) }));
    }

    static key(name, { version }) {
      return `${name} ${version}`;
    }

    lacking() {
      const names = [...this.lacked];
      this.lacked.clear();
      return names;
    }

    part(name) {
      const key = Search.key(name, this.begin);
      if (!(key in this.parts)) this.lacked.add(name);
      return this.parts[key];
    }

    said(stem) {
      let found = this.read.get(stem);
      if (found) return found;
      found = new Map();
      const part = this.part(`words-${Math.max(0, last(this.begin.words, stem))}`);
      if (!part) return found;
      const row = part[stem] || [];
      let id = 0;
      for (let at = 0; at < row.length; at += 2) {
        id += row[at];
        found.set(id, { score: row[at + 1] >> 1, named: row[at + 1] % 2 === 1 });
      }
      this.read.set(stem, found);
      return found;
    }

    exactly(said) {
      const name = `${said.join(" ")} `;
      const found = this.part(`words-${Math.max(0, last(this.begin.words, name))}`)?.[name];
      return new Set(found);
    }

    tells(stem) {
      return (1 - this.said(stem).size / this.documents.length) ** RARE;
    }

    whole(said) {
      return ` ${said.map((word) => this.lexicon.stem(word)).join(" ")} `;
    }

    stems(said) {
      return telling(said).map((word) => this.lexicon.stem(word));
    }

    ways(query) {
      const all = words(query.slice(0, LONGEST));
      const asked = telling(all).flatMap((word) => this.taken(word));
      const strange = [...new Set(asked)]
        .filter((word) => !this.lexicon.stems.has(this.lexicon.stem(word)))
        .slice(0, ALIKE);
      const found = new Map(asked.map((word) => [word, this.own(word, strange.includes(word))]));
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

    taken(word) {
      if (this.lexicon.stems.has(this.lexicon.stem(word))) return [word];
      const halves = this.lexicon.split(word);
      if (halves) return halves;
      const loose = LOOSE.exec(word);
      return loose && this.lexicon.known(loose[2]) ? [loose[2]] : [word];
    }

    own(word, strange) {
      const stem = this.lexicon.stem(word);
      const ways = [{ terms: [stem], weight: 1, prefix: word.length >= 4 }];
      const halves = this.lexicon.split(word);
      if (halves) ways.push({ terms: halves, weight: WEIGHT.halves });
      else if (strange) {
        for (const form of this.lexicon.near(word))
          ways.push({ terms: [this.lexicon.stem(form)], weight: WEIGHT.near });
      }
      return ways;
    }

    saying({ terms, prefix }) {
      const [first, ...others] = terms.map((term) => this.said(term));
      const found = new Map();
      for (const [id, { score }] of first) {
        if (!others.every((other) => other.has(id))) continue;
        found.set(id, {
          score: others.reduce((sum, other) => sum + (other.get(id)?.score ?? 0), score),
          terms: [...terms],
        });
      }
      for (const longer of prefix ? this.longer(terms[0]) : []) {
        const far = (WEIGHT.longer * longer.length) / (longer.length + LONGER * (longer.length - terms[0].length));
        for (const [id, { score }] of this.said(longer)) {
          const held = found.get(id) || { score: 0, terms: [] };
          found.set(id, { score: held.score + far * score, terms: [...held.terms, longer] });
        }
      }
      return found;
    }

    longer(stem) {
      const from = last(this.stemmed, stem) + 1;
      let to = from;
      while (to < this.stemmed.length && this.stemmed[to].startsWith(stem)) to += 1;
      return this.stemmed.slice(from, to);
    }

    find(query) {
      const asked = this.ways(query);
      const said = Array.from(asked.keys(), (word) => this.lexicon.stem(word));
      const exactly = this.exactly(this.stems(words(query.slice(0, LONGEST))));
      const scores = new Map();
      const kinds = new Set(
        this.kinds.filter(({ stems }) => said.some((stem) => stems.has(stem))).map(({ kind }) => kind),
      );
      for (const [word, ways] of asked) {
        const tells = this.tells(this.lexicon.stem(word));
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
        const wanted =
          (kinds.has(kind) ? ASKED : 1) *
          (said.every((stem) => this.said(stem).get(id)?.named) ? NAMED : 1) *
          (exactly.has(id) ? EXACT : 1);
        const score = held.score * (held.words / asked.size) ** COVER * weight * wanted;
        return { id, kind, phases, terms: held.terms, score };
      }).sort((one, other) => other.score - one.score);
      return hits.filter(({ score }) => score >= TAIL * hits[0].score);
    }

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

    held(word, terms) {
      if (STOP.has(word)) return [];
      const stem = this.lexicon.stem(word);
      return [stem, ...(this.lexicon.split(word) || [])].filter((one) => terms.has(one));
    }

    show({ id, terms }) {
      const number = last(this.begin.texts, id);
      const entry = this.part(`texts-${number}`)?.[id - this.begin.texts[number]];
      if (!entry) return undefined;
      let best = { text: entry.summary, at: -1, worth: 0 };
      [entry.summary, ...entry.text].forEach((text, index) => {
        const held = new Set(words(text).flatMap((word) => this.held(word, terms)));
        const worth = Array.from(held).reduce((sum, term) => sum + this.worth(term), 0);
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

    worth(stem) {
      return Math.log(1 + this.documents.length / (1 + this.said(stem).size));
    }

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
