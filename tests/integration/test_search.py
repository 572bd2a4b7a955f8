"""The search finds what it must find, with the very script that the site uses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from conftest import KLEIN, ROOT, searchable
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.project import Project, open_project
from handboek.search import documents, table

QUERIES = ROOT / "tests" / "search" / "queries.yml"


@pytest.fixture(scope="module")
def engine(handbook: Handbook) -> Iterator[table.Engine]:
    with table.engine(open_project(ROOT), handbook) as engine:
        yield engine


def first(engine: table.Engine, text: str, most: int = 3) -> list[str]:
    return [hit["address"] for hit in engine.find(text, most)]


def test_the_table_of_queries_is_answered(engine: table.Engine, handbook: Handbook):
    queries = table.read(QUERIES, handbook).queries
    assert len(queries) >= 80
    kinds = [query.kind for query in queries]
    for kind in ("several-words", "misspelt", "plural", "compound", "colloquial", "question"):
        assert kinds.count(kind) >= 8, kind
    outcomes = table.run(engine, queries)
    assert table.enough(outcomes), "\n".join(table.told(outcomes))


@pytest.mark.parametrize("name", ["outside", "outside-2"])
def test_what_outsiders_typed_is_answered(engine: table.Engine, handbook: Handbook, name: str):
    """Those that were worked with; one that is kept apart is for a run by hand, and nobody tunes on it."""
    asked = table.read(QUERIES.with_name(f"{name}.yml"), handbook)
    assert len(asked.queries) > 100
    outcomes = table.run(engine, asked.queries)
    assert table.enough(outcomes, asked.goals), "\n".join(table.told(outcomes, asked.goals))
    assert [one.query.text for one in table.answered(outcomes) if not one.found] == []


@pytest.mark.parametrize(
    ("program", "leads"),
    [
        ("excel", "printen/"),
        ("spreadsheet", "printen/"),
        ("docx", "printen/"),
        ("bewerken", "printen/"),
        ("powerpoint", "draaiboeken/"),
        ("dia's", "draaiboeken/"),
        ("huisstijl", "een-eigen-uitgave/"),
    ],
)
def test_who_names_a_program_finds_the_files_for_it(engine: table.Engine, program: str, leads: str):
    assert leads in [address.partition("#")[0] for address in first(engine, program, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("huizen", "huis"),
        ("gesprekken", "gesprek"),
        ("bewonerscommissies", "bewonerscommissie"),
        ("enquête", "enquete"),
        ("DRAAGVLAK", "draagvlak"),
        ("huis-aan-huis", "huis aan huis"),
        ("deur aan deur open", "open deur aan deur"),
        ("kaartje", "kaart"),
    ],
)
def test_forms_of_a_word_find_the_same(engine: table.Engine, one: str, other: str):
    assert first(engine, one, 5) == first(engine, other, 5) != []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("verhuisd", "fasen/renoveren/verhuiswensen/"),
        ("verhuizen", "fasen/renoveren/verhuiswensen/"),
        ("logeer woning", "werkbladen/logeerwoning/"),
        ("logerwonign", "werkbladen/logeerwoning/"),
        ("hoeveel bewoners moeten akkoord zijn", "fasen/renoveren/draagvlak-halen/"),
        ("enquête", "fasen/opbouwen/telefonische-ronde/"),
        ("handtekening", "fasen/renoveren/draagvlak-halen/"),
    ],
)
def test_a_query_leads_to_its_piece(engine: table.Engine, text: str, address: str):
    assert address in first(engine, text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("niet thuis turks", "berichten/niet-thuis/"),
        ("welkom pools", "berichten/welkom/"),
        ("praatkaart tigrinya", "werkbladen/praatkaart/"),
        ("kaartje turks", "berichten/niet-thuis/"),
    ],
)
def test_a_language_leads_to_the_page_that_offers_it(engine: table.Engine, text: str, address: str):
    """Also as long as nobody has read the translation: then it says that, and what it says itself is not found."""
    hit = engine.find(text, 1)[0]
    assert (hit["address"], hit["place"].partition("#")[0]) == (address, address)


def test_what_a_page_says_of_its_languages_stands_at_its_top(engine: table.Engine):
    hit = engine.find("niet thuis turks", 1)[0]
    assert "In een andere taal, in concept: Engels, Turks," in hit["line"]
    assert hit["place"] == hit["address"]


def test_what_a_thing_is_comes_before_where_it_is_mentioned(engine: table.Engine, handbook: Handbook):
    for type_ in ("step", "guide", "worksheet", "message", "script", "role", "example", "page"):
        for piece in handbook.of(type_):
            assert piece.address in first(engine, piece.title), piece.title


def test_pieces_come_before_lists(engine: table.Engine):
    kinds = [hit["kind"] for hit in engine.find("gesprekken", 300)]
    assert "list" in kinds
    assert kinds.index("list") > kinds.index("guide")


def test_nonsense_finds_nothing(engine: table.Engine):
    for text in (
        "qqqqq",
        "",
        "  ",
        "???",
        "xkwqj vlurp",
        "asdfgh",
        "qwerty uiop",
        "zzzzzz zzz",
        "hjkl",
        "wrtzpl kmn",
        "12345678",
    ):
        assert engine.find(text) == [], text


@pytest.mark.parametrize("text", ["schoonmaakdag", "certificering", "wijkontwikkeling"])
def test_a_word_that_nobody_knows_finds_what_begins_as_it_does(engine: table.Engine, text: str):
    assert engine.find(text)


def test_a_piece_is_found_by_what_it_is_called_elsewhere_and_does_not_push_the_rest_out(engine: table.Engine):
    assert first(engine, "bewoner is boos", 1) == ["er-is-iets/#boos"]
    assert len(engine.find("bewoner is boos")) > 2


def test_an_answer_that_lacks_a_part_of_the_index_says_which(engine: table.Engine):
    def found(parts: str, begin: str = "handboekSearch.begin") -> tuple[int, list[str]]:
        engine.context.eval(f"globalThis.other = new HandboekSearch({begin}, {parts});")
        hits, lacking = json.loads(
            str(engine.context.eval("JSON.stringify([other.find('draagvlak').length, other.lacking()])"))
        )
        return hits, lacking

    hits, lacking = found("{}")
    assert hits == 0
    assert lacking
    assert all(name.startswith("words-") for name in lacking)
    assert found("handboekSearch.parts")[1] == []
    assert found("handboekSearch.parts", "{ ...handboekSearch.begin, version: 'later' }")[1] == lacking


def test_every_published_piece_is_a_document_and_no_draft_is(handbook: Handbook):
    found = [document["address"] for document in searchable(handbook)["documents"]]
    assert len(set(found)) == len(found)
    for piece in handbook.pieces.values():
        assert (piece.address in found) == (piece.kind.exported and not (piece.draft or piece.unreviewed)), (
            piece.address
        )


def test_documents_hold_the_text_and_not_the_settings(handbook: Handbook):
    found = searchable(handbook)
    text = json.dumps(found, ensure_ascii=False)
    assert "still_valid" not in text
    assert "{{" not in text
    assert not re.search(r"\{[a-z-]+\}", text)
    assert "](/" not in text
    length = {one["address"]: len(one["text"]) for one in found["documents"]}
    assert all(length[step.address] > 20 for step in handbook.of("step"))


def test_a_word_of_the_glossary_leads_to_its_piece_and_back_it_does_not():
    """The small method calls a rondje a wandelingetje; its step is called after the rondje."""
    handbook = open_handbook(KLEIN)
    with table.engine(Project(KLEIN), handbook) as engine:
        assert first(engine, "wandelingetje", 1) == ["fasen/kijken/rondje-lopen/"]
        assert first(engine, "ommetje", 1) == ["fasen/kijken/rondje-lopen/"]


def test_words_lead_somewhere_where_they_stand_for_others_or_for_what_is_not_there(handbook: Handbook):
    """Words that only belong to a piece are names of it: they lead nowhere else."""
    groups = documents.synonyms(handbook)
    kept = [one.data for one in handbook.of("words")]
    assert len(groups) == len(handbook.of("term")) + sum(bool(one.words or one.absent) for one in kept)
    assert any(one.words and not one.absent for one in kept)


def test_a_table_with_an_answer_that_is_no_piece_is_refused(handbook: Handbook, tmp_path):
    (tmp_path / "t.yml").write_text("queries:\n  - {query: x, kind: plural, answers: [step/bestaat-niet]}\n")
    with pytest.raises(ValueError, match="step/bestaat-niet"):
        table.read(tmp_path / "t.yml", handbook)


BOOKS = [
    "x" * 20_000,
    "abc " * 5_000,
    "bewoner " * 2_500,
    "aanbellen?" * 2_000,
    "je" * 10_000,
    "\u0301" * 20_000,
    "% " * 10_000,
]


@pytest.mark.parametrize("text", BOOKS, ids=lambda text: text[:8])
def test_of_a_long_query_the_first_letters_count(engine: table.Engine, text: str):
    assert first(engine, text, 50) == first(engine, text[:200], 50)
    near = [str(engine.context.eval(f"search.nearest({json.dumps(one)}).join()")) for one in (text, text[:200])]
    assert near[0] == near[1]


def test_all_words_are_gone_through_for_a_few_strange_ones_only(engine: table.Engine):
    engine.context.eval("""
        const near = search.lexicon.near;
        let times = 0;
        search.lexicon.near = function (...all) { times += 1; return near.apply(this, all); };
    """)
    strange = " ".join(f"qx{letter}{other}" for letter in "bcdfgh" for other in "jklmnp")
    engine.find(strange)
    engine.context.eval(f"search.nearest({json.dumps(strange)})")
    assert int(str(engine.context.eval("times"))) <= 9
    engine.context.eval("search.lexicon.near = near")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("70%", "draagvlakmeter/"),
        ("112", "veilig-op-pad/#nummer-alarm"),
        ("hoe lang duurt het", "trajectplanner/"),
        ("bewoner is boos", "er-is-iets/#boos"),
    ],
)
def test_a_tool_a_number_or_a_moment_is_the_first_answer(engine: table.Engine, text: str, address: str):
    assert first(engine, text, 1) == [address]


def test_a_result_leads_to_the_part_of_a_page_that_answers(engine: table.Engine):
    hit = engine.find("mag ik een foto maken van de woning")[0]
    assert hit["place"] == "privacy-bij-het-gesprek/#een-deurnummer-is-ook-een-gegeven"
    assert "geen foto" in hit["line"]
    assert engine.find("privacy bij het gesprek")[0]["place"] == "privacy-bij-het-gesprek/"
    assert engine.find("70%")[0]["place"] == "draagvlakmeter/#invullen"
    assert (
        engine.find("hulpverlener belt niet terug")[0]["place"]
        == "fasen/opbouwen/hulp-die-komt/#wanneer-je-dit-niet-doet"
    )


def test_what_the_handbook_does_not_answer_is_said(engine: table.Engine):
    def absent(text: str) -> list[str]:
        return list(json.loads(str(engine.context.eval(f"JSON.stringify(search.absent({json.dumps(text)}))"))))

    assert absent("wat doet de VvE") == [
        "Over een vereniging van eigenaren en koopwoningen zegt dit handboek niets. Het gaat over huurders en hun verhuurder."
    ]
    assert engine.find("vve")
    assert absent("bewoner is boos") == absent("") == []


def test_what_is_written_by_ear_is_found(engine: table.Engine):
    assert "privacy-bij-het-gesprek/" in first(engine, "privasie")
    assert first(engine, "huilt") == first(engine, "huil") != []


def test_a_word_written_wrong_tells_no_more_than_the_word_itself(engine: table.Engine):
    assert first(engine, "bewonners reageerden niet", 5) == first(engine, "bewoners reageerden niet", 5) != []
    assert first(engine, "reageerd", 5) == first(engine, "reageert", 5) != []


def test_who_asks_as_somebody_who_lives_there_finds_what_is_said_to_them(engine: table.Engine, handbook: Handbook):
    written = {f"{folder}/" for group in handbook.of("words") if group.data.voice for folder in group.data.at}
    assert first(engine, "wanneer komen ze in mijn huis werken", 1)[0] in written
    assert first(engine, "ik niet wil tekenen", 1)[0] in written
    assert first(engine, "bewoner wil niet tekenen", 1)[0] not in written
