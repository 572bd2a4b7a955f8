"""Who sees a mistake needs one tap: each page and each sheet opens a mail that says which page it is, and which version."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pikepdf
import pytest

from axe import findings
from conftest import KLEIN, ROOT, URL, Site, served
from handboek.build import build
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.project import EXAMPLE_MAIL, Project
from handboek.render import correction_mail
from handboek.render.renderer import Renderer
from handboek.sheets.pdf import render
from handboek.sheets.sheet import colophon, fragment, html, sheets_of
from handboek.site import allowed, rendered

LINK = re.compile(r'<a [^>]*href="(mailto:[^"]*\?[^"]*)"')
TITLES = [
    "Aan de deur",
    "Koffie & thee? Ja, 100% = goed #1 + meer",
    "Zeg \"dag\" en 'hoi'; <b>niet</b>",
    "Één café in Curaçao: ijsje, ümlaut",
    "Huis 🏠 en gezin 👨‍👩‍👧",
    "Twee\nregels\r\nBcc: iemand@elders.example",
    "🏠" * 200,
    "x" * 5000,
    "",
]


def told(link: str) -> tuple[str, str, list[str]]:
    """What a mail program makes of a link: to whom, the subject and the lines of the mail."""
    parts = urlsplit(link)
    said = parse_qs(parts.query, strict_parsing=True, keep_blank_values=True)
    assert sorted(said) == ["body", "subject"]
    assert all(len(values) == 1 for values in said.values())
    return unquote(parts.path), said["subject"][0], said["body"][0].split("\r\n")


def links(page: str) -> list[str]:
    return [unescape(link) for link in LINK.findall(page)]


def sheet_links(content: Path) -> list[list[tuple[str, str]]]:
    """The mails of each page of a PDF, with what a screen reader says of each."""
    with pikepdf.open(content) as pdf:
        return [
            [
                (str(note.A.URI), str(note.Contents))
                for note in page.get("/Annots", [])
                if "/A" in note and str(note.A.URI).startswith("mailto:")
            ]
            for page in pdf.pages
        ]


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_the_mail_says_what_it_is_about_whatever_the_title_is(title: str):
    link = correction_mail.link(
        "red.actie+boek@example.org", title, f"{URL}gesprekken/x/", "2026-11", "abc1234", people="bewoners"
    )
    to, subject, lines = told(link)
    assert to == "red.actie+boek@example.org"
    start = "Klopt dit niet? "
    assert subject.startswith(start.rstrip())
    whole = " ".join(title.split())
    assert subject == (start + whole).strip() or (subject.endswith("…") and (start + whole).startswith(subject[:-1]))
    assert "Schrijf geen namen of adressen van bewoners in deze mail." in lines
    assert f"Bladzijde: {URL}gesprekken/x/" in lines
    assert "Uitgave november 2026, versie abc1234" in lines
    assert lines[-1] == "Waar op de bladzijde: "
    assert len(link) < 1200  # room for what a script adds
    assert re.fullmatch(r"mailto:[\w.+@-]+\?subject=[\w.~%-]*&body=[\w.~%-]+", link, re.ASCII)


def test_a_title_of_the_longest_kind_is_not_cut():
    title = "Één & ander " * 6
    assert told(correction_mail.link(EXAMPLE_MAIL, title[:70], URL, "2026-11", "abc1234"))[1].endswith(
        title[:70].strip()
    )


def test_each_page_has_one_mail_with_its_own_address_and_version(small: Site):
    pages = sorted(small.folder.rglob("index.html"))
    assert len(pages) > 30
    for file in pages:
        address = file.parent.relative_to(small.folder).as_posix().removeprefix(".")
        address += "/" if address else ""
        found = links(file.read_text(encoding="utf-8"))
        assert len(found) == 1, address
        to, subject, lines = told(found[0])
        piece = small.handbook.at(address)
        version = f", versie {colophon(piece, small.handbook.offered).version}" if piece else ""
        assert to == EXAMPLE_MAIL
        assert f"Bladzijde: {URL}{address}" in lines
        assert f"Uitgave november 2026{version}" in lines, address
        heading = re.search(r"<title>(.*?)( · .*)?</title>", file.read_text(encoding="utf-8"), re.DOTALL)
        assert heading
        assert address == "" or unescape(heading[1]) in subject


def test_each_sheet_that_is_no_letter_has_the_mail_of_its_page_on_its_first_foot(small: Site):
    sheets = [sheet for piece in small.handbook.pieces.values() for sheet in sheets_of(piece)]
    assert {"guide", "worksheet", "script", "message", "translation"} == {sheet.piece.type for sheet in sheets}
    for sheet in sheets:
        mails = [mail for page in sheet_links(small.folder / sheet.url) for mail in page]
        if sheet.piece.type in ("message", "translation"):
            assert mails == [], sheet.url
            continue
        [(link, said)] = mails
        assert links(small.html(sheet.piece.address)) == [link], sheet.url
        assert said.endswith(f"(mailto:{EXAMPLE_MAIL})"), sheet.url


def test_a_poster_in_four_parts_says_it_without_a_link():
    book, project = samples(), Project(KLEIN, URL)
    piece = book.get("worksheet", "poster")
    assert piece
    [whole, parts] = [fragment(sheet, Renderer(book, project.templates), project) for sheet in sheets_of(piece)]
    assert len(links(whole)) == 1
    assert parts.count("Klopt dit niet?") == 4
    assert "mailto:" not in parts


def test_a_pack_says_which_version_of_the_pack_it_is(small: Site):
    mails = [mail for page in sheet_links(small.folder / "werkmappen/alles.pdf") for mail in page]
    *_, (link, _) = mails
    assert f"Bladzijde: {URL}werkmappen/alles/" in told(link)[2]


def test_a_link_of_a_later_foot_is_not_left_without_its_place_in_the_text(small: Site):
    """What is decoration for a screen reader holds no link: each link that there is hangs in the tree of the text."""
    file = small.folder / "gesprekken/praatje.pdf"
    assert [len(page) for page in sheet_links(file)] == [1, 0]
    with pikepdf.open(file) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        places = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                element = places[int(note.StructParent)]
                while "/P" in element and element.S != "/Document":
                    assert any(kid == element for kid in element.P.K if isinstance(kid, pikepdf.Dictionary))
                    element = element.P


def samples() -> Handbook:
    """The small method with a sample of each layout."""
    return assemble({**read(KLEIN), **read(ROOT / "tests/sheets/samples")})


def withdrawn() -> Handbook:
    documents = read(KLEIN)
    path = "tools/worksheets/tabelletje.yml"
    gone = "withdrawn: {date: 2026-11-20, reason: Het nummer van de hulplijn klopte niet.}\n"
    return assemble(with_file(documents, path, (documents[path].text + gone).encode()))


def test_what_was_withdrawn_keeps_its_mail():
    book, project = withdrawn(), Project(KLEIN, URL, mail="boek@gemeente.example")
    piece = book.get("worksheet", "tabelletje")
    assert piece
    for sheet in sheets_of(piece):
        [link] = links(fragment(sheet, Renderer(book, project.templates), project))
        to, subject, _ = told(link)
        assert to == "boek@gemeente.example"
        assert subject == f"Klopt dit niet? Ingetrokken: {piece.title}"


def test_a_sheet_never_grows_by_it():
    """With and without the mail a sheet has as many pages, however long the address of the editors is."""
    book = assemble(read(KLEIN))
    sheets = [sheet for piece in book.of("guide") for sheet in sheets_of(piece)]
    for sheet in sheets:
        counts = set()
        for mail in ("a@b.nl", f"{'redactie.van.het.handboek' * 2}@corporatie.example"):
            project = Project(KLEIN, URL, mail=mail)
            text = html(sheet, Renderer(book, project.templates), project)
            counts.add(render(text, project.templates).pages)
        assert len(counts) == 1, sheet.url


def test_a_page_by_hand_changes_its_version_with_its_text():
    documents, path = read(KLEIN), "docs/over-deze-methode.md"
    before = assemble(documents).get("page", "over-deze-methode")
    text = documents[path].text + "\nEen zin erbij.\n"
    after = assemble(with_file(documents, path, text.encode())).get("page", "over-deze-methode")
    assert before
    assert after
    assert before.hash != after.hash


def test_the_editors_of_this_project_are_no_strangers_and_others_are(tmp_path: Path):
    ours = correction_mail.link(EXAMPLE_MAIL, "Koffie & thee", URL, "2026-11").replace("&", "&amp;")
    other = ours.replace("redactie@", "kwaad@")
    near = ours.replace("handboek.example?", "handboek.example.kwaad.example?")
    (tmp_path / "index.html").write_text("".join(f"<a href='{one}'>x</a>" for one in (ours, other, near)))
    book = assemble(read(KLEIN))
    found = list(allowed.problems(rendered.read(tmp_path), lambda base: (), book, Project(KLEIN, URL)))
    assert len(found) == 2
    assert "kwaad@" in found[0]
    assert all("komt niet uit de inhoud" in one for one in found)


def test_another_address_of_the_editors_reaches_page_and_sheet(project: Project, tmp_path: Path):
    for name in ("worksheets", "scripts", "messages", "languages", "packs"):  # it stands on every sheet; one will do
        shutil.rmtree(project.root / "tools" / name)
    other = Project(project.root, project.url, project.repo, "ons+boek@gemeente.example")
    build(other, tmp_path / "site", check=False)
    [link] = links((tmp_path / "site/gesprekken/praatje/index.html").read_text(encoding="utf-8"))
    [[(on_paper, _)], *_] = sheet_links(tmp_path / "site/gesprekken/praatje.pdf")
    assert link == on_paper
    assert told(link)[0] == "ons+boek@gemeente.example"


@pytest.fixture(scope="module")
def place(small: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small method as served in a folder of a domain."""
    with served(small, tmp_path_factory.mktemp("domein")) as (url, _):
        yield url


