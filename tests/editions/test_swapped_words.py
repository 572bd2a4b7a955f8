"""Words of an edition stand in the place of those of its base, where the base says something in its own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from make import edition

from conftest import KLEIN
from handboek import checks
from handboek.content import open_handbook
from handboek.handbook import Handbook

NEIGHBOUR = "woorden:\n  - {van: buur, naar: dorpsgenoot, van_meervoud: buren, naar_meervoud: dorpsgenoten}\n"
TO_HET = "woorden:\n  - {van: buur, naar: huisdier, naar_lidwoord: het}\n"
PAGE = """---
title: Met een buur
summary: Wat je van een buur leert.
checked: 2026-11-01
---
# Met een buur

{}
"""


def page(root: Path, said: str, text: str) -> str:
    """The body of a page of the base with this text, as an edition has it."""
    root = edition(root, KLEIN, said, {"basis/docs/met-een-buur.md": PAGE.format(text)})
    return open_handbook(root).documents["docs/met-een-buur.md"].body.partition("\n\n")[2].strip()


@pytest.mark.parametrize(
    ("base", "now"),
    [
        ("Een buur kent buren.", "Een dorpsgenoot kent dorpsgenoten."),
        ("Buren! BUUR. _buur_ **buren**, «buur»", "Dorpsgenoten! DORPSGENOOT. _dorpsgenoot_ **dorpsgenoten**, «dorpsgenoot»"),
        ("Een buurvrouw, burenruzie, straat-buur, buur- en straathuis.", None),
        ("Zie [de buur](/rollen/buurvrouw/) en [buren](https://buur.example/buur).",
         "Zie [de dorpsgenoot](/rollen/buurvrouw/) en [dorpsgenoten](https://buur.example/buur)."),
        ("Typ `buur` in.\n\n    buur\n\n```\nbuur\n```", None),
        ("> Een buur is beter dan een vriend.", None),
        ("Een buur liep mee, [zegt het boekje](/bronnen/boekje/). Vraag een buur.",
         "Een buur liep mee, [zegt het boekje](/bronnen/boekje/). Vraag een dorpsgenoot."),
        ("Eén bron noemt hem buur. Vraag een buur.", "Eén bron noemt hem buur. Vraag een dorpsgenoot."),
        ("Mail buur@voorbeeld.example of kijk op https://buur.example/buren.", None),
        ("Een {buur} en {{{{ werkblad(\"buur\") }}}}.".replace("{{{{", "{{").replace("}}}}", "}}"), None),
    ],
)  # fmt: skip
def test_words_in_running_text(tmp_path: Path, base: str, now: str | None):
    assert page(tmp_path, NEIGHBOUR, base) == (base if now is None else now)


def test_a_phrase_may_be_broken_over_a_line(tmp_path: Path):
    said = "woorden:\n  - {van: goede buur, naar: fijne dorpsgenoot}\n"
    assert (
        page(tmp_path, said, "Een goede\nbuur, en een Goede buur.")
        == "Een fijne dorpsgenoot, en een Fijne dorpsgenoot."
    )


def test_words_that_change_places_do_so_once(tmp_path: Path):
    said = "woorden:\n  - {van: buur, naar: straat}\n  - {van: straat, naar: buur}\n"
    assert page(tmp_path, said, "Een buur in de straat.") == "Een straat in de buur."


def test_names_sources_and_what_rests_on_one_stay(tmp_path: Path):
    purpose = (KLEIN / "phases/2-doen/phase.yml").read_text(encoding="utf-8")
    files = {
        "basis/phases/2-doen/phase.yml": purpose.replace("Hier leer je doen.", "Hier groet een buur.").replace(
            "ends: Als het klaar is.", "ends: Als elke\n  buur groet."
        ),
        "basis/tools/messages/briefje.yml": (KLEIN / "tools/messages/briefje.yml")
        .read_text(encoding="utf-8")
        .replace("dag", "buur"),
    }
    root = edition(tmp_path, KLEIN, NEIGHBOUR, files)
    book, base = open_handbook(root), open_handbook(KLEIN)
    phase = book.get("phase", "doen").data
    assert phase.purpose.text == "Hier groet een buur."  # with a source
    assert phase.ends.text == "Als elke dorpsgenoot groet."
    assert book.pieces.keys() == base.pieces.keys()
    letter = book.get("message", "briefje").data
    assert "{buur}" in letter.body and letter.blanks[0].id == "buur" and letter.blanks[0].label == "dorpsgenoot"
    assert book.get("question", "groeten").data.wording[0].text == "Groet u uw buren?"  # word for word
    for kind in ("source", "lesson", "example"):
        assert [one.data for one in book.of(kind)] == [one.data for one in base.of(kind)]
    assert [one for one in checks.run(book) if one.severity == "error"] == []


def test_titles_terms_tools_and_search_words_follow(tmp_path: Path):
    terms = "terms:\n  - {slug: buur, term: buur, definition: Wie naast je woont., synonyms: [naaste buur], everyday: [buren]}\n"
    found = "groups:\n  - {id: buur, words: [buur, straatgenoot], everyday: [buren van de overkant]}\n"
    files = {"basis/phases/terms.yml": terms, "basis/phases/zoekwoorden.yml": found}
    book = open_handbook(edition(tmp_path, KLEIN, NEIGHBOUR, files))
    term = book.get("term", "buur").data
    assert (term.slug, term.term, term.synonyms, term.everyday) == (
        "buur",
        "dorpsgenoot",
        ("naaste dorpsgenoot",),
        ("dorpsgenoten",),
    )
    assert book.of("words")[0].data.words == ("dorpsgenoot", "straatgenoot")
    assert (book.one("meter").counts.one, book.one("meter").counts.many) == ("dorpsgenoot", "dorpsgenoten")
    assert book.get("role", "buurvrouw").data.aliases == ("dorpsgenoot",)


def test_what_the_edition_says_itself_stays(tmp_path: Path):
    own = PAGE.format("Een buur.").replace("Met een buur", "Onze buur")
    change = "verandert:\n  - {veld: ends, was: Als het klaar is., wordt: Als een buur het zegt.}\n"
    files = {"eigen/docs/onze-buur.md": own, "eigen/phases/2-doen/phase.yml": change}
    book = open_handbook(edition(tmp_path, KLEIN, NEIGHBOUR, files))
    assert book.get("page", "onze-buur").title == "Onze buur"
    assert book.get("phase", "doen").data.ends.text == "Als een buur het zegt."
    assert [one.text for one in checks.run(book) if "eigen teksten" in one.text] == [
        "Jullie eigen teksten zeggen nog `buur`: 4 keer in `eigen/docs/onze-buur.md`, 1 keer in `eigen/phases/2-doen/phase.yml`."
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "now", "own"),
    [
        ("Als de buur klaar is.", "Als de buur echt klaar is.", "Als de dorpsgenoot echt klaar is.", 0),
        ("Als de buur klaar is.", "Buur en buren zijn klaar.", "Dorpsgenoot en buren zijn klaar.", 1),
        ("Als de buurman klaar is.", "Als de buur klaar is.", "Als de buur klaar is.", 1),
        ("Als de buurman klaar is.", "Als die buurman klaar is.", "Als die buurman klaar is.", 0),
    ],
)
def test_what_stays_of_a_text_that_is_changed_is_replaced(tmp_path: Path, was: str, becomes: str, now: str, own: int):
    phase = (KLEIN / "phases/2-doen/phase.yml").read_text(encoding="utf-8").replace("Als het klaar is.", was)
    change = f"verandert:\n  - {{veld: ends, was: {was}, wordt: {becomes}}}\n"
    files = {"basis/phases/2-doen/phase.yml": phase, "eigen/phases/2-doen/phase.yml": change}
    book = open_handbook(edition(tmp_path, KLEIN, NEIGHBOUR, files))
    assert book.get("phase", "doen").data.ends.text == now
    assert [(one.was, one.now) for one in book.origin.changes] == [(was, now)]  # as readers are told
    assert len([one for one in book.findings if "eigen teksten" in one.text]) == own


def test_compounds_are_told_once_for_a_word_with_file_and_number(tmp_path: Path):
    text = "Een burenruzie is een ruzie van buren. Nog een burenruzie, en een straat-buur."
    root = edition(tmp_path, KLEIN, NEIGHBOUR, {"basis/docs/met-een-buur.md": PAGE.format(text)})
    found = checks.run(open_handbook(root))
    assert [(one.path, one.line, one.column, one.severity, one.code) for one in found] == [
        ("editie.yml", 5, 11, "warning", "uitgave")
    ]
    assert found[0].text == (
        "Niet vervangen zijn woorden met `buur` erin: `Buurvrouw` (1 keer in `basis/phases/roles/buurvrouw.yml`), "
        "`burenruzie` (2 keer in `basis/docs/met-een-buur.md`), `buurt` (1 keer in `basis/tools/meter.yml`), `straat-buur` (1 keer in `basis/docs/met-een-buur.md`)."
    )


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("De buur.", True), ("Deze oude buur.", True), ("Onze\nbuur.", True), ("Een goede buur.", True), ("Elke buur.", True),
        ("Een buur.", False), ("Een goed buur.", False), ("Naast buur.", False), ("De straat van buur.", False),
    ],
)  # fmt: skip
def test_what_belongs_to_the_old_article_is_pointed_out(tmp_path: Path, text: str, odd: bool):
    root = edition(tmp_path, KLEIN, TO_HET, {"basis/docs/met-een-buur.md": PAGE.format(f"{text}")})
    found = [one.text for one in checks.run(open_handbook(root)) if "hoort" in one.text]
    line = 9 if "\n" in text else 8
    place = f"`basis/docs/met-een-buur.md:{line}`"
    assert found == ([f"Bij `huisdier` hoort `het`, en ervoor staat nog wat bij `buur` hoort: {place}."] if odd else [])


def test_a_word_that_is_not_there_and_one_that_is_no_word(tmp_path: Path):
    root = edition(tmp_path / "a", KLEIN, "woorden:\n  - {van: conciërge, naar: portier}\n")
    assert [one.text for one in checks.run(open_handbook(root))] == ["`conciërge` staat nergens in de basis."]
    root = edition(tmp_path / "b", KLEIN, 'woorden:\n  - {van: buur, naar: "buur: de beste"}\n')
    from handboek.edition.read import Unreadable

    with pytest.raises(Unreadable) as refused:
        open_handbook(root)
    assert [(one.path, one.line) for one in refused.value.findings] == [("editie.yml", 5)]


def test_a_text_that_gets_too_long_is_told_where_the_word_is(tmp_path: Path):
    long = "woorden:\n  - {van: buur, naar: iemand die vlakbij in het dorp woont}\n"
    root = edition(tmp_path, KLEIN, long)
    found = [one for one in checks.run(open_handbook(root)) if one.severity == "error"]
    assert {one.path for one in found} <= {"editie.yml"}
    files = {"basis/docs/met-een-buur.md": PAGE.format("x").replace("Wat je", "Een buur " * 8 + "wat je")}
    root = edition(tmp_path / "b", KLEIN, long, files)
    found = [one for one in checks.run(open_handbook(root)) if one.severity == "error"]
    assert [(one.path, one.line) for one in found] == [("editie.yml", 5)]
    assert found[0].text.startswith(
        "Hierdoor klopt deze bladzijde `met-een-buur` niet meer. De tekst bij `summary` is te lang"
    )
    assert found[0].help == "Verander wat er mis is: `handboek edition change docs/met-een-buur.md`."


def test_places_behind_a_word_hold(tmp_path: Path):
    files = {"basis/docs/met-een-buur.md": PAGE.format("Een buur en [nergens](/weg/).")}
    root = edition(tmp_path, KLEIN, NEIGHBOUR, files)
    found = [(one.path, one.line, one.column) for one in checks.run(open_handbook(root)) if one.code == "link"]
    assert found == [("basis/docs/met-een-buur.md", 8, 23)]


def test_the_handbook_with_another_word(tmp_path: Path, handbook: Handbook):
    from conftest import ROOT

    swap = "woorden:\n  - {van: woonconsulent, naar: wijkconsulent, van_meervoud: woonconsulenten, naar_meervoud: wijkconsulenten}\n"
    book = open_handbook(edition(tmp_path, ROOT, swap))
    assert [one for one in checks.run(book) if one.severity == "error"] == []
    assert book.get("role", "woonconsulent").title == "Wijkconsulent"
    assert book.pieces.keys() == handbook.pieces.keys()
    for piece in book.pieces.values():
        assert piece.sources == handbook.pieces[piece.key].sources
        if piece.kind.practice or piece.kind.cited:
            assert piece.data == handbook.pieces[piece.key].data


def test_a_word_that_stays_for_its_source_is_told_with_where_it_stands(tmp_path: Path):
    text = "Een buur liep mee, [zegt het boekje](/bronnen/boekje/). Vraag een buur. Typ `buur`."
    root = edition(tmp_path, KLEIN, NEIGHBOUR, {"basis/docs/met-een-buur.md": PAGE.format(text)})
    told = [one.text for one in checks.run(open_handbook(root)) if "op een bron rusten" in one.text]
    assert told == ["`buur` blijft staan in zinnen die op een bron rusten: 1 keer in `basis/docs/met-een-buur.md`."]
