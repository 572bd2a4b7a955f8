// A pack that does not fit its scripts: for more or fewer people than a script can hold, or made before its reader chose another
// group, time or part. One line for each that says so, with a way to make it fit.
"use strict";

const StalePack = (() => {
  const { el, button } = Elements;

  /** The last time that this was asked. @type {object | null} */
  let last = null;

  /** The scripts that were read from their page. @type {Map<string, Promise<SessionScript | null>>} */
  const read = new Map();

  /** @typedef {{address: string, slug: string, title: string, script: SessionScript, whole: boolean}} PackScript `whole`: not only what its participants have. */

  /** The scripts of which a pack has a sheet that says for how many it is. @param {OwnPack} pack
   * @param {Map<string, Printable>} printables @returns {Promise<PackScript[]>} */
  const scripts = async (pack, printables) => {
    /** @type {Map<string, Omit<PackScript, "script"> & {url: string}>} */
    const named = new Map();
    for (const { piece } of pack.items) {
      const known = printables.get(piece);
      const form = known?.files[0].kind ?? "";
      if (known?.type !== "script" || !(form in SessionPdf.FORMS)) continue;
      const { slug, url } = known;
      const address = Printables.addressOf(url);
      const { title } = printables.get(address) ?? known;
      named.set(slug, { address, slug, title, url, whole: form === "blad" || Boolean(named.get(slug)?.whole) });
    }
    const found = [...named.values()].map(async ({ url, ...of }) => {
      if (!read.has(url)) read.set(url, MySessions.fetched(url));
      const script = await read.get(url)?.catch(() => null);
      if (!script) read.delete(url); // asked again the next time
      return script ? [{ ...of, script }] : [];
    });
    return (await Promise.all(found)).flat();
  };

  /** That a script is not for so many people as its pack, with what comes nearest. Where a pack counts by people and nobody
   * said how many, its script would say its usual number. @param {PackScript} of @param {OwnPack} pack @returns {SessionTrouble | undefined} */
  const outOfRange = ({ script }, { people, items }) => {
    const { usual } = script.group;
    const text = `Vul in voor hoeveel mensen: het draaiboek gaat uit van ${usual}, en de aantallen nog niet.`;
    if (!people && items.some(({ per }) => per)) return { wish: "people", text, nearest: usual };
    return Session.held(script, { people }).troubles.find(({ wish }) => wish === "people");
  };

  /** Why a pack would hold a script for another number of people than it has copies; nothing where it would not.
   * @param {OwnPack} pack @param {Map<string, Printable>} printables */
  const misfit = async (pack, printables) => {
    const told = (await scripts(pack, printables)).flatMap((one) => {
      const trouble = outOfRange(one, pack);
      return trouble ? [`${one.title}: ${trouble.text}`] : [];
    });
    return told.join(" ");
  };

  /** Say in this place what does not fit. @param {HTMLElement} place @param {OwnPack} pack @param {Map<string, Printable>} printables
   * @param {(edit: (pack: OwnPack) => OwnPack, said: string) => void} change */
  const show = async (place, pack, printables, change) => {
    const turn = {};
    last = turn;
    const all = await scripts(pack, printables);
    if (last !== turn) return; // the pack changed while a script was read
    const wrong = all.flatMap((one) => {
      const trouble = outOfRange(one, pack);
      if (!trouble) return [];
      const choices = MySessions.choices(trouble).map(({ label, value, times }) => {
        const again = times > 1 ? ` Print alles ${times} keer, voor elke groep een keer.` : "";
        const edit = (/** @type {OwnPack} */ mine) => ({ ...mine, people: Number(value) });
        return button(label, { class: "small-button" }, () =>
          change(edit, `De werkmap is nu voor ${value} mensen.${again}`),
        );
      });
      return [el("p", { class: "notice" }, `${one.title}: ${trouble.text} `, ...MySessions.spaced(choices))];
    });
    if (wrong.length || all.length !== 1 || !all[0].whole) return place.replaceChildren(...wrong);

    const [{ address, slug, title, script }] = all;
    const wish = MySessions.open().value.scripts[slug];
    const [held, whole] = [Session.held(script, wish), Session.held(script)];
    if (!wish || !Pack.isStale(pack, address, held, whole)) return place.replaceChildren();
    const text = `Deze werkmap past niet bij wat je nu koos voor ${title}: ${held.people} mensen, ${Session.duration(held.minutes)}. `;
    const again = (/** @type {OwnPack} */ mine) => Pack.withSession(mine, address, held, whole);
    const make = button("Maak hem opnieuw", { class: "small-button" }, () =>
      change(again, "De werkmap is opnieuw gemaakt."),
    );
    place.replaceChildren(el("p", { class: "notice" }, text, make));
  };

  return { misfit, show };
})();
