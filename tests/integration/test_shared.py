"""What a page gives to who shares it, cites it, follows it or comes by an old address."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from conftest import KLEIN, URL, Site
from handboek.handbook import assemble
from handboek.load import read, with_file
from handboek.site import feed, policy, redirects

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.mark.slow
def test_each_page_has_its_own_title_description_address_and_picture(site: Site):
    seen: dict[tuple[str, str], str] = {}
    for piece in site.export["pieces"]:
        if "#" in piece["url"]:
            continue
        html = site.html(piece["url"])
        title = re.search(r"<title>(.*?)</title>", html)
        about = re.search(r'<meta name="description" content="(.*?)">', html)
        assert title and about, piece["url"]
        assert seen.setdefault((title[1], about[1]), piece["url"]) == piece["url"]
        assert f'<link rel="canonical" href="{URL}{piece["url"]}">' in html
        picture = re.search(rf'<meta property="og:image" content="{URL}(.*?)">', html)
        if piece["type"] != "page":
            assert picture, piece["url"]
            assert Image.open(site.folder / picture[1]).size == (1200, 630)


@pytest.mark.slow
def test_the_sitemap_holds_every_page(site: Site):
    sitemap = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    for piece in site.export["pieces"]:
        concept = piece.get("translation", {}).get("state") == "concept"
        if "#" not in piece["url"]:
            assert (f"<loc>{URL}{piece['url']}</loc>" in sitemap) == (not concept), piece["url"]


@pytest.mark.slow
def test_the_feed_holds_every_lesson(site: Site):
    root = ET.parse(site.folder / "lessen.xml").getroot()
    links = [entry.find("a:link", ATOM).get("href") for entry in root.findall("a:entry", ATOM)]  # type: ignore[union-attr]
    assert sorted(links) == sorted(URL + lesson["url"] for lesson in site.pieces("lesson"))
    assert 'href="../../lessen.xml"' in site.html(site.pieces("lesson")[0]["url"])


@pytest.mark.slow
def test_a_page_says_how_to_cite_it(site: Site):
    html = site.html("gesprekken/open-agenda/")
    assert "@misc{guide-open-agenda," in html
    assert f"url = {{{URL}gesprekken/open-agenda/}}" in html


def test_dates_of_the_feed_are_those_of_the_lessons():
    book = assemble(read(KLEIN))
    assert "<updated>2026-11-01T00:00:00Z</updated>" in feed.atom(book, "https://x.test/")


def test_an_old_address_leads_to_the_end_of_the_chain(tmp_path: Path):
    text = "redirects:\n  - {from: gesprekken/oud, to: gesprekken/ouder}\n  - {from: gesprekken/ouder, to: gesprekken/praatje}\n"
    book = assemble(with_file(read(KLEIN), "phases/redirects.yml", text.encode()))
    redirects.write(book, {}, "https://x.test/", tmp_path)
    page = (tmp_path / "gesprekken/oud/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../gesprekken/praatje/"' in page
    assert 'href="https://x.test/gesprekken/praatje/"' in page
    assert json.loads((tmp_path / "doorverwijzingen.json").read_text())["gesprekken/oud/"] == "gesprekken/praatje/"


def test_the_policy_lets_only_our_own_scripts_run(tmp_path: Path):
    """A script that got into a page in another way is in no policy: the page does not vouch for itself."""
    html = '<meta charset="utf-8"><script>een()</script><script>kwaad()</script><script type="application/json">{}</script>'
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    policy.write(tmp_path, lambda base: ("een()", "twee()"), "https://x.test/")
    written = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert policy.hash_of("een()") in written
    assert policy.hash_of("kwaad()") not in written + (tmp_path / "_headers").read_text(encoding="utf-8")
    assert policy.hash_of("twee()") not in written
    assert "unsafe" not in written
    assert "default-src 'none'" in written
    assert policy.hash_of("een()") != policy.hash_of("twee()")


@pytest.mark.slow
def test_every_page_carries_its_policy(site: Site):
    for page in site.folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        carried = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
        assert carried, page
        for script in re.findall(r"<script>(.*?)</script>", html, re.DOTALL):
            assert policy.hash_of(script) in carried[1]
    assert "frame-ancestors 'none'" in (site.folder / "_headers").read_text(encoding="utf-8")
