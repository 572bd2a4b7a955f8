"""Packs: what is gathered, how often each page is printed, and what a reader, a printer and a screen reader find."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import heard
from command import here
from conftest import KLEIN, ROOT, URL, Site, pack
from handboek import store
from handboek.adapter.preview import on_demand
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.session import Wish, session
from handboek.sheets import cache, pdf, volume
from handboek.sheets.volume import Reading, Volume, volume_of
from handboek.site import site

pytestmark = pytest.mark.slow

PROJECT = Project(KLEIN, URL)
OF_A_PHASE = pack(phase="kijken", pieces=[{"piece": "rollen/buurvrouw"}])


@pytest.fixture(scope="module")
def klein() -> Handbook:
    return open_handbook(KLEIN)


def printed(one: Volume, book: Handbook, project: Project, file: Path) -> Path:
    """A volume as a file."""
    renderer, templates = Renderer(book, project.templates), project.templates
    parts = []
    for how, thing in zip(volume.bound(one), volume.needs(one), strict=True):
        css = volume.style(templates) if isinstance(thing, Reading) else ""
        parts.append((how, pdf.render(volume.html(thing, renderer, project), templates, css)))
    around = volume.around(one, renderer, project)
    file.write_bytes(volume.make(around, "", parts, project.url, templates).content)
    return file


@pytest.fixture(scope="module")
def whole(klein: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A phase of the small method and a role, in one document."""
    one = volume_of(klein, OF_A_PHASE)
    return printed(one, klein, PROJECT, tmp_path_factory.mktemp("map") / "alles.pdf")


