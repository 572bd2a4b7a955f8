"""`handboek rename`: the file, every reference and the redirect; and no rename that would break something."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from conftest import ROOT
from handboek import checks
from handboek.authoring.rename import changes, rename
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.site import redirects

PAGE = """---
title: Rond
summary: Een bladzijde die stukken noemt.
checked: 2026-11-01
macros: true
---
# Rond

{{ stap("rondje-lopen") }} {{ gesprek('praatje') }} Zie [het lijstje](/werkbladen/lijstje/), [deel](/werkbladen/lijstje/#op-straat)
en [iets anders](https://example.org/werkbladen/lijstje/).
"""

NEW = {
    "phase": ("kijken", "rondkijken", ("fasen/kijken/", "fasen/kijken/rondje-lopen/")),
    "step": ("rondje-lopen", "wandelen", ("fasen/kijken/rondje-lopen/",)),
    "guide": ("praatje", "kletsen", ("gesprekken/praatje/",)),
    "worksheet": ("lijstje", "vinkblad", ("werkbladen/lijstje/",)),
    "message": ("briefje", "kaartje", ("berichten/briefje/",)),
    "script": ("ochtend", "middag", ("draaiboeken/ochtend/",)),
    "pack": ("alles", "stapel", ("werkmappen/alles/",)),
    "lesson": ("groet-eerst", "groeten", ("lessen/groet-eerst/",)),
    "example": ("dorpsstraat", "kerkstraat", ("praktijk/dorpsstraat/",)),
    "role": ("buurvrouw", "buur", ("rollen/buurvrouw/",)),
    "source": ("boekje", "boek", ("bronnen/boekje/",)),
    "term": ("rondje", "ommetje", ()),
    "page": ("rond", "om", ("rond/",)),
}


@pytest.fixture
def root(project: Project) -> Path:
    (project.root / "docs" / "rond.md").write_text(PAGE, encoding="utf-8")
    return project.root


def uses(book: Handbook, kind: str, slug: str) -> tuple[int, int]:
    """To how many pieces it refers, and how many refer to it beside its redirects."""
    citing = [other for other in book.citing((kind, slug)) if other.type != "redirect"]
    return len(book.get(kind, slug).names), len(citing)


@pytest.mark.parametrize("kind", NEW)
def test_each_kind(root: Path, kind: str, capsys: pytest.CaptureFixture[str]):
    old, new, addresses = NEW[kind]
    before = open_handbook(root)
    count = uses(before, kind, old)
    assert rename(root, kind, old, new) == 0
    assert f"`{old}` heet nu `{new}`" in capsys.readouterr().out
    book = open_handbook(root)
    assert checks.run(book) == checks.run(before) == []
    assert book.get(kind, old) is None
    assert uses(book, kind, new) == count
    moved = redirects.table(book)
    assert tuple(sorted(moved)) == addresses
    assert all(book.at(target) for target in moved.values())


def test_links_and_macros_follow(root: Path):
    rename(root, "worksheet", "lijstje", "vinkblad")
    rename(root, "step", "rondje-lopen", "wandelen")
    rename(root, "guide", "praatje", "kletsen")
    text = (root / "docs/rond.md").read_text(encoding="utf-8")
    assert "stap(\"wandelen\") }} {{ gesprek('kletsen')" in text
    assert "(/werkbladen/vinkblad/), [deel](/werkbladen/vinkblad/#op-straat)" in text
    assert "https://example.org/werkbladen/lijstje/" in text


def test_a_page_whose_name_is_a_plain_word(root: Path):
    """Only its address changes, wherever it stands; the word stays a word, and what is made below it stays there."""
    path = root / "docs/rond.md"
    more = "\nLoop rond. Zie [hier](/rond/#rond), [daar](/rond) en [de velden](/rond/velden/).\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    method = root / "phases/method.yml"
    text = method.read_text(encoding="utf-8")
    method.write_text(re.sub(r"\bat: [\w/-]+", "at: rond", text, count=1), encoding="utf-8")
    texts = changes(open_handbook(root), open_handbook(root).get("page", "rond"), "om").texts
    assert "Loop rond. Zie [hier](/om/#rond), [daar](/om) en [de velden](/rond/velden/)." in texts["docs/om.md"]
    assert "at: om}" in texts["phases/method.yml"]


@pytest.mark.posix
def test_line_ends_and_rights_of_a_file_stay(root: Path):
    path = root / "phases/1-kijken/steps/rondje-lopen.yml"
    path.write_bytes(BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    before = path.read_bytes()
    rename(root, "worksheet", "lijstje", "vinkblad")
    assert path.read_bytes() == before.replace(b"[lijstje,", b"[vinkblad,")
    assert path.stat().st_mode & 0o777 == 0o640


def test_twice_and_back(root: Path):
    """Every old address leads on, and none that is in use again."""
    rename(root, "guide", "praatje", "kletsen")
    rename(root, "guide", "kletsen", "babbel")
    book = open_handbook(root)
    assert redirects.table(book) == {
        "gesprekken/praatje/": "gesprekken/babbel/",
        "gesprekken/kletsen/": "gesprekken/babbel/",
    }
    rename(root, "guide", "babbel", "praatje")
    book = open_handbook(root)
    assert checks.run(book) == []
    assert redirects.table(book) == {
        "gesprekken/kletsen/": "gesprekken/praatje/",
        "gesprekken/babbel/": "gesprekken/praatje/",
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("praatj", "kletsen", "Er is geen gesprek `praatj`. Bedoelde je `praatje`?"),
        ("praatje", "praatje", "`praatje` is al in gebruik."),
        ("praatje", "Een Praatje", "`Een Praatje` kan niet als korte naam."),
    ],
)
def test_what_cannot_be(root: Path, old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]):
    assert rename(root, "guide", old, new) == 2
    assert said in capsys.readouterr().err
    assert (root / "tools/guides/praatje.yml").exists()


@pytest.mark.parametrize("name", ["fasen", "zoeken", "lessen", "index", "404", "assets"])
def test_a_page_does_not_take_the_place_of_what_the_site_has(root: Path, name: str, capsys: pytest.CaptureFixture[str]):
    assert rename(root, "page", "rond", name) == 2
    assert f"Op `/{name}/` staat al iets" in capsys.readouterr().err


def test_nothing_below_a_page_moves_with_it(root: Path):
    (root / "docs/rond.md").rename(root / "docs/fasen.md")  # as somebody may have called it
    book = open_handbook(root)
    assert changes(book, book.get("page", "fasen"), "om").redirects == (("fasen", "om"),)


def test_the_rest_of_each_file_stays_as_it_was(root: Path):
    path = root / "phases/1-kijken/steps/rondje-lopen.yml"
    before = path.read_text(encoding="utf-8").split("\n")
    rename(root, "worksheet", "lijstje", "vinkblad")
    after = path.read_text(encoding="utf-8").split("\n")
    different = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert different == [("worksheets: [lijstje, tabelletje]", "worksheets: [vinkblad, tabelletje]")]


@pytest.mark.hard
def test_the_real_handbook(tmp_path: Path):
    import shutil

    for folder in ("phases", "tools", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = {finding.text for finding in checks.run(open_handbook(tmp_path)) if finding.severity == "error"}
    for kind in ("phase", "source", "role", "worksheet", "step"):
        slug = open_handbook(tmp_path).of(kind)[1].slug
        assert rename(tmp_path, kind, slug, "heel-anders") == 0, kind
        after = {finding.text for finding in checks.run(open_handbook(tmp_path)) if finding.severity == "error"}
        assert after <= before, kind
