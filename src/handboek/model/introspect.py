"""What a field is, read from its annotation: the one place that looks inside `Annotated`, options, lists and unions.

Walk, schema, field reference, messages, `handboek new` and the doubts about YAML all ask here.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from handboek.model.text import Refers, Section, Words

Mark = TypeVar("Mark")


@dataclass(frozen=True, eq=False)
class Shape:
    """What a value is, with all that was annotated to it; `None` beside it is left out."""

    type: Any
    """`str`, `int`, `bool` or `date`; a model; `tuple` for a list, `Literal` for a choice, `Union` for several models."""
    marks: tuple[Any, ...] = ()
    """Every marker on the way, the outermost first."""
    item: Shape | None = None
    """What each point of a list is."""
    choices: tuple[str, ...] = ()
    """The values of a choice."""
    own: tuple[type[BaseModel], ...] = ()
    """The models that the value itself may be: one, or several from which a tag chooses."""

    @property
    def models(self) -> tuple[type[BaseModel], ...]:
        """The models that the value holds, also those of the points of a list."""
        return self.item.models if self.item else self.own

    def mark(self, kind: builtins.type[Mark]) -> Mark | None:
        """The first marker of this kind."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)

    @property
    def marker(self) -> Words | Refers | None:
        """What says that people read it, or that it names a piece."""
        return next((mark for mark in self.marks if isinstance(mark, Words | Refers)), None)

    @property
    def words(self) -> Words | None:
        """That it is text that people read."""
        return self.mark(Words)

    @property
    def refers(self) -> Refers | None:
        """That it names a piece."""
        return self.mark(Refers)

    @property
    def least(self) -> Any:
        """The smallest number that it may be, where there is one."""
        return max(self._limits("ge"), default=None)

    @property
    def most(self) -> Any:
        """The largest number that it may be, where there is one."""
        return min(self._limits("le"), default=None)

    @property
    def fewest(self) -> Any:
        """The fewest characters of a text, or points of a list, where there is such a limit."""
        return max(self._limits("min_length"), default=None)

    @property
    def longest(self) -> Any:
        """The most characters of a text, or points of a list, where there is such a limit."""
        return min((*self._limits("max_length"), *self._limits("longest")), default=None)

    @property
    def pattern(self) -> str:
        """What a text must look like; nothing where it may be any."""
        return next((mark.pattern for mark in self.marks if getattr(mark, "pattern", None)), "")

    def _limits(self, name: str) -> list[Any]:
        return [limit for mark in self.marks if (limit := getattr(mark, name, None)) is not None]


@dataclass(frozen=True, eq=False)
class Field:
    """A field of a model."""

    name: str
    """What the model calls it."""
    key: str
    """What a file calls it."""
    needed: bool
    about: str
    """What it is for, in Dutch."""
    shape: Shape

    @property
    def heading(self) -> str | None:
        """The heading under which it stands in the body of a Markdown file (empty: the whole body); else nothing."""
        section = self.shape.mark(Section)
        return section.heading if section else None


def shape_of(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    """What a value with this annotation is; `marks` are those that stand around it."""
    marks = tuple(inner for mark in marks for inner in (mark.metadata if isinstance(mark, FieldInfo) else (mark,)))
    if hasattr(annotation, "__metadata__"):
        return shape_of(get_args(annotation)[0], (*marks, *annotation.__metadata__))
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return Shape(tuple, marks, item=shape_of(inside[0]))
    if origin is Literal:
        return Shape(Literal, marks, choices=inside)
    if origin in (Union, UnionType):
        others = [one for one in inside if one is not type(None)]
        if len(others) == 1:
            return shape_of(others[0], marks)
        return Shape(Union, marks, own=tuple(model for one in others for model in shape_of(one).models))
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return Shape(annotation, marks, own=(annotation,) if is_model else ())


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Field]:
    """The fields of a model by their name, in its order."""
    return {
        name: Field(
            name,
            info.alias or name,
            info.is_required(),
            info.description or "",
            shape_of(info.annotation, tuple(info.metadata)),
        )
        for name, info in model.model_fields.items()
    }


def field_called(model: type[BaseModel], key: object) -> Field | None:
    """The field that the model or a file calls so."""
    return next((field for field in fields_of(model).values() if key in (field.name, field.key)), None)


@cache
def sections(model: type[BaseModel]) -> Mapping[str, str]:
    """The fields of a model that stand in the body of a Markdown file, each with its heading."""
    return {name: field.heading for name, field in fields_of(model).items() if field.heading is not None}


def tags_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The values of `layout` that choose this model out of a union."""
    tag = fields_of(model).get("layout")
    return tag.shape.choices if tag else ()


def below(models: Iterable[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """These models and every model that stands in them, each once."""
    seen: set[type[BaseModel]] = set()
    left = list(models)
    while left:
        model = left.pop()
        if model not in seen:
            seen.add(model)
            yield model
            left += [inner for field in fields_of(model).values() for inner in field.shape.models]


@dataclass(frozen=True)
class Leaf:
    """A marked value in a model and the way to it."""

    loc: tuple[str | int, ...]
    value: str
    marker: Words | Refers


def walk(model: BaseModel, loc: tuple[str | int, ...] = ()) -> Iterator[Leaf]:
    """Yield every marked value of a model, in the order in which the model declares its fields."""
    for name, field in fields_of(type(model)).items():
        yield from _walk(getattr(model, name), field.shape, (*loc, name))


def _walk(value: Any, shape: Shape, loc: tuple[str | int, ...]) -> Iterator[Leaf]:
    if isinstance(value, BaseModel):
        yield from walk(value, loc)
    elif isinstance(value, tuple) and shape.item:
        for index, entry in enumerate(value):
            yield from _walk(entry, shape.item, (*loc, index))
    elif isinstance(value, str) and shape.marker:
        yield Leaf(loc, value, shape.marker)
