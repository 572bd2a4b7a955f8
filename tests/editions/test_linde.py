"""The example edition uses all that an edition can do, in few lines, and is a handbook like its base."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from laid import FOLDER, WHERE, laid

from conftest import ROOT, URL, Site, built_once
from handboek import adapted, checks
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.model.edition import Edition
from handboek.resources import EDITION

sys.path.append(str(ROOT / "tests" / "integration"))
import test_site as whole

OWN = FOLDER / "linde"
MOST = 60
"""The most lines that the example may have of its own."""
CARD, CHANGED, LETTER = "berichten/sleutelkaartje", "gesprekken/deur-tot-deur", "berichten/aankondiging"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid(OWN, ROOT, tmp_path_factory.mktemp("uitgave") / "linde")


@pytest.fixture(scope="module")
def book(root: Path) -> Handbook:
    return open_handbook(root)


@pytest.fixture(scope="module")
def linde(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built_once(root, root.name, tmp_path_factory)


@pytest.fixture(scope="module")
def edition(book: Handbook) -> Edition:
    assert book.origin
    return book.origin.edition


def pdf(site: Site, name: str) -> str:
    """The words of a PDF of the site, on one line."""
    pages = pypdfium2.PdfDocument(site.folder / name)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_it_uses_each_possibility_in_few_lines(book: Handbook, edition: Edition):
    files = [OWN / "editie.yml", *(path for path in (OWN / "eigen").rglob("*") if path.is_file())]
    said = "".join(path.read_text(encoding="utf-8") for path in files)
    assert said.count("\n") <= MOST
    assert "verzonnen" in said
    assert [name for name in Edition.model_fields if not getattr(edition, name)] == []
    assert edition.left_out.kinds and edition.left_out.phases and edition.left_out.pieces
    assert all(word in said for word in ("bron: blijft", "erna:", "weg: ja", "wordt:"))
    assert book.origin and book.origin.own


def test_the_check_has_nothing_to_say(book: Handbook):
    assert [finding for finding in checks.run(book) if finding.severity == "error"] == []


def test_the_example_on_the_page_about_editions_passes_the_check(tmp_path: Path):
    """Who copies it has an edition that the check has nothing against."""
    page = (ROOT / "docs" / "een-eigen-uitgave.md").read_text(encoding="utf-8")
    blocks = {block.split(":")[0].strip(): block.strip() + "\n" for block in page.split("```")[1::2]}
    named = re.findall(r"`(eigen/[a-z0-9/-]+[.]yml)`", page)
    own = tmp_path / "eigen-uitgave"
    for path, block in {EDITION: "naam", named[0]: "title", named[1]: "verandert"}.items():
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_text(blocks[block], encoding="utf-8")
    shutil.copyfile(OWN / "logo.svg", own / "logo.svg")
    book = open_handbook(laid(own, ROOT, tmp_path / "gelegd"))
    found = checks.run(book)
    assert [one for one in found if one.severity == "error" or one.path.startswith("eigen/")] == []
    assert "sleutellijst" in book.get("step", "door-de-werkzaamheden").data.worksheets


@pytest.mark.hard
@pytest.mark.parametrize(
    "holds",
    [
        whole.test_each_piece_has_a_page_with_its_title,
        whole.test_each_sheet_has_its_pdf,
        whole.test_every_link_and_anchor_leads_somewhere,
        whole.test_nothing_is_asked_of_another_site,
        whole.test_search_knows_every_piece,
        whole.test_pages_speak_dutch_and_say_what_they_rest_on,
        whole.test_the_independence_statement_stands_on_every_page,
    ],
)
def test_what_holds_for_the_base_holds_for_it(linde: Site, holds: Callable[[Site], None]):
    holds(linde)


@pytest.mark.hard
def test_all_of_it_can_be_kept_for_offline(linde: Site):
    there = {file.relative_to(linde.folder).as_posix() for file in linde.folder.rglob("*") if file.is_file()}
    listed = (linde.folder / "sw.js").read_text(encoding="utf-8")
    for page in ("aanpassingen/", "contact/", f"{CARD}/", f"{CARD}.pdf", "assets/logo.svg"):
        assert page in listed, page
        assert (f"{page}index.html" if page.endswith("/") else page) in there


@pytest.mark.hard
def test_a_reader_sees_what_is_its_own(linde: Site):
    said = "Aangepast door De Linde (verzonnen)"
    html = linde.html(f"{CHANGED}/")
    assert said in html
    assert html.count("data-own-words") == 2
    assert 'href="../../aanpassingen/#gesprekken-deur-tot-deur"' in html
    assert "Een eigen stuk van De Linde (verzonnen)" in linde.html(f"{CARD}/")
    assert said not in linde.html("gesprekken/open-agenda/")
    assert said.lower() in pdf(linde, f"{CHANGED}.pdf").lower()
    assert "een eigen blad van De Linde" in pdf(linde, f"{CARD}-vooraf.pdf")  # the card itself has nothing of ours
    assert said.lower() not in pdf(linde, "gesprekken/open-agenda.pdf").lower()


@pytest.mark.hard
def test_its_page_of_changes_sets_the_texts_beside_each_other(linde: Site):
    html = linde.html(f"{adapted.PAGE}/")
    for text in (
        "Begin niet over de plannen voor de renovatie. In Overvecht deed de corporatie dat later zelf.",
        "Begin niet over de plannen. Die vertelt de corporatie later zelf, zoals in Overvecht.",
        "Zet geen voet op de drempel.",
        "Vul geen formulier in terwijl je praat.",
        "Kaartje bij een geleende sleutel",
        "De basis, uitgave november 2026",
        f'href="{WHERE}{CHANGED}/"',
    ):
        assert text in html, text


@pytest.mark.hard
def test_the_export_says_it_too(linde: Site):
    told = {piece["url"]: piece["adapted"] for piece in linde.export["pieces"]}
    assert linde.export["edition"]["base"]["url"] == WHERE
    assert [one["now"] for one in told[f"{CHANGED}/"]["changes"]][-1] == ""
    assert told[f"{CARD}/"] == {"by": "De Linde (verzonnen)", "own": True, "changes": []}
    assert told["gesprekken/open-agenda/"] == {"by": None, "own": False, "changes": []}


@pytest.mark.hard
def test_paper_carries_its_name_and_numbers(linde: Site, edition: Edition):
    letter, card = pdf(linde, f"{LETTER}.pdf"), pdf(linde, f"{CARD}.pdf")
    for text in (edition.phone, edition.organisation, edition.hours):
        assert str(text) in letter
    assert "(organisatie)" not in letter
    assert "085 000 00 01" in card, "a contact is known by its function"
    assert edition.name in pdf(linde, "werkbladen/toezeggingen.pdf")


@pytest.mark.hard
def test_no_name_or_address_of_the_base_stands_where_its_own_should(linde: Site, handbook: Handbook, edition: Edition):
    theirs = handbook.method.name
    for page in linde.folder.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in html:  # an old address: it leads on and says nothing
            continue
        head = re.search(r'(?s)<header class="md-header.*?</header>', html)
        title = re.search(r"<title>(.*?)</title>", html)
        assert head and title, page
        assert theirs not in head[0], page
        assert title[1].rpartition(" · ")[2] == edition.name, page
        assert "redactie@handboek.example" not in html, page
        assert "git.test" not in html, page
        if page.parent.name != adapted.PAGE:
            assert WHERE not in html, page
    assert f'<meta property="og:title" content="{edition.name}">' in linde.html("")
    manifest = json.loads((linde.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["short_name"], manifest["theme_color"]) == (
        edition.name,
        edition.short,
        edition.colour,
    )
    feed = (linde.folder / "lessen.xml").read_text(encoding="utf-8")
    assert theirs not in feed.partition("<entry>")[0]
    assert URL in feed
    assert edition.name in (linde.folder / "404.html").read_text(encoding="utf-8")
    for name in (f"{CHANGED}.pdf", f"{LETTER}.pdf", "werkmappen/week-1.pdf"):
        told = pypdfium2.PdfDocument(linde.folder / name).get_metadata_dict()
        assert theirs not in f"{told['Title']}{told['Author']}", name
    assert f"mailto:{edition.mail}" in linde.html(f"{CHANGED}/")
    assert edition.mail and edition.mail in pdf(linde, f"{CHANGED}.pdf")
