"""A workshop for a group and a time: one table of cases, and every script, counted in Python and in the browser."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, URL, real
from handboek import dutch, workshop
from handboek.authoring import printing
from handboek.markdown import plain
from handboek.model.introspect import walk
from handboek.model.text import Words
from handboek.model.workshop import Group, Handout, Late, Packed, Part, Script, Short, Shorter
from handboek.office.slides import source as slides
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.session import Session, Wish, session, shared
from handboek.sheets import sheet
from handboek.system.arguments import WrongUse
from scripts import Logic, logic

TABLE = yaml.safe_load((ROOT / "tests/tools/sessions.yml").read_text(encoding="utf-8"))
CASES = TABLE["cases"]
PEOPLE = re.compile(r"\b(\d+) (?:dikke )?(?:mensen|stiften)\b")
TABLES = re.compile(rf"\b({'|'.join(dutch.NUMBERS)}) (tafels|groepjes|tweetallen)\b")
TAG = re.compile(r"<[^>]*>")
WISHES = [
    {"people": people, "begins": begins, "short": short}
    for people, begins, short in itertools.product((7, 11, 24, 60), ("9:00", "13:15", "19:30"), (False, True))
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Logic]:
    with logic("lib/counts.js", "logic/copies.js", "logic/session.js") as page:
        yield page


def made() -> Script:
    """The script of the table, as far as a session asks for it."""
    told = TABLE["script"]
    parts = [
        Part.model_construct(
            **{"least": None, "pause": False, "participants": None, "questions": (), "source": (), **part}
            | {"shorter": Shorter.model_validate(part["shorter"]) if "shorter" in part else None}
            | {"sheets": tuple(Handout.model_construct(**sheet) for sheet in part["sheets"])}
        )
        for part in told["parts"]
    ]
    short = Short.model_construct(**told["short"], works=())
    group = Group(**told["group"])
    packing = tuple(Packed(**one) for one in told["packing"])
    return Script.model_construct(
        group=group,
        begins=told["begins"],
        short=short,
        parts=tuple(parts),
        when_late=tuple(Late(**one) for one in told["late"]),
        packing=packing,
    )


def wish(said: dict[str, Any]) -> Wish:
    return Wish(**{**said, "without": tuple(said.get("without", ()))})


def in_python(held: Session) -> dict[str, Any]:
    return {
        "people": held.people,
        "begins": held.begins,
        "ends": held.ends,
        "total": held.minutes,
        "minutes": [row.minutes for row in held.rows],
        "clock": [row.clock for row in held.rows],
        "passed": [row.passed for row in held.rows],
        "shortened": [row.shortened for row in held.rows],
        "brief": [row.brief for row in held.rows],
        "late": [one.text for one in held.late],
        "packing": [one.text for one in held.packing],
        "says": [[row.says.trainer, row.says.participants, list(row.says.questions)] for row in held.rows],
        "dropped": [part.id for part in held.dropped],
        "copies": {f"{one.piece}:{one.form}": one.copies for one in workshop.packing(held)},
        "words": {name: says(held) for name, says in workshop.COUNTED.items()},
        "troubles": {one.wish: one.nearest for one in held.troubles},
        "told": [one.text for one in held.troubles],
        "split": next((list(one.split) for one in held.troubles if one.split), None),
    }


IN_BROWSER = """([script, wish]) => {
    const held = Session.held(script, Session.clean(wish));
    const of = (name) => held.rows.map((row) => row[name]);
    return {
        people: held.people, begins: held.begins, ends: held.ends, total: held.minutes, minutes: of("minutes"),
        clock: of("clock"), passed: of("passed"), shortened: of("shortened"), brief: of("brief"), late: held.late,
        packing: held.packing,
        says: held.rows.map(({ says }) => [says.trainer, says.participants ?? null, says.questions]), dropped: held.dropped,
        copies: Object.fromEntries(Session.packing(held).map((one) => [`${one.piece}:${one.form}`, one.copies])),
        words: Session.counted(held),
        troubles: Object.fromEntries(held.troubles.map((one) => [one.wish, one.nearest])),
        told: held.troubles.map((one) => one.text),
        split: held.troubles.flatMap(({ split }) => (split ? [[split.groups, split.size]] : []))[0] ?? null,
    };
}"""


@pytest.mark.parametrize("case", CASES, ids=[str(case["wish"]) for case in CASES])
def test_the_table_is_what_both_count(browser: Logic, case: dict[str, Any]):
    python = in_python(session(made(), wish(case["wish"])))
    assert browser.evaluate(IN_BROWSER, [TABLE["script"], case["wish"]]) == python
    for key, value in {"troubles": {}, **case}.items():
        if key == "words":
            assert value.items() <= python["words"].items()
        elif key != "wish":
            assert python[key] == value, key


@pytest.mark.parametrize("script", real().of("script"), ids=lambda piece: piece.slug)
def test_every_script_for_every_group_and_time(browser: Logic, script: Any):
    """Minutes add up, no part is below its least, no number contradicts another, and the browser counts the same."""
    data, group = workshop.told(real(), script.data), script.data.group
    for said in WISHES:
        held = session(script.data, wish(said))
        python = in_python(held)
        assert browser.evaluate(IN_BROWSER, [data, said]) == python, said
        assert sum(python["minutes"]) == held.minutes
        assert held.minutes == (script.data.short.minutes if said["short"] else script.data.minutes)
        assert all((row.part.least or row.part.minutes) <= row.minutes <= row.part.minutes for row in held.rows)
        assert group.least <= held.people <= group.most
        assert bool(held.troubles) == (not group.least <= said["people"] <= group.most)
        for leaf in walk(script.data):
            if isinstance(leaf.marker, Words):
                text = workshop.plain(leaf.value, held)
                assert "{" not in text
                assert all(int(number) == held.people for number in PEOPLE.findall(text)), text


@pytest.mark.parametrize("script", real().of("script"), ids=lambda piece: piece.slug)
def test_what_participants_and_the_wall_read_says_the_same(script: Any):
    """Hand-out and slides of every group and time: their clock, and no number that contradicts the session."""
    book, project = real(), Project(ROOT, URL)
    renderer = Renderer(book, project.templates)
    hand_out = next(one for one in sheet.VARIANTS if one.kind == workshop.HAND_OUT)
    for said in WISHES:
        held = session(script.data, wish(said))
        paper = sheet.fragment(sheet.Sheet(script, hand_out, held=held), renderer, project)
        deck = slides.source(script, renderer, project, held)
        shown = [text for one in deck.slides for place in (one.title, *one.words) for text in place.texts]
        shown += [cell for one in deck.slides for row in one.rows for cell in row]
        notes = [text for one in deck.slides for text in one.notes]
        for told in (TAG.sub(" ", paper), "\n".join(shown)):
            ends = [*(row.clock for row in held.rows[1:]), held.ends]
            for row, end in zip(held.rows, ends, strict=True):
                assert f"{row.clock}–{end}" in told, said
            assert not any(plain(part.title) in told.splitlines() for part in held.dropped)
        for told in (TAG.sub(" ", paper), *shown, *notes):
            assert "{" not in told
            assert all(int(number) == held.people for number in PEOPLE.findall(told)), told
            for number, of in TABLES.findall(told):
                assert workshop.COUNTED[of](held).startswith(f"{number} {of}"), told
        for row in held.rows:
            if row.brief and row.part.shorter:
                spoken = "\n".join(notes)
                assert plain(workshop.plain(row.part.shorter.trainer, held)) in spoken
                assert plain(workshop.plain(row.part.trainer, held)) not in spoken


@pytest.mark.parametrize("people", [7, 11, 24, 60])
def test_a_command_for_another_group_names_the_nearest_and_who_it_fits(people: int, tmp_path: Path):
    """What it says is what the browser offers; a pack is made for no other group than was asked."""
    book, fits = real(), {one.slug for one in workshop.fitting(real(), people)}
    assert fits == {one.slug for one in book.of("script") if one.data.group.least <= people <= one.data.group.most}
    for made in book.of("pack"):
        script = book.get("script", made.data.script) if made.data.script else None
        if script is None or script.slug in fits:
            continue
        near = min(max(people, script.data.group.least), script.data.group.most)
        with pytest.raises(WrongUse, match=f"Kies --mensen {near};") as told:
            printing.pack(
                Project(ROOT, URL), book, tmp_path / "a.pdf", slug=made.slug, wish=Wish(people, begins="9:00")
            )
        assert all(slug in str(told.value) for slug in fits)
        others = workshop.told(book, script.data)["others"]
        assert {one["address"].split("/")[1] for one in others if one["least"] <= people <= one["most"]} == fits


def test_every_script_has_a_short_version_of_two_hours_or_half():
    for script in real().of("script"):
        short, whole = script.data.short, script.data.minutes
        assert short, script.slug
        assert short.minutes == 120 or abs(short.minutes - whole / 2) <= 10, script.slug
        assert len(short.works) > 1
        assert not re.search(r"\b(uur|minuten|ochtend|middag|avond)\b", script.data.summary), script.slug
        kept = {row.part.id for row in session(script.data, Wish(short=True)).rows}
        assert not kept & set(short.without)
        late = session(script.data, Wish(short=True)).late
        assert {one.part for one in late} - {None} <= kept
        assert {one.part for one in late} & set(short.late), "something can still be left out"


def test_minutes_are_shared_out_to_the_last():
    for total in range(30, 71):
        given = shared([5, 10, 10, 5], [10, 30, 20, 10], total)
        assert sum(given) == total
        assert all(low <= one <= high for low, one, high in zip([5, 10, 10, 5], given, [10, 30, 20, 10], strict=True))
