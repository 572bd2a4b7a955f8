"""The search looks through the words of the pages: none glued together, and each as somebody would type it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from conftest import KLEIN, Site, searchable
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.markdown import plain
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.search import table
from handboek.search.documents import typed
from handboek.site.pages import pages

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


def shown(html: str) -> set[str]:
    """The words of a page as a reader sees them: what stands in two elements is two words, unless they run on."""
    inline = re.sub(r"</?(?:a|em|strong|code|span)\b[^>]*>", "", re.sub(r'<a class="cite".*?</a>', "", html))
    return words(typed(unescape(re.sub(r"<[^>]*>", " ", inline)))) | words(
        typed(unescape(re.sub(r"<[^>]*>", " ", html)))
    )


def glued(made: Handbook) -> dict[str, set[str]]:
    """By address, the words that the search would know and no page says."""
    seen = {
        page.address: shown(f"{page.html} {page.summary}") for page in pages(Renderer(made, Project(KLEIN).templates))
    }
    found = {}
    for one in searchable(made)["documents"]:
        page = seen.get(one["address"].partition("#")[0])
        said = words(" ".join([one["title"], one["summary"], *one["heads"], *one["text"]]))
        if page is not None and (left := said - page):
            found[one["address"]] = left
    return found


def test_each_word_of_each_document_stands_on_its_page(handbook: Handbook):
    left = glued(handbook)
    short = {piece.address: words(piece.data.short) for piece in handbook.of("source")}
    calling = {piece.address for piece in handbook.of("page") if piece.data.macros}
    left = {
        address: found for address, found in left.items() if address.partition("#")[0] not in calling
    }  # built, they are looked at below
    tools = {
        f"{piece.slug}/" for piece in handbook.pieces.values() if piece.kind.on_screen
    }  # a script writes their words
    left = {address: found for address, found in left.items() if address not in tools}
    assert set(left) <= {"", *short}
    assert len(left.get("", ())) <= 5  # the names of topics stand where a conversation raises them
    assert all(
        found <= short[address] for address, found in left.items() if address
    )  # what a source is called in short


@pytest.mark.slow
def test_each_word_of_a_page_by_hand_stands_on_its_page(site: Site):
    found = {one["address"]: one for one in searchable(site.handbook)["documents"] if one["kind"] == "page"}
    assert len(found) > 5
    for address, one in found.items():
        page = site.html(address)
        body = page[page.index("<article") : page.index("</article>")]
        assert words(" ".join([*one["heads"], *one["text"]])) - shown(body) == set(), address


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extra\ninzetten", "extra inzetten"),
        ("extra  \ninzetten", "extra inzetten"),
        ("extra\\\ninzetten", "extra inzetten"),
        ("**extra**\n*inzetten*", "extra inzetten"),
        ("[extra\ninzetten](/fasen/)", "extra inzetten"),
        ("in**zet**ten", "inzetten"),
    ],
)
def test_where_a_line_ends_stands_a_space(text: str, said: str):
    assert plain(text) == said


def lesson(body: str) -> tuple[str, ...]:
    path = "docs/lessen/groet-eerst.md"
    made = read(KLEIN)
    text = re.sub(
        r"(## Wat we deden\n).*?(?=\n## )", lambda match: match[1] + f"\n{body}\n", made[path].text, flags=re.DOTALL
    )
    book = assemble(with_file(made, path, text.encode()))
    (found,) = [one for one in searchable(book)["documents"] if one["kind"] == "lesson"]
    return tuple(found["text"])


@pytest.mark.parametrize(
    "body",
    [
        "Wij belden\naan",
        "- Wij belden\n- aan",
        "- Wij belden\n  - aan",
        "1. Wij belden\n2. aan",
        "> Wij belden\n> aan",
        "Wij belden\n\naan",
        "| Wij belden | aan |\n| --- | --- |\n| een | twee |",
        "Wij belden  \naan",
        "### Wij belden\naan",
        "    Wij belden\n    aan",
        "```\nWij belden\naan\n```",
        "![](/a.webp)Wij belden\naan",
    ],
)
def test_what_stands_apart_is_not_one_word(body: str):
    made = lesson(body)
    assert any(re.search(r"\bbelden\b", line) for line in made) or "### " in body
    assert any(re.search(r"\baan\b", line) for line in made)
    assert not any("beldenaan" in line for line in made)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("huis\u00adbezoek", "huisbezoek"),
        ("stra\u200bat", "straat"),
        ("co\u2060operatie", "cooperatie"),
        ("\u202afiets\u202c", "fiets"),
        ("ĳsje Ĳsselstein", "ijsje IJsselstein"),
        ("ﬁets oﬃcieel", "fiets officieel"),
        ("ｆｏｔｏ １２", "foto 12"),
        ("cafe\u0301", "café"),
        ("𝐯𝐞𝐭", "vet"),
        ("m² … ½ € – “a”", "m² … ½ € – “a”"),
        ("één café", "één café"),
    ],
)
def test_a_text_is_kept_as_somebody_would_type_it(text: str, said: str):
    assert typed(text) == said


STRANGE = "Neem de fo\u00adto van het ĳsblokje mee, de ﬁguur en het ｋｌｅｕｒｔｊｅ, en de cre\u0301dit."


@pytest.fixture(scope="module")
def engine():
    path = "tools/worksheets/tabelletje.yml"
    made = read(KLEIN)
    text = re.sub(r"(?m)^purpose:.*$", lambda _: f"purpose: {STRANGE}", made[path].text)
    assert STRANGE in text
    with table.engine(Project(KLEIN), assemble(with_file(made, path, text.encode()))) as engine:
        yield engine


@pytest.mark.parametrize("word", ["foto", "ijsblokje", "figuur", "kleurtje", "credit"])
def test_it_is_found_as_it_is_typed(engine: table.Engine, word: str):
    assert engine.find(word)[0]["address"] == "werkbladen/tabelletje/"


@pytest.mark.parametrize(
    "word",
    [
        "fo\u00adto",
        "ĳsblokje",
        "Ĳsblokje",
        "ﬁguur",
        "ｋｌｅｕｒｔｊｅ",
        "cre\u0301dit",
        "fo\u200dto",
        "\ufefffoto",
        "𝐟𝐨𝐭𝐨",
        "CRÉDIT",
    ],
)
def test_it_is_found_as_it_is_pasted(engine: table.Engine, word: str):
    assert engine.find(word)[0]["address"] == "werkbladen/tabelletje/"


@pytest.mark.parametrize("word", ["\u00ad", "\u200b\u200b", "\ufeff"])
def test_what_nobody_sees_asks_nothing(engine: table.Engine, word: str):
    assert engine.find(word) == []


def test_what_a_page_by_hand_calls_is_found_on_it():
    text = (
        "---\ntitle: Hulp\nsummary: Wie je belt.\nchecked: 2026-11-01\nmacros: true\n---\n# Hulp\n\n"
        'Bel {{ nummer("politie") }} of doe {{ gesprek("praatje") }}.\n\n{{ nummers() }}\n\n{{ checklist("rondje-lopen") }}\n'
    )
    book = assemble(with_file(read(KLEIN), "docs/hulp.md", text.encode()))
    found = next(one for one in searchable(book)["documents"] if one["address"] == "hulp/")
    assert found["text"] == ["Bel 0900-8844 of doe Een praatje.", "Politie 0900-8844: De politie, zonder spoed."]
