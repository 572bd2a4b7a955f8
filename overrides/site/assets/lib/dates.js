// Days and months, in Dutch. A day is a text, `2026-11-30`; a month is a number, so that months can be counted.
"use strict";

var Dates = (() => {
  const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

  /** @param {number[]} parts year, month, day */
  const joined = (parts) => parts.map((part) => String(part).padStart(2, "0")).join("-");

  /** The day of a moment, where the reader is. @param {number} moment */
  const dayOf = (moment) => {
    const at = new Date(moment);
    return joined([at.getFullYear(), at.getMonth() + 1, at.getDate()]);
  };

  /** Today, where the reader is. */
  const today = () => dayOf(Date.now());

  /** Whether a text is a day that exists. @param {string} day */
  const isDay = (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

  /** A day some months on; the last day of the month where the day does not exist there.
   * @param {string} day @param {number} months */
  const addMonths = (day, months) => {
    const [year, month, date] = day.split("-").map(Number);
    const at = year * 12 + month - 1 + months;
    const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
    return joined([Math.floor(at / 12), (at % 12) + 1, Math.min(date, last)]);
  };

  /** @param {string} day @param {number} days */
  const addDays = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toJSON().slice(0, 10);

  /** `30 november 2026`. @param {string} day */
  const inWords = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  };

  const WEEKDAYS = "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag".split(" ");
  const TYPED = new RegExp(
    `^(?:(${WEEKDAYS.join("|")}) ?)?(?:(?:(\\d{1,2}) )?(${MONTHS.join("|")})(?: (\\d{4}))?)?$`,
    "i",
  );
  /** A time that ends what was typed, which its own figures say in each language. */
  const TIME = /^(.*?),? ?(?:om )?(\d{1,2}(?:[:.]\d{2})?(?: ?(?:-|–|tot) ?\d{1,2}(?:[:.]\d{2})?)?)( uur)?$/i;
  /** Languages in which a day or a month has another form behind a preposition. It stands in figures there, and the weekday
   * behind it by itself: `8.12 (вівторок)`. */
  const WITH_CASES = ["pl", "uk"];

  /** The moment of a month and a date in a year, where it is that weekday. @param {number} year @param {number} month
   * @param {number} date @param {number} weekday none is below 0 */
  const dayIn = (year, month, date, weekday) => {
    const day = new Date(Date.UTC(year, month, date));
    return day.getUTCDate() === date && (weekday < 0 || day.getUTCDay() === weekday) ? day : null;
  };

  /** A day, a weekday or a month that somebody typed in Dutch, in another language; nothing where it is none of these, or
   * where the browser does not know that language. @param {string} typed @param {string} language @param {number} year */
  const dayInLanguage = (typed, language, year) => {
    const [found, weekday, date, month, said] = TYPED.exec(typed) ?? [];
    if (!found || (weekday && month && !date)) return null;
    const [at, nth] = [WEEKDAYS.indexOf(weekday?.toLowerCase()), MONTHS.indexOf(month?.toLowerCase())];
    const years = said ? [Number(said)] : [year, year + 1, year - 1, year + 2];
    const day = month
      ? years.map((one) => dayIn(one, nth, Number(date ?? 1), at)).find(Boolean)
      : new Date(Date.UTC(2026, 10, 1 + at)); // a Sunday and the days after it
    if (!day) return null;
    const figured = date || (month && said);
    const knows = Intl.DateTimeFormat.supportedLocalesOf(language).length;
    if (!knows) return figured ? [date && Number(date), nth + 1, said].filter(Boolean).join("-") : null;
    /** @param {Intl.DateTimeFormatOptions} how */
    const written = (how) =>
      new Intl.DateTimeFormat(`${language}-NL-u-ca-gregory-nu-latn`, { timeZone: "UTC", ...how }).format(day);
    if (figured && WITH_CASES.includes(language)) {
      const figures = [date?.padStart(2, "0"), String(nth + 1).padStart(2, "0"), said].filter(Boolean).join(".");
      return weekday ? `${figures} (${written({ weekday: "long" })})` : figures;
    }
    return written({
      ...(weekday ? { weekday: "long" } : {}),
      ...(date ? { day: "numeric" } : {}),
      ...(month ? { month: "long" } : {}),
      ...(said ? { year: "numeric" } : {}),
    });
  };

  /** A time that somebody typed with what the keys for numbers have: `14`, `1430` and `14,30` are `14:00` and `14:30`.
   * What is none stays as it is. @param {string} typed */
  const time = (typed) => {
    const [, hours, minutes] = /^\s*([01]?\d|2[0-4])(?:,?([0-5]\d))?\s*$/.exec(typed) ?? [];
    return hours ? `${hours}:${minutes ?? "00"}` : typed;
  };

  /** A day or a time that somebody typed in Dutch, as another language writes it: `dinsdag 8 december` in Turkish is
   * `8 Aralık Salı`, and `14 uur` is `14:00`. What is neither stays as it is.
   * @param {string} typed @param {string} language @param {number} [year] in which it is, where nobody says so */
  const inLanguage = (typed, language, year = new Date().getFullYear()) => {
    const text = typed.trim().replace(/\s+/g, " ");
    const day = dayInLanguage(text, language, year);
    if (day) return day;
    const [, before, time, hour] = TIME.exec(text) ?? [];
    if (!time || !(hour || /[:.]/.test(time))) return typed;
    const on = before ? dayInLanguage(before, language, year) : "";
    if (on === null) return typed;
    const hours = time
      .replace(/ ?(?:tot|-) ?/, "–")
      .replace(/(\d+)(?:[:.](\d+))?/g, (_, one, rest) => `${one}:${rest ?? "00"}`);
    return [on, hours].filter(Boolean).join(" · ");
  };

  /** The month of a day. @param {string} day */
  const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

  /** `november 2026`. @param {number} month */
  const monthInWords = (month) => `${MONTHS[month % 12]} ${Math.floor(month / 12)}`;

  /** A moment for who reads this year: the day and the time, to the minute. @param {number} moment */
  const momentInWords = (moment) =>
    new Date(moment).toLocaleString("nl-NL", { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });

  /** A moment to the second. @param {number} moment */
  const stamp = (moment) => new Date(moment).toLocaleString("nl-NL");

  /** The time of a moment on the clock: `14:20`. @param {number} moment */
  const clock = (moment) => {
    const at = new Date(moment);
    return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  };

  /** The first moment after another at which it is this time. @param {string} time @param {number} after */
  const next = (time, after) => {
    const [hours, minutes] = time.split(":").map(Number);
    const at = new Date(after);
    at.setHours(hours, minutes, 0, 0);
    if (at.getTime() <= after) at.setDate(at.getDate() + 1);
    return at.getTime();
  };

  return {
    today,
    isDay,
    addMonths,
    addDays,
    inWords,
    time,
    inLanguage,
    dayIn,
    MONTHS,
    WEEKDAYS,
    monthOf,
    monthInWords,
    momentInWords,
    stamp,
    dayOf,
    clock,
    next,
  };
})();
