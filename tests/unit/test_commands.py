"""What a command is told, how it ends, and what it says where something is not there: without a site or a sheet."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest

from handboek.adapter import engine
from handboek.authoring import printing
from handboek.cli import main
from handboek.project import Project
from handboek.search import table
from handboek.session import Wish
from handboek.sheets.pdf import SheetError


@pytest.fixture(autouse=True)
def here(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The command stands in the folder of the small method."""
    monkeypatch.chdir(project.root)
    return project


def test_a_zip_is_made_of_a_site(here: Project, capsys: pytest.CaptureFixture[str]):
    assert main(["zip"]) == 2
    assert capsys.readouterr().err.startswith("In site/ staat geen website.")
    (here.root / "elders").mkdir()
    (here.root / "elders" / "index.html").write_text("x", encoding="utf-8")
    (here.root / "elders" / "handboek.json").write_text('{"pieces": []}', encoding="utf-8")
    assert main(["zip", "--site", "elders", "--out", "boek.zip"]) == 0
    assert capsys.readouterr().out.startswith("Klaar: 2 bestanden in boek.zip, ")
    assert (here.root / "boek.zip").read_bytes().startswith(b"PK")
    assert main(["zip", "--site", "elders", "--out", "mkdocs.yml"]) == 0  # there is no such file yet
    (here.root / "anders.zip").write_text("van mij", encoding="utf-8")
    assert main(["zip", "--site", "elders", "--out", "anders.zip"]) == 2
    assert (here.root / "anders.zip").read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize(("words", "makes"), [(["sheets"], "sheets"), (["pack", "alles"], "pack")])
def test_a_sheet_that_fails_is_an_error_of_the_content(
    words: list[str], makes: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def fails(*_: Any, **__: Any) -> int:
        raise SheetError("Te vol.")

    monkeypatch.setattr(printing, makes, fails)
    assert main(words) == 1
    assert capsys.readouterr().err == "Te vol.\n"


def test_what_a_pack_is_made_of_and_where_it_comes(monkeypatch: pytest.MonkeyPatch):
    asked: list[tuple[str, dict[str, Any]]] = []

    def pack(_: Any, __: Any, out: Any, **said: Any) -> int:
        asked.append((out.name, said))
        return 0

    monkeypatch.setattr(printing, "pack", pack)
    assert main(["pack", "alles"]) == main(["pack", "alles", "--out", "boek.pdf"]) == 0
    assert main(["pack", "--pieces", "werkbladen/lijstje", "--title", "Mijn map", "--people", "4"]) == 0
    assert [name for name, _ in asked] == ["alles.pdf", "boek.pdf", "werkmap.pdf"]
    first, _, last = (said for _, said in asked)
    assert (first["slug"], list(first["addresses"] or ()), first["wish"]) == ("alles", [], Wish())
    assert (last["slug"], last["addresses"], last["wish"]) == ("", ["werkbladen/lijstje"], Wish(4))
    assert last["title"] == "Mijn map"


def test_a_pack_for_word_holds_files_and_a_book_is_none(here: Project, capsys: pytest.CaptureFixture[str]):
    assert main(["pack", "--pieces", "werkbladen/lijstje", "--als", "word"]) == 0
    assert capsys.readouterr().out.startswith("werkmap.zip: ")
    with zipfile.ZipFile(here.root / "werkmap.zip") as made:
        assert any(name.endswith("lijstje.docx") for name in made.namelist())
    said = "title: Alles\nsummary: Alles.\nchecked: 2026-11-01\npurpose: Lezen.\nwhole: true\n"
    (here.root / "tools" / "packs" / "boek.yml").write_text(said, encoding="utf-8")
    assert main(["pack", "boek", "--als", "word"]) == 2
    assert capsys.readouterr().err.startswith("Het hele handboek is er als PDF.")
    assert not (here.root / "boek.zip").exists()


def test_the_preview_listens_where_it_is_told(here: Project, monkeypatch: pytest.MonkeyPatch):
    asked: list[Any] = []
    monkeypatch.setattr(engine, "serve_site", lambda project, port: asked.append((project.root, port)))
    assert main(["serve"]) == main(["serve", "--port", "8123"]) == 0
    assert asked == [(here.root, 8000), (here.root, 8123)]


def test_queries_of_a_table_and_of_whoever_types_them(here: Project, capsys: pytest.CaptureFixture[str]):
    assert main(["queries", "--table", "weg.yml"]) == 2
    assert "geen tabel met zoekvragen (weg.yml)" in capsys.readouterr().err
    file = here.root / "t.yml"
    file.write_text("queries:\n  - {query: praatje, kind: titel, answers: [guide/praatje]}\n", encoding="utf-8")
    assert main(["queries", "--table", "t.yml"]) == 0
    assert capsys.readouterr().out.startswith("1 van 1 zoekvragen goed")
    file.write_text("queries:\n  - {query: praatje, kind: titel, answers: [guide/weg]}\n", encoding="utf-8")
    assert main(["queries", "--table", "t.yml"]) == 2
    assert capsys.readouterr().err == "t.yml: Er is geen stuk guide/weg.\n"
    file.write_text("queries:\n  - {query: praatje, kind: titel, answers: [source/wijkboek]}\n", encoding="utf-8")
    assert main(["queries", "praatje", "--table", "t.yml"]) == 0
    assert "1. Een praatje" in capsys.readouterr().out


def test_a_search_that_finds_too_little_fails(here: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(table, "enough", lambda *_: False)
    (here.root / "t.yml").write_text("queries: []\n", encoding="utf-8")
    assert main(["queries", "--table", "t.yml"]) == 1
