"""The guides for contributors tell the truth: every check, command, make target and field is in them."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT as HOME
from handboek import checks, cli
from handboek.authoring import choices
from handboek.model.kinds import KINDS

CODE = (HOME / "CONTRIBUTING.en.md").read_text(encoding="utf-8")
BUILT = (HOME / "ARCHITECTURE.md").read_text(encoding="utf-8")
WRITING = (HOME / "CONTRIBUTING.md").read_text(encoding="utf-8")


def commands() -> set[str]:
    found: set[str] = set()

    class Listening(cli.Parser):
        def parse_args(self, *_: object, **__: object) -> argparse.Namespace:  # type: ignore[override]
            for action in self._actions:
                if isinstance(action, argparse._SubParsersAction):
                    found.update(action.choices)
            raise SystemExit

    original, cli.Parser = cli.Parser, Listening  # type: ignore[misc]
    try:
        with pytest.raises(SystemExit):
            cli.main([])
    finally:
        cli.Parser = original  # type: ignore[misc]
    return found


def test_every_command_is_named_and_exists():
    assert set(re.findall(r"`handboek ([a-z-]+)`", CODE)) == commands()
    written = set(re.findall(r"(?:^|`)handboek ([a-z-]+)", f"{CODE}\n{WRITING}", re.MULTILINE))
    assert {"new", "rename", "add-image"} <= written <= commands()


def test_every_make_target_is_named_and_exists():
    targets = set(re.findall(r"^([a-z-]+):.*##", (HOME / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)`", CODE)) == targets
    assert set(re.findall(r"^make ([a-z-]+)", WRITING, re.MULTILINE)) <= targets


def test_every_rule_is_named_with_what_it_asks():
    rows = re.findall(r"^\| `([a-z-]+)` \| (error|warning) \| (.+) \|$", CODE, re.MULTILINE)
    assert rows == [(said.code, said.severity, said.title) for said in checks.ALL]


def test_every_field_of_every_kind_is_named():
    rows = dict(re.findall(r"^\| ([a-z]+) \| `[^`]+` \| (`.+`) \|$", CODE, re.MULTILINE))
    assert rows.keys() == {kind.type for kind in KINDS}
    for kind in KINDS:
        names = [field.alias or name for name, field in kind.model.model_fields.items()]
        assert re.findall(r"`([^`]+)`", rows[kind.type]) == names, kind.type


def test_every_room_is_there_and_every_room_is_named():
    table = BUILT.split("## Modules")[1].split("\n\n`overrides")[0]
    named = {
        room.rstrip("/")
        for row in re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
        for room in re.findall(r"`([a-z_]+/?)`", row)
    }
    there = {
        path.stem
        for path in (HOME / "src/handboek").iterdir()
        if path.stem[0] not in "_." and path.suffix in ("", ".py")
    }
    assert named | {"cli", "py"} >= there
    assert there >= named


def test_what_new_makes_is_named_in_the_dutch_guide():
    for kind in choices.KINDS:
        assert f"`{kind}`" in WRITING or f"new {kind}" in WRITING or f"new {kind}" in CODE, kind


def test_a_layout_can_be_added_as_the_guide_says(tmp_path: Path):
    """Word for word: a class, its name in the union, its template, a sample."""
    for folder in ("src", "overrides"):
        shutil.copytree(HOME / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HOME / "tests/methods/klein", tmp_path / "klein")
    layouts = tmp_path / "src/handboek/model/layouts.py"
    text = layouts.read_text(encoding="utf-8")
    made = 'class SayingSheet(Blocks):\n    """One saying."""\n\n    layout: Literal["spreuk"]\n    """De vorm: een spreuk."""\n    saying: Line\n    """De spreuk."""\n\n\n'
    text = text.replace(
        "Layout = Annotated[\n    TextSheet\n", f"{made}Layout = Annotated[\n    SayingSheet\n    | TextSheet\n"
    )
    layouts.write_text(text, encoding="utf-8")
    template = re.search(r"```html\n(.*?) *```", CODE, re.DOTALL)[1].replace("d.sheet.field", "d.sheet.saying")
    (tmp_path / "overrides/print/layouts/spreuk.html").write_text(template, encoding="utf-8")
    sheet = tmp_path / "klein/tools/worksheets/lijstje.yml"
    before = sheet.read_text(encoding="utf-8").split("sheet:\n")[0]
    sheet.write_text(
        f"{before}sheet:\n  layout: spreuk\n  instruction: [Hang hem op.]\n  saying: Eerst groeten.\n", encoding="utf-8"
    )
    code = (
        "from pathlib import Path\nfrom handboek.content import open_handbook\nfrom handboek import checks\n"
        "from handboek.render.renderer import Renderer\nfrom handboek import store\nfrom handboek.sheets.sheet import html\n"
        "from handboek.project import Project\n"
        "book = open_handbook(Path('klein'))\nassert not checks.run(book), checks.run(book)\n"
        "project = Project(Path('klein').resolve())\nrenderer = Renderer(book, Path('overrides').resolve())\n"
        "sheets = [s for s in store.wanted(renderer) if s.piece.slug == 'lijstje']\n"
        "assert sheets and 'Eerst groeten.' in html(sheets[0], renderer, project)\n"
    )
    run(code, tmp_path)


def test_a_kind_of_piece_can_be_added_as_the_guide_says(tmp_path: Path):
    """A model, a row, two templates and one example; every room knows the kind by them."""
    for folder in ("src", "overrides"):
        shutil.copytree(HOME / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HOME / "tests/methods/klein", tmp_path / "klein")
    practice = tmp_path / "src/handboek/model/practice.py"
    practice.write_text(practice.read_text(encoding="utf-8") + SAYING, encoding="utf-8")
    kinds = tmp_path / "src/handboek/model/kinds.py"
    text = kinds.read_text(encoding="utf-8")
    kinds.write_text(
        text.replace("KINDS: tuple[Kind, ...] = (\n", f"KINDS: tuple[Kind, ...] = (\n{ROW}"), encoding="utf-8"
    )
    (tmp_path / "overrides/pieces/saying.html").write_text("<p>{{ d.says | line }}</p>\n", encoding="utf-8")
    (tmp_path / "overrides/pieces/index-spreuken.html").write_text(
        '{% extends "index-flat.html" %}\n', encoding="utf-8"
    )
    (tmp_path / "klein/tools/sayings").mkdir()
    (tmp_path / "klein/tools/sayings/groet.yml").write_text(
        "title: Groet\nsummary: Over groeten.\nchecked: 2026-11-01\nphases: [kijken]\nsays: Eerst groeten.\n",
        encoding="utf-8",
    )
    role = tmp_path / "klein/phases/roles/buurvrouw.yml"
    role.write_text(role.read_text(encoding="utf-8").replace("tools: [", "tools: [spreuken/groet, "), encoding="utf-8")
    run(KNOWN_EVERYWHERE, tmp_path)
    answers = "Zwaai\n" + "\n" * 3 + "kijken\n" + "\n" * 3
    started = "import sys; sys.path.insert(0, '../src'); from handboek.cli import main; sys.exit(main(sys.argv[1:]))"
    for command in (["new", "saying"], ["rename", "saying", "groet", "hallo"]):
        done = subprocess.run(
            [sys.executable, "-c", started, *command], cwd=tmp_path / "klein", input=answers, capture_output=True,
            text=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
    assert "phases:\n  - kijken" in (tmp_path / "klein/tools/sayings/zwaai.yml").read_text(encoding="utf-8")
    assert (tmp_path / "klein/tools/sayings/hallo.yml").exists()
    assert "spreuken/hallo" in role.read_text(encoding="utf-8")
    assert "{from: spreuken/groet, to: spreuken/hallo}" in (tmp_path / "klein/phases/redirects.yml").read_text(
        encoding="utf-8"
    )


SAYING = '''

class Saying(Piece):
    """A saying."""

    phases: tuple[PhaseRef, ...] = Field(min_length=1)
    """De fase of fasen waar de spreuk bij hoort."""
    says: Line
    """De spreuk."""
'''

ROW = """    Kind(
        "saying",
        practice.Saying,
        "tools/sayings/*.yml",
        "spreuk",
        "spreuken",
        this="deze",
        folder="spreuken",
        index=ListPage("Spreuken", "Woorden om te onthouden."),
        phases_from=("phase",),
        asked=("gezegde",),
        scaffold=True,
    ),
