"""The ZIP works from a folder on a device: every link leads to a file, and the scripts run."""

from __future__ import annotations

import posixpath
import re
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from conftest import Site
from handboek.cli import main
from handboek.site import archive

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zip")
    files = archive.write(site.folder, folder / "handboek.zip", site.handbook.method.name)
    with zipfile.ZipFile(folder / "handboek.zip") as packed:
        assert packed.testzip() is None
        assert len(packed.namelist()) == files
        packed.extractall(folder)
    return folder / "meer-dan-steen-alleen"


def test_a_zip_in_the_site_does_not_hold_itself(tmp_path: Path):
    (tmp_path / "index.html").write_text("<p>Hier</p>", encoding="utf-8")
    (tmp_path / "handboek.json").write_text('{"pieces": []}', encoding="utf-8")
    for _ in range(2):
        assert archive.write(tmp_path, tmp_path / "handboek.zip", "Klein") == 2


def test_every_link_leads_to_a_file(unpacked: Path):
    pages = list(unpacked.rglob("*.html"))
    assert len(pages) > 150
    for page in pages:
        for link in re.findall(
            r'<(?:a|img|script|link)\b[^>]*?(?:href|src)="([^"]*)"', page.read_text(encoding="utf-8")
        ):
            path = unquote(re.split(r"[#?]", link)[0])
            if not path or re.match(r"[a-z]+:|//", path):
                continue
            target = posixpath.normpath(posixpath.join(page.parent.as_posix(), path))
            assert Path(target).is_file(), (page.relative_to(unpacked), link)


def test_it_reads_and_its_tools_work_without_a_server(unpacked: Path, browser: Any):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((unpacked / "index.html").as_uri())
    page.locator(".front a").nth(2).tap()
    page.wait_for_url("**/fasen/*/index.html")
    page.locator(".step-card h3 a").first.tap()
    page.wait_for_url("**/fasen/*/*/index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("Bricolage")
    page.locator(".checklist input").first.tap()
    page.reload()
    assert page.locator(".checklist input").first.is_checked()
    page.goto((unpacked / "draagvlakmeter" / "index.html").as_uri())
    page.locator("#tenants-0").fill("174")
    assert page.locator("[data-meter-said]").inner_text().startswith("Nog 122")
    page.locator("[data-search-open]").first.tap()
    page.locator(".search-dialog input").fill("open agenda")
    page.locator(".hit a[href*='gesprekken/open-agenda/']").first.tap()
    page.wait_for_url("**/gesprekken/open-agenda/index.html")
    page.goto((unpacked / "onderweg" / "index.html").as_uri())
    assert "uit een map op je apparaat" in page.locator("[data-offline-said]").inner_text()
    assert errors == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


def test_a_link_that_a_script_made_to_a_folder_works_too(unpacked: Path, browser: Any):
    page = browser.new_page()
    page.goto((unpacked / "rollen" / "index.html").as_uri())
    page.evaluate("document.querySelector('h1').innerHTML = '<a id=proef href=\"../lessen/#x\">lessen</a>'")
    page.locator("#proef").click()
    page.wait_for_url("**/lessen/index.html#x")
    page.close()


def test_the_same_site_gives_the_same_zip(site: Site, tmp_path: Path):
    for name in ("een.zip", "twee.zip"):
        archive.write(site.folder, tmp_path / name, "Handboek")
    assert (tmp_path / "een.zip").read_bytes() == (tmp_path / "twee.zip").read_bytes()


def test_without_a_site_the_command_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    assert main(["zip"]) == 2
    assert "handboek build" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="../x/#y">', '<a href="../x/index.html#y">'),
        ('<a href="../x.pdf">', '<a href="../x.pdf">'),
        ('<a href="#y">', '<a href="#y">'),
        ('<a href="https://site/x/">', '<a href="https://site/x/">'),
        ('<a href="mailto:a@b">', '<a href="mailto:a@b">'),
        (
            '<meta http-equiv="refresh" content="0; url=../x/">',
            '<meta http-equiv="refresh" content="0; url=../x/index.html">',
        ),
        ('<link rel="manifest" href="m.json">\n<p>', "<p>"),
    ],
)
def test_links_to_folders_get_their_page(before: str, after: str):
    assert archive.without_server(before) == after
