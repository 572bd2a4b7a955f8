"""Files for Word: every word of a piece in order and once, real styles, and what somebody fills in with its name."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import pickle
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Twips

import word_read as read
from conftest import KLEIN, ROOT, URL
from handboek import house_style, pack, store
from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.office import pictures, zipped
from handboek.office.flowing import Control, Paragraph, Said, Table, Text
from handboek.office.walk import blocks
from handboek.office.word import source as word
from handboek.office.word import writing
from handboek.office.word.styles import styles
from handboek.office.zipped import Zipped
from handboek.project import Project
from handboek.render.renderer import File, Renderer
from handboek.sheets.sheet import Sheet
from handboek.sheets.volume import Reading, needs

PIECES = ("groet", "briefje", "praatje", "lijstje", "tabelletje", "ochtend", "groet-ar")
Made = dict[str, tuple[word.Word, bytes]]


def by_name(book: Handbook, name: str) -> Piece:
    return next(one for one in book.pieces.values() if called(one) == name and word.has(one))


def called(piece: Piece) -> str:
    return f"{piece.of.slug}-{piece.data.language}" if piece.of else piece.slug


@pytest.fixture(scope="module")
def bench() -> tuple[Renderer, Project]:
    project = Project(KLEIN, URL)
    return Renderer(open_handbook(KLEIN), project.templates, {}, URL), project


@pytest.fixture(scope="module")
def made(bench: tuple[Renderer, Project]) -> Made:
    """A few files of the small method: each kind of piece, and a letter that runs from right to left."""
    renderer, project = bench
    sources = {name: word.source(by_name(renderer.handbook, name), renderer, project) for name in PIECES}
    return {name: (source, source.make()) for name, source in sources.items()}


def faithful(source: word.Word, content: bytes) -> None:
    document = read.opened(content)
    assert read.words(read.said(document)) == read.words(read.of_html(source.html))
    fields = re.findall(r'<(?:input|textarea)(?! class="field cell")[^>]*name="([^"]+)"', source.html)
    lines = source.html.count('class="line"')
    names = [tag for _, tag in read.controls(document)]
    assert len(names) == len(fields) + lines
    assert {name[: read.LONGEST] for name in fields} <= set(names)
    assert read.problems(content) == []


@pytest.mark.parametrize("name", PIECES)
def test_every_word_is_there_in_order_and_once_and_a_checker_finds_nothing(made: Made, name: str):
    faithful(*made[name])


@pytest.mark.parametrize(
    ("break_it", "found"),
    [
        (("<w:tblHeader/>", ""), "table without head"),
        (('<w:t xml:space="preserve">Tabelletje</w:t>', ""), "empty paragraph"),
        (('w:val="Heading1"', 'w:val="Heading3"'), "heading 3 after 0"),
    ],
)
def test_a_checker_finds_what_is_wrong(made: Made, break_it: tuple[str, str], found: str):
    content = made["tabelletje"][1]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.namelist():
            text = before.read(one)
            assert one != "word/document.xml" or break_it[0].encode() in text
            after.writestr(
                one, text.replace(*(part.encode() for part in break_it)) if one == "word/document.xml" else text
            )
    assert found in read.problems(out.getvalue())


def test_headings_lists_and_heads_are_real(made: Made):
    source, content = made["praatje"]
    levels = [int(level) for level in re.findall(r"<h(\d)", source.html)]
    assert [level for level, _ in read.headings(read.opened(content))] == levels
    document = read.opened(content)
    styles = {style.style_id: style.name for style in document.styles}
    names = [styles[one.get(qn("w:val"))] for one in document.element.body.iter(qn("w:pStyle"))]
    bullets = len(re.findall("<li>", source.html))
    assert names.count("List Bullet") + names.count("Afvinklijst") == bullets > 5
    table = read.opened(made["ochtend"][1]).tables[0]
    assert table.style.name == "Table Grid"
    assert len(table.rows) > 2
    assert sum(bool(list(row._tr.iter(qn("w:tblHeader")))) for row in table.rows) == 1


def test_a_style_stands_as_far_in_as_it_says():
    """Who sends a letter stands right of the middle, whatever the paper; a box leaves room for its line."""
    found = {
        name: re.search(r'<w:ind w:left="(\d+)" w:right="(\d+)" w:hanging="(\d+)"/>', xml)
        for name, xml in styles(11, 160, "#336699").items()
    }
    sides = {name: tuple(round(Twips(int(side)).mm) for side in one.groups()) for name, one in found.items() if one}
    assert sides["Afzender"] == (80, 0, 0)
    assert sides["List Bullet"] == (6, 0, 6)
    assert sides["List Continue"] == (6, 0, 0)
    assert sides["Doel"] == (2, 2, 0)
    assert "Body Text" not in sides


def test_what_it_says_of_itself(made: Made):
    for name, language in (("groet", "nl"), ("groet-ar", "ar")):
        source, content = made[name]
        core = read.opened(content).core_properties
        assert (core.title, core.author, core.last_modified_by, core.language) == (source.title, "", "", language)
        assert core.created.date().isoformat() == source.day
    names = zipfile.ZipFile(io.BytesIO(made["groet"][1])).namelist()
    assert not any("thumbnail" in one or "app.xml" in one for one in names)
    assert len(made["groet"][1]) < 30_000


def test_from_right_to_left(made: Made):
    body = read.opened(made["groet-ar"][1]).element.body
    arabic = [run for run in body.iter(qn("w:r")) if re.search("[\u0600-\u06ff]", "".join(run.itertext()))]
    assert len(arabic) > 5
    for run in arabic:
        assert run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
        assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:bidi")) == "ar-SA"
        paragraph = next(up for up in run.iterancestors() if up.tag == qn("w:p"))
        assert paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    assert "Concept van een vertaling" in "".join(body.itertext())


def test_two_languages_in_one_letter_have_a_page_each(handbook: Handbook):
    """The Dutch asks in Dutch, the other side runs to the left, and what closes each is held to its own text."""
    project = Project(ROOT, URL)
    both = Sheet(by_name(handbook, "aankondiging-ar"), word.WITH_DUTCH)
    source = word.source_of(both, Renderer(handbook, project.templates, {}, URL), project)
    content = source.make()
    faithful(source, content)
    lines = [one for one in read.opened(content).element.body.findall(qn("w:p")) if "".join(one.itertext()).strip()]
    (begins,) = [
        number for number, one in enumerate(lines) if one.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    ]
    arabic = re.compile("[\u0600-\u06ff]")
    front = [one for one in lines[:begins] if one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is None]
    assert not arabic.search("".join(word for one in front for word in one.itertext()))
    assert begins - len(front) == 1, "only that it stands on the other side too"
    for one in lines[begins + 1 :]:
        assert one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    held = [one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in lines]
    signed = [number for number, one in enumerate(lines) if one.pPr.pStyle.get(qn("w:val")) == "Ondertekening"]
    assert len(signed) == 2
    assert not held[begins - 1]
    assert not any(held[begins : signed[1] - 2])


def test_an_address_keeps_its_order_among_letters_that_run_to_the_left():
    ink = writing.Ink(lambda name: name, lambda address: address, lambda one: "", 9_000)
    right, left = Text("مرحبا ", Said(lang="ar", rtl=True)), Text("handboek.test/ar/", Said())
    made = writing.paragraph(Paragraph("p", (right, left), rtl=True), ink)
    assert ">\u200ehandboek.test/ar/\u200e<" in made
    assert ">مرحبا <" in made
    assert "\u200e" not in writing.paragraph(Paragraph("p", (left,)), ink)
    assert ">\u200fمرحبا \u200f<" in writing.paragraph(Paragraph("p", (left, right)), ink)


def test_dutch_between_brackets_stays_one_where_letters_run_to_the_left():
    """Else a line that ends inside it leaves its brackets at the wrong side of its words."""
    ink = writing.Ink(lambda name: name, lambda address: address, lambda one: "", 9_000)
    said = Said(lang="ar", rtl=True)
    body = (Text("منظمة (de bond) و(كلمة) ", said), Control("naam", "الاسم (naam van de straat)", said))
    made = writing.paragraph(Paragraph("p", body, rtl=True), ink)
    assert ">منظمة \u200e(de bond)\u200e و(كلمة) <" in made
    assert ">[الاسم \u200e(naam van de straat)\u200e]<" in made
    assert 'w:alias w:val="الاسم (naam van de straat)"' in made


def test_a_signature_takes_text_along_to_its_page_and_a_letter_to_edit_leads_nowhere_of_ours(handbook: Handbook):
    project = Project(ROOT, URL)
    source = word.source(by_name(handbook, "aankondiging-uk"), Renderer(handbook, project.templates, {}, URL), project)
    body = read.opened(source.make()).element.body
    lines = [one for one in body.findall(qn("w:p")) if "".join(one.itertext()).strip()]
    held = [one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in lines]
    (ends,) = [number for number, one in enumerate(lines) if one.pPr.pStyle.get(qn("w:val")) == "Ondertekening"]
    assert held[ends - 2 :] == [*[True] * (len(lines) - ends + 1), False]
    assert not held[ends - 3]
    assert not list(body.iter(qn("w:drawing"))) and "handboek.test" not in "".join(body.itertext())


def test_a_concept_says_so_above_each_page(made: Made):
    document = read.opened(made["groet-ar"][1])
    assert "Vertaling in concept · " in "".join(document.sections[0].header._element.itertext())
    assert "Vertaling in concept · " not in "".join(document.element.body.itertext())


def test_a_list_in_a_list_stands_deeper_and_counts_for_itself():
    html = (
        "<ol><li>een<ul><li>punt</li></ul>en nog</li><li>twee<ol><li>apart</li></ol></li></ol>"
        "<ul><li><p>los</p><p>verder</p></li></ul>"
    )
    rows = [(one.role, "".join(text.text for text in one.inside), one.level, one.numbered) for one in blocks(html, 170)]
    assert rows == [
        ("numbered", "een", 0, 1),
        ("bullet", "punt", 1, 0),
        ("more", "en nog", 0, 0),
        ("numbered", "twee", 0, 1),
        ("numbered", "apart", 1, 2),
        ("bullet", "los", 0, 0),
        ("more", "verder", 0, 0),
    ]


def test_what_is_open_shows_on_paper_and_particulars_stand_apart():
    html = (
        '<p>Beste <input class="field" name="naam" title="naam van de bewoner">,</p><p class="particulars"><span>Datum: '
        '<input class="field" name="datum" title="Datum"></span> <span>Ons kenmerk: <input class="field" name="k" title="Ons kenmerk"></span></p>'
    )
    ink = writing.Ink(lambda name: name, lambda address: address, lambda one: "", 9_000)
    made = writing.written(blocks(html, 170), ink)
    assert re.findall(r">(\[[^<]*)<", made) == ["[naam van de bewoner]", "[typ hier]", "[typ hier]"]
    assert made.count("<w:tab/>") == 1
    assert made.index('w:val="datum"') < made.index("<w:tab/>") < made.index("Ons kenmerk: ")


def test_an_answer_to_cross_is_a_box_and_the_clock_of_a_script_has_a_line_for_each():
    html = (
        '<p class="head-left"><span class="door">1</span> Fase 1</p><table><tr><th>Punt</th><th>Ja</th></tr><tr><th>'
        '<span>9:30</span> <span class="clock-more">10 min</span></th><td><input type="radio" name="a" title="Punt: ja"></td></tr>'
        '<tr><td><p class="clock-what">Kennismaken</p></td><td></td></tr></table>'
    )
    head, table = blocks(html, 170)
    assert isinstance(head, Paragraph) and isinstance(table, Table)
    assert [part.text for part in head.inside if isinstance(part, Text)] == ["Fase 1"]
    (clock, box), (what, _) = (row.cells for row in table.rows[1:])
    told = [(one.text, one.said.bold) for line in clock.inside for one in line.inside if isinstance(one, Text)]
    assert told == [("9:30", True), ("10 min", False)]
    assert [isinstance(one, Control) and one.tick for line in box.inside for one in line.inside] == [True]
    assert [one.said.bold for line in what.inside for one in line.inside if isinstance(one, Text)] == [True]


def test_what_asks_stays_on_the_page_of_its_answer():
    html = (
        '<p>Handtekening</p><div class="line"></div><div class="line"></div><p>Los</p><p class="choices">'
        '<span><input type="checkbox" name="a" title="ja"> ja</span><span><input type="checkbox" name="b" title="nee"> nee</span></p>'
    )
    ink = writing.Ink(lambda name: name, lambda address: address, lambda one: "", 9_000)
    made = writing.written(blocks(html, 170), ink).split("</w:p>")[:-1]
    assert ["<w:keepNext/>" in one for one in made] == [True, True, False, False, True, False]


def test_a_column_is_as_wide_as_its_longest_word():
    html = (
        '<table><colgroup><col style="width:10%"><col></colgroup><tr><th>Op tafel</th><th>Wat</th></tr>'
        "<tr><td>Samenwerkingsafspraken, twee</td><td>kort</td></tr></table>"
    )
    ink = writing.Ink(lambda name: name, lambda address: address, lambda one: "", 9_000)
    first, second = map(int, re.findall(r'<w:gridCol w:w="(\d+)"', writing.written(blocks(html, 170), ink)))
    assert first + second == 9_000
    assert 2_200 < first < 2_700, "the word, and the room beside it"
    wide = html.replace("Samenwerkingsafspraken", "a" * 200)
    assert '<w:gridCol w:w="900"/>' in writing.written(blocks(wide, 170), ink), (
        "a word that fits nowhere changes nothing"
    )


def test_a_pack_as_one_file_names_each_file_once(bench: tuple[Renderer, Project]):
    renderer, project = bench
    asked = pack.put_together(renderer.handbook, "Map", ["berichten/groet/", "werkbladen/lijstje/"], None)
    made = Zipped(store.pack_of(renderer, asked))
    files = zipped.needs(made)
    packed = zipped.made_of(made, {one.url: one.url for one in files}, project.root)
    assert [called for called, _ in packed.parts] == ["01-groet-vooraf.pdf", "02-groet.docx", "03-lijstje.docx"]
    assert "In deze map: 3 stukken, in 3 bestanden: 2 voor Word en 1 PDF." in packed.note
    assert "1. Lees dit eerst: Groet\r\n   PDF: 01-groet-vooraf.pdf\r\n" in packed.note


def test_a_pack_as_one_file_holds_all_that_is_in_it_on_paper(handbook: Handbook):
    """What can be worked on as such, else as PDF, and the card for in a pocket of each guide: for each pack, in its order."""
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates, {}, URL)
    seen = Counter[str]()
    for piece in handbook.of("pack"):
        if piece.data.whole:
            continue
        volume = store.pack_of(renderer, piece.data, piece)
        made = Zipped(volume)
        packed = zipped.made_of(made, {one.url: one.url for one in zipped.needs(made)}, project.root)
        rows = re.findall(r"(?m)^\d+\. (.+?)(?: \(\d+ keer\))?\r\n   (PDF|Word|Excel|PowerPoint): ", packed.note)
        planned = [("Wie doet wat, op welke dag", "Word")] if piece.data.days else []
        assert rows[: len(planned)] == planned
        seen["planned"] += len(planned)
        assert f"In deze map: {len(rows)} stukken, in {zipped.counted(made)}." in packed.note
        rows = rows[len(planned) :]
        assert [title for title, _ in rows] == [plain(part.title) for part in volume.parts]
        urls = [url for _, url in packed.parts]
        assert len(dict(packed.parts)) == len(set(urls)) == len(urls)
        for (_, how), part, paper in zip(rows, volume.parts, needs(volume), strict=True):
            assert how != "PDF" or paper.url in urls, part.title
            seen[how] += 1
            seen["only read"] += isinstance(paper, Reading)
            if part.piece and part.piece.type == "guide":
                assert f"{part.piece.address.rstrip('/')}-zak.pdf" in urls
                seen["pocket"] += 1
        named = re.findall(r"(?m)^   (PDF|Word|Excel|PowerPoint): (.+?)\r$", packed.note)
        assert [called for _, called in named] == [called for called, _ in packed.parts]
        files, *kinds = map(int, re.findall(r"\d+", zipped.counted(made)))
        assert files == sum(kinds) == len(named), "the count that is said is that of what is in it"
    assert seen["planned"] == sum(bool(piece.data.days) for piece in handbook.of("pack")) > 0
    assert min(seen[how] for how in ("PDF", "Word", "only read", "pocket")) > 10


def test_paper_and_theme_are_those_of_the_sheet(made: Made):
    source, content = made["briefje"]
    section = read.opened(content).sections[0]
    wide = {"A4": 210, "A5": 148, "A6": 105}[source.paper]
    assert round(section.page_width.mm) == wide
    theme = zipfile.ZipFile(io.BytesIO(content)).read("word/theme/theme1.xml").decode()
    assert source.colour[1:].upper() in theme


def test_the_same_gives_the_same_bytes(made: Made, tmp_path: Path):
    """In another process, folder and time zone, with another seed."""
    (tmp_path / "source").write_bytes(pickle.dumps([source for source, _ in made.values()]))
    code = (
        "import hashlib, pickle, pathlib\n"
        "for one in pickle.loads(pathlib.Path('source').read_bytes()): print(hashlib.sha256(one.make()).hexdigest())"
    )
    env = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, check=True, capture_output=True, text=True
    )
    assert said.stdout.split() == [hashlib.sha256(content).hexdigest() for _, content in made.values()]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house style as a Dutch Word saves it, with a head of its own and what somebody once wrote in it."""
    document = docx.Document()
    for style in document.styles:
        if re.fullmatch(r"Heading\d", style.style_id):
            style.element.set(qn("w:styleId"), f"Kop{style.style_id[-1]}")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Stichting De Eik"
    section.different_first_page_header_footer = True
    drawn = pictures.png('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1H0z"/></svg>', 40)
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(drawn), width=Mm(40))
    section.first_page_footer.paragraphs[0].text = "Eikenlaan 1, Ergens"
    document.styles["Normal"].paragraph_format.space_after = Mm(0)
    document.add_paragraph("Dit stond er al")
    document.core_properties.author = "Iemand Anders"
    path = tmp_path_factory.mktemp("huis") / "huisstijl.docx"
    document.save(str(path))
    return path


