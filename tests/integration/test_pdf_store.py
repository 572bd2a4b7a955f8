"""Only what changed is rendered again, on all cores, and nothing that goes wrong goes unnamed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import KLEIN, ROOT
from handboek import store
from handboek.content import open_handbook
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets import cache, made_of, workers
from handboek.sheets.pdf import Pdf, SheetError

pytestmark = pytest.mark.slow


def copied(folder: Path) -> Project:
    """The small method with templates of its own, so that a test may change those too."""
    shutil.copytree(KLEIN, folder / "p", ignore=shutil.ignore_patterns(".build"))
    shutil.copytree(ROOT / "overrides", folder / "p" / "overrides")
    return Project(folder / "p", "https://handboek.test/")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, store.Filled]:
    """The first filling of an empty store, and where it lies."""
    project = copied(tmp_path_factory.mktemp("eerste"))
    return project, fill(project)


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    """A project in which nothing was made yet."""
    return copied(tmp_path)


@pytest.fixture
def project(empty: Project, first: tuple[Project, store.Filled]) -> Project:
    """A project after its first filling."""
    shutil.copytree(first[0].work, empty.work)
    return empty


def fill(project: Project) -> store.Filled:
    cache.environment_hash.cache_clear()
    project = replace(project)  # a test changes the templates as well
    renderer = Renderer(open_handbook(project.root), project.templates)
    filled = store.fill(renderer, project, store.wanted(renderer), lambda sheet, filled: None)
    store.remember(filled, project)
    return filled


def rendered(project: Project) -> set[str]:
    return {url for _, url in fill(project).rendered}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_renders_nothing(project: Project, first: tuple[Project, store.Filled]):
    _, before = first
    assert before.kept == 0
    assert len(before.rendered) > 8
    second = fill(project)
    assert second.rendered == []
    assert second.kept == len(before.rendered)
    assert second.files == before.files


def test_one_item_renders_only_the_sheets_that_hold_it(project: Project):
    change(project.root / "tools/worksheets/lijstje.yml", "Een fiets zonder zadel", "Een fiets zonder bel")
    assert rendered(project) == {url for url in all_urls(project) if url.startswith("werkbladen/lijstje")}
    # a title that a script prints in its packing list: both change
    change(project.root / "tools/worksheets/lijstje.yml", "title: Lijstje", "title: Lijst")
    again = rendered(project)
    assert any(url.startswith("draaiboeken/ochtend") for url in again)
    assert not any(url.startswith("gesprekken/") for url in again)


def all_urls(project: Project) -> set[str]:
    return {file.url for files in store.manifest(project).values() for file in files}


def test_a_template_renders_the_sheets_of_its_layout(project: Project):
    change(project.root / "overrides/print/layouts/tabel.html", "<table", "<table data-x")
    again = rendered(project)
    assert again
    assert all(url.startswith("werkbladen/tabelletje") for url in again)


@pytest.mark.parametrize("path", ["overrides/print/sheet.css", "overrides/fonts/bricolage-grotesque-700-normal.ttf"])
def test_a_style_or_a_font_renders_everything(project: Project, path: str):
    file = project.root / path
    if path.endswith(".css"):
        file.write_text(file.read_text(encoding="utf-8") + "\n/* changed */\n", encoding="utf-8")
    else:
        shutil.copyfile(project.root / "overrides/fonts/atkinson-hyperlegible-next-700-normal.ttf", file)
    assert rendered(project) == all_urls(project)


def test_code_that_renders_is_part_of_the_name(project: Project, monkeypatch: pytest.MonkeyPatch):
    before = cache.environment_hash(project.templates)
    cache.environment_hash.cache_clear()
    copy = project.root / "sheets"
    shutil.copytree(Path(cache.__file__).parent, copy)
    (copy / "pdf.py").write_text("# changed\n", encoding="utf-8")
    monkeypatch.setattr(cache, "__file__", str(copy / "cache.py"))
    assert cache.environment_hash(project.templates) != before


def test_a_damaged_entry_is_rendered_again(project: Project):
    entries = sorted(store.folder(project).glob("*.pdf"))
    entries[0].write_bytes(entries[0].read_bytes()[:100])
    entries[1].with_suffix(".json").write_text("geen json", encoding="utf-8")
    entries[2].unlink()
    result = fill(project)
    assert len(result.rendered) == 3
    assert fill(project).rendered == []


def test_what_nobody_needs_goes(project: Project):
    (project.root / "tools/worksheets/tabelletje.yml").unlink()
    change(
        project.root / "phases/1-kijken/steps/rondje-lopen.yml",
        "worksheets: [lijstje, tabelletje]",
        "worksheets: [lijstje]",
    )
    assert store.tidy(fill(project), project) > 0
    names = {path.stem for path in store.folder(project).glob("*.pdf")}
    assert len(names) == len(all_urls(project))
    assert fill(project).rendered == []


def test_the_same_bytes_serially_and_on_all_cores(project: Project, monkeypatch: pytest.MonkeyPatch):
    together = {path.name: path.read_bytes() for path in store.folder(project).glob("*.pdf")}
    shutil.rmtree(store.folder(project))
    each = workers.each
    monkeypatch.setattr(workers, "each", lambda work, tasks, count: each(work, tasks, 1))
    fill(project)
    assert {path.name: path.read_bytes() for path in store.folder(project).glob("*.pdf")} == together


SOME = """
import sys; from pathlib import Path; from handboek.content import open_handbook
from handboek.project import Project; from handboek.render.renderer import Renderer; from handboek import store
p = Project(Path(sys.argv[1]), 'https://handboek.test/'); r = Renderer(open_handbook(p.root), p.templates)
store.fill(r, p, store.wanted(r)[:12], lambda *_: print('x', flush=True))
"""
"""Fills a store with some of the sheets, and says so of each."""


def test_two_builds_at_once_leave_a_whole_cache(empty: Project):
    both = [
        subprocess.Popen([sys.executable, "-c", SOME, str(empty.root)], stdout=subprocess.DEVNULL) for _ in range(2)
    ]
    assert [one.wait() for one in both] == [0, 0]
    renderer = Renderer(open_handbook(empty.root), empty.templates)
    filled = store.fill(renderer, empty, store.wanted(renderer)[:12], lambda *_: None)
    assert (filled.rendered, filled.kept) == ([], 12)


def _alive(pid: str) -> bool:
    """Whether the process still runs; one that ended and was not yet fetched by a parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_killed_build_is_followed_by_a_right_one(empty: Project):
    cut = subprocess.Popen([sys.executable, "-c", SOME, str(empty.root)], stdout=subprocess.PIPE)
    assert cut.stdout is not None
    cut.stdout.readline()
    workers_of_it = Path(f"/proc/{cut.pid}/task/{cut.pid}/children").read_text().split()
    assert len(workers_of_it) == len(os.sched_getaffinity(0)) or len(os.sched_getaffinity(0)) == 1
    cut.send_signal(signal.SIGKILL)
    cut.wait()
    patience = time.monotonic() + 30
    while [one for one in workers_of_it if _alive(one)]:
        assert time.monotonic() < patience, "a worker lives on without its build"
        time.sleep(0.1)
    result = fill(empty)
    assert len(result.rendered) > 0
    for name in {path.stem for path in store.folder(empty).glob("*.pdf")}:
        assert cache.get(store.folder(empty), name) is not None


