"""The rooms of the code keep to themselves."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from conftest import ROOT
from handboek.handbook import Handbook
from handboek.model.kinds import BY_TYPE

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


MOST_LINES = 400
"""More lines than this hold more than one thing."""
MODULES = {
    ".".join(("handboek", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in SOURCE.rglob("*.py")
}


def taken(path: Path) -> Iterator[str]:
    """The modules that a module takes something from, wherever it does and for whatever: types count too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            within = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in MODULES else node.module for name in within)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else module


def test_nothing_turns_back():
    """No module comes to itself through another, and no room does."""
    modules = {name: {other for other in taken(path) if other in MODULES} - {name} for name, path in MODULES.items()}
    rooms: dict[str, set[str]] = {}
    for name, others in modules.items():
        rooms.setdefault(room_of(name), set()).update(map(room_of, others))
    assert len(modules) > 150
    for graph in (modules, {room: others - {room} for room, others in rooms.items()}):
        TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_one_module_reads_annotations():
    """What a field is stands in its annotation; who wants to know asks `introspect`."""
    looks_inside = re.compile(r"get_origin|__metadata__|FieldInfo|\.annotation\b|\bfield\.metadata")
    found = {name for name, path in MODULES.items() if looks_inside.search(path.read_text(encoding="utf-8"))}
    assert found == {"handboek.model.introspect"}


def test_a_module_holds_one_thing():
    scripts = (ROOT / "overrides" / "site" / "assets").glob("[!v]*/**/*.js")
    modules = MODULES | {path.name: path for path in scripts}
    assert len(modules) > len(MODULES) + 90
    lines = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in modules.items()}
    assert {name: number for name, number in lines.items() if number > MOST_LINES} == {}


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
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("## Modules")[1].split("\n\n`overrides")[0]
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
        "from handboek.content import open_handbook\n"
        "from handboek.render.renderer import Renderer\n"
        "from handboek.site.pages import pages\n"
        "from handboek import store\n"
        "from handboek.sheets.sheet import html\n"
        "project = open_project(Path('tests/methods/klein'))\n"
        "book = open_handbook(project.root)\n"
        "renderer = Renderer(book, project.templates)\n"
        "assert not checks.run(book), checks.run(book)\n"
        "assert len(pages(renderer)) > 20\n"
        "assert all(html(sheet, renderer, project) for sheet in store.wanted(renderer))\n"
        "assert export.data(book, {})['pieces']\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_the_code_names_no_phase(handbook: Handbook):
    slugs = [phase.slug for phase in handbook.of("phase")]
    assert slugs
    named = re.compile(rf"[\"']({'|'.join(slugs)})[\"']")
    for path in [*SOURCE.rglob("*.py"), *(ROOT / "macros").rglob("*.py")]:
        assert not named.search(path.read_text(encoding="utf-8")), path


ONLY_HERE = {
    "handbook.py": "the key of the method itself",
    "pictures.py": "a drawing, in which each kind has a place",
    "onscreen.py": "what the script of each tool is told: other fields for each",
    "rendered.py": "elements of HTML, which happen to be called the same",
    "house_words.py": "the two kinds that hold words and no sentences",
}
"""Where names of kinds may stand in a row, and why."""


def test_kinds_stand_in_one_table():
    """A list of kinds elsewhere is something that a kind has or has not: it belongs in their rows."""
    for path in SOURCE.rglob("*.py"):
        if path.is_relative_to(SOURCE / "model") or path.name in ONLY_HERE:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
            named = [part.value for part in parts if isinstance(part, ast.Constant) and part.value in BY_TYPE]
            assert len(named) < 2, f"{path.name}:{node.lineno} lists {named}"