def test_a_house_style_is_laid_over_it(made: Made, house: Path):
    for name in ("groet", "briefje", "lijstje", "ochtend"):
        source = dataclasses.replace(made[name][0], template=house_style.read(house))
        content = source.make()
        document = read.opened(content)
        text = "".join(document.element.body.itertext())
        assert "Dit stond er al" not in text
        parts = zipfile.ZipFile(io.BytesIO(content))
        assert not any(b"Iemand Anders" in parts.read(one) for one in parts.namelist())
        section = document.sections[0]
        assert section.header.paragraphs[0].text == "Stichting De Eik"
        assert section.different_first_page_header_footer
        assert list(section.first_page_header._element.iter(qn("w:drawing")))
        assert section.first_page_footer.paragraphs[0].text == "Eikenlaan 1, Ergens"
        assert round(document.sections[0].page_width.mm) in (210, 216 if source.paper == "A4" else 105, 148)
        own = read.words(read.of_html(source.html))
        assert sorted(read.words(read._text(document.element.body))) == sorted(own)
        ids = {style.style_id for style in document.styles}
        used = {
            one.get(qn("w:val")) for one in document.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
        }
        assert used <= ids
        if re.search("<h1", source.html):
            assert "Kop1" in used
        assert name != "groet" or "BodyText" in used
        assert document.styles["Body Text"].paragraph_format.space_after > Mm(1)
        assert len(ids) == len(list(document.styles))  # none stands there twice


