// The words of a Dutch text and how they belong together: letters as one types them, stems, compounds, and what looks or
// sounds alike. The index is made with it when the site is built, and asked with it in the browser.
"use strict";

/**
 * @typedef {{word: string, start: number, end: number}} Token A word in small letters, and where it stands.
 */

var SearchWords = (() => {
  const STOP = new Set(
    (
      "aan af al als alle alles altijd ben bent bij ben daar dan dat de der deze die dit doe doen doet door dus een eens " +
      "en er ga gaan gaat ge geen haar had heb hebben hebt heeft hem hen het hier hij hoe hoeveel hun iemand iets ik in " +
      "is ja je jij jou jouw jullie kan kom komen komt krijg krijgen krijgt kun kunnen kunt laat langs laten maar mag me meer " +
      "men met mij mijn moet moeten mogen na naar nog " +
      "eigenlijk echt even gewoon graag weer zeggen zegt nou " +
      "nu of om omdat onder ons onze ook op over s sinds t te toch toen tot u uit uw van veel via voor waar waarom wanneer " +
      "want waren was wat we wel welk welke werd wie wij wil willen worden wordt zal ze zei zich zij zijn zo zou zullen zult"
    ).split(" "),
  );
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
  /** How finely it is kept how much of a name a word is: one less than this is all of it. */
  const STEP = 16;
  /** How much a word of the stop list counts in a name, against another that is as rare there. */
  const LIGHT = 0.6;
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

  /** How many letters two words begin with together, as far as a capital can say. @param {string} one @param {string} other */
  function alike(one, other) {
    let at = 0;
    while (at < 25 && at < one.length && one[at] === other[at]) at += 1;
    return at;
  }
  /** @param {number} value */
  const capital = (value) => String.fromCharCode(65 + value);
  /** @param {string} sign */
  const number = (sign) => sign.charCodeAt(0) - 65;

  /** Every word of the handbook: which stem it has and of which words it is made. */
  class Lexicon {
    /** @param {string} known words as `told` gives them */
    constructor(known = "") {
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
      this.recall(known);
    }

    /** The words with their stems, as short as they go: how many letters a word shares with the one before, the rest of it,
     *  how many letters its stem lacks, and what comes in their place. A capital is a number. */
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

    /** @param {string} known */
    recall(known) {
      let before = "";
      for (const [, shared, rest, less, more] of known.matchAll(/([A-Z])([^A-Z]*)([A-Z])([^A-Z]*)/g)) {
        before = before.slice(0, number(shared)) + rest;
        const stem = before.slice(0, before.length - number(less)) + more;
        this.forms.set(before, stem);
        this.stems.add(stem);
      }
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
        const bases = [shorter, plainStem(shorter)].filter((base) => base.length >= 4);
        if (/^ge.{5,}/.test(stem)) bases.push(shorter.slice(2), plainStem(shorter.slice(2)), stem.slice(2));
        const base = bases.find((one) => this.stems.has(one));
        if (base) return base;
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

    /** For a word that nothing looks like: the words that begin as it does for the most part, or the longest that it begins
     *  or ends with. @param {string} word */
    within(word) {
      for (let length = word.length - 1; length >= (word.length > 9 ? 4 : 5); length--) {
        const start = word.slice(0, length);
        const whole = [start, word.slice(-length)].find((part) => this.known(part));
        if (whole) return [whole];
        const begun = length > 5 ? Array.from(this.forms.keys()).filter((form) => form.startsWith(start)) : [];
        if (begun.length) return begun.slice(0, 3);
      }
      return [];
    }

    /** @param {string} word */
    known(word) {
      return !STOP.has(word) && this.stems.has(this.stem(word));
    }

    /** The one word that a word sounds like, if it is the only one. @param {string} word */
    heard(word) {
      const found = word.length < 4 ? [] : this.sounding().get(sound(word)) || [];
      return new Set(found.map((form) => this.stem(form))).size === 1 ? found[0] : undefined;
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

  /** How common a word of the stop list is says nothing: what stays of words without those, or all when there are no others.
   * @param {string[]} said */
  function telling(said) {
    const kept = said.filter((word) => !STOP.has(word));
    return kept.length ? kept : said;
  }

  /** Under what the index keeps in which names a word stands. Words of the stop list come together, in one part of the index,
   *  whatever their letters. @param {string} word @param {string} stem */
  function nameKey(word, stem) {
    return STOP.has(word) ? ` ${word}` : `${stem} `;
  }

  /** How much a word tells of a name. @param {string} key @param {number} times in how many of `all` names it stands @param {number} all */
  function nameWorth(key, times, all) {
    return (key[0] === " " ? LIGHT : 1) * Math.log(1 + all / (1 + times));
  }

  return { STEP, STOP, LINKS, LOOSE, ALIKE, Lexicon, tokens, words, telling, nameKey, nameWorth };
})();
