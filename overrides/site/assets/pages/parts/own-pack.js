// Where the reader's own pack is kept: in this browser and nowhere else.
"use strict";

const MyPack = (() => {
  const open = () =>
    BrowserStorage.open("werkmap", BrowserStorage.storageOf(window), (text) => ({
      value: Pack.read(text),
      notice: "",
    }));

  /** What this reader prints on, which is no part of a pack: who gets a link has another printer. */
  const printer = () =>
    BrowserStorage.open("printer", BrowserStorage.storageOf(window), (text) => {
      try {
        return { value: { oneSide: JSON.parse(text ?? "{}")?.oneSide === true }, notice: /** @type {Notice} */ ("") };
      } catch {
        return { value: { oneSide: false }, notice: /** @type {Notice} */ ("damaged") };
      }
    });

  /** What the reader must know where it is not kept. @param {Notice} notice */
  const told = (notice) =>
    notice === ""
      ? ""
      : notice === "full"
        ? "Je apparaat heeft geen ruimte meer. Wat je nu kiest, is niet bewaard."
        : "Deze browser bewaart je werkmap niet.";

  return { open, printer, told };
})();
