"""Pages that are written by hand: the one Markdown, the pieces that they call, and a site that holds nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from command import environment
from conftest import KLEIN, URL
from handboek import checks
from handboek.build import build
from handboek.content import open_handbook
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.markdown import block
from handboek.project import Project
from handboek.render import handwritten
from handboek.render.renderer import Page, Renderer
from handboek.site import BuildError, allowed, rendered

PATH = "docs/over-deze-methode.md"
FRONT = "---\ntitle: {title}\nsummary: Waarom deze methode bestaat.\nchecked: 2026-11-01\n{more}---\n"
SCRIPTS = ("een()",)


def handbook(body: str, title: str = "Over deze methode", more: str = "", path: str = PATH) -> Handbook:
    text = FRONT.format(title=title, more=more) + body
    return assemble(with_file(read(KLEIN), path, text.encode()))


def page(body: str, calls: handwritten.Calls | None = None, title: str = "Over deze methode") -> Page:
    book = handbook(body, title)
    renderer = Renderer(book, Project(KLEIN).templates)
    piece = book.get("page", "over-deze-methode")
    assert piece
    return handwritten.page(renderer, piece, body, calls.parts if calls else ())


def found(body: str, more: str = "macros: true\n") -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in checks.run(handbook(body, more=more)) if one.path == PATH]


@pytest.mark.parametrize(
    "body",
    [
        "Neem mee:\n- een pen\n- een kaart",
        "3. daarna\n4. en dan",
        "- een\n  - twee\n    - drie",
        "2014. Toen begon het.",
        "| a | b |\n| - | - |\n| c | d |",
        "Een <b>vet</b> woord en &lt;i&gt;.",
        "[a](/fasen/){: onclick=\"x()\" }",
        "Tekst\n{: #eigen .soort }",
        "![a](/x.png){: style=\"color:red\" }",
    ],
)  # fmt: skip
def test_a_page_is_read_like_all_other_content(body: str):
    html = page(body).html
    assert str(block(body, highest=1)).strip() in html
    assert not re.search(r"<[^>]*(?:onclick|style|class=\"soort)", html)


def test_a_page_has_its_title_once():
    assert re.findall(r"<h1[^>]*>([^<]*)", page("# Over deze methode\n\nTekst.").html) == ["Over deze methode"]
    assert re.findall(r"<h1[^>]*>([^<]*)", page("Tekst.").html) == ["Over deze methode"]


TITLES = {
    "script": "Hoi <script/x>window.ran=1</script>",
    "plaatje": "<img src=x onerror=alert(1)>",
    "vet": "A & <b>B",
}


@pytest.mark.usefixtures("stocked")
def test_a_title_is_text_wherever_it_is_printed(project: Project, tmp_path: Path):
    """The theme prints a title as it is; without a heading in the body it would print it twice."""
    for name, title in TITLES.items():
        text = FRONT.format(title=f'"{title}"', more="") + "Tekst zonder kop.\n"
        (project.root / f"docs/{name}.md").write_text(text, encoding="utf-8")
    build(project, tmp_path / "site", check=False)
    pages = {f"{name}/index.html" for name in TITLES}
    for name, one in rendered.read(tmp_path / "site").items():
        assert not {"b", "img"} & one.tags or name not in pages
        assert one.handlers == []
        assert not any("ran" in script for script in one.scripts)
    for name, title in TITLES.items():
        html = (tmp_path / "site" / name / "index.html").read_text(encoding="utf-8")
        shown = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert html.count(shown) >= 3, title
        assert "<script/x" not in html


def test_what_a_page_calls_stands_where_it_calls_it():
    calls = handwritten.Calls([])
    card, link = (
        calls.mark(handwritten.Markup("<div>kaart</div>")),
        calls.mark(handwritten.Markup("<a>blad</a>"), inline=True),
    )
    html = page(f"Voor\n\n{card}\n\nMidden {link} na *{card}* hier.\n\n- {link}\n- {card}\n\n{link}", calls).html
    assert "<p>Voor</p>\n<div>kaart</div>\n<p>Midden <a>blad</a> na <em></em> hier.</p>\n<div>kaart</div>" in html
    assert "<li><a>blad</a></li>\n<li><div>kaart</div></li>" in html
    assert html.rstrip().endswith("<p><a>blad</a></p>")


@pytest.mark.parametrize(
    "forged",
    ["&#xe000;7&#xe001;", "\ue00099999\ue001", "\ue000\ue001", "\ue0001", "&#xe000;&#xe000;1&#xe001;", "`\ue0000\ue001`", "\n\n# \ue0000\ue001\n\n"],
)  # fmt: skip
def test_a_forged_mark_is_nothing(forged: str):
    calls = handwritten.Calls([])
    calls.mark(handwritten.Markup("<div>kaart</div>"))
    made = page(f"Tekst {forged} tekst.", calls)
    assert "kaart" not in made.html
    assert not re.search("[\ue000\ue001]", made.html + "".join(heading.text for heading in made.headings))


def test_a_link_to_the_file_of_another_page_leads_to_that_page():
    html = page("Zie [een les](lessen/groet-eerst.md) en [hier](over-deze-methode.md#kop).").html
    assert 'href="/lessen/groet-eerst/"' in html
    assert 'href="/over-deze-methode/#kop"' in html


@pytest.mark.parametrize(
    "heading",
    ["العربية", "1.2 Stap_een (deel 1)", "Één & *twee*", "[Link](/fasen/) erin", "`code`", "Kop\n\n## Kop", "Nog -- een", "Łódź én Çınar"],
)  # fmt: skip
def test_the_check_knows_the_anchors_that_the_page_has(heading: str):
    ids = [one.id for one in page(f"## {heading}\n\nTekst.").headings]
    body = "".join(f"[{number}](#{id_}) " for number, id_ in enumerate(ids)) + f"\n\n## {heading}\n\nTekst."
    assert [code for code, _ in found(body, "") if code == "link"] == []
    assert ("link", 6) in found(body.replace(f"(#{ids[0]})", "(#dat-is-er-niet)"), "")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('## Kop {{ werkblad("lijstje") }}', 7),
        ('Kop {{ werkblad("lijstje") }}\n---', 7),
        ('[lees {{ werkblad("lijstje") }}](/fasen/)', 7),
        ('Typ `{{ stap("rondje-lopen") }}` hier.', 7),
        ('Tekst\n\n    {{ checklist("rondje-lopen") }}', 9),
    ],
)
def test_a_call_that_would_be_lost_is_a_finding(body: str, line: int):
    assert ("sjabloon", line) in found(body)


def test_a_call_in_its_place_is_none():
    body = 'Zie {{ werkblad("lijstje") }} hier {{ stap("rondje-lopen") }}.\n\n{{ checklist("rondje-lopen") }}\n\n- {{ samenhang() }}\n'
    assert found(body) == []


@pytest.mark.usefixtures("stocked")
def test_only_the_pages_of_the_handbook_are_published(project: Project, tmp_path: Path):
    """Whatever lies in `docs`, the engine publishes none of it by itself."""
    page = "---\ntitle: Welkom\n---\n# Kwaad\n\n[x](javascript:alert(1)) <script>alert(1)</script>\n"
    for name in (
        "map/README.md",
        "map/index.md",
        "map/diep/in.markdown",
        "README.md",
        "los.html",
        "los.js",
        "x.svg.txt",
    ):
        (project.root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project.root / "docs" / name).write_text(page, encoding="utf-8")
    build(project, tmp_path / "site", check=False)
    names = {file.relative_to(tmp_path / "site").as_posix() for file in (tmp_path / "site").rglob("*")}
    assert not {name for name in names if name.startswith(("map", "los", "README", "x.svg"))}
    assert "Kwaad" not in "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "site").rglob("*.html"))
    assert "/map/" not in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")


BAD = [
    ("<script>alert(1)</script>", "een script dat niet van ons is"),
    ("<SCRIPT >alert(1)</script >", "een script dat niet van ons is"),
    ("<script src='https://elders.example/x.js'></script>", "vraagt iets op bij een ander"),
    ("<img src=//elders.example/x.png>", "vraagt iets op bij een ander"),
    ("<link rel=stylesheet href=http://elders.example/x.css>", "vraagt iets op bij een ander"),
    ("<p onclick=x()>a</p>", "een opdracht in een element"),
    ("<svg/onload=alert(1)>", "een opdracht in een element"),
    ("<iframe srcdoc='x'></iframe>", "een element dat niet van ons is"),
    ("<base href=/x/>", "een element dat niet van ons is"),
    ("<a href=https://elders.example/>a</a>", "komt niet uit de inhoud"),
    ("<a href=javascript:alert(1)>a</a>", "komt niet uit de inhoud"),
    ("<a href=' https://elders.example/'>a</a>", "komt niet uit de inhoud"),
    ("<form action=https://elders.example/></form>", "komt niet uit de inhoud"),
    ("<a href='http://[x'>a</a>", "komt niet uit de inhoud"),
]


@pytest.mark.parametrize(("html", "said"), BAD, ids=[html for html, _ in BAD])
def test_what_came_from_nowhere_is_named(tmp_path: Path, html: str, said: str):
    (tmp_path / "index.html").write_text(f"<script>een()</script>{html}<a href='{URL}x/'>x</a>", encoding="utf-8")
    book = open_handbook(KLEIN)
    problems = list(allowed.problems(rendered.read(tmp_path), lambda base: SCRIPTS, book, Project(KLEIN, URL)))
    assert any(said in one and one.startswith("index.html: ") for one in problems), problems


@pytest.mark.usefixtures("stocked")
def test_a_template_that_brings_a_script_does_not_get_through(project: Project, tmp_path: Path):
    """The build holds the finished pages to the list, whoever wrote into them."""
    import shutil

    shutil.copytree(Project(KLEIN).templates, project.root / "overrides")
    home = project.root / "overrides/pieces/home.html"
    home.write_text(home.read_text(encoding="utf-8") + "<script>alert(1)</script>", encoding="utf-8")
    with pytest.raises(BuildError, match="script dat niet van ons is"):
        build(project, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_file_that_nobody_gave_is_named(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("x")
    (tmp_path / "vreemd.js").write_text("x")
    assert allowed.strangers(tmp_path, {"a/index.html"}) == ["vreemd.js"]


def test_the_engine_by_itself_says_what_to_run(tmp_path: Path):
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(tmp_path / "site")],
        cwd=KLEIN.parents[2], env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode != 0
    assert "handboek build" in result.stderr + result.stdout
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "site").exists()
