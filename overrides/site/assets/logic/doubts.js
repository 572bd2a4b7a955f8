// What looks like a slip in what somebody typed into a letter: a quiet word, and no more. People type as they like.
"use strict";

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

  /** A day that is not there, or is another weekday than it says. Without a year it is the one nearest to now.
   * @param {string} text @param {string} today */
  const day = (text, today) => {
    const [found, weekday, date, month, said] = DAY.exec(text) ?? [];
    if (!found) return "";
    const nth = Dates.MONTHS.indexOf(month.toLowerCase());
    const [year, now] = [Number(today.slice(0, 4)), Date.parse(today)];
    const near = (said ? [Number(said)] : [year, year + 1, year - 1])
      .flatMap((one) => Dates.dayIn(one, nth, Number(date), ANY) ?? [])
      .sort((one, other) => Math.abs(one.getTime() - now) - Math.abs(other.getTime() - now));
    if (!near.length) return `${date} ${month} bestaat niet${said ? ` in ${said}` : ""}.`;
    const is = Dates.WEEKDAYS[near[0].getUTCDay()];
    return weekday && weekday.toLowerCase() !== is
      ? `${date} ${month} ${near[0].toJSON().slice(0, 4)} is een ${is}.`
      : "";
  };

  /** @param {string} text */
  const number = (text) => {
    const figures = text.replace(/^\s*(?:\+|00)31[ ()\d-]{0,4}?(?=[1-9])/, "0").replace(/\D/g, "");
    return figures && figures.length < 10 && !SHORT_NUMBER.test(figures) ? "dit nummer heeft te weinig cijfers." : "";
  };

  /** What to look at again, each by the name of its field.
   * @param {{name: string, value: string, number: boolean}[]} typed @param {string} body the letter in Dutch
   * @param {string} today @returns {{name: string, says: string}[]} */
  const of = (typed, body, today) => {
    const values = Object.fromEntries(typed.map(({ name, value }) => [name, value]));
    const found = typed.map(({ name, value, number: isNumber }) => {
      const [, from, to] = PERIOD.exec(value) ?? [];
      return { name, says: isNumber ? number(value) : day(value, today) || (from ? order(from, to) : "") };
    });
    const pairs = [...body.matchAll(FROM_TO)].map(([, from, to]) => ({
      name: to,
      says: order(values[from] ?? "", values[to] ?? ""),
    }));
    return [...found, ...pairs].filter(({ says }) => says);
  };

  return { of };
})();
