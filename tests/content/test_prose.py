"""Running text carries the marks of its sources: shown as numbers, counted among the sources, left out elsewhere."""

from __future__ import annotations

from conftest import KLEIN, ROOT, real, searchable
from handboek import markdown
from handboek.content import open_handbook
from handboek.render.renderer import Renderer


def test_a_mark_in_a_story_is_the_number_of_its_source():
    book = open_handbook(KLEIN)
    example = book.get("example", "dorpsstraat")
    assert example
    assert "[^boekje]" in example.data.story
    html = Renderer(book, ROOT / "overrides").body(example).html
    assert 'rondje.\u2060<a class="cite" href="#waar-dit-op-rust" aria-label="bron 1">1</a>' in html
    assert "[^" not in html


def test_a_source_that_only_running_text_names_is_a_source_of_the_piece():
    book = real()
    example = book.get("example", "spoorbuurt")
    phase = book.get("phase", "renoveren")
    assert example
    assert phase
    assert "koops" in phase.sources
    assert all(f"[^{key}]" not in Renderer(book, ROOT / "overrides").body(phase).html for key in phase.sources)


def test_a_mark_is_no_word_where_there_are_no_numbers():
    assert markdown.plain("Een zin.[^boekje] Nog een.") == "Een zin. Nog een."
    assert markdown.block("Een zin.[^boekje]") == "<p>Een zin.</p>\n"
    said = searchable(open_handbook(KLEIN))
    assert "[^" not in str(said)
