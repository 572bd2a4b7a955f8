"""What `handboek new` makes and `handboek rename` renames: what the command line lets somebody choose from."""

from __future__ import annotations

from handboek.model import kinds

RULE = "check"
KINDS = (*(kind.type for kind in kinds.KINDS if kind.scaffold), RULE)
"""What `handboek new` makes: kinds of piece, and a rule of the check."""
RENAMED = tuple(kind.type for kind in kinds.KINDS if kind.renamed)
"""What `handboek rename` can rename."""
