// Personal data in a text: the patterns come from Python, and what a pattern alone cannot decide is decided here, as
// `handboek.privacy` does it. It knows no page: the form for a new lesson runs it, and the tests without a browser.
"use strict";

/**
 * @typedef {{pattern: string, validator: string, behind: string, near: number}} PrivacyPattern
 * @typedef {{code: string, what: string, help: string, severity: string, patterns: PrivacyPattern[]}} PrivacySort
 * @typedef {{same: Record<string, string>, entities: Record<string, string>, token: string, accented: string, web: string, called: string,
 *   bullets: string}} PrivacyPlain
 * @typedef {{national: string, abroad: Record<string, number[]>, banks: Record<string, string>, part: string, people: string}} PrivacyKnown
 * @typedef {{sorts: PrivacySort[], people: string, shorter: string[], shortEnd: string, plain: PrivacyPlain, validators: PrivacyKnown}} PrivacyTable
 * @typedef {{sort: PrivacySort, start: number, end: number}} PrivacyFind
 * @typedef {{text: string, starts: number[], ends: number[]}} PrivacyText The text, and where each sign stood in that of the author.
 * @typedef {[number, number]} Span
 */

/** What finds personal data. @param {PrivacyTable} table @param {string} editors The address that everybody may know. */
const Privacy = (table, editors) => {
  const { same, entities, bullets } = table.plain;
  const token = new RegExp(table.plain.token, "g");
  const accented = new RegExp(`^${table.plain.accented}$`);
  const web = new RegExp(`^(?:${table.plain.web})`);
  const called = new RegExp(table.plain.called);
  const people = new Set(table.validators.people.split(" "));
  const patterns = new Map(
    table.sorts
      .flatMap((sort) => sort.patterns)
      .map((look) => [
        look,
        { pattern: new RegExp(look.pattern, "g"), behind: new RegExp(look.behind || "(?!)", "y") },
      ]),
  );

  // The text as the patterns read it

  /** @param {string} name What HTML calls a sign. @returns {string} The sign; nothing where it is not known. */
  function meant(name) {
    if (name.startsWith("#")) {
      const number = /[xX]/.test(name[1]) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return number > 0 && number < 0x110000 && (number < 0xd800 || number >= 0xe000)
        ? String.fromCodePoint(number)
        : "";
    }
    return accented.exec(name)?.[1] ?? (Object.hasOwn(entities, name) ? entities[name] : "");
  }

  /** @param {string} sign @returns {string} What it is to the patterns: nothing, one sign or a few. */
  function seen(sign) {
    if (Object.hasOwn(same, sign)) return same[sign];
    let found = "";
    for (const one of sign.normalize("NFKD")) {
      if (Object.hasOwn(same, one)) found += same[one];
      else if (/\p{Pd}/u.test(one)) found += "-";
      else if (/[\p{Zs}\p{Co}]/u.test(one)) found += " ";
      else if (!/[\p{Cc}\p{Cf}\p{M}]/u.test(one)) found += one;
    }
    return found;
  }

  /** @param {string} source @returns {PrivacyText} */
  function plain(source) {
    let text = "";
    /** @type {number[]} */
    const starts = [];
    /** @type {number[]} */
    const ends = [];
    /** @type {Span | null} Where the spaces stand that wait until it is known what comes behind them. */
    let space = null;
    let breaks = 0;

    /** @param {string} sign @param {number} start @param {number} end */
    function add(sign, start, end) {
      text += sign;
      for (let unit = 0; unit < sign.length; unit++) {
        starts.push(start);
        ends.push(end);
      }
    }

    /** @param {string} sign @param {number} start @param {number} end */
    function put(sign, start, end) {
      if (space) {
        if (text) add(breaks > 1 ? "\n" : " ", ...space);
        space = null;
        breaks = 0;
      }
      add(sign, start, end);
    }

    /** An item of a list may begin here: then what stands before it ends. @param {number} start @param {number} end */
    function item(start, end) {
      if (breaks && bullets.includes(source.slice(start, end)) && (source[end] === " " || source[end] === "\t"))
        breaks = 2;
    }

    /** @param {string} sign @param {number} start @param {number} end */
    function write(sign, start, end) {
      if (breaks && sign === ">") return; // a quotation goes on
      item(start, end);
      if (sign > " " && sign < "\x7f") {
        put(sign, start, end);
        return;
      }
      for (const one of seen(sign)) {
        if (one === " " || one === "\n") {
          space = [space ? space[0] : start, end];
          if (one === "\n") breaks += 1;
        } else put(one, start, end);
      }
      if (ends.length && !space && /\p{M}/u.test(sign)) ends[ends.length - 1] = end; // an accent belongs to its letter
    }

    /** @param {number} start @param {number} end */
    function signs(start, end) {
      for (let at = start; at < end;) {
        const sign = String.fromCodePoint(/** @type {number} */ (source.codePointAt(at)));
        write(sign, at, at + sign.length);
        at += sign.length;
      }
    }

    /** Where a link leads. @param {number} start @param {number} end */
    function address(start, end) {
      space = null;
      breaks = 0;
      add("\n", start, start);
      const whole = source.slice(start, end);
      const onWeb = web.test(whole);
      const call = onWeb ? called.exec(whole) : null;
      const number = call ? start + call.index + call[0].length : Infinity;
      for (let at = start; at < end;) {
        const code = /^%([2-7][0-9a-fA-F])/.exec(source.slice(at, Math.min(at + 3, end)));
        let sign = code
          ? String.fromCharCode(parseInt(code[1], 16))
          : String.fromCodePoint(/** @type {number} */ (source.codePointAt(at)));
        const after = at + (code ? 3 : sign.length);
        if (at === number) add("+", at, at);
        if (onWeb && at < number) sign = /[0-9]/.test(sign) ? "x" : sign.toLowerCase();
        write(sign, at, after);
        at = after;
      }
    }

    /** @type {Span[]} */
    const addresses = [];
    let at = 0;
    for (const match of source.matchAll(token)) {
      signs(at, match.index);
      at = match.index + match[0].length;
      if (match[2] !== undefined) addresses.push([match.index + 2, at - 1]);
      else if (match[3]) {
        addresses.push([match.index, at]);
        put("|", match.index, at);
      } else if (match[4]) {
        for (const sign of meant(match[4]) || match[0]) write(sign, match.index, at);
      } else if (match[6]) item(match.index, at);
    }
    signs(at, source.length);
    for (const [start, end] of addresses) address(start, end);
    return { text, starts, ends };
  }

  // Validators: what a pattern alone cannot decide

  /** @param {string} pattern @param {string} text */
  const whole = (pattern, text) => new RegExp(`^(?:${pattern})$`).test(text);

  /** @type {Record<string, (words: string) => boolean>} */
  const VALIDATORS = {
    phone(words) {
      const { national, abroad } = table.validators;
      const digits = words
        .replace(/[Oo]/g, "0")
        .replace(/[Il]/g, "1")
        .replaceAll("(0)", "")
        .replace(/[^0-9+]/g, "")
        .replace(/^(?:00|(?=316))/, "+");
      if (!digits.startsWith("+")) return whole(national, digits.replace(/^0/, ""));
      for (const size of [1, 2, 3]) {
        const country = digits.slice(1, 1 + size);
        const rest = digits.slice(1 + size);
        if (!Object.hasOwn(abroad, country)) continue;
        if (country === "31") return whole(national, rest.replace(/^0/, ""));
        return (
          abroad[country].includes(rest.length) || (rest.startsWith("0") && abroad[country].includes(rest.length - 1))
        );
      }
      return false;
    },
    bsn(words) {
      const digits = words.replace(/\D/g, "").padStart(9, "0");
      const sum = [...digits].reduce(
        (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
        0,
      );
      return digits.length === 9 && Number(digits) > 0 && sum % 11 === 0;
    },
    iban(words) {
      const number = words.toUpperCase().replace(/[^A-Z0-9]/g, "");
      const form =
        Object.hasOwn(table.validators.banks, number.slice(0, 2)) && table.validators.banks[number.slice(0, 2)];
      if (!form) return false;
      /** @param {string} part Where only digits can stand. */
      const digits = (part) => part.replaceAll("O", "0").replace(/[IL]/g, "1");
      const check = number.slice(0, 2) + digits(number.slice(2, 4));
      let meant = "";
      for (const [, kind, size] of form.matchAll(new RegExp(table.validators.part, "g"))) {
        const part = number.slice(4 + meant.length, 4 + meant.length + Number(size));
        meant += kind === "\\d" ? digits(part) : part;
      }
      if (meant.length !== number.length - 4 || !whole(form, meant)) return false;
      let rest = 0;
      for (const sign of meant + check)
        for (const digit of String(parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
      return rest === 1;
    },
    mail: (words) =>
      words
        .toLowerCase()
        .replaceAll(" ", "")
        .replace(/^\.+|\.+$/g, "") !== plain(editors).text.toLowerCase(),
    name: (words) => people.has(words.split(/[ -]/)[0].toLowerCase()),
  };

  // Looking

  const shortEnd = new RegExp(table.shortEnd, "y");

  /** Where a candidate ends without its last sign, or its last run of signs. @param {string} text @param {number} start @param {number} end */
  function shorter(text, start, end) {
    for (let at = end - 1; at > start; at--) {
      shortEnd.lastIndex = at - 1;
      if (shortEnd.test(text)) return at;
    }
    return start;
  }

  /** @param {PrivacyPattern} look @param {string} text @returns {Span[]} The stretches of a plain text that look so. */
  function spans(look, text) {
    const { pattern, behind } = /** @type {{pattern: RegExp, behind: RegExp}} */ (patterns.get(look));
    /** @type {Span[]} */
    const found = [];
    for (let at = 0; ;) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) return found;
      let start = match.index;
      let end = start + match[0].length;
      behind.lastIndex = end;
      if (behind.test(text)) end = start;
      else start = end - (match[1] ?? match[0]).length;
      while (end > start && look.validator && !VALIDATORS[look.validator](text.slice(start, end)))
        end = table.shorter.includes(look.validator) ? shorter(text, start, end) : start;
      if (end > start) found.push([start, end]);
      at = Math.max(end, start + 1);
    }
  }

  /** @param {Span} one @param {Span} other */
  const order = (one, other) => one[0] - other[0] || one[1] - other[1];

  /** @param {string} text @param {Span} span @param {Span[]} names In order. @param {number} most */
  function near(text, span, names, most) {
    let [low, high] = [0, names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(names[middle], span) < 0) low = middle + 1;
      else high = middle;
    }
    return names.slice(Math.max(low - 1, 0), low + 1).some(([first, last]) => {
      const [from, to] = last <= span[0] ? [last, span[0]] : [span[1], first];
      return to - from <= most && !text.slice(from, to).includes("\n");
    });
  }

  /** All that is personal in a text, by sort and place. @param {string} source @returns {PrivacyFind[]} */
  function find(source) {
    const { text, starts, ends } = plain(source);
    const named = table.sorts.filter((sort) => sort.code === table.people);
    const names = named.flatMap((sort) => sort.patterns.flatMap((look) => spans(look, text))).sort(order);
    return table.sorts.flatMap((sort) => {
      /** @type {Span[]} */
      const found = [];
      const all = sort.patterns.flatMap((look) =>
        spans(look, text).filter((span) => !look.near || near(text, span, names, look.near)),
      );
      for (const [start, end] of all.sort(order)) {
        const last = found[found.length - 1];
        if (last && start < last[1]) last[1] = Math.max(last[1], end);
        else found.push([start, end]);
      }
      return found.map(([start, end]) => ({ sort, start: starts[start], end: ends[end - 1] }));
    });
  }

  /** Of each sort the first. @param {string} source @returns {PrivacyFind[]} */
  const first = (source) =>
    find(source).filter(({ sort }, index, all) => all.findIndex((one) => one.sort === sort) === index);

  return { find, first, plain };
};
