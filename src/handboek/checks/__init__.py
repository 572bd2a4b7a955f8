"""The check: all rules, asked of the whole content.

Each module of a rule has a `CODE`, a `SEVERITY`, a docstring that explains it to an author in Dutch with an example that
passes and one that fails, and a generator: `check_text(passage)` where one text alone tells what is wrong, else
`check(handbook)`; where it came after the first format of content, `SINCE`. `table` names them in their order; a rule without code of its own is a row of `reading`, `editions` or `personal`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from handboek import formats
from handboek.checks import allowances, effects, hollow, personal
from handboek.checks.passages import texts
from handboek.checks.rule import Check, Rule
from handboek.checks.table import ALL, CODES, LANGUAGE, MAY_BE_ALLOWED, RULES, SINCE, UNFINISHED
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.handbook import Handbook, assemble
from handboek.parse import tripped

__all__ = ["ALL", "CODES", "LANGUAGE", "MAY_BE_ALLOWED", "RULES", "SINCE", "UNFINISHED", "run"]


def run(handbook: Handbook, *, language: bool = False) -> list[Finding]:
    """All findings, of reading and of every rule, each with its code; nothing is raised, also where a rule trips.

    Files that could not be read come first, each with its effects behind it; the others by file and place.
    The rules about language only look where `language` asks for it; their allowances are let be otherwise. So is one of a
    name: `handboek names` may need one that no rule here does. Of a file with hundreds of findings the first are told,
    and how many more there are.
    """

    def look(other: Handbook) -> list[Finding]:
        return _found(other, language)

    found = effects.with_causes(handbook, look(handbook), look)
    told = effects.in_order(handbook, effects.at_most(hollow.told(handbook, found, look)))
    return [handbook.origin.told(finding) for finding in told] if handbook.origin else told


def _found(handbook: Handbook, language: bool) -> list[Finding]:
    asked = (*RULES, *LANGUAGE) if language else RULES
    found = set(handbook.findings)
    if handbook.format > formats.FORMAT:
        return list(found)
    for rule in asked:
        if rule.check:
            found.update(_stamped(rule, _asked(rule.check, handbook)))
    for piece in handbook.pieces.values():
        found.update(_in_texts(piece.entry, RULES))
        if language:
            found.update(_in_texts(piece.entry, LANGUAGE))
    idle = {personal.NAMES.code, *(rule.code for rule in LANGUAGE if rule not in asked)}
    told = allowances.apply(handbook, sorted(found), CODES, MAY_BE_ALLOWED, idle)
    return [_softened(finding, handbook.format) for finding in told]


def _softened(finding: Finding, format_: int) -> Finding:
    """A finding as content of this format hears it: what it could not know of is no error in it."""
    since = max(finding.since, SINCE.get(finding.code, formats.FIRST))
    return dataclasses.replace(finding, since=since, severity="warning" if since > format_ else finding.severity)


def _stamped(rule: Rule, found: Iterable[Finding]) -> Iterator[Finding]:
    """What a rule found, with its code, and no more severe than it."""
    for finding in found:
        severity = "warning" if rule.severity == "warning" else finding.severity
        yield dataclasses.replace(finding, code=finding.code or rule.code, severity=severity)


@lru_cache(maxsize=20_000)
def _in_texts(entry: Entry, rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    """What is wrong with the texts of one piece, each by itself; kept as long as nobody changes its file."""
    found: list[Finding] = []
    for rule, check_text in [(rule, rule.check_text) for rule in rules if rule.check_text]:
        try:
            found += _stamped(rule, chain.from_iterable(map(check_text, texts(entry))))
        except Exception as error:  # whatever a library trips over, its author hears which file
            found += _stamped(rule, tripped(entry.document.path, error).problems)
    return tuple(found)


def _asked(check: Check, handbook: Handbook) -> Iterator[Finding]:
    """What a rule says of the whole; where it trips, the files over which it does."""
    try:
        yield from check(handbook)
    except Exception as error:
        alone = {path: assemble({path: document}) for path, document in handbook.documents.items()}
        paths = [path for path, book in alone.items() if _trips(check, book)]
        for path in paths or ["phases/method.yml"]:
            yield from tripped(path, error).problems


def _trips(check: Check, handbook: Handbook) -> bool:
    try:
        for _ in check(handbook):
            pass
    except Exception:
        return True
    return False
