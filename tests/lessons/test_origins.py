"""Lessons from own work stand apart from what sources tell, and a made-up one counts nowhere."""

from __future__ import annotations

import re

import pytest

from conftest import KLEIN, ROOT
from handboek import export
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.render import lesson_form, lesson_list
from handboek.render.renderer import Renderer
from handboek.site import feed

ONE = (KLEIN / "docs/lessen/groet-eerst.md").read_text(encoding="utf-8")
OWN = ONE.replace("experience: bron\nsource: boekje", "experience: eigen ervaring")


def made(**lessons: str) -> Handbook:
    documents = read(KLEIN)
    for name, text in lessons.items():
        titled = text.replace("title: Groet eerst", f"title: Les {name}")
        documents = with_file(documents, f"docs/lessen/{name}.md", titled.encode())
    return assemble(documents)


@pytest.fixture(scope="module")
def book() -> Handbook:
    return made(eigen=OWN, verzonnen=OWN.replace("status:", "invented: true\nstatus:"))


def shown(book: Handbook) -> str:
    return str(Renderer(book, ROOT / "overrides").index("lessen").html)


def test_the_list_has_a_heading_for_each_origin_without_a_script(book: Handbook):
    found = re.findall(r'<h2 id="[^"]*">(.*?)</h2>|<a href="/(lessen/[^"]*/)">(?=Les|Groet)', shown(book))
    assert [heading or address for heading, address in found] == [
        "Uit eigen werk", "lessen/eigen/", "lessen/verzonnen/", "Wat zij deden", "lessen/groet-eerst/",
    ]  # fmt: skip


def test_a_made_up_lesson_says_so_and_is_not_counted(book: Handbook):
    html = shown(book)
    assert "data-lesson-count>2 lessen<" in html
    assert html.count("verzonnen voorbeeld") == 1
    renderer = Renderer(book, ROOT / "overrides")
    page = str(renderer.body(book.pieces["lesson", "verzonnen"]).html)
    assert "verzonnen voorbeeld" in page and "Niets hiervan is gebeurd" in page
    assert ">2 lessen</a>" in str(renderer.body(book.pieces["method", "method"]).html)
    assert "verzonnen" not in feed.atom(book, "https://x.test/")
    assert "lessen/verzonnen/" not in [piece["url"] for piece in export.data(book, {})["pieces"]]


def test_no_other_page_shows_a_made_up_lesson(book: Handbook):
    renderer = Renderer(book, ROOT / "overrides")
    step = book.some("step", book.pieces["lesson", "verzonnen"].data.steps)[0]
    html = renderer.page(step).html
    assert "/lessen/eigen/" in html
    assert "/lessen/verzonnen/" not in html


def test_where_nobody_sent_one_the_list_says_so():
    book = made(verzonnen=OWN.replace("status:", "invented: true\nstatus:"))
    assert "Hier staat nog geen les uit eigen werk" in shown(book)
    assert "Hier staat nog geen les uit eigen werk" not in shown(made(eigen=OWN))


def test_each_lesson_says_where_it_comes_from(book: Handbook):
    renderer = Renderer(book, ROOT / "overrides")
    for slug, words, heading in (
        ("eigen", "uit eigen werk", "Wat we deden"),
        ("groet-eerst", "wat zij deden", "Wat zij deden"),
    ):
        lesson = book.pieces["lesson", slug]
        html = str(renderer.body(lesson).html)
        assert f'<span class="status">{words}</span>' in html
        assert f'<h2 id="wat-we-deden">{heading}</h2>' in html


def test_nobody_is_asked_whether_a_lesson_is_made_up():
    assert "invented" not in lesson_form.fields()


def test_the_filter_speaks_as_the_headings_do(book: Handbook):
    assert lesson_list.origins(book.of("lesson")) == [("eigen ervaring", "Uit eigen werk"), ("bron", "Wat zij deden")]
