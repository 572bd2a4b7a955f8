"""What an edition says of itself in `editie.yml`, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from handboek.document import Document
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.model.edition import Edition
from handboek.model.introspect import fields_of
from handboek.model.kind import Kind
from handboek.resources import EDITION as FILE
from handboek.validation import explain

EDITION = Kind("edition", Edition, FILE, "uitgave", "uitgaven", "deze", page=False, exported=False)
UNNAMED = "?"
"""What stands for a name that nobody gave."""


DEPTH = 5
"""How deep the fields stand that another needs."""


def settings(document: Document) -> tuple[Edition | None, list[Finding]]:
    """What an edition says of itself, and what is wrong with that."""
    findings = list(document.problems)
    if document.node is None:
        return None, findings
    try:
        return Edition.model_validate(document.data), findings
    except ValidationError as error:
        entry = Entry(EDITION, "edition", document, None)
        return None, [*findings, *explain(error.errors(include_url=False), entry)]


def as_far_as_right(document: Document) -> Edition | None:
    """The same without what is wrong, for who looks at the rest; nothing where that says too little."""
    if document.node is None:
        return None
    data = deepcopy(document.data)
    needed = {field.key: UNNAMED for field in fields_of(Edition).values() if field.needed}
    for _ in range(DEPTH):  # without a field that it needs, what holds it is wrong in turn
        try:
            return Edition.model_validate(needed | data)
        except ValidationError as error:
            for one in error.errors(include_url=False):
                _take_out(data, one["loc"])
    return None


def _take_out(data: Any, loc: Sequence[str | int]) -> None:
    """Take a value out; where it is missing, what lacks it. Of a list goes what stands behind it too, so that places hold."""
    ways = [(data, loc[0])]
    for part, behind in pairwise(loc):
        holder: Any = ways[-1][0]
        inner = holder[part] if _holds(holder, part) else None
        if not isinstance(inner, dict | list):
            break
        ways.append((inner, behind))
    for holder, part in reversed(ways):
        if _holds(holder, part):
            del holder[slice(part, None) if isinstance(holder, list) else part]
            return


def _holds(holder: Any, part: str | int) -> bool:
    return part in holder if isinstance(holder, dict) else isinstance(part, int) and part < len(holder)
