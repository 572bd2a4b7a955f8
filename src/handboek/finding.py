"""One thing that the check has to say about the content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Finding:
    """What is wrong, where, and what to do about it.

    Lines and columns count from 1. `code` is the name of the rule and of its heading on the page about checks.
    """

    path: str
    line: int
    column: int
    code: str
    text: str = field(compare=False)
    """What is wrong, in Dutch."""
    help: str = field(compare=False, default="")
    """What to do, in Dutch; empty where the text says it."""
    severity: Severity = field(compare=False, default="error")
