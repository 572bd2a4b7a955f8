"""The real handbook as it was built: every piece has its page, every link leads somewhere, the export tells the truth."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from conftest import ROOT, URL, Site, searched
from handboek import moves
from handboek.model.kinds import KINDS
from handboek.site import links, rendered

pytestmark = pytest.mark.slow


def test_each_piece_has_a_page_with_its_title(site: Site):
    assert len(site.export["pieces"]) > 100
    for piece in site.export["pieces"]:
        html = site.html(piece["url"])
        anchor = urlsplit(piece["url"]).fragment
        if anchor:
            assert f'id="{anchor}"' in html, piece["url"]
        text = re.sub(r"<[^>]+>|\s+", " ", html)
        word = max(re.findall(r"\w+", piece["title"]), key=len)
        assert word in text, piece["url"]


OFFICE = dict.fromkeys(("docx", "xlsx", "pptx", "zip"), b"PK")
BEGINS = {"pdf": b"%PDF-", "txt": b"\xef\xbb\xbf", **OFFICE}
"""How a file of each kind begins."""


def test_each_sheet_has_its_pdf(site: Site):
    sheets = {kind.type for kind in KINDS if kind.sheet} | {"pack"}
    for piece in site.export["pieces"]:
        assert (piece["pdf"] is not None) == (piece["type"] in sheets), piece["url"]
        if piece["pdf"]:
            at = piece["url"].rstrip(
                "/"
            )  # a translation stands below its piece, and its paper beside that of its piece
            assert piece["pdf"] == f"{'-'.join(at.rsplit('/', 1)) if 'translation' in piece else at}.pdf"
            assert piece["files"][0]["url"] == piece["pdf"]
            for file in piece["files"]:
                content = (site.folder / file["url"]).read_bytes()
                assert content.startswith(BEGINS[file["url"].rpartition(".")[2]]), file["url"]
                assert len(content) == file["size"]
                assert file["url"].endswith(".pdf") == (file["pages"] >= 1)
            up = "../../" if "translation" in piece else "../"
            assert f'href="{up}{piece["pdf"].rpartition("/")[2]}"' in site.html(piece["url"])


def test_the_export_holds_every_file_of_content(site: Site):
    """A count against the folders: a piece that silently vanishes from the site fails here."""
    for kind in KINDS:
        if kind.many or kind.type == "method" or not kind.exported:
            continue
        files = [file for file in ROOT.glob(kind.files) if "\ninvented: true\n" not in file.read_text(encoding="utf-8")]
        assert len(site.pieces(kind.type)) == len(files), kind.type


def test_every_link_and_anchor_leads_somewhere(site: Site):
    assert list(links.problems(site.folder, rendered.read(site.folder), URL)) == []


def test_nothing_is_asked_of_another_site(site: Site):
    """No script, style, font or picture comes from elsewhere."""
    for page in site.folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for tag in re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*>", text):
            if 'rel="canonical"' in tag:
                continue
            assert not re.search(r'(?:src|href)="(?:https?:)?//', tag), (page.name, tag)
    for style in (site.folder / "assets").glob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert not re.search(r"url\([\"']?(?:https?:)?//|@import", text), style.name


def test_edit_this_page_leads_to_the_file_that_holds_the_piece(site: Site):
    for type_, path in (("guide", "tools/guides/{slug}.yml"), ("lesson", "docs/lessen/{slug}.md")):
        piece = site.pieces(type_)[0]
        wanted = path.format(slug=piece["slug"])
        assert f'href="https://git.test/handboek/edit/main/{wanted}"' in site.html(piece["url"])
    assert "/edit/main/docs/over-deze-methode.md" in site.html("over-deze-methode/")


def test_front_matter_of_lessons_reaches_neither_page_nor_search(site: Site):
    for piece in site.pieces("lesson"):
        assert "still_valid:" not in site.html(piece["url"])
    index = searched(site.folder)
    assert "experience" not in index
    assert "still_valid" not in index


def test_search_knows_every_piece(site: Site):
    found = searched(site.folder)
    read = {
        piece["url"]
        for piece in site.export["pieces"]
        if piece.get("translation", {}).get("state") != "concept"  # nobody is led to what nobody has read
    }
    assert [address for address in read if f'"address":"{address}"' not in found] == []
    assert not (site.folder / "search").exists()


def test_pages_speak_dutch_and_say_what_they_rest_on(site: Site):
    for piece in site.export["pieces"]:
        html = site.html(piece["url"])
        assert '<html lang="nl"' in html
        if piece["type"] in ("guide", "step", "worksheet", "lesson", "example"):
            assert "Waar dit op rust" in html
            assert "Nagelezen op" in html


def test_hand_written_pages_call_pieces(site: Site):
    calling = [page.slug for page in site.handbook.of("page") if page.data.macros]
    assert calling
    for name in calling:
        source = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        assert "{{" in source
        html = site.html(f"{name}/")
        assert "{{" not in html
        assert any(
            part in html
            for part in (
                'class="chip"',
                'class="step-card',
                'class="checklist"',
                'href="tel:',
                '<th scope="col">Uren',
                "Verzonnen voorbeeld:",
            )
        )


def test_the_independence_statement_stands_on_every_page(site: Site):
    statement = site.export["method"]["independence"]
    old = {site.folder / one / "index.html" for one in moves.table(site.handbook) if "#" not in one}
    for page in set(site.folder.rglob("index.html")) - old:
        assert statement.split(".")[0] in page.read_text(encoding="utf-8"), page


def test_no_page_asks_a_browser_to_fetch_another_ahead(small: Site):
    ahead = re.compile(
        r"""<link\b[^>]*\brel=["']?[^"'>]*\b(?:next|prev|prefetch|prerender|preconnect|dns-prefetch)\b"""
    )
    pages = list(small.folder.rglob("*.html"))
    assert len(pages) > 40
    assert [page for page in pages if ahead.search(page.read_text(encoding="utf-8"))] == []
