"""Everything that the map of the content names is there, complete, with the sources that the map gives it."""

from __future__ import annotations

import re

import editorial
import pytest

from handboek import theory
from handboek.basis import sourced
from handboek.handbook import Handbook, Piece
from handboek.model.kinds import LISTS

MAP = editorial.the_map()
TYPES = (
    "phase",
    "step",
    "guide",
    "worksheet",
    "message",
    "script",
    "example",
    "role",
    "page",
    "theory",
    "dossier",
    "start",
)
PIECES = [(type_, slug, keys) for type_ in TYPES for slug, keys in MAP[type_].items()]


def cited(piece: Piece) -> set[str]:
    """The sources on the statements of this very piece; on a page that is written by hand, those that it links to."""
    if piece.type == "page":
        assert piece.entry.prose
        return set(re.findall(r"\]\(/bronnen/([a-z0-9-]+)/\)", piece.entry.prose.body))
    return {key for item in sourced(piece.data) for key in item.source}


@pytest.mark.parametrize(("type_", "slug", "keys"), PIECES, ids=[f"{type_} {slug}" for type_, slug, _ in PIECES])
def test_a_piece_of_the_map_is_there_and_cites_its_sources(handbook: Handbook, type_: str, slug: str, keys: list[str]):
    piece = handbook.get(type_, slug)
    assert piece is not None
    assert not piece.draft
    assert set(keys) <= cited(piece)


def test_the_map_names_every_phase_and_step(handbook: Handbook):
    """A step that was added without the map, or that no phase lists, fails here."""
    assert [phase.slug for phase in handbook.of("phase")] == list(MAP["phase"])
    assert [step.slug for phase in handbook.of("phase") for step in handbook.steps(phase)] == list(MAP["step"])
    assert len(handbook.of("step")) == len(MAP["step"])


def test_nothing_is_planned_any_more(handbook: Handbook):
    assert [phase.slug for phase in handbook.of("phase") if phase.data.planned] == []


def test_each_phase_has_its_criteria(handbook: Handbook):
    for phase in handbook.of("phase"):
        assert len(handbook.criteria(phase)) >= 4, phase.slug


def test_there_are_enough_lessons_and_terms(handbook: Handbook):
    """What the sources tell is in few lessons, none of them twice; what somebody lived through has room beside them."""
    lessons = handbook.offered.of("lesson")
    assert 8 <= len([lesson for lesson in lessons if lesson.data.experience == "bron"]) <= 10
    assert len([lesson for lesson in lessons if lesson.data.invented]) == 1
    assert len(handbook.of("term")) >= 40


def test_every_source_is_there_and_cited(handbook: Handbook):
    assert {source.slug for source in handbook.of("source")} == set(MAP["sources"])
    used = {key for piece in handbook.pieces.values() if piece.type != "source" for key in cited(piece)}
    assert used == set(MAP["sources"])


def test_the_principles_rest_on_their_sources(handbook: Handbook):
    assert [list(principle.source) for principle in handbook.method.principles] == MAP["principles"]


def test_the_active_ingredients_are_marked(handbook: Handbook):
    for type_, slugs in MAP["core"].items():
        marked = {piece.slug for piece in handbook.of(type_) if theory.is_core(handbook, piece)}
        assert set(slugs) <= marked
        assert len(marked) < len(handbook.of(type_))  # when all is core, nothing is


def test_titles_that_mean_the_same_are_aliases_of_one_role(handbook: Handbook):
    for slug, names in MAP["aliases"].items():
        role = handbook.get("role", slug)
        assert role
        assert set(names) <= {name.lower() for name in role.data.aliases}
    every = [name.lower() for role in handbook.of("role") for name in (role.title, *role.data.aliases)]
    assert len(set(every)) == len(every)


def test_pages_that_are_made_from_the_data_are_there():
    assert set(MAP["made"]) <= set(LISTS)
