"""Bring content along that was written for an older format (`formats`): shown first, then all files or none.

A migration mends what a rule of its format says, where that can be done without a person: the value as it is typed is
changed in its place, and every other character stays. What only a person knows stays a finding, and is named.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import yaml

from handboek import checks, formats, report
from handboek.authoring import versions
from handboek.authoring.edit import save
from handboek.checks.rules import worksheet
from handboek.document import Document
from handboek.dutch import count
from handboek.finding import Finding
from handboek.handbook import assemble
from handboek.load import Documents, read, with_file
from handboek.resources import is_edition
from handboek.suspicious import DOUBLE, SINGLE
from handboek.system import transaction
from handboek.system.arguments import WrongUse

CURLY = re.compile(rf"[{DOUBLE}{SINGLE}].*[{DOUBLE}{SINGLE}]", re.DOTALL)
MADE_UP = re.compile(r"([\"']?)verzonnen[\s:,.]+(\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Migration:
    """From one format to the next."""

    to: int
    does: str
    """What it changes, as a Dutch sentence."""
    mends: Mapping[str, Callable[[str], str]]
    """By the code of a rule: what becomes of a value as it is typed."""


def _quoted(typed: str) -> str:
    """A plain value that shows curly quotation marks, between straight ones: it says the same."""
    if not CURLY.fullmatch(typed):
        return typed
    return '"' + typed.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _begun(typed: str) -> str:
    """An example without the words that the sheet says before it."""
    return MADE_UP.sub(lambda found: found[1] + found[2].upper(), typed, count=1)


MIGRATIONS = (
    Migration(
        2,
        "Om een tekst met gekrulde aanhalingstekens komen rechte. Een voorbeeld op een blad zegt niet zelf dat het is verzonnen.",
        {"aanhalingsteken": _quoted, worksheet.CODE: _begun},
    ),
)
"""The way from the first format to ours, each step after the other."""


def migrate(root: Path, *, write: bool) -> int:
    """Show what becomes of the content in the project at `root`, and do it where `write`; gives the exit code.

    Raises `transaction.Refused`, and `WrongUse` in an edition; then nothing is changed.
    """
    if is_edition(root):
        raise WrongUse(
            "Een uitgave heeft het formaat van haar basis. Zet een nieuwere basis neer: `handboek edition update`."
        )
    before = read(root)
    if newer := formats.newer(before):
        print("\n".join(report.lines([newer])), file=sys.stderr)
        return 1
    if formats.declared(before) == formats.FORMAT:
        print(f"De inhoud heeft formaat {formats.FORMAT}. Er is niets te doen.")
        return 0
    after = migrated(before)
    texts = {path: document.text for path, document in after.items() if document.text != before[path].text}
    print("\n".join(_told(before, after, texts)))
    if unsaved := versions.unsaved(root, list(texts)):
        raise transaction.Refused(
            f"Dit is nog niet bewaard in git: {', '.join(unsaved)}. {transaction.NOTHING} Leg het eerst vast."
        )
    if not write:
        print("\nEr is nog niets veranderd. Typ `handboek migrate --ja` om dit te doen.")
        return 0
    save(root, texts, {path: before[path].text for path in texts})
    print(f"\nGedaan: {count(len(texts), 'bestand', 'bestanden')}. Kijk met `handboek check` wat er nog te doen is.")
    return 0


def migrated(documents: Documents) -> Documents:
    """The same content in our format. Raises `transaction.Refused` where `phases/method.yml` cannot be read."""
    method = documents.get(formats.PATH)
    if method is None or not isinstance(method.node, yaml.MappingNode) or method.node.flow_style:
        raise transaction.Refused(
            f"`{formats.PATH}` is niet te lezen. {transaction.NOTHING} Kijk met `handboek check` waarom."
        )
    start = formats.declared(documents)
    for step in (step for step in MIGRATIONS if step.to > start):
        for finding in sorted(checks.run(assemble(documents)), reverse=True):  # from the end, so that places stay right
            if finding.since == step.to and finding.code in step.mends:
                documents = _replaced(documents, finding, step.mends[finding.code])
        documents = _changed(documents, formats.PATH, _stamped(documents[formats.PATH], step.to))
    return documents


def _replaced(documents: Documents, finding: Finding, mend: Callable[[str], str]) -> Documents:
    """The documents with the value at the place of a finding mended."""
    document = documents[finding.path]
    wanted = (finding.line - 1 - document.offset, finding.column - 1)
    for node in _scalars(document.node):
        if (node.start_mark.line, node.start_mark.column) == wanted:
            start, end = _index(document, node.start_mark), _index(document, node.end_mark)
            text = document.text
            return _changed(documents, document.path, text[:start] + mend(text[start:end]) + text[end:])
    return documents


def _changed(documents: Documents, path: str, text: str) -> Documents:
    return with_file(documents, path, text.encode())


def _stamped(document: Document, format_: int) -> str:
    """The text of the method with the format that it has now, above its first field where it named none."""
    assert isinstance(document.node, yaml.MappingNode)
    for key, value in document.node.value:
        if key.value == formats.FIELD:
            start, end = _index(document, value.start_mark), _index(document, value.end_mark)
            return f"{document.text[:start]}{format_}{document.text[end:]}"
    lines = document.text.split("\n")
    lines.insert(document.node.start_mark.line + document.offset, f"{formats.FIELD}: {format_}")
    return "\n".join(lines)


def _index(document: Document, mark: yaml.Mark) -> int:
    """Where a mark stands in the text of a file."""
    above = document.lines[: mark.line + document.offset]
    return sum(len(line) + 1 for line in above) + mark.column


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif node is not None:
        for child in node.value:
            for inner in child if isinstance(child, tuple) else (child,):
                yield from _scalars(inner)


def _told(before: Documents, after: Documents, texts: Mapping[str, str]) -> Iterator[str]:
    """What will change, line by line, and what the check then asks that a migration cannot give."""
    start = formats.declared(before)
    yield f"De inhoud heeft formaat {start}; deze generator schrijft formaat {formats.FORMAT}. Dit verandert:"
    yield from (f"- {step.does}" for step in MIGRATIONS if step.to > start)
    for path, text in texts.items():
        yield f"\n{path}"
        changed = unified_diff(before[path].text.split("\n"), text.split("\n"), lineterm="", n=0)
        yield from (f"  {line}" for line in changed if line[:2] not in ("--", "++", "@@"))
    known = {finding for finding in checks.run(assemble(before)) if finding.severity == "error"}
    asked = [one for one in checks.run(assemble(after)) if one.severity == "error" and one not in known]
    if asked:
        yield "\nDaarna is dit een fout, en dat kun alleen jij verbeteren:"
        yield from report.lines(asked)
