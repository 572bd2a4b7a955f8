"""What each field of each kind of piece holds, in Dutch: the field reference, from the models themselves."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from handboek.model import introspect
from handboek.model.introspect import Shape, fields_of, tags_of
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE
from handboek.model.text import SLUG, Refers, Statement, several


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
    fields = fields_of(model).values()
    found.append(Group(title, tuple(map(_field, fields))))
    for field in fields:
        for inner in field.shape.models:
            if inner is not Statement:
                tags = tags_of(inner)
                _collect(
                    inner, f"`{field.name}` in de vorm `{tags[0]}`" if tags else f"Onder `{field.name}`", found, seen
                )


def _field(field: introspect.Field) -> Field:
    holds = describe(field.shape)
    if field.heading is not None:
        where = f"onder de kop `## {field.heading}`" if field.heading else "als lopende tekst"
        holds = f"{holds}; staat {where}"
    return Field(field.key, field.needed, holds, field.about)


def describe(shape: Shape) -> str:
    """A value in Dutch: what to type, and how much of it."""
    if shape.item and any(getattr(mark, "func", None) is several for mark in shape.marks):
        return "de sleutel van een bron, of een lijst daarvan"
    if shape.item:
        return f"{_size(shape)}; elk: {describe(shape.item)}"
    if shape.type is Literal:
        values = [f"`{value}`" for value in shape.choices]
        return f"een van {', '.join(values)}" if len(values) > 1 else f"altijd {values[0]}"
    if shape.own == (Statement,):
        return "tekst, hoogstens 600 tekens; of `text` met `source`"
    if shape.own:
        return "velden, zie hieronder" if len(shape.own) == 1 else "velden, afhankelijk van `layout`"
    return _simple(shape)


def _simple(shape: Shape) -> str:
    if shape.refers:
        return _reference(shape.refers)
    if shape.type is bool:
        return "`true` of `false`"
    if shape.type is int:
        return _number(shape)
    if shape.type is datetime.date:
        return "een dag: jjjj-mm-dd"
    if shape.words:
        return f"{'alinea’s' if shape.words.block else 'tekst'}, hoogstens {shape.longest} tekens"
    if shape.pattern == SLUG:
        return "een korte naam"
    return f"tekst, hoogstens {shape.longest} tekens" if shape.longest else "tekst in een vaste vorm"


def _number(shape: Shape) -> str:
    if shape.most is None:
        return "een heel getal" if shape.least is None else f"een heel getal, minstens {shape.least}"
    return f"een heel getal van {shape.least} tot en met {shape.most}"


def _reference(refers: Refers) -> str:
    if refers.kind == "address":
        return "het adres van een stuk"
    if refers.kind == "topic":
        return "de `id` van een onderwerp"
    if refers.kind == "moment":
        return "de `id` van een moment"
    return f"de korte naam van een {BY_TYPE[refers.kind].name}"


def _size(shape: Shape) -> str:
    """How many points a list has."""
    if shape.fewest and shape.longest:
        return f"een lijst van {shape.fewest} tot en met {shape.longest}"
    if shape.fewest:
        return f"een lijst van minstens {shape.fewest}"
    return f"een lijst van hoogstens {shape.longest}" if shape.longest else "een lijst"
