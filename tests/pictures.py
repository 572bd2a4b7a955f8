"""Make the two pictures of the README, a page and a sheet, and those of the page about editions. Run by `make pictures`.

Each picture carries the hash of the content and the style that it shows, so that a test can say when it is out of
date without comparing pixels, which differ between browsers.
"""

from __future__ import annotations

import functools
import hashlib
import http.server
import io
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from handboek.content import open_handbook
from handboek.handbook import Handbook

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".github" / "readme"
OWN = ROOT / "docs" / "afbeeldingen"
"""Where the pictures of the example edition lie, as the check asks: WebP, without a word about how they were made."""
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
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(f"{address}fasen/opbouwen/")
            page.screenshot(path=str(Path(folder) / "page.png"))
            browser.close()
        save(Image.open(Path(folder) / "page.png"), "page", handbook)
        first = pypdfium2.PdfDocument(site / "werkbladen" / "draagvlakmeter.pdf")[0]
        save(first.render(scale=1.4).to_pil(), "sheet", handbook)


def pictures_of_edition() -> None:
    """Build the example edition and take the pictures of the page that tells how to make one."""
    import sys

    import pypdfium2
    from playwright.sync_api import sync_playwright

    sys.path.append(str(ROOT / "tests" / "editions"))
    from laid import FOLDER as EDITIONS
    from laid import laid

    from conftest import built, chromium

    OWN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = built(laid(EDITIONS / "linde", ROOT, Path(folder) / "linde"), Path(folder) / "site").folder
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1100, "height": 620})
            page.goto(address)
            save_own(page.screenshot(), "begin")
            page.set_viewport_size({"width": 700, "height": 460})
            page.goto(f"{address}gesprekken/deur-tot-deur/")
            page.evaluate("document.querySelector('#niet-doen').scrollIntoView()")
            save_own(page.screenshot(), "eigen")
            browser.close()
        card = pypdfium2.PdfDocument(site / "berichten" / "niet-thuis.pdf")[0]
        out = io.BytesIO()
        card.render(scale=2).to_pil().save(out, "PNG")
        save_own(out.getvalue(), "brief")


def save_own(picture: bytes, name: str) -> None:
    """Write a picture of the example edition."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.save(OWN / f"eigen-uitgave-{name}.webp", "WEBP", quality=70, method=6)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on this machine."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def save(image: Image.Image, name: str, handbook: Handbook) -> None:
    """Write a picture with the hash of what it shows."""
    info = PngInfo()
    info.add_text("made-from", made_from(handbook, name))
    image.convert("RGB").quantize(256, Image.Quantize.FASTOCTREE).save(
        FOLDER / f"{name}.png", optimize=True, pnginfo=info
    )


if __name__ == "__main__":
    main()
    pictures_of_edition()
