"""The store without a single PDF being made: what is wanted, kept, made anew, named where it fails, copied and cleared."""

from __future__ import annotations

import errno
import pickle
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from conftest import KLEIN, URL
from handboek import house_style, logo, store
from handboek.content import open_handbook
from handboek.finding import Wrong
from handboek.formula import FormulaError
from handboek.project import Project
from handboek.render.renderer import File, Renderer
from handboek.sheets import cache, workers
from handboek.sheets.pdf import Pdf, SheetError

KEY = ("worksheet", "lijstje")


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A project with one process, in which a PDF is three words of its HTML and a picture says whose it is."""
    shutil.copytree(KLEIN, tmp_path / "p", ignore=shutil.ignore_patterns(".build"))
    project = Project(tmp_path / "p", URL)
    made: list[Any] = []

    def make(self: store.Print) -> tuple[Pdf, bytes]:
        made.append(self)
        if "Briefje" in self.html and bench.broken:
            raise bench.broken
        return Pdf(f"%PDF {len(self.html)} {self.forms} {self.once}".encode(), 1 + self.forms), b"png" * self.drawn

    def bind(self: store.Binding) -> tuple[Pdf, bytes]:
        made.append(self)
        names = [name for _, name in self.parts]
        assert all(cache.get(self.kept, name) for name in names)
        return Pdf(f"%PDF of {names}".encode(), len(names)), b"png"

    def each(work: Any, tasks: Any, count: Any) -> Any:
        for number, task in enumerate(tasks):
            try:
                yield number, work(task)
            except Exception as error:
                yield number, error

    monkeypatch.setattr(store.Print, "make", make)

    monkeypatch.setattr(store.Binding, "make", bind)
    monkeypatch.setattr(store.Written, "make", lambda self: (Pdf(f"PK {self.name}".encode(), 0), b""))
    monkeypatch.setattr(workers, "each", each)

    class Bench:
        broken: Exception | None = None
        seen = made
        shelf_of = project

        def renderer(self) -> Renderer:
            return Renderer(open_handbook(project.root), project.templates)

        def fill(self) -> store.Filled:
            renderer = self.renderer()
            things = [*store.wanted(renderer), *store.packs(renderer)]
            return store.fill(renderer, project, things, lambda thing, so_far: told.append(thing.url))

    told: list[str] = []
    bench = Bench()
    bench.told = told  # type: ignore[attr-defined]
    yield bench
    store.tempfile.tempdir = None  # a process of its own has one; here it is ours


def urls(things: Any) -> list[str]:
    return [thing.url for thing in things]


def test_what_is_wanted_is_every_sheet_or_those_of_some_pieces(bench: Any):
    renderer = bench.renderer()
    assert urls(store.wanted(renderer, ["lijstje"])) == ["werkbladen/lijstje.pdf", "werkbladen/lijstje-groot.pdf"]
    assert urls(store.packs(renderer)) == ["werkmappen/alles.pdf"]
    assert urls(store.packs(renderer, ["lijstje"])) == []
    assert {"gesprekken/praatje.pdf", "werkbladen/tabelletje.pdf"} <= set(urls(store.wanted(renderer)))


def test_what_stands_at_an_address(bench: Any):
    renderer = bench.renderer()
    for url in ("werkbladen/lijstje-groot.pdf", "werkmappen/alles.pdf"):
        thing = store.find(renderer, url)
        assert thing
        assert thing.url == url
    assert store.find(renderer, "werkbladen/weg.pdf") is None
    assert store.find(renderer, "gesprekken/lijstje.pdf") is None


def test_the_first_filling_makes_everything_and_the_second_nothing(bench: Any):
    first = bench.fill()
    assert first.kept == 0
    published = sum(map(len, first.files.values()))
    assert len(first.rendered) == len(bench.seen) == len(bench.told) == published + len(first.parts)
    second = bench.fill()
    assert (second.rendered, second.kept) == ([], len(first.rendered))
    assert second.files == first.files
    assert len(bench.told) == 2 * len(first.rendered)
    assert all(seconds >= 0 for seconds, _ in first.rendered)


def test_the_largest_is_made_first_and_packs_when_their_parts_are_there(bench: Any):
    bench.fill()
    sheets = [one for one in bench.seen if isinstance(one, store.Print)]
    packs = bench.seen[len(sheets) :]
    assert packs
    assert all(isinstance(one, store.Binding) for one in packs)
    for several in (sheets, packs):
        assert [one.size for one in several] == sorted((one.size for one in several), reverse=True)


def test_only_what_changed_is_made_again(bench: Any):
    bench.fill()
    sheet = bench.shelf_of.root / "tools/worksheets/lijstje.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("Een fiets zonder zadel", "Een bel"), encoding="utf-8")
    again = {url for _, url in bench.fill().rendered}
    assert again == {"werkbladen/lijstje.pdf", "werkbladen/lijstje-groot.pdf", "werkmappen/alles.pdf"}
    assert bench.fill().rendered == []


def test_what_is_told_of_each_file(bench: Any):
    filled = bench.fill()
    sheets = {file.kind: file for file in filled.files[KEY]}
    assert list(sheets) == ["blad", "groot"]
    blad = sheets["blad"]
    assert (blad.url, blad.pages, blad.paper) == ("werkbladen/lijstje.pdf", 1, "A4")
    assert blad.size == (store.folder(bench.shelf_of) / f"{filled.names[blad.url]}.pdf").stat().st_size
    store.remember(filled, bench.shelf_of)
    assert store.manifest(bench.shelf_of) == filled.files
    promised = store.promised(bench.renderer(), bench.shelf_of)
    pdfs = {key: tuple(file for file in files if file.url.endswith(".pdf")) for key, files in promised.items()}
    assert pdfs == filled.files


def test_before_the_first_filling_files_are_promised_without_a_size(bench: Any):
    promised = store.promised(bench.renderer(), bench.shelf_of)
    assert promised[KEY][0] == File("blad", "werkbladen/lijstje.pdf", 0, 0, "A4")
    assert [file.kind for file in promised[KEY]] == ["blad", "groot", "word", "tekst"]
    assert [file.kind for file in promised["pack", "alles"]] == ["blad", "zip"]


def test_a_filling_by_itself_is_not_remembered(bench: Any):
    bench.fill()
    assert store.manifest(bench.shelf_of) == {}


@pytest.mark.parametrize("text", ["geen json", '[{"piece": ["a", "b"]}]', '"tekst"', "[1]", "3"])
def test_a_damaged_list_is_no_list(bench: Any, text: str):
    store.remember(bench.fill(), bench.shelf_of)
    (bench.shelf_of.work / "bladen.json").write_text(text, encoding="utf-8")
    assert store.manifest(bench.shelf_of) == {}


def test_a_sheet_that_goes_wrong_is_named_and_the_rest_is_kept(bench: Any):
    bench.broken = SheetError("een teken ontbreekt")
    with pytest.raises(SheetError) as caught:
        bench.fill()
    lines = str(caught.value).splitlines()
    assert "tools/messages/briefje.yml: berichten/briefje.pdf: een teken ontbreekt" in lines
    made = len(list(store.folder(bench.shelf_of).glob("*.pdf")))
    bench.broken = None
    again = bench.fill()
    assert again.kept == made > 5
    assert all("briefje" in url or url.startswith("werkmappen/") for _, url in again.rendered)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "x"), "De schijf is vol. Maak ruimte en probeer het opnieuw."),
        (ValueError(), "ValueError()"),
    ],
)
def test_whatever_goes_wrong_is_said(bench: Any, error: Exception, said: str):
    bench.broken = error
    with pytest.raises(SheetError) as caught:
        bench.fill()
    assert all(line.endswith(said) for line in str(caught.value).splitlines())


def test_the_same_trouble_of_many_is_said_once():
    five, six = [f"f{number}" for number in range(5)], [f"f{number}" for number in range(6)]
    assert store._failure("mis", five) == "\n".join(f"{name}: mis" for name in five)
    assert store._failure("mis", six) == "f0\nf1\nf2\nf3\nf4\nen nog 1: mis"


def test_one_pdf_is_made_and_kept_with_the_picture_of_its_first_page(bench: Any):
    renderer = bench.renderer()
    first, large = store.wanted(renderer, ["lijstje"])
    pdf, drawn = store.get_or_render(first, renderer, bench.shelf_of)
    assert drawn == b"png"
    assert store.get_or_render(first, renderer, bench.shelf_of) == (pdf, drawn)
    assert store.get_or_render(large, renderer, bench.shelf_of)[1] == b""
    assert len(bench.seen) == 2


def test_the_site_gets_each_pdf_with_a_picture_of_the_main_file(bench: Any, tmp_path: Path):
    filled = bench.fill()
    store.copy(filled, bench.shelf_of, tmp_path / "site")
    there = {
        path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()
    }
    assert {name for name in there if name.endswith(".pdf")} == {
        file.url for files in filled.files.values() for file in files
    }
    assert "werkbladen/lijstje.png" in there
    assert "werkmappen/alles.png" in there
    assert "werkbladen/lijstje-groot.png" not in there


def test_what_packs_need_is_kept_and_stands_nowhere_on_the_site(bench: Any, tmp_path: Path):
    whole = bench.shelf_of.root / "tools/packs/van-alles.yml"
    whole.write_text(
        "title: Van alles\nsummary: Alles.\nchecked: 2026-11-01\npurpose: Om te lezen.\nphase: kijken\n",
        encoding="utf-8",
    )
    filled = bench.fill()
    assert {"fasen/kijken.pdf", "fasen/kijken/rondje-lopen.pdf"} <= set(filled.parts)
    assert not set(filled.parts) & set(filled.names)
    store.copy(filled, bench.shelf_of, tmp_path / "site")
    assert not (tmp_path / "site/fasen/kijken.pdf").exists()
    assert store.tidy(filled, bench.shelf_of) == 0
    where = store.folder(bench.shelf_of)
    (where / f"{filled.parts['fasen/kijken.pdf']}.pdf").write_bytes(b"van een ander")
    assert [url for _, url in bench.fill().rendered] == ["fasen/kijken.pdf"]


def test_a_pack_is_made_alone_with_all_that_it_needs(bench: Any):
    renderer = bench.renderer()
    (pack,) = store.packs(renderer)
    made = store.get_or_render(pack, renderer, bench.shelf_of)
    assert len(bench.seen) == 1 + len(pack.parts)
    assert store.get_or_render(pack, renderer, bench.shelf_of) == made
    assert len(bench.seen) == 1 + len(pack.parts)


def test_a_pack_without_anything_in_it_is_no_pdf(bench: Any):
    pack = bench.shelf_of.root / "tools/packs/berichten.yml"
    head = "title: Brieven\nsummary: Alles.\nchecked: 2026-11-01\npurpose: Om te delen.\nall_of: [berichten]\n"
    pack.write_text(head, encoding="utf-8")
    assert "werkmappen/berichten.pdf" in urls(store.packs(bench.renderer()))
    for message in (bench.shelf_of.root / "tools/messages").glob("*.yml"):
        message.unlink()
    assert urls(store.packs(bench.renderer())) == ["werkmappen/alles.pdf"]


def test_what_nobody_needs_goes(bench: Any):
    filled = bench.fill()
    where = store.folder(bench.shelf_of)
    for suffix in (".pdf", ".json", ".png"):
        (where / f"oud{suffix}").touch()
    (where / "nog-ouder.pdf").mkdir()
    (where / "lees.txt").touch()
    before = len(list(where.glob("*.pdf"))) - 2
    assert store.tidy(filled, bench.shelf_of) == 2
    assert len(list(where.glob("*.pdf"))) == before
    assert not list(where.glob("oud.*"))
    assert (where / "lees.txt").exists()
    assert store.tidy(filled, bench.shelf_of) == 0
    assert cache.keep_only(where.parent / "nergens", []) == 0


def test_a_pack_that_was_withdrawn_is_one_page_that_says_so(bench: Any):
    pack = bench.shelf_of.root / "tools/packs/alles.yml"
    gone = "withdrawn: {date: 2026-11-03, reason: Het klopte niet.}\n"
    pack.write_text(pack.read_text(encoding="utf-8") + gone, encoding="utf-8")
    (thing,) = store.packs(bench.renderer())
    assert (thing.url, thing.kind) == ("werkmappen/alles.pdf", "blad")
    assert not isinstance(thing, store.Volume)


def test_a_name_follows_all_that_a_pdf_is_made_of(bench: Any):
    renderer = bench.renderer()
    first, large = store.wanted(renderer, ["lijstje"])
    (pack,) = store.packs(renderer)
    jobs = [store._jobs([thing], renderer, bench.shelf_of)[-1] for thing in (first, large, pack)]
    assert len({job.name for job in jobs}) == 3
    assert [job.drawn for job in jobs] == [True, False, True]
    binding = jobs[2].made_of
    assert [one.copies for one, _ in binding.parts] == [part.copies for part in pack.parts]
    fewer = replace(binding, parts=binding.parts[1:])
    other = replace(binding, parts=(*binding.parts[:-1], (binding.parts[-1][0], "f" * 40)))
    names = {replace(binding).name, fewer.name, other.name, replace(binding, kept=Path("elders")).name}
    assert len(names) == 3  # where its parts lie makes no other pack
    settings = {cache.key("x", bench.shelf_of.templates, *more) for more in ((), (True,), (False, True), ("css",))}
    assert len(settings) == 4
    assert all(len(name) == 40 for name in settings)


def test_style_and_fonts_are_looked_at_anew(bench: Any):
    cache.environment_hash(bench.shelf_of.templates)
    assert cache.environment_hash.cache_info().currsize
    store.clear_caches()
    assert cache.environment_hash.cache_info().currsize == 0
    assert store.style.cache_info().currsize == 0


def test_where_they_are_kept(bench: Any):
    assert store.folder(bench.shelf_of) == bench.shelf_of.work / "bladen"
    names = set(bench.fill().names.values())
    assert {path.stem for path in store.folder(bench.shelf_of).glob("*.pdf")} == names


def test_office_files_are_made_kept_and_copied_as_pdfs_are(bench: Any, tmp_path: Path):
    """The files of a pack go into one when they are there."""
    renderer = bench.renderer()
    things = [*store.office(renderer, ["lijstje", "praatje"]), *store.zips(renderer)]
    assert urls(things) == [
        "gesprekken/praatje.docx",
        "gesprekken/praatje.txt",
        "werkbladen/lijstje.docx",
        "werkbladen/lijstje.txt",
        "werkmappen/alles.zip",
    ]
    fill = partial(store.fill, renderer, bench.shelf_of, things, lambda *_: None)
    filled = fill()
    assert (len(filled.rendered), filled.kept) == (6, 0)  # and the card for in a pocket, which lies in the pack
    assert (fill().rendered, fill().kept) == ([], 6)
    file, text = filled.files[KEY]
    assert (text.kind, text.url) == ("tekst", "werkbladen/lijstje.txt")
    assert (file.kind, file.url, file.pages, file.paper) == ("word", "werkbladen/lijstje.docx", 0, "")
    store.copy(filled, bench.shelf_of, tmp_path / "site")
    assert (tmp_path / "site" / file.url).stat().st_size == file.size > 0
    packed = (tmp_path / "site" / "werkmappen" / "alles.zip").read_bytes()
    assert packed.startswith(b"PK")
    assert store.tidy(filled, bench.shelf_of) == 0
    assert store.tidy(store.Filled(), bench.shelf_of) == 6


@pytest.mark.parametrize("error", [FormulaError, house_style.Unfit, logo.Unfit])
def test_what_is_wrong_comes_whole_out_of_a_worker(error: type[Wrong]):
    told = pickle.loads(pickle.dumps(error("Dit klopt niet.", "Doe dit.")))
    assert (type(told), told.what, told.helps, str(told)) == (
        error,
        "Dit klopt niet.",
        "Doe dit.",
        "Dit klopt niet. Doe dit.",
    )
