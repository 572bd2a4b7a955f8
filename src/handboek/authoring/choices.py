"""What `handboek new` makes and `handboek rename` renames: what the command line lets somebody choose from."""

from __future__ import annotations

from pathlib import Path

from handboek.model import kinds

RULE = "check"
"""What `handboek new` makes in the checkout of the generator beside them: a rule of the check."""
TRANSLATION = "translation"
"""And a translation of a piece that is there."""
KINDS = tuple(kind.type for kind in kinds.KINDS if kind.scaffold)
"""The kinds of piece that `handboek new` makes."""
RENAMED = tuple(kind.type for kind in kinds.KINDS if kind.renamed)
"""What `handboek rename` can rename."""

TABLE = "src/handboek/checks/table.py"
"""Where the checkout of the generator has its rules."""


def offered(root: Path) -> tuple[str, ...]:
    """What `handboek new` makes in the folder `root`."""
    return (*KINDS, TRANSLATION, RULE) if (root / TABLE).is_file() else (*KINDS, TRANSLATION)
