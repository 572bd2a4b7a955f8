// What somebody who speaks a language says of a translation, and the record of it: `Record` in model/translation.py reads it.
"use strict";

/**
 * @typedef {{at: string, dutch: string, hash: string, text: string, before: string, behind: string, blanks: string[]}} ReviewText
 *   `before` and `behind` are signs around the text that nobody sees: of a list, a heading, a line in bold.
 * @typedef {{of: string, language: string, called: string, editors: string, new: string, privacy: PrivacyTable,
 *   longest: number, texts: ReviewText[]}} ReviewKnown
 * @typedef {{answer: "" | "right" | "unsure" | "better", better: string}} ReviewAnswer
 * @typedef {{organisation: string, what: string, date: string, answers: ReviewAnswer[]}} ReviewValues
 * @typedef {{field: string, text: string}} ReviewRemark
 */

/** @param {ReviewKnown} known */
const Review = (known) => {
  const privacy = Privacy(known.privacy, known.editors);

  /** What a record says of who did it alone: never a name. */
  const ALONE = "iemand die de taal spreekt";

  /** @param {string} text */
  const onOneLine = (text) => text.trim().replace(/\s+/g, " ");

  /** A text that reads back as itself. @param {string} text @returns {string} */
  const quoted = (text) => JSON.stringify(onOneLine(text));

  /** What is wrong with a text in another language: `number` counts from 0. @param {ReviewAnswer} answer @param {number} number
   * @returns {ReviewRemark[]} */
  const ofText = ({ answer, better }, number) => {
    if (answer !== "better") return [];
    const field = `tekst-${number}`;
    const called = `Tekst ${number + 1}`;
    if (!better.trim()) return [{ field, text: `${called}: schrijf hoe het beter is.` }];
    if (onOneLine(better) === onOneLine(known.texts[number].text))
      return [{ field, text: `${called} is nog hetzelfde. Verander de tekst, of kies Klopt.` }];
    if ([...better].length > known.longest) return [{ field, text: `${called} is te lang.` }];
    const lost = known.texts[number].blanks.filter((blank) => !better.includes(`{${blank}}`));
    const said = lost.map((blank) => ({ field, text: `${called}: hier ontbreekt de invulplek {${blank}}.` }));
    return privacy.first(better).length
      ? [...said, { field, text: `${called}: hier staat iets waarmee een mens te vinden is. Haal het weg.` }]
      : said;
  };

  /** What has to be mended before there is a record. @param {ReviewValues} values @param {string} today @returns {ReviewRemark[]} */
  const wrong = (values, today) => {
    /** @type {ReviewRemark[]} */
    const said = [];
    const organisation = values.organisation.trim();
    if (organisation.length < 2)
      said.push({
        field: "organisatie",
        text: "Vul in van welke organisatie je bent, of kies dat je dit alleen doet.",
      });
    else if (privacy.first(organisation).length)
      said.push({ field: "organisatie", text: "Hier lijkt een naam te staan. Noem alleen de organisatie." });
    if (!values.what) said.push({ field: "wat", text: "Kies of je de tekst las, of liet lezen." });
    if (!Dates.isDay(values.date) || values.date > today)
      said.push({ field: "dag", text: "Kies de dag waarop je dit deed. Die dag is geweest." });
    if (!values.answers.some(({ answer }) => answer === "right" || answer === "better"))
      said.push({ field: "tekst-0", text: "Zeg van minstens één tekst dat hij klopt, of hoe hij beter is." });
    return [...said, ...values.answers.flatMap(ofText)];
  };

  /** @param {ReviewValues} values */
  const fileName = (values) =>
    `${Slugs.slug(`${known.of.split("/").pop()} ${known.language} ${values.organisation}`, "verslag")}.yml`;

  /** The record as a file. @param {ReviewValues} values @returns {string} */
  const file = (values) => {
    const given = values.answers.map((answer, number) => ({ ...answer, ...known.texts[number] }));
    const right = given.filter(({ answer }) => answer === "right").map(({ hash }) => JSON.stringify(hash));
    const better = given.filter(({ answer }) => answer === "better");
    const lines = [
      `of: ${known.of}`,
      `language: ${quoted(known.language)}`,
      `what: ${values.what}`,
      `organisation: ${quoted(values.organisation)}`,
      `date: ${values.date}`,
      `right: [${right.join(", ")}]`,
      better.length ? "better:" : "better: []",
    ];
    for (const one of better)
      lines.push(
        `  - at: ${one.at}`,
        `    dutch: ${JSON.stringify(one.dutch)}`,
        `    text: ${quoted(`${one.before}${one.better.trim()}${one.behind}`)}`,
      );
    const unsure = values.answers.flatMap(({ answer }, number) => (answer === "unsure" ? [number + 1] : []));
    if (unsure.length) lines.push(`# Weet ik niet: tekst ${unsure.join(", ")}`);
    return `${lines.join("\n")}\n`;
  };

  /** The mail with the record in it, or beside it where that is too long; whether it is in it.
   * @param {ReviewValues} values @param {boolean} saved whether there is a file
   * @returns {{address: string, inside: boolean}} */
  const mail = (values, saved) => {
    /** @param {string[]} told @param {string[]} below */
    const made = (told, below) =>
      Sending.mail(known.editors, `Nagekeken: ${known.called}`, [
        "Beste redactie,",
        "",
        ...told,
        "",
        "Met groet,",
        values.organisation === ALONE ? "" : values.organisation.trim(),
        ...below,
        "",
      ]);
    const inside = made(
      [`Ik keek na: ${known.called}. Wat ik vond, staat onder deze mail.`],
      ["", ...file(values).trimEnd().split("\n")],
    );
    if (Sending.whole(inside)) return { address: inside, inside: true };
    const told = saved
      ? [`In de bijlage zit wat ik nakeek: ${known.called}.`, `Het bestand heet ${fileName(values)}.`]
      : [`Ik keek na: ${known.called}.`];
    return { address: made(told, []), inside: false };
  };

  /** The address where the record is proposed. @param {ReviewValues} values */
  const proposal = (values) => Sending.proposal(known.new, fileName(values), file(values));

  return { ALONE, wrong, fileName, file, mail, proposal };
};
