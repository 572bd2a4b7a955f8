"""What each field of each kind of piece holds, in Dutch: the field reference, from the models themselves."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE
from handboek.model.schema import models_of, tags_of
from handboek.model.text import ADDRESS, SLUG, Refers, Statement, Words, sections, several


@dataclass(frozen=True)
class Field:
    """One field of a file."""

    name: str
    needed: bool
    holds: str
    """What kind of value, in Dutch."""
    about: str
    """What it is for, in Dutch."""


@dataclass(frozen=True)
class Group:
    """Fields that stand together: those of the file itself, or those below one of its fields."""

    title: str
    """Empty for the file itself; else the field above them."""
    fields: tuple[Field, ...]


def groups(kind: Kind) -> list[Group]:
    """The fields of a file of this kind, and below them those of each thing in it."""
    found: list[Group] = []
    _collect(kind.model, f"`{kind.many}`, per {kind.name}" if kind.many else "", found, set())
    return found


def _collect(model: type[BaseModel], title: str, found: list[Group], seen: set[type[BaseModel]]) -> None:
    if model in seen:
        return
    seen.add(model)
    found.append(Group(title, tuple(_field(model, name, field) for name, field in model.model_fields.items())))
    for name, field in model.model_fields.items():
        for inner in models_of(field.annotation):
            if not issubclass(inner, Statement) or inner is not Statement:
                tags = tags_of(inner)
                _collect(inner, f"`{name}` in de vorm `{tags[0]}`" if tags else f"Onder `{name}`", found, seen)


def _field(model: type[BaseModel], name: str, field: FieldInfo) -> Field:
    heading = sections(model).get(name)
    holds = describe(field.annotation, tuple(field.metadata))
    if heading is not None:
        where = f"onder de kop `## {heading}`" if heading else "als lopende tekst"
        holds = f"{holds}; staat {where}"
    return Field(field.alias or name, field.is_required(), holds, field.description or "")


def describe(annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
    """A value in Dutch: what to type, and how much of it."""
    annotation, metadata = _bare(annotation, metadata)
    origin = get_origin(annotation)
    if origin is tuple and any(getattr(mark, "func", None) is several for mark in metadata):
        return "de sleutel van een bron, of een lijst daarvan"
    if origin is tuple:
        return _list(get_args(annotation)[0], metadata)
    if origin is Literal:
        values = [f"`{value}`" for value in get_args(annotation)]
        return f"een van {', '.join(values)}" if len(values) > 1 else f"altijd {values[0]}"
    if models_of(annotation):
        inner = models_of(annotation)
        if inner == [Statement]:
            return "tekst, hoogstens 600 tekens; of `text` met `source`"
        return "velden, zie hieronder" if len(inner) == 1 else "velden, afhankelijk van `layout`"
    return _simple(annotation, metadata)


def _simple(annotation: Any, metadata: tuple[Any, ...]) -> str:
    refers = next((mark for mark in metadata if isinstance(mark, Refers)), None)
    words = next((mark for mark in metadata if isinstance(mark, Words)), None)
    if refers:
        return _reference(refers)
    if annotation is bool:
        return "`true` of `false`"
    if annotation is int:
        least, most = _limit(metadata, Ge, "ge"), _limit(metadata, Le, "le")
        return f"een heel getal van {least} tot en met {most}"
    if annotation is datetime.date:
        return "een dag: jjjj-mm-dd"
    longest = _limit(metadata, MaxLen, "max_length") or (words.longest if words else None)
    if words:
        return f"{'alinea’s' if words.block else 'tekst'}, hoogstens {longest} tekens"
    pattern = next((mark.pattern for mark in metadata if isinstance(mark, StringConstraints) and mark.pattern), None)
    if pattern == SLUG:
        return "een korte naam"
    if pattern == ADDRESS:
        return "een adres"
    return f"tekst, hoogstens {longest} tekens" if longest else "tekst in een vaste vorm"


def _reference(refers: Refers) -> str:
    if refers.kind == "address":
        return "het adres van een stuk"
    if refers.kind == "topic":
        return "de `id` van een onderwerp"
    if refers.kind == "moment":
        return "de `id` van een moment"
    return f"de korte naam van een {BY_TYPE[refers.kind].name}"


def _list(of: Any, metadata: tuple[Any, ...]) -> str:
    least, most = _limit(metadata, MinLen, "min_length"), _limit(metadata, MaxLen, "max_length")
    size = (
        f"een lijst van {least} tot en met {most}"
        if least and most
        else f"een lijst van minstens {least}"
        if least
        else f"een lijst van hoogstens {most}"
        if most
        else "een lijst"
    )
    return f"{size}; elk: {describe(of)}"


def _limit(metadata: tuple[Any, ...], kind: type, name: str) -> Any:
    """The strictest limit of this kind among what was annotated."""
    found = []
    for mark in metadata:
        if isinstance(mark, FieldInfo):
            found.append(_limit(tuple(mark.metadata), kind, name))
        elif isinstance(mark, kind | StringConstraints):
            found.append(getattr(mark, name, None))
    limits = [limit for limit in found if limit is not None]
    return (max if name in ("ge", "min_length") else min)(limits, default=None)


def _bare(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The type itself, with all that was annotated to it; `None` beside it is left out."""
    while True:
        if hasattr(annotation, "__metadata__"):
            metadata = (*metadata, *annotation.__metadata__)
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            others = [arg for arg in get_args(annotation) if arg is not type(None)]
            if len(others) != 1:
                return annotation, metadata
            annotation = others[0]
        else:
            return annotation, metadata
