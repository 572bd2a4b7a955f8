"""One thing that the check has to say about the content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning"]
MOST = 100
"""How many findings of one file are told; who has more begins with these."""


@dataclass(frozen=True, order=True)
class Finding:
    """What is wrong, where, and what to do about it.

    Lines and columns count from 1. `code` is the name of the rule and of its heading on the page about checks.
    """

    path: str
    line: int
    column: int
    code: str
    text: str
    """What is wrong, in Dutch."""
    help: str = field(compare=False, default="")
    """What to do, in Dutch; empty where the text or the suggestion says it."""
    severity: Severity = field(compare=False, default="error")
    suggestion: str = field(compare=False, default="")
    """What the author most likely meant; it exists."""
    width: int = field(compare=False, default=1)
    """How many characters the mark under the spot is long."""
    since: int = field(compare=False, default=1)
    """The format of content from which this is an error; what was written before that only hears of it."""
    because: str = field(compare=False, default="")
    """The file whose own finding causes this one: with that mended, this is gone."""

    @property
    def advice(self) -> str:
        """What to do, the suggestion first."""
        meant = f"Bedoelde je `{self.suggestion}`?" if self.suggestion else ""
        return f"{meant} {self.help}".strip()


class Wrong(Exception):
    """Something of an author's that cannot be used: what is wrong, and what to do, in Dutch. It comes whole out of a worker."""

    def __init__(self, what: str, helps: str) -> None:
        super().__init__(what, helps)
        self.what, self.helps = what, helps

    def __str__(self) -> str:
        return f"{self.what} {self.helps}"


class Unreadable(Exception):
    """What an edition says of itself cannot be read, so nothing can be made of it. Carries the findings, and its files."""

    def __init__(self, findings: list[Finding], files: Mapping[str, Any]) -> None:
        super().__init__("De uitgave kan niet worden gelezen.")
        self.findings, self.files = findings, files
