"""The theory of change of a method: what an arrow rests on, what is core, and how the picture lies."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from handboek import checks, dossier, theory
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.model.theory import Arrow
from handboek.project import Project
from handboek.render import theory_picture
from handboek.render.renderer import Renderer
from handboek.sheets.sheet import colophon

THEORY = """
title: Zo werkt het
summary: Wat we doen en wat het brengt.
checked: 2026-11-01
standing: Niemand heeft het gemeten.
cause: [Buren kennen elkaar niet.]
group: [Iedereen in de straat.]
not_for: [Als het stormt.]
activities:
  - {id: lopen, title: Een rondje lopen, text: Je kijkt rond., steps: [rondje-lopen]}
  - {id: zwaaien, title: Zwaaien, text: Je zwaait., steps: [rondje-lopen]}
working:
  - {id: groeten, title: Je groet, text: Wie groet wordt gezien., core: [fasen/kijken/rondje-lopen], source: boekje}
outcomes:
  - {id: kennen, title: Buren kennen elkaar, text: Zij groeten., term: lang, criteria: [fasen/doen/#punt-1]}
arrows:
  - {from: lopen, to: groeten, why: Wie loopt komt iemand tegen., source: boekje}
  - {from: zwaaien, to: groeten, why: Wie zwaait groet.}
  - {from: groeten, to: kennen, why: Wie groet leert een gezicht kennen., doubt: {text: Niet altijd., source: studie}}
assumptions: [{id: thuis, text: Er is iemand op straat.}]
harms: [{id: schrik, text: Iemand schrikt., at: [gesprekken/praatje]}]
"""
DOSSIER = """
title: Dossier
summary: Voor wie dit moet beoordelen.
checked: 2026-11-01
used: Niemand heeft deze tekst gebruikt.
judges: [{id: buurt, name: De buurt, asks: Of het helpt.}]
parts:
  - heading: Wat het is
    asks:
      - {id: keten, asks: De keten, means: Hoe het werkt., judges: [buurt], draws: [werkzaam], unknown: Of het klopt.}
      - {id: effect, asks: Het effect, means: Of het helpt., judges: [buurt], unknown: Niet gemeten.}
"""
STUDY = """  - key: studie
    title: Een studie
    short: Een studie
    kind: onderzoek
    publisher: De straat
    published: "2026"
    self_report: false
    tells: Iets.
    does_not_tell: De rest.
    checked: 2026-11-01
"""


@pytest.fixture
def root(project: Project) -> Path:
    """The small method with a theory of change, a dossier and a study."""
    (project.root / "phases/verandertheorie.yml").write_text(THEORY, encoding="utf-8")
    (project.root / "phases/dossier.yml").write_text(DOSSIER, encoding="utf-8")
    with (project.root / "phases/sources.yml").open("a", encoding="utf-8") as file:
        file.write(STUDY)
    return project.root


@pytest.fixture
def book(root: Path) -> Handbook:
    return open_handbook(root)


def test_a_method_with_a_theory_has_nothing_wrong(book: Handbook):
    assert [one for one in checks.run(book) if one.severity == "error"] == []


def test_an_arrow_rests_on_the_best_that_is_cited_with_it(book: Handbook):
    arrows = book.one("theory").arrows
    assert [theory.rests_on(book, arrow) for arrow in arrows] == ["bron", "aanname", "onderzoek"]
    assert theory.research(book, arrows[2]) == ("studie",)


def test_only_columns_with_something_in_them_are_drawn(book: Handbook):
    assert [column.name for column in theory.columns(book.one("theory"))] == ["activiteiten", "werkzaam", "lang"]


def test_what_is_core_follows_from_the_theory_where_there_is_one(root: Path, book: Handbook):
    step, guide = book.get("step", "rondje-lopen"), book.get("guide", "praatje")
    assert theory.is_core(book, step) and not theory.is_core(book, guide)
    assert theory.carried(book) == {"fasen/kijken/rondje-lopen": ("verandertheorie/#groeten",)}
    (root / "phases/verandertheorie.yml").unlink()
    (root / "phases/dossier.yml").unlink()
    path = root / "tools/guides/praatje.yml"
    path.write_text(path.read_text(encoding="utf-8") + "core: true\n", encoding="utf-8")
    alone = open_handbook(root)
    assert theory.is_core(alone, alone.get("guide", "praatje"))
    assert not theory.is_core(alone, alone.get("step", "rondje-lopen"))


def test_a_piece_may_not_call_itself_core_beside_a_theory(root: Path):
    path = root / "tools/guides/praatje.yml"
    path.write_text(path.read_text(encoding="utf-8") + "core: true\n", encoding="utf-8")
    (found,) = [one for one in checks.run(open_handbook(root)) if one.severity == "error"]
    assert (found.code, found.path) == ("verandertheorie", "tools/guides/praatje.yml")
    assert found.text == "Dit noemt zichzelf kern, en de verandertheorie zegt niet waarom."


def test_a_point_is_core_only_in_a_step_that_an_activity_names(root: Path):
    """The small step has a point that is core; here no activity names the step any more."""
    path = root / "phases/1-kijken/steps/rondje-lopen.yml"
    other = path.with_name("stil-staan.yml")
    other.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    phase = root / "phases/1-kijken/phase.yml"
    text = phase.read_text(encoding="utf-8")
    phase.write_text(text.replace("steps: [rondje-lopen]", "steps: [rondje-lopen, stil-staan]"), encoding="utf-8")
    found = [one for one in checks.run(open_handbook(root)) if one.code == "verandertheorie"]
    assert [one.path for one in found] == ["phases/1-kijken/steps/stil-staan.yml"]


def test_the_picture_draws_each_box_and_arrow_inside_its_frame(book: Handbook):
    data = book.one("theory")
    for room in (theory_picture.SCREEN, theory_picture.PAPER):
        svg = theory_picture.picture(book, data, room)
        assert svg == theory_picture.picture(book, data, room)
        assert svg.count('class="node"') == 4
        assert svg.count('class="tip"') == 3
        left, top, width, height = map(float, re.search(r'viewBox="([^"]+)"', svg)[1].split())
        for x, y, w, h in re.findall(r'<rect [^>]*x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg):
            assert left <= float(x) and float(x) + float(w) <= left + width
            assert top <= float(y) and float(y) + float(h) <= top + height
        dashed = svg.count("stroke-dasharray")
        assert dashed == 2  # the arrow that nobody tells of, and its line in the legend


def test_numbers_of_arrows_do_not_lie_upon_each_other(book: Handbook):
    """Many arrows through one gap: each number finds a free place along its own."""
    data = book.one("theory")
    room = theory_picture.SCREEN
    boxes, _ = theory_picture._boxes(theory.columns(data), room, 0)
    lines = list(theory_picture._lines(data, boxes, room))
    crowd = [replace(line, number=n) for n, line in enumerate(lines * 2)]
    spots = [(x, y) for _, x, y in theory_picture._tags(crowd, room)]
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) > room.letter for a, b in combinations(spots, 2))


def test_the_dossier_draws_its_answer_and_its_paper_changes_with_it(root: Path, book: Handbook):
    piece = book.get("dossier", "dossier")
    chain, effect = (dossier.answered(book, ask) for ask in piece.data.parts[0].asks)
    assert [answer.whole for answer in chain.answers] == ["Je groet. Wie groet wordt gezien."]
    assert chain.answers[0].address == "verandertheorie/#groeten"
    assert effect.open and effect.unknown == ("Niet gemeten.",)
    assert dossier.tally(book, piece) == (0, 1, 1)
    assert dossier.sources_of(book, piece) == ("boekje",)
    before = colophon(piece, book)
    assert before.sources == ("boekje",)
    path = root / "phases/verandertheorie.yml"
    path.write_text(THEORY.replace("Wie groet wordt gezien", "Wie groet valt op"), encoding="utf-8")
    changed = open_handbook(root)
    assert colophon(changed.get("dossier", "dossier"), changed).version != before.version


def test_the_page_of_the_dossier_says_what_is_unknown(book: Handbook, project: Project):
    html = str(Renderer(book, project.templates).body(book.get("dossier", "dossier")).html)
    assert "Niemand heeft deze methode beoordeeld of erkend." in html
    assert "<strong>Onbekend:</strong> Niet gemeten." in html
    assert '<a href="/verandertheorie/#groeten">Je groet</a>' in html


def test_an_arrow_names_its_begin_as_people_do():
    assert Arrow.model_validate({"from": "a", "to": "b", "why": "Zo."}).from_ == "a"
