"""What is derived when references are resolved: addresses, phases that use a piece, basis, sources, order."""

from __future__ import annotations

import dataclasses

import pytest
from pydantic import ValidationError

from conftest import KLEIN
from handboek.content import open_handbook
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file


@pytest.fixture(scope="module")
def klein() -> Handbook:
    return open_handbook(KLEIN)


def test_addresses(klein: Handbook):
    expected = {
        ("method", "method"): "",
        ("phase", "kijken"): "fasen/kijken/",
        ("step", "rondje-lopen"): "fasen/kijken/rondje-lopen/",
        ("guide", "praatje"): "gesprekken/praatje/",
        ("worksheet", "lijstje"): "werkbladen/lijstje/",
        ("message", "briefje"): "berichten/briefje/",
        ("script", "ochtend"): "draaiboeken/ochtend/",
        ("pack", "alles"): "werkmappen/alles/",
        ("lesson", "groet-eerst"): "lessen/groet-eerst/",
        ("example", "dorpsstraat"): "praktijk/dorpsstraat/",
        ("role", "buurvrouw"): "rollen/buurvrouw/",
        ("term", "rondje"): "begrippen/#rondje",
        ("source", "boekje"): "bronnen/boekje/",
        ("page", "over-deze-methode"): "over-deze-methode/",
    }
    found = {key: piece.address for key, piece in klein.pieces.items() if key in expected}
    assert found == expected
    assert klein.at("gesprekken/praatje") is klein.get("guide", "praatje")


def test_a_tool_is_listed_where_there_is_what_it_shows(klein: Handbook):
    """The planner shows phases and the scan criteria; the meter needs nothing."""
    tools = {"wie-doet-mee": "meter", "terugteller": "planner", "hoe-ver-zijn-we": "scan"}
    assert [slug for slug in klein.lists if slug in tools] == list(tools)
    for type_, gone in (("phase", {"terugteller"}), ("criterion", {"hoe-ver-zijn-we"}), ("guide", set())):
        left = {key: piece for key, piece in klein.pieces.items() if piece.type != type_}
        lists = dataclasses.replace(klein, pieces=left).lists
        assert {slug for slug in tools if slug not in lists} == gone


def test_a_piece_belongs_to_every_phase_that_uses_it(klein: Handbook):
    assert klein.get("step", "rondje-lopen").phases == ("kijken",)
    assert klein.get("worksheet", "lijstje").phases == ("kijken", "doen", "blijven")  # each phase measures with it
    assert klein.get("guide", "praatje").phases == ("kijken",)
    assert klein.get("pack", "alles").phases == ()


def test_a_piece_stands_with_the_phase_of_a_step_that_names_it(handbook: Handbook):
    """Of several phases that use it the first whose step does so; without such a step the first of them."""

    def place(type_: str, slug: str) -> str:
        found = handbook.phase_of(handbook.pieces[type_, slug])
        return found.slug if found else ""

    assert place("worksheet", "draagvlakmeter") == "renoveren"
    assert place("guide", "na-oplevering") == "beheren"
    assert place("step", "hulp-die-komt") == "opbouwen"
    assert handbook.phase_of(handbook.of("term")[0]) is None


def test_basis_follows_from_the_items(klein: Handbook):
    assert klein.get("message", "briefje").basis == "redactioneel"
    assert klein.get("guide", "praatje").basis == "deels"
    assert klein.get("lesson", "groet-eerst").basis == "bron"
    assert klein.get("guide", "praatje").sources == ("boekje",)


def test_phases_and_steps_keep_their_order(handbook: Handbook):
    numbers = [phase.data.number for phase in handbook.of("phase")]
    assert numbers == sorted(numbers)
    for phase in handbook.of("phase"):
        assert [step.slug for step in handbook.steps(phase)] == list(phase.data.steps)


def test_nothing_changes_after_reading(klein: Handbook):
    with pytest.raises(ValidationError):
        klein.get("guide", "praatje").data.title = "Anders"
    with pytest.raises(dataclasses.FrozenInstanceError):
        klein.get("guide", "praatje").address = "elders/"


def test_the_hash_follows_the_content_of_the_piece_alone(klein: Handbook):
    documents = read(KLEIN)
    path = "tools/guides/praatje.yml"
    changed = documents[path].text.replace("Fijne dag nog", "Nog een fijne dag")
    after = assemble(with_file(documents, path, changed.encode()))
    assert after.get("guide", "praatje").hash != klein.get("guide", "praatje").hash
    assert after.get("step", "rondje-lopen").hash == klein.get("step", "rondje-lopen").hash


def test_every_reference_of_the_real_content_leads_to_a_piece(handbook: Handbook):
    for piece in handbook.pieces.values():
        for key in piece.names:
            assert key in handbook.pieces
