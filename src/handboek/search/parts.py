"""The index of the search in parts: the first is fetched when the search opens, the others when a question needs them.

It is made of the documents by a script that shares its words with the one that searches, so that both cut a word in the
same way.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from handboek.render.renderer import Renderer
from handboek.search.documents import data

FOLDER = "assets/search/"
"""Where the parts stand on the site. They are scripts, so that a copy of the site on a disk can search as well."""

WORDS = ("site/assets/vendor/stemmer-nl.js", "site/assets/logic/search-words.js")
"""What the scripts that make and ask the index have in common."""
MAKING = "making/search-index.js"


@contextmanager
def running(templates: Path, *scripts: str) -> Iterator[MiniRacer]:
    """An engine in which scripts of `templates` have run."""
    with MiniRacer() as context:
        for name in (*WORDS, *scripts):
            context.eval((templates / name).read_text(encoding="utf-8"))
        yield context


def parts(templates: Path, documents: dict[str, Any]) -> dict[str, Any]:
    """The parts of the index by name, of what `documents.data` gives: `begin`, `words-0` and on, `texts-0` and on."""
    with running(templates, MAKING) as context:
        made = json.loads(str(context.eval(f"JSON.stringify(SearchMaking.make({json.dumps(documents)}))")))
    numbered = {f"{name}-{number}": part for name in ("words", "texts") for number, part in enumerate(made[name])}
    version = hashlib.sha256(json.dumps([made["begin"], numbered]).encode()).hexdigest()[:8]
    return {"begin": {**made["begin"], "version": version}, **numbered}


def scripts(found: dict[str, Any]) -> dict[str, str]:
    """The parts as scripts, by name. A part says of which edition it is: another one counts other documents."""
    version = found["begin"]["version"]
    places = {name: f"parts[{_text(f'{name} {version}')}]" for name in found} | {"begin": "begin"}
    return {name: f"handboekSearch.{places[name]}={_text(part)};\n" for name, part in found.items()}


def write(renderer: Renderer, site: Path) -> None:
    """Write the index into the site."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, script in scripts(parts(renderer.templates, data(renderer))).items():
        (folder / f"{name}.js").write_text(script, encoding="utf-8")


def _text(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))
