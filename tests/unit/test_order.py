"""Lists for people stand in the order that people expect."""

from __future__ import annotations

import random
import re

import pytest

from conftest import KLEIN
from handboek.dutch import order
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.project import Project
from handboek.render import lesson_list
from handboek.render.renderer import Renderer
from handboek.site.menu import menu

ROWS = [
    ["eb", "één", "een gesprek", "eenzaam", "effect"],
    ["Aanbellen", "aandacht", "Ähnlich", "álle", "Alles"],
    ["2 dagen", "10 dagen", "100 dagen", "dag"],
    ["stap 1.2", "stap 1.10", "stap 2.1"],
    ["ijs", "ĳsbaan", "IJsselstein", "Ĳzer", "ik"],
    ["’s avonds", "samen", "'t Hof", "taal", "“Thuis”", "uit"],
    ["café", "cafeïne", "Çelik", "cent"],
    ["Oudewater", "Øystein", "pad"],
    ["Şahin", "Šarić", "Schiedam", "Straße", "strategie"],
    ["co-creatie", "coach", "coördineren", "coörporatie"],
    ["e-mail", "eb"],
    ["ﬁets", "ﬂat", "fornuis"],
    ["", "a", "a b", "ab"],
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_the_order_of_people(row: list[str]):
    mixed = random.Random(1).sample(row, len(row))
    assert sorted(mixed, key=order) == row


def test_texts_that_sort_alike_have_one_order_all_the_same():
    alike = ["één", "een", "Een", "EEN", "e\u0301e\u0301n"]
    assert len({order(text) for text in alike}) == len(alike)
    assert sorted(alike, key=order) == sorted(random.Random(2).sample(alike, len(alike)), key=order)


def test_a_number_without_end_breaks_nothing():
    assert sorted(["1" * 200, "2"], key=order) == ["2", "1" * 200]
    assert sorted(["²", "٣", "x"], key=order)


@pytest.fixture(scope="module")
def book() -> Handbook:
    documents = read(KLEIN)
    terms = "".join(
        f"  - {{slug: {slug}, term: {term}, definition: Een woord.}}\n"
        for slug, term in (
            ("effect", "effect"),
            ("een", "één"),
            ("ijs", "ĳs"),
            ("eb", "eb"),
            ("avond", "’s avonds"),
            ("eenheid", "eenheid"),
        )
    )
    files = {"phases/terms.yml": f"terms:\n{terms}"}
    page = documents["docs/over-deze-methode.md"].text
    role = documents["phases/roles/buurvrouw.yml"].text
    lesson = documents["docs/lessen/groet-eerst.md"].text
    for slug, title in (("een", "Één deur"), ("twee", "Zo werkt het"), ("drie", "Eerst dit")):
        files[f"docs/{slug}.md"] = page.replace("title: Over deze methode", f"title: {title}")
        files[f"phases/roles/{slug}.yml"] = re.sub(r"(?m)^title:.*$", f"title: {title}", role)
    corrected = "\ncorrected: [{date: 2026-11-02, what: Het was anders.}]\n---\n"
    files["docs/een.md"] = files["docs/een.md"].replace("\n---\n", corrected, 1)
    for slug, place in (("a", "Ĳmuiden"), ("b", "’s-Gravenhage"), ("c", "Élst"), ("d", "Zwolle"), ("e", "Ede")):
        front = re.sub(r"(?m)^place:.*\n", "", lesson).replace("\n---\n", f"\nplace: {place}\n---\n", 1)
        files[f"docs/lessen/{slug}.md"] = front
    for path, text in files.items():
        documents = with_file(documents, path, text.encode())
    return assemble(documents)


def test_the_glossary(book: Handbook):
    said = Renderer(book, Project(KLEIN).templates).index("begrippen").html
    assert re.findall(r"<dt>(.*?)</dt>", said) == ["eb", "één", "eenheid", "effect", "ĳs", "’s avonds"]


def test_the_menu(book: Handbook):
    over = next(entry for entry in menu(book) if entry.title == "Over")
    titles = [entry.title for entry in over.below]
    own = ("Correcties", "Één deur", "Een les toevoegen", "Eerst dit", "Keuzehulp", "Zo werkt het", "Zoeken")
    assert [title for title in titles if title in own] == [title for title in own if title in titles]
    assert len(set(own) & set(titles)) >= 6


def test_roles_and_places(book: Handbook):
    titles = [role.title for role in book.of("role")]
    assert titles == ["Buurvrouw", "Één deur", "Eerst dit", "Zo werkt het"]
    places = [words for _, words in lesson_list.places(book.of("lesson"))]
    assert [place for place in places if place in ("Ede", "Élst", "Ĳmuiden", "’s-Gravenhage", "Zwolle")] == [
        "Ede",
        "Élst",
        "Ĳmuiden",
        "’s-Gravenhage",
        "Zwolle",
    ]