OPEN = """() => {
    const link = document.querySelector('[data-wrong]');
    link.addEventListener('click', (event) => { event.preventDefault(); link.dataset.went = link.href; });
}"""
SELECT = "words => getSelection().selectAllChildren([...document.querySelectorAll(words)].at(-1))"


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_selected_goes_along(browser: Any, place: str, scheme: str):
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{place}gesprekken/praatje/")
    page.evaluate(OPEN)
    link = page.locator("[data-wrong]")
    assert link.bounding_box()["height"] >= 44
    link.click()
    assert told(link.get_attribute("data-went"))[2][-1] == "Waar op de bladzijde: "

    page.evaluate(SELECT, ".question")
    page.locator("[data-wrong].near").wait_for()
    box = link.bounding_box()
    assert box["height"] >= 44
    assert 0 < box["y"] < 800 - 44
    assert findings(page) == []
    link.click()
    assert told(link.get_attribute("data-went"))[2][-1] == (
        'Waar op de bladzijde: De vragen, bij: "Hoe gaat het met zeven?"'
    )

    page.evaluate("document.querySelector('.question').textContent = '👨‍👩‍👧 & “zó” '.repeat(400)")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.question'))")
    link.click()
    went = link.get_attribute("data-went")
    assert 1700 < len(went) <= correction_mail.LIMIT
    assert "zó" in told(went)[2][-1]
    context.close()


@pytest.mark.slow
def test_without_a_script_the_link_is_there_and_on_paper_it_is_not(browser: Any, place: str):
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{place}over-deze-methode/")
    link = page.get_by_role("link", name="Klopt dit niet?")
    assert link.is_visible()
    assert told(link.get_attribute("href"))[0] == EXAMPLE_MAIL
    assert not page.get_by_text("Selecteer eerst de zin").is_visible()
    page.emulate_media(media="print")
    assert not link.is_visible()
    context.close()


@pytest.mark.slow
def test_what_somebody_types_goes_into_no_mail(browser: Any, place: str):
    """Only text of the page is quoted: not what stands in a field, and not the words of the link itself."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{place}lessen/toevoegen/")
    field = page.locator("input[type=text]:visible").first
    field.fill("Mevrouw Bakker van nummer 12 belde 06-12345678")
    field.press("Control+a")
    page.wait_for_timeout(100)
    assert page.locator("[data-wrong].near").count() == 0
    page.locator("[data-wrong]").evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    page.locator("[data-wrong]").dispatch_event("click")
    assert "Bakker" not in page.locator("[data-wrong]").get_attribute("href")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    page.wait_for_timeout(100)
    assert page.locator("[data-wrong].near").count() == 0
    context.close()