def test_a_worker_that_dies_is_named_and_the_rest_goes_on(empty: Project, monkeypatch: pytest.MonkeyPatch):
    render = made_of.render

    def fatal(html: str, *rest: object, **options: object) -> Pdf:
        if "<h1>Lijstje</h1>" in html:
            os.kill(os.getpid(), signal.SIGKILL)
        return render(html, *rest, **options)

    monkeypatch.setattr(made_of, "render", fatal)
    with pytest.raises(SheetError, match=r"tools/worksheets/lijstje\.yml: werkbladen/lijstje\.pdf") as caught:
        fill(empty)
    assert "praatje" not in str(caught.value)
    monkeypatch.setattr(made_of, "render", render)
    again = rendered(empty)
    assert again
    assert all(url.startswith("werkbladen/lijstje") for url in again)


def test_who_laid_out_a_sheet_may_still_hand_out_work():
    code = (
        "import sys; from pathlib import Path; from handboek.sheets import pdf, workers\n"
        "def make(text): return pdf.render(f'<html lang=nl><title>x</title><p>{text}</p></html>', Path(sys.argv[1])).pages\n"
        "make('Gewoon'); print(*dict(workers.each(make, ['<b>Vet</b>', '<i>Schuin</i>', '\u2610'])).values())\n"
        "print(make('<h1>Daarna</h1>'))\n"
    )
    words = [sys.executable, "-c", code, str(ROOT / "overrides")]
    told = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert told.stdout.split() == ["1", "1", "1", "1"]


def _doubled(number: int) -> int:
    if number == 51:
        raise ValueError("51")
    return number * 2


def test_workers_give_each_answer_once():
    answers = dict(workers.each(_doubled, list(range(50)), 3))
    assert answers == {number: number * 2 for number in range(50)}


def test_an_exception_comes_back_as_an_answer():
    answers = dict(workers.each(_doubled, list(range(48, 54)), 2))
    assert isinstance(answers[3], ValueError)
    assert [answers[number] for number in (0, 1, 2, 4, 5)] == [96, 98, 100, 104, 106]


def _deaf(_: int) -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


@pytest.mark.posix
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_worker_never_hears_a_stop(method: str, monkeypatch: pytest.MonkeyPatch):
    """Also in the second in which it only begins; whoever hands out the work hears it and ends its workers."""
    monkeypatch.setattr(workers, "method", lambda: method)
    assert dict(workers.each(_deaf, [1, 2], 2)) == {0: True, 1: True}
    assert not _deaf(0)
