"""Examples of content as they stand in docstrings and golden files, put into the small method.

A fragment names its file in a first line `# path` and holds the fields (or headings) that differ from the small
method's file of that name; a file that the method does not have is made after one of the same kind. After
`, het hele bestand` the fragment is the file.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest

from handboek import checks
from handboek.content import open_handbook
from handboek.document import Document
from handboek.edition import base
from handboek.finding import Finding
from handboek.handbook import assemble
from handboek.load import kind_of, read, with_file
from handboek.model.edition import Base
from handboek.resources import BASE, EDITION, OWN


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """In a module that imports this, the clock stands still on 24 November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")


KLEIN = Path(__file__).parents[1] / "methods" / "klein"
HEADER = re.compile(
    r"^(?:# |<!-- )(editie\.yml|(?:eigen/)?(?:phases|tools|docs)/[^,\n>]+?)(, het hele bestand)?(?: -->)?\n",
    re.MULTILINE,
)


@cache
def klein() -> dict[str, Document]:
    """The small method, read."""
    return read(KLEIN)


def changed(fragments: str) -> dict[str, Document]:
    """The small method with these fragments put into it."""
    documents = klein()
    parts = HEADER.split(fragments + "\n")[1:]
    for path, whole, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        content = text if whole else merged(path, text, documents)
        documents = with_file(documents, path, content.encode())
    return documents


def found(fragments: str, *, language: bool = False) -> list[Finding]:
    """What the check says of the small method with these fragments put into it."""
    parts = HEADER.split(fragments + "\n")[1:]
    if all(path.startswith((OWN, EDITION)) for path in parts[::3]):
        return _of_an_edition(dict(zip(parts[::3], parts[2::3], strict=True)))
    return checks.run(assemble(changed(fragments)), language=language)


def _of_an_edition(files: dict[str, str]) -> list[Finding]:
    """What the check says of an edition of the small method with these files of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(KLEIN, root / BASE, ignore=lambda _, names: {".build", "site"} & set(names))
        came = Base(naam="Klein", uitgave="2026-11", hash=base.digest(root / BASE), opgehaald="2026-11-24")
        above = "naam: Samen groeten\norganisatie: De straat\nmail: post@destraat.example\n"
        said = {base.FILE: base.say(root / BASE, came), **files, EDITION: above + files.get(EDITION, "")}
        for path, text in said.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return checks.run(open_handbook(root))


def paths(fragments: str) -> set[str]:
    """The files that the fragments name."""
    return {match[1] for match in HEADER.finditer(fragments + "\n")}


def merged(path: str, text: str, documents: dict[str, Document]) -> str:
    kind = kind_of(path)
    like = path if path in documents else next((p for p in documents if kind and kind_of(p) is kind), "")
    base = documents[like].text if like else ""
    if not path.endswith(".md"):
        return _merge(base, text, r"^(?=[^\s#\-][^:\n]*:)")
    front, body = _halves(base)
    new_front, new_body = _halves(text) if text.startswith("---") else ("", text)
    front = _merge(front, new_front, r"^(?=[^\s#\-][^:\n]*:)")
    if "\n## " in f"\n{new_body}" and "\n## " in f"\n{body}":
        body = _merge(body, new_body, r"^(?=## )")
    elif new_body.strip():
        body = new_body
    return f"---\n{front}---\n{body}"


def _halves(text: str) -> tuple[str, str]:
    front, _, body = text.removeprefix("---\n").partition("---\n")
    return front, body


def _merge(base: str, new: str, start: str) -> str:
    """The base with each block of the fragment in the place of its own, or behind it."""
    result = _blocks(base, start)
    for name, block in _blocks(new, start).items():
        result[name] = block
    return "".join(result.values())


def _blocks(text: str, start: str) -> dict[str, str]:
    """Blocks by their first line up to the colon; comments above a block go with it."""
    found: dict[str, str] = {}
    name = ""
    above = ""
    for line in text.splitlines(keepends=True):
        if re.match(start, line):
            name = re.split(r"[:\n]", line)[0]
        elif line.startswith("#") and not line.startswith("##"):
            above += line
            continue
        found[name] = found.get(name, "") + above + line
        above = ""
    found[name] = found.get(name, "") + above
    return found
