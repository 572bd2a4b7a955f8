"""What follows from what: a file that nobody reads causes findings in others, which are gone once it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby, islice

from handboek.finding import MOST, Finding
from handboek.handbook import Handbook, assemble
from handboek.load import Documents, kind_of, misnamed, with_file

TRIED = 8
"""How many causes are told apart; what more there are, count with the first."""


def with_causes(handbook: Handbook, found: list[Finding], look: Callable[[Handbook], list[Finding]]) -> list[Finding]:
    """The findings, each effect with its cause: what `look` does not see where a file bears the name that was meant."""
    names = misnamed(handbook.documents)
    if not names:
        return found
    because: dict[Finding, str] = {}
    together = set(look(assemble(_named(handbook.documents, names))))
    left = [finding for finding in found if finding.path not in names and finding not in together]
    for path in islice(names, TRIED) if len(names) > 1 and left else ():
        alone = set(look(assemble(_named(handbook.documents, {path: names[path]}))))
        because |= {finding: path for finding in left if finding not in alone and finding not in because}
    first = next(iter(names))
    because |= {finding: first for finding in left if finding not in because}
    return [replace(finding, because=because.get(finding, "")) for finding in found]


def _named(documents: Documents, names: dict[str, str]) -> Documents:
    """The documents, those under a wrong name read under the right one."""
    result = {path: document for path, document in documents.items() if path not in names}
    for path, meant in names.items():
        document = documents[path]
        result = with_file(result, meant, document.content or document.text.encode())
    return result


def in_order(handbook: Handbook, found: Iterable[Finding]) -> list[Finding]:
    """Files that could not be read first, each with its effects behind it, then by file and place."""

    def order(finding: Finding) -> tuple[bool, str, bool, Finding]:
        path = finding.because or finding.path
        return path not in causes, path if path in causes else "", bool(finding.because), finding

    unread = (path for path, document in handbook.documents.items() if kind_of(path) and document.node is None)
    causes = {*unread, *misnamed(handbook.documents)}
    return sorted(found, key=order)


def at_most(found: Iterable[Finding]) -> list[Finding]:
    """The first findings of each file, and one that says how many more there are."""
    kept: list[Finding] = []
    for _, group in groupby(sorted(found, key=lambda finding: finding.path), key=lambda finding: finding.path):
        some = sorted(group)
        kept += some[:MOST]
        if len(some) > MOST:
            following = some[MOST]
            severe = any(finding.severity == "error" for finding in some[MOST:])
            what = f"Hier stopt de lijst: in dit bestand staan nog minstens {len(some) - MOST} meldingen."
            helps = "Los eerst op wat hierboven staat, en kijk dan opnieuw."
            kept.append(
                replace(following, text=what, help=helps, suggestion="", severity="error" if severe else "warning")
            )
    return kept