def packed(path: Path, house: Path, change: Any) -> Path:
    with zipfile.ZipFile(house) as before, zipfile.ZipFile(path, "w") as after:
        for one in before.namelist():
            after.writestr(one, change(one, before.read(one)))
    return path


ELSEWHERE = b'<Relationship Id="rId99" Type="http://x/image" Target="https://elders.example/a.png" TargetMode="External"/></Relationships>'


def test_what_is_no_house_style_is_refused(house: Path, tmp_path: Path):
    (tmp_path / "brief.docx").write_bytes(b"geen zip")
    (tmp_path / "brief.doc").write_bytes(b"")
    cases = {
        "is geen Word-bestand, of het is beschadigd": tmp_path / "brief.docx",
        "is geen Word-bestand (.docx)": tmp_path / "brief.doc",
        "haalt een plaatje": packed(
            tmp_path / "a.docx",
            house,
            lambda name, text: (
                text.replace(b"</Relationships>", ELSEWHERE) if name == "word/_rels/document.xml.rels" else text
            ),
        ),
        "is geen gewoon Word-document": packed(
            tmp_path / "b.docx", house, lambda name, text: text.replace(b"document.main+xml", b"template.main+xml")
        ),
    }
    for what, path in cases.items():
        with pytest.raises(house_style.Unfit) as caught:
            house_style.read(path)
        assert what in str(caught.value)


