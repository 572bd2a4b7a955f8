// A workshop script for one group on one day, counted as `src/handboek/session.py` and `workshop.py` count it:
// `tests/tools/sessions.yml` holds both to one table.
"use strict";

/**
 * @typedef {"persoon" | "tweetal" | "groep" | "tafel" | "trainer" | "zaal"} SessionShare
 * @typedef {{piece: string, form: string, per: SessionShare, number: number, title: string}} SessionSheet
 * @typedef {{id: string, title: string, minutes: number, least?: number | null, shorter?: (Partial<SessionWords> & {below?: number}) | null,
 *   pause?: boolean, sheets: SessionSheet[]} & SessionWords} SessionPart
 * @typedef {{trainer: string, questions?: string[], participants?: string | null}} SessionWords What a part says.
 * @typedef {{least: number, most: number, usual: number, per_group: number}} SessionGroup
 * @typedef {{group: SessionGroup, begins: string, short: {minutes: number, without: string[], late?: string[]} | null, works?: string[],
 *   others?: {title: string, address: string, least: number, most: number}[], preparation?: string[], late?: {part?: string | null, text: string}[], packing?: {part?: string | null, usual?: boolean, text: string}[], parts: SessionPart[]}} SessionScript A script, as its page holds it.
 *
 * What somebody wants of it; what is empty stays as the script has it.
 * @typedef {{people?: number | null, begins?: string, ends?: string, minutes?: number | null, pause?: number | null,
 *   without?: string[], short?: boolean}} SessionWish
 *
 * @typedef {{wish: "people" | "minutes" | "ends" | "pause" | "without", text: string, nearest: number | string, split?: {groups: number, size: number}}} SessionTrouble
 *   `split`: into how many groups so many people can be divided, and the size of the largest.
 * @typedef {{id: string, part: SessionPart, says: SessionWords, minutes: number, passed: string, clock: string,
 *   shortened: boolean, brief: boolean}} SessionRow `brief`: with less time than its usual words need.
 * @typedef {{group: SessionGroup, people: number, begins: string, ends: string, minutes: number, rows: SessionRow[],
 *   dropped: string[], late: string[], preparation: string[], packing: string[], works: string[], troubles: SessionTrouble[]}} HeldSession
 */