@pytest.fixture(scope="module")
def for_12(klein: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workshop of the small method for 12 people."""
    one = volume_of(klein, pack(script="ochtend"), wish=Wish(12))
    return printed(one, klein, PROJECT, tmp_path_factory.mktemp("map") / "groep.pdf")


def pages(file: Path) -> list[str]:
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


# On paper


def test_a_pack_for_12_people_page_by_page(for_12: Path):
    """Cover, contents, the script once, the sheet six times, hand-out and form twelve times, each from a front side."""
    kinds = [_kind(text) for text in pages(for_12)]
    expected = ["omslag", "inhoud", "draaiboek", "draaiboek"]
    expected += ["lijstje", "leeg"] * 6 + ["deelnemers", "leeg"] * 12 + ["formulier", "leeg"] * 12 + ["colofon"]
    assert kinds == expected


def _kind(text: str) -> str:
    kinds = {
        "Wat erin zit": "inhoud",
        "Voor 12 mensen": "omslag",
        "Colofon": "colofon",
        "Vink af wat je zag": "lijstje",
        "Wat we afspraken": "deelnemers",
        "Evaluatie\n•": "draaiboek",
        "Van minuut tot minuut": "draaiboek",
        "Wat neem je mee?": "formulier",
    }
    return "leeg" if not text.strip() else next((kind for words, kind in kinds.items() if words in text), text)


def labels(file: Path) -> list[str]:
    with pikepdf.open(file) as document:
        return [page.label for page in document.pages]


def begins(file: Path) -> dict[str, int]:
    """On which page each part begins, by the anchor that its line in the contents leads to."""
    with pikepdf.open(file) as document:
        numbers = {page.objgen: index for index, page in enumerate(document.pages)}
        names = document.Root.Names.Dests.Names
        return {str(names[at]): numbers[names[at + 1][0].objgen] for at in range(0, len(names), 2)}


def numbers_of(file: Path) -> list[str]:
    """The number of each page; its label says of a copy which one it is as well."""
    return [label.partition("(")[0] for label in labels(file)]


def test_no_two_pages_have_one_label(for_12: Path):
    assert len(set(labels(for_12))) == len(labels(for_12))


def test_every_copy_of_a_page_has_the_same_number(for_12: Path):
    count = Counter(numbers_of(for_12))
    start = {name: numbers_of(for_12)[page] for name, page in begins(for_12).items()}
    assert count[start["draaiboeken/ochtend/"]] == 1
    assert count[start["werkbladen/lijstje/"]] == 6
    assert count[start["draaiboeken/ochtend/deelnemers/"]] == count[start["draaiboeken/ochtend/evaluatie/"]] == 12
    for page, label in zip(pages(for_12), numbers_of(for_12), strict=True):
        for number in re.findall(r"bladzijde (\d+) van", page):
            assert number == label


def test_the_real_workshops_counted_page_by_page(handbook: Handbook, tmp_path: Path):
    """For 24 people: of each page as many as the script asks for."""
    piece = next(piece for piece in handbook.of("pack") if piece.data.script)
    one = volume_of(handbook, piece.data, piece, Wish(24))
    file = printed(one, handbook, Project(ROOT, URL), tmp_path / "map.pdf")
    script = handbook.get("script", piece.data.script)
    assert script
    people = session(script.data, Wish(24)).people  # or as many as it can be held with
    tables = -(-people // script.data.group.per_group)
    share = {"persoon": people, "tweetal": -(-people // 2), "groep": tables, "tafel": tables, "trainer": 1, "zaal": 1}
    asked = {
        f"{handout.piece}/{'' if handout.form == 'blad' else f'{handout.form}/'}": handout.number * share[handout.per]
        for part in script.data.parts
        for handout in part.sheets
    }
    asked |= {script.address: 1, f"{script.address}deelnemers/": people, f"{script.address}evaluatie/": people}
    count, label, start = Counter(numbers_of(file)), numbers_of(file), begins(file)
    order = sorted((page, name) for name, page in start.items() if name in asked or name == "colofon")
    assert {name for _, name in order} == asked.keys() | {"colofon"}
    for (page, name), (following, _) in itertools.pairwise([*order, (len(label), "")]):
        if name == "colofon":
            continue
        own = label[page : page + (following - page) // asked[name]]
        with pikepdf.open(file) as document:
            on_a4 = {round(float(side)) for side in document.pages[page].MediaBox[2:]} == {595, 842}
        assert not on_a4 or len(own) % 2 == 0
        assert {count[one] for one in own} == {asked[name]}, name
        assert label[page:following] == own * asked[name]


def test_contents_lead_to_the_page_that_they_name(whole: Path, klein: Handbook):
    text, one = pages(whole), volume_of(klein, OF_A_PHASE)
    said = dict(re.findall(r"^(\d+) (.+)$", text[1], re.MULTILINE)[::-1])
    start = begins(whole)
    for part in one.parts:
        number = next(number for number, line in said.items() if line.startswith(part.title))
        assert int(number) == start[part.address] + 1
        if (
            not part.piece or part.piece.type != "message"
        ):  # a letter's title is for who looks for it, not for who gets it
            assert (part.piece.data.name if part.piece and part.piece.type == "phase" else part.title) in text[
                int(number) - 1
            ]


def test_links_stay_inside_where_their_goal_is(whole: Path):
    with pikepdf.open(whole) as document:
        links = [link for page in document.pages for link in page.get("/Annots", [])]
        names = {str(name) for name in document.Root.Names.Dests.Names[::2]}
        inside = [str(link.Dest) for link in links if "/Dest" in link]
        outside = [str(link.A.URI) for link in links if "/A" in link]
    assert set(inside) <= names
    assert {"fasen/kijken/rondje-lopen/", "werkbladen/lijstje/"} <= set(inside)
    assert f"{URL}bronnen/boekje/" in outside
    there = {name.split(":", maxsplit=1)[0] for name in names}
    assert [address for address in outside if address.removeprefix(URL) in there] == []


def test_bookmarks_are_the_parts(whole: Path, klein: Handbook):
    with pikepdf.open(whole) as document, document.open_outline() as outline:
        top = [item.title for item in outline.root]
        below = {item.title: [inner.title for inner in item.children] for item in outline.root}
    assert top[:2] == ["Wat erin zit", "Fase Kijken"]
    colophon = top.index("Colofon")
    assert top[colophon - 1] == klein.pieces["role", "buurvrouw"].title
    assert top[colophon + 1 :] == ["Briefje", "Groet"]  # on other paper, behind what is on A4
    assert below["Fase Kijken"][0] == "Loop een rondje"


def test_the_number_of_a_source_is_never_alone_on_a_line(klein: Handbook, tmp_path: Path):
    body = Renderer(klein, PROJECT.templates).body(klein.get("step", "rondje-lopen")).html
    sentence = re.search(r"Loop naar het begin van de straat\.\W*<a class=\"cite\".*?</a>", body)
    assert sentence
    widths = range(40, 70)
    text = "".join(f'<p style="width: {width}mm">{sentence[0]}</p>' for width in widths)
    file = tmp_path / "smal.pdf"
    style = volume.style(PROJECT.templates)
    file.write_bytes(
        pdf.render(
            f'<html lang="nl"><title>Smal</title>{text}<p id="waar-dit-op-rust">Bronnen</p></html>',
            PROJECT.templates,
            style,
        ).content
    )
    lines = "\n".join(pages(file)).splitlines()
    assert sum(line.endswith(".1") for line in lines) == len(widths), lines


@pytest.mark.parametrize("name", ["whole", "for_12"])
def test_a_pack_is_read_out_as_its_sheets_are(name: str, request: pytest.FixtureRequest):
    """PDF/UA-1; what is printed again, feet and copies, is read once."""
    file = request.getfixturevalue(name)
    assert heard.problems(file) == []
    with pikepdf.open(file) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "nl"


def test_copies_are_said_once(for_12: Path):
    tree = subprocess.run(["pdfinfo", "-struct-text", str(for_12)], check=True, capture_output=True)
    spoken = tree.stdout.decode(errors="replace")  # a title may be in another encoding
    assert tree.stderr == b""
    assert spoken.count("Vink af wat je zag") == pages(for_12)[4].count("Vink af wat je zag")
    fonts = subprocess.run(["pdffonts", str(for_12)], check=True, capture_output=True, text=True).stdout
    assert {row.split()[0].split("+")[-1].split("-")[0] for row in fonts.splitlines()[2:]} <= {"Atkinson", "Bricolage"}


def test_copies_cost_next_to_nothing(klein: Handbook, for_12: Path, tmp_path: Path):
    one = volume_of(klein, pack(script="ochtend"), wish=Wish(4))
    assert for_12.stat().st_size < 2 * printed(one, klein, PROJECT, tmp_path / "twee.pdf").stat().st_size


# What the system calls the most of a process counts its parent too; VmHWM is of this process alone.
MEASURE = r"""
import re, sys
from pathlib import Path
from handboek.content import open_handbook
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek import store
book = open_handbook(Path.cwd())
project = Project(Path(sys.argv[1]), "https://handboek.test/")
(pack,) = store.packs(Renderer(book, project.templates), ["het-hele-handboek"])
print(store.get_or_render(pack, Renderer(book, project.templates), project)[0].pages)
print(int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.hard
def test_a_process_takes_no_more_than_500_mb(tmp_path: Path):
    """The whole handbook, laid out part by part and bound in one process."""
    told = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path)], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    made, memory = map(int, told)
    assert made > 300
    assert memory <= 500


