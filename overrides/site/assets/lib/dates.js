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

  return { today, isDay, addMonths, addDays, inWords, monthOf, monthInWords, momentInWords, stamp, dayOf, clock, next };
})();