var Session = (() => {
  const DAY = 24 * 60;
  const LONGEST_BREAK = 60;
  const NUMBERS = "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf".split(" ");

  /** @param {number} minutes */
  const clock = (minutes) => `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, "0")}`;
  /** @param {string} text */
  const minutesOf = (text) => {
    const [hours, minutes] = text.split(":").map(Number);
    return hours * 60 + minutes;
  };
  /** @param {SessionPart} part */
  const least = (part) => part.least || part.minutes;
  /** @param {number} value @param {number} low @param {number} high */
  const between = (value, low, high) => Math.min(Math.max(value, low), high);
  /** @param {number[]} all */
  const sum = (all) => all.reduce((one, other) => one + other, 0);

  /** So many minutes, shared out over parts: each its least, and of what is left as much as it usually has more.
   * @param {number[]} low @param {number[]} usual @param {number} total */
  const shared = (low, usual, total) => {
    const room = usual.map((most, at) => most - low[at]);
    const left = total - sum(low);
    const wide = sum(room) || 1;
    const given = room.map((one) => Math.floor((left * one) / wide));
    const rest = left - sum(given);
    const first = [...room.keys()]
      .sort((one, other) => ((left * room[other]) % wide) - ((left * room[one]) % wide) || one - other)
      .slice(0, rest);
    return low.map((one, at) => one + given[at] + (first.includes(at) ? 1 : 0));
  };

  /** The parts with a break of this length. @param {SessionPart[]} parts @param {number} length @returns {SessionPart[]} */
  const withBreak = (parts, length) => {
    if (!length) return parts.filter((part) => !part.pause);
    if (parts.some((part) => part.pause))
      return parts.map((part) => (part.pause ? { ...part, minutes: length, least: length } : part));
    const made = { id: "pauze", title: "Pauze", minutes: length, trainer: "Zeg hoe laat je verdergaat.", pause: true };
    const total = sum(parts.map((part) => part.minutes));
    let passed = 0;
    const off = parts.map((part) => Math.abs(2 * (passed += part.minutes) - total));
    const middle = off.indexOf(Math.min(...off));
    return [...parts.slice(0, middle + 1), { ...made, sheets: [] }, ...parts.slice(middle + 1)];
  };

  /** What a part says: with too little time for its usual words, its shorter ones in their place.
   * @param {SessionPart} part @param {boolean} brief @returns {SessionWords} */
  const words = ({ trainer, participants, questions, shorter }, brief) => {
    const now = brief ? shorter : null;
    return {
      trainer: now?.trainer || trainer,
      participants: now?.participants || participants,
      questions: now?.questions?.length ? now.questions : (questions ?? []),
    };
  };

  /** The parts that can be left out, the one that hurts least first: those that the short version has not, and then what it
   * gives up. A break is no part that somebody gives up. @param {SessionScript} script @param {SessionPart[]} kept */
  const order = ({ short }, kept) =>
    [...(short?.without ?? []), ...(short?.late ?? [])].flatMap((name) =>
      kept.filter((part) => part.id === name && !part.pause),
    );

  /** Which of these to leave out, in this order, until so many minutes are saved. @template T
   * @param {T[]} ordered @param {number} lack @param {(one: T) => number} saves @returns {T[]} */
  const untilSaved = (ordered, lack, saves) => {
    /** @type {T[]} */
    const drops = [];
    for (const one of ordered) if (sum(drops.map(saves)) < lack) drops.push(one);
    return drops;
  };

  /** What to leave out where the least of every part is too long together.
   * @param {SessionScript} script @param {SessionWish} wish @param {SessionPart[]} kept @param {number} wanted */
  const soThatItFits = (script, wish, kept, wanted) => {
    const low = sum(kept.map(least));
    const drops = untilSaved(order(script, kept), low - wanted, least);
    const left = low - sum(drops.map(least));
    const named = Counts.listed(drops.map(({ title }) => `“${title}”`));
    const gone = wish.short ? [] : (script.short?.without ?? []);
    const short = gone.length > 0 && sum(kept.filter(({ id }) => !gone.includes(id)).map(least)) <= wanted;
    if (drops.length && left <= wanted)
      return `Laat ${named} weg${short ? ", of kies de korte versie" : ""}. Dan past het.`;
    if (short) return "Kies de korte versie. Dan past het.";
    return drops.length ? `Ook zonder ${named} duurt het ${left} minuten.` : "Neem meer tijd.";
  };

  /** The script for this wish, or for what comes nearest to it. @param {SessionScript} script @param {SessionWish} [wish] @returns {HeldSession} */
  const held = (script, wish = {}) => {
    /** @type {SessionTrouble[]} */
    const troubles = [];
    const { group } = script;
    const asked = wish.people || group.usual;
    const people = between(asked, group.least, group.most);
    if (people !== asked) {
      const fits = `Dit draaiboek is voor ${group.least} tot ${group.most} mensen.`;
      const off = asked < group.least ? "weinig" : "veel";
      const text = `${fits} ${asked} is te ${off}; ${people} komt er het dichtst bij.`;
      const groups = Math.ceil(asked / group.most);
      const [fewest, size] = [Math.floor(asked / groups), Math.ceil(asked / groups)];
      if (groups > 1 && fewest >= group.least) {
        const sizes = fewest < size ? `${fewest} of ${size}` : `${size}`;
        const times = inWords(groups);
        const also = `Of maak ${times} groepen van ${sizes}, elk met iemand die leidt. Print dan alles ${times} keer.`;
        troubles.push({ wish: "people", text: `${text} ${also}`, nearest: people, split: { groups, size } });
      } else troubles.push({ wish: "people", text, nearest: people });
    }

    const short = wish.short ? script.short : null;
    const gone = new Set([...(wish.without ?? []), ...(short?.without ?? [])]);
    let kept = script.parts.filter((part) => !gone.has(part.id));
    if (kept.every((part) => part.pause)) {
      troubles.push({ wish: "without", text: "Er blijft geen deel over. Alle delen staan er weer.", nearest: "" });
      kept = [...script.parts];
    }
    if (typeof wish.pause === "number") {
      const length = between(wish.pause, 0, LONGEST_BREAK);
      if (length !== wish.pause) {
        const text = `Een pauze duurt hoogstens ${LONGEST_BREAK} minuten.`;
        troubles.push({ wish: "pause", text, nearest: length });
      }
      kept = withBreak(kept, length);
    }

    const [low, most] = [sum(kept.map(least)), sum(kept.map((part) => part.minutes))];
    const begins = minutesOf(wish.begins || script.begins);
    const usual = short ? short.minutes : most;
    const wanted = wish.minutes || (wish.ends ? (minutesOf(wish.ends) - begins + DAY) % DAY : usual);
    const total = between(wanted, low, most);
    if (total !== wanted && (wish.minutes || wish.ends)) {
      const reach = low < most ? `van ${low} tot ${most} minuten` : `${low} minuten`;
      const helps = wanted < low ? soThatItFits(script, wish, kept, wanted) : "Daarna is het klaar.";
      troubles.push({
        wish: wish.minutes ? "minutes" : "ends",
        text: `Met deze delen duurt het ${reach}; gevraagd is ${wanted}. ${helps}`,
        nearest: wish.minutes ? total : clock(begins + total),
      });
    }

    const shares = shared(
      kept.map(least),
      kept.map((part) => part.minutes),
      total,
    );
    let passed = 0;
    const rows = kept.map((part, at) => {
      const row = { id: part.id, part, minutes: shares[at], passed: clock(passed), clock: clock(begins + passed) };
      passed += shares[at];
      const shortened = shares[at] < part.minutes;
      const brief = shares[at] < (part.shorter?.below || part.minutes);
      return { ...row, shortened, brief, says: words(part, brief) };
    });
    const ids = new Set(kept.map((part) => part.id));
    const whole = new Set(rows.filter((row) => !row.brief).map((row) => row.id));
    const advice = (script.late ?? []).filter(({ part }) => !part || whole.has(part));
    const shorter = wish.short || rows.some(({ brief }) => brief);
    const given = order(script, kept)
      .filter(({ id }) => shorter && !advice.some(({ part }) => part === id))
      .flatMap((part) => rows.filter((row) => row.part === part));
    /** @param {SessionRow} row */
    const leftOut = ({ part, minutes }) =>
      `Laat “${part.title}” weg. Dat scheelt ${Counts.of(minutes, "minuut", "minuten")}.`;
    const dropped = script.parts.filter((part) => !ids.has(part.id)).map((part) => part.id);
    return {
      group,
      people,
      begins: clock(begins),
      ends: clock(begins + total),
      minutes: total,
      rows,
      dropped,
      late: [...advice.map(({ text }) => text), ...given.map(leftOut)],
      preparation: script.preparation ?? [],
      packing: (script.packing ?? [])
        .filter(({ part, usual }) => !part || (usual ? whole : ids).has(part))
        .map(({ text }) => text),
      works: script.works ?? [],
      troubles,
    };
  };

  /** The sheets to bring, each as often as the part that needs most of it. @param {HeldSession} now */
  const packing = (now) => {
    /** @type {Map<string, SessionSheet & {copies: number}>} */
    const found = new Map();
    for (const sheet of now.rows.flatMap((row) => row.part.sheets)) {
      const key = `${sheet.piece}:${sheet.form}`;
      const number = Copies.needed(sheet.per, sheet.number, now.people, now.group.per_group);
      if (number > (found.get(key)?.copies ?? 0)) found.set(key, { ...sheet, copies: number });
    }
    return [...found.values()];
  };

  /** @param {number} value */
  const inWords = (value) => NUMBERS[value] ?? String(value);
  /** @param {number} value @param {string} one @param {string} many */
  const count = (value, one, many) => `${inWords(value)} ${Counts.word(value, one, many)}`;

  /** What the text of a script may name in braces, counted. @param {HeldSession} now @returns {Record<string, string>} */
  const counted = ({ people, begins, group }) => {
    const groups = Math.ceil(people / group.per_group);
    const tables = count(groups, "tafel", "tafels");
    const size = Math.floor(people / groups);
    const more = people % groups;
    const sizes = more ? `${inWords(size)} of ${inWords(size + 1)}` : inWords(size);
    const small = count(groups, "groepje", "groepjes");
    const each = `${inWords(more)} van ${inWords(size + 1)} en ${inWords(groups - more)} van ${inWords(size)}`;
    const pairs = Math.floor(people / 2) - (people % 2);
    const paired = [...(pairs ? [count(pairs, "tweetal", "tweetallen")] : []), ...(people % 2 ? ["één drietal"] : [])];
    const hour = Number(begins.split(":")[0]);
    return {
      mensen: String(people),
      tafels: tables,
      "tafels-van": `${tables} van ${sizes}`,
      groepjes: small,
      "groepjes-van": more ? `${small}, ${each}` : `${small} van ${inWords(size)}`,
      tweetallen: paired.join(" en "),
      dagdeel: hour < 12 ? "ochtend" : hour < 18 ? "middag" : "avond",
    };
  };

  /** A text with what is counted in it. @param {string} text @param {HeldSession} now */
  const said = (text, now) => {
    const known = counted(now);
    return text.replace(/\{([a-z0-9-]+)\}/g, (all, name) => known[name] ?? all);
  };

  /** 90 as 1 uur 30 minuten. @param {number} value */
  const duration = (value) => {
    const [hours, rest] = [Math.floor(value / 60), value % 60];
    const parts = hours ? [`${hours} uur`] : [];
    if (rest || !hours) parts.push(Counts.of(rest, "minuut", "minuten"));
    return parts.join(" ");
  };

  /** A wish from a value of which nothing is known. @param {any} value @returns {SessionWish} */
  const clean = (value) => {
    /** @param {any} text */
    const time = (text) => (/^([01]?\d|2[0-3]):[0-5]\d$/.test(text) ? text : "");
    /** @param {any} number @param {number} low @param {number} high */
    const whole = (number, low, high) => (Number.isInteger(number) && number >= low && number <= high ? number : null);
    const without = Array.isArray(value?.without) ? value.without : [];
    return {
      people: whole(value?.people, 1, 200),
      begins: time(value?.begins),
      ends: time(value?.ends),
      minutes: whole(value?.minutes, 1, 480),
      pause: whole(value?.pause, 0, 240),
      without: without.filter((/** @type {any} */ id) => typeof id === "string").slice(0, 20),
      short: value?.short === true,
    };
  };

  return { held, shared, untilSaved, packing, counted, said, duration, clean };
})();
