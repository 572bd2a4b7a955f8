"""The pieces know each other: roles and steps, lessons and steps, examples and steps, the chooser and the yardstick."""

from __future__ import annotations

import pytest

from handboek.handbook import Handbook, Piece
from handboek.model.kinds import LISTS

ELEMENTS = {
    "doelen": "goals",
    "doelgroepen": "target groups",
    "voorbereiding": "activities: preparation",
    "werving": "activities: recruiting",
    "inhoud": "activities: content",
    "voorwaarden": "conditions: support and co-operation",
    "theorie": "the theory behind it",
    "wie-doet-wat": "who does what",
    "vaardigheden": "skills or training needed",
    "kwaliteit": "how the quality of the work is guarded",
    "tijd-en-geld": "time and money",
    "praktijkvoorbeelden": "practice examples",
    "werkzame-elementen": "the active ingredients that must stay",
}
"""What a handbook of a social method must hold, by the id of its element."""


def tools_of(step: Piece) -> set[str]:
    data = step.data
    return {
        f"{folder}/{slug}"
        for folder, slugs in (
            ("gesprekken", data.guides),
            ("werkbladen", data.worksheets),
            ("berichten", data.messages),
            ("draaiboeken", data.scripts),
        )
        for slug in slugs
    }


def test_a_role_begins_with_what_is_its_own_work(handbook: Handbook):
    """At least two of the first steps of a role are a step or a talk that names the role, or a tool of such a step."""
    for role in handbook.of("role"):
        own = {
            piece.address.strip("/")
            for type_ in ("step", "guide", "script")
            for piece in handbook.of(type_)
            if role.slug in piece.data.roles
        }
        own |= {tool for step in handbook.of("step") if role.slug in step.data.roles for tool in tools_of(step)}
        begin = [first.at for first in role.data.begin]
        assert len(begin) == len(set(begin)) >= 3, role.slug
        assert all(handbook.at(address) for address in begin), role.slug
        mine = [address for address in begin if address in own]
        assert len(mine) >= 2, f"{role.slug}: {sorted(set(begin) - own)} are not its own"


def test_every_role_has_work(handbook: Handbook):
    for role in handbook.of("role"):
        assert handbook.citing(role.key, "step", "guide", "script"), role.slug


def test_a_lesson_belongs_to_steps_of_its_phases(handbook: Handbook):
    for lesson in handbook.of("lesson"):
        steps = handbook.some("step", lesson.data.steps)
        assert steps, lesson.slug
        assert {step.phases[0] for step in steps} <= set(lesson.data.phases), lesson.slug


def test_most_steps_have_a_lesson(handbook: Handbook):
    without = [step.slug for step in handbook.of("step") if not handbook.citing(step.key, "lesson")]
    assert len(without) < len(handbook.of("step")) / 3, without


@pytest.mark.parametrize("way", ["to", "from"])
def test_examples_and_steps_lead_to_each_other(handbook: Handbook, way: str):
    for example in handbook.of("example"):
        if way == "to":
            assert any(kind == "step" for kind, _ in example.names), example.slug
            assert len(example.data.happened) >= 1
        else:
            phases = {happened.phase for happened in example.data.happened}
            assert all(handbook.get("phase", phase) for phase in phases), example.slug


def test_every_tool_is_used_by_a_step(handbook: Handbook):
    for type_ in ("guide", "worksheet", "message", "script"):
        for tool in handbook.of(type_):
            assert handbook.citing(tool.key, "step", "script", "pack"), tool.address


def test_the_chooser_leads_somewhere_for_every_phase(handbook: Handbook):
    goals = handbook.of("goal")
    assert len(goals) >= 10
    assert {phase for goal in goals for phase in goal.data.phases} == {phase.slug for phase in handbook.of("phase")}
    for goal in goals:
        assert goal.data.want.startswith("Ik "), goal.slug
        assert len(goal.data.at) >= 3, goal.slug
        assert all(handbook.at(address) for address in goal.data.at), goal.slug
        best = handbook.at(goal.data.at[0])
        assert best
        assert best.type in ("guide", "worksheet", "step", "page"), goal.slug


def test_the_yardstick_has_an_answer_for_each_element(handbook: Handbook):
    elements = {element.slug: element for element in handbook.of("element")}
    assert set(elements) == set(ELEMENTS)
    for slug, element in elements.items():
        assert element.data.source == ("rivm-handleiding",), slug
        assert element.data.at or element.data.unknown, slug
        assert all(handbook.at(address) or address in LISTS for address in element.data.at), slug


def test_each_place_to_begin_leads_to_what_helps(handbook: Handbook):
    starts = handbook.of("start")
    assert len(starts) >= 6
    for start in starts:
        tools = [address for move in start.data.moves for address in move.at]
        assert len(tools) >= 3, start.slug
        assert all(handbook.at(address) for address in tools), start.slug


def test_a_talk_that_leaves_the_renovation_alone_does_not_raise_it(handbook: Handbook):
    for slug in ("open-agenda", "deur-tot-deur"):
        guide = handbook.get("guide", slug)
        assert guide
        assert "renovatie" not in guide.data.raises
        assert not any("renovatie" in ask.text.lower() for ask in guide.data.questions)


def test_the_hours_of_the_example_add_up(handbook: Handbook):
    """The table for an executive: its rows, their sum, and what follows from it."""
    page = handbook.get("page", "voor-bestuurders")
    assert page
    assert page.entry.prose
    rows = [line.strip("| ").split("|") for line in page.entry.prose.body.split("\n") if line.startswith("|")]
    hours = {row[0].strip(): row[-1].strip(" *") for row in rows}
    parts = [int(value) for value in hours.values() if value.isdecimal()]
    total = sum(parts)
    assert hours["**Samen**"] == f"{total:,}".replace(",", ".")
    extra = round(total / 3)
    assert hours["Met een derde extra voor tegenslag"] == f"{total + extra:,}".replace(",", ".")
    body = page.entry.prose.body
    assert f"{round(total / 96)} tot {round((total + extra) / 96)} uur per woning" in body
    assert f"{round(total / 104)} tot {round((total + extra) / 104)} uur per week" in body
    for sum_ in (total * 75, (total + extra) * 75, round(total * 75 / 22, -2), round((total + extra) * 75 / 22, -2)):
        assert f"{sum_:,.0f}".replace(",", ".") in body
    assert [int(sum_ * 75 / 96 / 60_000 * 100) for sum_ in (total, total + extra)] == [3, 4]


def test_the_three_measurements_cost_the_same_in_each_step(handbook: Handbook):
    """Different people wrote these steps and the table for an executive."""
    for slug in ("nulmeting", "tussenmeting", "nameting"):
        step = handbook.get("step", slug)
        assert step
        assert "45 minuten" in step.data.cost.text, slug
        assert "20 tot 40 uur voor het uitwerken" in step.data.cost.text, slug
    page = handbook.get("page", "voor-bestuurders")
    assert page
    assert page.entry.prose
    assert "96 × 45 minuten × 3 keer" in page.entry.prose.body
