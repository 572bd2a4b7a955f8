"""The rooms of the code keep to themselves."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT
from handboek.handbook import Handbook

SOURCE = ROOT / "src" / "handboek"


def imports(path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_only_the_adapter_knows_the_site_engine():
    for path in SOURCE.rglob("*.py"):
        known = {name.split(".")[0] for name in imports(path)} & {"mkdocs", "material", "mkdocs_macros"}
        assert not known or path.parent.name == "adapter", f"{path.name} imports {known}"


def rooms_of(path: Path) -> Iterator[str]:
    """The rooms that a module takes something from; what only tells types does not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    aside = {inner for node in typing for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node not in aside and (node.module or "").startswith("handboek"):
            _, _, room = (node.module or "").partition(".")
            yield from [room.split(".")[0]] if room else [alias.name for alias in node.names]


def test_each_room_knows_only_those_above_it():
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("## The rooms")[1].split("\n\n`overrides")[0]
    rows = re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
    row = {room: number for number, cell in enumerate(rows) for room in re.findall(r"`([a-z_]+)/?`", cell)}
    assert len(row) > 20
    for path in SOURCE.rglob("*.py"):
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if room not in ("cli", "__main__", "__init__"):
            for other in rooms_of(path):
                assert row[other] <= row[room], f"{path.relative_to(SOURCE)} takes from {other}"


def test_the_core_runs_without_the_site_engine():
    code = (
        "import sys\n"
        "class Blocked:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('mkdocs', 'material', 'mkdocs_macros'): raise ImportError(name)\n"
        "sys.meta_path.insert(0, Blocked())\n"
        "from pathlib import Path\n"
        "from handboek import checks, export\n"
        "from handboek.project import open_project\n"
        "from handboek.handbook import open_handbook\n"
        "from handboek.render.page import Renderer\n"
        "from handboek.site.pages import pages\n"
        "from handboek.sheets import shelf\n"
        "from handboek.sheets.sheet import html\n"
        "project = open_project(Path('tests/methods/klein'))\n"
        "book = open_handbook(project.root)\n"
        "renderer = Renderer(book, project.templates)\n"
        "assert not checks.run(book), checks.run(book)\n"
        "assert len(pages(renderer)) > 20\n"
        "assert all(html(sheet, renderer, project) for sheet in shelf.wanted(renderer))\n"
        "assert export.data(book, {})['pieces']\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_the_code_names_no_phase(handbook: Handbook):
    slugs = [phase.slug for phase in handbook.of("phase")]
    assert slugs
    named = re.compile(rf"[\"']({'|'.join(slugs)})[\"']")
    for path in [*SOURCE.rglob("*.py"), *(ROOT / "macros").rglob("*.py")]:
        assert not named.search(path.read_text(encoding="utf-8")), path
