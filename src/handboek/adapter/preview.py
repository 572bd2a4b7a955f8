"""PDFs and office files while writing: the preview makes one when a browser asks for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from handboek import store
from handboek.sheets.pdf import SheetError
from handboek.site.site import Site
from handboek.system.lock import turn

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

OPEN = "application/vnd.openxmlformats-officedocument"
TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".docx": f"{OPEN}.wordprocessingml.document",
    ".xlsx": f"{OPEN}.spreadsheetml.sheet",
    ".pptx": f"{OPEN}.presentationml.presentation",
    ".zip": "application/zip",
}


def on_demand(app: WSGIApplication, site: Callable[[], Site], mount: str) -> WSGIApplication:
    """The preview's `app` with the PDFs of `site()` below `mount`, each with the picture of its first page.

    What was asked for before and did not change comes from the store; what changed is made again.
    """
    one_at_a_time = threading.Lock()

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = unquote(environ.get("PATH_INFO", "")).removeprefix(mount)
        suffix = PurePosixPath(path).suffix
        now = site()
        asked = path.removesuffix(suffix) + ".pdf" if suffix == ".png" else path
        thing = store.find(now.renderer, asked) if suffix in TYPES else None
        if thing is None:
            return app(environ, start)
        try:
            with one_at_a_time, turn(now.project.root):
                store.clear_caches()
                pdf, picture = store.get_or_render(thing, now.renderer, now.project)
        except SheetError as error:
            start("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
            return [f"Dit blad is niet gelukt: {error}".encode()]
        content = picture if suffix == ".png" else pdf.content
        headers = [
            ("Content-Type", TYPES[suffix]),
            ("Cache-Control", "no-store"),
            ("Content-Length", str(len(content))),
        ]
        start("200 OK", headers)
        return [content]

    return answer