"""

KNOWN_EVERYWHERE = """
from pathlib import Path
from handboek import checks, export
from handboek.content import open_handbook
from handboek.model import schema
from handboek.render.renderer import Renderer
from handboek.search import documents
from handboek.site.menu import menu
from handboek.site.pages import pages

book = open_handbook(Path("klein"))
assert not checks.run(book), checks.run(book)
piece = book.get("saying", "groet")
assert piece.phases == ("kijken",)
assert [one.key for one in book.citing(piece.key)] == [("role", "buurvrouw")]
renderer = Renderer(book, Path("overrides").resolve())
made = {page.address: page.html for page in pages(renderer)}
assert "Eerst groeten." in made["spreuken/groet/"] and "/spreuken/groet/" in made["spreuken/"]
assert "/spreuken/groet/" in made["rollen/buurvrouw/"] and 'id="saying"' in made["bijdragen/velden/"]
entry = next(entry for entry in menu(book) if entry.address == "spreuken/")
assert [below.address for below in entry.below] == ["spreuken/groet/"]
found = documents.data(renderer)
told = next(one for one in found["documents"] if one["address"] == "spreuken/groet/")
assert told["text"] == ["Eerst groeten."] and told["phases"] == [1] and told["kind"] == "saying"
assert tuple(found["kinds"]["saying"]) == ("spreuk", "spreuken")
assert list(found["called"]["saying"]) == ["gezegde"]
assert any(one["address"] == "spreuken/" for one in found["documents"])
out = next(one for one in export.data(book, {})["pieces"] if one["type"] == "saying")
assert out["url"] == "spreuken/groet/" and out["phase"] == "kijken"
assert "says" in schema.files()["saying.json"]
assert "./schema/saying.json" in schema.editor_files()[".vscode/settings.json"]
"""


def run(code: str, folder: Path) -> None:
    start = "import sys; sys.path.insert(0, 'src')\n"
    result = subprocess.run(
        [sys.executable, "-c", start + code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_the_workflows_pass_their_linter():
    linter = Path(sys.executable).parent / "zizmor"
    result = subprocess.run(
        [linter, "--offline", "--no-progress", ".github"], cwd=HOME, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


def test_workflows_call_the_projects_own_commands_and_pin_what_they_use():
    targets = set(re.findall(r"^([a-z-]+):.*##", (HOME / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in (HOME / ".github/workflows").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        flow = yaml.safe_load(text)
        assert "pull_request_target" not in text
        assert set(re.findall(r"\bmake ([a-z-]+)", re.sub(r"#.*", "", text))) <= targets
        for used in re.findall(r"uses: (\S+)", text):
            assert re.fullmatch(r"actions/[a-z-/]+@[0-9a-f]{40}|\$/\.github/workflows/check\.yml", used), used
        if "pull_request" in flow[True]:
            assert "workflow_call" in flow[True]  # the same check before anything is published
            assert flow["permissions"] == {"contents": "read"}
            assert "secrets." not in text


def steps(name: str) -> dict[str, list[dict[str, Any]]]:
    """The steps of each job of a workflow."""
    flow = yaml.safe_load((HOME / f".github/workflows/{name}.yml").read_text(encoding="utf-8"))
    return {job: what.get("steps", []) for job, what in flow["jobs"].items()}


@pytest.mark.parametrize("name", ["publish", "release"])
def test_what_is_published_waits_for_the_tests_and_has_a_real_address(name: str):
    jobs = yaml.safe_load((HOME / f".github/workflows/{name}.yml").read_text(encoding="utf-8"))["jobs"]
    assert jobs["controle"]["uses"].endswith("/check.yml")
    assert jobs["bouwen"]["needs"] == "controle"
    assert jobs["plaatsen"]["needs"] == "bouwen"
    assert [step["run"] for step in steps(name)["bouwen"] if "RELEASE=1" in step.get("run", "")]


def test_a_preview_is_made_whatever_the_check_says():
    content = steps("check")["inhoud"]
    names = [step.get("name") or step["uses"] for step in content]
    for step in content[names.index("Controle van de inhoud") + 1 :]:
        assert "!cancelled()" in step["if"] or step["name"] == "Voorraad bewaren", step
    made = next(step for step in content if step.get("id") == "website")
    assert "make preview" in made["run"]
    assert "voorvertoning-met-fouten" in made["run"]


@pytest.mark.parametrize("name", ["check", "publish", "release", "ground"])
def test_the_stock_is_ours(name: str):
    """What git brings to the folders of the generator is gone before the stock comes back; only main fills the stock."""
    for job in steps(name).values():
        words = [f"{step.get('uses', '')} {step.get('run', '')}" for step in job]
        cleared = [index for index, word in enumerate(words) if "make clean-made" in word]
        for index, word in enumerate(words):
            assert "actions/cache@" not in word
            if "actions/cache/restore@" in word or re.search(r"make (site|zip|preview)\b", word):
                assert cleared and cleared[0] < index
            if "actions/cache/save@" in word:
                assert "github.ref == 'refs/heads/main'" in job[index]["if"]
                assert name == "publish" or "github.event_name == 'push'" in job[index]["if"]


def test_forms_and_settings_can_be_read():
    for path in (HOME / ".github/ISSUE_TEMPLATE").glob("*.yml"):
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.name != "config.yml":
            ids = [part["id"] for part in form["body"] if "id" in part]
            assert {"name", "description", "body"} <= form.keys()
            assert len(ids) == len(set(ids)) > 0
    assert yaml.safe_load((HOME / "CITATION.cff").read_text(encoding="utf-8"))["cff-version"] == "1.2.0"
    assert yaml.safe_load((HOME / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert json.loads((HOME / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))["postCreateCommand"]
