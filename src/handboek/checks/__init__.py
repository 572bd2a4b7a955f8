"""The rules that content is held to. Each module holds one: `CODE` and a generator `check(handbook)`."""

from __future__ import annotations

import dataclasses
from types import ModuleType

from handboek.checks import references
from handboek.finding import Finding
from handboek.handbook import Handbook

RULES: tuple[ModuleType, ...] = (references,)


def run(handbook: Handbook) -> list[Finding]:
    """All findings: of the files themselves and of every rule, in the order of the files."""
    found = list(handbook.findings)
    for rule in RULES:
        found += (dataclasses.replace(finding, code=rule.CODE) for finding in rule.check(handbook))
    return sorted(found)
