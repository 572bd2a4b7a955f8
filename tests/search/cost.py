"""What a browser fetches for a question, until the first answer stands there: scripts, and parts of the index."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable

from handboek.render.renderer import Renderer
from handboek.search import documents, parts, table
from handboek.site import assets

SCRIPTS = ("search.js", "search-engine.js")
VENDOR = "vendor/stemmer-nl.js"

FETCHING = """
const fetched = (text) => {
  const held = {};
  const search = new HandboekSearch(handboekSearch.begin, held);
  const names = [];
  const whole = (ask) => {
    for (;;) {
      const answer = ask();
      const lacking = search.lacking();
      if (!lacking.length) return answer;
      for (const name of lacking) {
        const key = HandboekSearch.key(name, handboekSearch.begin);
        held[key] = handboekSearch.parts[key];
        names.push(name);
      }
    }
  };
  const found = whole(() => search.find(text));
  whole(() => found.slice(0, 3).map((one) => search.show(one)));
  return JSON.stringify(names);
};
"""
"""As `pages/search.js` does it."""


def weights(renderer: Renderer, queries: Iterable[str]) -> dict[str, int]:
    """By query how many bytes come in, compressed."""
    made = parts.scripts(parts.parts(renderer.templates, documents.data(renderer)))
    sizes = {name: _weight(script) for name, script in made.items()}
    theme = [renderer.templates / "site"]
    code = ["\n".join(assets._read(part, theme) for part in assets.JOINED[name]) for name in SCRIPTS]
    code.append((renderer.templates / "site" / "assets" / VENDOR).read_text(encoding="utf-8"))
    always = sum(map(_weight, code)) + sizes["begin"]
    with parts.running(renderer.templates, *table.ENGINE) as context:
        context.eval("globalThis.handboekSearch = { parts: {} };")
        for script in made.values():
            context.eval(script)
        context.eval(FETCHING)
        fetched = {text: json.loads(str(context.eval(f"fetched({json.dumps(text)})"))) for text in queries}
    return {text: always + sum(sizes[name] for name in names) for text, names in fetched.items()}


def _weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 6))
