// A pack that does not fit its scripts: for more or fewer people than a script can hold, or made before its reader chose another
// group, time or part. One line for each that says so, with a way to make it fit.
"use strict";

const StalePack = (() => {
  const { el, button } = Elements;

  /** The scripts that were read from their page. @type {Map<string, Promise<SessionScript | null>>} */
  const read = new Map();

  /** @typedef {{address: string, slug: string, title: string, script: SessionScript}} PackScript */

  /** The scripts in a pack. @param {OwnPack} pack @param {Map<string, Printable>} printables @returns {Promise<PackScript[]>} */
  const scripts = async (pack, printables) => {
    const found = pack.items.map(async ({ piece }) => {
      const known = printables.get(piece);
      if (known?.type !== "script" || known.files[0].kind !== "blad") return [];
      const now = read.get(piece) ?? MySessions.fetched(known.url);
      read.set(piece, now);
      const script = await now;
      return script ? [{ address: piece, slug: known.slug, title: known.title, script }] : [];
    });
    return (await Promise.all(found)).flat();
  };

  /** That a script is not for so many people, with what comes nearest. @param {PackScript} of @param {number} people */
  const outOfRange = ({ script }, people) =>
    Session.held(script, { people }).troubles.find(({ wish }) => wish === "people");

  /** Say in this place what does not fit. @param {HTMLElement} place @param {OwnPack} pack @param {Map<string, Printable>} printables
   * @param {(edit: (pack: OwnPack) => OwnPack, said: string) => void} change */
  const show = async (place, pack, printables, change) => {
    const all = await scripts(pack, printables).catch(() => []);
    /** @param {string} text @param {string} action @param {(pack: OwnPack) => OwnPack} edit @param {string} said */
    const line = (text, action, edit, said) =>
      el(
        "p",
        { class: "notice" },
        text,
        button(action, { class: "small-button" }, () => change(edit, said)),
      );

    const wrong = all.flatMap((one) => {
      const trouble = outOfRange(one, pack.people);
      if (!trouble) return [];
      const people = Number(trouble.nearest);
      const edit = (/** @type {OwnPack} */ mine) => ({ ...mine, people });
      return [
        line(`${one.title}: ${trouble.text} `, `Neem ${people}`, edit, `De werkmap is nu voor ${people} mensen.`),
      ];
    });
    if (wrong.length || all.length !== 1) return place.replaceChildren(...wrong);

    const [{ address, slug, title, script }] = all;
    const wish = MySessions.open().value.scripts[slug];
    const [held, whole] = [Session.held(script, wish), Session.held(script)];
    if (!wish || !Pack.isStale(pack, address, held, whole)) return place.replaceChildren();
    const text = `Deze werkmap past niet bij wat je nu koos voor ${title}: ${held.people} mensen, ${Session.duration(held.minutes)}. `;
    const again = (/** @type {OwnPack} */ mine) => Pack.withSession(mine, address, held, whole);
    place.replaceChildren(line(text, "Maak hem opnieuw", again, "De werkmap is opnieuw gemaakt."));
  };

  return { show };
})();
