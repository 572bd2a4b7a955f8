// What looks like a slip in what somebody typed into a letter: a quiet word, and no more. People type as they like.
"use strict";

/** @typedef {{blank: string, least?: number, below?: number, weeks?: number}} Against `Against` in `model/tools.py` */

var Doubts = (() => {
  const DAY = new RegExp(
    `\\b(?:(${Dates.WEEKDAYS.join("|")}) )?(\\d{1,2}) (${Dates.MONTHS.join("|")})(?: (\\d{4}))?\\b`,
    "i",
  );
  const TIME = /^\s*(\d{1,2})(?:[:.](\d{2}))?(?: ?(?:uur|u))?\s*$/i;
  const PERIOD = /(\d{1,2}(?:[:.]\d{2})?)(?: ?(?:uur|u))? ?(?:tot|-|–) ?(\d{1,2}(?:[:.]\d{2})?)(?![\d/])/i;
  /** Any weekday, for `Dates.dayIn`. */
  const ANY = -1;
  /** Two blanks of which a text says that the one goes on until the other. */
  const FROM_TO = /\{([a-z0-9-]+)\} (?:tot|en) \{([a-z0-9-]+)\}/g;
  /** Numbers that are whole with fewer than ten figures. */
  const SHORT_NUMBER = /^(?:112|113|14\d{3,4}|116\d{3}|0[89]00\d{4})/;

  /** A time in minutes; nothing where a text is none. @param {string} text */
  const minutes = (text) => {
    const [found, hours, rest] = TIME.exec(text) ?? [];
    return found && Number(hours) < 25 ? Number(hours) * 60 + Number(rest ?? 0) : null;
  };

  /** @param {string} from @param {string} to */
  const order = (from, to) => {
    const [begin, end] = [minutes(from), minutes(to)];
    return begin === null || end === null || begin < end ? "" : `${to.trim()} is niet na ${from.trim()}.`;
  };

  /** The day in a text, as it says it and as it is: none where it does not exist. Without a year it is the one nearest to now.
   * @param {string} text @param {string} today */
  const dated = (text, today) => {
    const [found, weekday, date, month, said] = DAY.exec(text) ?? [];
    if (!found) return null;
    const nth = Dates.MONTHS.indexOf(month.toLowerCase());
    const [year, now] = [Number(today.slice(0, 4)), Date.parse(today)];
    const near = (said ? [Number(said)] : [year, year + 1, year - 1])
      .flatMap((one) => Dates.dayIn(one, nth, Number(date), ANY) ?? [])
      .sort((one, other) => Math.abs(one.getTime() - now) - Math.abs(other.getTime() - now));
    return { weekday, date, month, said, is: near.at(0) ?? null };
  };

  /** A day that is not there, or is another weekday than it says. @param {string} text @param {string} today */
  const day = (text, today) => {
    const found = dated(text, today);
    if (!found) return "";
    const { weekday, date, month, said } = found;
    if (!found.is) return `${date} ${month} bestaat niet${said ? ` in ${said}` : ""}.`;
    const is = Dates.WEEKDAYS[found.is.getUTCDay()];
    return weekday && weekday.toLowerCase() !== is
      ? `${date} ${month} ${found.is.toJSON().slice(0, 4)} is een ${is}.`
      : "";
  };

  /** So many days ago a day may be: a card says when somebody was at the door. */
  const AGO = 7;
  /** A day that has long been, such as one that stayed in the field of an earlier letter. @param {string} text @param {string} today */
  const past = (text, today) => {
    const is = dated(text, today)?.is?.toJSON().slice(0, 10);
    return is && is < Dates.addDays(today, -AGO) ? `${Dates.inWords(is)} is al voorbij.` : "";
  };

  /** A part that is another share of a whole than the letter says. In whole numbers: a fraction would round.
   * @param {string} part @param {string} whole @param {Against} against */
  const share = (part, whole, { least, below }) => {
    const [some, all] = [part, whole].map((text) => Numbers.read(text, 0, Number.MAX_SAFE_INTEGER).value);
    const percent = least ?? below;
    if (some === null || all === null || percent === undefined) return "";
    if (some > all) return `${some} is meer dan ${all}.`;
    const reached = 100 * some >= percent * all;
    if (reached === (least !== undefined)) return "";
    return `${some} van ${all} is ${reached ? `${percent} procent of meer` : `minder dan ${percent} procent`}.`;
  };

  /** How many days a term may end later: the law moves its end over a weekend and holidays. */
  const MOVED = 7;
  /** A day that ends a term of weeks too early or too late. @param {string} to @param {string} from @param {number} weeks
   * @param {string} today */
  const term = (to, from, weeks, today) => {
    const [begin, end] = [dated(from, today)?.is, dated(to, today)?.is];
    if (!begin || !end) return "";
    const first = begin.toJSON().slice(0, 10);
    const last = Dates.addDays(first, 7 * weeks);
    const late = (end.getTime() - Date.parse(last)) / 86_400_000;
    return late < 0 || late > MOVED ? `${weeks} weken na ${Dates.inWords(first)} is ${Dates.inWords(last)}.` : "";
  };

  /** @param {string} text */
  const number = (text) => {
    const figures = text.replace(/^\s*(?:\+|00)31[ ()\d-]{0,4}?(?=[1-9])/, "0").replace(/\D/g, "");
    return figures && figures.length < 10 && !SHORT_NUMBER.test(figures) ? "dit nummer heeft te weinig cijfers." : "";
  };

  /** What to look at again, each by the name of its field.
   * @param {{name: string, value: string, number: boolean}[]} typed @param {string} body the letter in Dutch
   * @param {string} today @param {Record<string, Against>} against what must agree with what, by blank @returns {{name: string, says: string}[]} */
  const of = (typed, body, today, against) => {
    const values = Object.fromEntries(typed.map(({ name, value }) => [name, value]));
    const found = typed.map(({ name, value, number: isNumber }) => {
      const [, from, to] = PERIOD.exec(value) ?? [];
      return {
        name,
        says: isNumber ? number(value) : day(value, today) || past(value, today) || (from ? order(from, to) : ""),
      };
    });
    const pairs = [...body.matchAll(FROM_TO)].map(([, from, to]) => ({
      name: to,
      says: order(values[from] ?? "", values[to] ?? ""),
    }));
    const weighed = Object.entries(against).map(([name, how]) => {
      const [value, other] = [values[name] ?? "", values[how.blank] ?? ""];
      return { name, says: how.weeks ? term(value, other, how.weeks, today) : share(value, other, how) };
    });
    return [...found, ...pairs, ...weighed].filter(({ says }) => says);
  };

  return { of };
})();
