// Which devices have a clock that is ahead, as far as days tell. Nothing here knows a page.
"use strict";

const Clocks = (() => {
  /** A clock can be a day off by the place on earth. */
  const MAY = 1;

  /** The devices that wrote a day which is still to come: of each such day who wrote it first, since what is written over what
   * stands there bears its day. @param {Happening[]} events @param {string} today @returns {string[]} */
  const ahead = (events, today) => {
    const may = Dates.addDays(today, MAY);
    /** @type {Map<string, Happening>} */
    const first = new Map();
    for (const one of events) {
      const known = first.get(one.day);
      if (one.day > may && (!known || one.clock < known.clock)) first.set(one.day, one);
    }
    return [...new Set([...first.values()].map(({ device }) => device))];
  };

  /** In a sentence each. @param {Happening[]} events @param {string} today @param {string} me @returns {string[]} */
  const said = (events, today, me) =>
    ahead(events, today)
      .filter((device) => device !== me)
      .map((device) => {
        const label = events.filter(({ field }) => field === `${Journal.LABEL} ${device}`).at(-1)?.value;
        return `${label || "Een apparaat zonder naam"} loopt voor: zet de klok daar goed.`;
      });

  /** That our own clock may be ahead: all that others wrote is older than a clock that is right would have it. Nothing where nobody else wrote anything.
   * @param {Happening[]} events @param {string} today @param {string} me */
  const mine = (events, today, me) => {
    const newest = events.reduce(
      (most, { day, device, clock }) => (clock && device !== me && day > most ? day : most),
      "",
    );
    return newest && Dates.addDays(newest, Journal.AHEAD) < today
      ? `Volgens dit apparaat is het ${Dates.inWords(today)}. Het nieuwste van een ander is van ${Dates.inWords(newest)}. Klopt de dag van vandaag niet? Zet de klok van dit apparaat goed.`
      : "";
  };

  /** The day of an event, as far as it can be; that of a clock far ahead is not told. @param {string} day @param {string} today */
  const inWords = (day, today) =>
    !day ? "Eerder" : day > Dates.addDays(today, Journal.AHEAD) ? "Dag onbekend" : Dates.inWords(day);

  return { ahead, said, mine, inWords };
})();
