"""Words of the glossary are links where a page first uses them, and nowhere else."""

from __future__ import annotations

import re

import pytest

from conftest import KLEIN, ROOT
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.render.renderer import Renderer
from handboek.render.terms import Terms, terms_of

TERMS = Terms({"open agenda": "begrippen/#open-agenda", "kopgroep": "begrippen/#kopgroep"})
AGENDA = '<a class="term" href="/begrippen/#open-agenda">open agenda</a>'


def test_the_first_use_only():
    assert TERMS.link("<p>Een open agenda. Weer een open agenda.</p>") == f"<p>Een {AGENDA}. Weer een open agenda.</p>"


def test_whole_words_in_any_case_and_the_longest_first():
    terms = Terms({"agenda": "begrippen/#agenda", "open agenda": "begrippen/#open-agenda"})
    assert terms.link("<p>agendapunt, open-agenda, Open agenda</p>") == (
        '<p>agendapunt, open-agenda, <a class="term" href="/begrippen/#open-agenda">Open agenda</a></p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Open agenda</h2>",
        '<h3 id="x"><em>Open agenda</em></h3>',
        '<a href="/"><b>open agenda</b></a>',
        "<button>open agenda</button>",
        "<blockquote><p>open agenda</p></blockquote>",
        '<div class="spoken"><p>open agenda</p></div>',
        '<p class="question first">open agenda</p>',
        '<div class="letter" lang="nl"><p>open agenda</p></div>',
        '<img alt="open agenda">',
        "<svg><text>open agenda</text></svg>",
        "<!-- open agenda -->",
    ],
)
def test_not_in_headings_links_buttons_and_what_is_said(html: str):
    assert TERMS.link(html) == html
    assert TERMS.link(f"{html}<p>open agenda<br>kopgroep</p>").startswith(f"{html}<p>{AGENDA}<br><a")


def test_without_terms_nothing_changes():
    assert Terms({}).link("<p>open agenda</p>") == "<p>open agenda</p>"


def test_a_word_that_everybody_knows_is_not_linked(handbook: Handbook):
    addresses = terms_of(handbook).addresses
    assert "renovatie" not in addresses
    assert "kans" not in addresses
    assert addresses["open agenda"] == "begrippen/#open-agenda"
    assert all(len(word) > 4 for word in addresses)


def test_pages_have_few_links_to_the_glossary_and_their_words_stay_the_same(handbook: Handbook):
    renderer = Renderer(handbook, ROOT / "overrides")
    counts = []
    for piece in handbook.pieces.values():
        if not piece.kind.page or piece.type == "page":
            continue
        html = renderer.page(piece).html
        linked = re.findall(r'<a class="term" href="(/begrippen/#[^"]+)">', html)
        assert len(linked) == len(set(linked)) <= 10, piece.address
        assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", html, re.DOTALL), piece.address
        counts.append(len(linked))
        assert 'class="term"' not in str(renderer.body(piece).html)  # paper takes the body
    assert 0.5 < sum(counts) / len(counts) < 3


def test_a_word_that_means_the_same_is_linked_as_well():
    text = (
        "terms:\n  - {slug: rondje, term: Rondje, definition: Een wandeling., synonyms: [wandeltocht, pad]}\n"
        "  - {slug: groet, term: Groeten, definition: Dag zeggen., synonyms: [gedagzeggen], link: false}\n"
    )
    book = assemble(with_file(read(KLEIN), "phases/terms.yml", text.encode()))
    assert terms_of(book).addresses == dict.fromkeys(
        ("rondje", "wandeltocht"), "begrippen/#rondje"
    )  # `pad` is too short
