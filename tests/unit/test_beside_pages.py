"""What the site has beside its pages: the feed, the data, old addresses, the policy, the list for offline, the ZIP."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import shutil
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import Any

import pytest

from conftest import KLEIN, URL
from handboek import changes, export
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.render.renderer import File
from handboek.site import allowed, archive, feed, identity, menu, offline, policy, redirects, rendered

ATOM = {"a": feed.ATOM}


@pytest.fixture(scope="module")
def klein() -> Handbook:
    return open_handbook(KLEIN)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The small method after some time: a lesson is withdrawn, a sheet was corrected three times, addresses moved."""
    root = tmp_path_factory.mktemp("geleefd") / "p"
    shutil.copytree(KLEIN, root, ignore=shutil.ignore_patterns(".build"))

    def add(path: str, text: str, before: str = "") -> None:
        file = root / path
        old = file.read_text(encoding="utf-8")
        file.write_text(old.replace(before, text + before, 1) if before else old + text, encoding="utf-8")

    add(
        "docs/lessen/groet-eerst.md",
        "withdrawn: {date: 2026-11-20, reason: Het was *anders*., instead: gesprekken/praatje}\n",
        "date: 2026-11-01\n",
    )
    add(
        "tools/worksheets/lijstje.yml",
        "corrected:\n  - {date: 2026-11-10, what: Een woord.}\n  - {date: 2026-11-10, what: Nog een.}\n"
        "  - {date: 2026-11-12, what: Het laatste.}\n",
    )
    (root / "phases/redirects.yml").write_text(
        "redirects:\n  - {from: oud/blad, to: ouder/blad}\n  - {from: ouder/blad, to: werkbladen/lijstje}\n"
        "  - {from: rond/een, to: rond/twee}\n  - {from: rond/twee, to: rond/een}\n",
        encoding="utf-8",
    )
    return open_handbook(root)


def test_changes_the_newest_first(lived: Handbook):
    found = [(one.kind, str(one.date), one.said, one.nth, one.instead) for one in changes.changes(lived)]
    assert found == [
        ("ingetrokken", "2026-11-20", "Het was *anders*.", 0, "gesprekken/praatje"),
        ("gecorrigeerd", "2026-11-12", "Het laatste.", 0, ""),
        ("gecorrigeerd", "2026-11-10", "Een woord.", 0, ""),
        ("gecorrigeerd", "2026-11-10", "Nog een.", 1, ""),
    ]


def test_the_feed_tells_lessons_and_changes(klein: Handbook, lived: Handbook):
    (lesson,) = feed.entries(klein)
    assert (lesson.date, lesson.title, lesson.summary, lesson.address, lesson.id) == (
        datetime.date(2026, 11, 1),
        "Groet eerst",
        "Wie groet, krijgt een praatje.",
        "lessen/groet-eerst/",
        "lessen/groet-eerst/",
    )
    found = [(entry.title, entry.id) for entry in feed.entries(lived)]
    assert found == [
        ("Ingetrokken: Groet eerst", "lessen/groet-eerst/"),
        ("Gecorrigeerd: Lijstje", "werkbladen/lijstje/#gecorrigeerd-2026-11-12"),
        ("Gecorrigeerd: Lijstje", "werkbladen/lijstje/#gecorrigeerd-2026-11-10"),
        ("Gecorrigeerd: Lijstje", "werkbladen/lijstje/#gecorrigeerd-2026-11-10-2"),
    ]
    assert feed.entries(lived)[0].summary == "Het was anders."


def test_the_feed_as_a_reader_gets_it(lived: Handbook, tmp_path: Path):
    feed.write(lived, URL, tmp_path)
    text = (tmp_path / "lessen.xml").read_text(encoding="utf-8")
    assert text.startswith("<?xml")
    assert text.endswith("</feed>\n")
    root = ET.fromstring(text.partition("?>")[2])
    assert root.findtext("a:title", None, ATOM) == "Kleine methode: lessen en correcties"
    assert root.findtext("a:id", None, ATOM) == f"{URL}lessen/"
    assert root.findtext("a:updated", None, ATOM) == "2026-11-20T00:00:00Z"
    assert root.findtext("a:author/a:name", None, ATOM) == "Kleine methode"
    assert [(one.get("href"), one.get("rel")) for one in root.findall("a:link", ATOM)] == [
        (f"{URL}lessen/", None),
        (f"{URL}lessen.xml", "self"),
    ]
    first, *rest = root.findall("a:entry", ATOM)
    assert len(rest) == 3
    said = {name: first.findtext(f"a:{name}", None, ATOM) for name in ("title", "id", "updated", "summary")}
    assert said == {
        "title": "Ingetrokken: Groet eerst",
        "id": f"{URL}lessen/groet-eerst/",
        "updated": "2026-11-20T00:00:00Z",
        "summary": "Het was anders.",
    }
    link = first.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == f"{URL}lessen/groet-eerst/"