def test_which_pieces_have_one_and_why_others_have_none(bench: tuple[Renderer, Project]):
    renderer, _ = bench
    for piece in renderer.handbook.pieces.values():
        sheet = getattr((piece.of or piece).data, "sheet", None)
        if piece.type == "worksheet" and not word.has(piece):
            assert sheet is not None
            assert sheet.fixed
        if piece.type in ("message", "guide", "script"):
            assert word.has(piece)


def test_a_page_offers_it_with_its_size_or_says_why_not(bench: tuple[Renderer, Project], handbook: Handbook):
    renderer, _ = bench
    piece = by_name(renderer.handbook, "lijstje")
    files = (
        File("blad", "werkbladen/lijstje.pdf", 2, 12_000, "A4"),
        File("word", "werkbladen/lijstje.docx", 0, 8_642, ""),
    )
    html = dataclasses.replace(renderer, files={piece.key: files}).page(piece).html
    assert '<li><a href="/werkbladen/lijstje.docx">Word</a> <span>9 kB</span></li>' in html
    assert "A4, 2 bladzijden, 12 kB" in html
    assert "geen Word-bestand" not in html
    fixed = next(one for one in handbook.of("worksheet") if one.data.sheet.fixed)
    files = (File("blad", "werkbladen/x.pdf", 2, 12_000, "A4"),)
    html = Renderer(handbook, renderer.templates, {fixed.key: files}, URL).page(fixed).html
    assert f"Er is geen Word-bestand van dit blad: {fixed.data.sheet.fixed}." in html


@pytest.mark.hard
def test_every_piece_of_the_handbook(handbook: Handbook):
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates, {}, URL)
    pieces = [one for one in handbook.pieces.values() if not one.draft and not one.withdrawn and word.has(one)]
    assert len(pieces) > 100
    for piece in pieces:
        source = word.source(piece, renderer, project)
        try:
            faithful(source, source.make())
        except AssertionError as error:
            raise AssertionError(f"{called(piece)}: {error}") from error


def test_each_line_to_write_on_is_drawn_and_says_nothing_on_paper(made: Made):
    """Programs draw one line below paragraphs that are alike, unless there is one between them."""
    ink = writing.Ink(lambda name: name, lambda address: address, lambda one: "", 9_000)
    lines = writing.written(blocks('<p>Waarom?</p><div class="line"></div><div class="line"></div>', 170), ink)
    assert lines.count("<w:sdt>") == 2
    assert "[" not in lines
    document = read.opened(next(iter(made.values()))[1])
    edges = document.styles["Invullen"].element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    assert [one.tag for one in edges] == [qn("w:bottom"), qn("w:between")]
