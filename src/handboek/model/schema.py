"""The models inside a model: what the schema, the field reference and the messages go through."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from pydantic import BaseModel


def models_of(annotation: Any) -> list[type[BaseModel]]:
    """The models that a field's annotation holds, through lists, options and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) is None and not hasattr(annotation, "__metadata__"):
        return []
    return [model for arg in get_args(annotation) for model in models_of(arg)]