# From the store


def copied(folder: Path) -> Project:
    """The small method with templates of its own, so that a test may change those too, and with a second pack."""
    shutil.copytree(KLEIN, folder / "p", ignore=shutil.ignore_patterns(".build"))
    shutil.copytree(ROOT / "overrides", folder / "p" / "overrides")
    (folder / "p/tools/packs/alles-van-kijken.yml").write_text(
        "title: Alles van kijken\nsummary: Alles.\nchecked: 2026-11-01\npurpose: Om te proberen.\nphase: kijken\n"
    )
    return Project(folder / "p", "https://handboek.test/")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, set[str]]:
    """The first filling of an empty store: where it lies, and what was made."""
    project = copied(tmp_path_factory.mktemp("eerste"))
    return project, rendered(project)


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    """A project in which nothing was made yet."""
    return copied(tmp_path)


@pytest.fixture
def project(empty: Project, first: tuple[Project, set[str]]) -> Project:
    """A project after its first filling."""
    shutil.copytree(first[0].work, empty.work)
    return empty


def rendered(project: Project) -> set[str]:
    cache.environment_hash.cache_clear()
    project = replace(project)  # a test changes the templates as well
    renderer = Renderer(open_handbook(project.root), project.templates)
    things = [*store.wanted(renderer), *store.packs(renderer)]
    return {url for _, url in store.fill(renderer, project, things, lambda *_: None).rendered}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


