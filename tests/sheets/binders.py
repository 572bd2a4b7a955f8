"""The two that bind PDFs: the one that builds the site, and the one in the browser, here in an engine without a page."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from functools import cache

from py_mini_racer import MiniRacer

from conftest import ROOT, URL
from handboek.sheets import volume
from handboek.sheets.bind import Part, bind

ASSETS = ROOT / "overrides" / "site" / "assets"
FONTS = ROOT / "overrides" / "fonts"
Binder = Callable[[Sequence[Part]], bytes]

BIND = """
globalThis.load = (text) => PDFLib.PDFDocument.load(text, { updateMetadata: false, parseSpeed: Infinity });
globalThis.bound = async (parts) => {
    const face = await Tagged.open(PDFLib, "Cijfers", { plain: await bytes(FONT), bold: await bytes(FONT) });
    face.page();
    const { ref, signs } = face.faces.plain;
    const said = (number, total) => `bladzijde ${number} van ${total}`;
    signs(said(1234567890, 0));
    const read = [];
    for (const part of parts) read.push({ ...part, source: await load(part.content) });
    const made = await Bind.bind(PDFLib, read, SITE, { source: face.close(), font: ref, signs, said });
    return made.saveAsBase64({ objectsPerTick: Infinity });
};
globalThis.bytes = async (text) => PDFLib.decodeFromBase64(text);
"""


def build(parts: Sequence[Part]) -> bytes:
    """As the site is built."""
    return bind(parts, URL, volume.face(ROOT / "overrides"), volume.NUMBER).content


@cache
def _engine() -> MiniRacer:
    context = MiniRacer()
    font = base64.b64encode((FONTS / "atkinson-hyperlegible-next-400-normal.ttf").read_bytes()).decode()
    context.eval(f"globalThis.window = globalThis; globalThis.SITE = {json.dumps(URL)}; globalThis.FONT = '{font}';")
    for name in ("vendor/pdf-lib.js", "logic/letters.js", "logic/tagged.js", "logic/paper.js", "logic/bind.js"):
        context.eval((ASSETS / name).read_text(encoding="utf-8"))
    context.eval(BIND)
    return context


def browse(parts: Sequence[Part]) -> bytes:
    """As a reader's browser does it."""
    told = [{**vars(part), "content": base64.b64encode(part.content).decode()} for part in parts]
    # Nothing in it waits for a clock, so it is done when this returns; a promise cannot be asked beside a browser's loop.
    _engine().eval(f"globalThis.done = null; bound({json.dumps(told)}).then((text) => (done = text)); null")
    return base64.b64decode(str(_engine().eval("done")))


BINDERS: dict[str, Binder] = {"build": build, "browser": browse}
