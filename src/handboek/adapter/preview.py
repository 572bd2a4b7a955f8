"""PDFs while writing: the preview makes one when a browser asks for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from handboek import store
from handboek.sheets.pdf import SheetError
from handboek.site.site import Site
from handboek.system.lock import turn

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

TYPES = {".pdf": "application/pdf", ".png": "image/png"}


def on_demand(app: WSGIApplication, site: Callable[[], Site], mount: str) -> WSGIApplication:
    """The preview's `app` with the PDFs of `site()` below `mount`, each with the picture of its first page.

    What was asked for before and did not change comes from the store; what changed is made again.
    """
    one_at_a_time = threading.Lock()

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = unquote(environ.get("PATH_INFO", "")).removeprefix(mount)
        suffix = path[-4:]
        now = site()
        thing = store.find(now.renderer, path.removesuffix(suffix) + ".pdf") if suffix in TYPES else None
        if thing is None:
            return app(environ, start)
        try:
            with one_at_a_time, turn(now.project.root):
                store.clear_caches()
                pdf, picture = store.get_or_render(thing, now.renderer, now.project)
        except SheetError as error:
            start("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
            return [f"Dit blad is niet gelukt: {error}".encode()]
        content = pdf.content if suffix == ".pdf" else picture
        headers = [
            ("Content-Type", TYPES[suffix]),
            ("Cache-Control", "no-store"),
            ("Content-Length", str(len(content))),
        ]
        start("200 OK", headers)
        return [content]

    return answer
