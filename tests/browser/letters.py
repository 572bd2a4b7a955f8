"""A small method with a letter of the handbook in the languages of its stairwells, and what is done with it in a browser."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from conftest import KLEIN, ROOT

LETTER = "niet-thuis"
LANGUAGES = ("tr", "ar", "uk", "ti", "pl")
TYPED = {
    "dag": "dinsdag 8 december",
    "tijd": "14:00",
    "terug": "donderdag 10 december",
    "van": "16:00",
    "tot": "18:30",
    "naam": "Sam",
    "organisatie": "Woningstichting De Vlier",
    "telefoon": "06-12 34 56 78",
}
"""What an employee of an invented corporation fills in; the day is of 2026, on which each weekday is right."""


def content(folder: Path) -> Path:
    """The content of that method."""
    shutil.copytree(KLEIN, folder, ignore=shutil.ignore_patterns(".build"))
    shutil.copyfile(ROOT / "phases/talen.yml", folder / "phases/talen.yml")
    shutil.copyfile(ROOT / f"tools/messages/{LETTER}.yml", folder / f"tools/messages/{LETTER}.yml")
    for language in LANGUAGES:
        there = folder / f"tools/languages/{language}"
        there.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / f"tools/languages/{language}/{LETTER}.yml", there / f"{LETTER}.yml")
    note = folder / "tools/messages/briefje.yml"
    note.write_text(note.read_text("utf-8").replace("size: A6", "size: A4"), "utf-8")  # a letter, with an address
    step = folder / "phases/1-kijken/steps/rondje-lopen.yml"
    step.write_text(step.read_text("utf-8").replace("messages: [", f"messages: [{LETTER}, "), "utf-8")
    return folder


def logo() -> dict[str, Any]:
    """A logo as somebody picks it: an orange shape with a name."""
    picture = Image.new("RGB", (400, 160), "white")
    ImageDraw.Draw(picture).rounded_rectangle((10, 10, 390, 150), 30, fill=(214, 90, 20))
    content = io.BytesIO()
    picture.save(content, "PNG")
    return {"name": "logo.png", "mimeType": "image/png", "buffer": content.getvalue()}


VOICES = """
(() => {
  const said = (window.said = []);
  const voice = (name, lang, localService) => ({ name, lang, localService, default: false, voiceURI: name });
  const voices = [voice("ver weg", "nl-NL", false), voice("dichtbij", "%s", true)];
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  window.SpeechSynthesisUtterance = Utterance;
  let now = null;
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    cancel: () => { now = null; },
    speak: (one) => { now = one; said.push([one.voice.name, one.text]); },
  });
  window.ended = () => { const one = now; now = null; one?.dispatchEvent(new Event("end")); };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
})();
"""
"""A device with a voice far away, and one of its own in a language."""
