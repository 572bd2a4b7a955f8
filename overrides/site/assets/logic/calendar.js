// A calendar file (RFC 5545) of whole days and of times on a day, as every calendar reads it.
"use strict";

/**
 * @typedef {{key: string, from: string, to: string, title: string, text: string, address: string, early: number,
 *   begins?: string, minutes?: number, room?: string}} Entry
 *   `key` stays the same for the same thing, so that a calendar renews what it has; `to` is the day after its last; so many days
 *   early the calendar says it, where that is not 0. Where it `begins` at a time of where the reader is, it takes so many minutes
 *   of its first day.
 */

const Calendar = (() => {
  /** A line, folded at 75 bytes. @param {string} line */
  const fold = (line) => {
    const parts = [""];
    let size = 0;
    for (const sign of line) {
      const bytes = new TextEncoder().encode(sign).length;
      if (size + bytes > 74) {
        parts.push(" ");
        size = 1;
      }
      parts[parts.length - 1] += sign;
      size += bytes;
    }
    return parts.join("\r\n");
  };

  /** @param {string} words */
  const escaped = (words) =>
    words
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n?|\n/g, "\\n")
      .replace(/[\p{Cc}\p{Cs}]/gu, "");

  /** @param {string} day */
  const date = (day) => day.replaceAll("-", "");

  /** When an entry is. @param {Entry} entry */
  const when = ({ from, to, begins, minutes = 0 }) => {
    if (!begins) return [`DTSTART;VALUE=DATE:${date(from)}`, `DTEND;VALUE=DATE:${date(to)}`, "TRANSP:TRANSPARENT"];
    const start = `${date(from)}T${begins.replace(":", "").padStart(4, "0")}00`;
    return [`DTSTART:${start}`, `DURATION:PT${Math.floor(minutes / 60)}H${minutes % 60}M`];
  };

  /** @param {Entry} entry @param {string} stamp */
  const event = (entry, stamp) => {
    const { key, title, text, address, early, room } = entry;
    return [
      "BEGIN:VEVENT",
      `UID:${key.replace(/[^\w.-]/g, "-")}@handboek`,
      `DTSTAMP:${stamp}`,
      ...when(entry),
      `SUMMARY:${escaped(title)}`,
      ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
      ...(address ? [`URL:${address}`] : []),
      ...(room ? [`LOCATION:${escaped(room)}`] : []),
      ...(early
        ? ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, `TRIGGER:-P${early}D`, "END:VALARM"]
        : []),
      "END:VEVENT",
    ];
  };

  /** The text of a file with these entries. @param {Entry[]} entries @param {string} made by which tool @param {Date} now */
  const text = (entries, made, now) => {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      `PRODID:-//handboek//${made}//NL`,
      "CALSCALE:GREGORIAN",
      ...entries.flatMap((entry) => event(entry, stamp)),
      "END:VCALENDAR",
    ];
    return `${lines.map(fold).join("\r\n")}\r\n`;
  };

  return { text };
})();
