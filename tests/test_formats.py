"""Content says its format: older content stays valid or is brought along, newer content is one clear finding."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from command import here
from conftest import KLEIN, ROOT, built, real
from handboek import checks, formats
from handboek.authoring.migrate import MIGRATIONS, migrated
from handboek.content import open_handbook
from handboek.handbook import assemble
from handboek.load import read, with_file
from handboek.project import Project

KEPT = ROOT / "tests" / "methods" / "klein-1"
"""The small method as it was when content named no format yet. It is not renewed: other people's content is not either."""
METHOD = "phases/method.yml"
SHEET = "tools/worksheets/lijstje.yml"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The kept method, with two things that are an error now and were none then, and one that only a person can mend."""
    shutil.copytree(KEPT, tmp_path / "oud")
    change(tmp_path / "oud" / METHOD, "headline: Drie deuren zijn genoeg.", "headline: ‘Drie deuren zijn genoeg.’")
    change(tmp_path / "oud" / "tools/guides/praatje.yml", "closing: [Dank u wel.]", "closing: [Bel bij nood 112.]")
    sheet = tmp_path / "oud" / "tools/worksheets/tabelletje.yml"
    head = sheet.read_text(encoding="utf-8").split("sheet:")[0]
    boxes = ["{id: een, label: Een, hint: Wat?, example: 'Verzonnen: een fiets.'}"]
    boxes += [f"{{id: vak-{number}, label: Nog een, hint: Wat?}}" for number in (2, 3)]
    made = f"{head}sheet:\n  layout: canvas\n  instruction: [Vul in.]\n  columns: 2\n  boxes: [{', '.join(boxes)}]\n"
    sheet.write_text(made, encoding="utf-8")

    return tmp_path / "oud"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def errors(root: Path) -> list[str]:
    return [finding.code for finding in checks.run(open_handbook(root)) if finding.severity == "error"]


def test_the_kept_method_is_as_it_was():
    """Mend what reads it, not what somebody else wrote."""
    made = hashlib.sha256()
    for path in sorted(path for path in KEPT.rglob("*") if path.is_file() and ".build" not in path.parts):
        made.update(f"{path.relative_to(KEPT).as_posix()}\0".encode() + path.read_bytes())
    assert made.hexdigest() == "00b2ab09cddf5c20480e082e0eba9572a428074e1ef6feb0c096b9f727529797"


def test_what_says_nothing_has_the_first_format():
    assert open_handbook(KEPT).format == formats.FIRST
    assert open_handbook(KLEIN).format == real().format == formats.FORMAT


def test_there_is_a_way_from_each_format_to_the_next():
    assert [step.to for step in MIGRATIONS] == list(range(formats.FIRST + 1, formats.FORMAT + 1))
    assert all(since <= formats.FORMAT for since in checks.SINCE.values())


def test_content_of_the_first_format_is_valid():
    assert errors(KEPT) == []
    assert [f for f in checks.run(assemble(migrated(read(KEPT)))) if f.severity == "error"] == []


@pytest.mark.slow
def test_content_of_the_first_format_builds(tmp_path: Path):
    site = built(KEPT, tmp_path / "site")
    assert (site.folder / "werkbladen/lijstje.pdf").is_file()
    assert (site.folder / "gesprekken/praatje/index.html").is_file()


def test_a_rule_that_came_later_warns_in_older_content(old: Path):
    found = {(finding.code, finding.severity) for finding in checks.run(open_handbook(old))}
    assert found == {("aanhalingsteken", "warning"), ("nummer", "warning"), ("werkblad", "warning")}
    change(old / METHOD, "summary: ", f"format: {formats.FORMAT}\nsummary: ")
    assert sorted(errors(old)) == ["aanhalingsteken", "nummer", "werkblad"]


@pytest.mark.parametrize("command", ["check", "build", "sheets", "queries", "migrate"])
def test_newer_content_is_one_finding(project: Project, command: str):
    change(project.root / METHOD, "format: 2", "format: 99")
    (project.root / SHEET).write_text("gebouwd: [met, iets, nieuws]\n", encoding="utf-8")
    told = here(project.root, command)
    assert told.returncode == 1
    said = [line for line in (told.stdout + told.stderr).decode().splitlines() if ": error " in line]
    assert len(said) == 1
    assert said[0].startswith(f"{METHOD}:4:9: error formaat: Deze inhoud heeft formaat 99")


def test_nothing_is_written_into_newer_content(project: Project):
    change(project.root / METHOD, "format: 2", "format: 99")
    before = {path: path.read_bytes() for path in project.root.rglob("*.yml")}
    for command in (("new", "guide"), ("rename", "guide", "praatje", "gesprekje")):
        told = here(project.root, *command)
        assert (told.returncode, b"formaat 99" in told.stdout) == (1, True)
    assert {path: path.read_bytes() for path in project.root.rglob("*.yml")} == before


@pytest.mark.parametrize("said", ["twee", "0", "[1]", "-3"])
def test_what_is_no_format_is_told_at_its_place(project: Project, said: str):
    change(project.root / METHOD, "format: 2", f"format: {said}")
    found = checks.run(open_handbook(project.root))
    assert (found[0].path, found[0].line, found[0].code) == (METHOD, 4, "waarde")


def test_migrate_shows_what_it_will_change_and_changes_nothing(old: Path):
    before = {path: path.read_bytes() for path in old.rglob("*.yml")}
    told = here(old, "migrate")
    assert told.returncode == 0
    for line in ("+format: 2", "-headline: ‘Drie deuren zijn genoeg.’", '+headline: "‘Drie deuren zijn genoeg.’"'):
        assert f"  {line}" in told.stdout.decode()
    assert "tools/guides/praatje.yml:" in told.stdout.decode().partition("alleen jij")[2]
    assert b"handboek migrate --ja" in told.stdout
    assert {path: path.read_bytes() for path in old.rglob("*.yml")} == before


def test_migrate_mends_what_needs_no_person_and_keeps_every_other_character(old: Path):
    file = old / METHOD
    file.write_bytes(b"\xef\xbb\xbf# Van ons\r\n" + file.read_bytes().replace(b"\n", b"\r\n"))
    before, text = open_handbook(old), file.read_bytes().decode("utf-8-sig")
    assert here(old, "migrate", "--ja").returncode == 0
    assert errors(old) == ["nummer"]
    after = open_handbook(old)
    assert after.format == formats.FORMAT
    assert after.method.headline == before.method.headline == "‘Drie deuren zijn genoeg.’"
    assert after.get("worksheet", "tabelletje").data.sheet.boxes[0].example == "Een fiets."
    assert file.read_bytes().startswith(b"\xef\xbb\xbf# Van ons\r\nformat: 2\r\ntitle: ")
    assert file.read_bytes().decode("utf-8-sig").replace("format: 2\r\n", "").replace('"', "") == text
    again = here(old, "migrate", "--ja")
    assert (again.returncode, again.stdout.decode()) == (
        0,
        f"De inhoud heeft formaat {formats.FORMAT}. Er is niets te doen.\n",
    )


def test_a_format_that_stands_there_is_replaced():
    documents = read(KLEIN)
    text = documents[METHOD].text.replace("format: 2", "format: 1  # van ons")
    assert "format: 2  # van ons\n" in migrated(with_file(documents, METHOD, text.encode()))[METHOD].text


def test_migrate_writes_over_nothing_that_git_does_not_keep(old: Path):
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], cwd=old, check=True)
    change(old / METHOD, "summary: ", "summary: Ja. ")
    text = (old / METHOD).read_bytes()
    told = here(old, "migrate", "--ja")
    assert told.returncode == 1
    assert f"nog niet bewaard in git: {METHOD}." in told.stderr.decode()
    assert (old / METHOD).read_bytes() == text
    subprocess.run([*git, "commit", "-qam", "y"], cwd=old, check=True)
    assert here(old, "migrate", "--ja").returncode == 0
