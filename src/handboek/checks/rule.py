"""What a rule is: its code, what its page on the site tells an author, and how it looks."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from handboek.checks.passages import Passage
from handboek.finding import Finding, Severity
from handboek.handbook import Handbook

Check = Callable[[Handbook], Iterator[Finding]]
CheckText = Callable[[Passage], Iterator[Finding]]


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule. What it asks and why is told to authors in Dutch, on the page about checks."""

    code: str
    severity: Severity
    """That of its findings: a rule that is a warning only warns; one that is an error may soften a finding of its own."""
    title: str
    """What the rule asks, in one sentence."""
    text: str
    """Why, in Markdown."""
    passes: str
    """An example that passes; each file in it begins with a line `# path`. Empty where none can be written down."""
    fails: str
    """An example that does not."""
    check: Check | None = None
    """Looks through the whole handbook, where that is needed."""
    check_text: CheckText | None = None
    """Looks at one text, and at nothing but that text and its piece: what it finds is kept as long as those stay."""
    since: int = 1
    """The format of content from which it holds (`formats`); what was written before that only hears of it."""


def explained(
    code: str,
    severity: Severity,
    told: str,
    check: Check | None = None,
    check_text: CheckText | None = None,
    *,
    since: int = 1,
) -> Rule:
    """A rule with its explanation, taken apart: a sentence, an empty line, why, and an example each behind `Goed:` and `Fout:`."""
    text, *examples = re.split(r"^(Goed|Fout):\n", inspect.cleandoc(told), flags=re.MULTILINE)
    title, _, rest = text.strip().partition("\n\n")
    found = {name: _dedented(code) for name, code in zip(examples[::2], examples[1::2], strict=True)}
    passes, fails = found.get("Goed", ""), found.get("Fout", "")
    return Rule(code, severity, title, rest.strip(), passes, fails, check, check_text, since)


def of(*modules: ModuleType) -> tuple[Rule, ...]:
    """The rules that have a module each: its `CODE`, `SEVERITY`, docstring, and `check`, `check_text` or both."""
    return tuple(
        explained(
            one.CODE,
            one.SEVERITY,
            one.__doc__ or "",
            getattr(one, "check", None),
            getattr(one, "check_text", None),
            since=getattr(one, "SINCE", 1),
        )
        for one in modules
    )


def _dedented(code: str) -> str:
    return re.sub(r"^ {4}", "", code.strip("\n"), flags=re.MULTILINE).rstrip()
