"""What a hand-written page may call, and what each call puts into it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import KLEIN, URL
from handboek.handbook import assemble
from handboek.load import read, with_file
from handboek.model.macros import MACROS
from handboek.project import Project
from handboek.render.handwritten import MARK, Calls, Part
from handboek.render.macros import parts
from handboek.render.renderer import Renderer

SHEET = "tools/worksheets/lijstje.yml"


def called(name: str, *slug: str, withdrawn: bool = False) -> Part:
    """What a call stands for in the small method; `withdrawn` where its worksheet was taken back."""
    documents, project = read(KLEIN), Project(KLEIN, URL)
    if withdrawn:
        text = f"{documents[SHEET].text}\nwithdrawn: {{date: 2026-11-20, reason: Het was anders.}}\n"
        documents = with_file(documents, SHEET, text.encode())
    calls = Calls([])
    renderer = Renderer(assemble(documents), project.templates, {}, project.url)
    macros: dict[str, Callable[..., str]] = {one.__name__: one for one in parts(lambda: renderer, lambda: calls)}
    assert set(macros) == set(MACROS)
    mark = macros[name](*slug)
    (part,) = calls.parts
    assert mark == MARK.format(0)
    return part


@pytest.mark.parametrize(
    ("name", "slug", "inline", "holds"),
    [
        ("stap", "rondje-lopen", False, 'href="/fasen/kijken/rondje-lopen/"'),
        ("checklist", "rondje-lopen", False, "data-checklist"),
        ("werkblad", "lijstje", True, 'href="/werkbladen/lijstje/"'),
        ("gesprek", "praatje", True, 'href="/gesprekken/praatje/"'),
        ("nummer", "politie", True, '<a href="tel:09008844">0900-8844</a>'),
    ],
)
def test_a_call_puts_its_piece_in_the_page(name: str, slug: str, inline: bool, holds: str):
    part = called(name, slug)
    assert part.inline is inline
    assert holds in part.html


def test_what_follows_from_all_of_it():
    assert "<svg" in called("samenhang").html
    assert "0900-8844" in called("nummers").html
    assert not called("nummers").inline


def test_a_piece_that_is_not_there_is_an_error():
    with pytest.raises(ValueError, match="Er is geen worksheet met de naam praatje"):
        called("werkblad", "praatje")


def test_a_piece_that_was_withdrawn_is_shown_nowhere():
    assert called("werkblad", "lijstje", withdrawn=True).html == ""
