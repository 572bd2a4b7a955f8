// A script as its reader holds it, on paper: written here, since the sheet of the site is for the usual group and time.
"use strict";

const SessionPdf = (() => {
  const [TOP, FOOT] = [276, 22];
  const WIDE = { x: 20, size: 10.5, width: 170 };
  const HEAD = /** @type {const} */ ({ x: 20, size: 13, face: "bold" });
  /** How far lines to write on lie apart. */
  const LINE = 9;

  /** @typedef {{lib: any, title: string, fonts: {plain: Uint8Array, bold: Uint8Array}, held: HeldSession}} SessionSheetOf */

  /** A PDF on which text comes under text, over as many pages as it needs. @param {SessionSheetOf} of */
  const opened = async ({ lib, title, fonts }) => {
    const made = await Tagged.open(lib, title, fonts);
    const at = { y: 0 };
    const page = () => {
      made.page();
      at.y = TOP;
    };
    /** Begin a page where so many millimetres do not fit any more. @param {number} high */
    const keep = (high) => {
      if (at.y - high < FOOT) page();
    };
    /** Text under what stands there; nothing of it on a page of which it runs off. @param {string} kind @param {string} text @param {Omit<TextSpot, "y">} spot */
    const under = (kind, text, spot) => {
      const high = made.height(text, spot);
      keep(high);
      made.write(kind, text, { ...spot, y: at.y });
      at.y -= high + 1.5;
    };
    page();
    under("H1", title, { ...WIDE, size: 20, face: "bold" });
    return { made, at, keep, under };
  };

  /** The script for who leads it. @param {SessionSheetOf} of */
  const script = async (of) => {
    const { held } = of;
    const { made, at, keep, under } = await opened(of);
    const body = { x: 44, size: 10.5, width: 112 };

    const facts = `Van ${held.begins} tot ${held.ends}, ${Session.duration(held.minutes)}, voor ${held.people} mensen in groepjes van ${held.group.per_group}.`;
    under("P", facts, { ...WIDE, size: 11 });
    if (held.preparation.length) under("H2", "Vooraf", HEAD);
    for (const text of held.preparation) under("P", Session.said(text, held), WIDE);
    at.y -= 3;
    for (const row of held.rows) {
      const { part, says } = row;
      const texts = [
        says.trainer,
        ...(says.questions ?? []).map((question) => `Vraag: ${question}`),
        ...(says.participants ? [`Zij: ${says.participants}`] : []),
      ].map((text) => Session.said(text, held));
      const laid = part.sheets.map(
        (sheet) => `${sheet.title} ${Copies.needed(sheet.per, sheet.number, held.people, held.group.per_group)}×`,
      );
      const aside = { x: 160, size: 9.5, width: 32 };
      const words = texts.reduce((sum, text) => sum + made.height(text, body) + 1.5, 8);
      const things = laid.reduce((sum, text) => sum + made.height(text, aside) + 1.5, 8);
      keep(Math.max(words, things));
      const top = at.y;
      made.rule(top + 6, 0.5);
      made.write("H2", `${row.clock} ${part.title}`, { ...HEAD, y: top, width: 136 });
      at.y -= made.height(`${row.clock} ${part.title}`, { ...HEAD, width: 136 }) + 1;
      made.write("P", `${row.minutes} minuten${row.shortened ? ", korter" : ""}`, {
        x: 20,
        y: at.y,
        size: 9.5,
        width: 23,
      });
      for (const text of texts) under("P", text, { ...body });
      const end = at.y;
      at.y = top;
      for (const text of laid) under("P", text, { ...aside });
      at.y = Math.min(at.y, end) - 4;
    }
    under("P", `Klaar om ${held.ends}.`, WIDE);
    if (held.late.length) under("H2", "Loopt het uit?", HEAD);
    for (const text of held.late) under("P", Session.said(text, held), WIDE);
    if (held.works.length) under("H2", "De korte versie", HEAD);
    for (const text of held.works) under("P", Session.said(text, held), WIDE);
    under("H2", "Inpakken", HEAD);
    for (const sheet of Session.packing(held)) under("P", `${sheet.title}, ${sheet.copies}×`, WIDE);
    under("P", `Blad voor deelnemers, ${held.people}×`, WIDE);
    under("P", `Evaluatieformulier, ${held.people}×`, WIDE);
    for (const text of held.packing) under("P", Session.said(text, held), WIDE);
    return made.close();
  };

  /** What participants have before them: each part with room to write, and no names. @param {SessionSheetOf} of */
  const handOut = async (of) => {
    const { held } = of;
    const { made, at, keep, under } = await opened(of);
    /** @param {number} number */
    const lines = (number) => {
      for (let line = 0; line < number; line++) {
        keep(LINE);
        at.y -= LINE;
        made.rule(at.y + 4, 0.5);
      }
    };
    under("P", `Van ${held.begins} tot ${held.ends}.`, { ...WIDE, size: 11 });
    held.rows.forEach(({ part, says, clock }, row) => {
      const questions = says.questions ?? [];
      const asks = questions.length || Number(part.title.endsWith("?"));
      const texts = [...(says.participants ? [says.participants] : []), ...questions];
      const room = asks ? Math.max(asks, 2) : 0;
      const all = texts.map((text) => Session.said(text, held));
      keep(all.reduce((sum, text) => sum + made.height(text, WIDE) + 1.5, 9 + room * LINE));
      at.y -= 3;
      under("H2", `${clock}–${held.rows[row + 1]?.clock ?? held.ends} ${part.title}`, { ...HEAD, width: 170 });
      all.forEach((text, index) => {
        const asked = index >= all.length - questions.length;
        under("P", text, { ...WIDE, face: asked ? "bold" : "plain" });
      });
      lines(room);
    });
    keep(12 + 3 * LINE);
    at.y -= 3;
    under("H2", "Wat we afspraken: wat, wie zonder naam, en welke dag", HEAD);
    lines(3);
    return made.close();
  };

  /** What a session is printed as, by the form of the sheet that the site has for the usual one. */
  const FORMS = { blad: script, deelnemers: handOut };

  return { FORMS };
})();
