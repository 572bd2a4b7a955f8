"""Whole builds of the small method with the nastiest content, while somebody looks over its shoulder."""

from __future__ import annotations

import copy
import itertools
import json
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_examples import Page
from watch import ROOM

from command import environment
from conftest import KLEIN, ROOT
from content import CANARY, PAYLOADS, TOUCH
from handboek.checks.rules import template_command
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.model.text import Section, Words

pytestmark = pytest.mark.hard

SCRIPT = re.compile(r"'sha256-[^']+'")
"""What the policy lets run."""
SECRET = "root:x:0"
"""What stands in /etc/passwd."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(KLEIN, tmp_path / "klein", ignore=shutil.ignore_patterns(".build", "site"))
    return tmp_path / "klein"


def build(root: Path, *arguments: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Build under watch; gives what it said, and what it did that it should not have."""
    report = root.parent / "gezien.txt"
    report.write_text("")
    watch = [
        sys.executable,
        str(ROOT / "tests" / "hostile" / "watch.py"),
        str(report),
        str(root / ".build"),
        str(root / "site"),
        str(root),
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    result = subprocess.run(
        [*watch, "--", "build", *arguments], cwd=root, env=environment(TMPDIR=str(root)), capture_output=True, text=True, timeout=300, check=False
    )  # fmt: skip
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert most < ROOM or most == before * 1024
    assert "Traceback" not in result.stderr
    assert list(root.rglob(CANARY)) == []
    return result, report.read_text()


def everywhere(book: Handbook) -> Iterator[tuple[str, str]]:
    """Every file with harm in each of its texts. A command in the body of a page stops the build, so pages get the rest."""
    harm = itertools.cycle(
        [one for one in PAYLOADS if one.isascii() and not one.startswith("![")]
    )  # paper has no other signs
    by_path: dict[str, Any] = {}
    bodies: dict[str, str] = {}
    for entry in book.entries:
        path = entry.document.path
        data = by_path.setdefault(path, copy.deepcopy(entry.document.data))
        sections = {
            name
            for name, field in entry.kind.model.model_fields.items()
            for m in field.metadata
            if isinstance(m, Section)
        }
        if entry.kind.type == "page":
            rest = (one for one in PAYLOADS if one.isascii() and not template_command.QUICK.search(one))
            bodies[path] = "\n\n".join([entry.document.body, *rest])
        for leaf in entry.leaves:
            if not isinstance(leaf.marker, Words):
                continue
            if leaf.loc[0] in sections:
                bodies.setdefault(path, entry.document.body)
                bodies[path] += f"\n\n{next(harm)}"
            else:
                put(data, (*entry.loc, *leaf.loc), next(harm)[: leaf.marker.longest].strip())
    for path, data in by_path.items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        yield path, f"---\n{text}---\n{bodies.get(path, book.documents[path].body)}" if path.endswith(".md") else text


def put(data: Any, loc: tuple[Any, ...], value: str) -> None:
    """Put a value at `loc`, or at the nearest thing around it that is a text."""
    for part in loc[:-1]:
        inner = data[part] if isinstance(data, list) or part in data else None
        if not isinstance(inner, dict | list):
            break
        data = inner
    last = next(
        (
            part
            for part in reversed(loc)
            if (isinstance(data, dict) and part in data)
            or (isinstance(data, list) and isinstance(part, int) and part < len(data))
        ),
        None,
    )
    if last is not None and isinstance(data[last], str):
        data[last] = value


def test_harm_in_every_text(root: Path):
    assert build(root)[0].returncode == 0
    usual = (root / "site" / "_headers").read_text(encoding="utf-8")
    for path, text in everywhere(open_handbook(root)):
        (root / path).write_text(text, encoding="utf-8")
    result, seen = build(root, "--no-check")
    assert result.returncode == 0, result.stderr
    assert seen == ""
    site = root / "site"
    now = (site / "_headers").read_text(encoding="utf-8")
    assert set(SCRIPT.findall(now)) <= set(SCRIPT.findall(usual))  # no script beside those of the theme
    assert SCRIPT.sub("", now).split() == SCRIPT.sub("", usual).split()  # a page that is not there has none
    shown = 0
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        page = Page(text)
        assert [one for one in page.wrong if "handboek.example" not in one] == [], file
        assert "243711" not in page.words
        assert SECRET not in text
        assert not page.active & {"iframe", "object", "embed", "base", "frame", "applet"}
        shown += page.words.count("<script>alert(1)</script>")
    assert shown > 5  # it did get there, as text
    for file in site.rglob("*.pdf"):
        words = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
        assert SECRET not in words
        assert b"/JavaScript" not in file.read_bytes()
        assert b"/EmbeddedFile" not in file.read_bytes()


@pytest.mark.parametrize("without_check", [False, True])
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("docs/plaatje.webp", "/etc/passwd"),
        ("docs/map", "/etc"),
        ("docs/lus", "."),
        ("docs/stuk.webp", "stuk.webp"),
        ("docs/lessen/geheim.md", "/etc/passwd"),
        ("tools/guides/geheim.yml", "../../../../../etc/passwd"),
        ("phases/9-weg", "/etc"),
    ],
)
def test_a_link_out_of_the_project_is_not_published(root: Path, name: str, target: str, without_check: bool):
    (root / name).symlink_to(target)
    result, seen = build(root, *(["--no-check"] if without_check else []))
    assert result.returncode == 1
    assert f"{name}:1:1: error koppeling" in result.stdout + result.stderr
    assert seen == ""
    assert not (root / "site").exists()


PAGE = "---\ntitle: {title}\nsummary: Wil iets.\nchecked: 2026-11-01\n{more}---\n{text}\n"
COMMAND = "{{ cycler.__init__.__globals__.os.system('" + TOUCH + "') }}"


@pytest.mark.parametrize("without_check", [False, True])
@pytest.mark.parametrize(
    ("name", "more", "text"),
    [
        ("kwaad", "", COMMAND),
        ("kwaad", "render_macros: true\n", COMMAND),
        ("kwaad", "macros: true\n", COMMAND),
        ("over-deze-methode", "macros: true\n", COMMAND),
        ("over-deze-methode", "macros: true\n", "{% set x = lipsum.__globals__['os'].system('" + TOUCH + "') %}"),
        ("over-deze-methode", "macros: true\n", '{{ stap("rondje-lopen").__class__ }}'),
        ("over-deze-methode", "macros: true\n", "{{ context() }}"),
        ("over-deze-methode", "macros: true\n", "{{ now() }}"),
        ("over-deze-methode", "macros: true\n", COMMAND + "TITLETekst"),
        ("over-deze-methode", "macros: true\n", '{{ stap("a"\n) }}{{ [].__class__ }}'),
    ],
)
def test_a_page_that_gives_commands_is_not_obeyed(root: Path, name: str, more: str, text: str, without_check: bool):
    title, _, body = text.rpartition("TITLE")
    page = PAGE.format(title=json.dumps(title or "Kwaad"), more=more, text=body)
    (root / "docs" / f"{name}.md").write_text(page, encoding="utf-8")
    result, seen = build(root, *(["--no-check"] if without_check else []))
    assert seen == ""
    if without_check and not (more == "macros: true\n" and template_command.QUICK.search(body)):
        assert result.returncode == 0  # who calls no pieces is read as any other text
        shown = root / "site" / name / "index.html"
        assert not shown.exists() or "os.system" in Page(shown.read_text(encoding="utf-8")).words
        return
    assert result.returncode == 1
    assert f"docs/{name}.md" in result.stdout + result.stderr
    assert not (root / "site").exists()
