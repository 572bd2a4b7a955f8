"""The check: all rules, asked of the whole content.

Each module of a rule has a `CODE`, a `SEVERITY`, a docstring that explains it to an author in Dutch with an example that
passes and one that fails, and a generator `check(handbook)`. `table` names them in their order; what is a rule without
code of its own is a row of `reading` or `personal`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from handboek.checks import allowances, effects, personal
from handboek.checks.rule import Rule
from handboek.checks.table import ALL, CODES, LANGUAGE, MAY_BE_ALLOWED, RULES
from handboek.document import tripped
from handboek.finding import Finding
from handboek.handbook import Handbook, assemble

__all__ = ["ALL", "CODES", "LANGUAGE", "MAY_BE_ALLOWED", "RULES", "run"]


def run(handbook: Handbook, *, language: bool = False) -> list[Finding]:
    """All findings: of the files themselves and of every rule. Causes come first, each with its effects behind it.

    The rules about language only look where `language` asks for it; their allowances are let be otherwise. So is one of a
    name: `handboek names` may need one that no rule here does. Of a file with hundreds of findings the first are told,
    and how many more there are.
    """
    found = effects.marked(handbook, _found(handbook, language), lambda other: _found(other, language))
    return effects.in_order(handbook, effects.at_most(found))


def _found(handbook: Handbook, language: bool) -> list[Finding]:
    found = set(handbook.findings)
    asked = (*RULES, *LANGUAGE) if language else RULES
    for rule in asked:
        for finding in _asked(rule, handbook):
            severity = "warning" if rule.severity == "warning" else finding.severity
            found.add(dataclasses.replace(finding, code=finding.code or rule.code, severity=severity))
    idle = {personal.NAMES.code, *(rule.code for rule in LANGUAGE if rule not in asked)}
    return list(allowances.apply(handbook, sorted(found), CODES, MAY_BE_ALLOWED, idle))


def _asked(rule: Rule, handbook: Handbook) -> Iterator[Finding]:
    """What a rule says; where it trips, the files over which it does."""
    assert rule.check
    try:
        yield from rule.check(handbook)
    except Exception as error:  # whatever a library trips over, its author hears which file
        alone = {path: assemble({path: document}) for path, document in handbook.documents.items()}
        paths = [path for path, book in alone.items() if _trips(rule, book)]
        for path in paths or ["phases/method.yml"]:
            yield from tripped(path, error).problems


def _trips(rule: Rule, handbook: Handbook) -> bool:
    assert rule.check
    try:
        for _ in rule.check(handbook):
            pass
    except Exception:
        return True
    return False
