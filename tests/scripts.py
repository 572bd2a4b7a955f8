"""Run the scripts' logic by itself: without a page, and in an empty page where the browser is part of the question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from py_mini_racer import MiniRacer

from conftest import ROOT, real
from handboek.render.onscreen import tool_words

ASSETS = ROOT / "overrides" / "site" / "assets"

PROJECTS = (
    *(f"lib/{name}.js" for name in ("site", "files", "dates", "counts", "hashes", "browser-storage")),
    *(f"logic/{name}.js" for name in ("project-shape", "cells", "journal", "project-store", "clocks")),
)
"""The projects of a reader, without a page."""

LACKING = """
globalThis.window = globalThis;
globalThis.crypto ??= { getRandomValues: (all) => all.map(() => Math.random() * 2 ** 32) };
globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value));
globalThis.DOMException ??= class extends Error { constructor(text, name) { super(text); this.name = name; } };
globalThis.TextEncoder ??= class {
    encode(text) { return Array.from(unescape(encodeURIComponent(text.toWellFormed())), (sign) => sign.charCodeAt(0)); }
};
globalThis.Fake = class {
    constructor(kept = {}, room = Infinity) { this.kept = new Map(Object.entries(kept)); this.room = room; }
    get length() { return this.kept.size; }
    key(index) { return [...this.kept.keys()][index] ?? null; }
    getItem(key) { return this.kept.get(key) ?? null; }
    setItem(key, text) {
        if (text.length > this.room) throw new DOMException('', 'QuotaExceededError');
        this.kept.set(key, text);
    }
    removeItem(key) { this.kept.delete(key); }
};
"""
"""What a browser has and an engine alone has not; and a storage with as much room as a test wants."""


class Logic:
    """Scripts in an engine without a page. `evaluate` works as that of a page does, and gives back what JSON can say."""

    def __init__(self, context: MiniRacer) -> None:
        self.context = context

    def evaluate(self, code: str, argument: Any = None) -> Any:
        said = self.context.eval(
            f"(() => {{ const it = ({code}); const said = typeof it === 'function' ? it({json.dumps(argument)}) : it;"
            "return JSON.stringify(said === undefined ? null : said); })()"
        )
        return json.loads(str(said))


@cache
def words() -> dict[str, Any]:
    """What this method calls its tools, as its pages tell the scripts: `WORDS` in what is run here."""
    return tool_words(real())


@contextmanager
def logic(*scripts: str, changed: tuple[str, str] = ("", "")) -> Iterator[Logic]:
    """These scripts of the site, in an engine without a page; with other words somewhere, to see what notices."""
    texts = [(ASSETS / name).read_text(encoding="utf-8") for name in scripts]
    assert any(changed[0] in text for text in texts), changed
    with MiniRacer() as context:
        context.eval(LACKING)
        context.eval(f"globalThis.WORDS = {json.dumps(words())};")
        for text in texts:
            context.eval(text.replace(*changed) if changed[0] else text)
        yield Logic(context)


def empty_page(browser: Any, *scripts: str) -> Any:
    """A page with nothing in it but these scripts."""
    page = browser.new_page()
    for name in scripts:
        page.add_script_tag(content=(ASSETS / name).read_text(encoding="utf-8"))
    return page
