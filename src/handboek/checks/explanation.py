"""What a rule's docstring tells an author: for the page about checks, and for the test that runs the examples."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from types import ModuleType


@dataclass(frozen=True)
class Explanation:
    """The docstring of a rule, taken apart."""

    code: str
    severity: str
    title: str
    """What the rule asks, in one sentence."""
    text: str
    """Why, in Markdown."""
    passes: str
    """An example that passes; each file in it begins with a line `# path`. Empty where none can be written down."""
    fails: str
    """An example that does not."""


def explanation(rule: ModuleType) -> Explanation:
    """The explanation of a rule."""
    text, *examples = re.split(r"^(Goed|Fout):\n", inspect.getdoc(rule) or "", flags=re.MULTILINE)
    title, _, rest = text.strip().partition("\n\n")
    found = {name: _dedented(code) for name, code in zip(examples[::2], examples[1::2], strict=True)}
    return Explanation(rule.CODE, rule.SEVERITY, title, rest.strip(), found.get("Goed", ""), found.get("Fout", ""))


def _dedented(code: str) -> str:
    return re.sub(r"^ {4}", "", code.strip("\n"), flags=re.MULTILINE).rstrip()
