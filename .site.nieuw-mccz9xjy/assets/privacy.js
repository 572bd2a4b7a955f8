"use strict";


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


  function meant(name) {
    if (name.startsWith("#")) {
      const number = /[xX]/.test(name[1]) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return number > 0 && number < 0x110000 && (number < 0xd800 || number >= 0xe000)
        ? String.fromCodePoint(number)
        : "";
    }
    return accented.exec(name)?.[1] ?? (Object.hasOwn(entities, name) ? entities[name] : "");
  }

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

  function plain(source) {
    let text = "";
    const starts = [];
    const ends = [];
    let space = null;
    let breaks = 0;

    function add(sign, start, end) {
      text += sign;
      for (let unit = 0; unit < sign.length; unit++) {
        starts.push(start);
        ends.push(end);
      }
    }

    function put(sign, start, end) {
      if (space) {
        if (text) add(breaks > 1 ? "\n" : " ", ...space);
        space = null;
        breaks = 0;
      }
      add(sign, start, end);
    }

    function item(start, end) {
      if (breaks && bullets.includes(source.slice(start, end)) && (source[end] === " " || source[end] === "\t"))
        breaks = 2;
    }

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

    function signs(start, end) {
      for (let at = start; at < end;) {
        const sign = String.fromCodePoint(/** @type {number} */ (source.codePointAt(at)));
        write(sign, at, at + sign.length);
        at += sign.length;
      }
    }

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


  const whole = (pattern, text) => new RegExp(`^(?:${pattern})$`).test(text);

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


  const shortEnd = new RegExp(table.shortEnd, "y");

  function shorter(text, start, end) {
    for (let at = end - 1; at > start; at--) {
      shortEnd.lastIndex = at - 1;
      if (shortEnd.test(text)) return at;
    }
    return start;
  }

  function spans(look, text) {
    const { pattern, behind } = /** @type {{pattern: RegExp, behind: RegExp}} */ (patterns.get(look));
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

  const order = (one, other) => one[0] - other[0] || one[1] - other[1];

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

  function find(source) {
    const { text, starts, ends } = plain(source);
    const named = table.sorts.filter((sort) => sort.code === table.people);
    const names = named.flatMap((sort) => sort.patterns.flatMap((look) => spans(look, text))).sort(order);
    return table.sorts.flatMap((sort) => {
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

  const first = (source) =>
    find(source).filter(({ sort }, index, all) => all.findIndex((one) => one.sort === sort) === index);

  return { find, first, plain };
};
