"""The theory of change and the dossier of this handbook, followed to their pieces: arrows, activities, outcomes, headings."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from handboek import checks, dossier, export, theory
from handboek.checks.rules import dossier as dossier_rule
from handboek.checks.rules import theory as theory_rule
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.theory import Theory
from handboek.project import Project
from handboek.render import theory_picture
from handboek.render.renderer import Renderer
from handboek.sheets import pdf
from handboek.sheets.sheet import html, sheets_of

TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def reasoned(handbook: Handbook) -> Piece:
    (piece,) = handbook.of("theory")
    return piece


@pytest.fixture(scope="module")
def judged(handbook: Handbook) -> Piece:
    (piece,) = handbook.of("dossier")
    return piece


def words(html: str, between: str = "") -> str:
    return " ".join(TAG.sub(between, html).replace("&#39;", "'").split())


def test_the_chain_and_the_dossier_hold_together(handbook: Handbook):
    assert [*theory_rule.check(handbook), *dossier_rule.check(handbook)] == []


def test_each_arrow_says_what_it_rests_on(handbook: Handbook, reasoned: Piece):
    """A study that is cited says what it shows and what not; a source is one of practice; else it is our assumption."""
    seen = set()
    for number, arrow in theory.numbered(reasoned.data):
        rests = theory.rests_on(handbook, arrow)
        seen.add(rests)
        cited = (*arrow.source, *(arrow.doubt.source if arrow.doubt else ()))
        assert len(handbook.some("source", cited)) == len(cited), number
        if rests == "onderzoek":
            assert arrow.doubt, number
            assert set(theory.research(handbook, arrow)) <= set(arrow.doubt.source), number
        if rests == "aanname":
            assert not arrow.source, number
    assert seen == {"onderzoek", "bron", "aanname"}


def test_each_step_stands_in_one_activity(handbook: Handbook, reasoned: Piece):
    named = [slug for activity in reasoned.data.activities for slug in activity.steps]
    assert sorted(named) == sorted(step.slug for step in handbook.of("step"))


def test_each_outcome_leads_to_criteria_and_to_what_is_asked(handbook: Handbook, reasoned: Piece):
    counted = {"op-de-been", "instemmen", "doorgaan"}
    """Outcomes that somebody counts; the others are also asked of people."""
    for outcome in reasoned.data.outcomes:
        assert {handbook.at(address).type for address in outcome.criteria} == {"criterion"}, outcome.id
        assert bool(theory.questions(handbook, outcome)) == (outcome.id not in counted), outcome.id
    assert {one.term for one in reasoned.data.outcomes} == {"kort", "middellang", "lang"}


def test_the_core_of_the_method_follows_from_what_makes_it_work(handbook: Handbook):
    carried = theory.carried(handbook)
    core = [piece for piece in handbook.pieces.values() if theory.is_core(handbook, piece)]
    assert {piece.address.strip("/") for piece in core} == set(carried)
    assert {piece.type for piece in core} == {"step", "guide"}
    assert not [piece for piece in core if piece.data.core]  # said once
    renderer = Renderer(handbook, ROOT / "overrides")
    for piece in core:
        html = str(renderer.body(piece).html)
        assert re.findall(r'<a class="tag" href="/([^"]+)">', html)[:1] == [carried[piece.address.strip("/")][0]]


def test_the_picture_stands_in_words_as_well(handbook: Handbook, reasoned: Piece):
    """Each box and each arrow is read in the page without its picture, and leads to its pieces."""
    html = str(Renderer(handbook, ROOT / "overrides").body(reasoned).html)
    svg = re.search(r"<svg class=\"picture theory.*?</svg>", html, re.DOTALL)
    assert svg
    rest = html.replace(svg[0], "")
    said, drawn = words(rest), words(svg[0], " ")
    for column in theory.columns(reasoned.data):
        assert column.head in drawn and column.head in said
        for box in column.boxes:
            assert plain(box.title) in drawn
            assert plain(box.title) in said and plain(box.text) in said
            assert f'id="{box.id}"' in rest
    for number, arrow in theory.numbered(reasoned.data):
        assert f'id="pijl-{number}"' in rest and f">{number}</text>" in svg[0]
        assert plain(arrow.why) in said
        assert f"<td>{theory.ground(handbook, arrow)}</td>" in rest.split(f'id="pijl-{number}"')[1].split("</tr>")[0]
    for activity in reasoned.data.activities:
        for slug in activity.steps:
            assert f'href="/{handbook.get("step", slug).address}"' in rest
    for outcome in reasoned.data.outcomes:
        for piece in (*(handbook.at(one) for one in outcome.criteria), *theory.questions(handbook, outcome)):
            assert f'href="/{piece.address}"' in rest


@pytest.mark.parametrize("room", [theory_picture.SCREEN, theory_picture.PAPER], ids=["screen", "paper"])
def test_the_words_of_a_box_fit_in_it(reasoned: Piece, room: theory_picture.Room):
    for column in theory.columns(reasoned.data):
        for box in column.boxes:
            assert max(map(len, plain(box.title).split())) <= room.fits, box.id


def test_the_sheet_has_as_many_pages_as_it_says(handbook: Handbook, reasoned: Piece):
    project = Project(ROOT, "https://handboek.test/")
    (sheet,) = sheets_of(reasoned)
    made = pdf.render(html(sheet, Renderer(handbook, project.templates), project), project.templates)
    assert made.pages == reasoned.data.pages == 2


def test_who_may_be_harmed_is_told_what_helps(handbook: Handbook, reasoned: Piece):
    for harm in reasoned.data.harms:
        assert all(handbook.at(address) for address in harm.at), harm.id


UNKNOWN = {"verwant", "procesevaluatie", "effect", "gebruik", "eigenaar"}
"""The headings that nobody can answer now: who answers one, takes it out here."""


def test_each_heading_is_answered_or_openly_unknown(handbook: Handbook, judged: Piece):
    asks = [ask for part in judged.data.parts for ask in part.asks]
    found = {ask.id: dossier.answered(handbook, ask) for ask in asks}
    assert {id_ for id_, one in found.items() if one.open} == UNKNOWN
    assert all(found[id_].unknown for id_ in UNKNOWN)
    for ask in asks:
        if not found[ask.id].open:
            assert ask.at, ask.id
    html = str(Renderer(handbook, ROOT / "overrides").body(judged).html)
    assert html.count("Onbekend:") == len(UNKNOWN)
    for one in found.values():
        for answer in one.answers:
            assert plain(answer.text) in words(html), one.ask.id


MOVISIE = ("aanleiding", "doelgroep", "doelen", "aanpak", "voorwaarden", "overdraagbaarheid", "samenhang")
RIVM = ("gezondheid", "handleiding", "procesevaluatie", "eigenaar", "beschikbaar")
DATABANK = ("gebruik", "handleiding", "procesevaluatie")


@pytest.mark.parametrize(("judge", "headings"), [("movisie", MOVISIE), ("rivm", RIVM), ("databank", DATABANK)])
def test_what_a_judge_asks_has_its_heading(judged: Piece, judge: str, headings: tuple[str, ...]):
    asked = {ask.id for part in judged.data.parts for ask in part.asks if judge in ask.judges}
    assert set(headings) <= asked


def test_nothing_claims_that_anybody_used_or_recognised_it(handbook: Handbook, judged: Piece):
    assert not judged.data.recognised
    assert judged.data.used.startswith("Niemand heeft deze tekst nog gebruikt.")
    renderer = Renderer(handbook, ROOT / "overrides")
    html = words(renderer.page(judged).html)
    assert "Niemand heeft deze methode beoordeeld of erkend." in html
    first = handbook.at(judged.data.first)
    assert first and first.type == "pack"
    told = words(renderer.page(first).html)
    for word in ("één flat", "tien bewoners", "twee teams"):
        assert word in told.lower()


def test_the_export_holds_both_whole(handbook: Handbook, reasoned: Piece, judged: Piece):
    pieces = {one["slug"]: one for one in export.data(handbook, {})["pieces"]}
    content = pieces[reasoned.slug]["content"]
    assert len(content["arrows"]) == len(reasoned.data.arrows)
    assert content["arrows"][0]["from"] == reasoned.data.arrows[0].from_
    headings = {one["id"]: one for one in pieces[judged.slug]["content"]["headings"]}
    assert headings["procesevaluatie"]["answer"] == []
    assert headings["procesevaluatie"]["unknown"]
    answers = {one["url"] for heading in headings.values() for one in heading["answer"]}
    assert None in answers and "" not in answers
    given = [dossier.answered(handbook, ask) for part in judged.data.parts for ask in part.asks]
    assert {one.address or None for found in given for one in found.answers} == answers
    assert headings["doelgroep"]["answer"][0]["text"] == plain(reasoned.data.group[0].text)
    assert [slug for slug, one in pieces.items() if "content" in one] == [reasoned.slug, judged.slug]


def test_the_exercise_page_is_honest_about_its_own_numbers(handbook: Handbook):
    page = handbook.get("page", "oefenen-en-kwaliteit")
    body = page.entry.prose.body
    assert "**voorstel van de redactie**" in body and "Niemand heeft het geprobeerd." in body
    assert "werkbladen/meeluisteren" in body
    assert not [one for one in checks.run(handbook) if one.path == page.path]


def test_the_model_of_the_theory_has_no_field_of_questions():
    """They follow from the criteria: two lists would contradict each other one day."""
    assert "questions" not in Theory.model_fields["outcomes"].annotation.__args__[0].model_fields
