// A file for a calendar (RFC 5545): events of a day, or of a time on a day.
"use strict";

/**
 * An event: for a whole day where it has no `begins`. Times are those of where the reader is.
 * @typedef {{key: string, day: string, what: string, begins?: string, minutes?: number, where?: string, more?: string}} CalendarEvent
 */

var Calendar = (() => {
  /** A line of a calendar file, folded at 75 bytes. @param {string} line */
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

  /** When an event is. @param {CalendarEvent} event */
  const when = ({ day, begins, minutes = 0 }) => {
    const date = day.replaceAll("-", "");
    if (!begins) return [`DTSTART;VALUE=DATE:${date}`];
    const [hour, minute] = begins.split(":");
    const length = `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
    return [`DTSTART:${date}T${hour.padStart(2, "0")}${minute}00`, `DURATION:${length}`];
  };

  /** The lines of an event. @param {CalendarEvent} event @param {string} id @param {string} stamp */
  const lines = (event, id, stamp) => [
    "BEGIN:VEVENT",
    `UID:${`${event.key}-${id}`.replace(/[^\w.-]/g, "-")}@handboek`,
    `DTSTAMP:${stamp}`,
    ...when(event),
    `SUMMARY:${escaped(event.what)}`,
    ...(event.where ? [`LOCATION:${escaped(event.where)}`] : []),
    ...(event.more ? [`DESCRIPTION:${escaped(event.more)}`] : []),
    ...(event.begins ? [] : ["TRANSP:TRANSPARENT"]),
    "END:VEVENT",
  ];

  /** Events as a file. @param {string} maker @param {string} id @param {CalendarEvent[]} events @param {Date} now */
  const file = (maker, id, events, now) => {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//handboek//${maker}//NL`, "CALSCALE:GREGORIAN"];
    const all = [...head, ...events.flatMap((event) => lines(event, id, stamp)), "END:VCALENDAR"];
    return `${all.map(fold).join("\r\n")}\r\n`;
  };

  return { file };
})();
