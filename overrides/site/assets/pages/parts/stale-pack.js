// A pack that was made before its reader chose another group, time or part for its script: one line that says so, and a way
// to make it again.
"use strict";

const StalePack = (() => {
  const { el, button } = Elements;

  /** The scripts that were read from their page. @type {Map<string, Promise<SessionScript | null>>} */
  const read = new Map();

  /** The session that was chosen for the one script in a pack; nothing where nobody chose any, or where there are more scripts.
   * @param {OwnPack} pack @param {Map<string, Printable>} printables */
  const chosen = async (pack, printables) => {
    const found = pack.items
      .map(({ piece }) => ({ address: piece, known: printables.get(piece) }))
      .filter(({ known }) => known?.type === "script" && known.files[0].kind === "blad");
    const [{ address, known }, more] = [found[0] ?? {}, found[1]];
    const wish = known && MySessions.open().value.scripts[known.slug];
    if (!known || !address || !wish || more) return null;
    const now = read.get(address) ?? MySessions.fetched(known.url);
    read.set(address, now);
    const script = await now;
    if (!script) return null;
    return { address, title: known.title, held: Session.held(script, wish), whole: Session.held(script) };
  };

  /** Say in this place whether the pack is stale. @param {HTMLElement} place @param {OwnPack} pack
   * @param {Map<string, Printable>} printables @param {(edit: (pack: OwnPack) => OwnPack) => void} change */
  const show = async (place, pack, printables, change) => {
    const now = await chosen(pack, printables).catch(() => null);
    if (!now || !Pack.isStale(pack, now.address, now.held, now.whole)) return place.replaceChildren();
    const { address, title, held, whole } = now;
    const text = `Deze werkmap past niet bij wat je nu koos voor ${title}: ${held.people} mensen, ${Session.duration(held.minutes)}. `;
    const again = button("Maak hem opnieuw", { class: "small-button" }, () =>
      change((mine) => Pack.withSession(mine, address, held, whole)),
    );
    place.replaceChildren(el("p", { class: "notice" }, text, again));
  };

  return { show };
})();
