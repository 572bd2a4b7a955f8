"""The writer's desk: commands that make, rename or bring in something, and say what a change does."""

from __future__ import annotations

RULE = "check"
KINDS = ("lesson", "guide", "worksheet", "message", "script", "step", "example", RULE)
"""What `handboek new` makes: kinds of piece, and a rule of the check."""
RENAMED = (
    "phase",
    "step",
    "guide",
    "worksheet",
    "message",
    "script",
    "pack",
    "lesson",
    "example",
    "role",
    "term",
    "source",
    "page",
)
"""What `handboek rename` can rename."""