PACKS = {"werkmappen/alles.pdf", "werkmappen/alles-van-kijken.pdf"}


def test_only_the_packs_that_hold_what_changed_are_made_again(project: Project, first: tuple[Project, set[str]]):
    assert first[1] >= PACKS
    assert rendered(project) == set()
    change(project.root / "tools/messages/briefje.yml", "body: |", "body: |\n  Beste buur,\n")
    assert {url for url in rendered(project) if url.startswith("werkmappen/")} == {"werkmappen/alles-van-kijken.pdf"}
    change(project.root / "tools/worksheets/lijstje.yml", "Een fiets zonder zadel", "Een fiets zonder bel")
    assert rendered(project) & PACKS == PACKS
    for name in ("front.html", "colophon.html"):
        file = project.root / "overrides/pack" / name
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert rendered(project) == PACKS, name
    file = project.root / "overrides/pack/pack.css"
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert rendered(project) == PACKS | {"fasen/kijken.pdf", "fasen/kijken/rondje-lopen.pdf"}  # what is no sheet too
    change(project.root / "tools/packs/alles.yml", "per: tweetal", "per: tweetal, number: 2")
    assert rendered(project) == {"werkmappen/alles.pdf"}


def test_a_pack_that_goes_wrong_is_named_and_the_sheets_are_there(empty: Project, monkeypatch: pytest.MonkeyPatch):
    make = volume.make

    def fatal(*_: Any) -> Any:
        raise pdf.SheetError("stuk")

    monkeypatch.setattr(volume, "make", fatal)
    with pytest.raises(pdf.SheetError, match=r"tools/packs/alles\.yml: werkmappen/alles\.pdf: stuk"):
        rendered(empty)
    monkeypatch.setattr(volume, "make", make)
    assert rendered(empty) == PACKS


# The commands and the preview


def test_a_pack_from_the_command_line(project: Project, tmp_path: Path):
    out = tmp_path / "map.pdf"
    assert here(project.root, "pack", "alles", "--people", "6", "-o", str(out)).returncode == 0
    assert sum("Vink af wat je zag" in page for page in pages(out)) == 3
    result = here(
        project.root,
        "pack",
        "--pieces",
        "gesprekken/praatje",
        "werkbladen/lijstje/",
        "--title",
        "Voor maandag",
        "-o",
        str(out),
    )
    assert result.returncode == 0, result.stderr
    text = pages(out)
    assert "Voor maandag" in text[0]
    assert text[1].index("Een praatje") < text[1].index("Lijstje")
    for wrong in (
        ["pack"],
        ["pack", "weg"],
        ["pack", "--pieces", "lessen/groet-eerst"],
        ["pack", "alles", "--people", "0"],
    ):
        result = here(project.root, *wrong)
        assert result.returncode == 2
        assert result.stderr


