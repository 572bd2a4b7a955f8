"""The build: what it leaves when it fails, what hostile text becomes, and a second method without a change of code."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from command import ADDRESSES, command, environment, here
from conftest import ROOT, Site, stock
from handboek.build import ContentError, build
from handboek.project import Project
from handboek.site import BuildError, publish

pytestmark = pytest.mark.slow

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raw %} [klik](javascript:alert(1)) <b onclick=x>"


def edit(project: Project, path: str, old: str, new: str) -> None:
    file = project.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_method_builds_without_a_change_of_code(small: Site):
    assert [piece["title"] for piece in small.pieces("phase")] == ["Fase Kijken", "Fase Doen", "Fase Blijven"]
    home = small.html("")
    assert "Drie deuren zijn genoeg." in home
    assert ">Kijken</span>" in home
    assert "Verkennen" not in home
    assert {piece["type"] for piece in small.export["pieces"]} == {
        "method", "phase", "step", "criterion", "guide", "worksheet", "message", "script", "pack", "lesson", "example",
        "role", "term", "source", "page", "question", "translation",
    }  # fmt: skip


@pytest.mark.usefixtures("stocked")
def test_an_error_in_the_content_leaves_the_old_site(project: Project, tmp_path: Path):
    out = tmp_path / "site"
    build(project, out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    edit(project, "tools/guides/praatje.yml", "goal: Je leert iemand kennen.", "gaol: Je leert iemand kennen.")
    with pytest.raises(ContentError) as caught:
        build(project, out)
    assert [(finding.path, finding.line) for finding in caught.value.findings] == [("tools/guides/praatje.yml", 4)]
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.usefixtures("stocked")
def test_a_dead_link_in_a_page_stops_the_build(project: Project, tmp_path: Path):
    edit(project, "docs/over-deze-methode.md", "/fasen/kijken/rondje-lopen/", "/fasen/kijken/rondje/")
    with pytest.raises((BuildError, ContentError)):
        build(project, tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.usefixtures("stocked")
def test_without_the_check_the_rest_is_built(project: Project, tmp_path: Path):
    edit(project, "tools/messages/briefje.yml", "audience:", "audience_x:")
    build(project, tmp_path / "site", check=False)
    export = json.loads((tmp_path / "site" / "handboek.json").read_text(encoding="utf-8"))
    slugs = {piece["slug"] for piece in export["pieces"]}
    assert "briefje" not in slugs
    assert "praatje" in slugs


@pytest.mark.usefixtures("stocked")
def test_html_in_a_page_by_hand_stands_there_as_text(project: Project, tmp_path: Path):
    page = project.root / "docs/over-deze-methode.md"
    html = "<script>alert(1)</script> en <img src=x onerror=alert(1) <b onclick='x()'>"
    page.write_text(
        f"{page.read_text(encoding='utf-8')}\n{html}\n\n{html}\n\n<https://example.org/>\n", encoding="utf-8"
    )
    build(project, tmp_path / "site", check=False)
    article = (
        (tmp_path / "site/over-deze-methode/index.html")
        .read_text(encoding="utf-8")
        .split("<article")[1]
        .split("</article>")[0]
    )
    assert not re.search(r"<script|<img|<b onclick", article)
    assert article.count("&lt;script&gt;alert(1)") == 2
    assert '<a href="https://example.org/">' in article


@pytest.mark.usefixtures("stocked")
def test_hostile_text_stands_on_the_page_as_text(project: Project, tmp_path: Path):
    edit(project, "tools/worksheets/lijstje.yml", "Vink af wat je zag.]", json.dumps(HOSTILE) + "]")
    edit(project, "tools/worksheets/lijstje.yml", "summary: Vink af wat je zag.", f"summary: {json.dumps(HOSTILE)}")
    edit(project, "docs/lessen/groet-eerst.md", "Niemand zei iets.", HOSTILE)
    edit(project, "docs/lessen/groet-eerst.md", "date: 2026-11-01\n", "date: 2026-11-01\nstill_valid: 2026-11-01\n")
    build(project, tmp_path / "site", check=False)
    for page in ("werkbladen/lijstje", "lessen/groet-eerst", "werkbladen"):
        html = (tmp_path / "site" / page / "index.html").read_text(encoding="utf-8")
        article = html.split("<article")[1].split("</article>")[0]
        assert "<script" not in article
        assert "<b onclick" not in article
        assert 'href="javascript:' not in article
        if page != "werkbladen" or "{{" in article:
            assert "{{ 7*7 }} {% raw %}" in article
            assert "&lt;script&gt;" in article
    text = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "site/werkbladen/lijstje.pdf"), "-"],
        capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    words = " ".join(text.split())
    assert "<script>alert(1)</script> {{ 7*7 }} {% raw %}" in words
    assert "[klik](javascript:alert(1))" in words


@pytest.mark.usefixtures("stocked")
def test_a_lesson_that_asks_for_macros_gets_none(project: Project, tmp_path: Path):
    edit(
        project,
        "docs/lessen/groet-eerst.md",
        "title: Groet eerst",
        "title: Groet eerst\nrender_macros: true\ntemplate: home.html",
    )
    build(project, tmp_path / "site", check=False)
    assert not (tmp_path / "site/lessen/groet-eerst").exists()  # not understood, so not published; never rendered raw


def test_swap_survives_being_cut_off(tmp_path: Path):
    site, new = tmp_path / "site", tmp_path / "new"
    for folder, text in ((site, "oud"), (new, "nieuw")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    publish.swap(new, site)
    assert (site / "index.html").read_text() == "nieuw"
    assert not new.exists()
    site.rename(tmp_path / ".site.oud")  # cut off between the two steps of a move
    publish.repair(site)
    assert (site / "index.html").read_text() == "nieuw"


def fetched(address: str) -> str:
    """The page at an address, as soon as somebody answers there."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            time.sleep(0.1)
    raise TimeoutError(address)


