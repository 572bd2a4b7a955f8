"""Links, anchors and ids of pages as they were built."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Site
from handboek.site import links, rendered

BASE = "https://x.test/handboek/"


def told(site: Path, base: str = "", **pages: str) -> list[str]:
    for name, html in pages.items():
        file = site / f"{name.replace('__', '/')}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    return list(links.problems(site, rendered.read(site), base))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="weg/">x</a>', "index.html: de link weg/ leidt nergens heen."),
        ('<a href="#weg">x</a>', "index.html: het anker van de link #weg bestaat niet."),
        ('<p id="a"></p><p id="a"></p>', "index.html: het anker #a staat er twee keer."),
        ('<a href="../x">x</a>', "index.html: de link ../x leidt nergens heen."),
        ('<a href="https://elders.nl/">x</a><a href="#er" id="er">x</a>', None),
        ('<a href="//elders.nl/weg">x</a><a href="mailto:a@b.nl">x</a>', None),
        ('<img src="weg.png">', "index.html: de link weg.png leidt nergens heen."),
        ('<p id="één"></p><a href="#%C3%A9%C3%A9n">x</a>', None),
        ('<a href="/">x</a><a href=".">x</a><a href="?zoek">x</a>', None),
    ],
)
def test_links_are_looked_at(tmp_path: Path, html: str, expected: str | None):
    assert told(tmp_path, index=html) == ([expected] if expected else [])


def test_a_link_leads_to_another_page_and_to_an_anchor_on_it(tmp_path: Path):
    pages = {"index": '<a href="map/#kop">1</a><a href="map/#weg">2</a>', "map__index": '<p id="kop"></p>'}
    assert told(tmp_path, **pages) == ["index.html: het anker van de link map/#weg bestaat niet."]


def test_links_count_from_their_page(tmp_path: Path):
    pages = {"index": "", "a__index": '<a href="../b/">1</a><a href="/b">2</a><a href="../">3</a>', "b__index": ""}
    assert told(tmp_path, **pages) == []
    assert told(tmp_path, c__index='<a href="b/">1</a>') == ["c/index.html: de link b/ leidt nergens heen."]


def test_a_full_address_of_the_site_is_a_link_of_its_own(tmp_path: Path):
    pages = {"index": f'<a href="{BASE}weg/">1</a><a href="{BASE}">2</a>', "a__index": f'<a href="{BASE}a/">1</a>'}
    assert told(tmp_path, BASE, **pages) == [f"index.html: de link {BASE}weg/ leidt nergens heen."]


def test_the_page_for_unknown_addresses_counts_from_the_folder_of_the_site(tmp_path: Path):
    pages = {"404": '<a href="/handboek/a/">1</a><a href="/handboek/weg/">2</a>', "a__index": ""}
    assert told(tmp_path, BASE, **pages) == ["404.html: de link /handboek/weg/ leidt nergens heen."]


def test_what_many_pages_ask_for_is_said_once(tmp_path: Path):
    link = '<a href="/weg/">x</a>'
    pages = {"a__index": link, "b__index": link, "c__index": link}
    (said,) = told(tmp_path, **pages)
    assert said == "a/index.html: de link /weg/ leidt nergens heen (op nog 2 andere plekken ook)."
    (tmp_path / "c" / "index.html").unlink()
    (said,) = told(tmp_path)
    assert said.endswith("(op nog 1 andere plek ook).")


def test_what_a_style_asks_for_is_there(tmp_path: Path):
    (tmp_path / "assets" / "fonts").mkdir(parents=True)
    (tmp_path / "assets" / "fonts" / "er.woff2").touch()
    (tmp_path / "assets" / "a.css").write_text(
        "a { src: url(fonts/er.woff2) } b { src: url('fonts/weg.woff2') } c { x: url(fonts/weg.woff2) }"
        "d { x: url(data:image/png;base64,AA) url(#x) url(https://x/y) url(/abs) }",
        encoding="utf-8",
    )
    assert told(tmp_path) == ["assets/a.css: het bestand fonts/weg.woff2 is er niet; zet het terug."]


def test_a_page_is_read_for_all_that_look_at_it(tmp_path: Path):
    html = (
        '<base href="/x/"><link rel="canonical" href="/c/"><link rel="stylesheet" href="s.css">'
        '<p id="een" onclick="x()">a</p><script>let a;</script><script src="b.js">niet van ons</script>'
        '<script type="application/json">{"x": 1}</script><iframe srcdoc="<p>"></iframe><a href="d/">d</a>'
    )
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    (page,) = rendered.read(tmp_path).values()
    assert page.links == ["/c/", "s.css", "b.js", "d/"]
    assert page.asked == ["s.css", "b.js"]
    assert page.ids == ["een"]
    assert page.scripts == ["let a;"]
    assert page.handlers == ["onclick=x()", "srcdoc=<p>"]
    assert {"base", "iframe", "a"} <= page.tags


ROWS = [
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="stylesheet" href="a.css"></head><body>',
    '<a href=\'b/?x=1&amp;y=2\' ID="één" class>b &lt; c</a><br/><img src="d.png" alt>',
    "<SCRIPT>let a = 1 < 2, b = '</p>';</SCRIPT><script type=\"application/ld+json\">{}</script>",
    '<p data-x=\'{"href": "niet"}\' data-y="a > b < c" href = "weg">tekst "met" aanhalingen id="niet"</p>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><use xlink:href="#i"/></svg>',
]
ODD = [
    '<p id="a"',
    '<p id="a>b</p><p id="c">',
    "<p id=a>b</p>",
    "<!-- <a href='weg'> --><p>c</p>",
    "<style>a < b</style><p onclick=x()>d</p>",
    "<script>let a; <!-- <script> </script> --> </script><a href='e'>",
    "<script src='x'/><p id='f'>",
    "<script>nooit dicht",
    "a < b <p id='g'>",
    '<p a"b="c" id="h">i</p>',
    '<p/id="j"/onclick="k()">l</p>',
    '<a\0href="m">n</a>',
]


@pytest.mark.parametrize("html", [*ROWS, "".join(ROWS), *ODD, *(row + odd for row in ROWS for odd in ODD)])
def test_what_is_scanned_is_what_is_parsed(html: str):
    assert rendered.page(html) == rendered.parsed(html)


def test_a_row_of_whole_tags_is_scanned_and_nothing_else_is():
    assert all(rendered.scanned(row) for row in (ROWS[0], ROWS[1], ROWS[4]))
    assert [odd for odd in ODD if rendered.scanned(odd)] == []


@given(
    st.lists(
        st.sampled_from(
            [
                "<",
                ">",
                "</",
                "/>",
                "p",
                "script",
                "style",
                "!--",
                "-->",
                " ",
                '"',
                "'",
                "=",
                "id",
                "href",
                "\n",
                "&amp;",
                "x",
            ]
        )
    )
)
def test_whatever_stands_in_a_page_is_scanned_as_it_is_parsed(parts: list[str]):
    html = "".join(parts)
    found = rendered.scanned(html)
    assert found is None or found == rendered.parsed(html)


def test_a_scan_finds_all_of_every_page(small: Site):
    pages = {file: file.read_text(encoding="utf-8") for file in small.folder.rglob("*.html")}
    assert {file.name for file, html in pages.items() if rendered.page(html) != rendered.parsed(html)} == set()
    assert sum(rendered.scanned(html) is None for html in pages.values()) == 0
