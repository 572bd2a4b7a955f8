"""The pieces know each other: roles and steps, lessons and steps, examples and steps, the chooser and the yardstick."""

from __future__ import annotations

import re

import pytest
import yaml

from conftest import ROOT
from handboek import hours
from handboek.handbook import Handbook, Piece
from handboek.model.kinds import LISTS
from handboek.project import Project
from handboek.render.lesson_list import told
from handboek.render.renderer import Renderer
from handboek.sheets.sheet import fragment, sheets_of

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
    without = [step.slug for step in handbook.of("step") if not told(handbook.citing(step.key, "lesson"))]
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


def test_the_hours_of_the_whole_are_the_sum_of_the_steps(handbook: Handbook):
    """Counted anew from the files: how many, times, minutes and people, for each part that counts."""
    amounts = {amount["id"]: amount for amount in yaml.safe_load((ROOT / "phases/uren.yml").read_text())["amounts"]}

    def many(slug: str) -> int:
        amount = amounts[slug]
        if "number" in amount:
            return amount["number"]
        return round(many(amount["of"]) * amount.get("times", 1) / amount.get("by", 1))

    low = high = 0
    for path in ROOT.glob("phases/*/steps/*.yml"):
        for part in yaml.safe_load(path.read_text(encoding="utf-8")).get("hours", ()):
            if "outside" not in part:
                span, unit = part["time"].split(" ")
                least, most = (int(text) * (60 if unit == "uur" else 1) for text in (span.split("-") * 2)[:2])
                each = many(part["per"]) * part.get("times", 1) * part.get("people", 1)
                low, high = low + (each * least + 30) // 60, high + (each * most + 30) // 60
    count = hours.counted(handbook)
    assert count.hours == (low, high)
    assert low > 1000
    assert count.of(handbook.of("phase")[1])
    assert sum(len(count.of(phase)) for phase in handbook.of("phase")) == len(count.rows)


def test_two_people_cost_twice_the_hours_and_writing_down_counts_once(handbook: Handbook):
    rows = {row.effort.what: row for row in hours.counted(handbook).rows}
    doors = rows["Langs de deuren"]
    assert doors.effort.people == 2
    assert doors.hours[0] == doors.number * doors.effort.minutes[0] * 2 // 60
    sheet = handbook.get("worksheet", "urenraming")
    assert sheet
    times, goes, minutes, people, total = (int(cell) for cell in sheet.data.sheet.example[1:6])
    assert times * goes * minutes * people / 60 == total
    assert not [what for what in rows if "pschrijven" in what]


def test_page_and_sheet_show_the_same_table(handbook: Handbook):
    renderer = Renderer(handbook, ROOT / "overrides")
    count = hours.counted(handbook)
    page = str(renderer.fill("pieces/parts/hours.html", count=count))
    sheet = handbook.get("worksheet", "urenraming")
    assert sheet
    paper = fragment(next(sheets_of(sheet)), renderer, Project(ROOT, "https://handboek.test/"))
    paper = paper.replace("\xa0", " ")  # no line ends inside a number
    for row in count.rows:
        assert f">{row.effort.what}</a></td><td>{row.sum}</td><td>{hours.span(*row.hours, say=hours.number)}<" in page
        assert f"{row.effort.what} ({hours.told(handbook, row.effort)})" in paper
        assert hours.told(handbook, row.effort) in renderer.body(row.step).html
    assert f"<strong>{hours.span(*count.hours, say=hours.number)}</strong>" in page
    assert all(row.effort.outside in page for row in count.outside)


def test_no_figure_about_hours_or_money_is_written_by_hand_where_the_sum_is_told(handbook: Handbook):
    """On the page for an executive each follows from the steps; elsewhere hours stand with the step that they are of."""
    page = handbook.get("page", "voor-bestuurders")
    assert page
    assert page.entry.prose
    body = page.entry.prose.body
    assert not re.findall(r"\d[\d.]* (?:tot \d[\d.]* )?(?:uur|euro|procent van)", body.replace("70 procent", ""))
    for name in re.findall(r"getal\(\"([a-z-]+)\"\)", body):
        assert re.fullmatch(r"\d[\d.]*( tot \d[\d.]*)?", hours.figure(handbook, name)), name
    for step in handbook.of("step"):
        assert not re.search(r"\d+ (?:minuten|uur)\b", step.data.cost.text), step.slug


def test_figures_are_said_to_two_places():
    assert [hours.about(value) for value in (9, 45.4, 99.6, 2529, 189_675)] == ["9", "45", "100", "2.500", "190.000"]
    assert hours.span(3.2, 3.4) == "3"