def test_old_addresses_are_followed_to_their_end(lived: Handbook, tmp_path: Path):
    table = redirects.table(lived)
    assert (table["oud/blad/"], table["ouder/blad/"]) == ("werkbladen/lijstje/", "werkbladen/lijstje/")
    assert {"rond/een/", "rond/twee/"} <= set(table)  # what goes round has an end too
    redirects.write(lived, {}, URL, tmp_path)
    page = (tmp_path / "oud/blad/index.html").read_text(encoding="utf-8")
    assert f'href="{URL}werkbladen/lijstje/"' in page
    assert page.count('../../werkbladen/lijstje/"') == 2
    assert json.loads((tmp_path / "doorverwijzingen.json").read_text(encoding="utf-8")) == redirects.table(lived)
    assert f"const MOVED = {json.dumps(redirects.table(lived))};" in redirects.script(lived)


def test_the_data_for_programs(lived: Handbook, tmp_path: Path):
    files = {("worksheet", "lijstje"): (File("blad", "werkbladen/lijstje.pdf", 1, 9, "A4"),)}
    files[("lesson", "groet-eerst")] = (File("blad", "lessen/groet-eerst.pdf", 1, 9, "A4"),)
    export.write(lived, files, tmp_path)
    said = json.loads((tmp_path / "handboek.json").read_text(encoding="utf-8"))
    assert said["method"]["name"] == "Kleine methode"
    pieces = {(piece["type"], piece["slug"]): piece for piece in said["pieces"]}
    sheet = pieces["worksheet", "lijstje"]
    assert sheet["pdf"] == sheet["files"][0]["url"] == "werkbladen/lijstje.pdf"
    assert sheet["phases"] == ["kijken", "doen", "blijven"]
    assert sheet["withdrawn"] is None
    assert sheet["corrected"][0] == {"date": "2026-11-12", "what": "Het laatste."}
    assert pieces["step", "rondje-lopen"]["phase"] == "kijken"
    gone = pieces["lesson", "groet-eerst"]
    assert (gone["pdf"], gone["files"]) == (None, [])
    assert gone["withdrawn"] == {
        "date": "2026-11-20",
        "reason": "Het was anders.",
        "instead": "gesprekken/praatje",
        "files": ["lessen/groet-eerst.pdf"],
    }
    assert export.void(said) == {"lessen/groet-eerst.pdf", "lessen/groet-eerst.png"}
    assert list((tmp_path / "schema").iterdir())


# Nothing from elsewhere


def test_a_page_allows_only_the_scripts_that_are_ours(tmp_path: Path):
    ours, strange = "let a;", "let kwaad;"
    head = '<head>\n<meta charset="utf-8">\n</head>'
    (tmp_path / "map").mkdir()
    (tmp_path / "index.html").write_text(f"{head}<script>{ours}</script><script>{strange}</script>", encoding="utf-8")
    (tmp_path / "map" / "index.html").write_text(f"{head}<script>{ours}..</script>", encoding="utf-8")
    bases: list[str] = []

    def scripts(base: str) -> tuple[str, ...]:
        bases.append(base)
        return (ours, f"{ours}{base}")

    policy.write(tmp_path, scripts, URL)
    assert bases == [".", ".."]
    pages = {path: (tmp_path / path).read_text(encoding="utf-8") for path in ("index.html", "map/index.html")}
    hashes = {policy.hash_of(ours): "index.html", policy.hash_of(f"{ours}.."): "map/index.html"}
    for hash_, page in hashes.items():
        assert [path for path, html in pages.items() if hash_ in html] == [page]
    assert policy.hash_of(strange) not in "".join(pages.values())
    assert pages["index.html"].count("Content-Security-Policy") == 1
    assert pages["index.html"].index("Content-Security-Policy") < pages["index.html"].index("<script>")
    headers = (tmp_path / "_headers").read_text(encoding="utf-8").splitlines()
    assert headers[0] == "/*"
    assert "default-src 'none'" in headers[1]
    assert headers[1].endswith("; frame-ancestors 'none'")
    assert all(hash_ in headers[1] for hash_ in hashes)
    assert len(headers) == 5


def test_a_hash_is_what_a_browser_reckons():
    assert policy.hash_of("alert(1)") == "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    assert "script-src 'self' 'a' 'b'" in policy.policy({"'b'", "'a'"})


