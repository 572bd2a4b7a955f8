"""Make the two pictures of the README: a page and a sheet. Run by `make pictures`.

Each picture carries the hash of the content and the style that it shows, so that a test can say when it is out of
date without comparing pixels, which differ between browsers.
"""

from __future__ import annotations

import functools
import hashlib
import http.server
import tempfile
import threading
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from handboek.content import open_handbook
from handboek.handbook import Handbook

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".github" / "readme"
SHOWN = {"page": ("phase", "opbouwen"), "sheet": ("worksheet", "draagvlakmeter")}


def made_from(handbook: Handbook, name: str) -> str:
    """The hash of what a picture shows."""
    type_, slug = SHOWN[name]
    piece = handbook.get(type_, slug)
    assert piece is not None
    style = ROOT / "overrides" / ("site/assets/handboek.css" if name == "page" else "print/sheet.css")
    return hashlib.sha256(piece.hash.encode() + style.read_bytes()).hexdigest()[:16]


def main() -> None:
    """Build the site and take the pictures."""
    import pypdfium2
    from playwright.sync_api import sync_playwright

    from conftest import chromium
    from handboek.build import build
    from handboek.project import open_project

    handbook = open_handbook(ROOT)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(open_project(ROOT), site)
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/fasen/opbouwen/")
            page.screenshot(path=str(Path(folder) / "page.png"))
            browser.close()
        server.shutdown()
        save(Image.open(Path(folder) / "page.png"), "page", handbook)
        first = pypdfium2.PdfDocument(site / "werkbladen" / "draagvlakmeter.pdf")[0]
        save(first.render(scale=1.4).to_pil(), "sheet", handbook)


def save(image: Image.Image, name: str, handbook: Handbook) -> None:
    """Write a picture with the hash of what it shows."""
    info = PngInfo()
    info.add_text("made-from", made_from(handbook, name))
    image.convert("RGB").quantize(256, Image.Quantize.FASTOCTREE).save(
        FOLDER / f"{name}.png", optimize=True, pnginfo=info
    )


if __name__ == "__main__":
    main()
