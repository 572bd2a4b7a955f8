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


ORIGINS = {"eigen ervaring": "Uit eigen werk", "bron": "Wat zij deden"}
"""Where a lesson comes from, as its badge and the list say it; own work stands first."""


def origins(lessons: Iterable[Piece]) -> Choices:
    """Where the lessons come from."""
    used = {lesson.data.experience for lesson in lessons}
    return [(value, words) for value, words in ORIGINS.items() if value in used]


def groups(lessons: Iterable[Piece]) -> list[tuple[str, list[Piece]]]:
    """The lessons under a heading for each origin; what shows how a lesson looks comes last in its own."""
    ordered = sorted(lessons, key=lambda lesson: lesson.data.invented)
    by_origin = [(words, [one for one in ordered if one.data.experience == value]) for value, words in ORIGINS.items()]
    return [(words, ones) for words, ones in by_origin if ones]


def told(lessons: Iterable[Piece]) -> list[Piece]:
    """The lessons of something that happened: what counts, and what other pages show."""
    return [lesson for lesson in lessons if not lesson.data.invented]


def badge(lesson: Piece) -> str:
    """What a lesson says of itself: from own work, from a source, or made up."""
    return "verzonnen voorbeeld" if lesson.data.invented else ORIGINS[lesson.data.experience].lower()