def foreign(html: str, klein: Handbook, *, ours: tuple[str, ...] = ()) -> list[str]:
    project = Project(KLEIN, URL, "https://git.test/handboek", mail="r@handboek.test")
    return list(allowed.problems({"index.html": rendered.page(html)}, lambda base: ours, klein, project))


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<script>kwaad()</script>", "index.html: hier staat een script dat niet van ons is: kwaad()"),
        ('<p onclick="x()">', "index.html: hier staat een opdracht in een element: onclick=x()"),
        ("<iframe></iframe>", "index.html: hier staat een element dat niet van ons is: <iframe>."),
        (
            '<img src="//elders.test/a.png">',
            "index.html: deze bladzijde vraagt iets op bij een ander: //elders.test/a.png",
        ),
        ('<a href="https://elders.test/">x</a>', "index.html: de link https://elders.test/ komt niet uit de inhoud."),
        ('<a href="javascript:x()">x</a>', "index.html: de link javascript:x() komt niet uit de inhoud."),
        ('<a href="http://[x">x</a>', "index.html: de link http://[x komt niet uit de inhoud."),
    ],
)
def test_what_came_from_nowhere_is_told(html: str, said: str, klein: Handbook):
    assert said in foreign(html, klein)


def test_what_is_ours_or_stands_in_the_content_may_stay(klein: Handbook):
    (source,) = klein.of("source")
    address = source.data.address
    html = (
        f'<script>ok()</script><a href="{URL}lessen/">x</a><a href="../lessen/#a">x</a><img src="a.png">'
        '<a href="https://git.test/handboek/issues">x</a><a href="https://git.test/handboek">x</a>'
        '<a href="mailto:r@handboek.test">x</a><a href="mailto:r@handboek.test?subject=x">x</a>'
        '<svg xlink:href="http://www.w3.org/x"></svg>' + (f'<a href="{address}">x</a>' if address else "")
    )
    assert foreign(html, klein, ours=("ok()",)) == []


def test_files_that_nobody_gave_are_told(tmp_path: Path):
    (tmp_path / "map").mkdir()
    for name in ("index.html", "map/b.html", "a.txt"):
        (tmp_path / name).touch()
    assert allowed.strangers(tmp_path, {"index.html"}) == ["a.txt", "map/b.html"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("index.html", "."), ("a/index.html", ".."), ("a/b/index.html", "../.."), ("404.html", "/handboek/")],
)
def test_from_where_the_links_of_a_page_count(path: str, expected: str):
    assert allowed.base(path, URL) == expected
    assert allowed.base("404.html", "https://handboek.test") == "/"


# Without a connection

VOID = {("lesson", "groet-eerst"): (File("blad", "lessen/groet-eerst.pdf", 1, 9, "A4"),)}
"""A sheet that only says that its piece was withdrawn."""


@pytest.fixture
def finished(tmp_path: Path, lived: Handbook) -> Path:
    """A site as it stands before the list for offline is made."""
    site = tmp_path / "site"
    files: dict[str, str] = {
        "index.html": '<link rel="manifest" href="m"><a href="lessen/">x</a>',
        "lessen/index.html": '<a href="../">x</a>',
        "werkbladen/lijstje.pdf": "%PDF",
        "lessen/groet-eerst.pdf": "%PDF weg",
        "lessen/groet-eerst.png": "png weg",
        "404.html": "x",
        "_headers": "x",
        "assets/deel/home.png": "x",
        "assets/handboek.css": "p {}",
        "assets/javascripts/lunr/x.js": "x",
        "assets/javascripts/a.js.map": "x",
        "sitemap.xml.gz": "x",
        "sw.js": "// worker\nconst BOOK = {};\nlet rest;\n",
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    export.write(lived, VOID, site)
    return site


def listed(site: Path) -> Any:
    line = re.search(r"^const BOOK = (.*);$", (site / "sw.js").read_text(encoding="utf-8"), re.MULTILINE)
    assert line
    return json.loads(line[1])


def test_the_list_names_each_file_with_its_hash(finished: Path, lived: Handbook):
    offline.write(lived, VOID, finished)
    book = listed(finished)
    assert book["pages"] == {
        name: hashlib.sha256((finished / name).read_bytes()).hexdigest()[:16]
        for name in ("assets/handboek.css", "handboek.json", "index.html", "lessen/index.html", "manifest.webmanifest")
    }
    assert list(book["sheets"]) == ["werkbladen/lijstje.pdf"]
    sizes = json.loads((finished / "onderweg.json").read_text(encoding="utf-8"))
    assert sizes["version"] == book["version"]
    assert len(book["version"]) == 12
    assert sizes["sheets"] == {"files": 1, "size": 4}
    assert sizes["pages"]["files"] == 5
    assert sizes["pages"]["size"] == sum((finished / name).stat().st_size for name in book["pages"])
    assert (finished / "sw.js").read_text(encoding="utf-8").startswith("// worker\n")
    assert (finished / "sw.js").read_text(encoding="utf-8").endswith("let rest;\n")


def test_another_file_or_another_worker_is_another_version_and_the_same_is_the_same(finished: Path, lived: Handbook):
    offline.write(lived, VOID, finished)
    first = listed(finished)["version"]
    offline.write(lived, VOID, finished)
    assert listed(finished)["version"] == first
    worker = finished / "sw.js"
    worker.write_text(worker.read_text(encoding="utf-8") + "let meer;\n", encoding="utf-8")
    offline.write(lived, VOID, finished)
    assert listed(finished)["version"] not in ("", first)
    (finished / "index.html").write_text("anders", encoding="utf-8")
    offline.write(lived, VOID, finished)
    assert listed(finished)["version"] not in ("", first)


@pytest.mark.parametrize(
    ("name", "said_short", "short"),
    [("x" * 12, None, "x" * 12), ("x" * 13, None, "Handboek"), ("x" * 13, "Kort", "Kort"), ("x" * 12, "Kort", "Kort")],
)
def test_the_name_among_the_apps_of_a_phone(lived: Handbook, name: str, said_short: str | None, short: str):
    method = lived.method.model_copy(update={"name": name, "short": said_short, "colour": "#123456"})
    said = identity.manifest(method)
    assert (said["name"], said["short_name"], said["lang"]) == (name, short, "nl")
    assert said["theme_color"] == "#123456"
    icons: Any = said["icons"]
    assert [(icon["sizes"], icon["purpose"]) for icon in icons] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]


