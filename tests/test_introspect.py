"""What a field is, as the one reader of annotations tells it."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field

from handboek.model.introspect import below, field_called, fields_of, sections, shape_of, tags_of, walk
from handboek.model.kinds import KINDS
from handboek.model.layouts import TableSheet
from handboek.model.practice import Lesson
from handboek.model.text import Label, Line, Refers, RoleRef, Statement, Words
from handboek.model.tools import Message, PackEntry, Worksheet


def test_of_two_limits_the_strictest_holds():
    body = fields_of(Message)["body"].shape
    assert (body.longest, body.words) == (1600, Words(12000, block=True))
    pages = fields_of(Worksheet)["pages"].shape
    assert (pages.type, pages.least, pages.most) == (int, 1, 40)


@pytest.mark.parametrize(
    ("annotation", "type_", "choices", "models"),
    [
        (str, str, (), ()),
        (datetime.date | None, datetime.date, (), ()),
        (Annotated[Literal["a", "b"] | None, Field()], Literal, ("a", "b"), ()),
        (tuple[Statement, ...], tuple, (), (Statement,)),
        (tuple[Statement, ...] | None, tuple, (), (Statement,)),
        (Statement | None, Statement, (), (Statement,)),
    ],
)
def test_what_stands_around_a_value_is_taken_off(annotation, type_, choices, models):
    shape = shape_of(annotation)
    assert (shape.type, shape.choices, shape.models) == (type_, choices, models)


def test_the_limits_of_a_list_are_not_those_of_its_points():
    shape = shape_of(Annotated[tuple[Line, ...], Field(min_length=2, max_length=7)])
    assert shape.item
    assert (shape.fewest, shape.longest) == (2, 7)
    assert (shape.item.fewest, shape.item.longest) == (1, 200)
    assert (shape.words, shape.item.words) == (None, Words(200))


def test_a_union_that_a_tag_chooses_from_holds_its_models():
    sheet = fields_of(Worksheet)["sheet"].shape
    assert TableSheet in sheet.own
    assert len(sheet.own) > 10
    assert tags_of(TableSheet) == ("tabel",)
    assert tags_of(Statement) == ()


def test_every_marked_text_is_found_with_the_way_to_it():
    class Inner(BaseModel):
        label: Label | None = None
        roles: tuple[RoleRef, ...] = ()
        unmarked: str = "x"

    class Outer(BaseModel):
        inner: tuple[Inner, ...]

    made = Outer(inner=(Inner(label="een", roles=("a", "b")), Inner()))
    assert [(leaf.loc, leaf.value, leaf.marker) for leaf in walk(made)] == [
        (("inner", 0, "label"), "een", Words(40)),
        (("inner", 0, "roles", 0), "a", Refers("role")),
        (("inner", 0, "roles", 1), "b", Refers("role")),
    ]


def test_a_field_is_found_by_what_model_and_file_call_it():
    redirect = next(kind.model for kind in KINDS if kind.type == "redirect")
    assert field_called(redirect, "from") is field_called(redirect, "from_") is fields_of(redirect)["from_"]
    assert field_called(redirect, "weg") is None


def test_what_stands_in_a_body_has_its_heading():
    assert list(sections(Lesson).values()) == [fields_of(Lesson)[name].heading for name in sections(Lesson)]
    assert "title" not in sections(Lesson)
    assert len(sections(Lesson)) == 4


def test_every_model_below_a_kind_is_met_once():
    models = list(below(kind.model for kind in KINDS))
    assert len(models) == len(set(models))
    assert {Statement, TableSheet, PackEntry} <= set(models)
