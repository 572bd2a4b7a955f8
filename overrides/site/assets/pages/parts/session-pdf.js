// A script as its reader holds it, on paper: written here, since the sheet of the site is for the usual group and time.
"use strict";

const SessionPdf = (() => {
  const [TOP, FOOT] = [276, 22];
  const WIDE = { x: 20, size: 10.5, width: 170 };
  const HEAD = /** @type {const} */ ({ x: 20, size: 13, face: "bold" });
  /** How far lines to write on lie apart. */
  const LINE = 9;
  /** What stands to the right of the words. */
  const ASIDE = { x: 160, size: 9.5, width: 30 };
  /** The words of a part; behind a word that leads in, what is said. */
  const BODY = { x: 44, size: 10.5, width: 112 };
  const LED = { x: 58, size: 10.5, width: 98 };
  const TICKED = { x: 26, size: 10.5, width: 164 };
  /** What everybody gets: at the beginning, and at the end. */
  const FOR_ALL = { first: "Blad voor deelnemers", last: "Evaluatieformulier" };
  /** As much of a page as its last one has at least. */
  const QUARTER = (TOP - FOOT) / 4;

  /** @typedef {{lib: any, title: string, fonts: {plain: Uint8Array, bold: Uint8Array}, held: HeldSession}} SessionSheetOf */

  /** A PDF on which text comes under text, over as many pages as it needs. @param {SessionSheetOf} of */
  const opened = async ({ lib, title, fonts }) => {
    const made = await Tagged.open(lib, title, fonts);
    const at = { y: 0 };
    const page = () => {
      made.page();
      made.foot(title);
      at.y = TOP;
    };
    /** Begin a page where so many millimetres do not fit any more. @param {number} high */
    const keep = (high) => {
      if (at.y - high < FOOT) page();
    };
    /** Text under what stands there, behind a bold word where it has one; nothing of it on a page of which it runs off.
     * @param {string} kind @param {string} text @param {Omit<TextSpot, "y">} spot @param {string} [lead] */
    const under = (kind, text, spot, lead) => {
      const high = made.height(text, spot);
      keep(high);
      const before = lead ? [[lead, { ...BODY, face: "bold", y: at.y }]] : [];
      made.write(kind, text, { ...spot, y: at.y }, /** @type {[string, TextSpot][]} */ (before));
      at.y -= high + 1.5;
    };
    /** Texts, each behind a box to tick. @param {string[]} texts */
    const ticks = (texts) => {
      for (const text of texts) {
        keep(made.height(text, TICKED));
        made.box(20, at.y - 0.4, 3);
        under("P", text, TICKED);
      }
    };
    page();
    under("H1", title, { ...WIDE, size: 20, face: "bold" });
    return { made, at, page, keep, under, ticks };
  };

  /** The script for who leads it. @param {SessionSheetOf} of */
  const script = async (of) => {
    const { held } = of;
    const { made, at, page, keep, under, ticks } = await opened(of);

    const facts = `Van ${held.begins} tot ${held.ends}, ${Session.duration(held.minutes)}, voor ${held.people} mensen in groepjes van ${held.group.per_group}.`;
    under("P", facts, { ...WIDE, size: 11 });
    if (held.preparation.length) under("H2", "Vooraf", HEAD);
    ticks(held.preparation.map((text) => Session.said(text, held)));
    at.y -= 3;
    for (const row of held.rows) {
      const { part, says } = row;
      /** @type {[string, string][]} */
      const texts = [
        ["", says.trainer],
        ...(says.questions ?? []).map((question) => /** @type {[string, string]} */ (["Vraag:", question])),
        ...(says.participants ? [/** @type {[string, string]} */ (["Zij:", says.participants])] : []),
      ];
      const told = texts.map(([lead, text]) => ({
        lead,
        text: Session.said(text, held),
        spot: lead ? LED : BODY,
      }));
      const laid = [
        ...part.sheets.map(
          (sheet) => `${sheet.title} ${Copies.needed(sheet.per, sheet.number, held.people, held.group.per_group)}×`,
        ),
        ...(row === held.rows[0] ? [`${FOR_ALL.first} ${held.people}×`] : []),
        ...(row === held.rows[held.rows.length - 1] ? [`${FOR_ALL.last} ${held.people}×`] : []),
      ];
      const words = told.reduce((sum, { text, spot }) => sum + made.height(text, spot) + 1.5, 8);
      const things = laid.reduce((sum, text) => sum + made.height(text, ASIDE) + 1.5, 8);
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
      for (const { lead, text, spot } of told) under("P", text, spot, lead);
      const end = at.y;
      at.y = top;
      for (const text of laid) under("P", text, ASIDE);
      at.y = Math.min(at.y, end) - 4;
    }
    const packed = [
      ...Session.packing(held).map((sheet) => `${sheet.title}, ${sheet.copies}×`),
      ...Object.values(FOR_ALL).map((name) => `${name}, ${held.people}×`),
      ...held.packing,
    ].map((text) => Session.said(text, held));
    const late = held.late.map((text) => Session.said(text, held));
    const works = held.works.map((text) => Session.said(text, held));
    /** @param {string[]} texts @param {{size: number, width: number}} spot */
    const high = (texts, spot) => texts.reduce((sum, text) => sum + made.height(text, spot) + 1.5, 7.5);
    const over = high(late, WIDE) + high(works, WIDE) + high(packed, TICKED) - (at.y - FOOT);
    if (over > 0 && over < QUARTER) page(); // rather all of it together than a few lines on a page of their own
    under("P", `Klaar om ${held.ends}.`, WIDE);
    if (late.length) under("H2", "Loopt het uit?", HEAD);
    for (const text of late) under("P", text, WIDE);
    if (works.length) under("H2", "De korte versie", HEAD);
    for (const text of works) under("P", text, WIDE);
    keep(12);
    under("H2", "Inpakken", HEAD);
    ticks(packed);
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
    lines(Math.max(3, Math.min(8, Math.floor((at.y - FOOT) / LINE))));
    return made.close();
  };

  /** What a session is printed as, by the form of the sheet that the site has for the usual one. */
  const FORMS = { blad: script, deelnemers: handOut };

  return { FORMS };
})();
