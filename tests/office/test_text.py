"""Plain text: every word of a sheet, and where it stood in a table what it stood under."""

from __future__ import annotations

from collections import Counter

import pytest

import word_read as read
from conftest import KLEIN, URL
from handboek.content import open_handbook
from handboek.office import text
from handboek.office.flowing import Cell, Paragraph, Row, Said, Table, Text
from handboek.office.word import source as word
from handboek.project import Project
from handboek.render.renderer import Renderer


@pytest.fixture(scope="module")
def made() -> dict[str, tuple[str, str]]:
    """The HTML and the text of each piece of the small method that has one."""
    project = Project(KLEIN, URL)
    renderer = Renderer(open_handbook(KLEIN), project.templates, {}, URL)
    pieces = [piece for piece in renderer.handbook.pieces.values() if word.has(piece)]
    sources = {piece.address: text.source(piece, renderer, project) for piece in pieces}
    return {name: (source.html, source.make().decode("utf-8-sig")) for name, source in sources.items()}


def test_no_word_is_lost(made: dict[str, tuple[str, str]]):
    assert len(made) > 5
    for name, (html, said) in made.items():
        lost = Counter(read.words(read.of_html(html))) - Counter(read.words(said))
        assert not lost, (name, lost)


def test_it_begins_with_the_piece_and_ends_with_where_it_comes_from(made: dict[str, tuple[str, str]]):
    said = made["werkbladen/lijstje/"][1]
    assert said.index("Lijstje") < said.index("uitgave")
    assert "mailto:" not in said
    assert said.endswith("\r\n")
    assert "\n" not in said.replace("\r\n", "")
    assert "\r\n\r\n\r\n" not in said


def test_the_same_gives_the_same_bytes():
    assert text.Plain("<p>Dag <strong>buur</strong>.</p>").make() == "\ufeffDag buur.\r\n".encode()


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<ul><li>een</li><li>twee</li></ul>", "- een\r\n- twee"),
        (
            "<table><thead><tr><th>Dag</th><th>Wie</th></tr></thead><tbody><tr><td>ma</td><td>buur</td></tr>"
            "<tr><td></td><td></td></tr><tr><td></td><td></td></tr></tbody></table>",
            "Dag: ma\r\nWie: buur\r\n\r\n[2 lege regels voor: Dag, Wie]",
        ),
    ],
)
def test_lists_and_tables_are_read_line_by_line(html: str, said: str):
    assert text.Plain(html).make().decode("utf-8-sig").strip() == said


def cell(*words: str, span: int = 1) -> Cell:
    return Cell(tuple(Paragraph("p", (Text(one, Said()),)) for one in words), span=span)


def rows(*of: Row) -> list[str]:
    return list(text._rows(Table((1.0,), of)))


HEADS = Row((cell("Wat"), cell("Wie"), cell("")), heads=True)
EMPTY = Row((Cell(()), Cell(()), Cell(())))


def test_what_stands_above_a_cell_is_said_before_it():
    assert rows(HEADS, Row((cell("Bellen"), cell("Ans"), cell("Ja")))) == ["Wat: Bellen\nWie: Ans\nJa"]
    assert rows(HEADS, Row((cell("Bellen", span=2), cell("Ja"), cell("Meer")))) == ["Wat: Bellen\nJa\nMeer"]
    assert rows(HEADS, Row((Cell(()), cell("Ans", "en Bea")))) == ["Wie: Ans en Bea"]


def test_the_last_heads_above_a_row_count():
    again = Row((cell("Dag"), cell("")), heads=True)
    assert rows(HEADS, Row((cell("a"),)), again, Row((cell("b"), cell("c")))) == ["Wat: a", "Dag: b\nc"]


def test_rows_to_write_in_are_counted_in_one_line_behind_the_others():
    assert rows(HEADS, EMPTY) == ["[1 lege regel voor: Wat, Wie]"]
    assert rows(HEADS, EMPTY, Row((cell("Bellen"),)), EMPTY) == ["Wat: Bellen", "[2 lege regels voor: Wat, Wie]"]
    assert rows(EMPTY, EMPTY) == ["[2 lege regels]"]
    assert rows(HEADS) == []
