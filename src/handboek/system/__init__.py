"""What the machine is asked for: files that are whole or not there, one build at a time, and its refusals in Dutch."""

from __future__ import annotations

from pathlib import Path


def work(root: Path) -> Path:
    """The folder for what is made on the way in the project at `root`; may be thrown away at any time."""
    return root / ".build"