@pytest.mark.parametrize("sides", [2, 1])
def test_print_jobs_from_the_command_line_hold_as_many_sheets_as_is_said(project: Project, tmp_path: Path, sides: int):
    out, how = tmp_path / "map", ["--enkelzijdig"] if sides == 1 else []
    result = here(project.root, "pack", "alles", "--mensen", "6", "--per-papier", *how, "-o", str(out))
    assert result.returncode == 0, result.stderr
    told = {
        paper: int(sheets) for sheets, paper in re.findall(r"(\d+) vel(?:len)? (A\d)(?! met)", result.stdout.decode())
    }
    files = {"A4": "1-A4", **{paper: paper for paper in told if paper != "A4"}}
    assert told["A4"] > 3
    for paper, name in files.items():
        with pikepdf.open(out / f"{name}.pdf") as job:
            single = job.Root.ViewerPreferences.Duplex == "/Simplex"
            assert told[paper] == (len(job.pages) if single else -(-len(job.pages) // 2)), paper
    cover = pages(out / "1-A4.pdf")[0]
    assert f"{told['A4']} vellen A4" in cover, "the sheet in front says the same"


def test_sheets_from_the_store_say_what_was_made_and_what_was_kept(empty: Project):
    first = here(empty.root, "sheets", "lijstje")
    again = here(empty.root, "sheets", "lijstje")
    assert b"gemaakt, 0 uit de voorraad" in first.stdout
    assert b"0 gemaakt, " in again.stdout
    assert (empty.root / "bladen/werkbladen/lijstje.pdf").read_bytes().startswith(b"%PDF-")
    opened = here(empty.root, "sheets", "tabelletje", "--open")
    assert b"tabelletje.pdf" in opened.stdout
    assert (empty.root / "bladen/werkbladen/tabelletje.pdf").exists()
    assert not (empty.root / "bladen/werkbladen/tabelletje-groot.pdf").exists()


def test_the_preview_makes_a_pdf_when_it_is_asked_for(empty: Project):
    def app(environ: Any, start: Any) -> Iterator[bytes]:
        start("404 Not Found", [])
        return iter((b"weg",))

    def ask(path: str) -> tuple[str, bytes]:
        said: list[str] = []
        content = b"".join(preview({"PATH_INFO": path}, lambda status, headers: said.append(status)))
        return said[0], content

    preview = on_demand(app, lambda: site.preview(replace(empty)), "/map/")
    status, content = ask("/map/werkbladen/lijstje.pdf")
    assert status == "200 OK"
    assert content.startswith(b"%PDF-")
    assert ask("/map/werkbladen/lijstje.png")[1].startswith(b"\x89PNG")
    assert ask("/map/werkmappen/alles.pdf")[1].startswith(b"%PDF-")
    assert ask("/map/werkbladen/weg.pdf") == ask("/map/werkbladen/") == ("404 Not Found", b"weg")
    file = empty.root / "overrides/print/sheet.css"
    file.write_text(file.read_text(encoding="utf-8") + "\nh1 { font-size: 40pt; }\n", encoding="utf-8")
    changed = ask("/map/werkbladen/lijstje.pdf")[1]
    assert changed != content
    assert changed == ask("/map/werkbladen/lijstje.pdf")[1]
    file.write_text(file.read_text(encoding="utf-8") + "\n@font-face { font-family: x; src: url(weg.ttf) }\n")
    assert ask("/map/werkbladen/lijstje.pdf")[0].startswith("500")


SHEETS = {
    "alle-gesprekken": 30,
    "bewonersavond-buitenruimte": 63,
    "eerste-proef": 26,
    "fase-0-afwegen": 12,
    "fase-1-verkennen": 36,
    "fase-2-opbouwen": 80,
    "fase-3-handhaven": 17,
    "fase-4-renoveren": 40,
    "fase-5-anders-toewijzen": 20,
    "fase-6-beheren": 37,
    "het-hele-handboek": 240,
    "open-gesprek-oefenen": 116,
    "partnertafel": 64,
    "proeftuin-fasen": 122,
    "reflectie-kerngroep": 31,
    "schouw-lopen": 29,
    "week-1": 19,
}
"""How many sheets of two sides each ready pack may be: what a person carries; the whole handbook is for a shelf. Those of a
workshop hold a hand-out and a form for everybody; a letter that goes out has nothing on its back, and that costs a sheet."""


def test_every_ready_pack_is_one_that_a_person_carries(site: Site):
    packs = {one["slug"]: -(-one["files"][0]["pages"] // 2) for one in site.export["pieces"] if one["type"] == "pack"}
    assert packs.keys() == SHEETS.keys()
    assert {slug: number for slug, number in packs.items() if number > SHEETS[slug]} == {}
