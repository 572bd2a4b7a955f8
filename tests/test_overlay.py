"""A project's own `overrides/` lies over that of the generator, file by file."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from command import here
from conftest import ROOT, URL, Site, built
from handboek import overlay
from handboek.content import open_handbook
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.resources import TEMPLATES, MissingTemplate
from handboek.sheets import cache, pdf


def put(project: Project, name: str, text: str) -> None:
    file = project.root / "overrides" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def listing(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_project_without_its_own_reads_those_of_the_generator(project: Project):
    assert project.overrides is None
    assert project.templates == TEMPLATES


def test_the_checkout_of_the_generator_is_not_copied():
    assert Project(ROOT).overrides is None
    assert Project(ROOT).templates == TEMPLATES


def test_one_file_takes_the_place_of_one_file(project: Project):
    put(project, "site/404.html", "<p/>")
    before, merged = listing(TEMPLATES), listing(project.templates)
    assert merged.pop("site/404.html") == b"<p/>"
    assert before.pop("site/404.html")
    assert merged == before
    assert not any(path.is_symlink() for path in project.templates.rglob("*"))


def test_it_is_kept_up_to_date(project: Project):
    put(project, "print/own.css", "p { color: #111; }")
    put(project, "print/own.svg", "<svg/>")
    merged = project.templates
    untouched = (merged / "print/sheet.css").stat().st_mtime_ns
    (project.root / "overrides/print/own.svg").unlink()
    put(project, "print/own.css", "p { color: #222; }")
    assert replace(project).templates == merged
    assert (merged / "print/own.css").read_text() == "p { color: #222; }"
    assert not (merged / "print/own.svg").exists()
    assert (merged / "print/sheet.css").stat().st_mtime_ns == untouched
    shutil.rmtree(project.root / "overrides")
    assert replace(project).templates == TEMPLATES


def test_what_is_hidden_or_tells_about_the_folder_is_no_template(project: Project):
    for name in (".DS_Store", "print/.own.css.swp", "README.md"):
        put(project, name, "x")
    assert listing(project.templates) == listing(TEMPLATES)
    assert not list(overlay.unused(project.root / "overrides"))


def test_an_own_line_of_style_reaches_paper(project: Project):
    html = "<html lang=nl><title>x</title><p>Een blad.</p></html>"
    plain, name = pdf.lay_out(html, project.templates), cache.key(html, project.templates)
    put(project, "print/own.css", "@page { size: A5 }")
    own = replace(project)
    assert pdf.lay_out(html, own.templates).pages[0].width < plain.pages[0].width
    assert cache.key(html, own.templates) != name


def test_a_name_that_overrules_nothing_gets_a_hint(project: Project):
    put(project, "pieces/metod.html", "x")
    put(project, "site/assets/own.css", "body { background: url(vlag.png) }")
    put(project, "site/assets/vlag.png", "x")
    told = here(project.root, "check")
    assert told.returncode == 0
    shown = told.stdout.decode()
    assert shown.startswith("overrides/pieces/metod.html:1:1: warning vreemd-bestand: ")
    assert "Bedoelde je `overrides/pieces/method.html`?" in shown
    assert len(shown.splitlines()) == 1


def test_an_own_file_for_what_is_drawn_takes_a_place(project: Project):
    for name in overlay.DRAWN:
        put(project, name, "x")
    assert list(overlay.unused(project.root / "overrides")) == []


def test_a_missing_template_is_not_blamed_on_the_computer(project: Project):
    put(project, "pieces/guide.html", '{% include "pieces/er-is-niets.html" %}')
    renderer = Renderer(open_handbook(project.root), project.templates)
    with pytest.raises(MissingTemplate, match="er-is-niets"):
        renderer.body(renderer.handbook.of("guide")[0])
    put(project, "print/guide.html", "{% extends 'print/er-is-niets.html' %}")
    told = here(project.root, "sheets", "praatje")
    assert told.returncode == 1
    assert "Het sjabloon `print/er-is-niets.html` ontbreekt." in told.stderr.decode()
    assert b"computer" not in told.stderr


def test_the_preview_follows_what_somebody_changes_there(project: Project):
    from handboek.adapter.plugin import HandboekPlugin

    watched: list[str] = []
    server = SimpleNamespace(watch=watched.append, get_app=lambda: lambda *_: [], set_app=lambda _: None)
    plugin, config = HandboekPlugin(), SimpleNamespace(site_url=URL, dev_addr="127.0.0.1:8000")
    put(project, "site/assets/own.css", "")
    plugin.site = SimpleNamespace(project=project)
    plugin.on_serve(server, config=config, builder=None)
    assert str(project.root / "overrides") in watched
    assert not any(Path(path).is_relative_to(project.work) for path in watched)  # or each build would ask for the next


@pytest.mark.slow
def test_an_own_logo_and_an_own_colour_are_one_file_each(project: Project, tmp_path: Path):
    put(project, "site/assets/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><title>Van ons</title></svg>')
    put(project, "site/assets/own.css", ":root { --brick: #123456 }")
    method = project.root / "phases/method.yml"
    said = "\ncolour: '#1d4e7a'\nmark: K\nurl: https://klein.test/\nmail: r@klein.test\n"
    method.write_text(method.read_text(encoding="utf-8") + said, encoding="utf-8")
    site = built(project.root, tmp_path / "uit").folder
    assert "Van ons" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "assets/logo.svg").read_text(encoding="utf-8").endswith("<title>Van ons</title></svg>")
    assert (site / "assets/handboek.css").read_text(encoding="utf-8").endswith(":root { --brick: #123456 }")
    assert "--wall:#1d4e7a" in (site / "assets/handboek.css").read_text(encoding="utf-8")
    assert '<meta name="theme-color" content="#1d4e7a">' in (site / "index.html").read_text(encoding="utf-8")
    assert json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))["theme_color"] == "#1d4e7a"
    card = Image.open(site / "assets/deel/home.png").convert("RGB")
    assert card.getpixel((30, 560)) == (0x1D, 0x4E, 0x7A)
    icon = Image.open(site / "assets/icons/icon-512.png").convert("RGBA")
    assert icon.getpixel((256, 100)) == (0x1D, 0x4E, 0x7A, 0xFF)
    assert (site / "werkbladen/lijstje.pdf").is_file()


@pytest.mark.slow
def test_no_page_leads_to_a_file_that_only_the_generator_has(small: Site):
    """A method with its own repository holds no templates of ours and no code."""
    assert "Bewerk deze bladzijde" in small.html("gesprekken/praatje")
    assert "/edit/main/tools/guides/praatje.yml" in small.html("gesprekken/praatje")
    for address in ("printen", "bijdragen/controles"):
        assert "Bewerk deze bladzijde" not in small.html(address)
