"""What a piece rests on, derived from what it says and never written down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel

from handboek.model.text import OWN, Sourced

Basis = Literal["bron", "deels", "redactioneel"]


def basis_of(model: BaseModel) -> Basis:
    """What a piece rests on, derived from its items: all sourced, some, or none."""
    said = [bool(set(item.source) - {OWN}) for item in sourced(model)]
    if isinstance(getattr(model, "self_report", None), bool):
        return "bron"
    if not any(said):
        return "redactioneel"
    return "bron" if all(said) else "deels"


def sourced(model: BaseModel) -> Iterator[Any]:
    """Every statement in a model that can carry a source."""
    if isinstance(model, Sourced) or "source" in type(model).model_fields:
        yield model
    for name in type(model).model_fields:
        value = getattr(model, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, BaseModel):
                yield from sourced(inner)
