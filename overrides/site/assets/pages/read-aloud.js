// The text of a page read aloud by a voice of this device, in the language of the text. Without such a voice there is no button.
"use strict";

{
  const { all, one } = Elements;
  const bar = one("[data-aloud]");
  const language = bar.dataset.aloud ?? "nl";
  const toggle = one("[data-aloud-toggle]", bar);
  const stop = one("[data-aloud-stop]", bar);
  const speech = window.speechSynthesis;

  /** What is a text by itself; what lies within another of these is read there. */
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption";
  /** What is no part of the text. */
  const BESIDE =
    "nav, aside, form, button, template, .kicker, .screen, .text-mark, .link-mark, .jump, .toc, .headerlink, [hidden]";

  /** What somebody still has to fill in. */
  const OPEN = ".blank:not(.filled)";

  /** Where the text stands. */
  const text = () =>
    document.querySelector(".in-language, .piece-body .letter, .piece-body .stacked") ?? one("article");

  /** A blank that is still open, aloud: what goes there, in the language of the text alone. @param {HTMLElement} blank */
  const open = (blank) => {
    for (const part of all(".in-dutch", blank)) part.remove();
    return Aloud.blank(blank.textContent?.replace(/\(\s*\)/, "").trim() ?? "", bar.dataset.aloudOpen ?? "");
  };

  /** What a block says itself, without the blocks in it. @param {Element} block */
  const saidBy = (block) => {
    const copy = /** @type {HTMLElement} */ (block.cloneNode(true));
    for (const part of all(`${BLOCKS}, ${BESIDE}`, copy)) part.remove();
    for (const blank of all(OPEN, copy)) blank.replaceWith(open(blank));
    return copy.textContent ?? "";
  };

  /** @typedef {{block: Element, said: string, voice: SpeechSynthesisVoice}} Line */
  /** Every part in order, with the voice for its language; what no voice of this device can say is left out. A translation
   * that nobody has read says so before it begins. @returns {Line[]} */
  const lines = () => {
    const voices = speech.getVoices();
    const mine = Aloud.voice(voices, language);
    const first = mine ? Aloud.parts(bar.dataset.aloudFirst ?? "") : [];
    const before = first.map((said) => ({ block: bar, said, voice: /** @type {SpeechSynthesisVoice} */ (mine) }));
    const read = [...text().querySelectorAll(BLOCKS)]
      .filter((block) => !block.closest(BESIDE))
      .flatMap((block) => {
        const voice = Aloud.voice(voices, block.closest("[lang]")?.getAttribute("lang") ?? "nl");
        return voice ? Aloud.parts(saidBy(block)).map((said) => ({ block, said, voice })) : [];
      });
    return [...before, ...read];
  };

  /** What is still to be read, from where we are; nothing while nobody listens. @type {Line[]} */
  let left = [];
  /** Which reading this is: what an earlier one still tells is not heard. */
  let turn = 0;

  const tell = (reading = false) => {
    toggle.setAttribute("aria-pressed", String(reading));
    stop.hidden = !left.length;
    for (const block of all(".aloud-now")) block.classList.remove("aloud-now");
    if (left.length) left[0].block.classList.add("aloud-now");
  };

  const read = () => {
    const mine = ++turn;
    speech.cancel();
    tell(Boolean(left.length));
    if (!left.length) return;
    const [{ said, voice, block }] = left;
    const utterance = new SpeechSynthesisUtterance(said);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    const next = () => {
      if (mine !== turn) return;
      left = left.slice(1);
      read();
    };
    utterance.addEventListener("end", next);
    utterance.addEventListener("error", next);
    block.scrollIntoView({ block: "nearest" });
    speech.speak(utterance);
  };

  /** Be silent, and begin there again where somebody listens on. */
  const pause = () => {
    turn += 1;
    speech.cancel();
    tell();
  };
  const end = () => {
    left = [];
    pause();
  };

  toggle.addEventListener("click", () => {
    if (toggle.getAttribute("aria-pressed") === "true") return pause();
    if (!left.length) left = lines();
    read();
  });
  stop.addEventListener("click", () => {
    end();
    toggle.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && left.length) end();
  });
  window.addEventListener("pagehide", end);

  /** Voices may come later than the page. */
  const offer = () => {
    bar.hidden = !Aloud.voice(speech.getVoices(), language);
  };
  if (speech) {
    speech.addEventListener?.("voiceschanged", offer);
    offer();
  }
}
