// A script as its reader holds it, on paper: written here, since the sheet of the site is for the usual group and time.
"use strict";

const SessionPdf = (() => {
  const [TOP, FOOT] = [276, 22];

  /**
   * A PDF of the session, with its tags.
   * @param {any} lib @param {string} title @param {{plain: Uint8Array, bold: Uint8Array}} fonts @param {HeldSession} held
   */
  const make = async (lib, title, fonts, held) => {
    const made = await Tagged.open(lib, title, fonts);
    let y = 0;
    const page = () => {
      made.page();
      y = TOP;
    };
    /** Text under what stands there; nothing of it on a page of which it runs off. @param {string} kind @param {string} text @param {Omit<TextSpot, "y">} spot */
    const under = (kind, text, spot) => {
      const high = made.height(text, spot);
      if (y - high < FOOT) page();
      made.write(kind, text, { ...spot, y });
      y -= high + 1.5;
    };
    const body = { x: 44, size: 10.5, width: 112 };

    page();
    under("H1", title, { x: 20, size: 20, face: "bold", width: 170 });
    const facts = `Van ${held.begins} tot ${held.ends}, ${Session.duration(held.minutes)}, voor ${held.people} mensen in groepjes van ${held.group.per_group}.`;
    under("P", facts, { x: 20, size: 11, width: 170 });
    if (held.preparation.length) under("H2", "Vooraf", { x: 20, size: 13, face: "bold" });
    for (const text of held.preparation) under("P", Session.said(text, held), { ...body, x: 20, width: 170 });
    y -= 3;
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
      if (y - Math.max(words, things) < FOOT) page();
      const top = y;
      made.rule(y + 6, 0.5);
      made.write("H2", `${row.clock} ${part.title}`, { x: 20, y, size: 13, face: "bold", width: 136 });
      y -= made.height(`${row.clock} ${part.title}`, { size: 13, face: "bold", width: 136 }) + 1;
      made.write("P", `${row.minutes} minuten${row.shortened ? ", korter" : ""}`, { x: 20, y, size: 9.5, width: 23 });
      for (const text of texts) under("P", text, { ...body });
      const end = y;
      y = top;
      for (const text of laid) under("P", text, { ...aside });
      y = Math.min(y, end) - 4;
    }
    under("P", `Klaar om ${held.ends}.`, { ...body, x: 20 });
    if (held.late.length) under("H2", "Loopt het uit?", { x: 20, size: 13, face: "bold" });
    for (const text of held.late) under("P", Session.said(text, held), { ...body, x: 20, width: 170 });
    under("H2", "Inpakken", { x: 20, size: 13, face: "bold" });
    for (const sheet of Session.packing(held)) under("P", `${sheet.title}, ${sheet.copies}×`, { ...body, x: 20 });
    under("P", `Evaluatieformulier, ${held.people}×`, { ...body, x: 20 });
    for (const text of held.packing) under("P", Session.said(text, held), { ...body, x: 20, width: 170 });
    return made.close();
  };

  return { make };
})();
