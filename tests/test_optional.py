"""Every kind of piece is optional: a method without it checks and builds, and nothing leads to what is not there."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from conftest import URL, searchable
from handboek import checks, export, store
from handboek.anchors import FILES
from handboek.build import build
from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece
from handboek.model.kinds import BY_TYPE, KINDS
from handboek.model.lists import OWN
from handboek.model.text import Refers
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.site.frame import frame
from handboek.site.menu import menu
from handboek.site.pages import pages

MORE = {
    "phases/keuzehulp.yml": "goals:\n  - {id: weten, want: weten wie er woont, phases: [kijken], at: [gesprekken/praatje]}\n",
    "phases/begin.yml": (
        "starts:\n  - id: halverwege\n    title: Halverwege\n    checked: 2026-11-01\n    summary: Je bent al op straat.\n"
        "    moves: [{text: Groet iemand., at: [gesprekken/praatje]}]\n"
    ),
    "phases/meetlat.yml": "elements:\n  - {id: doel, asks: Wat is het doel?, answer: Groeten., at: [fasen/kijken, lessen]}\n",
    "phases/verandertheorie.yml": (
        "title: Zo werkt het\nsummary: Wat we doen.\nchecked: 2026-11-01\nstanding: Niet gemeten.\ncause: [Niemand groet.]\n"
        "group: [De straat.]\nnot_for: [Storm.]\n"
        "activities: [{id: lopen, title: Lopen, text: Je loopt., steps: [rondje-lopen]}]\n"
        "working: [{id: groeten, title: Groeten, text: Je groet., core: [fasen/kijken/rondje-lopen]}]\n"
        "outcomes: [{id: kennen, title: Kennen, text: Zij groeten., term: kort, criteria: [fasen/doen/#punt-1]}]\n"
        "arrows:\n  - {from: lopen, to: groeten, why: Zo kom je iemand tegen., source: boekje}\n"
        "  - {from: groeten, to: kennen, why: Zo leer je iemand kennen.}\n"
        "assumptions: [{id: buiten, text: Er is iemand.}]\nharms: [{id: schrik, text: Schrik., at: [zoeken]}]\n"
    ),
    "phases/dossier.yml": (
        "title: Dossier\nsummary: Voor wie beoordeelt.\nchecked: 2026-11-01\nused: Niemand gebruikte het.\n"
        "judges: [{id: buurt, name: De buurt, asks: Of het helpt.}]\nparts:\n  - heading: Wat\n    asks:\n"
        "      - {id: doel, asks: Doel, means: Waarvoor., judges: [buurt], answer: [Groeten.], at: [zoeken]}\n"
        "      - {id: effect, asks: Effect, means: Of het helpt., judges: [buurt], unknown: Onbekend.}\n"
    ),
    "phases/er-is-iets.yml": (
        "situations:\n  - {id: boos, title: Iemand is boos, checked: 2026-11-01, say: [Ik hoor u.], do: [Blijf staan.],"
        " avoid: [Schreeuw niet.], at: [zoeken]}\n"
    ),
    "tools/ronde.yml": (
        "title: Rondje\nsummary: Per deur hoe het afliep.\nchecked: 2026-11-01\nslug: ronde\ncalled: de ronde\n"
        "spot: {one: deur, many: deuren}\npart: {one: straat, many: straten, the: de straat, whole: Alles}\ntries: 2\n"
        "outcomes: [{id: open, name: open, done: true}, {id: dicht, name: dicht}]\n"
        "dayparts: [{id: ochtend, name: ochtend, until: 24}]\nby: [ik]\nnever: Schrijf geen namen op.\nnotes: [Loop rustig.]\n"
    ),
    "tools/vragenlijst.yml": (
        "title: Vragen op een scherm\nsummary: Even vragen.\nchecked: 2026-11-01\nslug: even-vragen\ncalled: de vragen\n"
        "worksheet: vraagblad\ninstruction: [U mag elke vraag overslaan.]\nnever: Schrijf geen namen op.\nclosing: Dank u wel.\n"
        "notes: [Kijk niet mee.]\n"
    ),
    "tools/worksheets/vraagblad.yml": (
        "title: Vraagblad\nsummary: Even vragen.\nchecked: 2026-11-01\npurpose: Even vragen.\nwhen: Nu.\nwhen_not: Straks.\n"
        "people: Een buur.\nminutes: 2\nsize: A4\n"
        "sheet: {layout: vragenlijst, instruction: [Zet een kruisje.], questions: [groeten]}\n"
    ),
    "phases/zoekwoorden.yml": "groups:\n  - {id: lopen, words: [lopen], everyday: [kuieren]}\n",
    "phases/uren.yml": (
        "amounts:\n  - {id: straat, one: straat, many: straten, number: 3, why: Zoveel zijn er.}\n"
        "  - {id: uur, one: euro per uur, many: euro per uur, number: 9, why: Zoveel kost het.}\n"
    ),
    "tools/raming.yml": (
        "title: Wat kost het\nsummary: Reken het uit.\nchecked: 2026-11-01\nslug: wat-kost-het\ncalled: de som\nasks: [straat]\n"
        "rate: uur\nweek: straat\nvisit_weeks: straat\nvisit_hours: 4\nvisitors: {one: buur, many: buren}\n"
    ),
}
"""What the small method has none of: a piece of each other kind."""
LINK = re.compile(r"""(?:href|src)="([^"]*)\"""")
ID = re.compile(r'\bid="([^"]+)"')


def errors(book: Handbook) -> list[str]:
    return [f"{one.path}:{one.line}: {one.text}" for one in checks.run(book) if one.severity == "error"]


def drawn(root: Path) -> tuple[dict[str, str], Renderer]:
    """Every page with its frame, by address."""
    project = Project(root, URL)
    book = open_handbook(root)
    files = store.promised(Renderer(book, project.templates), project)
    renderer = Renderer(book, project.templates, files, URL, "https://git.test/handboek")
    tree, shown = menu(book), {}
    for page in pages(renderer):
        around = frame(renderer, tree, page.address, title=page.title)
        shown[page.address] = "\n".join((page.html, around.menu, around.side, around.foot))
    return shown, renderer


def dead(shown: dict[str, str], renderer: Renderer) -> Iterator[str]:
    """Each link that leads to no page, no file and no anchor."""
    sheets = {file.url for files in renderer.files.values() for file in files}
    known = {*sheets, *(url.replace(".pdf", ".png") for url in sheets), *FILES}
    ids = {address: set(ID.findall(html)) for address, html in shown.items()}
    for address, html in shown.items():
        for link in LINK.findall(html):
            path, _, anchor = unquote(link.partition("?")[0]).partition("#")
            if re.match(r"[a-z]+:", path):
                continue
            full = path[1:] if path.startswith("/") else _joined(address, path)
            if full not in known and full not in shown:
                yield f"{address}: {link}"
            elif anchor and full in ids and anchor not in ids[full]:
                yield f"{address}: {link} (anchor)"


def _joined(address: str, path: str) -> str:
    parts = [part for part in address.split("/") if part]
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "".join(f"{part}/" for part in parts) if path.endswith("/") or path in ("", ".", "..") else "/".join(parts)


MARK = re.compile(r" ?\[\^[a-z0-9-]+\]")
TO_A_PIECE = re.compile(r"\[([^\]^]+)\]\(/[^)]*\)")


def without(root: Path, type_: str) -> None:
    """Take a kind away from the method at `root`, with whatever cannot be without it."""
    for path in root.glob(BY_TYPE[type_].files):
        if BY_TYPE[type_].by_folder:
            shutil.rmtree(path.parent)
        else:
            path.unlink()
    if BY_TYPE[type_].cited:
        for path in root.rglob("*.md"):
            path.write_text(MARK.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    while True:
        book = open_handbook(root)
        if lost := next(_lost(book), None):
            _take(root, *lost)
        elif wrong := [one for one in checks.run(book) if one.severity == "error"]:
            path, code = root / wrong[0].path, wrong[0].code
            if code == "link":
                path.write_text(TO_A_PIECE.sub(r"\1", path.read_text(encoding="utf-8")), encoding="utf-8")
            else:
                assert code in ("herkomst", "werkmap"), wrong[0]  # it says where it is from, or has nothing in it
                path.unlink()
        else:
            return


def _lost(book: Handbook) -> Iterator[tuple[Piece, tuple[Any, ...]]]:
    """Each reference that leads nowhere."""
    for piece in book.pieces.values():
        for leaf in piece.leaves():
            if (
                isinstance(leaf.marker, Refers)
                and leaf.marker.kind not in ("topic", "moment")
                and leaf.loc != ("from_",)
            ):
                by_address = leaf.marker.kind == "address"
                there = book.at(leaf.value) if by_address else book.get(leaf.marker.kind, leaf.value)
                if not there and not (by_address and leaf.value in book.lists):
                    yield piece, leaf.loc


def _take(root: Path, piece: Piece, loc: tuple[Any, ...]) -> None:
    """Take out the smallest part around a reference that its model can do without; else the whole piece."""
    own, document, path = piece.entry.loc, piece.entry.document, root / piece.path
    if loc[0] == "ways":  # a home page has a way in
        path.write_text(document.text.replace(f"at: {document.data['ways'][0]['at']}", "at: zoeken"), encoding="utf-8")
        return
    for depth in range(len(loc), -1, -1):
        data = copy.deepcopy(dict(document.data))
        where: Any = data
        *above, last = (*own, *loc[:depth]) or (next(iter(data)),)
        for part in above:
            where = where[part]
        if isinstance(where, str):  # one key as a list of one
            continue
        del where[last]
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        path.write_text(f"---\n{text}---\n{document.body}" if path.suffix == ".md" else text, encoding="utf-8")
        if piece.key in open_handbook(root).pieces or (own and not depth):
            return
    path.unlink()


@pytest.fixture
def root(project: Project) -> Path:
    """A copy of the small method with a piece of every kind."""
    for path, text in MORE.items():
        (project.root / path).write_text(text, encoding="utf-8")
    (project.root / "phases/redirects.yml").write_text("redirects:\n  - {from: was, to: rollen}\n", encoding="utf-8")
    assert {piece.type for piece in open_handbook(project.root).pieces.values()} == BY_TYPE.keys()
    assert errors(open_handbook(project.root)) == []
    return project.root


@pytest.mark.parametrize("type_", [kind.type for kind in KINDS if not kind.home])
def test_a_method_does_without_any_kind(root: Path, type_: str):
    without(root, type_)
    book = open_handbook(root)
    assert not book.of(type_)
    assert errors(book) == []
    shown, renderer = drawn(root)
    assert list(dead(shown, renderer)) == []
    folder = BY_TYPE[type_].folder
    if BY_TYPE[type_].index:
        assert f"{folder}/" not in shown
    there = {*shown, *(f"{address}#{id_}" for address, html in shown.items() for id_ in ID.findall(html))}
    found = searchable(book)
    assert {one["address"] for one in found["documents"]} <= there
    assert {address for address, _ in found["ways"]} <= shown.keys()
    assert {piece["url"] for piece in export.data(book, {})["pieces"]} <= there


@pytest.fixture
def least(tmp_path: Path, project: Project) -> Project:
    """The least method that there can be: what it is, one phase, one step."""
    root = tmp_path / "minst"
    for path in ("phases/method.yml", "phases/1-kijken/phase.yml", "phases/1-kijken/steps/rondje-lopen.yml"):
        lines = (project.root / path).read_text(encoding="utf-8").splitlines()
        kept = (line for line in lines if not line.startswith(NAMING))
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        text = re.sub(r", source: boekje", "", "\n".join(kept)) + "\n"
        (root / path).write_text(text, encoding="utf-8")
    return Project(root, URL, "https://git.test/handboek")


NAMING = ("lead:", "roles:", "guides:", "worksheets:", "messages:", "scripts:")
"""The fields of a phase and a step that name other pieces."""


def test_the_least_method_shows_what_it_is(least: Project):
    assert errors(open_handbook(least.root)) == []
    shown, renderer = drawn(least.root)
    assert list(dead(shown, renderer)) == []
    kinds = {kind.folder for kind in KINDS if kind.index and kind.folder}
    assert {address.strip("/") for address in shown} & (kinds | OWN.keys()) == {
        "fasen", "lessen/toevoegen", "zoeken", "mijn-projecten", "onderweg",
    }  # fmt: skip
    for empty in (r"<ul[^>]*>\s*</ul>", r"<ol[^>]*>\s*</ol>", r"<dd>\s*</dd>", r"<p>\s*</p>"):
        found = {address for address, html in shown.items() if re.search(empty, re.sub(r"hidden.*", "", html))}
        assert not found - {"mijn-projecten/", "lessen/toevoegen/"}, empty  # a script fills those
    assert not re.search(r"\b0 [a-z]+", shown[""])


def test_the_least_method_builds(least: Project, tmp_path: Path):
    made = build(least, tmp_path / "site")
    assert made.sheets == made.packs == 0
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert 'href="fasen/kijken/"' in home
    assert not re.search(r'href="(?:lessen|rollen|praktijk|werkbladen|printen)/"', home)


def test_a_method_without_phases_builds(root: Path, tmp_path: Path):
    without(root, "phase")
    project = Project(root, URL, "https://git.test/handboek")
    made = build(project, tmp_path / "site")
    assert not (tmp_path / "site/fasen").exists()
    assert store.manifest(project) == made.filled.files != {}  # what the commands after it are told
