"""What the list of lessons can be narrowed to: only what at least one lesson has."""

from __future__ import annotations

from collections.abc import Iterable

from handboek.dutch import order
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain

Choices = list[tuple[str, str]]
"""Value and words."""


def phases(book: Handbook, lessons: Iterable[Piece]) -> Choices:
    """The phases that have a lesson, in their order."""
    used = {slug for lesson in lessons for slug in lesson.data.phases}
    return [(p.slug, p.numbered) for p in book.of("phase") if p.slug in used]


def roles(book: Handbook, lessons: Iterable[Piece]) -> Choices:
    """The roles that a lesson is for."""
    used = {slug for lesson in lessons for slug in lesson.data.roles}
    return [(role.slug, plain(role.title).lower()) for role in book.of("role") if role.slug in used]


def places(lessons: Iterable[Piece]) -> Choices:
    """The places that a lesson names."""
    return [
        (place, plain(place))
        for place in sorted({lesson.data.place for lesson in lessons if lesson.data.place}, key=order)
    ]


def origins(lessons: Iterable[Piece]) -> Choices:
    """The kinds of source."""
    words = {"bron": "een openbare bron", "eigen ervaring": "eigen ervaring"}
    return [(value, words[value]) for value in sorted({lesson.data.experience for lesson in lessons})]
