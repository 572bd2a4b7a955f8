"""What the form for a lesson offers for a field that names pieces: all there is, in groups."""

from __future__ import annotations

from conftest import KLEIN
from handboek.content import open_handbook
from handboek.render.lesson_form import groups


def test_tools_are_offered_by_their_kind_and_as_an_address():
    offered = dict(groups(open_handbook(KLEIN), "tools"))
    assert {"Gesprekken", "Werkbladen", "Berichten", "Draaiboeken"} <= offered.keys()
    assert ("gesprekken/praatje", "Een praatje") in offered["Gesprekken"]
    assert ("werkbladen/lijstje", "Lijstje") in offered["Werkbladen"]


def test_steps_are_offered_by_their_phase():
    first, *_ = groups(open_handbook(KLEIN), "steps")
    assert first == ("1 Kijken", [("rondje-lopen", "Loop een rondje")])


def test_phases_are_offered_as_one_group():
    ((_, phases),) = groups(open_handbook(KLEIN), "phases")
    assert [slug for slug, _ in phases] == ["kijken", "doen", "blijven"]