def test_a_zip_holds_what_works_without_a_server(finished: Path):
    target = finished / "handboek.zip"
    count = archive.write(finished, target, "Kleine Méthode")
    with zipfile.ZipFile(target) as made:
        names = made.namelist()
        assert len(names) == count
        inside = {name.removeprefix("kleine-methode/") for name in names}
        assert {"index.html", "lessen/index.html", "werkbladen/lijstje.pdf", "assets/handboek.css"} <= inside
        for left_out in ("404.html", "sw.js", "_headers", "assets/deel/home.png", "lessen/groet-eerst.pdf"):
            assert left_out not in inside
        assert "handboek.zip" not in inside
        home = made.read("kleine-methode/index.html").decode()
        assert home == '<a href="lessen/index.html">x</a>'
        assert {info.date_time for info in made.infolist()} == {(2020, 1, 1, 0, 0, 0)}
        assert {info.external_attr for info in made.infolist()} == {0o644 << 16}
    first = target.read_bytes()
    archive.write(finished, target, "Kleine Méthode")
    assert target.read_bytes() == first


@pytest.mark.parametrize(
    ("href", "inside"),
    [
        ("lessen/", "lessen/index.html"), ("../", "../index.html"), ("..", "../index.html"), (".", "./index.html"),
        ("a/../..", "a/../../index.html"), ("lessen/#kop", "lessen/index.html#kop"), ("a.pdf", "a.pdf"), ("#kop", "#kop"),
        ("https://elders.test/a/", "https://elders.test/a/"), ("//elders.test/", "//elders.test/"), ("x/?a=1", "x/index.html?a=1"),
    ],
)  # fmt: skip
def test_a_link_to_a_folder_leads_to_its_page(href: str, inside: str):
    assert archive.without_server(f'<a href="{href}">x</a>') == f'<a href="{inside}">x</a>'


# Around each page


def test_the_menu_follows_from_the_content(klein: Handbook, lived: Handbook):
    tree = {entry.title: entry for entry in menu.menu(klein)}
    phases = tree["Fasen"]
    assert phases.address == "fasen/"
    assert [(one.title, one.address, [step.title for step in one.below]) for one in phases.below] == [
        ("1 Kijken", "fasen/kijken/", ["Loop een rondje"]),
        ("2 Doen", "fasen/doen/", []),
        ("3 Blijven", "fasen/blijven/", []),
    ]
    assert [(one.title, one.address) for one in tree["Werkbladen"].below] == [
        ("Lijstje", "werkbladen/lijstje/"),
        ("Tabelletje", "werkbladen/tabelletje/"),
    ]
    about = [one.title for one in tree["Over"].below]
    assert "Over deze methode" in about
    assert about == sorted(about, key=str.lower)
    assert tree["Over"].address == ""
    titles = [entry.title for entry in menu.menu(lived)]
    assert "Lessen" not in titles or not {entry.title: entry for entry in menu.menu(lived)}["Lessen"].below


def test_the_policy_closes_every_door_that_a_page_has():
    assert policy.policy(set()) == (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        "manifest-src 'self'; base-uri 'self'; form-action 'self'; script-src 'self'"
    )