@pytest.mark.usefixtures("stocked")
def test_the_preview_shows_the_method_of_this_folder(project: Project):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    preview = subprocess.Popen(
        command("serve", "--port", str(port)), cwd=project.root, env=environment(), stdout=subprocess.PIPE, text=True
    )
    try:
        assert preview.stdout
        told = next(line for line in preview.stdout if "Bekijk de website op" in line)
        address = told.split()[4].rstrip(".")
        assert "Drie deuren zijn genoeg." in fetched(address)
        method = project.root / "phases" / "method.yml"
        method.write_text(method.read_text(encoding="utf-8").replace("headline:", "heedline:"), encoding="utf-8")
        assert next(line for line in preview.stdout if "Je ziet de bladzijden van voor deze fout" in line)
        assert "Drie deuren zijn genoeg." in fetched(address)
    finally:
        preview.kill()
        preview.wait()


def test_commands_end_with_the_right_code(project: Project, small: Site, monkeypatch: pytest.MonkeyPatch):
    for name, value in ADDRESSES.items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return here(project.root, *arguments)

    assert run("check").returncode == 0
    assert run("checkk").returncode == 2
    assert run("sheets", "bestaat-niet").returncode == 2
    edit(project, "tools/guides/praatje.yml", "roles: [buurvrouw]", "roles: [buurvrou]")
    result = run("check")
    assert result.returncode == 1
    assert (
        "tools/guides/praatje.yml:5:9: error verwijzing: Er is geen rol `buurvrou`. Bedoelde je `buurvrouw`?"
        in result.stdout.decode()
    )
    assert sorted(path.name for path in project.root.iterdir()) == ["docs", "phases", "tools"]
    stock(project, small)
    result = run("build", "--no-check", "--out", "uit")
    assert result.returncode == 0
    assert b"HANDBOEK_URL" in result.stdout
    assert (project.root / "uit" / "index.html").exists()
    assert project.root != ROOT
